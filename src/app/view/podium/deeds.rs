//! Keys of the podium, and what each does.

use egui::{Key, Modifiers, RichText, Ui, vec2};

use crate::app::action::UiCommand;
use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};
use crate::app::widget::buttons::{filled_button, plain_button};
use crate::app::widget::fields::paragraph;
use crate::app::widget::statements::speaks_for;
use crate::edit::podium::{OnPodium, WayOut};
use crate::edit::statements::ListDeed;
use crate::edit::{Command, Deed};
use crate::model::podium::{PodiumStage, Running};
use crate::model::{StatementId, StopReason};
use crate::texts::{Value, names, tid};

use super::{PodiumView, Start};

/// What is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// The one key that opens, begins, ends and goes on.
    Start,
    /// The next speaker begins at once.
    Next,
    /// The last step at the podium is taken back.
    Back,
    /// Half a minute more.
    More,
    /// Half a minute less.
    Less,
    /// Who is called is not there.
    NotPresent,
    /// The clock stands still, or goes on.
    Pause,
    /// A point of order, or a reply.
    Interrupt,
    /// Who is called next and another one change places.
    Swap,
    /// The clock of the speaker begins anew.
    Restart,
    /// One of several answers, counted from 0.
    Choose(usize),
    /// What is chosen is done.
    Confirm,
    /// Nothing is chosen any more.
    Leave,
    /// The chair closes the session.
    Close,
}

/// Something that is asked before it is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asking {
    /// Why the clock stands still.
    Pause,
    /// What interrupts the speaker.
    Interrupt,
    /// Whether both agree to change places.
    Swap([StatementId; 2]),
    /// Whether it is closed though somebody has not spoken.
    Close,
}

impl Asking {
    /// Whether there is nothing to ask any more.
    #[must_use]
    pub fn is_past(&self, running: &Running) -> bool {
        match self {
            Self::Swap(ids) => !ids.iter().all(|id| running.to_come.iter().any(|row| row.id == *id)),
            Self::Pause | Self::Interrupt | Self::Close => running.stage() == PodiumStage::Over,
        }
    }

    fn answers(&self) -> &'static [StopReason] {
        match self {
            Self::Pause => &StopReason::ALL[..3],
            Self::Interrupt => &StopReason::ALL[3..],
            Self::Swap(_) | Self::Close => &[],
        }
    }
}

/// By how much a statement gets longer or shorter at once, in seconds.
const STEP_SECS: i32 = 30;

/// Which key means what.
const KEYS: [(Key, Press); 18] = [
    (Key::Space, Press::Start),
    (Key::ArrowRight, Press::Next),
    (Key::ArrowLeft, Press::Back),
    (Key::Plus, Press::More),
    (Key::Equals, Press::More),
    (Key::Minus, Press::Less),
    (Key::N, Press::NotPresent),
    (Key::P, Press::Pause),
    (Key::O, Press::Interrupt),
    (Key::W, Press::Swap),
    (Key::R, Press::Restart),
    (Key::C, Press::Close),
    (Key::Enter, Press::Confirm),
    (Key::Escape, Press::Leave),
    (Key::Num1, Press::Choose(0)),
    (Key::Num2, Press::Choose(1)),
    (Key::Num3, Press::Choose(2)),
    (Key::Num4, Press::Choose(3)),
];

/// What a key means that was pressed elsewhere.
pub fn meant(key: Key) -> Option<Press> {
    KEYS.into_iter().find(|&(known, _)| known == key).map(|(_, press)| press)
}

/// What is pressed, if it means something here.
pub fn pressed(ui: &Ui) -> Option<Press> {
    let is_pressed = |key| {
        let taken = |modifiers| ui.input_mut(|input| input.consume_key(modifiers, key));
        taken(Modifiers::NONE) || (key == Key::Plus && taken(Modifiers::SHIFT))
    };
    KEYS.into_iter().find(|&(key, _)| is_pressed(key)).map(|(_, press)| press)
}

/// Whether something comes of pressing it.
pub fn is_possible(cx: &ViewContext<'_>, running: &Running, start: Start, press: Press) -> bool {
    let (stage, coming) = (running.stage(), running.to_come.len());
    let is_open = !matches!(stage, PodiumStage::Waiting | PodiumStage::Over);
    match press {
        Press::Start => start != Start::Nothing,
        Press::Back => {
            let is_ours = |deed| matches!(deed, Deed::Podium(_) | Deed::List(ListDeed::Swap));
            cx.workbench.document().done().last().is_some_and(|step| is_ours(step.label.deed))
        }
        Press::Next | Press::NotPresent => stage != PodiumStage::Over && coming > 0,
        Press::More | Press::Less | Press::Restart => stage == PodiumStage::Speaking,
        Press::Pause | Press::Interrupt | Press::Close => is_open,
        Press::Swap => stage != PodiumStage::Over && coming > 1,
        Press::Choose(_) | Press::Confirm | Press::Leave => true,
    }
}

