### The look of a plan's own: its mark, its colours, what stands at the foot of each page.

house-title = House style of this plan
house-logo = Logo
house-choose = Choose…
house-no-logo = Without a logo
house-colour = Colour
house-second-colour = Second colour
house-usual = as usual
house-usual-again = Back to the usual colour
house-footer = Footer
# Footer (English)
house-footer-in = Footer ({ $language })
house-unreadable = This file can not be read.
differ-logo = { $kilobytes } kB
path-logo = Open a logo, PNG or SVG

## Why a file is not taken as a logo

# Instead of being printed. $why: one of the sentences below.
logo-left-out = The logo of the plan is left out: { $why }
logo-size = A logo has { $kilobytes } kB at most; this file has more, or nothing in it.
logo-pixels = A logo has { $side } pixels on a side at most; save this one smaller.
logo-no-picture = This is no PNG and no SVG, or it is broken.
logo-too-much = This drawing has too many parts for a logo; save a simpler one, or a PNG.
# An element of SVG, such as text.
logo-element = This drawing holds “{ $name }”; save it with shapes only (texts as outlines), or as a PNG.
logo-link = This drawing loads something from elsewhere; save it without links, or as a PNG.

## Choices under a name

export-preset = Preset
export-preset-none = as chosen below
export-preset-empty = Nothing is kept yet
export-preset-keep = Keep these choices under a name
export-preset-forget = Forget this preset
export-preset-name = Name of the preset
export-preset-hint = For delegates, EN/FR, A4
export-preset-save = Keep
