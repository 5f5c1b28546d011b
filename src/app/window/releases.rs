//! The window of releases: making the next one, and moving the last one on until it is issued.

use chrono::NaiveDate;
use egui::{ComboBox, Id, RichText, Role, ScrollArea, Ui, WidgetInfo};

use super::Floating;
use super::sheet::{docked, filled_button, plain_button};
use crate::app::action::Action;
use crate::app::compared::Against;
use crate::app::context::ViewContext;
use crate::app::paint::text::{elided, label_ui};
use crate::app::phrases;
use crate::app::style::{Type, icons};
use crate::app::widget::calendar::{Shown, calendar_popup};
use crate::app::widget::fields::{Lines, TextField, caption, medium, note, option_ui};
use crate::app::widget::property::chip_button;
use crate::edit::releases::{back_to_draft, new_release};
use crate::model::{BodyId, BodyKind, Release, ReleaseStage, SessionId};
use crate::texts::{Value, dates, names, tid};

/// The window, open or not.
#[derive(Debug, Default)]
pub struct ReleasesWindow {
    open: bool,
    label: String,
    note: String,
    by: String,
    symbol: String,
    body: Option<BodyId>,
    /// The meeting that approved it.
    meeting: Option<SessionId>,
    /// On which day the next release is made, and one is approved or issued; today where nothing was chosen.
    made: Option<NaiveDate>,
    decided: Option<NaiveDate>,
}

impl Floating for ReleasesWindow {
    fn is_docked(&self) -> bool {
        self.open
    }

    fn docked_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        if !docked(ui, cx, cx.text("releases-title"), |ui| self.content_ui(ui, cx)) {
            self.close();
        }
    }

    fn is_open(&self) -> bool {
        self.open
    }

    fn close(&mut self) {
        *self = Self::default();
    }
}

impl ReleasesWindow {
    /// Opens it. Who makes a release is who made the last one, else who writes comments here.
    pub fn open(&mut self, cx: &ViewContext<'_>) {
        let last = cx.plan.releases().iter().max_by_key(|release| release.number);
        let author = || cx.settings.author.clone();
        let by = last.map(|release| release.by.clone()).filter(|by| !by.is_empty()).unwrap_or_else(author);
        // As a rule it is the steering committee that approves.
        let bodies = cx.index().bodies().iter().map(|&(id, _)| id);
        let steers = |id: &BodyId| cx.plan.bodies().get(*id).is_some_and(|row| row.kind == BodyKind::SteeringCommittee);
        *self = Self { open: true, by, body: bodies.into_iter().find(steers), ..Self::default() };
    }

