//! The card beside what is dragged: whether it can be dropped there, and what that would make new. Views with blocks have
//! [`ghost_tip`]; tables say line by line what would come of it, in [`at_pointer`].

use egui::{Area, Color32, Frame, Id, LayerId, Margin, Order, Pos2, Rect, Response, RichText, Ui, Vec2, pos2, vec2};

use crate::check::Finding;
use crate::edit::{Command, Refusal, resolve};
use crate::model::{Plan, Severity};
use crate::texts::{Value, dates, findings, tid};
use crate::workbench::Generation;

use crate::app::context::ViewContext;
use crate::app::gesture::{Gesture, WhatIf};
use crate::app::paint::text::wrapped;
use crate::app::phrases;
use crate::app::style::{Type, icons, radius, size};

/// How wide it is, in points.
const WIDTH: f32 = 250.0;
/// Between it and the ghost.
const GAP: f32 = 12.0;
/// From its edge to its words.
const MARGIN: Vec2 = vec2(12.0, 7.0);
/// So many findings are told in words; the rest is counted.
const MOST: usize = 3;
/// On so many lines each.
const LINES: usize = 2;

/// Draws it beside the ghost, inside the view.
pub fn ghost_tip(ui: &Ui, cx: &ViewContext<'_>, gesture: &Gesture) {
    let Some(what_if) = gesture.what_if() else { return };
    let pointer = ui.input(|input| input.pointer.latest_pos());
    let Some(ghost) = gesture.ghost().or(pointer.map(|pos| Rect::from_center_size(pos, Vec2::splat(8.0)))) else {
        return;
    };
    let id = Id::unique("drag card");
    let known = egui::AreaState::load(ui.ctx(), id).and_then(|state| state.size);
    let size = known.unwrap_or(vec2(WIDTH, 120.0));
    let area = Area::new(id).constrain(false).fixed_pos(beside(ghost, size, ui.max_rect().shrink(4.0)));
    let shown = card(ui, area, WIDTH, |ui| card_ui(ui, cx, (what_if, gesture.tells_all())));
    ui.ctx().move_to_top(LayerId::new(Order::Tooltip, id));
    if known != Some(shown.rect.size()) {
        ui.ctx().request_repaint();
    }
}

/// Draws one of this width below the pointer.
pub fn at_pointer(ui: &Ui, (id, width): (Id, f32), add: impl FnOnce(&mut Ui)) {
    if let Some(pointer) = ui.input(|input| input.pointer.latest_pos()) {
        let area = Area::new(id).constrain_to(ui.ctx().content_rect().shrink(8.0));
        card(ui, area.fixed_pos(pointer + vec2(24.0, 18.0)), width, add);
    }
}

fn card(ui: &Ui, area: Area, width: f32, add: impl FnOnce(&mut Ui)) -> Response {
    let shown = area.order(Order::Tooltip).interactable(false).show(ui.ctx(), |ui| {
        let frame = Frame::popup(ui.style()).inner_margin(Margin::symmetric(MARGIN.x as i8, MARGIN.y as i8));
        frame.corner_radius(f32::from(radius::CARD)).show(ui, |ui| {
            ui.set_width(width - 2.0 * MARGIN.x);
            ui.spacing_mut().item_spacing = vec2(6.0, 2.0);
            add(ui);
        });
    });
    shown.response
}

/// What would come of letting go of something, worked out once for each state of the plan and each place that is aimed at.
#[derive(Debug)]
pub struct Aimed<P, T>(Option<((Generation, P), Result<T, Refusal>)>);

impl<P, T> Default for Aimed<P, T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<P: PartialEq, T> Aimed<P, T> {
    /// What `of` finds in the plan as it would be after the command that lets go there.
    pub fn told(
        &mut self,
        cx: &ViewContext<'_>,
        (place, command): (P, &Command),
        of: impl FnOnce(&Plan) -> T,
    ) -> &Result<T, Refusal> {
        let at = (cx.workbench.generation(), place);
        let known = self.0.take().filter(|(known, _)| *known == at);
        let (_, told) = self.0.insert(known.unwrap_or_else(|| (at, after(cx.plan, command).map(|plan| of(&plan)))));
        told
    }
}

fn after(plan: &Plan, command: &Command) -> Result<Plan, Refusal> {
    let mut after = plan.clone();
    after.apply(&resolve(plan, command)?)?;
    Ok(after)
}

