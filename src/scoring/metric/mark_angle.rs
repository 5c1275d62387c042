//! **Marks against the tension lines**: mean angle between the strokes on the skin and the patient's tension lines, weighted by length.
//! Unit: degrees, 0 (along) to 90 (across); both are axes without a sign, so 170° counts 10°. Skin where the lines are not known (confidence
//! below [`KNOWN`]) is left out. Set aside where marking is not played; no stroke: none, which has no points.
//!
//! Source: marking along Langer or tension lines is the first step of the protocol [found: S1; CLINICAL 8.1]. Causes: each stroke by
//! its length × the degrees beyond the rubric's free end.

use super::{Case, Cause, Measure};
use crate::anatomy::{Anatomy, TensionField};
use crate::geom::{Vec3, math};
use crate::session::{MarkStroke, Phase};

/// Confidence from which a tension line is known well enough to be judged against [design, as they are drawn].
const KNOWN: f64 = 0.12;

/// Length that can be judged (mm), the angle's sum over it (° mm), and what of it lies beyond `free` degrees.
fn along(stroke: &MarkStroke, anatomy: &Anatomy, field: &TensionField, free: f64) -> (f64, f64, f64) {
    let (mut length, mut sum, mut beyond) = (0.0, 0.0, 0.0);
    for piece in stroke.points.windows(2) {
        let way = piece[1] - piece[0];
        let on = anatomy.surface().closest(piece[0].lerp(piece[1], 0.5));
        let flat = (way - on.normal * way.dot(on.normal)).normalize_or_zero();
        if flat == Vec3::ZERO || field.confidence(anatomy, on.triangle, on.barycentric) < KNOWN {
            continue;
        }
        let line = field.direction(anatomy, on.triangle, on.barycentric);
        let degrees = math::acos(flat.dot(line).abs().min(1.0)).to_degrees();
        length += way.length();
        sum += way.length() * degrees;
        beyond += way.length() * (degrees - free).max(0.0);
    }
    (length, sum, beyond)
}

pub(super) fn measure(case: &Case) -> Measure {
    let Some(session) = case.session else { return Measure::default() };
    let setup = session.setup();
    let (true, Some(field)) = (setup.phases.contains(&Phase::Mark), &setup.tension) else { return Measure::aside() };
    let free = case.rubric.band("mark_angle").map_or(0.0, |band| band.full);
    let (mut length, mut sum, mut causes) = (0.0, 0.0, Vec::new());
    for stroke in session.strokes() {
        let (own, angles, beyond) = along(stroke, &setup.anatomy, field, free);
        length += own;
        sum += angles;
        let at = stroke.points.get(stroke.points.len() / 2).copied();
        let measured = if own > 0.0 { angles / own } else { 0.0 };
        causes.push(Cause { id: "marked-across", weight: beyond, at, ticks: Some(stroke.ticks), measured, wanted: free, ..Cause::default() });
    }
    if !(length > 0.0) {
        let causes = vec![Cause { id: "nothing-marked", weight: 1.0, ..Cause::default() }];
        return Measure { causes, ..Measure::default() };
    }
    Measure { value: Some(sum / length), causes, ..Measure::default() }
}
