//! Which rows of a table are shown: those of which one thing becomes, and those with some words.

use egui::{Button, Id, Response, RichText, Role, Ui, UiBuilder, WidgetInfo, vec2};

use super::Sum;
use crate::app::context::ViewContext;
use crate::app::paint::text::tip;
use crate::app::style::{Type, icons, size};
use crate::app::widget::fields::TextField;
use crate::exchange::incoming::Pasted;
use crate::texts::{Value, folded};

/// How wide the field is in which one looks for something, in points.
const FIELD: f32 = 190.0;

/// What is shown, and which rows that are.
#[derive(Debug, Default)]
pub struct Sieve {
    /// The sum whose rows are shown, by the id of its words; all of them without one.
    only: Option<&'static str>,
    words: String,
    found: Option<(usize, Option<&'static str>, String)>,
    places: Vec<usize>,
}

impl Sieve {
    /// Looks again where something else is wanted, or where rows came out anew (`version`). `is` says whether a row counts
    /// for a sum.
    pub fn follow<F>(&mut self, pasted: &Pasted<F>, version: usize, is: impl Fn(usize, &'static str) -> bool) {
        let now = (version, self.only, self.words.trim().to_owned());
        if self.found.as_ref() == Some(&now) {
            return;
        }
        let wanted = folded(&now.2);
        let has = |place: &usize| {
            let cells = &pasted.grid.rows[pasted.first + place].cells;
            wanted.is_empty() || cells.iter().any(|cell| folded(cell).contains(&wanted))
        };
        let rows = pasted.grid.rows.len().saturating_sub(pasted.first);
        let of_sum = |place: &usize| self.only.is_none_or(|only| is(*place, only));
        self.places = (0..rows).filter(|place| of_sum(place) && has(place)).collect();
        self.found = Some(now);
    }

    /// The places of the rows that are shown, below the headings.
    #[must_use]
    pub fn places(&self) -> &[usize] {
        &self.places
    }

    /// The sums of rows to choose from, and a field to look for some.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (sums, rows): (&[Sum], usize)) {
        let Self { only, words, .. } = self;
        choices_ui(ui, cx, words, |ui| {
            let all = cx.texts.text_with("import-show-all", &[("count", Value::from(rows))]);
            if choice_ui(ui, only.is_none(), (icons::LIST, cx.theme.text_2), &all).clicked() {
                *only = None;
            }
            for sum in sums.iter().filter(|sum| sum.are_rows) {
                let is_chosen = *only == Some(sum.id);
                if sum.count == 0 && !is_chosen {
                    continue;
                }
                let words = cx.texts.text_with(sum.id, &[("count", Value::from(sum.count))]);
                let response = choice_ui(ui, is_chosen, (sum.sign, sum.color), &words);
                if response.clicked() {
                    *only = Some(sum.id);
                }
                if !sum.tip.is_empty() {
                    tip(response, &sum.tip);
                }
            }
        });
    }
}

/// A line of choices, and at its right a field in which one looks for something.
pub fn choices_ui(ui: &mut Ui, cx: &ViewContext<'_>, words: &mut String, choices: impl FnOnce(&mut Ui)) {
    let line = ui.max_rect().with_min_y(ui.cursor().top());
    let (left, right) = line.split_left_right_at_x(line.right() - FIELD);
    ui.scope_builder(UiBuilder::new().id_salt("import-choices").max_rect(left), |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
            choices(ui);
        })
    });
    let name = cx.text("import-filter");
    let field = TextField { name, hint: name, width: Some(FIELD), ..TextField::default() };
    let mut place = ui.new_child(UiBuilder::new().id_salt("import-filter").max_rect(right));
    field.show(&mut place, cx, (Id::unique("import-filter"), false), words);
}

/// One of such choices.
pub fn choice_ui(ui: &mut Ui, is_chosen: bool, (sign, color): (&'static str, egui::Color32), words: &str) -> Response {
    let sign = RichText::new(sign).size(size::SMALL_ICON).color(color);
    let text = RichText::new(words).font(Type::Body.font());
    let response = ui.add(Button::selectable(is_chosen, (sign, text)).gap(5.0).min_size(vec2(0.0, size::ROW)));
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, words));
    response
}
