//! The interpreters' roster: teams as columns, sittings as rows, week by week, with hours, relay and what is over the limits.
//! Which team sits when is worked out by [`model::roster`](crate::model::roster).

use chrono::NaiveDate;

use super::super::paper::{Heading, Line, Look, Paper, Piece, Table};
use super::super::words::Words;
use super::desk::{Desk, interpreted, short_name};
use crate::check::RuleSettings;
use crate::model::roster::{self, Breach, DayPart, Limits, Roster, Sitting};
use crate::model::{Language, LanguageSet};
use crate::texts::{Value, dates, tid};

/// The roster of every event that is handed out and needs interpretation.
pub fn paper(desk: &Desk<'_>) -> Paper {
    let limits = RuleSettings::new(desk.plan).team_limits();
    let mut pieces = Vec::new();
    for event in roster::events(desk.plan) {
        let roster = Roster::of(desk.plan, event, limits);
        let is_told = |sitting: &Sitting| roster.sessions(sitting).iter().any(|&id| desk.entry(id).is_some());
        let told: Vec<&Sitting> = roster.sittings.iter().filter(|sitting| is_told(sitting)).collect();
        for week in roster.weeks() {
            let of_week: Vec<&Sitting> =
                told.iter().copied().filter(|sitting| roster::monday(sitting.day) == week).collect();
            if !of_week.is_empty() {
                pieces.extend(week_of(desk, &roster, &of_week, week));
            }
        }
    }
    desk.paper(tid("handout-roster"), pieces)
}

fn week_of(desk: &Desk<'_>, roster: &Roster, sittings: &[&Sitting], week: NaiveDate) -> Vec<Piece> {
    let mut days: Vec<NaiveDate> = sittings.iter().map(|sitting| sitting.day).collect();
    days.sort_unstable();
    days.dedup();
    let (first, last) = (days[0], days[days.len() - 1]);
    let dates = desk.programme.labels.each(|texts| dates::dates_text(texts, first, last));
    vec![
        Piece::Heading(
            // A meeting of a day or two shares a page.
            Heading::of_part(dates).on_new_page(days.len() > 2),
        ),
        Piece::Table(grid(desk, roster, sittings, &days)),
        Piece::Table(loads(desk, roster, sittings, week)),
    ]
}

/// The columns: all teams, and what has none where there is such a thing.
fn columns(roster: &Roster, sittings: &[&Sitting]) -> Vec<Option<usize>> {
    let teams = (0..roster.teams.len()).map(Some);
    let is_open = sittings.iter().any(|sitting| sitting.team.is_none());
    teams.chain(is_open.then_some(None)).collect()
}

fn team_name(desk: &Desk<'_>, roster: &Roster, team: Option<usize>) -> Words {
    team.map_or_else(|| desk.label(tid("handout-without-team")), |team| desk.words(&roster.teams[team].title))
}

/// Days as bands, sittings as rows.
fn grid(desk: &Desk<'_>, roster: &Roster, sittings: &[&Sitting], days: &[NaiveDate]) -> Table {
    let columns = columns(roster, sittings);
    let heads = columns.iter().map(|&team| (team_name(desk, roster, team), 20));
    let mut table = Table::new(std::iter::once((desk.label(tid("handout-sitting")), 11)).chain(heads).collect());
    for &day in days {
        let mut cells = vec![Vec::new(); columns.len() + 1];
        cells[0] = vec![Line::strong(desk.programme.labels.day_short(day))];
        table.band(cells);
        for part in DayPart::ALL {
            let own: Vec<&&Sitting> =
                sittings.iter().filter(|sitting| (sitting.day, sitting.part) == (day, part)).collect();
            if own.is_empty() {
                continue;
            }
            let mut cells = vec![vec![Line::plain(desk.label(part_name(part)))]];
            for &team in &columns {
                let of_team = own.iter().filter(|sitting| sitting.team == team);
                cells.push(of_team.flat_map(|sitting| cell(desk, roster, sitting)).collect());
            }
            table.row(cells);
        }
    }
    table
}

fn part_name(part: DayPart) -> &'static str {
    match part {
        DayPart::Early => tid("handout-early"),
        DayPart::Forenoon => tid("handout-forenoon"),
        DayPart::Afternoon => tid("handout-afternoon"),
        DayPart::Evening => tid("handout-evening"),
    }
}

