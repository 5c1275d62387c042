//! The hub: where a hand would have it, and where the skin lets it be.

use super::Cannula;
use crate::anatomy::TissueField;
use crate::geom::Vec3;
use crate::instrument::HubPose;

/// How far below the resting skin a hub's axis may be pressed, mm: soft tissue gives by some millimetres, then it is tight [design].
const DENT_MM: f64 = 4.0;
/// How near to that depth a hub comes to rest, mm, and in how many steps at most.
const REST_MM: f64 = 0.01;
const RESTS: usize = 8;
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

    /// The hub where the skin lets it be: it dents skin and fat as far as they give. With the tip in tissue it then slides after the hand
    /// on the side of the patient that it lies on, and never leaps to another side that is nearer to where the hand would have it.
    pub(super) fn resting<F: TissueField + ?Sized>(&mut self, hub: HubPose, field: &F) -> HubPose {
        let held = self.hub_on.take().zip(self.hub).filter(|_| self.entry.is_some());
        let mut position = held.map_or(hub.position, |(normal, last)| {
            let way = hub.position - last.position;
            let out = way.dot(normal);
            let along = way - normal * out;
            // Into the skin it is pressed at once, along it it drags.
            last.position + normal * out.max(-FOLLOW_MM) + along.clamp_length_max(FOLLOW_MM)
        });
        self.hub_contact = false;
        let behind = position.distance(hub.position) > REST_MM;
        // The skin's distance changes no faster than the hub moves: it is asked again only where it may be reached.
        if let Some((at, free_mm)) = self.hub_free
            && position.distance(at) < free_mm
        {
            self.hub_on = held.map(|(normal, _)| normal).filter(|_| behind);
            return HubPose { position, ..hub };
        }
        let mut sample = field.sample(position);
        self.hub_free = (sample.depth_mm < DENT_MM).then_some((position, DENT_MM - sample.depth_mm));
        self.hub_contact = self.hub_free.is_none();
        for _ in 0..RESTS {
            if sample.depth_mm <= DENT_MM + REST_MM {
                break;
            }
            position += sample.normal * (sample.depth_mm - DENT_MM);
            sample = field.sample(position);
        }
        self.hub_on = (self.hub_contact || behind).then_some(sample.normal);
        HubPose { position, ..hub }
    }
}
