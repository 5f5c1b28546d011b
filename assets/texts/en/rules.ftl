### The rules: what they are called, what they report and why, their numbers, and the sentences of their findings.

## How bad a finding is

severity-error = Error
severity-warning = Warning
severity-hint = Hint
severity-off = Off

## Units beside the fields of numbers

unit-minutes = min
unit-days = days
unit-seconds = s

## Groups of rules

rules-group-rooms = Rooms
rules-group-requests = Requests for rooms
rules-group-people = Bodies and people
rules-group-parallel = Meetings at once
rules-group-interpretation = Interpretation
rules-group-hours = Hours and days off
rules-group-social = Social and side events
rules-group-order = Order of sessions
rules-group-statements = Policy statements
rules-group-documents = Documents and agendas
rules-group-regions = Regions
rules-group-posts = Bureaus
rules-group-events = Events and clocks

## Rules: name, what is reported, and the source

rule-settings = Settings of the rules
rule-settings-about = The plan asks for a rule or a number of a rule that can not be followed.
rule-settings-basis = How this program works

rule-room-overlap = Room taken twice
rule-room-overlap-about = Two sessions are in the same room at the same time, unless the room is shared.
rule-room-overlap-basis = Common practice

rule-room-setup = Time to set up a room
rule-room-setup-about = Too little time lies between two sessions of different bodies in one room to set it up anew.
rule-room-setup-basis = Common practice; the number is an assumption

rule-body-overlap = Body in two sessions at once
rule-body-overlap-about = A committee, group or region is in two sessions at the same time.
rule-body-overlap-basis = Common practice

rule-person-overlap = Person in two sessions at once
rule-person-overlap-about = A chair, secretary, speaker or other person is needed in two sessions at the same time.
rule-person-overlap-basis = Common practice

rule-walking-body = Way between rooms: bodies
rule-walking-body-about = A body has too little time to get from one room to its next session in another, or from one place to another: a hotel, off-site. A shared room of no place is elsewhere than rooms whose place is known.
rule-walking-body-basis = Common practice; the numbers are assumptions

rule-walking-person = Way between rooms: people
rule-walking-person-about = A person has too little time to get from one room to the next session in another, or from one place to another.
rule-walking-person-basis = Common practice; the numbers are assumptions

rule-beside-plenary = Formal meeting beside a plenary
rule-beside-plenary-about = A formal meeting is held at the same time as a plenary meeting, policy statements, a dialogue or a ceremony, where everybody is expected.
rule-beside-plenary-basis = Common practice (inferred); no text at hand

rule-others-beside-plenary = Other session beside a plenary
rule-others-beside-plenary-about = A session that draws people away is held at the same time as a plenary meeting, policy statements, a dialogue or a ceremony.
rule-others-beside-plenary-basis = Common practice (inferred); no text at hand

rule-committee-groups = A committee and its groups at once
rule-committee-groups-about = Two working groups of one committee meet at the same time, or a group at the same time as its committee. Drafting groups of one committee may meet at once.
rule-committee-groups-basis = WCIT-12 weekly plan of work: working groups of a committee do not meet in parallel

rule-formal-at-once = Formal meetings at once
rule-formal-at-once-about = More formal meetings are held at the same time than may be.
rule-formal-at-once-basis = WTDC-14 draft structure: the Steering Committee avoids overlap in view of small delegations; the number is an assumption

rule-small-delegation = Too much for a small delegation
rule-small-delegation-about = More formal meetings are held at the same time than a small delegation has delegates.
rule-small-delegation-basis = C25/30-R §6 (small delegations are not to be disadvantaged); WTDC-14 draft structure, Steering Committee

rule-interpreted-at-once = Interpretation teams
rule-interpreted-at-once-about = More sessions are interpreted at the same time than there are interpretation teams.
rule-interpreted-at-once-basis = Common practice and host country agreements; the number is an assumption

rule-interpreters = Number of interpreters
rule-interpreters-about = More interpreters are needed at the same time than there are, at two in a booth and three for Arabic and Chinese.
rule-interpreters-basis = AIIC Canada (size of teams); WTPF-09 (places in the booths); fourteen for six languages are computed from these

