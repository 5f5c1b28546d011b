### The words that handouts print: programmes, plan grids, door signs, itineraries, speaking lists, pages for a browser.

## What is handed out

handout-programme = Programme
# A page of rooms × hours of one day.
handout-rooms-of-day = Salles et horaires
handout-plan-grid = Plan de gestion du temps
# The name of a layout; it is not printed.
handout-door = Affichette de porte
handout-itinerary = Programme individuel
handout-itinerary-of = Programme individuel – { $name }
handout-statements = Déclarations de politique générale
handout-speaking-list = Liste des orateurs
handout-timeline = Chronologie
handout-sessions = Séances
handout-unscheduled = Séances non programmées
# Instead of the title of a meeting that is not for everybody to know.
handout-reserved = Réservé
handout-findings = Constatations
handout-index = Table des matières

## Releases and pages

# Rev. 3
handout-release = Rév. { $number }
# Instead of a release number while the plan has not been released.
handout-draft = Projet
handout-disclaimer-draft = Projet de travail susceptible d’être modifié
# Behind the release, where remarks and contacts are in what is handed out.
handout-internal = Réservé à l’équipe
# The date on which the file was made.
handout-made = situation au { $date }
# At the head of a document.
handout-original = Original : { $language }
# What a sign behind a session says.
handout-revised = Modifié depuis la version précédente
handout-page = Page { $page } sur { $pages }
# After a heading repeated on the next page.
handout-continued = (suite)
# Behind the name of a meeting in each further row of a plan in which it goes on, as time management plans have it.
handout-cont = (suite)
handout-comma = ,
handout-semicolon = ;
handout-numbers = Numéros de la page précédente
handout-until-hour = jusqu’à { $hour }
handout-until-day = jusqu’au { $day } { $hour }

## Days and hours

# All times: Asia/Baku (UTC+4)
handout-all-times = Heures indiquées dans le fuseau horaire { $zone } ({ $offset })
handout-times-local = Heures locales de chaque manifestation
handout-zone = Fuseau horaire
# The names of the first and the last row of a time management plan: before all sittings, and after.
handout-early = Tôt
handout-forenoon = Matin
handout-afternoon = Après-midi
handout-evening = Soir
handout-day = Jour
handout-date = Date
handout-time = Heure
handout-start = Début
handout-end = Fin
handout-end-date = Date de fin
handout-length = Durée

## Columns of sessions

handout-id = ID
handout-number = N°
handout-title = Titre
handout-kind = Type
handout-status = Statut
handout-event = Manifestation
handout-events = Manifestations
handout-room = Salle
handout-rooms = Salles
handout-body = Organe
handout-bodies = Organes
handout-meeting = Nº de séance
handout-topic = Thème
handout-agenda = Ordre du jour
handout-topics = Thèmes
handout-document = Document
handout-documents = Documents
handout-agenda-item = Point de l’ordre du jour
handout-abstract = Résumé
handout-origin = Origine
handout-outcome = Suite donnée
handout-presentation = Présentation
handout-discussion = Discussion
handout-presented-by = Présenté par
handout-speakers = Orateurs
handout-languages = Langues
handout-language = Langue
handout-interpretation = Interprétation
handout-captioned = Sous-titrage
# When a session was really held: the heads of three columns, and the name of all of it.
handout-opened = Ouverture
handout-suspended = Suspensions
handout-adjourned = Levée
handout-held = Horaires réels
handout-webcast = Diffusion sur le web
handout-link = Lien
handout-join = Participer en ligne
handout-capacity = Places
handout-expected = Participants attendus
handout-place = Lieu
handout-remarks = Observations
handout-concerns = Concerne
handout-elements = Éléments
handout-groups = Groupes

## Columns of people and statements

# The column of the names of persons.
handout-person = Nom
handout-people = Personnes
handout-function = Fonction
handout-represents = Représente
handout-rank = Rang
handout-contact = Coordonnées
handout-at-once = En même temps : { $title }
handout-speaker = Orateur/Oratrice
handout-member-state = État Membre ou organisation
handout-statement-text = Texte reçu
# The column with the session in which a statement is given.
handout-session = Séance

## Columns of findings

handout-severity = Gravité
handout-finding = Constatation
handout-rule = Règle
handout-waived = Dérogation

## In the cells, and instead of them

# A name before what it is the name of: Chair: Ms Perera
handout-labelled = { $label } : { $text }
handout-yes = oui
handout-no = non
# Across a session that does not take place.
handout-cancelled = ANNULÉE
handout-no-room = Sans salle
handout-nothing-chosen = Aucune séance ne correspond à la sélection

## Numbers

handout-shown = { $count ->
    [one] { $count } séance
   *[other] { $count } séances
}

## The papers of a conference

handout-roster = Tableau de service des interprètes
handout-services = Tribune, diffusion sur le web et sous-titrage
handout-room-sheet = Fiches de salle
handout-running-order = Conducteur de séance
handout-podium-list = Liste pour la tribune
handout-speaker-cards = Cartes des orateurs
handout-journal = Journal du jour
handout-meeting-documents = Documents par séance
handout-booklet = Carnet de la délégation

## The interpreters’ roster

