//! Calendars, read back by `calcard`.

use std::collections::{BTreeMap, BTreeSet};

use calcard::common::timezone::Tz as ReadTz;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarParameterName, ICalendarProperty,
    ICalendarStatus,
};
use calcard::{Entry, Parser};
use chrono::{DateTime, Utc};
use plenary::exchange::{ExportError, Progress, Request, Selection, export, exporter};
use plenary::model::zone::Tz;
use plenary::model::{EventDates, Length, Plan, Status};
use plenary::store::Template;

use super::{handout, hostile, made, programme, text, with_header, with_session, wtdc};

/// What a calendar knows of a session.
#[derive(Debug)]
struct Event {
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    summary: String,
    sequence: i64,
    status: ICalendarStatus,
}

/// The sessions of a calendar by UID, which comes once.
#[track_caller]
fn events(text: &str) -> BTreeMap<String, Event> {
    let calendar = read(text);
    let zones: BTreeSet<&str> =
        calendar.timezones().filter_map(|zone| zone.property(&ICalendarProperty::Tzid)?.values[0].as_text()).collect();
    assert_eq!(zones.len(), calendar.timezones().count(), "each zone once");
    let mut events = BTreeMap::new();
    for component in components(&calendar).filter(|component| !takes_days(component)) {
        let property = |name| component.property(&name).unwrap();
        let event = Event {
            start: instant(&calendar, property(ICalendarProperty::Dtstart), &zones),
            end: instant(&calendar, property(ICalendarProperty::Dtend), &zones),
            summary: said(component, ICalendarProperty::Summary),
            sequence: property(ICalendarProperty::Sequence).values[0].as_integer().unwrap(),
            status: component.status().unwrap().clone(),
        };
        let uid = component.uid().unwrap().to_owned();
        assert!(events.insert(uid, event).is_none(), "a UID comes twice");
    }
    events
}

/// What takes whole days: its name, the first day, and the day after the last one.
fn dated(text: &str) -> Vec<(String, String, String)> {
    let calendar = read(text);
    let day = |component: &ICalendarComponent, name| {
        let date = component.property(&name).unwrap().values[0].as_partial_date_time().unwrap();
        format!("{:04}-{:02}-{:02}", date.year.unwrap(), date.month.unwrap(), date.day.unwrap())
    };
    let told = components(&calendar).filter(|component| takes_days(component)).map(|component| {
        let (first, end) = (day(component, ICalendarProperty::Dtstart), day(component, ICalendarProperty::Dtend));
        (said(component, ICalendarProperty::Summary), first, end)
    });
    told.collect()
}

fn components(calendar: &ICalendar) -> impl Iterator<Item = &ICalendarComponent> {
    calendar.components.iter().filter(|part| part.component_type == ICalendarComponentType::VEvent)
}

fn takes_days(component: &ICalendarComponent) -> bool {
    let start = component.property(&ICalendarProperty::Dtstart).unwrap();
    start.values[0].as_partial_date_time().unwrap().hour.is_none()
}

fn said(component: &ICalendarComponent, name: ICalendarProperty) -> String {
    component.property(&name).map_or_else(String::new, |property| property.values[0].as_text().unwrap().to_owned())
}

#[track_caller]
fn read(text: &str) -> ICalendar {
    let mut parser = Parser::new(text);
    let Entry::ICalendar(calendar) = parser.entry() else { panic!("no calendar") };
    assert!(matches!(parser.entry(), Entry::Eof), "something follows the calendar");
    calendar
}

fn instant(calendar: &ICalendar, entry: &ICalendarEntry, zones: &BTreeSet<&str>) -> DateTime<Utc> {
    let zone = entry.parameter(&ICalendarParameterName::Tzid).and_then(|zone| zone.as_text());
    assert!(zone.is_none_or(|zone| zones.contains(zone)), "{zone:?} is not told");
    let zone: ReadTz = calendar.build_tz_resolver().resolve_or_default(zone);
    entry.values[0].as_partial_date_time().unwrap().to_date_time_with_tz(zone).unwrap().to_utc()
}

