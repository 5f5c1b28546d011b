//! Where everything stands on the road: lanes by what events are, rows within them, labels beside bars.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::preparation::{Link, Preparation};
use crate::model::{Event, EventDates, EventId, EventKind, Plan};
use crate::texts::tid;

use super::axis::Axis;

/// How high a row is, in points; what is above and below the rows of a lane.
pub const ROW: f32 = 20.0;
pub const PAD: f32 = 4.0;
/// How wide a point in time is.
pub const MARK: f32 = 10.0;

/// A group of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    Place,
    Advisory,
    Regional,
    Coordination,
    Interregional,
    Youth,
    Conference,
    Deadlines,
}

impl Lane {
    /// That of an event; days off and planning areas have none.
    #[must_use]
    pub fn of(event: &Event) -> Option<Self> {
        Some(match event.kind {
            EventKind::Deadline if event.counts_from.is_some() => Self::Deadlines,
            EventKind::Milestone | EventKind::Deadline | EventKind::Council | EventKind::SiteVisit => Self::Place,
            EventKind::AdvisoryGroup => Self::Advisory,
            EventKind::RegionalPreparatoryMeeting => Self::Regional,
            EventKind::CoordinationMeeting => Self::Coordination,
            EventKind::InterregionalMeeting => Self::Interregional,
            EventKind::YouthCelebration | EventKind::Forum => Self::Youth,
            EventKind::Conference => Self::Conference,
            EventKind::Holiday | EventKind::PlanningArea => return None,
        })
    }

    /// The id of its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Place => tid("preparation-lane-place"),
            Self::Advisory => tid("preparation-lane-advisory"),
            Self::Regional => tid("preparation-lane-regional"),
            Self::Coordination => tid("preparation-lane-coordination"),
            Self::Interregional => tid("preparation-lane-interregional"),
            Self::Youth => tid("preparation-lane-youth"),
            Self::Conference => tid("preparation-lane-conference"),
            Self::Deadlines => tid("preparation-lane-deadlines"),
        }
    }
}

/// What is written beside a bar, and how wide it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The name.
    pub name: String,
    /// Days and place.
    pub detail: String,
    /// How wide the name is, at most.
    pub name_width: f32,
    /// How wide the name would be in full.
    full: f32,
    /// How wide days and place are; 0 where there is no room for them.
    pub detail_width: f32,
    /// How wide all of it is with the sign of the state.
    pub width: f32,
}

impl Label {
    /// How wide the sign of a state is with what is before it.
    const SIGN: f32 = 20.0;
    /// Between the name and the days.
    pub const GAP: f32 = 6.0;
    /// A name that would be narrower has the place of the days too.
    const LEAST: f32 = 48.0;
    /// Names of points in time are sentences: so much of one is enough to find it a row.
    const SENTENCE: f32 = 132.0;

    /// Of texts that are so wide.
    #[must_use]
    pub fn new((name, name_width): (String, f32), (detail, detail_width): (String, f32)) -> Self {
        let width = name_width + Self::GAP + detail_width + Self::SIGN;
        Self { name, detail, name_width, full: name_width, detail_width, width }
    }

    /// Of a sentence, of which the beginning shows where others need the room.
    #[must_use]
    pub fn of_sentence(mut self) -> Self {
        self.set_name_width(self.full.min(Self::SENTENCE));
        self
    }

    fn set_name_width(&mut self, width: f32) {
        self.width += width - self.name_width;
        self.name_width = width;
    }

    /// Shows more of the name where there is more room.
    fn grow(&mut self, room: f32) {
        if self.width < room {
            self.set_name_width(self.full.min(self.name_width + room - self.width));
        }
    }

    /// In so much room: first the name is cut, then the days are left out.
    fn fit(&mut self, room: f32) {
        if self.width <= room {
            return;
        }
        let beside = Self::GAP + Self::SIGN;
        if room - beside - self.detail_width < Self::LEAST {
            self.detail_width = 0.0;
        }
        self.name_width = self.name_width.min(room - beside - self.detail_width).max(0.0);
        self.width = self.name_width + beside + self.detail_width;
    }
}

