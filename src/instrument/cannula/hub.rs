//! The hub: where a hand would have it, and where the skin lets it be.

use super::Cannula;
use crate::anatomy::TissueField;
use crate::geom::Vec3;
use crate::instrument::HubPose;

/// How far below the resting skin a hub's axis may be pressed, mm: soft tissue gives by some millimetres, then it is tight [design].
const DENT_MM: f64 = 4.0;
/// Way in one tick of a hub that the skin holds back, mm: it drags over the skin at 60 mm/s at most [design].
const FOLLOW_MM: f64 = 0.5;
/// Furthest from the origin that a hub may be, mm.
const FAR_MM: f64 = 1e4;

impl Cannula {
    /// The pose, or the last one where it is none.
    pub(super) fn sane(&self, hub: HubPose) -> HubPose {
        let rest = HubPose { position: Vec3::new(0.0, 0.0, 200.0), direction: Vec3::NEG_Z };
        let last = self.hub.unwrap_or(rest);
        let position = if hub.position.is_finite() { hub.position } else { last.position };
        let direction = if hub.direction.is_finite() { hub.direction } else { last.direction };
        HubPose {
            position: position.clamp(Vec3::splat(-FAR_MM), Vec3::splat(FAR_MM)),
            direction: direction.normalize_or(last.direction),
        }
    }

    /// The hub where the skin lets it be: it dents skin and fat as far as they give. With the tip in tissue a hub that is held back drags
    /// over the skin: it never leaps to another side of the patient that is nearer to where the hand would have it.
    pub(super) fn resting<F: TissueField + ?Sized>(&mut self, hub: HubPose, field: &F) -> HubPose {
        let last = self.hub.filter(|_| self.hub_held && self.entry.is_some());
        let drag = |to: Vec3| last.map_or(to, |last| last.position + (to - last.position).clamp_length_max(FOLLOW_MM));
        self.hub_contact = false;
        // The skin's distance changes no faster than the hub moves: it is asked again only where it may be reached.
        if let Some((at, free_mm)) = self.hub_free
            && hub.position.distance(at) < free_mm
        {
            let position = drag(hub.position);
            self.hub_held = position != hub.position;
            return HubPose { position, ..hub };
        }
        let sample = field.sample(hub.position);
        let too_deep = sample.depth_mm - DENT_MM;
        self.hub_free = (too_deep < 0.0).then_some((hub.position, -too_deep));
        self.hub_contact = self.hub_free.is_none();
        let position = drag(if self.hub_contact { hub.position + sample.normal * too_deep } else { hub.position });
        self.hub_held = self.hub_contact || position != hub.position;
        HubPose { position, ..hub }
    }
}
