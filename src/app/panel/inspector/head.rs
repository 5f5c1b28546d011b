//! The line above a form: what it is, as a chip in its colour, and what can be done with it.

use egui::{
    Align, Align2, Button, CornerRadius, Layout, Popup, RichText, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

use crate::edit::Command;
use crate::model::{Kind, RowId, RowKind, Session};

use crate::app::action::UiCommand;
use crate::app::context::ViewContext;
use crate::app::paint::text::elided;
use crate::app::style::{BlockColors, Type, icons, size};
use crate::app::widget::menus::{command_entry, icon_button};

/// What stands above a form.
pub struct Head {
    /// The sign of its kind.
    pub icon: &'static str,
    /// The colours of the chip.
    pub colors: BlockColors,
    /// What sort of thing it is.
    pub kind: String,
    /// Its name in the plan file.
    pub id: String,
}

/// What the head is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// One session, whose kind can be chosen.
    Session(Kind),
    /// Several sessions.
    Sessions,
    /// An event.
    Event,
    /// Anything else.
    Other,
}

impl Heading {
    /// Of what is selected.
    #[must_use]
    pub fn of(cx: &ViewContext<'_>) -> Self {
        match cx.selection.focus {
            _ if cx.selection.sessions.len() > 1 => Self::Sessions,
            Some(RowId::Session(id)) => {
                cx.plan.sessions().get(id).map_or(Self::Other, |session| Self::Session(session.called()))
            }
            Some(row) if row.kind() == RowKind::Event => Self::Event,
            _ => Self::Other,
        }
    }
}

/// The kinds of sessions, to choose another one from the chip above the title.
pub fn kind_word(cx: &ViewContext<'_>, kind: Kind) -> (&'static str, String) {
    (cx.kind_sign(kind), cx.kind_name(kind).to_owned())
}

/// Draws it; returns the command that gives a session the kind that was chosen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, (head, of): (&Head, Heading)) -> Option<Command> {
    let (has_pin, has_trash) = (matches!(of, Heading::Session(_) | Heading::Sessions), of != Heading::Sessions);
    let buttons = size::ROW * (2 + usize::from(has_pin) + usize::from(has_trash)) as f32;
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW), Sense::hover());
    let (kind, rest) = line.split_left_right_at_x(line.right() - buttons);
    let part = |rect| UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
    // In the order in which they are read, which is that of Tab.
    let chosen = chip_ui(&mut ui.new_child(part(kind)), cx, (head, of));
    let mut rest = ui.new_child(part(rest));
    rest.spacing_mut().item_spacing.x = 0.0;
    rest.spacing_mut().button_padding = vec2(6.0, 4.0);
    rest.spacing_mut().interact_size = vec2(size::ROW, size::ROW);
    if has_pin {
        let pin = if cx.selected.all_pinned { icons::PIN_OFF } else { icons::PIN };
        icon_button(&mut rest, cx, pin, UiCommand::TogglePin, true);
    }
    if has_trash {
        icon_button(&mut rest, cx, icons::TRASH, UiCommand::Delete, true);
    }
    more_ui(&mut rest, cx, (head, of));
    icon_button(&mut rest, cx, icons::X, UiCommand::SelectNone, true);
    ui.add_space(4.0);
    chosen
}

/// What it is; of a session, a list of kinds opens under it.
fn chip_ui(ui: &mut Ui, cx: &ViewContext<'_>, (head, of): (&Head, Heading)) -> Option<Command> {
    let galley = elided(ui, RichText::new(&head.kind).font(Type::Bar.font()), ui.available_width() - 28.0);
    let sense = if matches!(of, Heading::Session(_)) { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 28.0, size::TARGET), sense);
    let chip = rect.shrink2(vec2(0.0, 1.0));
    let lit = response.has_focus() || (response.hovered() && matches!(of, Heading::Session(_)));
    let stroke = if lit { Stroke::new(1.0, head.colors.bar) } else { Stroke::NONE };
    let corner = CornerRadius::same(crate::app::style::radius::BAR);
    ui.painter().rect(chip, corner, head.colors.fill, stroke, egui::StrokeKind::Inside);
    let font = egui::FontId::proportional(size::SMALL_ICON);
    let at = pos2(chip.left() + 12.0, chip.center().y + 1.5);
    ui.painter().text(at, Align2::CENTER_CENTER, head.icon, font, head.colors.bar);
    let at = pos2(chip.left() + 22.0, chip.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, head.colors.text);
    let Heading::Session(kind) = of else {
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &head.kind));
        return None;
    };
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, cx.text("inspector-kind"));
        info.current_text_value = Some(head.kind.clone());
        info
    });
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    let kind = super::choices::choice_popup(&response, (Some(kind), &cx.all_kinds().collect::<Vec<_>>()), |kind| {
        kind_word(cx, kind)
    })?;
    let Some(RowId::Session(id)) = cx.selection.focus else { return None };
    let before = cx.plan.sessions().get(id)?;
    let mut after = Session::clone(before);
    after.call(cx.plan, kind);
    Some(Command::change(before, after))
}

/// What is not done every day.
fn more_ui(ui: &mut Ui, cx: &ViewContext<'_>, (head, of): (&Head, Heading)) {
    let name = cx.text("inspector-more");
    let button = Button::new(RichText::new(icons::MORE).size(size::ICON)).frame_when_inactive(false);
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let response = response.on_hover_text(name);
    Popup::menu(&response).show(|ui| {
        if matches!(of, Heading::Session(_) | Heading::Sessions) {
            let unschedules = cx.selected.any_placed && !cx.selected.all_pinned;
            for (command, enabled) in [
                (UiCommand::FindSlot, true),
                (UiCommand::Unschedule, unschedules),
                (UiCommand::Duplicate, true),
                (UiCommand::Repeat, cx.selected.any_placed),
                (UiCommand::Swap, cx.selection.sessions.len() == 2),
                (UiCommand::ExportSelected, true),
            ] {
                command_entry(ui, cx, command, enabled);
            }
        }
        if of != Heading::Other {
            command_entry(ui, cx, UiCommand::ZoomSelection, true);
        }
        command_entry(ui, cx, UiCommand::Delete, true);
        if !head.id.is_empty() {
            ui.separator();
            let text = cx.texts.text_with("inspector-id", &[("id", crate::texts::Value::from(&head.id))]);
            ui.weak(text);
        }
    });
}
