#!/usr/bin/env python3
"""Rebuild the fonts in this folder from their upstream releases.

    prepare_fonts.py SOURCES OUT

needs fonttools with brotli. README.md lists what SOURCES must hold.
"""

import io
import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

INTER_UNICODES = (
    "U+0020-007E,U+00A0-024F,U+0259,U+0292,U+02B0-02FF,U+0300-036F,"
    "U+0370-03FF,U+0400-052F,U+1E00-1EFF,U+1F00-1FFF,U+2000-206F,"
    "U+2070-209F,U+20A0-20CF,U+2100-214F,U+2150-218F,U+2190-21FF,"
    "U+2200-22FF,U+2300-23FF,U+25A0-25FF,U+2600-27BF,U+2E18,U+A7A7-A7AF,"
    "U+FEFF,U+FFFD"
)
INTER = [
    "--unicodes=" + INTER_UNICODES,
    "--layout-features=ccmp,locl,calt,kern,mark,mkmk",
    "--no-hinting",
    "--drop-tables+=STAT",
    "--name-IDs=*",
    "--notdef-outline",
    "--no-glyph-names",
]
ARABIC = [
    "--unicodes=U+0020,U+00A0,U+0600-06FF,U+200C-200F,U+2010,U+2011",
    "--layout-features=ccmp,locl,isol,init,medi,fina,rlig,liga,calt,kern,mark,mkmk",
    "--no-hinting",
    "--drop-tables+=STAT",
    "--name-IDs=*",
    "--notdef-outline",
    "--no-glyph-names",
]
HANZI = [
    "--font-number=2",
    "--layout-features=",
    "--no-hinting",
    "--drop-tables+=BASE,VORG,vhea,vmtx,GPOS,GSUB,GDEF",
    "--name-IDs=0,1,2,3,4,5,6,7,8,9,10,11,13,14",
    "--name-languages=0x409",
    "--notdef-outline",
    "--no-glyph-names",
]
ICONS = [
    "--layout-features=",
    "--no-hinting",
    "--drop-tables+=GSUB",
    "--name-IDs=*",
    "--notdef-outline",
    "--no-glyph-names",
]


def open_font(path, number=-1):
    font = TTFont(path, fontNumber=number, lazy=False)
    font.flavor = None
    return font


def run(font, args, out):
    options = subset.Options()
    key = "--unicodes="
    options.parse_opts([arg for arg in args if not arg.startswith(key)])
    wanted = []
    for arg in args:
        if arg.startswith(key):
            wanted += subset.parse_unicodes(arg[len(key):])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    subset.save_font(font, out, options)
    print(os.path.basename(out), os.path.getsize(out))


def alias(font, code, like):
    """Give `code` the glyph of `like` when the font has none of its own."""
    for table in font["cmap"].tables:
        if table.isUnicode() and code not in table.cmap and like in table.cmap:
            table.cmap[code] = table.cmap[like]


def feature_lookups(font, tag):
    table = font["GSUB"].table
    found = []
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == tag:
            found += record.Feature.LookupListIndex
    return sorted(set(found))


def freeze_tabular_digits(font):
    lookups = font["GSUB"].table.LookupList.Lookup
    mapping = {}
    for index in feature_lookups(font, "tnum"):
        for part in lookups[index].SubTable:
            mapping.update(getattr(part, "ExtSubTable", part).mapping)
    for table in font["cmap"].tables:
        if table.isUnicode():
            for code in range(0x30, 0x3A):
                # Subtables may share one dictionary, so a digit can be done already.
                glyph = table.cmap[code]
                table.cmap[code] = mapping.get(glyph, glyph)


