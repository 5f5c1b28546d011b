//! Where the words of a session stand: in its bar, turned in it, beside it, or only its code, its sign, its colour.
//!
//! Width, height and the free ground beside a bar choose, never the title, so bars of one size look alike. Nothing here
//! knows of fonts, screens or plans.

use std::borrow::Cow;

/// Words never run further than this beside a bar, in points.
pub const BESIDE_MOST: f32 = 200.0;
/// With less free ground than this nothing stands beside a bar.
pub const BESIDE_LEAST: f32 = 76.0;
/// From a bar to the words beside it.
pub const BESIDE_OFF: f32 = 12.0;
/// What the sign takes of the first line, and so does a mark.
pub const SIGN: f32 = 18.0;
/// A line of a title.
pub const LINE: f32 = 16.0;
/// A line of a range of hours.
pub const RANGE: f32 = 14.0;
/// A bar of a session that has a code holds its whole title from here on.
pub const TITLE: f32 = 120.0;
/// The same of a session without a code. Where it is narrower, its title is legible only beside it.
pub const TITLE_ALONE: f32 = 96.0;
/// A bar so wide holds the short form and half a range on lines of their own.
const TIGHT: f32 = 54.0;
/// Above and below the lines together.
const MARGINS: f32 = 4.0;

/// A bar and what is around it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// How wide the bar is, in points.
    pub width: f32,
    /// How high it is.
    pub height: f32,
    /// How far it is to what stands left of it in its row.
    pub free_left: f32,
    /// How far it is to what stands right of it in its row.
    pub free_right: f32,
    /// How wide its code is, if it has one; asked below [`TITLE`].
    pub code: Option<f32>,
}

impl Place {
    /// A bar with neighbours on both sides.
    #[cfg(test)]
    fn closed(width: f32, height: f32) -> Self {
        Self { width, height, free_left: 0.0, free_right: 0.0, code: None }
    }
}

/// Which words are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The whole title.
    Title,
    /// The short form, which leads with the code.
    Short,
}

/// How a bar is labelled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Label {
    /// Inside, so many lines of words over so many of the range.
    Inside(Form, usize, usize),
    /// Down the bar.
    Turned,
    /// Right of the bar, in so much room, so many lines over the range.
    Right(f32, usize),
    /// The same, left of it.
    Left(f32, usize),
    /// The code alone.
    Code,
    /// The sign alone.
    Sign,
    /// Nothing but its colour.
    Colour,
}

/// How many lines are left for a title over so many lines of a range, three at most.
#[must_use]
pub fn lines(height: f32, range: usize) -> usize {
    ((height - MARGINS - range as f32 * RANGE) / LINE).floor().clamp(0.0, 3.0) as usize
}

/// The rule.
#[must_use]
pub fn label(place: Place) -> Label {
    let Place { width, height, free_left, free_right, code } = place;
    let lines = |range: usize| lines(height, range);
    if height >= 160.0 && (36.0..72.0).contains(&width) {
        // More of a title can be read down a high bar than in three lines of it.
        return Label::Turned;
    }
    // A title is seldom legible in a bar in which a code and a number are.
    let inside = if code.is_none() && free_left.max(free_right) >= BESIDE_LEAST { TITLE_ALONE } else { 60.0 };
    if width >= inside && height >= LINE {
        let form = if width >= TITLE || (width >= TITLE_ALONE && code.is_none()) { Form::Title } else { Form::Short };
        let whole = if width >= 72.0 { 1 } else { 2 };
        // A range is whole or it is not there.
        let range = if lines(whole) > 0 { whole } else { 0 };
        return Label::Inside(form, lines(range).max(1), range);
    }
    if height >= LINE {
        for (free, make) in
            [(free_right, Label::Right as fn(f32, usize) -> Label), (free_left, Label::Left as fn(f32, usize) -> Label)]
        {
            if free >= BESIDE_LEAST {
                return make((free - BESIDE_OFF).min(BESIDE_MOST), lines(1).max(1));
            }
        }
    }
    if width >= TIGHT && lines(2) >= 2 {
        // No ground beside it, and room for both, on lines of their own.
        return Label::Inside(Form::Short, lines(2), 2);
    }
    match code {
        Some(code) if width >= 28.0 && code + 8.0 <= width && height >= LINE => Label::Code,
        _ if width >= SIGN && height >= 14.0 => Label::Sign,
        _ => Label::Colour,
    }
}

