//! Choosing a zone.

use egui::{Response, Ui};

use crate::model::CivilTime;
use crate::model::zone::{self, Tz};

use crate::app::context::ViewContext;
use crate::app::widget::picker::{Picked, PickerItem, picker_at};

/// Zones that a planner of this conference looks at; any other is found by typing.
const ZONES: [Tz; 14] = [
    Tz::UTC,
    Tz::Europe__Zurich,
    Tz::Asia__Baku,
    Tz::America__New_York,
    Tz::America__Los_Angeles,
    Tz::America__Sao_Paulo,
    Tz::Africa__Nairobi,
    Tz::Africa__Dakar,
    Tz::Asia__Riyadh,
    Tz::Europe__Moscow,
    Tz::Asia__Bangkok,
    Tz::Asia__Tokyo,
    Tz::Australia__Sydney,
    Tz::Pacific__Fiji,
];

/// Zones to choose from, any of them by typing; `none` is what it is called to choose none. Says whether one was picked.
pub fn zones_ui(ui: &mut Ui, cx: &ViewContext<'_>, none: &str, chosen: &mut Option<Tz>) -> bool {
    let mut is_picked = ui.radio_value(chosen, None, none).clicked();
    let key = egui::Id::unique("zone search");
    let mut words: String = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let field = ui.add(egui::TextEdit::singleline(&mut words).hint_text(cx.text("zone-search")));
    field.accessible_name(cx.text("zone-search"));
    ui.data_mut(|data| data.insert_temp(key, words.clone()));
    let wanted = words.to_lowercase().replace(' ', "_");
    let all = chrono_tz::TZ_VARIANTS.iter().copied();
    let zones: Vec<Tz> = if wanted.is_empty() {
        ZONES.to_vec()
    } else {
        all.filter(|zone| zone.name().to_lowercase().contains(&wanted)).take(14).collect()
    };
    for zone in zones {
        is_picked |= ui.radio_value(chosen, Some(zone), zone.name().replace('_', " ")).clicked();
    }
    is_picked
}

/// `Zurich` for `Europe/Zurich`.
#[must_use]
pub fn zone_name(zone: Tz) -> String {
    zone.name().rsplit('/').next().unwrap_or_default().replace('_', " ")
}

/// `UTC+4`, `UTC-3:30`
#[must_use]
pub fn offset_text(mins: i32) -> String {
    let sign = if mins < 0 { '\u{2212}' } else { '+' };
    let (hours, rest) = (mins.abs() / 60, mins.abs() % 60);
    if rest == 0 { format!("UTC{sign}{hours}") } else { format!("UTC{sign}{hours}:{rest:02}") }
}

/// All zones to choose from by typing, each with what its clock is ahead of UTC at `at`.
#[must_use]
pub fn zone_choices(at: CivilTime) -> Vec<PickerItem<Tz>> {
    let choice = |&zone: &Tz| {
        let detail = offset_text(zone::offset_mins(at, zone));
        PickerItem { value: zone, title: zone.name().to_owned(), detail }
    };
    chrono_tz::TZ_VARIANTS.iter().map(choice).collect()
}

/// The list of all zones under a button, beginning on the one that is chosen, with their offsets at a time.
pub fn zone_picker(button: &Response, cx: &ViewContext<'_>, (at, chosen): (CivilTime, Tz)) -> Option<Tz> {
    let name = (cx.text("inspector-zone"), None);
    match picker_at(button, cx, name, || zone_choices(at), |zone| *zone == chosen)? {
        Picked::Known(zone) => Some(zone),
        Picked::New(_) => None,
    }
}
