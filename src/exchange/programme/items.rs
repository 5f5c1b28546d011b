//! What stands on the agenda of a session, as it is handed out.

use super::super::address;
use super::super::plain::harmless;
use super::super::words::Words;
use super::{Item, ItemPaper};
use crate::model::agenda::{Agenda, Agendas, Line};
use crate::model::{AgendaItem, CivilTime, Language, Plan, Session};
use crate::texts::short;

/// The agendas of a plan, to be asked session by session.
pub struct Gathered<'a> {
    plan: &'a Plan,
    agendas: Agendas,
    languages: &'a [Language],
}

impl<'a> Gathered<'a> {
    /// Looks at every item once.
    pub fn new(plan: &'a Plan, languages: &'a [Language]) -> Self {
        let agendas = if plan.items().is_empty() { Agendas::default() } else { Agendas::new(plan) };
        Self { plan, agendas, languages }
    }

    /// What a session takes that begins at `start` on the clock that is told, or waits. Speaking lists are told apart.
    pub fn items(&self, session: &Session, start: Option<CivilTime>) -> Vec<Item> {
        if self.plan.items().is_empty() {
            return Vec::new();
        }
        let agenda = Agenda::of(self.plan, &self.agendas, session.id);
        let lines = agenda.sitting(session.id).map_or(&[][..], |sitting| &sitting.lines);
        lines.iter().filter_map(|line| Some(self.item(line, line.taken.item()?, start))).collect()
    }

    fn item(&self, line: &Line, item: &AgendaItem, start: Option<CivilTime>) -> Item {
        let plan = self.plan;
        let language = self.languages.first().copied().unwrap_or(plan.header().language);
        let people = item.speakers.iter().filter_map(|&id| plan.people().get(id)).map(|person| person.name.clone());
        let bodies = item.presenters.iter().filter_map(|&id| plan.bodies().get(id)).map(|body| {
            let name = if body.code.is_empty() { &body.title } else { &body.code };
            name.get(language).to_owned()
        });
        let documents = item.documents.iter().filter_map(|&id| plan.documents().get(id)).map(|document| {
            let title = || document.title.get(language).to_owned();
            let name = if document.symbol.is_empty() { title() } else { document.symbol.clone() };
            let link = address::web_address(document.link.trim()).unwrap_or_default();
            ItemPaper { id: document.id, name: harmless(&short::one_line(&name)), link }
        });
        let papers: Vec<ItemPaper> = documents.collect();
        let topics =
            item.topics.iter().filter_map(|&id| plan.topics().get(id)).map(|topic| {
                if topic.code.is_empty() { topic.title.get(language).to_owned() } else { topic.code.clone() }
            });
        let line_of = |texts: Vec<String>| harmless(&short::one_line(&texts.join(", ")));
        let mins = i32::try_from(line.due.start_secs.div_euclid(60)).unwrap_or(i32::MAX / 4);
        Item {
            number: harmless(&line.number),
            level: usize::from(line.level),
            title: Words::chosen(&item.title, self.languages),
            due: start.map(|start| start.plus_mins(mins)),
            kind: item.kind,
            presentation_secs: item.presentation_secs,
            discussion_secs: item.discussion_secs,
            summary: Words::chosen(&item.summary, self.languages),
            speakers: item.speakers.clone(),
            presented: line_of(people.chain(bodies).collect()),
            documents: line_of(papers.iter().map(|paper| paper.name.clone()).collect()),
            papers,
            topics: line_of(topics.collect()),
            origin: item.origin,
            outcome: item.outcome,
        }
    }
}
