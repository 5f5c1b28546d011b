//! Rooms as they are written, and when rooms and people are not there.

use serde::{Deserialize, Serialize};

use super::fields::Own;
use crate::model::{self, CivilTime, RoomId};
use crate::store::saved::{ReadRow, WrittenRow};
use crate::store::version_1::papers::Source;
use crate::store::version_1::scalars::{List, LocalText, Prose, Written, is_default};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Room {
    id: RoomId,
    #[serde(default, skip_serializing_if = "is_default")]
    title: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    place: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    capacity: Option<u32>,
    #[serde(default, skip_serializing_if = "is_default")]
    booths: u8,
    #[serde(default, skip_serializing_if = "is_default", rename = "virtual")]
    is_virtual: bool,
    #[serde(default, skip_serializing_if = "is_default", rename = "shared")]
    is_shared: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    layout: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    equipment: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    setup_mins: Option<u16>,
    #[serde(default, skip_serializing_if = "is_default")]
    turnaround_mins: Option<u16>,
    #[serde(default, skip_serializing_if = "is_default")]
    closed: List<Absence>,
    #[serde(default, skip_serializing_if = "is_default")]
    order: i32,
    #[serde(default, skip_serializing_if = "is_default")]
    came_as: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    own: List<Own>,
    #[serde(default, skip_serializing_if = "is_default")]
    sources: List<Source>,
}

/// A time at which somebody or something is not there.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Absence {
    from: Written<CivilTime>,
    to: Written<CivilTime>,
    #[serde(default, skip_serializing_if = "is_default")]
    reason: Prose,
}

impl Absence {
    pub fn list_into_model(all: List<Self>) -> Vec<model::Absence> {
        let absence = |one: Self| model::Absence { from: one.from.0, to: one.to.0, reason: one.reason.0 };
        all.0.into_iter().map(absence).collect()
    }

    pub fn list_from_model(all: &[model::Absence]) -> List<Self> {
        let absence =
            |one: &model::Absence| Self { from: Written(one.from), to: Written(one.to), reason: (&one.reason).into() };
        List(all.iter().map(absence).collect())
    }
}

impl ReadRow for Room {
    type Model = model::Room;

    fn into_model(self) -> model::Room {
        model::Room {
            id: self.id,
            title: self.title.into_model(),
            place: self.place.0,
            capacity: self.capacity,
            booths: self.booths,
            is_virtual: self.is_virtual,
            is_shared: self.is_shared,
            layout: self.layout.0,
            equipment: self.equipment.0,
            setup_mins: self.setup_mins,
            turnaround_mins: self.turnaround_mins,
            closed: Absence::list_into_model(self.closed),
            order: self.order,
            came_as: self.came_as.0,
            own: Own::list_into_model(self.own),
            sources: Source::list_into_model(self.sources),
        }
    }
}

impl WrittenRow for Room {
    fn from_model(row: &model::Room) -> Self {
        Self {
            id: row.id,
            title: LocalText::from_model(&row.title),
            place: (&row.place).into(),
            capacity: row.capacity,
            booths: row.booths,
            is_virtual: row.is_virtual,
            is_shared: row.is_shared,
            layout: (&row.layout).into(),
            equipment: (&row.equipment).into(),
            setup_mins: row.setup_mins,
            turnaround_mins: row.turnaround_mins,
            closed: Absence::list_from_model(&row.closed),
            order: row.order,
            came_as: (&row.came_as).into(),
            own: Own::list_from_model(&row.own),
            sources: Source::list_from_model(&row.sources),
        }
    }
}