/// An event on the road.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Which.
    pub id: EventId,
    /// From where to where its bar goes, in points from the left edge of the canvas.
    pub bar: (f32, f32),
    /// Whether it is a point in time.
    pub is_mark: bool,
    /// The middle of its row, in points from the top of the road.
    pub y: f32,
    /// What is written.
    pub label: Label,
    /// Where that begins.
    pub label_left: f32,
}

/// A lane and from where to where it goes.
pub type Band = (Lane, f32, f32);

/// The whole road.
#[derive(Debug, Default)]
pub struct Road {
    /// The lanes that have events.
    pub bands: Vec<Band>,
    /// The events, lane by lane.
    pub items: Vec<Item>,
    /// Where each stands among them.
    pub places: BTreeMap<EventId, usize>,
    /// What is drawn of what waits for what.
    pub links: Vec<Link>,
    /// How high all of it is.
    pub height: f32,
}

impl Road {
    /// Finds a place for every event; labels are made by `label`.
    #[must_use]
    pub fn of(
        plan: &Plan,
        preparation: &Preparation,
        (axis, width): (&Axis, f32),
        label: &mut dyn FnMut(&Event) -> Label,
    ) -> Self {
        let mut lanes: BTreeMap<Lane, Vec<&Event>> = BTreeMap::new();
        for event in plan.events().iter() {
            if let Some(lane) = Lane::of(event) {
                lanes.entry(lane).or_default().push(event);
            }
        }
        let links = drawn(plan, preparation);
        let target = |id: EventId| {
            let days = links.iter().filter(|link| link.before == id).filter_map(|link| plan.events().get(link.event));
            days.map(|event| axis.x(event.dates.first_and_last().0)).max_by(f32::total_cmp)
        };
        let mut road = Self { links: links.clone(), ..Self::default() };
        let mut top = 0.0;
        for (lane, mut events) in lanes {
            events.sort_by_key(|event| (matches!(event.dates, EventDates::Year(_)), event.dates, event.id));
            let mut rows: Vec<f32> = Vec::new();
            let first = road.items.len();
            for event in events {
                let mut item = placed(event, axis, label(event));
                let leads = target(event.id).filter(|_| lane != Lane::Place);
                let right = item.bar.1 + 8.0;
                let fits_right = right + item.label.width <= width;
                let fits_left = item.label.width + 8.0 <= item.bar.0;
                let is_left = fits_left && (!fits_right || leads.is_some() || lane == Lane::Deadlines);
                item.label.fit(if is_left { item.bar.0 - 8.0 } else { width - right - 4.0 });
                item.label_left = if is_left { item.bar.0 - 8.0 - item.label.width } else { right };
                let (left, mut end) =
                    (item.bar.0.min(item.label_left), item.bar.1.max(item.label_left + item.label.width));
                if let Some(x) = leads {
                    end = end.max(x);
                }
                if lane == Lane::Deadlines {
                    end = width;
                }
                let free = rows.iter().position(|&used| used + 12.0 <= left);
                let row = free.unwrap_or(rows.len());
                if free.is_none() {
                    rows.push(end);
                }
                rows[row] = end;
                item.y = top + PAD + ROW * (row as f32 + 0.5);
                road.places.insert(event.id, road.items.len());
                road.items.push(item);
            }
            grow_labels(&mut road.items[first..], width);
            let bottom = top + 2.0 * PAD + ROW * rows.len() as f32;
            road.bands.push((lane, top, bottom));
            top = bottom;
        }
        road.height = top;
        road
    }

    /// The item of an event.
    #[must_use]
    pub fn item(&self, id: EventId) -> Option<&Item> {
        self.places.get(&id).and_then(|&at| self.items.get(at))
    }
}

