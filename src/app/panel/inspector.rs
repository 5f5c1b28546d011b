//! The inspector on the right: what is selected, or the plan in facts while nothing is.
//!
//! Text first: each property that is set is a quiet row, edited where it stands; the rest is added by buttons at the end.
//!
//! Text is kept as a draft while it is typed and goes out as one command when the field is left, so one edit is one step
//! back. A draft belongs to its row and not to the screen: it is written there even if something else is selected before
//! the field is left. Nothing here changes the plan.

mod absences;
mod agenda;
mod choices;
mod comments;
mod days;
mod delegates;
mod drafts;
mod event;
mod facts;
mod fields;
mod form;
mod head;
mod held;
mod inspected;
mod items;
mod kinds;
mod languages;
mod listed;
mod own_fields;
mod papers;
mod placement;
mod places;
mod plan;
mod posts;
mod ranks;
mod requests;
mod rows;
mod session;
mod several;
mod signs;
mod sources;
mod spread;
mod statement;
mod steps;
mod teams;
mod topics;
mod written;

use std::collections::HashSet;

use egui::{Frame, Margin, RichText, ScrollArea, Ui, vec2};

use crate::check::Finding;
use crate::edit::Command;
use crate::edit::holding::HeldTime;
use crate::model::{Placement, RowId, SessionId};
use crate::texts::Value as Word;

use crate::app::context::ViewContext;
use crate::app::gesture::WhatIf;
use crate::app::selection::Selection;
use crate::app::style::Type;
use crate::app::widget::property::{MARGIN, head_ui, link_ui};
use crate::app::widget::ranks::rank_row;
use crate::workbench::Generation;
use facts::Facts;
use form::{Form, Memory, Pass};
use head::{Head, Heading};
use inspected::{Inspected, Several};
use listed::Listed;

/// What the inspector remembers between frames.
#[derive(Debug, Default)]
pub struct Inspector {
    memory: Memory,
    /// The selected sessions, gathered once.
    several: Option<(Generation, Selection, Several)>,
    facts: Facts,
    listed: Listed,
    /// The findings of what is selected, gathered once.
    findings: Option<(Generation, Selection, Vec<Finding>)>,
    /// Whether all findings show, not only the first.
    all_findings: bool,
    /// What was selected in the last frame.
    selection: Selection,
    /// Whether what is selected next was made just now.
    begins: bool,
}

/// So many findings show until somebody asks for the rest.
const MOST_FINDINGS: usize = 3;
/// Of so many selected sessions findings are gathered, and so many findings of the plan are looked at for those of a row.
const MOST_GATHERED: usize = 100;
const MOST_LOOKED_AT: usize = 4_000;

