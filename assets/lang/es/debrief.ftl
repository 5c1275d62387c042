### El análisis: puntuaciones, hallazgos, profundidad a lo largo de los hilos, repetición.

debrief-context = { $drill } · intento { $attempt }
debrief-context-mean = { $drill } · intento { $attempt } · últimos { $count }: { $mean } (DE { $deviation })
debrief-passed = Superado
debrief-passed-warnings = { $warnings ->
    [one] Superado, con una advertencia
   *[other] Superado, con { $warnings } advertencias
 }
debrief-not-passed = No superado
debrief-critical-failed = No superado: un error crítico

debrief-nodule = Riesgo de nódulos
debrief-nodule-caption = { $low }–{ $high } %, seguridad { $points }
debrief-depth-caption = { $share } % en el plano; lo cercano cuenta en parte
debrief-evenness-caption = CV { $cv }
debrief-depth-tip = Proporción del CaHA en el plano objetivo, y a qué distancia de él está el resto
debrief-evenness-tip = Con qué uniformidad cubre la dosis la zona
debrief-nodule-tip = Probabilidad de al menos un nódulo palpable o visible, con su intervalo; el anillo muestra la seguridad frente a nódulos

debrief-changes = Lo que más habría reducido el riesgo de nódulos
debrief-change-then = → { $value } %

debrief-critical = Críticos
debrief-critical-none = ninguno
debrief-critical-error = Crítico: { $error }

debrief-findings = Lo que costó puntos
debrief-findings-none = Nada que merezca un comentario.
debrief-well-done = bien hecho
debrief-lost = −{ $points }
debrief-all = todos
debrief-jump-tip = Ir a su lugar y su momento

debrief-tab-scores = Puntuación
debrief-tab-scores-tip = Las puntuaciones, y lo que habría reducido el riesgo (1)
debrief-tab-findings = Hallazgos
debrief-tab-findings-tip = Cada punto perdido: qué, dónde, por qué y cómo mejorarlo (2)
debrief-tab-months = Meses
debrief-tab-months-tip = Cómo responde la piel en los meses siguientes (3)
debrief-tab-compare = Comparar
debrief-tab-compare-tip = Su intento junto al del experto, al último y al mejor (4)
debrief-tab-notes = Apuntes
debrief-tab-notes-tip = Sus apuntes y archivos para exportar (5)
debrief-filter-all = Todos
debrief-filter-tip = Mostrar solo estos; otra pulsación: todos

debrief-plot = Profundidad a lo largo de cada hilo
debrief-thread = hilo { $number }
debrief-no-threads = No se depositó ningún hilo.
debrief-target = objetivo
debrief-read-below = Hilo { $thread }, { $along } mm: a { $depth } mm de profundidad, en { $layer }, { $off } mm bajo la dermis · { $time }
debrief-read-above = Hilo { $thread }, { $along } mm: a { $depth } mm de profundidad, en { $layer }, { $off } mm sobre la grasa · { $time }
debrief-play = Reproducir
debrief-play-tip = Poner en marcha la repetición (Espacio)
debrief-pause = Pausa
debrief-pause-tip = Detener la repetición (Espacio)
debrief-tick-back = Un paso atrás
debrief-tick-back-tip = Un instante atrás (←)
debrief-tick-on = Un paso adelante
debrief-tick-on-tip = Un instante adelante (→)
debrief-pass-back = Pase anterior
debrief-pass-back-tip = Al comienzo del pase anterior (Re Pág)
debrief-pass-on = Pase siguiente
debrief-pass-on-tip = Al comienzo del pase siguiente (Av Pág)
debrief-speed = { $speed }×
debrief-speed-tip = Más rápido (+); botón derecho: más lento (−)
debrief-follow = Seguir la punta
debrief-follow-tip = La vista acompaña a la punta (F)
debrief-time = { $time } / { $length }
debrief-scrub = Tiempo
debrief-scrub-tip = Arrastre hasta cualquier momento; las marcas son hallazgos y sucesos
debrief-mark-entry = Punto de entrada
debrief-mark-disinfected = Desinfectado
debrief-mark-bone = Contacto con hueso
debrief-mark-exit = A través de la piel desde abajo
debrief-mark-near = Cerca de un vaso o un nervio
debrief-mark-vessel = Producto en un vaso
debrief-mark-massage = Masaje

debrief-map = Mapa en la piel
debrief-map-off = Ninguno
debrief-map-off-tip = La piel sin mapa
debrief-map-dose = Dosis
debrief-map-dose-tip = Lo depositado, mg/cm² (M cambia el mapa)
debrief-map-nodules = Nódulos
debrief-map-nodules-tip = Nódulos esperados en el conjunto de los meses (M cambia el mapa)
debrief-map-response = Respuesta
debrief-map-response-tip = Respuesta de la piel hasta ese mes (M cambia el mapa)
debrief-map-felt = Nódulos palpados
debrief-map-felt-tip = Nódulos que se palpan hasta ese mes (M cambia el mapa)
debrief-legend-dose = CaHA
debrief-legend-nodules = esperados
debrief-legend-felt = palpados
debrief-legend-thickening = engrosamiento local
debrief-legend-lift = elevación local
debrief-per-cm2 = { $value } por cm²
debrief-gain = +{ $value } %

