### El primer abanico guiado: qué hacer, ejercicio a ejercicio.
learn-fan-title = Su primer abanico
learn-fan-about = Diez pasos pequeños con un paciente: mirar, abrir las capas, abrir la entrada, buscar el plano, depositar un hilo, completar el abanico, masajear y leer lo ocurrido.
learn-ground-title = Campo de prácticas
learn-ground-about = Acostúmbrese al ratón, las teclas o el mando: unos pocos movimientos con un paciente, que se marcan a medida que salen bien. Nada se puntúa.

learn-context = Lección
learn-title = Su primer abanico

learn-look-step = Mirar alrededor
learn-look = Gire al paciente hasta que vea toda la mejilla con su zona discontinua.
learn-layers-step = Abrir las capas
learn-layers = Quite la piel hasta la grasa con el control de capas de abajo, mire el plano donde va el producto, justo bajo la dermis, y vuelva a poner la piel.
learn-disinfect-step = Desinfectar
learn-disinfect = Desinfecte la zona y el punto de entrada. Antes no se hace nada.
learn-entry-step = Punto de entrada
learn-entry = Abra la entrada con la aguja piloto en el anillo, cerca del ángulo de la mandíbula.
learn-insert-step = Introducir
learn-insert = Avance por la entrada con el pabellón alto hasta que la sección muestre el orificio en la grasa.
learn-advance-step = Buscar el plano
learn-advance = Baje el pabellón hasta que el vástago quede a lo largo de la piel y avance 25 mm. Mantenga el orificio en la banda discontinua: pabellón abajo, punta arriba. El émbolo no se toca.
learn-thread-step = Primer hilo
learn-thread = Ahora retire y presione a la vez. El hilo crece detrás de la punta. Suelte 8 mm antes de la entrada.
learn-fan-step = El abanico
learn-fan = No salga todavía: gire hacia la siguiente dirección, avance sin presionar, retire presionando. Tres hilos, como las varillas de un abanico; después salga.
learn-massage-step = Masaje
learn-massage = Tome un dedo en lugar de la jeringa y frote a lo largo de los hilos, con suavidad. Después termine el masaje.
learn-finish-step = Leer lo ocurrido
learn-finish = Termine. El análisis muestra lo que hay bajo la piel y por qué se perdió cada punto.

learn-key-look = girar al paciente
learn-key-layers = capa siguiente