/// Where a card stands: right of the ghost, or left, below, above; else as near to it as the view lets it.
fn beside(ghost: Rect, size: Vec2, area: Rect) -> Pos2 {
    let along = |at: f32, size: f32, from: f32, to: f32| at.min(to - size).max(from);
    let x = along(ghost.left(), size.x, area.left(), area.right());
    let y = along(ghost.top(), size.y, area.top(), area.bottom());
    let (right, left) = (ghost.right() + GAP, ghost.left() - GAP - size.x);
    let (below, above) = (ghost.bottom() + GAP, ghost.top() - GAP - size.y);
    if right + size.x <= area.right() {
        pos2(right, y)
    } else if left >= area.left() {
        pos2(left, y)
    } else if below + size.y <= area.bottom() {
        pos2(x, below)
    } else if above >= area.top() {
        pos2(x, above)
    } else {
        pos2(along(right, size.x, area.left(), area.right()), y)
    }
}

fn card_ui(ui: &mut Ui, cx: &ViewContext<'_>, (what_if, tells_all): (&WhatIf, bool)) {
    let theme = cx.theme;
    if let Some(refusal) = what_if.refusal() {
        return refusal_ui(ui, cx, refusal);
    }
    if matches!(what_if.command, Command::Unschedule(_)) {
        line_ui(ui, (icons::INBOX, theme.accent), strong(cx.text("drag-to-tray")).color(theme.text), 2);
    } else {
        let worst = what_if.worst_new();
        let sign = if worst == Severity::Off { (icons::CIRCLE_CHECK, theme.ok) } else { theme.severity_sign(worst) };
        line_ui(ui, sign, strong(&allowed(cx, what_if)).color(theme.text), 2);
    }
    findings_ui(ui, cx, what_if, tells_all);
    for text in places(cx, what_if) {
        line_ui(ui, ("", theme.text_3), RichText::new(text).font(Type::Meta.font()).color(theme.text_3), 2);
    }
}

/// What is new in words, then what stays.
fn findings_ui(ui: &mut Ui, cx: &ViewContext<'_>, what_if: &WhatIf, tells_all: bool) {
    let (new, stays) = (&what_if.outcome.caused, &what_if.outcome.concerning[what_if.new_findings..]);
    let all = new.iter().map(|finding| (finding, true)).chain(stays.iter().map(|finding| (finding, false)));
    let shown = if tells_all { usize::MAX } else { MOST };
    let mut before = None;
    for (finding, is_new) in all.take(shown) {
        let (sign, sign_color) = cx.theme.severity_sign(finding.severity);
        // The first line has shown the sign of the worst already.
        let is_shown = is_new && before.unwrap_or(what_if.worst_new()) == finding.severity;
        before = Some(finding.severity);
        let sign = if is_shown { "" } else { sign };
        let sentence = sentence(cx, what_if, finding);
        let text = if is_new {
            RichText::new(sentence).color(cx.theme.severity(finding.severity))
        } else {
            let stays = cx.texts.text_with("drag-stays", &[("what", Value::from(&sentence))]);
            RichText::new(stays).color(cx.theme.text_2)
        };
        line_ui(ui, (sign, sign_color), text.font(Type::Small.font()), LINES);
    }
    let count = new.len() + stays.len();
    if count > MOST {
        let id = if tells_all { tid("drag-show-fewer") } else { tid("drag-show-more") };
        let text = cx.texts.text_with(id, &[("count", Value::from(count - MOST))]);
        line_ui(ui, ("", cx.theme.accent), RichText::new(text).font(Type::Small.font()).color(cx.theme.accent), 1);
    }
}

/// A finding, as short as it can be said: the day is the one that it would be on.
fn sentence(cx: &ViewContext<'_>, what_if: &WhatIf, finding: &Finding) -> String {
    let day = what_if.placements.first().map(|(_, placement)| placement.start.date());
    findings::sentence_on(cx.texts, cx.plan, (cx.settings.title_language(), day), finding)
}

/// `Drop is allowed, 1 new error`
fn allowed(cx: &ViewContext<'_>, what_if: &WhatIf) -> String {
    let counted = |id, count: usize| cx.texts.text_with(id, &[("count", Value::from(count))]);
    let caused = &what_if.outcome.caused;
    let of = |severity| caused.iter().filter(|finding| finding.severity == severity).count();
    let mut news = Vec::new();
    for (severity, id) in [
        (Severity::Error, tid("drag-new-errors")),
        (Severity::Warning, tid("drag-new-warnings")),
        (Severity::Hint, tid("drag-new-hints")),
    ] {
        let count = of(severity);
        if count > 0 && news.len() < 2 {
            news.push(counted(id, count));
        }
    }
    let solved = what_if.outcome.solved.len();
    if news.is_empty() {
        news.push(if solved > 0 { counted("drag-solves", solved) } else { cx.text("drag-nothing-new").to_owned() });
    }
    cx.texts.text_with("drag-allowed", &[("news", Value::from(&news.join(", ")))])
}

