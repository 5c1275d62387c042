### El cuestionario levels/quizzes/technique.ron: quiz-technique-<pregunta>-<campo>; choice-N es la opción N del archivo.

quiz-technique-title = Técnica: plano, abanico, hilo

quiz-technique-section-target-plane-ask = ¿Qué hilo de esta sección está en el plano objetivo subdérmico, a menos de 1,5 mm bajo la dermis?
quiz-technique-section-target-plane-choice-1 = Hilo 1
quiz-technique-section-target-plane-choice-2 = Hilo 2
quiz-technique-section-target-plane-choice-3 = Hilo 3
quiz-technique-section-target-plane-explanation = La dermis termina a unos 1,1 mm, así que el plano va de ahí a unos 2,6 mm. El primer hilo sigue en la dermis; el segundo está en grasa demasiado profunda para contar.
quiz-technique-section-target-plane-source = Calculado por esta simulación en la paciente Anna; plano: Goldie 2018

quiz-technique-section-pitch-up-ask = Se depositaron tres hilos uno tras otro en la línea mandibular. ¿En cuál se inclinó la cánula durante la retirada?
quiz-technique-section-pitch-up-choice-1 = Hilo 1
quiz-technique-section-pitch-up-choice-2 = Hilo 2
quiz-technique-section-pitch-up-choice-3 = Hilo 3
quiz-technique-section-pitch-up-explanation = Su profundidad cambia más de un milímetro de un extremo al otro, mientras que los otros la mantienen. El vástago pivota en el punto de entrada: pabellón abajo, punta arriba.
quiz-technique-section-pitch-up-source = Calculado por esta simulación en la paciente Anna

quiz-technique-section-densest-ask = Lea volumen, longitud y dilución: ¿qué hilo contiene más CaHA por milímetro?
quiz-technique-section-densest-choice-1 = Hilo 1
quiz-technique-section-densest-choice-2 = Hilo 2
quiz-technique-section-densest-choice-3 = Hilo 3
quiz-technique-section-densest-explanation = Concentra casi el mismo volumen que el primero en menos de la mitad de longitud. El segundo es más largo y más diluido: queda menos de la mitad de CaHA en cada µL.
quiz-technique-section-densest-source = Calculado por esta simulación: CaHA por longitud = volumen × concentración ÷ longitud

quiz-technique-section-below-dermis-ask = Lea esta sección del cuello: ¿a qué distancia bajo el límite dermis–grasa está el hilo?
quiz-technique-section-below-dermis-unit = mm
quiz-technique-section-below-dermis-explanation = El hilo está a 2,0 mm y la dermis del cuello termina a 1,16 mm: quedan 0,84 mm. Lo que cuenta es esa distancia, no la profundidad bajo la piel.
quiz-technique-section-below-dermis-source = Calculado por esta simulación en la paciente Anna

quiz-technique-section-harmonyca-ask = HArmonyCa se enseña para la dermis profunda y la grasa subdérmica. ¿Qué hilo encaja mejor?
quiz-technique-section-harmonyca-choice-1 = Hilo 1
quiz-technique-section-harmonyca-choice-2 = Hilo 2
quiz-technique-section-harmonyca-choice-3 = Hilo 3
quiz-technique-section-harmonyca-choice-4 = Hilo 4
quiz-technique-section-harmonyca-explanation = El segundo está justo bajo la dermis. El primero está en la dermis superior, donde el producto blanco se ve; el tercero está en el SMAS y el cuarto debajo.
quiz-technique-section-harmonyca-source = Calculado por esta simulación en la paciente Anna; plano: descripción de HArmonyCa y guía para formadores

quiz-technique-section-rise-to-dermis-ask = Uno de estos hilos del cuello ha subido a la dermis en la mayor parte de su trayecto. ¿Cuál?
quiz-technique-section-rise-to-dermis-choice-1 = Hilo 1
quiz-technique-section-rise-to-dermis-choice-2 = Hilo 2
quiz-technique-section-rise-to-dermis-choice-3 = Hilo 3
quiz-technique-section-rise-to-dermis-explanation = Empieza justo bajo el límite y termina a medio milímetro. En la piel fina del cuello eso es una línea blanca y palpable.
quiz-technique-section-rise-to-dermis-source = Calculado por esta simulación en la paciente Anna

