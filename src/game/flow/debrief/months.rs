//! The months after: the outlook of what was laid, and of other products on the same map.

use std::sync::Arc;

use super::work::Work;
use crate::game::flow::body;
use crate::game::panels::Phrase;
use crate::game::panels::debrief::{Banded, Curve, Map, Months, Quantity};
use crate::game::ramp::Ramp;
use crate::game::scene::model::{DoseMap, SkinField};
use crate::lang::Value;
use crate::product::{Catalogue, Preparation};
use crate::scoring::{ArealResponse, Outlook, OutlookDay};
use crate::tissue::{CellResponse, Estimate, ResponseModel};

/// Days in a month.
const MONTH_DAYS: f64 = 365.25 / 12.0;
/// Last month.
const LAST: f64 = 18.0;
/// Steps of the curves in a month.
const STEPS: usize = 2;
/// What is compared beside what was laid, in this order: neat, diluted, with HA, PLLA [design].
const COMPARED: [&str; 4] = ["radiesse", "radiesse 1:2", "harmonyca", "plla"];

/// A product's course on the map.
struct Course {
    name: String,
    response: ArealResponse,
    /// Mean over the zone at each step.
    means: Vec<CellResponse>,
}

/// The courses, and the largest values on the map in all the months.
pub(super) struct Courses {
    courses: Vec<Course>,
    most: Most,
}

/// The largest values of a cell in all the months.
#[derive(Clone, Copy, Default)]
struct Most {
    thickening: f64,
    lift_mm: f64,
    felt_cm2: f64,
}

/// The months of an attempt.
pub(super) struct After {
    outlook: Outlook,
    coming: Option<Work<Courses>>,
    courses: Option<Courses>,
    /// Month that is shown.
    pub(super) month: f64,
    /// What the curves tell.
    pub(super) quantity: Quantity,
    day: Option<OutlookDay>,
    /// Means of the other products on that day, in the order of the courses.
    others: Vec<CellResponse>,
}

impl After {
    /// The months after an outlook's day 0.
    pub(super) fn new(outlook: Outlook) -> Self {
        Self { outlook, coming: None, courses: None, month: 0.0, quantity: Quantity::Lift, day: None, others: Vec::new() }
    }

    /// Begins to work out the courses; `laid` is what was laid.
    pub(super) fn begin(&mut self, laid: Preparation, catalogue: Arc<Catalogue>) {
        let outlook = self.outlook.clone();
        self.coming = Some(Work::start(move |course| Courses::of(&outlook, &laid, &catalogue, |share| course.on(share))));
    }

    /// Takes in what has come.
    pub(super) fn tend(&mut self) {
        match self.coming.as_ref().map(Work::look) {
            Some(super::work::Stand::Come(courses)) => {
                (self.courses, self.coming) = (Some(courses), None);
                self.day = None;
            }
            Some(super::work::Stand::Failed) => self.coming = None,
            _ => {}
        }
        let day = self.month * MONTH_DAYS;
        if self.day.as_ref().is_none_or(|known| known.day != day) {
            self.day = Some(self.outlook.at(day));
            let others = self.courses.iter().flat_map(|courses| courses.courses.iter().skip(1));
            self.others = others.map(|course| course.response.mean(day)).collect();
        }
    }

    /// Whether the courses are still being worked out.
    pub(super) fn coming(&self) -> bool {
        self.courses.is_none() && self.coming.is_some()
    }

    /// Goes to a month.
    pub(super) fn go(&mut self, month: f64) {
        self.month = month.clamp(0.0, LAST);
        self.tend();
    }

    /// The panels' view; none until all is there.
    pub(super) fn model(&self) -> Option<Months> {
        let (day, courses) = (self.day.as_ref()?, self.courses.as_ref()?);
        let pick = |of: &CellResponse| match self.quantity {
            Quantity::Thickening => of.dermal_gain.times(100.0),
            Quantity::Lift => of.lift_mm,
        };
        let curve = |(index, course): (usize, &Course)| Curve {
            name: course.name.clone(),
            laid: index == 0,
            dose: Phrase::new("debrief-curve-dose")
                .with("value", Value::number(course.response.mean_mg_cm2(), 1))
                .with("particle", course.response.kinetics().particle().name()),
            values: course.means.iter().map(|mean| pick(mean).mean).collect(),
            now: pick(index.checked_sub(1).and_then(|other| self.others.get(other)).unwrap_or(&day.mean)).mean,
        };
        let band = courses.courses.first()?.means.iter().map(|mean| (pick(mean).low, pick(mean).high)).collect();
        Some(Months {
            month: self.month,
            quantity: self.quantity,
            thickening: banded(day.mean.dermal_gain.times(100.0)),
            lift_mm: banded(day.mean.lift_mm),
            felt: banded(day.nodules.probability),
            curves: courses.courses.iter().enumerate().map(curve).collect(),
            band,
        })
    }

