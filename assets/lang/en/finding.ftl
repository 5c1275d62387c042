# Words of findings: finding-<id>-title (what happened), -why (why it matters), -how (how to do it better).
# Depths are mm below the skin.

## Depth

finding-thread-too-shallow-title = Thread { $thread } rose too high for { $length } mm
finding-thread-too-shallow-why = { $depth } mm deep where { $from }–{ $to } was wanted. CaHA in the dermis stays visible and palpable.
finding-thread-too-shallow-how = Keep the tip level as you withdraw: the shaft pivots at the entry, so raise the hub a little to bring the tip down.
finding-spot-too-shallow-title = A spot of thread { $thread } lies too high
finding-spot-too-shallow-why = { $depth } mm deep where { $from }–{ $to } was wanted. Even a small spot of CaHA in the dermis can be seen.
finding-spot-too-shallow-how = Stop the flow before you correct the depth, and start it again once the port is back in the plane.
finding-thread-too-deep-title = Thread { $thread } ran too deep for { $length } mm
finding-thread-too-deep-why = { $depth } mm deep where { $from }–{ $to } was wanted. Product deep in the fat does little for the skin.
finding-thread-too-deep-how = Lower the hub by a degree or two: one degree of pitch is almost 1 mm of depth at 50 mm.
finding-spot-too-deep-title = A spot of thread { $thread } lies too deep
finding-spot-too-deep-why = { $depth } mm deep where { $from }–{ $to } was wanted. Product deep in the fat does little for the skin.
finding-spot-too-deep-how = Check the depth before you press, and keep it while the product flows.
finding-thread-wanders-title = Thread { $thread } wandered in depth by ± { $measured } mm
finding-thread-wanders-why = At most ± { $wanted } mm keeps a thread within its plane.
finding-thread-wanders-how = Rest the hand that holds the syringe and withdraw along the track you made, without pitching.
finding-depth-spread-out-title = { $measured } % of the product lies in the plane
finding-depth-spread-out-why = { $wanted } % was wanted: what lies beside the plane either shows or is wasted.
finding-depth-spread-out-how = Watch the depth at the port along the whole withdrawal, not only at its start.
finding-depth-unsteady-title = The threads wander in depth by ± { $measured } mm
finding-depth-unsteady-why = At most ± { $wanted } mm was wanted.
finding-depth-unsteady-how = Withdraw along the track you made, without pitching.
finding-depth-off-title = The threads lie { $measured } mm from the middle of the plane
finding-depth-off-why = { $wanted } mm was wanted.
finding-depth-off-how = Find the plane with the tip before the first thread and keep the hub at that height.

## Evenness

