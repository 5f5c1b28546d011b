//! Accepting a finding: the small form that asks why.

use egui::{Button, Key, Popup, Response, RichText, TextEdit, Ui, vec2};

use crate::check::Finding;
use crate::edit::Command;
use crate::model::{RuleId, Waiver};

use crate::app::context::ViewContext;
use crate::app::widget::fields::{caption, popup_under};

/// The reason that is being typed, and of which finding.
#[derive(Debug, Default)]
pub struct Waiving {
    finding: Option<Finding>,
    reason: String,
    wants_focus: bool,
}

impl Waiving {
    /// The form below a button that was clicked; returns the reason once it is given.
    pub fn ui(&mut self, button: &Response, cx: &ViewContext<'_>, finding: &Finding) -> Option<String> {
        if button.clicked() {
            if !self.finding.as_ref().is_some_and(|known| known.says_the_same(finding)) {
                *self = Self { finding: Some(finding.clone()), ..Self::default() };
            }
            self.wants_focus = true;
        }
        let given = popup_under(button).width(340.0).show(|ui| self.form_ui(ui, cx)).and_then(|shown| shown.inner);
        if given.is_some() {
            *self = Self::default();
        }
        given
    }

    fn form_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) -> Option<String> {
        ui.set_width(340.0);
        caption(ui, cx, cx.text("findings-waive-reason"));
        let field = TextEdit::singleline(&mut self.reason).hint_text(cx.text("findings-waive-reason-hint"));
        let response = ui.add(field.desired_width(f32::INFINITY)).accessible_name(cx.text("findings-waive-reason"));
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let blank = self.reason.trim().is_empty();
        if std::mem::take(&mut self.wants_focus) || entered && blank {
            response.request_focus();
        }
        ui.add_space(4.0);
        let mut given = entered && !blank;
        ui.horizontal(|ui| {
            let text = RichText::new(cx.text("findings-waive-do")).color(cx.theme.on_accent);
            let button = Button::new(text).fill(cx.theme.accent).min_size(vec2(80.0, 26.0));
            given |= ui.add_enabled(!blank, button).clicked();
            if ui.button(cx.text("findings-cancel")).clicked() {
                self.reason.clear();
                ui.close();
            }
        });
        if given {
            Popup::close_all(ui.ctx());
        }
        given.then(|| self.reason.trim().to_owned())
    }
}

/// Accepts a finding, for this reason.
#[must_use]
pub fn waiver(cx: &ViewContext<'_>, finding: &Finding, reason: String) -> Option<Command> {
    let waiver = Waiver {
        id: cx.plan.waivers().free_id("waiver-"),
        rule: RuleId::new(finding.rule).ok()?,
        sessions: finding.sessions.clone(),
        facts: cx.workbench.checker().accepted(finding),
        reason,
    };
    Some(Command::Put(waiver.into()))
}
