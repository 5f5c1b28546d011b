//! One event of a calendar, at one time, as a row of the draft.

use chrono::{Days, Duration, NaiveDate, NaiveDateTime};

use super::super::draft::{Draft, DraftPerson, DraftRoom, DraftSession, MOST_ROWS, Moment, Named, Once, Origin, Said};
use super::super::report::{Report, Spot};
use super::super::{clocks, plain};
use super::component::{Component, dated, said};
use super::lines::Line;
use super::zones::{self, Clocks, Found};
use crate::model::zone::{self, Tz};
use crate::model::{Role, Status};
use crate::texts::tid;

/// Puts events onto a draft.
pub struct Sittings<'a, 'r> {
    draft: &'a mut Draft,
    /// The clocks that the calendar describes.
    pub clocks: &'a Clocks,
    /// What is said of the file.
    pub report: &'r mut Report,
    rooms: Once,
    people: Once,
}

/// What is read, or says nothing of what is planned.
const READ: [&str; 36] = [
    "UID",
    "DTSTART",
    "DTEND",
    "DURATION",
    "SUMMARY",
    "DESCRIPTION",
    "LOCATION",
    "CATEGORIES",
    "STATUS",
    "URL",
    "CONFERENCE",
    "ATTENDEE",
    "RRULE",
    "RDATE",
    "EXDATE",
    "RECURRENCE-ID",
    "SEQUENCE",
    "DTSTAMP",
    "CREATED",
    "LAST-MODIFIED",
    "TRANSP",
    "CLASS",
    "COLOR",
    "X-ALT-DESC",
    "X-MICROSOFT-CDO-BUSYSTATUS",
    "X-LIC-ERROR",
    "X-MICROSOFT-CDO-ALLDAYEVENT",
    "X-MICROSOFT-CDO-INTENDEDSTATUS",
    "X-MICROSOFT-CDO-INSTTYPE",
    "X-MICROSOFT-DISALLOW-COUNTER",
    "X-MICROSOFT-CDO-APPT-SEQUENCE",
    "X-MICROSOFT-CDO-OWNERAPPTID",
    "X-MICROSOFT-CDO-IMPORTANCE",
    "X-GOOGLE-CONFERENCE",
    "X-MOZ-GENERATION",
    "X-MOZ-LASTACK",
];

/// What is said of what takes whole days.
const ALL_DAY: &str = tid("arriving-all-day");

/// When an event is.
enum Time {
    Days(NaiveDate, NaiveDate),
    At(Moment, Option<i64>),
}

impl<'a, 'r> Sittings<'a, 'r> {
    /// Nothing is on it yet.
    pub fn new(draft: &'a mut Draft, clocks: &'a Clocks, report: &'r mut Report) -> Self {
        Self { draft, clocks, report, rooms: Once::default(), people: Once::default() }
    }

    /// What the clock of an event shows at a moment.
    pub fn shown(&self, moment: Moment, event: &Component<'_>) -> NaiveDateTime {
        let clock = event.get("DTSTART").and_then(|line| self.line_moment(line));
        match (moment, clock) {
            (Moment::Instant(instant), Some(Moment::Civil(_, zone))) => instant.with_timezone(&zone).naive_local(),
            (Moment::Civil(time, from), Some(Moment::Civil(_, to))) if from != to => {
                let instant = zone::instant(crate::model::CivilTime::from_chrono(time), from);
                instant.with_timezone(&to).naive_local()
            }
            (Moment::Civil(time, from), Some(Moment::Instant(_))) => {
                zone::instant(crate::model::CivilTime::from_chrono(time), from).naive_utc()
            }
            (Moment::Instant(instant), Some(Moment::Floating(_))) => {
                instant.with_timezone(&self.draft.zone.unwrap_or(Tz::UTC)).naive_local()
            }
            (moment, _) => moment.on_its_clock(),
        }
    }

