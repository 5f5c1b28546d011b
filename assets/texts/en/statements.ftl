## The speaking list of the policy statements (§5): the view, the form of a statement, what is told while one is dragged

view-statements = Statements
view-statements-tip = The speaking list: who speaks when, who waits, and how far texts have come
statements-title = Policy statements
statements-table = Speaking list
statements-of-event = Whose speaking list
statements-none = There are no sessions for policy statements in this plan yet. Give a session that kind, and its list stands here.
statements-requests = { $count ->
    [one] { $count } request
   *[other] { $count } requests
 }
statements-status = { $requests } · { $placed } placed · { $waiting } waiting
statements-list = Speaking list
statements-open = Open
statements-closed = Closed
statements-published = Published
statements-not-open = Open for requests
statements-close = Close
statements-publish = Publish
statements-close-tip = No more requests are taken; places still change
statements-publish-tip = Everybody can read the list: from then on two speakers swap with both consents, and nobody else moves
statements-back = Back to the step before
statements-fill = Fill
statements-fill-tip = Gives places by days of presence, wishes, rank and time of request; what was placed by hand stays
statements-fill-published-tip = Gives free places to those who wait; nobody who has one moves
statements-missing = Text missing
statements-request = Request
statements-request-tip = Adds a request: State, name, rank
statements-request-hint = State; name; Minister
statements-illustrative = Illustrative
statements-write = New request
statements-no = No.
statements-due = Due
statements-state = Member State
statements-rank = Rank
statements-requested = Requested
statements-present = Present
statements-text = Text
statements-texts = { $have } of { $all } texts
statements-taken = { $speakers } placed, { $held } held
statements-sum = { $given } of { $room }
statements-over = { $over } too many
statements-left = { $left } left
statements-held-places = { $count ->
    [one] { $count } held place
   *[other] { $count } held places
 }
statements-held-why = for ministers who come late; given by hand only
statements-free-places = { $count ->
    [one] { $count } free place
   *[other] { $count } free places
 }
statements-part = Part { $number }
statements-waiting = Waiting list
statements-by-exception = By exception
statements-silent = Do not speak
statements-exception-why = A rank that §5 does not name
statements-summary = { $placed } placed, { $held } held
statements-places = { $places ->
    [one] { $places } place
   *[other] { $places } places
 } in { $parts ->
    [one] { $parts } part
   *[other] { $parts } parts
 }
statements-settings = { $length } + { $pause }
statements-settings-tip = Length of a statement, change of speaker, places that are held
statements-length-of = A statement takes { $length } at most (§5).
statements-changeover = Change of speaker, seconds
statements-hold = Places held in each part
statements-chair = Words of the Chair, seconds
statements-with-text = with text
statements-no-text = text missing
statements-is-held = held
statements-more = { $count } more
statements-nobody-waits = Nobody waits.
statements-fits = All who wait find a place.
statements-fits-not = { $count ->
    [one] { $count } of those who wait finds no place
   *[other] { $count } of those who wait find no place
 }
statements-was-hand = by hand
statements-drag-place = { $who } to number { $number }, due { $due }
statements-drag-swap = Swap: { $who } to { $number }, { $other } to { $number-other }
statements-drag-off = { $who } to the waiting list
statements-drag-displaced = { $other } is displaced: { $due } instead of { $before }; nobody else
statements-drag-waits = { $other } is displaced and waits
statements-drag-consents = The list is published: a swap needs both consents
statements-drag-consent = { $who }: { $consent }
statements-drag-no-consent = { $who }: no consent noted
statements-drag-away = { $who } is not there on { $day }
statements-drag-held = A held place is given
statements-drag-hand = Placed by hand: filling leaves it there
statements-drag-over = The part is { $over } too long then

statement-number = Number
statement-by-hand = Placed by hand
statement-by-hand-short = By hand
statement-held-place = Held place
statement-wish = Wished part
statement-wish-short = Wish
statement-present = Days of presence
statement-present-short = Present
statement-request = Request
statement-requested = Requested
statement-settled = Request settled
statement-settled-by = Settled by
statement-exception-by = Exception granted by
statement-minister-absent = The minister does not attend
statement-exception-short = Exception
statement-consent = Consent to another place
statement-consent-short = Consent
statement-delivered-from = Delivered from
statement-delivered-from-short = From
statement-delivery = Delivery
statement-spoken = Real length
statement-on-behalf-of = On behalf of
statement-other-language = Other language
statement-of-person = Shows the person, where it is changed
statement-usual-length = Set to 3:00
statement-take-off = To the waiting list
differ-begun = Begun

request-received = received
request-rank-verified = rank verified
request-confirmed = confirmed
request-withdrawn = withdrawn
request-text-only = text only
text-missing = missing
text-received = received
text-to-booths = to booths
text-checked = checked
text-published = published
delivered-from-rostrum = rostrum
delivered-from-seat = seat
delivered-from-remote = remote
delivered-from-video = video
delivery-expected = expected
delivery-in-hall = in the hall
delivery-speaking = speaking
delivery-delivered = delivered
delivery-not-present = not present
delivery-moved = moved

step-fill-list = Fill the speaking list
step-give-place = Give a place: { $what }
step-take-off-list = Take off the list: { $what }
step-swap-statements = Swap statements: { $what }
refusal-published = The list is published: { $what } keeps the place. Swap two speakers instead, with both consents.
