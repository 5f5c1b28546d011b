//! The line above the matrix: how topics stand together, which of them show, and what is done to those that are ticked.

use egui::{Align, Id, Layout, Response, RichText, Role, Ui, WidgetInfo, vec2};

use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};
use crate::app::widget::buttons::{Rank, frame_button};
use crate::app::widget::items::item_title;
use crate::app::widget::picker::{Picked, PickerItem, picker};
use crate::app::widget::topics::{group_named, groups, item_number};
use crate::model::{AgendaItem, AgendaItemId, ItemKind, LocalText, TopicState};
use crate::texts::{Value, names, short, tid};

use super::TopicsView;
use super::build::Build;
use super::deeds;
use super::known::Known;
use super::table::legend_ui;

/// The room that the legend and the name of the view need.
const LEGEND: f32 = 480.0;
const NAME: f32 = 900.0;
/// So wide the line must be to say what buttons do, to have a field for words, and to have both ways side by side.
const WORDS: f32 = 980.0;
const FILTER: f32 = 640.0;
const BOTH: f32 = 500.0;
/// So wide the field for words is.
const FIELD: f32 = 130.0;

impl TopicsView {
    /// Draws it.
    pub(super) fn line(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) {
        if ui.available_width() > NAME {
            ui.label(RichText::new(cx.text("view-topics")).font(Type::Head.font()).color(cx.theme.text));
        }
        let room = ui.available_width();
        let has_words = room > WORDS;
        for (by_likeness, id) in [(false, tid("topics-by-region")), (true, tid("topics-by-likeness"))] {
            let is_on = self.wanted.by_likeness == by_likeness;
            // Where there is hardly any room, only what can be chosen instead stands there.
            if room < BOTH && is_on {
                continue;
            }
            let words = cx.text(id);
            let button = ui.selectable_label(is_on, words);
            button.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, words));
            if button.clicked() {
                (self.wanted.by_likeness, self.group) = (by_likeness, None);
            }
        }
        if room > FILTER {
            let field = egui::TextEdit::singleline(&mut self.wanted.words).id(Id::unique("topics-words"));
            let field = field.hint_text(cx.text("topics-filter")).desired_width(FIELD);
            ui.add(field).accessible_name(cx.text("topics-filter"));
        }
        self.gaps_ui(ui, cx, (known, room > BOTH));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            self.summary_ui(ui, cx);
            let build = cx.text("topics-build");
            let button = frame_button(ui, cx, Rank::Bordered, (icons::LIST_ORDERED, worded(has_words, build)), build);
            if button.on_hover_text(cx.text("topics-build-tip")).clicked() {
                self.building = match self.building.take() {
                    Some(_) => None,
                    None => Some(Build::new(cx, known)),
                };
            }
            self.give_ui(ui, cx, (known, has_words));
            self.group_ui(ui, cx, (known, has_words));
            self.state_ui(ui, cx, (known, has_words));
            if ui.available_width() > LEGEND {
                ui.add_space(12.0);
                legend_ui(ui, cx);
            }
        });
    }

    /// Shows only topics that are missing somewhere, and how many those are.
    fn gaps_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (known, has_words): (&Known, bool)) {
        let count = known.missing.len();
        let words = cx.texts.text_with("topics-gaps", &[("count", Value::from(count))]);
        let is_on = self.wanted.gaps_only;
        let sign = if count == 0 { icons::CHECK } else { icons::WARNING };
        let shown = if has_words { format!("{sign} {words}") } else { format!("{sign} {count}") };
        let button = ui.selectable_label(is_on, shown);
        button.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, &words));
        if button.on_hover_text(cx.text("topics-gaps-tip")).clicked() {
            self.wanted.gaps_only = !is_on;
        }
    }

    /// Opens and closes what stands beside the matrix.
    fn summary_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let (is_on, words) = (self.has_summary, cx.text("topics-summary"));
        let sign = RichText::new(icons::PANEL_RIGHT).font(Type::Body.font());
        let button = ui.add(egui::Button::selectable(is_on, sign).min_size(vec2(28.0, 28.0)));
        button.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, words));
        if button.on_hover_text(words).clicked() {
            self.summary = Some(!is_on);
        }
    }

    /// Gives the topics that are meant a group: one that is there, or a new one whose name is typed.
    fn group_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (known, has_words): (&Known, bool)) {
        let name = cx.text("topics-make-group");
        let topics = self.meant(known);
        let words = (icons::LAYERS, worded(has_words, name), name, cx.text("topics-make-group-tip"));
        let button = ticked_button(ui, cx, words, !topics.is_empty());
        let new_name = |typed: &str| cx.texts.text_with("topics-new-group", &[("name", Value::from(typed))]);
        let all = || {
            let none = (LocalText::default(), cx.text("topics-no-group").to_owned());
            let named = groups(cx).into_iter().map(|group| (group.clone(), cx.title(&group).to_owned()));
            let item = |(value, title): (LocalText, String)| PickerItem { value, title, detail: String::new() };
            named.chain([none]).map(item).collect()
        };
        let group = match picker(&button, cx, name, Some(&new_name), all) {
            Some(Picked::Known(group)) => group,
            Some(Picked::New(typed)) => group_named(cx, &typed),
            None => return,
        };
        cx.perform(deeds::grouped(cx, &topics, &group));
        (self.sought, self.takes_keyboard) = (true, true);
    }

    /// Says how far the topics that are meant have come.
    fn state_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (known, has_words): (&Known, bool)) {
        let name = cx.text("topics-set-state");
        let topics = self.meant(known);
        let words = (icons::CIRCLE_CHECK, worded(has_words, name), name, cx.text("topics-set-state-tip"));
        let button = ticked_button(ui, cx, words, !topics.is_empty());
        let all = || {
            let item = |state: Option<TopicState>| {
                let title = cx.text(state.map_or(tid("topics-state-of-kind"), names::topic_state)).to_owned();
                PickerItem { value: state, title, detail: String::new() }
            };
            TopicState::ALL.map(Some).into_iter().chain([None]).map(item).collect()
        };
        if let Some(Picked::Known(state)) = picker(&button, cx, name, None, all) {
            cx.perform(deeds::in_state(cx, &topics, state));
            (self.sought, self.takes_keyboard) = (true, true);
        }
    }

    /// Puts the topics that are meant on one item.
    fn give_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (known, has_words): (&Known, bool)) {
        let name = cx.text("topics-give");
        let topics = self.meant(known);
        let words = (icons::PLUS, worded(has_words, name), name, cx.text("topics-give-tip"));
        let button = ticked_button(ui, cx, words, !topics.is_empty());
        if let Some(Picked::Known(item)) = picker(&button, cx, name, None, || items(cx)) {
            self.wanted.kept.insert(item);
            if let Some(command) = deeds::given(cx, item, &topics) {
                cx.perform(command);
            }
            self.takes_keyboard = true;
        }
    }
}

