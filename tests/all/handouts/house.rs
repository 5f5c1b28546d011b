//! The look of a plan's own: its mark, its colours, what stands at the foot of each page.

use std::io::Read as _;

use plenary::exchange::{Layout, Progress, Request, export, exporter, logo};
use plenary::model::{Ink, LocalText, Plan};

use super::{handout, made, text, with_header, wtdc};

/// A plan with a mark, two colours and a foot.
fn with_house() -> Plan {
    let svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 30 10\"><path fill=\"#c00\" d=\"M0 0h30v10z\"/></svg>";
    with_header(wtdc(), |header| {
        header.logo = Some(logo(svg.as_bytes()).unwrap());
        header.colour = Some(Ink([0x7a, 0x12, 0x45]));
        header.second_colour = Some(Ink([0xe0, 0xb0, 0x00]));
        header.footer = LocalText::from("Baku, Azerbaijan");
    })
}

fn count(bytes: &[u8], part: &str) -> usize {
    bytes.windows(part.len()).filter(|window| *window == part.as_bytes()).count()
}

#[test]
fn every_paper_wears_the_mark() {
    let mut made_of = 0;
    for layout in Layout::PAGES {
        let mut request = Request::new(exporter("pdf").unwrap());
        request.layout = layout;
        // A plan without people has no lists of them.
        let Ok(files) = export(&with_house(), &request, made(), &Progress::default()) else { continue };
        made_of += 1;
        // Its colours, and how opaque it is.
        assert_eq!(count(&files[0].bytes, "/Subtype/Image"), 2, "{layout:?}");
    }
    assert!(made_of > 9, "{made_of}");
    let plain = handout(&wtdc(), "pdf", |_| {});
    assert_eq!(count(&plain[0].bytes, "/Subtype/Image"), 0, "a plan without a mark has none");
}

#[test]
fn a_page_has_the_mark_as_pixels_and_the_colours_of_the_house() {
    for layout in [Layout::Programme, Layout::Journal, Layout::Grid] {
        let page = text(&with_house(), "html", |request| request.layout = layout);
        assert_eq!(page.matches("src=\"data:image/png;base64,").count(), 1, "{layout:?}");
        assert!(!page.contains("<path"), "nothing of the file itself is handed on");
        assert!(page.contains("--accent: #7a1245") && page.contains("--rule: #e0b000"), "{layout:?}");
        assert!(page.contains("Baku, Azerbaijan"), "{layout:?}");
    }
}

#[test]
fn a_word_document_holds_the_mark_the_colours_and_the_foot() {
    let files = handout(&with_house(), "docx", |request| request.layout = Layout::Grid);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&files[0].bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = Vec::new();
        archive.by_name(name).unwrap().read_to_end(&mut text).unwrap();
        text
    };
    assert!(part("word/media/logo.png").starts_with(b"\x89PNG"));
    let mut words = |name: &str| String::from_utf8(part(name)).unwrap();
    assert!(words("word/document.xml").contains("r:embed=\"logo\""));
    assert!(words("word/_rels/document.xml.rels").contains("media/logo.png"));
    assert!(words("word/styles.xml").contains("7A1245") && words("word/styles.xml").contains("E0B000"));
    assert!(words("word/footer1.xml").contains("Baku, Azerbaijan"));
}

/// A file that was written by hand can hold anything.
#[test]
fn a_mark_that_nobody_looked_through_is_not_handed_out() {
    let script = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    let plan = with_header(wtdc(), |header| header.logo = plenary::model::Logo::new(script.as_bytes()));
    for (format, layout) in [("html", Layout::Programme), ("html", Layout::Journal), ("pdf", Layout::Day)] {
        let bytes = &handout(&plan, format, |request| request.layout = layout)[0].bytes;
        assert_eq!(count(bytes, "alert(1)") + count(bytes, "image/png") + count(bytes, "/Subtype/Image"), 0);
    }
}
