//! Now and next: a page that fills a screen in the foyer or beside a door. It holds the whole programme, follows the clock of the
//! screen, and takes a new file of the same name when one comes; it needs no network, and no keys.

use chrono::SecondsFormat;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::super::exporter::Material;
use super::super::programme::{Entry, Programme};
use super::super::words::Words;
use super::entry::{common_status, hours};
use super::paper::{one_line, stacked};
use super::words::direction;
use super::{head, house};
use crate::look::Hue;
use crate::model::Status;
use crate::texts::tid;

const STYLE: &str = include_str!("../../../assets/handouts/now.css");
const SCRIPT: &str = include_str!("../../../assets/handouts/now.js");
/// It may load itself anew.
const ANEW: &str = " frame-src 'self' file:;";

/// The page; of one room where one is asked for.
pub fn page(material: &Material<'_>) -> String {
    let programme = material.programme;
    let language = programme.language();
    let style = style(programme);
    let made = programme.made.to_rfc3339_opts(SecondsFormat::Secs, true);
    let room = match material.selection.rooms.as_slice() {
        &[room] => programme.rooms.iter().find(|row| row.id == room),
        _ => None,
    };
    let zone = programme.most_used_zone().unwrap_or(programme.home);
    let title = room.map_or(&programme.title, |room| &room.title);
    let label = |id: &'static str| programme.labels.text(id);
    let page = html! {
        (DOCTYPE)
        html lang=(language.code()) dir=(direction(language)) data-made=(made) data-zone=(zone.name()) {
            head {
                (head::metas(&head::policy(&style, SCRIPT, ANEW), "dark"))
                title { (title.first()) " · " (label(tid("handout-now-next")).first()) }
                style { (PreEscaped(&style)) }
            }
            body class=[room.map(|_| "door")] {
                header {
                    div {
                        @if room.is_some() { p class="of" { (one_line(&programme.whole)) } }
                        h1 { (stacked(title)) }
                    }
                    (house::logo(programme))
                    p class="clock" dir="ltr" { time {} }
                }
                main {
                    (part("now", &label(tid("handout-now"))))
                    (part("next", &label(tid("handout-next"))))
                    p id="over" hidden { (stacked(&label(tid("handout-nothing-more")))) }
                }
                // The whole of it: what a screen without scripts shows, and what the others choose from.
                section id="all" {
                    @for day in &programme.days {
                        section {
                            h2 { time datetime=(day.date) { (one_line(&programme.labels.day_long(day.date))) } }
                            ol { @for entry in programme.entries_of(day) { (session(programme, entry, room.is_some())) } }
                        }
                    }
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string()
}

fn part(name: &str, title: &Words) -> Markup {
    html! {
        section id=(name) hidden aria-labelledby={ "head-" (name) } {
            h2 id={ "head-" (name) } { (one_line(title)) }
            ol {}
        }
    }
}

fn session(programme: &Programme, entry: &Entry, at_door: bool) -> Markup {
    let is_off = entry.status == Status::Cancelled;
    let instant = |moment: chrono::DateTime<chrono::Utc>| moment.to_rfc3339_opts(SecondsFormat::Secs, true);
    let off = programme.labels.text(tid("handout-cancelled"));
    let code = programme.meeting_or_bodies(entry);
    html! {
        li class={ "hue-" (entry.hue as usize) } data-start=(instant(entry.start)) data-end=(instant(entry.end)) {
            p class="when" { (hours(entry)) " " span class="day" {} }
            div {
                @if is_off { p class="off" { strong { (one_line(&off)) } } }
                @else if common_status(programme).is_none() { p class="sure" { (one_line(&programme.labels.status(entry.status))) } }
                h3 { @if is_off { s { (stacked(&entry.title)) } } @else { (stacked(&entry.title)) } }
                @if !code.is_empty() { p class="body" { bdi { (code) } } }
            }
            @if !at_door { p class="where" { bdi { (programme.room_names(entry)) } } }
        }
    }
}

fn style(programme: &Programme) -> String {
    use std::fmt::Write as _;
    let mut style = STYLE.to_owned();
    for hue in Hue::ALL {
        let (place, [red, green, blue]) = (hue as usize, hue.swatch(true).edge);
        let _ = writeln!(style, ".hue-{place} {{ --hue: #{red:02x}{green:02x}{blue:02x}; }}");
    }
    style + &house::dark(programme)
}
