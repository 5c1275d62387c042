### El cuestionario levels/quizzes/evidence.ron: quiz-evidence-<pregunta>-<campo>; choice-N es la opción N del archivo.

quiz-evidence-title = Evidencia: qué se sabe y con qué solidez

quiz-evidence-neck-study-size-ask = ¿Cuántas personas participaron en la serie que eligió la dilución para cuello y escote según la calidad de la piel?
quiz-evidence-neck-study-size-unit = personas
quiz-evidence-neck-study-size-explanation = Veinte. Gran parte de lo que se enseña sobre hiperdilución se apoya en series de ese tamaño, sin grupo de control.
quiz-evidence-neck-study-size-source = Yutskovskaya 2017, Journal of Drugs in Dermatology (n = 20)

quiz-evidence-no-rct-face-ask = ¿Cuántos ensayos controlados aleatorizados de CaHA hiperdiluido en la cara hallaron las revisiones de 2024?
quiz-evidence-no-rct-face-choice-1 = Unos cinco
quiz-evidence-no-rct-face-choice-2 = Unos veinte
quiz-evidence-no-rct-face-choice-3 = Ninguno
quiz-evidence-no-rct-face-choice-4 = Más de cien
quiz-evidence-no-rct-face-explanation = Ninguno. Por eso las curvas de respuesta de este juego se llaman ilustrativas y sus bandas son anchas.
quiz-evidence-no-rct-face-source = PMID 37897174 (resumen)

quiz-evidence-decolletage-trial-ask = En la semana 24 habían mejorado el 71,2 % de los escotes tratados y el 6,3 % de los no tratados (CaHA 1:2). ¿En cuántos puntos porcentuales se diferenciaban?
quiz-evidence-decolletage-trial-unit = %
quiz-evidence-decolletage-trial-explanation = 71,2 − 6,3 = 64,9 puntos. Es la indicación del CaHA diluido que tiene detrás un grupo de control.
quiz-evidence-decolletage-trial-source = PMID 42424535 (resumen); la diferencia está calculada

quiz-evidence-nlf-12-months-ask = A los doce meses en los surcos nasogenianos, ¿qué proporciones seguían mejoradas?
quiz-evidence-nlf-12-months-choice-1 = CaHA 43 %, ácido hialurónico 79 %
quiz-evidence-nlf-12-months-choice-2 = Ninguno conservaba mejoría alguna
quiz-evidence-nlf-12-months-choice-3 = Ambos cerca del 60 % de los pacientes
quiz-evidence-nlf-12-months-choice-4 = CaHA 79 %, ácido hialurónico 43 %
quiz-evidence-nlf-12-months-explanation = 79 % frente a 43 %, con CaHA sin diluir. Lo que vale para una dosis de relleno no puede trasladarse sin más a una diluida.
quiz-evidence-nlf-12-months-source = Resúmenes citados en una guía de hidroxiapatita cálcica; comparación a doce meses

quiz-evidence-jawline-48-ask = En el estudio pivotal de línea mandibular con Radiesse (+), ¿qué proporción de pacientes seguía respondiendo en la semana 48?
quiz-evidence-jawline-48-unit = %
quiz-evidence-jawline-48-explanation = El 62,9 %. Con otro tratamiento la tasa en la semana 60 fue del 74,6 %; sin él, del 43,5 %.
quiz-evidence-jawline-48-source = Journal of Drugs in Dermatology 2021, S1545961621P1231X; Green 2024

quiz-evidence-conflict-inflammation-ask = Un ensayo halló el CaHA más inflamatorio que el ácido poli-L-láctico; otro, el ácido hialurónico más inflamatorio que el CaHA. ¿Qué debe notar primero el lector?
quiz-evidence-conflict-inflammation-choice-1 = Que las biopsias no muestran inflamación
quiz-evidence-conflict-inflammation-choice-2 = Que en ambos se usaron animales
quiz-evidence-conflict-inflammation-choice-3 = Qué fabricante estaba detrás de cada uno
quiz-evidence-conflict-inflammation-choice-4 = Que ambos se retiraron después
quiz-evidence-conflict-inflammation-explanation = El primero lo financió un fabricante de ácido poli-L-láctico; el segundo estaba vinculado a un fabricante de CaHA. Que sea «no inflamatorio», como dice un texto de protocolo, es discutido.
quiz-evidence-conflict-inflammation-source = PMID 39761144; Journal of Drugs in Dermatology 2014, S1545961614P1047X

quiz-evidence-italian-series-ask = «Más del 90 % mejoró» con un híbrido de CaHA en una serie italiana de 129 pacientes. ¿Qué debilita más la afirmación?
quiz-evidence-italian-series-choice-1 = No tenía grupo de control
quiz-evidence-italian-series-choice-2 = El producto estaba demasiado diluido
quiz-evidence-italian-series-choice-3 = Solo participaron cirujanos
quiz-evidence-italian-series-choice-4 = Fue demasiado corta para ver desaparecer el edema
quiz-evidence-italian-series-explanation = Era retrospectiva y sin controles, así que nadie sabe qué se habría dicho sin el producto. El número por sí solo no es evidencia.
quiz-evidence-italian-series-source = PMC11626326 (resumen)

quiz-evidence-osce-icc-ask = Un ECOE de inyecciones estéticas alcanzó un CCI de 0,946 entre evaluadores. ¿Qué indica?
quiz-evidence-osce-icc-choice-1 = Que casi todos los estudiantes lo aprobaron
quiz-evidence-osce-icc-choice-2 = Que casi todos los pacientes quedaron contentos
quiz-evidence-osce-icc-choice-3 = Que los evaluadores puntuaron casi igual
quiz-evidence-osce-icc-choice-4 = Que un evaluador habría sido poco
quiz-evidence-osce-icc-explanation = Una correlación intraclase cercana a 1 significa que la nota depende del candidato, no de quien evalúa. No dice nada de lo altas que fueron las notas.
quiz-evidence-osce-icc-source = ECOE en estética no quirúrgica (discovery.researcher.life)

