//! Where the keyboard is. Keys of sessions count while it is on the ground below them or on one of them, and nowhere else:
//! not on a button either that has been scrolled out of sight with the keyboard on it.

mod stops;

use std::collections::BTreeMap;

use egui::{Context, Event, Id, LayerId, Painter, Rect, Response, Role, Shape, Stroke, Ui};

use crate::app::context::ViewContext;
use crate::app::style::Theme;
use crate::model::SessionId;
use crate::texts::tid;

pub use stops::{Next, after_f6, after_tab, along_line, first_of, is_covered};

/// A part of the desk. Tab goes from one to the next and F6, too; only a form is gone through field by field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Area {
    /// The plan, menus, views.
    TopLine,
    /// Days.
    DateStrip,
    /// What there is in the plan.
    Navigator,
    /// Sessions without a time.
    Tray,
    /// What is chosen about a view.
    ViewLine,
    /// What stands in a view around its sessions.
    View,
    /// What lanes stand for.
    LaneHeads,
    /// Sessions, and the ground below them.
    Sessions,
    /// What is selected, or a window in its place.
    Inspector,
    /// What rules say.
    Findings,
    /// Counts and switches.
    StatusLine,
    /// What has just been told.
    Messages,
}

impl Area {
    /// The id of what it is called.
    fn name(self) -> &'static str {
        match self {
            Self::TopLine => tid("area-top"),
            Self::DateStrip => tid("area-dates"),
            Self::Navigator => tid("area-navigator"),
            Self::Tray => tid("area-tray"),
            Self::ViewLine => tid("area-choices"),
            Self::View | Self::LaneHeads | Self::Sessions => tid("area-view"),
            Self::Inspector => tid("area-inspector"),
            Self::Findings => tid("area-findings"),
            Self::StatusLine | Self::Messages => tid("area-status"),
        }
    }

    /// What it is to a screen reader.
    fn role(self) -> Role {
        match self {
            Self::TopLine | Self::DateStrip | Self::ViewLine => Role::Toolbar,
            Self::Navigator => Role::Navigation,
            Self::View | Self::LaneHeads | Self::Sessions => Role::Main,
            Self::Inspector => Role::Complementary,
            Self::Tray | Self::Findings | Self::StatusLine | Self::Messages => Role::Region,
        }
    }

    /// Whether Tab goes through what is in it, one after the other.
    #[must_use]
    pub fn is_form(self) -> bool {
        matches!(self, Self::Inspector | Self::Messages)
    }

    /// Whether things stand side by side in it, so that arrows go along them and do not leave it.
    #[must_use]
    pub fn is_line(self) -> bool {
        matches!(self, Self::TopLine | Self::DateStrip | Self::ViewLine | Self::StatusLine)
    }
}

/// What is remembered from frame to frame.
#[derive(Clone, Debug, Default)]
struct Keyboard {
    /// The session, or the ground below sessions, that had the keyboard when it was last drawn, and in which pass.
    lent: Option<(Id, Option<SessionId>, u64)>,
    /// What had it when that was last looked at.
    last: Option<Id>,
    /// Whether something else than sessions has it, also out of sight.
    is_elsewhere: bool,
    /// The session that is to have it as soon as it is drawn, and the pass until which that is waited for.
    wanted: Option<(SessionId, u64)>,
    /// Whether one works with keys, so that it is to be seen where they go.
    by_keys: bool,
    /// What lies over the desk, the topmost last, each with what had the keyboard before it.
    covers: Vec<(LayerId, Option<Id>)>,
    /// Whether something that is no session has given it up since the last frame.
    was_let_go: bool,
    /// The pass in which Enter or Space was pressed last.
    chose: u64,
    /// Whether what had it has gone because it was chosen, so that it is to be where one goes on.
    is_free: bool,
    /// What had it at the beginning of the last frame.
    before_last: Option<Id>,
    /// What is chosen in a list that has just been drawn.
    chosen: Option<Id>,
    /// The areas as they were drawn last, by what they are drawn in.
    areas: Vec<(Id, Area, u64)>,
    /// Parts of an area that are areas themselves.
    parts: Vec<(Rect, Area, u64)>,
    /// What had it last in each area.
    lasts: BTreeMap<Area, Id>,
    /// Where the menus begin.
    menus: Option<Id>,
    /// What keeps Tab for itself, in which pass, and whether back and forth.
    keeps_tab: Option<(Id, u64, [bool; 2])>,
    /// The same for Escape.
    keeps_escape: Option<(Id, u64)>,
    /// The same for the arrows left and right.
    keeps_arrows: Option<(Id, u64)>,
    /// Values of a form, each with the buttons beside it, and in which pass.
    beside: Vec<(Vec<Id>, u64)>,
    /// The pass in which the menu of what has it is to open.
    asks_menu: u64,
}

