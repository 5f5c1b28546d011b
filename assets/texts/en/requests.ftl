## Requests for rooms

request-purpose = Purpose
request-asked-by = Asked by
request-start = Wanted at
request-headcount = Headcount
request-public = Shown in public
request-came = Received
request-answer = Answer
request-answered = Answered
purpose-committee = Committee or group
purpose-regional = Region
purpose-bilateral = Bilateral meeting
purpose-reception = Reception
purpose-other = Other
request-answer-waiting = waiting
request-answer-accepted = accepted
request-answer-declined = declined
request-answer-withdrawn = withdrawn
request-reason = Reason

step-accept-request = Accept the request: { $what }
step-decline-request = Decline the request: { $what }
step-withdraw-request = Withdraw the request: { $what }
step-reopen-request = Reopen the request: { $what }
refusal-no-reason = { $what } is not declined without a reason. Whoever asked will want to know it.
refusal-booked = It has a room already: { $what }. Reopen the request to give it another one.

## The view of requests

view-requests = Requests
view-requests-tip = Who asks for a room, in the order of the queue: accept, decline, see the rooms of a day
requests-title = Requests for rooms
requests-table = Requests for rooms
requests-waiting = Waiting
requests-accepted = Accepted
requests-declined = Declined
requests-order = committees, then States and regional organizations, then others; first come, first served
requests-request = Request
requests-request-tip = Type a new request: who; what for; day and time; how many
requests-write = Write a request
requests-hint = Kenya; Talks with Chad; 18 nov 10:00; 12
requests-expected = Write who; what for; day and time such as 18 nov 10:00; how many.
requests-no = No.
requests-column-title = Title
requests-wanted = Wanted
requests-length = Length
requests-heads = People
requests-place = Place
requests-any-time = any time
requests-not-public = Not public: handouts say “Reserved”
requests-none = Delegations, regions and committees ask for rooms: for bilateral meetings, coordination, receptions. Write a request above (Insert, or just type): who asks, what for, when and how many, with semicolons between. Enter then finds a room and shows what speaks against it; Enter again takes it. Delete declines with a reason. What is not public is called “Reserved” in everything that is handed out.
requests-no-event = Requests are for rooms of an event. This plan has none yet.
requests-status = { $count ->
    [0] No request waits · Insert to write one
    [one] 1 request waits · Insert to write one
   *[other] { $count } requests wait · Insert to write one
}
requests-status-waiting = { $count ->
    [one] 1 waits
   *[other] { $count } wait
} · Enter finds a place · D declines · W shows the wanted time on the timeline
requests-status-accepted = { $count ->
    [0] Nobody waits
    [one] 1 waits
   *[other] { $count } wait
} · Backspace takes the answer back · W shows it on the timeline
requests-status-declined = { $count ->
    [0] Nobody waits
    [one] 1 waits
   *[other] { $count } wait
} · Backspace takes the answer back · Delete removes it
requests-searching = Looking for a room…
requests-place-of = Place { $at } of { $count }
requests-place-before = Place before
requests-place-after = Next place
requests-as-wanted = At the wanted time, or at any
requests-wanted-not = Not at { $time }: { $why }
requests-wanted-over = Not at { $time }: that is over, or outside the event
requests-no-objection = No rule speaks against it
requests-accept = Accept
requests-decline = Decline…
requests-leave = Leave
requests-why = Why is it declined?
requests-why-hint = No room is free on that day
requests-why-keys = Enter declines · Esc leaves it waiting
requests-no-room = There is no room that somebody could have alone
requests-no-seats = No room seats them: the largest has { $seats } seats
requests-too-long = It is longer than a day of the event is open
requests-over = The event is over
requests-full = Every room that seats them is taken
requests-day = { $taken } of { $rooms } rooms are used
session-reserved = Not public
