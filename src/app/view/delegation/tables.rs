//! Below the chart: what must be missed and why, whom meetings concern, and what would help.

use egui::{Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::app::context::ViewContext;
use crate::app::paint::text::wrapped;
use crate::app::phrases;
use crate::app::style::{Type, icons, size};
use crate::app::widget::buttons::{Rank, frame_button};
use crate::app::widget::cells::{Head, cell, ground, heads_ui, row_fill, small, text, text_right};
use crate::edit::Command;
use crate::model::{Concern, Delegate, Placement};
use crate::texts::{Value, dates, findings, tid};
use crate::workbench::attending::{Help, Way};

use super::chart::{Asked, clock};
use super::known::Known;

/// Beside one another where there is so much room, in points.
const TWO: f32 = 760.0;
const HEAD: f32 = 24.0;
const ROW: f32 = size::ROW;
const TALL: f32 = 40.0;
/// The room of the button that takes what helps.
const TAKE: f32 = 88.0;

/// Draws them, down to the lower edge of what is in sight at least.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known, (helps, bottom): (Option<&[Help]>, f32)) -> Option<Asked> {
    let room = ui.available_rect_before_wrap();
    let missed = known.attendance.missed().count();
    let left_high = 2.0 * size::FIELD + HEAD + ROW * (missed.max(1) + 5) as f32;
    let right_high = size::FIELD + HEAD + TALL * helps.map_or(1, |helps| helps.len().max(1)) as f32 + 32.0;
    let is_beside = room.width() >= TWO;
    let high = if is_beside { left_high.max(right_high) } else { left_high + right_high };
    let high = high.max(bottom - room.top()).max(0.0);
    let (area, _) = ui.allocate_exact_size(vec2(room.width(), high), Sense::HOVER);
    let (left, right) = if is_beside {
        area.split_left_right_at_fraction(0.5)
    } else {
        area.split_top_bottom_at_y(area.top() + left_high)
    };
    let mut asked = None;
    ui.scope_builder(UiBuilder::new().max_rect(left).id_salt("missed"), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        asked = missed_ui(ui, cx, known);
        concerns_ui(ui, cx, known);
    });
    if is_beside {
        ui.painter().vline(left.right() - 0.5, area.y_range(), (1.0, cx.theme.line_strong));
    }
    ui.scope_builder(UiBuilder::new().max_rect(right).id_salt("helps"), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        asked = helps_ui(ui, cx, known, helps).or(asked.take());
    });
    asked
}

/// The head of a table: what it is, and a word about it.
fn title_ui(ui: &mut Ui, cx: &ViewContext<'_>, title: &str, about: &str) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::FIELD), Sense::HOVER);
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, cx.theme.ground);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, (1.0, cx.theme.line));
    let inner = rect.shrink2(vec2(12.0, 0.0));
    let words = egui::RichText::new(title).font(Type::Strong.font()).color(cx.theme.text);
    let wide = text(ui, &painter, inner, words);
    text(ui, &painter, inner.with_min_x(inner.left() + wide + 10.0), small(about, cx.theme.text_2));
}

fn missed_ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) -> Option<Asked> {
    let missed: Vec<_> = known.attendance.missed().collect();
    let length = clock(known.attendance.missed_mins());
    let values = [
        ("count", Value::from(missed.len())),
        ("all", Value::from(known.counting().count())),
        ("length", Value::from(&length)),
    ];
    title_ui(ui, cx, cx.text("delegation-must-miss"), &cx.texts.text_with("delegation-missed-of", &values));
    let wide = ui.available_width();
    let because = 104.0 + (wide - 104.0) * 0.52;
    let columns = [(12.0, 100.0), (104.0, because), (because + 8.0, wide - 8.0)];
    let (head, _) = ui.allocate_exact_size(vec2(wide, HEAD), Sense::HOVER);
    let heads: [Head; 3] = [
        (columns[0], tid("delegation-when")),
        (columns[1], tid("delegation-meeting")),
        (columns[2], tid("delegation-because")),
    ];
    heads_ui(ui, cx, head, (&heads, &[]));
    let mut asked = None;
    if missed.is_empty() {
        let (rect, _) = ui.allocate_exact_size(vec2(wide, ROW), Sense::HOVER);
        let words = format!("{} {}", icons::CIRCLE_CHECK, cx.text("delegation-nothing-missed"));
        text(ui, &ui.painter_at(rect), cell(rect, (12.0, wide - 12.0)), small(&words, cx.theme.ok));
    }
    for sitting in missed {
        let Some(at) = known.place_of(sitting.session) else { continue };
        let (rect, response) = ui.allocate_exact_size(vec2(wide, ROW), Sense::CLICK);
        let because = known.because(cx, sitting);
        let spoken = format!("{}: {because}", known.spoken(cx, at));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
        let painter = ground(ui, cx, rect, row_fill(cx, (false, response.hovered()), cx.theme.panel));
        let when = phrases::weekday_and_time(cx, sitting.span.start);
        text(ui, &painter, cell(rect, columns[0]), small(&when, cx.theme.text_2));
        let session = cx.plan.sessions().get(sitting.session);
        let sign = session.map(|row| cx.kind_sign(row.called())).unwrap_or_default();
        let name = format!("{sign} {}", known.names[at]);
        let words = egui::RichText::new(name).font(Type::Body.font()).color(cx.theme.text);
        text(ui, &painter, cell(rect, columns[1]), words);
        text(ui, &painter, cell(rect, columns[2]), small(&because, cx.theme.text_2));
        if response.on_hover_text(because).clicked() {
            asked = Some(Asked::Choose(sitting.session));
        }
    }
    asked
}

