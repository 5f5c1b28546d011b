//! The clock of a speaker: who speaks, how long they still have, and who comes next. The screen in the hall shows nothing
//! else, and the secretariat sees the same, small. Its sizes grow with the room it has.

use std::sync::Arc;

use egui::{Align2, Color32, FontFamily, FontId, Galley, Painter, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::context::ViewContext;
use crate::app::paint::text::elided;
use crate::app::style::{fonts, icons, radius};
use crate::app::widget::statements::{length, person, rank_name, speaks_for};
use crate::model::podium::{PodiumStage, Running, current};
use crate::model::{SessionId, Statement, StopReason, zone};
use crate::texts::{Value, names, tid};

/// So many seconds before the end it is time to conclude.
const CONCLUDE_SECS: i64 = 30;

/// What is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Face {
    /// What is being held.
    title: String,
    /// The time of the day.
    clock: String,
    /// Who speaks, or is about to.
    who: String,
    /// As what.
    rank: String,
    /// In which language.
    language: String,
    /// What is left, or how long an interruption lasts.
    big: String,
    /// A sign and a word for that.
    word: (&'static str, String),
    tone: Tone,
    /// How much is used of how much, in seconds.
    used: Option<(i64, i64)>,
    /// The next two: who, as what, in which language.
    next: Vec<[String; 3]>,
}

/// How urgent it is; never said by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tone {
    Quiet,
    Fine,
    Conclude,
    Over,
}

impl Face {
    /// That of a session at a moment.
    #[must_use]
    pub fn of(cx: &ViewContext<'_>, running: &Running) -> Self {
        let session = cx.plan.sessions().get(running.session);
        let zone = session.and_then(|row| cx.plan.events().get(row.event)).map_or(zone::Tz::UTC, |event| event.zone);
        let clock = zone::civil_at(running.now, zone).map(|(time, _)| time.clock()).unwrap_or_default();
        let stage = running.stage();
        let next_secs = running.to_come.first().map_or(0, |row| i64::from(running.length_secs(row)));
        let (who, left, used) = match &running.speaker {
            Some(turn) => {
                let all = i64::from(turn.statement.length_secs);
                (Some(&turn.statement), turn.left_secs(), Some((turn.secs, all)))
            }
            None if stage == PodiumStage::Over => (None, 0, None),
            None => (running.to_come.first(), next_secs, None),
        };
        let coming = usize::from(running.speaker.is_none());
        let next = running.to_come.iter().skip(coming).take(2).map(|row| said(cx, row)).collect();
        let [who, rank, language] = who.map(|row| said(cx, row)).unwrap_or_default();
        let title = session.map(|row| cx.title(&row.title).to_owned()).unwrap_or_default();
        let word = |sign, id| (sign, cx.text(id).to_owned());
        let (tone, word) = match stage {
            PodiumStage::Waiting | PodiumStage::Opening if running.to_come.is_empty() => {
                (Tone::Quiet, word(icons::INFO, tid("podium-nobody")))
            }
            PodiumStage::Waiting | PodiumStage::Opening => (Tone::Quiet, word(icons::MIC, tid("podium-first"))),
            PodiumStage::Between if running.to_come.is_empty() => (Tone::Quiet, word(icons::CHECK, tid("podium-all"))),
            PodiumStage::Between => (Tone::Quiet, word(icons::MIC, tid("podium-next"))),
            PodiumStage::Over => (Tone::Quiet, word(icons::CHECK, tid("podium-over"))),
            PodiumStage::Speaking if left < 0 => (Tone::Over, word(icons::CIRCLE_X, tid("podium-time-over"))),
            PodiumStage::Speaking if left <= CONCLUDE_SECS => {
                (Tone::Conclude, word(icons::WARNING, tid("podium-conclude")))
            }
            PodiumStage::Speaking => (Tone::Fine, word(icons::CIRCLE_CHECK, tid("podium-speaking"))),
        };
        let big = if who.is_empty() { String::new() } else { length(left) };
        let mut face = Self { title, clock, who, rank, language, big, word, tone, used, next };
        if let Some(stop) = running.podium.stop() {
            face.interrupt(cx, stop.why, running.now.saturating_sub(stop.from).max(0));
        }
        face
    }

    /// What stands still while something else is dealt with; a point of order has a clock of its own.
    fn interrupt(&mut self, cx: &ViewContext<'_>, why: StopReason, secs: i64) {
        self.word = (icons::PAUSE, cx.text(names::stop_reason(why)).to_owned());
        self.tone = Tone::Quiet;
        if matches!(why, StopReason::PointOfOrder | StopReason::Reply) {
            self.word.0 = icons::MESSAGE;
            self.big = length(secs);
        }
    }

