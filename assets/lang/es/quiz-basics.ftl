### El cuestionario levels/quizzes/basics.ron: quiz-basics-<pregunta>-<campo>; choice-N es la opción N del archivo.

quiz-basics-title = Abanico retrógrado con CaHA: lo básico

## Anatomía y capas

quiz-basics-boundary-zygoma-ask = En una serie de ecografía en mujeres vivas, ¿a qué profundidad bajo la superficie de la piel daba paso la dermis a la grasa sobre el cigoma, de media?
quiz-basics-boundary-zygoma-unit = mm
quiz-basics-boundary-zygoma-explanation = La epidermis medía allí 0,20 mm y la dermis 0,87 mm; juntas, 1,07 mm. El plano objetivo del CaHA diluido empieza justo debajo, de modo que toda la decisión se toma dentro del segundo milímetro.
quiz-basics-boundary-zygoma-source = Meng 2022, BMC Medical Imaging, tabla 2 (n = 118); la suma está calculada

quiz-basics-layer-below-fat-ask = Una cánula se desliza por la grasa superficial de la mejilla media. ¿Qué capa firme encuentra primero si se hunde más?
quiz-basics-layer-below-fat-choice-1 = El periostio del cigoma
quiz-basics-layer-below-fat-choice-2 = La fascia superficial (SMAS)
quiz-basics-layer-below-fat-choice-3 = La dermis reticular
quiz-basics-layer-below-fat-choice-4 = La fascia temporal profunda
quiz-basics-layer-below-fat-explanation = La grasa superficial está entre la dermis y la fascia superficial, que la ecografía encontró a 4,8 mm bajo la piel de la mejilla media. La dermis es la pared por encima de la cánula; la fascia, la pared por debajo.
quiz-basics-layer-below-fat-source = Ecografía de la fascia superficial de la cara, n = 150, PMID 30882511

quiz-basics-fascia-premasseteric-ask = ¿A qué profundidad bajo la piel está la fascia superficial en el área premasetérica, de media?
quiz-basics-fascia-premasseteric-unit = mm
quiz-basics-fascia-premasseteric-explanation = La media fue de 4,25 mm, con personas entre 2,6 y 5,8 mm. Una profundidad segura en un paciente puede estar bajo la fascia en el siguiente.
quiz-basics-fascia-premasseteric-source = Ecografía de la fascia superficial de la cara, n = 150, PMID 30882511

quiz-basics-fascia-shallowest-ask = ¿Dónde encontró la misma serie la fascia superficial más cerca de la piel?
quiz-basics-fascia-shallowest-choice-1 = En el cuello lateral
quiz-basics-fascia-shallowest-choice-2 = En la mejilla media
quiz-basics-fascia-shallowest-choice-3 = En el área premasetérica
quiz-basics-fascia-shallowest-choice-4 = A la misma profundidad en las tres
quiz-basics-fascia-shallowest-explanation = En el cuello lateral estaba a 3,7 mm, en el área premasetérica a 4,25 mm y en la mejilla media a 4,8 mm. Por eso el cuello es el que menos perdona un error de profundidad.
quiz-basics-fascia-shallowest-source = Ecografía de la fascia superficial de la cara, n = 150, PMID 30882511

quiz-basics-fascia-bmi-age-ask = ¿Cómo cambia la profundidad de la fascia superficial con el índice de masa corporal y con la edad?
quiz-basics-fascia-bmi-age-choice-1 = Disminuye con el IMC y aumenta con la edad
quiz-basics-fascia-bmi-age-choice-2 = Aumenta con ambos
quiz-basics-fascia-bmi-age-choice-3 = No depende de ninguno
quiz-basics-fascia-bmi-age-choice-4 = Aumenta con el IMC y disminuye con la edad
quiz-basics-fascia-bmi-age-explanation = Las personas de más peso tienen más grasa superficial sobre la fascia; las mayores, menos. Un paciente delgado y mayor deja el canal más estrecho para la cánula.
quiz-basics-fascia-bmi-age-source = Ecografía de la fascia superficial de la cara, n = 150, PMID 30882511

quiz-basics-thinnest-dermis-ask = ¿Cuál de estos sitios tenía la dermis más fina en la ecografía?
quiz-basics-thinnest-dermis-choice-1 = El cuello
quiz-basics-thinnest-dermis-choice-2 = La frente
quiz-basics-thinnest-dermis-choice-3 = El párpado
quiz-basics-thinnest-dermis-choice-4 = El dorso nasal
quiz-basics-thinnest-dermis-explanation = La dermis del párpado de las mujeres medía 0,58 mm, frente a 0,86 mm en la frente, 0,93 mm en el dorso nasal y 0,99 mm en el cuello. Una cobertura fina es una de las razones por las que el producto se ve allí.
quiz-basics-thinnest-dermis-source = Meng 2022, BMC Medical Imaging, tabla 2 (n = 118)

