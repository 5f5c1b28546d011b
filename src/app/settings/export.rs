//! How a plan was handed out last, as it is kept. Which part of the plan that was is not: it belongs to the plan.

use serde::{Deserialize, Serialize};

use crate::exchange::{Exporter, Layout, Orientation, Paper, PictureSize, Request, Split, exporter};

/// Names instead of types, so that an unknown one is only forgotten.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedExport {
    format: String,
    layout: String,
    languages: Vec<String>,
    zone: String,
    paper: String,
    portrait: Option<bool>,
    size: String,
    dark: bool,
    internal: bool,
    milestones: bool,
    split: String,
}

impl SavedExport {
    /// The request that was kept, as far as its names are still known; `usual` is the format where none is.
    pub fn request(&self, usual: &'static Exporter) -> Request {
        let defaults = Request::new(exporter(&self.format).unwrap_or(usual));
        Request {
            layout: Layout::ALL.into_iter().find(|layout| layout.name() == self.layout).unwrap_or(defaults.layout),
            languages: self.languages.iter().filter_map(|code| code.parse().ok()).collect(),
            zone: self.zone.parse().ok(),
            paper: Paper::ALL.into_iter().find(|paper| paper.name() == self.paper).unwrap_or_default(),
            orientation: self.portrait.map(|is| if is { Orientation::Portrait } else { Orientation::Landscape }),
            size: self.size.parse().unwrap_or_default(),
            is_dark: self.dark,
            is_internal: self.internal,
            with_steps: self.milestones,
            split: Split::ALL.into_iter().find(|split| split.name() == self.split),
            ..defaults
        }
    }
}

impl From<&Request> for SavedExport {
    fn from(request: &Request) -> Self {
        let PictureSize { width, height } = request.size;
        Self {
            format: request.exporter.name.to_owned(),
            layout: request.layout.name().to_owned(),
            languages: request.languages.iter().map(|language| language.code().to_owned()).collect(),
            zone: request.zone.map_or("", |zone| zone.name()).to_owned(),
            paper: request.paper.name().to_owned(),
            portrait: request.orientation.map(|orientation| orientation == Orientation::Portrait),
            size: format!("{width}x{height}"),
            dark: request.is_dark,
            internal: request.is_internal,
            milestones: request.with_steps,
            split: request.split.map_or("", Split::name).to_owned(),
        }
    }
}
