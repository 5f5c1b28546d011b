//! Beside the moves: what the rules say before and after, what stays broken, and how few moves there can be.

use egui::{RichText, Sense, Ui, WidgetInfo, vec2};

use crate::app::context::ViewContext;
use crate::app::phrases;
use crate::app::style::{Type, icons, size};
use crate::app::widget::cells::{small, text, text_right};
use crate::app::widget::fields::note;
use crate::app::widget::signs::sign_ui;
use crate::app::widget::tips::finding_ui;
use crate::arrange::happened::Happened;
use crate::check::Finding;
use crate::model::{RowId, Severity};
use crate::texts::{Value, dates, findings, tid};

use super::answer::{Answer, Judgement};
use super::run::Bound;

/// So many rules are told of.
const MOST_RULES: usize = 16;
/// So many sentences of one sort are shown.
const MOST: usize = 4;

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, answer: &Answer, judgement: Option<&Judgement>) {
    let moves = answer.rows.len();
    let title = cx.texts.text_with("arrange-moves", &[("count", Value::from(moves))]);
    head_ui(ui, cx, &title);
    if let Some(happened) = &answer.happened {
        let words = happened_words(cx, happened);
        note(ui, cx, &cx.texts.text_with("arrange-is-noted", &[("what", Value::from(&words))]));
    }
    if answer.generation != cx.workbench.generation() {
        sentence_ui(ui, cx, (icons::WARNING, Severity::Warning), cx.text("arrange-plan-changed"));
    }
    if let Some(bound) = &answer.bound {
        bound_ui(ui, cx, bound, moves);
    }
    if let Some(judgement) = judgement {
        scores_ui(ui, cx, judgement);
        not_ticked_ui(ui, cx, answer, judgement);
    } else {
        ui.spinner();
    }
    if let Some(bound) = &answer.bound {
        reasons_ui(ui, cx, bound);
    }
    let waiting: Vec<_> = answer.left.iter().filter(|(_, against)| !against.is_empty()).collect();
    if !answer.left.is_empty() {
        let words = cx.texts.text_with("arrange-left", &[("count", Value::from(answer.left.len()))]);
        head_ui(ui, cx, &words);
        for (id, against) in answer.left.iter().take(MOST) {
            let title = cx.plan.sessions().get(*id).map(|row| cx.session_title(row)).unwrap_or_default();
            ui.label(RichText::new(title).font(Type::Body.font()).color(cx.theme.text));
            against.iter().take(1).for_each(|finding| finding_ui(ui, cx, finding));
        }
        more_ui(ui, cx, answer.left.len());
        if waiting.is_empty() {
            note(ui, cx, cx.text("arrange-no-place"));
        }
    }
}

/// A head of a section.
pub fn head_ui(ui: &mut Ui, cx: &ViewContext<'_>, words: &str) {
    ui.add_space(8.0);
    ui.label(RichText::new(words).font(Type::Head.font()).color(cx.theme.text));
}

/// A sign and a sentence.
fn sentence_ui(ui: &mut Ui, cx: &ViewContext<'_>, (sign, severity): (&str, Severity), words: &str) {
    let color = match severity {
        Severity::Off => cx.theme.ok,
        other => cx.theme.severity(other),
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        sign_ui(ui, RichText::new(sign).size(size::SMALL_ICON).color(color));
        ui.add(egui::Label::new(small(words, color)).wrap());
    });
}

/// Why fewer moves are not enough.
fn reasons_ui(ui: &mut Ui, cx: &ViewContext<'_>, bound: &Bound) {
    if !bound.reasons.is_empty() {
        head_ui(ui, cx, cx.text("arrange-why-not-fewer"));
        note(ui, cx, &cx.texts.text_with("arrange-each-moves", &[("count", Value::from(bound.reasons.len()))]));
        findings_ui(ui, cx, &bound.reasons);
    }
}

/// Whether fewer moves are enough.
fn bound_ui(ui: &mut Ui, cx: &ViewContext<'_>, bound: &Bound, moves: usize) {
    let values = [("count", Value::from(moves)), ("least", Value::from(bound.least))];
    if moves == 0 && bound.stays.is_empty() {
        return sentence_ui(ui, cx, (icons::CIRCLE_CHECK, Severity::Off), cx.text("arrange-nothing-broken"));
    }
    if moves > 0 {
        if bound.is_proven {
            let id = if bound.with_locked { tid("arrange-fewest-locked") } else { tid("arrange-fewest") };
            sentence_ui(ui, cx, (icons::SHIELD, Severity::Off), &cx.texts.text_with(id, &values));
        } else {
            sentence_ui(ui, cx, (icons::INFO, Severity::Hint), &cx.texts.text_with("arrange-at-least", &values));
        }
    }
    if !bound.stays.is_empty() {
        head_ui(ui, cx, &cx.texts.text_with("arrange-no-moves-for", &[("count", Value::from(bound.stays.len()))]));
        findings_ui(ui, cx, &bound.stays);
    }
}

fn findings_ui(ui: &mut Ui, cx: &ViewContext<'_>, all: &[Finding]) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        all.iter().take(MOST).for_each(|finding| finding_ui(ui, cx, finding));
    });
    more_ui(ui, cx, all.len());
}

fn more_ui(ui: &mut Ui, cx: &ViewContext<'_>, count: usize) {
    if count > MOST {
        note(ui, cx, &cx.texts.text_with("drag-more", &[("count", Value::from(count - MOST))]));
    }
}

