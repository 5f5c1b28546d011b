## Teams of interpreters and their roster

team-size = Interpreters
team-members = Members
team-from = There from
team-until = There until

step-give-team = Give to a team: { $what }
step-take-team = Take from its team: { $what }
step-fill-roster = Give teams to all sittings without one
