//! What can have the keyboard, area by area, and where Tab and F6 lead.

use egui::{Context, Id, Key, LayerId, Order, Pos2};

use super::{Area, focused, read};

/// What can have the keyboard in a layer, in its order, each with its area; as it was in the last frame.
pub(super) fn stops(ctx: &Context, layer: LayerId) -> Vec<(Id, Option<Area>)> {
    let (areas, parts) = read(ctx, |keyboard| (keyboard.areas.clone(), keyboard.parts.clone()));
    ctx.viewport(|viewport| {
        let widgets = &viewport.prev_pass.widgets;
        let area_of = |id: Id, center: Pos2| {
            let mut above = widgets.get(id)?.parent_id;
            // Nothing is that deep.
            for _ in 0..64 {
                if let Some(&(_, area, _)) = areas.iter().find(|&&(own, ..)| own == above) {
                    if area != Area::View {
                        return Some(area);
                    }
                    let part = parts.iter().find(|(rect, ..)| rect.contains(center));
                    return Some(part.map_or(area, |&(_, part, _)| part));
                }
                let next = widgets.get(above)?.parent_id;
                if next == above {
                    return None;
                }
                above = next;
            }
            None
        };
        let all = widgets.get_layer(layer);
        let takes = all.filter(|widget| widget.enabled && widget.visible && widget.sense.is_focusable());
        takes.map(|widget| (widget.id, area_of(widget.id, widget.interact_rect.center()))).collect()
    })
}

/// What lies over the desk and keeps the keyboard, the topmost last.
pub(super) fn covers(ctx: &Context) -> Vec<LayerId> {
    let layers: Vec<LayerId> = ctx.memory(|memory| {
        let shown = memory.areas().visible_layer_ids();
        memory.layer_ids().filter(|layer| covers_when_open(*layer) && shown.contains(layer)).collect()
    });
    ctx.viewport(|viewport| {
        let takes = |layer: &LayerId| {
            let mut widgets = viewport.prev_pass.widgets.get_layer(*layer);
            widgets.any(|widget| widget.enabled && widget.visible && widget.sense.is_focusable())
        };
        layers.into_iter().filter(takes).collect()
    })
}

/// Whether what is drawn in a layer lies over the desk.
pub(super) fn covers_when_open(layer: LayerId) -> bool {
    (Order::Middle..Order::Tooltip).contains(&layer.order) && layer != messages()
}

/// The layer that keys are for.
fn top_layer(ctx: &Context) -> LayerId {
    covers(ctx).pop().unwrap_or_else(LayerId::background)
}

/// Where messages show: over the desk, but in nobody's way.
fn messages() -> LayerId {
    LayerId::new(Order::Foreground, Id::unique("messages"))
}

/// What is to have the keyboard next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// This.
    Widget(Id),
    /// The session where one was last.
    Sessions,
}

/// Where Tab leads from where the keyboard is; on the desk out of the area, unless that is a form.
#[must_use]
pub fn after_tab(ctx: &Context, back: bool) -> Option<Next> {
    let layer = top_layer(ctx);
    let stops = stops(ctx, layer);
    let at = focused(ctx).and_then(|focused| stops.iter().position(|&(id, _)| id == focused));
    if layer != LayerId::background() {
        // What lies over the desk keeps the keyboard.
        let next = match (at, back) {
            (None, false) => 0,
            (Some(at), false) => (at + 1) % stops.len(),
            (None | Some(0), true) => stops.len().checked_sub(1)?,
            (Some(at), true) => at - 1,
        };
        return stops.get(next).map(|&(id, _)| Next::Widget(id));
    }
    let here = at.and_then(|at| stops[at].1).or_else(|| focused(ctx).is_none().then_some(Area::Sessions));
    // Arrows do not lead out of a field.
    if here.is_some_and(Area::is_line)
        && ctx.text_edit_focused()
        && let Some(now) = focused(ctx)
        && let Some(next) = along_line(ctx, if back { Key::ArrowLeft } else { Key::ArrowRight })
        && next != now
    {
        return Some(Next::Widget(next));
    }
    if let (Some(at), Some(area)) = (at, here.filter(|area| area.is_form())) {
        let beside = read(ctx, |keyboard| keyboard.beside.clone());
        let passes = |id: &Id| beside.iter().any(|(line, _)| line[1..].contains(id));
        let of_area = |&(index, (id, of)): &(usize, &(Id, Option<Area>))| {
            *of == Some(area) && !passes(id) && if back { index < at } else { index > at }
        };
        let mut rest = stops.iter().enumerate().filter(of_area).map(|(_, &(id, _))| id);
        if let Some(next) = if back { rest.next_back() } else { rest.next() } {
            return Some(Next::Widget(next));
        }
    }
    beside(ctx, here, (&stops, back), true)
}

