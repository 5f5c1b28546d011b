//! Beside the matrix: the topic or the group that is looked at, and what covers it; else what each region has.

use egui::{RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::paint::text::paragraph_ui;
use crate::app::style::{Type, icons};
use crate::app::widget::buttons::plain_button;
use crate::app::widget::cells::{ground, row_fill, small, text, text_right};
use crate::app::widget::fields::{note, paragraph};
use crate::app::widget::posts::body_name;
use crate::app::widget::topics::{
    bodies, cover_name, facilitator, mins_text, state_sign, state_word, topic_code, whole_mins_text,
};
use crate::model::Topic;
use crate::model::coverage::{Cover, Covering};
use crate::texts::{Value, names, tid};

use super::TopicsView;
use super::known::{Group, Known};
use super::table::about_group;

impl TopicsView {
    /// Draws it, or the agenda that is being built.
    pub(super) fn beside_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) {
        ScrollArea::vertical().id_salt("topics beside").auto_shrink(false).show(ui, |ui| {
            ui.set_width(ui.available_width() - 8.0);
            ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
            ui.add_space(12.0);
            if self.building.is_some() {
                return self.build_ui(ui, cx, known);
            }
            let group = self.group.as_ref().and_then(|name| known.groups.iter().find(|group| group.name == *name));
            let topic = self.cursor.and_then(|(id, _)| cx.plan.topics().get(id));
            match (group, topic) {
                (Some(group), _) => self.group_beside_ui(ui, cx, (known, group)),
                (None, Some(topic)) => topic_ui(ui, cx, (known, topic)),
                (None, None) => {}
            }
            ui.add_space(8.0);
            sums_ui(ui, cx, known);
            if topic.is_none() && group.is_none() {
                ui.add_space(8.0);
                note(ui, cx, cx.text("topics-keys"));
            }
        });
    }

    fn group_beside_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (known, group): (&Known, &Group)) {
        paragraph(ui, &group.name, Type::Title, cx.theme.text);
        paragraph(ui, &about_group(cx, group), Type::Small, cx.theme.text_2);
        let topics = || known.rows[group.rows.clone()].iter().map(|row| row.topic);
        if plain_button(ui, cx.text("topics-tick-group"), true).clicked() {
            self.ticked.extend(topics());
        }
        for topic in topics().filter_map(|id| cx.plan.topics().get(id)) {
            ui.separator();
            if head_ui(ui, cx, topic) {
                cx.select(topic.id);
            }
            paragraph(ui, cx.title(&topic.title), Type::Small, cx.theme.text);
            votes_ui(ui, cx, topic);
        }
        let mut covers: Vec<Covering> = Vec::new();
        for of in topics().flat_map(|id| known.coverage.of_topic(id)) {
            match covers.iter_mut().find(|known| known.by == of.by) {
                // Items are shared, so the shares add up; a session is one.
                Some(known) if matches!(of.by, Cover::Item(_)) => known.secs += of.secs,
                Some(_) => {}
                None => covers.push(*of),
            }
        }
        let start =
            |of: &Covering| cx.plan.sessions().get(of.session).and_then(|row| row.span()).map(|span| span.start);
        covers.sort_by_key(|of| (start(of), of.by));
        covers_ui(ui, cx, &covers);
    }
}

fn title(ui: &mut Ui, cx: &ViewContext<'_>, words: &str) {
    ui.add_space(8.0);
    ui.label(RichText::new(words).font(Type::Head.font()).color(cx.theme.text));
}

/// One topic with all that is known of it.
fn topic_ui(ui: &mut Ui, cx: &ViewContext<'_>, (known, topic): (&Known, &Topic)) {
    head_ui(ui, cx, topic);
    paragraph_ui(ui, RichText::new(cx.title(&topic.title)).font(Type::Title.font()).color(cx.theme.text));
    let who = facilitator(cx, topic);
    let text_of = topic.text.and_then(|id| cx.plan.documents().get(id)).map(|row| row.symbol.clone());
    let group = cx.title(&topic.group).to_owned();
    let consensus = if topic.needs_consensus { cx.text("inspector-yes").to_owned() } else { String::new() };
    for (name, value) in [
        (tid("topic-group"), group),
        (tid("topic-facilitator"), who),
        (tid("topic-text"), text_of.unwrap_or_default()),
        (tid("topic-needs-consensus"), consensus),
    ] {
        if !value.is_empty() {
            paragraph(ui, &format!("{}: {value}", cx.text(name)), Type::Small, cx.theme.text_2);
        }
    }
    votes_ui(ui, cx, topic);
    if topic.lacks_region() {
        let words = format!("{} {}", icons::WARNING, cx.text("topics-region-missing"));
        paragraph(ui, &words, Type::Small, cx.theme.warning);
    }
    ui.add_space(4.0);
    if plain_button(ui, cx.text("topics-edit"), true).clicked() {
        cx.act(Action::Inspect(topic.id.into()));
    }
    covers_ui(ui, cx, known.coverage.of_topic(topic.id));
}

