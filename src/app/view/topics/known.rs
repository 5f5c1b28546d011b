//! What the matrix shows, worked out and put into words once for each state of the plan.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::app::context::ViewContext;
use crate::app::widget::posts::body_name;
use crate::app::widget::topics::{facilitator, state_word, topic_code};
use crate::model::coverage::{self, Coverage};
use crate::model::{BodyId, EventId, Language, Topic, TopicId, folded};
use crate::texts::{names, tid};
use crate::workbench::Generation;

use super::columns::{self, Block, Cell, Column};

/// What is wanted: how topics are put together, and which of them show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Whether by what is alike, else by region.
    pub by_likeness: bool,
    /// Only those that are missing somewhere.
    pub gaps_only: bool,
    /// Only those with these words.
    pub words: String,
    /// Items that keep their columns, though no topic may be on them any more.
    pub kept: BTreeSet<crate::model::AgendaItemId>,
}

/// A topic in words.
#[derive(Debug)]
pub struct Row {
    /// Which.
    pub topic: TopicId,
    /// Its code.
    pub code: String,
    /// Its region, in short.
    pub region: String,
    /// What it is in each column.
    pub cells: Vec<Cell>,
    /// In which blocks it is missing.
    pub gaps: Vec<bool>,
    /// All of it, for those who do not see it.
    pub spoken: String,
    /// Whether nobody says of which region it is.
    pub lacks_region: bool,
}

/// Topics that stand together.
#[derive(Debug)]
pub struct Group {
    /// What they are called together.
    pub name: String,
    /// Its rows.
    pub rows: Range<usize>,
    /// The minutes of agendas that are theirs, in seconds.
    pub secs: u32,
}

/// What a region brings and gets.
#[derive(Debug, PartialEq)]
pub struct Sum {
    /// The region; `None` for topics of none.
    pub region: Option<BodyId>,
    /// How many topics.
    pub topics: usize,
    /// How many of them are missing somewhere.
    pub gaps: usize,
    /// The minutes of agendas that are theirs, in seconds.
    pub secs: u32,
}

/// What was worked out, and from what.
#[derive(Debug)]
pub struct Known {
    at: (Generation, [Language; 2]),
    wanted: Wanted,
    /// What covers what.
    pub coverage: Coverage,
    /// The events and their columns.
    pub blocks: Vec<Block>,
    /// All columns, block by block.
    pub columns: Vec<Column>,
    /// The topics that show.
    pub rows: Vec<Row>,
    /// How they stand together.
    pub groups: Vec<Group>,
    /// All topics of the plan that are missing somewhere, in their order.
    pub missing: Vec<TopicId>,
    /// Interregional meetings, each with the number of topics that have no item there.
    pub without_item: Vec<(EventId, usize)>,
    /// Sums of all topics by region.
    pub sums: Vec<Sum>,
}

impl Known {
    /// That of the plan; as it was where nothing has changed.
    #[must_use]
    pub fn of(known: Option<Self>, cx: &ViewContext<'_>, wanted: &Wanted) -> Self {
        let at = (cx.workbench.generation(), [cx.texts.language(), cx.settings.title_language()]);
        if let Some(known) = known.filter(|known| known.at == at && known.wanted == *wanted) {
            return known;
        }
        let coverage = Coverage::of(cx.plan);
        let (blocks, columns) = columns::of(cx, &coverage, &wanted.kept);
        let meetings = coverage::meetings(cx.plan);
        let mut topics: Vec<&Topic> = cx.plan.topics().iter().map(|topic| &**topic).collect();
        topics.sort_by_cached_key(|topic| place(cx, topic));
        let has_gap = |topic: &&Topic| coverage.has_gap(topic.id, &meetings);
        let missing: Vec<TopicId> = topics.iter().copied().filter(has_gap).map(|topic| topic.id).collect();
        let lacks = |&event: &EventId| topics.iter().filter(|topic| !coverage.has_item(topic.id, event)).count();
        let without_item = meetings.iter().map(|event| (*event, lacks(event))).collect();
        let sums = sums(&topics, &coverage, &missing);
        let words: Vec<String> = folded(&wanted.words).split_whitespace().map(str::to_owned).collect();
        let shown = in_groups(cx, topics, wanted.by_likeness).into_iter().map(|(name, topics)| {
            let is_shown = |topic: &&Topic| {
                (!wanted.gaps_only || missing.contains(&topic.id)) && (words.is_empty() || has_words(cx, topic, &words))
            };
            (name, topics.into_iter().filter(is_shown).collect::<Vec<_>>())
        });
        let (mut rows, mut groups) = (Vec::new(), Vec::new());
        for (name, topics) in shown.filter(|(_, topics)| !topics.is_empty()) {
            let from = rows.len();
            let secs = topics.iter().map(|topic| coverage.item_secs(topic.id)).fold(0, u32::saturating_add);
            rows.extend(topics.iter().map(|topic| row(cx, topic, &coverage, (&blocks, &columns))));
            groups.push(Group { name, rows: from..rows.len(), secs });
        }
        let wanted = wanted.clone();
        Self { at, wanted, coverage, blocks, columns, rows, groups, missing, without_item, sums }
    }

