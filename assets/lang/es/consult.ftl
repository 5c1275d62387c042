### La consulta: preguntas de la anamnesis, puntos del consentimiento, la decisión.

## Por qué acuden

consult-indication-lower-face-laxity = La parte inferior de la cara se ha vuelto laxa
consult-indication-cheek-laxity = Las mejillas se han vuelto laxas
consult-indication-neck-laxity = El cuello se ha vuelto laxo

## Preguntas: nombre, cómo se pregunta, qué dice el paciente

consult-question-bleeding-disorder-name = Trastorno de la coagulación
consult-question-bleeding-disorder-ask = ¿Sangra mucho tiempo, o su sangre no coagula como debería?
consult-question-bleeding-disorder-yes = Sí, tengo un trastorno de la coagulación.
consult-question-bleeding-disorder-no = No, nunca.
consult-question-anticoagulant-name = Anticoagulantes
consult-question-anticoagulant-ask = ¿Toma algo que haga la sangre más fluida, incluida la aspirina?
consult-question-anticoagulant-yes = Sí, una dosis baja de aspirina cada día.
consult-question-anticoagulant-no = No, nada.
consult-question-severe-allergies-name = Alergias graves
consult-question-severe-allergies-ask = ¿Ha tenido alguna vez una reacción alérgica grave, o varias alergias?
consult-question-severe-allergies-yes = Sí, llevo una pluma de adrenalina.
consult-question-severe-allergies-no = No.
consult-question-component-allergy-name = Alergia a un componente
consult-question-component-allergy-ask = ¿Ha reaccionado a un relleno, o a algo que contenga?
consult-question-component-allergy-yes = Sí, precisamente a este producto.
consult-question-component-allergy-no = No, que yo sepa.
consult-question-lidocaine-allergy-name = Alergia a anestésicos locales
consult-question-lidocaine-allergy-ask = ¿Ha reaccionado a una inyección en el dentista?
consult-question-lidocaine-allergy-yes = Sí, me dijeron que fue la lidocaína.
consult-question-lidocaine-allergy-no = No, siempre me sentaron bien.
consult-question-infection-name = Infección de la piel
consult-question-infection-ask = ¿Está hoy la piel inflamada o infectada cerca de la zona?
consult-question-infection-yes = Hay una herida que supura desde el lunes.
consult-question-infection-no = No, la piel está tranquila.
consult-question-pregnancy-name = Embarazo o lactancia
consult-question-pregnancy-ask = ¿Podría haber un embarazo, o está dando el pecho?
consult-question-pregnancy-yes = Sí.
consult-question-pregnancy-no = No.
consult-question-keloid-name = Cicatrices gruesas
consult-question-keloid-ask = ¿Le cicatrizan las heridas con marcas gruesas y elevadas?
consult-question-keloid-yes = Sí, tengo una en el hombro.
consult-question-keloid-no = No, apenas se ven.
consult-question-earlier-filler-name = Rellenos previos aquí
consult-question-earlier-filler-ask = ¿Le han inyectado algo aquí antes, y qué fue?
consult-question-earlier-filler-yes = Algo permanente, hace años; no sé cómo se llama.
consult-question-earlier-filler-no = No, nada.
consult-question-autoimmune-name = Sistema inmunitario
consult-question-autoimmune-ask = ¿Tiene una enfermedad autoinmune, o toma algo contra las defensas?
consult-question-autoimmune-yes = Sí, reúma; tomo metotrexato.
consult-question-autoimmune-no = No.
consult-question-pacemaker-name = Marcapasos
consult-question-pacemaker-ask = ¿Lleva marcapasos o metal en el cuerpo?
consult-question-pacemaker-yes = Sí, un marcapasos.
consult-question-pacemaker-no = No.
consult-question-egg-allergy-name = Alergia al huevo
consult-question-egg-allergy-ask = ¿Puede comer huevos?
consult-question-egg-allergy-yes = No, tengo alergia.
consult-question-egg-allergy-no = Sí, con gusto.

## Puntos del consentimiento: nombre, y lo que se dice

consult-consent-swelling-name = Edema y hematomas
consult-consent-swelling-more = Edema tras uno de cada cinco tratamientos, hematomas tras uno de cada nueve; pasan solos.
consult-consent-nodules-name = Nódulos
consult-consent-nodules-more = Bultos tras unos 3 de cada 100 tratamientos.
consult-consent-occlusion-name = Un vaso ocluido
consult-consent-occlusion-more = Raro, cerca de una de cada 41 000 jeringas con cánula; puede perderse piel. Puede que se le pida llamar a cualquier hora.
consult-consent-lasting-name = No se puede disolver
consult-consent-lasting-more = Ningún agente ha demostrado disolver las partículas: lo depositado queda durante meses.
consult-consent-time-course-name = Cuándo actúa
consult-consent-time-course-more = Poco que ver al principio; la piel responde desde la cuarta semana y necesita dos sesiones o más.
consult-consent-dilution-name = Cuánto se sabe
consult-consent-dilution-more = Tan diluido se usa sobre todo fuera de ficha, y nadie lo ha probado en la cara frente a un grupo de control.

## La ficha

consult-title = Consulta
consult-said = «{ $words }»
consult-plan = Previsto: { $plan }, { $site }
consult-history = Anamnesis
consult-consent = Consentimiento
consult-caution = Con precaución por
consult-caution-none = Nada
consult-caution-tip = La respuesta que pide precaución en este tratamiento
consult-treat = Tratar
consult-treat-tip = Decidir tratar según lo previsto; termina la consulta
consult-treat-caution = Tratar con esta precaución
consult-treat-caution-tip = Decidir tratar con la precaución nombrada; termina la consulta
consult-decline = No tratar
consult-decline-tip = Decidir no tratar; pregunta una vez más
consult-decline-sure = Hoy no: terminar aquí
consult-decline-sure-tip = El paciente se va sin tratar, y se juzga la decisión
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
question-keloid = cicatrices gruesas
question-earlier_filler = rellenos previos aquí
question-autoimmune = sistema inmunitario
question-pacemaker = marcapasos
question-egg_allergy = alergia al huevo
consent-swelling = edema y hematomas
consent-nodules = nódulos
consent-occlusion = un vaso ocluido
consent-lasting = que no se puede disolver
consent-time_course = cuándo actúa
consent-dilution = cuánto se sabe