quiz-basics-room-for-cannula-ask = El límite dermis–grasa está a 1,07 mm y la fascia superficial a 4,25 mm. ¿En qué intervalo de profundidad puede moverse el eje de una cánula de 25G (0,514 mm de diámetro exterior) con todo el vástago en la grasa?
quiz-basics-room-for-cannula-unit = mm
quiz-basics-room-for-cannula-explanation = La grasa tiene un grosor de 4,25 − 1,07 = 3,18 mm, y en cada pared se pierde medio diámetro del vástago: 3,18 − 0,51 = 2,67 mm. En un pase de 50 mm eso es cerca de 1,5° de inclinación en cada sentido.
quiz-basics-room-for-cannula-source = Calculado a partir de Meng 2022, PMID 30882511 y la tabla nominal de calibres: ventana = fascia − límite − diámetro exterior

quiz-basics-facial-artery-depth-ask = ¿Qué le ocurre a la profundidad de la arteria facial en su camino desde la escotadura antegonial hasta el lado de la nariz?
quiz-basics-facial-artery-depth-choice-1 = Se mantiene cerca de 9 mm en todo el trayecto
quiz-basics-facial-artery-depth-choice-2 = Disminuye de unos 9 mm a unos 5 mm
quiz-basics-facial-artery-depth-choice-3 = Aumenta de unos 2 mm a unos 9 mm
quiz-basics-facial-artery-depth-choice-4 = Discurre por la dermis desde el queilion
quiz-basics-facial-artery-depth-explanation = La profundidad media fue de 9,3 mm en la escotadura, 6,9 mm junto a la boca y unos 5 mm cerca del ala, con desviaciones estándar de 1,4 a 3,5 mm. En la línea mandibular un pase subdérmico discurre por encima; cerca de la nariz la distancia es mucho menor.
quiz-basics-facial-artery-depth-source = Profundidad de la arteria facial en cinco puntos, n = 40 (jksdh.or.kr, artículo 15202)

quiz-basics-marginal-mandibular-plane-ask = Respecto al platisma, ¿por dónde discurre el nervio marginal de la mandíbula en la línea mandibular?
quiz-basics-marginal-mandibular-plane-choice-1 = Entre la dermis y la grasa superficial
quiz-basics-marginal-mandibular-plane-choice-2 = Dentro de las propias fibras del músculo
quiz-basics-marginal-mandibular-plane-choice-3 = Profundo a él
quiz-basics-marginal-mandibular-plane-choice-4 = Superficial a él, en la grasa
quiz-basics-marginal-mandibular-plane-explanation = El nervio está bajo el platisma. El trabajo que se mantiene subdérmico pasa por encima; una cánula que se desliza bajo el platisma ha abandonado el plano seguro.
quiz-basics-marginal-mandibular-plane-source = Patient Safety in Surgery 2018, doi 10.1186/s13037-018-0170-4

quiz-basics-superficial-temporal-artery-ask = ¿Cuál fue la menor profundidad a la que se vio la arteria temporal superficial bajo la piel?
quiz-basics-superficial-temporal-artery-unit = mm
quiz-basics-superficial-temporal-artery-explanation = Se encontró a tan solo 1,15 mm bajo la piel. Esa es más o menos la profundidad del límite dermis–grasa, de modo que en la sien una profundidad subdérmica correcta no basta para evitarla.
quiz-basics-superficial-temporal-artery-source = Estudio de las arterias de la sien, n = 62 (booksci.cn, literatura d11289_2)

quiz-basics-parotid-cover-ask = Delante de la oreja, ¿qué hay directamente bajo el SMAS?
quiz-basics-parotid-cover-choice-1 = La glándula parótida
quiz-basics-parotid-cover-choice-2 = La bola adiposa de Bichat
quiz-basics-parotid-cover-choice-3 = La arteria maseterina
quiz-basics-parotid-cover-choice-4 = El periostio mandibular
quiz-basics-parotid-cover-explanation = El SMAS preauricular está a unos 4 mm de profundidad y la parótida queda justo debajo. El relleno colocado en la glándula avisa poco, así que la profundidad se controla, no se palpa.
quiz-basics-parotid-cover-source = PMC10088009; PMID 30882511

quiz-basics-external-jugular-ask = ¿Qué descripción de la vena yugular externa es correcta?
quiz-basics-external-jugular-choice-1 = Del mentón a la escotadura supraesternal, bajo la piel
quiz-basics-external-jugular-choice-2 = De la oreja al acromion, por encima del platisma
quiz-basics-external-jugular-choice-3 = Del hioides a la clavícula, por detrás de la tráquea
quiz-basics-external-jugular-choice-4 = Del ángulo mandibular al centro de la clavícula, profunda al platisma
quiz-basics-external-jugular-explanation = Sigue una línea desde el ángulo de la mandíbula hasta el centro de la clavícula y la cubre el platisma. Los hilos subdérmicos en el cuello quedan por encima del músculo y, por tanto, de la vena.
quiz-basics-external-jugular-source = StatPearls, vena yugular externa

## Producto

quiz-basics-radiesse-share-ask = ¿Qué proporción del volumen de Radiesse sin diluir es CaHA?
quiz-basics-radiesse-share-choice-1 = Cerca del 10 %
quiz-basics-radiesse-share-choice-2 = Cerca del 30 %
quiz-basics-radiesse-share-choice-3 = Cerca del 56 %
quiz-basics-radiesse-share-choice-4 = Cerca del 70 %
quiz-basics-radiesse-share-explanation = El fabricante indica un 30 % de microesferas y un 70 % de gel en volumen. Como el CaHA es unas tres veces más denso que el gel, el mismo producto contiene aproximadamente un 56 % de CaHA en peso, una cifra calculada a partir de ambas.
quiz-basics-radiesse-share-source = Descripción del fabricante, radiesse.com; la proporción en peso está calculada con 3,1 g/mL

