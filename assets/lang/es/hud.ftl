### La pantalla del procedimiento: pasos, indicaciones, medidores, sección, barra; y valores con sus unidades.

layer-outside = fuera
layer-epidermis = epidermis
layer-dermis = dermis
layer-fat = grasa
layer-smas = SMAS
layer-platysma = platisma
layer-fascia = fascia
layer-deep = profundo
layer-bone = hueso

unit-mm = mm
value-mm = { $value } mm
value-mm2 = { $value } mm²
value-n = { $value } N
value-mm-s = { $value } mm/s
value-ul-s = { $value } µL/s
value-ul-mm = { $value } µL/mm
value-mg-cm2 = { $value } mg/cm²
value-percent = { $value } %
value-clock = { $minutes }:{ $seconds }
hud-number = { $value }
hud-no-number = –
hud-map = Mapa de la zona, { $count ->
    [one] { $count } hilo
   *[other] { $count } hilos
}
hud-step-consult = Consulta
hud-step-mark = Marcar la piel

hud-step-prepare = Preparar
hud-step-disinfect = Desinfectar
hud-step-entry = Punto de entrada
hud-step-passes = Pases
hud-step-massage = Masaje
hud-step-inspect = Inspeccionar
hud-step-finish = Terminar
hud-step-progress = { $done } / { $planned }
hud-step-done = hecho
hud-step-now = ahora
hud-step-to-come = pendiente

hud-hint-next = A continuación
hud-hint-attention = Atención
hud-hint-fault = Alto

hud-depth = Profundidad en el orificio
hud-plane-subdermal = plano subdérmico
hud-section = Sección en la cánula
hud-force = Fuerza en el pabellón
hud-withdrawal = Retirada
hud-flow = Flujo
hud-syringe = Jeringa · { $product } · { $cannula }
hud-syringe-of = quedan de { $total } mL

inspection = Inspección
inspection-clear = lisa, buen color
inspection-white-left = blanqueamiento
inspection-ridge-left = un cordón
inspection-white = Blanqueamiento
inspection-ridge = Cordón bajo el dedo
inspection-raised = Relieve máximo
inspection-press = Fuerza del dedo

hud-layers = Capas
hud-layers-tip = Quitar las capas, una a una
hud-overlay-dose = Dosis
hud-overlay-dose-tip = Dosis en la piel, mg/cm²
hud-overlay-hazards = Riesgos
hud-overlay-hazards-tip = Vasos, nervios y glándulas
hud-overlay-zone = Zona
hud-overlay-zone-tip = La zona que se trata
hud-overlay-entry = Entrada
hud-overlay-entry-tip = Puntos de entrada propuestos
hud-overlay-cut-away = Corte
hud-overlay-cut-away-tip = Quitar un cuadrante
hud-overlay-regions = Regiones
hud-overlay-regions-tip = Límites y nombres de las regiones
hud-overlay-no-go = Regiones prohibidas
hud-overlay-no-go-tip = Donde el CaHA nunca debe ir, con ninguna dilución
hud-overlay-tension = Líneas de tensión
hud-overlay-tension-tip = Líneas de tensión de la piel en reposo
hud-overlay-landmarks = Referencias
hud-overlay-landmarks-tip = Puntos de referencia de la cara con sus nombres
hud-view-front = De frente
hud-view-left = ¾ izq.
hud-view-right = ¾ der.
hud-view-profile = Perfil
hud-view-close = Cerca
hud-view-tip = Vista: { $view }
hud-menu = Menú
hud-menu-tip = Pausar, terminar, reiniciar o salir (Esc)

hud-press = Presión máxima
hud-press-less = Presionar menos
hud-press-more = Presionar más
hud-speed = Velocidad
hud-speed-less = Moverse más despacio
hud-speed-more = Moverse más deprisa
hud-fine = Fino
hud-fine-tip = Cada movimiento recorre una cuarta parte
