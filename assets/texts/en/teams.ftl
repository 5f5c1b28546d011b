## Teams of interpreters and their roster

team-size = Interpreters
team-members = Members
team-from = There from
team-until = There until
