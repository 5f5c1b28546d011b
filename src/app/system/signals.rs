//! When the system ends the program: a session that is closed, a terminal that is shut, `kill`.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use egui::Context;

/// Whether the program has been asked to end.
#[derive(Clone, Debug, Default)]
pub struct Ends(Arc<AtomicBool>);

impl Ends {
    /// Whether it is so.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Listens to the system; the screen is drawn again when it asks. A window that does not close by then is ended: everything
/// that was done in it is in the journal by that time.
#[cfg(unix)]
#[must_use]
pub fn listen(ctx: &Context) -> Ends {
    use std::time::Duration;

    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    let ends = Ends::default();
    // Where it can not be heard, it ends the program at once, as it always did.
    if let Ok(mut signals) = Signals::new([SIGTERM, SIGHUP, SIGINT]) {
        let (asked, ctx) = (ends.clone(), ctx.clone());
        let hear = move || {
            if let Some(signal) = signals.forever().next() {
                asked.0.store(true, Ordering::Relaxed);
                ctx.request_repaint();
                std::thread::sleep(Duration::from_secs(5));
                std::process::exit(128 + signal);
            }
        };
        let _ = std::thread::Builder::new().name("signals".to_owned()).spawn(hear);
    }
    ends
}

/// Other systems close the window by themselves.
#[cfg(not(unix))]
#[must_use]
pub fn listen(_ctx: &Context) -> Ends {
    Ends::default()
}
