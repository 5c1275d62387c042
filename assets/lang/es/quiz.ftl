### El cuestionario de autoevaluación, en la terminal y en pantalla.

quiz-heading = Cuestionario: { $title }
quiz-intro = { $items ->
    [one] Una pregunta.
   *[other] { $items } preguntas.
 } Responda con una letra (b), varias letras (a, c) o un número (1,1). Con q se termina.
quiz-item = Pregunta { $position } de { $items } · { $topic }
quiz-single = Una respuesta es correcta.
quiz-multiple = Puede haber más de una respuesta correcta; cuentan todas juntas.
quiz-numeric = Un número en { $unit }; se admite ± { $tolerance } { $unit }.
quiz-prompt = Su respuesta:
quiz-right = Correcto.
quiz-wrong = Incorrecto.
quiz-partly = Incompleto: { $percent } %.
quiz-partly-order = No está en orden: es correcto el { $percent } % de los pares contiguos.
quiz-right-answer = Respuesta correcta: { $answer }
quiz-source = Fuente: { $source }
quiz-ask-letter = Responda con una letra de la a a la { $last }, o q para terminar.
quiz-ask-letters = Responda con letras de la a a la { $last }, como a, c; o q para terminar.
quiz-ask-number = Responda con un número, como 1,5, o q para terminar.
quiz-ended = Terminado antes de la última pregunta.
quiz-result = Resultado
quiz-result-topic = { $topic }: { $right } de { $asked }
quiz-result-total = En total: { $right } de { $asked } ({ $percent } %)
quiz-result-none = No se respondió ninguna pregunta.

quiz-topic-anatomy = Anatomía y capas
quiz-topic-product = Producto
quiz-topic-technique = Técnica
quiz-topic-complications = Complicaciones
quiz-topic-preparation = Preparación
quiz-topic-evidence = Evidencia

quiz-order = Póngalos en orden: sus letras del primer paso al último, como c, a, b.
quiz-point = Uno de estos lugares es el correcto.
quiz-steps = Elija los pasos del primero al último; elija uno de nuevo para quitarlo.
quiz-steps-right = El orden correcto. El número es el lugar que usted dio.
quiz-ask-order = Responda con cada letra de la a a la { $last } una vez, en orden; o q para terminar.
quiz-pointed = A { $off } mm
quiz-certainty-found = Publicado.
quiz-certainty-derived = Calculado a partir de cifras publicadas o por esta simulación.
quiz-certainty-disputed = Aquí la bibliografía discrepa.

quiz-exam-intro = { $items } preguntas en { $minutes } minutos. Las respuestas quedan selladas: al final se dice cuáles eran correctas. Con q se entrega.
quiz-exam-late = Se acabó el tiempo.
quiz-exam-passed = Aprobado: { $percent } % de todas las preguntas.
quiz-exam-failed = No aprobado: { $percent } % de todas las preguntas.

## Lo que muestra una pregunta, en palabras

quiz-section = Sección a lo largo de una línea de { $length } mm.
quiz-section-layers = A los { $at } mm: dermis hasta { $dermis } mm, grasa hasta { $fat } mm, SMAS o platisma hasta { $smas } mm, hueso a { $bone } mm.
quiz-section-thread = Hilo { $thread }: { $product }, { $volume } µL en { $length } mm, de { $from } a { $to } mm de profundidad.
quiz-replay = La repetición muestra un intento con { $threads } hilos.
quiz-replay-thread = Hilo { $thread }: { $volume } µL en { $length } mm, de media { $below } mm bajo la dermis (DE { $spread } mm).
quiz-replay-thread-spacing = Distancia media entre hilos, en relación con un reparto uniforme: { $value }
quiz-replay-coverage = Proporción de la zona con al menos la mitad de la dosis prevista: { $value } %
quiz-replay-retrograde = Proporción del producto que salió durante la retirada: { $value } %
quiz-replay-apex-overload = Proporción de la dosis cerca de la entrada: { $value } %

## Secciones en la pantalla

quiz-coming = Se está calculando la sección…
quiz-cut = Sección a lo largo de { $length } mm de piel; hilos en ella: { $threads }
quiz-cut-thread = Hilo { $thread }: { $product }, { $volume } µL en { $length } mm

## Señalar un lugar o una profundidad

quiz-point-place = Haga clic en el paciente; arrastre para girarlo.
quiz-point-depth = Haga clic en la sección o mueva el control.
quiz-point-coming = Se está preparando el paciente…
quiz-point-none = Aún no hay ningún lugar marcado.
quiz-point-given = El anillo marca su respuesta. Haga clic en otro lugar para moverlo.
quiz-depth = Profundidad bajo la piel
quiz-depth-tip = A qué profundidad bajo la piel está su respuesta
quiz-off = A { $off } de distancia
quiz-in-words = Elegir con palabras
quiz-in-words-tip = Ofrece cuatro lugares con palabras; uno es el correcto
quiz-by-pointing = Señalar
quiz-by-pointing-tip = Responder sobre el paciente

## Una repetición junto a la pregunta

quiz-replay-coming = Se está realizando el intento…
quiz-replay-none = El intento no puede mostrarse aquí.
quiz-replay-run = Reproducir
quiz-replay-stop = Detener
quiz-replay-time = Tiempo de la repetición
quiz-replay-cannula = Cánula
quiz-replay-outside = fuera
quiz-replay-in = avanza
quiz-replay-out = se retira
quiz-replay-still = quieta
quiz-replay-tip = Punta bajo la dermis
quiz-replay-flow = Producto
quiz-replay-flows = fluye
quiz-replay-rests = no fluye
quiz-replay-left = Queda en la jeringa
## El repaso de hoy y los exámenes

quiz-review = Repaso de hoy
quiz-review-holds = { $due ->
    [0] Hoy no toca repasar ninguna pregunta
    [one] Toca una pregunta
   *[other] Tocan { $due } preguntas
 }, { $fresh ->
    [0] ninguna nueva.
    [one] una es nueva.
   *[other] { $fresh } son nuevas.
 }
quiz-review-none = Hoy no toca nada. Lo que sabe vuelve cuando está a punto de olvidarlo.
quiz-review-weak = Según sus ejercicios, conviene empezar por: { $topics }
quiz-review-guest = Las respuestas de un invitado no se guardan
quiz-review-start = Empezar el repaso
quiz-review-tip = Pregunta lo que toca y después lo nuevo
quiz-review-drills = { $drills ->
    [one] Toca repetir un ejercicio
   *[other] Toca repetir { $drills } ejercicios
 }
quiz-review-drill-tip = Hacer { $title }: { $days ->
    [0] toca hoy
    [one] tocaba ayer
   *[other] tocaba hace { $days } días
 }
quiz-banks = Autoevaluación
quiz-exams = Exámenes
quiz-exam-about = { $items } preguntas en { $minutes } minutos; se aprueba con el { $percent } %. Las respuestas quedan selladas hasta el final.
quiz-exam-wanted = Se aprueba con el { $percent } %.
quiz-time-left = Quedan { $time }
quiz-give = Responder
quiz-hand-in = Entregar
quiz-hand-in-ask = ¿Entregar ahora?
quiz-hand-in-open = { $open ->
    [one] Una pregunta no tiene respuesta y cuenta como fallada.
   *[other] { $open } preguntas no tienen respuesta y cuentan como falladas.
 }
quiz-hand-in-stay = Seguir
