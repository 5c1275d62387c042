### El cuestionario levels/quizzes/anatomy.ron: quiz-anatomy-<pregunta>-<campo>; choice-N es la opción N del archivo.

quiz-anatomy-title = Anatomía: capas, regiones, peligros

quiz-anatomy-point-malar-ask = Señale la región malar de Anna.
quiz-anatomy-point-malar-choice-1 = Sobre el pómulo, bajo la mitad externa del ojo
quiz-anatomy-point-malar-choice-2 = En el hueco bajo el pómulo, hacia la boca
quiz-anatomy-point-malar-choice-3 = A un dedo por delante de la oreja, bajo el lóbulo
quiz-anatomy-point-malar-choice-4 = Detrás del ángulo externo del ojo, por encima del arco
quiz-anatomy-point-malar-explanation = La región malar cubre el cuerpo del pómulo. Allí el hueso está a menos de 10 mm, de modo que una cánula inclinada lo encuentra pronto. El hueco de debajo es submalar; el área de detrás del ojo es la sien.
quiz-anatomy-point-malar-source = Regiones de esta simulación, según puntos de referencia de la cara

quiz-anatomy-point-submalar-ask = Señale la región submalar de Anna.
quiz-anatomy-point-submalar-choice-1 = Al lado del ala nasal
quiz-anatomy-point-submalar-choice-2 = En el hueco bajo el pómulo
quiz-anatomy-point-submalar-choice-3 = Sobre el pómulo, bajo la mitad externa del ojo
quiz-anatomy-point-submalar-choice-4 = A medio camino entre el ángulo mandibular y la comisura
quiz-anatomy-point-submalar-explanation = Bajo el pómulo no hay hueso cercano: la punta puede hundirse mucho antes de que algo firme la detenga. Esa es la diferencia con la región malar de encima.
quiz-anatomy-point-submalar-source = Regiones y capas de esta simulación

quiz-anatomy-point-preauricular-ask = Un abanico para la mejilla lateral empieza a menudo en la región preauricular. Señálela.
quiz-anatomy-point-preauricular-choice-1 = En el borde mandibular, a medio camino del mentón
quiz-anatomy-point-preauricular-choice-2 = Bajo el ángulo mandibular, en el lado del cuello
quiz-anatomy-point-preauricular-choice-3 = Delante de la oreja, por encima del ángulo mandibular
quiz-anatomy-point-preauricular-choice-4 = Sobre el hueco bajo el pómulo
quiz-anatomy-point-preauricular-explanation = El área preauricular está entre el trago y el ángulo mandibular, delante de la oreja. La parótida está debajo de casi toda ella, directamente bajo el SMAS.
quiz-anatomy-point-preauricular-source = Regiones de esta simulación; parótida: PMC10088009

quiz-anatomy-point-marionette-ask = Señale la región de la línea de marioneta.
quiz-anatomy-point-marionette-choice-1 = Bajo la comisura de la boca
quiz-anatomy-point-marionette-choice-2 = Al lado del ala nasal
quiz-anatomy-point-marionette-choice-3 = Entre la nariz y el labio superior
quiz-anatomy-point-marionette-choice-4 = En la parte anterior del mentón
quiz-anatomy-point-marionette-explanation = La línea baja desde la comisura de la boca. Es un área móvil: la mitad de los nódulos contados en una revisión surgieron en áreas dinámicas.
quiz-anatomy-point-marionette-source = Regiones de esta simulación; Kadouch 2017

quiz-anatomy-point-nasolabial-ask = Señale la región nasogeniana.
quiz-anatomy-point-nasolabial-choice-1 = A medio camino entre el ángulo mandibular y la comisura
quiz-anatomy-point-nasolabial-choice-2 = Bajo el párpado inferior
quiz-anatomy-point-nasolabial-choice-3 = Entre el ala nasal y la comisura, algo hacia fuera
quiz-anatomy-point-nasolabial-choice-4 = A un lado del dorso nasal
quiz-anatomy-point-nasolabial-explanation = El surco va desde el lado del ala nasal hasta más allá de la comisura. La arteria facial lo sigue de cerca: medial a él en el 43 % de los lados y cruzándolo en el 34 %.
quiz-anatomy-point-nasolabial-source = Regiones de esta simulación; trayecto de la arteria facial: cld.bz/kLHQ5Gt