quiz-basics-microsphere-size-ask = ¿Cuál es el diámetro de las microesferas de CaHA de Radiesse?
quiz-basics-microsphere-size-choice-1 = 1–5 µm
quiz-basics-microsphere-size-choice-2 = 8–12 µm
quiz-basics-microsphere-size-choice-3 = 25–45 µm
quiz-basics-microsphere-size-choice-4 = 100–150 µm
quiz-basics-microsphere-size-explanation = Las esferas son lisas y miden de 25 a 45 µm. Las transporta un gel de agua, glicerina y carboximetilcelulosa sódica.
quiz-basics-microsphere-size-source = Instrucciones de uso de Radiesse; radiesse.com

quiz-basics-volume-one-to-one-ask = Se mezclan 1,5 mL de un producto con un 30 % de CaHA en volumen con 1,5 mL de diluyente. ¿Cuál es el contenido de CaHA de la mezcla, en porcentaje de volumen?
quiz-basics-volume-one-to-one-unit = %
quiz-basics-volume-one-to-one-explanation = El CaHA sigue siendo el mismo y el volumen se duplica: 30 % × 1,5 ÷ 3,0 = 15 %. La dosis depositada por mililitro también se reduce a la mitad.
quiz-basics-volume-one-to-one-source = Calculado: proporción × producto ÷ (producto + diluyente)

quiz-basics-mass-one-to-two-ask = El producto sin diluir contiene unos 930 mg de CaHA por mL. ¿Cuánto contiene una mezcla 1:2 (una parte de producto, dos de diluyente)?
quiz-basics-mass-one-to-two-unit = mg/mL
quiz-basics-mass-one-to-two-explanation = Una parte de cada tres es producto: 930 ÷ 3 = 310 mg/mL. Las dosis por área deben pensarse en miligramos de CaHA, porque los mililitros de mezclas distintas no son comparables.
quiz-basics-mass-one-to-two-source = Calculado a partir del 30 % en volumen y una densidad de 3,1 g/mL

quiz-basics-hyperdilute-definitions-ask = No todos usan igual las palabras diluido e hiperdiluido. ¿Qué afirmaciones son correctas?
quiz-basics-hyperdilute-definitions-choice-1 = Goldie 2018 llama diluida a una mezcla 1:1
quiz-basics-hyperdilute-definitions-choice-2 = Goldie 2018 llama hiperdiluidas a las mezclas desde 1:2
quiz-basics-hyperdilute-definitions-choice-3 = De Almeida 2019 ya considera hiperdiluida la 1:1
quiz-basics-hyperdilute-definitions-choice-4 = Ambos artículos sitúan el inicio de la hiperdilución en 1:6
quiz-basics-hyperdilute-definitions-explanation = Los dos artículos de consenso trazan la línea en lugares distintos, así que la misma mezcla 1:1 tiene dos nombres. Indique siempre la propia proporción.
quiz-basics-hyperdilute-definitions-source = Goldie 2018, Dermatologic Surgery; de Almeida 2019, PRS Global Open

quiz-basics-dilution-rheology-ask = ¿Qué efecto tiene la dilución sobre un relleno de CaHA?
quiz-basics-dilution-rheology-choice-1 = Disminuye el módulo elástico G′
quiz-basics-dilution-rheology-choice-2 = Encogen las microesferas
quiz-basics-dilution-rheology-choice-3 = Disminuye la cohesividad
quiz-basics-dilution-rheology-choice-4 = Aumenta la viscosidad
quiz-basics-dilution-rheology-explanation = Disminuyen el módulo elástico, la viscosidad compleja y la cohesividad, esta última de forma pronunciada; las esferas no cambian. Desde alrededor de 1:2 la mezcla ya no proyecta y se usa para regenerar.
quiz-basics-dilution-rheology-source = Reología de la dilución de Radiesse (ouci.dntb.gov.ua, obra 42BBvv64)

quiz-basics-bore-limit-ask = Radiesse sin diluir: ¿cuál es la aguja más fina que admite la ficha del producto?
quiz-basics-bore-limit-choice-1 = 22G
quiz-basics-bore-limit-choice-2 = 25G
quiz-basics-bore-limit-choice-3 = 27G
quiz-basics-bore-limit-choice-4 = 30G
quiz-basics-bore-limit-explanation = Las instrucciones nombran de 25G a 27G y advierten de que una luz más fina puede obstruirse. Las agujas de 28G a 29G de un protocolo de mesoterapia son plausibles, como mucho, para mezclas muy diluidas.
quiz-basics-bore-limit-source = Instrucciones de uso de Radiesse

