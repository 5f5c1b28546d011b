//! Tables into a plan that is there: what the window asks is said beforehand, or is as it is guessed.

use std::path::Path;

use serde_json::json;
use uuid::Uuid;

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
    let OfFile { numbers, asks_for_order, incoming } =
        of_file(bytes, plan, &wish).map_err(|why| why.sentence(texts, true))?;
    if asks_for_order {
        return Err(texts.text("arriving-ask-order").to_owned());
    }
    let is_of_use = |row: &Row| matches!(row.outcome, Outcome::New | Outcome::Changed(..) | Outcome::Same(_));
    if !incoming.rows.iter().any(is_of_use) {
        return Err(texts.text("arriving-unknown").to_owned());
    }
    let after = changed(texts, plan, incoming.command())?;
    let read = Read { name, plan, numbers: &numbers, incoming: &incoming };
    Ok((after, Told { is_whole: read.is_whole(), text: read.text(texts), json: read.json(texts) }))
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
        decided: Decided {
            source: source_of(Path::new(name).file_name().and_then(|name| name.to_str()).unwrap_or_default()),
            theirs: if request.theirs { Chosen::All } else { Chosen::default() },
            gone: if request.gone == Gone::Remove { Chosen::All } else { Chosen::default() },
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

/// A table, and what comes of it.
struct Read<'a> {
    name: &'a str,
    plan: &'a Plan,
    numbers: &'a [usize],
    incoming: &'a Incoming,
}

impl Read<'_> {
    fn is_whole(&self) -> bool {
        self.incoming.not_understood() == 0 && self.incoming.rows.iter().all(|row| row.notes.is_empty())
    }

    /// How many sessions are new, changed, the same, gone, not taken.
    fn counts(&self) -> [usize; 5] {
        let count = |is: fn(&Outcome) -> bool| self.incoming.rows.iter().filter(|row| is(&row.outcome)).count();
        [
            count(|outcome| *outcome == Outcome::New),
            count(|outcome| matches!(outcome, Outcome::Changed(..))),
            count(|outcome| matches!(outcome, Outcome::Same(_))),
            self.incoming.gone.len(),
            self.incoming.not_understood(),
        ]
    }

    /// How many events, rooms, people and topics are new.
    fn made(&self) -> [usize; 4] {
        [0, self.incoming.rooms().len(), self.incoming.people().len(), 0]
    }

    /// What was left out of rows: the number of the row, whether nothing of it is taken, and why.
    fn remarks<'t>(&self, texts: &'t Texts) -> Vec<(usize, bool, &'t str)> {
        let mut remarks = Vec::new();
        for (row, &number) in self.incoming.rows.iter().zip(self.numbers) {
            if let Outcome::Not(_, flaw) = row.outcome {
                remarks.push((number, true, texts.text(flaw.label())));
            }
            remarks.extend(row.notes.iter().map(|(_, note)| (number, false, texts.text(note.label()))));
            if !row.ours.is_empty() {
                remarks.push((number, false, texts.text("paste-row-ours")));
            }
        }
        remarks
    }

    /// Names that are new, and nearly those of the plan.
    fn near(&self) -> Vec<(String, String)> {
        let language = self.plan.header().language;
        let called = |meant: &Meant| match *meant {
            Meant::New => None,
            Meant::Room(id) => self.plan.rooms().get(id).map(|room| room.title.get(language).to_owned()),
            Meant::Person(id) => self.plan.people().get(id).map(|person| person.name.clone()),
            Meant::Body(id) => self.plan.bodies().get(id).map(|body| body.code.get(language).to_owned()),
        };
        let unclear = self.incoming.rows.iter().flat_map(|row| &row.unclear);
        let mut near: Vec<(String, String)> =
            unclear.filter_map(|one| Some((one.name.clone(), one.near.first().and_then(called)?))).collect();
        near.sort();
        near.dedup();
        near
    }

    fn text(&self, texts: &Texts) -> String {
        let counts = self.counts();
        let sessions = counts.iter().sum::<usize>();
        let mut lines = super::sums(texts, (self.name, tid("format-table"), sessions), counts, self.made());
        lines.extend(self.remarks(texts).into_iter().map(|(number, _, text)| {
            let row = texts.text_with("arriving-row", &[("row", Value::from(&number.to_string()))]);
            format!("  {row}: {text}")
        }));
        lines.extend(self.near().iter().map(|(name, like)| super::near_line(texts, name, like)));
        lines.iter().map(|line| harmless(line)).collect::<Vec<_>>().join("\n")
    }

    fn json(&self, texts: &Texts) -> serde_json::Value {
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
            "near": near.collect::<Vec<_>>(),
            "remarks": remarks.collect::<Vec<_>>(),
        })
    }
}
