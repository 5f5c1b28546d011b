### What the command line says.

cli-built-in = built-in plan
cli-standard-input = standard input
cli-fine = fine
cli-errors-found = errors were found
cli-about = { $plan }: { $verdict }; { $contents }
cli-contents = { $events } events, { $sessions } sessions ({ $placed } placed), { $rooms } rooms, { $bodies } bodies, { $people } people, { $topics } topics, { $documents } documents, { $statements } statements, { $notes } notes
cli-findings = { $errors } errors, { $warnings } warnings, { $hints } hints, { $waived } waived
cli-finding = { $severity }: { $sentence } [{ $rule }]
cli-finding-waived = { $severity } (waived): { $sentence } [{ $rule }]