quiz-anatomy-point-submental-ask = El protocolo MESO RADIESSE pasa del tercio inferior de la cara al área submentoniana. Señale esa área.
quiz-anatomy-point-submental-choice-1 = A la altura de la laringe
quiz-anatomy-point-submental-choice-2 = En el borde mandibular, en su escotadura
quiz-anatomy-point-submental-choice-3 = Bajo el mentón, hacia la garganta
quiz-anatomy-point-submental-choice-4 = En la parte anterior del mentón
quiz-anatomy-point-submental-explanation = Es el suelo entre el mentón y la garganta. La grasa sobre el platisma es gruesa allí, así que la cánula tiene más espacio que en el cuello propiamente dicho.
quiz-anatomy-point-submental-source = Descripción del protocolo MESO RADIESSE; regiones de esta simulación

quiz-anatomy-point-nogo-ask = Señale la región entre las cejas, donde no se inyecta CaHA porque se perdió la visión tras inyecciones en esa zona.
quiz-anatomy-point-nogo-choice-1 = Bajo la mitad interna del párpado inferior
quiz-anatomy-point-nogo-choice-2 = En lo alto de la frente, bajo el nacimiento del pelo
quiz-anatomy-point-nogo-choice-3 = Detrás del ángulo externo del ojo
quiz-anatomy-point-nogo-choice-4 = En medio, entre las cejas
quiz-anatomy-point-nogo-explanation = La glabela y la nariz comparten vasos con el ojo. Hay al menos 11 casos publicados de pérdida visual tras CaHA, la mayoría tras inyectar el dorso nasal.
quiz-anatomy-point-nogo-source = Revisión de la pérdida visual tras CaHA, PMID 41263987 (resumen)

quiz-anatomy-point-periorbital-ask = Un texto de protocolo incluye un área que las guías sobre híbridos de CaHA excluyen. Señale el surco lagrimal.
quiz-anatomy-point-periorbital-choice-1 = Sobre el pómulo
quiz-anatomy-point-periorbital-choice-2 = Bajo el párpado inferior, en el reborde orbitario
quiz-anatomy-point-periorbital-choice-3 = Detrás del ángulo externo del ojo, por encima del arco cigomático
quiz-anatomy-point-periorbital-choice-4 = Al lado del ala nasal
quiz-anatomy-point-periorbital-explanation = El surco lagrimal está en el reborde orbitario, bajo piel fina. La guía para formadores dice que el híbrido no es para alrededor de los ojos ni para los labios; este juego trata toda la región periorbitaria como región prohibida.
quiz-anatomy-point-periorbital-source = Guía para formadores sobre híbridos de CaHA (safeap.co.uk); descripción del protocolo MESO RADIESSE

quiz-anatomy-point-facial-artery-border-ask = Señale el lugar donde la arteria facial cruza el borde mandibular.
quiz-anatomy-point-facial-artery-border-choice-1 = En la parte anterior del mentón
quiz-anatomy-point-facial-artery-border-choice-2 = En el borde, a mitad de camino hacia el mentón
quiz-anatomy-point-facial-artery-border-choice-3 = En el ángulo de la mandíbula
quiz-anatomy-point-facial-artery-border-choice-4 = En la escotadura delante del masetero
quiz-anatomy-point-facial-artery-border-explanation = Rodea el borde en la escotadura antegonial, a 9,3 mm de profundidad de media. Un pase subdérmico cruza por encima; una cánula que se ha deslizado bajo el platisma, no.
quiz-anatomy-point-facial-artery-border-source = Profundidad de la arteria facial en cinco puntos, n = 40 (jksdh.or.kr, artículo 15202)

