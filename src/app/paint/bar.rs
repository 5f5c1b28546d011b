//! A session as a bar: its fill and edge, its sign and mark, and its words where [`label`] puts them.

use egui::{Color32, Rect, pos2, vec2};

use super::blocks::{BlockPainter, Look};
use super::label::{self, BESIDE_OFF, Form, LINE, Label, Place, RANGE, SIGN, TITLE, Words};
use super::text::{Beside, Face, Setting};
use crate::app::context::ViewContext;
use crate::app::style::{BlockColors, Theme, icons};
use crate::app::widget::signs::state_icon;
use crate::model::{BodyKind, Session, SessionKind, Severity, Span, Status};
use crate::texts::names;

/// A session to be painted.
#[derive(Clone, Copy, Debug)]
pub struct Bar<'a> {
    /// Where.
    pub rect: Rect,
    /// The part of the screen in which its words should stay.
    pub sight: Rect,
    /// Its colours.
    pub colors: BlockColors,
    /// The sign of its kind.
    pub sign: &'static str,
    /// What it is called.
    pub words: Words<'a>,
    /// When it is.
    pub span: Span,
    /// What it is besides, such as pinned; empty where it is as most are.
    pub state: &'static str,
    /// How many to-dos on it are open, in figures; empty where none is.
    pub to_dos: ToDos,
    /// That it is held only if required, in words; empty where it is not.
    pub reserve: &'a str,
    /// The sign of its worst finding, if that is an error or a warning.
    pub mark: Option<(&'static str, Color32)>,
    /// The free ground left and right of it.
    pub free: (f32, f32),
    /// The room at its lower edge that its words leave free.
    pub foot: f32,
    /// How it stands out.
    pub look: Look,
}

/// How many to-dos on a session are open. It is shown quietly: a box, and how many where there are several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ToDos(pub usize);

impl BlockPainter<'_> {
    /// Paints it to the left of `right`; answers how wide it is.
    pub fn mark_to_dos(&mut self, ToDos(count): ToDos, (right, top): (f32, f32), color: Color32) -> f32 {
        if count == 0 {
            return 0.0;
        }
        let mut width = SIGN;
        if count > 1 {
            let text = count.to_string();
            let figures = self.text_width(&text, Face::Detail);
            let rect = Rect::from_min_max(pos2(right - figures - 1.0, top), pos2(right + 1.0, top + LINE));
            self.text(&text, Face::Detail, Setting { rect, max_lines: 1, color });
            width += figures;
        }
        self.sign(icons::SQUARE, pos2(right - width + SIGN - 14.0, top + 2.0), color);
        width
    }
}

impl<'a> Bar<'a> {
    /// A session of the plan in these colours, with its marks; with no free ground beside it. `span` is when it is, or
    /// would be.
    #[must_use]
    pub fn of(
        cx: &ViewContext<'a>,
        session: &'a Session,
        span: Span,
        (rect, sight): (Rect, Rect),
        colors: BlockColors,
    ) -> Self {
        let severity = cx.workbench.checker().mark(session.id);
        Self {
            rect,
            sight,
            colors,
            sign: cx.kind_sign(session.called()),
            words: words(cx, session),
            span,
            state: state_icon(session),
            to_dos: ToDos(cx.open_to_dos(session.id)),
            reserve: if session.status == Status::Reserve { cx.text(names::status(session.status)) } else { "" },
            // A hint is not worth a lamp on every second bar.
            mark: (severity >= Severity::Warning).then(|| cx.theme.severity_sign(severity)),
            free: (0.0, 0.0),
            foot: 0.0,
            look: Look {
                selected: cx.selection.contains(session.id),
                cancelled: session.status == Status::Cancelled,
                reserve: session.status == Status::Reserve,
                ..Look::default()
            },
        }
    }
}

/// What a session is called on its bar. The code is that of the one body that meets, if the session is its meeting.
#[must_use]
pub fn words<'a>(cx: &ViewContext<'a>, session: &'a Session) -> Words<'a> {
    let title = cx.session_title(session);
    let meets = matches!(
        session.kind,
        SessionKind::Plenary
            | SessionKind::Statements
            | SessionKind::Committee
            | SessionKind::WorkingGroup
            | SessionKind::AdHoc
            | SessionKind::Drafting
    );
    let body = match session.bodies.as_slice() {
        [body] if meets => cx.plan.bodies().get(*body),
        _ => None,
    };
    let code = body.filter(|body| {
        !matches!(body.kind, BodyKind::Secretariat | BodyKind::Host | BodyKind::Delegation | BodyKind::Other)
    });
    let code = code.map_or("", |body| cx.title(&body.code));
    let meeting = cx.index().meeting(session.id).map(|meeting| meeting.number);
    Words { title, code, meeting, ordinals: cx.text("bar-ordinals") }
}

