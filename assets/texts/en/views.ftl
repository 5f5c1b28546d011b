# The Day and the Plan grid.

days-none = No days yet
days-none-hint = Add an event and give it dates and hours, or drag a session out of the tray onto the timeline: its days appear here.

day-ground = Day
day-today = Today
day-empty-room = { $room }, empty
day-empty-rooms = { $room } + { $more } more, empty
day-hide-empty = Hide empty rooms
day-fold-before = Before: { $day } · { $what }
day-fold-next = Next: { $day } · { $what }
day-fold-from = { $sessions }, from { $time }
day-empty = Nothing is planned on this day. Drag on the ground to make a session, or drop one out of the tray.
day-no-rooms = No rooms yet. Add a room, and it becomes a column here; what you draw now stands without a room.

grid-ground = Plan grid
grid-week = Week { $number }
# Above a column: "Thu 20".
grid-day = { $weekday } { $day }
grid-early = Early
grid-forenoon = Forenoon
grid-lunch = Lunch
grid-afternoon = Afternoon
grid-evening = Evening
grid-until = before { $time }
grid-from = after { $time }
grid-open-day = Open { $day }
# The word in titles that a card leaves out behind a code and a number: "COM4, 2nd meeting".
grid-meeting = meeting
# One card for sessions that begin at one time.
grid-groups = { $count ->
    [one] { $count } group: { $names }
   *[other] { $count } groups: { $names }
}
grid-sessions = { $count ->
    [one] { $count } session: { $names }
   *[other] { $count } sessions: { $names }
}
grid-open-group = { $group }, { $time }; show one by one
grid-close-group = { $group }, { $time }; show as one
grid-add = New session on { $day }, { $part }
grid-legend = Colours,
grid-legend-rooms = rooms
grid-short-breaks = Breaks under 45 min are left out

legend = Colours
legend-place = Place that fits
