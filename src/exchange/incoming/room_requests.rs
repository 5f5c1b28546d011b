//! What a table of requests for rooms would make of the queue, row by row: new requests, changed ones, and what can not be
//! read. Its columns are known by their headings; it is looked at before anything changes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::NaiveDate;

use super::columns::{Meaning, Pasted, Remembered};
use super::grid::{Grid, GridRow};
use super::names::key;
use super::values::{self, Days};
use super::words;
use crate::edit::{AnyRow, Command, FreeIds};
use crate::model::{
    Body, CivilTime, DAY_MINS, Event, Language, Length, LocalText, Plan, Purpose, RoomRequest, RoomRequestId, folded,
    states,
};
use crate::texts::recognized::Recognized;
use crate::texts::{tid, typed};

/// What a column of such a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is what a request for a room has of that name")]
pub enum RoomField {
    AskedBy,
    Title,
    Purpose,
    Day,
    /// When it begins, or from when to when.
    Start,
    End,
    Length,
    Headcount,
    Public,
    Contact,
    Remarks,
}

impl RoomField {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::AskedBy,
        Self::Title,
        Self::Purpose,
        Self::Day,
        Self::Start,
        Self::End,
        Self::Length,
        Self::Headcount,
        Self::Public,
        Self::Contact,
        Self::Remarks,
    ];

    /// The headings that mean each.
    const HEADINGS: [&'static str; Self::ALL.len()] = [
        tid("incoming-room-asked-by"),
        tid("incoming-room-title"),
        tid("incoming-room-purpose"),
        tid("incoming-day"),
        tid("incoming-room-start"),
        tid("incoming-end"),
        tid("incoming-length"),
        tid("incoming-room-headcount"),
        tid("incoming-room-public"),
        tid("incoming-room-contact"),
        tid("incoming-request-remarks"),
    ];

    /// The name by which it is remembered.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::HEADINGS[self as usize].trim_start_matches("incoming-")
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// What a heading means.
    fn of(heading: &str) -> Option<Self> {
        static KNOWN: LazyLock<Recognized> = LazyLock::new(|| Recognized::new("incoming", &RoomField::HEADINGS));
        KNOWN.place(heading).map(|place| Self::ALL[place])
    }
}

impl Meaning for RoomField {
    fn remembered_as(self) -> String {
        self.name().to_owned()
    }
}

impl Pasted<RoomField> {
    /// Finds out what the columns of a table of requests for rooms hold; `None` where it has no headings.
    #[must_use]
    pub fn room_requests(grid: Grid, remembered: &Remembered) -> Option<Self> {
        let meant = |heading: &str| match remembered.get(&key(heading)) {
            Some(name) => RoomField::named(name),
            None => RoomField::of(heading),
        };
        let (pasted, found) = Self::headed(grid, meant, |_, _| false);
        (found > 1).then_some(pasted)
    }
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoomOutcome {
    /// A new request.
    New,
    /// Who asks for this is there, and these fields are changed.
    Changed(RoomRequestId, Vec<RoomField>),
    /// It says what is so already.
    Same(RoomRequestId),
    /// The same stands further above.
    Repeated,
    /// This can not be read; nothing of the row is taken.
    Wrong(RoomField),
    /// It names nobody who asks, and nothing that is asked for.
    Nobody,
}

/// What a table would make of the queue.
#[derive(Debug, Default)]
pub struct RoomRequests {
    /// What becomes of each row of the table, in its order.
    pub rows: Vec<RoomOutcome>,
    requests: Vec<RoomRequest>,
}

impl RoomRequests {
    /// What `pasted` would make of the requests of an event. New titles are in `language`; what is new came `now`.
    #[must_use]
    pub fn new(
        pasted: &Pasted<RoomField>,
        (plan, event): (&Plan, &Event),
        (language, now): (Language, Option<CivilTime>),
    ) -> Self {
        let within = event.dates.first_and_last();
        let cells = pasted.rows().iter().map(|row| pasted.cell(row, RoomField::Day));
        let days = Days { within, month_first: values::is_month_first(cells) };
        let mut known: BTreeMap<(String, String), &RoomRequest> = BTreeMap::new();
        for request in plan.requests().iter().filter(|row| row.event == event.id) {
            let mark = mark((&request.asked_by, request.title.get(language)), request.start);
            known.entry(mark).or_insert(request);
        }
        let mut maker = Maker {
            pasted,
            plan,
            days,
            language,
            now,
            known,
            ids: FreeIds::new(plan.requests(), "request-"),
            seen: BTreeSet::new(),
        };
        let mut made = Self::default();
        for row in pasted.rows() {
            let (outcome, request) = maker.make(row, event);
            made.rows.push(outcome);
            made.requests.extend(request);
        }
        made
    }

    /// How many rows have such an outcome.
    #[must_use]
    pub fn count(&self, is_such: impl Fn(&RoomOutcome) -> bool) -> usize {
        self.rows.iter().filter(|row| is_such(row)).count()
    }