/// Passes for which a session may be on its way into sight.
const PATIENCE: u64 = 90;

fn id() -> Id {
    Id::unique("where the keyboard is")
}

fn read<R>(ctx: &Context, reader: impl FnOnce(&Keyboard) -> R) -> R {
    ctx.data_mut(|data| reader(data.get_temp_mut_or_default::<Keyboard>(id())))
}

fn write<R>(ctx: &Context, writer: impl FnOnce(&mut Keyboard) -> R) -> R {
    ctx.data_mut(|data| writer(data.get_temp_mut_or_default::<Keyboard>(id())))
}

fn focused(ctx: &Context) -> Option<Id> {
    ctx.memory(|memory| memory.focused())
}

/// What a session is called among all that can have the keyboard, whatever it looks like and wherever it is.
#[must_use]
pub fn session_id(session: SessionId) -> Id {
    Id::unique(("session", session))
}

/// To be called for every session that can have the keyboard.
pub fn lends_to_session(response: &Response, session: SessionId) {
    let ctx = &response.ctx;
    let is_wanted = read(ctx, |keyboard| keyboard.wanted.is_some_and(|(wanted, _)| wanted == session));
    if is_wanted && response.sense.is_focusable() {
        response.request_focus();
        write(ctx, |keyboard| keyboard.wanted = None);
    }
    if response.has_focus() {
        lend(response, Some(session));
    }
}

/// To be called for the ground below sessions.
pub fn lends_to_ground(response: &Response) {
    note_part(&response.ctx, response.rect, Area::Sessions);
    if response.has_focus() {
        lend(response, None);
    }
}

fn lend(response: &Response, session: Option<SessionId>) {
    let ctx = &response.ctx;
    let arrows = egui::EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
    ctx.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let pass = ctx.cumulative_pass_nr();
    write(ctx, |keyboard| keyboard.lent = Some((response.id, session, pass)));
}

/// Whether keys act on sessions: the ground or one of them has the keyboard, or nothing, and nothing has lost it.
#[must_use]
pub fn is_on_sessions(ctx: &Context) -> bool {
    match focused(ctx) {
        Some(focused) => is_lent(ctx, focused),
        None => !read(ctx, |keyboard| keyboard.is_elsewhere),
    }
}

/// The session that has the keyboard, or is about to.
#[must_use]
pub fn session(ctx: &Context) -> Option<SessionId> {
    wanted(ctx).or_else(|| {
        let focused = focused(ctx).filter(|&focused| is_lent(ctx, focused))?;
        read(ctx, |keyboard| keyboard.lent.filter(|lent| lent.0 == focused)?.1)
    })
}

/// The session that is to have the keyboard and has not been drawn yet.
#[must_use]
pub fn wanted(ctx: &Context) -> Option<SessionId> {
    read(ctx, |keyboard| keyboard.wanted.map(|(session, _)| session))
}

/// Gives the keyboard to a session, as soon as it is in sight.
pub fn give_to_session(ctx: &Context, session: SessionId) {
    give_to_ground(ctx);
    let until = ctx.cumulative_pass_nr() + PATIENCE;
    write(ctx, |keyboard| keyboard.wanted = Some((session, until)));
    ctx.request_repaint();
}

