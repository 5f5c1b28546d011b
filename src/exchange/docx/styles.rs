//! The styles of a document: real headings, so that Word can navigate and make a table of contents.

use maud::{Markup, html};

use super::super::programme::Programme;
use super::markup::tag;
use crate::look::{Rgb, contrast};

const INK: &str = "1F252D";
const ACCENT: &str = "1C4F80";

/// The colours of the plan's own, as Word writes them.
struct House {
    accent: String,
    rule: Option<String>,
}

impl House {
    fn of(programme: &Programme) -> Self {
        let written = |[red, green, blue]: Rgb| format!("{red:02X}{green:02X}{blue:02X}");
        let house = &programme.house;
        // On paper, and on the tint of heads of tables.
        let accent = house.colour.map(|ink| contrast::readable(ink.0, &[[0xff; 3], [0xe9, 0xee, 0xf4]]));
        let rule = house.second.map(|ink| ink.0).or(accent);
        Self { accent: accent.map_or_else(|| ACCENT.to_owned(), written), rule: rule.map(written) }
    }
}

/// A style of paragraphs.
struct Style {
    id: &'static str,
    name: &'static str,
    half_points: u32,
    before: u32,
    after: u32,
    is_bold: bool,
    color: &'static str,
    /// Its place among headings, from 0.
    outline: Option<u32>,
    /// Whether it stays with what follows.
    keeps_next: bool,
    /// Whether it is one that Word itself has.
    is_built_in: bool,
}

const PLAIN: Style = Style {
    id: "",
    name: "",
    half_points: 18,
    before: 0,
    after: 40,
    is_bold: false,
    color: INK,
    outline: None,
    keeps_next: false,
    is_built_in: false,
};

const STYLES: [Style; 13] = [
    Style { id: "Title", name: "Title", half_points: 44, after: 60, keeps_next: true, is_built_in: true, ..PLAIN },
    Style {
        id: "Subtitle",
        name: "Subtitle",
        half_points: 28,
        after: 120,
        color: ACCENT,
        keeps_next: true,
        is_built_in: true,
        ..PLAIN
    },
    Style {
        id: "Heading1",
        name: "heading 1",
        half_points: 28,
        before: 320,
        after: 100,
        color: ACCENT,
        outline: Some(0),
        keeps_next: true,
        is_built_in: true,
        ..PLAIN
    },
    Style {
        id: "Heading2",
        name: "heading 2",
        half_points: 22,
        before: 200,
        is_bold: true,
        outline: Some(1),
        keeps_next: true,
        is_built_in: true,
        ..PLAIN
    },
    Style { id: "Facts", name: "Facts", half_points: 19, ..PLAIN },
    Style { id: "FactsAbove", name: "Facts above a Table", half_points: 19, after: 80, keeps_next: true, ..PLAIN },
    Style { id: "Cell", name: "Cell", after: 0, ..PLAIN },
    Style { id: "CellKept", name: "Cell with next Row", after: 0, keeps_next: true, ..PLAIN },
    Style { id: "CellHead", name: "Cell Head", after: 0, is_bold: true, keeps_next: true, ..PLAIN },
    Style { id: "GridSession", name: "Grid Session", half_points: 15, before: 20, after: 40, ..PLAIN },
    Style { id: "Legend", name: "Legend", half_points: 15, ..PLAIN },
    Style { id: "Edge", name: "Page Edge", half_points: 16, after: 0, color: "56606C", ..PLAIN },
    Style { id: "After", name: "After Table", half_points: 8, after: 0, ..PLAIN },
];