quiz-anatomy-point-facial-artery-mouth-ask = ¿Por dónde pasa la arteria facial junto a la comisura de la boca?
quiz-anatomy-point-facial-artery-mouth-choice-1 = Entre ella y el centro del labio superior
quiz-anatomy-point-facial-artery-mouth-choice-2 = A unos 30 mm hacia fuera
quiz-anatomy-point-facial-artery-mouth-choice-3 = A unos 10 mm hacia fuera
quiz-anatomy-point-facial-artery-mouth-choice-4 = A unos 15 mm por debajo
quiz-anatomy-point-facial-artery-mouth-explanation = Se midió 10 mm lateral a la comisura, a 6,9 mm de profundidad con una DE de 3,5 mm. La dispersión importa más que la media: ninguna arteria se atiene al atlas.
quiz-anatomy-point-facial-artery-mouth-source = Profundidad de la arteria facial en cinco puntos, n = 40 (jksdh.or.kr, artículo 15202)

quiz-anatomy-point-mental-foramen-ask = Señale el agujero mentoniano.
quiz-anatomy-point-mental-foramen-choice-1 = 20 mm hacia fuera de la comisura
quiz-anatomy-point-mental-foramen-choice-2 = En el borde mandibular bajo el primer molar
quiz-anatomy-point-mental-foramen-choice-3 = 20 mm por debajo de la comisura
quiz-anatomy-point-mental-foramen-choice-4 = En la línea media, en el mentón
quiz-anatomy-point-mental-foramen-explanation = Se encontró 20,4 mm por debajo y 3,3 mm medial a la comisura, en el hueso. Por allí salen el nervio y el vaso hacia el labio y el mentón.
quiz-anatomy-point-mental-foramen-source = Estudio de los agujeros de la cara, read.qxmd.com 17898610

quiz-anatomy-point-infraorbital-foramen-ask = Señale el agujero infraorbitario.
quiz-anatomy-point-infraorbital-foramen-choice-1 = En medio del dorso nasal
quiz-anatomy-point-infraorbital-foramen-choice-2 = En el ángulo externo del ojo
quiz-anatomy-point-infraorbital-foramen-choice-3 = Unos 25 mm lateral al ala nasal, sobre el pómulo
quiz-anatomy-point-infraorbital-foramen-choice-4 = Unos 14 mm por encima del ala nasal
quiz-anatomy-point-infraorbital-foramen-explanation = Se midió 14,1 mm por encima y 1,6 mm lateral al ala, 8,6 mm bajo el reborde orbitario. Un hilo llevado hacia arriba junto a la nariz apunta directamente a él.
quiz-anatomy-point-infraorbital-foramen-source = Estudio de los agujeros de la cara, read.qxmd.com 17898610; staging.scite.ai, Min-Seok Chung

quiz-anatomy-point-mmn-ask = Señale el trayecto del nervio marginal de la mandíbula.
quiz-anatomy-point-mmn-choice-1 = Bajo el mentón, en la línea media
quiz-anatomy-point-mmn-choice-2 = A media altura entre el borde mandibular y la comisura
quiz-anatomy-point-mmn-choice-3 = Delante de la oreja, a la altura del trago
quiz-anatomy-point-mmn-choice-4 = A lo largo del borde, 3–4 mm por encima de él en la arteria
quiz-anatomy-point-mmn-explanation = Sigue el borde inferior: 0,75 mm por debajo en el ángulo, 3,6 mm por encima donde encuentra la arteria facial. Está bajo el platisma; por eso los hilos subdérmicos de la mandíbula pasan por encima.
quiz-anatomy-point-mmn-source = Baur 2014; Patient Safety in Surgery 2018, doi 10.1186/s13037-018-0170-4

quiz-anatomy-point-sta-ask = Señale un lugar donde la arteria temporal superficial esté justo bajo la piel.
quiz-anatomy-point-sta-choice-1 = En el centro de la frente
quiz-anatomy-point-sta-choice-2 = En el hueco bajo el pómulo
quiz-anatomy-point-sta-choice-3 = Sobre el pómulo
quiz-anatomy-point-sta-choice-4 = Justo encima y delante del trago
quiz-anatomy-point-sta-explanation = Asciende por delante de la oreja sobre el arco y se divide por encima de él en unas tres de cada cuatro personas. Hay tramos a poco más de 1 mm de profundidad, al nivel del límite dermis–grasa.
quiz-anatomy-point-sta-source = Arterias de la sien, n = 62 (booksci.cn); 419 arterias temporales superficiales (scribd 708230884)

