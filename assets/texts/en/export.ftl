### Handing a plan out: the names of formats.

format-html = Web page (HTML)
format-pdf = Printed pages (PDF)
format-docx = Word document (DOCX)
format-xlsx = Workbook (XLSX)
format-csv = Table (CSV)
format-ics = Calendar (iCalendar)
format-schedule-xml = Conference apps (schedule.xml)
format-schedule-json = Conference apps (schedule.json)
format-svg = Drawing (SVG)
format-png = Picture (PNG)
format-json = Whole plan for scripts (JSON)
