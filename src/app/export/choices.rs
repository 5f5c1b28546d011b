//! What can be chosen about an export, and what of it is remembered.

use egui::{ComboBox, RichText, Ui, vec2};
use serde::{Deserialize, Serialize};

use crate::exchange::{EXPORTERS, Exporter, Layout, Medium, Orientation, Paper, PictureSize, Request, Split, exporter};
use crate::model::zone::Tz;
use crate::model::{Language, Plan};
use crate::texts::{names, tid};

use super::super::context::ViewContext;
use super::super::inspector::fields::caption;
use super::super::lettering::displayed;
use super::super::selection::Selection;
use super::super::top_bar::zones_ui;
use super::scope::Scope;

/// What is chosen. What belongs to one plan (events, rooms, …) is not remembered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    /// Names instead of types, so that an unknown one is only forgotten.
    format: String,
    layout: String,
    languages: Vec<String>,
    zone: String,
    paper: String,
    portrait: Option<bool>,
    width: u32,
    height: u32,
    dark: bool,
    internal: bool,
    split: String,
    /// Which part of the plan.
    #[serde(skip)]
    pub scope: Scope,
}

impl Choices {
    /// The format.
    #[must_use]
    pub fn exporter(&self) -> &'static Exporter {
        exporter(&self.format).unwrap_or(EXPORTERS[1])
    }

    /// Chooses a format.
    pub fn choose(&mut self, exporter: &Exporter) {
        exporter.name.clone_into(&mut self.format);
    }

    fn layout(&self) -> Layout {
        let known = self.exporter().layouts;
        let chosen = known.iter().copied().find(|layout| layout.name() == self.layout);
        chosen.or(known.first().copied()).unwrap_or(Layout::Programme)
    }

    fn languages(&self) -> Vec<Language> {
        self.languages.iter().filter_map(|code| code.parse().ok()).collect()
    }

    fn zone(&self) -> Option<Tz> {
        self.zone.parse().ok()
    }

    fn size(&self) -> PictureSize {
        let is_side = |side: u32| (200..=8000).contains(&side);
        let size = PictureSize { width: self.width, height: self.height };
        if is_side(self.width) && is_side(self.height) { size } else { PictureSize::default() }
    }

    /// What is asked for.
    #[must_use]
    pub fn request(&self, plan: &Plan, selection: &Selection) -> Request {
        let defaults = Request::new(self.exporter());
        Request {
            layout: self.layout(),
            selection: self.scope.part(plan, selection),
            split: Split::ALL.into_iter().find(|split| split.name() == self.split),
            languages: self.languages(),
            zone: self.zone(),
            paper: Paper::ALL.into_iter().find(|paper| paper.name() == self.paper).unwrap_or_default(),
            orientation: self.portrait.map(|is| if is { Orientation::Portrait } else { Orientation::Landscape }),
            size: self.size(),
            is_dark: self.dark,
            is_internal: self.internal,
            ..defaults
        }
    }
}

/// Draws the choices that matter for the format.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, choices: &mut Choices) {
    let exporter = choices.exporter();
    if exporter.layouts.len() > 1 {
        layout_ui(ui, cx, choices);
    }
    if exporter.medium == Medium::Plan {
        ui.add(egui::Label::new(cx.text("export-whole")).wrap());
        return;
    }
    let zone = choices.zone();
    choices.scope.ui(ui, cx, zone);
    languages_ui(ui, cx, choices);
    zone_ui(ui, cx, choices);
    match exporter.medium {
        Medium::Data | Medium::Plan => {}
        Medium::Paper => paper_ui(ui, cx, choices),
        Medium::Picture => size_ui(ui, cx, choices),
    }
    split_ui(ui, cx, choices);
    ui.add_space(6.0);
    ui.checkbox(&mut choices.internal, cx.text("export-internal")).on_hover_text(cx.text("export-internal-tip"));
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
                ui.selectable_value(chosen, None, cx.text(all));
                for (value, text) in values {
                    ui.selectable_value(chosen, Some(*value), displayed(text));
                }
            })
            .response;
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, cx.text(name)));
    });
}

/// A choice with its name before it.
pub(super) fn row(ui: &mut Ui, cx: &ViewContext<'_>, name: &'static str, add: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        let room = vec2(108.0, ui.spacing().interact_size.y);
        ui.allocate_ui_with_layout(room, egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.set_min_width(room.x);
            ui.add(egui::Label::new(RichText::new(cx.text(name)).color(cx.theme.weak_text)).truncate());
        });
        let room = vec2(ui.available_width() - 12.0, room.y);
        ui.allocate_ui_with_layout(room, egui::Layout::left_to_right(egui::Align::Center), add);
    });
}