quiz-anatomy-point-parotid-duct-ask = Señale el trayecto del conducto parotídeo.
quiz-anatomy-point-parotid-duct-choice-1 = El punto medio de la línea del ángulo mandibular al mentón
quiz-anatomy-point-parotid-duct-choice-2 = El punto medio de la línea del ángulo mandibular a la comisura
quiz-anatomy-point-parotid-duct-choice-3 = El punto medio de la línea del trago al ángulo externo del ojo
quiz-anatomy-point-parotid-duct-choice-4 = El punto medio de la línea del trago a la comisura
quiz-anatomy-point-parotid-duct-explanation = En el 93 % estaba a menos de 15 mm de la mitad central de la línea del trago a la comisura. Discurre sobre el masetero, muy por debajo del plano subdérmico.
quiz-anatomy-point-parotid-duct-source = Marcaje en superficie del conducto parotídeo (jioinstitute, cmedm 23096603)

quiz-anatomy-point-parotid-ask = Señale un punto de la piel bajo el que esté la glándula parótida.
quiz-anatomy-point-parotid-choice-1 = En el borde mandibular, en la escotadura
quiz-anatomy-point-parotid-choice-2 = Al lado de la comisura, a dos dedos de ella
quiz-anatomy-point-parotid-choice-3 = Delante de la oreja, entre el trago y el ángulo
quiz-anatomy-point-parotid-choice-4 = Sobre el pómulo
quiz-anatomy-point-parotid-explanation = La glándula ocupa el área por delante y por debajo de la oreja. El SMAS está allí a unos 4,25 mm, y la glándula empieza justo debajo.
quiz-anatomy-point-parotid-source = PMC10088009; PMID 30882511

quiz-anatomy-point-neck-veins-ask = Se describieron venas del cuello que deben evitarse a 10, 30 y 60 mm de la línea media. Señale la más interna.
quiz-anatomy-point-neck-veins-choice-1 = Al lado de la laringe, a 10 mm de la línea media
quiz-anatomy-point-neck-veins-choice-2 = Bajo el ángulo mandibular
quiz-anatomy-point-neck-veins-choice-3 = En la línea media, por encima de la escotadura supraesternal
quiz-anatomy-point-neck-veins-choice-4 = En el lado del cuello, a medio camino de la clavícula
quiz-anatomy-point-neck-veins-explanation = Es la vena yugular anterior, a unos 10 mm de la línea media. La propia línea media está libre, y las venas más externas están a unos 30 y 60 mm.
quiz-anatomy-point-neck-veins-source = Venas del cuello (Yonsei)

quiz-anatomy-point-labial-artery-ask = Señale el trayecto de la arteria labial superior.
quiz-anatomy-point-labial-artery-choice-1 = A lo largo del borde del labio superior
quiz-anatomy-point-labial-artery-choice-2 = A medio camino entre la nariz y la ceja
quiz-anatomy-point-labial-artery-choice-3 = Al lado del ala, en el pliegue de la mejilla
quiz-anatomy-point-labial-artery-choice-4 = En el centro del mentón
quiz-anatomy-point-labial-artery-explanation = Entra en el labio superior desde el lado y se encontró a 5,3 mm de profundidad. En cualquier caso, los labios no son lugar para el CaHA; el vaso es una razón más para terminar los hilos mucho antes.
quiz-anatomy-point-labial-artery-source = Clinical Anatomy, doi 10.1002/ca.23379

