//! The change notice: what is different between two states of a plan, as a handout that is signed and given to delegates.

mod markdown;
mod plain_text;
mod rows;

use chrono::{DateTime, Utc};

use super::changes::{Asked, Changes};
use super::drawing::pdf::{About, pdf};
use super::layout::Paper;
use super::pages::{self, Sheet};
use super::progress::{ExportError, Progress};
use super::{docx, html, xlsx};
use crate::model::{Language, Plan};

/// In which form it is handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoticeFormat {
    /// Pages to print, tagged.
    Pdf,
    /// A document to work on.
    Docx,
    /// A page for a browser.
    Html,
    /// A workbook: a row for each change.
    Xlsx,
    /// Markdown, for pages that a team keeps.
    Markdown,
    /// Lines, for a message.
    Text,
}

impl NoticeFormat {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Pdf, Self::Docx, Self::Html, Self::Xlsx, Self::Markdown, Self::Text];

    /// How its files end, without a dot; its name on the command line, too.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
            Self::Markdown => "md",
            Self::Text => "txt",
        }
    }

    /// The one whose files end so.
    #[must_use]
    pub fn of_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.extension().eq_ignore_ascii_case(extension))
    }
}

/// What can be chosen about a notice.
#[derive(Clone, Debug, PartialEq)]
pub struct NoticeOptions {
    /// In which form.
    pub format: NoticeFormat,
    /// The languages, side by side, the leading one first. None means the plan's own.
    pub languages: Vec<Language>,
    /// When it is issued: meetings that were to be over by then are marked.
    pub issued: DateTime<Utc>,
    /// When the two states were kept, where that is known; it is told where both are of one release.
    pub kept: [Option<DateTime<Utc>>; 2],
    /// Whether it says who asked for a change, and who decided it.
    pub with_records: bool,
    /// What pages are printed on.
    pub paper: Paper,
}

impl NoticeOptions {
    /// In the language of the plan, on A4, without names.
    #[must_use]
    pub fn new(format: NoticeFormat, issued: DateTime<Utc>) -> Self {
        Self { format, languages: Vec::new(), issued, kept: [None; 2], with_records: false, paper: Paper::A4 }
    }
}

/// The file that tells what is different in `after`.
///
/// # Errors
/// [`ExportError::NoChanges`] where nothing that is handed out is different; what the writer of the format says.
pub fn export(before: &Plan, after: &Plan, options: &NoticeOptions) -> Result<Vec<u8>, ExportError> {
    let gather = |languages: &[Language]| {
        let NoticeOptions { issued, kept, with_records, .. } = *options;
        Changes::new(before, after, &Asked { languages, issued, kept, with_records })
    };
    let changes = gather(&options.languages);
    if changes.days.is_empty() {
        return Err(ExportError::NoChanges);
    }
    match options.format {
        NoticeFormat::Pdf => printed(&changes, options.paper),
        NoticeFormat::Docx => docx::notice(&changes, options.paper),
        NoticeFormat::Html => Ok(html::notice(&changes).into_bytes()),
        NoticeFormat::Xlsx => xlsx::workbook(&rows::notice(&changes), &changes.programme),
        NoticeFormat::Markdown | NoticeFormat::Text => {
            // One language after the other, each without the words of the others.
            let write = if options.format == NoticeFormat::Text { plain_text::notice } else { markdown::notice };
            let languages = changes.programme.languages.iter();
            let parts = languages.map(|&language| write(&gather(&[language])));
            Ok(parts.collect::<Vec<_>>().join("\n\n").into_bytes())
        }
    }
}

/// How many sessions are different for a reader.
#[must_use]
pub fn count(before: &Plan, after: &Plan) -> usize {
    let asked = Asked { languages: &[], issued: DateTime::UNIX_EPOCH, kept: [None; 2], with_records: false };
    Changes::new(before, after, &asked).count
}

fn printed(changes: &Changes, paper: Paper) -> Result<Vec<u8>, ExportError> {
    let pages = pages::notice(changes, Sheet::upright(paper), &Progress::default())?;
    let programme = &changes.programme;
    let about = About {
        title: format!("{} · {}", programme.title.joined(), changes.title().joined()),
        language: programme.language(),
        creator: concat!("Plenary ", env!("CARGO_PKG_VERSION")).to_owned(),
        date: programme.made,
    };
    pdf(&pages, &about).map_err(|why| ExportError::Drawing { format: "PDF", why })
}
