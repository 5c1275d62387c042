### Lo que dicen los ficheros de levels/: ejercicios, pacientes, rúbricas. Los identificadores son <clase>-<id>-<campo>.

drill-first-fan-title = Primer abanico
drill-first-fan-site = mejilla izquierda
drill-first-fan-brief = Un punto de entrada cerca del ángulo de la mandíbula, un abanico estrecho de pocos hilos justo bajo la dermis, depositados solo durante la retirada. Después revise la piel y masajee lo que se palpe.
drill-harmonyca-cheek-title = Abanico preauricular y de mejilla inferior
drill-harmonyca-cheek-site = mejilla izquierda
drill-harmonyca-cheek-brief = Un punto de entrada cerca del ángulo de la mandíbula, un abanico. Deposite toda la jeringa en hilos justo bajo la dermis, de manera uniforme en la zona, y solo durante la retirada.
drill-meso-jawline-title = Línea mandibular, un tratamiento completo, 1:3
drill-meso-jawline-site = línea mandibular izquierda
drill-meso-jawline-brief = Todo, de la primera pregunta a la última mirada: haga la anamnesis y el consentimiento, decida, marque según las líneas de tensión, mezcle 1:3, desinfecte, un abanico justo bajo la dermis, masajee, inspeccione.
drill-radiesse-jawline-title = Abanico de mejilla inferior y línea mandibular, 1:1
drill-radiesse-jawline-site = línea mandibular izquierda
drill-radiesse-jawline-brief = Un punto de entrada en el ángulo de la mandíbula, hilos hacia delante por la mejilla inferior y a lo largo del borde mandibular. La cánula de 25G se dobla: manténgala justo bajo la dermis y corte el flujo antes de la entrada. Después masajee a lo largo de los hilos.
drill-radiesse-neck-title = Abanico de cuello, 1:4, preparado por usted
drill-radiesse-neck-site = lado izquierdo del cuello
drill-radiesse-neck-brief = Mezcle Radiesse 1:4 con suero fisiológico entre dos jeringas y llene la suya enseguida: una mezcla en reposo sedimenta y después sale pobre. Luego, un abanico hacia arriba y hacia atrás por el lado del cuello, justo bajo la dermis. Remueva de nuevo antes de que la jeringa repose un minuto.

patient-amara-title = Amara, 41
patient-amara-note = Firme y uniforme, fototipo VI: las capas de una mujer media bajo una piel en la que se vería todo cambio de pigmento.
patient-anna-title = Anna, 50
patient-anna-note = Complexión y capas medias: el grosor de las propias tablas. Aprenda aquí la profundidad.
patient-ines-title = Inês, 66
patient-ines-note = Piel fina y laxa con descolgamiento mandibular: lo demasiado superficial se verá, y la dilución importa.
patient-jorge-title = Jorge, 74
patient-jorge-note = Un hombre mayor y delgado de cara larga: su grasa ha adelgazado, su piel no, y los vasos están más cerca.
patient-kenji-title = Kenji, 46
patient-kenji-note = Un hombre de complexión delgada: dermis gruesa sobre grasa fina, de modo que la ventana bajo la dermis es estrecha.
patient-leila-title = Leila, 58
patient-leila-note = Descolgamiento mandibular marcado sobre un cuello lleno: la grasa se engrosa y el SMAS desciende a lo largo de la línea mandibular, de modo que allí el mismo ángulo queda más superficial.
patient-mei-title = Mei, 34
patient-mei-note = Delgada y tersa: una capa fina de grasa deja poco espacio entre la dermis y el SMAS.
patient-priya-title = Priya, 27
patient-priya-note = Joven y tersa, de mandíbula estrecha: poco que tratar, y una dosis pequeña en una zona pequeña.
patient-rosa-title = Rosa, 55
patient-rosa-note = Asimetría marcada: planifique cada lado por sus propios puntos de referencia y compare antes del segundo lado.
patient-samuel-title = Samuel, 63
patient-samuel-note = Un hombre corpulento, fototipo V: dermis gruesa, grasa profunda y cuello lleno; guíese por la profundidad, no por el tacto.
patient-solveig-title = Solveig, 72
patient-solveig-note = Piel muy fina y muy laxa sobre poca grasa, fototipo I: no sobra profundidad, y todo lo demasiado superficial se ve.
patient-viktor-title = Viktor, 57
patient-viktor-note = Un hombre de complexión fuerte: dermis gruesa, mandíbula ancha y cuello robusto.

rubric-default-title = Abanico subdérmico
rubric-dilute-title = Abanico subdérmico, producto diluido
rubric-whole-title = Tratamiento completo, producto diluido
