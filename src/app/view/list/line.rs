//! The line above the table: groups, and what the filter asks for.

use egui::{Button, Popup, PopupCloseBehavior, RichText, ScrollArea, Stroke, Ui, WidgetInfo, vec2};

use crate::model::{Holder, RowId};
use crate::texts::Value;

use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::filter::{Filter, FilterBy, OwnFilter};
use crate::app::paint::text::{displayed, elided};
use crate::app::phrases;
use crate::app::style::{Type, icons, size};
use crate::app::widget::fields::enter_closes;

/// The longest name in a chip, in points.
const LONGEST: f32 = 150.0;
/// The room that is kept for what stands at the right.
const RIGHT: f32 = 250.0;

/// What the columns need of it, without the count.
const COLUMNS: f32 = 172.0;

/// The line, apart from the columns; answers whether groups were chosen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, by_day: &mut bool, sorted_by_day: bool) -> bool {
    let grouped = *by_day && sorted_by_day;
    let label = cx.text(if grouped { "list-grouped" } else { "list-not-grouped" });
    let response = button(ui, cx, icons::ROWS_3, label, true);
    let mut chosen = false;
    Popup::menu(&response).show(|ui| {
        for (groups, name) in [(true, "list-group-days"), (false, "list-group-none")] {
            if ui.add(Button::selectable(grouped == groups, cx.text(name))).clicked() {
                (*by_day, chosen) = (groups, groups);
            }
        }
    });
    ui.add_space(4.0);
    chips_ui(ui, cx);
    let name = cx.text("list-filter");
    let is_short = ui.available_width() < COLUMNS + width_of(ui, cx, name);
    let (sign, text) = if is_short { (icons::LIST_FILTER, "") } else { (icons::PLUS, name) };
    let response = named_button(ui, cx, (sign, text, name), false);
    let response = if is_short { response.on_hover_text(name) } else { response };
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| filter_ui(ui, cx));
    chosen
}

/// How wide a button with this text is.
fn width_of(ui: &Ui, cx: &ViewContext<'_>, text: &str) -> f32 {
    let text = RichText::new(text).font(Type::Small.font()).color(cx.theme.text);
    elided(ui, text, f32::INFINITY).size().x + size::SMALL_ICON + 5.0 + 16.0 + ui.spacing().item_spacing.x
}

/// A small button with a sign and a text.
pub fn button(ui: &mut Ui, cx: &ViewContext<'_>, icon: &str, text: &str, bordered: bool) -> egui::Response {
    named_button(ui, cx, (icon, text, text), bordered)
}

fn named_button(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (icon, text, name): (&str, &str, &str),
    bordered: bool,
) -> egui::Response {
    let label =
        RichText::new(text).font(Type::Small.font()).color(if bordered { cx.theme.text } else { cx.theme.text_2 });
    let sign = RichText::new(icon).size(size::SMALL_ICON).color(cx.theme.text_2);
    let button = if text.is_empty() { Button::new(sign) } else { Button::new((sign, label)).gap(5.0) };
    let button = button.min_size(vec2(size::TARGET, size::TARGET));
    let button = if bordered {
        button.fill(cx.theme.panel).stroke(Stroke::new(1.0, cx.theme.line_strong))
    } else {
        button.frame_when_inactive(false)
    };
    let response = ui.scope(|ui| {
        ui.spacing_mut().button_padding = vec2(8.0, 2.0);
        ui.spacing_mut().interact_size.y = size::TARGET;
        ui.add(button)
    });
    response.inner.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name));
    response.inner
}

/// What the filter asks for, each with a way out.
fn chips_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    let words = cx.filter.words.trim();
    let part = |by| {
        let (what, name) = phrases::filtered_by(cx, by);
        (Some(by), what, name)
    };
    let mut chips: Vec<(Option<FilterBy>, String, String)> = cx.filter.parts().map(part).collect();
    if !words.is_empty() {
        chips.push((None, cx.text("list-words").to_owned(), words.to_owned()));
    }
    let count = chips.len();
    for (at, (by, what, name)) in chips.into_iter().enumerate() {
        if ui.available_width() < RIGHT + LONGEST && at + 1 < count {
            ui.label(RichText::new(format!("+{}", count - at)).color(cx.theme.text_3));
            break;
        }
        let galley = elided(ui, RichText::new(format!("{what}: {name}")).font(Type::Small.font()), LONGEST + 60.0);
        let close = RichText::new(icons::X).size(12.0).color(cx.theme.text_3);
        let chip = Button::new((galley, close)).gap(6.0).min_size(vec2(0.0, size::TARGET));
        let chip = chip.fill(cx.theme.panel).stroke(Stroke::new(1.0, cx.theme.line_strong));
        let response = ui.scope(|ui| {
            ui.spacing_mut().button_padding = vec2(8.0, 2.0);
            ui.spacing_mut().interact_size.y = size::TARGET;
            ui.add(chip)
        });
        let spoken = cx.texts.text_with("list-unfilter", &[("what", Value::from(&what)), ("name", Value::from(&name))]);
        response.inner.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &spoken));
        if response.inner.on_hover_text(displayed(&spoken)).clicked() {
            let mut filter = Filter::clone(cx.filter);
            match by {
                Some(by) => filter.toggle(by),
                None => filter.words.clear(),
            }
            cx.act(Action::Filter(filter));
        }
    }
}

/// Everything by which one can filter here.
fn filter_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    ui.set_min_width(160.0);
    let mut filter = Filter::clone(cx.filter);
    let events =
        cx.index().events().iter().map(|&id| RowId::from(id)).filter(|&row| !cx.index().sessions_of(row).is_empty());
    let own = cx.plan.fields_of(Holder::Session).map(|field| {
        let title = Some(cx.title(&field.title)).filter(|title| !title.is_empty());
        (title.unwrap_or(cx.text("field-untitled")), OwnFilter::of(field).map(FilterBy::Own).collect())
    });
    let tables: [(&str, Vec<FilterBy>); 4] = [
        (cx.text("list-column-kind"), cx.all_kinds().map(FilterBy::Kind).collect()),
        (cx.text("list-column-body"), cx.index().bodies().iter().map(|&(id, _)| FilterBy::Row(id.into())).collect()),
        (cx.text("list-column-room"), cx.index().rooms().iter().map(|&id| FilterBy::Row(id.into())).collect()),
        (cx.text("list-column-event"), events.map(FilterBy::Row).collect()),
    ];
    let tables = tables.into_iter().chain(own).filter(|(_, entries)| !entries.is_empty());
    for (at, (name, entries)) in tables.enumerate() {
        let name = elided(ui, RichText::new(name), 220.0);
        ui.push_id(at, |ui| {
            ui.menu_button(name, |ui| {
                enter_closes(ui);
                ScrollArea::vertical().max_height(360.0).show_rows(ui, size::ROW, entries.len(), |ui, range| {
                    for &by in &entries[range] {
                        let (is_on, (_, name)) = (cx.filter.asks_for(by), phrases::filtered_by(cx, by));
                        let galley = elided(ui, RichText::new(&name), 220.0);
                        if ui.add(Button::selectable(is_on, galley).min_size(vec2(240.0, size::ROW))).clicked() {
                            filter.toggle(by);
                        }
                    }
                });
            })
        });
    }
    if filter != *cx.filter {
        cx.act(Action::Filter(filter));
    }
}