quiz-anatomy-layer-target-jaw-ask = En la línea mandibular de Anna, en la escotadura, la dermis termina a unos 1,1 mm. Señale una profundidad en la grasa superficial.
quiz-anatomy-layer-target-jaw-choice-1 = A 0,6 mm, en la escotadura antegonial
quiz-anatomy-layer-target-jaw-choice-2 = A 2,0 mm, en la escotadura antegonial
quiz-anatomy-layer-target-jaw-choice-3 = A 9,0 mm, en la escotadura antegonial
quiz-anatomy-layer-target-jaw-choice-4 = A 5,8 mm, en la escotadura antegonial
quiz-anatomy-layer-target-jaw-explanation = La grasa superficial va allí de 1,1 a 5,4 mm. A 0,6 mm aún es dermis, a 5,8 mm ya se está por debajo de la grasa y a 9 mm la punta estaría a la profundidad de la arteria facial.
quiz-anatomy-layer-target-jaw-source = Capas de esta simulación, según Meng 2022 y PMID 30882511; arteria: jksdh.or.kr, artículo 15202

quiz-anatomy-layer-dermis-neck-ask = Señale una profundidad en la dermis del cuello lateral de Anna.
quiz-anatomy-layer-dermis-neck-choice-1 = 0,8 mm, a media altura del cuello
quiz-anatomy-layer-dermis-neck-choice-2 = 0,05 mm, a media altura del cuello
quiz-anatomy-layer-dermis-neck-choice-3 = 2,2 mm, a media altura del cuello
quiz-anatomy-layer-dermis-neck-choice-4 = 4,0 mm, a media altura del cuello
quiz-anatomy-layer-dermis-neck-explanation = Epidermis y dermis juntas midieron 1,16 mm en el cuello de mujeres. A 0,8 mm el producto queda en la dermis, donde se ve; 2,2 mm es grasa y 4 mm ya es el platisma.
quiz-anatomy-layer-dermis-neck-source = Meng 2022, BMC Medical Imaging, tabla 2; PMID 30882511

quiz-anatomy-layer-smas-preauricular-ask = Señale una profundidad en el SMAS delante de la oreja de Anna.
quiz-anatomy-layer-smas-preauricular-choice-1 = 4,6 mm, delante de la oreja
quiz-anatomy-layer-smas-preauricular-choice-2 = 2,5 mm, delante de la oreja
quiz-anatomy-layer-smas-preauricular-choice-3 = 1,0 mm, delante de la oreja
quiz-anatomy-layer-smas-preauricular-choice-4 = 7,0 mm, delante de la oreja
quiz-anatomy-layer-smas-preauricular-explanation = La fascia empieza a unos 4,25 mm y es fina; a 7 mm la punta estaría en la parótida. Una resistencia que crece de pronto desde abajo es su señal.
quiz-anatomy-layer-smas-preauricular-source = Ecografía de la fascia superficial de la cara, n = 150, PMID 30882511

quiz-anatomy-layer-gland-depth-ask = Delante de la oreja, ¿a qué profundidad quedaría el producto bajo el SMAS, donde está la parótida?
quiz-anatomy-layer-gland-depth-choice-1 = 3 mm
quiz-anatomy-layer-gland-depth-choice-2 = 4 mm
quiz-anatomy-layer-gland-depth-choice-3 = 6 mm
quiz-anatomy-layer-gland-depth-choice-4 = 1,8 mm
quiz-anatomy-layer-gland-depth-explanation = La fascia termina allí a unos 5 mm y debajo sigue la glándula. El relleno entra en ella con facilidad y sin avisar, así que la profundidad debe conocerse, no sentirse.
quiz-anatomy-layer-gland-depth-source = PMID 30882511; PMC10088009

quiz-anatomy-layer-neck-slip-ask = Señale un lugar donde una punta a 3,9 mm de profundidad siga en la grasa superficial.
quiz-anatomy-layer-neck-slip-choice-1 = Bajo el párpado inferior
quiz-anatomy-layer-neck-slip-choice-2 = En la línea mandibular
quiz-anatomy-layer-neck-slip-choice-3 = En la frente
quiz-anatomy-layer-neck-slip-choice-4 = En el lado del cuello
quiz-anatomy-layer-neck-slip-explanation = La grasa sobre la línea mandibular llega a más de 5 mm en Anna, mientras que la fascia superficial del cuello lateral está a 3,7 mm. Una misma profundidad para todos los sitios no vale.
quiz-anatomy-layer-neck-slip-source = PMID 30882511; capas de esta simulación

