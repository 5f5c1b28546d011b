//! What is being typed and not yet in the plan.
//!
//! A draft knows the row it belongs to, so it ends up there whatever is selected meanwhile. Nothing here draws.

use egui::Id;

use crate::edit::Command;
use crate::model::Plan;
use crate::texts::tid;

use super::inspected::Inspected;
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::phrases;

/// The id of the text that says what a field takes: why a text was not accepted.
pub type Expected = &'static str;

/// Why a text was not accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It can not be read.
    Expected(Expected),
    /// What it says can not be done.
    Refused(String),
}

impl Wrong {
    /// In words.
    pub fn text(&self, cx: &ViewContext<'_>) -> String {
        match self {
            Self::Expected(id) => cx.text(id).to_owned(),
            Self::Refused(why) => why.clone(),
        }
    }
}

/// Makes the command out of the finished text; nothing when the row is as the text says already.
type Finish = Box<dyn Fn(&Plan, &str) -> Result<Option<Command>, Expected>>;

/// A text field that was changed and not left yet, or that was left with a text it does not take.
struct Draft {
    field: Id,
    text: String,
    /// What the plan had in its place.
    value: String,
    wrong: Option<Wrong>,
    finish: Finish,
    seen: u64,
}

/// All drafts: as a rule one, and those that hold something wrong.
#[derive(Default)]
pub struct Drafts {
    drafts: Vec<Draft>,
    pass: u64,
}

impl std::fmt::Debug for Drafts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.drafts.iter().map(|draft| &draft.text)).finish()
    }
}

impl Drafts {
    /// To be called before the fields are drawn.
    pub fn begin_pass(&mut self) {
        self.pass += 1;
    }

    /// To be called when all fields have been drawn: a draft whose field is not there any more is finished. One at a
    /// time, since the next may change the same row.
    pub fn end_pass(&mut self, cx: &ViewContext<'_>, ctx: &egui::Context) {
        let Some(at) = self.drafts.iter().position(|draft| draft.seen != self.pass) else { return };
        let draft = self.drafts.remove(at);
        match (draft.finish)(cx.plan, &draft.text) {
            Ok(Some(command)) => cx.perform(cx.with_followers(command)),
            Ok(None) => {}
            Err(expected) => {
                cx.act(Action::Tell(phrases::not_taken(cx, false, &draft.text, cx.text(expected))));
            }
        }
        ctx.request_repaint();
    }

    /// Finishes the next draft that can be, for whoever is about to save or close; to be asked again until there is
    /// none. What holds something wrong stays, and is told.
    pub fn finish(&mut self, cx: &ViewContext<'_>) -> Option<Command> {
        let mut command = None;
        self.drafts.retain_mut(|draft| {
            if command.is_some() {
                return true;
            }
            match (draft.finish)(cx.plan, &draft.text) {
                Ok(finished) => {
                    command = finished.map(|command| cx.with_followers(command));
                    false
                }
                Err(expected) => {
                    draft.wrong = Some(Wrong::Expected(expected));
                    cx.act(Action::Tell(phrases::not_taken(cx, true, &draft.text, cx.text(expected))));
                    true
                }
            }
        });
        command
    }

    /// What is typed into `field`, and why that was not accepted, if it was not. What was not accepted is forgotten when
    /// the plan has another `value` by now.
    pub fn get(&mut self, field: Id, value: &str) -> Option<(&str, Option<&Wrong>)> {
        self.drafts.retain(|draft| draft.field != field || draft.wrong.is_none() || draft.value == value);
        let draft = self.drafts.iter_mut().find(|draft| draft.field == field)?;
        draft.seen = self.pass;
        Some((&draft.text, draft.wrong.as_ref()))
    }

    /// Keeps what was typed into `field`.
    pub fn put<S: Inspected>(
        &mut self,
        (field, value): (Id, &str),
        text: String,
        key: S::Key,
        set: impl Fn(&mut S, &str) -> Result<(), Expected> + 'static,
    ) {
        self.remove(field);
        let finish: Finish = Box::new(move |plan, text| {
            let Some(before) = S::fetch(plan, &key) else {
                return Err(tid("inspector-expected-row"));
            };
            let mut after = before.clone();
            set(&mut after, text)?;
            Ok((after != before).then(|| after.command(&before)))
        });
        self.drafts.push(Draft { field, text, value: value.to_owned(), wrong: None, finish, seen: self.pass });
    }

    /// Says why what is in `field` was not accepted.
    pub fn refuse(&mut self, field: Id, wrong: Wrong) {
        if let Some(draft) = self.drafts.iter_mut().find(|draft| draft.field == field) {
            draft.wrong = Some(wrong);
        }
    }

    /// Whether nothing is being typed.
    pub fn is_empty(&self) -> bool {
        self.drafts.is_empty()
    }

    /// Forgets what is in `field`.
    pub fn remove(&mut self, field: Id) {
        self.drafts.retain(|draft| draft.field != field);
    }
}