quiz-technique-section-chord-ask = Se empujó una cánula recta por una mejilla curva sin seguirla. ¿Qué hilo lo muestra?
quiz-technique-section-chord-choice-1 = Hilo 1
quiz-technique-section-chord-choice-2 = Hilo 2
quiz-technique-section-chord-choice-3 = Hilo 3
quiz-technique-section-chord-explanation = Entra bien y se hunde a través de toda la capa. En una mejilla de 80 mm de radio, una cuerda recta de 50 mm se aparta del plano unos 4 mm si la cánula no se curva con ella.
quiz-technique-section-chord-source = Calculado por esta simulación; sagita L² ÷ 8R

quiz-technique-replay-shallow-ask = Vea la repetición del primer abanico. ¿Cuál es el fallo?
quiz-technique-replay-shallow-choice-1 = Los hilos quedan demasiado superficiales
quiz-technique-replay-shallow-choice-2 = El producto sale al avanzar
quiz-technique-replay-shallow-choice-3 = Los hilos quedan demasiado profundos
quiz-technique-replay-shallow-choice-4 = La punta choca con el hueso
quiz-technique-replay-shallow-explanation = Los hilos quedan a medio milímetro o menos por debajo de la dermis, y en algunos puntos dentro de ella: demasiado superficiales. El flujo es retrógrado.
quiz-technique-replay-shallow-source = Intento de un operador sintético, juzgado por esta simulación

quiz-technique-replay-advancing-ask = Vea la repetición del primer abanico. ¿Qué hace mal el operador?
quiz-technique-replay-advancing-choice-1 = Toca el hueso
quiz-technique-replay-advancing-choice-2 = Presiona al entrar
quiz-technique-replay-advancing-choice-3 = Queda demasiado superficial
quiz-technique-replay-advancing-choice-4 = Sale a través de la piel
quiz-technique-replay-advancing-explanation = El producto sale mientras la cánula avanza. Va entonces adonde el tejido lo deja y, a presión, dentro de un vaso; el hilo se deposita solo a la vuelta.
quiz-technique-replay-advancing-source = Intento de un operador sintético, juzgado por esta simulación

quiz-technique-replay-one-sided-ask = Esta repetición del primer abanico tiene un fallo. Encuéntrelo.
quiz-technique-replay-one-sided-choice-1 = Los hilos están en la dermis
quiz-technique-replay-one-sided-choice-2 = El flujo empieza al avanzar
quiz-technique-replay-one-sided-choice-3 = Un lado de la zona no recibe nada
quiz-technique-replay-one-sided-choice-4 = La punta vuelve a salir por la piel
quiz-technique-replay-one-sided-explanation = Los pases se agolpan a un lado y el resto de la zona queda sin dosis. Ángulos iguales entre vecinos reparten la zona; la piel sin producto no responde.
quiz-technique-replay-one-sided-source = Intento de un operador sintético, juzgado por esta simulación

quiz-technique-replay-deep-ask = ¿Qué falla en el abanico de esta repetición?
quiz-technique-replay-deep-choice-1 = Sus hilos son demasiado superficiales
quiz-technique-replay-deep-choice-2 = Sus hilos son demasiado profundos
quiz-technique-replay-deep-choice-3 = Se llevó por el hueso
quiz-technique-replay-deep-choice-4 = Se presionó durante la entrada
quiz-technique-replay-deep-explanation = Los hilos discurren en la grasa inferior, bajo el plano que pide el ejercicio. Es el error más leve de los dos: 0,5 mm de menos se puntúa peor que 1,0 mm de más.
quiz-technique-replay-deep-source = Intento de un operador sintético, juzgado por esta simulación; regla de su puntuación de profundidad [design]

quiz-technique-order-pass-ask = Ponga en orden los pasos de un pase retrógrado.
quiz-technique-order-pass-choice-1 = Perforar la piel con una aguja
quiz-technique-order-pass-choice-2 = Introducir la cánula por la punción
quiz-technique-order-pass-choice-3 = Avanzar sin presionar
quiz-technique-order-pass-choice-4 = Retirar presionando
quiz-technique-order-pass-choice-5 = Cortar el flujo antes del punto de entrada
quiz-technique-order-pass-explanation = La cánula roma necesita una punción, abre su trayecto sin presionar y deposita el hilo a la vuelta. Cortar pronto el flujo evita sobrecargar el vértice del abanico.
quiz-technique-order-pass-source = Descripción del protocolo MESO RADIESSE; TSK Laboratory sobre agujas piloto