/// A button for what is done to ticked topics: its sign, what stands on it, its name, and what it is for.
fn ticked_button(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (sign, shown, name, tip): (&str, &str, &str, &str),
    is_enabled: bool,
) -> Response {
    let button = ui.add_enabled_ui(is_enabled, |ui| frame_button(ui, cx, Rank::Bordered, (sign, shown), name));
    button.inner.on_hover_text(tip).on_disabled_hover_text(cx.text("topics-tick-first"))
}

/// What a button does in words, where there is room for that.
fn worded(has_words: bool, words: &str) -> &str {
    if has_words { words } else { "" }
}

/// The items that can have topics, in the order of time.
fn items(cx: &ViewContext<'_>) -> Vec<PickerItem<AgendaItemId>> {
    let mut all: Vec<&AgendaItem> =
        cx.plan.items().iter().map(|item| &**item).filter(|item| item.kind != ItemKind::Pause).collect();
    let start = |item: &AgendaItem| cx.plan.sessions().get(item.session).and_then(|session| session.span());
    all.sort_by_key(|item| (start(item).map(|span| span.start), item.session, item.order, item.id));
    let language = cx.settings.title_language();
    let choice = |item: &AgendaItem| {
        let session = cx.plan.sessions().get(item.session);
        let title = format!("{} {}", item_number(cx, item), item_title(cx, item)).trim().to_owned();
        let detail = session.map(|session| short::session_name(cx.plan, language, session)).unwrap_or_default();
        PickerItem { value: item.id, title, detail }
    };
    all.into_iter().map(choice).collect()
}
