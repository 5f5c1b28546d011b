### What can be wrong with a plan and its file. Most are the rest of a sentence, after the name of the file.

# What a file is wrong with.
about-file = { $file }: { $why }

## Rows

named-kind = kind { $name }
named-field = field { $name }
named-rank = rank { $name }
named-event = event { $name }
named-body = body { $name }
named-room = room { $name }
named-person = person { $name }
named-topic = topic { $name }
named-document = document { $name }
named-session = session { $name }
named-statement = statement { $name }
named-item = item { $name }
named-post = post { $name }
named-team = team { $name }
named-delegate = delegate { $name }
named-room-request = room request { $name }
named-note = note { $name }
named-rule = rule { $name }
named-waiver = waiver { $name }
named-release = release { $name }
named-record = record { $name }
named-comment = comment { $name }
part-plan = the plan
part-field = `{ $field }`

patch-header-changed = the plan's own data changed meanwhile
patch-changed = { $row } changed meanwhile
patch-duplicate = there is already a row named { $row }
patch-impossible = { $row }: { $why }
patch-dangling = { $row } refers to { $target }, which does not exist
row-error-days-reversed = the last day lies before the first
row-error-out-of-range = the year must lie between 1900 and 2199
row-error-too-long = an event can not last longer than ten years
row-error-hours-reversed = the hours of the day must lie between 00:00 and 24:00, the end after the start
row-error-room-twice = a session can not take the same room twice
row-error-after-itself = a session can not come after itself
row-error-continues-itself = an agenda, or an item of one, can not go on from itself
row-error-item-out-of-range = an item stands at most three levels deep, lasts at most a day, and begins at most fourteen days after its session
row-error-present-out-of-order = the days on which a speaker is there do not follow one another
row-error-podium-out-of-order = times noted of its podium do not follow one another
row-error-no-reason = a waiver needs a reason
row-error-no-number = a release needs a number
row-error-no-text = a comment needs a text
row-error-other-nature = the session is of an own kind and does not behave like it
row-error-choice-twice = a field has the same choice twice
row-error-field-twice = a row has two values in the same field
row-error-other-value = a row has something in a field that can not stand there
row-error-held-out-of-order = a session is opened, suspended, resumed and adjourned in this order, each at a later minute
row-error-held-too-long = a session can not be held for more than fourteen days or be suspended more than fifty times

## Opening

read-place = line { $line }, column { $column }: { $why }
read-not-found = there is no such file
read-forbidden = you have no permission to read this file
read-folder = this is a folder and not a plan file
read-device = this is a device and not a plan file
# What the system says, in its own words, stands in brackets.
read-io = the file can not be read ({ $why })
read-too-large = the file is larger than { $mib } MiB, which no plan is
read-empty = the file is empty
read-binary = this is not a text file, so it is no plan
read-utf-16 = the file is written in UTF-16; save it as UTF-8 and open it again
read-not-utf-8 = from here on the text is not UTF-8; the file is damaged or was saved in another encoding
read-not-a-plan = this is not a Plenary plan, which begins with (format: "plenary plan", version: 2
read-no-version = the plan does not say of which version it is; its version, 2, belongs after its format
read-odd-version = the version of a plan is a whole number, such as 2
read-newer = this file is of version { $version }, written by a newer Plenary; this one reads up to version { $own }: update Plenary to open it
read-cut-off = the file ends in the middle of { $part }; the rest of it is missing
read-twice = { $row } stands here for the second time, it is on line { $line } already

## How a file is written

miswritten-unknown-field = unknown field `{ $found }`; these exist: { $known }
miswritten-unknown-word = unknown word `{ $found }`; these exist: { $known }
miswritten-missing = the field `{ $field }` is missing
miswritten-missing-in = the field `{ $field }` is missing in { $part }
miswritten-field-twice = the field `{ $field }` stands here twice
miswritten-unexpected = { $found } can not stand here
miswritten-backslash = a backslash in a text must be written twice
miswritten-control-character = a text goes over the end of a line, or holds another control character
miswritten-open-text = a text is opened with a quotation mark and not closed
miswritten-open-comment = a comment is opened with /* and not closed
miswritten-too-deep = the brackets are nested too deeply
miswritten-goes-on = the plan is complete before this, and the file goes on
miswritten-ends-early = the text ends too early
miswritten-unreadable = from here on the text can not be read

expected-text = expected a text in quotation marks
expected-number = expected a whole number
expected-number-in-range = the number is too large or too small for this field
expected-true-or-false = expected true or false
expected-word = expected a word without quotation marks
expected-list = expected a list, which begins with `[`
expected-block = expected fields in brackets
expected-two = expected two values in brackets
expected-comma = expected a comma
expected-colon = expected a colon after the name of a field
expected-closing-bracket = expected a closing bracket
expected-numbers = expected numbers by name, in curly brackets
expected-new-name = a number of this name stands here already
expected-id = an id has 1 to 24 characters, the letters A–Z and a–z, digits, '.', '_' and '-', and { $found } is none
expected-zone = there is no time zone named { $found }; they are named like Asia/Baku
expected-identity = { $found } is no identity; one is written like f81d4fae-7dec-11d0-a765-00a0c91e6bf6, or left out
expected-language = a language is one of en, fr, es, ru, zh, ar, not { $found }
expected-date = a date is written like 2025-11-17, not { $found }
expected-real-date = there is no such date as { $found }
expected-time = a time is written like 2025-11-17T09:30, not { $found }
expected-real-time = there is no such date or hour as { $found }
expected-clock = an hour of the day is written like 08:30, from 00:00 to 24:00, not { $found }
expected-length = a length must lie between 1 and 20160 minutes (fourteen days), not { $found }
expected-short-text = a text can have at most { $most } characters
expected-short-list = a list in a plan file can have at most { $most } entries
expected-short-table = a list in a plan file can have at most { $most } rows

## Saving and handing out

save-no-name = this path names no file; choose a file name
save-no-folder = the folder does not exist, or not any more; choose another folder
save-folder = a folder of this name stands in the way; choose another file name
save-device = this is a device and not a file; choose another file name
save-protected = the file is write-protected; choose another name, or take the protection away
save-forbidden = you have no permission to write in this folder; choose another folder
save-full = the disk is full; make room or choose another disk
save-bad-name = this file name is too long, or has characters that can not stand in a name; choose another one
save-link-circle = its links lead in a circle; choose another file name
save-io = the file can not be written ({ $why }); try again, or choose another place
save-backup = the backup { $name } can not be written beside the file ({ $why }); move what stands in its way
save-unreadable = { $what } can not be kept in a file, { $why }; shorten it and save again
save-changed = somebody else has changed the file since it was opened here
save-lossy = a file with this plan would not hold all of it; this is a mistake of Plenary, please report it
release-missing = what this release holds is not there: { $file } is missing; get it from where the plan came from
release-changed = { $file } is not any more what was released: somebody has changed it; get it back from a backup
expected-colour = { $found } is no colour; one is written like #0b5d7a
expected-logo = { $found } is no logo; one is a picture of 200 kB at most, in Base64
