### El cuestionario levels/quizzes/complications.ron: quiz-complications-<pregunta>-<campo>; choice-N es la opción N del archivo.

quiz-complications-title = Complicaciones: riesgos, signos, respuestas

quiz-complications-section-white-line-ask = Tras estos tres hilos se vio una línea blanca en el cuello. ¿Cuál la causó?
quiz-complications-section-white-line-choice-1 = Hilo 1
quiz-complications-section-white-line-choice-2 = Hilo 2
quiz-complications-section-white-line-choice-3 = Hilo 3
quiz-complications-section-white-line-explanation = Solo ese está en la dermis, y el CaHA en la dermis es blanco. El protocolo admite contornos tras el tratamiento, pero ningún tono blanquecino.
quiz-complications-section-white-line-source = Calculado por esta simulación; descripción del protocolo MESO RADIESSE

quiz-complications-section-under-smas-ask = Sección delante de la oreja: ¿qué hilo puede estar en la parótida?
quiz-complications-section-under-smas-choice-1 = Hilo 1
quiz-complications-section-under-smas-choice-2 = Hilo 2
quiz-complications-section-under-smas-choice-3 = Hilo 3
quiz-complications-section-under-smas-explanation = La glándula empieza justo bajo el SMAS, y ese hilo lo ha atravesado. Ahora sería silencioso y más tarde se inflamaría.
quiz-complications-section-under-smas-source = Calculado por esta simulación; PMC10088009

quiz-complications-section-layer-nodule-ask = Se palpa un cordón blanco y firme junto a la comisura. Lea la sección: ¿en qué capa está el producto?
quiz-complications-section-layer-nodule-choice-1 = Epidermis
quiz-complications-section-layer-nodule-choice-2 = Dermis
quiz-complications-section-layer-nodule-choice-3 = Grasa
quiz-complications-section-layer-nodule-choice-4 = SMAS
quiz-complications-section-layer-nodule-explanation = La dermis termina allí a más de 1,1 mm y el hilo está a 0,7–0,8 mm. Producto superficial en un área móvil reúne dos de las causas conocidas.
quiz-complications-section-layer-nodule-source = Calculado por esta simulación; Kadouch 2017

quiz-complications-section-shallowest-ask = ¿Cuál de estos hilos en la mejilla de Solveig tiene el mayor riesgo de verse o palparse, por la profundidad a la que está?
quiz-complications-section-shallowest-choice-1 = Hilo 1
quiz-complications-section-shallowest-choice-2 = Hilo 2
quiz-complications-section-shallowest-choice-3 = Hilo 3
quiz-complications-section-shallowest-explanation = Es el que menos tejido tiene encima. Los otros dos tienen más cobertura con el mismo volumen y la misma dilución, así que corren menos riesgo.
quiz-complications-section-shallowest-source = Calculado por esta simulación en la paciente Solveig

quiz-complications-predict-nodule-depth-ask = El mismo hilo a cuatro profundidades, donde la dermis termina a 1,07 mm. Prediga cuál tiene la mayor probabilidad de nódulo.
quiz-complications-predict-nodule-depth-choice-1 = 0,7 mm
quiz-complications-predict-nodule-depth-choice-2 = 1,4 mm
quiz-complications-predict-nodule-depth-choice-3 = 2,2 mm
quiz-complications-predict-nodule-depth-choice-4 = 3,5 mm
quiz-complications-predict-nodule-depth-explanation = En este modelo, más profundo nunca es más arriesgado. No hay un umbral de profundidad publicado; el modelo cuenta cuánta masa queda en la dermis o cerca.
quiz-complications-predict-nodule-depth-source = Calculado por esta simulación; colocación superficial: Archives of Dermatology 1149920

quiz-complications-predict-bolus-ask = 0,1 mL de una mezcla 1:1 a 1,9 mm, depositados de tres maneras. Prediga cuál tiene la mayor probabilidad de nódulo.
quiz-complications-predict-bolus-choice-1 = Como dos hilos finos
quiz-complications-predict-bolus-choice-2 = Como un solo hilo
quiz-complications-predict-bolus-choice-3 = Como un bolo
quiz-complications-predict-bolus-explanation = Un bolo reúne las partículas en un lugar, y los nódulos son partículas agrupadas. En los labios, volúmenes menores bajaron la tasa publicada del 12,4 al 8,8 %.
quiz-complications-predict-bolus-source = Calculado por esta simulación; PMID 16936541

quiz-complications-predict-dilution-risk-ask = Hilos de 0,1 mL, todos a 1,6 mm, en tres diluciones. Prediga cuál tiene la menor probabilidad de nódulo.
quiz-complications-predict-dilution-risk-choice-1 = 1:4
quiz-complications-predict-dilution-risk-choice-2 = 1:2
quiz-complications-predict-dilution-risk-choice-3 = 1:1
quiz-complications-predict-dilution-risk-explanation = El mismo volumen contiene menos CaHA, y la dilución baja la cohesividad que mantiene juntas las esferas. La dosis para la piel también es menor, así que nada sale gratis.
quiz-complications-predict-dilution-risk-source = Calculado por esta simulación; reología de la dilución de Radiesse

quiz-complications-lip-rate-ask = Tras 338 inyecciones de CaHA en la mucosa labial hubo 42 nódulos. ¿Qué tasa es?
quiz-complications-lip-rate-unit = %
quiz-complications-lip-rate-explanation = 42 ÷ 338 = 12,4 %. Con volúmenes menores bajó al 8,8 %, aún muy por encima de otros sitios: los labios no se tocan.
quiz-complications-lip-rate-source = PMID 16936541 (resumen); el cociente está calculado