/// Its code, what it is and how far it has come; whether it was clicked.
fn head_ui(ui: &mut Ui, cx: &ViewContext<'_>, topic: &Topic) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::CLICK);
    let theme = cx.theme;
    let painter = ui.painter_at(rect);
    let code = topic_code(cx, topic);
    let strong = RichText::new(code).font(Type::Strong.font()).color(theme.text);
    let used = text(ui, &painter, rect.with_max_x(rect.center().x), strong);
    let kind = cx.text(names::topic_kind(topic.kind));
    let state = state_word(cx, topic);
    let (sign, color) = topic.standing().map_or(("", theme.text_2), |state| state_sign(cx, state));
    let right = text_right(ui, &painter, rect, small(format!("{sign} {state}").trim(), color));
    let between = rect.with_min_x(rect.left() + used + 8.0).with_max_x(rect.right() - right - 8.0);
    text(ui, &painter, between, small(kind, theme.text_2));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{code}, {kind}, {state}")));
    response.clicked()
}

/// Who is for it, who amends, who is against it.
fn votes_ui(ui: &mut Ui, cx: &ViewContext<'_>, topic: &Topic) {
    let theme = cx.theme;
    for (ids, sign, id, color) in [
        (&topic.supported_by, icons::CHECK, tid("topics-are-for"), theme.ok),
        (&topic.amended_by, icons::PENCIL, tid("topics-amend"), theme.warning),
        (&topic.opposed_by, icons::X, tid("topics-oppose"), theme.error),
    ] {
        if !ids.is_empty() {
            let regions = bodies(cx, ids);
            let values = [("regions", Value::from(&regions)), ("count", Value::from(ids.len()))];
            paragraph(ui, &format!("{sign} {}", cx.texts.text_with(id, &values)), Type::Small, color);
        }
    }
}

/// What covers it, with minutes; a click leads there.
fn covers_ui(ui: &mut Ui, cx: &ViewContext<'_>, covers: &[Covering]) {
    title(ui, cx, cx.text("topics-covered-by"));
    if covers.is_empty() {
        let words = format!("{} {}", icons::WARNING, cx.text("topics-covered-by-nothing"));
        paragraph(ui, &words, Type::Small, cx.theme.warning);
    }
    for of in covers {
        let (row, name) = cover_name(cx, of);
        if cover_ui(ui, cx, (of, &name)) {
            cx.select(row);
        }
    }
}

fn cover_ui(ui: &mut Ui, cx: &ViewContext<'_>, (of, name): (&Covering, &str)) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::click());
    let fill = row_fill(cx, (false, response.hovered() || response.has_focus()), cx.theme.ground);
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 4.0, fill);
    let (sign, color) = match of.by {
        Cover::Item(_) => (icons::LIST_ORDERED, cx.theme.hue(crate::look::Hue::Sky).bar),
        Cover::Session(id) => {
            let session = cx.plan.sessions().get(id);
            session.map_or(("", cx.theme.text_2), |row| (cx.kind_sign(row.kind), cx.session_colors(row).bar))
        }
    };
    text(ui, &painter, rect.with_min_x(rect.left() + 2.0), small(sign, color));
    let mins = mins_text(cx, of.secs);
    let used = text_right(ui, &painter, rect, small(&mins, cx.theme.text_2));
    let place = rect.with_min_x(rect.left() + 22.0).with_max_x(rect.right() - used - 6.0);
    text(ui, &painter, place, small(name, cx.theme.text));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{name}, {mins}")));
    let clicked = response.clicked();
    response.on_hover_text(name);
    clicked
}

/// What each region brings, and how many minutes of agendas are for that.
fn sums_ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) {
    title(ui, cx, cx.text("topics-sums"));
    for sum in &known.sums {
        let region = sum.region.map_or_else(|| cx.text("topics-no-region").to_owned(), |id| body_name(cx, id));
        let count = cx.texts.text_with("topics-count", &[("count", Value::from(sum.topics))]);
        let missing = cx.texts.text_with("topics-gaps", &[("count", Value::from(sum.gaps))]);
        let mins = whole_mins_text(cx, sum.secs);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::HOVER);
        let painter = ground(ui, cx, rect, cx.theme.ground);
        let strong = RichText::new(&region).font(Type::Strong.font()).color(cx.theme.text);
        text(ui, &painter, rect.with_max_x(rect.left() + 66.0), strong);
        text(ui, &painter, rect.with_min_x(rect.left() + 70.0), small(&count, cx.theme.text_2));
        let right = text_right(ui, &painter, rect, small(&mins, cx.theme.text_2));
        if sum.gaps > 0 {
            let place = rect.with_max_x(rect.right() - right - 12.0);
            text_right(ui, &painter, place, small(&format!("{} {}", icons::WARNING, sum.gaps), cx.theme.warning));
        }
        response
            .widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{region}: {count}, {mins}, {missing}")));
    }
}
