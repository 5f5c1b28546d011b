//! view theme language width height out id down-fraction x1 y1 : drags a session from its rect centre to (x1,y1)
use egui::{Event, Modifiers, PointerButton, Pos2};
use plenary::app::action::Action;
use plenary::app::desk::Desk;
use plenary::app::settings::{Settings, ThemeChoice};
use plenary::app::style::fonts;
use plenary::app::system::headless::{Headless, png_bytes};
use plenary::model::RowId;
use plenary::store::Template;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let (view, theme, lang, w, h, out, id) =
        (&a[1], &a[2], &a[3], a[4].parse::<f32>().unwrap(), a[5].parse::<f32>().unwrap(), &a[6], &a[7]);
    let f = |n: usize| a[n].parse::<f32>().unwrap();
    let (from, to) = (Pos2::new(f(8), f(9)), Pos2::new(f(10), f(11)));
    let mut settings = Settings { view: view.clone(), ..Settings::default() };
    settings.theme = if theme == "dark" { ThemeChoice::Dark } else { ThemeChoice::Light };
    if lang == "ru" {
        settings.language = plenary::model::Language::Russian;
    }
    let mut screen = Headless::new(egui::vec2(w, h), 1.0);
    screen.context().set_fonts(fonts::definitions());
    let mut desk = Desk::new(Template::Wtdc25.plan(), None, settings);
    let ctx = screen.context().clone();
    for _ in 0..4 {
        screen.step(vec![], |ui| desk.ui(ui));
    }
    if id != "-" {
        desk.handle(&ctx, Action::Reveal(RowId::Session(id.parse().unwrap())));
    }
    for _ in 0..30 {
        screen.step(vec![], |ui| desk.ui(ui));
    }
    if a.len() > 12 && a[12] == "zoom" {
        screen.step(vec![Event::PointerMoved(from)], |ui| desk.ui(ui));
        screen.step(vec![Event::Zoom(f(13))], |ui| desk.ui(ui));
        for _ in 0..10 {
            screen.step(vec![], |ui| desk.ui(ui));
        }
    }
    if from != to {
        screen.step(vec![Event::PointerMoved(from)], |ui| desk.ui(ui));
        let press = |pos, pressed| Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        screen.step(vec![press(from, true)], |ui| desk.ui(ui));
        for n in 1..=6 {
            screen.step(vec![Event::PointerMoved(from + (to - from) * (n as f32 / 6.0))], |ui| desk.ui(ui));
        }
        for _ in 0..60 {
            screen.step(vec![], |ui| desk.ui(ui));
        }
    }
    let image = screen.image(egui::Color32::WHITE);
    std::fs::write(out, png_bytes(&image).unwrap()).unwrap();
}
