//! The table of sessions of a file: only lines in sight are put into words.

use egui::{
    Align, Button, Checkbox, Color32, Id, Layout, Painter, Rect, RichText, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2,
};

use super::super::change::change_ui;
use super::super::words::{self, part_name, part_words, was_is};
use super::lines::{Line, Lines, Show, sort_of};
use super::looked::{Looked, Wish, can_take};
use crate::app::context::ViewContext;
use crate::app::paint::text::{displayed, elided, tip};
use crate::app::style::{Type, icons, size};
use crate::app::widget::cells::{Column, FromRight, ROW, cell, chip, ground, heads_ui, row_fill, rows_ui, small, text};
use crate::app::widget::fields::note;
use crate::exchange::arriving::{ArrivedRow, Draft, NearAnswer, Part, State, Weight};
use crate::model::{Session, SessionId};
use crate::texts::{Value, tid};

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To act on a line.
    Choose(Line),
    /// To take what is on a line, or to leave it.
    Tick(Line),
    /// To take a name for this.
    Name(usize, NearAnswer),
    /// To let what comes count for a session, or what is here.
    Side(usize, bool),
}

/// What is shown.
pub struct Shown<'a> {
    pub looked: &'a Looked,
    pub wish: &'a Wish,
    pub draft: &'a Draft,
    pub lines: &'a Lines,
    /// The line that keys act on.
    pub cursor: Option<Line>,
}

/// Where the box of a row ends, and where the word for what becomes of it does.
const BOX: f32 = 30.0;
const STATE: f32 = 132.0;

struct Columns {
    title: Column,
    kind: Column,
    time: Column,
    rooms: Column,
    people: Column,
    more: Column,
}

impl Columns {
    fn new(width: f32) -> Self {
        let mut right = FromRight::new(width);
        let more = right.take(960.0, 132.0);
        let people = right.take(820.0, 150.0);
        let rooms = right.take(0.0, 160.0);
        let time = right.take(0.0, 208.0);
        let kind = right.take(1000.0, 116.0);
        Self { title: (STATE, right.left() - 8.0), kind, time, rooms, people, more }
    }

    /// The column in which a part stands; those without one are told together.
    fn of(&self, part: Part) -> Option<Column> {
        let column = match part {
            Part::Title => self.title,
            Part::Kind => self.kind,
            Part::Time => self.time,
            Part::Rooms => self.rooms,
            Part::People => self.people,
            _ => return None,
        };
        (column.1 > column.0).then_some(column)
    }
}

/// Draws it; `sought` is brought into sight.
pub fn ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    shown: &Shown<'_>,
    (whole, sought): (Rect, Option<usize>),
) -> Option<Asked> {
    let (top, body) = whole.split_top_bottom_at_y(whole.top() + ROW);
    let columns = Columns::new(whole.width());
    let heads = [
        ((BOX, STATE - 8.0), tid("import-outcome")),
        (columns.title, tid("list-column-title")),
        (columns.kind, tid("list-column-kind")),
        (columns.time, tid("handout-time")),
        (columns.rooms, tid("handout-rooms")),
        (columns.people, tid("handout-people")),
        (columns.more, tid("import-more")),
    ];
    heads_ui(ui, cx, top, (&heads, &[]));
    if shown.lines.shown.is_empty() {
        let mut middle = ui.new_child(UiBuilder::new().max_rect(body.shrink(24.0)));
        middle.vertical_centered(|ui| note(ui, cx, cx.text("import-none-wanted")));
        return None;
    }
    let mut asked = None;
    rows_ui(ui, ("import", body), (shown.lines.shown.len(), sought), |ui, at, rect| {
        let line = shown.lines.shown[at];
        let row = Row { cx, shown, columns: &columns, line, rect };
        asked = row.ui(ui).or(asked);
    });
    asked
}

struct Row<'a> {
    cx: &'a ViewContext<'a>,
    shown: &'a Shown<'a>,
    columns: &'a Columns,
    line: Line,
    rect: Rect,
}

