//! Regions of the skin.

/// A named region of the skin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the field's own")]
pub enum Region {
    Scalp, Forehead, Temple, Glabella, Periorbital, Nose, Malar, Submalar, Preauricular, LowerCheek, Nasolabial,
    Perioral, Lips, Marionette, Jawline, Chin, Submental, NeckAnterior, NeckLateral, Decolletage, Ear, HandDorsum, Other,
}
