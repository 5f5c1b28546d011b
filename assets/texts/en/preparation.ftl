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
