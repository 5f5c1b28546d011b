//! Which findings are listed, in which order and under which heading; worked out once per change.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use crate::check::Finding;
use crate::model::{Language, SessionId, Severity, WaiverId};
use crate::texts::{built_in, findings};
use crate::workbench::Generation;

use crate::app::context::ViewContext;
use crate::app::filter::folded;

/// What is let through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sieve {
    /// Severities left out, by `Severity as usize`.
    pub hidden: [bool; 4],
    /// Words that must all occur in the sentence, or in the name of the rule.
    pub words: String,
    /// Only findings that name one of these.
    pub sessions: Option<Arc<BTreeSet<SessionId>>>,
}

/// A finding with its sentence, which is written when it is first needed.
#[derive(Debug)]
pub struct Entry {
    /// The finding.
    pub finding: Finding,
    sentence: OnceCell<String>,
}

impl Entry {
    /// What it says.
    pub fn sentence(&self, cx: &ViewContext<'_>) -> &str {
        let write = || findings::sentence(cx.texts, cx.plan, cx.settings.title_language(), &self.finding);
        self.sentence.get_or_init(write)
    }
}

/// A heading of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Head {
    /// Open findings of one rule, all as bad as each other.
    Rule(Severity, &'static str),
    /// Findings that were accepted.
    Waived,
    /// Waivers whose findings are gone or say something else.
    Lapsed,
}

impl Head {
    /// Whether it shows what is below it until somebody folds it; open findings do.
    fn is_open_at_first(self) -> bool {
        matches!(self, Self::Rule(..))
    }
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// A heading and how many lines belong to it.
    Head(Head, usize),
    /// The finding at this place of the entries.
    Finding(usize),
    /// A waiver that does not hold any more.
    Lapsed(WaiverId),
}

/// The list.
#[derive(Debug, Default)]
pub struct Order {
    known: Option<(Generation, Language, Language)>,
    sieve: Sieve,
    entries: Vec<Entry>,
    /// How many open findings there are of each severity, whatever is let through.
    counts: [usize; 4],
    lapsed: Vec<WaiverId>,
    /// The open entries that are let through.
    open: Vec<usize>,
    waived: Vec<usize>,
    shown_lapsed: Vec<WaiverId>,
    /// Headings that were folded or unfolded by hand.
    toggled: HashSet<Head>,
    lines: Vec<Line>,
}

impl Order {
    /// Follows the plan, the language and the filter; returns whether anything changed.
    pub fn update(&mut self, cx: &ViewContext<'_>, sieve: &Sieve) -> bool {
        let key = (cx.workbench.generation(), cx.texts.language(), cx.settings.title_language());
        let stale = self.known != Some(key);
        if stale {
            let checker = cx.workbench.checker();
            let entry = |finding: &Finding| Entry { finding: finding.clone(), sentence: OnceCell::new() };
            self.entries = checker.sorted().into_iter().map(entry).collect();
            self.lapsed = checker.lapsed_waivers(cx.plan);
            self.counts = [0; 4];
            for entry in self.entries.iter().filter(|entry| entry.finding.is_open()) {
                self.counts[entry.finding.severity as usize] += 1;
            }
            self.known = Some(key);
        }
        let changed = stale || self.sieve != *sieve;
        if changed {
            self.sieve = sieve.clone();
            self.sift(cx);
            self.rule_lines();
        }
        changed
    }

    fn sift(&mut self, cx: &ViewContext<'_>) {
        let words: Vec<String> = self.sieve.words.split_whitespace().map(folded).collect();
        let fits = |text: &str| {
            let text = folded(text);
            words.iter().all(|word| text.contains(word.as_str()))
        };
        let about = |sessions: &[SessionId]| {
            self.sieve.sessions.as_ref().is_none_or(|wanted| sessions.iter().any(|id| wanted.contains(id)))
        };
        let lets = |entry: &Entry| {
            let finding = &entry.finding;
            let shown = !finding.is_open() || !self.sieve.hidden[finding.severity as usize];
            let says = || {
                let rule = rule_name(cx, finding.rule);
                fits(&format!("{rule} {}", entry.sentence(cx)))
            };
            shown && about(&finding.sessions) && (words.is_empty() || says())
        };
        let let_through = (0..self.entries.len()).filter(|&at| lets(&self.entries[at]));
        let (open, waived) = let_through.partition(|&at| self.entries[at].finding.is_open());
        let holds = |id: &WaiverId| {
            cx.plan.waivers().get(*id).is_some_and(|waiver| {
                let text = || format!("{} {}", rule_name(cx, waiver.rule.as_str()), built_in(cx.texts, &waiver.reason));
                about(&waiver.sessions) && (words.is_empty() || fits(&text()))
            })
        };
        let lapsed = self.lapsed.iter().copied().filter(holds).collect();
        (self.open, self.waived, self.shown_lapsed) = (open, waived, lapsed);
    }

    fn rule_lines(&mut self) {
        let head_of = |at: &usize| {
            let finding = &self.entries[*at].finding;
            Head::Rule(finding.severity, finding.rule)
        };
        let mut lines = Vec::with_capacity(self.open.len() + 16);
        for group in self.open.chunk_by(|a, b| head_of(a) == head_of(b)) {
            let head = head_of(&group[0]);
            lines.push(Line::Head(head, group.len()));
            if self.is_open(head) {
                lines.extend(group.iter().map(|&at| Line::Finding(at)));
            }
        }
        if !self.waived.is_empty() {
            lines.push(Line::Head(Head::Waived, self.waived.len()));
            if self.is_open(Head::Waived) {
                lines.extend(self.waived.iter().map(|&at| Line::Finding(at)));
            }
        }
        if !self.shown_lapsed.is_empty() {
            lines.push(Line::Head(Head::Lapsed, self.shown_lapsed.len()));
            if self.is_open(Head::Lapsed) {
                lines.extend(self.shown_lapsed.iter().map(|&id| Line::Lapsed(id)));
            }
        }
        self.lines = lines;
    }

    /// Whether what is below a heading shows.
    pub fn is_open(&self, head: Head) -> bool {
        head.is_open_at_first() != self.toggled.contains(&head)
    }

    /// Folds or unfolds a heading.
    pub fn fold(&mut self, head: Head) {
        if !self.toggled.remove(&head) {
            self.toggled.insert(head);
        }
        self.rule_lines();
    }

    /// The lines of the list.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// A finding of the list.
    pub fn entry(&self, at: usize) -> Option<&Entry> {
        self.entries.get(at)
    }

    /// The open findings that are let through, folded or not.
    pub fn open(&self) -> &[usize] {
        &self.open
    }

    /// The sessions whose findings alone are listed.
    pub fn sessions(&self) -> Option<&Arc<BTreeSet<SessionId>>> {
        self.sieve.sessions.as_ref()
    }

    /// How many open findings there are of each severity, whatever is let through.
    pub fn counts(&self) -> [usize; 4] {
        self.counts
    }

    /// Whether nothing at all is reported.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.lapsed.is_empty()
    }

    /// The line of a finding, after unfolding its heading.
    pub fn line_of(&mut self, at: usize) -> Option<usize> {
        let finding = &self.entries.get(at)?.finding;
        let head = if finding.is_open() { Head::Rule(finding.severity, finding.rule) } else { Head::Waived };
        if !self.is_open(head) {
            self.fold(head);
        }
        self.lines.iter().position(|line| *line == Line::Finding(at))
    }
}

/// What a rule is called.
pub fn rule_name(cx: &ViewContext<'_>, rule: &str) -> String {
    cx.texts.text(&findings::rule_ids(rule)[0]).to_owned()
}
