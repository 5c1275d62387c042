### The instructor's view of a class, in the game. (The printed reports: class.ftl.)

menu-class = Class
menu-class-about = Roster, assignments, live board and results, for the instructor

wait-replay = Playing the attempt again …
error-recording = This recording cannot be played again
error-recording-advice = It stays in the records as it is. A recording can be played again while its drill is what it was when it was played.
debrief-context-of = { $who } · { $drill }

teach-class = Class
teach-coming = Reading the records …
teach-trouble = The records cannot be read
teach-trouble-more = The class needs the records of this machine: { $trouble }.
teach-no-folder = this person has no folder for data
teach-failed = Not done: { $reason }
teach-blind = Blind grading
teach-blind-tip = Codes stand for names on every page and in every file, and order the class by code
teach-blind-on = Codes stand for names
teach-blind-off = Names are shown

teach-tab-roster = Roster
teach-tab-roster-tip = Who is in the class, and how far each is
teach-tab-assign = Assign
teach-tab-assign-tip = Set drills and quizzes to all, or to one
teach-tab-board = Board
teach-tab-board-tip = Attempts as they come in, and the shared folder
teach-tab-results = Results
teach-tab-results-tip = Spread, learning curves, quiz items and common errors
teach-tab-export = Export
teach-tab-export-tip = Reports, tables and comments as files

teach-name = Name
teach-code = Code
teach-account = Account
teach-add-name = Name of a trainee
teach-add-account = Account or code
teach-add-about = A recording is filed under the trainee whose name, account or code matches its player. For somebody who plays on another machine, enter as the account the code that is shown there under Learners.
teach-add = Add
teach-add-tip = Add this name to the class
teach-added = { $name } is in the class, with the code { $code }
teach-there-already = { $name } was in the class already
teach-others = Learners of this machine who are not in the class
teach-add-other = Add { $name }
teach-add-other-tip = Take this learner into the class, with what they have done
teach-members = { $count ->
    [one] { $count } trainee
   *[other] { $count } trainees
}
teach-members-none = Nobody yet. Add a name above; what is played under it, here or in a recording handed in, counts.
teach-member-tip = What this trainee is set, and how far it is
teach-nothing-set = nothing
teach-done-of = { $done } of { $all } done
teach-tries = { $count ->
    [one] { $count } try
   *[other] { $count } tries
}
teach-remove = Take off the roster
teach-remove-tip = They leave the class; what they have done stays in the records
teach-remove-ask = Take { $name } off the roster? What they have done stays in the records.
teach-remove-yes = Take off
teach-remove-no = Keep
teach-remove-no-tip = They stay in the class
teach-removed = { $name } is no longer in the class

teach-assign-to = To whom
teach-assign-all = Whole class
teach-assign-all-tip = What is set to all counts for who joins later too
teach-assign-one-tip = Set to this trainee alone
teach-assign-what = What
teach-quizzes = Quizzes
teach-shelf-tip = Show what is in it
teach-set-all = Set all of these
teach-set-all-tip = Everything in this list
teach-set-none = Take all of these back
teach-set-none-tip = Nothing in this list is set any more
teach-set-to-all = set to the whole class
teach-have-done = Done by { $done } of { $all }
teach-was-set = { $count ->
    [0] It was set already
    [one] Set
   *[other] { $count } set
}
teach-was-taken-back = { $count ->
    [0] It was not set
    [one] Taken back
   *[other] { $count } taken back
}

teach-board = Board
teach-board-none = Nothing has come in yet.
teach-projector = Projector view
teach-projector-tip = Large, to be read from the back of the room, with nothing to press (Esc ends it)
teach-projector-end = End the projector view
teach-projector-end-tip = Back to the board (Esc)
teach-of-hundred = of 100
teach-depth = Depth
teach-evenness = Evenness
teach-when = When
teach-watch-tip = Open the debrief of this attempt
teach-ago-now = just now
teach-ago-minutes = { $count } min ago
teach-ago-hours = { $count } h ago
teach-ago-days = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}

