//! Beside the table: what is noted of the chosen change, and sums of all of them.

use egui::{Checkbox, Frame, Id, Key, Margin, RichText, ScrollArea, Ui, WidgetInfo};

use crate::app::action::{Action, Message};
use crate::app::context::ViewContext;
use crate::app::paint::text::{elided_ui, label_ui};
use crate::app::phrases;
use crate::app::style::{Type, icons, size};
use crate::app::system::journals::local;
use crate::app::widget::fields::{Lines as Wrapping, TextField, caption, medium, note};
use crate::app::widget::signs::sign_ui;
use crate::check::Finding;
use crate::edit::releases::record;
use crate::edit::{Command, Refusal, Taken, taken_back};
use crate::merge::{Comparison, Subject};
use crate::model::zone::{self, Tz};
use crate::model::{ChangeRecord, ChangedPart, Party, Plan, Session, SessionId};
use crate::texts::{Value, dates, findings, tid};
use crate::workbench::Generation;

use super::lines::{Line, Lines, Sort, session_of};
use super::table::{party_name, party_sign, sign};
use super::words::words;

/// What is written about a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Field {
    RequestedBy,
    DecidedBy,
    Reason,
}

impl Field {
    const ALL: [Self; 3] = [Self::RequestedBy, Self::DecidedBy, Self::Reason];

    fn name(self) -> &'static str {
        match self {
            Self::RequestedBy => tid("changes-requested"),
            Self::DecidedBy => tid("changes-decided"),
            Self::Reason => tid("changes-reason"),
        }
    }

    fn of(self, record: &mut ChangeRecord) -> &mut String {
        match self {
            Self::RequestedBy => &mut record.requested_by,
            Self::DecidedBy => &mut record.decided_by,
            Self::Reason => &mut record.reason,
        }
    }
}

/// What is being typed, and what was found out.
#[derive(Debug, Default)]
pub struct Detail {
    draft: Option<(SessionId, ChangedPart, Field, String)>,
    wants_focus: bool,
    /// What taking the chosen change back would do to the findings, and what taking all back would that are ticked.
    chosen: Effect,
    ticked: Effect,
}

/// What taking changes back would do to the findings; worked out once for each state of the plan.
#[derive(Debug, Default)]
struct Effect {
    known: Option<(Generation, Vec<Taken>, Result<Outcomes, Refusal>)>,
}

/// How many findings would be caused and solved, and the worst of them in words.
#[derive(Debug)]
struct Outcomes {
    counts: [usize; 2],
    told: [Vec<String>; 2],
}

/// So many findings of either sort are told in words.
const TOLD: usize = 3;

impl Effect {
    fn of(&mut self, cx: &ViewContext<'_>, earlier: &Plan, taken: &[Taken]) -> &Result<Outcomes, Refusal> {
        let now = cx.workbench.generation();
        if self.known.as_ref().is_none_or(|(known, of, _)| *known != now || of != taken) {
            self.known = None;
        }
        let work_out = || {
            taken_back(cx.plan, earlier, taken).map(|patch| {
                let outcome = cx.workbench.what_if(&patch);
                let mut after = cx.plan.clone();
                let titles = cx.settings.title_language();
                let _ = after.apply(&patch);
                let told = |all: &[Finding], plan: &Plan| {
                    let sentence = |finding| findings::sentence(cx.texts, plan, titles, finding);
                    all.iter().take(TOLD).map(sentence).collect::<Vec<_>>()
                };
                Outcomes {
                    counts: [outcome.caused.len(), outcome.solved.len()],
                    told: [told(&outcome.caused, &after), told(&outcome.solved, cx.plan)],
                }
            })
        };
        &self.known.get_or_insert_with(|| (now, taken.to_vec(), work_out())).2
    }
}

