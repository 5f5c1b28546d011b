//! Pages for the tests of the writers.

use super::{Area, Group, Mark, Page, Part, Piece, Point, Shape, Typesetter, Weight};
use crate::model::Language;

/// 500 letters without a space.
pub(super) const LONG: &str = concat!(
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
);

/// Texts that somebody could type to break a writer.
pub(super) const HOSTILE: [&str; 7] = [
    "<script>alert(\"1\")</script> & ]]> -->",
    "first\r\nsecond\rthird\nfourth",
    "\u{202e}turned around\u{2066}",
    "🎉👩‍👩‍👧 party \u{fffe}\u{0}\u{1b}[31m \u{feff}\u{fffd}\u{e000}",
    LONG,
    "ﷺ e\u{301}\u{301}\u{301}\u{301} \u{200d}\u{200c} ไทย हिन्दी",
    "",
];

/// A text of 10 points in black.
pub(super) fn plain(text: &str) -> Piece<'_> {
    Piece { text, size: 10.0, weight: Weight::Regular, colour: [0, 0, 0] }
}

/// A text as a mark.
pub(super) fn text(typesetter: &mut Typesetter, at: (f32, f32), text: &str, width: f32) -> Mark {
    let paragraph = typesetter.paragraph(&[plain(text)], Shape { width: Some(width), ..Shape::default() });
    Mark::Text { at: Point::new(at.0, at.1), paragraph }
}

/// A page with every mark and every part, in four scripts.
pub(super) fn every_mark() -> Page {
    let mut typesetter = Typesetter::new();
    let mut text = |x: f32, y: f32, words: &str| text(&mut typesetter, (x, y), words, 180.0);
    let cell = |part, mark| Mark::Group(Group::new(part, vec![mark]));
    let row = |part, marks: [Mark; 2]| {
        Mark::Group(Group::new(Part::Row, marks.into_iter().map(|mark| cell(part, mark)).collect()))
    };
    let heading = Group::new(Part::Heading(1), vec![text(20.0, 20.0, "Programme & rooms")]);
    let table = Group::new(
        Part::Table,
        vec![
            Mark::Fill { area: Area::new(15.0, 45.0, 370.0, 20.0), radius: 3.0, colour: [0xe0, 0xe8, 0xf0] },
            row(Part::HeadCell, [text(20.0, 50.0, "Зал"), text(205.0, 50.0, "会议室")]),
            row(Part::Cell, [text(20.0, 70.0, "Зал 1"), text(205.0, 70.0, "全体会议")]),
            Mark::Frame { area: Area::new(15.0, 45.0, 370.0, 45.0), radius: 3.0, colour: [0x80; 3], width: 0.5 },
        ],
    );
    let item = Group::new(Part::Item, vec![text(20.0, 100.0, "See قاعة كبيرة now")]);
    let list = Group::new(Part::List, vec![Mark::Group(item)]);
    let arabic = Group {
        part: Part::Paragraph,
        language: Some(Language::Arabic),
        label: None,
        marks: vec![text(205.0, 100.0, "جلسة عامة أولى")],
    };
    let figure = Group {
        part: Part::Figure,
        language: None,
        label: Some("A \"blue\" square".to_owned()),
        marks: vec![Mark::Fill { area: Area::new(20.0, 120.0, 40.0, 40.0), radius: 0.0, colour: [0, 0, 255] }],
    };
    let section = Group::new(
        Part::Section,
        vec![
            text(205.0, 120.0, "More on the web"),
            Mark::Link {
                area: Area::new(205.0, 120.0, 180.0, 14.0),
                address: "https://www.itu.int/?a=1&b=2".to_owned(),
            },
            Mark::Link { area: Area::new(205.0, 140.0, 180.0, 14.0), address: "javascript:alert(1)".to_owned() },
            Mark::Link { area: Area::new(20.0, 165.0, 30.0, 14.0), address: "mailto:desk@itu.int".to_owned() },
        ],
    );
    let decoration = Group::new(
        Part::Decoration,
        vec![
            Mark::Line {
                from: Point::new(15.0, 185.0),
                to: Point::new(385.0, 185.0),
                colour: [0x80; 3],
                width: 0.5,
                dashed: true,
            },
            text(370.0, 187.0, "1"),
        ],
    );
    let groups = [heading, table, list, arabic, figure, section, decoration];
    Page {
        width: 400.0,
        height: 200.0,
        ground: Some([255, 255, 255]),
        title: "Monday <17> November".to_owned(),
        name: String::new(),
        marks: groups.into_iter().map(Mark::Group).collect(),
    }
}

/// A page of hostile texts, also as title, label and address.
pub(super) fn hostile() -> Page {
    let mut typesetter = Typesetter::new();
    let mut marks = Vec::new();
    for (index, hostile) in HOSTILE.into_iter().enumerate() {
        let group = Group {
            part: Part::Figure,
            language: None,
            label: Some(hostile.to_owned()),
            marks: vec![
                text(&mut typesetter, (10.0, 10.0 + 60.0 * index as f32), hostile, 300.0),
                Mark::Link { area: Area::new(0.0, 0.0, 10.0, 10.0), address: format!("https://itu.int/{hostile}") },
            ],
        };
        marks.push(Mark::Group(group));
    }
    for senseless in [f32::NAN, f32::INFINITY, -1.0] {
        let area = Area::new(senseless, 0.0, senseless, 10.0);
        marks.push(Mark::Fill { area, radius: senseless, colour: [1, 2, 3] });
        marks.push(Mark::Frame { area, radius: senseless, colour: [1, 2, 3], width: senseless });
        marks.push(Mark::Line {
            from: Point::new(senseless, 0.0),
            to: Point::new(0.0, senseless),
            colour: [1, 2, 3],
            width: senseless,
            dashed: true,
        });
        marks.push(text(&mut typesetter, (senseless, senseless), "lost", 300.0));
    }
    Page { width: 400.0, height: 500.0, ground: None, title: HOSTILE.concat(), name: String::new(), marks }
}
