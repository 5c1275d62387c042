### Palabras que puede usar cualquier parte del juego.

# Glosario: una sola palabra para cada cosa, en todos los archivos de esta carpeta. Trato de usted o infinitivo.
#   cannula cánula · needle aguja · pilot needle aguja piloto · tip punta · port orificio · hub pabellón · shaft vástago
#   syringe jeringa · plunger émbolo · barrel cilindro · gauge calibre · diluent diluyente · stroke embolada
#   stir remover · settle sedimentar · fan abanico · retrograde linear lineal retrógrada · pass pase · track trayecto
#   thread hilo · bolus bolo · deposit depósito · advance avanzar · withdraw retirar · withdrawal retirada · press presionar
#   flow flujo · entry point punto de entrada · target plane plano objetivo · dermal–fat boundary límite dermis–grasa
#   evenness uniformidad · nodule nódulo · whitening blanqueamiento (producto en la dermis) · blanching palidez (arteria)
#   ridge cordón · tent abombarse · hazard estructura de riesgo · no-go region región prohibida · landmark punto de referencia
#   tension lines líneas de tensión · drill ejercicio · attempt intento · finding hallazgo · score puntuación
#   debrief análisis · report informe · quiz cuestionario · bench mesa de preparación · assist ayuda · hint indicación
#   skin type fototipo · laxity laxitud · jawline línea mandibular · décolletage escote · tear trough surco lagrimal
#   trainee, learner alumno · instructor docente · file archivo · machine equipo · replay repetición · lump bulto · carrier vehículo · cross-section sección
#   nasolabial nasogeniano · swelling edema (al paciente: hinchazón) · blocked vessel, artery ocluido, ocluida · jammed cannula obstruida
# Los decimales llevan coma; ante % va un espacio fino; los puntos suspensivos van pegados a la palabra.

language-name = Español
number-decimal-sign = ,

app-title = Fanline
app-subtitle = Simulador de entrenamiento de la técnica lineal retrógrada en abanico
app-disclaimer = Solo para entrenamiento. Fanline no es un producto sanitario ni da consejo médico.

word-back = Atrás
word-cancel = Cancelar
word-close = Cerrar
word-continue = Continuar
word-next = Siguiente
word-ok = Aceptar
word-quit = Salir
word-reset = Restablecer
word-save = Guardar
word-start = Empezar
word-try-again = Reintentar

## Puntuaciones principales, de 0 a 100.

score-total = Total
score-depth = Profundidad
score-evenness = Uniformidad
score-nodule = Seguridad frente a nódulos
score-safety = Seguridad
score-technique = Técnica
score-procedure = Procedimiento

## Fundamento de una cifra en pantalla.

evidence-derived = Calculado a partir de cifras publicadas
evidence-design = Decisión de este simulador, no un hecho clínico
evidence-found = Publicado
evidence-uncertain = Incierto: no se encontró ninguna medición
