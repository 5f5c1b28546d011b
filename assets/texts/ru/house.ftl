### The look of a plan's own: its mark, its colours, what stands at the foot of each page.

house-title = Оформление этого плана
house-logo = Логотип
house-choose = Выбрать…
house-no-logo = Без логотипа
house-colour = Цвет
house-second-colour = Второй цвет
house-usual = обычный
house-usual-again = Вернуть обычный цвет
house-footer = Нижний колонтитул
# Footer (English)
house-footer-in = Нижний колонтитул ({ $language })
house-unreadable = Этот файл не читается.
differ-logo = { $kilobytes } кБ
path-logo = Открыть логотип, PNG или SVG

## Why a file is not taken as a logo

# Instead of being printed. $why: one of the sentences below.
logo-left-out = Логотип плана не печатается: { $why }
logo-size = Логотип занимает не больше { $kilobytes } кБ; этот файл больше или пуст.
logo-pixels = Сторона логотипа – не больше { $side } точек; сохраните его меньшим.
logo-no-picture = Это не PNG и не SVG, или файл поврежден.
logo-too-much = В этом рисунке слишком много частей для логотипа; сохраните его проще или как PNG.
# An element of SVG, such as text.
logo-element = В этом рисунке есть «{ $name }»; сохраните его только с фигурами (тексты в кривых) или как PNG.
logo-link = Этот рисунок загружает что-то извне; сохраните его без ссылок или как PNG.

## Choices under a name

export-preset = Набор
export-preset-none = как выбрано ниже
export-preset-empty = Пока ничего не сохранено
export-preset-keep = Сохранить этот выбор под именем
export-preset-forget = Забыть этот набор
export-preset-name = Название набора
export-preset-hint = Для делегатов, EN/FR, A4
export-preset-save = Сохранить