    /// Adds an event at a time on the clock of its start, or when it says itself; `again` tells it from others of its UID.
    pub fn add(&mut self, event: &Component<'_>, at: Option<NaiveDateTime>, again: &str) {
        let draft = &*self.draft;
        if draft.sessions.len() >= MOST_ROWS || draft.events.len() >= MOST_ROWS {
            self.report.left_out(&event.spot(), tid("arriving-too-many"), "");
            return;
        }
        let Some(time) = self.time(event, at) else {
            let told = event.get("DTSTART").map_or("", |line| line.value);
            self.report.left_out(&event.spot(), tid("arriving-no-time"), told);
            return;
        };
        let uid = plain::line(&event.value("UID"));
        let id = match (uid.is_empty(), again.is_empty()) {
            (true, _) => String::new(),
            (false, true) => uid,
            (false, false) => format!("{uid}/{again}"),
        };
        if id.is_empty() {
            self.report.assumed(&event.spot(), tid("arriving-no-id"), &event.value("SUMMARY"));
        }
        for line in &event.lines {
            if !READ.contains(&line.name.as_str()) {
                self.report.no_place(&line.name);
            }
        }
        match time {
            Time::Days(first, last) => {
                let dated = dated(event, (first, last), &id);
                // What comes again is told once.
                let spot = event.spot();
                let is_told = self.report.remarks.last().is_some_and(|last| last.text == ALL_DAY && last.spot == spot);
                if !self.draft.is_ours && !is_told {
                    self.report.assumed(&spot, ALL_DAY, dated.title.first());
                }
                self.draft.events.push(dated);
            }
            Time::At(start, length_mins) => {
                let session = self.session(event, id);
                self.draft.asks_zone |= matches!(start, Moment::Floating(_));
                self.draft.sessions.push(DraftSession { start: Some(start), length_mins, ..session });
            }
        }
    }

    fn session(&mut self, event: &Component<'_>, id: String) -> DraftSession {
        let title = said(event, "SUMMARY");
        if title.texts.is_empty() {
            self.report.assumed(&event.spot(), tid("arriving-no-title"), "");
        }
        let conference = event.get("CONFERENCE").map(|line| plain::address(line.value)).unwrap_or_default();
        let url = plain::address(&event.value("URL"));
        let is_ours = self.draft.is_ours;
        let link = if conference.is_empty() && is_ours { url.clone() } else { conference };
        let status = match event.value("STATUS").trim().to_ascii_uppercase().as_str() {
            "TENTATIVE" => Some(Status::Provisional),
            "CONFIRMED" => Some(Status::Confirmed),
            "CANCELLED" => Some(Status::Cancelled),
            _ => None,
        };
        let mut description = event.value("DESCRIPTION");
        if description.trim().is_empty() {
            description = event.value("X-ALT-DESC");
        }
        let (people, resources) = self.people(event);
        let rooms = self.rooms(event, resources);
        let tracks = event.all("CATEGORIES").flat_map(Line::texts).map(|track| plain::line(&track));
        DraftSession {
            origin: Origin { id, url, spot: event.spot() },
            title,
            tracks: tracks.filter(|track| !track.is_empty()).take(50).collect(),
            rooms,
            people,
            status,
            link: Some(link).filter(|link| !link.is_empty() || is_ours),
            summary: Some(plain::prose(&description)).filter(|text| !text.is_empty() && !is_ours),
            ..DraftSession::default()
        }
    }

    /// Where it is: what is written there as one place, for nobody can tell a comma between rooms from one in a name.
    fn rooms(&mut self, event: &Component<'_>, resources: Vec<String>) -> Option<Vec<usize>> {
        let location = plain::line(&event.value("LOCATION"));
        let names = if location.is_empty() { resources } else { vec![location] };
        if names.is_empty() {
            return self.draft.is_ours.then(Vec::new);
        }
        let place = |name: &String| {
            let make = || DraftRoom {
                origin: Origin { spot: event.spot(), ..Origin::default() },
                name: Said::plain(name),
                is_virtual: !plain::address(name).is_empty(),
                ..DraftRoom::default()
            };
            self.rooms.place(&mut self.draft.rooms, name, make)
        };
        Some(names.iter().filter_map(place).collect())
    }

    /// Who comes, and the rooms that were invited.
    fn people(&mut self, event: &Component<'_>) -> (Option<Vec<Named>>, Vec<String>) {
        let (mut people, mut rooms) = (Vec::new(), Vec::new());
        for line in event.all("ATTENDEE").take(500) {
            let Some(name) = line.parameter("CN").map(plain::line).filter(|name| !name.is_empty()) else {
                self.report.no_place("ATTENDEE");
                continue;
            };
            let is = |parameter: &str, value: &str| {
                line.parameter(parameter).is_some_and(|own| own.eq_ignore_ascii_case(value))
            };
            if is("CUTYPE", "ROOM") || is("CUTYPE", "RESOURCE") {
                rooms.push(name);
                continue;
            }
            let role = if is("ROLE", "CHAIR") { Role::Chair } else { Role::Participant };
            let make = || DraftPerson {
                origin: Origin { spot: Spot::Line(line.number), ..Origin::default() },
                name: name.clone(),
                ..DraftPerson::default()
            };
            let place = self.people.place(&mut self.draft.people, &name, make);
            people.extend(place.map(|place| (place, Some(role))));
        }
        (Some(people).filter(|people| !people.is_empty()), rooms)
    }

