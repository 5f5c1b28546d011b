## The preparation: steps, documents

step-owner = Owner
step-state = State
step-next = Next step
step-areas = Planning areas
step-add-area = Add planning area
step-counts-from = Counts from
step-class = Deadline for
step-tally = Consultation
step-state-open = open
step-state-under-way = under way
step-state-done = done
step-state-late = late
step-state-risk = at risk
step-state-unknown = not said
deadline-contributions = Contributions
deadline-revisions = Revisions
deadline-documents = Documents
deadline-requests = Requests
deadline-registration = Registration
deadline-answers = Answers
counts-on = { $edge ->
    [last] the last day of { $event }
   *[first] the first day of { $event }
}
counts-before = { $edge ->
    [last] { $days ->
        [one] { $days } day before the last day of { $event }
       *[other] { $days } days before the last day of { $event }
    }
   *[first] { $days ->
        [one] { $days } day before { $event }
       *[other] { $days } days before { $event }
    }
}
counts-after = { $edge ->
    [last] { $days ->
        [one] { $days } day after { $event }
       *[other] { $days } days after { $event }
    }
   *[first] { $days ->
        [one] { $days } day after the first day of { $event }
       *[other] { $days } days after the first day of { $event }
    }
}
tally-asked = Member States asked
tally-replies = Replies
tally-in-favour = In favour
tally-needed = Needed
tally-announced = Announced
tally-reached = majority reached
tally-not-reached = majority not reached
tally-unknown = result not known
tally-numbers = { $what }: { $count }
document-kind = Type
document-author = From
document-author-name = From, in words
document-due = Due
document-stages = Stages
document-kind-contribution = Contribution
document-kind-report = Report
document-kind-decision = Decision
document-kind-circular-letter = Circular letter
document-kind-draft = Draft
document-kind-agenda = Agenda
document-kind-information = For information
document-kind-publication = Publication
document-kind-website = Website
document-kind-video = Video
document-kind-basic-text = Basic text
document-stage-received = received
document-stage-in-translation = in translation
document-stage-posted = posted

rule-event-same-day = Steps on one day
rule-event-same-day-about = An event begins on the day on which another ends that it waits for.
rule-event-same-day-basis = C25/30-R §4.21: the consolidated report goes to TDAG
rule-event-circle = Events in a circle
rule-event-circle-about = An event waits for itself or is counted from itself, directly or in a circle.
rule-event-circle-basis = No such order exists
rule-counted-day = Counted day
rule-counted-day-about = A day that is counted from another event is not the day that the count gives.
rule-counted-day-basis = The count that was given
finding-event-same-day = { $event } begins on { $day }, the day on which { $before } ends: slack of 0 days
finding-event-circle = { $event } waits for itself, or is counted from itself
finding-counted-day = { $event } is counted from { $from } and would be on { $day }

## The view of the preparation

view-preparation = Preparation
view-preparation-tip = The road to the conference: what waits for what, what is late, planning areas, documents, groups
preparation-road = Road
preparation-tab-groups = Groups
preparation-late = Late { $count }
preparation-risk = At risk { $count }
preparation-brief = Earlier years in brief
preparation-even = All years equally wide
preparation-shift = Shift…
preparation-add-step = Step
preparation-add-area = Area
preparation-add-document = Document
preparation-new-step = New step
preparation-new-area = New planning area
preparation-today = Today, { $day }
preparation-unposted = Stages missing { $count }
preparation-papers-late = Documents overdue { $count }
preparation-as-of = As of
preparation-as-of-day = As of { $day }
preparation-as-of-tip = Looks at the road as it is on another day
preparation-as-of-today = As of today
preparation-state-now = { $what }: { $state }
preparation-is-done = { $what } is done. Backspace takes a step back.
preparation-days = { $days } d
preparation-lane-place = Place and host
preparation-lane-advisory = Advisory group
preparation-lane-regional = Regional meetings
preparation-lane-coordination = Coordination
preparation-lane-interregional = Interregional
preparation-lane-youth = Forums, youth
preparation-lane-conference = Conference
preparation-lane-deadlines = Deadlines
preparation-areas = Planning areas
preparation-groups = Groups of the advisory group and their reports
preparation-meetings = Regional meetings: report, video, and the documents put to them
preparation-meeting = Meeting
preparation-letters = Circular letters
preparation-in-english = EN
preparation-in-french = FR
preparation-in-spanish = ES
preparation-in-russian = RU
preparation-in-chinese = ZH
preparation-in-arabic = AR
preparation-key-declaration = Declaration
preparation-key-questions = Questions
preparation-key-resolution-1 = Resolution 1
preparation-key-resolutions = Resolutions
preparation-key-strategic-plan = Strategic Plan
preparation-add-key-document = Key document
preparation-key-document = New key document
preparation-given = was put to the meeting
preparation-not-given = was not put to the meeting
preparation-there = there
preparation-link-missing = link missing
preparation-no-day = day not known
preparation-no-steps = Nothing is on the road yet. Add a step, such as a letter, a meeting or a deadline; say what it waits for, or from which event its day counts.
preparation-no-documents = No documents here. Insert adds one; Enter on a language brings it a stage further.
preparation-late-by = { $days ->
    [one] { $days } day late: its result is not there
   *[other] { $days } days late: its result is not there
}
preparation-waits-for-late = waits for { $what }, which is late
preparation-no-slack = no day between { $what } and this, and that is not done
preparation-late-step = { $what } is late
preparation-open-bureau = { $count ->
    [one] { $what }: { $count } post is open or not confirmed
   *[other] { $what }: { $count } posts are open or not confirmed
}
preparation-circular = waits for itself, or is counted from itself
preparation-status = { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
} · { $done } done · { $late } late · { $risk } at risk · Space: one state further · Enter: all of it

step-days = Days
step-expected-days = A number of days, such as −35
step-edge = Counted from
step-open-bureau = Open bureau
step-comes-after = Comes after
step-waits-for-it = Waits for it
step-counted = Counts from it
step-days-before = { $days ->
    [one] { $days } day before
   *[other] { $days } days before
}
step-days-after = { $days ->
    [one] { $days } day after
   *[other] { $days } days after
}
