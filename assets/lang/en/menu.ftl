### Title, drills, settings, pause, errors: everything outside the procedure and the debrief.

menu-promise = Practise retrograde linear fanning of CaHA under the skin, and read why each thread scored as it did.
menu-version = Version { $version }
menu-back-tip = Go back one step (Esc)

menu-resume-attempt = Resume
menu-resume-attempt-about = Go on with the attempt that was interrupted
menu-learn = Learn
menu-learn-about = Your first fan, step by step, in three minutes
menu-practise = Practise
menu-practise-about = Any zone, any patient, any preparation
menu-practise-intro = Choose freely; nothing here counts towards your progress. The planned mass of CaHA stays that of the zone's own drill.
menu-practise-zone = Zone
menu-practise-patient = Patient
menu-practise-product = Preparation
menu-practise-start-tip = Begin; there is no time limit
menu-exam = Exam
menu-exam-about = No assists, one attempt, sealed
menu-exam-intro = No hints, no cross-section, no meters: what you have in life. An exam cannot be begun again, and one that is left counts as not passed. Its recording is sealed.
menu-exam-begin = Begin exam
menu-exam-begin-tip = Begin exam “{ $title }”
menu-progress = Progress
menu-progress-about = Where you stand at each drill
menu-progress-none = Nothing yet. Play a drill, and its learning curve begins here.
menu-progress-attempts = { $count ->
    [one] { $count } attempt
   *[other] { $count } attempts
}
menu-progress-mean = { $count ->
    [one] one attempt so far
   *[other] mean of the last { $count }
}
menu-progress-pass = pass { $mark }
menu-progress-mean-error = ± { $error } (SE), mean of the last { $count }
menu-progress-best = Best
menu-progress-best-safe = Best without a critical error
menu-progress-last = Last
menu-progress-learning = Still learning
menu-progress-proficient = Proficient
menu-progress-relapsed = Out of practice
menu-progress-exams = Exams
menu-progress-passed = Passed { $total }
menu-progress-not-passed = Not passed { $total }
menu-progress-critical = Critical error { $total }
menu-progress-left = Left before the end
menu-drills = Drills
menu-drills-about = A patient, a zone, a product: fan it and be scored
menu-drills-none = No drill is installed.
menu-drills-broken = These files have mistakes: what was last right in them stays, the rest is left out
menu-course-previous = Previous course
menu-course-next = Next course
menu-course-place = Course { $done } of { $planned }
menu-patients = Patients
menu-patients-about = Look at every layer, vessel and region of a patient
menu-quiz = Quiz
menu-quiz-about = Anatomy, product, technique and complications
menu-quiz-none = No quiz is installed.
menu-settings = Settings
menu-settings-about = Text size, look, assists
menu-about = About
menu-about-about = What this is, and whose work it stands on
menu-quit = Quit
menu-quit-about = Leave Fanline
menu-quit-tip = Leave the program

menu-about-marks = Product names are marks of their owners. Nobody named here endorses this program.
menu-about-licence = Free software under MIT or Apache 2.0.
menu-about-credits = Credits

menu-drill-product = Product
menu-drill-cannula = Cannula
menu-drill-dose = Plan
menu-drill-dose-value = { $volume } mL · { $dose } mg/cm²
menu-drill-patient = Patient
menu-drill-stranger = A stranger, another at each attempt
menu-drill-best = Best { $total }
menu-drill-last = Last { $total }
menu-drill-start-tip = Start “{ $title }”

