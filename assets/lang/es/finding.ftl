# Palabras de los hallazgos: finding-<id>-title (qué pasó), -why (por qué importa), -how (cómo hacerlo mejor).
# Las profundidades son mm bajo la superficie de la piel.

## Profundidad

finding-thread-too-shallow-title = El hilo { $thread } subió demasiado a lo largo de { $length } mm
finding-thread-too-shallow-why = A { $depth } mm de profundidad, donde se quería { $from }–{ $to }. El CaHA en la dermis queda visible y palpable.
finding-thread-too-shallow-how = Mantenga la punta nivelada al retirar: el vástago pivota en la entrada, así que suba un poco el pabellón para bajar la punta.
finding-spot-too-shallow-title = Un punto del hilo { $thread } queda demasiado superficial
finding-spot-too-shallow-why = A { $depth } mm de profundidad, donde se quería { $from }–{ $to }. Hasta un pequeño punto de CaHA en la dermis puede verse.
finding-spot-too-shallow-how = Corte el flujo antes de corregir la profundidad y reanúdelo cuando el orificio vuelva al plano.
finding-thread-too-deep-title = El hilo { $thread } fue demasiado profundo a lo largo de { $length } mm
finding-thread-too-deep-why = A { $depth } mm de profundidad, donde se quería { $from }–{ $to }. El producto profundo en la grasa hace poco por la piel.
finding-thread-too-deep-how = Baje el pabellón uno o dos grados: un grado de inclinación es casi 1 mm de profundidad a 50 mm.
finding-spot-too-deep-title = Un punto del hilo { $thread } queda demasiado profundo
finding-spot-too-deep-why = A { $depth } mm de profundidad, donde se quería { $from }–{ $to }. El producto profundo en la grasa hace poco por la piel.
finding-spot-too-deep-how = Compruebe la profundidad antes de presionar y manténgala mientras fluye el producto.
finding-thread-wanders-title = La profundidad del hilo { $thread } osciló ± { $measured } mm
finding-thread-wanders-why = Con ± { $wanted } mm como máximo, un hilo se mantiene en su plano.
finding-thread-wanders-how = Apoye la mano que sostiene la jeringa y retire por el trayecto que abrió, sin inclinar.
finding-depth-spread-out-title = El { $measured } % del producto está en el plano
finding-depth-spread-out-why = Se quería el { $wanted } %: lo que queda fuera del plano se ve o se desperdicia.
finding-depth-spread-out-how = Vigile la profundidad en el orificio durante toda la retirada, no solo al principio.
finding-depth-unsteady-title = La profundidad de los hilos oscila ± { $measured } mm
finding-depth-unsteady-why = Se quería ± { $wanted } mm como máximo.
finding-depth-unsteady-how = Retire por el trayecto que abrió, sin inclinar.
finding-depth-off-title = Los hilos quedan a { $measured } mm del centro del plano
finding-depth-off-why = Se quería { $wanted } mm.
finding-depth-off-how = Busque el plano con la punta antes del primer hilo y mantenga el pabellón a esa altura.

## Uniformidad

