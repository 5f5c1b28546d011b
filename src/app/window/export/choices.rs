//! What can be chosen about an export.

use egui::{ComboBox, Ui};

use crate::exchange::{Medium, Orientation, Paper, PictureSize, Request, Split};

use crate::texts::tid;

use super::row::row;
use super::scope::Scope;
use crate::app::context::ViewContext;
use crate::app::paint::text::displayed;
use crate::app::widget::fields::{caption, option_ui};
use crate::app::widget::languages::languages_ui;
use crate::app::widget::segments::segments_ui;
use crate::app::widget::zones::zones_ui;

/// Draws the choices that matter for the format.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, choices: &mut Request, scope: &mut Scope) {
    let exporter = choices.exporter;
    if exporter.medium == Medium::Plan {
        ui.add(egui::Label::new(cx.text("export-whole")).wrap());
        return;
    }
    scope.ui(ui, cx, choices.zone);
    languages_ui(ui, cx, &mut choices.languages);
    zone_ui(ui, cx, choices);
    match exporter.medium {
        Medium::Data | Medium::Plan => {}
        Medium::Paper => paper_ui(ui, cx, choices),
        Medium::Picture => size_ui(ui, cx, choices),
    }
    split_ui(ui, cx, choices);
    ui.add_space(6.0);
    let layout = exporter.layout_like(choices.layout);
    let mut always = true;
    // A paper for the team only has remarks and contacts in it whatever is ticked.
    let is_for_team = exporter.layouts.contains(&layout) && layout.is_for_team();
    let ticked = if is_for_team { &mut always } else { &mut choices.is_internal };
    let field = ui.add_enabled(!is_for_team, egui::Checkbox::new(ticked, cx.text("export-internal")));
    field.on_hover_text(cx.text("export-internal-tip")).on_disabled_hover_text(cx.text("export-internal-tip"));
    if exporter.with_events {
        let tip = cx.text("export-steps-tip");
        ui.checkbox(&mut choices.with_steps, cx.text("export-steps")).on_hover_text(tip);
    }
}

/// A box that offers `all` and each of `values`.
fn combo<T: Copy + PartialEq>(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (name, all): (&'static str, &'static str),
    chosen: &mut Option<T>,
    values: &[(T, String)],
) {
    let shown = values.iter().find(|(value, _)| Some(*value) == *chosen).map_or(cx.text(all), |(_, text)| text);
    row(ui, cx, name, |ui| {
        let response = ComboBox::from_id_salt(name)
            .width(ui.available_width())
            .truncate()
            .selected_text(displayed(shown))
            .show_ui(ui, |ui| {
                if option_ui(ui, chosen.is_none(), cx.text(all), cx.text(all)) {
                    *chosen = None;
                }
                for (value, text) in values {
                    if option_ui(ui, *chosen == Some(*value), displayed(text).into_owned(), text) {
                        *chosen = Some(*value);
                    }
                }
            })
            .response;
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, cx.text(name)));
    });
}

fn zone_ui(ui: &mut Ui, cx: &ViewContext<'_>, choices: &mut Request) {
    let shown =
        choices.zone.map_or_else(|| cx.text("export-own-zones").to_owned(), |zone| zone.name().replace('_', " "));
    row(ui, cx, "handout-zone", |ui| {
        let response = ComboBox::from_id_salt("export-zone")
            .width(ui.available_width())
            .truncate()
            .selected_text(shown)
            .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
            .show_ui(ui, |ui| {
                if zones_ui(ui, cx, cx.text("export-own-zones"), &mut choices.zone) {
                    ui.close();
                }
            })
            .response;
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, cx.text("handout-zone")));
    });
}

fn paper_ui(ui: &mut Ui, cx: &ViewContext<'_>, choices: &mut Request) {
    caption(ui, cx, cx.text("export-paper"));
    segments_ui(ui, cx, &mut choices.paper, &[(Paper::A4, "A4"), (Paper::A3, "A3"), (Paper::Letter, "Letter")]);
    ui.add_space(4.0);
    let offered = [
        (None, cx.text("export-best")),
        (Some(Orientation::Portrait), cx.text("export-portrait")),
        (Some(Orientation::Landscape), cx.text("export-landscape")),
    ];
    segments_ui(ui, cx, &mut choices.orientation, &offered);
}

fn size_ui(ui: &mut Ui, cx: &ViewContext<'_>, choices: &mut Request) {
    caption(ui, cx, cx.text("export-size-of-picture"));
    ui.horizontal(|ui| {
        for (side, name) in
            [(&mut choices.size.width, tid("export-width")), (&mut choices.size.height, tid("export-height"))]
        {
            let name = cx.text(name);
            let field = ui.add(egui::DragValue::new(side).range(PictureSize::SIDES).speed(10.0));
            field.accessible_name(name).on_hover_text(name);
        }
        ui.checkbox(&mut choices.is_dark, cx.text("handout-dark"));
    });
}

fn split_ui(ui: &mut Ui, cx: &ViewContext<'_>, choices: &mut Request) {
    let values = Split::ALL.map(|split| {
        let name = match split {
            Split::Room => tid("row-room"),
            Split::Body => tid("row-body"),
            Split::Person => tid("row-person"),
            Split::Delegation => tid("export-delegation"),
            Split::Day => tid("handout-day"),
        };
        (split, cx.text(name).to_owned())
    });
    combo(ui, cx, ("export-split", "export-one-file"), &mut choices.split, &values);
}
