//! What stands in each row of a register.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};

use crate::app::context::ViewContext;
use crate::app::widget::own_value;
use crate::app::widget::posts::seat_name;
use crate::app::widget::topics::state_word;
use crate::model::{
    BodyId, FieldValue, Language, LanguageSet, OwnField, PersonId, Rank, Referrers as _, RowId, folded,
};
use crate::texts::{built_in, dates, names, steps};

use super::columns::Register;

/// A row in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Which.
    pub id: RowId,
    /// What stands in each column.
    pub cells: Vec<String>,
    /// Which rows name it.
    pub used_by: Vec<RowId>,
}

/// The rows with these words, in the order of a column.
#[must_use]
pub fn lines(cx: &ViewContext<'_>, register: Register, (column, is_down): (usize, bool), words: &str) -> Vec<Line> {
    let mut all = told(cx, register);
    let targets: BTreeSet<RowId> = all.iter().map(|line| line.id).collect();
    let mut used: HashMap<RowId, BTreeSet<RowId>> = HashMap::new();
    cx.workbench.index().each_referrer(&targets, &mut |row, target| {
        used.entry(target).or_default().insert(row);
    });
    for line in &mut all {
        // What is built in is nobody's row, so that no row refers to it.
        if let Some(rows) = used.remove(&line.id) {
            line.used_by = rows.into_iter().collect();
        }
        line.cells.push(if line.used_by.is_empty() { String::new() } else { line.used_by.len().to_string() });
        let own = cx.plan.own_of(line.id);
        let value = |field: &OwnField| own.and_then(|own| own.get(field.id));
        let words =
            register.own(cx).map(|field| value(field).map_or_else(String::new, |it| own_value::words(cx, field, it)));
        line.cells.extend(words);
    }
    let wanted: Vec<String> = folded(words).split_whitespace().map(str::to_owned).collect();
    if !wanted.is_empty() {
        all.retain(|line| {
            let text = folded(&line.cells.join(" "));
            wanted.iter().all(|word| text.contains(word))
        });
    }
    all.sort_by_cached_key(|line| folded(line.cells.get(column).map_or("", String::as_str)));
    if let Some(field) = register.own_at(cx, column) {
        let value = |line: &Line| cx.plan.own_of(line.id).and_then(|own| own.get(field.id));
        all.sort_by(|one, other| by_value(field, value(one), value(other)));
    }
    if register.columns().get(column).is_some_and(|column| column.is_number) {
        all.sort_by(|one, other| by_number(&one.cells[column], &other.cells[column]));
    }
    if is_down {
        all.reverse();
    }
    all
}

fn by_number(one: &str, other: &str) -> Ordering {
    let number = |text: &str| text.parse::<u64>().unwrap_or(0);
    number(one).cmp(&number(other))
}

/// What is typed in its order; texts are in order already.
fn by_value(field: &OwnField, one: Option<&FieldValue>, other: Option<&FieldValue>) -> Ordering {
    let place = |id| field.choices().iter().position(|choice| choice.id == id);
    match (one, other) {
        (Some(FieldValue::Number(one)), Some(FieldValue::Number(other))) => {
            one.partial_cmp(other).unwrap_or(Ordering::Equal)
        }
        (Some(FieldValue::Date(one)), Some(FieldValue::Date(other))) => one.cmp(other),
        (Some(FieldValue::Choice(one)), Some(FieldValue::Choice(other))) => place(*one).cmp(&place(*other)),
        (one, other) => one.is_some().cmp(&other.is_some()),
    }
}

