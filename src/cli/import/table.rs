//! Tables into a plan that is there: what the window asks is said beforehand, or is as it is guessed.

use std::path::Path;

use serde_json::json;
use uuid::Uuid;

use super::changes::Changes;
use super::{DateOrder, Gone, ImportArguments, Told, changed};
use crate::cli::terminal::harmless;
use crate::edit::first_day;
use crate::exchange::incoming::sheets::TextChoices;
use crate::exchange::incoming::{
    Chosen, Decided, Field, Incoming, Meant, Near, NewPlan, OfFile, Outcome, Remembered, Row, TableWish, begun_of_file,
    of_file, source_of, title_of,
};
use crate::model::zone::Tz;
use crate::model::{Language, Plan};
use crate::texts::{Texts, Value, tid};

/// What a file of tables makes of a plan.
///
/// # Errors
/// Why nothing can be used.
pub fn taken(
    texts: &Texts,
    request: &ImportArguments,
    plan: &Plan,
    (name, bytes): (&str, &[u8]),
) -> Result<(Plan, Told), String> {
    let wish = wished(texts, request, name, Near { day: first_day(plan), language: plan.header().language })?;
    let found = of_file(bytes, plan, &wish).map_err(|why| why.sentence(texts, true))?;
    if found.asks_for_order {
        return Err(texts.text("arriving-ask-order").to_owned());
    }
    let is_of_use = |row: &Row| matches!(row.outcome, Outcome::New | Outcome::Changed(..) | Outcome::Same(_));
    let read = Read { name, plan, found: &found, is_begun: request.into.is_none() };
    if !found.incoming.rows.iter().any(is_of_use) {
        return Err(read.of_no_use(texts));
    }
    let after = changed(texts, plan, found.incoming.command())?;
    let changes = Changes::new(texts, (plan, &after), &found.incoming.gone);
    let (is_whole, text, json) = (read.is_whole(), read.text(texts, &changes), read.json(texts, &changes));
    Ok((after, Told { is_whole, text, json, same: found.same }))
}

/// A plan that begins with a file of tables, called as the file is.
///
/// # Errors
/// Why nothing can be used.
pub fn begun(texts: &Texts, request: &ImportArguments, (name, bytes): (&str, &[u8])) -> Result<Plan, String> {
    let near = chrono::Utc::now().date_naive();
    let wish = wished(texts, request, name, Near { day: near, language: Language::English })?;
    let zone = request.zone.unwrap_or(Tz::UTC);
    let new = NewPlan { title: title_of(name), zone, identity: Uuid::new_v4(), near };
    begun_of_file(bytes, &wish, &new).map_err(|why| why.sentence(texts, true))
}

/// What is said beforehand.
fn wished(texts: &Texts, request: &ImportArguments, name: &str, near: Near) -> Result<TableWish, String> {
    Ok(TableWish {
        heads: request.map.as_deref().map_or_else(|| Ok(Remembered::new()), |file| heads(texts, file))?,
        sheet: request.sheet.clone(),
        text: TextChoices::default(),
        month_first: request.dates.map(|first| first == DateOrder::MonthFirst),
        near,
        same: request.same.clone(),
        decided: Decided {
            source: source_of(Path::new(name).file_name().and_then(|name| name.to_str()).unwrap_or_default()),
            theirs: if request.theirs { Chosen::All } else { Chosen::default() },
            gone: if request.gone == Gone::Remove { Chosen::All } else { Chosen::default() },
            restored: if request.restore { Chosen::All } else { Chosen::default() },
            ..Decided::default()
        },
    })
}

/// What headings mean, from a file such as `{"Betreff": "title", "Raum": "room", "Intern": ""}`.
fn heads(texts: &Texts, file: &Path) -> Result<Remembered, String> {
    let about = |why: &str| {
        let name = file.display().to_string();
        texts.text_with("about-file", &[("file", Value::from(&name)), ("why", Value::from(why))])
    };
    let bytes = super::bytes_of(file).map_err(|why| about(&why))?;
    let heads: Remembered = ron::de::from_bytes(&bytes).map_err(|why| about(&why.to_string()))?;
    match heads.values().find(|name| !name.is_empty() && Field::named(name).is_none()) {
        Some(unknown) => Err(about(&texts.text_with("arriving-no-field", &[("what", Value::from(unknown))]))),
        None => Ok(heads),
    }
}

/// Where nothing is taken, so many rows are told.
const MOST_ROWS_TOLD: usize = 5;

fn row_line(texts: &Texts, number: usize, text: &str) -> String {
    format!("{}: {text}", texts.text_with("arriving-row", &[("row", Value::from(&number.to_string()))]))
}

/// A table, and what comes of it.
struct Read<'a> {
    name: &'a str,
    plan: &'a Plan,
    found: &'a OfFile,
    /// Whether the plan begins with it: then all of it is new, and only counted.
    is_begun: bool,
}