quiz-complications-early-events-ask = Una revisión de 5032 pacientes comparó reacciones precoces y tardías al CaHA. ¿Qué contó?
quiz-complications-early-events-choice-1 = 0,85 % precoces, 21,8 % tardías
quiz-complications-early-events-choice-2 = No se vio ninguna reacción tardía
quiz-complications-early-events-choice-3 = 21,8 % precoces, 0,85 % tardías
quiz-complications-early-events-choice-4 = Casi tantas tardías como precoces
quiz-complications-early-events-explanation = Los eventos precoces, como edema y hematomas, son frecuentes y pasan. Los tardíos son raros, y son los que el paciente debe conocer para volver a consultar.
quiz-complications-early-events-source = Revisión sistemática, Cosmetics 2024, 11: 165

quiz-complications-nlf-long-term-ask = ¿Cuántos nódulos se hallaron en 102 pacientes tratados en los surcos nasogenianos y seguidos tres años?
quiz-complications-nlf-long-term-choice-1 = Unos 30
quiz-complications-nlf-long-term-choice-2 = Uno por persona
quiz-complications-nlf-long-term-choice-3 = Unos 12
quiz-complications-nlf-long-term-choice-4 = Ninguno
quiz-complications-nlf-long-term-explanation = Ninguno. Frente al 12,4 % en los labios, muestra cuánto decide el sitio, aunque ambos se traten con el mismo producto.
quiz-complications-nlf-long-term-source = PMID 20442101 (resumen)

quiz-complications-nodule-ladder-ask = Ponga en orden los pasos publicados frente a un nódulo de CaHA, el más suave primero.
quiz-complications-nodule-ladder-choice-1 = Esperar
quiz-complications-nodule-ladder-choice-2 = Masajear, dispersar con suero
quiz-complications-nodule-ladder-choice-3 = Corticoide o 5-FU, láser
quiz-complications-nodule-ladder-choice-4 = Quelante o escisión
quiz-complications-nodule-ladder-explanation = La mayoría de los nódulos precoces son partículas agrupadas y pueden dispersarse. Lo que no tiene vuelta atrás debe dejarse para el final.
quiz-complications-nodule-ladder-source = Manejo de nódulos de CaHA (ouci.dntb.gov.ua, trabajo 9GApZd64)

quiz-complications-neck-nodule-fix-ask = En un caso publicado, ¿cómo se trataron los nódulos del cuello tras CaHA hiperdiluido?
quiz-complications-neck-nodule-fix-choice-1 = Con cánula y suero, cinco veces
quiz-complications-neck-nodule-fix-choice-2 = Con hialuronidasa en una sesión
quiz-complications-neck-nodule-fix-choice-3 = Solo esperando dos años
quiz-complications-neck-nodule-fix-choice-4 = Con escisión de cada nódulo
quiz-complications-neck-nodule-fix-explanation = Una cánula de 22G y suero los dispersaron en cinco sesiones. La hialuronidasa no tiene nada que disolver en un vehículo de carboximetilcelulosa.
quiz-complications-neck-nodule-fix-source = Caso clínico, doi 10.1111/jocd.70385

quiz-complications-botulinum-neck-ask = ¿Qué pareció proteger frente a los nódulos del cuello en ese caso?
quiz-complications-botulinum-neck-choice-1 = Toxina botulínica previa
quiz-complications-botulinum-neck-choice-2 = Ejercicio del platisma
quiz-complications-botulinum-neck-choice-3 = Una dosis mayor de CaHA
quiz-complications-botulinum-neck-choice-4 = Sol tras el tratamiento
quiz-complications-botulinum-neck-explanation = Poner en reposo el platisma antes del tratamiento pareció proteger. Es un solo caso: un indicio de que el movimiento agrupa las partículas, no una prueba.
quiz-complications-botulinum-neck-source = Caso clínico, doi 10.1111/jocd.70385

quiz-complications-ultrasound-ct-ask = ¿Por qué conviene decir al radiólogo que hay CaHA en la cara?
quiz-complications-ultrasound-ct-choice-1 = No se distingue de una esquirla metálica
quiz-complications-ultrasound-ct-choice-2 = Se ve en la tomografía computarizada
quiz-complications-ultrasound-ct-choice-3 = Altera el ritmo cardíaco en la resonancia
quiz-complications-ultrasound-ct-choice-4 = Hace inseguro cualquier medio de contraste
quiz-complications-ultrasound-ct-explanation = El CaHA es radiopaco y se ha visto en la TC. Unas estrías brillantes en la mejilla desconciertan a quien no las conoce.
quiz-complications-ultrasound-ct-source = PMID 18547186 (resumen)

quiz-complications-cannula-all-gauges-ask = En un estudio, una cánula de 27G entró en arterias de cadáver con tanta facilidad como una aguja de 27G. ¿Qué comunicó otro posterior?
quiz-complications-cannula-all-gauges-choice-1 = Que toda cánula necesitó más fuerza que su aguja
quiz-complications-cannula-all-gauges-choice-2 = Que las arterias ceden siempre a unos 0,1 N
quiz-complications-cannula-all-gauges-choice-3 = Lo mismo para todos los calibres
quiz-complications-cannula-all-gauges-choice-4 = Que una punta roma no puede entrar en ninguna arteria
quiz-complications-cannula-all-gauges-explanation = Halló más fuerza para cánulas de todos los calibres, 27G y 30G incluidos, y que la fuerza de avance en el tejido supera la de perforar un vaso. Actúe como si una cánula fina pudiera perforar.
quiz-complications-cannula-all-gauges-source = Plastic and Reconstructive Surgery, marzo de 2019; en contra, Siperstein 2023
