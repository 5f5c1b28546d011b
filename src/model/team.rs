//! Teams of interpreters.

use chrono::NaiveDate;

use super::{Id, LanguageSet, LocalText, PersonId, Plan, Row, RowError, RowId, RowKind, Source, TeamId};

/// Interpreters who work together: one team serves one sitting in all its languages.
#[derive(Clone, Debug, PartialEq)]
pub struct Team {
    /// Its name in the plan.
    pub id: TeamId,
    /// What it is called, such as `Team A`.
    pub title: LocalText,
    /// The languages between which it interprets.
    pub languages: LanguageSet,
    /// How many interpreters it has; 0 where that is not known.
    pub size: u16,
    /// Those of them who are known by name.
    pub members: Vec<PersonId>,
    /// The first day on which it is there; `None` where it always was.
    pub from: Option<NaiveDate>,
    /// The last day on which it is there; `None` where it stays.
    pub until: Option<NaiveDate>,
    /// Where it stands among the teams; smaller comes first.
    pub order: i32,
    /// Whatever else a planner wants to remember.
    pub remarks: String,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

impl Team {
    /// How many interpreters six languages take: two in a booth, three where the booth works both ways (Arabic and
    /// Chinese; AIIC Canada, WTPF-09).
    pub const USUAL_SIZE: u16 = 14;

    /// One that interprets between all six languages and is always there.
    #[must_use]
    pub fn new(id: TeamId, title: LocalText) -> Self {
        Self {
            id,
            title,
            languages: LanguageSet::ALL,
            size: Self::USUAL_SIZE,
            members: Vec::new(),
            from: None,
            until: None,
            order: 0,
            remarks: String::new(),
            sources: Vec::new(),
        }
    }

    /// One that comes after all others and is there from a day on. It is called after the last one: `Team C` is followed by
    /// `Team D`, and 2 by 3; where there is nothing to go by, it has a letter by its place.
    #[must_use]
    pub fn following(plan: &Plan, from: Option<NaiveDate>) -> Self {
        let last = plan.teams().iter().max_by_key(|team| (team.order, team.id));
        let title = last.and_then(|team| next_title(&team.title));
        let title = title.unwrap_or_else(|| LocalText::from(Self::letter(plan.teams().len()).as_str()));
        let order = last.map_or(0, |team| team.order.saturating_add(1));
        Self { from, order, ..Self::new(plan.teams().free_id("team-"), title) }
    }

    /// The letter of the team at a place: `A`, `B`, and 27 after `Z`.
    #[must_use]
    pub fn letter(place: usize) -> String {
        let letter = u8::try_from(place).ok().filter(|&at| at < 26).map(|at| char::from(b'A' + at));
        letter.map_or_else(|| (place + 1).to_string(), String::from)
    }

    /// Whether it is there on a day.
    #[must_use]
    pub fn is_there(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

impl Row for Team {
    const KIND: RowKind = RowKind::Team;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        self.members.iter().for_each(|&id| visit(id.into()));
    }

    fn check(&self) -> Result<(), RowError> {
        match (self.from, self.until) {
            (Some(from), Some(until)) if until < from => Err(RowError::DaysReversed),
            _ => Ok(()),
        }
    }
}

fn next_title(title: &LocalText) -> Option<LocalText> {
    let mut next = LocalText::default();
    for (language, text) in title.iter() {
        next.set(language, &next_name(text)?);
    }
    (!next.is_empty()).then_some(next)
}

fn next_name(text: &str) -> Option<String> {
    let last = text.chars().next_back()?;
    if last.is_ascii_digit() {
        let stem = text.trim_end_matches(|one: char| one.is_ascii_digit());
        let number: u32 = text[stem.len()..].parse().ok()?;
        return Some(format!("{stem}{}", number.checked_add(1)?));
    }
    let stem = &text[..text.len() - last.len_utf8()];
    let is_alone = stem.chars().next_back().is_none_or(|before| !before.is_alphanumeric());
    let next = char::from_u32(u32::from(last) + 1)?;
    (is_alone && last.is_uppercase() && next.is_uppercase()).then(|| format!("{stem}{next}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::zone::Tz;
    use crate::model::{Header, Language, Patch};

    #[test]
    fn a_team_is_called_after_the_last_one() {
        for (name, next) in [
            ("Team C", Some("Team D")),
            ("Группа В", Some("Группа Г")),
            ("9", Some("10")),
            ("Z", None),
            ("Geneva", None),
            ("ABC", None),
        ] {
            assert_eq!(next_name(name).as_deref(), next, "{name}");
        }
        let mut plan = Plan::new(Header::in_zone(Tz::UTC));
        let first = Team::following(&plan, None);
        assert_eq!((first.title.clone(), first.order), (LocalText::from("A"), 0));
        let mut patch = Patch::default();
        let title = LocalText::one(Language::English, "Team A").with(Language::Russian, "Бригада А");
        patch.put(&plan, Team { title, order: 4, ..first });
        plan.apply(&patch).unwrap();
        let second = Team::following(&plan, None);
        assert_eq!(second.title, LocalText::one(Language::English, "Team B").with(Language::Russian, "Бригада Б"));
        assert_eq!(second.order, 5);
        assert!(!plan.teams().contains(second.id));
        assert_eq!((Team::letter(25), Team::letter(26)), ("Z".to_owned(), "27".to_owned()));
    }
}
