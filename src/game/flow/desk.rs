//! What of the patient is shown in an attempt, and from where.

use super::{bench, consult};
use super::picture::Shows;
use super::Flow;
use crate::game::panels::Phrase;
use crate::game::panels::labels::Label;
use crate::game::panels::strip::{self, Overlay};
use crate::game::scene::camera::{Eye, Glide, View};

/// Height of the near view, in radii of the zone.
const CLOSE: f64 = 4.2;

/// What of the patient is shown, and from where.
#[derive(Clone, Debug, Default)]
pub(super) struct Desk {
    /// What is shown.
    pub(super) shows: Shows,
    /// The ready-made view that was taken last.
    pub(super) view: Option<usize>,
    /// What is chosen at the bench.
    pub(super) choice: bench::Choice,
    /// The buttons around the patient have the keyboard, not the hands.
    pub(super) panels: bool,
    /// What is chosen in the consultation.
    pub(super) consult: consult::Choice,
    /// Names over the patient.
    pub(super) labels: Vec<Label>,
}

impl Desk {
    /// Switches an overlay.
    pub(super) fn toggle(&mut self, overlay: Overlay) {
        let on = match overlay {
            Overlay::Dose => &mut self.shows.dose,
            Overlay::Hazards => &mut self.shows.hazards,
            Overlay::Zone => &mut self.shows.zone,
            Overlay::Entry => &mut self.shows.proposed,
            Overlay::CutAway => &mut self.shows.cut_away,
            Overlay::Regions => &mut self.shows.regions,
            Overlay::Tension => &mut self.shows.tension,
            Overlay::Landmarks => &mut self.shows.landmarks,
            Overlay::NoGo => return,
        };
        *on = !*on;
        // A cut needs something that is cut.
        if self.shows.cut_away && self.shows.peel == 0.0 {
            self.shows.peel = 2.0;
        }
    }

    /// The strip.
    pub(super) fn strip(&self, left_side: bool, tension: bool) -> strip::Model {
        let shows = self.shows;
        let side = if left_side { "hud-view-left" } else { "hud-view-right" };
        let views = ["hud-view-front", side, "hud-view-profile", "hud-view-close"];
        let mut overlays = vec![
            (Overlay::Dose, shows.dose),
            (Overlay::Hazards, shows.hazards),
            (Overlay::Zone, shows.zone),
            (Overlay::Entry, shows.proposed),
            (Overlay::CutAway, shows.cut_away),
            (Overlay::Regions, shows.regions),
            (Overlay::Landmarks, shows.landmarks),
        ];
        if tension {
            overlays.insert(6, (Overlay::Tension, shows.tension));
        }
        strip::Model {
            peel: Some(shows.peel as f32),
            overlays,
            views: views.into_iter().map(Phrase::new).collect(),
            view: self.view,
        }
    }
}

impl Flow {
    /// Takes one of the strip's views.
    pub(super) fn look(&mut self, index: usize, eye: &Eye, glide: &mut Glide) {
        let Some(stage) = &self.stage else { return };
        let (middle, left) = (stage.marks.middle, stage.marks.middle.point.x >= 0.0);
        let view = match (index, left) {
            (0, _) => View::Front,
            (1, true) => View::ThreeQuarterLeft,
            (1, false) => View::ThreeQuarterRight,
            (2, true) => View::ProfileLeft,
            (2, false) => View::ProfileRight,
            (3, _) => View::Close(middle, stage.marks.radius_mm * CLOSE),
            _ => return,
        };
        self.desk.view = Some(index);
        glide.go(eye, view);
    }
}