finding-uncovered-title = { $area } cm² recibieron demasiado poco
finding-uncovered-why = { $measured } mg/cm² donde se quería { $wanted }; está cubierto el { $covered } % de la zona. La piel sin producto no responde.
finding-uncovered-how = Planifique los hilos de modo que los exteriores lleguen al borde, y añada uno donde el abanico se abre.
finding-thin-cover-title = Está cubierto el { $measured } % de la zona
finding-thin-cover-why = Se quería el { $wanted } %. La piel sin producto no responde.
finding-thin-cover-how = Reparta el volumen por la zona: un poco menos en cada hilo, e hilos en todas partes.
finding-dense-spot-title = { $times } veces la dosis media cerca del hilo { $thread }
finding-dense-spot-why = { $measured } mg/cm² donde la zona tiene { $wanted } de media. El producto apiñado se agrupa y falta en otro sitio.
finding-dense-spot-how = No deposite un hilo sobre otro; retire más deprisa o presione menos donde los hilos se juntan.
finding-sparse-spot-title = { $times } veces la dosis media cerca del hilo { $thread }: demasiado poco
finding-sparse-spot-why = { $measured } mg/cm² donde la zona tiene { $wanted } de media. Lo que falta aquí está en otro sitio, demasiado denso.
finding-sparse-spot-how = Lleve un hilo por aquí, o presione por igual hasta su final; mantenga iguales los ángulos entre vecinos.
finding-uneven-dose-title = La dosis es desigual ({ $measured })
finding-uneven-dose-why = Se quería { $wanted }. La piel responde a la dosis que recibe, lugar por lugar.
finding-uneven-dose-how = Dé a cada hilo el mismo volumen y el mismo ángulo con sus vecinos.
finding-gap-title = Hueco de { $measured } mm junto al hilo { $thread }
finding-gap-why = Se quería { $wanted } mm de ancho como máximo. La piel de un hueco no responde.
finding-gap-how = Añada aquí un hilo, o gire menos entre pases: en el extremo lejano de un abanico es donde más cuenta cada grado.
finding-spilled-outside-title = { $mass } mg del hilo { $thread } quedan fuera de la zona
finding-spilled-outside-why = El { $measured } % de ese hilo se pierde para la zona y trata piel que no se quería tratar.
finding-spilled-outside-how = Inicie el flujo con el orificio dentro del borde y córtelo antes de que salga.
finding-spill-title = El { $measured } % queda fuera de la zona
finding-spill-why = Se quería el { $wanted } % como máximo.
finding-spill-how = Inicie el flujo con el orificio dentro del borde y córtelo antes de que salga.
finding-threads-crowded-title = Los hilos { $thread } y { $other } están demasiado juntos
finding-threads-crowded-why = Separados { $measured } mm de media; { $wanted } mm repartirían la zona por igual.
finding-threads-crowded-how = Gire el mismo ángulo entre pases: el ángulo del abanico dividido por el número de hilos menos uno.
finding-spacing-title = Los hilos están separados de forma irregular
finding-spacing-why = { $measured } de una separación uniforme; se quería { $wanted }.
finding-spacing-how = Gire el mismo ángulo entre pases.
finding-apex-overload-title = El { $measured } % de la dosis está cerca de la entrada
finding-apex-overload-why = Se quería el { $wanted } % como máximo. Los hilos se juntan en la entrada, de modo que un abanico es denso en su vértice.
finding-apex-overload-how = Corte el flujo 10 mm antes del punto de entrada y salga en seco.

## Riesgo de nódulos

finding-nodule-shallow-title = El hilo { $thread } es tan superficial que puede palparse
finding-nodule-shallow-why = A { $depth } mm en su peor punto; por debajo de { $wanted } mm apenas cuenta. Aporta el { $share } % del riesgo de nódulos.
finding-nodule-shallow-how = Mantenga el orificio medio milímetro por debajo de la dermis, o diluya más donde la piel es fina.
finding-nodule-pile-title = Un bolo en el hilo { $thread }
finding-nodule-pile-why = { $measured } µL en un solo lugar; hasta { $wanted } µL se extienden. Aporta el { $share } % del riesgo de nódulos.
finding-nodule-pile-how = Nunca presione con la cánula quieta, ni cruce hilos ya depositados.
finding-nodule-mobile-title = El hilo { $thread } está donde la cara se mueve
finding-nodule-mobile-why = Aporta el { $share } % del riesgo de nódulos: cerca de la mitad de los nódulos publicados estaban en áreas dinámicas.
finding-nodule-mobile-how = Termine el hilo antes de la región móvil, o deposite menos allí.
finding-less-on-the-left-title = Menos a la izquierda: { $measured } frente a { $wanted } mg/cm²
finding-less-on-the-left-why = Los lados difieren en el { $difference } % de su suma, y las caras se miran de frente.
finding-less-on-the-left-how = Anote lo que recibió el primer lado y deposite lo mismo en el segundo.
finding-less-on-the-right-title = Menos a la derecha: { $measured } frente a { $wanted } mg/cm²
finding-less-on-the-right-why = Los lados difieren en el { $difference } % de su suma, y las caras se miran de frente.
finding-less-on-the-right-how = Anote lo que recibió el primer lado y deposite lo mismo en el segundo.
finding-asymmetric-title = Los lados recibieron dosis distintas
finding-asymmetric-why = La diferencia es el { $measured } % de la suma; hasta el { $wanted } % es simétrico.
finding-asymmetric-how = Anote lo que recibió el primer lado y deposite lo mismo en el segundo.
finding-nodule-product-title = Producto y dosis del hilo { $thread }
finding-nodule-product-why = Aporta el { $share } % de un riesgo de nódulos del { $probability } %. Todo CaHA tiene alguno; más producto por lugar y menos dilución tienen más.
finding-nodule-product-how = Deposite menos por milímetro o diluya más, donde el plan deje elegir.

