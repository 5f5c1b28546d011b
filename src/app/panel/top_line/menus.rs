//! File, Edit, Plan, View and Help.

use egui::containers::menu::MenuButton;
use egui::{Button, MenuBar, RichText, Role, ScrollArea, Ui, WidgetInfo, vec2};

use crate::app::action::{Action, UiCommand};
use crate::app::context::ViewContext;
use crate::app::paint::text::{displayed, elided};
use crate::app::phrases;
use crate::app::style::{icons, size};
use crate::app::view::{MOST_TABS, Show, VIEWS, view_named};
use crate::app::widget::focus;
use crate::app::widget::menus::{command_entry, split_off_entry};

use super::preferences;

/// One menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    File,
    Edit,
    Plan,
    View,
    Help,
}

impl Menu {
    /// All of them, in their order.
    pub const ALL: [Self; 5] = [Self::File, Self::Edit, Self::Plan, Self::View, Self::Help];

    /// The id of what it is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::File => crate::texts::tid("menu-file"),
            Self::Edit => crate::texts::tid("menu-edit"),
            Self::Plan => crate::texts::tid("menu-plan"),
            Self::View => crate::texts::tid("menu-view"),
            Self::Help => crate::texts::tid("menu-help"),
        }
    }

    fn ui(self, ui: &mut Ui, cx: &ViewContext<'_>) {
        ui.set_min_width(240.0);
        // No entry is out of reach in a low window.
        let room = ui.ctx().content_rect().height() - 2.0 * size::TOP;
        ui.set_max_height(room);
        ScrollArea::vertical().id_salt("menu").show(ui, |ui| match self {
            Self::File => file_ui(ui, cx),
            Self::Edit => edit_ui(ui, cx),
            Self::Plan => plan_ui(ui, cx),
            Self::View => view_ui(ui, cx),
            Self::Help => commands(ui, cx, &[UiCommand::Shortcuts, UiCommand::Palette, UiCommand::About]),
        });
    }
}

/// As words in a row, or all behind one sign.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, folded: bool) {
    ui.scope(|ui| {
        ui.spacing_mut().button_padding = vec2(8.0, 4.0);
        ui.spacing_mut().interact_size.y = size::ROW;
        if folded {
            let sign = RichText::new(icons::MENU).size(size::ICON).color(cx.theme.text_2);
            let button = Button::new(sign).frame_when_inactive(false).min_size(vec2(size::ROW, size::ROW));
            ui.spacing_mut().button_padding.x = 5.0;
            let (response, _) = MenuButton::from_button(button).ui(ui, |ui| {
                ui.set_min_width(160.0);
                for menu in Menu::ALL {
                    ui.menu_button(cx.text(menu.label()), |ui| menu.ui(ui, cx));
                }
            });
            focus::note_menus(&response);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, cx.text("menu-main")));
            response.on_hover_text(cx.text("menu-main"));
            return;
        }
        MenuBar::new().ui(ui, |ui| {
            // The bar has a style of its own.
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.spacing_mut().button_padding = vec2(8.0, 4.0);
            ui.spacing_mut().interact_size.y = size::ROW;
            for menu in Menu::ALL {
                let text = RichText::new(cx.text(menu.label())).color(cx.theme.text_2);
                let button = Button::new(text).frame_when_inactive(false).min_size(vec2(0.0, size::ROW));
                let (response, _) = MenuButton::from_button(button).ui(ui, |ui| menu.ui(ui, cx));
                if menu == Menu::File {
                    focus::note_menus(&response);
                }
            }
        });
    });
}

/// Entries that can always be chosen.
fn commands(ui: &mut Ui, cx: &ViewContext<'_>, commands: &[UiCommand]) {
    for &command in commands {
        command_entry(ui, cx, command, true);
    }
}

fn file_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    commands(ui, cx, &[UiCommand::New, UiCommand::Open, UiCommand::Import]);
    ui.add_enabled_ui(!cx.settings.recent.is_empty(), |ui| {
        ui.menu_button(cx.text("menu-recent"), |ui| recent_ui(ui, cx));
    });
    commands(ui, cx, &[UiCommand::Release, UiCommand::Backups, UiCommand::Recovery]);
    ui.separator();
    commands(ui, cx, &[UiCommand::Save, UiCommand::SaveAs]);
    ui.separator();
    command_entry(ui, cx, UiCommand::Export, true);
    command_entry(ui, cx, UiCommand::ExportSelected, !cx.selection.sessions.is_empty());
    command_entry(ui, cx, UiCommand::Notice, true);
    ui.separator();
    command_entry(ui, cx, UiCommand::Quit, true);
}

fn recent_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    for path in &cx.settings.recent {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if ui.button(displayed(&name)).on_hover_text(path.display().to_string()).clicked() {
            cx.act(Action::Open(path.clone()));
            ui.close();
        }
    }
}

