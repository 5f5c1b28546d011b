//! What belongs to a youth celebration, and whom sessions concern.

use plenary::model::{Concern, VisitGroup, YouthElement, YouthElements};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::subsequence;

use super::{Ids, local_text, some_of};

/// Whom a session concerns, which elements it serves, and its groups.
pub(super) fn said(ids: &Ids) -> impl Strategy<Value = (Option<Concern>, YouthElements, Vec<VisitGroup>)> + use<> {
    let concern = prop_oneof![
        3 => Just(None),
        1 => Just(Some(Concern::All)),
        1 => some_of(&ids.bodies).prop_map(|regions| Some(Concern::Regions(regions))),
        1 => Just(Some(Concern::Members)),
        1 => Just(Some(Concern::Officers)),
    ];
    let elements = subsequence(YouthElement::ALL.to_vec(), 0..=5).prop_map(|elements| elements.into_iter().collect());
    let group = (local_text(), of(any::<u32>()), of(0..1440_u16), of(0..1440_u16), of(any::<u32>()))
        .prop_map(|(name, people, departs, returns, seats)| VisitGroup { name, people, departs, returns, seats });
    (concern, elements, vec(group, 0..3))
}
