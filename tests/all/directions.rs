//! Titles from right to left, and titles without an end, in every view.

use egui::Shape;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::action::Action;
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::app::view::VIEWS;
use plenary::model::{Language, Patch, RowId, SessionId};
use plenary::store::Template;

use super::desk::desk_with;

/// The built-in plan with this title for the opening ceremony, which is selected.
fn desk(title: &str, view: &str) -> Harness<'static, Desk> {
    let mut plan = Template::Wtdc25.plan();
    let id: SessionId = "S08".parse().unwrap();
    let mut session = plenary::model::Session::clone(plan.sessions().get(id).unwrap());
    for language in Language::ALL {
        session.title.set(language, title);
    }
    let mut patch = Patch::default();
    patch.put(&plan, session);
    plan.apply(&patch).unwrap();
    let mut harness = desk_with(plan, None, Settings { view: view.to_owned(), ..Settings::default() });
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, Action::Reveal(RowId::Session(id)));
    harness.run_steps(6);
    harness
}

/// How many glyphs were laid out for the last frame, and how many corners its meshes have.
fn glyphs_and_corners(harness: &Harness<'_, Desk>) -> (usize, usize) {
    fn count(shape: &Shape) -> (usize, usize) {
        match shape {
            Shape::Text(text) => (text.galley.rows.iter().map(|row| row.glyphs.len()).sum(), 0),
            Shape::Mesh(mesh) => (0, mesh.vertices.len()),
            Shape::Vec(shapes) => shapes.iter().map(count).fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1)),
            _ => (0, 0),
        }
    }
    let shapes = harness.output().shapes.iter().map(|clipped| count(&clipped.shape));
    shapes.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
}

#[test]
fn what_can_not_show_is_not_laid_out() {
    for view in VIEWS.iter().map(|entry| entry.kind.name) {
        let of = |letters: usize| glyphs_and_corners(&desk(&"كلمة ".repeat(letters / 5), view));
        let (glyphs, corners) = of(16_000);
        let (many_glyphs, many_corners) = of(1_000_000);
        assert_eq!(many_corners, corners, "{view:?}");
        // The inspector's field takes up to 20,000 letters.
        assert!(glyphs < 50_000 && many_glyphs < 60_000, "{view:?}: {glyphs}, {many_glyphs}");
    }
}

#[test]
fn a_label_is_spoken_as_it_is_written() {
    let title = "مناقشة (الجزء 1): هل نحن مستعدون؟";
    let harness = desk(title, "list");
    // In the head of the inspector; on screen its words stand from right to left.
    assert!(harness.query_all_by_role_and_label(egui::Role::Label, title).next().is_some());
}
