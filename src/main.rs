//! The program: the window, or one answer on the command line.

use std::io::Write as _;
use std::process::ExitCode;

use plenary::cli::{self, Arguments, Refused, Request};

fn main() -> ExitCode {
    let Arguments { command, file } = match cli::asked(&views()) {
        Ok(arguments) => arguments,
        Err(Refused::Help(help)) => help.exit(),
        Err(Refused::Mistake(why)) => return done(Err(why)),
    };
    match command {
        Some(Request::Check(request)) => {
            let (text, status) = cli::check(&request);
            // Findings are the answer, whatever their number; only what can not be read is a failure.
            if status < 2 {
                drop(writeln!(std::io::stdout(), "{text}"));
            } else {
                eprintln!("plenary: {text}");
            }
            ExitCode::from(status)
        }
        Some(Request::Export(request)) => done(cli::export(&request)),
        Some(Request::Stats(request)) => said(cli::stats(&request)),
        Some(Request::Completions { shell }) => said(Ok(cli::completions(shell, &views()))),
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

/// The views that can be drawn.
fn views() -> Vec<&'static str> {
    #[cfg(feature = "window")]
    return plenary::app::view::VIEWS.iter().map(|entry| entry.kind.name).collect();
    #[cfg(not(feature = "window"))]
    Vec::new()
}

fn said(result: Result<String, String>) -> ExitCode {
    // Whoever reads may stop reading, as `head` does.
    done(result.map(|text| drop(writeln!(std::io::stdout(), "{text}"))))
}

fn done(result: Result<(), String>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("plenary: {why}");
            ExitCode::from(2)
        }
    }
}

#[cfg(feature = "window")]
mod window {
    use std::path::PathBuf;

    use plenary::app;
    use plenary::app::lanes::LanesBy;
    use plenary::app::settings::{Settings, ThemeChoice};
    use plenary::app::system::render::{Picture, render as draw};
    use plenary::cli::{self, RenderArguments};
    use plenary::store::write_handout;

    pub fn open(file: Option<PathBuf>) -> Result<(), String> {
        let plan = cli::open(file.as_deref())?.plan;
        // What came on standard input has no file to be saved to.
        app::run(plan, file.filter(|file| file.as_os_str() != "-"))
    }

    pub fn render(arguments: &RenderArguments) -> Result<(), String> {
        if !(0.5..=4.0).contains(&arguments.scale) {
            return Err("the scale must lie between 0.5 and 4".to_owned());
        }
        let settings = Settings {
            theme: match arguments.theme {
                cli::Look::Light => ThemeChoice::Light,
                cli::Look::Dark => ThemeChoice::Dark,
            },
            language: arguments.lang,
            view: arguments.view.clone(),
            lanes: match arguments.lanes {
                cli::LanesBy::Room => LanesBy::Room,
                cli::LanesBy::Body => LanesBy::Body,
                cli::LanesBy::Kind => LanesBy::Kind,
                cli::LanesBy::Event => LanesBy::Event,
            },
            second_zone: arguments.zone,
            ..Settings::default()
        };
        let size = (arguments.size.width, arguments.size.height);
        let picture = Picture { size, scale: arguments.scale, settings };
        let png = draw(cli::open(arguments.file.as_deref())?.plan, &picture)?;
        write_handout(&arguments.output, &png).map_err(|error| format!("{}: {error}", arguments.output.display()))
    }
}
