//! **Occlusion response**: what was done of what a sign of a blocked artery asks for, mean of five parts [design], each 0 to 1. Unit: share.
//!
//! 1. Flow ended: 1 up to 1 s after the first sign, 0 from 3 s (stop rule [found: F19]; times [design]).
//! 2. Tip out of the skin: 1 up to 10 s after it, 0 from 30 s and where it stays in [design].
//! 3. The pale skin was pressed and its refill counted (> 3 s is slow [recalled]): 1 after the flow had ended, ½ only before.
//! 4. Nothing went in again afterwards: 1 where the treatment ended there.
//! 5. The drug: hyaluronidase where the carrier is hyaluronic acid, since it dissolves that part and leaves the spheres [found: F43,
//!    PMID 38693639]; none where it has nothing to dissolve. Thiosulfate counts neither way: the literature disagrees [found: F48a, F48b].
//!
//! Set aside where no sign showed.

use super::{Case, Cause, Measure};
use crate::product::Carrier;
use crate::session::{DT, Drug, EventKind, Session};
use crate::tissue::perfusion::Sign;

/// What counts as flow, µL/s: less is the syringe's relaxing [design].
const LEAST_FLOW_UL_S: f64 = 0.5;
/// From full to no credit for the time until the flow ended, s.
const STOP_S: (f64, f64) = (1.0, 3.0);
/// The same for the time until the tip was out, s.
const OUT_S: (f64, f64) = (10.0, 30.0);

/// 1 up to the first time, 0 from the second.
fn share(seconds: f64, (full, zero): (f64, f64)) -> f64 {
    ((zero - seconds) / (zero - full)).clamp(0.0, 1.0)
}

pub(super) fn measure(case: &Case) -> Measure {
    let Some(session) = case.session else { return Measure::default() };
    let sign = session.events().iter().find(|event| matches!(event.kind, EventKind::Sign { sign, .. } if sign != Sign::Recovered));
    let Some(sign) = sign else { return Measure::aside() };
    let (shown, at) = (sign.tick, sign.kind.place());
    let seconds = |tick: u64| tick.saturating_sub(shown) as f64 * DT;
    let after = |wanted: fn(&EventKind) -> bool| session.events().iter().filter(move |event| event.tick >= shown && wanted(&event.kind));
    let flowing = |motion: &&crate::session::Motion| motion.tick > shown && motion.flow_ul_s > LEAST_FLOW_UL_S;
    let last_flow = session.motion().iter().rev().find(flowing).map_or(shown, |motion| motion.tick);
    let inside = session.motion().iter().find(|motion| motion.tick >= shown).is_some_and(|motion| motion.inserted_mm > 0.0);
    let out = after(|kind| matches!(kind, EventKind::Withdrawn { .. })).next().map(|event| event.tick);
    let pressed = |from: u64| after(|kind| matches!(kind, EventKind::RefillSeen { .. })).any(|event| event.tick >= from);
    let again = after(|kind| matches!(kind, EventKind::Inserted { .. })).next();
    let enzyme = after(|kind| matches!(kind, EventKind::DrugGiven(Drug::Hyaluronidase))).next();
    let parts = [
        ("stopped-late", share(seconds(last_flow), STOP_S), Some((shown, last_flow))),
        ("out-late", if inside { out.map_or(0.0, |out| share(seconds(out), OUT_S)) } else { 1.0 }, Some((shown, out.unwrap_or(shown)))),
        ("refill-not-counted", if pressed(last_flow) { 1.0 } else if pressed(shown) { 0.5 } else { 0.0 }, Some((shown, shown))),
        ("went-in-again", f64::from(u8::from(again.is_none())), again.map(|event| (event.tick, event.tick))),
        match (holds_ha(session), enzyme) {
            (true, None) => ("enzyme-left-out", 0.0, Some((shown, shown))),
            (false, Some(event)) => ("enzyme-in-vain", 0.0, Some((event.tick, event.tick))),
            _ => ("enzyme-left-out", 1.0, None),
        },
    ];
    let value = parts.iter().map(|(_, part, _)| part).sum::<f64>() / parts.len() as f64;
    let missed = parts.into_iter().filter(|(_, part, _)| *part < 1.0);
    let causes = missed.map(|(id, part, ticks)| Cause { id, weight: 1.0 - part, at, ticks, ..Cause::default() }).collect();
    Measure { value: Some(value), causes, ..Measure::default() }
}

/// Whether what is in the syringe is carried by hyaluronic acid.
fn holds_ha(session: &Session) -> bool {
    let product = session.setup().shelf.product(&session.mixture().preparation.product);
    product.is_ok_and(|product| matches!(product.carrier.value, Carrier::CrossLinkedHa { .. }))
}