rule-booths = Booths
rule-booths-about = A session is held in more languages than its room has booths.
rule-booths-basis = Common practice

rule-interpreted-length = Length of an interpreted session
rule-interpreted-length-about = An interpreted session is longer than a team can carry.
rule-interpreted-length-basis = UN habit; the CEB–AIIC agreement was not at hand

rule-interpreted-evening = Interpretation in the evening
rule-interpreted-evening-about = An interpreted session goes into the evening, though there is no extra team for it.
rule-interpreted-evening-basis = UN habit; the CEB–AIIC agreement was not at hand

rule-team-day = A team's day
rule-team-day-about = An interpretation team has more sittings on one day than it can carry; sessions with a short pause between them are one sitting.
rule-team-day-basis = APIC (private market): two sessions a day, an hour and a half between them; the CEB–AIIC agreement was not at hand

rule-team-week = The teams' week
rule-team-week-about = The interpretation teams have more sittings in one week than they can carry.
rule-team-week-basis = UN habit of about seven sessions a week; no text at hand

rule-team-missing = No interpretation team
rule-team-missing-about = A session needs interpretation, and no team is given to it, though the plan has teams that are there in the time of its event.
rule-team-missing-basis = Follows from the languages of the session

rule-team-at-once = Team in two sessions
rule-team-at-once-about = A team is given two sessions at the same time.
rule-team-at-once-basis = Nobody can be in two booths

rule-team-away = Team that is not there
rule-team-away-about = A team is given a session on a day before it comes or after it has left.
rule-team-away-basis = Follows from the days of the team

rule-team-languages = Languages of a team
rule-team-languages-about = A team is given a session in a language that it does not interpret.
rule-team-languages-basis = Follows from the languages of the team

rule-team-rest = A team's night
rule-team-rest-about = A team has too little rest between its last session of one day and its first of the next.
rule-team-rest-basis = UN habit of twelve hours; the CEB–AIIC agreement was not at hand

rule-no-room = No room
rule-no-room-about = A session has its time and no room. Breaks, receptions, visits and services need none.
rule-no-room-basis = Common practice
rule-capacity = Seats
rule-capacity-about = More people are expected at a session than its rooms have seats.
rule-capacity-basis = Common practice

rule-working-hours = Hours of sittings
rule-working-hours-about = A plenary, committee or working group sits outside the hours of sittings; without interpretation it may go on later.
rule-working-hours-basis = Practice: Council time management plans; hours of the High-Level Segment

rule-lunch = Lunch
rule-lunch-about = Sittings leave too little time for lunch to those who sit: everybody, or a body with the committee that it is a group of. Others may have lunch at another time; half an hour of it is at lunchtime.
rule-lunch-basis = Practice: Council time management plans; the number is an assumption

rule-coffee = Coffee
rule-coffee-about = A body sits for too long without time for coffee.
rule-coffee-basis = Practice: Council time management plans

rule-weekend = Weekend
rule-weekend-about = A formal meeting is held on a Saturday or Sunday.
rule-weekend-basis = Common practice, which varies: a committee of WTSA-16 met on a Saturday

rule-friday-midday = Friday at midday
rule-friday-midday-about = A formal meeting is held on a Friday at midday, the time of Friday prayer.
rule-friday-midday-basis = Common practice; Council-17 sat until 12:00 and from 14:30 on Friday

rule-host-holiday = Day off in the host country
rule-host-holiday-about = A session is held on a day off of the place where its event is held; virtual events are not concerned.
rule-host-holiday-basis = Calendar of the host country, as the plan has it

rule-side-event = Side event during the conference
rule-side-event-about = A side event is held on the days of the conference.
rule-side-event-basis = C25/30-R §6

rule-social-overlap = Social event beside something else
rule-social-overlap-about = A social event is held at the same time as a formal meeting or another social event.
rule-social-overlap-basis = Practice: social events pages of PP-22 and WTDC-25

rule-first-evening = First evening is the host's
rule-first-evening-about = A social event on the first evening of the conference is not the host country's.
rule-first-evening-basis = Practice: social events page of PP-22

