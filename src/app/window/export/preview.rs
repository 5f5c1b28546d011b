//! The preview: the pages themselves, or how the file begins.

use std::sync::Arc;

use chrono::Utc;
use egui::{ColorImage, CursorIcon, Grid, Label, RichText, ScrollArea, Sense, TextureHandle, TextureOptions, Ui, vec2};

use crate::exchange::drawing::{Page, png};
use crate::exchange::{ExportError, Handout, Loss, Medium, Progress, Request, errors, first_file, preview};
use crate::model::Plan;
use crate::texts::Value;

use crate::app::context::ViewContext;
use crate::app::paint::text::{displayed, elided_ui, label_ui};
use crate::app::system::tasks::Task;
use crate::workbench::Generation;

/// So many lines of a text are shown, and so many characters of each.
const LINES: usize = 80;
const CHARS: usize = 160;
/// So many characters of a cell are shown.
const CELL_CHARS: usize = 32;

/// A point of 1/72 inch on a screen of 96 points an inch.
const POINTS_OF_SCREEN: f32 = 96.0 / 72.0;

/// No side of a preview has more pixels, which every graphics card can do.
const MOST_PIXELS: f32 = 4096.0;
/// Below so much room the size of the page is chosen under the steps, in points.
const NARROW: f32 = 340.0;

/// What is shown, and what it was made of.
#[derive(Default)]
pub struct Preview {
    of: Option<(Generation, Request)>,
    coming: Option<(Arc<Progress>, Task<Content>)>,
    content: Option<Content>,
    page: usize,
    /// Whether pages are as large as on paper, to be read, instead of fitted in.
    is_full_size: bool,
    texture: Option<((usize, u32), TextureHandle)>,
}

/// What a preview shows.
enum Content {
    /// With what does not reach those who read them.
    Pages(Vec<Page>, Loss),
    /// The first lines of a file.
    Text(Vec<String>),
    /// The first rows of a table, the head first.
    Rows(Vec<Vec<String>>),
    Flaw(ExportError),
}

impl Preview {
    /// Whether there is something to be handed out.
    pub fn is_fine(&self) -> bool {
        matches!(self.content, Some(Content::Pages(..) | Content::Text(_) | Content::Rows(_)))
    }

    /// Whether it will be a file for each page.
    pub fn makes_several(&self) -> bool {
        let is_picture = self.of.as_ref().is_some_and(|(_, of)| of.exporter.medium == Medium::Picture);
        is_picture && matches!(&self.content, Some(Content::Pages(pages, _)) if pages.len() > 1)
    }

    /// Draws it, and has it made anew where a choice or the plan has changed.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, request: &Request) {
        if self.of.as_ref().is_none_or(|(known, of)| *known != cx.workbench.generation() || of != request) {
            let same = |(_, of): &(Generation, Request)| of.exporter == request.exporter && of.layout == request.layout;
            if !self.of.as_ref().is_some_and(same) {
                self.page = 0;
            }
            self.of = Some((cx.workbench.generation(), request.clone()));
            self.begin(ui.ctx(), cx, request);
        }
        if let Some(Ok(content)) = self.coming.as_ref().and_then(|(_, coming)| coming.poll()) {
            self.coming = None;
            self.texture = None;
            if let Content::Pages(pages, _) = &content {
                self.page = self.page.min(pages.len().saturating_sub(1));
            }
            self.content = Some(content);
        }
        match &self.content {
            None => drop(ui.centered_and_justified(|ui| ui.weak(cx.text("export-preparing")))),
            Some(Content::Flaw(error)) => flaw_ui(ui, cx, &errors::export_error(cx.texts, error)),
            Some(Content::Text(lines)) => text_ui(ui, lines),
            Some(Content::Rows(rows)) => rows_ui(ui, rows),
            Some(Content::Pages(..)) => self.pages_ui(ui, cx),
        }
    }

    fn begin(&mut self, ctx: &egui::Context, cx: &ViewContext<'_>, request: &Request) {
        let (plan, request, ctx) = (cx.plan.clone(), shown_as(request), ctx.clone());
        // Another choice was made before this one could be shown: nobody waits for it any more.
        if let Some((progress, _)) = &self.coming {
            progress.cancel();
        }
        let progress = Arc::new(Progress::default());
        let watched = Arc::clone(&progress);
        let task = Task::start(&ctx, "preview", move |_| content(&plan, &request, &watched));
        self.coming = Some((progress, task));
    }

    fn pages_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let Some(Content::Pages(pages, loss)) = &self.content else { return };
        // Where the steps leave no room, its size is chosen below them.
        let is_narrow = ui.available_width() < NARROW;
        ui.horizontal(|ui| {
            let step = |ui: &mut Ui, sign: &str, name: &str, is_open: bool| {
                let button = ui.add_enabled(is_open, egui::Button::new(sign));
                button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, is_open, name));
                button.clicked()
            };
            if step(ui, "‹", cx.text("export-previous"), self.page > 0) {
                self.page -= 1;
            }
            let values = [("page", Value::from(self.page + 1)), ("pages", Value::from(pages.len()))];
            ui.label(cx.texts.text_with("handout-page", &values));
            if step(ui, "›", cx.text("export-next"), self.page + 1 < pages.len()) {
                self.page += 1;
            }
            if !is_narrow {
                ui.toggle_value(&mut self.is_full_size, cx.text("export-full-size"));
            }
            elided_ui(ui, RichText::new(&pages[self.page].title).color(cx.theme.text_2));
        });
        if is_narrow {
            ui.toggle_value(&mut self.is_full_size, cx.text("export-full-size"));
        }
        // What is shown of another format says nothing of its fonts and its room, but the logo is that of all.
        let is_itself = self.of.as_ref().is_some_and(|(_, of)| of.exporter.shown_as.is_none());
        let loss = if is_itself { loss } else { &Loss { logo: loss.logo.clone(), ..Loss::default() } };
        for lost in errors::lost(cx.texts, loss) {
            label_ui(ui, RichText::new(lost).color(cx.theme.warning));
        }
        let page = &pages[self.page];
        let room = ui.available_size() - vec2(2.0, 6.0);
        let fit = (room.x / page.width).min(room.y / page.height).max(0.05);
        let is_paper = self.of.as_ref().is_none_or(|(_, of)| of.exporter.medium != Medium::Picture);
        let full = if is_paper { POINTS_OF_SCREEN } else { 1.0 };
        let fit = if self.is_full_size { full } else { fit };
        let longest = page.width.max(page.height).max(1.0);
        let scale = (fit * ui.ctx().pixels_per_point()).min(4.0).min(MOST_PIXELS / longest);
        let key = (self.page, scale.to_bits());
        if self.texture.as_ref().is_none_or(|(known, _)| *known != key)
            && let Ok(picture) = png::picture(page, scale)
        {
            let size = [picture.width as usize, picture.height as usize];
            let image = ColorImage::from_rgba_unmultiplied(size, &picture.rgba);
            self.texture = Some((key, ui.ctx().load_texture("export preview", image, TextureOptions::LINEAR)));
        }
        if let Some((_, texture)) = &self.texture {
            let size = vec2(page.width * fit, page.height * fit);
            ScrollArea::both().id_salt(self.page).auto_shrink(false).show(ui, |ui| {
                let image = egui::Image::new((texture.id(), size)).sense(Sense::click());
                // In the middle, unless it is wider than the room: then from its edge, so that all of it can be reached.
                let left = ((ui.available_width() - size.x) / 2.0).max(0.0);
                let shown = ui.horizontal(|ui| {
                    ui.add_space(left);
                    ui.add(image)
                });
                let shown = shown.inner;
                let frame = egui::Stroke::new(1.0, cx.theme.line_strong);
                ui.painter().rect_stroke(shown.rect, 0.0, frame, egui::StrokeKind::Inside);
                shown.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, cx.text("export-preview")));
                let cursor = if self.is_full_size { CursorIcon::ZoomOut } else { CursorIcon::ZoomIn };
                if shown.on_hover_cursor(cursor).clicked() {
                    self.is_full_size = !self.is_full_size;
                }
            });
        }
    }
}