/// Takes the keyboard from whatever has it: keys are for the sessions.
pub fn give_to_ground(ctx: &Context) {
    if let Some(focused) = focused(ctx) {
        ctx.memory_mut(|memory| memory.surrender_focus(focused));
    }
    write(ctx, |keyboard| (keyboard.is_elsewhere, keyboard.last, keyboard.wanted) = (false, None, None));
}

/// Gives the keyboard to this.
pub fn give_to(ctx: &Context, id: Id) {
    write(ctx, |keyboard| keyboard.wanted = None);
    ctx.memory_mut(|memory| memory.request_focus(id));
    ctx.request_repaint();
}

/// Whether what had the keyboard has gone because it was chosen, and nothing else has it: asked for once.
#[must_use]
pub fn is_free(ctx: &Context) -> bool {
    let is_free = write(ctx, |keyboard| std::mem::take(&mut keyboard.is_free));
    is_free && focused(ctx).is_none() && read(ctx, |keyboard| keyboard.wanted.is_none())
}

/// Whether Escape has just taken the keyboard away from something that is no session, and so has done its work.
#[must_use]
pub fn was_let_go(ctx: &Context) -> bool {
    focused(ctx).is_none() && read(ctx, |keyboard| keyboard.was_let_go)
}

fn is_lent(ctx: &Context, focused: Id) -> bool {
    let lent = read(ctx, |keyboard| keyboard.lent);
    lent.is_some_and(|(session, _, pass)| session == focused && pass + 2 > ctx.cumulative_pass_nr())
}

/// To be called by what needs Tab for itself while it has the keyboard, such as a cell that is being edited.
pub fn keeps_tab(response: &Response) {
    if response.has_focus() {
        let kept = Some((response.id, response.ctx.cumulative_pass_nr(), [true; 2]));
        write(&response.ctx, |keyboard| keyboard.keeps_tab = kept);
    }
}

/// To be called by a table while it has the keyboard, with the column of the chosen cell and how many there are: Tab goes to
/// the next cell, Shift+Tab to the one before; at the end of the row each leaves the table. Answers by how many cells.
pub fn tab_in_row(ui: &Ui, table: Id, (column, count): (usize, usize)) -> isize {
    let (pass, ways) = (ui.ctx().cumulative_pass_nr(), [column > 0, column + 1 < count]);
    write(ui.ctx(), |keyboard| keyboard.keeps_tab = Some((table, pass, ways)));
    let filter = egui::EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(table, filter));
    let pressed = |modifiers| ui.input_mut(|input| input.count_and_consume_key(modifiers, egui::Key::Tab));
    // Shift first: without modifiers a key counts also while Shift is held.
    let back = pressed(egui::Modifiers::SHIFT).cast_signed();
    pressed(egui::Modifiers::NONE).cast_signed() - back
}

/// To be called by what means something of its own by Escape while it has the keyboard, such as a number that is put back.
pub fn keeps_escape(response: &Response) {
    if response.has_focus() {
        let kept = Some((response.id, response.ctx.cumulative_pass_nr()));
        write(&response.ctx, |keyboard| keyboard.keeps_escape = kept);
    }
}

/// To be called by what stands in a line of the desk and goes by the arrows left and right in a way of its own.
pub fn keeps_arrows(response: &Response) {
    if response.has_focus() {
        let kept = Some((response.id, response.ctx.cumulative_pass_nr()));
        write(&response.ctx, |keyboard| keyboard.keeps_arrows = kept);
    }
}

/// Says that these stand beside a value of a form: arrows lead there, and Tab passes them by.
pub fn note_beside(value: &Response, buttons: &[Response]) {
    let line: Vec<Id> = std::iter::once(value.id).chain(buttons.iter().map(|button| button.id)).collect();
    let pass = value.ctx.cumulative_pass_nr();
    write(&value.ctx, |keyboard| {
        keyboard.beside.retain(|(known, noted)| known[0] != line[0] && noted + 2 > pass);
        keyboard.beside.push((line, pass));
    });
}

/// Whether the arrows left and right are for what has the keyboard.
#[must_use]
pub fn are_arrows_kept(ctx: &Context) -> bool {
    is_kept(ctx, read(ctx, |keyboard| keyboard.keeps_arrows))
}