/// When and where it would be, and what it would be besides.
fn places(cx: &ViewContext<'_>, what_if: &WhatIf) -> Vec<String> {
    let followers = what_if.followers().len();
    let meant = &what_if.placements[..what_if.placements.len() - followers];
    let several = || cx.texts.text_with("drag-several", &[("count", Value::from(meant.len()))]);
    let mut lines = Vec::new();
    match (&what_if.command, meant) {
        (&Command::ShiftEvent(id, days), _) => {
            let event = cx.plan.events().get(id);
            lines.extend(event.map(|event| phrases::event_dates(cx, event.dates.shifted(days))));
            lines.push(several());
        }
        (command, [(_, at)]) => {
            lines.push(phrases::placement(cx, at));
            // How long it is stands on no ruler.
            let other_length =
                |(id, _): &(_, _)| cx.plan.sessions().get(*id).is_none_or(|session| session.length() != at.length);
            if matches!(command, Command::Create(_)) || what_if.placements.iter().any(other_length) {
                lines.push(dates::length_text(cx.texts, at.length.mins()));
            }
        }
        (_, [(_, first), ..]) => {
            lines.push(several());
            lines.push(phrases::placement(cx, first));
        }
        _ => {}
    }
    if what_if.rolls() {
        lines.push(cx.text("drag-rolls").to_owned());
    }
    if followers > 0 {
        lines.push(cx.texts.text_with("drag-followers", &[("count", Value::from(followers))]));
    }
    if let Some(stop) = what_if.following.as_ref().and_then(|found| found.stop.as_ref()) {
        lines.push(phrases::stop(cx, stop));
    }
    if what_if.is_of_copies() {
        lines.push(cx.text("drag-duplicates").to_owned());
    }
    lines
}

/// Why it can not be let go of there.
pub fn refusal_ui(ui: &mut Ui, cx: &ViewContext<'_>, refusal: &Refusal) {
    let why = phrases::refusal(cx, refusal);
    line_ui(ui, (icons::LOCK, cx.theme.error), strong(&why).color(cx.theme.error), 4);
}

/// What comes of it first of all, in a table.
pub fn strong_ui(ui: &mut Ui, cx: &ViewContext<'_>, sign: (&str, Color32), text: &str) {
    line_ui(ui, sign, strong(text).color(cx.theme.text), 3);
}

/// What comes of it besides.
pub fn also_ui(ui: &mut Ui, cx: &ViewContext<'_>, sign: (&str, Color32), text: &str) {
    line_ui(ui, sign, RichText::new(text).font(Type::Small.font()).color(cx.theme.text), 3);
}

fn strong(text: &str) -> RichText {
    RichText::new(text).font(Type::Bar.font())
}

/// A sign and a text beside it, on so many lines at most.
fn line_ui(ui: &mut Ui, (sign, color): (&str, Color32), text: RichText, lines: usize) {
    ui.horizontal_top(|ui| {
        let (place, _) = ui.allocate_exact_size(vec2(size::ICON, 18.0), egui::Sense::hover());
        let font = egui::FontId::new(size::SMALL_ICON, Type::Body.font().family);
        ui.painter().text(place.left_center() + vec2(0.0, 0.5), egui::Align2::LEFT_CENTER, sign, font, color);
        let spoken = text.text().to_owned();
        let galley = wrapped(ui, text, ui.available_width(), lines);
        ui.add_space(0.0);
        let response = ui.add(egui::Label::new(galley).show_tooltip_when_elided(false));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &spoken));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_card_covers_neither_the_ghost_nor_what_is_beside_the_view() {
        let area = Rect::from_min_max(pos2(230.0, 150.0), pos2(1150.0, 800.0));
        let size = vec2(WIDTH, 110.0);
        for x in (230..1100).step_by(30) {
            for y in (150..760).step_by(30) {
                for (width, height) in [(80.0, 68.0), (300.0, 40.0), (600.0, 200.0), (800.0, 60.0), (90.0, 600.0)] {
                    let ghost = Rect::from_min_size(pos2(x as f32, y as f32), vec2(width, height)).intersect(area);
                    let card = Rect::from_min_size(beside(ghost, size, area), size);
                    assert!(area.contains_rect(card) && !card.intersects(ghost), "{ghost} {card}");
                }
            }
        }
        let ghost = Rect::from_min_size(pos2(500.0, 300.0), vec2(80.0, 68.0));
        assert_eq!(beside(ghost, size, area), pos2(592.0, 300.0));
    }
}
