//! What all versions of the plan file have in common: a file is a header and tables, and a table is a list of rows that
//! are turned into the model's, and back.

pub(super) mod json;
pub(super) mod layout;

use std::collections::{BTreeMap, BTreeSet};
use std::marker::PhantomData;
use std::sync::Arc;

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};

use super::miswritten::Expected;
use super::version_1::scalars::AtMost;
use crate::model::{Change, Id, Patch, PatchError, Plan, Post, Row, RowId, Tabled};

/// The most rows that one table of a file may have.
pub const MAX_TABLE_ROWS: usize = 200_000;

/// What the field `format` says in every plan file.
pub(super) const FORMAT: &str = "plenary plan";

/// Why a text is no plan of the version that it says.
pub(super) enum Misread {
    /// It is not written as such a file is.
    Ron(ron::error::SpannedError),
    /// It is JSON, and not written as such a file is.
    Json(serde_json::Error),
    /// It is, but what it says can not be.
    Content(PatchError),
}

/// A row as it is written, and what it becomes.
pub(super) trait ReadRow {
    /// The model's row.
    type Model: Tabled;

    /// The row of the plan.
    fn into_model(self) -> Self::Model;

    /// Posts that older files keep in this row. Their ids follow from it, so that they are the same in every copy of a file.
    fn posts(&self) -> Vec<Post> {
        Vec::new()
    }
}

/// A row of the version that is written.
pub(super) trait WrittenRow: ReadRow + Serialize {
    /// The row as it is written.
    fn from_model(row: &Self::Model) -> Self;
}

/// A whole file of some version.
pub(super) trait ReadFile: DeserializeOwned {
    /// The plan in it.
    fn into_plan(self) -> Result<Plan, Misread>;
}

/// Reads a text, which may be JSON, as a file `F`.
pub(super) fn plan_from_text<F: ReadFile>(text: &str) -> Result<Plan, Misread> {
    let file: F = if super::locate::is_json(text) {
        serde_json::from_str(text).map_err(Misread::Json)?
    } else {
        options().from_str(text).map_err(Misread::Ron)?
    };
    file.into_plan()
}

/// Writes the tables of a plan, one after the other.
pub(super) trait Tables {
    /// Writes one table, which can be empty.
    fn table<S: WrittenRow>(&mut self, name: &'static str, plan: &Plan);
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// The row that a note is about, as it is saved: `Session("S38")`.
macro_rules! target {
    ($derived:tt: $($row:ident($id:ident)),+ $(,)?) => {
        #[derive(Clone, Copy, PartialEq)]
        #[derive $derived]
        enum Target {
            $($row($id)),+
        }

        impl From<Target> for RowId {
            fn from(target: Target) -> Self {
                match target {
                    $(Target::$row(id) => Self::$row(id)),+
                }
            }
        }
    };
}

/// Declares `File`, a plan file for reading (writing goes row by row, so that the layout is ours), with its tables in
/// the order in which they are written.
macro_rules! file {
    ($($table:ident: $row:ty),* $(,)?) => {
        file! { with (): $($table: $row),* }
    };
    (with ($($undecided:ident: $saved:ty)?): $($table:ident: $row:ty),* $(,)?) => {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct File {
            #[serde(rename = "format")]
            _format: Prose,
            #[serde(rename = "version")]
            _version: u64,
            header: Header,
            $(#[serde(default)]
            $table: Rows<$row>,)*
            $(#[serde(default)]
            $undecided: Option<Box<$saved>>,)?
        }

        impl ReadFile for File {
            fn into_plan(self) -> Result<Plan, Misread> {
                let mut plan = Plan::new(self.header.into_model());
                let mut patch = Patch::default();
                $(self.$table.put_into(&mut patch, &plan)?;)*
                patch.settle_natures(&plan, &plan);
                $(if let Some(saved) = self.$undecided {
                    patch.put_undecided(&plan, saved.into_patch()?);
                })?
                plan.apply(&patch).map_err(Misread::Content)?;
                Ok(plan)
            }
        }
    };
}

/// Declares `SavedPatch`, what a patch puts and takes away, as it is written. The rows before are not in it: they stand in
/// the plan that it is read for.
macro_rules! saved_patch {
    ($($table:ident: $row:ty),* $(,)?) => {
        #[derive(Default, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct SavedPatch {
            #[serde(default, skip_serializing_if = "Option::is_none")]
            header: Option<Header>,
            /// What is undecided then, if that changes.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            undecided: Option<Box<SavedUndecided>>,
            #[serde(default, skip_serializing_if = "PutRows::is_empty")]
            put: PutRows,
            #[serde(default, skip_serializing_if = "GoneRows::is_empty")]
            gone: GoneRows,
        }

        #[derive(Default, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        struct PutRows {
            $(#[serde(default, skip_serializing_if = "Rows::is_empty")]
            $table: Rows<$row>,)*
        }

        #[derive(Default, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        struct GoneRows {
            $(#[serde(default, skip_serializing_if = "Rows::is_empty")]
            $table: Rows<Id<<$row as ReadRow>::Model>>,)*
        }

        impl PutRows {
            fn is_empty(&self) -> bool {
                true $(&& self.$table.is_empty())*
            }
        }

        impl GoneRows {
            fn is_empty(&self) -> bool {
                true $(&& self.$table.is_empty())*
            }
        }

