//! Podium: the secretariat's window while statements are given (§5): the clock of the speaker, who has spoken and who comes,
//! when it will end and how that is counted, and what the chair can do about it. Each key is one step of the plan, so that a
//! slip is taken back, and whoever opens the plan again goes on where the real time is.

mod deeds;
mod foot;
mod forecast;
mod log;
mod table;

use std::time::Duration;

use chrono::NaiveDate;
use egui::{EventFilter, Id, Key, Rect, RichText, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::kind::ViewKind;
use super::{Entry, Tools, View};
use crate::app::action::UiCommand;
use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};
use crate::app::widget::face::{self, Face};
use crate::app::widget::{fields, focus};
use crate::edit::podium::{WayOut, ways};
use crate::model::podium::{PodiumStage, Running};
use crate::model::{RowId, SessionId, SessionKind, StatementId, speaking, zone};
use crate::texts::{Value, dates, tid};
use deeds::Asking;

/// What is chosen in it.
#[derive(Debug, Default)]
pub struct PodiumView {
    /// The session, where somebody has chosen another one than that whose turn it is.
    session: Option<SessionId>,
    /// The one that was selected elsewhere: it shows while no other one runs.
    selected: Option<SessionId>,
    /// Who is called next, where that is not the next one.
    chosen: Option<StatementId>,
    /// The way out that is chosen.
    way: Option<usize>,
    asking: Option<Asking>,
    /// When it was drawn last: whenever it comes into sight it takes the keyboard.
    drawn: Option<u64>,
    /// Whether it takes the keyboard in the next frame.
    takes_keyboard: bool,
}

/// Podium in the list of views.
pub const VIEW: Entry = Entry {
    kind: ViewKind {
        name: "podium",
        label: tid("view-podium"),
        tip: tid("view-podium-tip"),
        icon: icons::TIMER,
        key: Key::Num8,
        with_shift: false,
        is_wide: true,
    },
    make: || Box::<PodiumView>::default(),
};

/// How wide the clock and the forecast are, in points.
const SIDES: (f32, f32) = (320.0, 340.0);
/// Below this width the forecast stands below the clock.
const WIDE: f32 = 1000.0;
/// So much the table needs, in points.
const TABLE: f32 = 300.0;
const GAP: f32 = 16.0;
/// So much the names of four parts and what stands beside them need, in points.
const PARTS: f32 = 800.0;