/// The part with all styles; texts without a language are in `language`.
pub fn styles(programme: &Programme) -> Markup {
    let language = programme.language();
    let house = House::of(programme);
    html! {
        w:styles xmlns:w=(super::markup::WORDS) {
            w:docDefaults {
                w:rPrDefault { w:rPr {
                    w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Microsoft YaHei" w:cs="Arial" {}
                    w:color w:val=(INK) {}
                    w:sz w:val="19" {} w:szCs w:val="19" {}
                    (tag(language))
                } }
                w:pPrDefault { w:pPr { w:spacing w:after="40" w:line="252" w:lineRule="auto" {} } }
            }
            w:style w:type="paragraph" w:default="1" w:styleId="Normal" { w:name w:val="Normal" {} w:qFormat {} }
            w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont" {
                w:name w:val="Default Paragraph Font" {} w:uiPriority w:val="1" {} w:semiHidden {}
            }
            w:style w:type="table" w:default="1" w:styleId="TableNormal" {
                w:name w:val="Normal Table" {} w:uiPriority w:val="99" {} w:semiHidden {}
                w:tblPr { w:tblInd w:w="0" w:type="dxa" {} (margins(0, 108)) }
            }
            @for style in &STYLES { (paragraph(style, &house)) }
            w:style w:type="character" w:styleId="Hyperlink" {
                w:name w:val="Hyperlink" {} w:rPr { w:color w:val=(house.accent) {} w:u w:val="single" {} }
            }
            w:style w:type="character" w:customStyle="1" w:styleId="Off" {
                w:name w:val="Cancelled" {} w:rPr { w:b {} w:bCs {} w:color w:val="9C2424" {} }
            }
            (table("Grid", "Plan Grid", true))
            (table("Agenda", "Agenda", false))
        }
    }
}

fn paragraph(style: &Style, house: &House) -> Markup {
    let color = if style.color == ACCENT { house.accent.as_str() } else { style.color };
    // The rule of the house lies below what the document is called.
    let rule = house.rule.as_deref().filter(|_| style.id == "Subtitle");
    html! {
        w:style w:type="paragraph" w:customStyle=[(!style.is_built_in).then_some("1")] w:styleId=(style.id) {
            w:name w:val=(style.name) {}
            w:basedOn w:val="Normal" {}
            @if style.is_built_in { w:next w:val="Normal" {} }
            w:qFormat {}
            w:pPr {
                @if style.keeps_next { w:keepNext {} w:keepLines {} }
                @if let Some(rule) = rule {
                    w:pBdr { w:bottom w:val="single" w:sz="12" w:space="4" w:color=(rule) {} }
                }
                w:spacing w:before=(style.before) w:after=(style.after) {}
                @if let Some(level) = style.outline { w:outlineLvl w:val=(level) {} }
            }
            w:rPr {
                @if style.is_bold { w:b {} w:bCs {} }
                w:color w:val=(color) {}
                w:sz w:val=(style.half_points) {} w:szCs w:val=(style.half_points) {}
            }
        }
    }
}

/// A style of tables: thin lines, a tinted head.
fn table(id: &str, name: &str, with_columns: bool) -> Markup {
    html! {
        w:style w:type="table" w:customStyle="1" w:styleId=(id) {
            w:name w:val=(name) {}
            w:basedOn w:val="TableNormal" {}
            w:tblPr {
                w:tblBorders {
                    w:top w:val="single" w:sz="6" w:space="0" w:color="7A8799" {}
                    w:bottom w:val="single" w:sz="6" w:space="0" w:color="7A8799" {}
                    w:insideH w:val="single" w:sz="4" w:space="0" w:color="D3D9E2" {}
                    @if with_columns { w:insideV w:val="single" w:sz="4" w:space="0" w:color="D3D9E2" {} }
                }
                (margins(50, 90))
            }
            w:tblStylePr w:type="firstRow" { w:tcPr { w:shd w:val="clear" w:color="auto" w:fill="E9EEF4" {} } }
        }
    }
}

fn margins(upright: u32, across: u32) -> Markup {
    html! {
        w:tblCellMar {
            w:top w:w=(upright) w:type="dxa" {} w:left w:w=(across) w:type="dxa" {}
            w:bottom w:w=(upright) w:type="dxa" {} w:right w:w=(across) w:type="dxa" {}
        }
    }
}
