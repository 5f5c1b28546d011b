//! Plenary lays out a conference on a timeline.
//!
//! The floors, from the ground up; a file imports only from floors below its own (`docs/ARCHITECTURE.md`):

pub mod edit;
pub mod model;