/// What would come of it, in words.
fn effect_ui(ui: &mut Ui, cx: &ViewContext<'_>, effect: &Result<Outcomes, Refusal>) {
    match effect {
        Ok(Outcomes { counts: [caused, solved], told }) if caused + solved > 0 => {
            let values = [("caused", Value::from(*caused)), ("solved", Value::from(*solved))];
            note(ui, cx, &cx.texts.text_with("changes-effect", &values));
            let signs = [(icons::WARNING, cx.theme.warning), (icons::CHECK, cx.theme.ok)];
            for ((sign, color), sentence) in
                signs.into_iter().zip(told).flat_map(|(sign, all)| all.iter().map(move |one| (sign, one)))
            {
                ui.horizontal(|ui| {
                    sign_ui(ui, RichText::new(sign).size(size::SMALL_ICON).color(color));
                    label_ui(ui, RichText::new(sentence).font(Type::Small.font()).color(cx.theme.text_2));
                });
            }
        }
        Ok(_) => note(ui, cx, cx.text("changes-no-effect")),
        Err(refusal) => note(ui, cx, &phrases::refusal(cx, refusal)),
    }
}

impl Detail {
    /// Goes to the first field at the next frame.
    pub fn enter(&mut self) {
        self.wants_focus = true;
    }

    /// What is still being typed, as a command.
    pub fn finish(&mut self, cx: &ViewContext<'_>) -> Option<Command> {
        let (session, part, field, text) = self.draft.take()?;
        let mut record = record(cx.plan, session, part);
        if *field.of(&mut record) == text.trim() {
            return None;
        }
        *field.of(&mut record) = text.trim().to_owned();
        Some(Command::Put(record.into()))
    }

    /// Draws it.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        (found, earlier): (&Comparison, &Plan),
        (line, lines, ticked): (Option<&Line>, &Lines, &[Taken]),
    ) {
        let rect = ui.max_rect();
        ui.painter().rect_filled(rect, 0.0, cx.theme.ground);
        ui.painter().vline(rect.left() + 0.5, rect.y_range(), (1.0, cx.theme.line_strong));
        ScrollArea::vertical().id_salt("change").auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(Margin::symmetric(14, 12)).show(ui, |ui| {
                if let Some(line) = line {
                    self.change_ui(ui, cx, (found, earlier), line);
                    ui.add_space(10.0);
                    ui.separator();
                }
                if !ticked.is_empty() {
                    ui.add_space(6.0);
                    let text = cx.texts.text_with("changes-ticked", &[("count", Value::from(ticked.len()))]);
                    ui.label(medium(text));
                    effect_ui(ui, cx, self.ticked.of(cx, earlier, ticked));
                    ui.add_space(10.0);
                    ui.separator();
                }
                sums_ui(ui, cx, lines);
            });
        });
    }

    fn change_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (found, earlier): (&Comparison, &Plan), line: &Line) {
        let words = words(cx, found, earlier, line);
        ui.horizontal(|ui| {
            let (icon, color) = sign(cx, line.sort);
            sign_ui(ui, RichText::new(icon).size(size::SMALL_ICON).color(color));
            label_ui(ui, RichText::new(cx.text(line.sort.text_id())).font(Type::Small.font()).color(cx.theme.text_2));
        });
        label_ui(ui, RichText::new(&words.what).font(Type::Head.font()).color(cx.theme.text));
        let change = if words.was.is_empty() { words.is } else { format!("{} → {}", words.was, words.is) };
        label_ui(ui, RichText::new(change).font(Type::Body.font()).color(cx.theme.text_2));
        if let Some((id, change)) = session_of(found, line.row)
            && let Some(session) = change.after.as_deref()
        {
            self.record_ui(ui, cx, (id, line.part), session);
        }
        ui.add_space(6.0);
        self.back_ui(ui, cx, (found, earlier), line);
    }

    fn record_ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        (id, part): (SessionId, ChangedPart),
        session: &Session,
    ) {
        let mut known = record(cx.plan, id, part);
        for field in Field::ALL {
            caption(ui, cx, cx.text(field.name()));
            self.field_ui(ui, cx, (id, part, field), field.of(&mut known).clone());
        }
        ui.add_space(8.0);
        let concerned: Vec<Party> = Party::ALL.into_iter().filter(|party| party.is_concerned(session, part)).collect();
        if concerned.is_empty() {
            return;
        }
        let told = concerned.iter().filter(|&&party| known.told(party).is_some()).count();
        let values = [("told", Value::from(told)), ("all", Value::from(concerned.len()))];
        ui.label(medium(cx.texts.text_with("changes-told-of", &values)));
        for party in concerned {
            let at = known.told(party);
            ui.horizontal(|ui| {
                ui.set_min_height(size::ROW);
                let mut is_told = at.is_some();
                let name = cx.text(party_name(party));
                let response = ui.add(Checkbox::without_text(&mut is_told));
                response.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, at.is_some(), name));
                if response.changed() {
                    let mut record = known.clone();
                    record.tell(party, is_told.then_some(cx.hand().at));
                    cx.perform(Command::Put(record.into()));
                }
                let color = if at.is_some() { cx.theme.ok } else { cx.theme.warning };
                sign_ui(ui, RichText::new(party_sign(party)).size(size::SMALL_ICON).color(color));
                elided_ui(ui, RichText::new(name).font(Type::Body.font()).color(cx.theme.text));
                if let Some(at) = at {
                    let local = local(zone::instant(at, Tz::UTC));
                    let text = format!("{} {}", dates::day_tiny(cx.texts, local.date()), local.format("%H:%M"));
                    elided_ui(ui, RichText::new(text).font(Type::Small.font()).color(cx.theme.text_2));
                }
            });
        }
    }

    fn field_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, key: (SessionId, ChangedPart, Field), stored: String) {
        let (session, part, field) = key;
        let id = Id::unique(("change-field", key));
        let is_drafted = matches!(&self.draft, Some((a, b, c, _)) if (*a, *b, *c) == key);
        let mut text = match &self.draft {
            Some((.., draft)) if is_drafted => draft.clone(),
            _ => stored.clone(),
        };
        let lines = if field == Field::Reason { Wrapping::Wrapped } else { Wrapping::One };
        let look = TextField { name: cx.text(field.name()), lines, selects_all: true, ..TextField::default() };
        let response = look.show(ui, cx, (id, false), &mut text);
        if self.wants_focus && field == Field::RequestedBy {
            self.wants_focus = false;
            response.request_focus();
        }
        if response.has_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
            self.draft = None;
            response.surrender_focus();
        } else if response.changed() {
            self.draft = Some((session, part, field, text));
        }
        if response.lost_focus()
            && is_drafted
            && let Some(command) = self.finish(cx)
        {
            cx.perform(command);
        }
    }

    /// The button that takes the change back, and what that would do.
    fn back_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (found, earlier): (&Comparison, &Plan), line: &Line) {
        let Subject::Row(row) = found.rows[line.row].subject else { return };
        let taken = (row, line.part);
        let effect = self.chosen.of(cx, earlier, &[taken]);
        if ui.add_enabled(effect.is_ok(), egui::Button::new(cx.text("changes-take-back"))).clicked() {
            take_back(cx, &[taken]);
        }
        effect_ui(ui, cx, effect);
    }
}