/// Whether Tab, or with `back` Shift+Tab, is for what has the keyboard.
#[must_use]
pub fn is_tab_kept(ctx: &Context, back: bool) -> bool {
    let kept = read(ctx, |keyboard| keyboard.keeps_tab);
    is_kept(ctx, kept.filter(|(.., ways)| ways[usize::from(!back)]).map(|(id, pass, _)| (id, pass)))
}

/// Whether Escape is for what has the keyboard.
#[must_use]
pub fn is_escape_kept(ctx: &Context) -> bool {
    is_kept(ctx, read(ctx, |keyboard| keyboard.keeps_escape))
}

fn is_kept(ctx: &Context, kept: Option<(Id, u64)>) -> bool {
    kept.is_some_and(|(id, pass)| focused(ctx) == Some(id) && pass + 2 > ctx.cumulative_pass_nr())
}

/// Says that all that is drawn in `ui` from now on belongs to an area.
pub fn note_area(ui: &Ui, cx: &ViewContext<'_>, area: Area) {
    let (ctx, own) = (ui.ctx(), ui.unique_id());
    ctx.accesskit_node_builder(own, |node| {
        node.set_role(area.role());
        node.set_label(cx.text(area.name()));
    });
    let pass = ctx.cumulative_pass_nr();
    write(ctx, |keyboard| {
        keyboard.areas.retain(|&(id, _, noted)| id != own && noted + 2 > pass);
        keyboard.areas.push((own, area, pass));
    });
}

/// Says that what stands in this part of an area is one itself.
pub fn note_part(ctx: &Context, rect: Rect, area: Area) {
    let pass = ctx.cumulative_pass_nr();
    write(ctx, |keyboard| {
        keyboard.parts.retain(|&(_, known, noted)| known != area && noted + 2 > pass);
        keyboard.parts.push((rect, area, pass));
    });
}

/// Says where the menus begin.
pub fn note_menus(first: &Response) {
    write(&first.ctx, |keyboard| keyboard.menus = Some(first.id));
}

/// Gives the keyboard to the menus.
pub fn give_to_menus(ctx: &Context) {
    if let Some(menus) = read(ctx, |keyboard| keyboard.menus) {
        give_to(ctx, menus);
    }
}

/// Asks for the menu of what has the keyboard.
pub fn ask_menu(ctx: &Context) {
    let pass = ctx.cumulative_pass_nr();
    write(ctx, |keyboard| keyboard.asks_menu = pass);
}

/// Whether the menu of this is asked for.
#[must_use]
pub fn asks_menu(response: &Response) -> bool {
    response.has_focus() && read(&response.ctx, |keyboard| keyboard.asks_menu) == response.ctx.cumulative_pass_nr()
}

