//! A timeline: rooms as lanes, days side by side along one axis.

use std::sync::Arc;

use super::super::drawing::{Area, Page, Paragraph, Part, Point};
use super::super::programme::{Day, Entry};
use super::super::progress::{ExportError, Progress};
use super::super::weeks::{dates_words, weeks};
use super::block::Block;
use super::composer::{Composer, LEAST_LETTERS};
use super::flow::Flow;
use super::hours::{Hours, clock, times, tracks};
use super::numbers::{self, Numbers};
use super::programme::with_event_and_zone;
use super::session::{self, Room as Space};
use crate::texts::tid;

/// How wide the names of lanes are.
const NAMES: f32 = 96.0;
/// How high a lane is at most.
const LANE: f32 = 80.0;
/// How wide a day should be at least, for titles to have room.
const DAY: f32 = 400.0;
/// What the title of a page and the heads of days take at most, and how much of the rest a list beneath leaves.
const ABOVE: f32 = 110.0;
const LEFT: f32 = 0.63;

pub fn pages(composer: &mut Composer<'_>, progress: &Progress) -> Result<Vec<Page>, ExportError> {
    let programme = composer.programme;
    let unit = composer.unit();
    let most = ((composer.inner_width() - NAMES * unit) / (DAY * unit)).floor().max(1.0) as usize;
    let mut flow = Flow::new();
    let weeks = weeks(programme, most);
    progress.expect(weeks.len());
    for days in weeks {
        let dates = dates_words(programme, days);
        let dates = with_event_and_zone(programme, &dates, days.iter().flat_map(|day| programme.entries_on(day)));
        flow.date(&days[0]);
        let on_days = days.iter().flat_map(|day| programme.entries_on(day).map(|entry| times(entry, day.date)));
        let hours = Hours::around(on_days);
        let (lanes, low) = lanes(composer, days, hours);
        let room = (Flow::whole(composer) - ABOVE * unit).max(100.0) * LEFT;
        for lanes in by_page(&lanes, room) {
            numbers::page(composer, &mut flow, &dates, days, &|composer, height, numbers| {
                sheet(composer, days, hours, (lanes, low), (height, numbers))
            });
        }
        progress.step()?;
    }
    Ok(flow.finish(composer))
}

/// A lane: a room with the sessions of each day, and how many tracks it needs. A room that needs more than a page has space
/// for has several.
struct Lane<'a> {
    title: Arc<Paragraph>,
    sessions: Vec<Placed<'a>>,
    tracks: usize,
    /// How high it is at least.
    least: f32,
}

/// A session in a lane: on which of the days, from when to when, and in which track.
struct Placed<'a> {
    entry: &'a Entry,
    day: usize,
    minutes: (i32, i32),
    track: usize,
}

/// The rooms that are in use, and how high a track is at least.
fn lanes<'a>(composer: &mut Composer<'a>, days: &[Day], hours: Hours) -> (Vec<Lane<'a>>, f32) {
    let programme = composer.programme;
    let unit = composer.unit();
    let on_days: Vec<Vec<&'a Entry>> = days.iter().map(|day| programme.entries_on(day).collect()).collect();
    let (wide, low) = session::least_size(on_days.iter().map(Vec::len).sum());
    let least = (wide / per_minute(composer, days.len(), hours)).ceil() as i32;
    let low = low + 2.5;
    let room = (Flow::whole(composer) - ABOVE * unit).max(100.0) * LEFT;
    let most = (room / low).floor().max(1.0) as usize;
    let mut lanes: Vec<Lane<'a>> = Vec::new();
    let mut add = |title: &str, is_in: &dyn Fn(&Entry) -> bool| {
        let (mut sessions, mut all) = (Vec::new(), 0);
        for (day, entries) in on_days.iter().enumerate() {
            let entries: Vec<&'a Entry> = entries.iter().copied().filter(|entry| is_in(entry)).collect();
            let spans: Vec<_> = entries.iter().map(|entry| hours.taken(times(entry, days[day].date), least)).collect();
            for ((entry, &minutes), (track, of)) in entries.iter().zip(&spans).zip(tracks(&spans)) {
                sessions.push(Placed { entry, day, minutes, track });
                all = all.max(of);
            }
        }
        let title = composer.set_leading(title, composer.medium(8.5 * unit), NAMES * unit - 8.0, 12);
        for first in (0..all).step_by(most) {
            let tracks = (all - first).min(most);
            let (here, later) = sessions.into_iter().partition(|session: &Placed<'_>| session.track < first + most);
            sessions = later;
            let narrowed = |session: Placed<'a>| Placed { track: session.track - first, ..session };
            let here: Vec<Placed<'a>> = here;
            let least = (tracks as f32 * low).max(title.height() + 5.0);
            let title = Arc::clone(&title);
            lanes.push(Lane { title, sessions: here.into_iter().map(narrowed).collect(), tracks, least });
        }
    };
    for (room, row) in programme.rooms.iter().enumerate() {
        add(&row.title.joined(), &|entry: &Entry| entry.rooms.contains(&room));
    }
    add(&programme.labels.text(tid("handout-no-room")).joined(), &|entry: &Entry| entry.rooms.is_empty());
    (lanes, low)
}

/// How wide a minute is.
fn per_minute(composer: &Composer<'_>, days: usize, hours: Hours) -> f32 {
    (day_width(composer, days) - 6.0) / hours.len() as f32
}

fn day_width(composer: &Composer<'_>, days: usize) -> f32 {
    (composer.inner_width() - NAMES * composer.unit()) / days.max(1) as f32
}

/// Which lanes stand on which page.
fn by_page<'b, 'a>(lanes: &'b [Lane<'a>], room: f32) -> Vec<&'b [Lane<'a>]> {
    let mut pages = Vec::new();
    let (mut first, mut taken) = (0, 0.0);
    for (at, lane) in lanes.iter().enumerate() {
        if at > first && taken + lane.least > room {
            pages.push(&lanes[first..at]);
            (first, taken) = (at, 0.0);
        }
        taken += lane.least;
    }
    if first < lanes.len() {
        pages.push(&lanes[first..]);
    }
    pages
}

