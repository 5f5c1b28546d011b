### What the command line says.

cli-built-in = built-in plan
cli-standard-input = standard input
cli-fine = fine
cli-errors-found = errors were found
cli-about = { $plan }: { $verdict }; { $contents }
cli-contents = { $events ->
    [one] { $events } event
   *[other] { $events } events
    }, { $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
    } ({ $placed } placed), { $rooms ->
    [one] { $rooms } room
   *[other] { $rooms } rooms
    }, { $bodies ->
    [one] { $bodies } body
   *[other] { $bodies } bodies
    }, { $people ->
    [one] { $people } person
   *[other] { $people } people
    }, { $topics ->
    [one] { $topics } topic
   *[other] { $topics } topics
    }, { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
    }, { $statements ->
    [one] { $statements } statement
   *[other] { $statements } statements
    }, { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
    }
cli-findings = { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
    }, { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
    }, { $hints ->
    [one] { $hints } hint
   *[other] { $hints } hints
    }, { $waived } waived
cli-finding = { $severity }: { $sentence } [{ $rule }]
cli-finding-waived = { $severity } (waived): { $sentence } [{ $rule }]
cli-overdue = overdue since { $due }: { $session }: { $text }

## Comparing and merging

cli-same = the plans are the same
cli-no-releases = there is no release yet
cli-no-release = there is no release Rev. { $number }; --list tells which there are
cli-release-stays = a release can not be changed any more: what was issued stays issued
cli-not-released = the plan can not be released as it is
cli-unrelated = this is another plan than { $other }: no row of it is in both
cli-made-twice = { $row }: made on both sides, and one now
cli-other-plan = this is another plan than { $other }: it has another identity
cli-unmerged = not merged yet
cli-diff-files = name two plans; with --git, the seven arguments that git gives
cli-diff-title = What differs
cli-merged = merged; nothing is left to decide
cli-conflicts = { $count ->
    [one] merged; { $count } conflict is left to decide and is kept in the file
   *[other] merged; { $count } conflicts are left to decide and are kept in the file
}
cli-no-event = there is no event { $event } in this plan
cli-no-room = there is no room { $id } in this plan
cli-no-person = there is no person { $id } in this plan
cli-no-session = there is no session { $id } in this plan
cli-not-arranged = the plan can not be arranged as it is
cli-arranged = { $plan }: { $moves ->
    [one] { $moves } session placed
   *[other] { $moves } sessions placed
}, { $left } left over; errors { $errors } → { $later-errors }, warnings { $warnings } → { $later-warnings }
cli-talks-arranged = { $plan }: { $moves ->
    [one] { $moves } talk moved
   *[other] { $moves } talks moved
}, { $left } without a place; errors { $errors } → { $later-errors }, warnings { $warnings } → { $later-warnings }
cli-talk-left = no session has room for: { $talk }
cli-changes-nothing = that changes nothing in this plan: nothing is held then, or it stays because it is pinned or was held
cli-fewest = { $plan }: { $moves ->
    [one] { $moves } move
   *[other] { $moves } moves
}; { $least } are needed at least
cli-needs-a-move = needs a move of its own: { $why }
cli-stays-broken = stays broken: { $why }
cli-left = left over: { $session } – { $why }
cli-conflict-field = { $row }: { $field } was changed here and there
cli-conflict-removed-there = { $row } was removed there and is still needed here
cli-conflict-removed-here = { $row } was removed here and changed there
cli-conflict-new = { $row } is new there and needs something that was removed here