/// Whom formal meetings concern, and how many of each count.
fn concerns_ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) {
    let about = if known.is_small() { String::new() } else { known.title(cx) };
    title_ui(ui, cx, cx.text("delegation-concerns"), &about);
    let wide = ui.available_width();
    let line = |ui: &mut Ui, words: (&str, &str), (counting, all): (usize, usize)| {
        let (rect, response) = ui.allocate_exact_size(vec2(wide, ROW), Sense::HOVER);
        let painter = ground(ui, cx, rect, cx.theme.panel);
        let values = [("count", Value::from(counting)), ("all", Value::from(all))];
        let figure = cx.texts.text_with("roster-of", &values);
        let spoken = format!("{} {}: {figure}", words.0, words.1);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
        text(
            ui,
            &painter,
            cell(rect, (12.0, 112.0)),
            egui::RichText::new(words.0).font(Type::Body.font()).color(cx.theme.text),
        );
        text(ui, &painter, cell(rect, (120.0, wide - 80.0)), small(words.1, cx.theme.text_2));
        text_right(ui, &painter, cell(rect, (wide - 80.0, wide - 12.0)), small(&figure, cx.theme.text));
    };
    let of = |is: &dyn Fn(&Concern) -> bool| known.counted(is);
    let all = of(&|concern| *concern == Concern::All);
    line(ui, (cx.text("delegation-all"), cx.text("delegation-all-about")), all);
    let regions = of(&|concern| matches!(concern, Concern::Regions(_)));
    line(ui, (cx.text("delegation-region"), cx.text("delegation-region-about")), regions);
    let members = of(&|concern| *concern == Concern::Members);
    line(ui, (cx.text("delegation-members"), cx.text("delegation-members-about")), members);
    let officers = of(&|concern| *concern == Concern::Officers);
    line(ui, (cx.text("delegation-officers"), cx.text("delegation-officers-about")), officers);
    line(ui, (cx.text("delegation-together"), ""), known.counted(|_| true));
}

fn helps_ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known, helps: Option<&[Help]>) -> Option<Asked> {
    title_ui(ui, cx, cx.text("delegation-helps"), cx.text("delegation-helps-about"));
    let wide = ui.available_width();
    let costs = (wide - TAKE - (wide * 0.3).clamp(110.0, 280.0)).max(120.0);
    let columns = [(12.0, costs - 52.0), (costs - 52.0, costs - 12.0), (costs, wide - TAKE)];
    let (head, _) = ui.allocate_exact_size(vec2(wide, HEAD), Sense::HOVER);
    let words: [Head; 2] = [(columns[0], tid("delegation-move")), (columns[2], tid("delegation-costs"))];
    heads_ui(ui, cx, head, (&words, &[(columns[1], tid("delegation-frees"))]));
    let say = |ui: &mut Ui, words: &str| {
        let (rect, _) = ui.allocate_exact_size(vec2(wide, ROW), Sense::HOVER);
        text(ui, &ui.painter_at(rect), cell(rect, (12.0, wide - 12.0)), small(words, cx.theme.text_2));
    };
    let Some(helps) = helps else {
        say(ui, cx.text("delegation-searching"));
        return None;
    };
    if helps.is_empty() {
        let is_none = known.attendance.missed().next().is_none();
        say(ui, cx.text(if is_none { "delegation-needs-no-help" } else { "delegation-no-help" }));
    }
    let mut asked = None;
    for help in helps {
        asked = help_ui(ui, cx, known, (help, &columns)).or(asked);
    }
    asked
}