/// How many findings each rule has, before and after.
fn scores_ui(ui: &mut Ui, cx: &ViewContext<'_>, judgement: &Judgement) {
    let of = |severity: Severity| {
        let of = judgement.rules.iter().filter(|line| line.1 == severity);
        of.fold((0, 0), |sum, line| (sum.0 + line.2, sum.1 + line.3))
    };
    sums_ui(ui, cx, &of);
    // What stays as it is, is told where a move is about it.
    let is_asked = |rule: &str| judgement.why.values().any(|finding| finding.rule == rule);
    let is_told = |line: &&(&str, Severity, usize, usize)| line.2 != line.3 || is_asked(line.0);
    for (rule, severity, was, is) in judgement.rules.iter().filter(is_told).take(MOST_RULES) {
        let name = cx.texts.text(&findings::rule_ids(rule)[0]).to_owned();
        score_ui(ui, cx, (&name, "", *severity), (*was, *is));
    }
}

/// How many errors, warnings and hints there are, before and after.
pub fn sums_ui(ui: &mut Ui, cx: &ViewContext<'_>, of: &dyn Fn(Severity) -> (usize, usize)) {
    ui.add_space(8.0);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::HOVER);
    let painter = ui.painter_at(rect);
    let title = RichText::new(cx.text("arrange-score")).font(Type::Head.font()).color(cx.theme.text);
    let (before, after) = (rect.with_max_x(rect.right() - FIGURE), rect);
    text(ui, &painter, rect.with_max_x(rect.right() - 2.0 * FIGURE), title);
    text_right(ui, &painter, before, small(cx.text("arrange-before"), cx.theme.text_2));
    text_right(ui, &painter, after, small(cx.text("arrange-after"), cx.theme.text_2));
    for severity in [Severity::Error, Severity::Warning, Severity::Hint] {
        let (was, is) = of(severity);
        let words = cx.texts.text(match severity {
            Severity::Error => "arrange-errors",
            Severity::Warning => "arrange-warnings",
            _ => "arrange-hints",
        });
        score_ui(ui, cx, (words, icons::severity(severity), severity), (was, is));
    }
}

/// The room of a number.
const FIGURE: f32 = 52.0;

fn score_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (name, sign, severity): (&str, &str, Severity),
    (was, is): (usize, usize),
) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::HOVER);
    let painter = ui.painter_at(rect);
    let theme = cx.theme;
    let color = if was == is { theme.text_2 } else { theme.text };
    let mut names = rect.with_max_x(rect.right() - 2.0 * FIGURE + 12.0);
    if sign.is_empty() {
        names.min.x += 20.0;
    } else {
        text(ui, &painter, names, RichText::new(sign).size(size::SMALL_ICON).color(theme.severity(severity)));
        names.min.x += 20.0;
    }
    let used = text(ui, &painter, names, small(name, color));
    let later = match is.cmp(&was) {
        std::cmp::Ordering::Less => theme.ok,
        std::cmp::Ordering::Equal => theme.text_2,
        std::cmp::Ordering::Greater => theme.severity(severity),
    };
    let figure = |count: usize, color| small(&count.to_string(), color);
    text_right(ui, &painter, rect.with_max_x(rect.right() - FIGURE), figure(was, theme.text_2));
    text_right(ui, &painter, rect, figure(is, later));
    let values = [("what", Value::from(name)), ("before", Value::from(was)), ("after", Value::from(is))];
    let spoken = cx.texts.text_with("arrange-score-of", &values);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &spoken));
    if used >= names.width() - 4.0 {
        response.on_hover_text(name);
    }
}

/// What stays broken because its move is not ticked.
fn not_ticked_ui(ui: &mut Ui, cx: &ViewContext<'_>, answer: &Answer, judgement: &Judgement) {
    let open: Vec<_> = answer.rows.iter().filter(|row| !answer.ticked.contains(&row.session)).collect();
    if open.is_empty() {
        return;
    }
    head_ui(ui, cx, &cx.texts.text_with("arrange-not-ticked-count", &[("count", Value::from(open.len()))]));
    let broken: Vec<Finding> = open.iter().filter_map(|row| judgement.why.get(&row.session)).cloned().collect();
    if broken.is_empty() {
        note(ui, cx, cx.text("arrange-nothing-stays-broken"));
    } else {
        note(ui, cx, cx.text("arrange-these-stay-broken"));
        findings_ui(ui, cx, &broken);
    }
}

/// What has happened, in a few words.
pub fn happened_words(cx: &ViewContext<'_>, happened: &Happened) -> String {
    let name = |row: RowId| phrases::row_title(cx, row);
    let day = |day| dates::day_short(cx.texts, day);
    let span = |first, last| dates::dates_short(cx.texts, first, last);
    let words = |id: &'static str, what: &str, when: &str| {
        cx.texts.text_with(id, &[("what", Value::from(what)), ("when", Value::from(when))])
    };
    match *happened {
        Happened::RoomLost(room, first, last) => words("arrange-room-is-lost", &name(room.into()), &span(first, last)),
        Happened::PersonAway(person, first, last) => {
            words("arrange-person-is-away", &name(person.into()), &span(first, last))
        }
        Happened::DayLost(lost) => words("arrange-day-is-lost", "", &day(lost)),
        Happened::DaysSwapped(one, other) => words("arrange-days-are-swapped", &day(one), &day(other)),
        Happened::Longer(session, mins) => {
            words("arrange-is-longer", &name(session.into()), &dates::length_text(cx.texts, mins))
        }
    }
}
