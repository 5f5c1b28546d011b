//! From two plans to what is different for a reader.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use rustc_hash::FxHashMap;

use super::super::programme::{Entry, Labels, Programme, Wish};
use super::super::reserved;
use super::super::selection::Selection;
use super::super::words::Words;
use super::lines::Lines;
use super::{Asked, Changed, ChangedDay, Changes, Place};
use crate::merge::{RowChange, Subject, compare};
use crate::model::zone;
use crate::model::{Language, Plan, RowId, Session, SessionId, Status};
use crate::texts::{Texts, Value, dates, tid};

impl Changes {
    /// What is different in `after`; no day where nothing is.
    #[must_use]
    pub fn new(before: &Plan, after: &Plan, asked: &Asked<'_>) -> Self {
        let [before, after] = [before, after].map(reserved::shown);
        let (before, after) = (&*before, &*after);
        let rows: FxHashMap<SessionId, RowChange> = compare(before, after)
            .rows
            .into_iter()
            .filter_map(|row| match row.subject {
                Subject::Row(RowId::Session(id)) => Some((id, row)),
                _ => None,
            })
            .collect();
        let mut ids: Vec<SessionId> = rows.keys().copied().collect();
        ids.sort_unstable();
        let [was, mut is] = [before, after].map(|plan| programme(plan, &ids, asked));
        let (was_at, is_at) = (announced(&was), announced(&is));
        let gathering =
            Gathering { plans: [before, after], was: (&was, &was_at), is: (&is, &is_at), rows: &rows, asked };
        let found: Vec<Found> = ids.iter().filter_map(|&id| gathering.found(id)).collect();
        let days = gathering.days(&found);
        let told: BTreeSet<SessionId> = found.iter().map(|found| found.id).collect();
        let states = states(&is.labels, [before, after], asked.kept);
        let issued = moment(&is.labels, asked.issued, is.home);
        // The clock of what is gone counts, too.
        let there: BTreeSet<SessionId> = is.entries.iter().map(|entry| entry.id).collect();
        is.entries.extend(was.entries.into_iter().filter(|entry| !there.contains(&entry.id)));
        is.entries.retain(|entry| told.contains(&entry.id));
        Self { zone: is.zone_words(), programme: is, states, issued, days, count: told.len() }
    }
}

/// The changed sessions of a plan.
fn programme(plan: &Plan, ids: &[SessionId], asked: &Asked<'_>) -> Programme {
    let selection = Selection { sessions: ids.to_vec(), ..Selection::default() };
    let languages = asked.languages;
    let wish = Wish {
        selection: &selection,
        languages,
        zone: None,
        is_internal: false,
        with_steps: false,
        checker: None,
        made: asked.issued,
    };
    Programme::new(plan, &wish)
}

/// Where sessions are for a reader: what waits or is cancelled is nowhere.
type Announced = FxHashMap<SessionId, usize>;

fn announced(programme: &Programme) -> Announced {
    let entries = programme.entries.iter().enumerate().filter(|(_, entry)| entry.status != Status::Cancelled);
    entries.map(|(place, entry)| (entry.id, place)).collect()
}

/// By day, then by time.
type Order = (NaiveDate, DateTime<Utc>, SessionId);

struct Gathering<'a> {
    plans: [&'a Plan; 2],
    was: (&'a Programme, &'a Announced),
    is: (&'a Programme, &'a Announced),
    rows: &'a FxHashMap<SessionId, RowChange>,
    asked: &'a Asked<'a>,
}

/// A session that is different for a reader.
struct Found<'a> {
    id: SessionId,
    was: Option<&'a Entry>,
    is: Option<&'a Entry>,
    lines: Vec<Words>,
}

impl<'a> Gathering<'a> {
    fn found(&self, id: SessionId) -> Option<Found<'a>> {
        let find = |(programme, places): (&'a Programme, &Announced)| Some(&programme.entries[*places.get(&id)?]);
        let (was, is) = (find(self.was), find(self.is));
        let lines = match (was, is) {
            (None, None) => return None,
            (Some(_), Some(_)) => {
                let lines = Lines { plans: self.plans, labels: &self.is.0.labels, languages: &self.is.0.languages };
                let meeting = |entry: Option<&'a Entry>| entry.map(|entry| &entry.meeting);
                lines.of(id, self.rows.get(&id)?, meeting(was) != meeting(is))
            }
            _ => Vec::new(),
        };
        let is_same_place = was.zip(is).is_some_and(|(was, is)| is_same_time(was, is) && self.is_same_rooms(id));
        (!is_same_place || !lines.is_empty()).then_some(Found { id, was, is, lines })
    }

