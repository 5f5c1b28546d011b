### Words by which tables from elsewhere are understood, whatever language the screen is in. Strokes separate them; case
### does not matter.

## Headings of columns

incoming-title = title|proposal title|session|session title|talk|talk title|paper|paper title|topic|subject|item|presentation|presentation title|activity|programme item|agenda item|what
incoming-kind = kind|type|session type|category|format|session kind
incoming-day = day|date|session date|start date
incoming-start = start|starts|from|start time|begin|begins|beginning|time from
incoming-end = end|ends|to|till|until|end time|finish|time to
incoming-time = time|times|when|hours|slot|time slot
incoming-length = length|duration|min|mins|minutes|dur|duration in minutes
incoming-room = room|rooms|location|venue|hall|place|where
incoming-people = people|person|speaker|speakers|presenter|presenters|author|authors|lecturer|lecturers|panellist|panellists|who|speaker name|speaker names
incoming-chairs = chair|chairs|chairman|chairperson|session chair
incoming-moderators = moderator|moderators|facilitator|host
incoming-affiliation = affiliation|affiliations|organization|organisation|institution|company|country|represents|university
incoming-body = body|bodies|committee|group
incoming-event = event|meeting|conference
incoming-status = status|state
incoming-attendance = attendance|expected|expected attendance|participants|people expected
incoming-remarks = remarks|remark|notes|note|comment|comments|description|abstract|details
incoming-id = id|code|session id|plenary id

## Headings of columns of requests to speak

incoming-request-state = member state|state|country|delegation|state or organization|state or organisation|organization|organisation|represents|member state or organization
incoming-request-name = name|speaker|speaker name|name of speaker|full name|who|person|head of delegation
incoming-request-address = form of address|address|salutation|honorific|courtesy title|mr/ms
incoming-request-function = function|position|job title|post|designation|official title|functional title
incoming-request-rank = rank|level|rank of speaker
incoming-request-language = language|language of statement|speaks in|lang
incoming-request-present = present|presence|days of presence|days present|availability|available|days|in attendance|dates of presence
incoming-request-requested = requested|request|date of request|requested on|received|received on|request received|time of request|submitted|timestamp
incoming-request-text = text|text received|statement text|text of statement|statement received|text submitted
incoming-request-remarks = remarks|remark|notes|note|comment|comments|observations
incoming-room-asked-by = who|asked by|requested by|requester|applicant|delegation|organization|organisation|member state
incoming-room-title = meeting title|title|meeting|what|subject|event title|purpose of meeting
incoming-room-purpose = purpose|type|kind|type of meeting
incoming-room-start = start|time|from|start time|begins|wanted
incoming-room-headcount = people|participants|attendance|headcount|pax|number of participants|expected|seats
incoming-room-public = public|shown in public
incoming-room-contact = contact|e-mail|email|phone|telephone

## Words in titles that tell what sort of session it is

incoming-breaks = coffee|tea|lunch|break|breaks
incoming-ceremonies = ceremony|opening|closing
incoming-briefings = briefing session|information session
incoming-visits = tour|site visit
incoming-socials = reception|luncheon|lunch reception|dinner|excursion
incoming-services = services|registration|accreditation

## Words for what is ticked and what is not

incoming-yes = yes|y|true|x|✓|✔|☑|1|+|on|done
incoming-no = no|n|false|0|-|✗|☐|off
