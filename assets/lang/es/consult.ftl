### La consulta: preguntas de la anamnesis, puntos del consentimiento, la decisión.

## Por qué acuden

consult-indication-lower-face-laxity = Se me ha descolgado la parte baja de la cara
consult-indication-cheek-laxity = Se me han descolgado las mejillas
consult-indication-neck-laxity = Se me ha descolgado el cuello

## Preguntas: nombre, cómo se pregunta, qué dice el paciente

consult-question-bleeding-disorder-name = Trastorno de la coagulación
consult-question-bleeding-disorder-ask = ¿Tarda mucho en dejar de sangrar, o su sangre no coagula bien?
consult-question-bleeding-disorder-yes = Sí, tengo un trastorno de la coagulación.
consult-question-bleeding-disorder-no = No, nunca.
consult-question-anticoagulant-name = Anticoagulantes
consult-question-anticoagulant-ask = ¿Toma algo que haga la sangre más líquida, incluida la aspirina?
consult-question-anticoagulant-yes = Sí, tomo una aspirina de dosis baja cada día.
consult-question-anticoagulant-no = No, nada.
consult-question-severe-allergies-name = Alergias graves
consult-question-severe-allergies-ask = ¿Ha tenido alguna vez una reacción alérgica grave, o tiene varias alergias?
consult-question-severe-allergies-yes = Sí, llevo siempre un autoinyector de adrenalina.
consult-question-severe-allergies-no = No.
consult-question-component-allergy-name = Alergia a un componente
consult-question-component-allergy-ask = ¿Ha tenido alguna reacción a un relleno o a alguno de sus componentes?
consult-question-component-allergy-yes = Sí, precisamente a este producto.
consult-question-component-allergy-no = Que yo sepa, no.
consult-question-lidocaine-allergy-name = Alergia a anestésicos locales
consult-question-lidocaine-allergy-ask = ¿Le ha sentado mal alguna vez la anestesia del dentista?
consult-question-lidocaine-allergy-yes = Sí, me dijeron que fue por la lidocaína.
consult-question-lidocaine-allergy-no = No, la tolero bien.
consult-question-infection-name = Infección de la piel
consult-question-infection-ask = ¿Tiene hoy la piel inflamada o infectada cerca de la zona?
consult-question-infection-yes = Tengo una herida que supura desde el lunes.
consult-question-infection-no = No, la tengo bien.
consult-question-pregnancy-name = Embarazo o lactancia
consult-question-pregnancy-ask = ¿Podría haber embarazo, o está dando el pecho?
consult-question-pregnancy-yes = Sí.
consult-question-pregnancy-no = No.
consult-question-keloid-name = Cicatrices hipertróficas o queloides
consult-question-keloid-ask = ¿Le cicatrizan las heridas con marcas gruesas y elevadas?
consult-question-keloid-yes = Sí, tengo una en el hombro.
consult-question-keloid-no = No, apenas se me notan.
consult-question-earlier-filler-name = Rellenos previos en la zona
consult-question-earlier-filler-ask = ¿Le han inyectado algo aquí antes? ¿Qué fue?
consult-question-earlier-filler-yes = Algo permanente, hace años; no sé cómo se llama.
consult-question-earlier-filler-no = No, nada.
consult-question-autoimmune-name = Sistema inmunitario
consult-question-autoimmune-ask = ¿Tiene una enfermedad autoinmune, o toma algo que baje las defensas?
consult-question-autoimmune-yes = Sí, tengo reúma y tomo metotrexato.
consult-question-autoimmune-no = No.
consult-question-pacemaker-name = Marcapasos
consult-question-pacemaker-ask = ¿Lleva marcapasos o metal en el cuerpo?
consult-question-pacemaker-yes = Sí, un marcapasos.
consult-question-pacemaker-no = No.
consult-question-egg-allergy-name = Alergia al huevo
consult-question-egg-allergy-ask = ¿Puede comer huevo?
consult-question-egg-allergy-yes = No, tengo alergia.
consult-question-egg-allergy-no = Sí, sin problema.

## Puntos del consentimiento: nombre, y lo que se dice

consult-consent-swelling-name = Edema y hematomas
consult-consent-swelling-more = Hinchazón en uno de cada cinco tratamientos y hematomas en uno de cada nueve; desaparecen solos.
consult-consent-nodules-name = Nódulos
consult-consent-nodules-more = Bultos en unos 3 de cada 100 tratamientos.
consult-consent-occlusion-name = Oclusión vascular
consult-consent-occlusion-more = Rara, cerca de una por cada 41 000 jeringas con cánula; puede perderse piel. Puede que tenga que llamarnos a cualquier hora.
consult-consent-lasting-name = No se puede disolver
consult-consent-lasting-more = Ningún fármaco ha demostrado disolver las partículas: lo depositado permanece durante meses.
consult-consent-time-course-name = Cuándo hace efecto
consult-consent-time-course-more = Al principio se nota poco; la piel responde desde la cuarta semana y hacen falta dos sesiones o más.
consult-consent-dilution-name = Qué evidencia hay
consult-consent-dilution-more = Tan diluido se usa sobre todo fuera de indicación, y nadie lo ha probado en la cara frente a un grupo de control.

## La ficha

consult-title = Consulta
consult-said = «{ $words }»
consult-plan = Previsto: { $plan }, { $site }
consult-history = Anamnesis
consult-consent = Consentimiento
consult-caution = Con precaución por
consult-caution-none = Nada
consult-caution-tip = La respuesta que obliga a tener precaución en este tratamiento
consult-treat = Tratar
consult-treat-tip = Decidir tratar según lo previsto; termina la consulta
consult-treat-caution = Tratar con esta precaución
consult-treat-caution-tip = Decidir tratar con la precaución señalada; termina la consulta
consult-decline = No tratar
consult-decline-tip = Decidir no tratar; pide confirmación
consult-decline-sure = Hoy no: terminar aquí
consult-decline-sure-tip = El paciente se va sin tratar, y se valora la decisión
consult-decline-not = Volver a la anamnesis
consult-decline-not-tip = Aún no se ha decidido nada

## Lo mismo dentro de una frase

question-bleeding_disorder = trastorno de la coagulación
question-anticoagulant = anticoagulantes
question-severe_allergies = alergias graves
question-component_allergy = alergia a un componente
question-lidocaine_allergy = alergia a anestésicos locales
question-infection = infección de la piel
question-pregnancy = embarazo o lactancia
question-keloid = cicatrices hipertróficas o queloides
question-earlier_filler = rellenos previos en la zona
question-autoimmune = sistema inmunitario
question-pacemaker = marcapasos
question-egg_allergy = alergia al huevo
consent-swelling = edema y hematomas
consent-nodules = nódulos
consent-occlusion = oclusión vascular
consent-lasting = que no se puede disolver
consent-time_course = cuándo hace efecto
consent-dilution = qué evidencia hay