    /// Draws it in a rectangle; with figures beside the bar where there is room for them.
    pub fn ui(&self, ui: &mut Ui, cx: &ViewContext<'_>, rect: Rect) {
        let response = ui.interact(rect, ui.scope_id().with_salt(egui::IdSalt::new("face")), Sense::HOVER);
        response.widget_info(|| WidgetInfo::labeled(Role::Status, true, self.spoken()));
        let draw =
            Draw { ui, cx, painter: ui.painter_at(rect), unit: (rect.width() / 1000.0).min(rect.height() / 640.0) };
        let top = self.head_ui(&draw, rect);
        let bottom = self.next_ui(&draw, rect);
        let bottom = self.bar_ui(&draw, rect.with_max_y(bottom));
        self.big_ui(&draw, Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), bottom)));
    }

    fn spoken(&self) -> String {
        let parts = [&self.who, &self.big, &self.word.1];
        parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ")
    }

    fn color(&self, cx: &ViewContext<'_>) -> Color32 {
        match self.tone {
            Tone::Quiet => cx.theme.text,
            Tone::Fine => cx.theme.ok,
            Tone::Conclude => cx.theme.warning,
            Tone::Over => cx.theme.error,
        }
    }

    /// The title, the clock of the day, who speaks; answers where it ends.
    fn head_ui(&self, draw: &Draw<'_>, rect: Rect) -> f32 {
        let theme = draw.cx.theme;
        let clock = draw.line(&self.clock, (Weight::Strong, 22.0, 12.0), theme.text, rect.width());
        let room = rect.width() - clock.size().x - 12.0;
        let title = draw.line(&self.title, (Weight::Strong, 16.0, 12.0), theme.text, room);
        // What is in brackets is the first to be left out.
        let brief = self.title.split('(').next().unwrap_or_default().trim_end();
        let title = if title.elided { draw.line(brief, (Weight::Strong, 16.0, 12.0), theme.text, room) } else { title };
        let high = clock.size().y.max(title.size().y);
        let mut y = rect.top() + high;
        draw.put(pos2(rect.left(), y - title.size().y), title);
        draw.put(pos2(rect.right() - clock.size().x, y - clock.size().y), clock);
        y += draw.at_least(11.0, 5.0);
        draw.painter.hline(rect.x_range(), y, (1.0, theme.line_strong));
        y += draw.at_least(18.0, 5.0);
        let language = format!("{} {}", icons::LANGUAGES, self.language);
        let language = if self.language.is_empty() { String::new() } else { language };
        let language = draw.line(&language, (Weight::Plain, 22.0, 12.0), theme.text, rect.width() / 3.0);
        let room = rect.width() - language.size().x - 12.0;
        let who = draw.fitting(&self.who, (70.0, 22.0, 14.0), theme.text, room);
        let middle = y + who.size().y / 2.0;
        draw.put(pos2(rect.right() - language.size().x, middle - language.size().y / 2.0), language);
        y += who.size().y;
        draw.put(pos2(rect.left(), y - who.size().y), who);
        let rank = draw.line(&self.rank, (Weight::Plain, 25.0, 12.0), theme.text_2, rect.width());
        draw.put(pos2(rect.left(), y), Arc::clone(&rank));
        y + rank.size().y
    }

    /// What is left, as large as there is room for, and the word beside it.
    fn big_ui(&self, draw: &Draw<'_>, rect: Rect) {
        let color = self.color(draw.cx);
        let word = format!("{} {}", self.word.0, self.word.1);
        let word = draw.fitting(&word, (40.0, 14.0, 11.0), color, rect.width() * 0.62);
        let used = match self.used {
            Some((used, all)) if draw.unit > 0.6 => {
                let (used, all) = (length(used), length(all));
                let values = [("used", Value::from(&used)), ("all", Value::from(&all))];
                let text = draw.cx.texts.text_with("podium-used", &values);
                Some(draw.line(&text, (Weight::Plain, 19.0, 12.0), draw.cx.theme.text_2, rect.width() / 2.0))
            }
            _ => None,
        };
        let room = vec2(rect.width() - word.size().x - draw.at_least(30.0, 12.0), rect.height());
        // A line is somewhat higher than its figures.
        let high = (room.y * 1.08).min(room.x / (self.big.chars().count().max(4) as f32 * 0.6));
        let font = FontId::new(high.clamp(16.0, 480.0), FontFamily::Name(fonts::SEMIBOLD.into()));
        let big = draw.painter.layout_no_wrap(self.big.clone(), font, color);
        let top = rect.center().y - big.size().y / 2.0;
        let base = rect.center().y + big.size().y * 0.3;
        draw.put(pos2(rect.left(), top), big);
        let below = used.as_ref().map_or(0.0, |used| used.size().y + 4.0);
        let word_top = (base - word.size().y - below).max(rect.top());
        draw.put(pos2(rect.right() - word.size().x, word_top), Arc::clone(&word));
        if let Some(used) = used {
            draw.put(pos2(rect.right() - used.size().x, word_top + word.size().y + 4.0), used);
        }
    }

    /// How much is used: to the time to conclude, to the end, and half a minute beyond it. Answers where it begins.
    fn bar_ui(&self, draw: &Draw<'_>, rect: Rect) -> f32 {
        let theme = draw.cx.theme;
        let has_marks = draw.unit > 0.6;
        let marks = if has_marks { draw.at_least(24.0, 14.0) } else { 0.0 };
        let high = draw.at_least(24.0, 8.0);
        let bar =
            Rect::from_min_max(pos2(rect.left(), rect.bottom() - marks - high), rect.right_bottom() - vec2(0.0, marks));
        let (used, all) = self.used.unwrap_or((0, 0));
        let scale = (all + CONCLUDE_SECS).max(1) as f32;
        let x = |secs: i64| bar.left() + bar.width() * (secs as f32 / scale).clamp(0.0, 1.0);
        let round = f32::from(radius::BAR);
        draw.painter.rect_filled(bar, round, theme.field);
        if all > 0 {
            let conclude = (all - CONCLUDE_SECS).max(0);
            draw.painter.rect_filled(bar.with_min_x(x(conclude)), round, theme.warning_soft);
            draw.painter.rect_filled(bar.with_min_x(x(all)), round, theme.error_soft);
            draw.painter.rect_filled(bar.with_max_x(x(used)), round, self.color(draw.cx));
            for (secs, at) in [(0, bar.left()), (conclude, x(conclude)), (all, x(all))] {
                if secs > 0 {
                    draw.painter.vline(at, bar.y_range(), (2.0, theme.panel));
                }
                if has_marks {
                    let place = if secs == 0 { Align2::LEFT_TOP } else { Align2::CENTER_TOP };
                    let font = FontId::new(draw.at_least(15.0, 11.0), FontFamily::Proportional);
                    draw.painter.text(pos2(at, bar.bottom() + 4.0), place, length(secs), font, theme.text_2);
                }
            }
        }
        bar.top() - draw.at_least(14.0, 6.0)
    }

    /// The next two, each in a card; answers where they begin.
    fn next_ui(&self, draw: &Draw<'_>, rect: Rect) -> f32 {
        let theme = draw.cx.theme;
        let high = draw.at_least(104.0, 42.0);
        let gap = draw.at_least(18.0, 8.0);
        let wide = (rect.width() - gap) / 2.0;
        for (at, [who, rank, language]) in self.next.iter().enumerate() {
            let left = rect.left() + (wide + gap) * at as f32;
            let card = Rect::from_min_size(pos2(left, rect.bottom() - high), vec2(wide, high));
            draw.painter.rect(
                card,
                f32::from(radius::CARD),
                theme.panel,
                (1.0, theme.line_strong),
                egui::StrokeKind::Inside,
            );
            let inner = card.shrink2(vec2(draw.at_least(22.0, 10.0), draw.at_least(14.0, 3.0)));
            let id = if at == 0 { tid("podium-next-short") } else { tid("podium-then-short") };
            let small = (Weight::Plain, 15.0, 11.0);
            let head = draw.line(draw.cx.text(id), small, theme.text_2, inner.width() / 2.0);
            let tongue = draw.line(language, small, theme.text_2, inner.width() - head.size().x - 6.0);
            let name = draw.line(who, (Weight::Strong, 31.0, 13.0), theme.text, inner.width());
            let y = inner.top() + head.size().y;
            draw.put(inner.left_top(), head);
            draw.put(pos2(inner.right() - tongue.size().x, inner.top()), tongue);
            let below = y + name.size().y;
            draw.put(pos2(inner.left(), y), name);
            if draw.unit > 0.6 {
                let rank = draw.line(rank, (Weight::Plain, 14.0, 11.0), theme.text_2, inner.width());
                draw.put(pos2(inner.left(), below), rank);
            }
        }
        rect.bottom() - high - draw.at_least(34.0, 10.0)
    }
}

