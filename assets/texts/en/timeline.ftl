# The Timeline.

timeline-closed = closed
timeline-room-closed = { $room }, { $when }: { $reason }
timeline-ground = Timeline
timeline-events = Events
lane-no-room = No room
lane-no-body = No body
timeline-no-lanes = Nothing is scheduled yet: drag on empty ground under a day to make a session, or show lanes by room.
# Ordinals with which titles begin, small, and how they are written short.
bar-ordinals = first=1st second=2nd third=3rd fourth=4th fifth=5th sixth=6th seventh=7th eighth=8th ninth=9th tenth=10th

timeline-overview-head = Overview
lane-everybody = Everybody
number-four = { $thousands },{ $rest }
number-more = { $thousands },{ $rest }
lane-word-room = Room
lanes-rooms = Rooms { $from }–{ $to }
lanes-more = { $name } + { $count } more
lanes-slim = Empty lanes share a line
lanes-slim-about = Neighbouring lanes without sessions on the days in sight take one slim line
lanes-slim-tip = Nothing here on the days in sight; click to open
lanes-add-room = Add room

## Folds
day-of-month = { $weekday } { $day } { $month }
fold-day =
    { $count ->
        [0] { $day } · no sessions
        [one] { $day } · { $count } session
       *[other] { $day } · { $count } sessions
    }
fold-preparation = Preparation
fold-days =
    { $days ->
        [one] { $days } day without sessions
       *[other] { $days } days without sessions
    }
fold-end = Nothing further
fold-open = Open these hours

## The line of the view
show = Show
show-day = Day
show-three-days = 3 days
show-conference = Conference
filter-add = Filter
filter-count =
    { $count ->
        [one] { $count } filter
       *[other] { $count } filters
    }
filter-tip = Show only some of the sessions
filter-words = Words in the session
filter-navigator = Bodies, rooms and kinds: in the list on the left
snap-step = Snap { $mins } min
snap-tip = The step to which times snap while dragging
lanes-edge = Width of the names of lanes
lanes-by-room = By room
lanes-by-body = By body
lanes-by-kind = By kind
lanes-by-event = By event
