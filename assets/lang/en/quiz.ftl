### The self-assessment quiz, in the terminal and on the screen.

quiz-heading = Quiz: { $title }
quiz-intro = { $items ->
    [one] One question.
   *[other] { $items } questions.
 } Answer with a letter (b), several letters (a, c) or a number (1.1). q ends the quiz.
quiz-item = Question { $position } of { $items } · { $topic }
quiz-single = One answer is right.
quiz-multiple = More than one answer may be right; all of them count together.
quiz-numeric = A number in { $unit }, right within ± { $tolerance }.
quiz-prompt = Your answer:
quiz-right = Right.
quiz-wrong = Not right.
quiz-partly = Not complete: { $percent } % of it.
quiz-right-answer = Right answer: { $answer }
quiz-source = Source: { $source }
quiz-ask-letter = Please answer with one letter from a to { $last }, or q to end.
quiz-ask-letters = Please answer with letters from a to { $last }, such as a, c; or q to end.
quiz-ask-number = Please answer with a number, such as 1.5, or q to end.
quiz-ended = Ended before the last question.
quiz-result = Result
quiz-result-topic = { $topic }: { $right } of { $asked }
quiz-result-total = Together: { $right } of { $asked } ({ $percent } %)
quiz-result-none = No question was answered.

quiz-topic-anatomy = Anatomy and layers
quiz-topic-product = Product
quiz-topic-technique = Technique
quiz-topic-complications = Complications