quiz-basics-ratio-thin-skin-ask = Una serie publicada sobre cuello y tórax eligió la dilución según la calidad de la piel. ¿Qué proporción recibió la piel fina pero no atrófica?
quiz-basics-ratio-thin-skin-choice-1 = 1:1
quiz-basics-ratio-thin-skin-choice-2 = 1:2
quiz-basics-ratio-thin-skin-choice-3 = 1:4
quiz-basics-ratio-thin-skin-choice-4 = 1:6
quiz-basics-ratio-thin-skin-explanation = La piel normal recibió 1:2, la fina 1:4 y la atrófica 1:6, en dos sesiones separadas cuatro meses. Fue una serie pequeña de 20 personas.
quiz-basics-ratio-thin-skin-source = Yutskovskaya 2017, Journal of Drugs in Dermatology (n = 20)

quiz-basics-harmonyca-content-ask = ¿Qué contiene HArmonyCa con lidocaína?
quiz-basics-harmonyca-content-choice-1 = Ácido hialurónico reticulado, 20 mg/mL
quiz-basics-harmonyca-content-choice-2 = Partículas de ácido poli-L-láctico
quiz-basics-harmonyca-content-choice-3 = Microesferas de CaHA
quiz-basics-harmonyca-content-choice-4 = Lidocaína, 3 mg/mL
quiz-basics-harmonyca-content-choice-5 = Gel de carboximetilcelulosa como vehículo
quiz-basics-harmonyca-content-explanation = Es un híbrido: el ácido hialurónico reticulado transporta las microesferas de CaHA, y se añade lidocaína al 0,3 %. En Radiesse el vehículo es, en cambio, un gel de carboximetilcelulosa.
quiz-basics-harmonyca-content-source = Urdiales-Gálvez 2023, Journal of Cosmetic Dermatology; Gritti 2025

quiz-basics-settling-time-ask = En un vehículo tan fluido como 10 mPa·s, ¿cuánto tarda más o menos una esfera de CaHA de 35 µm en hundirse 9 mm, el ancho del cilindro de una jeringa?
quiz-basics-settling-time-choice-1 = Cerca de un minuto
quiz-basics-settling-time-choice-2 = Cerca de diez minutos
quiz-basics-settling-time-choice-3 = Cerca de una hora
quiz-basics-settling-time-choice-4 = Cerca de medio día
quiz-basics-settling-time-explanation = La ley de Stokes da 0,14 mm/s y, por tanto, unos 64 s; otras esferas cercanas la frenan un poco. Qué viscosidad tiene una dilución dada es incierto, pero una mezcla fluida debe removerse una y otra vez.
quiz-basics-settling-time-source = Calculado con la ley de Stokes: v = (ρ₁ − ρ₂) g d² ÷ 18 η, con 3,1 g/mL y una viscosidad supuesta

quiz-basics-day-zero-ask = ¿Qué debe esperar ver un paciente justo después de un tratamiento con CaHA hiperdiluido?
quiz-basics-day-zero-choice-1 = Toda la proyección, que se pierde en semanas
quiz-basics-day-zero-choice-2 = Poco cambio o ninguno todavía
quiz-basics-day-zero-choice-3 = Un contorno firme durante seis meses
quiz-basics-day-zero-choice-4 = Una pérdida visible de volumen
quiz-basics-day-zero-explanation = El gel de una mezcla hiperdiluida apenas añade nada que dure; el efecto es el del colágeno nuevo, que se forma en semanas o meses. El producto sin diluir sí rellena de inmediato.
quiz-basics-day-zero-source = De Almeida 2019, PRS Global Open

quiz-basics-neck-thickness-ask = ¿Cuánto se engrosó la dermis del cuello a los 120 días en un estudio de CaHA hiperdiluido?
quiz-basics-neck-thickness-unit = %
quiz-basics-neck-thickness-explanation = La ganancia media fue del 15 %, con un intervalo del 8 al 21 %. El estudio tenía 22 participantes, así que la cifra es orientativa, no una promesa.
quiz-basics-neck-thickness-source = Eficacia y tolerabilidad del CaHA hiperdiluido en el cuello (1:4, días 0 y 45), n = 22

quiz-basics-collagen-order-ask = Unas biopsias compararon piel tratada con CaHA con piel tratada con ácido hialurónico. ¿Cuándo tenía el lado del CaHA más colágeno, y de qué tipo?
quiz-basics-collagen-order-choice-1 = Más de ambos, desde la primera semana
quiz-basics-collagen-order-choice-2 = Más de tipo I en el mes 4, más de tipo III en el mes 9
quiz-basics-collagen-order-choice-3 = Más de tipo III en el mes 4, más de tipo I en el mes 9
quiz-basics-collagen-order-choice-4 = Ninguna diferencia en ningún momento
quiz-basics-collagen-order-explanation = El tipo III superaba al lado del ácido hialurónico en el mes 4 y había bajado en el mes 9, cuando lo superaba el tipo I. El andamiaje temprano se sustituye por colágeno maduro.
quiz-basics-collagen-order-source = Journal of Drugs in Dermatology 2014, S1545961614P1047X

## Técnica