impl BlockPainter<'_> {
    /// A session.
    pub fn bar(&mut self, bar: &Bar<'_>, theme: &Theme) {
        let Bar { rect, colors, look, .. } = *bar;
        self.bar_body(rect, colors, look, theme);
        if look.reserve && rect.width() >= 10.0 {
            self.dashed(rect, colors.bar);
        }
        let bar = &Bar { rect: rect.with_max_y(rect.bottom() - bar.foot), ..*bar };
        let rect = bar.rect;
        let code = bar.words.code();
        let code =
            (!code.is_empty() && (28.0..TITLE).contains(&rect.width())).then(|| self.text_width(code, Face::Code));
        let (free_left, free_right) = bar.free;
        let place = Place { width: rect.width(), height: rect.height(), free_left, free_right, code };
        match label::label(place) {
            Label::Inside(form, lines, range) => self.inside(bar, form, (lines, range)),
            Label::Turned => self.turned_label(bar),
            Label::Right(room, lines) | Label::Left(room, lines) => {
                let to_the_left = matches!(label::label(place), Label::Left(..));
                self.beside(bar, (room, lines), to_the_left, theme);
            }
            Label::Code => {
                let at = Rect::from_min_max(pos2(rect.left() + 5.0, rect.top() + 2.0), rect.max);
                self.text(bar.words.code(), Face::Code, Setting { rect: at, max_lines: 1, color: colors.text });
                self.lone_mark(bar);
            }
            Label::Sign => {
                self.sign(bar.sign, pos2((rect.center().x - 6.5).round(), rect.top() + 3.0), colors.bar);
                self.lone_mark(bar);
            }
            Label::Colour => {}
        }
        if look.cancelled {
            let y = rect.center().y.round();
            self.rect(Rect::from_min_max(pos2(rect.left() + 4.0, y), pos2(rect.right() - 2.0, y + 1.0)), colors.text);
        }
    }

    /// A sign of 14 points, from its left upper corner.
    pub fn sign(&mut self, sign: &str, at: egui::Pos2, color: Color32) {
        let rect = Rect::from_min_size(at - vec2(0.0, 1.0), vec2(22.0, LINE));
        self.text(sign, Face::Sign, Setting { rect, max_lines: 1, color });
    }

    /// Under a code or a sign.
    fn lone_mark(&mut self, bar: &Bar<'_>) {
        if let Some((sign, color)) = bar.mark.filter(|_| bar.rect.height() >= 38.0) {
            self.sign(sign, pos2((bar.rect.center().x - 6.5).round(), bar.rect.top() + 20.0), color);
        }
    }

    fn inside(&mut self, bar: &Bar<'_>, form: Form, (mut lines, mut range): (usize, usize)) {
        let Bar { rect, colors, .. } = *bar;
        let left = if rect.width() < 84.0 { 5.0 } else { 6.0 };
        let seen = rect.intersect(bar.sight);
        let low = rect.height() < LINE + 4.0;
        let top = if low { (rect.center().y - LINE / 2.0).round() } else { rect.top() + 2.0 };
        let area = Rect::from_min_max(pos2(seen.left() + left, top), pos2(seen.right() - 4.0, rect.bottom()));
        if area.width() < SIGN {
            return;
        }
        if range == 1
            && self.text_width(&super::blocks::clock(bar.span), Face::Detail) > seen.right() + 0.5 - area.left()
        {
            // It is always whole.
            range = 2;
            lines = label::lines(rect.height(), range).max(1);
        }
        let code = bar.words.parts(form).0;
        // On a single line the code counts more than the sign.
        let is_tight = lines == 1 && !code.is_empty() && self.text_width(code, Face::Code) > area.width() - SIGN;
        let before = if is_tight { 0.0 } else { SIGN };
        if !is_tight {
            self.sign(bar.sign, pos2(area.left(), top + 2.0), colors.bar);
        }
        let mut right = area.right();
        let signs = [bar.mark, (!bar.state.is_empty()).then_some((bar.state, colors.weak_text))];
        for (sign, color) in signs.into_iter().flatten() {
            // What it is besides has to wait where there is no room for more than its name.
            if right - area.left() >= 2.0 * SIGN && (right > area.right() - 1.0 || rect.width() >= 120.0) {
                self.sign(sign, pos2(right - 14.0, top + 2.0), color);
                right -= SIGN;
            }
        }
        // Only where its name has room beside it.
        if bar.to_dos.0 > 0 && rect.width() >= 120.0 && right - area.left() >= 4.0 * SIGN {
            right -= self.mark_to_dos(bar.to_dos, (right, top), colors.weak_text);
        }
        let setting = Setting { rect: area, max_lines: lines, color: colors.text };
        let beside = Beside { before, after: area.right() - right, to_the_right: false };
        let used = self.words(bar.words, form, (setting, beside));
        let mut y = top + used as f32 * LINE;
        let clock = (bar.span.start.clock(), bar.span.end.clock());
        let texts = match range {
            0 => return,
            1 => [format!("{}–{}", clock.0, clock.1), String::new()],
            _ => [format!("{}–", clock.0), clock.1],
        };
        let mut texts = texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
        self.say_reserve(bar, &mut texts, (seen.right() + 1.0 - area.left(), rect.bottom() - y));
        for text in &texts {
            let rect = area.with_min_y(y).with_max_x(seen.right() + 1.0);
            let setting = Setting { rect, max_lines: 1, color: colors.weak_text };
            self.text(text, Face::Detail, setting);
            y += RANGE;
        }
    }

    /// Adds to the lines of a range that the session is held only if required, where there is room for it: behind the
    /// last one, else below it.
    fn say_reserve(&mut self, bar: &Bar<'_>, texts: &mut Vec<String>, (width, height): (f32, f32)) {
        let Some(last) = texts.last_mut().filter(|_| !bar.reserve.is_empty()) else { return };
        let both = format!("{last} · {}", bar.reserve);
        if self.text_width(&both, Face::Detail) <= width {
            *last = both;
        } else if (texts.len() + 1) as f32 * RANGE <= height && self.text_width(bar.reserve, Face::Detail) <= width {
            texts.push(bar.reserve.to_owned());
        }
    }

    /// Words with the code standing out; answers how many lines they took.
    fn words(&mut self, words: Words<'_>, form: Form, (mut setting, mut beside): (Setting, Beside)) -> usize {
        let (code, rest) = words.parts(form);
        let mut skipped = 0;
        let mut rest = rest.as_ref();
        if !code.is_empty() {
            // A comma after the code stays with it.
            let marks = rest.find(|c: char| c.is_whitespace() || c.is_alphanumeric()).unwrap_or(rest.len());
            let code = format!("{code}{}", &rest[..marks]);
            rest = &rest[marks..];
            let width = self.text_width(&code, Face::Code);
            if width > setting.rect.width() - beside.before - beside.after && setting.max_lines > 1 {
                setting.rect.min.y += LINE;
                setting.max_lines -= 1;
                skipped = 1;
                (beside.before, beside.after) = (0.0, 0.0);
            }
            let mut at = setting;
            at.rect.min.x += beside.before;
            at.rect.max.x -= beside.after;
            at.max_lines = 1;
            self.text(&code, Face::Code, at);
            // The blank with which the rest may begin is not part of a line.
            beside.before += width + if rest.starts_with(' ') { 3.5 } else { 0.0 };
            if rest.is_empty() {
                return skipped + 1;
            }
        }
        skipped + self.text_beside(rest, Face::Title, (setting, beside)).max(1)
    }

    /// Title and range down the bar.
    fn turned_label(&mut self, bar: &Bar<'_>) {
        let Bar { rect, colors, .. } = *bar;
        let seen = rect.intersect(bar.sight);
        let length = seen.height() - 16.0;
        if length < 3.0 * SIGN {
            return;
        }
        let aside = ((rect.width() - LINE - RANGE) / 2.0).round() - 1.0;
        let pivot = pos2(rect.right() - aside, seen.top() + 8.0);
        let clock = super::blocks::clock(bar.span);
        self.turned(pivot, true, |blocks| {
            let area = Rect::from_min_size(egui::Pos2::ZERO, vec2(length, LINE));
            blocks.sign(bar.sign, pos2(0.0, 2.0), colors.bar);
            let mut after = 0.0;
            if let Some((sign, color)) = bar.mark {
                blocks.sign(sign, pos2(length - 14.0, 2.0), color);
                after = SIGN;
            }
            let setting = Setting { rect: area, max_lines: 1, color: colors.text };
            blocks.words(bar.words, Form::Title, (setting, Beside { before: SIGN, after, to_the_right: false }));
            let area = area.translate(vec2(0.0, LINE));
            let mut texts = vec![clock];
            blocks.say_reserve(bar, &mut texts, (length, RANGE));
            blocks.text(&texts[0], Face::Detail, Setting { rect: area, max_lines: 1, color: colors.weak_text });
        });
    }

    /// Words beside the bar, behind a leader; they have no ground, so they never look like a longer session.
    fn beside(&mut self, bar: &Bar<'_>, (room, lines): (f32, usize), to_the_left: bool, theme: &Theme) {
        let Bar { rect, colors, .. } = *bar;
        let has_sign = rect.width() >= SIGN;
        if has_sign {
            self.sign(bar.sign, pos2((rect.center().x - 6.5).round(), rect.top() + 3.0), colors.bar);
        }
        let y = (rect.top() + 2.0 + LINE / 2.0).round();
        let (from, to) = if to_the_left {
            (rect.left() - BESIDE_OFF - room, rect.left() - BESIDE_OFF)
        } else {
            (rect.right() + BESIDE_OFF, rect.right() + BESIDE_OFF + room)
        };
        let leader = if to_the_left { rect.left() - 9.0..=rect.left() } else { rect.right()..=rect.right() + 9.0 };
        self.rect(Rect::from_x_y_ranges(leader, y..=y + 1.0), colors.bar);
        let mut area = Rect::from_min_max(pos2(from, rect.top() + 2.0), pos2(to, rect.bottom()));
        if !has_sign {
            let at = if to_the_left { area.right() - 14.0 } else { area.left() };
            self.sign(bar.sign, pos2(at, area.top() + 2.0), colors.bar);
            if to_the_left { area.max.x -= SIGN } else { area.min.x += SIGN }
        }
        let beside = Beside { to_the_right: to_the_left, ..Beside::default() };
        let (form, used) = self.fitting_form(bar.words, (area.width(), lines));
        let setting = Setting { rect: area, max_lines: lines, color: theme.text };
        let used = if to_the_left {
            // From the right edge, in one face: a code can not lead a line whose start is not known.
            let (code, rest) = bar.words.parts(form);
            self.text_beside(&format!("{code}{rest}"), Face::Title, (setting, beside)).max(1)
        } else {
            self.words(bar.words, form, (setting, beside)).max(used.min(1))
        };
        let mark = if bar.mark.is_some() { SIGN } else { 0.0 };
        let top = area.top() + used as f32 * LINE;
        let lowest = rect.bottom() + 2.0;
        let mut texts = vec![super::blocks::clock(bar.span)];
        self.say_reserve(bar, &mut texts, (area.width() - mark, lowest - top));
        for (line, text) in texts.iter().enumerate().take_while(|(line, _)| top + (line + 1) as f32 * RANGE <= lowest) {
            let width = self.text_width(text, Face::Detail);
            let mark = bar.mark.filter(|_| line == 0);
            let aside = if mark.is_some() { SIGN } else { 0.0 };
            let left = if to_the_left { area.right() - width - aside } else { area.left() };
            let y = top + line as f32 * RANGE;
            let at = Rect::from_min_max(pos2(left, y), pos2(left + width + 1.0, lowest));
            self.text(text, Face::Detail, Setting { rect: at, max_lines: 1, color: theme.text_2 });
            if let Some((sign, color)) = mark {
                self.sign(sign, pos2(left + width + 4.0, y), color);
            }
        }
    }

    /// The title if it is whole in so much room, else the short form; and how many lines it takes.
    fn fitting_form(&mut self, words: Words<'_>, (width, lines): (f32, usize)) -> (Form, usize) {
        let needed = self.lines_of(words.title, Face::Title, width);
        if needed <= lines { (Form::Title, needed) } else { (Form::Short, lines) }
    }
}
