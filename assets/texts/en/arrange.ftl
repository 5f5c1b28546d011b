## Arrange: the program proposes where sessions go
view-arrange = Arrange
view-arrange-tip = The program proposes where sessions go: what waits, a whole event, or the fewest moves after something has changed
arrange-table = Proposed moves
arrange-run = Run
arrange-run-again = Run again
arrange-run-tip = Look for an answer; another one each time. The plan stays as it is
arrange-stop = Stop
arrange-stop-tip = Stop with the best so far
arrange-stopping = Stopping…
arrange-searching = { $seconds } of { $most } s
arrange-searching-best = { $seconds } of { $most } s, best after { $after } s
arrange-answer =
    Answer { $number } · { $count ->
        [one] { $count } move
       *[other] { $count } moves
    }
arrange-take = Take { $count } of { $all }
arrange-taken-now = { $count ->
    [one] { $count } move is in the plan. Undo takes it back.
   *[other] { $count } moves are in the plan. Undo takes them back.
}
arrange-proposed-now = { $count ->
    [one] { $count } move is in the plan; the session is provisional until it is confirmed. Undo takes it back.
   *[other] { $count } moves are in the plan; the sessions are provisional until they are confirmed. Undo takes them back.
}
arrange-propose = Propose { $count } of { $all }
arrange-take-tip = Move what is ticked, as one step that can be undone
arrange-leave = Leave
arrange-leave-tip = Drop all answers; the plan stays as it is
arrange-empty = Let the program arrange
arrange-empty-mend = Let the program mend the plan
arrange-empty-about = Say beside what is asked, and run. The plan stays as it is until you take moves, all of them or single ones.
arrange-status = The plan is not changed before moves are taken.
arrange-session = Session
arrange-when = When
arrange-hall = Room
arrange-seats = Seats
arrange-why = Why here
arrange-seats-of = { $expected } in { $seats }
arrange-tick = Take the move of “{ $session }”
arrange-lock = Keep the move of “{ $session }”
arrange-lock-tip = Keep this move when another answer is looked for (L)
arrange-other = Other…
arrange-other-of = Other places for “{ $session }”
arrange-other-tip = Other places for this session, beside all the other moves (O)
arrange-same-answer = The same answer was found again: answer { $number }. Lock or untick moves for another one.
arrange-else = else: { $why }
arrange-stays-broken = stays broken: { $why }
arrange-not-ticked = not ticked, and nothing is broken by that
arrange-no-place = no place without an error was found
arrange-same-time = same time
arrange-same-day = same day
arrange-wished-time = at the time wished
arrange-wished-day = on the day wished
arrange-same-hall = same room
arrange-wished-hall = in the room wished
arrange-hall-fits = the room fits
arrange-best-found = the best place found
arrange-moves =
    { $count ->
        [one] { $count } move
       *[other] { $count } moves
    }
arrange-plan-changed = The plan has changed since this answer was found; what the rules say of it is judged anew.
arrange-is-noted = { $what }. That is noted in the plan together with the moves.
arrange-fewest =
    { $count ->
        [one] No fewer can do it: one move is needed.
       *[other] No fewer can do it: { $count } moves are needed.
    }
arrange-fewest-locked =
    { $count ->
        [one] With what is locked, no fewer can do it: one move is needed.
       *[other] With what is locked, no fewer can do it: { $count } moves are needed.
    }
arrange-at-least = At least { $least } are needed; whether fewer than { $count } are enough is not known.
arrange-nothing-broken = Nothing is broken; nothing needs to move.
arrange-why-not-fewer = Why not fewer
arrange-each-moves =
    { $count ->
        [one] This can not stay, and needs a move:
       *[other] These { $count } have no session in common that could move, so each needs a move of its own:
    }
arrange-no-moves-for =
    No moves were found for { $count ->
        [one] { $count } finding
       *[other] { $count } findings
    }