    /// The row of a topic.
    #[must_use]
    pub fn row_of(&self, topic: TopicId) -> Option<usize> {
        self.rows.iter().position(|row| row.topic == topic)
    }

    /// The group in which a row stands.
    #[must_use]
    pub fn group_of(&self, row: usize) -> Option<usize> {
        self.groups.iter().position(|group| group.rows.contains(&row))
    }
}

/// Where a topic stands: regions in the order in which their meetings adopted topics, then by code.
fn place(cx: &ViewContext<'_>, topic: &Topic) -> impl Ord + use<> {
    let adopted = topic.event.and_then(|id| cx.plan.events().get(id)).map(|event| event.dates.span().start);
    (topic.region.is_none(), adopted.is_none(), adopted, topic.region, topic.code.len(), topic.code.clone(), topic.id)
}

/// Topics by likeness, the most alike first, or by region.
fn in_groups<'a>(cx: &ViewContext<'_>, topics: Vec<&'a Topic>, by_likeness: bool) -> Vec<(String, Vec<&'a Topic>)> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut groups: Vec<(String, Vec<&Topic>)> = Vec::new();
    for topic in topics {
        let name = if by_likeness {
            cx.title(&topic.group).to_owned()
        } else {
            topic.region.map(|id| body_name(cx, id)).unwrap_or_default()
        };
        let at = *places.entry(name.clone()).or_insert(groups.len());
        if at == groups.len() {
            groups.push((name, Vec::new()));
        }
        groups[at].1.push(topic);
    }
    if by_likeness {
        groups.sort_by_key(|(name, topics)| (name.is_empty(), Reverse(topics.len())));
    }
    let nameless = if by_likeness { tid("topics-no-group") } else { tid("topics-no-region") };
    for (name, _) in groups.iter_mut().filter(|(name, _)| name.is_empty()) {
        cx.text(nameless).clone_into(name);
    }
    groups
}

fn sums(topics: &[&Topic], coverage: &Coverage, missing: &[TopicId]) -> Vec<Sum> {
    let mut sums: Vec<Sum> = Vec::new();
    for topic in topics {
        let at = sums.iter().position(|sum| sum.region == topic.region).unwrap_or(sums.len());
        if at == sums.len() {
            sums.push(Sum { region: topic.region, topics: 0, gaps: 0, secs: 0 });
        }
        sums[at].topics += 1;
        sums[at].gaps += usize::from(missing.contains(&topic.id));
        sums[at].secs += coverage.item_secs(topic.id);
    }
    sums
}

fn has_words(cx: &ViewContext<'_>, topic: &Topic, words: &[String]) -> bool {
    let region = topic.region.map(|id| body_name(cx, id)).unwrap_or_default();
    let facilitator = facilitator(cx, topic);
    let said = [&topic.code, cx.title(&topic.title), cx.title(&topic.group), &region, &facilitator];
    let text = folded(&format!("{} {}", said.join(" "), state_word(cx, topic)));
    words.iter().all(|word| text.contains(word))
}

fn row(cx: &ViewContext<'_>, topic: &Topic, coverage: &Coverage, (blocks, columns): (&[Block], &[Column])) -> Row {
    let cells: Vec<Cell> = columns.iter().map(|column| column.cell(cx.plan, coverage, topic.id)).collect();
    let gaps = blocks.iter().map(|block| {
        let is_there = || cells[block.columns.clone()].contains(&Cell::Covers);
        if block.is_meeting { !coverage.has_item(topic.id, block.event) } else { !is_there() }
    });
    let group = cx.title(&topic.group);
    let said = [
        topic_code(cx, topic),
        if topic.code.is_empty() { "" } else { cx.title(&topic.title) },
        cx.text(names::topic_kind(topic.kind)),
        group,
        state_word(cx, topic),
        &facilitator(cx, topic),
    ];
    let mut spoken = said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    if topic.lacks_region() {
        spoken = format!("{spoken}, {}", cx.text("topics-no-region"));
    }
    Row {
        topic: topic.id,
        code: topic_code(cx, topic).to_owned(),
        region: topic.region.map(|id| body_name(cx, id)).unwrap_or_default(),
        gaps: gaps.collect(),
        cells,
        spoken,
        lacks_region: topic.lacks_region(),
    }
}