    /// A map of the day on the zone's grid; none of other maps, or while the scale is not known.
    pub(super) fn map(&self, map: Map, grid: &DoseMap) -> Option<DoseMap> {
        let (day, most) = (self.day.as_ref()?, self.courses.as_ref()?.most);
        let of = |values: Vec<f64>, full: f64, ramp| DoseMap { full_mg_cm2: full as f32, ramp, ..body::with_dose(grid, &values) };
        match (map, self.quantity) {
            (Map::Response, Quantity::Thickening) => {
                Some(of(day.cells.iter().map(|cell| cell.dermal_gain.mean * 100.0).collect(), most.thickening, Ramp::Response))
            }
            (Map::Response, Quantity::Lift) => Some(of(day.cells.iter().map(|cell| cell.lift_mm.mean).collect(), most.lift_mm, Ramp::Response)),
            (Map::Felt, _) => Some(of(day.nodules.map.clone(), most.felt_cm2, Ramp::Nodules)),
            _ => None,
        }
    }

    /// The skin of the day over the zone: as high as the response lifts it, and as white as what is left of the particles makes it.
    pub(super) fn skin(&self, last: &SkinField) -> Option<SkinField> {
        let day = self.day.as_ref()?;
        let mut field = last.clone();
        let columns = field.size.0;
        for ((response, dose), cell) in day.cells.iter().zip(self.outlook.doses()).zip(&self.outlook.zone().cells) {
            let index = usize::from(cell.at.1) * columns + usize::from(cell.at.0);
            let left = if dose.particles_mg_cm2 > 0.0 { response.particles_mg_cm2.mean / dose.particles_mg_cm2 } else { 0.0 };
            if let (Some(height), Some(white)) = (field.height_mm.get_mut(index), field.white.get_mut(index)) {
                *height = response.lift_mm.mean as f32;
                // White is 1 − exp(−m/m₀): with a share of the mass left, the rest to its power (see `looks`).
                *white = white.map(|white| (1.0 - crate::geom::math::pow(f64::from(1.0 - white), left)) as f32);
            }
        }
        Some(field)
    }

    /// Of the nodules that are expected in all the months, the share that is felt on the day.
    pub(super) fn felt_share(&self, expected: f64) -> f64 {
        let felt = self.day.as_ref().map_or(0.0, |day| day.nodules.felt.mean);
        if expected > 0.0 { (felt / expected).clamp(0.0, 1.0) } else { 0.0 }
    }

    /// The day that is shown.
    pub(super) fn day(&self) -> Option<&OutlookDay> {
        self.day.as_ref()
    }
}

impl Courses {
    /// `on` is told how much is done and says whether to go on.
    fn of(outlook: &Outlook, laid: &Preparation, catalogue: &Catalogue, on: impl Fn(f64) -> bool) -> Option<Self> {
        let model = ResponseModel::built_in();
        let mut all = vec![(laid.clone(), outlook.response().clone())];
        for name in COMPARED {
            let other = Preparation::parse(name).ok()?;
            let same = other.product == laid.product && (other.ratio > 0.0) == (laid.ratio > 0.0);
            if !same {
                let response = outlook.with(&other, catalogue, &model).ok()?;
                all.push((other, response));
            }
        }
        let steps = LAST as usize * STEPS;
        let count = all.len();
        let mut courses = Vec::new();
        for (k, (preparation, response)) in all.into_iter().enumerate() {
            let mut means = Vec::new();
            for step in 0..=steps {
                if !on((k * steps + step) as f64 / (count * steps) as f64) {
                    return None;
                }
                means.push(response.mean(step as f64 / STEPS as f64 * MONTH_DAYS));
            }
            courses.push(Course { name: name(&preparation, catalogue), response, means });
        }
        let mut most = Most::default();
        for month in (0..=LAST as usize).step_by(3) {
            let day = outlook.at(month as f64 * MONTH_DAYS);
            let top = |of: &dyn Fn(&CellResponse) -> f64| day.cells.iter().map(of).fold(0.0, f64::max);
            most.thickening = most.thickening.max(top(&|cell| cell.dermal_gain.mean * 100.0));
            // The volume of the day itself is gone within days: the map's end is for the months.
            if month > 0 {
                most.lift_mm = most.lift_mm.max(top(&|cell| cell.lift_mm.mean));
            }
            most.felt_cm2 = most.felt_cm2.max(day.nodules.map.iter().copied().fold(0.0, f64::max));
        }
        let most = Most { thickening: super::maps::round_up(most.thickening), lift_mm: super::maps::round_up(most.lift_mm), felt_cm2: super::maps::round_up(most.felt_cm2) };
        Some(Self { courses, most })
    }
}

/// A preparation with the product's name as its maker writes it.
fn name(preparation: &Preparation, catalogue: &Catalogue) -> String {
    let name = catalogue.product(&preparation.product).map_or(preparation.product.as_str(), |product| product.name.as_str());
    if preparation.ratio > 0.0 { format!("{name} 1:{}", preparation.ratio) } else { name.to_owned() }
}

fn banded(of: Estimate) -> Banded {
    Banded { mean: of.mean, low: of.low, high: of.high }
}