fn layout_ui(ui: &mut Ui, cx: &ViewContext<'_>, choices: &mut Choices) {
    caption(ui, cx, cx.text("export-layout"));
    let layouts = choices.exporter().layouts;
    let chosen = choices.layout();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for layout in layouts {
            if ui.add(egui::Button::selectable(*layout == chosen, cx.text(layout.label()))).clicked() {
                layout.name().clone_into(&mut choices.layout);
            }
        }
    });
}

/// The languages; the one ticked first leads.
fn languages_ui(ui: &mut Ui, cx: &ViewContext<'_>, choices: &mut Choices) {
    caption(ui, cx, cx.text("handout-languages"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for language in Language::ALL {
            let place = choices.languages.iter().position(|code| code == language.code());
            let sign = match place {
                Some(place) if choices.languages.len() > 1 => {
                    format!("{} {}", place + 1, language.code().to_uppercase())
                }
                _ => language.code().to_uppercase(),
            };
            let name = cx.text(names::language(language));
            let response = ui.add(egui::Button::selectable(place.is_some(), sign));
            response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, place.is_some(), name));
            if response.on_hover_text(name).clicked() {
                match place {
                    Some(place) => drop(choices.languages.remove(place)),
                    None => choices.languages.push(language.code().to_owned()),
                }
            }
        }
    });
    if choices.languages.is_empty() {
        ui.weak(cx.text("export-own-language"));
    }
}

fn zone_ui(ui: &mut Ui, cx: &ViewContext<'_>, choices: &mut Choices) {
    let chosen = choices.zone();
    let shown = chosen.map_or_else(|| cx.text("export-own-zones").to_owned(), |zone| zone.name().replace('_', " "));
    row(ui, cx, "handout-zone", |ui| {
        let response = ComboBox::from_id_salt("export-zone")
            .width(ui.available_width())
            .truncate()
            .selected_text(shown)
            .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
            .show_ui(ui, |ui| {
                let mut zone = chosen;
                if zones_ui(ui, cx, cx.text("export-own-zones"), &mut zone) {
                    choices.zone = zone.map_or("", |zone| zone.name()).to_owned();
                    ui.close();
                }
            })
            .response;
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, cx.text("handout-zone")));
    });
}

fn paper_ui(ui: &mut Ui, cx: &ViewContext<'_>, choices: &mut Choices) {
    caption(ui, cx, cx.text("export-paper"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (paper, name) in Paper::ALL.into_iter().zip(["A4", "A3", "Letter"]) {
            let is_chosen = choices.paper == paper.name() || choices.paper.is_empty() && paper == Paper::A4;
            if ui.add(egui::Button::selectable(is_chosen, name)).clicked() {
                paper.name().clone_into(&mut choices.paper);
            }
        }
        ui.add_space(6.0);
        for (portrait, name) in
            [(None, "export-best"), (Some(true), "export-portrait"), (Some(false), "export-landscape")]
        {
            if ui.add(egui::Button::selectable(choices.portrait == portrait, cx.text(tid(name)))).clicked() {
                choices.portrait = portrait;
            }
        }
    });
}

fn size_ui(ui: &mut Ui, cx: &ViewContext<'_>, choices: &mut Choices) {
    caption(ui, cx, cx.text("export-size-of-picture"));
    let mut size = choices.size();
    ui.horizontal(|ui| {
        for (side, name) in [(&mut size.width, "export-width"), (&mut size.height, "export-height")] {
            let name = cx.text(tid(name));
            let field = ui.add(egui::DragValue::new(side).range(200..=8000).speed(10.0));
            field.accessible_name(name).on_hover_text(name);
        }
        ui.checkbox(&mut choices.dark, cx.text("handout-dark"));
    });
    (choices.width, choices.height) = (size.width, size.height);
}

fn split_ui(ui: &mut Ui, cx: &ViewContext<'_>, choices: &mut Choices) {
    let mut chosen = Split::ALL.into_iter().find(|split| split.name() == choices.split);
    let values = Split::ALL.map(|split| {
        let name = match split {
            Split::Room => tid("row-room"),
            Split::Body => tid("row-body"),
            Split::Person => tid("row-person"),
            Split::Day => tid("handout-day"),
        };
        (split, cx.text(name).to_owned())
    });
    combo(ui, cx, ("export-split", "export-one-file"), &mut chosen, &values);
    choices.split = chosen.map_or("", Split::name).to_owned();
}
