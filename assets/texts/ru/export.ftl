### Экспорт плана: окно и названия форматов.

format-html = Веб-страница (HTML)
format-pdf = Для печати (PDF)
format-docx = Документ Word (DOCX)
format-xlsx = Рабочая книга (XLSX)
format-markdown = Markdown
format-csv = Таблица (CSV)
format-ics = Календарь (iCalendar)
format-eml = Письма (EML)
format-schedule-xml = Приложения (XML)
format-schedule-json = Приложения (JSON)
format-svg = Чертеж (SVG)
format-png = Изображение (PNG)
format-json = Весь план (JSON)

## Окно

export-title = Экспорт
export-button = Экспорт в файл…
export-all = Экспорт всего…
export-all-tip = Все форматы и виды, кроме самого плана, в одну папку со страницей-списком
export-hint = Просмотр показывает то, что будет записано
export-hint-content = Просмотр показывает содержание; сам файл выглядит иначе
export-preview = Просмотр
export-preparing = Просмотр готовится…
export-full-size = Полный размер
export-previous = Предыдущая страница
export-next = Следующая страница
export-working = Идет экспорт…
# Characters that stand in the plan and in none of the fonts of the program.
export-missing = Ни в одном шрифте нет знаков { $list }: вместо них печатается рамка
# Texts that have no room where they are printed. $list: how the first ones begin.
export-cut = { $count ->
    [one] { $count } текст не помещается и обрывается на «…»: { $list }
    [few] { $count } текста не помещаются и обрываются на «…»: { $list }
    [many] { $count } текстов не помещаются и обрываются на «…»: { $list }
   *[other] { $count } текста не помещаются и обрываются на «…»: { $list }
}
export-done = Записано: { $file }
export-cancelled = Экспорт отменен; ничего не записано.
export-ended = работа прервалась без результата; попробуйте еще раз
export-nothing = Ни одно размещенное заседание не подходит под этот выбор. Выберите больше дней, залов, органов или лиц.
export-no-changes = Между двумя планами нет различий в том, что выдается.
export-no-people = В плане нет лиц с заседаниями, которым можно написать.
export-no-statements = В выбранном нет общеполитических заявлений.
export-no-items = В выбранном нет повесток дня.
export-nothing-to-split = В плане нет ничего, для чего можно сделать отдельный файл. Выберите один файл для всего.
export-failed = Ничего не записано: { $why }
# Some of the files may be written by then.
export-not-written = Экспорт не удалось завершить: { $why }
export-not-opened = В системе нет программы, которая открывает { $file }. Сам файл записан.
export-open = Открыть
export-selected = Только выделенные заседания
export-all-people = Все лица
export-delegation = Делегация
export-all-delegations = Все делегации
export-all-delegates = Все делегаты
export-search = Найти
export-own-language = Язык самого плана
export-own-zones = У каждого свой
export-paper = Бумага
export-best = Как удобнее
export-portrait = Книжная
export-landscape = Альбомная
export-size-of-picture = Размер в пикселях
export-width = Ширина
export-height = Высота
export-split = По файлу на
export-one-file = Один файл на все
export-internal = Со сведениями только для команды
export-internal-tip = Примечания, контакты, ранги, ожидаемое число участников, полученные тексты, заседания в лотке и замечания правил
export-steps = С этапами подготовки
export-steps-tip = Письма, сроки и направления подготовки – для тех, кто готовит
export-whole = Весь план со сведениями только для команды, для скриптов. Plenary открывает его как файл плана.
path-export = Экспорт в файл
path-export-folder = Экспорт в папку
export-no-layout = { $format } не знает вида { $layout }; выберите один из { $known }
export-not-made = не удается сделать файл { $format }: { $why }
drawing-no-pages = нет ни одной страницы
drawing-page-size = страницу такого размера нарисовать нельзя
drawing-picture-size = рисунок получился бы { $width } × { $height } точек, больше, чем в нем может быть; выберите меньший масштаб
drawing-writer = файл не записывается ({ $why }); это ошибка в Plenary, пожалуйста, сообщите о ней
handout-in-the-way = на месте папки стоит файл с таким именем; выберите другое имя
handout-is-plan = это сам план, и он бы пропал; выберите другое имя
handout-not-ours = на месте списка стоит файл, который сделан не в Plenary; выберите другую папку
handout-no-folder = папку не создать ({ $why }); выберите другое место

## The window of the change notice

notice-other-plan = В этом файле другой план.
notice-names = Указать, кто запросил каждое изменение и кто его решил
notice-go = Экспортировать…