quiz-basics-retrograde-ask = En la inyección lineal retrógrada, ¿cuándo sale el producto de la cánula?
quiz-basics-retrograde-choice-1 = Mientras la cánula avanza
quiz-basics-retrograde-choice-2 = Mientras se retira la cánula
quiz-basics-retrograde-choice-3 = Mientras la punta descansa en el extremo lejano
quiz-basics-retrograde-choice-4 = Por igual durante ambos movimientos
quiz-basics-retrograde-explanation = Primero se abre el trayecto sin tocar el émbolo; el hilo se deposita en él a la vuelta. El producto que sale con la cánula quieta forma un bolo en lugar de un hilo.
quiz-basics-retrograde-source = Descripción del protocolo MESO RADIESSE; caso publicado con abanico retrógrado, doi 10.1111/jocd.70385

quiz-basics-fan-apex-ask = Un abanico se deposita con el mismo flujo por milímetro en todos los hilos, hasta el mismo punto de entrada. ¿Dónde es mayor la dosis por área?
quiz-basics-fan-apex-choice-1 = En el extremo lejano de los hilos
quiz-basics-fan-apex-choice-2 = En el centro del abanico
quiz-basics-fan-apex-choice-3 = Igual en todo el abanico
quiz-basics-fan-apex-choice-4 = Cerca del punto de entrada
quiz-basics-fan-apex-explanation = Todos los hilos se juntan en el punto de entrada, de modo que su distancia crece con el radio y la dosis por área disminuye como 1/r. Cortar el flujo algo antes del punto de entrada evita sobrecargar el vértice.
quiz-basics-fan-apex-source = Calculado: la separación a un radio r es r θ ÷ (N − 1); la dosis por área es el flujo por longitud ÷ la separación

quiz-basics-fan-spacing-ask = Ocho hilos se reparten por igual en un abanico de 60°. ¿A qué distancia están los vecinos a 40 mm del punto de entrada?
quiz-basics-fan-spacing-unit = mm
quiz-basics-fan-spacing-explanation = 60° son 1,047 rad, y ocho hilos dejan siete huecos: 40 × 1,047 ÷ 7 = 6,0 mm. A 10 mm de la entrada los mismos hilos distan solo 1,5 mm.
quiz-basics-fan-spacing-source = Calculado: separación = r θ ÷ (N − 1)

quiz-basics-linear-dose-ask = Un hilo de 0,1 mL se deposita por igual a lo largo de 40 mm. ¿Cuánto volumen queda en cada milímetro?
quiz-basics-linear-dose-unit = µL
quiz-basics-linear-dose-explanation = 0,1 mL son 100 µL, y 100 ÷ 40 = 2,5 µL por milímetro. Una mano más lenta o un pulgar más fuerte cambian esta cifra enseguida: es el flujo dividido por la velocidad de retirada.
quiz-basics-linear-dose-source = Calculado: volumen ÷ longitud

quiz-basics-pitch-drift-ask = La cánula se inclina 1° fuera del plano. ¿Cuánto se ha desviado la punta en profundidad a los 50 mm?
quiz-basics-pitch-drift-unit = mm
quiz-basics-pitch-drift-explanation = 50 mm × tan 1° = 0,87 mm. La capa de grasa solo tiene unos 3 mm de grosor, así que un grado decide si el hilo se queda en su plano.
quiz-basics-pitch-drift-source = Calculado: desvío = L tan α

quiz-basics-needle-depth-ask = Una aguja entra en piel plana a 30° de la superficie y se introduce 5 mm. ¿A qué profundidad está su punta?
quiz-basics-needle-depth-unit = mm
quiz-basics-needle-depth-explanation = La profundidad es la longitud introducida por el seno del ángulo: 5 × 0,5 = 2,5 mm. Eso está por debajo de la dermis; en un estudio, incluso expertos que apuntaban a la dermis acabaron en la hipodermis con 30 a 45° y 5 a 8 mm.
quiz-basics-needle-depth-source = Journal of Drugs in Dermatology, S1545961616P0483X: profundidad = L sen α

quiz-basics-pilot-needle-ask = Un fabricante de cánulas aconseja una aguja piloto un paso más ancha que la cánula. ¿Qué aguja abre camino a una cánula de 27G?
quiz-basics-pilot-needle-choice-1 = 31G
quiz-basics-pilot-needle-choice-2 = 29G
quiz-basics-pilot-needle-choice-3 = 27G
quiz-basics-pilot-needle-choice-4 = 25G
quiz-basics-pilot-needle-explanation = La punta roma no puede perforar la piel, así que una aguja algo más ancha abre el punto de entrada: 25G para una cánula de 27G. Un número de calibre menor es un instrumento más ancho.
quiz-basics-pilot-needle-source = TSK Laboratory; Journal of Drugs in Dermatology 2012, S1545961612P0070X

quiz-basics-stiffness-22-25-ask = Por la rigidez a la flexión del tubo de acero, ¿cómo se compara una cánula de 22G con una de 25G de la misma longitud?
quiz-basics-stiffness-22-25-choice-1 = Más o menos igual de rígida
quiz-basics-stiffness-22-25-choice-2 = Unas 1,4 veces más rígida
quiz-basics-stiffness-22-25-choice-3 = Unas 3,6 veces más rígida
quiz-basics-stiffness-22-25-choice-4 = Unas 20 veces más rígida
quiz-basics-stiffness-22-25-explanation = La rigidez va con la cuarta potencia de los diámetros: 2240 frente a 620 N·mm² en tubos nominales. La de 25G se curva alrededor de los tabiques fibrosos donde la de 22G va recta. Las cánulas de pared fina pueden ser más blandas.
quiz-basics-stiffness-22-25-source = Calculado a partir de la tabla nominal de calibres: EI = E π (D⁴ − d⁴) ÷ 64, E = 193 GPa

