### El cuestionario levels/quizzes/preparation.ron: quiz-preparation-<pregunta>-<campo>; choice-N es la opción N del archivo.

quiz-preparation-title = Preparación: mezclar, diluir, planificar

quiz-preparation-order-mixing-ask = Ponga en orden los pasos para diluir CaHA.
quiz-preparation-order-mixing-choice-1 = Cargar el diluyente en una segunda jeringa
quiz-preparation-order-mixing-choice-2 = Unir las dos jeringas luer con luer
quiz-preparation-order-mixing-choice-3 = Pasar el producto de una a otra
quiz-preparation-order-mixing-choice-4 = Llenar enseguida la jeringa de tratamiento
quiz-preparation-order-mixing-explanation = Mezclar a través de la unión deja la mezcla homogénea, y se llena mientras aún lo es. Lo que reposa entretanto sedimenta.
quiz-preparation-order-mixing-source = Descripción del protocolo MESO RADIESSE; Dermatologic Surgery 2008, doi 10.1111/j.1524-4725.2008.34238.x

quiz-preparation-order-dilution-ask = Ordene estas mezclas (producto : diluyente) de más a menos CaHA por mililitro.
quiz-preparation-order-dilution-choice-1 = 1:1
quiz-preparation-order-dilution-choice-2 = 1:2
quiz-preparation-order-dilution-choice-3 = 1:4
quiz-preparation-order-dilution-choice-4 = 1:6
quiz-preparation-order-dilution-explanation = 930 mg/mL ÷ (1 + partes de diluyente): 465, 310, 186 y 133 mg/mL. El primer paso cuesta la mitad; los siguientes, cada vez menos.
quiz-preparation-order-dilution-source = Calculado a partir del 30 % en volumen y 3,1 g/mL

quiz-preparation-order-settling-ask = Ordene según la rapidez con que las esferas de CaHA sedimentan, la más rápida primero.
quiz-preparation-order-settling-choice-1 = Solo suero fisiológico
quiz-preparation-order-settling-choice-2 = Una mezcla en torno a 1:7
quiz-preparation-order-settling-choice-3 = Una mezcla en torno a 1:3
quiz-preparation-order-settling-choice-4 = Una mezcla en torno a 1:1
quiz-preparation-order-settling-explanation = La velocidad baja al subir la viscosidad, y cuanto más gel, más viscosa es la mezcla. Qué viscosidad tiene cada proporción es incierto; el orden, no.
quiz-preparation-order-settling-source = Calculado con la ley de Stokes

quiz-preparation-volume-1-4-ask = Una jeringa de 1,5 mL de producto se diluye 1:4. ¿Qué volumen resulta?
quiz-preparation-volume-1-4-unit = mL
quiz-preparation-volume-1-4-explanation = Cuatro partes de diluyente se unen a una de producto: 1,5 × 5 = 7,5 mL. El CaHA que contiene es el mismo que antes.
quiz-preparation-volume-1-4-source = Calculado: producto × (1 + partes de diluyente)

quiz-preparation-diluent-1-3-ask = ¿Cuánto diluyente necesita una jeringa de 1,5 mL para una mezcla 1:3?
quiz-preparation-diluent-1-3-unit = mL
quiz-preparation-diluent-1-3-explanation = Tres partes por una: 3 × 1,5 = 4,5 mL, con lo que resultan 6 mL. Quien lee 1:3 como «un tercio de producto» añade demasiado poco.
quiz-preparation-diluent-1-3-source = Calculado: producto × partes de diluyente

quiz-preparation-share-1-6-ask = ¿Qué proporción en volumen es CaHA en una mezcla 1:6?
quiz-preparation-share-1-6-unit = %
quiz-preparation-share-1-6-explanation = 30 % ÷ 7 = 4,3 %. Las series publicadas no pasan de 1:6; el texto del protocolo llega a 1:8.
quiz-preparation-share-1-6-source = Calculado: 30 % ÷ (1 + partes de diluyente); Yutskovskaya 2017

