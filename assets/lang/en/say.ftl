### What a screen reader says of pictures: their values in words.

state-neutral = not judged
state-target = as it should be
state-attention = worth a look
state-fault = a fault

say-section = { $title }: { $across } mm wide, down to { $deep } mm. Dermal–fat boundary at { $dermis } mm, { $below } at { $fat } mm.
say-section-port = Port { $depth } mm below the skin: { $state }.
say-section-target = Target plane { $from } to { $to } mm below the boundary.
say-section-deposits = { $deposits ->
    [one] One deposit in sight.
   *[other] { $deposits } deposits in sight.
 }
say-thread = Thread { $number }: { $length } mm long, { $low } to { $high } mm deep, { $state }.
say-depth-layers = Dermis to { $dermis } mm, fat to { $fat } mm, { $below } to { $smas } mm.
say-depth-target = Target { $from } to { $to } mm.
say-meter = { $name }: { $state }
say-meter-band = { $name }: { $state }, wanted { $low } to { $high }
say-map = { $name }: 0 to { $most }, dark to bright
