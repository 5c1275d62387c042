### La clase vista por quien la da, en el juego. (Los informes impresos: class.ftl.)

menu-class = Clase
menu-class-about = Lista, tareas, tablero en directo y resultados, para el docente

wait-replay = Reproduciendo el intento…
error-recording = Esta grabación no se puede volver a reproducir
error-recording-advice = Sigue en los registros tal como está. Una grabación se puede reproducir mientras su ejercicio sea el mismo que cuando se hizo.
debrief-context-of = { $who } · { $drill }

teach-class = Clase
teach-coming = Leyendo los registros…
teach-trouble = Los registros no se pueden leer
teach-trouble-more = La clase necesita los registros de este equipo: { $trouble }.
teach-no-folder = esta persona no tiene carpeta de datos
teach-failed = No se ha hecho: { $reason }
teach-blind = Evaluación ciega
teach-blind-tip = Los códigos sustituyen a los nombres en todas las páginas y archivos, y la clase se ordena por ellos
teach-blind-on = Códigos en lugar de nombres
teach-blind-off = Se muestran los nombres

teach-tab-roster = Lista
teach-tab-roster-tip = Quién está en la clase y por dónde va
teach-tab-assign = Tareas
teach-tab-assign-tip = Asignar ejercicios y cuestionarios a todos o a uno
teach-tab-board = Tablero
teach-tab-board-tip = Los intentos según llegan, y la carpeta compartida
teach-tab-results = Resultados
teach-tab-results-tip = Dispersión, curvas de aprendizaje, preguntas y errores frecuentes
teach-tab-export = Exportar
teach-tab-export-tip = Informes, tablas y comentarios en archivos

teach-name = Nombre
teach-code = Código
teach-account = Cuenta
teach-add-name = Nombre de un alumno
teach-add-account = Cuenta o código
teach-add-about = Una grabación se asigna al alumno cuyo nombre, cuenta o código coincide con el de quien practicó. Para quien practica en otro equipo, ponga como cuenta el código que allí aparece en Alumnos.
teach-add = Añadir
teach-add-tip = Añade este nombre a la clase
teach-added = { $name } está en la clase, con el código { $code }
teach-there-already = { $name } ya estaba en la clase
teach-others = Alumnos de este equipo que no están en la clase
teach-add-other = Añadir a { $name }
teach-add-other-tip = Incluye a este alumno en la clase, con lo que ha hecho
teach-members = { $count ->
    [one] { $count } alumno
   *[other] { $count } alumnos
}
teach-members-none = Todavía nadie. Añada un nombre arriba; cuenta lo que se haga con él, aquí o en una grabación entregada.
teach-member-tip = Qué tareas tiene y por dónde va
teach-nothing-set = nada
teach-done-of = { $done } de { $all } hechas
teach-tries = { $count ->
    [one] { $count } intento
   *[other] { $count } intentos
}
teach-remove = Quitar de la lista
teach-remove-tip = Deja la clase; lo que ha hecho sigue en los registros
teach-remove-ask = ¿Quitar a { $name } de la lista? Lo que ha hecho sigue en los registros.
teach-remove-yes = Quitar
teach-remove-no = Dejar
teach-remove-no-tip = Sigue en la clase
teach-removed = { $name } ya no está en la clase

teach-assign-to = A quién
teach-assign-all = Toda la clase
teach-assign-all-tip = Lo que se asigna a todos vale también para quien entre después
teach-assign-one-tip = Solo a este alumno
teach-assign-what = Qué
teach-quizzes = Cuestionarios
teach-shelf-tip = Mostrar lo que contiene
teach-set-all = Asignar todo
teach-set-all-tip = Todo lo de esta lista
teach-set-none = Retirar todo
teach-set-none-tip = Nada de esta lista queda asignado
teach-set-to-all = asignado a toda la clase
teach-have-done = Hecho por { $done } de { $all }
teach-was-set = { $count ->
    [0] Ya estaba asignado
    [one] Asignado
   *[other] { $count } asignados
}
teach-was-taken-back = { $count ->
    [0] No estaba asignado
    [one] Retirado
   *[other] { $count } retirados
}

teach-board = Tablero
teach-board-none = Aún no ha llegado nada.
teach-projector = Vista de proyector
teach-projector-tip = Grande, para leerse desde el fondo de la sala, sin nada que pulsar (Esc la cierra)
teach-projector-end = Cerrar la vista de proyector
teach-projector-end-tip = Volver al tablero (Esc)
teach-of-hundred = de 100
teach-depth = Profundidad
teach-evenness = Uniformidad
teach-when = Cuándo
teach-watch-tip = Abrir el análisis de este intento
teach-ago-now = ahora mismo
teach-ago-minutes = hace { $count } min
teach-ago-hours = hace { $count } h
teach-ago-days = { $count ->
    [one] hace { $count } día
   *[other] hace { $count } días
}