    fn content_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        ScrollArea::vertical().id_salt("releases").auto_shrink(false).show(ui, |ui| {
            let mut all: Vec<_> = cx.plan.releases().iter().collect();
            all.sort_by_key(|release| std::cmp::Reverse(release.number));
            self.next_ui(ui, cx);
            if let Some(last) = all.first().filter(|last| last.stage != ReleaseStage::Issued) {
                self.way_ui(ui, cx, last);
            }
            for release in all {
                release_ui(ui, cx, release);
            }
        });
    }

    /// The fields of the next release, and the button that makes it.
    fn next_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        note(ui, cx, cx.text("releases-intro"));
        ui.add_space(6.0);
        let today = cx.now.map_or_else(|| chrono::Local::now().date_naive(), |now| now.date());
        let next = new_release(cx.plan, today);
        ui.label(medium(cx.texts.text_with("release-name", &[("number", Value::from(next.number))])));
        let fields = [
            ("release-label", &mut self.label, Lines::One),
            ("release-note", &mut self.note, Lines::Wrapped),
            ("release-by", &mut self.by, Lines::One),
        ];
        for (name, text, lines) in fields {
            field_ui(ui, cx, name, (text, lines));
        }
        day_ui(ui, cx, "release-made-on", (&mut self.made, today));
        ui.add_space(8.0);
        let make = cx.texts.text_with("release-make", &[("number", Value::from(next.number))]);
        if filled_button(ui, cx, &make, true).clicked() {
            let [label, note, by] = [&self.label, &self.note, &self.by].map(|text| text.trim().to_owned());
            cx.act(Action::Release(Box::new(Release {
                label,
                note,
                by,
                made: self.made.take().unwrap_or(today),
                ..next
            })));
            (self.label, self.note) = (String::new(), String::new());
        }
    }

    /// What comes next with a release that is not issued yet.
    fn way_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, last: &Release) {
        ui.add_space(10.0);
        ui.separator();
        let name = cx.texts.text_with("release-name", &[("number", Value::from(last.number))]);
        ui.label(medium(cx.texts.text_with("release-way", &[("release", Value::from(&name))])));
        let today = cx.now.map_or_else(|| chrono::Local::now().date_naive(), |now| now.date());
        let to = |stage| Release { stage, ..last.clone() };
        if last.stage == ReleaseStage::Draft && plain_button(ui, cx.text("release-submit"), true).clicked() {
            cx.act(Action::Release(Box::new(to(ReleaseStage::Submitted))));
        }
        if last.stage < ReleaseStage::Approved {
            self.approval_ui(ui, cx);
        }
        day_ui(ui, cx, "release-decided-on", (&mut self.decided, today));
        if last.stage < ReleaseStage::Approved {
            ui.add_space(4.0);
            if plain_button(ui, cx.text("release-approve"), true).clicked() {
                let approved = Some(self.decided.take().unwrap_or(today));
                let approved = Release {
                    body: self.body,
                    meeting: self.meeting.filter(|_| self.body.is_some()),
                    approved,
                    ..to(ReleaseStage::Approved)
                };
                cx.act(Action::Release(Box::new(approved)));
            }
        }
        field_ui(ui, cx, "release-symbol", (&mut self.symbol, Lines::One));
        ui.add_space(4.0);
        if plain_button(ui, cx.text("release-issue"), true).on_hover_text(cx.text("release-issue-tip")).clicked() {
            let symbol = self.symbol.trim().to_owned();
            let issued = Some(self.decided.take().unwrap_or(today));
            let issued = Release { symbol, issued, ..to(ReleaseStage::Issued) };
            cx.act(Action::Release(Box::new(issued)));
        }
        if last.stage != ReleaseStage::Draft {
            ui.add_space(4.0);
            let back = plain_button(ui, cx.text("release-back"), true).on_hover_text(cx.text("release-back-tip"));
            if back.clicked() {
                cx.act(Action::Release(Box::new(back_to_draft(last))));
            }
        }
    }

    /// Which body approves it, and at which of its meetings.
    fn approval_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let bodies = cx.index().bodies().iter().map(|&(id, _)| id);
        let bodies: Vec<_> = bodies.map(|id| (id, phrases::row_title(cx, id.into()))).collect();
        let before = self.body;
        choice_ui(ui, cx, ("release-body", "release-no-body"), (&bodies, &mut self.body));
        if self.body != before {
            self.meeting = None;
        }
        let Some(body) = self.body else { return };
        let sessions = cx.index().referring(body).sessions.iter().filter_map(|&id| cx.plan.sessions().get(id));
        let mut meetings: Vec<_> = sessions
            .filter(|session| session.bodies.contains(&body))
            .filter_map(|session| Some((session.placement.as_ref()?.start, session)))
            .collect();
        meetings.sort_by_key(|(start, session)| (*start, session.id));
        let meetings: Vec<_> = meetings
            .into_iter()
            .map(|(start, session)| {
                let name = phrases::row_title(cx, session.id.into());
                (session.id, format!("{} · {name}", dates::moment_text(cx.texts, start)))
            })
            .collect();
        if !meetings.is_empty() {
            choice_ui(ui, cx, ("release-meeting", "release-no-meeting"), (&meetings, &mut self.meeting));
        }
    }
}

