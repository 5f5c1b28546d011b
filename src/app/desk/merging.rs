//! What somebody else did to the plan in its file is taken into the open plan, and what both changed is decided one by one.

use egui::Context;

use crate::app::action::Message;
use crate::app::system::tasks::Task;
use crate::edit::Command;
use crate::merge::{Clash, Conflict, Decision, conflicts, decide, is_possible, merge};
use crate::model::Plan;
use crate::store::{self, FileMark};
use crate::texts::differences::{Side, Told};
use crate::texts::{Texts, Value, errors, tid};
use crate::workbench::Generation;

use super::Desk;
use super::banner::Banner;

/// The first of what is to be decided.
#[derive(Clone, Debug)]
pub(super) struct Undecided {
    conflict: Conflict,
    pub banner: Banner,
}

impl Desk {
    /// Begins to read the file, to take what was done there into the open plan.
    pub(super) fn merge_file(&mut self, ctx: &Context) {
        self.finish_typing_and_tell();
        if let Some(path) = self.opened.path.clone() {
            self.pending.merging = Some(Task::start(ctx, "merge plan", move |_| store::open_marked(&path)));
            self.receive_merge();
        }
    }

    /// Takes it in as soon as it has been read.
    pub(super) fn receive_merge(&mut self) {
        let Some(read) = self.pending.merging.as_ref().and_then(Task::poll) else { return };
        self.pending.merging = None;
        match read {
            Ok(Ok((theirs, mark))) => self.take_theirs(theirs, mark),
            Ok(Err(error)) => {
                let text = errors::read_error(&self.screen.texts, &error);
                self.notices.tell(Message { text, is_error: true });
            }
            Err(_) => self.refuse("work-ended"),
        }
    }

    fn take_theirs(&mut self, theirs: Plan, mark: FileMark) {
        let Some(base) = self.opened.base.clone() else { return };
        if theirs.header().identity != self.plan().header().identity {
            self.refuse("merge-other-plan");
            return;
        }
        let merged = merge(&base, self.plan(), &theirs);
        let is_theirs = merged.plan == theirs;
        let open = conflicts(&merged.plan).len();
        let count = merged.patch.rows().count();
        if !merged.patch.is_empty() && self.perform(&Command::Merge(Box::new(merged.patch))).is_none() {
            return;
        }
        self.opened.mark = Some(mark);
        self.opened.base = Some(theirs);
        self.opened.shared.forget_change();
        if is_theirs {
            let point = self.document().save_point();
            self.opened.chosen.workbench.mark_saved(point);
        }
        let text = match open {
            0 => self.screen.texts.text_with("merged", &[("count", count.into())]),
            open => self.screen.texts.text_with("merged-open", &[("count", open.into())]),
        };
        self.notices.tell(Message { text, is_error: false });
    }

    /// Looks for what is to be decided in the plan as it is.
    pub(super) fn follow_undecided(&mut self) {
        let now = self.opened.chosen.workbench.generation();
        if self.opened.undecided.as_ref().is_none_or(|(known, _)| *known != now) {
            let first = first_undecided(&self.screen.texts, self.plan());
            self.opened.undecided = Some((now, first));
        }
    }

    /// Decides the first of what is to be decided.
    pub(super) fn decide(&mut self, decision: Decision) {
        let Some((now, Some(first))) = self.opened.undecided.clone() else { return };
        if now != self.opened.chosen.workbench.generation() {
            return;
        }
        if let Some(patch) = decide(self.plan(), &first.conflict, decision) {
            self.perform(&Command::Merge(Box::new(patch)));
        }
    }
}

/// What was looked for, and in which state of the plan.
pub(super) type Looked = Option<(Generation, Option<Undecided>)>;

fn first_undecided(texts: &Texts, plan: &Plan) -> Option<Undecided> {
    if plan.undecided().is_empty() {
        return None;
    }
    let all = conflicts(plan);
    let conflict = all.first()?.clone();
    let told = Told::new(texts, plan, plan);
    let row = told.subject(conflict.subject);
    let (count, row) = (Value::from(all.len()), Value::from(&row));
    let text = match &conflict.clash {
        Clash::Field { spot, ours, theirs, .. } => {
            let said = |value| told.shown(value, Side::After);
            let (field, mine, theirs) = (told.field(spot), said(ours), said(theirs));
            let [field, mine, theirs] = [&field, &mine, &theirs].map(Value::from);
            texts.text_with(
                "undecided-field",
                &[("count", count), ("row", row), ("field", field), ("mine", mine), ("theirs", theirs)],
            )
        }
        Clash::RemovedThere => texts.text_with("undecided-removed-there", &[("count", count), ("row", row)]),
        Clash::RemovedHere => texts.text_with("undecided-removed-here", &[("count", count), ("row", row)]),
        Clash::New => texts.text_with("undecided-new", &[("count", count), ("row", row)]),
    };
    let words = |decision| match decision {
        Decision::Mine => tid("decide-mine"),
        Decision::Theirs => tid("decide-theirs"),
        Decision::Both => tid("decide-both"),
    };
    let possible = Decision::ALL.into_iter().filter(|&decision| is_possible(plan, &conflict, decision));
    let choices = possible.map(|decision| (words(decision), decision)).collect();
    Some(Undecided { conflict, banner: Banner::Undecided { text, choices } })
}
