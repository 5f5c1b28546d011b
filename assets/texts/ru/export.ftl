### Выдача плана: названия форматов.

format-html = Веб-страница (HTML)
format-pdf = Страницы для печати (PDF)
format-docx = Документ Word (DOCX)
format-xlsx = Рабочая книга (XLSX)
format-csv = Таблица (CSV)
format-ics = Календарь (iCalendar)
format-schedule-xml = Приложения конференций (schedule.xml)
format-schedule-json = Приложения конференций (schedule.json)
format-svg = Чертеж (SVG)
format-png = Изображение (PNG)
format-json = Весь план для скриптов (JSON)
