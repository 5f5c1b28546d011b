//! The columns of the List: what they are called, and what can be edited in them.

mod shown;
mod widths;

use std::borrow::Cow;

use crate::app::context::ViewContext;
use crate::model::{FieldId, FieldSort, Holder, OwnField, Plan};
use crate::texts::tid;

pub use shown::Shown;
pub use widths::{BOXES, Places, Widths};

/// One column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    #[default]
    Title,
    Day,
    Start,
    End,
    Length,
    Kind,
    Body,
    Room,
    Findings,
    Status,
    Event,
    Meeting,
    Held,
    People,
    Languages,
    Topics,
    Documents,
    Attendance,
    After,
    Remarks,
    Marks,
    ToDos,
    Comments,
    Id,
    /// An own field of the plan.
    Own(FieldId),
}

/// How a cell is edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Editor {
    /// By typing.
    Text,
    /// By typing, with a list of suggestions.
    Suggested,
    /// By choosing one from a list that typing shortens.
    One,
    /// The same, but several can be chosen.
    Several,
}

/// What is known of a column that every plan has.
struct BuiltIn {
    column: Column,
    /// Its name in the settings.
    key: &'static str,
    /// The id of its name.
    name: &'static str,
    /// How wide it is at least, in points.
    width: f32,
}

const fn built_in(column: Column, key: &'static str, name: &'static str, width: f32) -> BuiltIn {
    BuiltIn { column, key, name, width }
}

/// The width of the titles, unless there is less room or more.
const TITLE: f32 = 276.0;

/// The columns that every plan has, from left to right.
const BUILT_IN: [BuiltIn; 24] = [
    built_in(Column::Title, "title", tid("list-column-title"), TITLE),
    built_in(Column::Day, "day", tid("list-column-day"), 88.0),
    built_in(Column::Start, "start", tid("list-column-start"), 60.0),
    built_in(Column::End, "end", tid("list-column-end"), 60.0),
    built_in(Column::Length, "length", tid("list-column-length"), 48.0),
    built_in(Column::Kind, "kind", tid("list-column-kind"), 112.0),
    built_in(Column::Body, "body", tid("list-column-body"), 68.0),
    built_in(Column::Room, "room", tid("list-column-room"), 96.0),
    built_in(Column::Findings, "findings", tid("list-column-findings"), 80.0),
    built_in(Column::Status, "status", tid("list-column-status"), 96.0),
    built_in(Column::Event, "event", tid("list-column-event"), 96.0),
    built_in(Column::Meeting, "meeting", tid("list-column-meeting"), 96.0),
    built_in(Column::Held, "held", tid("list-column-held"), 100.0),
    built_in(Column::People, "people", tid("list-column-people"), 140.0),
    built_in(Column::Languages, "languages", tid("list-column-languages"), 88.0),
    built_in(Column::Topics, "topics", tid("list-column-topics"), 92.0),
    built_in(Column::Documents, "documents", tid("list-column-documents"), 140.0),
    built_in(Column::Attendance, "attendance", tid("list-column-attendance"), 92.0),
    built_in(Column::After, "after", tid("list-column-after"), 140.0),
    built_in(Column::Remarks, "remarks", tid("list-column-remarks"), 180.0),
    built_in(Column::Marks, "marks", tid("list-column-marks"), 48.0),
    built_in(Column::ToDos, "to-dos", tid("list-column-to-dos"), 72.0),
    built_in(Column::Comments, "comments", tid("list-column-comments"), 180.0),
    built_in(Column::Id, "id", tid("list-column-id"), 92.0),
];

/// Before the id of an own field in the settings. No id has a colon.
const OWN: &str = "own:";

impl Column {
    /// All columns for a plan: those that every plan has, then its own fields.
    #[must_use]
    pub fn all(plan: &Plan) -> Vec<Self> {
        let own = plan.fields_of(Holder::Session).map(|field| Self::Own(field.id));
        BUILT_IN.into_iter().map(|built_in| built_in.column).chain(own).collect()
    }

    /// Those that are dispensed with first where there is no room stand last; own fields were made to be seen.
    fn by_worth(all: &[Self]) -> Vec<Self> {
        const FIRST: [Column; 9] = [
            Column::Title,
            Column::Day,
            Column::Start,
            Column::Room,
            Column::Findings,
            Column::Kind,
            Column::Body,
            Column::Length,
            Column::End,
        ];
        const LAST: [Column; 15] = [
            Column::Status,
            Column::Event,
            Column::Languages,
            Column::Marks,
            Column::Id,
            Column::Meeting,
            Column::Held,
            Column::People,
            Column::Topics,
            Column::Documents,
            Column::Remarks,
            Column::Attendance,
            Column::After,
            Column::ToDos,
            Column::Comments,
        ];
        let own = all.iter().copied().filter(|column| matches!(column, Self::Own(_)));
        FIRST.into_iter().chain(own).chain(LAST).collect()
    }