rule-predecessors = Order of sessions
rule-predecessors-about = A session begins before another that must come first is over.
rule-predecessors-basis = The order that the plan itself gives; WTDC-14 draft structure for the order of meetings

rule-circular-order = Order in a circle
rule-circular-order-about = Sessions must each come after the other, so no order can satisfy them.
rule-circular-order-basis = Logic

rule-committee-set-up = Committee before the first plenary
rule-committee-set-up-about = A committee or a group meets before the first plenary meeting of the conference, which sets up the committees. Groups that were set up at another event are not concerned.
rule-committee-set-up-basis = Convention 1992, Art. 32 (the first plenary sets up the committees)

rule-editorial-path = Way through the Editorial Committee
rule-editorial-path-about = After the last sitting of a committee or working group, the Editorial Committee has no meeting in time for a plenary.
rule-editorial-path-basis = Convention 1992, Art. 32; WTDC-98 Document 243 (series of texts from the Editorial Committee)

rule-budget-report = Report on the budget
rule-budget-report-about = No plenary meeting follows the last sitting of the Budget Control Committee, to which it reports.
rule-budget-report-basis = WTDC-14 draft structure

rule-eligibility = Who takes part
rule-eligibility-about = Somebody with a part in the conference represents neither a Member State nor a body of the plan, and is not of the United Nations. Sector Members and invited observers are known by being bodies of the plan; there is no list of them at hand.
rule-eligibility-basis = C25/30-R §2.8, §2.11 (Members, and invited observers)

rule-statement-rank = Who may make a statement
rule-statement-rank-about = The speaker of a policy statement is neither a minister, a deputy or assistant minister nor a member of cabinet.
rule-statement-rank-basis = C25/30-R §5 (proposed)

rule-statement-length = Length of a statement
rule-statement-length-about = A policy statement is longer than allowed.
rule-statement-length-basis = C25/30-R §5 (proposed: three minutes)

rule-statement-one-each = One statement for each Member State
rule-statement-one-each-about = Two policy statements are made for the same Member State or by the same speaker.
rule-statement-one-each-basis = Practice: WTDC-10 (one speaker for each entity)

rule-statement-text = Text of a statement
rule-statement-text-about = The text of a policy statement has not been received.
rule-statement-text-basis = C25/30-R §5 (texts are put on the website); WTDC-10 (sent ahead)

rule-statement-slot = Room for all statements
rule-statement-slot-about = A session is too short for its policy statements and the changes of speaker, or it is not meant for them.
rule-statement-slot-basis = Arithmetic on C25/30-R §5; the time to change speakers is an assumption

rule-statement-present = Days of presence
rule-statement-present-about = Somebody has a place on the speaking list on a day on which they are not there.
rule-statement-present-basis = C25/30-R §5; the days are those that the delegation gave

rule-statement-waits = Statements without a sitting
rule-statement-waits-about = A statement stands in a session that is cancelled or not scheduled, or it is confirmed and has no place.
rule-statement-waits-basis = C25/30-R §5 (the segment is held in sessions)
rule-statement-odd = Statements that can not be
rule-statement-odd-about = A statement has no length or is said to be given since nobody knows when, two are given at once, or the changeover is as long as the session.
rule-statement-odd-basis = C25/30-R §5

rule-document-deadline = Deadline for documents
rule-document-deadline-about = A document that a session deals with is issued before the conference, but after the deadline. What is made during the conference has none.
rule-document-deadline-basis = Resolution 165: 14 days (Guadalajara, 2010); 21 days (Rev. Dubai, 2018), no text at hand

rule-document-late = Document after its session
rule-document-late-about = A document is issued after the day of a session that deals with it.
rule-document-late-basis = Common practice

rule-document-languages = Languages of a document
rule-document-languages-about = A document does not exist in every language of a session that deals with it.
rule-document-languages-basis = Common practice

rule-document-unused = Unused document
rule-document-unused-about = No session, event or body has anything to do with a document of the plan.
rule-document-unused-basis = Common practice

