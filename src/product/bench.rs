//! The preparation bench: two syringes joined by a connector, and what strokes and standing make of their contents.
//!
//! A stroke pushes everything from one barrel into the other. What comes through the connector is a jet; as far as it reaches into the
//! receiving barrel it stirs what is there, and what lies further back is only pushed along. So an even mixture takes several strokes,
//! more in a stiff gel, whose jet is short, than in a sol; and how even it is along the barrel is a result, not a law.
//!
//! **Invariants:** both barrels together hold what was drawn, in every part; more strokes are never less even; time passes only in
//! [`Bench::step`].

use std::f64::consts::PI;
use std::sync::Arc;

use super::column::{CELLS, Column, Orientation, homogeneity};
use super::content::Content;
use super::preparation::MixtureClass;
use super::suspension::{PACKED, Suspension};
use crate::geom::math;

/// Bore of the connector between the syringes, mm [uncertain: female–female luer connectors, 1.5–3 mm]; larger: slower jets, less mixing.
const CONNECTOR_MM: f64 = 2.0;
/// Time of a stroke that is only named, s: a brisk push each way [design].
pub const STROKE_S: f64 = 1.0;
/// Time between two looks at what has settled, s [design: less than a hundredth of the fastest settling].
const STAND_S: f64 = 0.1;
/// Shortest and longest stroke, s [design].
pub const STROKE_RANGE_S: (f64, f64) = (0.4, 5.0);
/// Length that a laminar jet stirs behind a step in a pipe, in heights of the step and Reynolds numbers of the jet: reattachment
/// (Macagno & Hung 1967, laminar expansion 1:2) [recalled].
const LAMINAR_REACH: f64 = 0.088;
/// The same of a turbulent jet, in heights of the step: 8–10 [recalled].
const TURBULENT_REACH: f64 = 9.0;
/// Least length that a strand stirs by folding over itself, in bores of the barrel [design]: held to "10 passes sufficed for lidocaine"
/// [found: F21], 0.3 mL in 1.5 mL of gel. Nothing else of the mixing is fitted; larger: fewer strokes for stiff gels.
const FOLDING_REACH: f64 = 1.5;
/// Volume that a jet draws in, in its own volume and per diameter of its way (Ricou & Spalding 1961).
const ENTRAINED: f64 = 0.32;
/// Density of what flows, 1 g/mL in Pa·s²/mm².
const DENSITY: f64 = 1e-3;
/// Barrels that are joined, (volume in mL, inner diameter in mm) [recalled: luer-lock syringes of 3, 5, 10 and 20 mL].
const BARRELS: [(f64, f64); 4] = [(3.0, 8.66), (5.0, 12.06), (10.0, 14.5), (20.0, 19.13)];

/// A stroke under way.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stroke {
    rate_ul_s: f64,
    left_s: f64,
    due_ul: f64,
}

/// Two syringes on a connector.
#[derive(Clone, Debug, PartialEq)]
pub struct Bench {
    suspension: Arc<Suspension>,
    ratio: f64,
    columns: [Column; 2],
    capacity_ul: f64,
    giver: usize,
    strokes: u32,
    stroke: Option<Stroke>,
    stood_s: f64,
    unstood_s: f64,
}

/// A cell of a barrel as the bench shows it, from the outlet to the stopper.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct CellView {
    /// Volume in µL, sediment included.
    pub volume_ul: f64,
    /// `CaHA` in it, mg/mL, sediment included.
    pub caha_mg_per_ml: f64,
    /// `CaHA` of what is still aloft, mg/mL: what leaves first.
    pub aloft_mg_per_ml: f64,
    /// Volume of the sediment under it, µL.
    pub sediment_ul: f64,
    /// Structure of its network, 0 broken (or a sol) to 1 at rest.
    pub structure: f64,
    /// Share of the liquid that came with the product, 0 (diluent) to 1.
    pub carrier_share: f64,
}

/// One barrel as the bench shows it.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct BarrelView {
    /// Inner diameter, mm.
    pub bore_mm: f64,
    /// Volume that it can hold, µL.
    pub capacity_ul: f64,
    /// Its cells, from the outlet to the stopper.
    pub cells: Vec<CellView>,
    /// Sediment left behind in front of the stopper, µL.
    pub heel_ul: f64,
}

/// What a bench screen shows; read only.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct BenchView {
    /// Both barrels: the product's first, the diluent's second.
    pub barrels: [BarrelView; 2],
    /// Which of them gives in this stroke or the next, 0 or 1.
    pub giver: usize,
    /// Evenness, 0 to 1.
    pub homogeneity: f64,
    /// Gel, gel/sol or sol, by the ratio.
    pub class: MixtureClass,
    /// Mean `CaHA` of all that is there, mg/mL.
    pub caha_mg_per_ml: f64,
    /// Strokes that have ended.
    pub strokes: u32,
    /// Whether a stroke is under way.
    pub stroking: bool,
    /// Time since the last stroke ended (or since it was drawn), s.
    pub stood_s: f64,
}

