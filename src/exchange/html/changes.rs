//! What has changed since the release before: a line for each session, which leads to it.

use maud::{Markup, html};

use super::super::programme::{Entry, Programme};
use super::entry::{anchor, hours};
use super::words::{text, title};
use crate::texts::tid;

/// The sessions that are not as they were; nothing where all are, or where there was no release before.
pub fn list(programme: &Programme) -> Markup {
    let revised: Vec<&Entry> = programme.entries.iter().filter(|entry| entry.revised.is_some()).collect();
    let labels = &programme.labels;
    html! {
        @if !revised.is_empty() {
            details class="changes" {
                summary {
                    (text(programme, &labels.text(tid("handout-changes")))) " "
                    span class="number" { "(" (revised.len()) ")" }
                }
                ul {
                    @for entry in revised {
                        @if let Some(revision) = entry.revised {
                            li {
                                strong { (text(programme, &labels.revision(revision))) } " "
                                span class="day-of" { (text(programme, &labels.day_short(entry.span.start.date()))) } " "
                                (hours(entry)) " "
                                a href={ "#" (anchor(entry)) } {
                                    @if !entry.meeting.is_empty() { (title(programme, &entry.meeting)) " · " }
                                    (title(programme, &entry.title))
                                }
                                @for &room in &entry.rooms {
                                    " · " span class="at" { (title(programme, &programme.rooms[room].title)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