rule-agenda-missing = Formal meeting without an agenda
rule-agenda-missing-about = A formal meeting has neither topics nor documents.
rule-agenda-missing-basis = Common practice

rule-agenda-uncovered = Agenda item without a session
rule-agenda-uncovered-about = No session deals with an item of the agenda.
rule-agenda-uncovered-basis = Common practice

rule-topic-region = Topic without a region
rule-topic-region-about = A regional priority or initiative does not say of which region it is.
rule-topic-region-basis = C25/30-R §4.9–4.19

rule-agenda-time = More on the agenda than time
rule-agenda-time-about = What is given to the items of a session, with the pauses between them, is more than it has, in all or before a break.
rule-agenda-time-basis = Common practice

rule-agenda-speaker = Speaker elsewhere
rule-agenda-speaker-about = Whoever speaks to an item, or delivers a statement, is in another session at the time when it is due.
rule-agenda-speaker-basis = Common practice

rule-quorum = Quorum
rule-quorum-about = A plenary meeting expects fewer people than the delegations that a vote takes, more than half of those with the right to vote.
rule-quorum-basis = Convention 1992, Art. 32 No. 385; today's General Rules were not at hand

rule-regional-slot = Coordination of each region
rule-regional-slot-about = A region has no coordination meeting on the timeline of the conference.
rule-regional-slot-basis = Common practice

rule-regional-clash = Regional coordination beside a sitting
rule-regional-clash-about = A regional group meets at the same time as a plenary, committee or working group.
rule-regional-clash-basis = Common practice

rule-regional-drafting = Drafting beside regional coordination
rule-regional-drafting-about = A drafting group for a region meets at the same time as the coordination meeting of that region. Its region is that of its topics or of its body.
rule-regional-drafting-basis = Inferred from C25/30-R §4.13–4.19: those who draft for a region are its delegates

rule-room-booking = Booking of rooms by groups
rule-room-booking-about = A region, a regional organization, a delegation or somebody else who asked has a room for too long, too often on one day, or twice in a row. Committees and receptions are not rationed: an assumption.
rule-room-booking-basis = Practice: room booking pages of WTSA-24, Council-24 and PP-22

rule-request-time = Wanted times
rule-request-time-about = A request for a room is for a time outside its event, or for one that was over when it came.
rule-request-time-basis = Logic

rule-request-held = Accepted requests
rule-request-held-about = A request for a room was accepted, and its session is gone, cancelled or without a place, or the room has too few seats for those who come.
rule-request-held-basis = Practice: room booking pages of WTSA-24, Council-24 and PP-22

rule-request-precedence = Order of requests
rule-request-precedence-about = Somebody has a room at a time for which somebody waits who comes first, and no other room is free. Committees and their groups come first, then Member States and regional organizations, then others; among them who asked first.
rule-request-precedence-basis = Practice: room booking pages of WTSA-24, Council-24 and PP-22

rule-advisory-groups = Advisory groups at once
rule-advisory-groups-about = Two groups of the advisory group meet at the same time.
rule-advisory-groups-basis = Terms of reference of TDAG-WG-Prep

rule-irm-bureau = Chair and vice-chairs of the IRMs
rule-irm-bureau-about = An Interregional Meeting does not have exactly one chair, who is that of the conference, and one vice-chair from each region. A post that is still to be filled counts.
rule-irm-bureau-basis = C25/30-R §4.25

rule-room-closed = Closed rooms
rule-room-closed-about = A session is in a room at a time at which the room is closed.
rule-room-closed-basis = What the plan says about the room

rule-person-away = People who are away
rule-person-away-about = Somebody who must come to a session is away at its time.
rule-person-away-basis = What the plan says about the person

rule-absence-reversed = Absences without a time
rule-absence-reversed-about = A room is closed, or a person away, until a time that is not after the beginning.
rule-absence-reversed-basis = Practice

rule-person-states = People of two States
rule-person-states-about = A person stands for two Member States, by what they represent or as delegate of another delegation.
rule-person-states-basis = Practice

rule-team-no-languages = Teams without languages
rule-team-no-languages-about = A team of interpreters does not say between which languages it interprets.
rule-team-no-languages-basis = Practice