/// Every session is there, from its start to its end.
#[track_caller]
fn check(plan: &Plan, zone: Option<Tz>) {
    let programme = programme(plan, zone);
    let told = text(plan, "ics", |request| request.zone = zone);
    let spans = |told: &BTreeMap<String, Event>| {
        let mut spans: Vec<_> = told.values().map(|event| (event.start, event.end)).collect();
        spans.sort();
        spans
    };
    let mut expected: Vec<_> = programme.entries.iter().map(|entry| (entry.start, entry.end)).collect();
    expected.sort();
    assert_eq!(spans(&events(&told)), expected);
    for line in told.split_inclusive("\r\n") {
        let line = line.strip_suffix("\r\n").unwrap();
        assert!(line.len() <= 75 && !line.contains(|c: char| c.is_control() && c != '\t'), "{line:?}");
    }
    let begun = told.lines().filter(|line| *line == "BEGIN:VEVENT").count();
    assert_eq!((begun, told.contains("\nUID:injected")), (expected.len() + dated(&told).len(), false));
}

#[test]
fn conferences_begun_from_one_template_do_not_overwrite_each_other_in_a_calendar() {
    let uids = |plan: &Plan| events(&text(plan, "ics", |_| ())).into_keys().collect::<BTreeSet<_>>();
    let (ours, theirs) = (Template::TwoDays.begin(), Template::TwoDays.begin());
    assert_eq!(uids(&ours), uids(&ours));
    assert!(uids(&ours).is_disjoint(&uids(&theirs)));
}

#[test]
fn every_session_is_told_at_its_instant() {
    for zone in [None, Some(Tz::Europe__Zurich), Some(Tz::Africa__Casablanca), Some(Tz::UTC)] {
        check(&wtdc(), zone);
        check(&hostile::plan(), zone);
    }
}

#[test]
fn a_moved_session_keeps_its_name_and_a_release_counts() {
    let before = events(&text(&wtdc(), "ics", |_| {}));
    let plan = with_session(wtdc(), "S41", |session| {
        let placement = session.placement.as_mut().unwrap();
        placement.start = placement.start.plus_mins(90);
        placement.length = Length::HOUR;
        placement.rooms.clear();
        session.event = "irm-2".parse().unwrap();
    });
    let after = events(&text(&with_header(plan, |header| header.release = 3), "ics", |_| {}));
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    assert_eq!(before.iter().filter(|(uid, event)| event.start != after[*uid].start).count(), 1);
    assert!(before.values().all(|event| event.sequence == 0) && after.values().all(|event| event.sequence == 3));
}

#[test]
fn what_is_cancelled_is_told() {
    let plan = with_session(wtdc(), "S41", |session| session.status = Status::Cancelled);
    let told = events(&text(&plan, "ics", |_| {}));
    let cancelled: Vec<_> = told.values().filter(|event| event.status == ICalendarStatus::Cancelled).collect();
    let [only] = cancelled.as_slice() else { panic!("{cancelled:?}") };
    let title = plan.sessions().get("S41".parse().unwrap()).unwrap().title.clone();
    assert_eq!(
        only.summary,
        format!("CANCELLED: {}", title.get(plan.header().language)),
        "few calendars show a status"
    );
    let told = text(&plan, "ics", |_| {});
    let event = told.split("BEGIN:VEVENT").find(|event| event.contains("STATUS:CANCELLED")).unwrap();
    assert!(event.contains("TRANSP:TRANSPARENT"), "nobody is busy then");
}

#[test]
fn a_calendar_says_of_sessions_what_is_known_of_each() {
    let told = text(&wtdc(), "ics", |_| {});
    assert!(!told.contains("METHOD:"), "that needs an organizer for every event");
    let (_, events) = told.split_once("BEGIN:VEVENT").unwrap();
    assert!(!events.contains("LAST-MODIFIED"), "no release has told of a session, so nobody knows when it changed");
}