    fn built_in(self) -> Option<&'static BuiltIn> {
        static KNOWN: [BuiltIn; 24] = BUILT_IN;
        KNOWN.iter().find(|built_in| built_in.column == self)
    }

    /// The own field that it shows.
    #[must_use]
    pub fn field(self, plan: &Plan) -> Option<&OwnField> {
        if let Self::Own(id) = self { plan.fields().get(id).map(|field| &**field) } else { None }
    }

    /// What can stand in it, where it shows an own field.
    #[must_use]
    pub fn sort(self, plan: &Plan) -> Option<FieldSort> {
        self.field(plan).map(|field| field.form.sort())
    }

    /// Whether it is there in a plan.
    #[must_use]
    pub fn is_in(self, plan: &Plan) -> bool {
        if let Self::Own(id) = self {
            plan.fields().get(id).is_some_and(|field| field.holder == Holder::Session)
        } else {
            true
        }
    }

    /// Its name.
    #[must_use]
    pub fn name<'a>(self, cx: &ViewContext<'a>) -> &'a str {
        if let Some(built_in) = self.built_in() {
            return cx.text(built_in.name);
        }
        match self.field(cx.plan).map_or("", |field| cx.title(&field.title)) {
            "" => cx.text("field-untitled"),
            title => title,
        }
    }

    /// What stands above it, where its name is too long.
    #[must_use]
    pub fn head<'a>(self, cx: &ViewContext<'a>) -> &'a str {
        if self == Self::Length { cx.text("list-head-length") } else { self.name(cx) }
    }

    /// Its name in the settings.
    #[must_use]
    pub fn key(self) -> Cow<'static, str> {
        match self {
            Self::Own(id) => Cow::Owned(format!("{OWN}{id}")),
            column => Cow::Borrowed(column.built_in().map_or("", |built_in| built_in.key)),
        }
    }

    /// The column of this name in the settings; the plan need not have it.
    #[must_use]
    pub fn named(key: &str) -> Option<Self> {
        match key.strip_prefix(OWN) {
            Some(id) => id.parse().ok().map(Self::Own),
            None => BUILT_IN.into_iter().find(|built_in| built_in.key == key).map(|built_in| built_in.column),
        }
    }

    /// How it is edited, if it is.
    #[must_use]
    pub fn editor(self, plan: &Plan) -> Option<Editor> {
        match self {
            Self::Title | Self::Start | Self::End | Self::Length | Self::Meeting | Self::Attendance | Self::Remarks => {
                Some(Editor::Text)
            }
            Self::Day => Some(Editor::Suggested),
            Self::Kind | Self::Event | Self::Status => Some(Editor::One),
            Self::Body | Self::Room | Self::People | Self::Languages | Self::Topics | Self::Documents => {
                Some(Editor::Several)
            }
            Self::Id | Self::Findings | Self::Marks | Self::After | Self::Held => None,
            // They are written beside the session.
            Self::ToDos | Self::Comments => None,
            Self::Own(_) => self.sort(plan).map(|sort| match sort {
                FieldSort::Text | FieldSort::Number => Editor::Text,
                FieldSort::Date => Editor::Suggested,
                FieldSort::Choice | FieldSort::Tick => Editor::One,
            }),
        }
    }

    /// How wide it is at least, in points.
    fn default_width(self) -> f32 {
        self.built_in().map_or(64.0, |built_in| built_in.width)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Template;

    #[test]
    fn every_column_has_a_name_in_the_settings_and_a_worth() {
        let plan = Template::Wtdc25.plan();
        let mut all = Column::all(&plan);
        all.push(Column::Own("title".parse().unwrap()));
        for &column in &all {
            assert_eq!(Column::named(&column.key()), Some(column));
        }
        let mut by_worth = Column::by_worth(&all);
        by_worth.sort_unstable();
        all.sort_unstable();
        assert_eq!(by_worth, all);
        assert_eq!(Column::named("own:no such id, it is too long"), None);
        assert_eq!(Column::Own("gone".parse().unwrap()).editor(&plan), None);
    }
}