    fn session(&self, id: SessionId, place: usize) -> Option<&'a Session> {
        self.plans[place].sessions().get(id).map(|session| &**session)
    }

    fn is_same_rooms(&self, id: SessionId) -> bool {
        let rooms = |place| self.session(id, place).map(Session::rooms);
        rooms(0) == rooms(1)
    }

    fn days(&self, found: &[Found<'_>]) -> Vec<ChangedDay> {
        let mut told: Vec<(Order, Changed)> = Vec::new();
        for one in found {
            let at = |entry: Option<&Entry>| entry.map(|entry| (entry.span.start.date(), entry.start));
            let (was, is) = (at(one.was), at(one.is));
            let places = [is, was.filter(|was| is.is_none_or(|is| is.0 != was.0))];
            for (date, start) in places.into_iter().flatten() {
                told.push(((date, start, one.id), self.changed(one, date)));
            }
        }
        told.sort_by_key(|(order, _)| *order);
        let mut days: Vec<ChangedDay> = Vec::new();
        for ((date, ..), changed) in told {
            match days.last_mut() {
                Some(day) if day.date == date => day.changes.push(changed),
                _ => days.push(ChangedDay { date, changes: vec![changed] }),
            }
        }
        days
    }

    fn changed(&self, found: &Found<'_>, date: NaiveDate) -> Changed {
        let labels = &self.is.0.labels;
        let (programme, entry) = match (found.is, found.was) {
            (Some(entry), _) => (self.is.0, Some(entry)),
            (None, entry) => (self.was.0, entry),
        };
        let is_off = self.session(found.id, 1).is_none_or(|session| session.status == Status::Cancelled);
        let was_off = self.session(found.id, 0).is_some_and(|row| row.status == Status::Cancelled);
        let (same_time, same_rooms) =
            (found.was.zip(found.is).is_some_and(|(was, is)| is_same_time(was, is)), self.is_same_rooms(found.id));
        let what = match (found.was, found.is) {
            (None, Some(_)) if was_off => tid("change-revived"),
            (None, _) => tid("change-new"),
            (Some(_), None) if is_off => tid("change-cancelled"),
            (Some(_), None) => tid("change-unplaced"),
            _ if same_time && same_rooms => tid("change-changed"),
            _ if same_rooms => tid("notice-new-time"),
            _ if same_time => tid("notice-new-rooms"),
            _ => tid("notice-new-place"),
        };
        let instead = match (found.is, is_off) {
            (None, false) => labels.each(|texts| capitalized(texts.text("notice-no-time"))),
            _ => Words::default(),
        };
        Changed {
            what: labels.each(|texts| capitalized(texts.text(what))),
            code: entry.map(|entry| programme.meeting_or_bodies(entry)).unwrap_or_default(),
            title: entry.map(|entry| entry.title.clone()).unwrap_or_default(),
            event: entry.map(|entry| self.event(programme, entry)).unwrap_or_default(),
            was: found.was.map(|entry| place(self.was.0, entry, date)),
            is: found.is.map(|entry| place(self.is.0, entry, date)),
            instead,
            lines: found.lines.clone(),
            over: self.over(found),
            records: if self.asked.with_records { self.records(found.id) } else { Vec::new() },
        }
    }

    /// The event that it is part of, where that is not what the whole plan is about.
    fn event(&self, programme: &Programme, entry: &Entry) -> Words {
        let event = &programme.events[entry.event];
        let is_main = self.plans[1].main_event().is_some_and(|main| main.id == event.id);
        if is_main { Words::default() } else { event.short().clone() }
    }

    /// That it was held, or was to be, before the notice was issued.
    fn over(&self, found: &Found<'_>) -> Words {
        let labels = &self.is.0.labels;
        let is_held = self.session(found.id, 1).is_some_and(|session| session.held.is_some());
        let is_past = found.is.or(found.was).is_some_and(|entry| entry.end <= self.asked.issued);
        let id = match (is_held, is_past) {
            (true, _) => tid("notice-over"),
            (false, true) if found.is.is_some() => tid("notice-over"),
            (false, true) => tid("notice-passed"),
            (false, false) => return Words::default(),
        };
        labels.each(|texts| capitalized(texts.text(id)))
    }

    /// Who asked for it and who decided it, as far as that was noted since the state before.
    fn records(&self, id: SessionId) -> Vec<Words> {
        let [before, after] = self.plans;
        let since = before.header().release;
        let noted = after.records().iter().filter(|row| row.session == id && row.since >= since);
        let (mut asked, mut decided) = (Vec::new(), Vec::new());
        for record in noted {
            for (list, name) in [(&mut asked, &record.requested_by), (&mut decided, &record.decided_by)] {
                let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
                if !name.is_empty() && !list.contains(&name) {
                    list.push(name);
                }
            }
        }
        let line = |(id, names): (&'static str, Vec<String>)| {
            let names = names.join(", ");
            self.is.0.labels.each(|texts| {
                let label = texts.text(id);
                texts.text_with("handout-labelled", &[("label", label.into()), ("text", (&names).into())])
            })
        };
        let lists = [(tid("notice-requested-by"), asked), (tid("notice-decided-by"), decided)];
        lists.into_iter().filter(|(_, names)| !names.is_empty()).map(line).collect()
    }
}

