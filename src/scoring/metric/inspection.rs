//! **Whitening left**: area of skin over the zone that is still white at the end, mm² (see `session::WHITE_MG_CM2`; "no whitishness is
//! admissible" [found: S1]). **Ridge**: greatest height of the skin above the mean of what lies about it at the end, mm: contour may show
//! just after and is massaged [found: S1], a ridge that can be felt is left work. Both as `Session::inspection` finds them; massage may
//! clear them before.
//!
//! Nothing laid: none.

use super::{Case, Cause, Measure};
use crate::geom::Vec3;
use crate::session::Inspection;

fn found(case: &Case) -> Option<Inspection> {
    case.session.filter(|_| !case.laid.is_empty()).map(|session| session.inspection())
}

fn measure(id: &'static str, value: f64, wanted: f64, at: Option<[f64; 3]>) -> Measure {
    let cause = Cause { id, weight: (value - wanted).max(0.0), at: at.map(Vec3::from_array), measured: value, wanted, ..Cause::default() };
    Measure { value: Some(value), causes: vec![cause], ..Measure::default() }
}

fn full(case: &Case, metric: &str) -> f64 {
    case.rubric.band(metric).map_or(0.0, |band| band.full)
}

pub(super) fn whitening(case: &Case) -> Measure {
    let Some(found) = found(case) else { return Measure::default() };
    measure("white-at-end", found.white_mm2, full(case, "whitening_left"), found.whitest_at)
}

pub(super) fn ridge(case: &Case) -> Measure {
    let Some(found) = found(case) else { return Measure::default() };
    measure("ridge-at-end", found.ridge_mm, full(case, "ridge"), found.ridge_at)
}
