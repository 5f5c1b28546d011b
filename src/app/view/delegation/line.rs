//! The line above the chart: whose part it is, what they are interested in, which meetings count, a new delegate, the schedule.

use egui::{Align, Id, Layout, Popup, RichText, Role, Ui, WidgetInfo};

use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};
use crate::app::widget::against::menu_button;
use crate::app::widget::buttons::{Rank, frame_button};
use crate::app::widget::fields::{Chip, chips_ui, option_ui, popup_under};
use crate::app::widget::picker::{Picked, PickerItem, picker};
use crate::edit::Command;
use crate::exchange::Selection;
use crate::model::attendance::Delegation;
use crate::model::{BodyId, BodyKind, Delegate, EventId, states};
use crate::texts::{Value, short};

use super::known::{Known, Party, body_name, party_name};

/// What somebody asks for.
#[derive(Debug, PartialEq)]
pub enum Asked {
    /// Whose part to look at.
    Party(Party),
    /// Of which event.
    Event(EventId),
    /// Which meetings count.
    AllCount(bool),
}

/// The room that a button at the right needs.
const BUTTON: f32 = 120.0;
/// Small delegations of up to so many are looked at.
const SMALL: usize = 3;

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) -> Option<Asked> {
    let mut asked = None;
    if ui.available_width() > 8.0 * BUTTON {
        ui.label(RichText::new(cx.text("delegation-title")).font(Type::Head.font()).color(cx.theme.text));
    }
    if known.events.len() > 1 {
        asked = event_ui(ui, cx, known);
    }
    asked = party_ui(ui, cx, known).or(asked);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        export_ui(ui, cx, known);
        delegate_ui(ui, cx, known);
        if !known.is_small() && ui.available_width() > 2.5 * BUTTON {
            asked = counts_ui(ui, cx, known).or(asked.take());
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            if !known.delegation.delegates.is_empty() && !known.is_small() && ui.available_width() > BUTTON {
                interests_ui(ui, cx, known);
            }
        });
    });
    asked
}

fn event_ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) -> Option<Asked> {
    let name = |id: EventId| {
        let event = cx.plan.events().get(id);
        event.map(|event| cx.short_name(&event.code, &event.title).to_owned()).unwrap_or_default()
    };
    let shown = known.question().event;
    let button = menu_button(ui, cx, (icons::CALENDAR, &short::beginning(&name(shown), 24)));
    let mut asked = None;
    popup_under(&button).width(280.0).show(|ui| {
        for &id in &known.events {
            let name = name(id);
            if option_ui(ui, id == shown, name.as_str(), &name) {
                asked = Some(Asked::Event(id));
            }
        }
    });
    asked
}

/// Whose part is looked at: a delegation, a small one in general, or one that is new.
fn party_ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) -> Option<Asked> {
    let event = known.question().event;
    let button = menu_button(ui, cx, (icons::FLAG, &short::beginning(&known.title(cx), 30)));
    let button = button.on_hover_text(cx.text("delegation-party-tip"));
    let new_name = |typed: &str| cx.texts.text_with("delegation-new", &[("name", Value::from(typed))]);
    let picked = picker(&button, cx, cx.text("delegation-party"), Some(&new_name), || {
        let named = Delegation::all(cx.plan, event);
        let keys: Vec<String> = named.iter().map(|name| states::party_key(name)).collect();
        let count = |name: &String| {
            let count = Delegation::of(cx.plan, event, name).delegates.len();
            cx.texts.text_with("delegation-count", &[("count", Value::from(count))])
        };
        let known = named.iter().map(|name| (Party::Named(name.clone()), party_name(cx, name), count(name)));
        let small = (1..=SMALL).map(|count| {
            let title = cx.texts.text_with("delegation-small", &[("count", Value::from(count))]);
            (Party::Small(count), title, cx.text("delegation-small-about").to_owned())
        });
        let language = cx.texts.language();
        let mut new: Vec<&states::State> = states::all().iter().collect();
        new.retain(|state| !keys.iter().any(|key| key == state.code));
        new.sort_by_key(|state| state.name(language));
        let new = new.into_iter().map(|state| {
            let name = state.name(language).to_owned();
            (Party::Named(name.clone()), name, cx.text("delegation-no-delegates").to_owned())
        });
        let all = known.chain(small).chain(new);
        all.map(|(value, title, detail)| PickerItem { value, title, detail }).collect()
    });
    Some(Asked::Party(match picked? {
        Picked::Known(party) => party,
        Picked::New(name) => Party::Named(name.trim().to_owned()),
    }))
}

fn new_delegate(cx: &ViewContext<'_>, event: EventId, represents: &str, order: i32) -> Delegate {
    let is_main = cx.plan.main_event().is_some_and(|main| main.id == event);
    let event = Some(event).filter(|_| !is_main);
    Delegate { event, order, ..Delegate::new(cx.plan.delegates().free_id("delegate-"), represents) }
}

