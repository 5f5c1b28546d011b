//! The program: the window, or one answer on the command line.

use std::process::ExitCode;

use plenary::cli::{self, Arguments, Refused, Request};

fn main() -> ExitCode {
    let Arguments { command, file } = match cli::asked(&views()) {
        Ok(arguments) => arguments,
        Err(Refused::Help(help)) => return done(cli::told(help.print())),
        Err(Refused::Mistake(why)) => return done(Err(why)),
    };
    match command {
        Some(Request::Check(request)) => {
            let (text, status) = cli::check(&request);
            // Findings are the answer, whatever their number; only what can not be read or told is a failure.
            match if status < 2 { cli::say(&text) } else { Err(text) } {
                Ok(()) => ExitCode::from(status),
                failure => done(failure),
            }
        }
        Some(Request::Diff(request)) => answered(cli::diff(&request)),
        Some(Request::Merge(request)) => answered(cli::merge_files(&request)),
        Some(Request::Import(request)) => answered(cli::import(&request)),
        Some(Request::Arrange(request)) => answered(cli::arrange(&request)),
        Some(Request::Export(request)) => done(cli::export(&request)),
        Some(Request::Notice(request)) => done(cli::notice(&request)),
        Some(Request::Stats(request)) => done(cli::stats(&request).and_then(|text| cli::say(&text))),
        Some(Request::Release(request)) => done(cli::release(&request).and_then(|text| cli::say(&text))),
        Some(Request::New(request)) => done(cli::new(&request).and_then(|text| cli::say(&text))),
        Some(Request::Completions { shell }) => done(cli::say(&cli::completions(shell, &views()))),
        #[cfg(feature = "window")]
        Some(Request::Render(arguments)) => done(window::render(&arguments)),
        #[cfg(feature = "window")]
        None => done(window::open(file)),
        #[cfg(not(feature = "window"))]
        _ => {
            let _ = file;
            done(Err("this build of plenary has no window and draws no pictures".to_owned()))
        }
    }
}

/// Says an answer, and ends with its status.
fn answered(answer: Result<(String, u8), String>) -> ExitCode {
    match answer.and_then(|(text, status)| cli::say(&text).map(|()| status)) {
        Ok(status) => ExitCode::from(status),
        Err(why) => done(Err(why)),
    }
}

/// The views that can be drawn.
fn views() -> Vec<&'static str> {
    #[cfg(feature = "window")]
    return plenary::app::view::VIEWS.iter().map(|entry| entry.kind.name).chain([window::DOCUMENTS]).collect();
    #[cfg(not(feature = "window"))]
    Vec::new()
}

fn done(result: Result<(), String>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            cli::complain(&why);
            ExitCode::from(2)
        }
    }
}

#[cfg(feature = "window")]
mod window {
    use std::path::{Path, PathBuf};

    use plenary::app;
    use plenary::app::compared::Against;
    use plenary::app::lanes::LanesBy;
    use plenary::app::settings::{Settings, ThemeChoice};
    use plenary::app::system::render::{Picture, render as draw};
    use plenary::cli::{self, RenderArguments};
    use plenary::exchange::{Handout, Target, errors, write_files};
    use plenary::model::{Language, RowId};
    use plenary::store::Template;
    use plenary::texts::{Texts, Value};

    /// A part of the preparation that can be drawn by its own name.
    pub const DOCUMENTS: &str = "documents";

    pub fn open(file: Option<PathBuf>) -> Result<(), String> {
        let Some(file) = file else { return app::run(Template::Wtdc25.begin(), app::Start::Reopening) };
        match cli::open(Some(&file), &Texts::new(Language::English)) {
            // What came on standard input has no file to be saved to.
            Ok(input) => app::run(input.plan, app::Start::With(Some(file).filter(|file| file.as_os_str() != "-"))),
            // A spreadsheet or a calendar begins a plan.
            Err(_) if app::is_imported(&file) => app::run(Template::Blank.begin(), app::Start::BringingIn(file)),
            Err(why) => Err(why),
        }
    }

    pub fn render(arguments: &RenderArguments) -> Result<(), String> {
        arguments.check_size()?;
        let has_documents = arguments.view == DOCUMENTS;
        let settings = Settings {
            theme: match arguments.theme {
                cli::Look::Light => ThemeChoice::Light,
                cli::Look::Dark => ThemeChoice::Dark,
            },
            language: arguments.lang,
            view: if has_documents { "preparation".to_owned() } else { arguments.view.clone() },
            lanes: match arguments.lanes {
                cli::LanesBy::Room => LanesBy::Room,
                cli::LanesBy::Body => LanesBy::Body,
                cli::LanesBy::Kind => LanesBy::Kind,
                cli::LanesBy::Event => LanesBy::Event,
            },
            second_zone: arguments.zone,
            // A picture stands still.
            reduced_motion: true,
            ..Settings::default()
        };
        let size = (arguments.size.width, arguments.size.height);
        let (date, selected) = (arguments.date, arguments.select.map(RowId::from));
        let today = arguments.today;
        let input = cli::open(arguments.file.as_deref(), &Texts::new(arguments.lang))?;
        // What is selected brings the part of the view into sight that it stands in.
        let first = || input.plan.documents().ids().next().filter(|_| has_documents).map(RowId::from);
        let selected = selected.or_else(first);
        let texts = Texts::new(arguments.lang);
        let against = match arguments.against.as_deref().map(|text| (text, text.parse())) {
            None => None,
            Some((_, Ok(number))) => {
                let release = input.plan.release(number);
                release.ok_or_else(|| texts.text_with("cli-no-release", &[("number", Value::from(number))]))?;
                Some(Against::Release(number))
            }
            Some((file, Err(_))) => {
                cli::open(Some(Path::new(file)), &texts)?;
                Some(Against::File(file.into()))
            }
        };
        let against = against.map(|against| (against, input.file.clone()));
        let picture = Picture { size, scale: arguments.scale, settings, date, selected, today, against };
        let png = draw(input.plan, &picture)?;
        if arguments.output.as_os_str() == "-" {
            return cli::write(&png);
        }
        let png = Handout::new("desk.png".to_owned(), png);
        let written = write_files(&arguments.output, &[png], Target::File, input.file.as_deref());
        written.map_err(|error| errors::not_written(&texts, &error))
    }
}