fn flaw_ui(ui: &mut Ui, cx: &ViewContext<'_>, why: &str) {
    ui.add_space(12.0);
    label_ui(ui, RichText::new(why).color(cx.theme.error));
}

fn text_ui(ui: &mut Ui, lines: &[String]) {
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        for line in lines {
            ui.add(Label::new(RichText::new(displayed(line)).small()).extend());
        }
    });
}

fn rows_ui(ui: &mut Ui, rows: &[Vec<String>]) {
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        Grid::new("export-rows").striped(true).spacing(vec2(14.0, 3.0)).show(ui, |ui| {
            for (at, row) in rows.iter().enumerate() {
                for cell in row {
                    let text = RichText::new(displayed(cell)).small();
                    let text = if at == 0 { text.strong() } else { text };
                    ui.add(Label::new(text).extend());
                }
                ui.end_row();
            }
        });
    });
}

/// What is shown for a request: where its files say nothing to the eye, another format that does, in the same layout if
/// it has that.
fn shown_as(request: &Request) -> Request {
    let Some(exporter) = request.exporter.shown_as else { return request.clone() };
    let defaults = Request::new(exporter);
    let layout = if exporter.layouts.contains(&request.layout) { request.layout } else { defaults.layout };
    Request { exporter, layout, split: None, ..request.clone() }
}

fn content(plan: &Plan, request: &Request, progress: &Progress) -> Content {
    let made = Utc::now();
    if matches!(request.exporter.medium, Medium::Paper | Medium::Picture) {
        return match preview(plan, request, made, progress) {
            Ok(pages) => Content::Pages(pages, progress.loss()),
            Err(error) => Content::Flaw(error),
        };
    }
    match first_file(plan, request, made, progress) {
        Ok(Handout { bytes, .. }) => {
            if request.exporter.extension == "csv" {
                Content::Rows(rows(&bytes))
            } else {
                Content::Text(lines(&bytes))
            }
        }
        Err(error) => Content::Flaw(error),
    }
}

/// The first lines of a text.
fn lines(bytes: &[u8]) -> Vec<String> {
    // Enough for all lines that are shown, whatever they are made of.
    let begin = &bytes[..bytes.len().min(LINES * CHARS * 4)];
    String::from_utf8_lossy(begin).lines().take(LINES).map(|line| cut(line, CHARS)).collect()
}

/// The first rows of a table, whose cells are cut short.
fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    let rows = reader.records().filter_map(Result::ok).take(LINES);
    rows.map(|row| row.iter().map(|cell| cut(cell, CELL_CHARS)).collect()).collect()
}

/// `text` without the mark of its encoding, cut after `most` characters.
fn cut(text: &str, most: usize) -> String {
    let text = text.trim_start_matches('\u{feff}');
    let mut short: String = text.chars().take(most).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
