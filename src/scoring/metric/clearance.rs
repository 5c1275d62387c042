//! **Vessel clearance**: least distance in mm from the port, while in tissue, to the wall of an artery or vein, negative inside;
//! at most 10. Red below 1.5, amber below 3 [design: CLINICAL §5]. Taken at the motion samples (30 a second). No pass: none.

use super::{Case, Cause, Measure};
use crate::anatomy::HazardKind;
use crate::lang::Value;

/// Clearances beyond this are all the same, mm.
const FAR_MM: f64 = 10.0;

pub(super) fn measure(case: &Case) -> Measure {
    let Some(session) = case.session.filter(|session| !session.passes().is_empty()) else { return Measure::default() };
    let anatomy = &session.setup().anatomy;
    let mut least = (FAR_MM, None);
    for motion in session.motion().iter().filter(|motion| motion.inserted_mm > 0.0) {
        let Some(near) = anatomy.nearest_hazard(motion.port) else { continue };
        let hazard = &anatomy.hazards()[near.hazard];
        if matches!(hazard.kind, HazardKind::Artery | HazardKind::Vein) && near.clearance_mm < least.0 {
            least = (near.clearance_mm, Some((motion, hazard)));
        }
    }
    let causes = least.1.map(|(motion, hazard)| Cause {
        id: "close-to-vessel",
        weight: 1.0,
        at: Some(motion.port),
        depth_mm: Some(motion.depth_mm),
        ticks: Some((motion.tick, motion.tick)),
        measured: least.0,
        wanted: case.rubric.band("vessel_clearance").map_or(3.0, |band| band.full),
        args: vec![("hazard", Value::name("hazard", &hazard.id))],
        ..Cause::default()
    });
    Measure { value: Some(least.0), causes: causes.into_iter().collect(), ..Measure::default() }
}
