//! An event of a calendar with its properties.

use super::super::draft::{DraftEvent, Origin, Said};
use super::super::plain;
use super::super::report::Spot;
use super::lines::Line;

/// Something that is on the calendar, with its lines.
#[derive(Debug, Default)]
pub struct Component<'a> {
    /// The line on which it begins.
    pub number: u32,
    /// Its properties.
    pub lines: Vec<Line<'a>>,
}

impl<'a> Component<'a> {
    /// The first property of this name.
    pub fn get(&self, name: &str) -> Option<&Line<'a>> {
        self.lines.iter().find(|line| line.name == name)
    }

    /// All properties of this name.
    pub fn all(&self, name: &'a str) -> impl Iterator<Item = &Line<'a>> {
        self.lines.iter().filter(move |line| line.name == name)
    }

    /// The text of the first property of this name.
    pub fn value(&self, name: &str) -> String {
        self.get(name).map(Line::text).unwrap_or_default()
    }

    /// Where it stands.
    pub fn spot(&self) -> Spot {
        Spot::Line(self.number)
    }

    /// Which state of it this is.
    pub fn sequence(&self) -> i64 {
        self.get("SEQUENCE").and_then(|line| line.value.trim().parse().ok()).unwrap_or(0)
    }
}

/// Something that takes whole days.
pub fn dated(component: &Component<'_>, days: (chrono::NaiveDate, chrono::NaiveDate), id: &str) -> DraftEvent {
    DraftEvent {
        origin: Origin { id: id.to_owned(), url: plain::address(&component.value("URL")), spot: component.spot() },
        title: said(component, "SUMMARY"),
        days: Some(days),
        place: plain::line(&component.value("LOCATION")),
        has_sessions: false,
    }
}

/// A text with its language.
pub fn said(component: &Component<'_>, name: &str) -> Said {
    let language = component.get(name).and_then(|line| line.parameter("LANGUAGE"));
    let language = language.and_then(|code| code.get(..2)).and_then(|code| code.to_ascii_lowercase().parse().ok());
    Said::within(language, &plain::line(&component.value(name)))
}
