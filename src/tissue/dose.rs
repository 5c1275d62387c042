//! The areal dose: mass of deposits spread over points of the skin.
//!
//! **Invariant:** a deposit's whole mass is spread; on an even flat field of points the dose integrates to it.

use super::deposit::Deposits;
use super::grid::Grid;
use super::smear::Smear;
use crate::geom::{Vec3, math};
use std::f64::consts::PI;

/// Where the kernel is cut, in standard deviations; what lies beyond (0.03 %) is given back to the rest.
const CUT: f64 = 4.0;
/// mm² in a cm².
const MM2_PER_CM2: f64 = 100.0;

/// Dose on points of the skin, which can be added to.
#[derive(Clone, Debug)]
pub struct ArealDose {
    points: Vec<Vec3>,
    normals: Vec<Vec3>,
    grid: Grid,
    sigma_mm: f64,
    dose: Vec<f64>,
}

impl ArealDose {
    /// No dose yet, on skin points (mm) with their unit normals, for a Gaussian of standard deviation `sigma_mm` (> 0).
    ///
    /// # Panics
    /// If there are not as many normals as points.
    #[must_use]
    pub fn new(points: &[Vec3], normals: &[Vec3], sigma_mm: f64) -> Self {
        assert_eq!(points.len(), normals.len(), "one normal a point");
        let mut grid = Grid::new(CUT * sigma_mm);
        for (i, &point) in points.iter().enumerate() {
            grid.insert(point, i as u32);
        }
        Self { points: points.to_vec(), normals: normals.to_vec(), grid, sigma_mm, dose: vec![0.0; points.len()] }
    }

    /// Spreads a mass (mg) about a foot point of the skin: m/(2πσ²)·exp(−r²/2σ²), r the straight distance between foot points,
    /// over skin that faces the same way.
    pub fn add(&mut self, foot: Vec3, normal: Vec3, mass_mg: f64) {
        let variance = self.sigma_mm * self.sigma_mm;
        let kept = 1.0 - math::exp(-0.5 * CUT * CUT);
        let peak = mass_mg * MM2_PER_CM2 / (2.0 * PI * variance * kept);
        for i in self.grid.near(foot) {
            let i = i as usize;
            let square = self.points[i].distance_squared(foot);
            if square <= CUT * CUT * variance && self.normals[i].dot(normal) > 0.0 {
                self.dose[i] += peak * math::exp(-0.5 * square / variance);
            }
        }
    }

    /// Spreads a mass (mg) that massage has rubbed out: the Gaussian's variance grows by the smear's along each of its axes.
    pub fn add_smeared(&mut self, foot: Vec3, normal: Vec3, smear: &Smear, mass_mg: f64) {
        if smear.is_none() {
            self.add(foot, normal, mass_mg);
            return;
        }
        let variance = self.sigma_mm * self.sigma_mm;
        let u = normal.any_orthonormal_vector();
        let v = normal.cross(u);
        let (uu, uv, vv) = smear.within(u, v);
        let (a, c) = (variance + uu, variance + vv);
        let area = a * c - uv * uv;
        let kept = 1.0 - math::exp(-0.5 * CUT * CUT);
        let peak = mass_mg * MM2_PER_CM2 / (2.0 * PI * area.sqrt() * kept);
        let reach = CUT * math::hypot(self.sigma_mm, smear.reach_mm());
        for i in self.grid.within(foot, reach) {
            let i = i as usize;
            let away = self.points[i] - foot;
            let (x, y, z) = (away.dot(u), away.dot(v), away.dot(normal));
            let square = (c * x * x - 2.0 * uv * x * y + a * y * y) / area + z * z / variance;
            if square <= CUT * CUT && self.normals[i].dot(normal) > 0.0 {
                self.dose[i] += peak * math::exp(-0.5 * square);
            }
        }
    }

    /// Dose at each point, mg `CaHA` per cm².
    #[must_use]
    pub fn mg_cm2(&self) -> &[f64] {
        &self.dose
    }
}

/// Dose in mg `CaHA` per cm² at points of the skin with their unit normals, from all deposits, each spread with a Gaussian of `sigma_mm`.
#[must_use]
pub fn areal_dose(points: &[Vec3], normals: &[Vec3], deposits: &Deposits, sigma_mm: f64) -> Vec<f64> {
    let mut field = ArealDose::new(points, normals, sigma_mm);
    for deposit in deposits.deposits() {
        field.add_smeared(deposit.foot, deposit.normal, &deposit.smear, deposit.caha_mg);
    }
    field.dose
}
