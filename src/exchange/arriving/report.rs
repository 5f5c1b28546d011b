//! What a reader says of a file: what it could not use, and what it took for granted, line by line. Sentences are data, as
//! those of findings are; `texts` puts them into words.

use std::collections::BTreeMap;
use std::fmt;

/// Where in a file something stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Spot {
    /// It is about the file as a whole.
    #[default]
    File,
    /// On this line, the first being 1.
    Line(u32),
    /// Within these objects, as in `talks[3]`.
    Path(String),
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => Ok(()),
            Self::Line(line) => write!(f, "{line}"),
            Self::Path(path) => f.write_str(path),
        }
    }
}

/// How much a remark weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Something of the file is not in the draft.
    LeftOut,
    /// All of it is, and this is how it was understood.
    Assumed,
}

/// One thing that is said of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Where it stands.
    pub spot: Spot,
    /// How much it weighs.
    pub weight: Weight,
    /// The id of the sentence.
    pub text: &'static str,
    /// What the sentence is about, word for word; may be empty.
    pub what: String,
    /// How often, where the sentence counts.
    pub count: usize,
}

/// What is said of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// In the order in which it was found; no more than [`Report::MOST`].
    pub remarks: Vec<Remark>,
    /// So many more left something out, and are not told one by one.
    pub untold: usize,
    /// What is known and has no place here, and how often it comes.
    fields: BTreeMap<String, usize>,
}

/// Of what stands in a file so many letters are told.
const MOST_TOLD: usize = 80;

impl Report {
    /// So many remarks are told one by one.
    pub const MOST: usize = 1000;

    /// Something that is not in the draft.
    pub fn left_out(&mut self, spot: &Spot, text: &'static str, what: &str) {
        self.say(spot, Weight::LeftOut, text, what);
    }

    /// How something was understood.
    pub fn assumed(&mut self, spot: &Spot, text: &'static str, what: &str) {
        self.say(spot, Weight::Assumed, text, what);
    }

    /// A field of this name that has no place in a plan. They are told together.
    pub fn no_place(&mut self, field: &str) {
        if let Some(count) = self.fields.get_mut(field) {
            *count += 1;
        } else if self.fields.len() < 200 {
            self.fields.insert(shortened(field), 1);
        } else {
            self.untold += 1;
        }
    }

    /// Tells what was counted; a reader is done then.
    pub fn close(&mut self, text: &'static str) {
        for (what, count) in std::mem::take(&mut self.fields) {
            self.push(Remark { spot: Spot::File, weight: Weight::LeftOut, text, what, count });
        }
    }

    /// Whether nothing was left out.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.untold == 0 && self.remarks.iter().all(|remark| remark.weight == Weight::Assumed)
    }

    fn say(&mut self, spot: &Spot, weight: Weight, text: &'static str, what: &str) {
        // What is said of a whole file is said once.
        let again = |said: &Remark| *spot == Spot::File && said.text == text && said.what == what;
        if !self.remarks.iter().rev().take(20).any(again) {
            self.push(Remark { spot: spot.clone(), weight, text, what: shortened(what), count: 1 });
        }
    }

    fn push(&mut self, remark: Remark) {
        if self.remarks.len() < Self::MOST {
            self.remarks.push(remark);
        } else if remark.weight == Weight::LeftOut {
            self.untold += 1;
        }
    }
}

/// The beginning of a text, on one line.
fn shortened(text: &str) -> String {
    let mut told: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(MOST_TOLD).collect();
    if text.chars().nth(MOST_TOLD).is_some() {
        told.push('…');
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_are_bounded_and_what_is_untold_is_counted() {
        let mut report = Report::default();
        for line in 0..1200 {
            report.left_out(&Spot::Line(line), "arriving-no-time", &"x".repeat(500));
        }
        report.no_place("PRIORITY");
        report.no_place("PRIORITY");
        report.close("arriving-no-place");
        assert_eq!((report.remarks.len(), report.untold), (Report::MOST, 201));
        assert!(!report.is_whole() && report.remarks[0].what.chars().count() == MOST_TOLD + 1);
    }

    #[test]
    fn what_is_assumed_leaves_nothing_out_and_is_said_once() {
        let mut report = Report::default();
        report.assumed(&Spot::File, "arriving-floating", "Europe/Zurich");
        report.assumed(&Spot::File, "arriving-floating", "Europe/Zurich");
        assert!(report.is_whole() && report.remarks.len() == 1);
    }
}
