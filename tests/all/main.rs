//! Tests of the program as a whole, in one binary so that it is linked once.

#[cfg(feature = "window")]
mod desk;
mod floors;
mod plans;
mod store;
#[cfg(feature = "window")]
mod texts;
