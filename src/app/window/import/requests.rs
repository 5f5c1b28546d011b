//! What a pasted table of requests to speak would make of the speaking list (§5), and what it asks.

use egui::Ui;

use crate::exchange::incoming::{
    Answer, Answers, Asked, Grid, Pasted, Question, RequestField, RequestNote, RequestOutcome, RequestRow, Requests,
};
use crate::model::Rank;
use crate::texts::{Value, tid};
use crate::workbench::Generation;

use super::sieve::Sieve;
use super::table::{self, AskedHere, Chosen, Mark, Shown, Told};
use super::{Ended, Sum, foot_ui, requests_taken, set_column, sums_ui, table_above};
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::style::icons;

/// The room for what becomes of a row.
const ROOM: f32 = 300.0;

/// A table of requests.
#[derive(Debug)]
pub struct RequestsTable {
    pasted: Pasted<RequestField>,
    answers: Answers,
    /// What it would make of the plan, and of which state of it.
    made: Option<(Generation, Requests)>,
    sieve: Sieve,
    /// How often it came out anew.
    version: usize,
}

impl RequestsTable {
    /// What `grid` holds.
    #[must_use]
    pub fn new(cx: &ViewContext<'_>, grid: Grid) -> Self {
        let pasted = Pasted::requests(cx.plan, grid, &cx.settings.request_columns);
        Self { pasted, answers: Answers::default(), made: None, sieve: Sieve::default(), version: 0 }
    }

    /// Draws it; `takes_keys` is whether the button that takes it gets the keyboard, `has_more` whether other files follow.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        (takes_keys, has_more): (&mut bool, bool),
    ) -> Option<Ended> {
        let Self { pasted, answers, made, sieve, version } = self;
        let generation = cx.workbench.generation();
        if made.as_ref().is_none_or(|(known, _)| *known != generation) {
            let now = Some(cx.now.unwrap_or_else(|| cx.hand().at));
            *made = Some((generation, Requests::new(pasted, cx.plan, answers, now)));
            *version += 1;
        }
        let (_, requests) = made.as_ref()?;
        let told = |index: usize| told(cx, pasted, answers, &requests.rows[index]);
        let name = |field: Option<RequestField>| cx.text(field.map_or(tid("paste-left-out"), label));
        sieve.follow(pasted, *version, |place, id| counts_for(&requests.rows[place], id));
        let places = sieve.places().to_vec();
        let offered = &RequestField::ALL;
        let shown = Shown { pasted, offered, name: &name, told: &told, room: ROOM, places: &places, ticked: None };
        let waits = requests.count(|outcome| *outcome == RequestOutcome::Waits);
        let (chosen, mut foot) = table_above(ui, cx, |ui| {
            sums(ui, cx, (requests, waits), sieve);
            table::ui(ui, cx, &shown)
        });
        // Whoever only presses Enter leaves no question behind.
        *takes_keys &= waits == 0;
        let new = requests.count(|outcome| *outcome == RequestOutcome::New);
        let changed = requests.count(|outcome| matches!(outcome, RequestOutcome::Changed(..)));
        let words = requests_taken(cx, (new, changed));
        let ended = foot_ui(&mut foot, cx, (&words, new + changed > 0), (takes_keys, has_more));
        if ended == Some(Ended::Taken)
            && let Some(command) = requests.command()
        {
            cx.act(Action::PerformAt(generation, command));
        }
        match chosen {
            Some(Chosen::Column(column, field)) => {
                set_column(cx, &mut self.pasted, (column, field));
                self.made = None;
            }
            Some(Chosen::Answer(row, question, choice)) => {
                let asked = requests.rows[row].asked.get(question).cloned();
                if let Some(asked) = asked
                    && let Some(&answer) = asked.question.choices(cx.plan).get(choice)
                {
                    self.answers.give(&asked, answer);
                    self.made = None;
                }
            }
            Some(Chosen::Correct(row, column, text)) => {
                self.pasted.correct(row, column, &text);
                self.made = None;
            }
            Some(Chosen::Tick(..)) | None => {}
        }
        ended
    }
}

/// In words what it would make of the list.
fn sums(ui: &mut Ui, cx: &ViewContext<'_>, (made, waits): (&Requests, usize), sieve: &mut Sieve) {
    let sum = |sign, color, id, count| Sum { sign, color, id, count, tip: String::new(), are_rows: true };
    let count = |outcome: RequestOutcome| made.count(|other| *other == outcome);
    let changed = made.count(|outcome| matches!(outcome, RequestOutcome::Changed(..)));
    let same = made.count(|outcome| matches!(outcome, RequestOutcome::Same(_)));
    let left_out = count(RequestOutcome::LeftOut) + count(RequestOutcome::Repeated) + count(RequestOutcome::Nobody);
    sums_ui(
        ui,
        cx,
        &[
            sum(icons::PLUS, cx.theme.ok, tid("paste-requests-new"), count(RequestOutcome::New)),
            sum(icons::PENCIL, cx.theme.accent, tid("paste-requests-changed"), changed),
            sum(icons::CHECK, cx.theme.text_2, tid("paste-same"), same),
            sum(icons::WARNING, cx.theme.error, tid("paste-requests-waits"), waits),
            sum(icons::CIRCLE_X, cx.theme.text_2, tid("paste-requests-left-out"), left_out),
        ],
        (sieve, made.rows.len()),
    );
}

