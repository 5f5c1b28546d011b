//! The booklet of a delegation: who comes, what each meeting asks of it day by day, who attends, and where it would have to be
//! in two places at once. Who attends what is worked out by [`model::attendance`](crate::model::attendance).

use std::collections::BTreeMap;

use super::super::paper::{Heading, Line, Look, Paper, Piece, Table};
use super::super::programme::Entry;
use super::super::progress::ExportError;
use super::super::selection::delegations;
use super::super::words::Words;
use super::desk::{Desk, short_name};
use crate::model::attendance::{Attendance, Delegation, Sitting};
use crate::model::states::party_key;
use crate::model::{EventId, SessionId};
use crate::texts::{Value, dates, tid};

/// A part for each delegation that is asked for, or for all.
///
/// # Errors
/// [`ExportError::NothingToSplit`] where no delegation is known.
pub fn paper(desk: &Desk<'_>) -> Result<Paper, ExportError> {
    let asked = &desk.selection.delegations;
    let names = if asked.is_empty() { delegations(desk.plan) } else { asked.clone() };
    if names.is_empty() {
        return Err(ExportError::NothingToSplit { split: "delegation" });
    }
    // Asked for every person and every delegation, which is much for a name to be looked up.
    let parties: Vec<String> = desk.programme.people.iter().map(|person| party_key(&person.represents)).collect();
    let pieces: Vec<Piece> = names.iter().flat_map(|name| booklet(desk, name, &parties)).collect();
    Ok(desk.paper(tid("handout-booklet"), pieces))
}

/// What is known of a session for a delegation.
#[derive(Default)]
struct Told {
    who: Vec<Line>,
    notes: Vec<Line>,
    is_missed: bool,
}

/// `parties` says of each person of the programme for whom they come.
fn booklet(desk: &Desk<'_>, name: &str, parties: &[String]) -> Vec<Piece> {
    let leading = desk.programme.language();
    let mut pieces = vec![Piece::Heading(Heading::of_part(Words::one(leading, name)).on_new_page(true))];
    let mut told: BTreeMap<SessionId, Told> = BTreeMap::new();
    let mut missed = 0;
    for event in desk.programme.events.iter().map(|event| event.id) {
        let delegation = Delegation::of(desk.plan, event, name);
        if delegation.delegates.is_empty() {
            continue;
        }
        pieces.push(Piece::Table(delegates(desk, &delegation)));
        missed += attended(desk, event, &delegation, &mut told);
    }
    parts(desk, (name, parties), &mut told);
    if missed > 0 {
        let text = desk.programme.labels.text_with("handout-not-attended-count", &[("count", Value::from(missed))]);
        pieces.push(Piece::Facts(Line::default().and(text, Look::Off)));
    }
    for day in &desk.programme.days {
        let own: Vec<&Entry> =
            desk.programme.entries_of(day).iter().filter(|entry| told.contains_key(&entry.id)).collect();
        if own.is_empty() {
            continue;
        }
        let words = desk.programme.labels.day_long(day.date);
        pieces.push(Piece::Heading(Heading { level: 2, ..Heading::of_part(words) }));
        pieces.push(Piece::Table(table(desk, &own, &told)));
    }
    pieces
}

/// Who comes, from when to when.
fn delegates(desk: &Desk<'_>, delegation: &Delegation) -> Table {
    let labels = [(tid("handout-delegate"), 50), (tid("handout-from"), 25), (tid("handout-until"), 25)];
    let mut table = Table::new(labels.into_iter().map(|(id, share)| (desk.label(id), share)).collect());
    for (at, row) in delegation.delegates.iter().enumerate() {
        let moment = |time: Option<crate::model::CivilTime>| {
            time.map(|time| desk.programme.labels.each(|texts| dates::moment_text(texts, time))).unwrap_or_default()
        };
        let known = row.name(desk.plan);
        let function = if known == row.function { "" } else { row.function.as_str() };
        let name = if known.is_empty() { (at + 1).to_string() } else { known.clone() };
        table.row(vec![
            vec![Line::strong(name).beside(function, Look::Soft)],
            vec![Line::plain(moment(row.from))],
            vec![Line::plain(moment(row.until))],
        ]);
    }
    table
}