/// Takes changes back as one step, whatever came after them.
pub fn take_back(cx: &ViewContext<'_>, taken: &[Taken]) {
    let Some(Ok(earlier)) = cx.compared.other() else { return };
    match taken_back(cx.plan, earlier, taken) {
        Ok(patch) => cx.perform(Command::BringBack(Box::new(patch))),
        Err(refusal) => {
            let text = phrases::refusal(cx, &refusal);
            cx.act(Action::Tell(Message { text, is_error: true }));
        }
    }
}

fn sums_ui(ui: &mut Ui, cx: &ViewContext<'_>, lines: &Lines) {
    ui.add_space(6.0);
    let count: usize = lines.counts.iter().sum();
    ui.label(medium(cx.texts.text_with("changes-count", &[("count", Value::from(count))])));
    ui.add_space(2.0);
    for (sort, count) in Sort::ALL.into_iter().zip(lines.counts).filter(|(_, count)| *count > 0) {
        sum_ui(ui, cx, cx.text(sort.text_id()), count);
    }
    if lines.to_tell > 0 {
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            sign_ui(ui, RichText::new(icons::MEGAPHONE).size(size::SMALL_ICON).color(cx.theme.warning));
            label_ui(
                ui,
                RichText::new(cx.texts.text_with("changes-to-tell-of", &[("count", Value::from(lines.to_tell))])),
            );
        });
    }
}

fn sum_ui(ui: &mut Ui, cx: &ViewContext<'_>, name: &str, count: usize) {
    ui.horizontal(|ui| {
        label_ui(ui, RichText::new(name).font(Type::Body.font()).color(cx.theme.text_2));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            label_ui(ui, RichText::new(count.to_string()).font(Type::Strong.font()).color(cx.theme.text));
        });
    });
}