rule-posts-open = Posts to be filled
rule-posts-open-about = Somebody is still to be designated for posts of a body. Who sees to it, and by when, stands with each post.
rule-posts-open-basis = C25/30-R §4.25 for the IRMs; practice for other bodies

rule-posts-twice = Posts that are there twice
rule-posts-twice-about = A body has two chairs, or two vice-chairs of one region, organization or language.
rule-posts-twice-basis = C25/30-R §4.25 for the IRMs; practice for other bodies

rule-irm-hours = Night hours at an IRM
rule-irm-hours-about = A session of an Interregional Meeting is at night in one of the regions.
rule-irm-hours-basis = Inferred from C25/30-R §4.22; the hours are an assumption

rule-irm-staff = Hours of the staff at an IRM
rule-irm-staff-about = A virtual Interregional Meeting lies outside the hours of the interpreters or the secretariat in Geneva.
rule-irm-staff-basis = Practice; the hours are an assumption

rule-irm-balance = Balance between the regions
rule-irm-balance-about = The Interregional Meetings together take many more hours of the night from one region than from another.
rule-irm-balance-basis = Inferred from C25/30-R §4.22; the numbers are assumptions

rule-irm-agenda = Origin of IRM items
rule-irm-agenda-about = An item of an Interregional Meeting does not say where it comes from.
rule-irm-agenda-basis = C25/30-R §4.24

rule-youth-before = Youth celebration before the conference
rule-youth-before-about = The youth celebration is not over before the conference begins.
rule-youth-before-basis = C25/30-R §7.1

rule-youth-no-outcome = Youth celebration without outcome documents
rule-youth-no-outcome-about = The youth celebration, or a session of it, has an outcome document, though it adopts none. Programmes and lists are no outcomes; what is one is told by its title.
rule-youth-no-outcome-basis = C25/30-R §7.1

rule-youth-elements = Elements of the youth celebration
rule-youth-elements-about = An element of the programme of the youth celebration has no session that takes place.
rule-youth-elements-basis = C25/30-R §7.1

rule-youth-visits = Visits of the youth celebration
rule-youth-visits-about = A group of a visit has too few seats, or its transport does not fit the visit and what comes before it.
rule-youth-visits-basis = C25/30-R §7.1

rule-event-order = Order of events
rule-event-order-about = An event begins before another that must come first is over.
rule-event-order-basis = C25/30-R §3.4, §4.21, §4.22

rule-outside-event = Session outside its event
rule-outside-event-about = A session does not lie within the days of its event.
rule-outside-event-basis = Common practice

rule-skipped-hour = Hour that clocks skip
rule-skipped-hour-about = A session begins or ends at a time that no clock shows, because clocks are put forward over it.
rule-skipped-hour-basis = IANA time zone database

rule-doubled-hour = Hour that comes twice
rule-doubled-hour-about = A session begins or ends at a time that comes twice, because clocks are put back over it.
rule-doubled-hour-basis = IANA time zone database

## Numbers of rules

number-setup-mins = Time to set up the room
number-walk-mins = Time to get to another room
number-travel-mins = Time to get to another place
number-most-at-once = Most meetings at once
number-delegates = Delegates in a small delegation
number-teams = Interpretation teams
number-interpreters = Interpreters
number-longest-mins = Longest sitting
number-evening-from = The evening begins
number-evening-teams = Extra teams in the evening
number-sitting-pause-mins = Pause between sittings
number-sittings-a-day = Sittings of a team a day
number-sittings-a-week = Sittings of a team a week
number-rest-mins = Rest at night
number-sittings-from = Sittings begin
number-sittings-to = Sittings end
number-late-to = They end without interpretation
number-lunch-from = Lunch from
number-lunch-to = Lunch to
number-lunch-least = Shortest time for lunch
number-block-mins = Longest time without coffee
number-coffee-mins = Time for coffee
number-friday-from = Keep free from
number-friday-to = Keep free to
number-statement-secs = Longest statement
number-deadline-days = Deadline before the conference
number-delegations = Delegations with the right to vote
number-booking-mins = Longest booking
number-bookings-a-day = Bookings a day
number-awake-from = People are awake from
number-awake-to = People are awake to
number-day-from = The day begins
number-day-to = The day ends
number-night-weight = A minute of the night counts
number-edge-weight = A minute between day and night counts
number-interpreters-from = Interpreters work from
number-interpreters-to = Interpreters work to
number-secretariat-from = The secretariat works from
number-secretariat-to = The secretariat works to
number-balance-mins = Largest difference between regions

