//! Plenary lays out a conference on a timeline.
//!
//! The floors, from the ground up; a file imports only from floors below its own (`docs/ARCHITECTURE.md`):

pub mod model;

pub mod look;

pub mod merge;

pub mod edit;

pub mod check;

pub mod arrange;

pub mod workbench;

pub mod store;

pub mod keeping;

pub mod texts;

pub mod exchange;

#[cfg(feature = "window")]
pub mod app;

pub mod cli;
