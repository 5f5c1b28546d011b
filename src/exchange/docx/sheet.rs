//! The sheet of paper, and what stands on every one.

use maud::{Markup, PreEscaped, html};

use super::super::exporter::Request;
use super::super::layout::{Layout, Orientation, Paper};
use super::super::programme::fitted;
use super::super::words::Words;
use super::markup::{Look, Writer, clean, leading};
use crate::texts::tid;

/// Twentieths of a point.
pub type Twips = u32;

/// A sheet.
pub struct Sheet {
    width: Twips,
    height: Twips,
    is_landscape: bool,
}

impl Sheet {
    const MARGIN: Twips = 850;

    /// As it is asked for; where nothing is, papers lie as their pages do, and what was always on its side is.
    pub fn new(request: &Request) -> Self {
        let is_upright = Layout::PAPERS.contains(&request.layout) && request.layout.is_upright();
        let usual = if is_upright { Orientation::Portrait } else { Orientation::Landscape };
        Self::on(request.paper, request.orientation.unwrap_or(usual))
    }

    /// Of this paper.
    pub fn on(paper: Paper, orientation: Orientation) -> Self {
        let (short, long) = paper.size();
        let is_landscape = orientation == Orientation::Landscape;
        let (short, long) = ((short * 20.0).round() as Twips, (long * 20.0).round() as Twips);
        let (width, height) = if is_landscape { (long, short) } else { (short, long) };
        Self { width, height, is_landscape }
    }

    /// The width between the margins.
    pub fn inside(&self) -> Twips {
        self.width - 2 * Self::MARGIN
    }

    /// The properties of the only section.
    pub fn section(&self, is_rtl: bool) -> Markup {
        html! {
            w:sectPr {
                w:headerReference w:type="default" r:id="header" {}
                w:footerReference w:type="default" r:id="footer" {}
                w:pgSz w:w=(self.width) w:h=(self.height) w:orient=[self.is_landscape.then_some("landscape")] {}
                w:pgMar w:top="1134" w:right=(Self::MARGIN) w:bottom="964" w:left=(Self::MARGIN) w:header="510"
                    w:footer="454" w:gutter="0" {}
                @if is_rtl { w:bidi {} }
            }
        }
    }
}

/// What the document is: the conference, its name, its release.
pub fn title_block(writer: &Writer<'_>, sheet: &Sheet, name: &Words, is_document: bool) -> Markup {
    let programme = writer.programme;
    let head = &programme.head;
    let zone = programme.zone_words();
    let between = writer.run("  ·  ", Look::SOFT);
    html! {
        (logo(writer))
        @if is_document && head.is_of_document() { (document_head(writer, sheet)) }
        (writer.stacked("Title", &programme.heading, Look::PLAIN))
        @if !head.theme.is_empty() { (writer.paragraph("Facts", &writer.words(&head.theme, Look::BOLD))) }
        (writer.paragraph("Subtitle", &writer.lines(name, Look::PLAIN)))
        (writer.paragraph("Facts", &html! {
            (writer.words(&programme.release_words(), Look::BOLD))
            (between) (writer.words(&programme.made_words(), Look::PLAIN))
            @if !zone.is_empty() { (between) (writer.words(&zone, Look::PLAIN)) }
        }))
        @if programme.release == 0 {
            (writer.paragraph("Facts", &writer.label(tid("handout-disclaimer-draft"), Look::SOFT)))
        }
    }
}

/// The mark of the house, as large as it fits into 130 by 36 points.
fn logo(writer: &Writer<'_>) -> Markup {
    const POINT: f32 = 12_700.0;
    const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";
    let programme = writer.programme;
    let Some(picture) = programme.house.picture() else { return Markup::default() };
    let (width, height) = fitted(&picture, (130.0, 36.0));
    let (width, height) = ((width * POINT) as u32, (height * POINT) as u32);
    let picture = format!("{DRAWING}/picture");
    writer.paragraph(
        "Facts",
        &html! {
            w:r { w:drawing {
                wp:inline xmlns:wp={ (DRAWING) "/wordprocessingDrawing" } distT="0" distB="0" distL="0" distR="0" {
                    wp:extent cx=(width) cy=(height) {}
                    wp:docPr id="1" name="logo" descr=(clean(programme.whole.first())) {}
                    a:graphic xmlns:a={ (DRAWING) "/main" } {
                        a:graphicData uri=(picture) {
                            pic:pic xmlns:pic=(picture) {
                                pic:nvPicPr { pic:cNvPr id="1" name="logo.png" {} pic:cNvPicPr {} }
                                pic:blipFill { a:blip r:embed="logo" {} a:stretch { a:fillRect {} } }
                                pic:spPr {
                                    a:xfrm { a:off x="0" y="0" {} a:ext cx=(width) cy=(height) {} }
                                    a:prstGeom prst="rect" { a:avLst {} }
                                }
                            }
                        }
                    }
                }
            } }
        },
    )
}

