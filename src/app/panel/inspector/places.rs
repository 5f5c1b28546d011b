//! The forms of a room, a body and a person.

use egui::Ui;

use crate::look::Hue;
use crate::model::zone::Tz;
use crate::model::{Body, BodyKind, City, Document, Event, Gender, Person, Room};
use crate::texts::{Value as Word, names, tid, typed};

use super::form::{Form, tidy};
use super::head::Head;
use super::own_fields::own_fields_ui;
use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::fields::{Lines, TextField, add_button, small_icon_button};
use crate::app::widget::picker::{Picked, PickerItem, picker, picker_at};
use crate::app::widget::property::Value;
use crate::app::widget::zones::zone_name;

/// The line above the form of a room.
#[must_use]
pub fn room_head(cx: &ViewContext<'_>, room: &Room) -> Head {
    Head {
        icon: if room.is_virtual { icons::VIDEO } else { icons::DOOR },
        colors: cx.theme.hue(Hue::Sky),
        kind: cx.text("row-room").to_owned(),
        id: room.id.to_string(),
    }
}

/// The form of a room.
pub fn room_ui(form: &mut Form<'_, Room>, ui: &mut Ui) {
    let room = form.subject;
    form.title(ui, |room| &room.title, |room| &mut room.title);
    form.text(ui, (tid("inspector-room-place"), Lines::Wrapped), &room.place, |room, text| {
        text.clone_into(&mut room.place);
    });
    form.count(ui, tid("inspector-capacity"), room.capacity, |room, seats| room.capacity = seats);
    let expected = tid("inspector-expected-booths");
    form.parsed_row(
        ui,
        (tid("inspector-booths"), expected),
        (&room.booths.to_string(), ""),
        (
            |text| typed::count(text).ok().and_then(|count| u8::try_from(count.unwrap_or(0)).ok()),
            |room, booths| {
                room.booths = booths;
                Ok(())
            },
        ),
    );
    form.text(ui, (tid("room-layout"), Lines::Wrapped), &room.layout, |room, text| text.clone_into(&mut room.layout));
    form.text(ui, (tid("room-equipment"), Lines::Wrapped), &room.equipment, |room, text| {
        text.clone_into(&mut room.equipment);
    });
    form.count(ui, tid("room-setup-mins"), room.setup_mins.map(u32::from), |room, count| {
        room.setup_mins = minutes(count);
    });
    form.count(ui, tid("room-turnaround-mins"), room.turnaround_mins.map(u32::from), |room, count| {
        room.turnaround_mins = minutes(count);
    });
    form.absences(ui, tid("room-closed"), &room.closed, |room| &mut room.closed);
    form.check(ui, tid("inspector-virtual"), room.is_virtual, |room, on| room.is_virtual = on);
    form.check(ui, tid("inspector-shared"), room.is_shared, |room, on| room.is_shared = on);
    let expected = tid("inspector-expected-integer");
    form.parsed_row(
        ui,
        (tid("inspector-room-order"), expected),
        (&room.order.to_string(), ""),
        (typed::integer, |room, order| {
            room.order = order;
            Ok(())
        }),
    );
    own_fields_ui(form, ui);
    form.notes(ui, room.id.into());
    form.sources(ui, &room.sources, |room| &mut room.sources);
}

/// No more than a field for minutes holds.
fn minutes(count: Option<u32>) -> Option<u16> {
    count.map(|count| u16::try_from(count).unwrap_or(u16::MAX))
}

/// The line above the form of a body.
#[must_use]
pub fn body_head(cx: &ViewContext<'_>, body: &Body) -> Head {
    Head {
        icon: icons::USERS,
        colors: cx.theme.hue(Hue::Teal),
        kind: cx.text(names::body_kind(body.kind)).to_owned(),
        id: body.id.to_string(),
    }
}

/// The form of a body.
pub fn body_ui(form: &mut Form<'_, Body>, ui: &mut Ui) {
    let cx = form.cx;
    let body = form.subject;
    form.title(ui, |body| &body.title, |body| &mut body.title);
    form.local_text(ui, (tid("inspector-code"), Lines::Wrapped), |body| &body.code, |body| &mut body.code);
    let word = |kind| ("", cx.text(names::body_kind(kind)).to_owned());
    form.choice(ui, tid("inspector-kind"), (Some(body.kind), &BodyKind::ALL), word, |body, kind| {
        body.kind = kind;
    });
    let others = |other: &Body| other.id != body.id;
    form.row_field::<Body>(ui, (tid("inspector-parent"), true), body.parent, others, |body, parent| {
        body.parent = parent;
    });
    form.row_field::<Event>(
        ui,
        (tid("inspector-set-up-at"), true),
        body.set_up_at,
        |_| true,
        |body, event| {
            body.set_up_at = event;
        },
    );
    form.row_field::<Document>(
        ui,
        (tid("inspector-report"), true),
        body.report,
        |_| true,
        |body, report| {
            body.report = report;
        },
    );
    if body.kind == BodyKind::Region || body.zone.is_some() {
        body_zone_field(form, ui, body.zone);
    }
    if body.kind == BodyKind::Region || !body.cities.is_empty() {
        cities_ui(form, ui, body);
    }
    super::posts::of_body_ui(form, ui, body);
    own_fields_ui(form, ui);
    form.notes(ui, body.id.into());
    form.sources(ui, &body.sources, |body| &mut body.sources);
}

