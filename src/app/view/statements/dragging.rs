//! What is dragged in the table: where it would be, who is displaced, and who has to agree.

use egui::{Id, Ui};

use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::drag_card::{self, Aimed};
use crate::app::widget::statements::{due_clock, length, speaks_for};
use crate::edit::Command;
use crate::edit::agenda::Spot;
use crate::edit::statements::OnList;
use crate::model::speaking::{Line, ListStep, Part, SpeakingList};
use crate::model::{Statement, StatementId};
use crate::texts::{Value, dates, tid};

use super::rows::{self, Group, Row};

/// How wide the card is, in points.
const WIDTH: f32 = 400.0;

/// What is dragged.
#[derive(Debug)]
pub struct Dragged {
    /// Who.
    pub id: StatementId,
    /// Over which row of the table.
    pub target: Option<usize>,
    outcome: Aimed<usize, SpeakingList>,
}

impl Dragged {
    /// Somebody who is taken hold of.
    #[must_use]
    pub fn new(id: StatementId) -> Self {
        Self { id, target: None, outcome: Aimed::default() }
    }

    /// Takes aim at a row.
    pub fn aim(&mut self, list: &SpeakingList, rows: &[Row], row: Option<usize>) {
        let is_self =
            |at: &usize| rows.get(*at).and_then(|row| rows::statement(list, row)).is_some_and(|row| row.id == self.id);
        self.target = row.filter(|at| *at < rows.len() && !is_self(at));
    }

    /// The command that lets go of it; nothing where nothing comes of that.
    #[must_use]
    pub fn command(&self, list: &SpeakingList, rows: &[Row]) -> Option<Command> {
        let row = rows.get(self.target?)?;
        let has_place = list.place(self.id).is_some();
        let is_published = list.speaking.step() == ListStep::Published;
        Some(Command::List(match *row {
            Row::Line(..) => {
                let (part, line) = rows::line(list, row)?;
                let other = line.statement.id;
                if is_published && line.due.is_some() {
                    OnList::Swap([self.id, other], Default::default())
                } else {
                    OnList::Give(self.id, Spot { session: part.session, before: Some(other.into()) })
                }
            }
            Row::Held(place) => OnList::GiveHeld(self.id, list.parts.get(place)?.session),
            Row::Part(place, _) | Row::Free(place) => {
                OnList::Give(self.id, Spot::at_end(list.parts.get(place)?.session))
            }
            Row::Outside(Group::Waiting | Group::ByException, _) | Row::Group(..) if has_place => {
                OnList::TakeOff(self.id)
            }
            Row::Outside(..) | Row::Group(..) | Row::New => return None,
        }))
    }

    /// The card beside the pointer.
    pub fn card_ui(&mut self, ui: &Ui, cx: &ViewContext<'_>, (list, rows): (&SpeakingList, &[Row])) {
        let Some((target, command)) = self.target.zip(self.command(list, rows)) else { return };
        let told = self.outcome.told(cx, (target, &command), |plan| SpeakingList::of(plan, plan, list.event));
        drag_card::at_pointer(ui, (Id::unique("statements drag card"), WIDTH), |ui| match told {
            Err(refusal) => drag_card::refusal_ui(ui, cx, refusal),
            Ok(after) => told_ui(ui, cx, (list, after), (self.id, &command)),
        });
    }
}

fn found(list: &SpeakingList, id: StatementId) -> Option<(&Part, &Line)> {
    let (part, line) = list.place(id)?;
    Some((&list.parts[part], &list.parts[part].lines[line]))
}

fn clock(part: &Part, line: &Line) -> String {
    line.due.map(|due| due_clock(part, due.start_secs)).unwrap_or_default()
}