/// Who, as what, in which language.
fn said(cx: &ViewContext<'_>, statement: &Statement) -> [String; 3] {
    let rank = person(cx, statement).map(|person| {
        if person.function.is_empty() { rank_name(cx, person).to_owned() } else { person.function.clone() }
    });
    let language = statement.language.map(|language| cx.text(names::language(language)).to_owned());
    let language = language.unwrap_or_else(|| statement.other_language.clone());
    [speaks_for(cx, statement).to_owned(), rank.unwrap_or_default(), language]
}

#[derive(Clone, Copy)]
enum Weight {
    Plain,
    Strong,
}

/// What everything is drawn with.
struct Draw<'a> {
    ui: &'a Ui,
    cx: &'a ViewContext<'a>,
    painter: Painter,
    /// A thousandth of the width, or what goes with the height.
    unit: f32,
}

impl Draw<'_> {
    fn at_least(&self, units: f32, least: f32) -> f32 {
        (self.unit * units).max(least).round()
    }

    fn line(&self, text: &str, (weight, units, least): (Weight, f32, f32), color: Color32, room: f32) -> Arc<Galley> {
        let family = match weight {
            Weight::Plain => FontFamily::Proportional,
            Weight::Strong => FontFamily::Name(fonts::SEMIBOLD.into()),
        };
        let font = FontId::new(self.at_least(units, least), family);
        elided(self.ui, egui::RichText::new(text).font(font).color(color), room.max(1.0))
    }

    /// A heavy line that is written smaller before anything of it is left out, down to `smallest` points.
    fn fitting(&self, text: &str, (units, least, smallest): (f32, f32, f32), color: Color32, room: f32) -> Arc<Galley> {
        let lay_out = |size, room| self.line(text, (Weight::Strong, 0.0, size), color, room);
        fitted((self.at_least(units, least), smallest), room, lay_out)
    }

    fn put(&self, at: egui::Pos2, galley: Arc<Galley>) {
        self.painter.galley(at, galley, self.cx.theme.text);
    }
}

