//! What the roster shows, worked out and put into words once for each state of the plan.

use chrono::NaiveDate;

use crate::app::context::ViewContext;
use crate::model::roster::{Against, Breach, DayPart, Limits, Roster, Sitting};
use crate::model::{EventId, Language, SessionId};
use crate::texts::{Value, dates, short, tid};
use crate::workbench::Generation;

/// A row of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// What a team does in a part of each day.
    Team(usize, DayPart),
    /// What no team does: the first of each day, the second, and so on.
    Gap(usize),
}

impl Row {
    /// The team of it.
    #[must_use]
    pub fn team(self) -> Option<usize> {
        if let Self::Team(team, _) = self { Some(team) } else { None }
    }
}

/// A sitting in words.
#[derive(Debug)]
pub struct Card {
    /// Its meetings, as they are called.
    pub name: String,
    /// The same in codes.
    pub title: String,
    /// Their hours.
    pub hours: String,
    /// All of it, for those who do not see it.
    pub spoken: String,
    /// What speaks against its team.
    pub against: Vec<Against>,
}

/// What was worked out, and from what.
#[derive(Debug)]
pub struct Known {
    at: (Generation, EventId, bool, [Language; 2]),
    /// The roster.
    pub roster: Roster,
    /// The days that show.
    pub days: Vec<NaiveDate>,
    /// The rows, from top to bottom.
    pub rows: Vec<Row>,
    /// The sittings in the cells of each row.
    cells: Vec<Vec<Option<usize>>>,
    /// A card for each sitting.
    pub cards: Vec<Card>,
    /// How many teams are needed, by part and shown day.
    pub needed: Vec<[usize; 4]>,
}

impl Known {
    /// That of an event, of all days or only of those with sittings without a team; as it was where nothing has changed.
    #[must_use]
    pub fn of(known: Option<Self>, cx: &ViewContext<'_>, (event, gaps_only): (EventId, bool)) -> Self {
        let languages = [cx.texts.language(), cx.settings.title_language()];
        let at = (cx.workbench.generation(), event, gaps_only, languages);
        if let Some(known) = known.filter(|known| known.at == at) {
            return known;
        }
        let roster = Roster::of(cx.plan, event, cx.workbench.checker().settings().team_limits());
        let has_gap = |day: &NaiveDate| roster.gaps().any(|gap| gap.day == *day);
        let days: Vec<NaiveDate> = roster.days.iter().copied().filter(|day| !gaps_only || has_gap(day)).collect();
        let stack = days.iter().map(|day| roster.gaps().filter(|gap| gap.day == *day).count()).max().unwrap_or(0);
        let of_team = |team| DayPart::ALL.map(move |part| Row::Team(team, part));
        let rows: Vec<Row> = (0..roster.teams.len()).flat_map(of_team).chain((0..stack.max(1)).map(Row::Gap)).collect();
        let cells = rows.iter().map(|&row| days.iter().map(|&day| in_cell(&roster, row, day)).collect()).collect();
        let cards = roster.sittings.iter().map(|sitting| card(cx, &roster, sitting)).collect();
        let needed = days.iter().map(|&day| DayPart::ALL.map(|part| roster.needed(day, part))).collect();
        Self { at, roster, days, rows, cells, cards, needed }
    }

    /// The sitting in a cell, by its place.
    #[must_use]
    pub fn sitting(&self, row: Row, day: usize) -> Option<usize> {
        let at = match row {
            Row::Team(team, part) => team * DayPart::ALL.len() + part as usize,
            Row::Gap(place) => self.roster.teams.len() * DayPart::ALL.len() + place,
        };
        *self.cells.get(at)?.get(day)?
    }

    /// The cell of a session.
    #[must_use]
    pub fn cell_of(&self, session: SessionId) -> Option<(Row, usize)> {
        let has = |sitting: &Sitting| sitting.meetings.iter().any(|&at| self.roster.meetings[at].session == session);
        let sitting = self.roster.sittings.iter().find(|sitting| has(sitting))?;
        let day = self.days.iter().position(|day| *day == sitting.day)?;
        let row = match sitting.team {
            Some(team) => Row::Team(team, sitting.part),
            None => {
                let gaps = self.roster.gaps().filter(|gap| gap.day == sitting.day);
                Row::Gap(gaps.take_while(|gap| *gap != sitting).count())
            }
        };
        Some((row, day))
    }
}

fn in_cell(roster: &Roster, row: Row, day: NaiveDate) -> Option<usize> {
    match row {
        Row::Team(team, part) => roster.cell(Some(team), day, part).map(|(at, _)| at).next(),
        Row::Gap(place) => {
            let gaps = roster.sittings.iter().enumerate().filter(|(_, one)| one.team.is_none() && one.day == day);
            gaps.map(|(at, _)| at).nth(place)
        }
    }
}