impl Inspector {
    /// Draws it. `dragged` is what letting go of what is dragged would do.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, dragged: Option<&WhatIf>) {
        self.memory.drafts.begin_pass();
        self.listed.ways.follow(ui.ctx(), cx);
        if self.selection != *cx.selection {
            self.selection = cx.selection.clone();
            self.all_findings = false;
            self.memory.opened.clear();
            self.memory.is_begun = std::mem::take(&mut self.begins);
            let only = cx.selection.sessions.first().filter(|_| cx.selection.sessions.len() == 1);
            self.memory.adds = self.memory.adds.take().filter(|(id, _)| only == Some(id));
        }
        let plan = cx.plan;
        match cx.selection.focus {
            _ if cx.selection.sessions.len() > 1 => {
                let now = cx.workbench.generation();
                let known = self.several.take().filter(|(known, of, _)| *known == now && of == cx.selection);
                let gather = || (now, cx.selection.clone(), Several::of(plan, cx.selection.sessions.iter().copied()));
                let known = known.unwrap_or_else(gather);
                self.show(ui, cx, (&known.2, several::head(cx, &known.2)), (several::ui, dragged));
                self.several = Some(known);
            }
            Some(RowId::Session(id)) => {
                self.row(ui, cx, plan.sessions().get(id), session::head, (session::ui, dragged));
            }
            Some(RowId::Field(id)) => self.row(ui, cx, plan.fields().get(id), fields::head, (fields::ui, None)),
            Some(RowId::Rank(id)) => {
                let row = rank_row(plan, id).map(std::sync::Arc::new);
                self.row(ui, cx, row.as_ref(), ranks::head, (ranks::ui, None));
            }
            Some(RowId::Kind(id)) => self.row(ui, cx, plan.kinds().get(id), kinds::kind_head, (kinds::kind_ui, None)),
            Some(RowId::Event(id)) => self.row(ui, cx, plan.events().get(id), event::head, (event::ui, None)),
            Some(RowId::Room(id)) => self.row(ui, cx, plan.rooms().get(id), places::room_head, (places::room_ui, None)),
            Some(RowId::Body(id)) => {
                self.row(ui, cx, plan.bodies().get(id), places::body_head, (places::body_ui, None));
            }
            Some(RowId::Person(id)) => {
                self.row(ui, cx, plan.people().get(id), places::person_head, (places::person_ui, None));
            }
            Some(RowId::Topic(id)) => {
                self.row(ui, cx, plan.topics().get(id), topics::head, (topics::ui, None));
            }
            Some(RowId::Document(id)) => {
                self.row(ui, cx, plan.documents().get(id), papers::document_head, (papers::document_ui, None));
            }
            Some(RowId::Statement(id)) => {
                self.row(ui, cx, plan.statements().get(id), statement::head, (statement::ui, None));
            }
            Some(RowId::Note(id)) => self.row(ui, cx, plan.notes().get(id), papers::note_head, (papers::note_ui, None)),
            Some(RowId::Item(id)) => self.row(ui, cx, plan.items().get(id), items::head, (items::ui, None)),
            Some(RowId::Post(id)) => self.row(ui, cx, plan.posts().get(id), posts::head, (posts::ui, None)),
            Some(RowId::Delegate(id)) => {
                self.row(ui, cx, plan.delegates().get(id), delegates::head, (delegates::ui, None))
            }
            Some(RowId::Team(id)) => self.row(ui, cx, plan.teams().get(id), teams::head, (teams::ui, None)),
            Some(RowId::RoomRequest(id)) => {
                self.row(ui, cx, plan.requests().get(id), requests::head, (requests::ui, None));
            }
            Some(RowId::Rule(_) | RowId::Waiver(_) | RowId::Release(_) | RowId::Record(_) | RowId::Comment(_)) => {}
            None => self.plan_ui(ui, cx),
        }
        self.memory.drafts.end_pass(cx, ui.ctx());
        self.memory.wants_focus = std::mem::take(&mut self.memory.wants_focus_next);
    }

    /// Lets the title take the keyboard at the next frame.
    pub fn take_focus(&mut self) {
        self.memory.wants_focus = true;
    }

    /// Lets the title of a session that was made just now take the keyboard, once it is selected.
    pub fn begin(&mut self) {
        self.begins = true;
        self.take_focus();
    }

    /// Asks who is added to a session in a role, once it is selected.
    pub fn add_person(&mut self, id: SessionId, role: crate::model::Role) {
        self.memory.adds = Some((id, role));
        self.memory.opens_people = true;
    }

    /// Lets a comment be written on a session, as soon as it is selected.
    pub fn ask_comment(&mut self, id: SessionId) {
        self.memory.written.ask(id);
    }

    /// Asks for one of the real times of a session, as soon as it is selected.
    pub fn ask_held(&mut self, id: SessionId, which: HeldTime) {
        self.memory.asks_held = Some((id, which));
    }

    /// Whether the title was asked for and has not got the keyboard yet.
    #[must_use]
    pub fn awaits_focus(&self) -> bool {
        self.memory.wants_focus
    }

    /// Whether what is shown was made just now, and nothing is being typed about it.
    #[must_use]
    pub fn is_only_begun(&self) -> bool {
        self.memory.is_begun && self.memory.drafts.is_empty()
    }

    /// What is still being typed, as a command: to be carried out, and asked for again until there is none, before the
    /// plan is saved, closed or changed by a menu entry.
    pub fn finish(&mut self, cx: &ViewContext<'_>) -> Option<Command> {
        self.memory.drafts.finish(cx).or_else(|| self.memory.written.finish(cx))
    }

    fn plan_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        self.facts.follow(cx, cx.date);
        let header = cx.plan.header();
        framed(ui, "plan", |ui| {
            plan::facts_ui(ui, cx, (&mut self.facts, &mut self.listed), &mut self.all_findings);
            ui.add_space(8.0);
            plan::properties_ui(&mut Form::new(cx, &**header, &mut self.memory), ui);
        });
    }

    fn row<S: Inspected>(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        row: Option<&std::sync::Arc<S>>,
        head: fn(&ViewContext<'_>, &S) -> Head,
        form: FormOf<'_, S>,
    ) {
        if let Some(row) = row {
            self.show(ui, cx, (&**row, head(cx, row)), form);
        }
    }

    fn show<S: Inspected>(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        (subject, head): (&S, Head),
        (form_ui, dragged): FormOf<'_, S>,
    ) {
        framed(ui, "form", |ui| {
            let mut form = Form::new(cx, subject, &mut self.memory);
            let held = |what_if: &WhatIf| what_if.patch.is_ok() && !what_if.is_of_copies();
            let dragged = dragged.filter(|what_if| held(what_if));
            form.dragged = dragged.and_then(|what_if| placement_of(cx, &what_if.placements));
            if let Some(kind) = head::ui(ui, cx, (&head, Heading::of(cx))) {
                cx.perform(kind);
            }
            form_ui(&mut form, ui);
            match dragged.filter(|_| form.dragged.is_some()) {
                Some(what_if) => told_ui(ui, cx, (&mut self.listed, &what_if.outcome.concerning)),
                None => {
                    let known = self.findings.take();
                    let known = known
                        .filter(|(known, of, _)| *known == cx.workbench.generation() && of == cx.selection)
                        .unwrap_or_else(|| (cx.workbench.generation(), cx.selection.clone(), gathered(cx)));
                    findings_ui(ui, cx, (&mut self.listed, &known.2), &mut self.all_findings);
                    self.findings = Some(known);
                }
            }
            if cx.selection.sessions.len() > 1 {
                return;
            }
            form.pass = Pass::Sections;
            form_ui(&mut form, ui);
            head_ui(ui, cx.text("inspector-add-property"), |_| ());
            form.pass = Pass::Unset;
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
                form_ui(&mut form, ui);
            });
        });
    }
}

