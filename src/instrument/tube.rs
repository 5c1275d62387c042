//! A tube with a tip and a port: a cannula when the tip is blunt, a needle when it is bevelled.

use super::Gauge;
use std::f64::consts::PI;

/// Shape of the tip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TipShape {
    /// Closed and rounded to a half ball as wide as the tube.
    Blunt,
    /// Ground to an edge.
    Bevel,
}

/// A steel tube on a hub.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tube {
    /// Gauge.
    pub gauge: Gauge,
    /// Length from hub to tip, mm.
    pub length_mm: f64,
    /// Shape of the tip.
    pub tip: TipShape,
    /// Distance of the port's middle behind the tip, mm (0.5–1.5 in cannulas [uncertain: CLINICAL §4.1], 0 in needles).
    pub port_offset_mm: f64,
}

impl Tube {
    /// Bending stiffness, N·mm².
    #[must_use]
    pub fn ei(&self) -> f64 {
        self.gauge.ei()
    }

    /// Outer radius, mm.
    #[must_use]
    pub fn radius_mm(&self) -> f64 {
        0.5 * self.gauge.outer_mm()
    }

    /// Radius in mm of the edge that the tip opens tissue with; `ground_mm` is that of a ground edge.
    #[must_use]
    pub fn edge_mm(&self, ground_mm: f64) -> f64 {
        match self.tip {
            TipShape::Blunt => self.radius_mm(),
            TipShape::Bevel => ground_mm,
        }
    }

    /// Inner diameter, mm.
    #[must_use]
    pub fn bore_mm(&self) -> f64 {
        self.gauge.inner_mm()
    }

    /// Volume of the bore, µL.
    #[must_use]
    pub fn dead_volume_ul(&self) -> f64 {
        0.25 * PI * self.bore_mm() * self.bore_mm() * self.length_mm
    }
}