impl View for PodiumView {
    fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, _tools: &mut Tools<'_>) {
        let whole = ui.available_rect_before_wrap();
        let Some(running) = self.running(cx) else {
            ui.add_space(24.0);
            ui.vertical_centered(|ui| fields::note(ui, cx, cx.text("podium-none")));
            return;
        };
        if cx.moment.is_some() && running.stage() != PodiumStage::Over {
            ui.ctx().request_repaint_after(Duration::from_millis(200));
        }
        let ways = chair_ways(cx, &running);
        self.follow(&running, &ways);
        let (body, foot) = whole.split_top_bottom_at_y(whole.bottom() - foot::HEIGHT);
        let body = body.shrink2(vec2(GAP, 12.0));
        // Where there is no room for the table, the clock has all of it.
        let has_table = body.width() >= SIDES.0 + GAP + TABLE;
        let left = if has_table { body.with_max_x(body.left() + SIDES.0) } else { body };
        let face = left.with_max_y(left.top() + (SIDES.0 * 0.76).min(left.height() * 0.55));
        focus::note_part(ui.ctx(), whole, focus::Area::Sessions);
        let behind = ui.interact(whole, Id::unique("podium-behind"), Sense::CLICK);
        let ground = ui.interact(face, Id::unique("podium-ground"), Sense::click());
        ground.widget_info(|| WidgetInfo::labeled(Role::Group, true, cx.text("view-podium")));
        let pass = ui.ctx().cumulative_pass_nr();
        let is_new = self.drawn.replace(pass).is_none_or(|before| before.saturating_add(2) < pass);
        let takes = std::mem::take(&mut self.takes_keyboard) || is_new || ground.clicked() || behind.clicked();
        if takes && !focus::is_covered(ui.ctx()) {
            ui.memory_mut(|memory| memory.request_focus(ground.id));
        }
        let arrows = EventFilter { horizontal_arrows: true, escape: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(ground.id, arrows));
        // What lies above it has the keys.
        let has_keys = ui.memory(|memory| memory.focused()) == Some(ground.id)
            && !focus::is_covered(ui.ctx())
            && !egui::Popup::is_any_open(ui.ctx());
        let mut press = has_keys.then(|| deeds::pressed(ui)).flatten();
        let is_wide = body.width() >= WIDE;
        let sides = if is_wide { SIDES.0 + SIDES.1 + 2.0 * GAP } else { SIDES.0 + GAP };
        let middle = Rect::from_min_size(left.right_top() + vec2(GAP, 0.0), vec2(body.width() - sides, body.height()));
        card(ui, cx, face);
        Face::of(cx, &running).ui(ui, cx, face.shrink2(vec2(14.0, 10.0)));
        let below = left.with_min_y(face.bottom() + 12.0);
        let right = if is_wide { body.with_min_x(middle.right() + GAP) } else { below };
        press = self.asking_ui(&mut child(ui, below), cx).or(press);
        if is_wide && self.asking.is_none() {
            log::ui(&mut child(ui, below), cx, &running);
        }
        if has_table {
            card(ui, cx, middle);
            let next = self.next(&running).map(|row| row.id);
            self.chosen = table::ui(&mut child(ui, middle.shrink(1.0)), cx, &running, next).or(self.chosen);
        }
        if is_wide || self.asking.is_none() {
            if is_wide {
                card(ui, cx, right);
            }
            let inner = if is_wide { right.shrink2(vec2(16.0, 12.0)) } else { right };
            press = forecast::ui(&mut child(ui, inner), cx, (&running, &ways), self.way).or(press);
        }
        let is_possible = |press| deeds::is_possible(cx, &running, self.start(&running), press);
        press = foot::ui(&mut child(ui, foot), cx, self.start(&running), is_possible).or(press);
        if let Some(press) = press {
            self.press(cx, (&running, &ways), press);
            ui.memory_mut(|memory| memory.request_focus(ground.id));
            ui.ctx().request_repaint();
        }
        ui.allocate_rect(whole, Sense::HOVER);
    }

    fn take_keyboard(&mut self) {
        self.takes_keyboard = true;
    }

    fn reveal(&mut self, row: RowId) {
        match row {
            RowId::Session(id) => self.selected = Some(id),
            RowId::Statement(id) => self.chosen = Some(id),
            _ => {}
        }
    }

    fn show_date(&mut self, _date: NaiveDate) {}

    fn takes_letters(&self) -> bool {
        true
    }

    fn takes_keys_of(&self, command: UiCommand) -> bool {
        matches!(command, UiCommand::SelectNone)
    }

    fn has_line(&self) -> bool {
        true
    }

    fn line_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        self.parts_ui(ui, cx);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if let Some((time, secs)) = cx.moment.and_then(|now| zone::civil_at(now, clock_zone(cx))) {
                let clock = format!("{}:{secs:02}", time.clock());
                ui.label(RichText::new(clock).font(Type::Title.font()).color(cx.theme.text));
            }
            let words = if ui.available_width() > 300.0 {
                format!("{} {}", icons::MONITOR, cx.text("podium-hall"))
            } else {
                icons::MONITOR.to_owned()
            };
            let button = ui.button(words).on_hover_text(cx.text("command-hall-tip"));
            button.widget_info(|| WidgetInfo::labeled(Role::Button, true, cx.text("podium-hall")));
            if button.clicked() {
                cx.run(UiCommand::Hall);
                self.takes_keyboard = true;
            }
        });
    }

    fn foot(&self) -> f32 {
        foot::HEIGHT
    }

    fn answers_hall(&self) -> bool {
        true
    }

    fn press_keys(&mut self, cx: &ViewContext<'_>, keys: &[Key]) {
        let Some(running) = self.running(cx) else { return };
        let ways = chair_ways(cx, &running);
        self.follow(&running, &ways);
        // One in a frame, as in the view itself.
        if let Some(press) = keys.iter().find_map(|key| deeds::meant(*key)) {
            self.press(cx, (&running, &ways), press);
        }
    }

    fn status(&self, cx: &ViewContext<'_>) -> Option<String> {
        let running = self.running(cx)?;
        let given = running.given.len() + usize::from(running.speaker.is_some());
        let values = [("given", Value::from(given)), ("rest", Value::from(running.to_come.len()))];
        Some(cx.texts.text_with("podium-status", &values))
    }
}

impl PodiumView {
    fn running(&self, cx: &ViewContext<'_>) -> Option<Running> {
        let runs = face::running(cx);
        let is_open = runs.as_ref().is_some_and(|running| running.podium.opened.is_some());
        let of = |id: SessionId| cx.plan.sessions().get(id).filter(|row| row.kind == SessionKind::Statements);
        let selected = self.selected.filter(|_| !is_open);
        let chosen = self.session.or(selected).and_then(of).and_then(|row| face::running_of(cx, row.id));
        chosen.or(runs)
    }

    /// Forgets what is not there any more.
    fn follow(&mut self, running: &Running, ways: &[WayOut]) {
        self.chosen = self.chosen.filter(|id| running.to_come.iter().any(|row| row.id == *id));
        self.way = self.way.filter(|way| *way < ways.len());
        if self.asking.as_ref().is_some_and(|asking| asking.is_past(running)) {
            self.asking = None;
        }
    }

