//! A page for the browser: the programme with search and filters, or a paper, in one file that asks nothing of any network.
//!
//! The style and the script lie in `assets/handouts`; the page lets exactly these two run and names them by their hash.

mod bar;
mod changes;
mod entry;
mod grid;
mod head;
mod house;
mod notice;
mod now;
mod paper;
mod speakers;
mod words;

use chrono::SecondsFormat;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::exporter::{Exporter, Material, Medium, Part};
use super::layout::Layout;
use super::papers;
use super::programme::{Day, Programme};
use super::progress::{ExportError, Progress};
use super::words::Words;
use crate::look::Hue;
use crate::texts::{dates, tid};
use entry::Shown;
pub(super) use notice::notice;
pub(super) use words::direction;
use words::{json, text, title};

/// The programme to be searched, the plan, what is on now, and all papers.
const LAYOUTS: [Layout; Layout::PAPERS.len() + 3] = Layout::with_papers([Layout::Programme, Layout::Grid, Layout::Now]);

/// HTML.
pub const EXPORTER: Exporter = Exporter {
    name: "html",
    label: tid("format-html"),
    extension: "html",
    content: "",
    layouts: &LAYOUTS,
    medium: Medium::Data,
    shown_as: Some(&super::pdf::EXPORTER),
    with_findings: false,
    with_events: false,
    write,
};

const STYLE: &str = include_str!("../../assets/handouts/programme.css");
const SCRIPT: &str = include_str!("../../assets/handouts/programme.js");

fn write(material: &Material<'_>, progress: &Progress) -> Result<Vec<Part>, ExportError> {
    let programme = material.programme;
    match material.request.layout {
        Layout::Now => return Ok(Part::only(now::page(material))),
        Layout::Grid => return Ok(Part::only(grid::plan(programme))),
        layout if Layout::PAPERS.contains(&layout) => {
            return Ok(Part::only(paper::whole(programme, &papers::paper(material)?)));
        }
        _ => {}
    }
    progress.expect(programme.entries.len());
    let mut days = Vec::new();
    for day in &programme.days {
        days.push(day_markup(programme, day, progress)?);
    }
    Ok(Part::only(page(programme, &days).into_string()))
}

/// The whole page.
fn page(programme: &Programme, days: &[Markup]) -> Markup {
    let style = style(programme);
    let language = programme.language();
    let name = &programme.title;
    html! {
        (DOCTYPE)
        html lang=(language.code()) dir=(direction(language)) class={ "shown-" (language.code()) }
            data-plan=[programme.identity] {
            head {
                (head::metas(&head::policy(&style, SCRIPT, ""), "light dark"))
                title data-text=[json(programme, name)] { (name.first()) }
                style { (PreEscaped(&style)) }
            }
            body {
                a class="skip" href="#programme" { (text(programme, &programme.labels.text(tid("handout-sessions")))) }
                (header(programme))
                (bar::bar(programme))
                div class="page" {
                    (index(programme))
                    main id="programme" tabindex="-1" {
                        @for day in days { (day) }
                        @if days.is_empty() {
                            p class="empty" { (text(programme, &programme.labels.text(tid("handout-nothing-chosen")))) }
                        }
                        p class="empty" id="none-kept" hidden {
                            (text(programme, &programme.labels.text(tid("handout-nothing-kept"))))
                        }
                        p class="empty" id="none-found" hidden {
                            (text(programme, &programme.labels.text(tid("handout-none-found"))))
                        }
                        (speakers::section(programme))
                    }
                }
                (footer(programme))
                (bar::own(programme))
                script { (PreEscaped(SCRIPT)) }
            }
        }
    }
}

/// The style with the hues of the kinds of session.
fn style(programme: &Programme) -> String {
    use std::fmt::Write as _;
    let mut style = STYLE.to_owned();
    for hue in Hue::ALL {
        let (place, [red, green, blue]) = (hue as usize, hue.ink());
        let _ = writeln!(style, ".hue-{place} {{ --hue: #{red:02x}{green:02x}{blue:02x}; }}");
    }
    style + &house::colours(programme, true)
}

