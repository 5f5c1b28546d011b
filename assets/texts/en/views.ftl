# The Day and the Plan grid.

days-none = No days yet
days-none-hint = Add an event and give it dates and hours, or drag a session out of the tray onto the timeline: its days appear here.

day-ground = Day
day-today = Today
day-of-event = { $event }, day { $day } of { $days }
day-empty-room = { $room }, empty
day-empty-rooms = { $room } + { $more } more, empty
day-hide-empty = Hide empty rooms
day-fold-before = Before: { $day } · { $what }
day-fold-next = Next: { $day } · { $what }
day-fold-from = { $sessions }, from { $time }
day-empty = Nothing is planned on this day. Drag on the ground to make a session, or drop one out of the tray.
day-no-rooms = No rooms yet. Add a room, and it becomes a column here; what you draw now stands without a room.

grid-ground = Plan grid
grid-forenoon = Forenoon
grid-afternoon = Afternoon
grid-evening = Evening
grid-until = until { $time }
grid-from = from { $time }
grid-open-day = Open { $day }