    /// Who is called next.
    fn next<'a>(&self, running: &'a Running) -> Option<&'a crate::model::Statement> {
        let chosen = running.to_come.iter().find(|row| Some(row.id) == self.chosen);
        chosen.or(running.to_come.first()).map(|row| &**row)
    }

    /// The parts of the list, of which one is shown; in a menu where there is little room.
    fn parts_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let Some(shown) = self.running(cx).map(|running| running.session) else { return };
        let Some(event) = cx.plan.sessions().get(shown).map(|row| row.event) else { return };
        let parts = speaking::sessions(cx.plan, event);
        let name = |at: usize| cx.texts.text_with("statements-part", &[("number", Value::from(at + 1))]);
        if ui.available_width() < PARTS {
            let at = parts.iter().position(|(row, _)| row.id == shown).unwrap_or_default();
            ui.menu_button(format!("{} {}", name(at), icons::CHEVRON_DOWN), |ui| {
                for (at, (row, span)) in parts.into_iter().enumerate() {
                    let words = format!("{}  {}", name(at), dates::span_text(cx.texts, span));
                    if ui.selectable_label(row.id == shown, words).clicked() {
                        (self.session, self.takes_keyboard) = (Some(row.id), true);
                    }
                }
            });
            return;
        }
        ui.label(RichText::new(cx.text("podium-title")).font(Type::Head.font()).color(cx.theme.text));
        for (at, (row, span)) in parts.into_iter().enumerate() {
            let is_shown = row.id == shown;
            let (name, when) = (name(at), dates::span_text(cx.texts, span));
            let words = if is_shown { format!("{name}  {when}") } else { name.clone() };
            let button = ui.selectable_label(is_shown, words).on_hover_text(when);
            button.widget_info(|| WidgetInfo::selected(Role::Button, true, is_shown, &name));
            if button.clicked() {
                (self.session, self.takes_keyboard) = (Some(row.id), true);
            }
        }
    }
}

/// What the chair can do.
fn chair_ways(cx: &ViewContext<'_>, running: &Running) -> Vec<WayOut> {
    let list = cx.plan.sessions().get(running.session).map(|row| cx.speaking_list(row.event));
    list.map(|list| ways(cx.plan, &list, running)).unwrap_or_default()
}

fn clock_zone(cx: &ViewContext<'_>) -> zone::Tz {
    let event = speaking::main_event(cx.plan).and_then(|id| cx.plan.events().get(id));
    event.map_or(cx.plan.header().zone, |event| event.zone)
}

/// `15:23:03`, on the clock of the event.
fn seconds_clock(cx: &ViewContext<'_>, moment: i64) -> String {
    let told = zone::civil_at(moment, clock_zone(cx));
    told.map(|(time, secs)| format!("{}:{secs:02}", time.clock())).unwrap_or_default()
}

/// `15:23`
fn minute_clock(cx: &ViewContext<'_>, moment: i64) -> String {
    zone::civil_at(moment, clock_zone(cx)).map(|(time, _)| time.clock()).unwrap_or_default()
}

fn child(ui: &mut Ui, rect: Rect) -> Ui {
    let id = (rect.left() as i32, rect.top() as i32);
    ui.new_child(UiBuilder::new().id_salt(id).max_rect(rect))
}

fn card(ui: &Ui, cx: &ViewContext<'_>, rect: Rect) {
    let stroke = egui::Stroke::new(1.0, cx.theme.line_strong);
    let corner = f32::from(crate::app::style::radius::CARD);
    ui.painter().rect(rect, corner, cx.theme.panel, stroke, egui::StrokeKind::Inside);
}

/// What can be done with the one key that starts and stops, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    Open,
    Begin,
    End,
    GoOn,
    Close,
    Nothing,
}

impl PodiumView {
    fn start(&self, running: &Running) -> Start {
        match running.stage() {
            PodiumStage::Over => Start::Nothing,
            _ if running.podium.stop().is_some() => Start::GoOn,
            PodiumStage::Speaking => Start::End,
            PodiumStage::Waiting => Start::Open,
            PodiumStage::Opening | PodiumStage::Between if self.next(running).is_some() => Start::Begin,
            PodiumStage::Opening | PodiumStage::Between => Start::Close,
        }
    }
}

impl From<Start> for &'static str {
    fn from(start: Start) -> Self {
        match start {
            Start::Open => tid("podium-open"),
            Start::Begin => tid("podium-begin"),
            Start::End => tid("podium-end"),
            Start::GoOn => tid("podium-go-on"),
            Start::Close | Start::Nothing => tid("podium-close"),
        }
    }
}
