//! The plan as a whole: what shows while nothing is selected. First the conference in facts that lead somewhere, then what
//! is wrong and how it is mended, then the plan's own properties.

use egui::{Frame, RichText, Stroke, Ui, pos2, vec2};

use crate::model::zone;
use crate::model::{CivilTime, Event, EventDates, Header, Language, RoomId, Severity};
use crate::texts::{Value as Word, dates, names, tid};

use super::event::{city_here, zone_field};
use super::facts::{Facts, Line, bar_names_width, bar_ui, count_ui, count_width, hours_text};
use super::form::Form;
use super::listed::Listed;
use crate::app::action::{Action, UiCommand};
use crate::app::context::ViewContext;
use crate::app::paint::text::{displayed, elided, paragraph_ui};
use crate::app::phrases;
use crate::app::style::{Type, icons, radius, size};
use crate::app::view::view_named;
use crate::app::widget::fields::{Lines, note};
use crate::app::widget::property::{Value, head_ui, link_ui, property_ui};
use crate::app::widget::zones::offset_text;

/// So many findings of a day, and so many rooms, show until somebody asks for the rest.
const MOST_FINDINGS: usize = 3;
const MOST_ROOMS: usize = 5;

/// The conference in facts.
pub fn facts_ui(ui: &mut Ui, cx: &ViewContext<'_>, (facts, listed): (&mut Facts, &mut Listed), all: &mut bool) {
    let main = facts.main.and_then(|id| cx.plan.events().get(id));
    let header = cx.title(&cx.plan.header().title);
    let (name, full) = match main {
        Some(event) if !event.code.is_empty() => (cx.title(&event.code), cx.title(&event.title)),
        Some(event) => (cx.title(&event.title), header),
        None => (header, ""),
    };
    paragraph_ui(ui, RichText::new(name).font(Type::Display.font()));
    if !full.is_empty() && full != name {
        paragraph_ui(ui, RichText::new(full).font(Type::Small.font()).color(cx.theme.text_2));
    }
    ui.add_space(8.0);
    if let Some(event) = main {
        rows_ui(ui, cx, event);
    }
    ui.add_space(4.0);
    counts_ui(ui, cx, (main.map(|event| &**event), facts.sessions));
    findings_ui(ui, cx, (facts, listed), all);
    rooms_ui(ui, cx, facts);
    if let Some(session) = facts.next(cx).and_then(|id| cx.plan.sessions().get(id)) {
        head_ui(ui, cx.text("inspector-next"), |_| ());
        let when = session.span().map(|span| span.start);
        let when = when.map(|at| format!("{} {}", dates::day_short(cx.texts, at.date()), at.clock()));
        let color = Some(cx.session_colors(session).bar);
        let line = Line { name: cx.session_title(session), when: &when.unwrap_or_default(), color };
        if line.ui(ui, cx).clicked() {
            cx.act(Action::Reveal(session.id.into()));
        }
    }
}

/// Dates, place and zone of the event; each leads to it.
fn rows_ui(ui: &mut Ui, cx: &ViewContext<'_>, event: &Event) {
    let dates = match event.dates {
        EventDates::Days { first, last } if ui.available_width() < 244.0 => dates::dates_year(cx.texts, first, last),
        dates => phrases::event_dates(cx, dates),
    };
    let start = CivilTime::midnight(event.dates.first_and_last().0);
    let zone = format!("{}, {}", city_here(cx, event), offset_text(zone::offset_mins(start, event.zone)));
    for (icon, name, text) in [
        (icons::CALENDAR_DAYS, cx.text("inspector-dates"), dates.as_str()),
        (icons::MAP_PIN, cx.text("inspector-place"), cx.title(&event.place)),
        (icons::GLOBE, cx.text("inspector-zone"), zone.as_str()),
    ] {
        if text.is_empty() {
            continue;
        }
        let value = Value { name, text, is_whole: true, ..Value::default() };
        let (clicked, _) = property_ui(ui, cx, (icon, name), |ui| value.ui(ui, cx).clicked());
        if clicked {
            cx.act(Action::Reveal(event.id.into()));
        }
    }
}