menu-paused = Paused
menu-pause-resume = Resume
menu-pause-resume-tip = Go on where you stopped (Esc)
menu-pause-finish = Finish and debrief
menu-pause-finish-tip = End the procedure and read the score
menu-pause-restart = Restart
menu-pause-restart-tip = Begin this drill again
menu-pause-settings = Settings
menu-pause-settings-tip = Text size, look, assists
menu-pause-leave = Leave
menu-pause-leave-tip = Back to the title
menu-confirm-leave = Leave this attempt?
menu-confirm-leave-about = It will not be scored.
menu-confirm-leave-exam = It counts as not passed.
menu-confirm-leave-yes = Leave
menu-confirm-restart = Begin again?
menu-confirm-restart-about = What you have laid so far will be gone.
menu-confirm-restart-yes = Begin again
menu-confirm-finish = Finish the procedure?
menu-confirm-finish-about = Nothing can be laid after this. The debrief follows.
menu-confirm-finish-yes = Finish

menu-copy = Copy
menu-copy-tip = Copy the list of problems

menu-settings-look = Look
menu-settings-look-tip = Language, text, colours, movement
menu-settings-sound = Sound
menu-settings-sound-tip = How loud the sounds are
menu-settings-picture = Picture
menu-settings-picture-tip = Quality of the picture
menu-settings-assists-tip = What helps during a procedure
menu-settings-language = Language
menu-settings-language-auto = System language
menu-settings-language-auto-tip = The language that the system asks for, or English
menu-settings-language-tip = All words in { $name }
menu-settings-text = Text size
menu-settings-smaller = A− Smaller
menu-settings-smaller-tip = Smaller text, down to 80 %
menu-settings-larger = A+ Larger
menu-settings-larger-tip = Larger text, up to 200 %
menu-settings-dark = Dark
menu-settings-dark-tip = Dark slate, or light
menu-settings-contrast = High contrast
menu-settings-contrast-tip = Stronger text, solid cards, thicker outlines
menu-settings-motion = Reduce motion
menu-settings-motion-tip = No transitions, no flights of the camera
menu-settings-preset = Picture quality
menu-preset-automatic = Automatic
menu-preset-automatic-tip = Chosen for this machine
menu-preset-low = Low
menu-preset-low-tip = For machines without a graphics card
menu-preset-medium = Medium
menu-preset-medium-tip = Between low and high
menu-preset-high = High
menu-preset-high-tip = Everything
menu-settings-controls = Controls
menu-settings-controls-tip = What each key, button and stick does
menu-settings-scale = Sharpness of the patient
menu-settings-scale-preset = By quality
menu-settings-scale-preset-tip = As the picture quality says
menu-settings-scale-tip = The patient is drawn at this share of the window's width and scaled up; panels stay sharp
menu-settings-cap = Frames per second at most
menu-settings-cap-none = Same as the display
menu-settings-cap-none-tip = As many as the screen shows
menu-settings-cap-tip = Fewer frames spare the battery
menu-settings-volume-hand = What the hand feels
menu-settings-volume-signals = Signals
menu-settings-quieter = Quieter
menu-settings-quieter-tip = Softer sounds, down to none
menu-settings-louder = Louder
menu-settings-louder-tip = Louder sounds
menu-settings-assists = Assists
menu-settings-assists-about = What helps during a procedure. Each can be turned off.
menu-assist-steps = Steps
menu-assist-steps-tip = The list of steps at the left
menu-assist-hint = Next step
menu-assist-hint-tip = A sentence and the keys for what comes next
menu-assist-section = Cross-section
menu-assist-section-tip = An ultrasound-like picture along the cannula
menu-assist-depth = Depth
menu-assist-depth-tip = Depth and layer at the port
menu-assist-meters = Force, speed and flow
menu-assist-meters-tip = Meters with the band to stay in
menu-assist-map = Map
menu-assist-map-tip = The zone from above, where a rail has room for it
menu-assist-syringe = Syringe
menu-assist-syringe-tip = Volume left
menu-assist-strip = View strip
menu-assist-strip-tip = Layers, overlays and views below the patient
menu-assist-see-through = See through the skin
menu-assist-see-through-tip = Cannula and threads shine softly through the skin

error-asset = Something is missing
error-asset-advice = The program cannot find a file that it needs. Install it again, or start it from its own folder.
error-drill = This drill cannot be played
error-drill-advice = Its file has mistakes. They are listed here with their places; correct them and try again.
error-content = Some content has mistakes
error-content-advice = They are listed here with their places.