## Seguridad

finding-near-miss-title = A solo { $measured } mm: { $hazard }
finding-near-miss-why = Más cerca de { $wanted } mm de la pared es demasiado cerca: las personas difieren en más que eso.
finding-near-miss-how = Quédese aquí en el plano subdérmico: el vaso y el nervio están más profundos.
finding-close-to-vessel-title = El orificio se acercó a { $measured } mm: { $hazard }
finding-close-to-vessel-why = Se quería { $wanted } mm. El producto dentro de un vaso puede ocluirlo.
finding-close-to-vessel-how = Quédese en el plano subdérmico: en la mejilla y la línea mandibular la arteria está más profunda.
finding-flow-in-vessel-title = Fluyó producto dentro de un vaso: { $hazard }
finding-flow-in-vessel-why = Las partículas ocluyen el vaso: la piel muere y puede perderse la vista. El CaHA no se puede disolver.
finding-flow-in-vessel-how = Pare de inmediato. Conozca el trayecto y la profundidad del vaso, y mantenga el plano.
finding-flow-in-gland-title = Fluyó producto dentro de una glándula: { $hazard }
finding-flow-in-gland-why = El relleno en una glándula se deposita con facilidad y sin señales, y se inflama después.
finding-flow-in-gland-how = La glándula está justo bajo el SMAS: quédese en la grasa que hay por encima.
finding-flow-in-no-go-title = Fluyó producto en una región prohibida: { $hazard }
finding-flow-in-no-go-why = El CaHA nunca se coloca aquí, con ninguna dilución.
finding-flow-in-no-go-how = Planifique el extremo lejano de cada pase antes del límite de una región así.
finding-touched-bone-title = La punta tocó hueso
finding-touched-bone-why = Una cánula subdérmica nunca llega allí; duele y sangra.
finding-touched-bone-how = Aplane el vástago después de la entrada: 0–10 grados respecto a la piel.
finding-out-through-skin-title = La punta salió a través de la piel
finding-out-through-skin-why = Un segundo agujero sangra, puede infectarse y deja salir producto.
finding-out-through-skin-how = Pare cuando la piel se abombe sobre la punta; retroceda y apunte más profundo.

## Técnica