arrange-score = What the rules say
arrange-after-it = After
arrange-before = before
arrange-after = after
arrange-errors = Errors
arrange-warnings = Warnings
arrange-hints = Hints
arrange-score-of = { $what }: { $before } before, { $after } after
arrange-not-ticked-count = Not ticked: { $count }
arrange-nothing-stays-broken = Nothing is broken by that.
arrange-these-stay-broken = This stays broken:
arrange-left =
    Without a place: { $count ->
        [one] { $count } session
       *[other] { $count } sessions
    }

## What is asked
arrange-question = What is asked
arrange-places = Place sessions
arrange-mends = Mend after a change, with the fewest moves
arrange-talks = Give talks to sessions
arrange-talks-what = Which talks
arrange-talks-of-event = Talks of { $event } ({ $count })
arrange-talks-of-selected = Talks of the selected sessions ({ $count })
arrange-talks-none = There are none: talks are items of agendas whose kind is Talk.
arrange-talks-keep = Stay in their sessions
arrange-talks-about = Sessions stay where they are. Nobody speaks in two rooms at once; talks on one topic come together.
arrange-talks-taken = { $count ->
    [one] { $count } talk has moved. Undo takes it back.
   *[other] { $count } talks have moved. Undo takes them back.
}
arrange-talks-left = No session has room for { $count ->
    [one] { $count } talk
   *[other] { $count } talks
}
arrange-talk = Talk
arrange-talk-where = When and in which session
arrange-talk-tick = Take the move of the talk “{ $talk }”
arrange-what = What to place
arrange-tray = What waits in the tray ({ $count })
arrange-selected = What is selected ({ $count })
arrange-event = All of { $event } ({ $count })
arrange-which-event = Event
arrange-all = Everything that is not pinned ({ $count })
arrange-happened = What has changed
arrange-room-lost = A room is lost
arrange-person-away = Somebody is away
arrange-day-lost = A day is lost
arrange-days-swapped = Two days change places
arrange-longer = A session is longer
arrange-nothing-happened = Nothing: errors are to go
arrange-nothing-about = The fewest moves that clear all errors of the plan.
arrange-choose = Choose…
arrange-which-room = Room
arrange-who = Who
arrange-which-day = Day
arrange-from = From
arrange-to = To
arrange-one-day = One day
arrange-other-day = Other day
arrange-select-one = Select the session first, in the plan or in the list.
arrange-how-much-longer = How much longer
arrange-room-is-lost = { $what } is lost, { $when }
arrange-person-is-away = { $what } is away, { $when }
arrange-day-is-lost = { $when } is lost
arrange-days-are-swapped = { $what } and { $when } change places
arrange-is-longer = “{ $what }” is { $when } longer
arrange-counts = What counts
arrange-preset-usual = Balanced
arrange-preset-still = Change little
arrange-preset-small = Small delegations
arrange-preset-halls = Rooms that fit
arrange-keep = Keep time and room
arrange-fitting = Rooms that fit
arrange-small = Small delegations
arrange-balance = Days equally full
arrange-regions = Hours fair to regions
arrange-weight-none = not at all
arrange-weight-little = a little
arrange-weight-some = as usual
arrange-weight-much = much
arrange-weight-most = most of all
arrange-votes = Votes of attendees
arrange-votes-about = A table (CSV) of two sessions, or two talks, and how many would like to be at both, a line each. They are kept apart.
arrange-votes-choose = Choose a file…
arrange-votes-forget = Without these votes
arrange-votes-read =
    { $count ->
        [one] { $count } pair of sessions is wished by the same people.
       *[other] { $count } pairs of sessions are wished by the same people.
    }
arrange-votes-unreadable = This file can not be read, or is too large.
votes-not-a-vote = line { $line } does not name two sessions, or two talks, of this plan and a number
arrange-how-long = How long to search
arrange-seconds = { $count } s
arrange-stays = What stays as it is
arrange-stays-pinned = What is pinned, was held or is locked
arrange-stays-teams = Every meeting keeps its team of interpreters
arrange-stays-past = What is past
arrange-provisional = Provisional until approved
arrange-provisional-tip = Sessions that are moved and were confirmed become provisional, until somebody confirms them again
