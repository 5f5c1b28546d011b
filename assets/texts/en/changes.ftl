## The view of changes

changes-table = Changes
changes-status = Space ticks a change, Enter notes who asked for it, a double click shows the session
changes-session = Session
changes-was = Was
changes-is = Is
changes-requested = Requested by
changes-decided = Decided by
changes-reason = Reason
changes-told = Told
changes-told-of = Told: { $told } of { $all }
changes-time = Time
changes-rooms = Rooms
changes-new = New
changes-cancelled = Cancelled
changes-content = Content
changes-other = Beside the sessions
changes-all = All changes
changes-to-tell = To be told
changes-to-tell-of =
    { $count ->
        [one] { $count } change is still to be told
       *[other] { $count } changes are still to be told
    }
changes-count =
    { $count ->
        [one] { $count } change
       *[other] { $count } changes
    }
changes-by-day = By day
changes-by-room = By room
changes-by-body = By body
changes-by-sort = By sort of change
changes-everywhere = Everywhere
changes-against = Against: { $what }
changes-saved = as it was saved
changes-earlier = Earlier states
changes-revisions = Revisions in git
changes-file = Another file…
changes-not-there = not there
changes-none = Nothing is different.
changes-none-wanted = No change is of this sort.
changes-tick = Take this change back, too
changes-take-back = Take this change back
changes-take-back-ticked =
    { $count ->
        [one] Take { $count } change back
       *[other] Take { $count } changes back
    }
changes-effect = Taking it back causes { $caused } and solves { $solved } of the findings.
changes-ticked = { $count } ticked
changes-no-effect = No finding comes or goes.
changes-before = Before
changes-both = Both
changes-after = Now
changes-was-here = { $session } was here
compare-failed = The plan can not be compared: { $why }.
compare-no-git = git does not give this revision of the file
compare-no-release = there is no such release in the plan
compare-other-plan = that file holds another plan: no row of it is in both
compare-not-saved = the plan was never saved, so there is nothing beside it to compare with

## Whom changes are told

party-chair = Chair
party-interpreters = Interpreters
party-rooms = Rooms
party-webcast = Webcast
party-catering = Catering

## Releases

releases-title = Releases
releases-intro = A release is a state of the plan that is handed out. What it holds is kept beside the plan and does not change any more.
release-label = What it is called besides its number
release-note = Note
release-by = Made by
release-make = Make Rev. { $number }
release-made = Rev. { $number } is made and kept beside the plan
release-moved = Rev. { $number } has been moved on
release-way = The way of { $release }
release-submit = Put before the steering committee
release-made-on = Made on
release-decided-on = On
release-meeting = At the meeting
release-no-meeting = no meeting
release-back = Back to draft
release-back-tip = Nobody has approved it then; what it holds stays as it is
release-approved-on = approved { $day }
release-approved-by = approved by { $who }, { $day }
release-issued-on = issued { $day }
release-body = Approved by
release-no-body = no body yet
release-approve = It is approved
release-symbol = Symbol of the document
release-issue = Issue it
release-issue-tip = From then on its meetings keep their numbers, and what is deleted is cancelled
release-compare = Compare
release-open = Open
release-open-tip = As a copy without a file
release-export = Export…
release-export-tip = Opens it as a copy and asks what is to be handed out
release-needs-file = Save the plan first: what a release holds is kept beside its file
