### Words by which tables from elsewhere are understood, whatever language the screen is in. Strokes separate them; case
### does not matter.

## Headings of columns

incoming-title = title|session|session title|talk|talk title|paper|paper title|topic|subject|item|presentation|presentation title|activity|programme item|agenda item|what
incoming-kind = kind|type|session type|category|format|session kind
incoming-day = day|date|session date|start date
incoming-start = start|starts|from|start time|begin|begins|beginning|time from
incoming-end = end|ends|to|till|until|end time|finish|time to
incoming-time = time|times|when|hours|slot|time slot
incoming-length = length|duration|min|mins|minutes|dur|duration in minutes
incoming-room = room|rooms|location|venue|hall|place|where
incoming-people = people|person|speaker|speakers|presenter|presenters|author|authors|lecturer|lecturers|panellist|panellists|who|speaker name
incoming-chairs = chair|chairs|chairman|chairperson|session chair
incoming-moderators = moderator|moderators|facilitator|host
incoming-affiliation = affiliation|affiliations|organization|organisation|institution|company|country|represents|university
incoming-body = body|bodies|committee|group
incoming-event = event|meeting|conference
incoming-status = status|state
incoming-attendance = attendance|expected|expected attendance|participants|people expected
incoming-remarks = remarks|remark|notes|note|comment|comments|description|abstract|details
incoming-id = id|code|session id|plenary id

## Words in titles that tell what sort of session it is

incoming-breaks = coffee|tea|lunch|break|breaks
incoming-ceremonies = ceremony|opening|closing

## Words for what is ticked and what is not

incoming-yes = yes|y|true|x|✓|✔|☑|1|+|on|done
incoming-no = no|n|false|0|-|✗|☐|off