impl Row<'_> {
    fn ui(&self, ui: &mut Ui) -> Option<Asked> {
        match self.line {
            Line::Row(place) => self.session_ui(ui, place),
            Line::Gone(at) => self.gone_ui(ui, *self.shown.looked.all.gone.get(at)?),
            Line::Name(at) => self.name_ui(ui, at),
            Line::Differs(place) => self.differs_ui(ui, place),
            Line::Remark(at) => {
                let remark = &self.shown.looked.report.remarks[at];
                let (spot, sentence) = words::remark(self.cx, remark);
                self.remark_ui(ui, remark.weight == Weight::LeftOut, (&spot, &sentence));
                None
            }
            Line::Untold(count) => {
                let sentence = self.cx.texts.text_with("arriving-untold", &[("count", Value::from(count))]);
                self.remark_ui(ui, true, ("", &sentence));
                None
            }
        }
    }

    /// The ground of the line, and whether it is clicked.
    fn ground_ui(&self, ui: &Ui, spoken: impl Fn() -> String) -> (egui::Response, Painter) {
        let is_chosen = self.shown.cursor == Some(self.line);
        let response = ui.interact(self.rect, Id::unique(("import-row", self.line)), Sense::CLICK);
        response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_chosen, spoken()));
        let fill = row_fill(self.cx, (is_chosen, response.hovered()), self.cx.theme.raised);
        (response, ground(ui, self.cx, self.rect, fill))
    }

    fn session_ui(&self, ui: &mut Ui, place: usize) -> Option<Asked> {
        let Self { cx, shown, .. } = self;
        let row = shown.looked.all.rows.get(place)?;
        let said = shown.draft.sessions.get(place)?;
        let after = row.session.and_then(|id| shown.looked.after.sessions().get(id));
        let before = row.session.and_then(|id| cx.plan.sessions().get(id));
        let before = before.filter(|_| matches!(row.state, State::Changed(_)));
        let title = after.map_or_else(|| said.title.first(), |session| cx.session_title(session));
        let sort = sort_of(shown.looked, shown.wish, place);
        let (sign, color, soft, id) = state(cx, sort, row);
        let (response, painter) = self.ground_ui(ui, || {
            let time =
                after.map(|session| part_words(cx, &shown.looked.after, session, Part::Time)).unwrap_or_default();
            let changes = self.changes(row, before.zip(after).map(|(a, b)| (&**a, &**b))).join("; ");
            let all = [cx.text(id), title, &time, &changes];
            let told: Vec<&str> = all.into_iter().filter(|part| !part.is_empty()).collect();
            told.join(", ")
        });
        chip(
            ui,
            cx,
            &painter,
            (cell(self.rect, (BOX, STATE - 8.0)), soft),
            (&format!("{sign} {}", cx.text(id)), color),
        );
        let is_quiet = matches!(sort, Show::Same);
        match after {
            Some(after) => self.cells_ui(ui, &painter, (row, after), (before.map(|before| &**before), is_quiet)),
            None => _ = text(ui, &painter, cell(self.rect, self.columns.title), body(title, cx.theme.text_2)),
        }
        let clicked = response.clicked();
        if response.hovered() {
            let changes = self.changes(row, before.zip(after).map(|(a, b)| (&**a, &**b)));
            if !changes.is_empty() {
                tip(response, &changes.join("\n"));
            }
        }
        let ticked = can_take(row).then(|| {
            let name = cx.texts.text_with("import-tick", &[("title", Value::from(title))]);
            self.tick_ui(ui, shown.wish.takes(&shown.looked.all, place), &name)
        });
        ticked.flatten().or(clicked.then_some(Asked::Choose(self.line)))
    }

    /// What changes of a session, each part with how it was and how it is.
    fn changes(&self, row: &ArrivedRow, sides: Option<(&Session, &Session)>) -> Vec<String> {
        let (State::Changed(parts), Some((before, after))) = (&row.state, sides) else { return Vec::new() };
        if parts.is_empty() {
            return vec![self.cx.text("import-agenda").to_owned()];
        }
        let told = parts.iter().map(|&part| {
            let (was, is) = self.was_is(before, after, part);
            let values = [
                ("part", Value::from(self.cx.text(part_name(part)))),
                ("was", Value::from(&was)),
                ("is", Value::from(&is)),
            ];
            self.cx.texts.text_with("import-change", &values)
        });
        told.collect()
    }

    fn was_is(&self, before: &Session, after: &Session, part: Part) -> (String, String) {
        was_is(self.cx, (self.cx.plan, before), (&self.shown.looked.after, after), part)
    }

    /// What stands in the columns; of what changes, how it was and how it is.
    fn cells_ui(
        &self,
        ui: &Ui,
        painter: &Painter,
        (row, after): (&ArrivedRow, &Session),
        (before, is_quiet): (Option<&Session>, bool),
    ) {
        let Self { cx, shown, columns, .. } = self;
        let changed: &[Part] = if let State::Changed(parts) = &row.state { parts } else { &[] };
        let color = if is_quiet { cx.theme.text_2 } else { cx.theme.text };
        for part in [Part::Title, Part::Kind, Part::Time, Part::Rooms, Part::People] {
            let Some(column) = columns.of(part) else { continue };
            let area = cell(self.rect, column);
            match before.filter(|_| changed.contains(&part)) {
                Some(before) => {
                    let (was, is) = self.was_is(before, after, part);
                    change_ui(ui, cx, painter, (area, &was, &is));
                }
                None => {
                    let words = part_words(cx, &shown.looked.after, after, part);
                    let font = if part == Part::Title && !is_quiet { Type::Strong } else { Type::Body };
                    text(ui, painter, area, RichText::new(displayed(&words)).font(font.font()).color(color));
                }
            }
        }
        let mut more: Vec<&str> =
            changed.iter().filter(|&&part| columns.of(part).is_none()).map(|&part| cx.text(part_name(part))).collect();
        if before.is_some() && changed.is_empty() {
            more.push(cx.text("import-agenda"));
        }
        if before.is_some() {
            text(ui, painter, cell(self.rect, columns.more), body(&more.join(", "), cx.theme.accent));
        }
    }

    fn tick_ui(&self, ui: &mut Ui, is_ticked: bool, name: &str) -> Option<Asked> {
        let mut ticks = is_ticked;
        let rect = self.rect.with_max_x(self.rect.left() + BOX).shrink2(vec2(2.0, 0.0));
        let layout = Layout::left_to_right(Align::Center);
        let builder = UiBuilder::new().id_salt(("import-tick", self.line)).max_rect(rect).layout(layout);
        let response = ui.scope_builder(builder, |ui| {
            ui.spacing_mut().interact_size = vec2(size::TARGET, size::TARGET);
            ui.add(Checkbox::without_text(&mut ticks))
        });
        response.inner.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_ticked, name));
        (ticks != is_ticked).then_some(Asked::Tick(self.line))
    }

    /// A session that is there no more.
    fn gone_ui(&self, ui: &mut Ui, id: SessionId) -> Option<Asked> {
        let cx = self.cx;
        let session = cx.plan.sessions().get(id)?;
        let title = cx.session_title(session);
        let time = part_words(cx, cx.plan, session, Part::Time);
        let (response, painter) = self.ground_ui(ui, || format!("{}, {title}, {time}", cx.text("import-row-gone")));
        let word = format!("{} {}", icons::MINUS, cx.text("import-row-gone"));
        chip(ui, cx, &painter, (cell(self.rect, (BOX, STATE - 8.0)), cx.theme.warning_soft), (&word, cx.theme.warning));
        let is_removed = self.shown.wish.gone.contains(&id);
        for part in [Part::Title, Part::Kind, Part::Time, Part::Rooms, Part::People] {
            let Some(column) = self.columns.of(part) else { continue };
            let words = body(&displayed(&part_words(cx, cx.plan, session, part)), cx.theme.text_2);
            let words = if is_removed { words.strikethrough() } else { words };
            text(ui, &painter, cell(self.rect, column), words);
        }
        let stays = if is_removed { cx.text("import-goes") } else { cx.text("import-stays") };
        text(ui, &painter, cell(self.rect, self.columns.more), body(stays, cx.theme.text_2));
        let name = cx.texts.text_with("import-tick-gone", &[("title", Value::from(title))]);
        let clicked = response.clicked();
        self.tick_ui(ui, is_removed, &name).or(clicked.then_some(Asked::Choose(self.line)))
    }

    /// A sign where other rows have their tick.
    fn sign_ui(&self, painter: &egui::Painter, sign: &str, color: egui::Color32) {
        let font = egui::FontId::proportional(size::SMALL_ICON);
        painter.text(cell(self.rect, (0.0, BOX)).center(), egui::Align2::CENTER_CENTER, sign, font, color);
    }

    /// A name that is near to one of the plan, with what can be answered.
    fn name_ui(&self, ui: &mut Ui, at: usize) -> Option<Asked> {
        let cx = self.cx;
        let near = self.shown.looked.all.near.get(at)?;
        let sessions = self.shown.looked.all.rows.iter().filter(|row| row.near.contains(&at)).count();
        let values =
            [("name", Value::from(&near.name)), ("like", Value::from(&near.like)), ("count", Value::from(sessions))];
        let question = cx.texts.text_with(words::question(near.named, near.is_within), &values);
        let (response, painter) = self.ground_ui(ui, || question.clone());
        let is_open = near.answer.is_none();
        let (sign, color) = if is_open { (icons::HELP, cx.theme.warning) } else { (icons::CHECK, cx.theme.ok) };
        self.sign_ui(&painter, sign, color);
        let answers = [NearAnswer::Same, NearAnswer::New, NearAnswer::LeftOut];
        let choices = answers.map(|answer| {
            let shown = if answer == NearAnswer::Same {
                near.like.as_str()
            } else {
                cx.text(words::answer(near.named, answer))
            };
            (shown.to_owned(), format!("{}: {shown}", near.name), near.answer == Some(answer))
        });
        let color = if is_open { cx.theme.warning } else { cx.theme.text_2 };
        let asked = self.choices_ui(ui, (&question, color), &choices);
        let clicked = response.clicked();
        asked.map(|choice| Asked::Name(at, answers[choice])).or(clicked.then_some(Asked::Choose(self.line)))
    }

    /// What is different there and here, beneath a session.
    fn differs_ui(&self, ui: &mut Ui, place: usize) -> Option<Asked> {
        let (cx, shown) = (self.cx, self.shown);
        let row = shown.looked.all.rows.get(place)?;
        let here = row.session.and_then(|id| cx.plan.sessions().get(id));
        let told = |parts: &[Part], id: &'static str| {
            let (Some(there), Some(here)) = (&row.there, here) else { return None };
            let parts: Vec<String> = parts
                .iter()
                .map(|&part| {
                    let (was, is) = was_is(cx, (cx.plan, here), (&shown.looked.after, there), part);
                    let values = [
                        ("part", Value::from(cx.text(part_name(part)))),
                        ("here", Value::from(&was)),
                        ("there", Value::from(&is)),
                    ];
                    cx.texts.text_with("import-here-there", &values)
                })
                .collect();
            (!parts.is_empty()).then(|| cx.texts.text_with(id, &[("parts", Value::from(&parts.join("; ")))]))
        };
        let is_theirs = shown.wish.theirs.contains(&place);
        let all = [
            told(&row.kept, tid("import-both")),
            told(&row.ours, tid("import-ours")),
            told(&row.fixed, tid("import-fixed")),
            is_theirs.then(|| cx.text("import-theirs").to_owned()),
        ];
        let sentence = all.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let is_open = shown.wish.asks(&shown.looked.all, place) && !row.kept.is_empty();
        let color = if is_open { cx.theme.warning } else { cx.theme.text_2 };
        let (response, _) = self.ground_ui(ui, || sentence.clone());
        let can_choose = is_theirs || !row.kept.is_empty() || !row.ours.is_empty();
        let title = here.map_or("", |session| cx.session_title(session));
        let choice =
            |id: &'static str, is_chosen| (cx.text(id).to_owned(), format!("{title}: {}", cx.text(id)), is_chosen);
        let choices =
            [choice(tid("import-keep-here"), !is_theirs && !is_open), choice(tid("import-take-there"), is_theirs)];
        let choices = if can_choose { &choices[..] } else { &[] };
        let asked = self.choices_ui(ui, (&sentence, color), choices);
        let clicked = response.clicked();
        asked.map(|choice| Asked::Side(place, choice == 1)).or(clicked.then_some(Asked::Choose(self.line)))
    }

    /// A sentence, and buttons behind it of which one may be chosen: what they show, what they are called, whether each is.
    fn choices_ui(
        &self,
        ui: &mut Ui,
        (sentence, color): (&str, Color32),
        choices: &[(String, String, bool)],
    ) -> Option<usize> {
        let rect =
            self.rect.with_min_x(self.rect.left() + if matches!(self.line, Line::Differs(_)) { STATE } else { BOX });
        let layout = Layout::left_to_right(Align::Center);
        let builder = UiBuilder::new().id_salt(("import-choices", self.line)).max_rect(rect).layout(layout);
        let mut ui = ui.new_child(builder);
        ui.set_clip_rect(ui.clip_rect().intersect(rect));
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.spacing_mut().interact_size.y = size::TARGET;
        ui.spacing_mut().button_padding = vec2(8.0, 2.0);
        let most = (200.0 * choices.len() as f32).min(rect.width() * 0.5);
        let words = small(&displayed(sentence), color);
        let galley = elided(&ui, words, rect.width() - most);
        let is_cut = galley.elided;
        let response = ui.label(galley);
        if is_cut {
            tip(response, sentence);
        }
        ui.add_space(6.0);
        let mut chosen = None;
        for (at, (shown, spoken, is_chosen)) in choices.iter().enumerate() {
            let text = elided(&ui, RichText::new(displayed(shown)).font(Type::Small.font()), 180.0);
            let button =
                Button::selectable(*is_chosen, text).min_size(vec2(0.0, size::TARGET)).frame_when_inactive(true);
            let response = ui.add(button);
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, *is_chosen, spoken));
            if response.clicked() {
                chosen = Some(at);
            }
        }
        chosen
    }

    /// What was not understood, or how it was.
    fn remark_ui(&self, ui: &Ui, is_left_out: bool, (spot, sentence): (&str, &str)) {
        let cx = self.cx;
        let (response, painter) =
            self.ground_ui(ui, || if spot.is_empty() { sentence.to_owned() } else { format!("{spot}: {sentence}") });
        let (sign, color) =
            if is_left_out { (icons::WARNING, cx.theme.warning) } else { (icons::INFO, cx.theme.text_2) };
        self.sign_ui(&painter, sign, color);
        text(ui, &painter, cell(self.rect, (BOX, STATE - 8.0)), small(&displayed(spot), cx.theme.text_2));
        text(
            ui,
            &painter,
            cell(self.rect, (STATE, self.rect.width() - 8.0)),
            body(&displayed(sentence), cx.theme.text),
        );
        if response.hovered() {
            tip(response, sentence);
        }
    }
}

fn body(words: &str, color: Color32) -> RichText {
    RichText::new(words).font(Type::Body.font()).color(color)
}

/// What becomes of a session: a sign, its colours, and the id of the word for it.
fn state(cx: &ViewContext<'_>, sort: Show, row: &ArrivedRow) -> (&'static str, Color32, Color32, &'static str) {
    let theme = cx.theme;
    match (sort, &row.state) {
        (Show::Decide, _) => (icons::HELP, theme.warning, theme.warning_soft, tid("import-row-decide")),
        (_, State::New) if row.is_dismissed => {
            (icons::CIRCLE_X, theme.warning, theme.warning_soft, tid("import-row-dismissed"))
        }
        (_, State::New) => (icons::PLUS, theme.ok, theme.ok_soft, tid("import-row-new")),
        (_, State::Changed(_)) => (icons::PENCIL, theme.accent, theme.accent_soft, tid("import-row-changed")),
        (_, State::Not) => (icons::WARNING, theme.error, theme.error_soft, tid("import-row-not")),
        (_, State::Same | State::Joined | State::Without | State::Dismissed) => {
            (icons::CHECK, theme.text_2, theme.field, tid("import-row-same"))
        }
    }
}