## What findings say

finding-more = This rule has more findings here than are listed
finding-settings-unknown = The plan sets { $row }, a rule that this program does not know
finding-settings-number = The plan sets a number that the rule { $rule } does not have
finding-settings-range = The plan sets { $number } of the rule { $rule } to { $value }, which is not between { $least } and { $most }; { $own } is used instead

finding-room-overlap = { $first } and { $second } are both in { $room }, { $span }
finding-room-setup = { $room } is free for { $pause } between { $second } and { $first }; setting it up takes { $least }

finding-body-overlap = { $body } is in { $first } and { $second } at once, { $span }
finding-person-overlap = { $person } is needed in { $first } and { $second } at once, { $span }
finding-walking = { $who } has { $pause } to get from { $second } to { $first }; at least { $least } is needed
finding-travel = { $who } has { $pause } to get from { $second } to { $first }, which are in different places; at least { $least } is needed

finding-beside-plenary = { $first } is beside { $second }, where everybody is expected, { $span }
finding-committee-groups = { $first } and { $second }, both of { $committee }, are held at once, { $span }
finding-formal-at-once = { $sessions } at once, { $span }: { $peak } formal meetings, { $most } at most
finding-small-delegation = { $sessions } at once, { $span }: { $peak } formal meetings are too many for a delegation of { $most ->
    [one] one
   *[other] { $most }
}
finding-interpreted-at-once = { $sessions }, { $span }: { $peak } interpreted sessions at once, but only { $most ->
    [one] { $most } team
   *[other] { $most } teams
}
finding-interpreters = { $sessions }, { $span }: { $peak } interpreters are needed at once, but there are only { $most }

finding-booths = { $room } has { $booths ->
    [0] no booths
    [one] { $booths } booth
   *[other] { $booths } booths
}; { $first } needs { $languages } languages
finding-interpreted-length = { $first } is interpreted for { $length }; { $most } is the most
finding-interpreted-evening = { $first } goes on after { $from } with interpretation; there is no extra team for the evening
finding-team-day = { $sessions } share one interpretation team on { $day }: { $sittings } sittings, { $most } at most
finding-team-week = { $event } has { $sittings } interpreted sittings in the week from { $day }; { $teams ->
    [one] { $teams } team can
   *[other] { $teams } teams can
} carry { $most }
finding-team-day-pause = { $first } and { $second } share one interpretation team on { $day } with { $pause } between, not { $least }
finding-team-of-day = { $team } has { $sittings } sittings on { $day }: { $sessions }; { $most } at most
finding-team-pause = { $team } has { $pause } between sittings on { $day }, not { $least }: { $sessions } are { $length } at a stretch
finding-team-stretch = { $team } interprets { $sessions } on { $day } for { $length } at a stretch; { $most } is the most
finding-team-of-week = { $team } has { $sittings } sittings in the week from { $day }; it can carry { $most }
finding-team-missing = { $first }, { $span }, has no interpretation team
finding-team-at-once = { $team } is given { $first } and { $second } at once, { $span }
finding-team-away = { $team } is given { $first } on { $day }, and is not there
finding-team-languages = { $team } is given { $first }, and lacks { $lacking ->
    [one] { $lacking } language
   *[other] { $lacking } languages
} of it
finding-team-rest = { $team } has { $rest } of rest between { $first } and { $second }; { $least } are needed

