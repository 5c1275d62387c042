### What to do next during a procedure, short notices, and the program's waiting.

hint-disinfect = Wipe the zone and the entry with disinfectant.
hint-entry = Choose the entry point and make it with the pilot needle. A click on the ring, or Enter, makes it there.
hint-insert = Slide the tip through the entry point, hub raised. Flatten once it is in the fat.
hint-flatten = In the fat. Lower the hub until the shaft lies along the skin, then advance.
hint-deeper = Still too shallow. Raise the hub a little and advance.
hint-shallower = Below the plane. Lower the hub a little before you go on.
hint-advance = Advance in the plane to about { $mm } mm. No pressure on the plunger.
hint-withdraw = Withdraw slowly and press. Stop the flow { $mm } mm before the entry point.
hint-turn = Back at the entry. Turn to the next direction of the fan, then advance.
hint-leave = Enough is laid. Withdraw through the entry point.
hint-finish = The zone is treated. Finish, and read the score.
hint-whitening = The skin turns white: product lies in the dermis. Stop pressing and go deeper.
hint-no-flow-ahead = Product flows while you advance. Let go of the plunger.
hint-stop-flow = Near the entry point: stop the flow.
hint-bone = The tip is on bone. Withdraw and come in flatter.
hint-too-deep = Below the fat. Withdraw a little and lower the hub.
hint-in-dermis = The port is in the dermis. Raise the hub.
hint-hard = Too much force. Withdraw a little and find the plane again.

hint-key-disinfect = disinfect
hint-key-entry = make it
hint-key-move = move the mark
hint-key-advance = advance
hint-key-withdraw = withdraw
hint-key-press = press
hint-key-turn = turn
hint-key-raise = raise the hub
hint-key-lower = lower the hub
hint-key-pitch = raise, lower
hint-key-finish = finish

hint-press = Press { $force } N (Q E) · speed { $speed } mm/s ([ ])
hint-act-disinfect = Disinfect
hint-act-disinfect-tip = Wipe the zone and the entry (F1)
hint-act-entry = Make the entry point
hint-act-entry-tip = With the pilot needle, at the ring (Enter)
hint-act-take = Take the syringe
hint-act-take-tip = The mouse moves it again (Tab)
hint-act-lay-down = Let go of the syringe
hint-act-lay-down-tip = The mouse no longer moves it (Tab, or the middle button)
hint-act-finish = Finish
hint-act-finish-tip = End the procedure and read the score (F10)

notice-not-on-skin = That is not on the skin
notice-cannula-in-tissue = The cannula is still in the tissue
notice-finished = The procedure is over
notice-not-played = This step is given in this drill
notice-entry-exists = There is an entry point already
notice-already-prepared = The syringe has been filled
notice-stroke-under-way = The stroke is not over
notice-cannot-be-prepared = It cannot be prepared so
notice-nothing-prepared = Nothing is prepared
notice-not-mixed = Product and diluent are still apart
notice-jammed = The cannula is blocked: change it
notice-filled = Syringe filled
notice-whitening = The skin turns white
notice-flow-in-vessel = Product in a vessel
notice-flow-in-gland = Product in the parotid
notice-flow-in-no-go = Product where it must not go
notice-bone = Bone touched
notice-skin-exit = The tip came out through the skin
notice-spilled = Product outside the patient
notice-empty = The syringe is empty
notice-disinfected = Disinfected
notice-entry-made = Entry point made
notice-not-saved = This attempt cannot be saved: the data folder cannot be written

wait-content = Reading drills and patients …
wait-patient = Preparing the patient …
wait-score = Working out the score …

error-unknown-drill = There is no such drill
error-unknown-drill-advice = Choose one of those that are installed.
error-journal = The attempt cannot be resumed
error-journal-advice = Its drill or the content has changed since. It stays in the data folder.
