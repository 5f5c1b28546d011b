# The Timeline.

timeline-ground = Timeline
timeline-events = Events
timeline-overview = Overview of the whole plan
timeline-overview-tip = The whole plan; drag the frame to move along it
ruler-local = Local time of the event
lane-no-room = No room
lane-no-body = No body
fold-days =
    { $days ->
        [one] { $days } day without sessions; click to open it
       *[other] { $days } days without sessions; click to open them
    }
fold-night = { $from }–{ $to } folded; click to open it
timeline-no-lanes = Nothing is scheduled yet: drag on empty ground under a day to make a session, or show lanes by room.
# Ordinals with which titles begin, small, and how they are written short.
bar-ordinals = first=1st second=2nd third=3rd fourth=4th fifth=5th sixth=6th seventh=7th eighth=8th ninth=9th tenth=10th
