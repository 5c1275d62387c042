### El cuestionario de autoevaluación, en la terminal y en pantalla.

quiz-heading = Cuestionario: { $title }
quiz-intro = { $items ->
    [one] Una pregunta.
   *[other] { $items } preguntas.
 } Responda con una letra (b), varias letras (a, c) o un número (1,1). q termina el cuestionario.
quiz-item = Pregunta { $position } de { $items } · { $topic }
quiz-single = Una respuesta es correcta.
quiz-multiple = Puede haber más de una respuesta correcta; cuentan todas juntas.
quiz-numeric = Un número en { $unit }; se admite ± { $tolerance }.
quiz-prompt = Su respuesta:
quiz-right = Correcto.
quiz-wrong = Incorrecto.
quiz-partly = Incompleto: { $percent } %.
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