/// Whether a row counts for the sum of this id.
fn counts_for(row: &RequestRow, id: &'static str) -> bool {
    match &row.outcome {
        RequestOutcome::New => id == "paste-requests-new",
        RequestOutcome::Changed(..) => id == "paste-requests-changed",
        RequestOutcome::Same(_) => id == "paste-same",
        RequestOutcome::Waits => id == "paste-requests-waits",
        RequestOutcome::LeftOut | RequestOutcome::Repeated | RequestOutcome::Nobody => id == "paste-requests-left-out",
    }
}

/// What becomes of a row, and what is asked of it.
fn told(
    cx: &ViewContext<'_>,
    pasted: &Pasted<RequestField>,
    answers: &Answers,
    row: &RequestRow,
) -> Told<RequestField> {
    let open = row.asked.iter().find(|asked| answers.get(asked).is_none());
    let (sign, color, said) = outcome(cx, row, open);
    // A rank may stand in the function.
    let field = |question: Question| match question.field() {
        RequestField::Rank if !pasted.has(RequestField::Rank) => RequestField::Function,
        field => field,
    };
    let mut marks: Vec<(RequestField, Mark)> = row.notes.iter().map(|&(field, _)| (field, Mark::Noted)).collect();
    marks.extend(open.map(|asked| (field(asked.question), Mark::Wrong)));
    if let RequestOutcome::Changed(_, fields) = &row.outcome {
        marks.extend(fields.iter().map(|&field| (field, Mark::Changed)));
    }
    let taken = matches!(row.outcome, RequestOutcome::New | RequestOutcome::Changed(..) | RequestOutcome::Same(_));
    let asked = row.asked.iter().map(|asked| AskedHere {
        words: question(cx, asked),
        choices: asked.question.choices(cx.plan).into_iter().map(|answer| answered(cx, answer).to_owned()).collect(),
        chosen: answers
            .get(asked)
            .and_then(|given| asked.question.choices(cx.plan).iter().position(|other| *other == given)),
    });
    Told {
        sign,
        color,
        said,
        notes: row.notes.iter().map(|&(_, note)| cx.text(noted(note)).to_owned()).collect(),
        marks,
        was: Vec::new(),
        is_out: !taken,
        asked: asked.collect(),
    }
}

/// What becomes of a row: a sign, its colour, and in words.
fn outcome(cx: &ViewContext<'_>, row: &RequestRow, open: Option<&Asked>) -> (&'static str, egui::Color32, String) {
    let said = |id| cx.text(id).to_owned();
    match &row.outcome {
        RequestOutcome::New => (icons::PLUS, cx.theme.ok, said(tid("paste-requests-row-new"))),
        RequestOutcome::Changed(_, fields) => {
            let names = fields.iter().map(|&field| cx.text(label(field))).collect::<Vec<_>>().join(", ");
            let words = cx.texts.text_with("paste-requests-changes", &[("fields", Value::from(&names))]);
            (icons::PENCIL, cx.theme.accent, words)
        }
        RequestOutcome::Same(_) => (icons::CHECK, cx.theme.text_2, said(tid("paste-row-same"))),
        RequestOutcome::Repeated => (icons::CIRCLE_X, cx.theme.text_2, said(tid("paste-requests-repeated"))),
        RequestOutcome::Waits => {
            let words = open.map_or_else(String::new, |asked| question(cx, asked));
            (icons::WARNING, cx.theme.error, words)
        }
        RequestOutcome::LeftOut => (icons::CIRCLE_X, cx.theme.text_2, said(tid("paste-left-out"))),
        RequestOutcome::Nobody => (icons::WARNING, cx.theme.error, said(tid("paste-requests-nobody"))),
    }
}

/// What is asked, in words.
fn question(cx: &ViewContext<'_>, asked: &Asked) -> String {
    let id = match asked.question {
        Question::Rank => tid("paste-ask-rank"),
        Question::State => tid("paste-ask-state"),
        Question::Twice => tid("paste-ask-twice"),
        Question::Present => tid("paste-ask-present"),
        Question::Requested => tid("paste-ask-requested"),
    };
    cx.texts.text_with(id, &[("text", Value::from(&asked.said))])
}

fn answered<'a>(cx: &ViewContext<'a>, answer: Answer) -> &'a str {
    cx.text(match answer {
        Answer::Rank(Rank::Other) => tid("paste-answer-rank-unknown"),
        Answer::Rank(rank) => return cx.rank_name(rank),
        Answer::Organization => tid("paste-answer-organization"),
        Answer::Second => tid("paste-answer-second"),
        Answer::Without => tid("paste-answer-without"),
        Answer::LeaveOut => tid("paste-answer-leave-out"),
    })
}

fn noted(note: RequestNote) -> &'static str {
    match note {
        RequestNote::Text => tid("paste-requests-note-text"),
        RequestNote::Published => tid("paste-requests-note-published"),
    }
}

/// What a column is called that holds this.
fn label(field: RequestField) -> &'static str {
    match field {
        RequestField::State => tid("handout-member-state"),
        RequestField::Name => tid("inspector-name"),
        RequestField::Address => tid("inspector-address"),
        RequestField::Function => tid("inspector-function"),
        RequestField::Rank => tid("inspector-rank"),
        RequestField::Language => tid("inspector-language"),
        RequestField::Present => tid("statements-present"),
        RequestField::Requested => tid("statements-requested"),
        RequestField::Text => tid("handout-statement-text"),
        RequestField::Remarks => tid("inspector-remarks"),
    }
}