fn is_same_time(was: &Entry, is: &Entry) -> bool {
    (was.start, was.end) == (is.start, is.end)
}

fn place(programme: &Programme, entry: &Entry, date: NaiveDate) -> Place {
    let own = entry.span.start.date();
    Place {
        day: if own == date { Words::default() } else { programme.labels.day_short(own) },
        hours: programme.labels.hours(entry),
        rooms: programme.labels.each(|texts| {
            let titles = entry.rooms.iter().map(|&room| programme.rooms[room].title.get(texts.language()).to_owned());
            let join = |list: String, next: String| {
                texts.text_with("change-listed", &[("list", Value::from(&list)), ("next", Value::from(&next))])
            };
            titles.reduce(join).unwrap_or_default()
        }),
    }
}

/// `Rev. 3 (12 November 2025) → Rev. 4`. A plan that is worked on after its last release, and two that nothing else tells
/// apart, are told by when they were kept.
fn states(labels: &Labels, plans: [&Plan; 2], kept: [Option<DateTime<Utc>>; 2]) -> Words {
    let numbers = plans.map(|plan| plan.header().release);
    let is_same = numbers[0] == numbers[1];
    let state = |texts: &Texts, place: usize| {
        let (plan, number) = (plans[place], numbers[place]);
        let release = plan.release(number);
        // Only in what a release holds does its row know nothing of that.
        let is_release = release.is_some_and(|row| row.content.is_empty());
        let is_after = release.is_some() && !is_release;
        if !is_release
            && (is_same || is_after)
            && let Some(kept) = kept[place]
        {
            let kept = moment_text(texts, kept, plan.header().zone);
            return texts.text_with("handout-made", &[("date", Value::from(&kept))]);
        }
        if number == 0 {
            return texts.text("handout-draft").to_owned();
        }
        let name = texts.text_with("handout-release", &[("number", number.into())]);
        let day = release.map(|row| row.issued.unwrap_or(row.made));
        day.map_or_else(|| name.clone(), |day| format!("{name} ({})", dates::dates_text(texts, day, day)))
    };
    labels.each(|texts| {
        let [was, is] = [0, 1].map(|place| state(texts, place));
        if was == is {
            return was;
        }
        texts.text_with("change-was-is", &[("was", Value::from(&was)), ("is", Value::from(&is))])
    })
}

fn moment(labels: &Labels, at: DateTime<Utc>, zone: zone::Tz) -> Words {
    labels.each(|texts| moment_text(texts, at, zone))
}

/// `20 November 2025, 18:20`; at midnight only the day.
fn moment_text(texts: &Texts, at: DateTime<Utc>, zone: zone::Tz) -> String {
    let at = zone::civil(at, zone);
    let day = dates::dates_text(texts, at.date(), at.date());
    if at.minute_of_day() == 0 {
        return day;
    }
    let clock = at.clock();
    let clock = if texts.language() == Language::Arabic { format!("\u{2066}{clock}\u{2069}") } else { clock };
    texts.text_with("change-beside", &[("list", Value::from(&day)), ("next", Value::from(&clock))])
}

/// With a capital letter.
fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