quiz-technique-order-protocol-ask = Ponga en orden los pasos del protocolo MESO RADIESSE.
quiz-technique-order-protocol-choice-1 = Desinfectar y marcar a lo largo de las líneas de tensión
quiz-technique-order-protocol-choice-2 = Diluir el producto
quiz-technique-order-protocol-choice-3 = Remover antes de llenar cada jeringa
quiz-technique-order-protocol-choice-4 = Inyectar de forma retrógrada
quiz-technique-order-protocol-choice-5 = Masajear
quiz-technique-order-protocol-explanation = Las marcas van primero, porque nadie dibuja líneas rectas en piel infiltrada. El masaje va al final y redistribuye; entonces pueden verse contornos, pero no piel blanquecina.
quiz-technique-order-protocol-source = Descripción del protocolo MESO RADIESSE

quiz-technique-order-stiffness-ask = Ordene estas cánulas de igual longitud de la más flexible a la más rígida.
quiz-technique-order-stiffness-choice-1 = 30G
quiz-technique-order-stiffness-choice-2 = 27G
quiz-technique-order-stiffness-choice-3 = 25G
quiz-technique-order-stiffness-choice-4 = 22G
quiz-technique-order-stiffness-explanation = Los tubos nominales tienen 83, 257, 620 y 2240 N·mm². Cada paso es mayor de lo que sugiere el número de calibre, porque la rigidez va con la cuarta potencia del diámetro.
quiz-technique-order-stiffness-source = Calculado a partir de la tabla nominal de calibres: EI = E π (D⁴ − d⁴) ÷ 64, E = 193 GPa

quiz-technique-predict-caha-laid-ask = Se depositan tres hilos de 0,1 mL con Radiesse diluido 1:2. Prediga el CaHA en la zona.
quiz-technique-predict-caha-laid-unit = mg
quiz-technique-predict-caha-laid-explanation = 0,3 mL de una mezcla con 310 mg/mL contienen 93 mg. El motor cuenta la masa que llevan los depósitos, no los mililitros.
quiz-technique-predict-caha-laid-source = Calculado por esta simulación: volumen × 930 mg/mL ÷ 3

quiz-technique-predict-even-ask = El mismo volumen va a una zona de 40 × 30 mm. Prediga qué plan obtiene la mejor puntuación de uniformidad.
quiz-technique-predict-even-choice-1 = Cinco hilos apiñados a un lado
quiz-technique-predict-even-choice-2 = Todo en un solo bolo
quiz-technique-predict-even-choice-3 = Cinco hilos, uno cada 6 mm
quiz-technique-predict-even-choice-4 = Dos hilos gruesos, uno cada 14 mm
quiz-technique-predict-even-explanation = Con una dispersión de unos 2,5 mm, los hilos cada 6 mm no dejan huecos, y dos gruesos dejan uno. Un bolo no cubre casi nada.
quiz-technique-predict-even-source = Calculado por esta simulación (uniformidad de la dosis, cobertura, mayor hueco)

quiz-technique-predict-depth-score-ask = Cuatro hilos sueltos y un plano de 1,5 mm bajo la dermis. Prediga qué hilo obtiene aquí la puntuación de profundidad más baja.
quiz-technique-predict-depth-score-choice-1 = 0,5 mm demasiado superficial
quiz-technique-predict-depth-score-choice-2 = En medio del plano
quiz-technique-predict-depth-score-choice-3 = 0,5 mm demasiado profundo
quiz-technique-predict-depth-score-choice-4 = 1,0 mm demasiado profundo
quiz-technique-predict-depth-score-explanation = La puntuación es asimétrica por diseño: 0,5 mm de menos cuesta más que 1,0 mm de más, porque el producto en la dermis se ve y puede formar nódulos. El que queda demasiado profundo sobre todo se desperdicia.
quiz-technique-predict-depth-score-source = Calculado por esta simulación; regla de su puntuación de profundidad [design]

quiz-technique-cantilever-38-ask = Un tubo de 25G (EI = 620 N·mm²) está sujeto en el pabellón y libre en 38 mm. ¿Qué rigidez tiene su punta ante un empuje lateral?
quiz-technique-cantilever-38-unit = N/mm
quiz-technique-cantilever-38-explanation = En un voladizo es 3EI ÷ L³ = 3 × 620 ÷ 38³ = 0,034 N/mm. Una décima de newton desvía la punta libre 3 mm.
quiz-technique-cantilever-38-source = Calculado: 3EI ÷ L³ con la tabla nominal de calibres

