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