/// One thing that would help: what is done, what it frees, what it costs, and the button that does it.
fn help_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    known: &Known,
    (help, columns): (&Help, &[(f32, f32); 3]),
) -> Option<Asked> {
    let at = known.place_of(help.missed)?;
    let (title, head, about, command) = match &help.way {
        Way::Move(to) => {
            let about = format!("{} {}", icons::ARROW_RIGHT, moved_to(cx, to));
            (
                known.names[at].clone(),
                known.names[at].clone(),
                about,
                Some(Command::Place(vec![(help.missed, to.clone())])),
            )
        }
        Way::Come(place, time) | Way::Stay(place, time) => {
            let when = dates::moment_text(cx.texts, *time);
            let who = known.delegate_name(cx, *place);
            let values = [("who", Value::from(&who)), ("when", Value::from(&when))];
            let comes = matches!(help.way, Way::Come(..));
            let title = if comes {
                cx.texts.text_with("delegation-comes", &values)
            } else {
                cx.texts.text_with("delegation-stays", &values)
            };
            let row = known.delegation.delegates.get(*place).map(|row| {
                let row = (**row).clone();
                if comes { Delegate { from: Some(*time), ..row } } else { Delegate { until: Some(*time), ..row } }
            });
            let head = cx.texts.text_with(
                if comes { tid("delegation-comes-earlier") } else { tid("delegation-stays-longer") },
                &[("who", Value::from(&who))],
            );
            let about = cx.texts.text_with("delegation-for", &[("what", Value::from(&known.names[at]))]);
            let about = format!("{} {when}, {about}", icons::ARROW_RIGHT);
            (title, head, about, row.map(|row| Command::Put(row.into())))
        }
    };
    let wide = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(wide, TALL), Sense::HOVER);
    let painter = ground(ui, cx, rect, cx.theme.panel);
    let (upper, lower) = rect.shrink2(vec2(0.0, 2.0)).split_top_bottom_at_fraction(0.5);
    let words = egui::RichText::new(&head).font(Type::Body.font()).color(cx.theme.text);
    text(ui, &painter, cell(upper, columns[0]), words);
    text(ui, &painter, cell(lower, columns[0]), small(&about, cx.theme.text_2));
    let frees = clock(help.frees_mins);
    text_right(ui, &painter, cell(rect, columns[1]), small(&frees, cx.theme.text));
    let costs: Vec<String> = help
        .against
        .iter()
        .map(|finding| findings::sentence(cx.texts, cx.plan, cx.settings.title_language(), finding))
        .collect();
    let lunch = dates::length_text(cx.texts, help.lunch_mins);
    let lunch = cx.texts.text_with("delegation-costs-lunch", &[("length", Value::from(&lunch))]);
    let (sign, color, cost) = match costs.first() {
        Some(cost) => (icons::WARNING, cx.theme.warning, cost.as_str()),
        None if help.lunch_mins > 0 => (icons::WARNING, cx.theme.warning, lunch.as_str()),
        None if matches!(help.way, Way::Move(_)) => (icons::CHECK, cx.theme.ok, cx.text("delegation-costs-nothing")),
        None => (icons::CHECK, cx.theme.ok, cx.text("delegation-nothing-moved")),
    };
    let place = cell(rect, columns[2]);
    let galley = wrapped(ui, small(&format!("{sign} {cost}"), color), place.width(), 2);
    painter.galley(pos2(place.left(), (rect.center().y - galley.size().y / 2.0).round()), galley, color);
    let spoken = format!("{title}, {about}, {frees}, {cost}");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    response.on_hover_text(if costs.is_empty() { format!("{title}\n{about}") } else { costs.join("\n") });
    take_ui(ui, cx, (rect, &format!("{}: {title}", cx.text("delegation-take"))), command)
}

/// Where a meeting would be: the chart says of which month.
fn moved_to(cx: &ViewContext<'_>, to: &Placement) -> String {
    let span = to.span();
    let rooms = to.rooms.iter().filter_map(|&id| cx.plan.rooms().get(id)).map(|room| cx.title(&room.title).to_owned());
    let when = format!("{}–{}", phrases::weekday_and_time(cx, span.start), span.end.clock());
    std::iter::once(when).chain(rooms).collect::<Vec<_>>().join(" · ")
}

/// The button that takes what helps.
fn take_ui(ui: &mut Ui, cx: &ViewContext<'_>, (rect, name): (Rect, &str), command: Option<Command>) -> Option<Asked> {
    let area = Rect::from_min_max(rect.min, rect.max - vec2(8.0, 0.0)).with_min_x(rect.right() - TAKE);
    let mut asked = None;
    ui.scope_builder(UiBuilder::new().max_rect(area).layout(egui::Layout::right_to_left(egui::Align::Center)), |ui| {
        if let Some(command) = command
            && frame_button(ui, cx, Rank::Bordered, ("", cx.text("delegation-take")), name).clicked()
        {
            asked = Some(Asked::Perform(Box::new(command)));
        }
    });
    asked
}