finding-uncovered-title = { $area } cm² got too little
finding-uncovered-why = { $measured } mg/cm² where { $wanted } was wanted; { $covered } % of the zone is covered. Skin without product does not respond.
finding-uncovered-how = Plan the threads so that the outer ones reach the border, and add one where the fan opens.
finding-thin-cover-title = { $measured } % of the zone is covered
finding-thin-cover-why = { $wanted } % was wanted. Skin without product does not respond.
finding-thin-cover-how = Share the volume over the zone: a little less in each thread, and threads in every part.
finding-dense-spot-title = { $times } times the mean dose near thread { $thread }
finding-dense-spot-why = { $measured } mg/cm² where the zone has { $wanted } on average. Crowded product clumps, and is missing elsewhere.
finding-dense-spot-how = Do not lay two threads over each other; withdraw faster or press less where threads come together.
finding-sparse-spot-title = { $times } times the mean dose near thread { $thread }: too little
finding-sparse-spot-why = { $measured } mg/cm² where the zone has { $wanted } on average. What is missing here lies elsewhere, too densely.
finding-sparse-spot-how = Lead a thread through here, or press evenly up to its end; keep the angles between neighbours alike.
finding-uneven-dose-title = The dose is uneven ({ $measured })
finding-uneven-dose-why = { $wanted } was wanted. The skin responds to the dose it gets, place by place.
finding-uneven-dose-how = Give every thread the same volume and the same angle to its neighbours.
finding-gap-title = Gap of { $measured } mm beside thread { $thread }
finding-gap-why = At most { $wanted } mm across was wanted. Skin in a gap does not respond.
finding-gap-how = Add a thread here, or turn less between passes: at the far end of a fan each degree counts most.
finding-spilled-outside-title = { $mass } mg of thread { $thread } lies outside the zone
finding-spilled-outside-why = { $measured } % of that thread is lost to the zone and treats skin that was not meant.
finding-spilled-outside-how = Start the flow when the port is inside the border, and stop it before the port leaves.
finding-spill-title = { $measured } % lies outside the zone
finding-spill-why = At most { $wanted } % was wanted.
finding-spill-how = Start the flow when the port is inside the border, and stop it before the port leaves.
finding-threads-crowded-title = Threads { $thread } and { $other } lie too close
finding-threads-crowded-why = { $measured } mm apart on average; { $wanted } mm would share the zone evenly.
finding-threads-crowded-how = Turn by the same angle between passes: the fan's angle divided by one less than its threads.
finding-spacing-title = The threads are unevenly spaced
finding-spacing-why = { $measured } of an even spacing; { $wanted } was wanted.
finding-spacing-how = Turn by the same angle between passes.
finding-apex-overload-title = { $measured } % of the dose lies close to the entry
finding-apex-overload-why = At most { $wanted } % was wanted. Threads meet at the entry, so a fan is dense at its apex.
finding-apex-overload-how = Stop the flow 10 mm before the entry point and come out dry.

## Nodule risk

finding-nodule-shallow-title = Thread { $thread } is shallow enough to be felt
finding-nodule-shallow-why = { $depth } mm deep at its worst; below { $wanted } mm it hardly counts. It carries { $share } % of the nodule risk.
finding-nodule-shallow-how = Keep the port half a millimetre below the dermis, or dilute more where the skin is thin.
finding-nodule-pile-title = A bolus in thread { $thread }
finding-nodule-pile-why = { $measured } µL in one place; up to { $wanted } µL spreads. It carries { $share } % of the nodule risk.
finding-nodule-pile-how = Never press while the cannula stands still, and do not cross threads you have laid.
finding-nodule-mobile-title = Thread { $thread } lies where the face moves
finding-nodule-mobile-why = It carries { $share } % of the nodule risk: about half of all reported nodules lay in dynamic areas.
finding-nodule-mobile-how = End the thread before the mobile region, or lay less there.
finding-less-on-the-left-title = Less on the left: { $measured } against { $wanted } mg/cm²
finding-less-on-the-left-why = The sides differ by { $difference } % of their sum, and faces are looked at from the front.
finding-less-on-the-left-how = Note what the first side took, and lay the same on the second.
finding-less-on-the-right-title = Less on the right: { $measured } against { $wanted } mg/cm²
finding-less-on-the-right-why = The sides differ by { $difference } % of their sum, and faces are looked at from the front.
finding-less-on-the-right-how = Note what the first side took, and lay the same on the second.
finding-asymmetric-title = The sides got different doses
finding-asymmetric-why = The difference is { $measured } % of the sum; up to { $wanted } % is even.
finding-asymmetric-how = Note what the first side took, and lay the same on the second.
finding-nodule-product-title = Product and dose of thread { $thread }
finding-nodule-product-why = It carries { $share } % of a nodule risk of { $probability } %. Any CaHA has some; more per place and less dilution have more.
finding-nodule-product-how = Lay less per millimetre or dilute more, where the plan leaves you the choice.

## Safety

