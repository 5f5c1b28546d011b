//! Keys that lead from row to row, also to rows that are out of sight and so are not drawn.

use egui::containers::scroll_area::ScrollAreaOutput;
use egui::{Event, FocusDirection, Id, Key, Ui};

use super::focus;

/// To which row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Go {
    Up,
    Down,
    PageUp,
    PageDown,
    Home,
    End,
}

impl Go {
    /// The keys, each with where it leads.
    pub const KEYS: [(Key, Self); 6] = [
        (Key::ArrowUp, Self::Up),
        (Key::ArrowDown, Self::Down),
        (Key::PageUp, Self::PageUp),
        (Key::PageDown, Self::PageDown),
        (Key::Home, Self::Home),
        (Key::End, Self::End),
    ];

    /// Where a key leads.
    #[must_use]
    pub fn of(key: Key) -> Option<Self> {
        Self::KEYS.into_iter().find(|(own, _)| *own == key).map(|(_, go)| go)
    }

    /// The row it leads to among `count`, from `from`, when a page has `page` rows.
    #[must_use]
    pub fn target(self, from: Option<usize>, count: usize, page: usize) -> usize {
        let last = count.saturating_sub(1);
        let Some(from) = from else {
            return if matches!(self, Self::End | Self::Up | Self::PageUp) { last } else { 0 };
        };
        match self {
            Self::Up => from.saturating_sub(1),
            Self::Down => from + 1,
            Self::PageUp => from.saturating_sub(page.max(1)),
            Self::PageDown => from + page.max(1),
            Self::Home => 0,
            Self::End => last,
        }
        .min(last)
    }
}

/// Takes the keys of this frame that lead to other rows and to nothing else, if any is for them: `is_here` is asked only
/// where one was pressed.
pub fn take(ui: &Ui, is_here: impl FnOnce() -> bool) -> Vec<Go> {
    let leads = |event: &Event| match *event {
        Event::Key { key, pressed: true, modifiers, .. } if modifiers.is_none() => Go::of(key),
        _ => None,
    };
    let is_pressed = ui.input(|input| input.events.iter().any(|event| leads(event).is_some()));
    if !is_pressed || !is_here() {
        return Vec::new();
    }
    // egui would go there in its own way, and no further than what is drawn.
    ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    let mut taken = Vec::new();
    ui.input_mut(|input| {
        input.events.retain(|event| {
            taken.extend(leads(event));
            leads(event).is_none()
        });
    });
    taken
}

/// Goes by the arrows left and right between a row that has the keyboard, itself or in one of its buttons, and those: egui
/// takes what lies on a row for no neighbour of it.
pub fn walk_within(ui: &Ui, row: impl FnOnce() -> Option<Id>) {
    let leads = |event: &Event| match *event {
        Event::Key { key: Key::ArrowLeft, pressed: true, modifiers, .. } if modifiers.is_none() => Some(false),
        Event::Key { key: Key::ArrowRight, pressed: true, modifiers, .. } if modifiers.is_none() => Some(true),
        _ => None,
    };
    let pressed = |ui: &Ui| ui.input(|input| input.events.iter().find_map(leads));
    let (Some(onward), Some(focused)) = (pressed(ui), ui.memory(|memory| memory.focused())) else { return };
    let Some(row) = row() else { return };
    let mut stops: Vec<(f32, Id)> = ui.ctx().viewport(|viewport| {
        let widgets = &viewport.prev_pass.widgets;
        let Some(whole) = widgets.get(row) else { return Vec::new() };
        let takes = widgets.get_layer(whole.layer_id).filter(|widget| widget.enabled && widget.sense.is_focusable());
        // What is scrolled away below another panel lies there, too.
        let seen = takes.map(|widget| (widget.interact_rect, widget.id)).filter(|(rect, _)| rect.is_positive());
        let inside = seen.filter(|&(rect, id)| id != row && whole.rect.contains(rect.center()));
        inside.map(|(rect, id)| (rect.left(), id)).collect()
    });
    stops.sort_by(|one, other| one.0.total_cmp(&other.0));
    let all: Vec<Id> = std::iter::once(row).chain(stops.into_iter().map(|(_, id)| id)).collect();
    let Some(at) = all.iter().position(|&id| id == focused) else { return };
    ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    ui.input_mut(|input| input.events.retain(|event| leads(event).is_none()));
    let next = if onward { all.get(at + 1) } else { at.checked_sub(1).and_then(|before| all.get(before)) };
    if let Some(&next) = next {
        focus::give_to(ui.ctx(), next);
    }
}

/// What is in sight of rows that scroll, as they were drawn last.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sight {
    /// So much is scrolled away above it.
    pub from: f32,
    /// So high it is.
    pub height: f32,
}

impl Sight {
    /// Of what has just been drawn.
    #[must_use]
    pub fn of<R>(shown: &ScrollAreaOutput<R>) -> Self {
        Self { from: shown.state.unclamped_offset().y, height: shown.inner_rect.height() }
    }

    /// How far to scroll so that what lies between two heights is in sight, and a little around it; `None` where it is.
    #[must_use]
    pub fn scroll_to(self, (top, bottom): (f32, f32)) -> Option<f32> {
        let around = ((self.height - (bottom - top)) / 2.0).clamp(0.0, bottom - top);
        let last = top - around;
        let first = (bottom + around - self.height).min(last);
        let wanted = self.from.min(last).max(first).max(0.0);
        ((wanted - self.from).abs() > 0.01).then_some(wanted)
    }

    /// How many rows of this height a page has.
    #[must_use]
    pub fn page(self, row: f32) -> usize {
        ((self.height / row) as usize).saturating_sub(1).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_end_at_both_ends() {
        assert_eq!(Go::Up.target(Some(0), 5, 3), 0);
        assert_eq!(Go::Down.target(Some(4), 5, 3), 4);
        assert_eq!(Go::PageDown.target(Some(0), 5, 3), 3);
        assert_eq!(Go::PageUp.target(Some(4), 5, 3), 1);
        assert_eq!(Go::End.target(Some(0), 5, 3), 4);
        assert_eq!(Go::Home.target(None, 5, 3), 0);
        assert_eq!((Go::Down.target(None, 5, 3), Go::Up.target(None, 5, 3)), (0, 4));
        assert_eq!(Go::Down.target(None, 0, 3), 0);
    }

    #[test]
    fn what_is_out_of_sight_is_scrolled_to_with_a_row_around_it() {
        let sight = Sight { from: 100.0, height: 200.0 };
        assert_eq!(sight.scroll_to((150.0, 170.0)), None);
        assert_eq!(sight.scroll_to((290.0, 310.0)), Some(130.0));
        assert_eq!(sight.scroll_to((90.0, 110.0)), Some(70.0));
        assert_eq!(sight.scroll_to((0.0, 20.0)), Some(0.0));
        assert_eq!(Sight { from: 0.0, height: 200.0 }.scroll_to((0.0, 20.0)), None);
        assert_eq!((sight.page(20.0), sight.page(500.0)), (9, 1));
        assert_eq!(Sight { from: 0.0, height: 10.0 }.scroll_to((40.0, 60.0)), Some(40.0), "less room than a row");
    }
}