handout-sitting = Séance
handout-team = Équipe
handout-without-team = Sans équipe
handout-interpreters = Interprètes
handout-sittings = Séances
handout-hours = Heures
handout-overtime = Au-delà des limites
# Before the letters of the languages from which other booths take relay.
handout-relay = relais depuis
# Before the letters of the languages that a team does not interpret.
handout-without = non assurées :
# What a team does beyond its limits; lengths are hours and minutes.
handout-over-at-once = { $is } à deux séances en même temps
handout-over-pause = { $is } entre les séances au lieu de { $most }
handout-over-stretch = { $is } d’affilée au lieu de { $most }
handout-over-day = séances par jour : { $is } au lieu de { $most }
handout-over-week = séances par semaine : { $is } au lieu de { $most }
handout-over-rest = { $is } de repos nocturne au lieu de { $most }

## Podium and rooms

handout-at-podium = À la tribune
handout-booths = Cabines
# How chairs and tables stand in a room.
handout-layout = Disposition
handout-equipment = Équipement
handout-setup = Temps de préparation
# How long a room is free between two meetings; how long it takes to clear it.
handout-turnaround = Rotation
handout-closed = Fermée
handout-services-of-room = Services

## Running order, journal, documents, booklet

# The column of what is done at a time.
handout-what = Point
handout-opening = Ouverture de la séance
handout-closing = Clôture de la séance
handout-today = Aujourd’hui
handout-tomorrow = Demain
handout-notices = Avis
handout-changes = Changements depuis la dernière version
# Who a document comes from.
handout-source = Source
handout-delegate = Délégué
handout-from = Présent dès
handout-until = Présent jusqu’à
handout-attended-by = Suivie par
handout-nobody = personne
handout-notes = Observations
# Of a delegation.
handout-not-attended-count = { $count ->
    [one] { $count } séance qui la concerne n’est suivie par personne
   *[other] { $count } séances qui la concernent ne sont suivies par personne
}

## Search and choice on a page for the browser

handout-search = Rechercher
handout-search-hint = Titre, nom, document…
handout-filter = Filtrer
handout-all-rooms = Toutes les salles
handout-all-bodies = Tous les organes
handout-all-topics = Tous les thèmes
handout-all-days = Toutes les dates
handout-all-events = Toutes les manifestations
handout-clear = Effacer
handout-none-found = Aucun résultat{"\u00A0"}; retirez un filtre ou modifiez la recherche
handout-light = Clair
handout-dark = Sombre
handout-print = Imprimer
handout-format = Format
handout-file = Fichier

## What became of a session, or of another row, between two states of a plan

change-new = nouvelle séance
change-removed = supprimée
change-cancelled = annulée
# It had been cancelled.
change-revived = maintenue
change-placed = programmée
change-unplaced = retirée du programme
change-moved = déplacée
change-changed = modifiée
# Both are hours, or days and hours.
change-moved-from = déplacée de { $from } à { $to }
change-ends = se termine à { $to } au lieu de { $from }
# Room A → Room B; the arrow points to what is so now.
change-was-is = { $was } → { $is }
# Before what has come into a list, and what has gone from it.
change-added = ajouté
change-taken-out = supprimé
# One after the other: the members of a list; a time and the rooms; what became of a session and what else of it changed.
change-listed = { $list }, { $next }
change-beside = { $list }, { $next }
change-then = { $list } ; { $next }

## The change notice

notice-title = Avis de modification
notice-date = Date de publication
# The heads of the columns: what became of a session, what was announced, what is so now.
notice-what = Modification
notice-was = Avant
notice-is = Désormais
# What became of a session.
notice-new-time = nouvel horaire
notice-new-rooms = nouvelle salle
notice-new-place = nouvel horaire et nouvelle salle
# Instead of a time and a room, of a session that has lost its place.
notice-no-time = nouvel horaire à confirmer
# Of a session that has been held, and of one that was to be held before the notice was issued.
notice-over = séance déjà tenue
notice-passed = horaire déjà passé
# Who asked for a change, and who decided it.
notice-requested-by = Demandé par
notice-decided-by = Décidé par
# Below a line at the end.
notice-signature = Nom et signature
notice-count = { $count ->
    [one] { $count } modification
   *[other] { $count } modifications
}

## What a reader does with the page for a browser

# A button: the reader keeps a session on an agenda of their own.
handout-keep = Garder
handout-my-agenda = Mon programme
handout-to-calendar = Ajouter au calendrier
handout-agenda-calendar = Calendrier de mon programme
handout-permalink = Lien vers cette séance
handout-now = Maintenant
# Times on the clock of the reader.
handout-my-time = Mon heure
# Not as in the release before.
handout-changed = Modifié
handout-views = Vues
handout-introduction = À propos de ce programme
handout-nothing-kept = Votre programme est encore vide: gardez des séances, elles restent sur cet appareil

## Books, screens, lists and mails

handout-book = Livre du programme
handout-index-of-people = Index des personnes
handout-now-next = En cours et à suivre
# After what is on now.
handout-next = À suivre
handout-nothing-more = Rien d’autre n’est prévu
handout-catering = Restauration et événements sociaux
handout-name-plates = Chevalets
handout-badges = Badges
mail-subject = Votre programme: { $plan }
mail-dear = { $name },
# Such as: This is your schedule for WTDC-25, Rev. 3, as of 12 November 2025.
mail-body = Voici votre programme pour { $plan }, { $state }. Un fichier de calendrier est joint.
handout-role = Rôle
