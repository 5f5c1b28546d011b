//! How cells look: a workbook that reads like a programme, coloured as the plan is on screen.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::super::programme::{Entry, Waiting};
use crate::look::{Hue, Rgb};
use crate::model::Status;

const INK: Color = Color::RGB(0x0022_2B38);
const PALE_INK: Color = Color::RGB(0x006B_7480);
const HEAD: Color = Color::RGB(0x00E4_E9F0);
const LINE: Color = Color::RGB(0x00D3_D9E2);
const DAY_LINE: Color = Color::RGB(0x007A_8799);

/// What a row of a sheet is marked by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowLook {
    hue: Option<Hue>,
    is_cancelled: bool,
    opens_day: bool,
}

impl RowLook {
    /// A row for each of `entries`.
    pub fn of_entries<'a>(entries: impl Iterator<Item = &'a Entry>) -> Vec<Self> {
        let mut before = None;
        let look = |entry: &Entry| {
            let date = entry.span.start.date();
            let opens_day = before.replace(date).is_some_and(|before| before != date);
            Self { hue: Some(entry.hue), is_cancelled: entry.status == Status::Cancelled, opens_day }
        };
        entries.map(look).collect()
    }

    /// A row for a session without a place.
    pub fn of_waiting(session: &Waiting) -> Self {
        Self { hue: Some(session.hue), ..Self::default() }
    }
}

/// What is in a cell, as far as it matters for its look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// Text, over several lines where it is long.
    Text,
    /// An address, which is cut where it is long.
    Address,
    /// A whole number.
    Number,
    /// A number with a fraction, or without.
    Decimal,
    /// A date.
    Day,
    /// A time of day.
    Clock,
    /// A time of day that may be 24:00.
    EndClock,
    /// A length, in hours and minutes.
    Length,
    /// A length, in minutes and seconds.
    ShortLength,
}

impl Shape {
    fn number_format(self) -> &'static str {
        match self {
            Self::Text | Self::Address => "@",
            Self::Number => "0",
            Self::Decimal => "General",
            Self::Day => "yyyy-mm-dd",
            Self::Clock => "hh:mm",
            Self::EndClock => "[hh]:mm",
            Self::Length => "[h]:mm",
            Self::ShortLength => "[m]:ss",
        }
    }
}

/// The formats that have been asked for, each made once.
#[derive(Default)]
pub struct Look {
    made: BTreeMap<(Shape, RowLook, bool), Format>,
}

impl Look {
    /// The format of the heads of columns.
    pub fn head() -> Format {
        Format::new()
            .set_bold()
            .set_font_color(INK)
            .set_background_color(HEAD)
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter)
            .set_border_bottom(FormatBorder::Medium)
            .set_border_bottom_color(DAY_LINE)
    }

    /// The format of a cell; the first one of a row carries the colour of its kind.
    pub fn of(&mut self, shape: Shape, row: RowLook, is_first: bool) -> &Format {
        self.made.entry((shape, row, is_first)).or_insert_with(|| format(shape, row, is_first))
    }
}

fn format(shape: Shape, row: RowLook, is_first: bool) -> Format {
    let mut format = Format::new()
        .set_num_format(shape.number_format())
        .set_align(FormatAlign::Top)
        .set_font_color(if row.is_cancelled { PALE_INK } else { INK })
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(LINE);
    if shape == Shape::Text {
        format = format.set_text_wrap();
    }
    if matches!(shape, Shape::Day | Shape::Clock | Shape::EndClock | Shape::Length | Shape::ShortLength) {
        format = format.set_align(FormatAlign::Center);
    }
    if row.is_cancelled {
        format = format.set_font_strikethrough();
    }
    if row.opens_day {
        format = format.set_border_top(FormatBorder::Medium).set_border_top_color(DAY_LINE);
    }
    if let Some(hue) = row.hue {
        let strength = if is_first { 34 } else { 9 };
        format = format.set_background_color(tint(hue.ink(), strength));
        if is_first {
            format = format.set_border_left(FormatBorder::Thick).set_border_left_color(tint(hue.ink(), 100));
        }
    }
    format
}

/// `hue` mixed with white: so many hundredths of it.
fn tint(hue: Rgb, hundredths: u32) -> Color {
    let mix = |part: u8| (u32::from(part) * hundredths + 255 * (100 - hundredths)) / 100;
    let [red, green, blue] = hue.map(mix);
    Color::RGB(red << 16 | green << 8 | blue)
}
