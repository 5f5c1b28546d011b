//! The days before and after the one in sight, each a line at its end that says what is there and goes there.

use chrono::NaiveDate;
use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo, pos2};

use crate::app::context::ViewContext;
use crate::app::paint::text::elided;
use crate::app::style::{Type, icons};
use crate::model::{CivilTime, SessionId, SessionKind};
use crate::texts::{Value, dates, tid};
use crate::workbench::{Generation, Workbench};

/// How high a line is, in points.
pub const HEIGHT: f32 = 24.0;

/// What is known of the neighbours of a day.
#[derive(Debug, Default)]
pub struct Neighbours {
    known: Option<(Generation, NaiveDate)>,
    before: Option<Neighbour>,
    after: Option<Neighbour>,
}

/// A day beside the one in sight.
#[derive(Debug)]
struct Neighbour {
    date: NaiveDate,
    /// How many sessions it has, without breaks.
    count: usize,
    /// When the first one begins, and which that is.
    first: Option<(CivilTime, SessionId)>,
}

impl Neighbour {
    fn new(workbench: &Workbench, date: NaiveDate) -> Self {
        let sessions = workbench.index().sessions_on(date).iter();
        let sessions = sessions.filter_map(|&id| workbench.plan().sessions().get(id));
        let sessions = sessions.filter(|session| session.kind != SessionKind::Break);
        let midnight = CivilTime::midnight(date);
        let starts = sessions.filter_map(|session| Some((session.span()?.start.max(midnight), session.id)));
        let (count, first) = starts.fold((0, None::<(CivilTime, SessionId)>), |(count, first), start| {
            (count + 1, Some(first.map_or(start, |first| first.min(start))))
        });
        Self { date, count, first }
    }

    /// `Tuesday 25 November · 6 sessions, from 09:30`; the only session by its title.
    fn text(&self, cx: &ViewContext<'_>, id: &'static str) -> String {
        let day = dates::day_heading(cx.texts, self.date);
        let only = self.first.filter(|_| self.count == 1).and_then(|(_, id)| cx.plan.sessions().get(id));
        let what = match (only, self.first) {
            (Some(session), _) => cx.session_title(session).to_owned(),
            (None, first) => {
                let sessions = cx.texts.text_with("status-sessions", &[("count", Value::from(self.count))]);
                let from = |(time, _): (CivilTime, SessionId)| {
                    let clock = time.clock();
                    let values = [("sessions", Value::from(&sessions)), ("time", Value::from(&clock))];
                    cx.texts.text_with("day-fold-from", &values)
                };
                first.map_or_else(|| sessions.clone(), from)
            }
        };
        cx.texts.text_with(id, &[("day", Value::from(&day)), ("what", Value::from(&what))])
    }
}

impl Neighbours {
    /// Looks at the neighbours of a day, where the plan or the day is another than before.
    pub fn follow(
        &mut self,
        cx: &ViewContext<'_>,
        date: NaiveDate,
        (before, after): (Option<NaiveDate>, Option<NaiveDate>),
    ) {
        let now = (cx.workbench.generation(), date);
        if self.known != Some(now) {
            let neighbour = |date| Neighbour::new(cx.workbench, date);
            *self = Self { known: Some(now), before: before.map(neighbour), after: after.map(neighbour) };
        }
    }

    /// Draws the lines above and below; answers the day that was chosen, and what is left between them.
    pub fn ui(&self, ui: &Ui, cx: &ViewContext<'_>, area: Rect) -> (Option<NaiveDate>, Rect) {
        let mut chosen = None;
        let mut rest = area;
        for (neighbour, icon, id) in [
            (&self.before, icons::CHEVRON_UP, tid("day-fold-before")),
            (&self.after, icons::CHEVRON_DOWN, tid("day-fold-next")),
        ] {
            let Some(neighbour) = neighbour.as_ref().filter(|_| rest.height() > 8.0 * HEIGHT) else { continue };
            let is_before = id == "day-fold-before";
            let line =
                if is_before { rest.with_max_y(rest.top() + HEIGHT) } else { rest.with_min_y(rest.bottom() - HEIGHT) };
            if is_before {
                rest.min.y = line.bottom();
            } else {
                rest.max.y = line.top();
            }
            let response = ui.interact(line, Id::unique(id), Sense::click());
            let text = neighbour.text(cx, id);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &text));
            let painter = ui.painter_at(line);
            let is_lit = response.hovered() || response.has_focus();
            painter.rect_filled(line, 0.0, if is_lit { cx.theme.field } else { cx.theme.shade });
            let edge = if is_before { line.bottom() - 0.5 } else { line.top() + 0.5 };
            painter.hline(line.x_range(), edge, egui::Stroke::new(1.0, cx.theme.line_strong));
            let text = egui::RichText::new(format!("{icon}  {text}")).font(Type::Small.font()).color(cx.theme.text_2);
            let galley = elided(ui, text, line.width() - 24.0);
            let at = pos2(line.center().x - galley.size().x / 2.0, line.center().y - galley.size().y / 2.0);
            painter.galley(at.round(), galley, cx.theme.text_2);
            if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
                chosen = Some(neighbour.date);
            }
        }
        (chosen, rest)
    }
}
