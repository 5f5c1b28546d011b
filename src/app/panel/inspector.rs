//! The inspector on the right: every field of what is selected.
//!
//! Text is kept as a draft while it is typed and goes out as one command when the field is left, so one edit is one step
//! back. A draft belongs to its row and not to the screen: it is written there even if something else is selected before
//! the field is left. Nothing here changes the plan.

mod drafts;
mod event;
mod form;
mod inspected;
mod languages;
mod papers;
mod placement;
mod places;
mod plan;
mod rows;
mod session;
mod several;
mod sources;

use egui::{CornerRadius, Frame, Label, Layout, Margin, Rect, RichText, Role, ScrollArea, Ui, WidgetInfo, vec2};

use crate::edit::Command;
use crate::model::{RowId, RowKind};

use crate::app::action::UiCommand;
use crate::app::context::ViewContext;
use crate::app::paint::text::{elided_ui, tip, wrapped};
use crate::app::selection::Selection;
use crate::app::style::{BlockColors, Type, icons};
use crate::app::widget::menus::icon_button;
use crate::workbench::Generation;
use form::{Form, Memory};
use inspected::{Inspected, Several};

/// What the inspector remembers between frames.
#[derive(Debug, Default)]
pub struct Inspector {
    memory: Memory,
    /// The selected sessions, gathered once.
    several: Option<(Generation, Selection, Several)>,
}

/// What stands in the strip above a form.
pub struct Head {
    /// The sign of its kind.
    pub icon: &'static str,
    /// The colours of the strip.
    pub colors: BlockColors,
    /// What sort of thing it is.
    pub kind: String,
    /// Its name in the plan file.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// When and where, or what else matters most.
    pub detail: String,
}

impl Inspector {
    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        self.memory.drafts.begin_pass();
        let plan = cx.plan;
        match cx.selection.focus {
            _ if cx.selection.sessions.len() > 1 => {
                let now = cx.workbench.generation();
                let known = self.several.take().filter(|(known, of, _)| *known == now && of == cx.selection);
                let gather = || (now, cx.selection.clone(), Several::of(plan, cx.selection.sessions.iter().copied()));
                let known = known.unwrap_or_else(gather);
                self.show(ui, cx, (&known.2, several::head(cx, &known.2)), several::ui);
                self.several = Some(known);
            }
            Some(RowId::Session(id)) => self.row(ui, cx, plan.sessions().get(id), session::head, session::ui),
            Some(RowId::Event(id)) => self.row(ui, cx, plan.events().get(id), event::head, event::ui),
            Some(RowId::Room(id)) => self.row(ui, cx, plan.rooms().get(id), places::room_head, places::room_ui),
            Some(RowId::Body(id)) => self.row(ui, cx, plan.bodies().get(id), places::body_head, places::body_ui),
            Some(RowId::Person(id)) => self.row(ui, cx, plan.people().get(id), places::person_head, places::person_ui),
            Some(RowId::Topic(id)) => self.row(ui, cx, plan.topics().get(id), papers::topic_head, papers::topic_ui),
            Some(RowId::Document(id)) => {
                self.row(ui, cx, plan.documents().get(id), papers::document_head, papers::document_ui);
            }
            Some(RowId::Statement(id)) => {
                self.row(ui, cx, plan.statements().get(id), papers::statement_head, papers::statement_ui);
            }
            Some(RowId::Note(id)) => self.row(ui, cx, plan.notes().get(id), papers::note_head, papers::note_ui),
            Some(RowId::Rule(_) | RowId::Waiver(_)) => {}
            None => {
                let header = plan.header();
                self.show(ui, cx, (&**header, plan::head(cx, header)), plan::ui);
            }
        }
        self.memory.drafts.end_pass(cx, ui.ctx());
        self.memory.wants_focus = std::mem::take(&mut self.memory.wants_focus_next);
    }

    /// Lets the title take the keyboard at the next frame.
    pub fn take_focus(&mut self) {
        self.memory.folded.clear();
        self.memory.wants_focus = true;
    }

    /// What is still being typed, as a command: to be carried out, and asked for again until there is none, before the
    /// plan is saved, closed or changed by a menu entry.
    pub fn finish(&mut self, cx: &ViewContext<'_>) -> Option<Command> {
        self.memory.drafts.finish(cx)
    }

    fn row<S: Inspected>(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        row: Option<&std::sync::Arc<S>>,
        head: fn(&ViewContext<'_>, &S) -> Head,
        form_ui: fn(&mut Form<'_, S>, &mut Ui),
    ) {
        if let Some(row) = row {
            self.show(ui, cx, (&**row, head(cx, row)), form_ui);
        }
    }

    fn show<S: Inspected>(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        (subject, head): (&S, Head),
        form_ui: fn(&mut Form<'_, S>, &mut Ui),
    ) {
        head_ui(ui, cx, &head);
        let kind = cx.selection.focus.map(RowId::kind);
        ScrollArea::vertical().id_salt(kind).auto_shrink(false).show(ui, |ui| {
            let margin = Margin { left: 12, right: 14, top: 0, bottom: 24 };
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing = vec2(8.0, 5.0);
                form_ui(&mut Form::new(cx, subject, &mut self.memory), ui);
            });
        });
    }
}

