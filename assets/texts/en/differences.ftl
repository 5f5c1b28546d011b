### What differs between two plans, beside what handouts need (`change-…` in handout.ftl).

## What is compared

differ-plan = The plan as a whole
differ-named = { $kind } “{ $name }”
differ-statement-of = Statement of { $speaker }
differ-waiver-of = Waiver of “{ $rule }”
differ-record-of = { $session }, change record
differ-comment-on = Comment on { $session }
differ-item = Item “{ $title }”

## Fields that have no name elsewhere

# Title (English)
differ-in-language = { $what } ({ $language })
differ-place = Time and place
differ-wish = Wanted place
# Instead of a place.
differ-waits = not scheduled
differ-choice-order = Order of choices
differ-identity = Identity of the plan
differ-release = Last release
differ-numbers = Numbers
differ-facts = What was accepted
differ-reason = Reason
differ-agenda-adopted = Agenda adopted
differ-agenda-continues = Goes on with the agenda of
differ-continued-from = Continued from
differ-fixed = Begins, minutes after the start
differ-follow-up = What follows
differ-level = Level
differ-pause = Pause between items
differ-referred-to = Referred to
differ-requested = Asked for on
differ-approved = Approved on
differ-assignee = Who does it
differ-dismissed = Removed here, though brought in
differ-came-as = Brought in as
differ-arrived = Brought in from
differ-at = Written
differ-by = By
differ-catering-told = Catering told
differ-chair-told = Chair told
differ-content = Content
differ-decided-by = Decided by
differ-done = Done
differ-done-by = Done by
differ-due = Due
differ-interpreters-told = Interpreters told
differ-label = Label
differ-made = Made on
differ-part = What is changed
differ-requested-by = Requested by
differ-rooms-told = Rooms told
differ-since = Since release
differ-stage = Stage
differ-to-do = To do
differ-webcast-told = Webcast told

## How far a release has come

stage-draft = draft
stage-submitted = before the steering committee
stage-approved = approved
stage-issued = issued
