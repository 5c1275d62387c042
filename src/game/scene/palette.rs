//! Colours of the scene, the same as the panels' tokens.

use super::model::Tone;
use crate::anatomy::Layer;

/// What shines through the skin: the shaft.
pub(super) const INFO: [u8; 3] = [0x9F, 0xE8, 0xFF];
/// Another's attempt beside one's own: cannula and threads, always dashed too.
pub(super) const GHOST: [u8; 3] = [0xC6, 0xA8, 0xFF];
/// Product.
pub(super) const PRODUCT: [u8; 3] = [0xF4, 0xF1, 0xE8];

/// Colour of a tone.
pub(super) fn tone(tone: Tone) -> [u8; 3] {
    match tone {
        Tone::Target => [0x4F, 0xBF, 0xA8],
        Tone::Attention => [0xF0, 0xB4, 0x4C],
        Tone::Fault => [0xE8, 0x60, 0x4C],
        Tone::Info => INFO,
    }
}

/// Colour of a layer.
pub(super) fn layer(layer: Layer) -> [u8; 3] {
    match layer {
        Layer::Outside => [0x93, 0xA4, 0xB1],
        Layer::Epidermis => [0xEB, 0xC7, 0xB2],
        Layer::Dermis => [0xC9, 0x83, 0x7A],
        Layer::Fat => [0xE8, 0xC6, 0x6A],
        Layer::Smas => [0xA9, 0xB8, 0xC2],
        Layer::Deep => [0x8C, 0x4A, 0x48],
        Layer::Bone => [0xE9, 0xE2, 0xD0],
    }
}
