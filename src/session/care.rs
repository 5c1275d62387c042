//! What is done for skin whose artery holds product, once the hand has stopped.
//!
//! **Invariants:** there is something to care for only after a sign has shown; nothing here opens an artery: no drug is proven to take
//! `CaHA` out of one (CLINICAL §3.4), so that what was laid in it before the hand stopped decides the outcome.

/// A drug that is asked about when an artery is blocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Drug {
    /// Dissolves the hyaluronic acid of a hybrid and leaves the spheres [found: F43, PMID 38693639]; a carrier of cellulose has nothing for it.
    Hyaluronidase,
    /// Cleared cadaver samples in 24 h [found: F48a]; no effect in vitro or in the live pig, `CaHA` still there after 24 h [found: F48b,
    /// PMID 33544840]. The literature disagrees: giving it is neither asked for nor held against anybody.
    Thiosulfate,
}

/// An act of care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CareAct {
    /// Press the pale skin and count until the colour is back: more than 3 s is slow [recalled].
    PressSkin,
    /// Give a drug.
    Give(Drug),
}

impl CareAct {
    /// As a byte, for digests and recordings.
    pub(in crate::session) fn to_byte(self) -> u8 {
        match self {
            Self::PressSkin => 0,
            Self::Give(Drug::Hyaluronidase) => 1,
            Self::Give(Drug::Thiosulfate) => 2,
        }
    }

    /// From its byte.
    pub(in crate::session) fn from_byte(byte: u8) -> Option<Self> {
        Some(match byte {
            0 => Self::PressSkin,
            1 => Self::Give(Drug::Hyaluronidase),
            2 => Self::Give(Drug::Thiosulfate),
            _ => return None,
        })
    }
}