quiz-preparation-mg-1-8-ask = ¿Cuánto CaHA contiene un mililitro de un sol 1:8?
quiz-preparation-mg-1-8-unit = mg/mL
quiz-preparation-mg-1-8-explanation = 930 ÷ 9 = 103 mg/mL, la novena parte que sin diluir. La misma dosis por área necesita entonces nueve veces el volumen.
quiz-preparation-mg-1-8-source = Calculado a partir del 30 % en volumen y 3,1 g/mL

quiz-preparation-volume-for-dose-ask = Un plan pide 10 mg de CaHA por cm² en 62 cm². ¿Cuánta mezcla 1:2 (310 mg/mL) hace falta?
quiz-preparation-volume-for-dose-unit = mL
quiz-preparation-volume-for-dose-explanation = 10 × 62 = 620 mg, y 620 ÷ 310 = 2,0 mL. Planificar en miligramos permite comparar planes con distintas diluciones.
quiz-preparation-volume-for-dose-source = Calculado: dosis × área ÷ concentración

quiz-preparation-recipe-1-1-ask = Una receta publicada mezcla 1,5 mL de producto, 1,0 mL de suero y 0,5 mL de lidocaína. ¿Qué volumen de mezcla 1:1 resulta?
quiz-preparation-recipe-1-1-unit = mL
quiz-preparation-recipe-1-1-explanation = 1,5 + 1,0 + 0,5 = 3,0 mL. La lidocaína es parte del diluyente y cuenta en la proporción.
quiz-preparation-recipe-1-1-source = Clinical, Cosmetic and Investigational Dermatology, CCID.S212599

quiz-preparation-stokes-diameter-ask = A igualdad de lo demás, ¿cuánto más rápido sedimenta una esfera de 45 µm que una de 25 µm?
quiz-preparation-stokes-diameter-choice-1 = Unas 1,3 veces
quiz-preparation-stokes-diameter-choice-2 = Igual de rápido
quiz-preparation-stokes-diameter-choice-3 = Unas 30 veces
quiz-preparation-stokes-diameter-choice-4 = Unas 3,2 veces
quiz-preparation-stokes-diameter-explanation = La velocidad de Stokes va con el cuadrado del diámetro: (45 ÷ 25)² = 3,24. Una mezcla que ha reposado queda además ordenada por tamaños.
quiz-preparation-stokes-diameter-source = Calculado con la ley de Stokes

quiz-preparation-saline-fall-ask = En suero fisiológico solo, una esfera de 35 µm cae a 1,56 mm/s. ¿Cuánto tarda en atravesar un cilindro de 9 mm?
quiz-preparation-saline-fall-unit = s
quiz-preparation-saline-fall-explanation = 9 ÷ 1,56 son unos 6 s. Sin gel no hay nada que sostenga las esferas; por eso un sol fluido se remueve una y otra vez.
quiz-preparation-saline-fall-source = Calculado con la ley de Stokes, 3,1 g/mL, 0,9 mPa·s

quiz-preparation-thixotropy-ask = ¿Qué quiere decir el texto del protocolo al llamar tixotrópico al gel?
quiz-preparation-thixotropy-choice-1 = Recupera su estructura tras el cizallamiento
quiz-preparation-thixotropy-choice-2 = Conserva siempre su volumen
quiz-preparation-thixotropy-choice-3 = Nunca sedimenta en la jeringa
quiz-preparation-thixotropy-choice-4 = Se endurece al calentarse
quiz-preparation-thixotropy-explanation = Un gel fluye mientras se cizalla y vuelve a cuajar en reposo; un sol sigue líquido y no lo hace. Así, una pausa cambia de forma distinta un gel y un sol.
quiz-preparation-thixotropy-source = Descripción del protocolo MESO RADIESSE

