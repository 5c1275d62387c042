//! Gauges: outer and inner diameters of regular-wall steel tubes, and their bending stiffness.

use std::f64::consts::PI;

/// Young's modulus of the steel, N/mm² [CLINICAL §4.1].
pub const STEEL_N_MM2: f64 = 193e3;

/// A needle gauge, as ISO 9626 names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[allow(missing_docs, reason = "the names are the field's own")]
pub enum Gauge {
    #[serde(rename = "22G")]
    G22,
    #[serde(rename = "23G")]
    G23,
    #[serde(rename = "25G")]
    G25,
    #[serde(rename = "27G")]
    G27,
    #[serde(rename = "28G")]
    G28,
    #[serde(rename = "29G")]
    G29,
    #[serde(rename = "30G")]
    G30,
}

impl Gauge {
    /// All gauges, widest first.
    pub const ALL: [Self; 7] = [Self::G22, Self::G23, Self::G25, Self::G27, Self::G28, Self::G29, Self::G30];

    /// The gauge's name, e.g. `25G`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::G22 => "22G",
            Self::G23 => "23G",
            Self::G25 => "25G",
            Self::G27 => "27G",
            Self::G28 => "28G",
            Self::G29 => "29G",
            Self::G30 => "30G",
        }
    }

    /// The names of all gauges.
    #[must_use]
    pub fn names() -> [&'static str; 7] {
        Self::ALL.map(Self::name)
    }

    /// The gauge of a name such as `25G`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|gauge| gauge.name() == name)
    }

    /// Outer and inner diameter in mm [F54 nominal; 29G recalled: nominal gauge table].
    fn diameters(self) -> (f64, f64) {
        match self {
            Self::G22 => (0.718, 0.413),
            Self::G23 => (0.641, 0.337),
            Self::G25 => (0.514, 0.260),
            Self::G27 => (0.413, 0.210),
            Self::G28 => (0.362, 0.184),
            Self::G29 => (0.337, 0.184),
            Self::G30 => (0.311, 0.159),
        }
    }

    /// Outer diameter, mm.
    #[must_use]
    pub fn outer_mm(self) -> f64 {
        self.diameters().0
    }

    /// Inner diameter, mm.
    #[must_use]
    pub fn inner_mm(self) -> f64 {
        self.diameters().1
    }

    /// Bending stiffness E·π/64·(OD⁴ − ID⁴), N·mm².
    #[must_use]
    pub fn ei(self) -> f64 {
        let (outer, inner) = self.diameters();
        let fourth = |x: f64| x * x * x * x;
        STEEL_N_MM2 * PI / 64.0 * (fourth(outer) - fourth(inner))
    }

    /// Axial stiffness E·π/4·(OD² − ID²), N.
    #[must_use]
    pub fn ea(self) -> f64 {
        let (outer, inner) = self.diameters();
        STEEL_N_MM2 * PI / 4.0 * (outer * outer - inner * inner)
    }

    /// Gauge of the pilot needle: the next wider one [F57: one size larger].
    #[must_use]
    pub fn pilot(self) -> Self {
        let at = Self::ALL.iter().position(|&gauge| gauge == self).unwrap_or(0);
        Self::ALL[at.saturating_sub(1)]
    }
}