quiz-anatomy-layer-bone-malar-ask = Una cánula sigue inclinándose hacia abajo. ¿Dónde estaría ya en el hueso a 10 mm?
quiz-anatomy-layer-bone-malar-choice-1 = Bajo el mentón, hacia la garganta
quiz-anatomy-layer-bone-malar-choice-2 = Sobre el pómulo
quiz-anatomy-layer-bone-malar-choice-3 = En el hueco bajo él
quiz-anatomy-layer-bone-malar-choice-4 = Delante de la oreja
quiz-anatomy-layer-bone-malar-explanation = Sobre el pómulo, las partes blandas de esta paciente miden unos 8,5 mm. En el hueco de debajo y bajo el mentón el hueso queda lejos, así que nada detiene la punta.
quiz-anatomy-layer-bone-malar-source = Capas de esta simulación

quiz-anatomy-section-jaw-fat-ask = Sección a lo largo de la línea mandibular: ¿qué hilo está en la grasa superficial?
quiz-anatomy-section-jaw-fat-choice-1 = Hilo 1
quiz-anatomy-section-jaw-fat-choice-2 = Hilo 2
quiz-anatomy-section-jaw-fat-choice-3 = Hilo 3
quiz-anatomy-section-jaw-fat-choice-4 = Hilo 4
quiz-anatomy-section-jaw-fat-explanation = La grasa está entre el final de la dermis y el SMAS. El primer hilo está en la dermis, el tercero en el SMAS, el cuarto debajo.
quiz-anatomy-section-jaw-fat-source = Calculado por esta simulación en la paciente Anna

quiz-anatomy-section-neck-platysma-ask = Sección del cuello lateral: ¿qué hilo ha alcanzado el platisma?
quiz-anatomy-section-neck-platysma-choice-1 = Hilo 1
quiz-anatomy-section-neck-platysma-choice-2 = Hilo 2
quiz-anatomy-section-neck-platysma-choice-3 = Hilo 3
quiz-anatomy-section-neck-platysma-explanation = En el cuello lateral el platisma empieza a unos 3,7 mm, y el hilo a 4,1 mm está dentro. La misma profundidad aún sería grasa en la línea mandibular.
quiz-anatomy-section-neck-platysma-source = Calculado por esta simulación en la paciente Anna; PMID 30882511

quiz-anatomy-section-boundary-cheek-ask = Lea la sección de la mejilla lateral de Anna: ¿a qué profundidad termina la dermis, de media?
quiz-anatomy-section-boundary-cheek-unit = mm
quiz-anatomy-section-boundary-cheek-explanation = El límite discurre a poco más de 1 mm a lo largo de toda la línea. El plano objetivo del CaHA diluido empieza justo debajo.
quiz-anatomy-section-boundary-cheek-source = Calculado por esta simulación en la paciente Anna

quiz-anatomy-section-fat-leila-ask = Leila tiene un IMC de 34. Lea su sección: ¿qué grosor tiene la grasa superficial a lo largo de la línea mandibular, de media?
quiz-anatomy-section-fat-leila-unit = mm
quiz-anatomy-section-fat-leila-explanation = La grasa superficial aumenta con el índice de masa corporal, así que la fascia está más profunda en ella que en una paciente delgada. El plano subdérmico no se mueve: se cuenta desde la dermis, no desde la fascia.
quiz-anatomy-section-fat-leila-source = Calculado por esta simulación en la paciente Leila; tendencia: PMID 30882511

quiz-anatomy-glabella-dermis-ask = En la serie de ecografía en mujeres, ¿qué grosor tenía solo la dermis (sin epidermis) en la glabela?
quiz-anatomy-glabella-dermis-unit = mm
quiz-anatomy-glabella-dermis-explanation = Midió 0,90 mm con una DE de 0,23 mm. Los hombres tenían 1,14 mm en el mismo sitio: el sexo desplaza el límite un cuarto de milímetro.
quiz-anatomy-glabella-dermis-source = Meng 2022, BMC Medical Imaging, tabla 2 (n = 118)