impl Bench {
    /// Neat product (mL) in one syringe, diluent in its ratio in the other.
    #[must_use]
    pub fn drawn(suspension: Arc<Suspension>, product_ml: f64, ratio: f64) -> Self {
        let (product, diluent) = (product_ml * 1e3, product_ml * ratio * 1e3);
        let whole = product + diluent;
        let last = BARRELS[BARRELS.len() - 1];
        let (capacity_ml, bore) = BARRELS.iter().copied().find(|(ml, _)| ml * 1e3 >= whole).unwrap_or(last);
        let cells = |part: f64| ((part / whole * CELLS as f64).round() as usize).max(4);
        let liquid = Content { diluent_ul: diluent, ..Content::default() };
        let columns = [
            Column::filled(suspension.neat(product), bore, cells(product)),
            Column::filled(liquid, bore, cells(diluent)),
        ];
        let capacity_ul = capacity_ml * 1e3;
        Self { suspension, ratio, columns, capacity_ul, giver: 0, strokes: 0, stroke: None, stood_s: 0.0, unstood_s: 0.0 }
    }

    /// A prepared syringe taken back to the bench, an empty one joined to it.
    #[must_use]
    pub fn joined(suspension: Arc<Suspension>, column: Column, ratio: f64) -> Self {
        let empty = Column::empty(column.bore_mm());
        let capacity_ul = column.volume_ul();
        Self { suspension, ratio, columns: [column, empty], capacity_ul, giver: 0, strokes: 0, stroke: None, stood_s: 0.0, unstood_s: 0.0 }
    }

    /// Begins to push everything across in so many seconds (kept to [`STROKE_RANGE_S`]); false while a stroke is under way.
    pub fn begin_stroke(&mut self, seconds: f64) -> bool {
        if self.stroke.is_some() {
            return false;
        }
        let seconds = if seconds.is_finite() { seconds.clamp(STROKE_RANGE_S.0, STROKE_RANGE_S.1) } else { STROKE_S };
        let rate_ul_s = self.columns[self.giver].volume_ul() / seconds;
        self.stroke = Some(Stroke { rate_ul_s, left_s: seconds, due_ul: 0.0 });
        true
    }

    /// Lets `dt` seconds pass: the stroke under way goes on, or what is there stands. True when a stroke ended.
    pub fn step(&mut self, orientation: Orientation, dt: f64) -> bool {
        let Some(mut stroke) = self.stroke else {
            self.stood_s += dt;
            self.unstood_s += dt;
            if self.unstood_s >= STAND_S {
                for column in &mut self.columns {
                    column.stand(&self.suspension, orientation, self.unstood_s);
                }
                self.unstood_s = 0.0;
            }
            return false;
        };
        stroke.left_s -= dt;
        stroke.due_ul += stroke.rate_ul_s * dt;
        let over = stroke.left_s <= 1e-9;
        self.push_across(&mut stroke, over);
        if over {
            self.columns[1 - self.giver].recut();
            self.giver = 1 - self.giver;
            self.strokes += 1;
            self.stood_s = 0.0;
        }
        self.stroke = if over { None } else { Some(stroke) };
        over
    }

    /// A whole stroke at once.
    pub fn stroke(&mut self, seconds: f64) {
        if self.begin_stroke(seconds) {
            while !self.step(Orientation::Lying, 0.1) {}
        }
    }

    fn push_across(&mut self, stroke: &mut Stroke, all: bool) {
        let portion = self.columns.iter().map(Column::volume_ul).sum::<f64>() / CELLS as f64;
        let (left, right) = self.columns.split_at_mut(1);
        let (giver, receiver) = if self.giver == 0 { (&mut left[0], &mut right[0]) } else { (&mut right[0], &mut left[0]) };
        while !giver.is_empty() && (all || stroke.due_ul >= portion) {
            stroke.due_ul -= portion;
            let through = giver.take(portion);
            if through.volume_ul() <= 0.0 {
                break;
            }
            jet(&self.suspension, receiver, through, stroke.rate_ul_s);
        }
    }

    /// Fills a syringe of this bore (mm) from the barrel that holds the mixture; less when there is less.
    pub fn fill(&mut self, volume_ul: f64, bore_mm: f64) -> Column {
        let mut filled = Column::empty(bore_mm);
        let from = &mut self.columns[self.giver];
        let portions = CELLS as f64;
        for _ in 0..CELLS {
            let through = from.take(volume_ul / portions);
            if through.volume_ul() > 0.0 {
                jet(&self.suspension, &mut filled, through, volume_ul / STROKE_S);
            }
        }
        filled
    }

    /// The contents of the barrel that gives next: after any stroke, everything.
    #[must_use]
    pub fn mixture(&self) -> &Column {
        &self.columns[self.giver]
    }

    /// Gives the prepared barrel away; before the first stroke, the product with the diluent behind it.
    #[must_use]
    pub fn into_mixture(self) -> Column {
        let [first, second] = self.columns;
        let (mut giver, receiver) = if self.giver == 0 { (first, second) } else { (second, first) };
        giver.append(receiver);
        giver
    }

    /// The laws of what is mixed.
    #[must_use]
    pub fn suspension(&self) -> &Arc<Suspension> {
        &self.suspension
    }

