//! What a pasted table of requests for rooms would make of the queue.

use egui::Ui;

use crate::exchange::incoming::{Grid, Pasted, RoomField, RoomOutcome, RoomRequests};
use crate::texts::{Value, tid};
use crate::workbench::Generation;

use super::sieve::Sieve;
use super::table::{self, Chosen, Mark, Shown, Told};
use super::{Ended, Sum, foot_ui, requests_taken, set_column, sums_ui, table_above};
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::style::icons;

/// The room for what becomes of a row.
const ROOM: f32 = 300.0;

/// A table of requests for rooms.
#[derive(Debug)]
pub struct RoomsTable {
    pasted: Pasted<RoomField>,
    /// What it would make of the plan, and of which state of it.
    made: Option<(Generation, RoomRequests)>,
    sieve: Sieve,
    /// How often it came out anew.
    version: usize,
}

impl RoomsTable {
    /// What `grid` holds; `None` where nothing says what its columns are, or there is no event to ask a room of.
    #[must_use]
    pub fn new(cx: &ViewContext<'_>, grid: Grid) -> Option<Self> {
        cx.index().main_event()?;
        let pasted = Pasted::room_requests(grid, &cx.settings.request_columns)?;
        Some(Self { pasted, made: None, sieve: Sieve::default(), version: 0 })
    }

    /// Draws it; `takes_keys` is whether the button that takes it gets the keyboard, `has_more` whether other files follow.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        (takes_keys, has_more): (&mut bool, bool),
    ) -> Option<Ended> {
        let Self { pasted, made, sieve, version } = self;
        let generation = cx.workbench.generation();
        if made.as_ref().is_none_or(|(known, _)| *known != generation) {
            let event = cx.index().main_event().and_then(|id| cx.plan.events().get(id))?;
            let now = crate::model::zone::convert(cx.hand().at, crate::model::zone::Tz::UTC, event.zone);
            let wish = (cx.settings.title_language(), Some(now));
            *made = Some((generation, RoomRequests::new(pasted, (cx.plan, event), wish)));
            *version += 1;
        }
        let (_, requests) = made.as_ref()?;
        let told = |index: usize| told(cx, &requests.rows[index]);
        let name = |field: Option<RoomField>| cx.text(field.map_or(tid("paste-left-out"), label));
        sieve.follow(pasted, *version, |place, id| sum_of(&requests.rows[place]) == id);
        let places = sieve.places().to_vec();
        let offered = &RoomField::ALL;
        let shown = Shown { pasted, offered, name: &name, told: &told, room: ROOM, places: &places, ticked: None };
        let (chosen, mut foot) = table_above(ui, cx, |ui| {
            sums(ui, cx, requests, sieve);
            table::ui(ui, cx, &shown)
        });
        let new = requests.count(|outcome| *outcome == RoomOutcome::New);
        let changed = requests.count(|outcome| matches!(outcome, RoomOutcome::Changed(..)));
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
            Some(Chosen::Correct(row, column, text)) => {
                self.pasted.correct(row, column, &text);
                self.made = None;
            }
            Some(Chosen::Tick(..) | Chosen::Answer(..)) | None => {}
        }
        ended
    }
}

/// In words what it would make of the queue.
fn sums(ui: &mut Ui, cx: &ViewContext<'_>, made: &RoomRequests, sieve: &mut Sieve) {
    let sum = |sign, color, id| Sum {
        sign,
        color,
        id,
        count: made.count(|outcome| sum_of(outcome) == id),
        tip: String::new(),
        are_rows: true,
    };
    sums_ui(
        ui,
        cx,
        &[
            sum(icons::PLUS, cx.theme.ok, tid("paste-requests-new")),
            sum(icons::PENCIL, cx.theme.accent, tid("paste-requests-changed")),
            sum(icons::CHECK, cx.theme.text_2, tid("paste-same")),
            sum(icons::CIRCLE_X, cx.theme.text_2, tid("paste-requests-left-out")),
        ],
        (sieve, made.rows.len()),
    );
}

/// In which of the sums a row counts.
fn sum_of(outcome: &RoomOutcome) -> &'static str {
    match outcome {
        RoomOutcome::New => "paste-requests-new",
        RoomOutcome::Changed(..) => "paste-requests-changed",
        RoomOutcome::Same(_) => "paste-same",
        RoomOutcome::Repeated | RoomOutcome::Wrong(_) | RoomOutcome::Nobody => "paste-requests-left-out",
    }
}

/// What becomes of a row.
fn told(cx: &ViewContext<'_>, outcome: &RoomOutcome) -> Told<RoomField> {
    let said = |id| cx.text(id).to_owned();
    let (sign, color, said) = match outcome {
        RoomOutcome::New => (icons::PLUS, cx.theme.ok, said(tid("paste-requests-row-new"))),
        RoomOutcome::Changed(_, fields) => {
            let names = fields.iter().map(|&field| cx.text(label(field))).collect::<Vec<_>>().join(", ");
            let words = cx.texts.text_with("paste-requests-changes", &[("fields", Value::from(&names))]);
            (icons::PENCIL, cx.theme.accent, words)
        }
        RoomOutcome::Same(_) => (icons::CHECK, cx.theme.text_2, said(tid("paste-row-same"))),
        RoomOutcome::Repeated => (icons::CIRCLE_X, cx.theme.text_2, said(tid("paste-requests-repeated"))),
        RoomOutcome::Wrong(field) => {
            let values = [("field", Value::from(cx.text(label(*field))))];
            (icons::WARNING, cx.theme.error, cx.texts.text_with("paste-rooms-wrong", &values))
        }
        RoomOutcome::Nobody => (icons::WARNING, cx.theme.error, said(tid("paste-requests-nobody"))),
    };
    let marks = match outcome {
        RoomOutcome::Changed(_, fields) => fields.iter().map(|&field| (field, Mark::Changed)).collect(),
        RoomOutcome::Wrong(field) => vec![(*field, Mark::Wrong)],
        _ => Vec::new(),
    };
    let is_out = matches!(outcome, RoomOutcome::Repeated | RoomOutcome::Wrong(_) | RoomOutcome::Nobody);
    Told { sign, color, said, notes: Vec::new(), marks, was: Vec::new(), is_out, asked: Vec::new() }
}

/// What a column is called that holds this.
fn label(field: RoomField) -> &'static str {
    match field {
        RoomField::AskedBy => tid("request-asked-by"),
        RoomField::Title => tid("requests-column-title"),
        RoomField::Purpose => tid("request-purpose"),
        RoomField::Day => tid("list-column-day"),
        RoomField::Start => tid("list-column-start"),
        RoomField::End => tid("list-column-end"),
        RoomField::Length => tid("requests-length"),
        RoomField::Headcount => tid("request-headcount"),
        RoomField::Public => tid("request-public"),
        RoomField::Contact => tid("inspector-contact"),
        RoomField::Remarks => tid("inspector-remarks"),
    }
}
