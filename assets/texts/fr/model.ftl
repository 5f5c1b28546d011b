### The names of the model's values, in the order of src/texts/names.rs.

## Sorts of session

kind-plenary = Séance plénière
kind-statements = Déclarations de politique générale
kind-dialogue = Dialogue de haut niveau
kind-ceremony = Cérémonie
kind-heads-of-delegation = Réunion des chefs de délégation
kind-committee = Commission
kind-working-group = Groupe de travail
kind-ad-hoc = Groupe ad hoc
kind-drafting = Groupe de rédaction
kind-regional-coordination = Coordination régionale
kind-briefing = Séance d’information
kind-keynote = Discours liminaire
kind-talk = Exposé
kind-panel = Table ronde
kind-workshop = Atelier
kind-poster = Session d’affiches
kind-youth = Célébration de la jeunesse
kind-network = Réseau de délégués
kind-visit = Visite
kind-social = Réception
kind-side-event = Manifestation parallèle
kind-press = Presse
kind-service = Services
kind-break = Pause
kind-other = Autre

## Statuses of a session

status-provisional = Provisoire
status-confirmed = Confirmée
status-reserve = Si nécessaire
status-cancelled = Annulée

release-name = Rev. { $number }

## Parts in a session

role-chair = Président(e)
role-acting-chair = Président(e) par intérim
role-vice-chair = Vice-Président(e)
role-secretary = Secrétaire
role-speaker = Orateur/Oratrice
role-moderator = Modérateur/Modératrice
role-panellist = Panéliste
role-spokesperson = Porte-parole
role-participant = Participant(e)

## What every day of a new plan has

begun-lunch = Déjeuner
begun-coffee = Pause-café
begun-day-off = Jour chômé

## Sorts of event

event-kind-conference = Conférence
event-kind-youth-celebration = Célébration de la jeunesse
event-kind-interregional-meeting = Réunion préparatoire interrégionale (IRM)
event-kind-regional-preparatory-meeting = Réunion préparatoire régionale (RPM)
event-kind-coordination-meeting = Réunion de coordination des RPM
event-kind-advisory-group = Groupe consultatif
event-kind-council = Conseil de l’UIT
event-kind-forum = Forum
event-kind-site-visit = Visite du site
event-kind-milestone = Étape clé
event-kind-deadline = Date limite
event-kind-holiday = Jour férié
event-kind-planning-area = Domaine de planification

## How people take part in an event

event-format-physical = Présentiel
event-format-virtual = Virtuel
event-format-hybrid = Hybride
event-format-correspondence = Par correspondance

## Sorts of body

body-kind-plenary = Plénière
body-kind-heads-of-delegation = Chefs de délégation
body-kind-committee = Commission
body-kind-steering-committee = Commission de direction
body-kind-budget-committee = Commission de contrôle budgétaire
body-kind-editorial-committee = Commission de rédaction
body-kind-working-group = Groupe de travail
body-kind-drafting-group = Groupe de rédaction
body-kind-region = Région
body-kind-regional-organization = Organisation régionale de télécommunication
body-kind-advisory-group = Groupe consultatif
body-kind-secretariat = Secrétariat
body-kind-host = Pays hôte
body-kind-delegation = Délégation
body-kind-other = Autre

## Offices in a body

office-chair = Président(e)
office-vice-chair = Vice-Président(e)
office-secretary = Secrétaire
office-spokesperson = Porte-parole

## Ranks of persons

rank-minister = Ministre
rank-deputy-minister = Vice-Ministre
rank-assistant-minister = Ministre adjoint(e)
rank-cabinet-member = Membre du gouvernement
rank-regulator = Chef d’un organisme de régulation
rank-ambassador = Ambassadeur/Ambassadrice
rank-united-nations = Fonctionnaire des Nations Unies
rank-other = Autre

## Sorts of topic

topic-kind-priority = Priorité régionale
topic-kind-initiative = Initiative régionale
topic-kind-agenda-item = Point de l’ordre du jour

## What a statement of the plan rests on

basis-seed = Document source
basis-external = Autre source publique
basis-inferred = Déduction
basis-illustrative = Exemple indicatif

## Languages

language-english = Anglais
language-french = Français
language-spanish = Espagnol
language-russian = Russe
language-chinese = Chinois
language-arabic = Arabe

## One row of a table

row-kind = Type
row-field = Champ
row-rank = Rang
row-event = Manifestation
row-body = Organe
row-room = Salle
row-person = Personne
row-topic = Thème
row-document = Document
row-session = Séance
row-statement = Déclaration
row-item = Point
row-post = Fonction
row-team = Équipe d’interprètes
row-delegate = Délégué
row-room-request = Demande de salle
row-note = Note
row-rule = Règle
row-waiver = Dérogation
row-release = Version
row-record = Note sur une modification
row-comment = Commentaire

## All rows of a table

rows-kind = Types
rows-field = Champs
rows-rank = Rangs
rows-event = Manifestations
rows-body = Organes
rows-room = Salles
rows-person = Personnes
rows-topic = Thèmes
rows-document = Documents
rows-session = Séances
rows-statement = Déclarations
rows-item = Points
rows-post = Fonctions
rows-team = Équipes d’interprètes
rows-delegate = Délégués
rows-room-request = Demandes de salle
rows-note = Notes
rows-rule = Règles
rows-waiver = Dérogations
rows-release = Versions
rows-record = Notes sur les modifications
rows-comment = Commentaires

## What stands on an agenda

item-kind-item = Point
item-kind-talk = Exposé
item-kind-statement = Déclaration
item-kind-discussion = Discussion
item-kind-pause = Pause

## Who brought an item in

item-origin-preparatory-meetings = RPR
item-origin-member-state = État Membre
item-origin-sector-member = Membre de Secteur
item-origin-regional-organization = Organisation régionale
item-origin-advisory-group = GCDT
item-origin-bureau = BDT
item-origin-other = Autre

## What came of an item

item-outcome-not-taken = pas abordé
item-outcome-open = en suspens
item-outcome-concluded = clos
item-outcome-deferred = reporté
item-outcome-referred = renvoyé
item-outcome-noted = noté
item-outcome-approved = approuvé