finding-near-miss-title = { $measured } mm from { $hazard }
finding-near-miss-why = Nearer than { $wanted } mm to the wall is too near: people differ by more than that.
finding-near-miss-how = Stay in the subdermal plane here: the vessel and the nerve lie deeper.
finding-close-to-vessel-title = The port came within { $measured } mm of { $hazard }
finding-close-to-vessel-why = { $wanted } mm was wanted. Product in a vessel can block it.
finding-close-to-vessel-how = Stay in the subdermal plane: at the cheek and jawline the artery lies deeper.
finding-flow-in-vessel-title = Product flowed in { $hazard }
finding-flow-in-vessel-why = Particles in a vessel block it: skin dies, and sight can be lost. CaHA cannot be dissolved.
finding-flow-in-vessel-how = Stop at once. Know the vessel's course and depth, and keep the plane.
finding-flow-in-gland-title = Product flowed in { $hazard }
finding-flow-in-gland-why = Filler in a gland is easy to lay, silent, and inflames later.
finding-flow-in-gland-how = The gland lies right under the SMAS: stay in the fat above it.
finding-flow-in-no-go-title = Product flowed in the { $hazard } region
finding-flow-in-no-go-why = CaHA is never placed here, at any dilution.
finding-flow-in-no-go-how = Plan the far end of each pass short of the border of such a region.
finding-touched-bone-title = The tip touched bone
finding-touched-bone-why = A subdermal cannula never gets there; it hurts and bleeds.
finding-touched-bone-how = Flatten the shaft after the entry: 0–10 degrees to the skin.
finding-out-through-skin-title = The tip came out through the skin
finding-out-through-skin-why = A second hole bleeds, can be infected, and lets product out.
finding-out-through-skin-how = Stop when the skin tents over the tip; draw back and aim deeper.

## Technique

finding-flow-while-advancing-title = { $measured } µL flowed while advancing
finding-flow-while-advancing-why = Product pushed ahead of the port goes where the tissue lets it, and under pressure into a vessel.
finding-flow-while-advancing-how = Take the thumb off the plunger until the cannula is at its far end, then withdraw and press.
finding-flow-while-still-title = { $measured } µL flowed at a standstill
finding-flow-while-still-why = A cannula that stands still lays a bolus, not a thread.
finding-flow-while-still-how = Start to withdraw first, then press; stop pressing before you stop.
finding-flow-at-exit-title = { $measured } µL flowed within the skin exit
finding-flow-at-exit-why = Product in the entry track lies in the dermis and comes out again.
finding-flow-at-exit-how = Stop the flow 10 mm before the entry point: the column needs a moment to relax.
finding-not-retrograde-title = { $measured } % was laid while withdrawing
finding-not-retrograde-why = { $wanted } % was wanted: only a withdrawn port lays a thread.
finding-not-retrograde-how = Advance without pressing; withdraw and press together.
finding-uneven-flow-title = Uneven flow in thread { $thread }
finding-uneven-flow-why = { $mean } ± { $sd } µL/s there, { $all } on average. Uneven flow lays an uneven thread.
finding-uneven-flow-how = Press with a constant thumb, not in bursts.
finding-flow-unsteady-title = The flow was unsteady
finding-flow-unsteady-why = Variation { $measured }; { $wanted } was wanted.
finding-flow-unsteady-how = Press with a constant thumb, not in bursts.
finding-uneven-speed-title = Uneven withdrawal in thread { $thread }
finding-uneven-speed-why = { $mean } ± { $sd } mm/s there, { $all } on average. Where you slow down, product piles up.
finding-uneven-speed-how = Withdraw with the arm, not with the fingers, at one speed from end to end.
finding-speed-unsteady-title = The withdrawal was unsteady
finding-speed-unsteady-why = Variation { $measured }; { $wanted } was wanted.
finding-speed-unsteady-how = Withdraw at one speed from end to end.
finding-speed-off-title = You withdrew at { $measured } mm/s
finding-speed-off-why = { $wanted } mm/s was wanted.
finding-speed-off-how = Match the speed to the flow: thread volume divided by thread length.
finding-idle-pass-title = Pass { $pass } laid no thread
finding-idle-pass-why = { $measured } mm of channel torn for nothing: more swelling, more bruising.
finding-idle-pass-how = Aim before you advance; correct the direction near the entry, where it tears least.
finding-many-passes-title = { $measured } passes through one entry
finding-many-passes-why = { $wanted } were wanted.
finding-many-passes-how = Plan the fan before the entry.
finding-tissue-torn-title = Pass { $pass } tore tissue
finding-tissue-torn-why = { $measured } mJ of tearing where { $wanted } would do: a deep shaft that is swept or pressed tears.
finding-tissue-torn-how = Withdraw to the port before each new direction; do not sweep a deep shaft.
finding-much-tearing-title = { $measured } mJ of tearing a pass
finding-much-tearing-why = { $wanted } mJ would do.
finding-much-tearing-how = Withdraw to the port before each new direction.
finding-detours-title = The tip went { $measured } times the way it needed
finding-detours-why = { $wanted } was wanted. Every detour is a channel in the tissue.
finding-detours-how = Advance in one go and withdraw in one go.
finding-long-way-title = The tip went { $measured } mm
finding-long-way-why = { $wanted } mm was wanted.
finding-long-way-how = Fewer, longer passes.
finding-many-movements-title = { $measured } hand movements a thread
finding-many-movements-why = { $wanted } were wanted: an expert's hand moves less.
finding-many-movements-how = Decide on a direction, go there, withdraw.
finding-many-turns-title = { $measured } turns of the hand a thread
finding-many-turns-why = { $wanted } were wanted.
finding-many-turns-how = Turn once between passes, with the tip near the entry.
finding-long-time-title = { $measured } s in the tissue
finding-long-time-why = { $wanted } s was wanted.
finding-long-time-how = Plan the fan before the entry.
finding-jerky-title = The hand was jerky
finding-jerky-why = Smoothness { $measured }; { $wanted } was wanted.
finding-jerky-how = Support the hand on the patient.