/// The form of a subject, and what is dragged where that can be the subject.
type FormOf<'a, S> = (fn(&mut Form<'_, S>, &mut Ui), Option<&'a WhatIf>);

/// A column that scrolls; what is too wide for it must not widen the panel.
fn framed(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().id_salt(name).auto_shrink(false).show(ui, |ui| {
        let side = MARGIN as i8;
        let margin = Margin { left: side, right: side, top: 12, bottom: 24 };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
            content(ui);
        });
    });
}

/// Where the one session that is selected would be.
fn placement_of(cx: &ViewContext<'_>, placements: &[(SessionId, Placement)]) -> Option<Placement> {
    let Some(RowId::Session(selected)) = cx.selection.focus else { return None };
    let one = cx.selection.sessions.len() <= 1;
    placements.iter().find(|(id, _)| one && *id == selected).map(|(_, at)| at.clone())
}

/// The open findings about what is selected, the worst first.
fn gathered(cx: &ViewContext<'_>) -> Vec<Finding> {
    let checker = cx.workbench.checker();
    let (mut found, mut known): (Vec<Finding>, HashSet<String>) = Default::default();
    let mut add = |finding: &Finding| {
        if known.insert(finding.facts()) {
            found.push(finding.clone());
        }
    };
    for &id in cx.selection.sessions.iter().take(MOST_GATHERED) {
        checker.of_session(id).into_iter().for_each(&mut add);
    }
    if let Some(row) = cx.selection.focus.filter(|row| !matches!(row, RowId::Session(_))) {
        let all = checker.findings().take(MOST_LOOKED_AT);
        all.filter(|finding| finding.is_open() && finding.rows().any(|named| named == row)).for_each(&mut add);
    }
    found.sort_by_key(|finding| (std::cmp::Reverse(finding.severity), listed::start_of(cx, finding)));
    found
}

/// How many there are, at the right of a head.
fn count_ui(ui: &mut Ui, cx: &ViewContext<'_>, count: usize) {
    ui.label(RichText::new(count.to_string()).font(Type::Meta.font()).color(cx.theme.text_3));
}

/// The findings of what is selected.
fn findings_ui(ui: &mut Ui, cx: &ViewContext<'_>, (listed, found): (&mut Listed, &[Finding]), all: &mut bool) {
    if found.is_empty() {
        return;
    }
    head_ui(ui, cx.text("findings-title"), |ui| count_ui(ui, cx, found.len()));
    let shown = if *all { found.len() } else { MOST_FINDINGS };
    // The day of the one session that is selected stands above.
    let one = cx.selection.focus.filter(|_| cx.selection.sessions.len() <= 1);
    let day = one.and_then(|row| match row {
        RowId::Session(id) => cx.plan.sessions().get(id)?.span().map(|span| span.start.date()),
        _ => None,
    });
    for finding in found.iter().take(shown) {
        listed.ui(ui, cx, (finding, day));
    }
    if found.len() > shown {
        let text = cx.texts.text_with("inspector-show-more", &[("count", Word::from(found.len() - shown))]);
        if link_ui(ui, cx, &text, 200.0).clicked() {
            *all = true;
        }
    }
}

/// The findings that a drop would leave or cause.
fn told_ui(ui: &mut Ui, cx: &ViewContext<'_>, (listed, found): (&mut Listed, &[Finding])) {
    head_ui(ui, cx.text("findings-title"), |ui| count_ui(ui, cx, found.len()));
    for finding in found.iter().take(2 * MOST_FINDINGS) {
        listed.told_ui(ui, cx, finding);
    }
}