finding-flow-while-advancing-title = { $measured } µL fluyeron al avanzar
finding-flow-while-advancing-why = El producto empujado por delante del orificio va adonde el tejido lo deja y, a presión, dentro de un vaso.
finding-flow-while-advancing-how = Quite el pulgar del émbolo hasta que la cánula esté en su extremo lejano; después retire y presione.
finding-flow-while-still-title = { $measured } µL fluyeron con la cánula quieta
finding-flow-while-still-why = Una cánula quieta deposita un bolo, no un hilo.
finding-flow-while-still-how = Primero empiece a retirar, después presione; deje de presionar antes de detenerse.
finding-flow-at-exit-title = { $measured } µL fluyeron en la salida de la piel
finding-flow-at-exit-why = El producto en el trayecto de entrada queda en la dermis y vuelve a salir.
finding-flow-at-exit-how = Corte el flujo 10 mm antes del punto de entrada: la columna necesita un momento para relajarse.
finding-not-retrograde-title = El { $measured } % se depositó durante la retirada
finding-not-retrograde-why = Se quería el { $wanted } %: solo un orificio en retirada deposita un hilo.
finding-not-retrograde-how = Avance sin presionar; retire y presione a la vez.
finding-uneven-flow-title = Flujo desigual en el hilo { $thread }
finding-uneven-flow-why = { $mean } ± { $sd } µL/s allí, { $all } de media. Un flujo desigual deposita un hilo desigual.
finding-uneven-flow-how = Presione con pulgar constante, no a golpes.
finding-flow-unsteady-title = El flujo fue inestable
finding-flow-unsteady-why = Variación { $measured }; se quería { $wanted }.
finding-flow-unsteady-how = Presione con pulgar constante, no a golpes.
finding-uneven-speed-title = Retirada desigual en el hilo { $thread }
finding-uneven-speed-why = { $mean } ± { $sd } mm/s allí, { $all } de media. Donde frena, el producto se acumula.
finding-uneven-speed-how = Retire con el brazo, no con los dedos, a una sola velocidad de extremo a extremo.
finding-speed-unsteady-title = La retirada fue inestable
finding-speed-unsteady-why = Variación { $measured }; se quería { $wanted }.
finding-speed-unsteady-how = Retire a una sola velocidad de extremo a extremo.
finding-speed-off-title = Retiró a { $measured } mm/s
finding-speed-off-why = Se quería { $wanted } mm/s.
finding-speed-off-how = Ajuste la velocidad al flujo: volumen del hilo dividido por su longitud.
finding-idle-pass-title = El pase { $pass } no depositó ningún hilo
finding-idle-pass-why = { $measured } mm de canal desgarrados para nada: más edema, más hematomas.
finding-idle-pass-how = Apunte antes de avanzar; corrija la dirección cerca de la entrada, donde menos desgarra.
finding-many-passes-title = { $measured } pases por una sola entrada
finding-many-passes-why = Se querían { $wanted }.
finding-many-passes-how = Planifique el abanico antes de entrar.
finding-tissue-torn-title = El pase { $pass } desgarró tejido
finding-tissue-torn-why = { $measured } mJ de desgarro donde bastarían { $wanted }: un vástago profundo que se barre o se fuerza desgarra.
finding-tissue-torn-how = Retire hasta el orificio antes de cada nueva dirección; no barra con el vástago profundo.
finding-much-tearing-title = { $measured } mJ de desgarro por pase
finding-much-tearing-why = Bastarían { $wanted } mJ.
finding-much-tearing-how = Retire hasta el orificio antes de cada nueva dirección.
finding-detours-title = La punta recorrió { $measured } veces el camino necesario
finding-detours-why = Se quería { $wanted }. Cada rodeo es un canal en el tejido.
finding-detours-how = Avance de una vez y retire de una vez.
finding-long-way-title = La punta recorrió { $measured } mm
finding-long-way-why = Se quería { $wanted } mm.
finding-long-way-how = Menos pases, y más largos.
finding-many-movements-title = { $measured } movimientos de la mano por hilo
finding-many-movements-why = Se querían { $wanted }: la mano de un experto se mueve menos.
finding-many-movements-how = Decida una dirección, vaya, retire.
finding-many-turns-title = { $measured } giros de la mano por hilo
finding-many-turns-why = Se querían { $wanted }.
finding-many-turns-how = Gire una vez entre pases, con la punta cerca de la entrada.
finding-long-time-title = { $measured } s en el tejido
finding-long-time-why = Se quería { $wanted } s.
finding-long-time-how = Planifique el abanico antes de entrar.
finding-jerky-title = La mano fue brusca
finding-jerky-why = Suavidad { $measured }; se quería { $wanted }.
finding-jerky-how = Apoye la mano en el paciente.