        impl SavedPatch {
            pub fn from_patch(patch: &Patch) -> Self {
                let mut saved = Self {
                    header: patch.header_change().map(|change| Header::from_model(&change.after)),
                    undecided: patch.undecided_change().map(|change| SavedUndecided::from_patch(&change.after).into()),
                    ..Self::default()
                };
                $(for (id, change) in patch.changes::<<$row as ReadRow>::Model>() {
                    match &change.after {
                        Some(row) => saved.put.$table.push(<$row>::from_model(row)),
                        None => saved.gone.$table.push(id),
                    }
                })*
                saved
            }

            /// The patch for `plan`, to which it has not been applied.
            pub fn into_patch(self, plan: &Plan) -> Result<Patch, Misread> {
                let mut patch = Patch::default();
                if let Some(header) = self.header {
                    patch.put_header(plan, header.into_model());
                }
                if let Some(undecided) = self.undecided {
                    patch.put_undecided(plan, undecided.into_patch()?);
                }
                $(self.put.$table.put_into(&mut patch, plan)?;
                for id in self.gone.$table.into_rows() {
                    patch.remove(plan, id);
                })*
                patch.settle_natures(plan, plan);
                Ok(patch)
            }
        }
    };
}

/// Declares `SavedUndecided`: rows as far as they have been taken into account, and as somebody else has them.
macro_rules! undecided {
    ($($table:ident: $row:ty),* $(,)?) => {
        #[derive(Default, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct SavedUndecided {
            #[serde(default)]
            base: Side,
            #[serde(default)]
            theirs: Side,
        }

        #[derive(Default, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Side {
            #[serde(default, skip_serializing_if = "Option::is_none")]
            header: Option<Header>,
            $(#[serde(default, skip_serializing_if = "Rows::is_empty")]
            $table: Rows<$row>,)*
        }

        impl SavedUndecided {
            pub fn from_patch(patch: &Patch) -> Self {
                let mut saved = Self::default();
                if let Some(change) = patch.header_change() {
                    saved.base.header = Some(Header::from_model(&change.before));
                    saved.theirs.header = Some(Header::from_model(&change.after));
                }
                $(for (_, change) in patch.changes::<<$row as ReadRow>::Model>() {
                    change.before.iter().for_each(|row| saved.base.$table.push(<$row>::from_model(row)));
                    change.after.iter().for_each(|row| saved.theirs.$table.push(<$row>::from_model(row)));
                })*
                saved
            }

            /// Its rows may refer to some that are not there; those of theirs must be possible by themselves.
            pub fn into_patch(self) -> Result<Patch, Misread> {
                let mut patch = Patch::default();
                if let (Some(before), Some(after)) = (self.base.header, self.theirs.header) {
                    let [before, after] = [before, after].map(|header| header.into_model().into());
                    patch.tell_header(HeaderChange { before, after });
                }
                $(tell_sides(&mut patch, self.base.$table, self.theirs.$table)?;)*
                Ok(patch)
            }
        }
    };
}
pub(super) use {file, saved_patch, target, undecided};

/// Says what became of the rows of one table.
pub(super) fn tell_sides<S: ReadRow>(patch: &mut Patch, base: Rows<S>, theirs: Rows<S>) -> Result<(), Misread>
where
    RowId: From<Id<S::Model>>,
{
    let mut sides = BTreeMap::<_, [Option<_>; 2]>::new();
    for (side, rows) in [base, theirs].into_iter().enumerate() {
        for row in rows.0.into_iter().map(S::into_model) {
            let id = row.id();
            // The base is only compared with, and has nothing in a field in which both sides began from nothing.
            if side == 1 {
                row.check().map_err(|why| Misread::Content(PatchError::Impossible { row: id.into(), why }))?;
            }
            if sides.entry(id).or_default()[side].replace(Arc::new(row)).is_some() {
                return Err(Misread::Content(PatchError::Duplicate(id.into())));
            }
        }
    }
    for (id, [before, after]) in sides {
        patch.tell(id, Change { before, after });
    }
    Ok(())
}

/// The rows of one table, at most [`MAX_TABLE_ROWS`].
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct Rows<S>(Vec<S>);

impl<S> Rows<S> {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds one.
    pub fn push(&mut self, row: S) {
        self.0.push(row);
    }

    /// Each of them.
    pub fn into_rows(self) -> Vec<S> {
        self.0
    }
}

impl<S> Default for Rows<S> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<S: ReadRow> Rows<S>
where
    RowId: From<Id<S::Model>>,
{
    /// Puts the rows into `patch`. A patch keeps the last word on a row, so a second row of the same name is refused
    /// here.
    pub fn put_into(self, patch: &mut Patch, plan: &Plan) -> Result<(), Misread> {
        let mut seen = BTreeSet::new();
        for saved in self.0 {
            for post in saved.posts() {
                patch.put(plan, post);
            }
            let row = saved.into_model();
            if !seen.insert(row.id()) {
                return Err(Misread::Content(PatchError::Duplicate(row.id().into())));
            }
            patch.put(plan, row);
        }
        Ok(())
    }
}

impl<'de, S: Deserialize<'de>> Deserialize<'de> for Rows<S> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer
            .deserialize_seq(AtMost { limit: MAX_TABLE_ROWS, what: Expected::ShortTable, entry: PhantomData })
            .map(Self)
    }
}