## Procedure

finding-not-disinfected-title = Entry through skin that was not disinfected
finding-not-disinfected-why = A cannula carries germs along its whole track; particles keep them alive.
finding-not-disinfected-how = Disinfect the zone before the first entry, every time.
step-preparation = preparation
step-disinfection = disinfection
step-entry_point = entry point
step-passes = passes
step-massage = massage
step-finish = finish
finding-step-missed-title = Step left out: { $step }
finding-step-missed-why = The steps are there because somebody once left one out.
finding-step-missed-how = Go through the steps aloud before you begin.
finding-step-late-title = Step too late: { $step }
finding-step-late-why = Out of its order a step does not protect.
finding-step-late-how = Go through the steps aloud before you begin.
finding-too-little-laid-title = { $measured } mL laid of { $wanted } mL planned
finding-too-little-laid-why = Too little is the commonest reason for a result that nobody sees.
finding-too-little-laid-how = Divide the volume by the threads before you begin, and check the syringe after each.
finding-too-much-laid-title = { $measured } mL laid, { $wanted } mL planned
finding-too-much-laid-why = CaHA cannot be taken back.
finding-too-much-laid-how = Divide the volume by the threads before you begin, and check the syringe after each.
finding-thread-thin-title = Thread { $thread } is thin: { $measured } mg/mL
finding-thread-thin-why = { $wanted } mg/mL was wanted. What has settled in the syringe, or was never mixed, is missing in the thread.
finding-thread-thin-how = Twenty strokes between the syringes; fill at once, and stir again before it has stood for a minute.
finding-thread-rich-title = Thread { $thread } is rich: { $measured } mg/mL
finding-thread-rich-why = { $wanted } mg/mL was wanted. Sediment leaves the syringe last and lies in one place.
finding-thread-rich-how = Stir a syringe that has stood before you go on.
finding-other-preparation-title = { $made } at 1:{ $measured } was prepared
finding-other-preparation-why = { $asked } at 1:{ $wanted } was asked for. Dose, flow and risk change with the ratio.
finding-other-preparation-how = Read product and ratio aloud before you draw.
finding-concentration-off-title = The product was { $measured } % off its concentration
finding-concentration-off-why = At most { $wanted } % was wanted.
finding-concentration-off-how = Mix with twenty strokes, and stir again before it has stood for a minute.
finding-product-wasted-title = { $measured } µL spilled outside the patient
finding-product-wasted-why = It is missing in the zone, and on the skin it hides what the skin shows.
finding-product-wasted-how = Let the thumb go before the port comes out.
finding-product-leaked-title = { $measured } µL ran out beside the shaft
finding-product-leaked-why = Thin product creeps back along the shaft and leaves a short track at the entry point.
finding-product-leaked-how = Stop 5 to 10 mm short of the entry, sooner with a thin mixture, and press less.

