//! Liquids that dilute a product.

/// Liquid that dilutes a product (CLINICAL §8.1 [found: S1]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Diluent {
    /// Saline 0.9 %.
    #[default]
    Saline,
    /// Saline with lidocaine.
    LidocaineSaline,
    /// The patient's plasma (PRP).
    Plasma,
}

impl Diluent {
    /// All of them with their names in files and on the command line.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Saline, "saline"), (Self::LidocaineSaline, "lidocaine-saline"), (Self::Plasma, "plasma")];

    /// The diluent of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(diluent, _)| *diluent)
    }

    /// Its name in files and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// Density in g/mL: saline 1.005 [recalled: 0.9 % NaCl at 20 °C]; a per cent of lidocaine changes it by less than 0.2 %
    /// [derived]; plasma 1.025 [recalled: clinical chemistry].
    #[must_use]
    pub fn density_g_ml(self) -> f64 {
        match self {
            Self::Saline => 1.005,
            Self::LidocaineSaline => 1.006,
            Self::Plasma => 1.025,
        }
    }

    /// Viscosity in Pa·s at room temperature: saline 0.9 mPa·s [recalled: CLINICAL §8.2]; with lidocaine 3 % more [uncertain];
    /// plasma 1.5 mPa·s, from 1.1 (Freitas 1999) to 1.23 (serum) at 37 °C and 2–3 % a degree (Harkness 1971) [derived].
    #[must_use]
    pub fn viscosity_pa_s(self) -> f64 {
        match self {
            Self::Saline => 0.9e-3,
            Self::LidocaineSaline => 0.93e-3,
            Self::Plasma => 1.5e-3,
        }
    }
}
