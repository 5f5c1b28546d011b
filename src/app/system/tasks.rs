//! Work that the window must not wait for: each on a named thread, with a flag that asks it to stop.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use egui::{Context, Id};

/// Something that is worked out elsewhere. When it is dropped, it is asked to stop.
#[derive(Debug)]
pub struct Task<T> {
    stop: Arc<AtomicBool>,
    result: Receiver<T>,
}

/// A task that ended without a result, because its thread broke down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended;

impl<T: Send + 'static> Task<T> {
    /// Begins to work on a thread of this name; the screen is drawn again when it is done. `work` is given the flag that
    /// asks it to stop. Where the system has no thread, and where [`work_at_once`] was asked for, it is done before this
    /// returns.
    pub fn start(ctx: &Context, name: &str, work: impl FnOnce(&AtomicBool) -> T + Send + 'static) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let (sender, result) = channel();
        let work = Arc::new(std::sync::Mutex::new(Some(work)));
        let (flag, again, repaint) = (Arc::clone(&stop), Arc::clone(&work), ctx.clone());
        let run = move || {
            let work = again.lock().ok().and_then(|mut work| work.take());
            if let Some(work) = work {
                // Nobody waits any more when the window was closed meanwhile.
                let _ = sender.send(work(&flag));
                repaint.request_repaint();
            }
        };
        if is_at_once(ctx) {
            run();
        } else {
            let again = run.clone();
            if std::thread::Builder::new().name(name.to_owned()).spawn(run).is_err() {
                again();
            }
        }
        Self { stop, result }
    }

    /// Asks it to stop; what it answers then is still heard.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// What came of it, if it is done.
    #[must_use]
    pub fn poll(&self) -> Option<Result<T, Ended>> {
        match self.result.try_recv() {
            Ok(result) => Some(Ok(result)),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(Ended)),
        }
    }
}

impl<T> Drop for Task<T> {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

fn at_once() -> Id {
    Id::unique("work at once")
}

/// From now on tasks of this screen are done before they are waited for, so that the same events always give the same
/// picture.
pub fn work_at_once(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(at_once(), true));
}

/// Whether tasks of this screen are done at once, and so must not hang on how long they may take.
#[must_use]
pub fn is_at_once(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp(at_once()).unwrap_or(false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_arrives_and_a_dropped_task_is_asked_to_stop() {
        let ctx = Context::default();
        let (told, stopped) = channel();
        let task = Task::start(&ctx, "forever", move |stop: &AtomicBool| {
            while !stop.load(Ordering::Relaxed) {
                std::thread::yield_now();
            }
            told.send(()).unwrap();
        });
        assert_eq!(task.poll(), None);
        drop(task);
        stopped.recv().unwrap();
        work_at_once(&ctx);
        assert_eq!(Task::start(&ctx, "sum", |_| 1 + 1).poll(), Some(Ok(2)));
    }

    #[test]
    fn a_thread_that_breaks_down_is_told() {
        let task: Task<()> = Task::start(&Context::default(), "broken", |_| std::panic::resume_unwind(Box::new(())));
        let ended = loop {
            if let Some(ended) = task.poll() {
                break ended;
            }
            std::thread::yield_now();
        };
        assert_eq!(ended, Err(Ended));
    }
}
