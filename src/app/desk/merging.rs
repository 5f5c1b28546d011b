//! What somebody else did to the plan in its file is taken into the open plan, and what both changed is decided one by one.

use std::path::PathBuf;

use egui::Context;

use crate::app::action::Message;
use crate::app::system::tasks::Task;
use crate::edit::Command;
use crate::merge::{
    Clash, Conflict, Decision, Merged, are_related, conflicts, decide, is_possible, merge, merge_apart,
};
use crate::model::Plan;
use crate::store::{self, FileMark, ReadError};
use crate::texts::differences::{Side, Told};
use crate::texts::{Texts, Value, errors, tid};
use crate::workbench::Generation;

use super::Desk;
use super::banner::Banner;
use super::copies::CopyState;

/// The first of what is to be decided.
#[derive(Clone, Debug)]
pub(super) struct Undecided {
    conflict: Conflict,
    pub banner: Banner,
}

/// What is taken in.
#[derive(Clone, Debug)]
pub(super) enum Source {
    /// What the file of the plan holds now.
    File(PathBuf),
    /// A copy of the plan beside it.
    Copy(PathBuf),
}

/// What is being read and merged.
pub(super) struct Merging {
    source: Source,
    /// The state of the plan that it is merged into.
    from: Generation,
    task: Task<Result<Brought, Refused>>,
}

/// What was read, and what comes of it.
struct Brought {
    theirs: Plan,
    mark: Option<FileMark>,
    merged: Merged,
    open: usize,
}

enum Refused {
    Unreadable(ReadError),
    OtherPlan,
}

/// What a merge stands on besides what is read.
struct Here {
    ours: Plan,
    base: Option<Plan>,
    /// The state that was opened or begun.
    begun: Plan,
    file: Option<PathBuf>,
    folder: Option<PathBuf>,
}

impl Here {
    fn take(self, source: Source) -> Result<Brought, Refused> {
        let (theirs, mark, merged) = match source {
            Source::File(path) => {
                let (theirs, mark) = store::open_marked(&path).map_err(Refused::Unreadable)?;
                let is_other = theirs.header().identity != self.ours.header().identity;
                if is_other || !are_related(&self.ours, &theirs) {
                    return Err(Refused::OtherPlan);
                }
                let merged = merged(self.base.as_ref(), &self.ours, &theirs);
                (theirs, Some(mark), merged)
            }
            Source::Copy(path) => {
                let identity = self.ours.header().identity.ok_or(Refused::OtherPlan)?;
                let theirs = store::read_copy(&path, identity).map_err(Refused::Unreadable)?;
                let theirs = theirs.ok_or(Refused::OtherPlan)?;
                let known = self.base.into_iter().chain([self.begun]).collect();
                let file = self.file.unwrap_or_default();
                let base = store::common_state((&path, &theirs), &file, self.folder.as_deref(), known);
                let merged = merged(base.as_ref(), &self.ours, &theirs);
                (theirs, None, merged)
            }
        };
        let open = conflicts(&merged.plan).len();
        Ok(Brought { theirs, mark, merged, open })
    }
}

fn merged(base: Option<&Plan>, ours: &Plan, theirs: &Plan) -> Merged {
    base.map_or_else(|| merge_apart(ours, theirs), |base| merge(base, ours, theirs))
}

impl Desk {
    /// Begins to read the file, to take what was done there into the open plan.
    pub(super) fn merge_file(&mut self, ctx: &Context) {
        if let Some(path) = self.opened.path.clone() {
            self.begin_merge(ctx, Source::File(path));
        }
    }

    /// Begins to read a file, to take what is there into the open plan.
    pub(super) fn begin_merge(&mut self, ctx: &Context, source: Source) {
        self.finish_typing_and_tell();
        let here = Here {
            ours: self.plan().clone(),
            base: self.opened.base.clone(),
            begun: self.opened.begun.clone(),
            file: self.opened.path.clone(),
            folder: self.backups_folder(),
        };
        let what = source.clone();
        let task = Task::start(ctx, "merge plan", move |_| here.take(what));
        self.pending.merging = Some(Merging { source, from: self.opened.chosen.workbench.generation(), task });
        self.receive_merge(ctx);
    }

    /// Takes it in as soon as it has been merged.
    pub(super) fn receive_merge(&mut self, ctx: &Context) {
        let Some(result) = self.pending.merging.as_ref().and_then(|merging| merging.task.poll()) else { return };
        let Some(Merging { source, from, .. }) = self.pending.merging.take() else { return };
        match result {
            // Something was done here meanwhile.
            Ok(Ok(_)) if self.opened.chosen.workbench.generation() != from => self.begin_merge(ctx, source),
            Ok(Ok(brought)) => self.take_in(ctx, source, brought),
            Ok(Err(Refused::Unreadable(error))) => {
                let text = errors::read_error(&self.screen.texts, &error);
                self.notices.tell(Message { text, is_error: true });
            }
            Ok(Err(Refused::OtherPlan)) => self.refuse("merge-other-plan"),
            Err(_) => self.refuse("work-ended"),
        }
    }

    fn take_in(&mut self, ctx: &Context, source: Source, brought: Brought) {
        let Brought { theirs, mark, merged, open } = brought;
        let is_theirs = merged.plan == theirs;
        let count = merged.patch.rows().count();
        let is_new = !merged.patch.is_empty();
        if is_new && self.perform(&Command::Merge(Box::new(merged.patch))).is_none() {
            return;
        }
        match source {
            Source::File(path) => {
                self.opened.mark = mark;
                self.opened.base = Some(theirs);
                self.opened.shared.forget_change();
                if is_theirs {
                    let point = self.document().save_point();
                    self.opened.chosen.workbench.mark_saved(point);
                }
                // What both stand on from now on.
                if let Some(mark) = mark {
                    self.back_up(ctx, &path, mark);
                }
            }
            Source::Copy(path) => self.opened.shared.copies.note(&path, CopyState::Taken),
        }
        let text = match open {
            0 if !is_new => self.screen.texts.text("merged-nothing").to_owned(),
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