finding-white-at-end-title = { $measured } mm² of skin still white at the end
finding-white-at-end-why = White skin means product in the dermis; none is admissible.
finding-white-at-end-how = Look before you finish, and massage firmly where it is white.
finding-ridge-at-end-title = A ridge of { $measured } mm can be felt at the end
finding-ridge-at-end-why = What stands out now is product that lies together; it may stay as a lump.
finding-ridge-at-end-how = Feel before you finish, and massage along the threads until the skin is even.
finding-nothing-laid-title = Nothing was laid
finding-nothing-laid-why = There is nothing to judge.
finding-nothing-laid-how = Make an entry point, advance to the far end, then press while you withdraw.
finding-no-thread-title = No thread was laid while withdrawing
finding-no-thread-why = Steadiness shows in threads, and a thread needs a withdrawn port.
finding-no-thread-how = Advance to the far end, then press while you withdraw.
finding-no-fan-title = Fewer than two threads
finding-no-fan-why = A fan shares the dose over the zone; one line cannot.
finding-no-fan-how = Lay several threads through one entry, each turned by the same angle.
finding-metric-title = Points were lost here
finding-metric-why = { $measured } where { $wanted } was wanted.
finding-metric-how = Compare your attempt with the expert's.

## Done well

finding-well-in-plane-title = { $measured } % of the product lies in the plane
finding-well-in-plane-why = The plane is what makes a biostimulator work and keeps it unseen.
finding-well-covered-title = { $measured } % of the zone is covered
finding-well-covered-why = The whole zone can respond.
finding-well-even-title = Evenly dosed (variation { $measured })
finding-well-even-why = As even as a fan of constant flow can be.
finding-well-spaced-title = Evenly spaced threads
finding-well-spaced-why = The threads share the zone.
finding-well-safe-title = Low nodule risk: { $measured } %
finding-well-safe-why = Depth, dose and dilution fit each other.
finding-well-retrograde-title = Retrograde throughout: { $measured } %
finding-well-retrograde-why = A withdrawn port lays threads and spares vessels.
finding-well-clear-title = Clear of every vessel by { $measured } mm or more
finding-well-clear-why = A pass in the right plane is also the safe pass.
finding-well-steady-title = Steady withdrawal (variation { $measured })
finding-well-steady-why = One speed lays one dose a millimetre.

## What would have lowered the nodule risk

nodule-change = { $change }: { $probability } %
nodule-change-deeper = Thread { $thread } in the target plane all along
nodule-change-evener = Thread { $thread } laid evenly along its length
nodule-change-left-out = Without the bolus of thread { $thread }
nodule-change-ended-earlier = All threads ended 8 mm before the entry
nodule-change-as-planned = No more product than planned
nodule-change-mixed = The same product evenly mixed

## Critical errors

critical-flow-in-vessel-title = Product flowed in a vessel
critical-flow-in-vessel-why = Particles block it: skin dies, and sight can be lost.
critical-flow-in-no-go-title = Product flowed in a no-go region
critical-flow-in-no-go-why = CaHA is never placed there, at any dilution.
critical-flow-in-gland-title = Product flowed in a gland
critical-flow-in-gland-why = It inflames later.
critical-went-on-after-whitening-title = Went on after the skin turned white
critical-went-on-after-whitening-why = White skin means product in the dermis: stop, and correct the depth.
critical-went-on-after-occlusion-title = Went on after the skin blanched or hurt
critical-went-on-after-occlusion-why = Blanching and pain mean a blocked artery: stop at once, take the pressure off, and act; each further drop costs skin.
critical-not-disinfected-title = Skin was not disinfected before the entry
critical-not-disinfected-why = A cannula carries germs along its whole track.
critical-forbidden-dilution-title = A product that is used as it comes was diluted
critical-forbidden-dilution-why = Its behaviour is known only undiluted.
critical-over-dose-title = More was laid than the drill allows
critical-over-dose-why = CaHA cannot be taken back.