## Procedimiento

finding-not-disinfected-title = Entrada a través de piel sin desinfectar
finding-not-disinfected-why = Una cánula lleva gérmenes por todo su trayecto; las partículas los mantienen vivos.
finding-not-disinfected-how = Desinfecte la zona antes de la primera entrada, siempre.
step-preparation = preparación
step-disinfection = desinfección
step-entry_point = punto de entrada
step-passes = pases
step-massage = masaje
step-finish = final
finding-step-missed-title = Paso omitido: { $step }
finding-step-missed-why = Los pasos existen porque alguien omitió uno alguna vez.
finding-step-missed-how = Repase los pasos en voz alta antes de empezar.
finding-step-late-title = Paso demasiado tarde: { $step }
finding-step-late-why = Fuera de su orden, un paso no protege.
finding-step-late-how = Repase los pasos en voz alta antes de empezar.
finding-too-little-laid-title = { $measured } mL depositados de { $wanted } mL previstos
finding-too-little-laid-why = Demasiado poco es la causa más común de un resultado que nadie ve.
finding-too-little-laid-how = Divida el volumen entre los hilos antes de empezar y compruebe la jeringa después de cada uno.
finding-too-much-laid-title = { $measured } mL depositados, { $wanted } mL previstos
finding-too-much-laid-why = El CaHA no se puede revertir.
finding-too-much-laid-how = Divida el volumen entre los hilos antes de empezar y compruebe la jeringa después de cada uno.
finding-thread-thin-title = El hilo { $thread } es pobre: { $measured } mg/mL
finding-thread-thin-why = Se quería { $wanted } mg/mL. Lo que sedimentó en la jeringa, o nunca se mezcló, falta en el hilo.
finding-thread-thin-how = Veinte emboladas entre las jeringas; llene enseguida y remueva de nuevo antes de que repose un minuto.
finding-thread-rich-title = El hilo { $thread } es rico: { $measured } mg/mL
finding-thread-rich-why = Se quería { $wanted } mg/mL. El sedimento sale el último de la jeringa y queda en un solo lugar.
finding-thread-rich-how = Si la jeringa ha reposado, remuévala antes de seguir.
finding-other-preparation-title = Se preparó { $made } a 1:{ $measured }
finding-other-preparation-why = Se pedía { $asked } a 1:{ $wanted }. La dosis, el flujo y el riesgo cambian con la proporción.
finding-other-preparation-how = Lea en voz alta el producto y la proporción antes de cargar.
finding-concentration-off-title = El producto se desvió un { $measured } % de su concentración
finding-concentration-off-why = Se quería el { $wanted } % como máximo.
finding-concentration-off-how = Mezcle con veinte emboladas y remueva de nuevo antes de que repose un minuto.
finding-product-wasted-title = { $measured } µL derramados fuera del paciente
finding-product-wasted-why = Faltan en la zona, y sobre la piel ocultan lo que la piel muestra.
finding-product-wasted-how = Suelte el pulgar antes de que salga el orificio.
finding-product-leaked-title = { $measured } µL refluyeron junto al vástago
finding-product-leaked-why = El producto fluido refluye a lo largo del vástago y deja un trayecto corto en el punto de entrada.
finding-product-leaked-how = Pare de 5 a 10 mm antes de la entrada, antes aún con una mezcla fluida, y presione menos.