fn card(cx: &ViewContext<'_>, roster: &Roster, sitting: &Sitting) -> Card {
    let language = cx.settings.title_language();
    let rows: Vec<_> = roster.sessions(sitting).into_iter().filter_map(|id| cx.plan.sessions().get(id)).collect();
    let code = |row: &crate::model::Session| {
        let own = short::session_code(cx.plan, language, row).map(ToOwned::to_owned);
        own.or_else(|| Some(cx.body_codes(row)).filter(|codes| !codes.is_empty()))
    };
    let mut titles: Vec<String> =
        rows.iter().map(|row| code(row).unwrap_or_else(|| short::session_name(cx.plan, language, row))).collect();
    titles.dedup();
    let names: Vec<String> = rows.iter().map(|row| short::session_name(cx.plan, language, row)).collect();
    let span = roster.span(sitting);
    let hours = span.map(|span| dates::clock_span(cx.texts, span)).unwrap_or_default();
    let when = span.map(|span| dates::span_text(cx.texts, span)).unwrap_or_default();
    let team = team_name(cx, roster, sitting.team);
    let all = roster.against(sitting);
    let names = names.join(", ");
    let values = [("what", Value::from(&names)), ("when", Value::from(&when)), ("team", Value::from(&team))];
    let mut spoken = cx.texts.text_with("roster-spoken", &values);
    for one in &all {
        spoken = format!("{spoken}; {}", against(cx, &roster.limits, &team, one));
    }
    Card { name: names, title: titles.join(", "), hours, spoken, against: all }
}

/// What a team is called, or that there is none.
#[must_use]
pub fn team_name(cx: &ViewContext<'_>, roster: &Roster, team: Option<usize>) -> String {
    let title = team.and_then(|team| roster.teams.get(team)).map(|team| cx.title(&team.title).to_owned());
    title.unwrap_or_else(|| cx.text("roster-no-team").to_owned())
}

/// The figure that speaks against a team, as short as it can be said.
#[must_use]
pub fn figure(cx: &ViewContext<'_>, limits: &Limits, against: &Against) -> String {
    let of = |count: usize, most: i32| {
        cx.texts.text_with("roster-of", &[("count", Value::from(count)), ("all", Value::from(most))])
    };
    match against {
        Against::Away => cx.text("roster-figure-away").to_owned(),
        Against::Languages(languages) => {
            languages.iter().map(|language| language.code().to_uppercase()).collect::<Vec<_>>().join(" ")
        }
        Against::Limit(Breach::AtOnce(_)) => cx.text("roster-figure-at-once").to_owned(),
        Against::Limit(Breach::Pause { mins, .. } | Breach::Stretch(mins) | Breach::Rest(mins)) => {
            dates::length_text(cx.texts, *mins)
        }
        Against::Limit(Breach::Day(count)) => of(*count, limits.sittings_a_day),
        Against::Limit(Breach::Week(count)) => of(*count, limits.sittings_a_week),
    }
}

/// What speaks against a team, in a sentence.
#[must_use]
pub fn against(cx: &ViewContext<'_>, limits: &Limits, team: &str, against: &Against) -> String {
    let length = |mins: i32| dates::length_text(cx.texts, mins);
    let say = |id: &'static str, figure: &str, limit: &str| {
        let values = [("team", Value::from(team)), ("figure", Value::from(figure)), ("limit", Value::from(limit))];
        cx.texts.text_with(id, &values)
    };
    match *against {
        Against::Away => say(tid("roster-against-away"), "", ""),
        Against::Languages(languages) => {
            let codes: Vec<&str> = languages.iter().map(crate::model::Language::own_name).collect();
            say(tid("roster-against-languages"), &codes.join(", "), "")
        }
        Against::Limit(Breach::AtOnce(mins)) => say(tid("roster-against-at-once"), &length(mins), ""),
        Against::Limit(Breach::Pause { mins, .. }) => {
            say(tid("roster-against-pause"), &length(mins), &length(limits.pause_mins))
        }
        Against::Limit(Breach::Stretch(mins)) => {
            say(tid("roster-against-stretch"), &length(mins), &length(limits.longest_mins))
        }
        Against::Limit(Breach::Rest(mins)) => say(tid("roster-against-rest"), &length(mins), &length(limits.rest_mins)),
        Against::Limit(Breach::Day(count)) => {
            say(tid("roster-against-day"), &count.to_string(), &limits.sittings_a_day.to_string())
        }
        Against::Limit(Breach::Week(count)) => {
            say(tid("roster-against-week"), &count.to_string(), &limits.sittings_a_week.to_string())
        }
    }
}
