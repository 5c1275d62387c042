### The debrief: scores, findings, depth along the threads, replay.

debrief-context = { $drill } · attempt { $attempt }
debrief-context-mean = { $drill } · attempt { $attempt } · last { $count }: { $mean } (SD { $deviation })
debrief-passed = Passed
debrief-passed-warnings = { $warnings ->
    [one] Passed, with one warning
   *[other] Passed, with { $warnings } warnings
 }
debrief-not-passed = Not passed
debrief-critical-failed = Not passed: a critical error

debrief-nodule = Nodule risk
debrief-nodule-caption = { $low }–{ $high } %, safety { $points }
debrief-depth-caption = { $share } % in plane, near misses in part
debrief-evenness-caption = CV { $cv }
debrief-depth-tip = Share of the CaHA in the target plane, and how far the rest lies from it
debrief-evenness-tip = How evenly the dose covers the zone
debrief-nodule-tip = Probability of at least one palpable or visible nodule, with its interval; the ring shows nodule safety

debrief-changes = What would have lowered the nodule risk most
debrief-change-then = → { $value } %

debrief-critical = Critical
debrief-critical-none = none
debrief-critical-error = Critical: { $error }

debrief-findings = What cost points
debrief-findings-none = Nothing that is worth a remark.
debrief-well-done = well done
debrief-lost = −{ $points }
debrief-all = all
debrief-jump-tip = Fly to its place and time

debrief-tab-scores = Scores
debrief-tab-scores-tip = Scores, and what would have lowered the risk (1)
debrief-tab-findings = Findings
debrief-tab-findings-tip = Every point lost: what, where, why, and how to do better (2)
debrief-tab-months = Months
debrief-tab-months-tip = What the skin does in the months after (3)
debrief-tab-compare = Compare
debrief-tab-compare-tip = Beside the expert, your last and your best (4)
debrief-tab-notes = Notes
debrief-tab-notes-tip = Your notes, and files to take away (5)
debrief-filter-all = All
debrief-filter-tip = Show these alone; again: all

debrief-plot = Depth along each thread
debrief-thread = thread { $number }
debrief-no-threads = No thread was laid.
debrief-target = target
debrief-read-below = Thread { $thread }, { $along } mm: { $depth } mm deep, in { $layer }, { $off } mm below the dermis · { $time }
debrief-read-above = Thread { $thread }, { $along } mm: { $depth } mm deep, in { $layer }, { $off } mm above the fat · { $time }
debrief-play = Play
debrief-play-tip = Run the replay (Space)
debrief-pause = Pause
debrief-pause-tip = Stop the replay (Space)
debrief-tick-back = Tick back
debrief-tick-back-tip = One tick back (←)
debrief-tick-on = Tick on
debrief-tick-on-tip = One tick on (→)
debrief-pass-back = Pass back
debrief-pass-back-tip = To the beginning of the pass before (Page up)
debrief-pass-on = Next pass
debrief-pass-on-tip = To the beginning of the next pass (Page down)
debrief-speed = { $speed }×
debrief-speed-tip = Faster (+); right click: slower (−)
debrief-follow = Follow the tip
debrief-follow-tip = The eye goes with the tip (F)
debrief-time = { $time } / { $length }
debrief-scrub = Time
debrief-scrub-tip = Drag to any moment; marks are findings and events
debrief-mark-entry = Entry point
debrief-mark-disinfected = Disinfected
debrief-mark-bone = Bone touched
debrief-mark-exit = Through the skin from below
debrief-mark-near = Near a vessel or nerve
debrief-mark-vessel = Product in a vessel
debrief-mark-massage = Massage

debrief-map = Map on the skin
debrief-map-off = Off
debrief-map-off-tip = Bare skin
debrief-map-dose = Dose
debrief-map-dose-tip = What was laid, mg/cm² (M changes the map)
debrief-map-nodules = Nodules
debrief-map-nodules-tip = Nodules expected in all the months (M changes the map)
debrief-map-response = Response
debrief-map-response-tip = What the skin does by the month (M changes the map)
debrief-map-felt = Nodules felt
debrief-map-felt-tip = Nodules felt by the month (M changes the map)
debrief-legend-dose = CaHA
debrief-legend-nodules = expected
debrief-legend-felt = felt
debrief-legend-thickening = local gain
debrief-legend-lift = local lift
debrief-per-cm2 = { $value } a cm²
debrief-gain = +{ $value } %

