//! The search of the palette: the screen waits neither for what is searched to be made ready nor for what is found.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::Context;

use super::haystack::Haystack;
use crate::app::context::ViewContext;
use crate::app::filter::touched;
use crate::app::system::tasks::Task;
use crate::model::{Language, Patch, RowId};
use crate::workbench::Generation;

/// What is searched, and what was found in it last.
#[derive(Debug, Default)]
pub struct Search {
    haystack: Option<(State, Arc<Haystack>)>,
    preparing: Option<(State, Task<Haystack>)>,
    searching: Option<(Query, Task<Found>)>,
    found: Option<(Query, Found)>,
}

/// The state of the plan, and the language of its titles.
type State = (Generation, Language);
type Query = (State, String);
/// Rows with their points, the best first.
type Found = Vec<(u32, RowId)>;

impl Search {
    /// Makes ready what is searched: once elsewhere, and from then on it follows the plan.
    pub fn prepare(&mut self, ctx: &Context, cx: &ViewContext<'_>) {
        let state = (cx.workbench.generation(), cx.settings.title_language());
        if self.haystack.as_mut().is_some_and(|known| follow(cx, state, known)) {
            return;
        }
        if self.preparing.as_ref().is_none_or(|(known, _)| *known != state) {
            let (plan, language) = (cx.plan.clone(), state.1);
            // What is out of date may be large: it is let go elsewhere, too.
            let old = self.haystack.take();
            let prepare = move |stop: &_| {
                drop(old);
                Haystack::new(&plan, language, stop)
            };
            self.preparing = Some((state, Task::start(ctx, "palette", prepare)));
        }
        if let Some(made) = self.preparing.as_ref().and_then(|(_, task)| task.poll()) {
            // Where that broke down, there is nothing to be found.
            self.haystack = Some((state, Arc::new(made.unwrap_or_default())));
            self.preparing = None;
        }
    }

    /// The rows for these words, with their points, the best first; `None` until they are found.
    pub fn rows(&mut self, ctx: &Context, cx: &ViewContext<'_>, words: &str) -> Option<&[(u32, RowId)]> {
        self.prepare(ctx, cx);
        let (state, haystack) = self.haystack.as_ref()?;
        let is_for = |query: &Query| query.0 == *state && query.1 == words;
        let is_found = self.found.as_ref().is_some_and(|(query, _)| is_for(query));
        if !is_found && !self.searching.as_ref().is_some_and(|(query, _)| is_for(query)) {
            let (haystack, sought) = (Arc::clone(haystack), words.to_owned());
            let search = move |stop: &_| haystack.search(&sought, stop);
            self.searching = Some(((*state, words.to_owned()), Task::start(ctx, "palette", search)));
        }
        if let Some(rows) = self.searching.as_ref().and_then(|(_, task)| task.poll()) {
            let query = self.searching.take().map(|(query, _)| query);
            self.found = query.map(|query| (query, rows.unwrap_or_default()));
        }
        self.found.as_ref().filter(|(query, _)| is_for(query)).map(|(_, rows)| rows.as_slice())
    }
}

/// So many rows are followed one by one; where more have changed, all are looked at again.
const FEW: usize = 256;

/// Lets what is searched follow the plan; whether it is up to date then.
fn follow(cx: &ViewContext<'_>, state: State, (known, haystack): &mut (State, Arc<Haystack>)) -> bool {
    if *known == state {
        return true;
    }
    let Some(patches) = cx.workbench.since(known.0).filter(|_| known.1 == state.1) else { return false };
    let patches: Vec<&Patch> = patches.collect();
    let Some(sessions) = touched(cx.workbench, patches.iter().copied()) else { return false };
    let changed = patches.iter().flat_map(|patch| patch.rows());
    let rows: BTreeSet<RowId> = changed.chain(sessions.into_iter().map(RowId::from)).collect();
    // A search that goes on has it still.
    let Some(haystack) = Arc::get_mut(haystack).filter(|_| rows.len() <= FEW) else { return false };
    for row in rows {
        let meeting = if let RowId::Session(id) = row { cx.index().meeting(id) } else { None };
        haystack.follow((cx.plan, state.1), row, meeting);
    }
    *known = state;
    true
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;

    use super::*;
    use crate::app::context::{Chosen, Screen};
    use crate::app::settings::Settings;
    use crate::app::style::{Brightness, Contrast, Theme};
    use crate::edit::{AnyRow, Command};
    use crate::model::{Body, LocalText};
    use crate::store::Template;
    use crate::texts::Texts;
    use crate::workbench::Workbench;

    #[test]
    fn what_is_searched_follows_the_plan() {
        let language = Language::English;
        let mut chosen = Chosen::new(Workbench::new(Template::Wtdc25.plan()));
        let texts = Texts::new(language);
        let theme = Theme::new(Brightness::Light, Contrast::Normal);
        let screen = Screen { settings: Settings::default(), texts, theme };
        let made = |plan: &crate::model::Plan| Haystack::new(plan, language, &AtomicBool::new(false));
        let before = (chosen.workbench.generation(), language);
        let mut known = (before, Arc::new(made(chosen.workbench.plan())));
        let com3 = Body::clone(chosen.workbench.plan().bodies().get("COM3".parse().unwrap()).unwrap());
        let renamed = Body { code: LocalText::from("COM33"), ..com3 };
        let session = *chosen.workbench.index().sessions_of(renamed.id).first().unwrap();
        chosen.workbench.perform(&Command::Put(AnyRow::Body(Box::new(renamed)))).unwrap();
        chosen.workbench.perform(&Command::Remove(vec![session.into()])).unwrap();
        // The first plenary goes, and the others have another number.
        let plenaries = chosen.workbench.index().sessions_of(crate::model::RowId::Body("PL".parse().unwrap())).clone();
        let first =
            plenaries.into_iter().find(|&id| chosen.workbench.index().meeting(id).is_some_and(|it| it.number == 1));
        chosen.workbench.perform(&Command::Unschedule(first.into_iter().collect())).unwrap();
        let cx = ViewContext::new(&chosen, &screen, &[]);
        let now = (cx.workbench.generation(), language);
        let shared = Arc::clone(&known.1);
        assert!(!follow(&cx, now, &mut known), "it is searched still");
        drop(shared);
        assert!(!follow(&cx, (now.0, Language::Russian), &mut known), "other titles");
        assert!(follow(&cx, now, &mut known));
        assert_eq!((known.0, &*known.1), (now, &made(cx.plan)));
    }
}
