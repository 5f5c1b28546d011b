### The names of the model's values, in the order of src/texts/names.rs.

## Sorts of session

kind-plenary = Sesión plenaria
kind-statements = Declaraciones de política general
kind-dialogue = Diálogo de alto nivel
kind-ceremony = Ceremonia
kind-heads-of-delegation = Reunión de Jefes de Delegación
kind-committee = Comisión
kind-working-group = Grupo de trabajo
kind-ad-hoc = Grupo ad hoc
kind-drafting = Grupo de redacción
kind-regional-coordination = Coordinación regional
kind-briefing = Sesión informativa
kind-keynote = Conferencia magistral
kind-talk = Charla
kind-panel = Mesa redonda
kind-workshop = Taller
kind-poster = Sesión de pósteres
kind-youth = Celebración de la juventud
kind-network = Red de delegados
kind-visit = Visita
kind-social = Acto social
kind-side-event = Evento paralelo
kind-press = Prensa
kind-service = Servicios
kind-break = Pausa
kind-other = Otra

## Statuses of a session

status-provisional = Provisional
status-confirmed = Confirmada
status-reserve = Si fuera necesario
status-cancelled = Cancelada

release-name = Rev. { $number }

## Parts in a session

role-chair = Presidente
role-acting-chair = Presidente interino
role-vice-chair = Vicepresidente
role-secretary = Secretario/a
role-speaker = Orador/a
role-moderator = Moderador/a
role-panellist = Panelista
role-spokesperson = Portavoz
role-participant = Participante

## What every day of a new plan has

begun-lunch = Almuerzo
begun-coffee = Pausa para el café
begun-day-off = Día no laborable

## Sorts of event

event-kind-conference = Conferencia
event-kind-youth-celebration = Celebración de la juventud
event-kind-interregional-meeting = Reunión interregional (IRM)
event-kind-regional-preparatory-meeting = Reunión Preparatoria Regional (RPM)
event-kind-coordination-meeting = Reunión de coordinación de las RPM
event-kind-advisory-group = Grupo Asesor
event-kind-council = Consejo de la UIT
event-kind-forum = Foro
event-kind-site-visit = Visita al lugar de celebración
event-kind-milestone = Hito
event-kind-deadline = Plazo
event-kind-holiday = Día festivo
event-kind-planning-area = Ámbito de planificación

## How people take part in an event

event-format-physical = Presencial
event-format-virtual = Virtual
event-format-hybrid = Híbrido
event-format-correspondence = Por correspondencia

## Sorts of body

body-kind-plenary = Plenaria
body-kind-heads-of-delegation = Jefes de Delegación
body-kind-committee = Comisión
body-kind-steering-committee = Comisión de Dirección
body-kind-budget-committee = Comisión de Control del Presupuesto
body-kind-editorial-committee = Comisión de Redacción
body-kind-working-group = Grupo de trabajo
body-kind-drafting-group = Grupo de redacción
body-kind-region = Región
body-kind-regional-organization = Organización regional de telecomunicaciones
body-kind-advisory-group = Grupo Asesor
body-kind-secretariat = Secretaría
body-kind-host = País anfitrión
body-kind-delegation = Delegación
body-kind-other = Otro

## Offices in a body

office-chair = Presidente
office-vice-chair = Vicepresidente
office-secretary = Secretario/a
office-spokesperson = Portavoz

## Ranks of persons

rank-minister = Ministro/a
rank-deputy-minister = Viceministro/a
rank-assistant-minister = Ministro/a adjunto/a
rank-cabinet-member = Miembro del Gabinete
rank-regulator = Responsable de un organismo regulador
rank-ambassador = Embajador/a
rank-united-nations = Funcionario/a de las Naciones Unidas
rank-other = Otro

## Sorts of topic

topic-kind-priority = Prioridad regional
topic-kind-initiative = Iniciativa regional
topic-kind-agenda-item = Punto del orden del día

## What a statement of the plan rests on

basis-seed = Documento de origen
basis-external = Otra fuente pública
basis-inferred = Inferencia
basis-illustrative = Ejemplo ilustrativo

## Languages

language-english = Inglés
language-french = Francés
language-spanish = Español
language-russian = Ruso
language-chinese = Chino
language-arabic = Árabe

## One row of a table

row-kind = Tipo
row-field = Campo
row-rank = Rango
row-event = Evento
row-body = Órgano
row-room = Sala
row-person = Persona
row-topic = Tema
row-document = Documento
row-session = Sesión
row-statement = Declaración
row-item = Punto
row-post = Cargo
row-team = Equipo de intérpretes
row-delegate = Delegado
row-room-request = Solicitud de sala
row-note = Nota
row-rule = Regla
row-waiver = Excepción
row-release = Versión
row-record = Registro de un cambio
row-comment = Comentario

## All rows of a table

rows-kind = Tipos
rows-field = Campos
rows-rank = Rangos
rows-event = Eventos
rows-body = Órganos
rows-room = Salas
rows-person = Personas
rows-topic = Temas
rows-document = Documentos
rows-session = Sesiones
rows-statement = Declaraciones
rows-item = Puntos
rows-post = Cargos
rows-team = Equipos de intérpretes
rows-delegate = Delegados
rows-room-request = Solicitudes de sala
rows-note = Notas
rows-rule = Reglas
rows-waiver = Excepciones
rows-release = Versiones
rows-record = Registros de cambios
rows-comment = Comentarios

## What stands on an agenda

item-kind-item = Punto
item-kind-talk = Ponencia
item-kind-statement = Declaración
item-kind-discussion = Debate
item-kind-pause = Pausa

## Who brought an item in

item-origin-preparatory-meetings = RPM
item-origin-member-state = Estado Miembro
item-origin-sector-member = Miembro de Sector
item-origin-regional-organization = Organización regional
item-origin-advisory-group = GADT
item-origin-bureau = BDT
item-origin-other = Otro

## What came of an item

item-outcome-not-taken = no examinado
item-outcome-open = pendiente
item-outcome-concluded = concluido
item-outcome-deferred = aplazado
item-outcome-referred = remitido
item-outcome-noted = tomado nota
item-outcome-approved = aprobado