quiz-technique-dead-volume-ask = ¿Cuánto producto queda en la luz de una cánula de 22G de 50 mm (luz de 0,134 mm²) cuando la jeringa está vacía?
quiz-technique-dead-volume-unit = µL
quiz-technique-dead-volume-explanation = 0,134 mm² × 50 mm = 6,7 mm³, es decir, 6,7 µL. Es una pequeña parte de un hilo de 0,1 mL, pero también hay que llenarla antes de que empiece el primer hilo.
quiz-technique-dead-volume-source = Calculado a partir de la tabla nominal de calibres: luz × longitud

quiz-technique-thread-diameter-ask = Si se depositan 0,1 mL de manera uniforme en 40 mm como un hilo redondo que no se extiende, ¿qué grosor tiene el hilo?
quiz-technique-thread-diameter-unit = mm
quiz-technique-thread-diameter-explanation = Un cilindro de volumen V y longitud L tiene el diámetro √(4V ÷ πL): √(400 ÷ 125,7) = 1,78 mm. Es más de lo que la capa grasa de una mano deja libre.
quiz-technique-thread-diameter-source = Calculado: d = √(4V ÷ πL)

quiz-technique-wall-shear-ask = ¿Por qué una ley de flujo para el gel de CaHA debe ajustarse a la extrusión y no a la oscilación lenta de laboratorio?
quiz-technique-wall-shear-choice-1 = Porque el émbolo aplasta las esferas
quiz-technique-wall-shear-choice-2 = Porque la oscilación disuelve parte de las cadenas de polímero del gel
quiz-technique-wall-shear-choice-3 = Porque los geles se calientan al fluir en la jeringa
quiz-technique-wall-shear-choice-4 = Porque en la luz se cizalla diez mil veces por segundo
quiz-technique-wall-shear-explanation = A 0,02 mL/s, una luz de 25G cizalla la capa de pared a unos 11 600 por segundo. Con su viscosidad a bajo cizallamiento, el gel necesitaría cientos de newtons; al cizallarse se fluidifica.
quiz-technique-wall-shear-source = Calculado: 4Q ÷ πr³

quiz-technique-needle-force-share-ask = ¿Qué compone la mayor parte de la fuerza que introduce una aguja en el tejido?
quiz-technique-needle-force-share-choice-1 = El rozamiento a lo largo del vástago
quiz-technique-needle-force-share-choice-2 = La separación del tejido
quiz-technique-needle-force-share-choice-3 = El peso de la jeringa
quiz-technique-needle-force-share-choice-4 = El corte en la punta
quiz-technique-needle-force-share-explanation = El corte supuso el 61 %, el rozamiento el 21 % y la separación el 18 %. Una cánula roma no puede cortar; por eso sigue el plano fácil y necesita una punción en la piel.
quiz-technique-needle-force-share-source = Estudio de las fuerzas de inserción de agujas, scribd 683527049

quiz-technique-microcannula-differences-ask = Se compararon en el laboratorio nueve microcánulas del mercado. ¿Qué se encontró?
quiz-technique-microcannula-differences-choice-1 = Solo las flexibles dejaban pasar el producto
quiz-technique-microcannula-differences-choice-2 = Se comportaban igual si el calibre era el mismo
quiz-technique-microcannula-differences-choice-3 = Diferencias claras, de más de siete veces en el tiempo de inyección
quiz-technique-microcannula-differences-choice-4 = Solo diferían en precio y longitud
quiz-technique-microcannula-differences-explanation = El tiempo de inyección difería en un factor mayor de siete. Una mano que ha aprendido una marca debe volver a aprender otra.
quiz-technique-microcannula-differences-source = Comparación de nueve microcánulas (ouci.dntb.gov.ua, trabajo 4aqmZQM4)

quiz-technique-c-technique-ask = La técnica que se enseña para HArmonyCa dibuja una letra en el lado de la cara. ¿Por dónde va?
quiz-technique-c-technique-choice-1 = Una S de la ceja al mentón
quiz-technique-c-technique-choice-2 = Una C: arco, delante de la oreja, borde mandibular
quiz-technique-c-technique-choice-3 = Una L por la nariz y el labio superior
quiz-technique-c-technique-choice-4 = Una V de la nariz a la oreja, ida y vuelta
quiz-technique-c-technique-explanation = Empieza en el arco cigomático lateral, baja por delante de la oreja hasta el ángulo y sigue por el borde. Se enseña con una cánula de 22G.
quiz-technique-c-technique-source = Guía para formadores sobre híbridos de CaHA (safeap.co.uk)