quiz-anatomy-dermis-sex-neck-ask = En la mayoría de los sitios los hombres tenían la dermis más gruesa. ¿Qué sitio fue la excepción en la serie de ecografía?
quiz-anatomy-dermis-sex-neck-choice-1 = Cigoma
quiz-anatomy-dermis-sex-neck-choice-2 = Frente
quiz-anatomy-dermis-sex-neck-choice-3 = Cuello
quiz-anatomy-dermis-sex-neck-choice-4 = Sien
quiz-anatomy-dermis-sex-neck-explanation = En el cuello los hombres tenían 0,98 mm y las mujeres 0,99 mm. En los demás sitios la dermis de los hombres era más gruesa, hasta un tercio.
quiz-anatomy-dermis-sex-neck-source = Meng 2022, BMC Medical Imaging, tabla 2 (n = 118)

quiz-anatomy-histology-ultrasound-ask = ¿Por qué no deben promediarse sin más las profundidades de la epidermis por ecografía y por histología?
quiz-anatomy-histology-ultrasound-choice-1 = La histología incluye la dermis en su cifra cada vez
quiz-anatomy-histology-ultrasound-choice-2 = La ecografía la da de tres a seis veces más gruesa
quiz-anatomy-histology-ultrasound-choice-3 = Nunca se midieron en sitios comparables
quiz-anatomy-histology-ultrasound-choice-4 = La histología mide piel viva y la ecografía piel muerta
quiz-anatomy-histology-ultrasound-explanation = Los cortes de cadáver dieron de 0,03 a 0,06 mm; la ecografía, unos 0,2 mm: el eco de entrada cuenta como piel. El método mueve la cifra más que el sitio.
quiz-anatomy-histology-ultrasound-source = Chopra 2015, Aesthetic Surgery Journal; Meng 2022, BMC Medical Imaging

quiz-anatomy-soof-loss-ask = Entre los 25–34 años y los 55 o más, la grasa suborbicular (SOOF) pasó de 1,75 a 1,12 mm en un estudio. ¿Qué pérdida supone, en tanto por ciento?
quiz-anatomy-soof-loss-unit = %
quiz-anatomy-soof-loss-explanation = Se han perdido 0,63 mm de 1,75 mm, el 36 %. La grasa profunda mengua con la edad, igual que la superficial.
quiz-anatomy-soof-loss-source = Estudio de la grasa facial con la edad, core.ac.uk (Shyue-Luen Chang); el cociente está calculado

quiz-anatomy-hand-plane-ask = ¿Qué grosor tiene todo el plano utilizable entre la dermis y los tendones en el dorso de la mano?
quiz-anatomy-hand-plane-choice-1 = 3–4 mm
quiz-anatomy-hand-plane-choice-2 = 0,3–2,2 mm
quiz-anatomy-hand-plane-choice-3 = 5–8 mm
quiz-anatomy-hand-plane-choice-4 = 10–12 mm
quiz-anatomy-hand-plane-explanation = El dorso de la mano deja de 0,3 a 2,2 mm; donde es más fino, menos que el diámetro exterior de una cánula de 25G (0,514 mm). La piel se levanta para el pase.
quiz-anatomy-hand-plane-source = Plastic and Reconstructive Surgery 2015, 136: 258S (anatomía de la mano)

quiz-anatomy-artery-fold-side-ask = En relación con el surco nasogeniano, ¿por dónde discurría con más frecuencia la arteria facial?
quiz-anatomy-artery-fold-side-choice-1 = Lateral a él
quiz-anatomy-artery-fold-side-choice-2 = Cruzándolo
quiz-anatomy-artery-fold-side-choice-3 = Lejos de él
quiz-anatomy-artery-fold-side-choice-4 = Medial a él
quiz-anatomy-artery-fold-side-explanation = Medial en el 42,9 %, cruzándolo en el 33,9 % y lateral en el 23,2 % de los lados. Ningún trayecto es tan raro como para excluirlo del plan.
quiz-anatomy-artery-fold-side-source = Trayecto de la arteria facial en el surco, cld.bz/kLHQ5Gt