fn edit_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    let document = cx.workbench.document();
    command_entry(ui, cx, UiCommand::Undo, !document.done().is_empty());
    command_entry(ui, cx, UiCommand::Redo, !document.undone().is_empty());
    ui.add_enabled_ui(!document.done().is_empty() || !document.undone().is_empty(), |ui| {
        ui.menu_button(cx.text("menu-history"), |ui| history_ui(ui, cx));
    });
    ui.separator();
    let any = !cx.selection.sessions.is_empty();
    command_entry(ui, cx, UiCommand::Cut, any);
    command_entry(ui, cx, UiCommand::Copy, any);
    command_entry(ui, cx, UiCommand::Paste, true);
    ui.separator();
    command_entry(ui, cx, UiCommand::Duplicate, any);
    command_entry(ui, cx, UiCommand::Repeat, cx.selected.any_placed);
    command_entry(ui, cx, UiCommand::CopyDay, true);
    command_entry(ui, cx, UiCommand::TogglePin, any);
    command_entry(ui, cx, UiCommand::Comment, cx.selection.sessions.len() == 1);
    command_entry(ui, cx, UiCommand::Swap, cx.selection.sessions.len() == 2);
    command_entry(ui, cx, UiCommand::ShiftFromHere, cx.selected.any_placed);
    command_entry(ui, cx, UiCommand::Unschedule, any);
    command_entry(ui, cx, UiCommand::Delete, any || cx.selection.focus.is_some());
    ui.separator();
    commands(ui, cx, &[UiCommand::SelectAll, UiCommand::SelectNone]);
    ui.separator();
    commands(ui, cx, &[UiCommand::PasteTable, UiCommand::Find, UiCommand::Replace]);
}

/// Every step, the latest first: those that can be done again above the state of the plan, those that can be taken back
/// below it. A click goes to the state after that step.
fn history_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    let document = cx.workbench.document();
    let (done, undone) = (document.done(), document.undone());
    let count = done.len() + undone.len() + 1;
    ui.set_min_width(280.0);
    ScrollArea::vertical().max_height(360.0).show_rows(ui, size::ROW, count, |ui, rows| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for row in rows {
            // From the last step that can be done again down to the plan as it was opened.
            let steps = count - 1 - row;
            let step = match steps.checked_sub(1) {
                None => None,
                Some(at) if at < done.len() => Some(&done[at]),
                Some(at) => undone.get(undone.len() + done.len() - 1 - at),
            };
            let name = step.map_or_else(|| cx.text("history-opened").to_owned(), |step| phrases::step(cx, &step.label));
            let color = if steps > done.len() { cx.theme.text_3 } else { cx.theme.text };
            let sign = if steps == done.len() { icons::CHECK } else { " " };
            let galley = elided(ui, RichText::new(format!("{sign} {name}")).color(color), 264.0);
            let is_now = steps == done.len();
            let response = ui.add(Button::selectable(is_now, galley).min_size(vec2(280.0, size::ROW)));
            response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_now, &name));
            if response.clicked() {
                cx.act(Action::GoToStep(steps));
                ui.close();
            }
        }
    });
}

fn plan_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    commands(
        ui,
        cx,
        &[
            UiCommand::AddSession,
            UiCommand::AddHere,
            UiCommand::AddEvent,
            UiCommand::AddRoom,
            UiCommand::AddBody,
            UiCommand::AddKind,
            UiCommand::AddField,
        ],
    );
    command_entry(ui, cx, UiCommand::Dates, !cx.plan.events().is_empty());
    ui.separator();
    command_entry(ui, cx, UiCommand::FindSlot, !cx.selection.sessions.is_empty());
    command_entry(ui, cx, UiCommand::Repair, true);
    command_entry(ui, cx, UiCommand::View(view_named("arrange")), true);
    ui.separator();
    command_entry(ui, cx, UiCommand::Gather, cx.selected.can_gather);
    split_off_entry(ui, cx);
    command_entry(ui, cx, UiCommand::Join, cx.selected.continues.is_some());
    ui.separator();
    command_entry(ui, cx, UiCommand::OpenOrAdjourn, cx.selected.any_placed);
    command_entry(ui, cx, UiCommand::SuspendOrResume, cx.selected.any_placed);
    ui.separator();
    commands(ui, cx, &[UiCommand::Rules, UiCommand::NextFinding, UiCommand::PreviousFinding]);
}

fn view_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    // As in the line above: those of every day, and the rest behind one entry.
    let (first, rest) = VIEWS.split_at(MOST_TABS);
    for entry in first {
        command_entry(ui, cx, UiCommand::View(&entry.kind), true);
    }
    ui.menu_button(cx.text("menu-more-views"), |ui| {
        for entry in rest {
            command_entry(ui, cx, UiCommand::View(&entry.kind), true);
        }
    });
    ui.separator();
    commands(ui, cx, &Show::ALL.map(UiCommand::Show));
    ui.separator();
    commands(ui, cx, &[UiCommand::GoToDate, UiCommand::DayBefore, UiCommand::DayAfter]);
    command_entry(ui, cx, UiCommand::Today, cx.now.is_some());
    ui.separator();
    commands(
        ui,
        cx,
        &[
            UiCommand::ToggleNavigator,
            UiCommand::ToggleInspector,
            UiCommand::ToggleFindings,
            UiCommand::ToDos,
            UiCommand::Hall,
        ],
    );
    ui.separator();
    ui.menu_button(cx.text("menu-zoom"), |ui| {
        commands(ui, cx, &[UiCommand::ZoomIn, UiCommand::ZoomOut, UiCommand::ZoomAll]);
        command_entry(ui, cx, UiCommand::ZoomSelection, !cx.selection.sessions.is_empty());
        command_entry(ui, cx, UiCommand::ToggleFold, true);
    });
    preferences::ui(ui, cx);
}