impl Read<'_> {
    fn is_whole(&self) -> bool {
        let is_whole = |row: &Row| row.notes.is_empty() && row.guessed_day.is_none();
        let Incoming { rows, .. } = self.incoming();
        self.incoming().not_understood() == 0 && self.found.unread.is_empty() && rows.iter().all(is_whole)
    }

    fn incoming(&self) -> &Incoming {
        &self.found.incoming
    }

    /// Why nothing of it is taken.
    fn of_no_use(&self, texts: &Texts) -> String {
        if !self.found.has_heads {
            return texts.text("arriving-unknown").to_owned();
        }
        let rows: Vec<String> = self
            .remarks(texts)
            .into_iter()
            .filter(|(_, left_out, _)| *left_out)
            .take(MOST_ROWS_TOLD)
            .map(|(number, _, text)| row_line(texts, number, &text))
            .collect();
        if rows.is_empty() { texts.text("arriving-empty").to_owned() } else { rows.join("; ") }
    }

    /// The columns of which nothing is read.
    fn unread(&self, texts: &Texts) -> Vec<String> {
        let number = |at: usize| texts.text_with("arriving-column", &[("column", Value::from(&at.to_string()))]);
        self.found.unread.iter().map(|head| head.clone().unwrap_or_else(number)).collect()
    }

    /// How many sessions are new, changed, the same, gone, not taken.
    fn counts(&self) -> [usize; 5] {
        let count = |is: fn(&Outcome) -> bool| self.incoming().rows.iter().filter(|row| is(&row.outcome)).count();
        [
            count(|outcome| *outcome == Outcome::New),
            count(|outcome| matches!(outcome, Outcome::Changed(..))),
            count(|outcome| matches!(outcome, Outcome::Same(_))),
            self.incoming().gone.len(),
            self.incoming().not_understood(),
        ]
    }

    /// How many events, rooms, people and topics are new.
    fn made(&self) -> [usize; 4] {
        [0, self.incoming().rooms().len(), self.incoming().people().len(), 0]
    }

    /// What was left out of rows: the number of the row, whether nothing of it is taken, and why.
    fn remarks(&self, texts: &Texts) -> Vec<(usize, bool, String)> {
        let mut remarks = Vec::new();
        for (row, &number) in self.incoming().rows.iter().zip(&self.found.numbers) {
            let mut say = |left_out, text: String| remarks.push((number, left_out, text));
            if let Outcome::Not(_, flaw) = row.outcome {
                say(true, texts.text(flaw.label()).to_owned());
            }
            if row.outcome == Outcome::Dismissed {
                say(false, texts.text("arriving-dismissed-row").to_owned());
            }
            for (_, note) in &row.notes {
                say(false, texts.text(note.label()).to_owned());
            }
            if let Some(day) = row.guessed_day {
                say(false, texts.text_with("arriving-no-day", &[("day", Value::from(&day.to_string()))]));
            }
            if !row.ours.is_empty() {
                say(false, texts.text("paste-row-ours").to_owned());
            }
        }
        remarks
    }

    /// Names that are new, and nearly those of the plan.
    fn near(&self) -> Vec<(String, String)> {
        let language = self.plan.header().language;
        let called = |meant: &Meant| match meant {
            Meant::New => None,
            Meant::Called(name) => Some(name.clone()),
            Meant::Room(id) => self.plan.rooms().get(*id).map(|room| room.title.get(language).to_owned()),
            Meant::Person(id) => self.plan.people().get(*id).map(|person| person.name.clone()),
            Meant::Body(id) => self.plan.bodies().get(*id).map(|body| body.code.get(language).to_owned()),
        };
        let unclear = self.incoming().rows.iter().flat_map(|row| &row.unclear);
        let mut near: Vec<(String, String)> =
            unclear.filter_map(|one| Some((one.name.clone(), one.near.first().and_then(called)?))).collect();
        near.sort();
        near.dedup();
        near
    }

    fn text(&self, texts: &Texts, changes: &Changes<'_>) -> String {
        let counts = self.counts();
        let sessions = counts.iter().sum::<usize>();
        let mut lines = super::sums(texts, (self.name, tid("format-table"), sessions), counts, self.made());
        if !self.is_begun {
            lines.extend(changes.lines());
        }
        let unread = self.unread(texts).join(", ");
        if !unread.is_empty() {
            lines.push(format!("  {}", texts.text_with("arriving-not-read", &[("what", Value::from(&unread))])));
        }
        let remarks = self.remarks(texts);
        lines.extend(remarks.iter().map(|(number, _, text)| format!("  {}", row_line(texts, *number, text))));
        lines.extend(self.near().iter().map(|(name, like)| super::near_line(texts, name, like)));
        lines.iter().map(|line| harmless(line)).collect::<Vec<_>>().join("\n")
    }

    fn json(&self, texts: &Texts, changes: &Changes<'_>) -> serde_json::Value {
        let remarks = self
            .remarks(texts)
            .into_iter()
            .map(|(number, left_out, text)| json!({ "where": number.to_string(), "left_out": left_out, "text": text }));
        let near = self.near().into_iter().map(|(name, like)| json!({ "name": name, "like": like }));
        let [new, changed, same, gone, not] = self.counts();
        let [_, rooms, people, _] = self.made();
        json!({
            "file": self.name,
            "format": "table",
            "counts": { "new": new, "changed": changed, "same": same, "gone": gone, "not": not },
            "made": { "events": 0, "rooms": rooms, "people": people, "topics": 0 },
            "changes": changes.json(),
            "gone": changes.gone_json(&self.incoming().gone),
            "not_read": self.unread(texts),
            "near": near.collect::<Vec<_>>(),
            "remarks": remarks.collect::<Vec<_>>(),
        })
    }
}
