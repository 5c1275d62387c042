### The self-assessment quiz, in the terminal and on the screen.

quiz-heading = Quiz: { $title }
quiz-intro = { $items ->
    [one] One question.
   *[other] { $items } questions.
 } Answer with a letter (b), several letters (a, c) or a number (1.1). q ends the quiz.
quiz-item = Question { $position } of { $items } · { $topic }
quiz-single = One answer is right.
quiz-multiple = More than one answer may be right; all of them count together.
quiz-numeric = A number in { $unit }, right within ± { $tolerance } { $unit }.
quiz-prompt = Your answer:
quiz-right = Right.
quiz-wrong = Not right.
quiz-partly = Not complete: { $percent } % of it.
quiz-partly-order = Not in order: { $percent } % of the pairs of neighbours are right.
quiz-right-answer = Right answer: { $answer }
quiz-source = Source: { $source }
quiz-ask-letter = Please answer with one letter from a to { $last }, or q to end.
quiz-ask-letters = Please answer with letters from a to { $last }, such as a, c; or q to end.
quiz-ask-number = Please answer with a number, such as 1.5, or q to end.
quiz-ended = Ended before the last question.
quiz-result = Result
quiz-result-topic = { $topic }: { $right } of { $asked }
quiz-result-total = Total: { $right } of { $asked } ({ $percent } %)
quiz-result-none = No question was answered.

quiz-topic-anatomy = Anatomy and layers
quiz-topic-product = Product
quiz-topic-technique = Technique
quiz-topic-complications = Complications
quiz-topic-preparation = Preparation
quiz-topic-evidence = Evidence

quiz-order = Put them in order: their letters from the first step to the last, such as c, a, b.
quiz-point = One of these places is right.
quiz-steps = Choose the steps from the first to the last; choose one again to take it back.
quiz-steps-right = Their right order. The number is the place that you gave.
quiz-ask-order = Please answer with every letter from a to { $last } once, in order; or q to end.
quiz-pointed = { $off } mm away
quiz-certainty-found = Published.
quiz-certainty-derived = Worked out from published figures, or by this simulation.
quiz-certainty-disputed = The literature disagrees here.

quiz-exam-intro = { $items } questions in { $minutes } minutes. Answers are sealed: which of them were right is told at the end. q hands in.
quiz-exam-late = The time is up.
quiz-exam-passed = Passed: { $percent } % of all questions.
quiz-exam-failed = Not passed: { $percent } % of all questions.

## What an item shows, in words

quiz-section = Cross-section along a line of { $length } mm.
quiz-section-layers = At { $at } mm: dermis down to { $dermis } mm, fat to { $fat } mm, SMAS or platysma to { $smas } mm, bone at { $bone } mm.
quiz-section-thread = Thread { $thread }: { $product }, { $volume } µL over { $length } mm, { $from } to { $to } mm deep.
quiz-replay = The replay shows an attempt with { $threads } threads.
quiz-replay-thread = Thread { $thread }: { $volume } µL over { $length } mm, on average { $below } mm below the dermis (SD { $spread } mm).
quiz-replay-thread-spacing = Mean distance between threads, over that of an even spacing: { $value }
quiz-replay-coverage = Share of the zone with at least half the wanted dose: { $value } %
quiz-replay-retrograde = Share of the product that flowed during withdrawal: { $value } %
quiz-replay-apex-overload = Share of the dose close to the entry: { $value } %

## Cross-sections on the screen

quiz-coming = The cross-section is being worked out …
quiz-cut = Cross-section along { $length } mm of skin; threads in it: { $threads }
quiz-cut-thread = Thread { $thread }: { $product }, { $volume } µL over { $length } mm

## Pointing at a place or a depth

quiz-point-place = Click on the patient; drag to turn.
quiz-point-depth = Click into the cross-section, or move the slider.
quiz-point-coming = The patient is being prepared …
quiz-point-none = No place is marked yet.
quiz-point-given = The ring marks your answer. Click elsewhere to move it.
quiz-depth = Depth below the skin
quiz-depth-tip = How deep below the skin your answer lies
quiz-off = { $off } away from it
quiz-in-words = Choose in words instead
quiz-in-words-tip = Offers four places in words, one of them right
quiz-by-pointing = Point instead
quiz-by-pointing-tip = Answer on the patient

## A replay beside a question

quiz-replay-coming = The attempt is being played …
quiz-replay-none = The attempt cannot be played here.
quiz-replay-run = Run the replay
quiz-replay-stop = Stop the replay
quiz-replay-time = Time of the replay
quiz-replay-cannula = Cannula
quiz-replay-outside = outside
quiz-replay-in = advances
quiz-replay-out = withdraws
quiz-replay-still = rests
quiz-replay-tip = Tip below the dermis
quiz-replay-flow = Product
quiz-replay-flows = flows
quiz-replay-rests = does not flow
quiz-replay-left = Left in the syringe
## Today's review and exams

quiz-review = Today's review
quiz-review-holds = { $due ->
    [0] Nothing is due
    [one] One item is due
   *[other] { $due } items are due
 }, { $fresh ->
    [0] none is new.
    [one] one is new.
   *[other] { $fresh } are new.
 }
quiz-review-none = Nothing is due today. What you know comes back when you are about to forget it.
quiz-review-weak = Suggested by your drills: { $topics }
quiz-review-guest = A guest's answers are not kept
quiz-review-start = Begin review
quiz-review-tip = Asks what is due, then what is new
quiz-review-drills = { $drills ->
    [one] One drill is due again
   *[other] { $drills } drills are due again
 }
quiz-review-drill-tip = Play { $title }: { $days ->
    [0] due today
    [one] due since yesterday
   *[other] due for { $days } days
 }
quiz-banks = Self-assessment
quiz-exams = Exams
quiz-exam-about = { $items } questions in { $minutes } minutes; pass mark { $percent } %. Answers are sealed until the end.
quiz-exam-wanted = Pass mark { $percent } %.
quiz-time-left = { $time } left
quiz-give = Give answer
quiz-hand-in = Hand in
quiz-hand-in-ask = Hand in now?
quiz-hand-in-open = { $open ->
    [one] One question has no answer yet and counts as not right.
   *[other] { $open } questions have no answer yet and count as not right.
 }
quiz-hand-in-stay = Go on
