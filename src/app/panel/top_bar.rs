//! The line above everything: menu, plan name, undo and redo, view switch, search, zone and look.

use std::path::Path;

use egui::{Align, Button, Layout, RichText, Ui};

use crate::edit::Document;
use crate::model::Language;
use crate::store::Template;
use crate::texts::{Texts, Value, names};

use crate::app::action::{Action, Preference, UiCommand};
use crate::app::context::ViewContext;
use crate::app::paint::text::{displayed, elided};
use crate::app::phrases;
use crate::app::settings::{ColorBy, SNAP_STEPS, ThemeChoice};
use crate::app::style::{Type, icons};

use crate::app::view::{Entry, VIEWS, view_named};
use crate::app::widget::menus::{command_entry, icon_button, menu_button, shortcut_text};
use crate::app::widget::zones::{zone_name, zones_ui};

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, path: Option<&Path>) {
    let document = cx.workbench.document();
    ui.horizontal(|ui| {
        main_menu(ui, cx, document);
        plan_name(ui, cx, document, path);
        ui.add_space(4.0);
        undo_ui(ui, cx, document);
        ui.separator();
        view_switch(ui, cx);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            icon_button(ui, cx, icons::PANEL_RIGHT, UiCommand::ToggleInspector, true);
            icon_button(ui, cx, icons::SHARE, UiCommand::Export, true);
            look_menu(ui, cx);
            zone_menu(ui, cx);
            search_ui(ui, cx);
        });
    });
}

fn main_menu(ui: &mut Ui, cx: &ViewContext<'_>, document: &Document) {
    menu_button(ui, icons::MENU, "", cx.text("menu-main"), |ui| {
        ui.set_min_width(260.0);
        let section = |ui: &mut Ui, id: &'static str| {
            ui.add_space(2.0);
            ui.label(RichText::new(cx.text(id)).small().color(cx.theme.text_2));
        };
        section(ui, "menu-file");
        ui.menu_button(cx.text("menu-new"), |ui| {
            for template in Template::ALL {
                command_entry(ui, cx, UiCommand::New(template), true);
            }
        });
        command_entry(ui, cx, UiCommand::Open, true);
        ui.add_enabled_ui(!cx.settings.recent.is_empty(), |ui| {
            ui.menu_button(cx.text("menu-recent"), |ui| recent_ui(ui, cx));
        });
        command_entry(ui, cx, UiCommand::Save, true);
        command_entry(ui, cx, UiCommand::SaveAs, true);
        command_entry(ui, cx, UiCommand::Export, true);
        ui.separator();
        section(ui, "menu-edit");
        command_entry(ui, cx, UiCommand::Undo, !document.done().is_empty());
        command_entry(ui, cx, UiCommand::Redo, !document.undone().is_empty());
        let any = !cx.selection.sessions.is_empty();
        command_entry(ui, cx, UiCommand::Duplicate, any);
        command_entry(ui, cx, UiCommand::TogglePin, any);
        command_entry(ui, cx, UiCommand::Unschedule, any);
        command_entry(ui, cx, UiCommand::Delete, any || cx.selection.focus.is_some());
        ui.separator();
        section(ui, "menu-add");
        for command in [UiCommand::AddSession, UiCommand::AddEvent, UiCommand::AddRoom, UiCommand::AddBody] {
            command_entry(ui, cx, command, true);
        }
        ui.separator();
        ui.menu_button(cx.text("findings-title"), |ui| {
            for command in
                [UiCommand::ToggleFindings, UiCommand::NextFinding, UiCommand::PreviousFinding, UiCommand::Rules]
            {
                command_entry(ui, cx, command, true);
            }
        });
        ui.separator();
        for command in [UiCommand::Palette, UiCommand::Shortcuts, UiCommand::About, UiCommand::Quit] {
            command_entry(ui, cx, command, true);
        }
    });
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

fn plan_name(ui: &mut Ui, cx: &ViewContext<'_>, document: &Document, path: Option<&Path>) {
    let name = match path.and_then(Path::file_name) {
        Some(name) => name.to_string_lossy().into_owned(),
        None => cx.title(&cx.plan.header().title).to_owned(),
    };
    let tip = match path {
        Some(path) => path.display().to_string(),
        None => cx.text("plan-unsaved-copy").to_owned(),
    };
    ui.scope(|ui| {
        ui.set_max_width(190.0);
        let text = RichText::new(&name).font(Type::Head.font());
        let galley = elided(ui, text, ui.available_width());
        ui.add(egui::Label::new(galley).show_tooltip_when_elided(false)).on_hover_text(tip);
    });
    if document.is_modified() {
        ui.label(RichText::new("●").size(9.0).color(cx.theme.warning_mark)).on_hover_text(cx.text("status-modified"));
    }
}