def drop_arrow_ligatures(font):
    """`calt` turns `->` into an arrow, which surprises in a text field. Keep
    the part of `calt` that lifts colons, dashes and brackets between capitals
    and digits (10:30), drop the ligatures."""
    table = font["GSUB"].table
    lookups = table.LookupList.Lookup

    def kind(lookup):
        if lookup.LookupType == 7:
            return lookup.SubTable[0].ExtSubTable.LookupType
        return lookup.LookupType

    def makes_ligature(index):
        if kind(lookups[index]) == 4:
            return True
        for part in lookups[index].SubTable:
            part = getattr(part, "ExtSubTable", part)
            for record in getattr(part, "SubstLookupRecord", None) or []:
                if kind(lookups[record.LookupListIndex]) == 4:
                    return True
        return False

    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "calt":
            feature = record.Feature
            feature.LookupListIndex = [
                i for i in feature.LookupListIndex if not makes_ligature(i)
            ]
            feature.LookupCount = len(feature.LookupListIndex)


def share_inter_line(font):
    """Give a fallback font the ascent and descent of Inter. egui centres the
    line box of a fallback font in the line, so that equal boxes put the
    letters of all scripts on one baseline."""
    em = font["head"].unitsPerEm
    ascent, descent = round(em * 1984 / 2048), round(em * -494 / 2048)
    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent, hhea.descent, hhea.lineGap = ascent, descent, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, descent, 0


def true_side_bearings(font):
    """Lucide stores 0 as the left bearing of every glyph and a box that starts
    at 0. Subsetting computes the real box, and a bearing of 0 would then move
    each icon to the left edge of its square."""
    glyf, hmtx = font["glyf"], font["hmtx"]
    for name in font.getGlyphOrder():
        glyph = glyf[name]
        glyph.recalcBounds(glyf)
        if glyph.numberOfContours:
            hmtx[name] = (hmtx[name][0], glyph.xMin)


def gb2312():
    """Every character of GB 2312, plus ASCII and the no-break space."""
    codes = set(range(0x20, 0x7F)) | {0xA0}
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                codes.add(ord(bytes((high, low)).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    # The dash and dots the way Chinese text is typed, and the wave dash pair.
    codes |= {0x2014, 0x2026, 0x00B7, 0x2022, 0x301C, 0xFF5E}
    return codes


def icon_codes(path):
    """The code points named in src/app/style/icons.rs."""
    import re

    with open(path, encoding="utf-8") as file:
        return sorted({int(m, 16) for m in re.findall(r'"\\u\{([0-9a-f]+)\}"', file.read())})


def main(sources, out):
    for weight in ("Regular", "Medium", "SemiBold"):
        font = open_font(f"{sources}/Inter-{weight}.woff2")
        freeze_tabular_digits(font)
        drop_arrow_ligatures(font)
        alias(font, 0x00A0, 0x20)
        alias(font, 0x00AD, 0x2D)
        alias(font, 0x2011, 0x2010)
        alias(font, 0x2011, 0x2D)
        alias(font, 0x2212, 0x2013)
        run(font, INTER, f"{out}/Inter-{weight}.ttf")

    for weight, number in (("Regular", 400), ("SemiBold", 600)):
        font = open_font(f"{sources}/noto-sans-arabic-arabic-{number}-normal.woff2")
        alias(font, 0x200F, 0x200E)
        share_inter_line(font)
        run(font, ARABIC, f"{out}/NotoSansArabic-{weight}.ttf")

    font = open_font(f"{sources}/NotoSansCJK-Regular.ttc", 2)
    share_inter_line(font)
    codes = "--unicodes=" + ",".join(f"{c:X}" for c in sorted(gb2312()))
    run(font, HANZI + [codes], f"{out}/NotoSansSC-Regular.otf")

    here = os.path.dirname(os.path.abspath(__file__))
    codes = icon_codes(f"{here}/../../src/app/style/icons.rs")
    font = open_font(f"{sources}/lucide.ttf")
    true_side_bearings(font)
    codes = "--unicodes=" + ",".join(f"{c:X}" for c in codes)
    run(font, ICONS + [codes], f"{out}/Lucide-Plenary.ttf")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(sys.argv[1], sys.argv[2])
