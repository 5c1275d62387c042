### Inicio, ejercicios, ajustes, pausa, errores: todo lo que queda fuera del procedimiento y del análisis.

menu-promise = Practique la técnica lineal retrógrada en abanico con CaHA bajo la piel, y lea por qué cada hilo obtuvo su puntuación.
menu-version = Versión { $version }
menu-back-tip = Volver un paso atrás (Esc)

menu-resume-attempt = Continuar
menu-resume-attempt-about = Seguir con el intento interrumpido
menu-learn = Aprender
menu-learn-about = Su primer abanico, paso a paso, en tres minutos
menu-practise = Practicar
menu-practise-about = Cualquier zona, paciente y preparación
menu-practise-intro = Elija libremente; nada de esto cuenta para su progreso. La masa prevista de CaHA sigue siendo la del ejercicio propio de la zona.
menu-practise-zone = Zona
menu-practise-patient = Paciente
menu-practise-product = Preparación
menu-practise-start-tip = Empezar; no hay límite de tiempo
menu-exam = Examen
menu-exam-about = Sin ayudas, un intento, sellado
menu-exam-intro = Sin indicaciones, sin sección, sin medidores: como en la vida real. Un examen no se puede empezar de nuevo y, si se abandona, cuenta como no superado. Su grabación queda sellada.
menu-exam-begin = Empezar el examen
menu-exam-begin-tip = Empezar el examen «{ $title }»
menu-progress = Progreso
menu-progress-about = Cómo va en cada ejercicio
menu-progress-none = Nada todavía. Haga un ejercicio, y aquí empieza su curva de aprendizaje.
menu-progress-attempts = { $count ->
    [one] { $count } intento
   *[other] { $count } intentos
}
menu-progress-mean = { $count ->
    [one] un solo intento hasta ahora
   *[other] media de los últimos { $count }
}
menu-progress-pass = aprobado { $mark }
menu-progress-mean-error = ± { $error } (EE), media de los últimos { $count }
menu-progress-best = Mejor
menu-progress-best-safe = Mejor sin error crítico
menu-progress-last = Último
menu-progress-learning = Aún aprendiendo
menu-progress-proficient = Competente
menu-progress-relapsed = Le falta práctica
menu-progress-exams = Exámenes
menu-progress-passed = Superado { $total }
menu-progress-not-passed = No superado { $total }
menu-progress-critical = Error crítico { $total }
menu-progress-left = Abandonado antes del final
menu-drills = Ejercicios
menu-drills-about = Un paciente, una zona, un producto: trátela en abanico y obtenga su puntuación
menu-drills-none = No hay ningún ejercicio instalado.
menu-drills-broken = Estos archivos tienen errores: se conserva lo último correcto y lo demás se omite
menu-course-previous = Curso anterior
menu-course-next = Curso siguiente
menu-course-place = Curso { $done } de { $planned }
menu-patients = Pacientes
menu-patients-about = Mire cada capa, vaso y región de un paciente
menu-quiz = Cuestionario
menu-quiz-about = Anatomía, producto, técnica y complicaciones
menu-quiz-none = No hay ningún cuestionario instalado.
menu-settings = Ajustes
menu-settings-about = Idioma, texto, aspecto, ayudas
menu-about = Acerca de
menu-about-about = Qué es esto y en qué trabajos se apoya
menu-quit = Salir
menu-quit-about = Cerrar Fanline
menu-quit-tip = Salir del programa

menu-about-marks = Los nombres de productos son marcas de sus propietarios. Ninguno de los aquí nombrados respalda este programa.
menu-about-licence = Software libre bajo licencia MIT o Apache 2.0.
menu-about-credits = Créditos (en inglés)

menu-drill-product = Producto
menu-drill-cannula = Cánula
menu-drill-dose = Plan
menu-drill-dose-value = { $volume } mL · { $dose } mg/cm²
menu-drill-patient = Paciente
menu-drill-stranger = Alguien desconocido, otro en cada intento
menu-drill-best = Mejor { $total }
menu-drill-last = Último { $total }
menu-drill-start-tip = Empezar «{ $title }»

menu-paused = En pausa
menu-pause-resume = Continuar
menu-pause-resume-tip = Seguir donde lo dejó (Esc)
menu-pause-finish = Terminar y analizar
menu-pause-finish-tip = Terminar el procedimiento y leer la puntuación
menu-pause-restart = Reiniciar
menu-pause-restart-tip = Empezar este ejercicio de nuevo
menu-pause-settings = Ajustes
menu-pause-settings-tip = Idioma, texto, aspecto, ayudas
menu-pause-leave = Abandonar
menu-pause-leave-tip = Volver al inicio
menu-confirm-leave = ¿Abandonar este intento?
menu-confirm-leave-about = No se puntuará.
menu-confirm-leave-exam = Cuenta como no superado.
menu-confirm-leave-yes = Abandonar
menu-confirm-restart = ¿Empezar de nuevo?
menu-confirm-restart-about = Se perderá lo depositado hasta ahora.
menu-confirm-restart-yes = Empezar de nuevo
menu-confirm-finish = ¿Terminar el procedimiento?
menu-confirm-finish-about = Después no se puede depositar nada. Sigue el análisis.
menu-confirm-finish-yes = Terminar

