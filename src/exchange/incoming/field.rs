//! What a column of a table of sessions can hold, and which headings say so.

use std::sync::LazyLock;

use super::names::Known;
use crate::model::FieldId;
use crate::texts::recognized::Recognized;
use crate::texts::tid;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is what a session has of that name")]
pub enum Field {
    Title,
    Kind,
    Day,
    Start,
    End,
    /// From when to when, in one cell.
    Time,
    Length,
    Room,
    /// Those who speak.
    People,
    Chairs,
    Moderators,
    /// Whom the speakers represent.
    Affiliation,
    Body,
    Event,
    Status,
    Attendance,
    Remarks,
    /// The name of the session in the plan.
    Id,
    /// An own field of the plan.
    Own(FieldId),
}

impl Field {
    /// All that every plan has.
    pub const BUILT_IN: [Self; 18] = [
        Self::Title,
        Self::Kind,
        Self::Day,
        Self::Start,
        Self::End,
        Self::Time,
        Self::Length,
        Self::Room,
        Self::People,
        Self::Chairs,
        Self::Moderators,
        Self::Affiliation,
        Self::Body,
        Self::Event,
        Self::Status,
        Self::Attendance,
        Self::Remarks,
        Self::Id,
    ];

    /// The headings that mean each.
    const HEADINGS: [&'static str; Self::BUILT_IN.len()] = [
        tid("incoming-title"),
        tid("incoming-kind"),
        tid("incoming-day"),
        tid("incoming-start"),
        tid("incoming-end"),
        tid("incoming-time"),
        tid("incoming-length"),
        tid("incoming-room"),
        tid("incoming-people"),
        tid("incoming-chairs"),
        tid("incoming-moderators"),
        tid("incoming-affiliation"),
        tid("incoming-body"),
        tid("incoming-event"),
        tid("incoming-status"),
        tid("incoming-attendance"),
        tid("incoming-remarks"),
        tid("incoming-id"),
    ];

    /// What a heading means: an own field of that title, else what every plan has.
    pub fn of(heading: &str, known: &Known) -> Option<Self> {
        static HEADINGS: LazyLock<Recognized> = LazyLock::new(|| Recognized::new("incoming", &Field::HEADINGS));
        if let Some(own) = known.field(heading) {
            return Some(Self::Own(own));
        }
        // A letter counts columns; the Russian word of one letter is not Latin.
        if heading.trim().len() < 2 {
            return None;
        }
        let handed_out = || HANDED_OUT.place(heading).map(|place| Self::HANDED_OUT[place]);
        HEADINGS.place(heading).map(|place| Self::BUILT_IN[place]).or_else(handed_out)
    }

    /// What is handed out under headings of its own, in all six languages.
    const HANDED_OUT: [Self; 15] = [
        Self::Id,
        Self::Title,
        Self::Kind,
        Self::Day,
        Self::Start,
        Self::End,
        Self::Length,
        Self::Room,
        Self::Room,
        Self::People,
        Self::Body,
        Self::Event,
        Self::Status,
        Self::Attendance,
        Self::Remarks,
    ];

    /// The name by which it is remembered.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Own(id) => format!("own:{id}"),
            built_in => {
                let place = Self::BUILT_IN.iter().position(|&other| other == built_in).unwrap_or(0);
                Self::HEADINGS[place].trim_start_matches("incoming-").to_owned()
            }
        }
    }

    /// The own field that it is.
    #[must_use]
    pub fn own(self) -> Option<FieldId> {
        if let Self::Own(id) = self { Some(id) } else { None }
    }

    /// The field of such a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let own = || name.strip_prefix("own:").and_then(|id| id.parse().ok()).map(Self::Own);
        Self::BUILT_IN.into_iter().find(|field| field.name() == name).or_else(own)
    }
}

/// The headings of what is handed out.
static HANDED_OUT: LazyLock<Recognized> = LazyLock::new(|| {
    let ids = [
        tid("handout-id"),
        tid("handout-title"),
        tid("handout-kind"),
        tid("handout-date"),
        tid("handout-start"),
        tid("handout-end"),
        tid("handout-length"),
        tid("handout-rooms"),
        tid("handout-room"),
        tid("handout-people"),
        tid("handout-bodies"),
        tid("handout-event"),
        tid("handout-status"),
        tid("handout-expected"),
        tid("handout-remarks"),
    ];
    Recognized::new("handout", &ids)
});

/// Whether this stands above a column that only items of agendas have, in what this program hands out.
pub fn is_head_of_items(heading: &str) -> bool {
    static HEADS: LazyLock<Recognized> = LazyLock::new(|| {
        Recognized::new(
            "handout",
            &[tid("handout-agenda-item"), tid("handout-presentation"), tid("handout-discussion")],
        )
    });
    HEADS.place(heading).is_some()
}