/// What it is interested in, and a button for one more. Whom of it that is true of can be said in the inspector.
fn interests_ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) {
    let interests = known.delegation.interests();
    let with = |change: &dyn Fn(&mut Vec<BodyId>)| {
        let rows = known.delegation.delegates.iter().map(|row| {
            let mut interests = row.interests.clone();
            change(&mut interests);
            Delegate { interests, ..(**row).clone() }.into()
        });
        cx.perform(Command::PutMany(rows.collect()));
    };
    let chips: Vec<Chip> = interests
        .iter()
        .map(|&id| {
            let is_region = cx.plan.bodies().get(id).is_some_and(|body| body.kind == BodyKind::Region);
            let name = body_name(cx, id);
            let topics = || cx.texts.text_with("delegation-topics-of", &[("region", Value::from(&name))]);
            let text = if is_region { topics() } else { name.clone() };
            let tip = cx.plan.bodies().get(id).map(|body| cx.title(&body.title).to_owned()).unwrap_or_default();
            Chip { row: id.into(), text, tip }
        })
        .collect();
    // No more than there is room for: the summary has all of them.
    let fits = ((ui.available_width() - BUTTON) / 96.0).max(0.0) as usize;
    let (shown, rest) = chips.split_at(chips.len().min(fits));
    if let Some(at) = chips_ui(ui, cx, Id::unique("delegation interests"), shown) {
        let gone = interests[at];
        with(&|interests| interests.retain(|&id| id != gone));
    }
    if !rest.is_empty() {
        let names: Vec<&str> = rest.iter().map(|chip| chip.text.as_str()).collect();
        let more = ui.label(RichText::new(format!("+{}", rest.len())).font(Type::Small.font()).color(cx.theme.text_2));
        more.on_hover_text(names.join("\n"));
    }
    let name = cx.text("delegation-interest");
    let button = frame_button(ui, cx, Rank::Quiet, (icons::PLUS, name), cx.text("delegate-add-interest"));
    let picked = picker(&button, cx, cx.text("delegate-add-interest"), None, || {
        let bodies = cx.plan.bodies().iter().filter(|body| !interests.contains(&body.id));
        let item = |body: &std::sync::Arc<crate::model::Body>| PickerItem {
            value: body.id,
            title: body_name(cx, body.id),
            detail: cx.title(&body.title).to_owned(),
        };
        bodies.map(item).collect()
    });
    if let Some(Picked::Known(body)) = picked {
        with(&|interests| {
            if !interests.contains(&body) {
                interests.push(body);
            }
        });
    }
}

/// Which meetings count: those that concern it, or all.
fn counts_ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) -> Option<Asked> {
    let mut asked = None;
    let all = known.question().all_count;
    for (value, id) in [(true, "delegation-all-formal"), (false, "delegation-that-concern")] {
        let name = if value { cx.text("delegation-all-formal") } else { cx.text(id) };
        let button = ui.selectable_label(all == value, name);
        button.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, all == value, name));
        if button.clicked() {
            asked = Some(Asked::AllCount(value));
        }
    }
    asked
}

/// One delegate more.
fn delegate_ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) {
    let Party::Named(name) = &known.question().party else { return };
    let words = cx.text("delegation-add");
    if frame_button(ui, cx, Rank::Bordered, (icons::USER_PLUS, words), words).clicked() {
        let last = known.delegation.delegates.iter().map(|row| row.order).max().unwrap_or(0);
        let interests = known.delegation.interests();
        let row = new_delegate(cx, known.question().event, name, last.saturating_add(1));
        let id = row.id;
        cx.perform(Command::Put(Delegate { interests, ..row }.into()));
        cx.act(Action::Inspect(id.into()));
    }
}

/// Hands out what a delegate attends, or all of them.
fn export_ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) {
    if known.is_small() || known.delegation.delegates.is_empty() {
        return;
    }
    let words = cx.text("delegation-export");
    let button = frame_button(ui, cx, Rank::Bordered, (icons::CALENDAR_PLUS, words), words);
    Popup::menu(&button).show(|ui| {
        ui.set_min_width(220.0);
        let part = |place: Option<usize>| match place.and_then(|place| known.delegation.delegates.get(place)) {
            Some(delegate) => Selection { delegates: vec![delegate.id], ..Selection::default() },
            None => Selection {
                events: vec![known.question().event],
                delegations: vec![known.delegation.represents.clone()],
                ..Selection::default()
            },
        };
        let mut entry = |name: &str, place: Option<usize>| {
            if option_ui(ui, false, name, name) {
                cx.act(Action::ExportPart(Box::new(part(place))));
            }
        };
        entry(cx.text("delegation-whole"), None);
        for place in 0..known.delegation.delegates.len() {
            entry(&known.delegate_name(cx, place), Some(place));
        }
    });
}
