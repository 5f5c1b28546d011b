//! The time management plan for the browser: a table for each week, what colours and signs mean, and a block for each
//! meeting.

use maud::{Markup, html};

use super::super::papers::meetings;
use super::super::programme::{Day, Entry, Programme};
use super::super::sittings::{Cell, Footnotes, Held, legend, rows};
use super::super::weeks::{dates_words, weeks};
use super::paper::{one_line, page, pieces, stacked};
use crate::model::Status;
use crate::texts::tid;

/// A week stands side by side.
const DAYS_OF_WEEK: usize = 7;

/// The whole page.
pub fn plan(programme: &Programme) -> String {
    let notes = Footnotes::new(programme);
    let body = html! {
        @for days in weeks(programme, DAYS_OF_WEEK) { (week(programme, days, &notes)) }
        @for piece in pieces(&meetings::pieces(programme)) { (piece) }
        @if programme.entries.is_empty() {
            p class="line" { (one_line(&programme.labels.text(tid("handout-nothing-chosen")))) }
        }
    };
    page(programme, &programme.labels.text(tid("handout-plan-grid")), &[], &body, true)
}

fn week(programme: &Programme, days: &[Day], notes: &Footnotes) -> Markup {
    let labels = &programme.labels;
    let entries = || days.iter().flat_map(|day| programme.entries_on(day));
    html! {
        section class="week" {
            h2 { (one_line(&dates_words(programme, days))) }
            div class="wide" tabindex="0" role="region" aria-label=(dates_words(programme, days).first()) {
                table class="grid" {
                    thead {
                        tr {
                            td {}
                            @for day in days {
                                th scope="col" { time datetime=(day.date) { (stacked(&labels.day_short(day.date))) } }
                            }
                        }
                    }
                    tbody {
                        @for row in rows(programme, days) {
                            tr class=[row.is_between.then_some("band")] {
                                th scope="row" { (stacked(&row.name)) }
                                @for cell in &row.cells { td { (cell_markup(programme, cell, notes)) } }
                            }
                        }
                    }
                }
            }
            ul class="legend" {
                @for entry in legend(entries()) {
                    li class={ "chip hue-" (entry.hue as usize) } { (one_line(&entry.kind_name)) }
                }
                @for (sign, words) in notes.of(entries()) { li { (sign) " " (one_line(words)) } }
            }
        }
    }
}

fn cell_markup(programme: &Programme, cell: &Cell<'_>, notes: &Footnotes) -> Markup {
    html! {
        @if let Some(pause) = cell.pause { p class="pause" { (one_line(&pause.title)) } }
        @for held in &cell.sessions { (session(programme, *held, notes)) }
    }
}

fn session(programme: &Programme, held: Held<'_>, notes: &Footnotes) -> Markup {
    let entry: &Entry = held.entry;
    let is_off = entry.status == Status::Cancelled;
    let (code, rooms, signs) = (programme.meeting_or_bodies(entry), programme.room_names(entry), notes.signs(entry));
    let says_hours = !held.keeps_hours && (!held.goes_on || code.is_empty());
    html! {
        div class={ "chip hue-" (entry.hue as usize) } {
            @if !code.is_empty() { strong { bdi { (code) } } " " }
            @if held.goes_on {
                @if says_hours { span class="hours" dir="ltr" { (programme.labels.hours_on(entry, held.date)) } " " }
                span class="soft" { (one_line(&programme.labels.text(tid("handout-cont")))) }
            } @else {
                @if !signs.is_empty() { span class="soft" { (signs) } }
                @if is_off {
                    strong class="off" { (one_line(&programme.labels.text(tid("handout-cancelled")))) }
                    s { (stacked(&entry.title)) }
                } @else { (stacked(&entry.title)) }
                span class="soft" {
                    @if says_hours { span class="hours" dir="ltr" { (programme.labels.hours_on(entry, held.date)) } }
                    @if says_hours && !rooms.is_empty() { " · " }
                    bdi { (rooms) }
                }
            }
        }
    }
}