fn told_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (before, after): (&SpeakingList, &SpeakingList),
    (id, command): (StatementId, &Command),
) {
    let theme = cx.theme;
    let Some(statement) = cx.plan.statements().get(id) else { return };
    let who = speaks_for(cx, statement);
    let say = |name: &'static str, values: &[(&'static str, Value<'_>)]| cx.texts.text_with(name, values);
    let Some((part, line)) = found(after, id) else {
        let text = say(tid("statements-drag-off"), &[("who", Value::from(who))]);
        return drag_card::strong_ui(ui, cx, (icons::INBOX, theme.accent), &text);
    };
    let due = clock(part, line);
    match command {
        Command::List(OnList::Swap([_, other], _)) => swap_ui(ui, cx, (before, after), (statement, *other)),
        _ => {
            let values = [("who", Value::from(who)), ("number", Value::from(line.number)), ("due", Value::from(&due))];
            drag_card::strong_ui(ui, cx, (icons::MIC, theme.accent), &say(tid("statements-drag-place"), &values));
            if line.statement.held_place {
                drag_card::also_ui(ui, cx, (icons::LOCK, theme.text_2), cx.text("statements-drag-held"));
            }
            drag_card::also_ui(ui, cx, (icons::HAND, theme.text_2), cx.text("statements-drag-hand"));
        }
    }
    let day = part.span.start.date();
    if !statement.is_present(day) {
        let day = dates::day_short(cx.texts, day);
        let text = say(tid("statements-drag-away"), &[("who", Value::from(who)), ("day", Value::from(&day))]);
        drag_card::also_ui(ui, cx, (icons::WARNING, theme.warning), &text);
    }
    if part.over_secs() > 0 {
        let over = length(part.over_secs());
        let text = say(tid("statements-drag-over"), &[("over", Value::from(&over))]);
        drag_card::also_ui(ui, cx, (icons::CIRCLE_X, theme.error), &text);
    }
}

/// Who is displaced, and what both have agreed to.
fn swap_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (before, after): (&SpeakingList, &SpeakingList),
    (statement, other): (&Statement, StatementId),
) {
    let theme = cx.theme;
    let Some(other) = cx.plan.statements().get(other) else { return };
    let (who, name) = (speaks_for(cx, statement), speaks_for(cx, other));
    let say = |id: &'static str, values: &[(&'static str, Value<'_>)]| cx.texts.text_with(id, values);
    let number = |id| found(after, id).map_or_else(|| "–".to_owned(), |(_, line)| line.number.to_string());
    let (own, others) = (number(statement.id), number(other.id));
    let values = [
        ("who", Value::from(who)),
        ("number", Value::from(&own)),
        ("other", Value::from(name)),
        ("number-other", Value::from(&others)),
    ];
    drag_card::strong_ui(ui, cx, (icons::ARROW_LEFT_RIGHT, theme.accent), &say(tid("statements-drag-swap"), &values));
    match (found(before, other.id), found(after, other.id)) {
        (Some((part, was)), Some((now_part, now))) => {
            let (was, now) = (clock(part, was), clock(now_part, now));
            let values = [("other", Value::from(name)), ("due", Value::from(&now)), ("before", Value::from(&was))];
            drag_card::also_ui(
                ui,
                cx,
                (icons::ARROW_UP_DOWN, theme.text_2),
                &say(tid("statements-drag-displaced"), &values),
            );
        }
        _ => {
            let text = say(tid("statements-drag-waits"), &[("other", Value::from(name))]);
            drag_card::also_ui(ui, cx, (icons::INBOX, theme.warning), &text);
        }
    }
    let away = found(after, other.id).map(|(part, _)| part.span.start.date()).filter(|day| !other.is_present(*day));
    if let Some(day) = away {
        let day = dates::day_short(cx.texts, day);
        let text = say(tid("statements-drag-away"), &[("who", Value::from(name)), ("day", Value::from(&day))]);
        drag_card::also_ui(ui, cx, (icons::WARNING, theme.warning), &text);
    }
    drag_card::also_ui(ui, cx, (icons::LOCK, theme.text_2), cx.text("statements-drag-consents"));
    for (row, name) in [(statement, who), (&**other, name)] {
        if row.consent.is_empty() {
            let text = say(tid("statements-drag-no-consent"), &[("who", Value::from(name))]);
            drag_card::also_ui(ui, cx, (icons::WARNING, theme.warning), &text);
        } else {
            let values = [("who", Value::from(name)), ("consent", Value::from(&row.consent))];
            drag_card::also_ui(ui, cx, (icons::CHECK, theme.ok), &say(tid("statements-drag-consent"), &values));
        }
    }
}