fn body_zone_field(form: &mut Form<'_, Body>, ui: &mut Ui, zone: Option<Tz>) {
    if !form.is_for_rows() {
        return;
    }
    let cx = form.cx;
    let name = cx.text("inspector-zone");
    let text = |zone: Option<Tz>| zone.map_or(cx.text("inspector-not-said"), |zone| zone.name());
    let button = form.row(ui, tid("inspector-zone"), |_, ui| {
        Value { name, text: text(zone), is_weak: zone.is_none(), ..Value::default() }.ui(ui, cx)
    });
    let all = || {
        let choice = |zone| PickerItem { value: zone, title: text(zone).to_owned(), detail: String::new() };
        std::iter::once(None).chain(chrono_tz::TZ_VARIANTS.into_iter().map(Some)).map(choice).collect()
    };
    if let Some(Picked::Known(zone)) = picker_at(&button, cx, (name, None), all, |of| *of == zone) {
        form.edit(|body| body.zone = zone);
    }
}

/// The cities of a region, each with its zone; one is added by its zone.
fn cities_ui(form: &mut Form<'_, Body>, ui: &mut Ui, body: &Body) {
    if !form.is_for_rows() {
        return;
    }
    let cx = form.cx;
    let language = cx.settings.title_language();
    let mut gone = None;
    let add = form.row(ui, tid("body-cities"), |form, ui| {
        ui.vertical(|ui| {
            for (at, city) in body.cities.iter().enumerate() {
                let name = cx.title(&city.name);
                ui.horizontal(|ui| {
                    let values = [("name", Word::from(name))];
                    let remove = cx.texts.text_with("body-remove-city", &values);
                    if small_icon_button(ui, icons::X, &remove).clicked() {
                        gone = Some(at);
                    }
                    let id = form.id("city").with((at, city.zone.name()));
                    let spoken = cx.texts.text_with("body-city", &[("zone", Word::from(city.zone.name()))]);
                    let field = TextField { name: &spoken, is_quiet: true, ..TextField::default() };
                    let named = form.draft_field(ui, (id, field), name, move |body, text| {
                        if let Some(city) = body.cities.get_mut(at) {
                            // A city without a name is called by its clock.
                            let text = tidy(text, Lines::One);
                            let name = if text.is_empty() { zone_name(city.zone) } else { text };
                            city.name.set(language, &name);
                        }
                        Ok(())
                    });
                    named.on_hover_text(city.zone.name());
                });
            }
            add_button(ui, cx, cx.text("body-add-city"))
        })
        .inner
    });
    if let Some(at) = gone {
        form.edit(|body| drop(body.cities.remove(at)));
    }
    let known: Vec<Tz> = body.cities.iter().map(|city| city.zone).collect();
    let all = || {
        let others =
            chrono_tz::TZ_VARIANTS.into_iter().filter(|zone| zone.name().contains('/') && !known.contains(zone));
        others.map(|value| PickerItem { value, title: zone_name(value), detail: value.name().to_owned() }).collect()
    };
    if let Some(Picked::Known(zone)) = picker(&add, cx, cx.text("body-add-city"), None, all) {
        let city = City { name: zone_name(zone).as_str().into(), zone, days_off: Vec::new() };
        form.edit(|body| body.cities.push(city));
    }
}

/// The line above the form of a person.
#[must_use]
pub fn person_head(cx: &ViewContext<'_>, person: &Person) -> Head {
    Head {
        icon: icons::USER,
        colors: cx.theme.hue(Hue::Violet),
        kind: cx.text("row-person").to_owned(),
        id: person.id.to_string(),
    }
}

/// The form of a person.
pub fn person_ui(form: &mut Form<'_, Person>, ui: &mut Ui) {
    let cx = form.cx;
    let person = form.subject;
    form.plain_title(ui, tid("inspector-name"), &person.name, |person, text| text.clone_into(&mut person.name));
    form.text(ui, (tid("inspector-address"), Lines::Wrapped), &person.address, |person, text| {
        text.clone_into(&mut person.address);
    });
    form.text(ui, (tid("inspector-function"), Lines::Wrapped), &person.function, |person, text| {
        text.clone_into(&mut person.function);
    });
    form.text(ui, (tid("inspector-represents"), Lines::Wrapped), &person.represents, |person, text| {
        text.clone_into(&mut person.represents);
    });
    let word = |rank| ("", cx.rank_name(rank).to_owned());
    form.choice(ui, tid("inspector-rank"), (Some(person.rank), &cx.plan.all_ranks()), word, |person, rank| {
        person.rank = rank;
    });
    let regions = |body: &Body| body.kind == BodyKind::Region;
    form.row_field::<Body>(ui, (tid("inspector-region"), true), person.region, regions, |person, region| {
        person.region = region;
    });
    if form.shows(ui, tid("person-gender"), person.gender.is_some()) {
        let all: Vec<Option<Gender>> = std::iter::once(None).chain(Gender::ALL.map(Some)).collect();
        let word = |gender: Option<Gender>| {
            ("", gender.map_or(cx.text("inspector-not-known"), |gender| cx.text(names::gender(gender))).to_owned())
        };
        form.choice(ui, tid("person-gender"), (Some(person.gender), &all), word, |person, gender| {
            person.gender = gender;
        });
    }
    form.absences(ui, tid("person-away"), &person.away, |person| &mut person.away);
    form.text(ui, (tid("inspector-contact"), Lines::Wrapped), &person.contact, |person, text| {
        text.clone_into(&mut person.contact);
    });
    own_fields_ui(form, ui);
    form.notes(ui, person.id.into());
    form.sources(ui, &person.sources, |person| &mut person.sources);
}