quiz-basics-target-plane-ask = ¿En qué plano sitúa la enseñanza de consenso el CaHA diluido e hiperdiluido para la calidad de la piel?
quiz-basics-target-plane-choice-1 = Epidermis y dermis papilar
quiz-basics-target-plane-choice-2 = Inmediatamente subdérmico, en la grasa superficial
quiz-basics-target-plane-choice-3 = Bajo el SMAS, por encima del músculo
quiz-basics-target-plane-choice-4 = Sobre el periostio
quiz-basics-target-plane-explanation = Los hilos se depositan justo bajo la dermis. Un CaHA más superficial tiene más probabilidad de verse blanco y de formar nódulos. Lo que cuesta una profundidad mayor es menos seguro: en un estudio pequeño de manos (n = 15) una capa más profunda funcionó igual de bien.
quiz-basics-target-plane-source = Goldie 2018, Dermatologic Surgery; Yutskovskaya 2017, Journal of Drugs in Dermatology; manos: PMID 32976172

quiz-basics-stir-again-ask = ¿Por qué pide el protocolo MESO RADIESSE remover a fondo antes de llenar cada jeringa?
quiz-basics-stir-again-choice-1 = Para calentar la mezcla a la temperatura corporal
quiz-basics-stir-again-choice-2 = Para romper las esferas en otras más pequeñas
quiz-basics-stir-again-choice-3 = Para expulsar el aire del diluyente
quiz-basics-stir-again-choice-4 = Porque las partículas se depositan en las paredes
quiz-basics-stir-again-explanation = Las esferas son unas tres veces más densas que el vehículo y sedimentan, tanto más deprisa cuanto más fluida es la mezcla. Una jeringa sin remover da una dosis desigual, hilo a hilo.
quiz-basics-stir-again-source = Descripción del protocolo MESO RADIESSE; sedimentación calculada con la ley de Stokes

quiz-basics-mixing-passes-ask = ¿Cuántas emboladas entre dos jeringas bastaron para mezclar lidocaína en un relleno de CaHA sin diluir en un estudio de laboratorio?
quiz-basics-mixing-passes-unit = emboladas
quiz-basics-mixing-passes-explanation = Diez emboladas hicieron homogénea la mezcla con lidocaína. El ácido hialurónico mezclado con 5 a 10 emboladas aún mostraba un gradiente a lo largo de la jeringa, así que el número no vale para cualquier mezcla.
quiz-basics-mixing-passes-source = Dermatologic Surgery 2008, doi 10.1111/j.1524-4725.2008.34238.x

quiz-basics-treatment-order-ask = ¿En qué orden trata las áreas el protocolo MESO RADIESSE?
quiz-basics-treatment-order-choice-1 = Tercio inferior, submentón, cuello, escote
quiz-basics-treatment-order-choice-2 = Escote, cuello, submentón, tercio inferior
quiz-basics-treatment-order-choice-3 = Cuello, tercio inferior, escote, submentón
quiz-basics-treatment-order-choice-4 = Submentón, escote, tercio inferior, cuello
quiz-basics-treatment-order-explanation = El protocolo trabaja hacia abajo, del tercio inferior de la cara al escote. Es el orden de trabajo que se enseña, no uno que se haya comparado con otros.
quiz-basics-treatment-order-source = Descripción del protocolo MESO RADIESSE

quiz-basics-dose-in-fan-ask = ¿Cuáles de estos factores cambian la cantidad de CaHA que recibe un milímetro de un hilo?
quiz-basics-dose-in-fan-choice-1 = La velocidad de retirada
quiz-basics-dose-in-fan-choice-2 = El flujo del émbolo
quiz-basics-dose-in-fan-choice-3 = La dilución y lo bien removida que está
quiz-basics-dose-in-fan-choice-4 = El número de hilos del abanico
quiz-basics-dose-in-fan-explanation = El volumen por milímetro es el flujo dividido por la velocidad de retirada, y la concentración en el orificio convierte el volumen en CaHA. El número de hilos cambia la dosis del área, no la de un hilo.
quiz-basics-dose-in-fan-source = Calculado: CaHA por longitud = concentración × flujo ÷ velocidad

## Complicaciones

quiz-basics-nodule-rate-ask = Una revisión de 21 estudios contó 166 nódulos en 5081 tratamientos con CaHA. ¿A cuántos nódulos por cada cien tratamientos equivale?
quiz-basics-nodule-rate-unit = %
quiz-basics-nodule-rate-explanation = 166 ÷ 5081 = 3,3 %. La cifra no debe trasladarse al producto hiperdiluido en el cuello, para el que no se encontró ninguna tasa con denominador.
quiz-basics-nodule-rate-source = Kadouch 2017, revisión de complicaciones del CaHA; el cociente está calculado

