### El cuestionario levels/quizzes/product.ron: quiz-product-<pregunta>-<campo>; choice-N es la opción N del archivo.

quiz-product-title = Los productos y su evolución

quiz-product-weight-share-ask = Radiesse tiene un 30 % de CaHA en volumen. ¿Por qué es cerca del 56 % en peso?
quiz-product-weight-share-choice-1 = Porque el CaHA es unas tres veces más denso que el gel
quiz-product-weight-share-choice-2 = Porque la lidocaína se cuenta con él
quiz-product-weight-share-choice-3 = Porque las dos cifras son de dos productos diferentes
quiz-product-weight-share-choice-4 = Porque el gel pierde agua en la jeringa
quiz-product-weight-share-explanation = 0,3 mL de esferas a 3,1 g/mL pesan 0,93 g, junto a unos 0,7 g de gel. Las dos cifras describen la misma jeringa.
quiz-product-weight-share-source = Descripción del fabricante, radiesse.com; la proporción en peso está calculada

quiz-product-mg-neat-ask = ¿Cuánto CaHA contiene un mililitro de Radiesse sin diluir (30 % en volumen, 3,1 g/mL)?
quiz-product-mg-neat-unit = mg/mL
quiz-product-mg-neat-explanation = 0,3 mL × 3,1 g/mL = 0,93 g. Toda dosis de este juego parte de esta cifra y de la dilución.
quiz-product-mg-neat-source = Calculado: proporción en volumen × densidad

quiz-product-harmonyca-dose-ask = ¿Qué dosis por lado dio el estudio preauricular de HArmonyCa?
quiz-product-harmonyca-dose-unit = mL
quiz-product-harmonyca-dose-explanation = 1,25 mL por lado con una cánula de 23G, en hilos retrógrados, en 15 personas. El día 180 la ganancia era de 2,1 mL por lado.
quiz-product-harmonyca-dose-source = Urdiales-Gálvez 2023, Journal of Cosmetic Dermatology (n = 15)

quiz-product-lidocaine-share-ask = ¿Cuánto clorhidrato de lidocaína contiene Radiesse (+)?
quiz-product-lidocaine-share-unit = %
quiz-product-lidocaine-share-explanation = 0,3 %, es decir, 3 mg/mL, lo mismo que la versión de HArmonyCa con lidocaína. Cuenta para la dosis total de anestésico del paciente.
quiz-product-lidocaine-share-source = Estudio pivotal de la línea mandibular, Journal of Drugs in Dermatology 2021, S1545961621P1231X

quiz-product-gel-parts-ask = ¿De qué está hecho el gel que sirve de vehículo en Radiesse?
quiz-product-gel-parts-choice-1 = Carboximetilcelulosa sódica
quiz-product-gel-parts-choice-2 = Ácido poli-L-láctico
quiz-product-gel-parts-choice-3 = Agua
quiz-product-gel-parts-choice-4 = Glicerina
quiz-product-gel-parts-choice-5 = Ácido hialurónico reticulado
quiz-product-gel-parts-explanation = El gel lleva las esferas y se absorbe. El ácido hialurónico es el vehículo del híbrido; el ácido poli-L-láctico es otro bioestimulador.
quiz-product-gel-parts-source = Instrucciones de uso de Radiesse

quiz-product-hand-xray-ask = Veinticuatro meses después de inyectar CaHA en las manos, ¿en qué proporción de pacientes lo mostraban aún las radiografías?
quiz-product-hand-xray-unit = %
quiz-product-hand-xray-explanation = En el 83,3 %, tras el 100 % al mes, mientras que la resonancia a los 2,5 años no mostró rastro. Conviene avisar al radiólogo antes de que lo interprete como otra cosa.
quiz-product-hand-xray-source = PMID 36573029; PMC4330000 (resúmenes)

quiz-product-degradation-ask = ¿Cuánto duran las partículas de CaHA en el tejido hasta degradarse, según el consenso sobre hiperdilución?
quiz-product-degradation-choice-1 = De nueve a doce meses
quiz-product-degradation-choice-2 = Dos o tres meses
quiz-product-degradation-choice-3 = Una o dos semanas
quiz-product-degradation-choice-4 = Nunca se degradan
quiz-product-degradation-explanation = El artículo indica de 9 a 12 meses. Las radiografías de manos han mostrado restos durante más tiempo, así que la cifra orienta, pero no es un límite.
quiz-product-degradation-source = De Almeida 2019, PRS Global Open