/// Days, sessions, rooms, and what waits in the tray.
fn counts_ui(ui: &mut Ui, cx: &ViewContext<'_>, (main, sessions): (Option<&Event>, usize)) {
    let days = main.map_or(cx.index().days().len(), |event| usize::try_from(event.dates.len_days()).unwrap_or(0));
    let counts = [
        (days, "inspector-count-days", UiCommand::View(view_named("grid"))),
        (sessions, "inspector-count-sessions", UiCommand::View(view_named("list"))),
        (cx.plan.rooms().len(), "inspector-count-rooms", UiCommand::View(view_named("day"))),
        (cx.index().waiting().len(), "inspector-count-tray", UiCommand::ToggleNavigator),
    ];
    let frame = Frame::new().fill(cx.theme.panel).corner_radius(radius::CARD);
    frame.stroke(Stroke::new(1.0, cx.theme.line_strong)).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let words = counts.map(|(count, id, _)| cx.texts.text_with(id, &[("count", Word::from(count))]));
            // As wide as the words ask for; what is left is shared.
            let widths = words.each_ref().map(|word| count_width(ui, word));
            let share = (ui.available_width() - widths.iter().sum::<f32>()) / 4.0;
            for (at, (count, _, command)) in counts.into_iter().enumerate() {
                let left = ui.cursor().left();
                let (word, width) = (&words[at], (widths[at] + share).max(size::TARGET));
                let clicked = count_ui(ui, cx, width, (&count.to_string(), word));
                if at > 0 {
                    let line = ui.min_rect().y_range();
                    ui.painter().vline(left, line, Stroke::new(1.0, cx.theme.line));
                }
                let is_shown = command == UiCommand::ToggleNavigator && cx.panels.0;
                if clicked && !is_shown {
                    cx.run(command);
                }
            }
        });
    });
}

/// By severity, then those of the day in sight, then the worst elsewhere.
fn findings_ui(ui: &mut Ui, cx: &ViewContext<'_>, (facts, listed): (&Facts, &mut Listed), all: &mut bool) {
    let counts = cx.workbench.checker().counts();
    let sum: usize = counts[Severity::Hint as usize..=Severity::Error as usize].iter().sum();
    head_ui(ui, cx.text("findings-title"), |ui| {
        if sum > 0 {
            let text = cx.texts.text_with("inspector-show-all", &[("count", Word::from(sum))]);
            if link_ui(ui, cx, &text, 120.0).clicked() {
                cx.act(Action::ListFindings(None));
            }
        }
    });
    if sum == 0 {
        return note(ui, cx, cx.text("findings-none"));
    }
    severities_ui(ui, cx, counts);
    if let Some(day) = cx.date.filter(|_| !facts.of_day.is_empty()) {
        let (count, sessions) = (facts.of_day.len(), facts.of_day_sessions);
        let words = [("count", Word::from(count)), ("sessions", Word::from(sessions))];
        let on = cx.texts.text_with("inspector-findings-on", &words);
        sub_ui(ui, cx, &format!("{}  {on}", dates::day_short(cx.texts, day)));
        let shown = if *all { count } else { MOST_FINDINGS };
        for finding in facts.of_day.iter().take(shown) {
            listed.ui(ui, cx, (finding, Some(day)));
        }
        if count > shown {
            let text = cx.texts.text_with("inspector-show-more", &[("count", Word::from(count - shown))]);
            if link_ui(ui, cx, &text, 200.0).clicked() {
                *all = true;
            }
        }
    }
    if !facts.elsewhere.is_empty() {
        sub_ui(ui, cx, cx.text("inspector-elsewhere"));
        for finding in &facts.elsewhere {
            listed.ui(ui, cx, (finding, None));
        }
    }
}

/// How many findings there are of each severity, in words where there is room; each leads to the list of these.
fn severities_ui(ui: &mut Ui, cx: &ViewContext<'_>, counts: [usize; 5]) {
    let texts: Vec<(Severity, usize, String)> = phrases::SEVERITIES
        .into_iter()
        .map(|severity| (severity, counts[severity as usize]))
        .filter(|&(_, count)| count > 0)
        .map(|(severity, count)| (severity, count, phrases::findings_count(cx, severity, count)))
        .collect();
    let galley = |text: &str| elided(ui, RichText::new(text).font(Type::Bar.font()), 200.0);
    let wide: Vec<_> = texts.iter().map(|(_, _, text)| galley(text)).collect();
    let total: f32 = wide.iter().map(|galley| galley.size().x + 20.0 + 10.0).sum();
    let shown = if total - 10.0 <= ui.available_width() {
        wide
    } else {
        texts.iter().map(|(_, count, _)| galley(&count.to_string())).collect()
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        for ((severity, _, text), galley) in texts.iter().zip(shown) {
            let size = vec2((galley.size().x + 20.0).max(size::TARGET), size::TARGET);
            let (rect, response) = ui.allocate_exact_size(size, egui::Sense::click());
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, text));
            let (icon, color) = cx.theme.severity_sign(*severity);
            let at = pos2(rect.left() + 8.0, rect.center().y + 1.5);
            let font = egui::FontId::proportional(size::ICON);
            ui.painter().text(at, egui::Align2::CENTER_CENTER, icon, font, color);
            let at = pos2(rect.left() + 20.0, rect.center().y - galley.size().y / 2.0);
            let color = cx.theme.severity(*severity);
            ui.painter().galley(at, galley, color);
            if response.hovered() || response.has_focus() {
                ui.painter().hline(rect.x_range(), rect.bottom() - 3.0, Stroke::new(1.0, color));
            }
            if response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(text).clicked() {
                cx.act(Action::ListFindings(Some(*severity)));
            }
        }
    });
}