quiz-evidence-novice-expert-ospe-ask = En un examen práctico de anatomía los expertos tuvieron 48,56 puntos y los novatos 33,60. ¿Cuánto los separaba?
quiz-evidence-novice-expert-ospe-unit = puntos
quiz-evidence-novice-expert-ospe-explanation = 48,56 − 33,60 = 14,96 puntos, con poca dispersión en ambos lados. Una prueba que no distingue a unos de otros mide otra cosa.
quiz-evidence-novice-expert-ospe-source = ECOE práctico de anatomía facial (discovery.researcher.life)

quiz-evidence-specific-tool-ask = En 26 cirujanos, ¿qué valoración seguía más de cerca su nivel de formación?
quiz-evidence-specific-tool-choice-1 = La herramienta hecha para ese procedimiento
quiz-evidence-specific-tool-choice-2 = Solo la simetría del resultado final
quiz-evidence-specific-tool-choice-3 = La valoración general de la destreza quirúrgica
quiz-evidence-specific-tool-choice-4 = La calidad de las marcas en la piel
quiz-evidence-specific-tool-explanation = r = 0,48 (p = 0,012) para la herramienta específica frente a 0,36 (p = 0,067) para la general; las marcas y la simetría final no distinguían niveles. Por eso este juego puntúa planos, hilos y dosis.
quiz-evidence-specific-tool-source = PMC9307303

quiz-evidence-vr-trainer-ask = ¿Qué se probó en el simulador de realidad virtual publicado para rellenos (n = 100)?
quiz-evidence-vr-trainer-choice-1 = Si la destreza se trasladaba a la clínica
quiz-evidence-vr-trainer-choice-2 = Si los pacientes tenían menos complicaciones
quiz-evidence-vr-trainer-choice-3 = Si las dosis eran más exactas
quiz-evidence-vr-trainer-choice-4 = Su facilidad de uso
quiz-evidence-vr-trainer-explanation = Obtuvo una puntuación de usabilidad de 59,8 y a las personas de 35 a 50 años les resultó más difícil. No se estudió la transferencia de la destreza, y no debe afirmarse.
quiz-evidence-vr-trainer-source = Oh 2020 (pure.ewha.ac.kr)

quiz-evidence-print-faces-ask = Cuarenta estudiantes practicaron en caras impresas en 3D y mejoraron. ¿Qué faltaba en el estudio?
quiz-evidence-print-faces-choice-1 = Un grupo de control
quiz-evidence-print-faces-choice-2 = Alguna medida hecha por otros
quiz-evidence-print-faces-choice-3 = Una prueba de algún tipo tras la práctica
quiz-evidence-print-faces-choice-4 = Personas que aún aprendían
quiz-evidence-print-faces-explanation = Mejoraron según su propia opinión y según criterios objetivos, pero nadie practicó de otra manera a su lado. Cualquier práctica pudo lograrlo.
quiz-evidence-print-faces-source = Medical Science Monitor 945074

quiz-evidence-merz-scale-ask = ¿Cuál fue la kappa ponderada mediana intraevaluador en la escala mandibular de Merz?
quiz-evidence-merz-scale-unit = unidades de kappa
quiz-evidence-merz-scale-explanation = 0,908 intraevaluador, y 0,7 o más interevaluador. Una escala no puede mostrar cambios menores que su propio ruido.
quiz-evidence-merz-scale-source = Journal of Drugs in Dermatology 2023, S1545961623P0203X

quiz-evidence-mfu-order-ask = Se combinaron ultrasonidos focalizados y CaHA en 12 personas. ¿Qué orden dio más elastina?
quiz-evidence-mfu-order-choice-1 = Primero CaHA, luego ultrasonidos
quiz-evidence-mfu-order-choice-2 = Ninguno aumentó la elastina
quiz-evidence-mfu-order-choice-3 = Sin diferencia entre ambos
quiz-evidence-mfu-order-choice-4 = Primero ultrasonidos, luego CaHA
quiz-evidence-mfu-order-explanation = La cobertura de elastina subió un 143 % frente al 63 % en el orden inverso. Con 12 personas es un indicio para el plan, no una ley.
quiz-evidence-mfu-order-source = PMID 39511699 (resumen)

quiz-evidence-age-sessions-ask = Según un capítulo de libro sobre hiperdilución, ¿a quién le bastaba una sesión?
quiz-evidence-age-sessions-choice-1 = Mayores de 60
quiz-evidence-age-sessions-choice-2 = A nadie
quiz-evidence-age-sessions-choice-3 = Hombres de cualquier edad
quiz-evidence-age-sessions-choice-4 = Menores de 40
quiz-evidence-age-sessions-explanation = Por debajo de 40 bastaba una sesión; desde los 40 se repetía a los cuatro meses. Es experiencia puesta por escrito, no un ensayo.
quiz-evidence-age-sessions-source = Capítulo de libro, taylorfrancis.com 10.1201/9781315166179-29

quiz-evidence-harmonyca-isr-ask = En el ensayo de HArmonyCa en el tercio medio, ¿qué proporción de pacientes tuvo reacciones en el lugar de inyección?
quiz-evidence-harmonyca-isr-unit = %
quiz-evidence-harmonyca-isr-explanation = El 95,7 %: dolor a la presión, edema y similares son la regla y deben figurar en el consentimiento. Se palpó una masa en el 10,7 %.
quiz-evidence-harmonyca-isr-source = Gritti 2025