debrief-whose = Attempt
debrief-whose-mine = Yours
debrief-whose-mine-tip = Your attempt alone (G)
debrief-whose-both = Both
debrief-whose-both-tip = The expert's cannula and threads dashed over it, pass by pass (G)
debrief-whose-other = Expert
debrief-whose-other-tip = The expert's attempt alone (G)
debrief-expert = Expert
debrief-ghost-coming = { $who } plays the same drill …
debrief-ghost-key = { $who }, dashed
debrief-ghost-failed = { $who }: not to be had

debrief-show-hot-spots = Hot spots
debrief-show-hot-spots-tip = Where nodules are likeliest
debrief-show-layers = Under the skin
debrief-show-layers-tip = Open the layers over the zone (L)
debrief-show-cannula = Cannula
debrief-show-cannula-tip = The cannula of the replay
debrief-show-threads = Threads
debrief-show-threads-tip = Threads seen through the skin, as they were laid (T)

debrief-months-after = Months after
debrief-months-axis = months
debrief-months-first = day 0: { $value }
debrief-months-first-of = { $product }, day 0: { $value }
debrief-months-tip = Drag; ← and → by half a month
debrief-month = { $month ->
    [0] today
    [one] month { $month }
   *[other] month { $month }
 }
debrief-months-coming = The months after are being worked out …
debrief-months-none = Nothing was laid: the skin stays as it is.
debrief-months-note = Illustrative: no trial of diluted CaHA on the face is randomised. The same stimulus at every place for each product; nodules are known of what was laid alone, and for PLLA there is no model of them.
debrief-thickening = Dermis thicker
debrief-thickening-tip = Mean gain of the dermis's thickness over the zone, with its 95 % band
debrief-lift = Skin lifted
debrief-lift-tip = Mean lift over the zone: what is left of the product, and new tissue, with its 95 % band
debrief-felt = Nodule felt by now
debrief-felt-tip = Probability that at least one nodule is felt, with its interval. On the skin a ring grows where nodules are likeliest, as their share is felt
debrief-band = { $low }–{ $high }
debrief-curves = Courses of the products over 18 months
debrief-curve-laid = { $product }, laid
debrief-curve-dose = { $value } mg { $particle }/cm²

debrief-you = You
debrief-last = Last
debrief-best = Best
debrief-last-best = Last, best
debrief-row-risk = Nodule risk
debrief-row-time = Time
debrief-row-threads = Threads
debrief-compare-first = Your first attempt at this drill. The next ones will stand beside it.
debrief-work-out = Work out: { $who }
debrief-work-out-tip = Plays the recording again and scores it
debrief-working = { $who }: being worked out …

debrief-notes-hint = What will you do differently next time?
debrief-notes-saved = Kept beside the recording.
debrief-notes-writing = Writing …
debrief-notes-nowhere = This attempt has no recording: notes cannot be kept.
debrief-export = To take away
debrief-page = Page
debrief-page-tip = The report as one HTML file
debrief-picture = Picture
debrief-picture-tip = This window as a PNG file
debrief-export-writing = { $path } …
debrief-export-failed = Not written: { $reason }

debrief-again = Again, same patient
debrief-again-tip = The same drill, the same patient
debrief-elsewhere = Another patient
debrief-elsewhere-tip = The same drill on the next patient whose skin takes it
debrief-drills = Drills
debrief-drills-tip = Choose another drill
debrief-title = Title
debrief-title-tip = Back to the title (Esc)

quiz-items = { $items ->
    [one] One question
   *[other] { $items } questions
 }
quiz-start-tip = Begin a round
quiz-right-so-far = { $right } right
quiz-check = Check
quiz-finish = See the result
quiz-forward-tip = Check the answer, or go on (Enter)
quiz-slider = Answer
quiz-slider-tip = Drag instead of typing
quiz-number = { $number } { $unit }
quiz-result-of = { $right } of { $asked }

error-elsewhere = Nobody else's skin takes this drill
error-elsewhere-advice = Its zone and entry points hang on landmarks that the other patients' skins do not reach. Try again on the same patient.