/// How high tracks are so that all lanes have room in `height`; none less than `low`.
fn track_height(lanes: &[Lane<'_>], (low, most): (f32, f32), height: f32) -> f32 {
    let all = |track: f32| lanes.iter().map(|lane| lane.least.max(track * lane.tracks as f32)).sum::<f32>();
    let (mut fits, mut too_much) = (low, most);
    if all(too_much) <= height {
        return too_much;
    }
    for _ in 0..16 {
        let middle = f32::midpoint(fits, too_much);
        if all(middle) <= height { fits = middle } else { too_much = middle }
    }
    fits
}

fn sheet<'a>(
    composer: &mut Composer<'a>,
    days: &[Day],
    hours: Hours,
    (lanes, low): (&[Lane<'a>], f32),
    (height, numbers): (f32, &mut Numbers<'a>),
) -> Block {
    let unit = composer.unit();
    let (margin, inner) = (composer.sheet.margin, composer.inner_width());
    let (names, head) = (NAMES * unit, 30.0 * unit);
    let (day_width, per_minute) = (day_width(composer, days.len()), per_minute(composer, days.len(), hours));
    let track = track_height(lanes, (low, (LANE * unit).max(low)), height - head - 4.0);
    let of = |lane: &Lane<'_>| lane.least.max(track * lane.tracks as f32);
    let bottom = head + lanes.iter().map(of).sum::<f32>();
    let mut block = composer.block();
    let x =
        |day: usize, minute: i32| margin + names + day_width * day as f32 + (minute - hours.from) as f32 * per_minute;
    heads(composer, &mut block, days, hours, (day_width, bottom), &x);
    let mut top = head;
    for lane in lanes {
        let rule = Area::new(margin, top, inner, 0.5);
        block.fill(rule, 0.0, composer.colours.line);
        block.group(Part::Section, |block| {
            block.group(Part::Heading(2), |block| {
                block.text(margin, top + 2.0, names - 8.0, &lane.title);
            });
            let track = of(lane) / lane.tracks.max(1) as f32;
            for session in &lane.sessions {
                let (left, right) = (x(session.day, session.minutes.0), x(session.day, session.minutes.1));
                let area = Area::new(
                    left + 0.5,
                    top + track * session.track as f32 + 1.5,
                    (right - left - 1.0).max(2.0),
                    (track - 2.5).max(2.0),
                );
                session::draw(composer, block, session.entry, Space { area, size: 7.5 * unit }, numbers);
            }
        });
        top += of(lane);
    }
    block.height = height;
    block
}

/// The days, and their hours as far as there is room for them.
fn heads(
    composer: &mut Composer<'_>,
    block: &mut Block,
    days: &[Day],
    hours: Hours,
    (day_width, bottom): (f32, f32),
    x: &dyn Fn(usize, i32) -> f32,
) {
    let unit = composer.unit();
    for (at, day) in days.iter().enumerate() {
        let words = composer.programme.labels.day_short(day.date);
        let title = composer.set_leading(&words.joined(), composer.strong(9.0 * unit), day_width - 10.0, 1);
        let left = x(at, hours.from);
        block.fill(Area::new(left - 3.0, 0.0, 0.75, bottom), 0.0, composer.colours.strong_line);
        block.group(Part::Heading(2), |block| {
            block.text(left + 2.0, 0.0, day_width - 10.0, &title);
        });
        let room_for_label = 26.0 * unit;
        let per_hour = x(at, hours.from + 60) - left;
        let every = [1, 2, 3, 4, 6, 12].into_iter().find(|&every| per_hour * every as f32 >= room_for_label);
        let every = every.unwrap_or(24);
        block.group(Part::Decoration, |block| {
            for hour in hours.each().filter(|hour| hour / 60 % every == 0 && *hour < hours.to) {
                let at_x = x(at, hour);
                let line = (Point::new(at_x, 26.0 * unit), Point::new(at_x, bottom));
                block.line(line.0, line.1, composer.colours.line, 0.5);
                let label = composer.set_leading(&clock(hour), composer.weak(LEAST_LETTERS * unit), room_for_label, 1);
                block.text(at_x + 1.5, 15.0 * unit, room_for_label, &label);
            }
        });
    }
}
