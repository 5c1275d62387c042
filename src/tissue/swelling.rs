//! Tissue with product in it: fuller, and so stiffer.
//!
//! **Invariant:** where no product lies, it is the tissue that it was, to the bit.

use std::f64::consts::PI;

use super::deposit::{Deposits, LOCAL_RADIUS_MM};
use crate::anatomy::{TissueField, TissueSample};
use crate::geom::Vec3;

/// How product changes the tissue about it; read from `assets/tissue.ron`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SwellingModel {
    /// By how much of itself the stiffness grows for each share of product in the volume.
    pub stiffening: f64,
    /// Where the figures come from.
    pub source: String,
}

impl SwellingModel {
    /// Stiffness of tissue of which `fill` is product ÷ its stiffness without.
    #[must_use]
    pub fn factor(&self, fill: f64) -> f64 {
        1.0 + self.stiffening * fill
    }
}

/// A field of tissue with the product that was laid in it.
pub struct Swollen<'a, F: ?Sized> {
    field: &'a F,
    deposits: &'a Deposits,
}

impl<'a, F: TissueField + ?Sized> Swollen<'a, F> {
    /// The tissue of `field` with `deposits` in it.
    #[must_use]
    pub fn new(field: &'a F, deposits: &'a Deposits) -> Self {
        Self { field, deposits }
    }
}

impl<F: TissueField + ?Sized> TissueField for Swollen<'_, F> {
    fn sample(&self, point: Vec3) -> TissueSample {
        self.field.sample(point)
    }

    fn fill(&self, point: Vec3) -> f64 {
        fill(self.deposits, point)
    }
}

/// Product within [`LOCAL_RADIUS_MM`] of a point over the volume of that ball, at most 1.
#[must_use]
pub fn fill(deposits: &Deposits, point: Vec3) -> f64 {
    let ball_ul = 4.0 / 3.0 * PI * LOCAL_RADIUS_MM * LOCAL_RADIUS_MM * LOCAL_RADIUS_MM;
    (deposits.volume_near_ul(point) / ball_ul).min(1.0)
}
