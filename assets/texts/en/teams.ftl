## Teams of interpreters and their roster

team-size = Interpreters
team-members = Members
team-from = There from
team-until = There until

step-give-team = Give to a team: { $what }
step-take-team = Take from its team: { $what }
step-fill-roster = Give teams to all sittings without one

## The roster

view-roster = Roster
view-roster-tip = Which team of interpreters sits when, and what has none
roster-title = Roster
roster-none = Nothing in this plan needs interpretation yet. Give a session with a time more than one language.
roster-status = { $sittings ->
    [one] { $sittings } sitting
   *[other] { $sittings } sittings
 } of { $meetings ->
    [one] { $meetings } meeting
   *[other] { $meetings } meetings
 } · { $teams ->
    [0] no teams
    [one] { $teams } team
   *[other] { $teams } teams
 }
roster-early = early
roster-forenoon = forenoon
roster-afternoon = afternoon
roster-evening = evening
roster-no-team = without a team
roster-without = Without a team
roster-of = { $count } of { $all }
roster-of-sittings = { $count } of { $all } sittings
roster-interpreters = { $count ->
    [0] size not known
    [one] { $count } interpreter
   *[other] { $count } interpreters
 }
roster-team-tip = Open the team in the inspector
roster-spoken = { $what }, { $when }, { $team }
roster-empty = No teams yet
roster-empty-about = A team are the interpreters who serve one sitting in all its languages; six languages take fourteen. Add the teams that are there: the sittings below can then be given to them, and the rules look at the day, the week and the night of each.
roster-add = Team
roster-add-tip = Add a team: from which day is it there?
roster-new-team = Team { $letter }
roster-fill = Fill…
roster-fill-tip = Give a team to all sittings without one, within the limits; who has one keeps it
roster-fill-outcome = { $count ->
    [0] No meeting can be given a team within the limits
    [one] { $count } meeting gets a team
   *[other] { $count } meetings get a team
 }; { $left ->
    [0] none stays without one.
    [one] { $left } stays without one:
   *[other] { $left } stay without one:
 }
roster-fill-more = and { $count ->
    [one] { $count } more
   *[other] { $count } more
 }
roster-fill-do = Fill
roster-gaps-tip = Show only days with sittings without a team
roster-needed = Teams needed
roster-needed-about = most at once in each part of a day; { $count ->
    [0] no team is there
    [one] { $count } team in the plan
   *[other] { $count } teams in the plan
 }
roster-needed-spoken = { $day }, { $part }: { $count ->
    [one] { $count } team needed at once
   *[other] { $count } teams needed at once
 }
roster-note = A sitting is one team in one part of a day; it may serve two meetings one after the other. Meetings in one language need no team and are not shown.
roster-load = Load
roster-load-about = sittings of { $most }, meeting time
roster-load-spoken = { $team }: { $count } of { $most } sittings, { $hours } h
roster-with = With a team
roster-limits = Limits
roster-limit-kept = kept
roster-limit-broken = not kept
roster-rules = Change the limits…

## While a sitting is carried to another team

roster-carrying = { $what } · Enter gives it, Esc puts it back
roster-dragging = { $what } · Esc puts it back
roster-fits = fits: { $count } of { $most }
roster-drag-week = { $count } of { $most } sittings in that week
roster-stays-without = No team has it then
roster-figure-away = not there
roster-figure-at-once = at once
roster-against-away = { $team } is not there on that day
roster-against-languages = { $team } does not interpret { $figure }
roster-against-at-once = { $team } is in another meeting for { $figure } of that time
roster-against-pause = { $team }: { $figure } between two sittings, not { $limit }
roster-against-stretch = { $team }: { $figure } at a stretch, not { $limit }
roster-against-day = { $team }: { $figure } sittings on that day, not { $limit }
roster-against-week = { $team }: { $figure } sittings in that week, not { $limit }
roster-against-rest = { $team }: { $figure } of rest at night, not { $limit }