fn told(cx: &ViewContext<'_>, register: Register) -> Vec<Line> {
    let plan = cx.plan;
    let line = |id: RowId, cells: Vec<String>| Line { id, cells, used_by: Vec::new() };
    let code = |id: Option<BodyId>| {
        let body = id.and_then(|id| plan.bodies().get(id));
        body.map(|body| cx.short_name(&body.code, &body.title).to_owned()).unwrap_or_default()
    };
    let name = |id: PersonId| plan.people().get(id).map(|person| person.name.clone());
    match register {
        Register::People => {
            let of = |row: &std::sync::Arc<crate::model::Person>| {
                let rank = cx.rank_name(row.rank).to_owned();
                let gender = row.gender.map(|gender| cx.text(names::gender(gender)).to_owned()).unwrap_or_default();
                let said = [row.name.clone(), row.function.clone(), row.represents.clone()];
                let cells: Vec<String> = said.into_iter().chain([code(row.region), rank, gender]).collect();
                line(row.id.into(), cells)
            };
            plan.people().iter().map(of).collect()
        }
        Register::Bodies => {
            let of = |row: &std::sync::Arc<crate::model::Body>| {
                let posts = plan.posts().iter().filter(|post| post.body == row.id);
                let officers = posts.filter_map(|post| name(post.person?));
                let kind = cx.text(names::body_kind(row.kind)).to_owned();
                let (short, title) = (cx.title(&row.code).to_owned(), cx.title(&row.title).to_owned());
                let officers = officers.collect::<Vec<_>>().join(", ");
                line(row.id.into(), vec![short, title, kind, code(row.parent), officers])
            };
            plan.bodies().iter().map(of).collect()
        }
        Register::Rooms => {
            let of = |row: &std::sync::Arc<crate::model::Room>| {
                let seats = row.capacity.map(|seats| seats.to_string()).unwrap_or_default();
                let booths = if row.booths == 0 { String::new() } else { row.booths.to_string() };
                let said = vec![cx.title(&row.title).to_owned(), row.place.clone(), seats, booths];
                let cells = said.into_iter().chain([row.layout.clone(), row.equipment.clone()]).collect();
                line(row.id.into(), cells)
            };
            plan.rooms().iter().map(of).collect()
        }
        Register::Documents => {
            let of = |row: &std::sync::Arc<crate::model::Document>| {
                let event = row.event.and_then(|id| plan.events().get(id));
                let event = event.map(|event| cx.short_name(&event.code, &event.title).to_owned()).unwrap_or_default();
                let issued = row.issued.map(|day| dates::dates_short(cx.texts, day, day)).unwrap_or_default();
                let title = cx.title(&row.title).to_owned();
                let kind = row.kind.map_or("", |kind| cx.text(steps::document_kind(kind))).to_owned();
                let author = if row.author.is_some() {
                    code(row.author)
                } else {
                    built_in(cx.texts, &row.author_name).to_owned()
                };
                let due = row.due.map(|day| dates::dates_short(cx.texts, day, day)).unwrap_or_default();
                let stages = Language::ALL.into_iter().filter_map(|language| {
                    let stage = cx.text(steps::stage(row.stages.get(language)?.stage));
                    Some(format!("{} {stage}", language.code().to_uppercase()))
                });
                let stages = stages.collect::<Vec<_>>().join(", ");
                let languages = codes(row.languages);
                let cells = vec![row.symbol.clone(), title, event, issued, languages, kind, author, due, stages];
                line(row.id.into(), cells)
            };
            plan.documents().iter().map(of).collect()
        }
        Register::Ranks => {
            let of = |rank: Rank| {
                let standing = plan.standing(rank);
                let class = standing.class.map_or(cx.text("rank-by-exception").to_owned(), |class| class.to_string());
                let stands_in = cx.text(if standing.stands_in { "handout-yes" } else { "handout-no" }).to_owned();
                let cells = vec![cx.rank_name(rank).to_owned(), class, standing.order.to_string(), stands_in];
                let mut line = line(rank.row()?.into(), cells);
                let holders = plan.people().iter().filter(|person| person.rank == rank);
                line.used_by = holders.map(|person| person.id.into()).collect();
                Some(line)
            };
            plan.all_ranks().into_iter().filter_map(of).collect()
        }
        Register::Posts => {
            let of = |row: &std::sync::Arc<crate::model::Post>| {
                let person = row.person.and_then(name).unwrap_or_default();
                let due = row.due.map(|day| dates::dates_short(cx.texts, day, day)).unwrap_or_default();
                let words = [names::office(row.role), names::designation(row.designation)];
                let [role, state] = words.map(|id| cx.text(id).to_owned());
                let cells = vec![code(Some(row.body)), role, seat_name(cx, row), person, state, row.owner.clone(), due];
                line(row.id.into(), cells)
            };
            plan.posts().iter().map(of).collect()
        }
        Register::Topics => {
            let of = |row: &std::sync::Arc<crate::model::Topic>| {
                let kind = cx.text(names::topic_kind(row.kind)).to_owned();
                let (title, group) = (cx.title(&row.title).to_owned(), cx.title(&row.group).to_owned());
                let state = state_word(cx, row).to_owned();
                line(row.id.into(), vec![row.code.clone(), title, kind, code(row.region), group, state])
            };
            plan.topics().iter().map(of).collect()
        }
    }
}

fn codes(languages: LanguageSet) -> String {
    languages.iter().map(|language| language.code().to_uppercase()).collect::<Vec<_>>().join(" ")
}