    /// The command that takes all of it, as one step; `None` where nothing would change.
    #[must_use]
    pub fn command(&self) -> Option<Command> {
        let rows: Vec<AnyRow> = self.requests.iter().cloned().map(AnyRow::from).collect();
        (!rows.is_empty()).then_some(Command::PutMany(rows))
    }
}

/// By what a request is known again: who asks, and for what; when, where it has no title.
fn mark((who, title): (&str, &str), start: Option<CivilTime>) -> (String, String) {
    let what = if title.is_empty() { start.map(|start| start.to_string()).unwrap_or_default() } else { folded(title) };
    (states::party_key(who), what)
}

struct Maker<'a> {
    pasted: &'a Pasted<RoomField>,
    plan: &'a Plan,
    days: Days,
    language: Language,
    now: Option<CivilTime>,
    known: BTreeMap<(String, String), &'a RoomRequest>,
    ids: FreeIds<'a, RoomRequest>,
    seen: BTreeSet<(String, String)>,
}

impl Maker<'_> {
    fn make(&mut self, row: &GridRow, event: &Event) -> (RoomOutcome, Option<RoomRequest>) {
        let cell = |field| self.pasted.cell(row, field).trim();
        let (who, title) = (cell(RoomField::AskedBy), cell(RoomField::Title));
        if who.is_empty() && title.is_empty() {
            return (RoomOutcome::Nobody, None);
        }
        let (start, length) = match self.when(row) {
            Ok(when) => when,
            Err(field) => return (RoomOutcome::Wrong(field), None),
        };
        let mark = mark((who, title), start);
        if !self.seen.insert(mark.clone()) {
            return (RoomOutcome::Repeated, None);
        }
        let before = self.known.get(&mark).copied();
        let mut new = match before {
            Some(before) => before.clone(),
            None => RoomRequest { received: self.now, ..RoomRequest::new(self.ids.give(), event.id) },
        };
        (new.start, new.length) = (start.or(new.start), length.unwrap_or(new.length));
        if let Err(field) = self.fill(row, &mut new, before.is_none()) {
            return (RoomOutcome::Wrong(field), None);
        }
        match before {
            None => (RoomOutcome::New, Some(new)),
            Some(before) if *before == new => (RoomOutcome::Same(new.id), None),
            Some(before) => (RoomOutcome::Changed(new.id, changed(before, &new)), Some(new)),
        }
    }

    /// Fills in what the columns hold; what is empty stays as it is.
    fn fill(&self, row: &GridRow, new: &mut RoomRequest, is_new: bool) -> Result<(), RoomField> {
        let cell = |field| Some(self.pasted.cell(row, field).trim()).filter(|text| !text.is_empty());
        if let Some(who) = cell(RoomField::AskedBy).filter(|who| *who != new.asked_by) {
            who.clone_into(&mut new.asked_by);
            new.body = body_called(self.plan, who).map(|body| body.id).or(new.body);
        }
        if let Some(title) = cell(RoomField::Title) {
            new.title.set(self.language, title);
        }
        let purpose =
            cell(RoomField::Purpose).map(|text| typed::purpose(text).ok_or(RoomField::Purpose)).transpose()?;
        let body = new.body.filter(|_| is_new).and_then(|id| self.plan.bodies().get(id));
        let of_body = body.and_then(|body| Purpose::of_body(body.kind));
        new.purpose = purpose.or(of_body).unwrap_or(new.purpose);
        if let Some(text) = cell(RoomField::Headcount) {
            new.headcount = typed::count(text).map_err(|()| RoomField::Headcount)?;
        }
        if let Some(text) = cell(RoomField::Public) {
            new.is_public = words::yes(text).ok_or(RoomField::Public)?;
        }
        if let Some(text) = cell(RoomField::Contact) {
            text.clone_into(&mut new.contact);
        }
        if let Some(text) = cell(RoomField::Remarks) {
            text.clone_into(&mut new.remarks);
        }
        Ok(())
    }

    /// When it is wanted, and how long. A time without a day, and a day that can not be read, are told.
    fn when(&self, row: &GridRow) -> Result<(Option<CivilTime>, Option<Length>), RoomField> {
        let cell = |field| Some(self.pasted.cell(row, field).trim()).filter(|text| !text.is_empty());
        let (mut day, mut from): (Option<NaiveDate>, Option<u16>) = (None, None);
        let mut to = None;
        if let Some(text) = cell(RoomField::Day) {
            let (read, minute) = values::day_and_time(text, self.days).ok_or(RoomField::Day)?;
            (day, from) = (Some(read), minute);
        }
        if let Some(text) = cell(RoomField::Start) {
            if let Some((start, end)) = values::times(text) {
                (from, to) = (Some(start), end);
            } else {
                let (read, minute) = values::day_and_time(text, self.days).ok_or(RoomField::Start)?;
                (day, from) = (Some(read), minute.or(from));
            }
        }
        if let Some(text) = cell(RoomField::End) {
            to = Some(values::clock(text).or_else(|| values::day_and_time(text, self.days)?.1).ok_or(RoomField::End)?);
        }
        let start = match (day, from) {
            (Some(day), Some(minute)) if CivilTime::has_day(day) => Some(CivilTime::at(day, 0, minute)),
            (_, Some(_)) => return Err(RoomField::Day),
            (Some(_), None) => return Err(RoomField::Start),
            (None, None) => None,
        };
        let length = match (cell(RoomField::Length), from, to) {
            (Some(text), ..) => Some(values::length(text).ok_or(RoomField::Length)?),
            (None, Some(from), Some(to)) => {
                let mins = (i32::from(to) - i32::from(from)).rem_euclid(DAY_MINS);
                Some(Length::from_mins(mins.into()).map_err(|_| RoomField::End)?)
            }
            _ => None,
        };
        Ok((start, length))
    }
}