/// What a session is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words<'a> {
    /// Its title.
    pub title: &'a str,
    /// The code of the body that meets; empty where the session is not a meeting of one.
    pub code: &'a str,
    /// Which meeting of the body it is; `None` where it is not counted.
    pub meeting: Option<u16>,
    /// Ordinals in words and in figures, `first=1st second=2nd`.
    pub ordinals: &'a str,
}

impl<'a> Words<'a> {
    /// The code; of a long one with a hyphen its last part.
    #[must_use]
    pub fn code(&self) -> &'a str {
        match self.code.rsplit_once('-') {
            Some((_, last)) if self.code.chars().count() > 6 => last,
            _ => self.code,
        }
    }

    /// Code and number: "WG4A, 1st" as the title says it, else "PL-2" as meetings are counted; without a code the title
    /// up to a bracket or colon.
    #[must_use]
    pub fn short(&self) -> Cow<'a, str> {
        if self.code.is_empty() {
            return Cow::Borrowed(up_to_colon(self.title.split(['(', '（']).next().unwrap_or_default().trim_end()));
        }
        let number = number(self.title, self.ordinals);
        match self.meeting {
            _ if !number.is_empty() => Cow::Owned(format!("{}, {number}", self.code())),
            Some(meeting) => Cow::Owned(format!("{}-{meeting}", self.code())),
            None => Cow::Borrowed(self.code()),
        }
    }

    /// The words in a form, in two parts: the code that leads, if it does, and the rest.
    #[must_use]
    pub fn parts(&self, form: Form) -> (&'a str, Cow<'a, str>) {
        let whole = match form {
            Form::Title => Cow::Borrowed(self.title),
            Form::Short => self.short(),
        };
        let code = if form == Form::Title { self.code } else { self.code() };
        if code.is_empty() || !whole.starts_with(code) {
            return ("", whole);
        }
        let rest = match whole {
            Cow::Borrowed(whole) => Cow::Borrowed(&whole[code.len()..]),
            Cow::Owned(whole) => Cow::Owned(whole[code.len()..].to_owned()),
        };
        // A longer word that begins like the code is not the code.
        if rest.starts_with(char::is_alphanumeric) { ("", Cow::Owned(format!("{code}{rest}"))) } else { (code, rest) }
    }
}

fn up_to_colon(text: &str) -> &str {
    text.split([':', '：']).next().unwrap_or_default().trim_end()
}

