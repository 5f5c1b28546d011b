## Registers: people, bodies, rooms, documents and topics as tables

view-registers = Registers
view-registers-tip = People, bodies, rooms, documents and topics as tables, with how often each is used
registers-people = People
registers-bodies = Bodies
registers-rooms = Rooms
registers-documents = Documents
registers-topics = Topics
registers-used = Used
registers-used-by = Used by
registers-unused = Nothing names it
registers-find = Find
registers-add-field = New column (own field)
registers-add = Add: { $what }
registers-order = In the order of: { $column }
registers-status = { $what }: { $count }
registers-new-person = New person
registers-new-body = New body
registers-new-room = New room
registers-new-document = New document
registers-new-topic = New topic
registers-seats = Seats
registers-booths = Booths
registers-empty = Nothing is here. Insert, or the button above, adds a row.

room-layout = Layout
room-equipment = Equipment
room-setup-mins = Set-up, minutes
room-turnaround-mins = Turnaround, minutes
room-closed = Closed
person-away = Away
absence-add = Add a time
absence-line = { $from } – { $to } { $reason }
absence-form = 24 nov 09:00 – 18:00 rehearsal
absence-expected = Two times are needed, such as 24 nov 09:00 – 18:00
registers-unknown = “{ $text }” is not known in the column { $column }; nothing was changed
