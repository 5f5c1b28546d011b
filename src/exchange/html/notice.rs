//! The change notice as a page that loads nothing and runs nothing.

use maud::{DOCTYPE, Markup, html};

use super::super::changes::{Changed, ChangedDay, Changes, Place};
use super::head::quiet;
use super::house;
use super::paper::{one_line, stacked};
use super::words::direction;
use crate::texts::tid;

/// The page.
#[must_use]
pub fn notice(changes: &Changes) -> String {
    let programme = &changes.programme;
    let language = programme.language();
    let title = changes.title();
    let page = html! {
        (DOCTYPE)
        html lang=(language.code()) dir=(direction(language)) {
            (quiet(programme, &title, include_str!("../../../assets/handouts/notice.css")))
            body {
                main {
                    (house::logo(programme))
                    p class="plan" { (one_line(&programme.title)) }
                    h1 { (stacked(&title)) }
                    ul class="facts" { @for fact in changes.facts() { li { (one_line(&fact)) } } }
                    @for day in &changes.days { (day_table(changes, day)) }
                    div class="signature" {
                        p { (one_line(&programme.labels.text(tid("notice-signature")))) }
                        p { (one_line(&programme.labels.text(tid("handout-date")))) }
                    }
                }
            }
        }
    };
    page.into_string()
}

fn day_table(changes: &Changes, day: &ChangedDay) -> Markup {
    let labels = &changes.programme.labels;
    let heads = [tid("notice-what"), tid("handout-session"), tid("notice-was"), tid("notice-is")];
    html! {
        section {
            h2 { time datetime=(day.date) { (one_line(&labels.day_long(day.date))) } }
            table {
                thead { tr { @for id in heads { th scope="col" { (stacked(&labels.text(id))) } } } }
                tbody { @for changed in &day.changes { (row(changed)) } }
            }
        }
    }
}

fn row(changed: &Changed) -> Markup {
    let was = changed.was.as_ref().filter(|_| changed.was != changed.is);
    html! {
        tr {
            td class="what" { strong { (stacked(&changed.what)) } }
            th scope="row" {
                @if !changed.code.is_empty() { span class="code" { bdi { (changed.code) } } }
                (stacked(&changed.title))
                span class="soft" {
                    (stacked(&changed.event))
                    strong { (stacked(&changed.over)) }
                    @for line in changed.lines.iter().chain(&changed.records) { (stacked(line)) }
                }
            }
            td class="was" { (place(was)) }
            td class="is" { (place(changed.is.as_ref())) (stacked(&changed.instead)) }
        }
    }
}

fn place(place: Option<&Place>) -> Markup {
    html! {
        @if let Some(place) = place {
            (stacked(&place.day))
            span class="line hours" { (place.hours) }
            (stacked(&place.rooms))
        }
    }
}