/// A choice of one of these rows, or of none.
fn choice_ui<I: Copy + PartialEq>(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (name, none): (&'static str, &'static str),
    (rows, chosen): (&[(I, String)], &mut Option<I>),
) {
    caption(ui, cx, cx.texts.text(name));
    let none = cx.texts.text(none);
    let shown = rows.iter().find(|(id, _)| Some(*id) == *chosen).map_or(none, |(_, text)| text);
    let width = ui.available_width() - 8.0;
    let text = elided(ui, RichText::new(shown), width - 32.0);
    let combo = ComboBox::from_id_salt(name).selected_text(text).width(width).show_ui(ui, |ui| {
        if option_ui(ui, chosen.is_none(), none, none) {
            *chosen = None;
        }
        for (id, text) in rows {
            let shown = elided(ui, RichText::new(text), 420.0);
            if option_ui(ui, *chosen == Some(*id), shown, text) {
                *chosen = Some(*id);
            }
        }
    });
    let spoken = format!("{}: {shown}", cx.texts.text(name));
    combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &spoken));
}

/// A day, today where none was chosen.
fn day_ui(ui: &mut Ui, cx: &ViewContext<'_>, name: &'static str, (day, today): (&mut Option<NaiveDate>, NaiveDate)) {
    caption(ui, cx, cx.texts.text(name));
    let chosen = day.unwrap_or(today);
    let button = chip_button(ui, cx, (icons::CALENDAR, &dates::dates_year(cx.texts, chosen, chosen)));
    if let Some(picked) = calendar_popup(&button, cx, Shown { chosen: Some(chosen), marked: Some((today, today)) }) {
        *day = Some(picked);
    }
    ui.add_space(4.0);
}

fn field_ui(ui: &mut Ui, cx: &ViewContext<'_>, name: &'static str, (text, lines): (&mut String, Lines)) {
    caption(ui, cx, cx.texts.text(name));
    let look = TextField { name: cx.texts.text(name), lines, selects_all: true, ..TextField::default() };
    look.show(ui, cx, (Id::unique(("release-field", name)), false), text);
}

/// One release: what it is, and what can be done with it.
fn release_ui(ui: &mut Ui, cx: &ViewContext<'_>, release: &Release) {
    ui.add_space(10.0);
    ui.separator();
    let name = cx.texts.text_with("release-name", &[("number", Value::from(release.number))]);
    let stage = cx.texts.text(names::release_stage(release.stage));
    ui.label(medium(format!("{name} · {stage}")));
    let day = dates::dates_year(cx.texts, release.made, release.made);
    let approved = approval(cx, release);
    let issued = release.issued.map(|day| dates::dates_year(cx.texts, day, day)).unwrap_or_default();
    let issued =
        if issued.is_empty() { issued } else { cx.texts.text_with("release-issued-on", &[("day", (&issued).into())]) };
    let parts = [&day, &release.by, &approved, &issued, &release.symbol, &release.label, &release.note];
    let told: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    label_ui(ui, RichText::new(told.join(" · ")).font(Type::Small.font()).color(cx.theme.text_2));
    ui.horizontal(|ui| {
        if ui.button(cx.text("release-compare")).clicked() {
            cx.act(Action::Compare(Against::Release(release.number)));
            cx.act(Action::ShowView("changes"));
        }
        if ui.button(cx.text("release-open")).on_hover_text(cx.text("release-open-tip")).clicked() {
            cx.act(Action::OpenRelease { number: release.number, exports: false });
        }
        if ui.button(cx.text("release-export")).on_hover_text(cx.text("release-export-tip")).clicked() {
            cx.act(Action::OpenRelease { number: release.number, exports: true });
        }
    });
}

/// Who approved it, at which meeting, and when; empty where nobody has.
fn approval(cx: &ViewContext<'_>, release: &Release) -> String {
    let Some(day) = release.approved else { return String::new() };
    let day = dates::dates_year(cx.texts, day, day);
    let meeting = release.meeting.filter(|&id| cx.plan.sessions().contains(id));
    let who = meeting.map(|id| phrases::row_title(cx, id.into()));
    let who = who.or_else(|| release.body.map(|id| phrases::row_title(cx, id.into()))).unwrap_or_default();
    let id = if who.is_empty() { tid("release-approved-on") } else { tid("release-approved-by") };
    cx.texts.text_with(id, &[("day", Value::from(&day)), ("who", Value::from(&who))])
}