/// The clock changes while sessions sit, and before they begin.
#[test]
fn a_session_lasts_as_long_as_it_is_planned_also_where_clocks_change() {
    for (name, count) in [("clock-back", 6), ("clock-forward", 5)] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/all/cases/{name}.json"));
        let plan = plenary::store::open_plan(&path).unwrap();
        let mut planned: Vec<i64> = plan.sessions().iter().map(|row| i64::from(row.span().unwrap().mins())).collect();
        let sorted = |mut lengths: Vec<i64>| {
            lengths.sort_unstable();
            lengths
        };
        planned = sorted(planned);
        assert_eq!(planned.len(), count);
        let told = events(&text(&plan, "ics", |_| {}));
        assert_eq!(
            sorted(told.values().map(|event| (event.end - event.start).num_minutes()).collect()),
            planned,
            "{name}"
        );
        let table = text(&plan, "csv", |_| {});
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let place = reader.headers().unwrap().iter().position(|head| head == "Length").unwrap();
        let minutes = |text: &str| {
            let (hours, minutes) = text.split_once(':').unwrap();
            hours.parse::<i64>().unwrap() * 60 + minutes.parse::<i64>().unwrap()
        };
        let lengths = reader.records().map(|row| minutes(&row.unwrap()[place])).collect();
        assert_eq!(sorted(lengths), planned, "{name}");
    }
}

#[test]
fn a_calendar_of_nothing_is_none() {
    let request = Request::new(exporter("ics").unwrap());
    let made = export(&Plan::new(wtdc().header().as_ref().clone()), &request, made(), &Progress::default());
    assert_eq!(made, Err(ExportError::Nothing));
}

#[test]
fn events_take_whole_days_unless_a_part_of_them_is_asked_for() {
    let all = dated(&text(&wtdc(), "ics", |request| request.with_steps = true));
    let known = wtdc().events().iter().filter(|event| matches!(event.dates, EventDates::Days { .. })).count();
    assert_eq!(all.len(), known, "one that has only a year is on no day");
    let day = |name: &str| name.to_owned();
    let conference = all.iter().find(|(name, ..)| name.starts_with("WTDC-25, ")).unwrap();
    assert_eq!((&conference.1, &conference.2), (&day("2025-11-17"), &day("2025-11-29")));
    let event = |request: &mut Request| request.selection.events = vec!["irm-1".parse().unwrap()];
    let of_event = dated(&text(&wtdc(), "ics", event));
    assert_eq!(of_event.iter().map(|(_, first, _)| first.as_str()).collect::<Vec<_>>(), ["2025-07-14"]);
    let without_sessions = |request: &mut Request| request.selection.events = vec!["rpm-afr".parse().unwrap()];
    assert_eq!(dated(&text(&wtdc(), "ics", without_sessions)).len(), 1, "it has no sessions, but dates");
    let room = |request: &mut Request| request.selection.rooms = vec!["plenary-hall".parse().unwrap()];
    assert_eq!(dated(&text(&wtdc(), "ics", room)), []);
}

#[test]
fn a_part_of_the_plan_tells_the_same_of_its_sessions() {
    let all = events(&text(&wtdc(), "ics", |_| {}));
    let days = ["2025-11-17", "2025-11-18"].map(|day| day.parse().unwrap()).to_vec();
    let files = handout(&wtdc(), "ics", |request| {
        request.selection = Selection { days, ..Selection::default() };
        request.split = Some(plenary::exchange::Split::Day);
    });
    assert_eq!(files.len(), 2);
    for file in files {
        let part = events(&String::from_utf8(file.bytes).unwrap());
        assert!(!part.is_empty() && part.iter().all(|(uid, event)| all[uid].start == event.start));
    }
}