## Records

menu-learner-first = Trainee
menu-records-trouble = The records: { $trouble }

## Learners

menu-learners = Learners
menu-learners-about = Who plays: change learner, add one, play as a guest
menu-learners-who = Who plays: { $name }
menu-learners-intro = Each learner has results, reviews and settings of their own. What one does the others do not see.
menu-learners-add = Add a learner
menu-learners-add-tip = A new learner with a name, and a PIN if you like
menu-learners-guest = Play as a guest
menu-learners-guest-tip = Nothing of what a guest does is kept
menu-learners-guest-plays = A guest plays: nothing is kept
menu-learners-guest-name = Guest
menu-learners-new-name = Learner { $number }
menu-learners-counts = { $attempts ->
    [one] One attempt
   *[other] { $attempts } attempts
 } · { $answers ->
    [one] one answer
   *[other] { $answers } answers
 } · { $code }
menu-learners-plays = Playing now
menu-learners-guarded = PIN
menu-learners-play = Play
menu-learners-play-tip = Play as { $name }
menu-learners-set-pin = Set a PIN
menu-learners-set-pin-tip = Set a PIN for { $name }
menu-learners-change-pin = Change PIN
menu-learners-change-pin-tip = Another PIN for { $name }
menu-learners-remove-pin = Remove PIN
menu-learners-remove-pin-tip = { $name } plays without a PIN
menu-learners-delete = Delete
menu-learners-delete-tip = Delete { $name } and all that is theirs
menu-learners-enter = { $name }: your PIN
menu-learners-new-pin = { $name }: a new PIN
menu-learners-pin-about = It keeps honest people apart on a shared machine. Whoever can read this machine's files can read the records too.
menu-learners-name = Name
menu-learners-pin = PIN
menu-learners-pin-or-none = PIN, or nothing
menu-learners-pin-theirs = Their PIN
menu-learners-pad-tip = Press the digits here, or type
menu-learners-wipe = Clear
menu-learners-wrong-pin = That is not the PIN.
menu-learners-pin-set = The PIN is set.
menu-learners-pin-removed = The PIN is removed.
menu-learners-delete-ask = Delete { $name }?
menu-learners-delete-goes = { $attempts ->
    [0] No attempts
    [one] One attempt with its recording
   *[other] { $attempts } attempts with their recordings
 }, { $answers ->
    [0] no answers
    [one] one answer
   *[other] { $answers } answers
 }, notes, schedule and settings go with them. It cannot be undone.
menu-learners-delete-stays = Backups and exports that were made before stay where you put them.
menu-learners-deleted = { $name } is deleted: { $attempts } attempts, { $answers } answers, { $files } files.

notice-content-read = { $count ->
    [one] Read anew: { $files }
   *[other] Read anew, { $count } files: { $files }
}
notice-content-mended = { $count ->
    [one] All in order again. Read anew: { $files }
   *[other] All in order again. Read anew, { $count } files: { $files }
}
notice-content-broken = { $count ->
    [one] A file has a mistake; what was last right stays
   *[other] Files have { $count } mistakes; what was last right stays
}
notice-more = { $count ->
    [one] and one more; all are listed below the drills
   *[other] and { $count } more; all are listed below the drills
}
notice-close = Close
notice-close-tip = Close the notice

menu-drills-mine = My drills
menu-drills-mine-about = Drills of your own, from the folder { $folder }
menu-drills-mine-none = None yet. Drill files in the folder { $folder } are drills here, as soon as they are right.

menu-drills-new = New drill
menu-drills-new-tip = Make a drill of your own: draw its zone, choose, try it, save it
menu-drills-go-on = Go on with your draft
menu-drills-go-on-with = Go on with your draft “{ $title }”
menu-drill-edit = Edit
menu-drill-edit-tip = Edit “{ $title }”
menu-drill-draft = Changes not saved
