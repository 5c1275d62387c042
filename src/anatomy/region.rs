//! Regions of the skin.

use super::site::Part;

/// A named region of the skin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the field's own")]
pub enum Region {
    Scalp, Forehead, Temple, Glabella, Periorbital, Nose, Malar, Submalar, Preauricular, LowerCheek, Nasolabial,
    Perioral, Lips, Marionette, Jawline, Chin, Submental, NeckAnterior, NeckLateral, Decolletage, Ear, HandDorsum, Other, Wrist, Palm, Fingers,
}

impl Region {
    /// Every region with its name in files and reports, in the enum's order.
    pub const ALL: [(Region, &'static str); 26] = [
        (Region::Scalp, "scalp"),
        (Region::Forehead, "forehead"),
        (Region::Temple, "temple"),
        (Region::Glabella, "glabella"),
        (Region::Periorbital, "periorbital"),
        (Region::Nose, "nose"),
        (Region::Malar, "malar"),
        (Region::Submalar, "submalar"),
        (Region::Preauricular, "preauricular"),
        (Region::LowerCheek, "lower_cheek"),
        (Region::Nasolabial, "nasolabial"),
        (Region::Perioral, "perioral"),
        (Region::Lips, "lips"),
        (Region::Marionette, "marionette"),
        (Region::Jawline, "jawline"),
        (Region::Chin, "chin"),
        (Region::Submental, "submental"),
        (Region::NeckAnterior, "neck_anterior"),
        (Region::NeckLateral, "neck_lateral"),
        (Region::Decolletage, "decolletage"),
        (Region::Ear, "ear"),
        (Region::HandDorsum, "hand_dorsum"),
        (Region::Other, "other"),
        (Region::Wrist, "wrist"),
        (Region::Palm, "palm"),
        (Region::Fingers, "fingers"),
    ];

    /// The region's name in files and reports, `snake_case`.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The region of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(region, _)| *region)
    }

    /// The part of the body that the region lies on.
    #[must_use]
    pub fn part(self) -> Part {
        if matches!(self, Region::HandDorsum | Region::Wrist | Region::Palm | Region::Fingers) { Part::Hand } else { Part::Head }
    }

    /// Whether `CaHA` is never placed here, at any dilution: lips (nodules in 12.4 % of lip injections: PMID 16936541),
    /// periorbital and tear trough (F42), glabella and nose (at least 11 cases of lost sight, most at the nasal dorsum:
    /// PMID 41263987).
    #[must_use]
    pub fn is_no_go(self) -> bool {
        matches!(self, Region::Lips | Region::Periorbital | Region::Glabella | Region::Nose)
    }
}
