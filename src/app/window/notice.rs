//! The window of the change notice: in which form and languages what differs from an earlier state is handed out. With what
//! the plan is compared is the same as in the view of changes. What takes long goes on beside the window.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::Utc;
use egui::{Align, Button, Context, Layout, RichText, Role, ScrollArea, Ui, UiBuilder, WidgetInfo, vec2};

use crate::app::action::{Action, Message, NoticeOrder};
use crate::app::context::ViewContext;
use crate::app::style::{Type, size};
use crate::app::system::tasks::Task;
use crate::app::widget::against::against_menu;
use crate::app::widget::fields::{caption, flaw, note};
use crate::app::widget::languages::languages_ui;
use crate::exchange::notice::{self, NoticeFormat, NoticeOptions};
use crate::exchange::{ExportError, Handout, NotWritten, Target, errors, write_files};
use crate::model::{Language, Plan};
use crate::texts::{Value, tid};
use crate::workbench::Generation;

use super::Floating;
use super::sheet::{PADDING, Sheet, filled_button, plain_button, with_foot};

/// The window, open or not.
#[derive(Default)]
pub struct NoticeWindow {
    asked: Option<Asked>,
    /// A notice that is being made.
    work: Option<Task<Result<PathBuf, Failure>>>,
}

/// Why there is no notice.
enum Failure {
    Export(ExportError),
    Write(NotWritten),
}

/// Of which comparison something is known: the other plan, and the state of this one.
type Of = (Arc<Plan>, Generation);

/// What is chosen.
struct Asked {
    /// How many changes there are, which is being counted, and which is known.
    counting: Option<(Of, Task<usize>)>,
    count: Option<(Of, usize)>,
    format: NoticeFormat,
    languages: Vec<Language>,
    with_records: bool,
    /// Whether it has just been opened: then the keyboard goes to it.
    is_new: bool,
}

impl Floating for NoticeWindow {
    fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        self.receive(cx);
        let sheet = Sheet { name: "notice", title: cx.text("notice-title"), size: vec2(560.0, 372.0) };
        sheet.ask(ui, cx, &mut self.asked, |asked, ui| asked.content_ui(ui, cx));
    }

    fn is_open(&self) -> bool {
        self.asked.is_some()
    }

    fn close(&mut self) {
        // Work goes on.
        self.asked = None;
    }
}

impl NoticeWindow {
    /// Opens it, for these languages at first.
    pub fn open(&mut self, languages: &[Language]) {
        self.asked = Some(Asked {
            counting: None,
            count: None,
            format: NoticeFormat::Pdf,
            languages: languages.to_vec(),
            with_records: false,
            is_new: true,
        });
    }

    /// Makes a notice, and writes it to a path, not in the place of the plan in `file`.
    pub fn start(&mut self, ctx: &Context, plan: Plan, file: Option<PathBuf>, (path, order): (PathBuf, NoticeOrder)) {
        self.work = Some(Task::start(ctx, "notice", move |_| {
            let NoticeOrder { before, options } = order;
            let bytes = notice::export(&before, &plan, &options).map_err(Failure::Export)?;
            let handout = Handout::new(format!("notice.{}", options.format.extension()), bytes);
            write_files(&path, &[handout], Target::File, file.as_deref()).map_err(Failure::Write)?;
            Ok(path)
        }));
    }

    /// Takes over what another one is writing.
    pub fn inherit(&mut self, other: Self) {
        self.work = other.work;
    }

    /// Whether one is being written.
    #[must_use]
    pub fn is_working(&self) -> bool {
        self.work.is_some()
    }

    fn receive(&mut self, cx: &ViewContext<'_>) {
        let Some(result) = self.work.as_ref().and_then(Task::poll) else { return };
        self.work = None;
        let (id, name, text) = match result {
            Ok(Ok(path)) => {
                let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
                self.asked = None;
                (tid("export-done"), "file", name)
            }
            Ok(Err(Failure::Export(error))) => (tid("export-failed"), "why", errors::export_error(cx.texts, &error)),
            Ok(Err(Failure::Write(error))) => (tid("export-not-written"), "why", errors::not_written(cx.texts, &error)),
            Err(_) => (tid("export-failed"), "why", cx.text("export-ended").to_owned()),
        };
        let text = cx.texts.text_with(id, &[(name, Value::from(&text))]);
        cx.act(Action::Tell(Message { text, is_error: name == "why" }));
    }
}