/// To be called at the beginning of each frame with what has arrived. Answers what is to be scrolled into sight because
/// it has just got the keyboard.
pub fn begin_frame(ctx: &Context, events: &[Event]) -> Option<Id> {
    for event in events {
        match event {
            Event::Key { pressed: true, .. } | Event::AccessKitActionRequest(_) => {
                write(ctx, |keyboard| keyboard.by_keys = true);
            }
            Event::PointerButton { pressed: true, .. } | Event::Touch { .. } => {
                write(ctx, |keyboard| keyboard.by_keys = false);
            }
            _ => {}
        }
    }
    let pressed = |event: &Event| matches!(event, Event::PointerButton { pressed: true, .. });
    let chose =
        |event: &Event| matches!(event, Event::Key { key: egui::Key::Enter | egui::Key::Space, pressed: true, .. });
    if events.iter().any(chose) {
        let pass = ctx.cumulative_pass_nr();
        write(ctx, |keyboard| keyboard.chose = pass);
    }
    let last = read(ctx, |keyboard| keyboard.last);
    let was_let_go = focused(ctx).is_none() && last.is_some_and(|last| !is_lent(ctx, last));
    write(ctx, |keyboard| keyboard.was_let_go = was_let_go);
    follow(ctx, events.iter().any(pressed));
    follow_covers(ctx);
    let now = focused(ctx);
    // What has taken it in something that is only about to open had it from elsewhere.
    let opens = now.and_then(|now| ctx.viewport(|viewport| Some(viewport.prev_pass.widgets.get(now)?.layer_id)));
    let opens = opens.is_some_and(|layer| {
        stops::covers_when_open(layer) && read(ctx, |keyboard| keyboard.covers.iter().all(|(known, _)| *known != layer))
    });
    if !opens {
        write(ctx, |keyboard| keyboard.before_last = now);
    }
    let pass = ctx.cumulative_pass_nr();
    write(ctx, |keyboard| keyboard.wanted = keyboard.wanted.filter(|&(_, until)| until > pass));
    let seen = ctx.data(|data| data.get_temp::<Option<Id>>(id().with("seen"))).flatten();
    let now = focused(ctx);
    ctx.data_mut(|data| data.insert_temp(id().with("seen"), now));
    let now = now.filter(|_| now != seen && read(ctx, |keyboard| keyboard.by_keys))?;
    ctx.viewport(|viewport| {
        let widget = viewport.prev_pass.widgets.get(now)?;
        let is_cut = widget.interact_rect.height() + 0.5 < widget.rect.height()
            || widget.interact_rect.width() + 0.5 < widget.rect.width();
        is_cut.then_some(now)
    })
}

/// Looks where the keyboard is, and where it was: what gives it up gives it to the sessions, what is out of sight with it
/// keeps it.
fn follow(ctx: &Context, pointer_pressed: bool) {
    let now = focused(ctx);
    let last = read(ctx, |keyboard| keyboard.last);
    match (now, last) {
        (Some(now), _) => {
            let is_elsewhere = !is_lent(ctx, now);
            write(ctx, |keyboard| keyboard.is_elsewhere = is_elsewhere);
        }
        (None, Some(last)) => {
            // What can not have it any more has lost it, and not given it up.
            let is_drawn = ctx.viewport(|viewport| {
                let drawn = viewport.this_pass.widgets.get(last).or_else(|| viewport.prev_pass.widgets.get(last));
                drawn.is_some_and(|widget| widget.enabled && widget.sense.is_focusable())
            });
            let pass = ctx.cumulative_pass_nr();
            write(ctx, |keyboard| {
                // What goes away because it was chosen leaves the keyboard behind; what is scrolled away keeps it.
                keyboard.is_free |= !is_drawn && keyboard.chose + 4 > pass;
                if is_drawn || pointer_pressed || keyboard.is_free {
                    keyboard.is_elsewhere = false;
                }
            });
        }
        (None, None) => {
            if pointer_pressed {
                write(ctx, |keyboard| keyboard.is_elsewhere = false);
            }
        }
    }
    write(ctx, |keyboard| keyboard.last = now);
}

