//! Findings in the inspector: sign, sentence, and below it what can be done: the first way out by its name, others, a
//! waiver. Ways out are looked for only for what shows, and by themselves only in plans of usual size.

use chrono::NaiveDate;
use egui::{Align2, RichText, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::check::Finding;
use crate::edit::Command;
use crate::model::CivilTime;
use crate::texts::{Value as Word, dates, findings};

use crate::app::context::ViewContext;
use crate::app::paint::text::{elided, label_ui, wrapped};
use crate::app::style::{Type, size};
use crate::app::widget::fields::popup_under;
use crate::app::widget::going::going;
use crate::app::widget::property::link_ui;
use crate::app::widget::waive::{Waiving, waiver};
use crate::app::widget::ways::{Known, Ways, Wish, causes_text, elsewhere, fix_text, preview};

/// What is remembered about findings between frames.
#[derive(Debug, Default)]
pub struct Listed {
    /// The ways out that are known.
    pub ways: Ways,
    waiving: Waiving,
}

/// In larger plans ways out are looked for when somebody asks.
const MOST_SESSIONS: usize = 2_000;
/// The longest sentence, in lines.
const MOST_LINES: usize = 6;

impl Listed {
    /// A finding. `day` is the day that is clear already; where it is another one, it is told behind the sentence.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (finding, day): (&Finding, Option<NaiveDate>)) {
        self.line_ui(ui, cx, (finding, day), true);
    }

    /// A finding of which nothing can be done yet, such as one that a drop would cause.
    pub fn told_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, finding: &Finding) {
        self.line_ui(ui, cx, (finding, None), false);
    }

    fn line_ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        (finding, day): (&Finding, Option<NaiveDate>),
        acts: bool,
    ) {
        let titles = cx.settings.title_language();
        let sentence = findings::sentence_on(cx.texts, cx.plan, (titles, day), finding);
        let when =
            start_of(cx, finding).map(CivilTime::date).filter(|&start| Some(start) != day && !tells_day(finding));
        // A date is not broken in two.
        let when = when.map(|date| dates::day_short(cx.texts, date).replace(' ', "\u{a0}"));
        ui.push_id((finding.facts(), finding.severity as usize), |ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
            let left = size::ICON + 8.0;
            let width = ui.available_width() - left;
            let shown = match &when {
                // No line begins with the dot.
                Some(when) => format!("{sentence}\u{a0}· {when}"),
                None => sentence.clone(),
            };
            let text = RichText::new(shown).font(Type::Small.font()).line_height(Some(Type::Small.line()));
            let galley = wrapped(ui, text, width, MOST_LINES);
            let height = (galley.size().y + 8.0).max(size::TARGET);
            let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &sentence));
            let theme = cx.theme;
            let (icon, color) = theme.severity_sign(finding.severity);
            let at = pos2(rect.left() + size::ICON / 2.0, rect.top() + 5.0 + 9.0);
            let font = egui::FontId::proportional(size::ICON);
            ui.painter().text(at, Align2::CENTER_CENTER, icon, font, color);
            let lit = response.hovered() || response.has_focus();
            let color = if lit { theme.accent } else { theme.text };
            ui.painter().galley(rect.min + vec2(left, 5.0), galley, color);
            let response = response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_ui(|ui| {
                ui.set_max_width(380.0);
                label_ui(ui, &*sentence);
                ui.weak(cx.texts.text(&findings::rule_ids(finding.rule)[0]));
            });
            if response.clicked() {
                for action in going(finding) {
                    cx.act(action);
                }
            }
            if acts {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    ui.add_space(left);
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        self.links_ui(ui, cx, finding);
                    });
                });
            }
            ui.add_space(2.0);
        });
    }

    /// What can be done about a finding: the way out on lines of its own, the rest below it.
    fn links_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, finding: &Finding) {
        let room = ui.available_width();
        if cx.plan.sessions().len() <= MOST_SESSIONS {
            self.ways.want(ui.ctx(), finding);
        }
        let first = match self.ways.of(finding) {
            Known::Nothing => cx.text("inspector-show-fixes").to_owned(),
            Known::Soon => cx.text("findings-fix-searching").to_owned(),
            Known::Fixes([]) => elsewhere(cx, finding).map(|(text, _)| text).unwrap_or_default(),
            Known::Fixes([first, ..]) => fix_text(cx, first),
        };
        let others = if let Known::Fixes(fixes) = self.ways.of(finding) { fixes.len().saturating_sub(1) } else { 0 };
        let width = |text: &str| elided(ui, RichText::new(text).font(Type::Bar.font()), f32::INFINITY).size().x;
        // What is short has the waiver beside it, somewhat nearer where that is needed.
        let left = room - width(&first) - width(cx.text("findings-waive"));
        if others == 0 && left >= 6.0 {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = left.min(12.0).floor();
                self.first_ui(ui, cx, (finding, &first), room);
                self.waive_ui(ui, cx, finding);
            });
            return;
        }
        self.first_ui(ui, cx, (finding, &first), room);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            if others > 0 {
                self.others_ui(ui, cx, (finding, others));
            }
            self.waive_ui(ui, cx, finding);
        });
    }

    /// The first way out, or what leads to one.
    fn first_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (finding, text): (&Finding, &str), room: f32) {
        match self.ways.of(finding) {
            Known::Nothing => {
                if link_ui(ui, cx, text, room).clicked() {
                    self.ways.want(ui.ctx(), finding);
                }
            }
            Known::Soon => {
                let text = RichText::new(text).font(Type::Small.font());
                ui.add(egui::Label::new(text.color(cx.theme.text_3)).truncate());
            }
            Known::Fixes([]) => {
                if let Some((text, actions)) = elsewhere(cx, finding)
                    && link_ui(ui, cx, &text, room).clicked()
                {
                    for action in actions {
                        cx.act(action);
                    }
                }
            }
            Known::Fixes([first, ..]) => {
                let response = link_ui(ui, cx, text, room);
                preview(&response, cx, first);
                if let Some(causes) = causes_text(cx, first) {
                    response.clone().on_hover_text(causes);
                }
                if response.clicked() {
                    cx.perform(Command::Take(Box::new(first.patch.clone())));
                }
            }
        }
    }

    fn waive_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, finding: &Finding) {
        let room = ui.available_width();
        let waive = link_ui(ui, cx, cx.text("findings-waive"), room).on_hover_text(cx.text("findings-waive-tip"));
        waive.widget_info(|| {
            let sentence = findings::sentence(cx.texts, cx.plan, cx.settings.title_language(), finding);
            let name = cx.texts.text_with("findings-waive-spoken", &[("finding", Word::from(&sentence))]);
            egui::WidgetInfo::labeled(egui::Role::Button, true, name)
        });
        if let Some(reason) = self.waiving.ui(&waive, cx, finding)
            && let Some(command) = waiver(cx, finding, reason)
        {
            cx.perform(command);
        }
    }

    /// The other ways out, in a list.
    fn others_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (finding, count): (&Finding, usize)) {
        let text = cx.texts.text_with("inspector-other-fixes", &[("count", Word::from(count))]);
        let link = link_ui(ui, cx, &text, ui.max_rect().width());
        let popup = popup_under(&link).width(320.0);
        let wish = popup.show(|ui| self.ways.menu_ui(ui, cx, finding)).and_then(|shown| shown.inner);
        if let Some(Wish::Take(patch)) = wish {
            cx.perform(Command::Take(patch));
        }
    }
}

/// Whether the sentence tells on which day it is.
fn tells_day(finding: &Finding) -> bool {
    use crate::check::Value;
    finding.values.iter().any(|(_, value)| matches!(value, Value::Day(_) | Value::Span(_) | Value::Time(_)))
}

/// When what a finding is about begins.
#[must_use]
pub fn start_of(cx: &ViewContext<'_>, finding: &Finding) -> Option<CivilTime> {
    if let Some(&first) = finding.sessions.first() {
        return cx.plan.sessions().get(first)?.span().map(|span| span.start);
    }
    finding.rows().find_map(|row| match row {
        crate::model::RowId::Event(id) => cx.plan.events().get(id).map(|event| event.dates.span().start),
        _ => None,
    })
}
