//! What a finding says, and what a way out of it does, in words: always about whom, never "this session".

use chrono::NaiveDate;

use crate::arrange::{Fix, Remedy};
use crate::check::{Finding, Value};
use crate::model::{Language, LocalText, Placement, Plan, RowId, SessionId, states};

use super::{Texts, Value as Word, dates, short, tid};

/// The sentence of a finding. Titles are in `titles`, or as near to it as the plan has them.
#[must_use]
pub fn sentence(texts: &Texts, plan: &Plan, titles: Language, finding: &Finding) -> String {
    sentence_on(texts, plan, (titles, None), finding)
}

/// The same, where it is clear that `day` is meant: then only hours are told of it.
#[must_use]
pub fn sentence_on(
    texts: &Texts,
    plan: &Plan,
    (titles, day): (Language, Option<NaiveDate>),
    finding: &Finding,
) -> String {
    let named = |id: SessionId| named(texts, plan, titles, (id, finding));
    let mut words: Vec<(&str, String)> = Vec::new();
    let mut counts: Vec<(&str, i32)> = Vec::new();
    for (name, value) in &finding.values {
        match value {
            Value::Count(count) => counts.push((name, *count)),
            Value::Row(row) => words.push((name, row_name(plan, titles, *row))),
            // From ten days on nobody counts hours.
            Value::Minutes(mins) if *mins >= 14_400 => {
                words.push((name, dates::day_count(texts, i64::from(*mins / 1440))))
            }
            Value::Minutes(mins) => words.push((name, dates::length_text(texts, *mins))),
            Value::Seconds(secs) => words.push((name, dates::seconds_text(texts, *secs))),
            Value::Clock(minute) => words.push((name, clock(*minute))),
            Value::Time(time) if day == Some(time.date()) => words.push((name, time.clock())),
            Value::Time(time) => {
                words.push((name, format!("{} {}", dates::day_short(texts, time.date()), time.clock())));
            }
            Value::Day(day) => words.push((name, dates::day_short(texts, *day))),
            Value::Span(span) if day == Some(span.start.date()) => words.push((name, dates::clock_span(texts, *span))),
            Value::Span(span) => words.push((name, dates::span_text(texts, *span))),
            Value::Word(word) => words.push((name, (*word).to_owned())),
        }
    }
    if let Some(&first) = finding.sessions.first() {
        words.push(("first", named(first)));
    }
    if let Some(&second) = finding.sessions.get(1) {
        words.push(("second", named(second)));
    }
    words.push(("sessions", listed(texts, &finding.sessions, named)));
    let words = words.iter().map(|(name, word)| (*name, Word::from(word)));
    let all: Vec<(&str, Word<'_>)> = words.chain(counts.iter().map(|&(name, count)| (name, count.into()))).collect();
    texts.text_with(finding.message, &all)
}

/// Whether a finding tells when it happens.
fn tells_when(finding: &Finding) -> bool {
    finding.values.iter().any(|(_, value)| matches!(value, Value::Day(_) | Value::Span(_) | Value::Time(_)))
}

/// What a session is called in the sentence of a finding: its code alone where the finding says when and no other session
/// in it has that code, else code and number; a title without a code in quotes.
fn named(texts: &Texts, plan: &Plan, titles: Language, (id, finding): (SessionId, &Finding)) -> String {
    let session = |id| plan.sessions().get(id);
    let code = |id| session(id).and_then(|session| short::session_code(plan, titles, session));
    let Some(own) = code(id) else { return session_name(texts, plan, titles, id) };
    let is_alone = finding.sessions.iter().filter(|&&other| other != id).all(|&other| code(other) != Some(own));
    if is_alone && tells_when(finding) { own.to_owned() } else { session_name(texts, plan, titles, id) }
}

/// A session as it is called in a sentence: `COM3, 2nd meeting`, or the short title in quotes.
#[must_use]
pub fn session_name(texts: &Texts, plan: &Plan, titles: Language, id: SessionId) -> String {
    // A new session, which a drag would make, is not in the plan yet: it is called as it will be.
    let Some(session) = plan.sessions().get(id) else { return quoted(texts, texts.text("session-new")) };
    let name = short::session_name(plan, titles, session);
    if short::session_code(plan, titles, session).is_some() {
        return name;
    }
    quoted(texts, if name.is_empty() { texts.text("session-untitled") } else { &name })
}

fn quoted(texts: &Texts, title: &str) -> String {
    texts.text_with("quoted", &[("title", Word::from(title))])
}

/// At most so many sessions are named in one sentence.
const MOST_LISTED: usize = 5;

/// `WG-PL, COM4 and “Network of Women”`, or the first of them and how many more.
fn listed(texts: &Texts, sessions: &[SessionId], named: impl Fn(SessionId) -> String) -> String {
    let mut names: Vec<String> = sessions.iter().take(MOST_LISTED).map(|&id| named(id)).collect();
    let more = sessions.len().saturating_sub(MOST_LISTED);
    if more > 0 {
        let shown = names.join(", ");
        return texts.text_with("listed-and-more", &[("listed", Word::from(&shown)), ("count", Word::from(more))]);
    }
    match names.pop() {
        Some(last) if !names.is_empty() => {
            let shown = names.join(", ");
            texts.text_with("listed-and-last", &[("listed", Word::from(&shown)), ("last", Word::from(&last))])
        }
        last => last.unwrap_or_default(),
    }
}

/// What a way out does: what it moves, and to where. `Move WG4A, 1st meeting to Room A`
#[must_use]
pub fn fix(texts: &Texts, plan: &Plan, titles: Language, fix: &Fix) -> String {
    let name = |id: SessionId| session_name(texts, plan, titles, id);
    let session = fix.session.map(name).unwrap_or_default();
    let session = Word::from(&session);
    match &fix.remedy {
        Remedy::OtherRoom(id) => {
            let room = row_name(plan, titles, (*id).into());
            texts.text_with("fix-move", &[("session", session), ("place", Word::from(&room))])
        }
        Remedy::Slot(at) => {
            let now = fix.session.and_then(|id| plan.sessions().get(id)?.placement.as_ref());
            let place = place(texts, plan, titles, (now, at));
            texts.text_with("fix-move", &[("session", session), ("place", Word::from(&place))])
        }
        Remedy::Swap(id) => texts.text_with("fix-swap", &[("session", session), ("other", Word::from(&name(*id)))]),
        Remedy::Shorten(length) => {
            let length = dates::length_text(texts, length.mins());
            texts.text_with("fix-shorten", &[("session", session), ("length", Word::from(&length))])
        }
        Remedy::Later { count, mins } => {
            let (more, length) = (count.saturating_sub(1), dates::length_text(texts, *mins));
            texts.text_with(
                "fix-later",
                &[("session", session), ("count", more.into()), ("length", Word::from(&length))],
            )
        }
        Remedy::Team(id) => {
            let team = row_name(plan, titles, (*id).into());
            texts.text_with("fix-team", &[("session", session), ("team", Word::from(&team))])
        }
        Remedy::NewTeam(title, day) => {
            let (team, day) = (title.get(titles), dates::day_short(texts, *day));
            texts.text_with(
                "fix-new-team",
                &[("session", session), ("team", Word::from(team)), ("day", Word::from(&day))],
            )
        }
        Remedy::Tray => texts.text_with("fix-tray", &[("session", session)]),
        Remedy::StatementLength(person, secs) => {
            let length = dates::seconds_text(texts, i32::try_from(*secs).unwrap_or(i32::MAX));
            let person = row_name(plan, titles, (*person).into());
            texts.text_with("fix-text-secs", &[("person", Word::from(&person)), ("length", Word::from(&length))])
        }
    }
}

/// Where something goes: only what is another than now. `Fri 21 Nov`, `14:30`, `Fri 21 Nov 14:30, Room B`
#[must_use]
pub fn place(texts: &Texts, plan: &Plan, titles: Language, (now, at): (Option<&Placement>, &Placement)) -> String {
    let new_day = now.is_none_or(|now| now.start.date() != at.start.date());
    let new_clock = now.is_none_or(|now| now.start.minute_of_day() != at.start.minute_of_day());
    let mut when = Vec::new();
    if new_day {
        when.push(dates::day_short(texts, at.start.date()));
    }
    if new_clock {
        when.push(at.start.clock());
    }
    let mut parts: Vec<String> = Some(when.join(" ")).filter(|when| !when.is_empty()).into_iter().collect();
    if now.is_none_or(|now| now.rooms != at.rooms) {
        parts.extend(at.rooms.iter().map(|&room| row_name(plan, titles, room.into())));
    }
    parts.join(", ")
}

/// A time of day, up to `24:00`.
#[must_use]
pub fn clock(minute: i32) -> String {
    format!("{:02}:{:02}", minute.div_euclid(60), minute.rem_euclid(60))
}

/// What a row is called in a sentence: short where it has a short name.
#[must_use]
pub fn row_name(plan: &Plan, language: Language, row: RowId) -> String {
    let short = |code: &LocalText, title: &LocalText| {
        let code = code.get(language);
        if code.is_empty() { title.get(language).to_owned() } else { code.to_owned() }
    };
    let name = match row {
        RowId::Field(id) => plan.fields().get(id).map(|row| row.title.get(language).to_owned()),
        RowId::Rank(id) => plan.ranks().get(id).map(|row| row.title.get(language).to_owned()),
        RowId::Kind(id) => plan.kinds().get(id).map(|row| row.title.get(language).to_owned()),
        RowId::Event(id) => plan.events().get(id).map(|row| short(&row.code, &row.title)),
        RowId::Body(id) => plan.bodies().get(id).map(|row| short(&row.code, &row.title)),
        RowId::Room(id) => plan.rooms().get(id).map(|row| row.title.get(language).to_owned()),
        RowId::Person(id) => plan.people().get(id).map(|row| row.name.clone()),
        RowId::Topic(id) => plan.topics().get(id).map(|row| row.code.clone()),
        RowId::Document(id) => plan.documents().get(id).map(|row| row.symbol.clone()),
        RowId::Session(id) => plan.sessions().get(id).map(|row| row.title.get(language).to_owned()),
        RowId::Item(id) => plan.items().get(id).map(|row| row.title.get(language).to_owned()),
        RowId::Delegate(id) => plan.delegates().get(id).map(|row| row.name(plan)),
        RowId::Team(id) => plan.teams().get(id).map(|row| row.title.get(language).to_owned()),
        RowId::RoomRequest(id) => plan.requests().get(id).map(|row| {
            let asked_by = row.asked_by.trim();
            match states::named(asked_by) {
                Some(state) => state.name(language).to_owned(),
                None if asked_by.is_empty() => row.title.get(language).to_owned(),
                None => asked_by.to_owned(),
            }
        }),
        RowId::Post(id) => {
            let body = plan.posts().get(id).and_then(|row| plan.bodies().get(row.body));
            body.map(|row| short(&row.code, &row.title))
        }
        RowId::Statement(id) => {
            let speaker = plan.statements().get(id).and_then(|row| plan.people().get(row.speaker));
            speaker.map(|row| row.name.clone())
        }
        RowId::Note(_)
        | RowId::Rule(_)
        | RowId::Waiver(_)
        | RowId::Release(_)
        | RowId::Record(_)
        | RowId::Comment(_) => None,
    };
    name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| row.name())
}

/// The ids of the name and the explanation of a rule.
#[must_use]
pub fn rule_ids(rule: &str) -> [String; 3] {
    [format!("rule-{rule}"), format!("rule-{rule}-about"), format!("rule-{rule}-basis")]
}

/// The id of what a severity is called.
#[must_use]
pub fn severity(severity: crate::model::Severity) -> &'static str {
    use crate::model::Severity;
    match severity {
        Severity::Error => tid("severity-error"),
        Severity::Warning => tid("severity-warning"),
        Severity::Hint => tid("severity-hint"),
        Severity::Off => tid("severity-off"),
    }
}