quiz-basics-nodule-dynamic-ask = ¿Qué proporción de esos nódulos surgió en áreas dinámicas, como alrededor de la boca?
quiz-basics-nodule-dynamic-choice-1 = Cerca del 5 %
quiz-basics-nodule-dynamic-choice-2 = Cerca del 20 %
quiz-basics-nodule-dynamic-choice-3 = Cerca de la mitad
quiz-basics-nodule-dynamic-choice-4 = Casi todos
quiz-basics-nodule-dynamic-explanation = El 49 % procedía de áreas móviles. El movimiento muscular agrupa las partículas; por eso la comisura de la boca se trata con cautela y los labios no se tocan.
quiz-basics-nodule-dynamic-source = Kadouch 2017, revisión de complicaciones del CaHA

quiz-basics-avoid-zones-ask = ¿En cuáles de estas áreas no deben colocarse productos con CaHA?
quiz-basics-avoid-zones-choice-1 = Labios
quiz-basics-avoid-zones-choice-2 = Mejilla preauricular
quiz-basics-avoid-zones-choice-3 = Surco lagrimal
quiz-basics-avoid-zones-choice-4 = Glabela
quiz-basics-avoid-zones-choice-5 = Cuello lateral
quiz-basics-avoid-zones-explanation = Hubo nódulos tras el 12,4 % de las inyecciones en la mucosa labial, las guías sobre híbridos de CaHA excluyen el área periocular, y hay casos de ceguera publicados en nariz y glabela. Un texto de protocolo sí incluye el surco lagrimal como sitio; las fuentes sobre seguridad lo cuentan entre las áreas que se deben evitar.
quiz-basics-avoid-zones-source = PMID 16936541 (labios), guía para formadores sobre híbridos de CaHA (periorbitaria), PMID 41263987 (pérdida de visión), resúmenes

quiz-basics-vision-loss-site-ask = ¿Tras la inyección en qué sitio se comunicó la mayoría de los casos publicados de pérdida visual con CaHA?
quiz-basics-vision-loss-site-choice-1 = El dorso nasal
quiz-basics-vision-loss-site-choice-2 = La línea mandibular
quiz-basics-vision-loss-site-choice-3 = El mentón
quiz-basics-vision-loss-site-choice-4 = El dorso de la mano
quiz-basics-vision-loss-site-explanation = Hay al menos once casos publicados y la mayoría siguió a la inyección en el dorso nasal. El CaHA no se puede disolver, así que la prevención lo es todo.
quiz-basics-vision-loss-site-source = Revisión de pérdida visual tras CaHA, PMID 41263987 (resumen)

quiz-basics-nodule-causes-ask = ¿Cuáles de estas causas nombra la bibliografía como favorecedoras de nódulos de CaHA?
quiz-basics-nodule-causes-choice-1 = Colocar el producto demasiado superficial
quiz-basics-nodule-causes-choice-2 = Un área móvil, muscular
quiz-basics-nodule-causes-choice-3 = Una dilución mayor del producto
quiz-basics-nodule-causes-choice-4 = Piel fina sobre el producto
quiz-basics-nodule-causes-explanation = Los nódulos precoces son sobre todo partículas agrupadas bajo una cobertura escasa, no granulomas. La dilución actúa en sentido contrario: reduce la cohesividad y dispersa las esferas.
quiz-basics-nodule-causes-source = Archives of Dermatology 1149920; Kadouch 2017; Goldie 2018; caso publicado doi 10.1111/jocd.70385

quiz-basics-white-line-ask = Aparece una línea blanca en la piel a lo largo de un hilo recién depositado. ¿Qué significa con mayor probabilidad?
quiz-basics-white-line-choice-1 = Aire que entró con el diluyente
quiz-basics-white-line-choice-2 = CaHA que está en la dermis
quiz-basics-white-line-choice-3 = Un signo normal de un buen hilo
quiz-basics-white-line-choice-4 = Lidocaína que llega a la superficie
quiz-basics-white-line-explanation = El CaHA es opaco y blanco y se ve cuando queda demasiado superficial. El protocolo admite contornos justo después del tratamiento, pero ningún tono blanquecino: masajee, y vaya más profundo en el siguiente pase. La piel blanca que se extiende más allá del hilo es otra cosa y obliga a pensar en un vaso.
quiz-basics-white-line-source = Descripción del protocolo MESO RADIESSE; el CaHA como material opaco, clinicalpub.com

quiz-basics-stop-signs-ask = ¿Qué hallazgos durante la inyección obligan a parar de inmediato y a tratarlos como vasculares hasta demostrar lo contrario?
quiz-basics-stop-signs-choice-1 = Palidez o color violáceo
quiz-basics-stop-signs-choice-2 = Dolor desproporcionado
quiz-basics-stop-signs-choice-3 = Un patrón reticulado, livedoide
quiz-basics-stop-signs-choice-4 = Un pequeño contorno a lo largo de un hilo reciente
quiz-basics-stop-signs-explanation = La piel pálida, violácea o livedoide y el dolor inesperado son signos de un vaso ocluido, y las instrucciones de uso piden parar de inmediato. Los pequeños contornos son de esperar justo después de los hilos y se masajean.
quiz-basics-stop-signs-source = Instrucciones de uso de Radiesse; descripción del protocolo MESO RADIESSE

