//! What of the top line fits, and in which order it gives way.

use egui::{FontId, Ui};

use crate::app::action::UiCommand;
use crate::app::context::ViewContext;
use crate::app::style::{Type, size};
use crate::app::view::{Entry, MOST_TABS, VIEWS, view_named};

use super::menus::Menu;

/// Between groups, in points.
pub const GAP: f32 = 12.0;

/// How wide everything is in words, in points.
#[derive(Clone, Debug, PartialEq)]
pub struct Needs {
    /// The name of the plan.
    pub plan: f32,
    /// All menus.
    pub menus: f32,
    /// Each view that has a tab where there is room for it.
    pub tabs: Vec<f32>,
    /// What opens all others, with the name of the one in sight.
    pub more: f32,
    /// The button that hands out.
    pub export: f32,
}

/// What is shown, and how wide it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// The name of the plan.
    pub plan: f32,
    /// Whether all menus are behind one sign.
    pub menus_folded: bool,
    /// All menus.
    pub menus: f32,
    /// How many views have a tab; the others are behind *More*.
    pub tabs: usize,
    /// All tabs with their ground.
    pub tabs_width: f32,
    /// The field for searching.
    pub search: f32,
    /// Whether the button that hands out is only a sign.
    pub export_short: bool,
}

impl Needs {
    /// What there is in the language of the screen.
    pub fn of(ui: &Ui, cx: &ViewContext<'_>, plan: &str) -> Self {
        let width =
            |text: &str, font: FontId| ui.painter().layout_no_wrap(text.to_owned(), font, cx.theme.text).size().x;
        let strong = |text: &str| width(text, Type::Strong.font());
        let menus = Menu::ALL.iter().map(|menu| width(cx.text(menu.label()), Type::Body.font()) + 16.0);
        let tab = |entry: &'static Entry| strong(cx.text(UiCommand::View(&entry.kind).text_ids().0)) + 22.0 + 20.0;
        let open = VIEWS[MOST_TABS..].iter().find(|entry| entry.kind == *view_named(&cx.settings.view));
        Self {
            // With the mark of what is not saved behind it.
            plan: width(plan, Type::Head.font()) + 14.0,
            menus: menus.sum(),
            tabs: VIEWS[..MOST_TABS].iter().map(tab).collect(),
            more: open.map_or(strong(cx.text("view-more")) + 40.0, |entry| tab(entry) + 20.0),
            export: strong(cx.text("top-export")) + 22.0 + 20.0,
        }
    }

    /// In a room so wide. The name of the plan and the field for searching become shorter first, then words give way to
    /// signs, and at last more views go behind *More*.
    pub fn shape(&self, room: f32) -> Shape {
        let steps = [
            (196.0, 204.0, false, false),
            (160.0, 150.0, false, false),
            (140.0, size::ROW, false, false),
            (130.0, size::ROW, true, false),
            (110.0, size::ROW, true, true),
        ];
        let all: f32 = self.tabs.iter().sum::<f32>() + self.more + 4.0;
        let others = |&(plan, search, menus_folded, export_short): &(f32, f32, bool, bool)| {
            let menus = if menus_folded { size::ROW } else { self.menus };
            let export = if export_short { size::ROW } else { self.export };
            let undo = 2.0 * size::ROW + 4.0;
            plan + menus + undo + search + export + 5.0 * GAP
        };
        let fits = steps.iter().find(|step| others(step) + all <= room);
        let step = fits.unwrap_or(&steps[steps.len() - 1]);
        let (mut tabs, mut tabs_width) = (self.tabs.len(), all);
        while tabs > 0 && others(step) + tabs_width > room {
            tabs -= 1;
            tabs_width = self.tabs[..tabs].iter().sum::<f32>() + self.more + 4.0;
        }
        let &(plan, search, menus_folded, export_short) = step;
        // A longer name takes what is left over, and leaves the tabs a little of it.
        let left = room - others(step) - tabs_width - GAP;
        let plan = plan.max(self.plan.min(plan + left.max(0.0))).floor();
        let menus = if menus_folded { size::ROW } else { self.menus };
        Shape { plan, menus_folded, menus, tabs, tabs_width, search, export_short }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needs() -> Needs {
        Needs { plan: 60.0, menus: 210.0, tabs: vec![100.0, 70.0, 100.0, 70.0], more: 75.0, export: 90.0 }
    }

    #[test]
    fn what_matters_least_gives_way_first() {
        let shape = |room| needs().shape(room);
        assert_eq!((shape(1416.0).plan, shape(1416.0).search), (196.0, 204.0));
        assert_eq!((shape(1160.0).plan, shape(1160.0).search), (160.0, 150.0));
        let small = shape(836.0);
        assert!(small.menus_folded && !small.export_short && small.tabs == 4, "{small:?}");
        let smallest = shape(560.0);
        assert!(smallest.export_short && smallest.tabs < 4, "{smallest:?}");
    }

    #[test]
    fn a_long_name_takes_what_is_left() {
        let shape = |room| Needs { plan: 250.0, ..needs() }.shape(room);
        assert_eq!((shape(1500.0).plan, shape(1500.0).search), (250.0, 204.0));
        assert!((160.0..180.0).contains(&shape(1160.0).plan), "{:?}", shape(1160.0));
    }

    #[test]
    fn nothing_is_wider_than_the_room() {
        for (room, plan) in (540..1600).step_by(20).flat_map(|room| [(room, 60.0), (room, 300.0)]) {
            let shape = Needs { plan, ..needs() }.shape(room as f32);
            let menus = if shape.menus_folded { size::ROW } else { 210.0 };
            let export = if shape.export_short { size::ROW } else { 90.0 };
            let sum = shape.plan + menus + shape.tabs_width + shape.search + export + 60.0 + 5.0 * GAP;
            assert!(sum <= room as f32, "{room}: {sum} {shape:?}");
        }
    }
}
