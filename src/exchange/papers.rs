//! The papers of a conference: what stands in each. A paper is gathered from the programme and, where that does not hold
//! it, from the plan as everybody may read it; how it is set is another matter ([`paper`](super::paper)).

mod book;
mod booklet;
mod by_meeting;
mod desk;
mod journal;
pub mod meetings;
mod room_sheets;
mod roster;
mod running_order;
mod services;

use std::borrow::Cow;

use super::exporter::Material;
use super::layout::Layout;
use super::paper::Paper;
use super::programme::Programme;
use super::progress::ExportError;
use super::reserved;
use super::selection::Selection;
use desk::Desk;

/// The paper that is asked for.
///
/// # Errors
/// [`ExportError::Nothing`] where nothing would stand in it, or what it says itself.
pub fn paper(material: &Material<'_>) -> Result<Paper, ExportError> {
    let Material { programme, request, selection, plan } = *material;
    let plan = if programme.is_internal { Cow::Borrowed(plan) } else { reserved::shown(plan) };
    // The journal of some days tells of those behind them, the booklet of a delegation of what it misses.
    let wide = match request.layout {
        Layout::Journal => Selection { days: Vec::new(), ..selection.clone() },
        Layout::Booklet => Selection { delegations: Vec::new(), ..selection.clone() },
        _ => selection.clone(),
    };
    let wider = (wide != *selection).then(|| Programme::new(material.plan, &request.wish(&wide, programme.made, None)));
    let desk = Desk::new(wider.as_ref().unwrap_or(programme), &plan, selection);
    let paper = match request.layout {
        Layout::Journal => journal::paper(&desk),
        Layout::MeetingDocuments => by_meeting::paper(&desk),
        Layout::Booklet => booklet::paper(&desk)?,
        Layout::RunningOrder => running_order::paper(&desk),
        Layout::PodiumList => running_order::podium_list(&desk)?,
        Layout::RoomSheets => room_sheets::paper(&desk),
        Layout::Roster => roster::paper(&desk),
        Layout::Services => services::paper(&desk),
        Layout::Book => book::paper(&desk),
        Layout::Programme
        | Layout::Day
        | Layout::Grid
        | Layout::Doors
        | Layout::Itinerary
        | Layout::Statements
        | Layout::Timeline
        | Layout::Agendas
        | Layout::SpeakerCards
        | Layout::Now => return Err(ExportError::Nothing),
    };
    if paper.pieces.is_empty() { Err(ExportError::Nothing) } else { Ok(paper) }
}