/// The meetings of a sitting: which, when, where, between which languages, what is taken in relay.
fn cell(desk: &Desk<'_>, roster: &Roster, sitting: &Sitting) -> Vec<Line> {
    let mut lines = Vec::new();
    for &at in &sitting.meetings {
        let meeting = &roster.meetings[at];
        let Some((_, entry)) = desk.entry(meeting.session) else { continue };
        lines.push(Line::strong(short_name(entry)));
        lines
            .push(Line::plain(desk.programme.labels.hours(entry)).beside(desk.programme.room_names(entry), Look::Soft));
        let known = sitting.team.map_or(LanguageSet::ALL, |team| roster.teams[team].languages);
        let lacking: LanguageSet = meeting.languages.iter().filter(|one| !known.contains(*one)).collect();
        let relayed: LanguageSet = meeting.languages.iter().filter(|one| is_relayed(*one)).collect();
        let mut line = Line::soft(interpreted(entry));
        if !relayed.is_empty() && meeting.languages.len() > 2 {
            line = line
                .beside(desk.label(tid("handout-relay")), Look::Soft)
                .and(format!(" {}", letters(relayed)), Look::Soft);
        }
        if !lacking.is_empty() {
            line = line
                .beside(desk.label(tid("handout-without")), Look::Off)
                .and(format!(" {}", letters(lacking)), Look::Off);
        }
        lines.push(line);
    }
    lines
}

/// Booths that work both ways take the floor for all others, which interpret from what they say (AIIC: Arabic and Chinese).
fn is_relayed(language: Language) -> bool {
    matches!(language, Language::Arabic | Language::Chinese)
}

fn letters(languages: LanguageSet) -> String {
    languages.iter().map(|language| language.letter().to_string()).collect::<Vec<_>>().join("\u{a0}")
}

/// What each team does in the week, and where it is more than it can carry.
fn loads(desk: &Desk<'_>, roster: &Roster, sittings: &[&Sitting], week: NaiveDate) -> Table {
    let labels = [
        (tid("handout-team"), 22),
        (tid("handout-interpreters"), 12),
        (tid("handout-languages"), 16),
        (tid("handout-sittings"), 12),
        (tid("handout-hours"), 12),
        (tid("handout-overtime"), 36),
    ];
    let mut table = Table::new(labels.into_iter().map(|(id, share)| (desk.label(id), share)).collect());
    for team in columns(roster, sittings) {
        let load = roster.load(team, week);
        let row = team.map(|team| &roster.teams[team]);
        let size = row.filter(|row| row.size > 0).map(|row| row.size.to_string()).unwrap_or_default();
        let over = team.map(|team| over(desk, roster, team, week)).unwrap_or_default();
        table.row(vec![
            vec![Line::strong(team_name(desk, roster, team))],
            vec![Line::plain(size)],
            vec![Line::plain(row.map(|row| letters(row.languages)).unwrap_or_default())],
            vec![Line::plain(load.sittings.to_string())],
            vec![Line::plain(desk.length(load.mins))],
            over,
        ]);
    }
    table
}

/// What a team does beyond its limits in a week, a line each.
fn over(desk: &Desk<'_>, roster: &Roster, team: usize, week: NaiveDate) -> Vec<Line> {
    let of_week = roster.broken[team].iter().filter(|broken| {
        let first = broken.what.first().map(|&at| roster.meetings[at].span.start.date());
        first.is_some_and(|day| roster::monday(day) == week)
    });
    let line = |broken: &roster::Broken<usize>| {
        let told = told(desk, &roster.limits, broken.breach);
        let day = broken.what.last().map(|&at| roster.meetings[at].span.start.date());
        let is_of_day = !matches!(broken.breach, Breach::Week(_));
        let day = day.filter(|_| is_of_day).map(|day| desk.programme.labels.day_short(day)).unwrap_or_default();
        Line::soft(day).beside(told, Look::Off)
    };
    of_week.map(line).collect()
}

fn told(desk: &Desk<'_>, limits: &Limits, breach: Breach) -> Words {
    let labels = &desk.programme.labels;
    let say = |id: &'static str, is: &str, most: &str| {
        labels.text_with(id, &[("is", Value::from(is)), ("most", Value::from(most))])
    };
    match breach {
        Breach::AtOnce(mins) => say(tid("handout-over-at-once"), &desk.length(mins), ""),
        Breach::Pause { mins, .. } => {
            say(tid("handout-over-pause"), &desk.length(mins), &desk.length(limits.pause_mins))
        }
        Breach::Stretch(mins) => {
            say(tid("handout-over-stretch"), &desk.length(mins), &desk.length(limits.longest_mins))
        }
        Breach::Day(count) => say(tid("handout-over-day"), &count.to_string(), &limits.sittings_a_day.to_string()),
        Breach::Week(count) => say(tid("handout-over-week"), &count.to_string(), &limits.sittings_a_week.to_string()),
        Breach::Rest(mins) => say(tid("handout-over-rest"), &desk.length(mins), &desk.length(limits.rest_mins)),
    }
}
