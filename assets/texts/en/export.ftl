### Handing a plan out: the window, and the names of formats.

format-html = Web page (HTML)
format-pdf = Printed pages (PDF)
format-docx = Word document (DOCX)
format-xlsx = Workbook (XLSX)
format-markdown = Markdown
format-csv = Table (CSV)
format-ics = Calendar (iCalendar)
format-eml = Mails (EML)
format-schedule-xml = Apps (schedule.xml)
format-schedule-json = Apps (schedule.json)
format-svg = Drawing (SVG)
format-png = Picture (PNG)
format-json = Whole plan (JSON)

## The window

export-title = Export
export-button = Export to file…
export-all = Export all…
export-all-tip = Every format and layout but the plan itself into one folder, with a page that lists them
export-hint = The preview shows what will be written
export-hint-content = The preview shows the content; the file looks different
export-preview = Preview
export-preparing = Preparing the preview…
export-full-size = Full size
export-previous = Previous page
export-next = Next page
export-working = Exporting…
# Characters that stand in the plan and in none of the fonts of the program.
export-missing = No font has { $list }: a box is printed in its place
# Texts that have no room where they are printed. $list: how the first ones begin.
export-cut = { $count ->
    [one] One text has no room and ends in “…”: { $list }
   *[other] { $count } texts have no room and end in “…”: { $list }
}
export-done = Exported to { $file }
export-cancelled = The export was cancelled; nothing was written.
export-ended = its work ended without a result; try once more
export-nothing = Nothing that is placed matches these choices. Choose more days, rooms, bodies or people.
export-no-changes = Nothing that is handed out is different between the two plans.
export-no-people = The plan has no people with sessions to write to.
export-no-statements = There are no policy statements in what is chosen.
export-no-items = There is no agenda in what is chosen.
export-nothing-to-split = The plan has nobody and nothing of that sort to make a file for. Choose one file for all.
export-failed = Nothing was exported: { $why }
# Some of the files may be written by then.
export-not-written = The export could not be finished: { $why }
export-not-opened = The system has no program that opens { $file }. The file is there all the same.
export-open = Open
export-selected = Only the selected sessions
export-all-people = All people
export-delegation = Delegation
export-all-delegations = All delegations
export-all-delegates = All delegates
export-search = Search
export-own-language = The plan's own language
export-own-zones = Each event's own
export-paper = Paper
export-best = As it fits
export-portrait = Portrait
export-landscape = Landscape
export-size-of-picture = Size in pixels
export-width = Width
export-height = Height
export-split = A file for each
export-one-file = One file for all
export-internal = With what is for the team only
export-internal-tip = Remarks, contacts, ranks, expected attendance, texts received, sessions in the tray, and what the rules report
export-steps = With milestones of the preparation
export-steps-tip = Letters, deadlines and planning areas, which those who prepare go by
export-whole = The whole plan with all that is for the team only, for scripts. Plenary opens it like a plan file.
path-export = Export to a file
path-export-folder = Export into a folder
export-no-layout = { $format } has no layout { $layout }; choose one of { $known }
export-not-made = the { $format } file can not be made: { $why }
drawing-no-pages = there is no page to write
drawing-page-size = a page of this size can not be drawn
drawing-picture-size = the picture would be { $width } × { $height } pixels, more than fit in one; choose a smaller scale
drawing-writer = the file can not be written ({ $why }); this is a mistake of Plenary, please report it
handout-in-the-way = a file of this name stands where the folder would be; choose another name
handout-is-plan = this is the plan itself, which would be gone; choose another name
handout-not-ours = a file that Plenary did not make stands where the list would be; choose another folder
handout-no-folder = the folder can not be made ({ $why }); choose another place

## The window of the change notice

notice-other-plan = That file holds another plan.
notice-names = Say who asked for each change, and who decided it
notice-go = Hand out…
