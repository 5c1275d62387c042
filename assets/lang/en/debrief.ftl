### The debrief: scores, findings, depth along the threads, replay.

debrief-context = { $drill } · attempt { $attempt }
debrief-context-mean = { $drill } · attempt { $attempt } · last { $count }: { $mean } ± { $deviation }
debrief-passed = Passed
debrief-passed-warnings = { $warnings ->
    [one] Passed, with one warning
   *[other] Passed, with { $warnings } warnings
 }
debrief-not-passed = Not passed
debrief-critical-failed = Not passed: a critical error

debrief-nodule = Nodule risk
debrief-nodule-caption = { $low }–{ $high } % · safety { $points }
debrief-depth-caption = { $share } % in plane
debrief-evenness-caption = CV { $cv }
debrief-depth-tip = Share of the CaHA in the target plane, and how far the rest lies from it
debrief-evenness-tip = How evenly the dose covers the zone
debrief-nodule-tip = Probability of at least one palpable or visible nodule, with its interval; the ring shows nodule safety

debrief-changes = What would have lowered the nodule risk most
debrief-change-then = → { $value } %

debrief-critical = Critical
debrief-critical-none = none
debrief-critical-error = Critical: { $error }

debrief-findings = What cost you points
debrief-findings-none = Nothing that is worth a remark.
debrief-well-done = well done
debrief-lost = −{ $points }
debrief-all = all
debrief-jump-tip = Fly to its place and time

debrief-plot = Depth along each thread
debrief-thread = thread { $number }
debrief-no-threads = No thread was laid.
debrief-legend = epidermis · dermis · fat · SMAS · deep    – – target plane
debrief-play = Play
debrief-play-tip = Run the replay (Space)
debrief-pause = Pause
debrief-pause-tip = Stop the replay (Space)
debrief-speed = { $speed }×
debrief-speed-tip = Change the speed
debrief-time = { $time } / { $length }
debrief-scrub = Time
debrief-scrub-tip = Drag to any moment

debrief-show = Show
debrief-show-dose = Dose on the skin
debrief-show-dose-tip = Dose map, mg/cm²
debrief-show-hot-spots = Nodule hot spots
debrief-show-hot-spots-tip = Where nodules are likeliest
debrief-show-layers = Under the skin
debrief-show-layers-tip = Open the layers over the zone
debrief-show-cannula = Cannula
debrief-show-cannula-tip = The cannula of the replay

debrief-again = Try again
debrief-again-tip = The same drill, the same patient
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