menu-copy = Copiar
menu-copy-tip = Copiar la lista de problemas

menu-settings-look = Aspecto
menu-settings-look-tip = Idioma, texto, colores, movimiento
menu-settings-sound = Sonido
menu-settings-sound-tip = Volumen de los sonidos
menu-settings-picture = Imagen
menu-settings-picture-tip = Calidad de la imagen
menu-settings-assists-tip = Lo que ayuda durante un procedimiento
menu-settings-language = Idioma
menu-settings-language-auto = El del sistema
menu-settings-language-auto-tip = El idioma que pide el sistema, o inglés
menu-settings-language-tip = Todo el texto en { $name }
menu-settings-text = Tamaño del texto
menu-settings-smaller = A− Menor
menu-settings-smaller-tip = Texto más pequeño, hasta el 80 %
menu-settings-larger = A+ Mayor
menu-settings-larger-tip = Texto más grande, hasta el 200 %
menu-settings-dark = Oscuro
menu-settings-dark-tip = Pizarra oscura, o claro
menu-settings-contrast = Alto contraste
menu-settings-contrast-tip = Texto más marcado, fichas opacas, contornos más gruesos
menu-settings-motion = Reducir el movimiento
menu-settings-motion-tip = Sin transiciones ni vuelos de la cámara
menu-settings-preset = Calidad de la imagen
menu-preset-automatic = Automática
menu-preset-automatic-tip = Elegida para este equipo
menu-preset-low = Baja
menu-preset-low-tip = Para equipos sin tarjeta gráfica
menu-preset-medium = Media
menu-preset-medium-tip = Entre baja y alta
menu-preset-high = Alta
menu-preset-high-tip = Todo
menu-settings-controls = Controles
menu-settings-controls-tip = Qué hace cada tecla, botón y palanca
menu-settings-scale = Nitidez del paciente
menu-settings-scale-preset = Según la calidad
menu-settings-scale-preset-tip = Lo que indica la calidad de la imagen
menu-settings-scale-tip = El paciente se dibuja a esta fracción del ancho de la ventana y se amplía; los paneles siguen nítidos
menu-settings-cap = Fotogramas por segundo como máximo
menu-settings-cap-none = Los de la pantalla
menu-settings-cap-none-tip = Tantos como muestra la pantalla
menu-settings-cap-tip = Menos fotogramas ahorran batería
menu-settings-volume-hand = Lo que siente la mano
menu-settings-volume-signals = Señales
menu-settings-quieter = Más bajo
menu-settings-quieter-tip = Sonidos más suaves, hasta ninguno
menu-settings-louder = Más alto
menu-settings-louder-tip = Sonidos más fuertes
menu-settings-assists = Ayudas
menu-settings-assists-about = Lo que ayuda durante un procedimiento. Cada una se puede quitar.
menu-assist-steps = Pasos
menu-assist-steps-tip = La lista de pasos a la izquierda
menu-assist-hint = Paso siguiente
menu-assist-hint-tip = Una frase y las teclas de lo que viene
menu-assist-section = Sección
menu-assist-section-tip = Una imagen similar a una ecografía a lo largo de la cánula
menu-assist-depth = Profundidad
menu-assist-depth-tip = Profundidad y capa en el orificio
menu-assist-meters = Fuerza, velocidad y flujo
menu-assist-meters-tip = Medidores con la banda en la que mantenerse
menu-assist-map = Mapa
menu-assist-map-tip = La zona desde arriba, si cabe en un lateral
menu-assist-syringe = Jeringa
menu-assist-syringe-tip = Volumen restante
menu-assist-strip = Barra de vistas
menu-assist-strip-tip = Capas, superposiciones y vistas bajo el paciente
menu-assist-see-through = Ver a través de la piel
menu-assist-see-through-tip = La cánula y los hilos se transparentan suavemente

error-asset = Falta algo
error-asset-advice = El programa no encuentra un archivo que necesita. Instálelo de nuevo, o inícielo desde su propia carpeta.
error-drill = Este ejercicio no se puede abrir
error-drill-advice = Su archivo tiene errores. Aquí se indican con su posición; corríjalos y vuelva a intentarlo.
error-content = Parte del contenido tiene errores
error-content-advice = Aquí se indican con su posición.

