//! The look of the plan's own: its mark, two colours, what stands at the foot of each page. It belongs to the plan, so each
//! change is a step that can be taken back; the preview beside it shows what it does.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use egui::{CollapsingHeader, Context, Id, Ui};

use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::system::tasks::Task;
use crate::app::widget::fields::{Lines, TextField, caption, flaw, small_icon_button};
use crate::app::window::sheet::plain_button;
use crate::edit::Command;
use crate::exchange::{LogoError, Request, USUAL_INK, errors, logo};
use crate::model::{Header, Ink, Language, Logo};
use crate::texts::{Value, names, tid};

use super::row::row;

/// What is being chosen or typed, and is not in the plan yet.
#[derive(Default)]
pub struct HouseStyle {
    reading: Option<Task<Result<Logo, Flaw>>>,
    /// Why the file that was chosen last is not taken.
    flaw: Option<Flaw>,
    /// A colour that is being dragged.
    dragged: Option<(Colour, [u8; 3])>,
    /// A foot that is being typed.
    typed: Option<(Language, String)>,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq)]
enum Flaw {
    /// It can not be read.
    Unreadable,
    /// It is no mark.
    Logo(LogoError),
}

/// One of the two.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Colour {
    First,
    Second,
}

impl HouseStyle {
    /// Reads a file that was chosen to be the mark.
    pub fn take(&mut self, ctx: &Context, path: PathBuf) {
        self.flaw = None;
        self.reading = Some(Task::start(ctx, "logo", move |_| read(&path)));
    }

    /// Puts into the plan what has been read.
    pub fn receive(&mut self, cx: &ViewContext<'_>) {
        let Some(read) = self.reading.as_ref().and_then(Task::poll) else { return };
        self.reading = None;
        match read.unwrap_or(Err(Flaw::Unreadable)) {
            Ok(logo) => put(cx, |header| header.logo = Some(logo)),
            Err(flaw) => self.flaw = Some(flaw),
        }
    }

    /// Draws what can be chosen.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, choices: &Request) {
        ui.add_space(6.0);
        CollapsingHeader::new(cx.text("house-title")).id_salt("house").show(ui, |ui| {
            self.logo_ui(ui, cx);
            let header = cx.plan.header();
            let usual = header.colour.unwrap_or(USUAL_INK);
            self.colour_ui(ui, cx, Colour::First, (header.colour, USUAL_INK));
            self.colour_ui(ui, cx, Colour::Second, (header.second_colour, usual));
            let own = [cx.plan.header().language];
            let languages = if choices.languages.is_empty() { &own[..] } else { &choices.languages };
            for &language in languages {
                self.footer_ui(ui, cx, language);
            }
        });
    }

    fn logo_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let logo = cx.plan.header().logo.as_ref();
        row(ui, cx, "house-logo", |ui| {
            if plain_button(ui, cx.text("house-choose"), self.reading.is_none()).clicked() {
                cx.act(Action::AskLogo);
            }
            if let Some(logo) = logo {
                let size = Value::from(logo.bytes().len().div_ceil(1000));
                ui.weak(cx.texts.text_with("differ-logo", &[("kilobytes", size)]));
                let name = cx.text("house-no-logo");
                if small_icon_button(ui, icons::X, name).on_hover_text(name).clicked() {
                    put(cx, |header| header.logo = None);
                }
            }
        });
        if let Some(wrong) = &self.flaw {
            let told = match wrong {
                Flaw::Unreadable => cx.text("house-unreadable").to_owned(),
                Flaw::Logo(error) => errors::logo_error(cx.texts, error),
            };
            flaw(ui, cx, &told);
        }
    }

    /// A colour: it is put into the plan when the pointer lets go.
    fn colour_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, which: Colour, (own, usual): (Option<Ink>, Ink)) {
        let name = match which {
            Colour::First => tid("house-colour"),
            Colour::Second => tid("house-second-colour"),
        };
        row(ui, cx, name, |ui| {
            let dragged = self.dragged.filter(|(dragged, _)| *dragged == which).map(|(_, colour)| colour);
            let mut colour = dragged.unwrap_or(own.unwrap_or(usual).0);
            let button = ui.color_edit_button_srgb(&mut colour);
            if button.changed() {
                self.dragged = Some((which, colour));
            }
            button.accessible_name(cx.text(name)).on_hover_text(cx.text(name));
            let is_held = ui.input(|input| input.pointer.any_down());
            if let Some((_, colour)) = self.dragged.filter(|(dragged, _)| *dragged == which && !is_held) {
                self.dragged = None;
                put(cx, |header| *of(header, which) = Some(Ink(colour)));
            }
            ui.weak(own.map_or_else(|| cx.text("house-usual").to_owned(), |ink| ink.to_string()));
            let reset = cx.text("house-usual-again");
            if own.is_some() && small_icon_button(ui, icons::X, reset).on_hover_text(reset).clicked() {
                put(cx, |header| *of(header, which) = None);
            }
        });
    }

    fn footer_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, language: Language) {
        let known = cx.plan.header().footer.exact(language).unwrap_or_default();
        let values = [("language", Value::from(cx.text(names::language(language))))];
        let name = cx.texts.text_with("house-footer-in", &values);
        caption(ui, cx, &name);
        let typed = self.typed.as_ref().filter(|(typed, _)| *typed == language).map(|(_, text)| text.clone());
        let mut text = typed.unwrap_or_else(|| known.to_owned());
        let field = TextField {
            name: &name,
            lines: Lines::One,
            width: Some(ui.available_width() - 12.0),
            ..TextField::default()
        };
        let response = field.show(ui, cx, (Id::unique(("house-footer", language.code())), false), &mut text);
        if response.changed() {
            self.typed = Some((language, text.clone()));
        }
        if response.lost_focus() && self.typed.take().is_some() && text.trim() != known {
            put(cx, |header| header.footer.set(language, text.trim()));
        }
    }
}

fn of(header: &mut Header, which: Colour) -> &mut Option<Ink> {
    match which {
        Colour::First => &mut header.colour,
        Colour::Second => &mut header.second_colour,
    }
}

fn put(cx: &ViewContext<'_>, change: impl FnOnce(&mut Header)) {
    let mut header = Header::clone(cx.plan.header());
    change(&mut header);
    cx.act(Action::Perform(Command::PutHeader(Box::new(header))));
}

fn read(path: &Path) -> Result<Logo, Flaw> {
    let mut bytes = Vec::new();
    // One byte more than may be tells that it is too large.
    let most = Logo::MAX_BYTES as u64 + 1;
    let read = std::fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes));
    read.map_err(|_| Flaw::Unreadable)?;
    logo(&bytes).map_err(Flaw::Logo)
}
