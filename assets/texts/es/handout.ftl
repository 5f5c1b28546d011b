### The words that handouts print: programmes, plan grids, door signs, itineraries, speaking lists, pages for a browser.

## What is handed out

handout-programme = Programa
# A page of rooms × hours of one day.
handout-rooms-of-day = Salas y horarios
handout-plan-grid = Plan de gestión del tiempo
# The name of a layout; it is not printed.
handout-door = Cartel de puerta
handout-itinerary = Programa individual
handout-itinerary-of = Programa individual de { $name }
handout-statements = Declaraciones de política general
handout-speaking-list = Lista de oradores
handout-timeline = Cronología
handout-sessions = Sesiones
handout-unscheduled = Sesiones no programadas
# Instead of the title of a meeting that is not for everybody to know.
handout-reserved = Reservado
handout-findings = Constataciones
handout-index = Índice

## Releases and pages

# Rev. 3
handout-release = Rev. { $number }
# Instead of a release number while the plan has not been released.
handout-draft = Proyecto
handout-disclaimer-draft = Proyecto de trabajo sujeto a modificaciones
# Behind the release, where remarks and contacts are in what is handed out.
handout-internal = Solo para el equipo
# The date on which the file was made.
handout-made = a fecha de { $date }
# At the head of a document.
handout-original = Original: { $language }
# What a sign behind a session says.
handout-revised = Modificado desde la versión anterior
handout-page = Página { $page } de { $pages }
# After a heading repeated on the next page.
handout-continued = (continuación)
# Behind the name of a meeting in each further row of a plan in which it goes on, as time management plans have it.
handout-cont = (cont.)
handout-comma = ,
handout-semicolon = ;
handout-numbers = Números de la página anterior
handout-until-hour = hasta las { $hour }
handout-until-day = hasta el { $day } { $hour }

## Days and hours

# All times: Asia/Baku (UTC+4)
handout-all-times = Todas las horas corresponden a la zona horaria { $zone } ({ $offset })
handout-times-local = Hora local de cada evento
handout-zone = Zona horaria
# The names of the first and the last row of a time management plan: before all sittings, and after.
handout-early = Temprano
handout-forenoon = Mañana
handout-afternoon = Tarde
handout-evening = Noche
handout-day = Día
handout-date = Fecha
handout-time = Hora
handout-start = Inicio
handout-end = Fin
handout-end-date = Fecha de fin
handout-length = Duración

## Columns of sessions

handout-id = ID
handout-number = N.º
handout-title = Título
handout-kind = Tipo
handout-status = Estado
handout-event = Evento
handout-events = Eventos
handout-room = Sala
handout-rooms = Salas
handout-body = Órgano
handout-bodies = Órganos
handout-meeting = N.º de sesión
handout-topic = Tema
handout-agenda = Orden del día
handout-topics = Temas
handout-document = Documento
handout-documents = Documentos
handout-agenda-item = Punto del orden del día
handout-abstract = Resumen
handout-origin = Origen
handout-outcome = Resultado
handout-presentation = Presentación
handout-discussion = Debate
handout-presented-by = Presentado por
handout-speakers = Oradores
handout-languages = Idiomas
handout-language = Idioma
handout-interpretation = Interpretación
handout-captioned = Subtitulado
# When a session was really held: the heads of three columns, and the name of all of it.
handout-opened = Apertura
handout-suspended = Suspensiones
handout-adjourned = Levantamiento
handout-held = Horario real
handout-webcast = Difusión por la web
handout-link = Enlace
handout-join = Participar en línea
handout-capacity = Plazas
handout-expected = Asistencia prevista
handout-place = Lugar
handout-remarks = Observaciones
handout-concerns = Concierne a
handout-elements = Elementos
handout-groups = Grupos

## Columns of people and statements

# The column of the names of persons.
handout-person = Nombre
handout-people = Personas
handout-function = Cargo
handout-represents = Representa a
handout-rank = Rango
handout-contact = Datos de contacto
handout-at-once = Al mismo tiempo: { $title }
handout-speaker = Orador/a
handout-member-state = Estado Miembro u organización
handout-statement-text = Texto recibido
# The column with the session in which a statement is given.
handout-session = Sesión

## Columns of findings

handout-severity = Gravedad
handout-finding = Constatación
handout-rule = Regla
handout-waived = Excepción

## In the cells, and instead of them

# A name before what it is the name of: Chair: Ms Perera
handout-labelled = { $label }: { $text }
handout-yes = sí
handout-no = no
# Across a session that does not take place.
handout-cancelled = CANCELADA
handout-no-room = Sin sala
handout-nothing-chosen = Ninguna sesión corresponde a la selección

## Numbers

handout-shown = { $count ->
    [one] { $count } sesión
   *[other] { $count } sesiones
}

## The papers of a conference

handout-roster = Cuadro de servicio de los intérpretes
handout-services = Estrado, difusión por la web y subtitulado
handout-room-sheet = Fichas de sala
handout-running-order = Guion de la sesión
handout-podium-list = Lista para el estrado
handout-speaker-cards = Tarjetas de los oradores
handout-journal = Diario de sesiones
handout-meeting-documents = Documentos por sesión
handout-booklet = Cuaderno de la delegación

## The interpreters’ roster