/// `2nd, part 1`: what tells one meeting of a body from another. In the parts of the title between commas that have a
/// figure, and in an ordinal with which it begins.
fn number(title: &str, ordinals: &str) -> String {
    let mut plain = String::new();
    let mut depth = 0_usize;
    for letter in up_to_colon(title).chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(letter),
            _ => {}
        }
    }
    let first_word = plain.split_whitespace().next().unwrap_or_default().to_lowercase();
    let ordinal =
        ordinals.split_whitespace().filter_map(|pair| pair.split_once('=')).find(|(word, _)| *word == first_word);
    // Not the code itself, which may have a figure.
    let parts = plain.split(',').skip(1).map(str::trim).filter(|part| part.contains(|c: char| c.is_ascii_digit()));
    ordinal.map(|(_, figure)| figure).into_iter().chain(parts).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(width: f32, height: f32, expected: Label) {
        assert_eq!(label(Place { code: Some(30.0), ..Place::closed(width, height) }), expected, "{width} x {height}");
    }

    #[test]
    fn wide_bars_have_the_title_inside_and_narrower_ones_the_short_form() {
        check(200.0, 67.0, Label::Inside(Form::Title, 3, 1));
        check(120.0, 67.0, Label::Inside(Form::Title, 3, 1));
        check(119.0, 67.0, Label::Inside(Form::Short, 3, 1));
        check(96.0, 67.0, Label::Inside(Form::Short, 3, 1));
        check(72.0, 67.0, Label::Inside(Form::Short, 3, 1));
        check(71.0, 67.0, Label::Inside(Form::Short, 2, 2));
        check(60.0, 67.0, Label::Inside(Form::Short, 2, 2));
        // Without a code the title leads from 96 on.
        assert_eq!(label(Place::closed(96.0, 67.0)), Label::Inside(Form::Title, 3, 1));
        assert_eq!(label(Place::closed(95.0, 67.0)), Label::Inside(Form::Short, 3, 1));
    }

    #[test]
    fn the_height_says_how_many_lines() {
        for (height, lines, range) in
            [(67.0, 3, 1), (59.0, 2, 1), (50.0, 2, 1), (39.0, 1, 1), (33.0, 1, 0), (18.0, 1, 0)]
        {
            check(200.0, height, Label::Inside(Form::Title, lines, range));
        }
        check(200.0, 300.0, Label::Inside(Form::Title, 3, 1));
    }

    #[test]
    fn high_and_narrow_bars_are_turned() {
        check(59.0, 160.0, Label::Turned);
        check(71.0, 160.0, Label::Turned);
        check(72.0, 160.0, Label::Inside(Form::Short, 3, 1));
        check(36.0, 379.0, Label::Turned);
        check(53.0, 159.0, Label::Code);
        check(35.0, 379.0, Label::Sign);
    }

    #[test]
    fn beside_narrow_bars_where_76_points_are_free_at_the_right_else_at_the_left() {
        let at = |free_left, free_right| label(Place { free_left, free_right, ..Place::closed(33.0, 67.0) });
        assert_eq!(at(500.0, 76.0), Label::Right(64.0, 3));
        assert_eq!(at(0.0, 500.0), Label::Right(200.0, 3));
        assert_eq!(at(100.0, 75.0), Label::Left(88.0, 3));
        assert_eq!(at(75.0, 75.0), Label::Sign);
        let wide = Place { free_right: 500.0, code: Some(30.0), ..Place::closed(60.0, 67.0) };
        assert_eq!(label(wide), Label::Inside(Form::Short, 2, 2));
        assert_eq!(label(Place { code: None, ..wide }), Label::Right(200.0, 3), "no code, so a title");
        assert_eq!(label(Place { code: None, width: 96.0, ..wide }), Label::Inside(Form::Title, 3, 1));
    }

    #[test]
    fn somewhat_narrower_bars_without_free_ground_have_the_short_form_inside_where_they_are_high_enough() {
        check(59.0, 67.0, Label::Inside(Form::Short, 2, 2));
        check(54.0, 67.0, Label::Inside(Form::Short, 2, 2));
        check(59.0, 63.0, Label::Code);
        let free = Place { free_right: 76.0, ..Place::closed(59.0, 67.0) };
        assert_eq!(label(free), Label::Right(64.0, 3), "free ground has more room");
    }

    #[test]
    fn else_the_code_the_sign_the_colour() {
        check(53.0, 67.0, Label::Code);
        check(38.0, 67.0, Label::Code);
        // It does not fit.
        check(37.0, 67.0, Label::Sign);
        assert_eq!(label(Place { code: Some(10.0), ..Place::closed(27.0, 67.0) }), Label::Sign);
        check(18.0, 67.0, Label::Sign);
        check(17.0, 67.0, Label::Colour);
        check(200.0, 10.0, Label::Colour);
    }

    #[test]
    fn short_forms_are_code_and_number_or_the_title_up_to_a_bracket_or_colon() {
        let ordinals = "first=1st second=2nd второе=2-е";
        for (title, code, short) in [
            ("WG4A (study-group rules), 1st meeting", "WG4A", "WG4A, 1st meeting"),
            ("COM1 Steering Committee, 4th meeting", "COM1", "COM1, 4th meeting"),
            ("COM3 (Objectives), 1st meeting: agenda, 2 groups", "COM3", "COM3, 1st meeting"),
            ("Second plenary, part 1: report", "PL", "PL, 2nd, part 1"),
            ("Второе пленарное заседание, часть 1", "ПЛ", "ПЛ, 2-е, часть 1"),
            ("High-Level Segment, part 1 (general statements)", "HLS", "HLS, part 1"),
            ("Regional initiatives drafting group – Africa (AFR)", "COM3-AFR", "AFR"),
            ("WG-PL, 2nd meeting", "WG-PL", "WG-PL, 2nd meeting"),
            ("Host-country excursion (rest day)", "", "Host-country excursion"),
            ("Youth celebration: opening", "", "Youth celebration"),
        ] {
            assert_eq!(Words { title, code, meeting: None, ordinals }.short(), short);
        }
    }

    #[test]
    fn the_code_stands_out_where_it_leads() {
        let words = Words { title: "COM4, 2nd meeting", code: "COM4", meeting: None, ordinals: "" };
        assert_eq!(words.parts(Form::Title), ("COM4", ", 2nd meeting".into()));
        let words = Words { title: "Planning", code: "Plan", meeting: None, ordinals: "" };
        assert_eq!(words.parts(Form::Title), ("", "Planning".into()));
        assert_eq!(
            Words { title: "Opening", code: "PL", meeting: None, ordinals: "" }.parts(Form::Title),
            ("", "Opening".into())
        );
    }
}
