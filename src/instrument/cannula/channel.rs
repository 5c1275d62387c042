//! The channel that a layer is to a tip: how far up and down it may go before it meets another.

use crate::anatomy::{Layer, TissueSample};

/// Ways (depths, mm) in which a tip at a place is confined, and what lies beyond.
pub(super) struct Channel {
    pub(super) upper: f64,
    pub(super) above: Option<Layer>,
    pub(super) lower: f64,
    pub(super) below: Option<Layer>,
}

impl Channel {
    pub(super) fn of(from: Layer, sample: &TissueSample, radius: f64) -> Self {
        let stack = &sample.stack;
        let bone = stack.bone_mm - radius;
        let open = Self { upper: f64::NEG_INFINITY, above: None, lower: bone, below: Some(Layer::Bone) };
        match from {
            Layer::Fat => Self {
                upper: stack.dermis_mm + radius,
                above: Some(Layer::Dermis),
                lower: (stack.fat_mm - radius).min(bone),
                below: Some(Layer::Smas),
            },
            Layer::Deep => Self { upper: stack.smas_mm + radius, above: Some(Layer::Smas), ..open },
            Layer::Dermis => Self { upper: stack.epidermis_mm, above: Some(Layer::Epidermis), ..open },
            _ => open,
        }
    }
}