/// What has been opened over the desk gets the keyboard, and gives it back when it closes.
fn follow_covers(ctx: &Context) {
    let now = stops::covers(ctx);
    let known = read(ctx, |keyboard| keyboard.covers.clone());
    if now.iter().eq(known.iter().map(|(layer, _)| layer)) {
        return;
    }
    let kept: Vec<(LayerId, Option<Id>)> = known.iter().copied().filter(|(layer, _)| now.contains(layer)).collect();
    let (has_it, is_wanted) = (focused(ctx), read(ctx, |keyboard| keyboard.wanted.is_some()));
    let before = read(ctx, |keyboard| keyboard.before_last);
    let new = now.iter().filter(|layer| known.iter().all(|(other, _)| other != *layer));
    let covers: Vec<_> = kept.iter().copied().chain(new.map(|&layer| (layer, before))).collect();
    let is_new = covers.len() > kept.len();
    let gave_back = known.iter().find(|(layer, _)| !now.contains(layer)).and_then(|&(_, before)| before);
    write(ctx, |keyboard| keyboard.covers = covers);
    if is_new {
        let by_keys = read(ctx, |keyboard| keyboard.by_keys);
        // A list under a field leaves the keyboard to it.
        let is_list = |top: &LayerId| {
            top.order > egui::Order::Middle && ctx.memory(|memory| memory.top_modal_layer()) != Some(*top)
        };
        // A list that opens beside the entry of another one is entered by Enter or an arrow, not by walking past it.
        let layer_of = |id: Id| ctx.viewport(|viewport| Some(viewport.prev_pass.widgets.get(id)?.layer_id));
        let pass = ctx.cumulative_pass_nr();
        let was_chosen = read(ctx, |keyboard| keyboard.chose + 4 > pass);
        let in_list = has_it.and_then(layer_of).filter(is_list);
        let is_walked = !was_chosen && in_list.is_some_and(|of| kept.iter().any(|&(own, _)| own == of));
        let leaves = ctx.text_edit_focused() || is_walked;
        let top = now.last().copied().filter(|top| !(leaves && is_list(top)));
        if let Some(top) = top {
            let stops = stops::stops(ctx, top);
            let chosen = read(ctx, |keyboard| keyboard.chosen).filter(|id| stops.iter().any(|(own, _)| own == id));
            // Whoever opened a list by the pointer goes on by keys from the chosen entry, where there is one.
            if !has_it.is_some_and(|id| stops.iter().any(|&(own, _)| own == id))
                && let Some(id) = chosen.or(stops.first().map(|&(id, _)| id).filter(|_| by_keys))
            {
                give_to(ctx, id);
            }
        }
    } else if has_it.is_none() && !is_wanted {
        let is_drawn = |&id: &Id| ctx.viewport(|viewport| viewport.prev_pass.widgets.contains(id));
        match gave_back.filter(is_drawn) {
            Some(id) => give_to(ctx, id),
            None => write(ctx, |keyboard| (keyboard.is_elsewhere, keyboard.is_free) = (false, true)),
        }
    }
}

/// To be called for the entry of a list that is the chosen one: the keyboard begins there.
pub fn is_chosen(response: &Response) {
    write(&response.ctx, |keyboard| keyboard.chosen = Some(response.id));
}

/// To be called at the end of each frame.
pub fn end_frame(ctx: &Context, theme: &Theme) {
    follow(ctx, false);
    let Some(now) = focused(ctx) else { return };
    let Some((_, Some(area))) = area_now(ctx, now) else { return ring_ui(ctx, now, theme) };
    write(ctx, |keyboard| _ = keyboard.lasts.insert(area, now));
    ring_ui(ctx, now, theme);
}

/// The area of something that was drawn in the last frame.
fn area_now(ctx: &Context, now: Id) -> Option<(Id, Option<Area>)> {
    let known = ctx.data(|data| data.get_temp::<(Id, Option<Area>)>(id().with("area")));
    if known.is_some_and(|(of, _)| of == now) {
        return known;
    }
    let found = stops::stops(ctx, LayerId::background()).into_iter().find(|&(id, _)| id == now).unwrap_or((now, None));
    ctx.data_mut(|data| data.insert_temp(id().with("area"), found));
    Some(found)
}

/// A dashed ring around what has the keyboard, while one works with keys. Fields in which one types have their caret.
fn ring_ui(ctx: &Context, now: Id, theme: &Theme) {
    if !read(ctx, |keyboard| keyboard.by_keys) || ctx.text_edit_focused() {
        return;
    }
    let Some(widget) = ctx.viewport(|viewport| viewport.this_pass.widgets.get(now).copied()) else { return };
    let seen = widget.interact_rect;
    if !seen.is_positive() {
        return;
    }
    let screen = ctx.content_rect();
    // Outside of it where there is room, so that it is not taken for the edge of what is selected.
    let ring = seen.expand(3.0).intersect(screen.shrink(1.0));
    let painter = Painter::new(ctx.clone(), widget.layer_id, screen);
    let stroke = Stroke::new(2.0, theme.focus);
    let around = [ring.left_top(), ring.right_top(), ring.right_bottom(), ring.left_bottom(), ring.left_top()];
    painter.extend(Shape::dashed_line(&around, stroke, 5.0, 4.0));
}