handout-sitting = Periodo
handout-team = Equipo
handout-without-team = Sin equipo
handout-interpreters = Intérpretes
handout-sittings = Periodos
handout-hours = Horas
handout-overtime = Por encima de los límites
# Before the letters of the languages from which other booths take relay.
handout-relay = relé desde
# Before the letters of the languages that a team does not interpret.
handout-without = sin cubrir:
# What a team does beyond its limits; lengths are hours and minutes.
handout-over-at-once = { $is } en dos sesiones a la vez
handout-over-pause = { $is } entre periodos en lugar de { $most }
handout-over-stretch = { $is } seguidas en lugar de { $most }
handout-over-day = periodos al día: { $is } en lugar de { $most }
handout-over-week = periodos a la semana: { $is } en lugar de { $most }
handout-over-rest = { $is } de descanso nocturno en lugar de { $most }

## Podium and rooms

handout-at-podium = En el estrado
handout-booths = Cabinas
# How chairs and tables stand in a room.
handout-layout = Disposición
handout-equipment = Equipo
handout-setup = Tiempo de preparación
# How long a room is free between two meetings; how long it takes to clear it.
handout-turnaround = Cambio de sesión
handout-closed = Cerrada
handout-services-of-room = Servicios

## Running order, journal, documents, booklet

# The column of what is done at a time.
handout-what = Asunto
handout-opening = Apertura de la sesión
handout-closing = Clausura de la sesión
handout-today = Hoy
handout-tomorrow = Mañana
handout-notices = Avisos
handout-changes = Cambios desde la última versión
# Who a document comes from.
handout-source = Origen
handout-delegate = Delegado
handout-from = Presente desde
handout-until = Presente hasta
handout-attended-by = Asiste
handout-nobody = nadie
handout-notes = Observaciones
# Of a delegation.
handout-not-attended-count = { $count ->
    [one] Nadie asiste a { $count } sesión que le concierne
   *[other] Nadie asiste a { $count } sesiones que le conciernen
}

## Search and choice on a page for the browser

handout-search = Buscar
handout-search-hint = Título, nombre, documento…
handout-filter = Filtrar
handout-all-rooms = Todas las salas
handout-all-bodies = Todos los órganos
handout-all-topics = Todos los temas
handout-all-days = Todas las fechas
handout-all-events = Todos los eventos
handout-clear = Borrar
handout-none-found = No se han encontrado resultados; quite un filtro o modifique la búsqueda
handout-light = Claro
handout-dark = Oscuro
handout-print = Imprimir
handout-format = Formato
handout-file = Fichero

## What became of a session, or of another row, between two states of a plan

change-new = nueva sesión
change-removed = suprimida
change-cancelled = cancelada
# It had been cancelled.
change-revived = se celebrará finalmente
change-placed = programada
change-unplaced = retirada del programa
change-moved = trasladada
change-changed = modificada
# Both are hours, or days and hours.
change-moved-from = trasladada de { $from } a { $to }
change-ends = termina a las { $to } en lugar de las { $from }
# Room A → Room B; the arrow points to what is so now.
change-was-is = { $was } → { $is }
# Before what has come into a list, and what has gone from it.
change-added = añadido
change-taken-out = suprimido
# One after the other: the members of a list; a time and the rooms; what became of a session and what else of it changed.
change-listed = { $list }, { $next }
change-beside = { $list }, { $next }
change-then = { $list }; { $next }

## The change notice

notice-title = Aviso de modificación
notice-date = Fecha de publicación
# The heads of the columns: what became of a session, what was announced, what is so now.
notice-what = Cambio
notice-was = Antes
notice-is = Ahora
# What became of a session.
notice-new-time = nueva hora
notice-new-rooms = nueva sala
notice-new-place = nueva hora y nueva sala
# Instead of a time and a room, of a session that has lost its place.
notice-no-time = nueva hora por confirmar
# Of a session that has been held, and of one that was to be held before the notice was issued.
notice-over = sesión ya celebrada
notice-passed = su hora ya ha pasado
# Who asked for a change, and who decided it.
notice-requested-by = Solicitado por
notice-decided-by = Decidido por
# Below a line at the end.
notice-signature = Nombre y firma
notice-count = { $count ->
    [one] { $count } cambio
   *[other] { $count } cambios
}

## What a reader does with the page for a browser

# A button: the reader keeps a session on an agenda of their own.
handout-keep = Guardar
handout-my-agenda = Mi agenda
handout-to-calendar = Añadir al calendario
handout-agenda-calendar = Calendario de mi agenda
handout-permalink = Enlace a esta sesión
handout-now = Ahora
# Times on the clock of the reader.
handout-my-time = Mi hora
# Not as in the release before.
handout-changed = Modificado
handout-views = Vistas
handout-introduction = Acerca de este programa
handout-nothing-kept = Su agenda está vacía: guarde sesiones y permanecerán en este dispositivo

## Books, screens, lists and mails

handout-book = Libro del programa
handout-index-of-people = Índice de personas
handout-now-next = Ahora y a continuación
# After what is on now.
handout-next = A continuación
handout-nothing-more = No hay nada más previsto
handout-catering = Refrigerios y actos sociales
handout-name-plates = Letreros de mesa
handout-badges = Acreditaciones
mail-subject = Su programa: { $plan }
mail-dear = { $name }:
# Such as: This is your schedule for WTDC-25, Rev. 3, as of 12 November 2025.
mail-body = Este es su programa para { $plan }, { $state }. Se adjunta un archivo de calendario.
handout-role = Función en la sesión