/// Where a key leads along the line of the desk in which the keyboard is; what has it already at the end of the line, and
/// by arrows across it. The same between a value of a form and what stands beside it, where arrows across it lead elsewhere.
/// `None` where it is in no line, or by another key.
#[must_use]
pub fn along_line(ctx: &Context, key: Key) -> Option<Id> {
    let now = focused(ctx)?;
    let beside = read(ctx, |keyboard| keyboard.beside.iter().find(|(line, _)| line.contains(&now)).cloned());
    if let (Some((line, _)), Key::ArrowLeft | Key::ArrowRight) = (beside, key) {
        let at = line.iter().position(|&id| id == now)?;
        let to = if key == Key::ArrowLeft { at.saturating_sub(1) } else { (at + 1).min(line.len() - 1) };
        return Some(line[to]);
    }
    let stops = stops(ctx, LayerId::background());
    let area = stops.iter().find(|&&(id, _)| id == now)?.1.filter(|area| area.is_line())?;
    let mut line: Vec<(f32, Id)> = ctx.viewport(|viewport| {
        let own = stops.iter().filter(|&&(_, of)| of == Some(area));
        own.filter_map(|&(id, _)| Some((viewport.prev_pass.widgets.get(id)?.rect.left(), id))).collect()
    });
    line.sort_by(|one, other| one.0.total_cmp(&other.0));
    let at = line.iter().position(|&(_, id)| id == now)?;
    let to = match key {
        Key::ArrowLeft => at.saturating_sub(1),
        Key::ArrowRight => (at + 1).min(line.len() - 1),
        Key::Home => 0,
        Key::End => line.len() - 1,
        Key::ArrowUp | Key::ArrowDown => at,
        _ => return None,
    };
    Some(line[to].1)
}

/// Where F6 leads from where the keyboard is; `None` while something lies over the desk.
#[must_use]
pub fn after_f6(ctx: &Context, back: bool) -> Option<Next> {
    if top_layer(ctx) != LayerId::background() {
        return None;
    }
    let stops = stops(ctx, LayerId::background());
    let at = focused(ctx).and_then(|focused| stops.iter().find(|&&(id, _)| id == focused));
    let here = at.and_then(|&(_, area)| area).or_else(|| focused(ctx).is_none().then_some(Area::Sessions));
    beside(ctx, here, (&stops, back), false)
}

/// The stop of the next area that has one.
fn beside(
    ctx: &Context,
    here: Option<Area>,
    (stops, back): (&[(Id, Option<Area>)], bool),
    goes_through_forms: bool,
) -> Option<Next> {
    let messages: Vec<(Id, Option<Area>)> =
        self::stops(ctx, messages()).into_iter().map(|(id, _)| (id, Some(Area::Messages))).collect();
    let all: Vec<(Id, Area)> = stops.iter().chain(&messages).filter_map(|&(id, area)| Some((id, area?))).collect();
    let mut areas: Vec<Area> = all.iter().map(|&(_, area)| area).collect();
    areas.sort_unstable();
    areas.dedup();
    if back {
        areas.reverse();
    }
    let from = here.and_then(|here| areas.iter().position(|&area| area == here));
    let next = *areas.get(from.map_or(0, |from| (from + 1) % areas.len()))?;
    if next == Area::Sessions {
        return Some(Next::Sessions);
    }
    let mut own = all.iter().filter(|&&(_, area)| area == next).map(|&(id, _)| id);
    let last = read(ctx, |keyboard| keyboard.lasts.get(&next).copied());
    let known = last.filter(|&last| own.clone().any(|id| id == last));
    let known = known.filter(|_| !(next.is_form() && goes_through_forms));
    let end = if back && next.is_form() { own.next_back() } else { own.next() };
    known.or(end).map(Next::Widget)
}

/// The first thing of an area that can have the keyboard.
#[must_use]
pub fn first_of(ctx: &Context, area: Area) -> Option<Id> {
    stops(ctx, LayerId::background()).into_iter().find(|&(_, of)| of == Some(area)).map(|(id, _)| id)
}

/// Whether something lies over the desk that keeps the keyboard.
#[must_use]
pub fn is_covered(ctx: &Context) -> bool {
    top_layer(ctx) != LayerId::background()
}
