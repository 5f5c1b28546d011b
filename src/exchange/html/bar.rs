//! The bar above the programme: search, filters, languages. Only a script can make use of it, so only a script shows it.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::super::programme::{Entry, Programme};
use super::super::words::Words;
use super::words::{direction, json, text};
use crate::texts::tid;

/// What a filter lets choose from.
struct Choice {
    /// What the page calls it.
    name: &'static str,
    /// What stands above it.
    head: Words,
    /// What stands there while nothing is chosen.
    all: Words,
    /// What can be chosen: its name in the plan, and what it says.
    options: Vec<(String, Words)>,
}

/// What else can be shown: its name in the page, the id of its text, and whether it stays pressed.
const TOGGLES: [(&str, &str, bool); 5] = [
    ("now", tid("handout-now"), false),
    ("mine", tid("handout-my-agenda"), true),
    ("changed", tid("handout-changed"), true),
    ("my-time", tid("handout-my-time"), true),
    ("rooms", tid("handout-rooms-of-day"), true),
];

/// The bar.
pub fn bar(programme: &Programme) -> Markup {
    let labels = &programme.labels;
    let (search, hint) = (labels.text(tid("handout-search")), labels.text(tid("handout-search-hint")));
    let (filter, language) = (labels.text(tid("handout-filter")), labels.text(tid("handout-language")));
    let views = labels.text(tid("handout-views"));
    let several = programme.languages.len() > 1;
    html! {
        search class="bar" aria-label=(search.first()) data-aria-label=[json(programme, &search)] {
            div class="row" {
                label class="seek" {
                    span class="name" { (text(programme, &search)) }
                    input id="search" type="search" autocomplete="off" spellcheck="false" placeholder=(hint.first())
                        data-placeholder=[json(programme, &hint)];
                }
                p class="count" role="status" data-counts=(counts(programme)) {}
                button type="button" id="more" aria-expanded="false" aria-controls="filters" {
                    (text(programme, &filter))
                }
                @if several {
                    div class="languages" role="group" aria-label=(language.first())
                        data-aria-label=[json(programme, &language)] {
                        @for &own in &programme.languages {
                            button type="button" lang=(own.code()) dir=(direction(own)) data-language=(own.code())
                                data-direction=(direction(own)) aria-pressed="false" { (own.own_name()) }
                        }
                    }
                }
                button type="button" id="theme" {
                    span class="to-dark" { (text(programme, &labels.text(tid("handout-dark")))) }
                    span class="to-light" { (text(programme, &labels.text(tid("handout-light")))) }
                }
                button type="button" id="print" { (text(programme, &labels.text(tid("handout-print")))) }
            }
            div class="views" role="group" aria-label=(views.first()) data-aria-label=[json(programme, &views)] {
                @for (name, id, is_kept) in TOGGLES {
                    @if name != "changed" || programme.entries.iter().any(|entry| entry.revised.is_some()) {
                        button type="button" id=(name) aria-pressed=[is_kept.then_some("false")] {
                            (text(programme, &labels.text(id)))
                            @if name == "mine" { " " span class="number" {} }
                        }
                    }
                }
                button type="button" id="mine-calendar" disabled { (text(programme, &labels.text(tid("handout-agenda-calendar")))) }
                span id="my-zone" class="count" dir="auto" {}
            }
            div class="filters" id="filters" {
                @for choice in choices(programme) {
                    @if choice.options.len() > 1 { (select(programme, &choice)) }
                }
                button type="button" id="clear" disabled { (text(programme, &labels.text(tid("handout-clear")))) }
            }
        }
    }
}

/// What a reader can do with a session: the script puts it below each.
pub fn own(programme: &Programme) -> Markup {
    let labels = &programme.labels;
    html! {
        template id="own" {
            p class="own" {
                button type="button" class="star" aria-pressed="false" { (text(programme, &labels.text(tid("handout-keep")))) }
                button type="button" class="ics" { (text(programme, &labels.text(tid("handout-to-calendar")))) }
            }
        }
    }
}

fn select(programme: &Programme, choice: &Choice) -> Markup {
    html! {
        label {
            span class="name" { (text(programme, &choice.head)) }
            select name=(choice.name) {
                option value="" data-text=[json(programme, &choice.all)] { (choice.all.first()) }
                @for (value, words) in &choice.options {
                    option value=(value) data-text=[json(programme, words)] { (words.first()) }
                }
            }
        }
    }
}

fn choices(programme: &Programme) -> [Choice; 5] {
    let labels = &programme.labels;
    let used = |of: fn(&Entry) -> &[usize]| programme.entries.iter().flat_map(of).copied().collect::<BTreeSet<usize>>();
    let option = |id: &str, words: &Words| (id.to_owned(), words.clone());
    let rooms = used(|entry| &entry.rooms).into_iter().map(|place| &programme.rooms[place]);
    // Also a committee that does not meet itself, but has groups that do.
    let asked: BTreeSet<_> =
        programme.entries.iter().flat_map(|entry| super::entry::bodies(programme, entry)).collect();
    let bodies = programme.bodies.iter().filter(|body| asked.contains(&body.id));
    let topics = used(|entry| &entry.topics).into_iter().map(|place| &programme.topics[place]);
    let topic_words = |topic: &super::super::programme::Topic| {
        labels.each(|texts| match (topic.code.as_str(), topic.title.get(texts.language())) {
            ("", title) => title.to_owned(),
            (code, "") => code.to_owned(),
            (code, title) => format!("{code} · {title}"),
        })
    };
    let events = used(|entry| std::slice::from_ref(&entry.event)).into_iter().map(|place| &programme.events[place]);
    [
        Choice {
            name: "day",
            head: labels.text(tid("handout-day")),
            all: labels.text(tid("handout-all-days")),
            options: programme.days.iter().map(|day| (day.date.to_string(), labels.day_short(day.date))).collect(),
        },
        Choice {
            name: "room",
            head: labels.text(tid("handout-room")),
            all: labels.text(tid("handout-all-rooms")),
            options: rooms.map(|room| option(room.id.as_str(), &room.title)).collect(),
        },
        Choice {
            name: "body",
            head: labels.text(tid("handout-body")),
            all: labels.text(tid("handout-all-bodies")),
            options: bodies.map(|body| option(body.id.as_str(), &body.code)).collect(),
        },
        Choice {
            name: "topic",
            head: labels.text(tid("handout-topic")),
            all: labels.text(tid("handout-all-topics")),
            options: topics.map(|topic| (topic.id.as_str().to_owned(), topic_words(topic))).collect(),
        },
        Choice {
            name: "event",
            head: labels.text(tid("handout-event")),
            all: labels.text(tid("handout-all-events")),
            options: events.map(|event| option(event.id.as_str(), event.short())).collect(),
        },
    ]
}

/// How many sessions are shown, told for a number of each plural form that any language has: the script looks up which
/// of them is like the one it has, and puts that one in.
fn counts(programme: &Programme) -> String {
    let told: Vec<(i32, Words)> = [0, 1, 2, 3, 11, 100]
        .into_iter()
        .map(|count| (count, programme.labels.text_with(tid("handout-shown"), &[("count", count.into())])))
        .collect();
    let of = |language| told.iter().map(|(count, words)| serde_json::json!([count, words.get(language)])).collect();
    let all = programme.languages.iter().map(|&language| (language.code().to_owned(), of(language))).collect();
    serde_json::Value::Object(all).to_string()
}