/// A small head within a section.
fn sub_ui(ui: &mut Ui, cx: &ViewContext<'_>, text: &str) {
    ui.add_space(4.0);
    let text = RichText::new(text).font(Type::Cap.font()).color(cx.theme.text_3);
    ui.add(egui::Label::new(text).truncate());
}

/// How long each room is taken.
fn rooms_ui(ui: &mut Ui, cx: &ViewContext<'_>, facts: &Facts) {
    let Some(&(_, most)) = facts.busiest.first() else { return };
    head_ui(ui, cx.text("inspector-hours-per-room"), |_| ());
    let shown: Vec<_> = facts.busiest.iter().take(MOST_ROOMS).collect();
    let name = |id: RoomId| cx.plan.rooms().get(id).map_or("", |room| cx.title(&room.title));
    let name_width = bar_names_width(ui, shown.iter().map(|(id, _)| name(*id)));
    for &&(id, mins) in &shown {
        let part = mins as f32 / most.max(1) as f32;
        if bar_ui(ui, cx, (name(id), name_width), (&hours_text(mins), part)).clicked() {
            cx.act(Action::Reveal(id.into()));
        }
    }
}

/// The plan's own properties.
pub fn properties_ui(form: &mut Form<'_, Header>, ui: &mut Ui) {
    let cx = form.cx;
    let header = form.subject;
    if !form.section(ui, (tid("inspector-section-plan"), 0)) {
        return;
    }
    form.title(ui, |header| &header.title, |header| &mut header.title);
    let name = (tid("inspector-description"), Lines::Several(1));
    form.memory.opened.insert(form.id(name.0));
    form.local_text(ui, name, |header| &header.description, |header| &mut header.description);
    let start = cx.plan.events().iter().map(|event| event.dates.span().start).max();
    let at = cx.now.or(start).unwrap_or(CivilTime::from_minutes(0));
    zone_field(form, ui, (header.zone, at), |header, zone| header.zone = zone);
    note(ui, cx, cx.text("inspector-home-zone-note"));
    let word = |language: Language| {
        let (name, own_name) = (cx.text(names::language(language)), language.own_name());
        let word = if name == own_name { name.to_owned() } else { format!("{name} · {}", displayed(own_name)) };
        ("", word)
    };
    let current = (Some(header.language), &Language::ALL[..]);
    form.choice(ui, tid("inspector-plan-language"), current, word, |header, language| header.language = language);
    document_ui(form, ui);
    if header.release > 0 {
        ui.add_space(6.0);
        note(ui, cx, &cx.texts.text_with("inspector-release", &[("number", Word::from(header.release))]));
    }
}

/// What stands at the head of the plan as a document.
fn document_ui(form: &mut Form<'_, Header>, ui: &mut Ui) {
    let (cx, header) = (form.cx, form.subject);
    for name in [tid("inspector-symbol"), tid("inspector-issuer"), tid("handout-contact")] {
        form.memory.opened.insert(form.id(name));
    }
    form.text(ui, (tid("inspector-symbol"), Lines::One), &header.symbol, |header, text| {
        text.clone_into(&mut header.symbol);
    });
    let languages: Vec<Option<Language>> = std::iter::once(None).chain(Language::ALL.map(Some)).collect();
    let word = |language: Option<Language>| {
        let word = language.map_or(cx.text("inspector-not-known"), |language| cx.text(names::language(language)));
        ("", word.to_owned())
    };
    form.choice(ui, tid("inspector-original"), (Some(header.original), &languages), word, |header, language| {
        header.original = language;
    });
    let name = (tid("inspector-issuer"), Lines::Wrapped);
    form.local_text(ui, name, |header| &header.issuer, |header| &mut header.issuer);
    form.text(ui, (tid("handout-contact"), Lines::Wrapped), &header.contact, |header, text| {
        text.clone_into(&mut header.contact);
    });
}
