## Teams of interpreters and their roster

team-size = Переводчиков
team-members = Состав
team-from = Работает с
team-until = Работает по