quiz-product-cmc-ha-extrusion-ask = En un estudio de laboratorio vinculado a un fabricante, ¿qué diferencias tenía el CaHA en carboximetilcelulosa respecto al CaHA en ácido hialurónico?
quiz-product-cmc-ha-extrusion-choice-1 = G′ menor y mayor fuerza de extrusión
quiz-product-cmc-ha-extrusion-choice-2 = G′ menor y menor fuerza de extrusión
quiz-product-cmc-ha-extrusion-choice-3 = Ninguna diferencia en ambas
quiz-product-cmc-ha-extrusion-choice-4 = G′ mayor y menor fuerza de extrusión
quiz-product-cmc-ha-extrusion-explanation = El gel más rígido era, sin embargo, el más fácil de extruir. Los datos del otro fabricante alaban al híbrido: quién pagó un estudio forma parte de su resultado.
quiz-product-cmc-ha-extrusion-source = PMID 37683069; en contra, Braz 2024

quiz-product-collagen-24h-ask = En cultivo celular, ¿a qué porcentaje del control había subido el colágeno III 24 horas después del contacto con CaHA?
quiz-product-collagen-24h-unit = %
quiz-product-collagen-24h-explanation = Al 123 %, y el colágeno I al 124 % a las 72 horas; solo respondieron las células en contacto con las esferas. Eso habla a favor de un reparto uniforme de las partículas, no de más volumen.
quiz-product-collagen-24h-source = Nowag 2023

quiz-product-harmonyca-retreat-ask = ¿Cuándo aconseja un panel de expertos sobre el híbrido volver a tratar?
quiz-product-harmonyca-retreat-choice-1 = Nunca más en el mismo lado de la cara
quiz-product-harmonyca-retreat-choice-2 = Cada mes durante medio año
quiz-product-harmonyca-retreat-choice-3 = Solo cuando la laxitud lo pide
quiz-product-harmonyca-retreat-choice-4 = Cada vez que cede el primer edema
quiz-product-harmonyca-retreat-explanation = El panel aconseja cánula, cara lateral y volver a tratar solo por laxitud. El edema de los primeros días no mide el efecto.
quiz-product-harmonyca-retreat-source = PMC12824049 (resumen)

quiz-product-neocollagenesis-onset-ask = ¿A partir de cuándo se vio colágeno nuevo tras el CaHA en animales?
quiz-product-neocollagenesis-onset-choice-1 = Al segundo día
quiz-product-neocollagenesis-onset-choice-2 = Tras un año
quiz-product-neocollagenesis-onset-choice-3 = En una hora
quiz-product-neocollagenesis-onset-choice-4 = Hacia la cuarta semana
quiz-product-neocollagenesis-onset-explanation = Hacia las cuatro semanas en animales; las personas notan la piel más firme entre las cuatro y las ocho. Quien promete un resultado para el fin de semana no ha depositado un bioestimulador.
quiz-product-neocollagenesis-onset-source = clinicalpub.com; descripción de HArmonyCa

quiz-product-elastin-month6-ask = ¿Qué se observó en las fibras elásticas medio año después del CaHA?
quiz-product-elastin-month6-choice-1 = Había menos
quiz-product-elastin-month6-choice-2 = No se miraron
quiz-product-elastin-month6-choice-3 = Se habían calcificado todas
quiz-product-elastin-month6-choice-4 = Había más
quiz-product-elastin-month6-explanation = Las fibras elásticas habían crecido del 29 al 179 % y la elastina del 12 al 66 %. El amplio intervalo forma parte del mensaje.
quiz-product-elastin-month6-source = PMID 30893178 (resumen)

quiz-product-section-lightest-ask = Tres hilos de igual volumen y longitud están en el cuello. ¿Cuál de ellos contiene más CaHA?
quiz-product-section-lightest-choice-1 = Hilo 1
quiz-product-section-lightest-choice-2 = Hilo 2
quiz-product-section-lightest-choice-3 = Hilo 3
quiz-product-section-lightest-explanation = Una parte de producto de cada tres contiene más que una de cada cinco o de cada siete. Mililitros iguales no son dosis iguales.
quiz-product-section-lightest-source = Calculado por esta simulación: 930 mg/mL ÷ (1 + partes de diluyente)

quiz-product-plla-jawline-ask = En comparaciones durante un año, ¿cuándo superó el ácido poli-L-láctico al ácido hialurónico?
quiz-product-plla-jawline-choice-1 = Desde el noveno mes
quiz-product-plla-jawline-choice-2 = Nunca lo hizo
quiz-product-plla-jawline-choice-3 = Enseguida y para siempre
quiz-product-plla-jawline-choice-4 = Al cabo de un mes
quiz-product-plla-jawline-explanation = Iba por delante desde el noveno mes. Al principio solo está el agua con que se mezcló, que desaparece en días: los bioestimuladores premian la paciencia.
quiz-product-plla-jawline-source = Resúmenes sobre el ácido poli-L-láctico, de segunda mano
