//! A timeline: rooms as lanes, days side by side along one axis.

use super::super::drawing::{Area, Page, Part, Point};
use super::super::programme::{Day, Entry};
use super::super::progress::{ExportError, Progress};
use super::super::weeks::{dates_words, weeks};
use super::block::Block;
use super::composer::Composer;
use super::flow::Flow;
use super::hours::{Hours, clock, minutes, tracks};
use super::programme::own_zone;
use super::session::{self, Room as Space};
use crate::texts::tid;

/// How wide the names of lanes are.
const NAMES: f32 = 96.0;
/// How high a lane is at most.
const LANE: f32 = 80.0;
/// How wide a day should be at least, for titles to have room.
const DAY: f32 = 400.0;

pub fn pages(composer: &mut Composer<'_>, progress: &Progress) -> Result<Vec<Page>, ExportError> {
    let programme = composer.programme;
    let unit = composer.unit();
    let most = ((composer.inner_width() - NAMES * unit) / (DAY * unit)).floor().max(1.0) as usize;
    let mut flow = Flow::new();
    let weeks = weeks(programme, most);
    progress.expect(weeks.len());
    for days in weeks {
        let mut dates = dates_words(programme, days);
        if let Some(zone) = own_zone(programme, days.iter().flat_map(|day| programme.entries_of(day))) {
            dates = programme.labels.each(|texts| format!("{} · {zone}", dates.get(texts.language())));
        }
        flow.date(&days[0]);
        flow.fill_page(composer, &dates, |composer, height| sheet(composer, days, height));
        progress.step()?;
    }
    Ok(flow.finish(composer))
}

/// A lane: a room with the sessions of each day, and how many tracks it needs.
struct Lane<'a> {
    title: String,
    days: Vec<Vec<&'a Entry>>,
    tracks: usize,
}

fn lanes<'a>(composer: &Composer<'a>, days: &[Day]) -> Vec<Lane<'a>> {
    let programme = composer.programme;
    let lane = |title: String, is_in: &dyn Fn(&Entry) -> bool| {
        let of_day = |day: &Day| programme.entries_of(day).iter().filter(|entry| is_in(entry)).collect();
        let days: Vec<Vec<&Entry>> = days.iter().map(of_day).collect();
        let needed = |entries: &Vec<&Entry>| {
            let spans: Vec<_> = entries.iter().map(|entry| minutes(entry)).collect();
            tracks(&spans).into_iter().map(|(_, of)| of).max().unwrap_or(0)
        };
        let tracks = days.iter().map(needed).max().unwrap_or(0);
        Lane { title, days, tracks }
    };
    let rooms = programme.rooms.iter().enumerate();
    let mut lanes: Vec<Lane<'_>> = rooms
        .map(|(room, row)| lane(row.title.joined().into_owned(), &|entry: &Entry| entry.rooms.contains(&room)))
        .collect();
    let no_room = programme.labels.text(tid("handout-no-room")).joined().into_owned();
    lanes.push(lane(no_room, &|entry: &Entry| entry.rooms.is_empty()));
    lanes.retain(|lane| lane.tracks > 0);
    lanes
}

fn sheet(composer: &mut Composer<'_>, days: &[Day], height: f32) -> Block {
    let programme = composer.programme;
    let unit = composer.unit();
    let lanes = lanes(composer, days);
    let hours = Hours::around(days.iter().flat_map(|day| programme.entries_of(day)));
    let margin = composer.sheet.margin;
    let names = NAMES * unit;
    let day_width = (composer.inner_width() - names) / days.len().max(1) as f32;
    let per_minute = (day_width - 6.0) / hours.len() as f32;
    let head = 30.0 * unit;
    let all_tracks: usize = lanes.iter().map(|lane| lane.tracks).sum();
    let track = ((height - head - 4.0) / all_tracks.max(1) as f32).min(LANE * unit);
    let bottom = head + track * all_tracks as f32;
    let mut block = composer.block();
    let x =
        |day: usize, minute: i32| margin + names + day_width * day as f32 + (minute - hours.from) as f32 * per_minute;
    heads(composer, &mut block, days, hours, (day_width, bottom), &x);
    let mut top = head;
    for lane in &lanes {
        let lane_height = track * lane.tracks as f32;
        let rule = Area::new(margin, top, composer.inner_width(), 0.5);
        block.fill(rule, 0.0, composer.colours.line);
        let most_lines = (lane_height / (8.5 * unit * 1.28)).floor().clamp(1.0, 3.0) as usize;
        let style = composer.medium((8.5 * unit).min(lane_height / 1.28));
        let title = composer.set_leading(&lane.title, style, names - 8.0, most_lines);
        block.group(Part::Section, |block| {
            block.group(Part::Heading(2), |block| {
                block.text(margin, top + 2.0, names - 8.0, &title);
            });
            for (day, entries) in lane.days.iter().enumerate() {
                let spans: Vec<(i32, i32)> = entries.iter().map(|entry| minutes(entry)).collect();
                for (entry, (&(start, end), (of, _))) in entries.iter().zip(spans.iter().zip(tracks(&spans))) {
                    let (left, right) = (x(day, start), x(day, end.min(hours.to)));
                    let area = Area::new(
                        left + 0.5,
                        top + track * of as f32 + 1.5,
                        (right - left - 1.0).max(2.0),
                        (track - 2.5).max(2.0),
                    );
                    session::draw(composer, block, entry, Space { area, size: 7.5 * unit });
                }
            }
        });
        top += lane_height;
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
                let label = composer.set_leading(&clock(hour), composer.weak(6.5 * unit), room_for_label, 1);
                block.text(at_x + 1.5, 15.0 * unit, room_for_label, &label);
            }
        });
    }
}
