//! Comments and to-dos as they are written.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::model::{self, CivilTime, CommentId, SessionId};
use crate::store::saved::{ReadRow, WrittenRow};
use crate::store::version_1::scalars::{Prose, Written, is_default};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Comment {
    id: CommentId,
    session: SessionId,
    #[serde(default, skip_serializing_if = "is_default")]
    by: Prose,
    at: Written<CivilTime>,
    text: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    is_to_do: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    assignee: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    due: Option<Written<NaiveDate>>,
    #[serde(default, skip_serializing_if = "is_default")]
    done: Option<Written<CivilTime>>,
    #[serde(default, skip_serializing_if = "is_default")]
    done_by: Prose,
}

impl ReadRow for Comment {
    type Model = model::Comment;

    fn into_model(self) -> model::Comment {
        model::Comment {
            id: self.id,
            session: self.session,
            by: self.by.0,
            at: self.at.0,
            text: self.text.0,
            is_to_do: self.is_to_do,
            assignee: self.assignee.0,
            due: self.due.map(|day| day.0),
            done: self.done.map(|time| time.0),
            done_by: self.done_by.0,
        }
    }
}

impl WrittenRow for Comment {
    fn from_model(row: &model::Comment) -> Self {
        Self {
            id: row.id,
            session: row.session,
            by: (&row.by).into(),
            at: Written(row.at),
            text: (&row.text).into(),
            is_to_do: row.is_to_do,
            assignee: (&row.assignee).into(),
            due: row.due.map(Written),
            done: row.done.map(Written),
            done_by: (&row.done_by).into(),
        }
    }
}