    /// Whether everything stands in one barrel.
    #[must_use]
    pub fn is_joined(&self) -> bool {
        self.stroke.is_none() && self.columns[1 - self.giver].is_empty()
    }

    /// Whether a stroke is under way.
    #[must_use]
    pub fn is_stroking(&self) -> bool {
        self.stroke.is_some()
    }

    /// Strokes that have ended.
    #[must_use]
    pub fn strokes(&self) -> u32 {
        self.strokes
    }

    /// Time since the last stroke ended, s.
    #[must_use]
    pub fn stood_s(&self) -> f64 {
        self.stood_s
    }

    /// All that is on the bench.
    #[must_use]
    pub fn content(&self) -> Content {
        self.columns[0].content().plus(&self.columns[1].content())
    }

    /// Evenness of all that is there, 0 to 1 (see [`super::column`]).
    #[must_use]
    pub fn homogeneity(&self) -> f64 {
        homogeneity(self.columns.iter(), richest(&self.suspension, self.ratio))
    }

    /// What a bench screen shows.
    #[must_use]
    pub fn view(&self) -> BenchView {
        let barrel = |column: &Column| barrel_view(&self.suspension, column, self.capacity_ul);
        BenchView {
            barrels: [barrel(&self.columns[0]), barrel(&self.columns[1])],
            giver: self.giver,
            homogeneity: self.homogeneity(),
            class: MixtureClass::of_ratio(self.ratio),
            caha_mg_per_ml: self.suspension.caha_mg_per_ml(&self.content()),
            strokes: self.strokes,
            stroking: self.stroke.is_some(),
            stood_s: self.stood_s,
        }
    }

    /// What leaves the outlet over a delivery from the barrel that gives next: (µL delivered before it, `CaHA` in mg/mL) in equal steps.
    #[must_use]
    pub fn delivery(&self, volume_ul: f64, steps: usize) -> Vec<(f64, f64)> {
        let mut column = self.columns[self.giver].clone();
        let each = volume_ul.min(column.volume_ul()) / steps.max(1) as f64;
        (0..steps).map(|i| (i as f64 * each, self.suspension.caha_mg_per_ml(&column.take(each)))).collect()
    }
}

/// Evenness of one barrel's contents, 0 to 1, as [`Bench::homogeneity`].
#[must_use]
pub fn evenness(suspension: &Suspension, column: &Column, ratio: f64) -> f64 {
    homogeneity(std::iter::once(column), richest(suspension, ratio))
}

/// The richest part there can be: neat product beside its diluent; of a neat product, its packed sediment.
fn richest(suspension: &Suspension, ratio: f64) -> f64 {
    if ratio > 0.0 { suspension.neat_solids } else { PACKED }
}

/// One barrel as a screen shows it.
#[must_use]
pub fn barrel_view(suspension: &Suspension, column: &Column, capacity_ul: f64) -> BarrelView {
    let cells = column.cells().map(|cell| {
        let sediment = column.sediment(cell);
        CellView {
            volume_ul: cell.content.volume_ul(),
            caha_mg_per_ml: suspension.caha_mg_per_ml(&cell.content),
            aloft_mg_per_ml: suspension.caha_mg_per_ml(&cell.content.minus(&sediment)),
            sediment_ul: sediment.volume_ul(),
            structure: if suspension.has_network(&cell.content) { cell.structure } else { 0.0 },
            carrier_share: cell.content.carrier_share(),
        }
    });
    BarrelView { bore_mm: column.bore_mm(), capacity_ul, cells: cells.collect(), heel_ul: column.heel().volume_ul() }
}

/// Lets a portion into a barrel as a jet that stirs the near part of what is there.
fn jet(suspension: &Suspension, receiver: &mut Column, through: Content, rate_ul_s: f64) {
    let bore = receiver.bore_mm();
    let speed = 4.0 * rate_ul_s / (PI * CONNECTOR_MM * CONNECTOR_MM);
    // The stiffer of the two sets how far they are drawn into each other: a strand of gel keeps its shape in a thin liquid.
    let shear_rate = 8.0 * speed / CONNECTOR_MM;
    let stiffness = |content: &Content| suspension.flow(content).viscosity_pa_s(shear_rate);
    let near = receiver.near(bore);
    let viscosity = if near.volume_ul() > 0.0 { stiffness(&through).max(stiffness(&near)) } else { stiffness(&through) };
    let viscosity = viscosity.max(suspension.diluent.viscosity_pa_s());
    let reynolds = DENSITY * speed * CONNECTOR_MM / viscosity;
    let step = 0.5 * (bore - CONNECTOR_MM).max(0.0);
    let reach = (LAMINAR_REACH * reynolds * step).clamp(FOLDING_REACH * bore, (TURBULENT_REACH * step).max(FOLDING_REACH * bore));
    let volume = through.volume_ul();
    receiver.put(through);
    let stirred = (reach * receiver.area_mm2()).min(receiver.volume_ul());
    let turned = ENTRAINED * reach / CONNECTOR_MM * volume / stirred;
    receiver.stir(reach, 1.0 - math::exp(-turned));
}
