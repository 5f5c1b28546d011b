### What is said of files of other tools that come in.

arriving-not-utf8 = some letters are in no encoding that is known, and are lost
arriving-encoding = the file does not say in which encoding its letters are; they are read as { $what }
arriving-calendars = several calendars are read as one: { $what }
arriving-broken-line = this is no line of a calendar: “{ $what }”
arriving-broken = the file is broken here; what comes before is taken
arriving-not-closed = “{ $what }” is not closed; it is taken
arriving-too-many = there are too many of them; the rest is left out
arriving-no-time = “{ $what }” is no time; it is left out, or waits in the tray
arriving-no-length = the length of “{ $what }” is not said; it is an hour, or as long as it was
arriving-no-title = it has no title
arriving-no-id = “{ $what }” has no name of its own; it is known again by title and day
arriving-no-event = there is no event that “{ $what }” could belong to
arriving-all-day = “{ $what }” takes whole days; it is a milestone, not a session
arriving-states = of several states of “{ $what }” the last one counts
arriving-rule = when it comes again is not understood: “{ $what }”; it is taken once
arriving-without-end = it comes again without an end; it is taken until { $what }
arriving-zone-unknown = nobody knows the time zone “{ $what }”; its clocks are read as those without a zone
arriving-floating = the file does not say where its clocks hang; they are read in { $what }
arriving-no-place = { $count ->
    [one] “{ $what }” has no place in a plan; it comes once
   *[other] “{ $what }” has no place in a plan; it comes { $count } times
}
arriving-kept = it was changed here and there, and stays as it is here: { $what }
arriving-fixed = it is fixed here, and stays as it is: { $what }
arriving-near = “{ $what }” is new, and nearly “{ $like }”
arriving-untold = { $count ->
    [one] and { $count } more that is left out
   *[other] and { $count } more that are left out
}
arriving-too-large = the file is larger than what is read
arriving-unknown = it is no file that can be read here: no calendar, no schedule of a conference app, no export of Indico or Sessionize
arriving-empty = no session stands in it
arriving-file-broken = it is broken, and nothing of it can be used
arriving-too-much = it holds more than is read
arriving-line = line { $line }
arriving-row = row { $row }
arriving-column = column { $column }
arriving-not-read = not read: { $what }
arriving-no-day = it says no day; { $day } is taken
arriving-same-unknown = “{ $what }” of --same is near to nothing: it stands in no file, or is known
arriving-no-field = it is no field: “{ $what }”
arriving-onto-source = the plan would take the place of { $file }, which is brought in: give it another name
arriving-ask-order = days such as 3/4 can have the day or the month first: say which, by --dates
arriving-taken-for = { $file }: { $format }, { $sessions } sessions
arriving-sums = { $new } new, { $changed } changed, { $same } unchanged, { $gone } gone, { $not } not taken
arriving-made = new: { $rooms } rooms, { $people } people, { $topics } topics, { $events } events
arriving-gone-stays = { $what }: gone there, and stays here
arriving-dismissed = “{ $what }” was removed here, and stays out
arriving-dismissed-row = it was removed here, and stays out
arriving-refused = the plan does not take it
format-indico = Indico
format-pretalx = pretalx (CSV)
format-sessionize = Sessionize
format-plan = Plan of Plenary
arriving-offset = the file says only how far its clocks are ahead of UTC; the zone is taken to be { $what }
format-table = Table