/// Symbol, date, original language, who issues it and whom to ask.
fn document_head(writer: &Writer<'_>, sheet: &Sheet) -> Markup {
    let programme = writer.programme;
    let head = &programme.head;
    let symbol = if head.symbol.is_empty() {
        Markup::default()
    } else {
        html! {
            (writer.label(tid("handout-document"), Look::BOLD)) (writer.run(&format!(" {}", head.symbol), Look::BOLD))
        }
    };
    let labelled = |id: &str, content: Markup| {
        html! {
            @if !content.0.is_empty() {
                (writer.paragraph("Facts", &html! { (writer.label(id, Look::SOFT)) (writer.run(&programme.labels.colon(), Look::SOFT)) (content) }))
            }
        }
    };
    let contact = if head.contact.is_empty() { Markup::default() } else { writer.run(&head.contact, Look::PLAIN) };
    html! {
        (edge(writer, sheet, &symbol, &leading(&head.date, Look::PLAIN)))
        @if !head.original.is_empty() {
            (edge(writer, sheet, &Markup::default(), &leading(&head.original, Look::PLAIN)))
        }
        (labelled(tid("handout-source"), writer.words(&head.issuer, Look::PLAIN)))
        (labelled(tid("handout-contact"), contact))
    }
}

/// The head of every sheet: what it is of.
pub fn header(writer: &Writer<'_>, sheet: &Sheet, name: &Words) -> Markup {
    let programme = writer.programme;
    edge(
        writer,
        sheet,
        &html! {
            (leading(&programme.title, Look::BOLD)) (writer.run("  ·  ", Look::PLAIN)) (leading(name, Look::PLAIN))
        },
        &leading(&programme.release_words(), Look::BOLD),
    )
}

/// What is private use in Unicode, for a moment.
const PAGE: char = '\u{e000}';
const PAGES: char = '\u{e001}';

/// The foot of every sheet: what the house says, when it was made, and which page it is.
pub fn footer(writer: &Writer<'_>, sheet: &Sheet) -> Markup {
    // Characters of no script stand where Word puts its numbers; controls would be left out.
    let values = [("page", PAGE.to_string()), ("pages", PAGES.to_string())];
    let values = values.each_ref().map(|(name, mark)| (*name, mark.into()));
    let words = writer.programme.labels.text_with(tid("handout-page"), &values);
    let page = html! {
        @for piece in words.first().split_inclusive([PAGE, PAGES]) {
            @let text = piece.trim_end_matches([PAGE, PAGES]);
            @if !text.is_empty() { (writer.run(text, Look::PLAIN)) }
            @if piece.ends_with(PAGE) { (writer.field("PAGE")) }
            @if piece.ends_with(PAGES) { (writer.field("NUMPAGES")) }
        }
    };
    let own = &writer.programme.house.footer;
    let made = html! {
        @if !own.is_empty() { (leading(own, Look::PLAIN)) (writer.run("  ·  ", Look::PLAIN)) }
        (leading(&writer.programme.made_words(), Look::PLAIN))
    };
    edge(writer, sheet, &made, &page)
}

/// A line with something at its beginning and something at its end.
pub fn edge(writer: &Writer<'_>, sheet: &Sheet, begin: &Markup, end: &Markup) -> Markup {
    html! {
        w:p {
            w:pPr {
                w:pStyle w:val="Edge" {}
                w:tabs { w:tab w:val="right" w:pos=(sheet.inside()) {} }
                @if writer.is_rtl() { w:bidi {} }
            }
            (begin) w:r { w:tab {} } (end)
        }
    }
}

/// A table with a head that every page repeats; each cell holds its paragraphs.
pub fn table(writer: &Writer<'_>, style: &str, widths: &[Twips], rows: &[Row]) -> Markup {
    html! {
        w:tbl {
            w:tblPr {
                w:tblStyle w:val=(style) {}
                @if writer.is_rtl() { w:bidiVisual {} }
                w:tblW w:w=(widths.iter().sum::<Twips>()) w:type="dxa" {}
                w:tblLayout w:type="fixed" {}
                w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"
                    w:noHBand="1" w:noVBand="1" {}
            }
            w:tblGrid { @for width in widths { w:gridCol w:w=(width) {} } }
            @for (place, row) in rows.iter().enumerate() {
                w:tr {
                    w:trPr { @if !row.may_split { w:cantSplit {} } @if row.is_head { w:tblHeader {} } }
                    @for (cell, width) in row.cells.iter().zip(widths) {
                        w:tc {
                            w:tcPr {
                                w:tcW w:w=(width) w:type="dxa" {}
                                @if row.is_band { w:shd w:val="clear" w:color="auto" w:fill="F3F5F7" {} }
                            }
                            // A cell without a paragraph is no cell.
                            @if cell.0.is_empty() { (writer.paragraph("Cell", &Markup::default())) }
                            // A head stays with two rows: with the first one by its own style.
                            @else if place == 1 && rows.len() > 2 { (kept_with_next(cell)) } @else { (cell) }
                        }
                    }
                }
            }
        }
        // Word joins tables that nothing stands between.
        (writer.paragraph("After", &Markup::default()))
    }
}

/// The same cell, in a row that stays with the next one.
fn kept_with_next(cell: &Markup) -> Markup {
    PreEscaped(cell.0.replace("<w:pStyle w:val=\"Cell\">", "<w:pStyle w:val=\"CellKept\">"))
}

/// A row of a table.
pub struct Row {
    pub is_head: bool,
    /// Whether a page may end in it; only for what can be longer than a page, of which the rest would be cut off.
    pub may_split: bool,
    /// Whether it is tinted: a break, a sum.
    pub is_band: bool,
    pub cells: Vec<Markup>,
}

impl Row {
    pub fn head(cells: Vec<Markup>) -> Self {
        Self { is_head: true, may_split: false, is_band: false, cells }
    }

    pub fn of(cells: Vec<Markup>) -> Self {
        Self { is_head: false, may_split: false, is_band: false, cells }
    }
}
