## Teams of interpreters and their roster

team-size = Переводчиков
team-members = Состав
team-from = Работает с
team-until = Работает по

step-give-team = Назначить бригаду: { $what }
step-take-team = Снять бригаду: { $what }
step-fill-roster = Назначить бригады на все смены без бригады