teach-folder = Carpeta compartida
teach-folder-about = Las grabaciones que se dejan aquí se vuelven a simular cada pocos segundos: lo que se confirma aparece en el tablero; lo demás, abajo con su motivo. También se recogen los comentarios (comments*.json).
teach-folder-name = Carpeta
teach-folder-use = Mirar aquí
teach-folder-use-tip = Mirar en esta carpeta desde ahora
teach-folder-coming = Revisando…
teach-folder-under-way = { $count ->
    [one] Se está simulando { $count } grabación…
   *[other] Se están simulando { $count } grabaciones…
}
teach-folder-stands = { $taken } aceptadas · { $refused } rechazadas
teach-folder-trouble = No se puede leer: { $reason }
teach-refused = { $count ->
    [one] { $count } archivo rechazado
   *[other] { $count } archivos rechazados
}
teach-refused-unreadable = no se puede leer: { $what }
teach-refused-damaged = está dañada: { $what }
teach-refused-stranger = quien la hizo, «{ $what }», no está en la lista
teach-refused-ambiguous = quien la hizo, «{ $what }», pueden ser varios: dé a cada uno su propia cuenta
teach-refused-drill = su ejercicio «{ $what }» no está instalado aquí
teach-refused-doubled = el mismo intento que { $what }
teach-refused-unfinished = acaba antes que el intento
teach-refused-tampered = la simulación da otra cosa: { $what }
teach-refused-comments = no son comentarios que se puedan leer: { $what }

teach-chart-spread = Dispersión
teach-chart-spread-tip = Cómo se reparten los totales en cada ejercicio
teach-chart-curves = Curvas de aprendizaje
teach-chart-curves-tip = Los totales uno tras otro, y lo que dice el CUSUM
teach-chart-items = Preguntas
teach-chart-items-tip = Dificultad de cada pregunta y cuánto distingue
teach-chart-errors = Errores frecuentes
teach-chart-errors-tip = Qué errores cuestan más a la clase, ejercicio por ejercicio
teach-results-none = Todavía nada: el gráfico empieza con el primer intento que cuenta.
teach-errors-note = Proporción de los intentos de cada ejercicio que tienen el error; primero el más costoso. Ejercicios por su número, con sus intentos:
teach-items-none = Nadie ha respondido aún a una pregunta.
teach-drill-tip = Las curvas de este ejercicio
teach-trainee-tip = Mostrar la curva de este alumno
teach-last-five = Media de los últimos cinco
teach-axis-total = Total, puntos de 100
teach-axis-attempt = Intentos, por orden
teach-axis-sum = Suma de la prueba, logaritmo de la razón de verosimilitud (sin unidad)
teach-axis-difficulty = Dificultad p: proporción de aciertos (difícil 0, fácil 1)
teach-say-box = { $drill }: de { $least } a { $most }, rango intercuartílico de { $low } a { $high }, mediana { $median }.
teach-say-curve = { $who }: { $standing }. Totales: { $totals }.
teach-say-items = { $count ->
    [one] { $count } pregunta por dificultad y discriminación
   *[other] { $count } preguntas por dificultad y discriminación
}

teach-files = Informes y tablas
teach-files-about = Una página de la clase, una de cada alumno y tablas para una hoja de cálculo, en una carpeta nueva. Las páginas se leen sin nada más, en pantalla y en papel.
teach-files-blind = A ciegas: con códigos y sin la lista.
teach-files-names = Con nombres; la lista está entre las tablas.
teach-write = Guardar los archivos
teach-write-tip = Los escribe y dice dónde; no abre ni envía nada
teach-written = { $count ->
    [one] { $count } archivo en { $path }
   *[other] { $count } archivos en { $path }
}
teach-comments = Comentarios
teach-comments-about = { $count ->
    [0] No hay ninguno. Abra un intento desde el tablero y fíjelos a su repetición.
    [one] Hay un comentario fijado a una repetición.
   *[other] Hay { $count } comentarios fijados a repeticiones.
}
teach-comments-where = Van a la carpeta compartida ({ $folder }); el equipo que mira en ella los recoge.
teach-comments-write = Dejarlos en la carpeta compartida
teach-comments-write-tip = Escribe allí comments.json

debrief-remarks = { $count ->
    [one] Un comentario
   *[other] { $count } comentarios
}
debrief-remark = { $author }: { $words }
debrief-remark-tip = Ir a su momento
debrief-remark-tip-place = Ir a su lugar y momento
debrief-unpin = Quitar este comentario
debrief-unpin-tip = Desaparece de los registros de este equipo
debrief-pin-about = Fije un comentario a este momento de la repetición, en la punta de la cánula
debrief-pin-author = Su nombre
debrief-pin-words = Lo que se ve aquí
debrief-pin = Fijar en { $time }
debrief-pin-tip = Quien mire este intento lo ve en la barra y entre los hallazgos
debrief-instructor = Docente: { $who }
debrief-trainee = Alumno
debrief-whose-trainee = Alumno
debrief-whose-trainee-tip = Solo el intento del alumno (G)
debrief-whose-both-reference = Ambos
debrief-whose-both-reference-tip = La cánula y los hilos del docente, superpuestos a trazos, pase a pase (G)
debrief-whose-other-reference = Docente
debrief-whose-other-reference-tip = Solo el intento del docente (G)
debrief-reference-this = Este intento es la referencia de su ejercicio: los demás lo ven como su fantasma.
debrief-reference-by = El fantasma de este ejercicio es el intento de { $who } ({ $total }).
debrief-reference-expert = El fantasma de este ejercicio es el operador experto.
debrief-reference-make = Usar como referencia
debrief-reference-make-tip = Desde ahora este intento es el fantasma de su ejercicio en este paciente, en lugar del operador experto
debrief-reference-working = Simulándolo de nuevo para que sea la referencia…
debrief-reference-failed = No es la referencia: { $reason }
debrief-reference-end = Usar de nuevo el operador experto
debrief-reference-end-tip = Se retira la referencia; el intento queda
debrief-class = Clase
debrief-class-tip = Volver a la clase (Esc)