/// Names that were cut for want of room get what the next one in their row leaves free.
fn grow_labels(items: &mut [Item], width: f32) {
    for at in 0..items.len() {
        let (y, left) = (items[at].y, items[at].label_left);
        if left < items[at].bar.1 {
            continue;
        }
        let behind = items.iter().filter(|other| (other.y - y).abs() < 1.0);
        let begins = behind.map(|other| other.bar.0.min(other.label_left)).filter(|&begin| begin > left);
        let end = begins.fold(width + 8.0, f32::min) - 12.0;
        items[at].label.grow(end - left);
    }
}

fn placed(event: &Event, axis: &Axis, label: Label) -> Item {
    let is_mark = matches!(event.kind, EventKind::Milestone | EventKind::Deadline);
    let (first, last) = event.dates.first_and_last();
    let bar = match event.dates {
        EventDates::Year(_) => (axis.x(first), axis.x(first)),
        EventDates::Days { .. } if is_mark => (axis.x(first) - MARK / 2.0, axis.x(first) + MARK / 2.0),
        EventDates::Days { .. } => {
            let left = axis.x(first);
            (left, axis.x(last.succ_opt().unwrap_or(last)).max(left + 6.0))
        }
    };
    Item { id: event.id, bar, is_mark, y: 0.0, label, label_left: 0.0 }
}

/// What waits for what, without what follows from the rest, and without letters, of which one follows the other anyhow.
fn drawn(plan: &Plan, preparation: &Preparation) -> Vec<Link> {
    let is_drawn = |link: &&Link| {
        let kind = plan.events().get(link.event).map(|event| event.kind);
        !matches!(kind, Some(EventKind::Milestone | EventKind::Deadline | EventKind::PlanningArea) | None)
    };
    let mut before: BTreeMap<EventId, Vec<EventId>> = BTreeMap::new();
    // Two that lie on one day do not stand for what leads to the one behind them.
    for link in preparation.links.iter().filter(|link| link.slack.is_none_or(|slack| slack > 0)) {
        before.entry(link.event).or_default().push(link.before);
    }
    let follows = |link: &Link| {
        let mut seen: BTreeSet<EventId> = BTreeSet::new();
        let others = before.get(&link.event).into_iter().flatten().copied();
        let mut sought: Vec<EventId> = others.filter(|&id| id != link.before).collect();
        while let Some(id) = sought.pop() {
            if id == link.before {
                return true;
            }
            if seen.insert(id) {
                sought.extend(before.get(&id).into_iter().flatten().copied());
            }
        }
        false
    };
    preparation.links.iter().filter(is_drawn).filter(|link| !follows(link)).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Template;

    fn road(width: f32) -> (Plan, Road) {
        let plan = Template::Wtdc25.plan();
        let preparation = Preparation::of(&plan, None);
        let axis = Axis::of(&plan, width, true).unwrap();
        let mut label = |event: &Event| {
            let name = event.title.get(crate::model::Language::English).to_owned();
            let wide = 6.5 * name.chars().count() as f32;
            let label = Label::new((name, wide), ("1 Jan 2025".to_owned(), 64.0));
            if event.kind == EventKind::Milestone { label.of_sentence() } else { label }
        };
        let road = Road::of(&plan, &preparation, (&axis, width), &mut label);
        (plan, road)
    }

    #[test]
    fn a_name_is_cut_only_where_the_next_one_needs_the_room() {
        for width in [900.0, 1200.0, 1700.0] {
            let (_, road) = road(width);
            let ends = |item: &Item| item.bar.1.max(item.label_left + item.label.width);
            for item in road.items.iter().filter(|item| item.label_left > item.bar.0) {
                let behind =
                    road.items.iter().filter(|other| (other.y - item.y).abs() < 1.0 && other.bar.0 > item.bar.0);
                let next = behind.map(|other| other.bar.0.min(other.label_left)).fold(width, f32::min);
                assert!(ends(item) <= next, "{}: {} runs into the next", width, item.label.name);
                let is_whole = item.label.name_width >= item.label.full;
                assert!(is_whole || next - ends(item) < 16.0, "{}: {} is cut for nothing", width, item.label.name);
            }
        }
        let (_, road) = road(1700.0);
        assert!(road.items.iter().filter(|item| item.label.name_width < item.label.full).count() < 4);
    }
}