fn undo_ui(ui: &mut Ui, cx: &ViewContext<'_>, document: &Document) {
    for (icon, command, step) in [
        (icons::UNDO, UiCommand::Undo, document.done().last()),
        (icons::REDO, UiCommand::Redo, document.undone().last()),
    ] {
        let response = icon_button(ui, cx, icon, command, step.is_some());
        if let Some(step) = step {
            response.on_hover_text(phrases::step(cx, &step.label));
        }
    }
}

fn view_switch(ui: &mut Ui, cx: &ViewContext<'_>) {
    ui.spacing_mut().item_spacing.x = 2.0;
    for Entry { kind, .. } in &VIEWS {
        let command = UiCommand::View(kind);
        let (name, tip) = command.text_ids();
        let selected = *kind == *view_named(&cx.settings.view);
        let button = Button::selectable(selected, format!("{} {}", kind.icon, cx.text(name)));
        let response = ui.add(button);
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, selected, cx.text(name)));
        let shortcut = shortcut_text(ui, command).unwrap_or_default();
        if response.on_hover_text(format!("{}  {shortcut}", cx.text(tip))).clicked() {
            cx.run(command);
        }
    }
    ui.spacing_mut().item_spacing.x = 8.0;
}

fn search_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    let keys = shortcut_text(ui, UiCommand::Palette).unwrap_or_default();
    let button = Button::new(format!("{} {}", icons::SEARCH, cx.text("search-button")))
        .shortcut_text(keys)
        .min_size(egui::vec2(150.0, 26.0));
    let response = ui.add(button);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, cx.text("command-palette")));
    if response.on_hover_text(cx.text("command-palette-tip")).clicked() {
        cx.run(UiCommand::Palette);
    }
}

fn zone_menu(ui: &mut Ui, cx: &ViewContext<'_>) {
    let name = cx.settings.second_zone.map(zone_name).unwrap_or_default();
    menu_button(ui, icons::GLOBE, &name, cx.text("menu-zone"), |ui| {
        ui.set_min_width(220.0);
        ui.weak(cx.text("zone-second"));
        let mut zone = cx.settings.second_zone;
        if zones_ui(ui, cx, cx.text("zone-none"), &mut zone) {
            cx.act(Action::Choose(Preference::SecondZone(zone)));
            ui.close();
        }
    });
}

fn look_menu(ui: &mut Ui, cx: &ViewContext<'_>) {
    menu_button(ui, icons::SLIDERS, "", cx.text("menu-look"), |ui| {
        ui.set_min_width(210.0);
        let choose = |ui: &mut Ui, on: bool, name: &str, choice: Preference| {
            if ui.radio(on, name).clicked() {
                cx.act(Action::Choose(choice));
            }
        };
        ui.weak(cx.text("look-theme"));
        for theme in ThemeChoice::ALL {
            let name = cx.text(UiCommand::Theme(theme).text_ids().0);
            choose(ui, cx.settings.theme == theme, name, Preference::Theme(theme));
        }
        ui.separator();
        ui.weak(cx.text("look-colors"));
        for color_by in ColorBy::ALL {
            let name = match color_by {
                ColorBy::Kind => cx.text("color-by-kind"),
                ColorBy::Body => cx.text("color-by-body"),
            };
            choose(ui, cx.settings.color_by == color_by, name, Preference::ColorBy(color_by));
        }
        ui.separator();
        ui.weak(cx.text("look-snap"));
        ui.horizontal_wrapped(|ui| {
            for mins in SNAP_STEPS {
                let name = match mins {
                    1 => cx.text("snap-none").to_owned(),
                    mins => cx.texts.text_with("snap-mins", &[("mins", Value::from(mins))]),
                };
                let response = ui.add(Button::selectable(cx.settings.snap_mins == mins, name));
                if response.clicked() {
                    cx.act(Action::Choose(Preference::SnapMins(mins)));
                }
            }
        });
        ui.separator();
        ui.weak(cx.text("look-screen-language"));
        for language in Texts::AVAILABLE {
            choose(ui, cx.settings.language == language, language.own_name(), Preference::Language(language));
        }
        ui.separator();
        ui.weak(cx.text("look-plan-language"));
        choose(ui, cx.settings.plan_language.is_none(), cx.text("plan-language-same"), Preference::PlanLanguage(None));
        for language in Language::ALL {
            let on = cx.settings.plan_language == Some(language);
            let response = ui.radio(on, displayed(language.own_name()));
            if response.on_hover_text(cx.text(names::language(language))).clicked() {
                cx.act(Action::Choose(Preference::PlanLanguage(Some(language))));
            }
        }
    });
}
