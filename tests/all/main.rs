//! Tests of the program as a whole, in one binary so that it is linked once. `plans` makes plans for all of them.

mod plans;
mod podium;
#[cfg(feature = "window")]
mod podium_view;
mod preparation;
mod preparation_view;
mod proposals;

mod agenda;
mod agenda_commands;
mod agenda_view;
mod arrange;
#[cfg(feature = "window")]
mod arrange_view;
mod arriving;
mod bureaus_view;
mod cases;
#[cfg(feature = "window")]
mod changes;
mod clipboard;
mod command_line;
#[cfg(feature = "window")]
mod comments;
#[cfg(feature = "window")]
mod date_strip;
#[cfg(feature = "window")]
mod dates;
#[cfg(feature = "window")]
mod delegation;
mod delegation_view;
mod desk;
#[cfg(feature = "window")]
mod differences;
mod directions;
mod edit;
#[cfg(feature = "window")]
mod export_window;
mod findings;
#[cfg(feature = "window")]
mod findings_panel;
mod floors;
#[cfg(feature = "window")]
mod frame;
mod git;
mod handouts;
mod held;
#[cfg(feature = "window")]
mod importing;
mod incoming;
#[cfg(feature = "window")]
mod inspector;
#[cfg(feature = "window")]
mod keyboard;
#[cfg(feature = "window")]
mod keys;
#[cfg(feature = "window")]
mod keys_alone;
mod kinds;
#[cfg(feature = "window")]
mod lanes;
#[cfg(feature = "window")]
mod legible;
#[cfg(feature = "window")]
mod list;
#[cfg(feature = "window")]
mod many;
#[cfg(feature = "window")]
mod meetings;
#[cfg(feature = "window")]
mod menus;
mod merging;
#[cfg(feature = "window")]
mod navigator;
#[cfg(feature = "window")]
mod new_plan;
#[cfg(feature = "window")]
mod new_session;
mod notice;
mod notice_window;
#[cfg(feature = "window")]
mod opened_tables;
mod own_columns;
mod own_fields;
#[cfg(feature = "window")]
mod own_fields_desk;
#[cfg(feature = "window")]
mod pasting;
#[cfg(feature = "window")]
mod pictures;
mod places;
#[cfg(feature = "window")]
mod recovery;
#[cfg(feature = "window")]
mod registers;
mod releases;
mod repeat;
#[cfg(feature = "window")]
mod requests;
#[cfg(feature = "window")]
mod requests_view;
mod returned;
mod room_requests;
mod roster;
mod roster_view;
mod rules;
#[cfg(feature = "window")]
mod saving;
#[cfg(feature = "window")]
mod shared_file;
mod sheets;
mod statements;
#[cfg(feature = "window")]
mod statements_view;
mod store;
#[cfg(feature = "window")]
mod targets;
mod texts;
#[cfg(feature = "window")]
mod timeline;
mod topics;
#[cfg(feature = "window")]
mod topics_view;
#[cfg(feature = "window")]
mod tray;
#[cfg(feature = "window")]
mod views;
#[cfg(feature = "window")]
mod ways_out;
mod workbench;
mod youth;
#[cfg(feature = "window")]
mod youth_view;
#[cfg(feature = "window")]
mod zones_view;