/// The coloured strip: kind, title, the most important line, and what can be done.
fn head_ui(ui: &mut Ui, cx: &ViewContext<'_>, head: &Head) {
    let colors = head.colors;
    let frame = Frame::new().fill(colors.fill).inner_margin(Margin { left: 16, right: 10, top: 10, bottom: 10 });
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.label(RichText::new(head.icon).size(15.0).color(colors.bar));
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                ui.label(RichText::new(&head.id).font(Type::Small.font()).color(colors.weak_text));
                ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                    let kind = RichText::new(&head.kind).font(Type::Small.font()).color(colors.weak_text);
                    ui.add(Label::new(kind).truncate());
                });
            });
        });
        title_ui(ui, head);
        if !head.detail.is_empty() {
            elided_ui(ui, RichText::new(&head.detail).size(12.0).color(colors.weak_text));
        }
        actions_ui(ui, cx);
    });
    let rect = shown.response.rect;
    let bar = Rect::from_min_size(rect.min, vec2(4.0, rect.height()));
    ui.painter().rect_filled(bar, CornerRadius::ZERO, colors.bar);
    ui.painter().hline(rect.x_range(), rect.bottom(), egui::Stroke::new(1.0, cx.theme.line));
}

/// The title on two lines at most; the rest in the tooltip.
fn title_ui(ui: &mut Ui, head: &Head) {
    let text = RichText::new(&head.title).font(Type::Title.font());
    let galley = wrapped(ui, text.color(head.colors.text), ui.available_width(), 2);
    let cut = galley.elided;
    let response = ui.add(Label::new(galley).show_tooltip_when_elided(false));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), &head.title));
    if cut {
        tip(response, &head.title);
    }
}

/// What can be done with what is selected.
fn actions_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    let selection = cx.selection;
    let Some(focus) = selection.focus else { return };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.spacing_mut().button_padding = vec2(4.0, 2.0);
        if focus.kind() == RowKind::Session {
            let pin = if cx.selected.all_pinned { icons::PIN_OFF } else { icons::PIN };
            icon_button(ui, cx, pin, UiCommand::TogglePin, true);
            icon_button(ui, cx, icons::COPY, UiCommand::Duplicate, true);
            if selection.sessions.len() == 2 {
                icon_button(ui, cx, icons::ARROW_LEFT_RIGHT, UiCommand::Swap, true);
            }
            icon_button(ui, cx, icons::INBOX, UiCommand::Unschedule, cx.selected.any_placed && !cx.selected.all_pinned);
        }
        if matches!(focus.kind(), RowKind::Session | RowKind::Event) {
            icon_button(ui, cx, icons::FOCUS, UiCommand::ZoomSelection, true);
        }
        icon_button(ui, cx, icons::TRASH, UiCommand::Delete, true);
    });
}