fn header(programme: &Programme) -> Markup {
    let labels = &programme.labels;
    let span = programme.days.first().zip(programme.days.last());
    let state = entry::common_status(programme);
    html! {
        header class="head" {
            (house::logo(programme))
            h1 { (title(programme, &programme.heading)) }
            @if let Some((first, last)) = span {
                p class="dates" {
                    (text(programme, &labels.each(|texts| dates::dates_text(texts, first.date, last.date))))
                }
            }
            ul class="facts" {
                li class="release" { (text(programme, &programme.release_words())) }
                li { (text(programme, &programme.made_words())) }
                @if let Some(state) = state { li { (text(programme, &labels.status(state))) } }
                @let zone = programme.zone_words();
                @if !zone.is_empty() { li { (text(programme, &zone)) } }
            }
            @if programme.release == 0 {
                p class="notice" { (text(programme, &labels.text(tid("handout-disclaimer-draft")))) }
            }
            (introduction(programme))
            (changes::list(programme))
        }
    }
}

/// What it is about, open; a script folds it where the screen is small.
fn introduction(programme: &Programme) -> Markup {
    let head = &programme.head;
    let is_empty = head.theme.is_empty() && programme.description.is_empty() && !head.is_of_document();
    html! {
        @if !is_empty {
            details class="intro" open {
                summary { (text(programme, &programme.labels.text(tid("handout-introduction")))) }
                @if !head.theme.is_empty() { p class="about" { (title(programme, &head.theme)) } }
                (paper::document_head(programme))
                @if !programme.description.is_empty() {
                    p class="about" { (title(programme, &programme.description)) }
                }
            }
        }
    }
}

/// The days, to jump to.
fn index(programme: &Programme) -> Markup {
    let head = programme.labels.text(tid("handout-index"));
    html! {
        @if programme.days.len() > 1 {
            nav class="index" aria-label=(head.first()) data-aria-label=[json(programme, &head)] {
                ol {
                    @for day in &programme.days {
                        li data-day=(day.date) {
                            a href={ "#day-" (day.date) } { (text(programme, &programme.labels.day_short(day.date))) }
                        }
                    }
                    @if programme.statements.iter().any(|statement| statement.entry.is_some()) {
                        li { a href="#speaking-list" {
                            (text(programme, &programme.labels.text(tid("handout-speaking-list"))))
                        } }
                    }
                }
            }
        }
    }
}

fn day_markup(programme: &Programme, day: &Day, progress: &Progress) -> Result<Markup, ExportError> {
    let shown = Shown::new(programme, day);
    let mut items = Vec::new();
    for entry in programme.entries_on(day) {
        items.push(shown.entry(entry));
        progress.step()?;
    }
    Ok(html! {
        section class="day" id={ "day-" (day.date) } aria-labelledby={ "head-" (day.date) } {
            h2 id={ "head-" (day.date) } {
                time datetime=(day.date) { (text(programme, &programme.labels.day_long(day.date))) }
                span class="today" hidden { (text(programme, &programme.labels.text(tid("handout-today")))) }
                span class="of" {
                    span { (text(programme, &events_of(programme, day))) }
                    (shown.zone_of_day())
                }
            }
            ol class="entries" { @for item in &items { (item) } }
        }
    })
}

/// The events that have something on `day`.
fn events_of(programme: &Programme, day: &Day) -> Words {
    let mut events: Vec<usize> = programme.entries_on(day).map(|entry| entry.event).collect();
    events.sort_unstable();
    events.dedup();
    let names = |texts: &crate::texts::Texts| {
        let names = events.iter().map(|&event| programme.events[event].short().get(texts.language()));
        names.collect::<Vec<_>>().join(" · ")
    };
    programme.labels.each(names)
}

fn footer(programme: &Programme) -> Markup {
    let made = programme.made.to_rfc3339_opts(SecondsFormat::Secs, true);
    html! {
        footer class="foot" {
            p {
                (text(programme, &programme.title)) " · " (text(programme, &programme.release_words())) " · "
                time datetime=(made) { (text(programme, &programme.made_words())) }
            }
            @if !programme.house.footer.is_empty() { p { (title(programme, &programme.house.footer)) } }
        }
    }
}
