### Lo que dice un lector de pantalla de las imágenes: sus valores en palabras.

state-neutral = sin valorar
state-target = como debe ser
state-attention = merece una mirada
state-fault = un fallo

say-section = { $title }: { $across } mm de ancho, hasta { $deep } mm. Límite dermis–grasa a { $dermis } mm, { $below } a { $fat } mm.
say-section-port = Orificio { $depth } mm bajo la piel: { $state }.
say-section-target = Plano objetivo de { $from } a { $to } mm bajo el límite.
say-section-deposits = { $deposits ->
    [one] Un depósito a la vista.
   *[other] { $deposits } depósitos a la vista.
 }
say-thread = Hilo { $number }: { $length } mm de largo, de { $low } a { $high } mm de profundidad, { $state }.
say-depth-layers = Dermis hasta { $dermis } mm, grasa hasta { $fat } mm, { $below } hasta { $smas } mm.
say-depth-target = Objetivo de { $from } a { $to } mm.
say-meter = { $name }: { $state }
say-meter-band = { $name }: { $state }, se pide de { $low } a { $high }
say-map = { $name }: de 0 a { $most }, de oscuro a claro