## Registros

menu-learner-first = Alumno
menu-records-trouble = Los registros: { $trouble }

## Alumnos

menu-learners = Alumnos
menu-learners-about = Quién practica: cambiar de alumno, añadir uno, entrar como invitado
menu-learners-who = Practica: { $name }
menu-learners-intro = Cada alumno tiene sus resultados, repasos y ajustes. Lo que hace uno no lo ven los demás.
menu-learners-add = Añadir un alumno
menu-learners-add-tip = Un alumno nuevo, con nombre y, si quiere, un PIN
menu-learners-guest = Entrar como invitado
menu-learners-guest-tip = De lo que hace un invitado no se guarda nada
menu-learners-guest-plays = Practica un invitado: no se guarda nada
menu-learners-guest-name = Invitado
menu-learners-new-name = Alumno { $number }
menu-learners-counts = { $attempts ->
    [one] Un intento
   *[other] { $attempts } intentos
 } · { $answers ->
    [one] una respuesta
   *[other] { $answers } respuestas
 } · { $code }
menu-learners-plays = Practica ahora
menu-learners-guarded = Con PIN
menu-learners-play = Entrar
menu-learners-play-tip = Entrar como { $name }
menu-learners-set-pin = Poner un PIN
menu-learners-set-pin-tip = Poner un PIN a { $name }
menu-learners-change-pin = Cambiar el PIN
menu-learners-change-pin-tip = Otro PIN para { $name }
menu-learners-remove-pin = Quitar el PIN
menu-learners-remove-pin-tip = { $name } juega sin PIN
menu-learners-delete = Borrar
menu-learners-delete-tip = Borrar a { $name } y todo lo suyo
menu-learners-enter = { $name }: su PIN
menu-learners-new-pin = { $name }: un PIN nuevo
menu-learners-pin-about = Separa a personas de buena fe en un equipo compartido. Quien puede leer los archivos de este equipo puede leer también los registros.
menu-learners-name = Nombre
menu-learners-pin = El PIN
menu-learners-pin-or-none = PIN, o nada
menu-learners-pin-theirs = El PIN de esa persona
menu-learners-pad-tip = Pulse aquí las cifras o escríbalas
menu-learners-wipe = Borrar lo escrito
menu-learners-wrong-pin = PIN incorrecto.
menu-learners-pin-set = PIN guardado.
menu-learners-pin-removed = PIN eliminado.
menu-learners-delete-ask = ¿Borrar a { $name }?
menu-learners-delete-goes = { $attempts ->
    [0] Ningún intento
    [one] Un intento con su grabación
   *[other] { $attempts } intentos con sus grabaciones
 }, { $answers ->
    [0] ninguna respuesta
    [one] una respuesta
   *[other] { $answers } respuestas
 }, apuntes, calendario y ajustes se borran también. No se puede deshacer.
menu-learners-delete-stays = Las copias y exportaciones hechas antes se quedan donde usted las puso.
menu-learners-deleted = { $name } se ha borrado: { $attempts } intentos, { $answers } respuestas, { $files } archivos.

notice-content-read = { $count ->
    [one] Leído de nuevo: { $files }
   *[other] Leídos de nuevo { $count } archivos: { $files }
}
notice-content-mended = { $count ->
    [one] Todo vuelve a estar en orden. Leído de nuevo: { $files }
   *[other] Todo vuelve a estar en orden. Leídos de nuevo { $count } archivos: { $files }
}
notice-content-broken = { $count ->
    [one] Un archivo tiene un error; se conserva lo último correcto
   *[other] Los archivos tienen { $count } errores; se conserva lo último correcto
}
notice-more = { $count ->
    [one] y otro más; todos figuran bajo los ejercicios
   *[other] y { $count } más; todos figuran bajo los ejercicios
}
notice-close = Cerrar
notice-close-tip = Cerrar el aviso

menu-drills-mine = Mis ejercicios
menu-drills-mine-about = Sus propios ejercicios, de la carpeta { $folder }
menu-drills-mine-none = Ninguno todavía. Los archivos de ejercicio de la carpeta { $folder } aparecen aquí en cuanto son correctos.

menu-drills-new = Ejercicio nuevo
menu-drills-new-tip = Cree un ejercicio propio: dibuje la zona, elija, pruébelo, guárdelo
menu-drills-go-on = Seguir con su borrador
menu-drills-go-on-with = Seguir con su borrador «{ $title }»
menu-drill-edit = Editar
menu-drill-edit-tip = Editar «{ $title }»
menu-drill-draft = Cambios sin guardar