quiz-preparation-sol-range-ask = ¿A qué proporciones llama sol el protocolo MESO RADIESSE?
quiz-preparation-sol-range-choice-1 = De 1:3 a 1:4
quiz-preparation-sol-range-choice-2 = De 1:6 a 1:8
quiz-preparation-sol-range-choice-3 = De 1:1 a 1:2
quiz-preparation-sol-range-choice-4 = Solo sin diluir
quiz-preparation-sol-range-explanation = De 1:1 a 1:2 es gel; de 1:3 a 1:4, entre gel y sol; de 1:6 a 1:8, sol. Un sol no se recupera tras el cizallamiento, y sedimenta.
quiz-preparation-sol-range-source = Descripción del protocolo MESO RADIESSE

quiz-preparation-diluents-named-ask = ¿Qué diluyentes nombra el protocolo MESO RADIESSE?
quiz-preparation-diluents-named-choice-1 = Suero fisiológico al 0,9 %
quiz-preparation-diluents-named-choice-2 = Hialuronidasa
quiz-preparation-diluents-named-choice-3 = Glucosa al 40 %
quiz-preparation-diluents-named-choice-4 = Plasma rico en plaquetas
quiz-preparation-diluents-named-explanation = Suero, según volumen y área, o plasma de la propia sangre del paciente. Entre las fuentes leídas no había pruebas de que el plasma haga más que el suero.
quiz-preparation-diluents-named-source = Descripción del protocolo MESO RADIESSE

quiz-preparation-mark-lines-ask = ¿A lo largo de qué se marca la piel, según el protocolo, antes de inyectar?
quiz-preparation-mark-lines-choice-1 = A lo largo de las líneas de tensión
quiz-preparation-mark-lines-choice-2 = A lo largo de las venas visibles
quiz-preparation-mark-lines-choice-3 = A lo largo de las fibras musculares
quiz-preparation-mark-lines-choice-4 = A lo largo de una cuadrícula vertical
quiz-preparation-mark-lines-explanation = Las líneas de Langer muestran cómo está tensada la dermis, que es más rígida a lo largo de ellas que a través. Con ellas se planifican los hilos en tercio inferior, cuello y escote.
quiz-preparation-mark-lines-source = Descripción del protocolo MESO RADIESSE

quiz-preparation-dark-thin-skin-ask = ¿Qué aconseja un consenso para pieles más oscuras o más finas?
quiz-preparation-dark-thin-skin-choice-1 = Omitir el masaje
quiz-preparation-dark-thin-skin-choice-2 = Diluir más
quiz-preparation-dark-thin-skin-choice-3 = Usar un bolo mayor
quiz-preparation-dark-thin-skin-choice-4 = Inyectar más profundo que el SMAS
quiz-preparation-dark-thin-skin-explanation = El producto más diluido se dispersa; el menos diluido y superficial causó más eventos adversos. Un panel de Asia, en cambio, no consideró la dilución un factor clave.
quiz-preparation-dark-thin-skin-source = Goldie 2018, Dermatologic Surgery; consenso panasiático, PMID 34840663

quiz-preparation-harmonyca-dilution-ask = HArmonyCa viene listo para usar. ¿Qué hace este juego si alguien lo diluye?
quiz-preparation-harmonyca-dilution-choice-1 = Lo trata como Radiesse 1:1
quiz-preparation-harmonyca-dilution-choice-2 = Ignora del todo el diluyente
quiz-preparation-harmonyca-dilution-choice-3 = Da puntos extra por la prudencia
quiz-preparation-harmonyca-dilution-choice-4 = Lo cuenta como error crítico
quiz-preparation-harmonyca-dilution-explanation = El híbrido se vende para usarlo tal cual; diluirlo es aquí un error crítico y el intento no se supera, sea cual sea su puntuación. Solo Radiesse se diluye.
quiz-preparation-harmonyca-dilution-source = Regla de esta simulación [design]