finding-no-room = { $first } has no room
finding-capacity = { $first } expects { $expected } people; there are { $seats } seats
finding-working-hours = { $first } is not within the hours of sittings, { $from }–{ $to }
finding-lunch = Lunch on { $day } has { $left } without sittings; at least { $least } is needed
finding-lunch-of = { $body } has { $left } without sittings for lunch on { $day }; at least { $least } is needed
finding-coffee = { $body } sits for { $length } from { $first } on without a break of { $pause }, { $most } at most
finding-weekend = { $first } is on a weekend, { $day }
finding-friday-midday = { $first } is on a Friday between { $from } and { $to }, the time of Friday prayer
finding-host-holiday = { $first } is on a day off in the host country: { $event }

finding-side-event = { $first } is a side event; none are held during { $event }
finding-social-overlap = { $first } and { $second } at once, { $span }
finding-first-evening = { $first } is on the first evening of the conference, which from { $from } on is the host country's

finding-predecessor = { $first } begins { $late } before { $second } is over, which must come first
finding-predecessor-waits = { $first } must come after { $second }, which is not scheduled yet
finding-circular-order = { $sessions } wait for one another in a circle
finding-committee-set-up = { $first }, a sitting of { $body }, is before { $second }, which sets up the committees
finding-editorial-path = After { $first }, the last sitting of { $body }, the Editorial Committee has no meeting in time for a plenary
finding-budget-report = No plenary meeting follows { $first }, the last sitting of { $body }, to take its report

finding-eligibility = { $person } represents neither a Member State nor a body of the plan; Members and invited observers take part in { $event }
finding-statement-rank = The rank of { $person } is none of those that make policy statements: note who granted an exception (proposed are ministers, deputy and assistant ministers and members of cabinet)
finding-statement-length = { $person } speaks for { $length }; no more than { $most } is proposed
finding-statement-one-each = { $person } speaks for the same Member State as { $other }; each has one statement
finding-statement-twice = { $person } is on the speaking list twice; each Member State has one statement
finding-statement-state = The plan does not say which Member State { $person } speaks for
finding-statement-text = The text of the statement by { $person } has not been received
finding-statement-present = { $person } is not there on { $day }, when the statement is due in { $first }
finding-statement-cancelled = { $first } is cancelled: { $person } waits for another place
finding-statement-unplaced = { $first } is not scheduled: { $person } waits for a place
finding-statement-waits = { $person } is confirmed and has no place on the speaking list
finding-statement-no-length = The statement by { $person } has no length: say how long it is
finding-statement-not-begun = { $person } is said to be speaking, and nobody noted since when: begin again at the podium, or say that it is still to come
finding-statement-both-speak = { $person } and { $other } are both said to be speaking: end one of the two
finding-statement-changeover = The changeover of { $changeover } between speakers is as long as { $first }: nobody but one can speak
finding-statement-place = The statement by { $person } is in { $first }, which is not a session for policy statements
finding-statement-slot = { $first } lasts { $has }, but { $count ->
    [one] { $count } statement takes
   *[other] { $count } statements take
} { $needs } with { $changeover } for each change of speaker

finding-document-deadline = { $document }, for { $first }, is issued after the deadline, { $day }
finding-document-late = { $document } is issued on { $day }, after { $first }, which deals with it
finding-document-languages = { $document } lacks { $missing } of the languages of { $first }
finding-document-unused = { $document } is used by no session, event or body
finding-agenda-missing = { $first } has no agenda, neither topics nor documents
finding-agenda-uncovered = No session deals with agenda item { $topic }
finding-topic-region = Nobody says of which region { $topic } is
finding-agenda-time = { $first } has { $over } too many on its agenda
finding-agenda-speaker = { $person } speaks in { $first } and is in { $second } at the same time, { $span }
finding-quorum = { $first } expects { $expected } people; a vote takes { $quorum } delegations

