## The podium: the clock of the speaker, the secretariat's window, the screen in the hall

view-podium = Podium
view-podium-tip = The clock of the speaker: who speaks, who comes, when it will end
podium-title = Podium
podium-none = There are no sessions for policy statements in this plan yet. Give a session that kind, and its podium stands here.
podium-hall = Screen in the hall
command-hall = Screen in the hall
command-hall-tip = Opens the clock of the speaker in a window of its own for a second screen; F11 fills the screen
podium-status = { $given } have spoken · { $rest } to come
podium-first = First speaker
podium-nobody = Nobody speaks here
podium-next = Next speaker
podium-all = All have spoken
podium-over = Closed
podium-time-over = Time is over
podium-conclude = Please conclude
podium-speaking = Speaking
podium-used = { $used } of { $all }
podium-next-short = Next
podium-then-short = Then
podium-open = Open
podium-begin = Start
podium-end = Stop
podium-go-on = Go on
podium-close = Close
podium-next-speaker = Next
podium-back = Back
podium-more = 30 s more
podium-less = 30 s less
podium-not-present = Not present
podium-pause = Pause
podium-interrupt = Point of order
podium-swap = Swap
podium-restart = Start again
podium-confirm = Confirm
podium-leave = Leave
podium-why = Why does the clock stand still?
podium-what = What interrupts the speaker?
podium-close-ask = Some have not spoken. They get places in later parts as far as there are any.
podium-swap-ask = { $one } and { $other } change places. Both must agree.
podium-both-agree = Both agree
podium-agreed = agreed at the podium
podium-log = Log
podium-log-empty = Nothing yet. Speakers, pauses and absences stand here with their second; ← takes the last step back.
podium-log-opened = Opened
podium-log-opened-late = Opened, { $late } late
podium-log-speaks = { $who }, speaker { $number }
podium-log-not-present = { $who } called, not present
podium-log-extended = { $who }: { $by }
podium-log-swapped = { $who } and { $other } changed places
podium-log-stopped = { $why }, { $length }
podium-log-closed = Closed
podium-clock-back = The clock of this computer is behind what is noted here. Set it right; nothing is lost.
podium-begins = Begins
podium-length = Length
podium-not-here = not here
podium-planned = end, planned { $planned }
podium-ended = ended, planned { $planned }
podium-late = { $by } late
podium-early = { $by } early
podium-now = Now
podium-from = Begins
podium-rest-of = { $who }, to { $to }
podium-rest-of-change = Change of speaker
podium-speakers = { $speakers ->
    [one] { $speakers } speaker
   *[other] { $speakers } speakers
 } × { $mean }, mean of { $measured }
podium-speakers-usual = { $speakers ->
    [one] { $speakers } speaker
   *[other] { $speakers } speakers
 } × { $mean }
podium-changes = { $count ->
    [one] { $count } change of speaker
   *[other] { $count } changes of speaker
 } × { $pause }
podium-chair = Words of the Chair
podium-end-line = End
podium-ways = What the Chair can do
podium-way-limit = { $length } for each
podium-way-limit-price = All speak; their texts were written for more
podium-way-late = Close late
podium-way-move = { $who } to { $number }, due { $due }
podium-way-absent-price = { $used } of { $free } free places there
podium-way-move-price = { $used ->
    [one] Must agree; { $used } of { $free } free places there
   *[other] All must agree; { $used } of { $free } free places there
 }
podium-gap = Break of { $left } instead of { $planned }
stop-interpretation = Interpretation
stop-technical = Technical
stop-chair = Chair’s request
stop-point-of-order = Point of order
stop-reply = Reply
step-podium-open = Open the podium: { $what }
step-podium-speak = Gives the floor: { $what }
step-podium-end = End of a statement: { $what }
step-podium-restart = Start the clock again: { $what }
step-podium-extend = Length of a statement: { $what }
step-podium-swap = Swap at the podium: { $what }
step-podium-limit = Length of all statements: { $what }
step-podium-pause = Stop the clock: { $what }
step-podium-resume = Go on: { $what }
step-podium-not-present = Not present: { $what }
step-podium-move-on = To a later part: { $what }
step-podium-close = Close the podium: { $what }
key-space = Space
refusal-podium-open = Statements are being given in { $what }. Close its podium first.
podium-start-stop = Start, stop, go on