impl Asked {
    /// Draws it; whether it is done.
    fn content_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) -> bool {
        let (above, foot) = with_foot(ui, cx);
        let mut content = ui.new_child(UiBuilder::new().id_salt("notice").max_rect(above.shrink2(vec2(PADDING, 0.0))));
        let before = ScrollArea::vertical().auto_shrink(false).show(&mut content, |ui| {
            against_menu(ui, cx);
            self.forms_ui(ui, cx);
            languages_ui(ui, cx, &mut self.languages);
            ui.add_space(8.0);
            ui.checkbox(&mut self.with_records, cx.text("notice-names"));
            ui.add_space(8.0);
            self.told_ui(ui, cx)
        });
        let layout = Layout::right_to_left(Align::Center);
        let mut buttons = ui.new_child(UiBuilder::new().id_salt("foot").max_rect(foot).layout(layout));
        let before = before.inner;
        if filled_button(&mut buttons, cx, cx.text("notice-go"), before.is_some()).clicked()
            && let Some(before) = before
        {
            let options = NoticeOptions {
                languages: self.languages.clone(),
                kept: [cx.compared.kept(), Some(Utc::now())],
                with_records: self.with_records,
                ..NoticeOptions::new(self.format, Utc::now())
            };
            cx.act(Action::AskNotice(Box::new(NoticeOrder { before, options })));
        }
        plain_button(&mut buttons, cx.text("button-cancel"), true).clicked()
    }

    fn forms_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        caption(ui, cx, cx.text("handout-format"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for format in NoticeFormat::ALL {
                let (is_chosen, name) = (self.format == format, cx.text(label(format)));
                let response = ui.add(Button::selectable(is_chosen, name).min_size(vec2(0.0, size::TARGET)));
                response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, name));
                if is_chosen && std::mem::take(&mut self.is_new) {
                    response.request_focus();
                }
                if response.clicked() {
                    self.format = format;
                }
            }
        });
    }

    /// How many changes there are; the plan before, where there are any.
    fn told_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) -> Option<Arc<Plan>> {
        let before = match cx.compared.other() {
            None => {
                ui.spinner();
                return None;
            }
            Some(Err(why)) => {
                flaw(ui, cx, &cx.texts.text_with("compare-failed", &[("why", Value::from(why))]));
                return None;
            }
            Some(Ok(before)) => before,
        };
        let identities = [before, cx.plan].map(|plan: &Plan| plan.header().identity);
        if identities[0].zip(identities[1]).is_some_and(|(one, other)| one != other) {
            flaw(ui, cx, cx.text("notice-other-plan"));
            return None;
        }
        match self.count(ui.ctx(), cx, before) {
            None => _ = ui.spinner(),
            Some(0) => note(ui, cx, cx.text("export-no-changes")),
            Some(count) => {
                let text = cx.texts.text_with("notice-count", &[("count", Value::from(count))]);
                ui.label(RichText::new(text).font(Type::Strong.font()));
                return Some(Arc::clone(before));
            }
        }
        None
    }

    /// How many changes there are, as soon as that is known.
    fn count(&mut self, ctx: &Context, cx: &ViewContext<'_>, before: &Arc<Plan>) -> Option<usize> {
        if let Some(Ok(count)) = self.counting.as_ref().and_then(|(_, task)| task.poll()) {
            self.count = self.counting.take().map(|(of, _)| (of, count));
        }
        let now = cx.workbench.generation();
        let is_this = |of: &Of| Arc::ptr_eq(&of.0, before) && of.1 == now;
        if let Some((_, count)) = self.count.as_ref().filter(|(of, _)| is_this(of)) {
            return Some(*count);
        }
        if self.counting.as_ref().is_none_or(|(of, _)| !is_this(of)) {
            let (earlier, plan) = (Arc::clone(before), cx.plan.clone());
            let task = Task::start(ctx, "count changes", move |_| notice::count(&earlier, &plan));
            self.counting = Some(((Arc::clone(before), now), task));
        }
        None
    }
}

/// What a form is called.
fn label(format: NoticeFormat) -> &'static str {
    match format {
        NoticeFormat::Pdf => tid("format-pdf"),
        NoticeFormat::Docx => tid("format-docx"),
        NoticeFormat::Html => tid("format-html"),
        NoticeFormat::Xlsx => tid("format-xlsx"),
        NoticeFormat::Markdown => tid("format-markdown"),
        NoticeFormat::Text => tid("field-text"),
    }
}