finding-regional-slot = { $region } has no coordination meeting during { $event }
finding-regional-clash = { $first } is beside { $second }, which the region should attend, { $span }
finding-regional-drafting = { $first } is beside { $second }: the delegates of { $region } are wanted in both, { $span }
finding-booking-length = { $body } has a room for { $length } in { $first }; { $most } is the most
finding-booking-row = { $body } has a room twice in a row, for { $first } and { $second }
finding-booking-count = { $sessions }: { $body } has more than { $most ->
    [one] { $most } room booking
   *[other] { $most } room bookings
} on one day
finding-request-length = { $request } asks for a room for { $length }; { $most } is the most
finding-request-outside = { $request } wants a room at { $time }, which is not within the days of { $event }
finding-request-past = { $request } wants a room at { $time }, and asked later, { $received }
finding-request-gone = { $request } was promised a room, and the session is gone
finding-request-cancelled = { $request } was promised a room, and { $first } is cancelled
finding-request-unplaced = { $request } was promised a room, and { $first } has no place
finding-request-seats = { $request } comes with { $headcount }; for { $first } there are { $seats } seats
finding-request-precedence = { $request } comes first and waits for a room at { $time }; { $first } has it
finding-advisory-groups = { $first } and { $second }, both of advisory groups, are held at once, { $span }

finding-irm-chair = { $count ->
    [0] { $event } has no chair
   *[other] { $event } has { $count } chairs; exactly one is needed
}
finding-irm-other-chair = { $event } is led by { $person }; the Chair of the conference, { $leads }, leads both meetings
finding-irm-two-chairs = { $event } is led by { $person }, but { $before } by { $leads }; one Chair, that of the conference, leads both
finding-irm-regionless = { $person } is vice-chair of { $event } and belongs to no region; there is one from each
finding-irm-no-vice-chairs = { $event } has no vice-chairs
finding-irm-vice-chair = { $count ->
    [0] { $event } has no vice-chair from { $region }
   *[other] { $event } has { $count } vice-chairs from { $region }; exactly one is needed
}
finding-room-closed = { $first } is in { $room }, which is closed from { $from } to { $to }
finding-person-away = { $person } must come to { $first }, and is away from { $from } to { $to }
finding-absence-reversed = { $row } is not there until a time that is not after the beginning; set both times anew
finding-person-states = { $person } stands for { $count } Member States; keep the one for which they speak
finding-team-no-languages = { $team } has fewer than two languages; say between which it interprets
finding-posts-open = { $body }: { $count ->
    [one] 1 post of { $all } is to be filled
   *[other] { $count } posts of { $all } are to be filled
}
finding-posts-chairs = { $body } has { $count } posts of chair
finding-posts-twice = { $body } has { $count } vice-chairs of { $region }
finding-posts-language-twice = { $body } has { $count } vice-chairs of one language
finding-irm-hours = { $first } falls into the night in { $region }, where it begins at { $start } and people are awake from { $from } to { $to }
finding-irm-interpreters = { $first } sits { $start }–{ $end } in Geneva; the interpreters work { $from }–{ $to }
finding-irm-secretariat = { $first } sits { $start }–{ $end } in Geneva; the secretariat works { $from }–{ $to }
finding-region-zone = { $region } has no time zone, so the hours of { $first } there can not be judged
finding-irm-balance = The Interregional Meetings take { $much } of the night from { $region }, but { $little } from { $other }; { $most } of difference at most
finding-irm-agenda = Item { $topic } of { $first } does not say where it comes from

finding-youth-before = { $event } is not over when { $conference } begins
finding-youth-no-outcome = { $document } is an outcome document of { $event }, which adopts none
finding-youth-session-before = { $first } is not over when { $conference } begins
finding-youth-element = { $event }: no session is for { $element ->
    [dialogue] (a) the dialogue between generations
    [talks] (b) inspirational talks
    [activities] (c) activities on the role of youth
    [interaction] (d) direct interaction with policy-makers
   *[visits] (e) visits organized by the host country
 }
finding-youth-seats = { $first }, group { $group }: { $count ->
    [one] { $count } person has no seat
   *[other] { $count } people have no seat
 }
finding-youth-back = { $first }, group { $group }: is back before it departs
finding-youth-during = { $first }, group { $group }: departs before { $second } is over
finding-youth-beside = { $first }, group { $group }: its transport is not at the time of the visit
finding-event-order = { $event } must come after { $before }, which lasts until { $day }
finding-outside-event = { $first } is not within the days of { $event }
finding-skipped-hour = { $first } begins or ends at a time that clocks skip, { $time }
finding-doubled-hour = { $first } begins or ends at a time that comes twice, { $time }
