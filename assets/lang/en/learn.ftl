### The guided first fan: what to do, exercise by exercise.

learn-fan-title = Your first fan
learn-fan-about = Ten small steps on a patient: look, open the layers, make the entry, find the plane, lay a thread, make it a fan, massage, and read the debrief.
learn-ground-title = Practice-ground
learn-ground-about = Get used to mouse, keys or gamepad: a few movements at a patient, ticked off as they succeed. Nothing is scored.

learn-context = Lesson
learn-title = Your first fan

learn-look-step = Look around
learn-look = Turn the patient until you see the whole cheek with its dashed zone.
learn-layers-step = Open the layers
learn-layers = Take the skin off down to the fat with the layer slider below, look at the plane where the product belongs, just under the dermis, and put the skin back.
learn-disinfect-step = Disinfect
learn-disinfect = Wipe the zone and the entry. Nothing else is done before.
learn-entry-step = Entry point
learn-entry = Make the entry with the pilot needle at the ring near the angle of the jaw.
learn-insert-step = Slide in
learn-insert = Advance through the entry with the hub raised until the cross-section shows the port in the fat.
learn-advance-step = Find the plane
learn-advance = Lower the hub until the shaft lies along the skin and advance 25 mm. Keep the port in the dashed band: hub down, tip up. The plunger stays untouched.
learn-thread-step = First thread
learn-thread = Now withdraw and press at the same time. The thread grows behind the tip. Let go 8 mm before the entry.
learn-fan-step = The fan
learn-fan = Do not come out yet: turn to the next direction, advance without pressing, withdraw with pressing. Three threads, like the ribs of a fan; then come out.
learn-massage-step = Massage
learn-massage = Take a finger in place of the syringe and stroke along the threads, gently. Then end the massage.
learn-finish-step = Read what happened
learn-finish = Finish. The debrief shows what lies under the skin and why each point was lost.

learn-key-look = turn the patient
learn-key-layers = next layer
