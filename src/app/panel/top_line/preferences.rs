//! What is preferred about the desk: the lower part of the View menu.

use egui::Ui;

use crate::app::action::{Action, Preference, UiCommand};
use crate::app::context::ViewContext;
use crate::app::paint::lanes::LanesBy;
use crate::app::paint::text::displayed;
use crate::app::settings::{ColorBy, SCREEN_SIZES, SNAP_STEPS, ThemeChoice};
use crate::app::widget::zones::zones_ui;
use crate::model::Language;
use crate::texts::{Texts, Value, names};

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    let settings = cx.settings;
    ui.menu_button(cx.text("menu-lanes"), |ui| {
        for lanes in LanesBy::ALL {
            let name = cx.text(UiCommand::Lanes(lanes).text_ids().0);
            choose(ui, cx, (settings.lanes == lanes, name), Preference::Lanes(lanes));
        }
    });
    ui.menu_button(cx.text("look-colors"), |ui| {
        for color_by in ColorBy::ALL {
            let name = match color_by {
                ColorBy::Kind => cx.text("color-by-kind"),
                ColorBy::Body => cx.text("color-by-body"),
            };
            choose(ui, cx, (settings.color_by == color_by, name), Preference::ColorBy(color_by));
        }
    });
    ui.menu_button(cx.text("look-snap"), |ui| {
        for mins in SNAP_STEPS {
            let name = snap_text(cx, mins);
            choose(ui, cx, (settings.snap_mins == mins, &name), Preference::SnapMins(mins));
        }
    });
    ui.menu_button(cx.text("zone-second"), |ui| {
        ui.set_min_width(220.0);
        let mut zone = settings.second_zone;
        if zones_ui(ui, cx, cx.text("zone-none"), &mut zone) {
            cx.act(Action::Choose(Preference::SecondZone(zone)));
            ui.close();
        }
    });
    ui.separator();
    ui.menu_button(cx.text("look-theme"), |ui| {
        for theme in ThemeChoice::ALL {
            let name = cx.text(UiCommand::Theme(theme).text_ids().0);
            choose(ui, cx, (settings.theme == theme, name), Preference::Theme(theme));
        }
        ui.separator();
        for (command, is_on) in [
            (UiCommand::ToggleHighContrast, settings.high_contrast),
            (UiCommand::ToggleReducedMotion, settings.reduced_motion),
        ] {
            let (name, tip) = command.text_ids();
            let mut on = is_on;
            if ui.checkbox(&mut on, cx.text(name)).on_hover_text(cx.text(tip)).changed() {
                cx.run(command);
            }
        }
    });
    ui.menu_button(cx.text("look-size"), |ui| {
        for percent in SCREEN_SIZES {
            let name = cx.texts.text_with("look-percent", &[("percent", Value::from(usize::from(percent)))]);
            choose(ui, cx, (settings.screen_percent == percent, &name), Preference::ScreenPercent(percent));
        }
    });
    ui.menu_button(cx.text("look-screen-language"), |ui| {
        for language in Texts::AVAILABLE {
            choose(ui, cx, (settings.language == language, language.own_name()), Preference::Language(language));
        }
    });
    ui.menu_button(cx.text("look-plan-language"), |ui| {
        let same = (settings.plan_language.is_none(), cx.text("plan-language-same"));
        choose(ui, cx, same, Preference::PlanLanguage(None));
        for language in Language::ALL {
            let on = settings.plan_language == Some(language);
            let response = ui.radio(on, displayed(language.own_name()));
            if response.on_hover_text(cx.text(names::language(language))).clicked() {
                cx.act(Action::Choose(Preference::PlanLanguage(Some(language))));
            }
        }
    });
}

/// `15 min`
fn snap_text(cx: &ViewContext<'_>, mins: i32) -> String {
    match mins {
        1 => cx.text("snap-none").to_owned(),
        mins => cx.texts.text_with("snap-mins", &[("mins", Value::from(mins))]),
    }
}

/// One of several choices; the menu stays open, to see what it does.
fn choose(ui: &mut Ui, cx: &ViewContext<'_>, (is_on, name): (bool, &str), choice: Preference) {
    if ui.radio(is_on, name).clicked() {
        cx.act(Action::Choose(choice));
    }
}
