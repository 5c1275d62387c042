//! **Depth in plane**: 1 − Σ mᵢ·costᵢ ÷ Σ mᵢ over all `CaHA` laid (mg) but what was laid within the skin exit (technique owns that).
//!
//! A bead's cost (0 to 1) is the sum over where the deposit model leaves its mass:
//! - above the dermal–fat boundary 1; for a product whose deepest fifth of the dermis counts half, ½ as far as the port
//!   (blurred by 0.1 mm) lay in that fifth or below it [design: DESIGN §5];
//! - in fat 0 within the target plane, (from − b) ÷ `shallow_zero_mm` above it, (b − to) ÷ `deep_zero_mm` below it, at most 1,
//!   b the depth below the boundary in mm;
//! - in SMAS/platysma and deeper as in fat, but at least `sunk_cost`.
//!
//! So 0.5 mm too shallow (nearly 1) costs more than 1.0 mm too deep (⅓). Unit: share. Nothing laid: none.
//! Causes: unbroken stretches of a thread on one side of the plane.

use super::{Case, Cause, Measure};
use crate::geom::Vec3;
use crate::lang::Value;
use crate::scoring::laid::{Bead, Laid, normal_cdf};
use crate::scoring::rubric::DepthRules;
use crate::session::LayingKind;

/// Blur of the port's depth, mm (as the deposit model's port).
const PORT_SD_MM: f64 = 0.1;
/// Share of the dermis that is "its deepest fifth".
const DEEPEST: f64 = 0.2;
/// Costs below this belong to no stretch of their own.
const NOTED: f64 = 0.05;
/// Shortest stretch that is called a thread's and not a spot, mm.
const SPOT_MM: f64 = 1.0;

/// On which side of the target plane mass lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trespass {
    /// Above it.
    Shallow,
    /// Below it.
    Deep,
}

/// Cost of a bead (0 to 1) and the side that most of it comes from.
#[must_use]
pub fn cost(bead: &Bead, laid: &Laid, rules: &DepthRules) -> (f64, Trespass) {
    let thickness = bead.stack.dermis_mm - bead.stack.epidermis_mm;
    let credit = bead.deep_dermis_credit * normal_cdf((bead.below_mm + DEEPEST * thickness) / PORT_SD_MM);
    let plane = laid.plane;
    // Mass that left a port in the dermis for the fat lies just under the boundary.
    let b = bead.below_mm.max(0.0);
    let shallow_of_plane = ((plane.from_mm - b) / rules.shallow_zero_mm).clamp(0.0, 1.0);
    let deep_of_plane = ((b - plane.to_mm) / rules.deep_zero_mm).clamp(0.0, 1.0);
    let fat = (1.0 - bead.shallow - bead.sunk).max(0.0);
    let above = bead.shallow * (1.0 - credit) + fat * shallow_of_plane;
    let below = fat * deep_of_plane + bead.sunk * deep_of_plane.max(rules.sunk_cost);
    ((above + below).min(1.0), if above >= below { Trespass::Shallow } else { Trespass::Deep })
}

/// An unbroken run of beads of one thread on one side of the plane.
struct Stretch {
    side: Trespass,
    lost_mg: f64,
    mass_mg: f64,
    length_mm: f64,
    depth: f64,
    wanted: (f64, f64),
    at: Vec3,
    ticks: (u64, u64),
    laying: u32,
}

pub(super) fn measure(case: &Case) -> Measure {
    let laid = case.laid;
    let (mut mass, mut lost) = (0.0, 0.0);
    let mut causes = Vec::new();
    for thread in &laid.threads {
        let mut open: Option<Stretch> = None;
        for &i in &thread.beads {
            let bead = &laid.beads[i];
            if bead.kind == LayingKind::AtExit {
                continue;
            }
            let (cost, side) = cost(bead, laid, &case.rubric.depth);
            mass += bead.caha_mg;
            lost += bead.caha_mg * cost;
            if cost < NOTED || open.as_ref().is_some_and(|stretch| stretch.side != side) {
                causes.extend(open.take().map(|stretch| cause(stretch, thread.number)));
            }
            if cost >= NOTED {
                let stretch = open.get_or_insert(Stretch {
                    side,
                    lost_mg: 0.0,
                    mass_mg: 0.0,
                    length_mm: 0.0,
                    depth: 0.0,
                    wanted: (0.0, 0.0),
                    at: Vec3::ZERO,
                    ticks: bead.ticks,
                    laying: bead.laying,
                });
                stretch.take_in(bead, cost, laid.wanted_mm(bead));
            }
        }
        causes.extend(open.take().map(|stretch| cause(stretch, thread.number)));
    }
    case.weigh("depth_in_plane", &mut causes, lost, |lost| 1.0 - lost / mass.max(1e-300));
    Measure { value: (mass > 0.0).then(|| 1.0 - lost / mass), causes, ..Measure::default() }
}

impl Stretch {
    fn take_in(&mut self, bead: &Bead, cost: f64, wanted: (f64, f64)) {
        self.lost_mg += bead.caha_mg * cost;
        self.mass_mg += bead.caha_mg;
        self.length_mm += bead.length_mm;
        self.depth += bead.caha_mg * bead.depth_mm;
        self.wanted.0 += bead.caha_mg * wanted.0;
        self.wanted.1 += bead.caha_mg * wanted.1;
        self.at += bead.position * bead.caha_mg;
        self.ticks = (self.ticks.0.min(bead.ticks.0), self.ticks.1.max(bead.ticks.1));
    }
}

fn cause(stretch: Stretch, thread: usize) -> Cause {
    let spot = stretch.length_mm < SPOT_MM;
    let mass = stretch.mass_mg;
    let depth = stretch.depth / mass;
    let (from, to) = (stretch.wanted.0 / mass, stretch.wanted.1 / mass);
    // A stretch in the fat can still be above a plane that begins below the boundary.
    let (id, wanted) = match (stretch.side, spot) {
        (Trespass::Shallow, false) => ("thread-too-shallow", from),
        (Trespass::Shallow, true) => ("spot-too-shallow", from),
        (Trespass::Deep, false) => ("thread-too-deep", to),
        (Trespass::Deep, true) => ("spot-too-deep", to),
    };
    Cause {
        id,
        weight: stretch.lost_mg,
        at: Some(stretch.at / mass),
        depth_mm: Some(depth),
        ticks: Some(stretch.ticks),
        thread: Some(thread),
        laying: Some(stretch.laying),
        measured: depth,
        wanted,
        args: vec![
            ("length", Value::number(stretch.length_mm, 0)),
            ("from", Value::number(from, 1)),
            ("to", Value::number(to, 1)),
            ("mass", Value::number(mass, 1)),
        ],
    }
}
