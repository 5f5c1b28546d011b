//! Where the desk meets the machine: the real window, and screens that are drawn in memory.

pub mod dialogs;
pub mod git;
pub mod headless;
pub mod journals;
pub mod render;
pub mod signals;
pub mod tasks;
pub mod watch;
pub mod window;