finding-white-at-end-title = { $measured } mm² de piel aún blanca al final
finding-white-at-end-why = Piel blanca significa producto en la dermis; no se admite nada.
finding-white-at-end-how = Mire antes de terminar y masajee con firmeza donde está blanca.
finding-ridge-at-end-title = Al final se palpa un cordón de { $measured } mm
finding-ridge-at-end-why = Lo que ahora sobresale es producto que está junto; puede quedar como un bulto.
finding-ridge-at-end-how = Palpe antes de terminar y masajee a lo largo de los hilos hasta que la piel quede lisa.
finding-nothing-laid-title = No se depositó nada
finding-nothing-laid-why = No hay nada que juzgar.
finding-nothing-laid-how = Abra un punto de entrada, avance hasta el extremo lejano y presione mientras retira.
finding-no-thread-title = No se depositó ningún hilo durante la retirada
finding-no-thread-why = La estabilidad se ve en los hilos, y un hilo necesita un orificio en retirada.
finding-no-thread-how = Avance hasta el extremo lejano y presione mientras retira.
finding-no-fan-title = Menos de dos hilos
finding-no-fan-why = Un abanico reparte la dosis por la zona; una sola línea no puede.
finding-no-fan-how = Deposite varios hilos por una entrada, cada uno girado el mismo ángulo.
finding-metric-title = Aquí se perdieron puntos
finding-metric-why = { $measured } donde se quería { $wanted }.
finding-metric-how = Compare su intento con el del experto.

## Bien hecho

finding-well-in-plane-title = El { $measured } % del producto está en el plano
finding-well-in-plane-why = El plano es lo que hace que un bioestimulador funcione y no se vea.
finding-well-covered-title = Está cubierto el { $measured } % de la zona
finding-well-covered-why = Toda la zona puede responder.
finding-well-even-title = Dosis uniforme (variación { $measured })
finding-well-even-why = Tan uniforme como puede serlo un abanico de flujo constante.
finding-well-spaced-title = Hilos separados con regularidad
finding-well-spaced-why = Los hilos se reparten la zona.
finding-well-safe-title = Riesgo de nódulos bajo: { $measured } %
finding-well-safe-why = Profundidad, dosis y dilución concuerdan entre sí.
finding-well-retrograde-title = Siempre retrógrado: { $measured } %
finding-well-retrograde-why = Un orificio en retirada deposita hilos y respeta los vasos.
finding-well-clear-title = A { $measured } mm o más de todo vaso
finding-well-clear-why = Un pase en el plano correcto es también el pase seguro.
finding-well-steady-title = Retirada estable (variación { $measured })
finding-well-steady-why = Una sola velocidad deposita una sola dosis por milímetro.

## Lo que habría reducido el riesgo de nódulos

nodule-change = { $change }: { $probability } %
nodule-change-deeper = El hilo { $thread } siempre en el plano objetivo
nodule-change-evener = El hilo { $thread } depositado por igual en toda su longitud
nodule-change-left-out = Sin el bolo del hilo { $thread }
nodule-change-ended-earlier = Todos los hilos terminados 8 mm antes de la entrada
nodule-change-as-planned = No más producto que el previsto
nodule-change-mixed = El mismo producto bien mezclado

## Errores críticos

critical-flow-in-vessel-title = Fluyó producto dentro de un vaso
critical-flow-in-vessel-why = Las partículas lo ocluyen: la piel muere y puede perderse la vista.
critical-flow-in-no-go-title = Fluyó producto en una región prohibida
critical-flow-in-no-go-why = El CaHA nunca se coloca allí, con ninguna dilución.
critical-flow-in-gland-title = Fluyó producto dentro de una glándula
critical-flow-in-gland-why = Se inflama después.
critical-went-on-after-whitening-title = Siguió después de que la piel se pusiera blanca
critical-went-on-after-whitening-why = Piel blanca significa producto en la dermis: pare y corrija la profundidad.
critical-went-on-after-occlusion-title = Siguió después de que la piel palideciera o doliera
critical-went-on-after-occlusion-why = Palidez y dolor significan una arteria ocluida: pare de inmediato, quite la presión y actúe; cada gota más cuesta piel.
critical-not-disinfected-title = La piel no se desinfectó antes de la entrada
critical-not-disinfected-why = Una cánula lleva gérmenes por todo su trayecto.
critical-forbidden-dilution-title = Se diluyó un producto que se usa tal como viene
critical-forbidden-dilution-why = Su comportamiento solo se conoce sin diluir.
critical-over-dose-title = Se depositó más de lo que permite el ejercicio
critical-over-dose-why = El CaHA no se puede revertir.