    /// When it is: from `at` on where that is said, for as long as it says.
    fn time(&mut self, event: &Component<'_>, at: Option<NaiveDateTime>) -> Option<Time> {
        let start = event.get("DTSTART")?;
        let from = self.line_moment(start)?;
        let end = event.get("DTEND").and_then(|line| Some((line.clone(), self.line_moment(line)?)));
        let duration = event.get("DURATION").and_then(|line| duration(line.value));
        let is_day = |line: &Line<'_>| {
            line.parameter("VALUE").is_some_and(|value| value.eq_ignore_ascii_case("DATE"))
                || line.value.trim().len() == 8
        };
        if is_day(start) {
            let first = at.unwrap_or(from.on_its_clock()).date();
            let days = match (&end, duration) {
                (Some((_, end)), _) => (end.on_its_clock().date() - from.on_its_clock().date()).num_days(),
                (None, Some(mins)) => mins / (24 * 60),
                (None, None) => 1,
            };
            let last = first.checked_add_days(Days::new(days.clamp(1, 3660) as u64 - 1))?;
            return Some(Time::Days(first, last));
        }
        let length = match (end, duration) {
            (Some((_, end)), _) => Some(clocks::minutes(from, end)),
            (None, duration) => duration,
        };
        if length.is_some_and(|length| length <= 0) {
            self.report.assumed(&event.spot(), tid("arriving-no-length"), &event.value("SUMMARY"));
        }
        if let Some(zone) = start.parameter("TZID")
            && self.clocks.find(zone) == Found::Not
        {
            self.report.assumed(&Spot::File, tid("arriving-zone-unknown"), zone);
        }
        let start = at.map_or(Some(from), |at| self.at(start, at));
        Some(Time::At(start?, length.filter(|&length| length > 0)))
    }

    /// The moment at which the clock of a line shows a time.
    fn at(&self, line: &Line<'_>, time: NaiveDateTime) -> Option<Moment> {
        if line.value.trim().ends_with(['Z', 'z']) {
            return Some(Moment::Instant(time.and_utc()));
        }
        Some(match line.parameter("TZID") {
            Some(zone) => self.clocks.moment(zone, time),
            None => Moment::Floating(time),
        })
    }

    fn line_moment(&self, line: &Line<'_>) -> Option<Moment> {
        self.at(line, zones::time(line.value)?)
    }
}

/// `PT1H30M`, `P1D`, `P2W`, in minutes.
fn duration(text: &str) -> Option<i64> {
    let text = text.trim().trim_start_matches('+').strip_prefix(['P', 'p'])?;
    let (mut secs, mut number) = (0_i64, String::new());
    for c in text.chars() {
        if c.is_ascii_digit() && number.len() < 7 {
            number.push(c);
            continue;
        }
        if c.eq_ignore_ascii_case(&'T') {
            continue;
        }
        let unit = match c.to_ascii_uppercase() {
            'W' => 7 * 24 * 3600,
            'D' => 24 * 3600,
            'H' => 3600,
            'M' => 60,
            'S' => 1,
            _ => return None,
        };
        secs = secs.checked_add(number.parse::<i64>().ok()?.checked_mul(unit)?)?;
        number.clear();
    }
    Some(Duration::try_seconds(secs)?.num_minutes())
}

#[cfg(test)]
mod tests {
    use super::duration;

    #[test]
    fn durations_are_read() {
        for (text, expected) in [
            ("PT1H30M", Some(90)),
            ("P1D", Some(1440)),
            ("P2W", Some(20_160)),
            ("P1DT2H", Some(1560)),
            ("+PT15M0S", Some(15)),
            ("1H", None),
            ("PT", Some(0)),
            ("P99999999999W", None),
        ] {
            assert_eq!(duration(text), expected, "{text}");
        }
    }
}