impl PodiumView {
    /// Does what is pressed.
    pub(super) fn press(&mut self, cx: &ViewContext<'_>, (running, ways): (&Running, &[WayOut]), press: Press) {
        let perform = |what: OnPodium| cx.perform(Command::Podium(running.session, running.now, what));
        let next = self.next(running).map(|row| row.id);
        let is_over = running.stage() == PodiumStage::Over;
        if !is_possible(cx, running, self.start(running), press) {
            return;
        }
        match press {
            Press::Leave => (self.asking, self.way, self.chosen) = (None, None, None),
            Press::Back => cx.run(UiCommand::Undo),
            _ if is_over => {}
            Press::Choose(at) => match self.asking.as_ref().map(|asking| asking.answers().get(at)) {
                Some(Some(&why)) => {
                    perform(OnPodium::Pause(why));
                    self.asking = None;
                }
                Some(None) => {}
                None => self.way = (at < ways.len()).then_some(at),
            },
            Press::Confirm => self.confirm(cx, (running, ways)),
            Press::Start => match self.start(running) {
                Start::Open => perform(OnPodium::Open),
                Start::Begin => next.into_iter().for_each(|id| perform(OnPodium::Speak(id))),
                Start::End => perform(OnPodium::End),
                Start::GoOn => perform(OnPodium::Resume),
                Start::Close => perform(OnPodium::Close),
                Start::Nothing => {}
            },
            Press::Next => next.into_iter().for_each(|id| perform(OnPodium::Speak(id))),
            Press::More => perform(OnPodium::Extend(STEP_SECS)),
            Press::Less => perform(OnPodium::Extend(-STEP_SECS)),
            Press::NotPresent => next.into_iter().for_each(|id| perform(OnPodium::NotPresent(id))),
            Press::Pause | Press::Interrupt if running.podium.stop().is_some() => perform(OnPodium::Resume),
            // The clock stands still at once, and the reason is said afterwards.
            Press::Pause | Press::Interrupt => {
                let asking = if press == Press::Pause { Asking::Pause } else { Asking::Interrupt };
                perform(OnPodium::Pause(asking.answers()[0]));
                self.asking = Some(asking);
            }
            Press::Swap => {
                let first = running.to_come.first().map(|row| row.id);
                // With the one that is chosen, or the one after it.
                let other = next.filter(|id| Some(*id) != first).or(running.to_come.get(1).map(|row| row.id));
                self.asking = first.zip(other).map(|(first, other)| Asking::Swap([first, other]));
            }
            Press::Restart => perform(OnPodium::Restart),
            Press::Close if running.to_come.is_empty() => perform(OnPodium::Close),
            Press::Close => self.asking = Some(Asking::Close),
        }
        if matches!(press, Press::Start | Press::Next | Press::NotPresent) {
            self.chosen = None;
        }
    }

    fn confirm(&mut self, cx: &ViewContext<'_>, (running, ways): (&Running, &[WayOut])) {
        let perform = |what: OnPodium| cx.perform(Command::Podium(running.session, running.now, what));
        match self.asking.take() {
            Some(Asking::Swap(ids)) => {
                let agreed = cx.text("podium-agreed").to_owned();
                perform(OnPodium::Swap(ids, [agreed.clone(), agreed]));
                self.chosen = None;
            }
            Some(Asking::Close) => perform(OnPodium::Close),
            Some(asking) => self.asking = Some(asking),
            None => {
                if let Some(way) = self.way.take().and_then(|way| ways.get(way)) {
                    OnPodium::of(&way.way).into_iter().for_each(perform);
                }
            }
        }
    }

    /// What is asked, with its answers; the log stands there otherwise.
    pub(super) fn asking_ui(&self, ui: &mut Ui, cx: &ViewContext<'_>) -> Option<Press> {
        let asking = self.asking.as_ref()?;
        let mut press = None;
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        let who = |id: StatementId| cx.plan.statements().get(id).map(|row| speaks_for(cx, row)).unwrap_or_default();
        let title = match asking {
            Asking::Pause => cx.text("podium-why").to_owned(),
            Asking::Interrupt => cx.text("podium-what").to_owned(),
            Asking::Close => cx.text("podium-close-ask").to_owned(),
            Asking::Swap([one, other]) => {
                let values = [("one", Value::from(who(*one))), ("other", Value::from(who(*other)))];
                cx.texts.text_with("podium-swap-ask", &values)
            }
        };
        paragraph(ui, &title, Type::Head, cx.theme.text);
        for (at, why) in asking.answers().iter().enumerate() {
            let words = format!("{}  {}", at + 1, cx.text(names::stop_reason(*why)));
            if ui.button(RichText::new(words).font(Type::Body.font())).clicked() {
                press = Some(Press::Choose(at));
            }
        }
        ui.horizontal(|ui| {
            if asking.answers().is_empty() {
                let yes = match asking {
                    Asking::Swap(_) => tid("podium-both-agree"),
                    _ => tid("podium-close"),
                };
                if filled_button(ui, cx, cx.text(yes), true).clicked() {
                    press = Some(Press::Confirm);
                }
            }
            if plain_button(ui, &format!("{} {}", icons::X, cx.text("podium-leave")), true).clicked() {
                press = Some(Press::Leave);
            }
        });
        press
    }
}
