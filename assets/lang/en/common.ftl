### Words that every room of the game may use.

# What the language calls itself.
language-name = English

app-title = Fanline
app-subtitle = Training simulator for retrograde linear fanning
app-disclaimer = For training only. Fanline is not a medical device and gives no medical advice.

word-back = Back
word-cancel = Cancel
word-close = Close
word-continue = Continue
word-next = Next
word-ok = OK
word-quit = Quit
word-reset = Reset
word-save = Save
word-start = Start
word-try-again = Try again

## Headline scores, 0 to 100.

score-total = Total
score-depth = Depth
score-evenness = Evenness
score-nodule = Nodule safety
score-safety = Safety
score-technique = Technique
score-procedure = Procedure

## Evidence behind a figure on the screen.

evidence-derived = Worked out from published figures
evidence-design = A choice of this simulator, not a clinical fact
evidence-found = Published
evidence-uncertain = Uncertain: no measurement was found