/// What `lay_out` makes in the largest size, in whole points below the first, in which it has room; in the smallest if in none. It is
/// measured once without bounds: glyphs are kept in every size that is tried.
fn fitted((largest, smallest): (f32, f32), room: f32, lay_out: impl Fn(f32, f32) -> Arc<Galley>) -> Arc<Galley> {
    let wide = lay_out(largest, f32::INFINITY).size().x;
    if wide <= room {
        return lay_out(largest, room);
    }
    let size = (largest * room / wide).floor();
    // Letters do not grow quite as their sizes do.
    let sizes = [size, size - 1.0].into_iter().filter(|&size| size > smallest);
    sizes.map(|size| lay_out(size, room)).find(|galley| !galley.elided).unwrap_or_else(|| lay_out(smallest, room))
}

/// How the podium runs that runs now, or will next.
#[must_use]
pub fn running(cx: &ViewContext<'_>) -> Option<Running> {
    let session = current(cx.plan, cx.moment.unwrap_or(i64::MIN))?;
    running_of(cx, session)
}

/// How the podium of a session runs; where there is no clock, at the last moment that is noted.
#[must_use]
pub fn running_of(cx: &ViewContext<'_>, session: SessionId) -> Option<Running> {
    let index = cx.workbench.index();
    let running = Running::of(cx.plan, index, session, cx.moment.unwrap_or_default())?;
    if cx.moment.is_some() {
        return Some(running);
    }
    Running::of(cx.plan, index, session, running.latest())
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    #[test]
    fn a_long_name_finds_its_size_in_a_few_steps() {
        let name = "The Democratic and Popular Republic of Very Long Names";
        egui::__run_test_ui(|ui| {
            let tried = RefCell::new(Vec::new());
            let lay_out = |size, room| {
                tried.borrow_mut().push(size);
                elided(ui, egui::RichText::new(name).size(size), room)
            };
            for room in [400.0, 600.0, 900.0, 4000.0] {
                tried.borrow_mut().clear();
                let galley = fitted((70.0, 9.0), room, lay_out);
                let (count, size) = (tried.borrow().len(), tried.borrow().last().copied().unwrap_or_default());
                assert!(!galley.elided && galley.size().x <= room, "{room}: {size}");
                assert!((2..=4).contains(&count), "{room}: {:?}", tried.borrow());
                assert!(size >= 70.0 || lay_out(size + 2.0, room).elided, "{room}: {size} is too small");
            }
            assert!(fitted((70.0, 14.0), 40.0, lay_out).elided, "and is cut where it has no room at all");
        });
    }
}