/// The body that is called so, in any language.
#[must_use]
pub fn body_called<'a>(plan: &'a Plan, name: &str) -> Option<&'a Body> {
    let name = folded(name);
    let is_it = |text: &LocalText| text.iter().any(|(_, text)| folded(text) == name);
    plan.bodies().iter().find(|body| is_it(&body.code) || is_it(&body.title)).map(|body| &**body)
}

/// The columns by which two states of a request differ.
fn changed(before: &RoomRequest, after: &RoomRequest) -> Vec<RoomField> {
    let differs = [
        (RoomField::AskedBy, before.asked_by != after.asked_by || before.body != after.body),
        (RoomField::Title, before.title != after.title),
        (RoomField::Purpose, before.purpose != after.purpose),
        (RoomField::Start, before.start != after.start),
        (RoomField::Length, before.length != after.length),
        (RoomField::Headcount, before.headcount != after.headcount),
        (RoomField::Public, before.is_public != after.is_public),
        (RoomField::Contact, before.contact != after.contact),
        (RoomField::Remarks, before.remarks != after.remarks),
    ];
    differs.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| field).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Document;
    use crate::store::Template;

    fn read(plan: &Plan, text: &str) -> RoomRequests {
        let pasted = Pasted::room_requests(Grid::read(text).unwrap(), &Remembered::new()).unwrap();
        let now = "2025-10-01T12:00".parse().ok();
        RoomRequests::new(&pasted, (plan, plan.main_event().unwrap()), (Language::English, now))
    }

    fn taken(plan: &Plan, text: &str) -> Plan {
        let mut document = Document::new(plan.clone());
        document.perform(&read(plan, text).command().unwrap()).unwrap();
        document.plan().clone()
    }

    const TABLE: &str = "Who\tMeeting title\tDate\tTime\tPeople\tPublic\n\
        Kenya\tTalks with Chad\t18 Nov\t10:00-11:30\t12\tno\n\
        CEPT\tCoordination\t2025-11-19\t08:30\t\tyes\n";

    #[test]
    fn headings_say_what_columns_hold_and_become_no_request() {
        let plan = Template::Wtdc25.plan();
        let known = plan.requests().len();
        let made = read(&plan, TABLE);
        assert_eq!(made.rows, [RoomOutcome::New, RoomOutcome::New]);
        let after = taken(&plan, TABLE);
        assert_eq!(after.requests().len(), known + 2);
        let row = after.requests().iter().find(|row| row.asked_by == "Kenya").unwrap();
        assert_eq!(row.start, "2025-11-18T10:00".parse().ok());
        assert_eq!((row.length.mins(), row.headcount, row.is_public), (90, Some(12), false));
        let cept = after.requests().iter().find(|row| row.asked_by == "CEPT").unwrap();
        assert_eq!((cept.purpose, cept.is_public), (Purpose::Regional, true));
    }

    #[test]
    fn what_is_there_is_the_same_or_changed_and_what_can_not_be_read_is_told() {
        let plan = taken(&Template::Wtdc25.plan(), TABLE);
        let same = read(&plan, TABLE);
        assert_eq!(same.count(|row| matches!(row, RoomOutcome::Same(_))), 2);
        assert!(same.command().is_none());
        let text = "Who\tMeeting title\tDate\tTime\tPeople\n\
            Kenya\tTalks with Chad\t18 Nov\t14:00\t12\n\
            Kenya\tTalks with Chad\t18 Nov\t15:00\t12\n\
            Chad\tOther talks\tsoon\t15:00\t12\n\
            Mali\tTalks\t18 Nov\t15:00\tmany\n\
            Togo\tTalks\t\t15:00\t2\n\
            \t\t18 Nov\t15:00\t2\n";
        let made = read(&plan, text);
        assert!(matches!(&made.rows[0], RoomOutcome::Changed(_, fields) if fields == &[RoomField::Start]));
        assert_eq!(
            made.rows[1..],
            [
                RoomOutcome::Repeated,
                RoomOutcome::Wrong(RoomField::Day),
                RoomOutcome::Wrong(RoomField::Headcount),
                RoomOutcome::Wrong(RoomField::Day),
                RoomOutcome::Nobody,
            ]
        );
    }
}