quiz-basics-cannula-occlusion-ask = Un estudio grande comparó las oclusiones vasculares por jeringa con aguja y con microcánula. ¿Qué encontró?
quiz-basics-cannula-occlusion-choice-1 = Ninguna oclusión con cánulas
quiz-basics-cannula-occlusion-choice-2 = La misma tasa con ambas
quiz-basics-cannula-occlusion-choice-3 = Cerca del doble con cánulas
quiz-basics-cannula-occlusion-choice-4 = Unas seis veces menos con cánulas
quiz-basics-cannula-occlusion-explanation = Hubo 1 oclusión en 6410 jeringas con agujas y 1 en 40 882 con microcánulas, una razón de 6,4. Más raro no es nunca: una punta roma no da permiso para dejar de mirar la piel.
quiz-basics-cannula-occlusion-source = Alam 2021 (PMC7774041); la razón está calculada

quiz-basics-fine-cannula-ask = ¿Qué diferencia hubo entre una cánula de 27G y una aguja de 27G al empujarlas a través de la pared de arterias de cadáver?
quiz-basics-fine-cannula-choice-1 = Las fuerzas no difirieron de forma significativa
quiz-basics-fine-cannula-choice-2 = La cánula necesitó diez veces la fuerza
quiz-basics-fine-cannula-choice-3 = La cánula nunca entró en el vaso
quiz-basics-fine-cannula-choice-4 = La aguja necesitó el doble de fuerza
quiz-basics-fine-cannula-explanation = Las fuerzas medias fueron 0,78 y 0,70 N y la diferencia no fue significativa (p = 0,558). Un estudio posterior encontró que las cánulas de todos los tamaños necesitan más fuerza que las agujas, así que no está resuelto; las cánulas finas deben tratarse como si pudieran perforar un vaso.
quiz-basics-fine-cannula-source = Plastic and Reconstructive Surgery, marzo de 2019 (n = 294 punciones); en contra, Siperstein 2023

quiz-basics-thiosulfate-ask = ¿Qué dice la evidencia sobre el tiosulfato sódico como antídoto del CaHA?
quiz-basics-thiosulfate-choice-1 = Disuelve de forma fiable el CaHA en los vasos
quiz-basics-thiosulfate-choice-2 = Solo funciona junto con masaje
quiz-basics-thiosulfate-choice-3 = Es contradictoria; no existe una reversión fiable
quiz-basics-thiosulfate-choice-4 = Nunca se ha estudiado
quiz-basics-thiosulfate-explanation = Eliminó el CaHA en muestras de cadáver porcino en un día, pero no hizo nada in vitro ni en el cerdo vivo, y el CaHA seguía presente en una arteria de cadáver a las 24 horas. Por eso nada en este juego revierte el CaHA.
quiz-basics-thiosulfate-source = Robinson 2018; Danysz 2020; Yankova 2021, PMID 33544840

quiz-basics-hyaluronidase-hybrid-ask = ¿Qué efecto tiene la hialuronidasa sobre un híbrido de ácido hialurónico y CaHA?
quiz-basics-hyaluronidase-hybrid-choice-1 = Disuelve ambos componentes
quiz-basics-hyaluronidase-hybrid-choice-2 = Disuelve el CaHA y deja el gel
quiz-basics-hyaluronidase-hybrid-choice-3 = Ninguno sobre el híbrido
quiz-basics-hyaluronidase-hybrid-choice-4 = Disuelve el gel y deja las esferas
quiz-basics-hyaluronidase-hybrid-explanation = La enzima actúa solo sobre el ácido hialurónico. Las microesferas de CaHA permanecen, de modo que un híbrido solo puede revertirse en parte.
quiz-basics-hyaluronidase-hybrid-source = PMID 38693639 (resumen)

quiz-basics-pooled-events-ask = Agrupando varios bioestimuladores, ¿cuál de estos efectos adversos fue el más frecuente?
quiz-basics-pooled-events-choice-1 = Nódulos
quiz-basics-pooled-events-choice-2 = Hematomas
quiz-basics-pooled-events-choice-3 = Edema
quiz-basics-pooled-events-choice-4 = Eritema
quiz-basics-pooled-events-explanation = Hubo hematomas en cerca del 27 % (12 a 50 %), eritema en el 16 %, nódulos y edema en cerca del 5 % cada uno. Los hematomas pasan solos; los nódulos pueden necesitar tratamiento.
quiz-basics-pooled-events-source = Revisión agrupada de bioestimuladores, aru.figshare.com 29507561; la proporción de nódulos se cita de segunda mano

quiz-basics-contraindications-ask = ¿Cuáles de estas circunstancias desaconsejan un tratamiento según las instrucciones de uso de Radiesse?
quiz-basics-contraindications-choice-1 = Infección activa de la piel
quiz-basics-contraindications-choice-2 = Un trastorno de la coagulación
quiz-basics-contraindications-choice-3 = Hipersensibilidad a un componente
quiz-basics-contraindications-choice-4 = Edad superior a cincuenta años
quiz-basics-contraindications-explanation = Las instrucciones excluyen a personas con trastornos de la coagulación, infección activa, alergias graves múltiples o hipersensibilidad a un componente. La edad por sí sola no es una contraindicación, aunque la piel de más edad suele ser más fina.
quiz-basics-contraindications-source = Instrucciones de uso de Radiesse