teach-folder = Shared folder
teach-folder-about = Recordings that are put here are simulated again every few seconds: what is true appears on the board, the rest below with its reason. Comments (comments*.json) are taken in too.
teach-folder-name = Folder
teach-folder-use = Look here
teach-folder-use-tip = Look through this folder from now on
teach-folder-coming = Being looked through …
teach-folder-under-way = { $count ->
    [one] { $count } recording is being simulated …
   *[other] { $count } recordings are being simulated …
}
teach-folder-stands = { $taken } taken · { $refused } refused
teach-folder-trouble = It cannot be read: { $reason }
teach-refused = { $count ->
    [one] { $count } file refused
   *[other] { $count } files refused
}
teach-refused-unreadable = it cannot be read: { $what }
teach-refused-damaged = it is damaged: { $what }
teach-refused-stranger = its player “{ $what }” is not on the roster
teach-refused-ambiguous = its player “{ $what }” may be several: give each an account of their own
teach-refused-drill = its drill “{ $what }” is not installed here
teach-refused-doubled = the same attempt as { $what }
teach-refused-unfinished = it ends before the attempt does
teach-refused-tampered = the simulation gives something else: { $what }
teach-refused-comments = no comments that can be read: { $what }

teach-chart-spread = Spread
teach-chart-spread-tip = How the totals are spread at each drill
teach-chart-curves = Learning curves
teach-chart-curves-tip = Totals one after the other, and what the CUSUM says of them
teach-chart-items = Quiz items
teach-chart-items-tip = How hard each item is, and how well it tells
teach-chart-errors = Common errors
teach-chart-errors-tip = Which errors cost the class most, drill by drill
teach-results-none = Nothing yet: the picture begins with the first attempt that counts.
teach-errors-note = Share of the attempts at a drill that have the error; the costliest first. Drills by their numbers, with their attempts:
teach-items-none = Nobody has answered an item yet.
teach-drill-tip = The curves of this drill
teach-trainee-tip = Show this trainee's curve
teach-last-five = Mean of the last five
teach-axis-total = Total, points of 100
teach-axis-attempt = Attempt, in their order
teach-axis-sum = Sum of the test, log-likelihood ratio (no unit)
teach-axis-difficulty = Difficulty p: share who were right (hard 0, easy 1)
teach-say-box = { $drill }: from { $least } to { $most }, middle half { $low } to { $high }, median { $median }.
teach-say-curve = { $who }: { $standing }. Totals: { $totals }.
teach-say-items = { $count ->
    [one] { $count } item by difficulty and discrimination
   *[other] { $count } items by difficulty and discrimination
}

teach-files = Reports and tables
teach-files-about = A page of the class, one of each trainee, and tables for a spreadsheet, in a new folder. The pages need nothing else, on the screen and on paper.
teach-files-blind = Blind: with codes, and without the roster.
teach-files-names = With names; the roster is among the tables.
teach-write = Write the files
teach-write-tip = Writes them and says where; nothing is opened or sent
teach-written = { $count ->
    [one] { $count } file in { $path }
   *[other] { $count } files in { $path }
}
teach-comments = Comments
teach-comments-about = { $count ->
    [0] There are none. Open an attempt from the board, and pin them to its replay.
    [one] One comment is pinned to a replay.
   *[other] { $count } comments are pinned to replays.
}
teach-comments-where = They go to the shared folder ({ $folder }); a machine that looks through it takes them in.
teach-comments-write = Put them into the shared folder
teach-comments-write-tip = Writes comments.json there

debrief-remarks = { $count ->
    [one] One comment
   *[other] { $count } comments
}
debrief-remark = { $author }: { $words }
debrief-remark-tip = Go to its time
debrief-remark-tip-place = Go to its place and time
debrief-unpin = Remove this comment
debrief-unpin-tip = It goes from the records of this machine
debrief-pin-about = Pin a comment to this moment of the replay, at the tip of the cannula
debrief-pin-author = Your name
debrief-pin-words = What you see here
debrief-pin = Pin at { $time }
debrief-pin-tip = Everyone who looks at this attempt sees it, on the bar and among the findings
debrief-instructor = Instructor: { $who }
debrief-trainee = Trainee
debrief-whose-trainee = Trainee
debrief-whose-trainee-tip = The trainee's attempt alone (G)
debrief-whose-both-reference = Both
debrief-whose-both-reference-tip = The instructor's cannula and threads dashed over it, pass by pass (G)
debrief-whose-other-reference = Instructor
debrief-whose-other-reference-tip = The instructor's attempt alone (G)
debrief-reference-this = This attempt is the reference of its drill: others see it as their ghost.
debrief-reference-by = The ghost of this drill is the pass of { $who } ({ $total }).
debrief-reference-expert = The ghost of this drill is the expert operator.
debrief-reference-make = Make this the reference
debrief-reference-make-tip = From now on this attempt is the ghost of its drill on this patient, in the place of the expert operator
debrief-reference-working = Being simulated again, to become the reference …
debrief-reference-failed = Not made the reference: { $reason }
debrief-reference-end = Use the expert operator again
debrief-reference-end-tip = The reference is taken away; the attempt stays
debrief-class = Class
debrief-class-tip = Back to the class (Esc)
