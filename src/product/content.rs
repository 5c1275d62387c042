//! What a portion of a prepared product is made of, by volume.
//!
//! **Invariant:** volumes are additive; blending and cutting neither make nor lose any part.

/// Volumes of the three parts of a portion, µL.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Content {
    /// Microspheres, µL.
    pub particles_ul: f64,
    /// Carrier as it comes with the product, µL.
    pub carrier_ul: f64,
    /// Diluent, µL.
    pub diluent_ul: f64,
}

impl Content {
    /// Its whole volume in µL.
    #[must_use]
    pub fn volume_ul(&self) -> f64 {
        self.particles_ul + self.carrier_ul + self.diluent_ul
    }

    /// Volume of liquid (carrier and diluent), µL.
    #[must_use]
    pub fn liquid_ul(&self) -> f64 {
        self.carrier_ul + self.diluent_ul
    }

    /// Volume fraction of microspheres, 0 to 1; 0 of nothing.
    #[must_use]
    pub fn solids(&self) -> f64 {
        share(self.particles_ul, self.volume_ul())
    }

    /// Share of the liquid that came with the product, 0 (diluent alone) to 1 (undiluted).
    #[must_use]
    pub fn carrier_share(&self) -> f64 {
        share(self.carrier_ul, self.liquid_ul())
    }

    /// The same composition in another amount.
    #[must_use]
    pub fn scaled(&self, factor: f64) -> Self {
        Self {
            particles_ul: self.particles_ul * factor,
            carrier_ul: self.carrier_ul * factor,
            diluent_ul: self.diluent_ul * factor,
        }
    }

    /// Both together.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        Self {
            particles_ul: self.particles_ul + other.particles_ul,
            carrier_ul: self.carrier_ul + other.carrier_ul,
            diluent_ul: self.diluent_ul + other.diluent_ul,
        }
    }

    /// What is left when a part of it is gone; rounding never leaves less than nothing.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        Self {
            particles_ul: (self.particles_ul - other.particles_ul).max(0.0),
            carrier_ul: (self.carrier_ul - other.carrier_ul).max(0.0),
            diluent_ul: (self.diluent_ul - other.diluent_ul).max(0.0),
        }
    }
}

/// A part ÷ its whole; 0 of nothing.
pub(super) fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