debrief-whose = Intento
debrief-whose-mine = El suyo
debrief-whose-mine-tip = Solo su intento (G)
debrief-whose-both = Ambos
debrief-whose-both-tip = La cánula y los hilos del experto, superpuestos a trazos, pase a pase (G)
debrief-whose-other = Experto
debrief-whose-other-tip = Solo el intento del experto (G)
debrief-expert = Experto
debrief-ghost-coming = { $who }: haciendo el mismo ejercicio…
debrief-ghost-key = { $who }, a trazos
debrief-ghost-failed = { $who }: no disponible

debrief-show-hot-spots = Focos
debrief-show-hot-spots-tip = Donde los nódulos son más probables
debrief-show-layers = Bajo la piel
debrief-show-layers-tip = Abrir las capas sobre la zona (L)
debrief-show-cannula = Cánula
debrief-show-cannula-tip = La cánula de la repetición
debrief-show-threads = Hilos
debrief-show-threads-tip = Los hilos a través de la piel, según se depositaron (T)

debrief-months-after = Meses después
debrief-months-axis = meses
debrief-months-first = día 0: { $value }
debrief-months-first-of = { $product }, día 0: { $value }
debrief-months-tip = Arrastre; ← y → de medio mes en medio mes
debrief-month = { $month ->
    [0] hoy
    [one] mes { $month }
   *[other] mes { $month }
 }
debrief-months-coming = Se están calculando los meses siguientes…
debrief-months-none = No se depositó nada: la piel queda como está.
debrief-months-note = Ilustrativo: ningún ensayo del CaHA diluido en la cara es aleatorizado. Con cada producto, el mismo estímulo en todos los puntos; de los nódulos solo hay datos de lo depositado, y del PLLA no hay modelo de nódulos.
debrief-thickening = Dermis más gruesa
debrief-thickening-tip = Aumento medio del grosor de la dermis en la zona, con su banda del 95 %
debrief-lift = Piel elevada
debrief-lift-tip = Elevación media en la zona: lo que queda del producto, y tejido nuevo, con su banda del 95 %
debrief-felt = Nódulo ya palpado
debrief-felt-tip = Probabilidad de que se palpe al menos un nódulo, con su intervalo. En la piel crece un anillo donde los nódulos son más probables, según se palpan
debrief-band = { $low }–{ $high }
debrief-curves = Evolución de los productos en 18 meses
debrief-curve-laid = { $product }, depositado
debrief-curve-dose = { $value } mg de { $particle }/cm²

debrief-you = Usted
debrief-last = Último
debrief-best = Mejor
debrief-last-best = Último, mejor
debrief-row-risk = Riesgo de nódulos
debrief-row-time = Tiempo
debrief-row-threads = Hilos
debrief-compare-first = Su primer intento en este ejercicio. Los próximos aparecerán al lado.
debrief-work-out = Calcular: { $who }
debrief-work-out-tip = Reproduce la grabación y la puntúa
debrief-working = { $who }: calculando…

debrief-notes-hint = ¿Qué hará de otra manera la próxima vez?
debrief-notes-saved = Guardado junto a la grabación.
debrief-notes-writing = Guardando…
debrief-notes-nowhere = Este intento no tiene grabación: no se pueden guardar apuntes.
debrief-export = Exportar
debrief-page = Página
debrief-page-tip = El informe como archivo HTML
debrief-picture = Imagen
debrief-picture-tip = Esta ventana como archivo PNG
debrief-export-writing = { $path } …
debrief-export-failed = No se ha guardado: { $reason }

debrief-again = Otra vez, mismo paciente
debrief-again-tip = El mismo ejercicio, el mismo paciente
debrief-elsewhere = Otro paciente
debrief-elsewhere-tip = El mismo ejercicio en el siguiente paciente cuya piel lo admite
debrief-drills = Ejercicios
debrief-drills-tip = Elegir otro ejercicio
debrief-title = Inicio
debrief-title-tip = Volver al inicio (Esc)

quiz-items = { $items ->
    [one] Una pregunta
   *[other] { $items } preguntas
 }
quiz-start-tip = Empezar una ronda
quiz-right-so-far = Aciertos: { $right }
quiz-check = Comprobar
quiz-finish = Ver el resultado
quiz-forward-tip = Comprobar la respuesta, o seguir (Intro)
quiz-slider = Respuesta
quiz-slider-tip = Arrastrar en vez de escribir
quiz-number = { $number } { $unit }
quiz-result-of = { $right } de { $asked }

error-elsewhere = Ningún otro paciente admite este ejercicio
error-elsewhere-advice = Su zona y sus puntos de entrada dependen de puntos de referencia que la piel de los demás no alcanza. Inténtelo otra vez con el mismo paciente.