/// Who attends what; what counts and nobody attends is told with what keeps the delegates. Returns how many those are.
fn attended(desk: &Desk<'_>, event: EventId, delegation: &Delegation, told: &mut BTreeMap<SessionId, Told>) -> usize {
    let attendance = Attendance::of(desk.plan, event, delegation, false);
    let mut missed = 0;
    for sitting in attendance.sittings.iter().filter(|sitting| sitting.counts || sitting.attended.is_some()) {
        if desk.entry(sitting.session).is_none() {
            continue;
        }
        let own = told.entry(sitting.session).or_default();
        match sitting.attended {
            Some((place, _)) => own.who.push(Line::plain(delegate_name(desk, delegation, place))),
            None => {
                missed += 1;
                own.is_missed = true;
                own.who.push(Line::default().and(desk.label(tid("handout-nobody")), Look::Off));
                own.notes.extend(clashes(desk, delegation, &attendance, sitting));
            }
        }
    }
    missed
}

fn delegate_name(desk: &Desk<'_>, delegation: &Delegation, place: usize) -> String {
    let name = delegation.delegates[place].name(desk.plan);
    if name.is_empty() { (place + 1).to_string() } else { name }
}

/// What keeps the delegates while a meeting is held, each once.
fn clashes(desk: &Desk<'_>, delegation: &Delegation, attendance: &Attendance, sitting: &Sitting) -> Vec<Line> {
    let mut kept: Vec<SessionId> = attendance.kept_by(delegation, sitting).into_iter().flatten().collect();
    kept.sort_unstable();
    kept.dedup();
    let line = |id: SessionId| {
        let (_, entry) = desk.entry(id)?;
        let title = short_name(entry);
        let words = desk.programme.labels.text_with(tid("handout-at-once"), &[("title", title.as_str().into())]);
        Some(Line::default().and(words, Look::Off))
    };
    kept.into_iter().filter_map(line).collect()
}

/// What people of the delegation do: the parts they have in sessions, and their statements.
fn parts(desk: &Desk<'_>, (name, parties): (&str, &[String]), told: &mut BTreeMap<SessionId, Told>) {
    let key = party_key(name);
    let programme = desk.programme;
    for entry in &programme.entries {
        for &(person, role) in &entry.people {
            if parties[person] == key {
                let line = Line::soft(programme.labels.role(role)).and(desk.programme.labels.colon(), Look::Soft);
                let name = programme.people[person].name.as_str();
                told.entry(entry.id).or_default().notes.push(line.and(name, Look::Plain));
            }
        }
    }
    for statement in &programme.statements {
        let person = &programme.people[statement.speaker];
        if let Some(place) = statement.entry
            && parties[statement.speaker] == key
        {
            let start = statement.start.map(|start| start.clock()).unwrap_or_default();
            let line = Line::strong(start).and(" ", Look::Plain).and(desk.label(tid("handout-speaker")), Look::Soft);
            let line = line.and(desk.programme.labels.colon(), Look::Soft).and(person.name.as_str(), Look::Plain);
            told.entry(programme.entries[place].id).or_default().notes.push(line);
        }
    }
}

fn table(desk: &Desk<'_>, entries: &[&Entry], told: &BTreeMap<SessionId, Told>) -> Table {
    let labels = [
        (tid("handout-time"), 16),
        (tid("handout-session"), 34),
        (tid("handout-room"), 15),
        (tid("handout-attended-by"), 15),
        (tid("handout-notes"), 20),
    ];
    let mut table = Table::new(labels.into_iter().map(|(id, share)| (desk.label(id), share)).collect());
    for entry in entries {
        let Some(own) = told.get(&entry.id) else { continue };
        // Colour is not the only sign: a mark stands before the hours.
        let hours = desk.programme.labels.hours(entry);
        let hours =
            if own.is_missed { Line::default().and(format!("! {hours}"), Look::Off) } else { desk.hours(entry) };
        table.row(vec![
            vec![hours],
            desk.session(entry),
            vec![Line::plain(desk.programme.room_names(entry))],
            own.who.clone(),
            own.notes.clone(),
        ]);
    }
    table
}
