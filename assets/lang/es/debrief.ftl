### El análisis: puntuaciones, hallazgos, profundidad a lo largo de los hilos, repetición.

debrief-context = { $drill } · intento { $attempt }
debrief-context-mean = { $drill } · intento { $attempt } · últimos { $count }: { $mean } ± { $deviation }
debrief-passed = Superado
debrief-passed-warnings = { $warnings ->
    [one] Superado, con una advertencia
   *[other] Superado, con { $warnings } advertencias
 }
debrief-not-passed = No superado
debrief-critical-failed = No superado: un error crítico

debrief-nodule = Riesgo de nódulos
debrief-nodule-caption = { $low }–{ $high } % · seguridad { $points }
debrief-depth-caption = { $share } % en el plano
debrief-evenness-caption = CV { $cv }
debrief-depth-tip = Parte del CaHA en el plano objetivo, y a qué distancia de él está el resto
debrief-evenness-tip = Con qué uniformidad cubre la dosis la zona
debrief-nodule-tip = Probabilidad de al menos un nódulo palpable o visible, con su intervalo; el anillo muestra la seguridad frente a nódulos

debrief-changes = Lo que más habría reducido el riesgo de nódulos
debrief-change-then = → { $value } %

debrief-critical = Críticos
debrief-critical-none = ninguno
debrief-critical-error = Crítico: { $error }

debrief-findings = Lo que le costó puntos
debrief-findings-none = Nada que merezca un comentario.
debrief-well-done = bien hecho
debrief-lost = −{ $points }
debrief-all = todos
debrief-jump-tip = Ir a su lugar y su momento

debrief-plot = Profundidad a lo largo de cada hilo
debrief-thread = hilo { $number }
debrief-no-threads = No se depositó ningún hilo.
debrief-legend = epidermis · dermis · grasa · SMAS · profundo    – – plano objetivo
debrief-play = Reproducir
debrief-play-tip = Poner en marcha la repetición (Espacio)
debrief-pause = Pausa
debrief-pause-tip = Detener la repetición (Espacio)
debrief-speed = { $speed }×
debrief-speed-tip = Cambiar la velocidad
debrief-time = { $time } / { $length }
debrief-scrub = Tiempo
debrief-scrub-tip = Arrastre hasta cualquier momento

debrief-show = Mostrar
debrief-show-dose = Dosis en la piel
debrief-show-dose-tip = Mapa de dosis, mg/cm²
debrief-show-hot-spots = Focos de nódulos
debrief-show-hot-spots-tip = Donde los nódulos son más probables
debrief-show-layers = Bajo la piel
debrief-show-layers-tip = Abrir las capas sobre la zona
debrief-show-cannula = Cánula
debrief-show-cannula-tip = La cánula de la repetición

debrief-again = Reintentar
debrief-again-tip = El mismo ejercicio, el mismo paciente
debrief-drills = Ejercicios
debrief-drills-tip = Elegir otro ejercicio
debrief-title = Inicio
debrief-title-tip = Volver al inicio (Esc)

quiz-items = { $items ->
    [one] Una pregunta
   *[other] { $items } preguntas
 }
quiz-start-tip = Empezar una ronda
quiz-right-so-far = { $right } correctas
quiz-check = Comprobar
quiz-finish = Ver el resultado
quiz-forward-tip = Comprobar la respuesta, o seguir (Intro)
quiz-slider = Respuesta
quiz-slider-tip = Arrastrar en vez de escribir
quiz-number = { $number } { $unit }
quiz-result-of = { $right } de { $asked }
