### The names of the model's values, in the order of src/texts/names.rs.

## Sorts of session

kind-plenary = Plenary meeting
kind-statements = Policy statements
kind-dialogue = High-level dialogue
kind-ceremony = Ceremony
kind-heads-of-delegation = Meeting of heads of delegation
kind-committee = Committee
kind-working-group = Working group
kind-ad-hoc = Ad hoc group
kind-drafting = Drafting group
kind-regional-coordination = Regional coordination
kind-briefing = Briefing
kind-keynote = Keynote
kind-talk = Talk
kind-panel = Panel
kind-workshop = Workshop
kind-poster = Poster session
kind-youth = Youth celebration
kind-network = Network
kind-visit = Visit
kind-social = Social event
kind-side-event = Side event
kind-press = Press
kind-service = Service
kind-break = Break
kind-other = Other

## Statuses of a session

status-provisional = Provisional
status-confirmed = Confirmed
status-reserve = If required
status-cancelled = Cancelled

release-name = Rev. { $number }

## Parts in a session

role-chair = Chair
role-acting-chair = Acting Chair
role-vice-chair = Vice-Chair
role-secretary = Secretary
role-speaker = Speaker
role-moderator = Moderator
role-panellist = Panellist
role-spokesperson = Spokesperson
role-participant = Participant

## What every day of a new plan has

begun-lunch = Lunch
begun-coffee = Coffee break
begun-day-off = Day off

## Sorts of event

event-kind-conference = Conference
event-kind-youth-celebration = Youth celebration
event-kind-interregional-meeting = Interregional Meeting (IRM)
event-kind-regional-preparatory-meeting = Regional Preparatory Meeting (RPM)
event-kind-coordination-meeting = RPM Coordination Meeting
event-kind-advisory-group = Advisory group
event-kind-council = ITU Council
event-kind-forum = Forum
event-kind-site-visit = Site visit
event-kind-milestone = Milestone
event-kind-deadline = Deadline
event-kind-holiday = Holiday
event-kind-planning-area = Planning area

## How people take part in an event

event-format-physical = Physical
event-format-virtual = Virtual
event-format-hybrid = Hybrid
event-format-correspondence = By correspondence

## Sorts of body

body-kind-plenary = Plenary
body-kind-heads-of-delegation = Heads of delegation
body-kind-committee = Committee
body-kind-steering-committee = Steering committee
body-kind-budget-committee = Budget control committee
body-kind-editorial-committee = Editorial committee
body-kind-working-group = Working group
body-kind-drafting-group = Drafting group
body-kind-region = Region
body-kind-regional-organization = Regional telecommunication organization
body-kind-advisory-group = Advisory group
body-kind-secretariat = Secretariat
body-kind-host = Host country
body-kind-delegation = Delegation
body-kind-other = Other

## Offices in a body

office-chair = Chair
office-vice-chair = Vice-Chair
office-secretary = Secretary
office-spokesperson = Spokesperson

## Ranks of persons

rank-minister = Minister
rank-deputy-minister = Deputy minister
rank-assistant-minister = Assistant minister
rank-cabinet-member = Cabinet member
rank-regulator = Head of a regulator
rank-ambassador = Ambassador
rank-united-nations = United Nations official
rank-other = Other

## Sorts of topic

topic-kind-priority = Regional priority
topic-kind-initiative = Regional initiative
topic-kind-agenda-item = Agenda item

## What a statement of the plan rests on

basis-seed = Source document
basis-external = Another public source
basis-inferred = Inferred
basis-illustrative = Illustrative

## Languages

language-english = English
language-french = French
language-spanish = Spanish
language-russian = Russian
language-chinese = Chinese
language-arabic = Arabic

## One row of a table

row-kind = Kind
row-field = Field
row-rank = Rank
row-event = Event
row-body = Body
row-room = Room
row-person = Person
row-topic = Topic
row-document = Document
row-session = Session
row-statement = Statement
row-item = Item
row-post = Post
row-team = Team of interpreters
row-delegate = Delegate
row-room-request = Room request
row-note = Note
row-rule = Rule
row-waiver = Waiver
row-release = Release
row-record = Record of a change
row-comment = Comment

## All rows of a table

rows-kind = Kinds
rows-field = Fields
rows-rank = Ranks
rows-event = Events
rows-body = Bodies
rows-room = Rooms
rows-person = People
rows-topic = Topics
rows-document = Documents
rows-session = Sessions
rows-statement = Statements
rows-item = Items
rows-post = Posts
rows-team = Teams of interpreters
rows-delegate = Delegates
rows-room-request = Room requests
rows-note = Notes
rows-rule = Rules
rows-waiver = Waivers
rows-release = Releases
rows-record = Records of changes
rows-comment = Comments

## What stands on an agenda

item-kind-item = Item
item-kind-talk = Talk
item-kind-statement = Statement
item-kind-discussion = Discussion
item-kind-pause = Break

## Who brought an item in

item-origin-preparatory-meetings = RPM
item-origin-member-state = Member State
item-origin-sector-member = Sector Member
item-origin-regional-organization = Regional organization
item-origin-advisory-group = TDAG
item-origin-bureau = BDT
item-origin-other = Other

## What came of an item

item-outcome-not-taken = not taken
item-outcome-open = open
item-outcome-concluded = concluded
item-outcome-deferred = deferred
item-outcome-referred = referred
item-outcome-noted = noted
item-outcome-approved = approved
