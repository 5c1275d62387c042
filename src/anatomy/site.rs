//! Sites: the parts of a patient that are treated, each with its own regions and its own layers.
//!
//! **Invariant:** a region belongs to one site at most; a site's layers are listed from outside inwards.

use super::layer::LayerStack;
use super::region::Region;

/// A part of the body that one base models.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Head, neck and upper chest. Axes: +x patient's left, +y up, +z out of the face; origin midway between the tragi.
    Head,
    /// The left hand with its wrist. Axes: +x radial (to the thumb), +y distal (to the fingers), +z dorsal; origin at the
    /// middle of the dorsum ([`Landmark::DorsumMid`](super::Landmark::DorsumMid)).
    Hand,
}

/// A part of the patient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Site {
    /// From the hairline to the mandible, with ears and scalp: the whole head.
    Face,
    /// From the mandible to the clavicles.
    Neck,
    /// From the clavicles to the upper breast.
    Decolletage,
    /// The back of a hand, with the wrist, the palm and the fingers that it hangs on.
    Hand,
}

impl Site {
    /// Every site with its name in files and on the command line.
    pub const ALL: [(Site, &'static str); 4] =
        [(Site::Face, "face"), (Site::Neck, "neck"), (Site::Decolletage, "decolletage"), (Site::Hand, "hand")];

    /// The site's name in files and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The site of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(site, _)| *site)
    }

    /// The part of the body that the site belongs to.
    #[must_use]
    pub fn part(self) -> Part {
        if self == Site::Hand { Part::Hand } else { Part::Head }
    }

    /// The site that a region belongs to; none for the nape, the shoulders and the back.
    #[must_use]
    pub fn of(region: Region) -> Option<Self> {
        match region {
            Region::Submental | Region::NeckAnterior | Region::NeckLateral => Some(Site::Neck),
            Region::Decolletage => Some(Site::Decolletage),
            Region::HandDorsum | Region::Wrist | Region::Palm | Region::Fingers => Some(Site::Hand),
            Region::Other => None,
            _ => Some(Site::Face),
        }
    }

    /// The layers that the site has, from outside inwards. The neck has no bone within reach (`CLINICAL.md` §1.3: n/a).
    #[must_use]
    pub fn layers(self) -> &'static [SiteLayer] {
        use SiteLayer::{Bone, Dermis, Fascia, Hypodermis, Platysma, Skin, Smas, Tendon};
        match self {
            Site::Face => &[Skin, Dermis, Hypodermis, Smas, Bone],
            Site::Neck => &[Skin, Dermis, Hypodermis, Platysma],
            Site::Decolletage => &[Skin, Dermis, Hypodermis, Fascia, Bone],
            Site::Hand => &[Skin, Dermis, Hypodermis, Fascia, Tendon, Bone],
        }
    }

    /// The site's layer of a name.
    ///
    /// # Errors
    /// [`SiteError::Layer`] where the site has no such layer.
    pub fn layer(self, name: &str) -> Result<SiteLayer, SiteError> {
        let known = self.layers().iter().find(|layer| layer.name() == name);
        known.copied().ok_or_else(|| SiteError::Layer {
            site: self.name(),
            got: name.to_owned(),
            allowed: self.layers().iter().map(|layer| layer.name()).collect::<Vec<_>>().join(", "),
        })
    }
}

/// Why a site has no such surface.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SiteError {
    /// Another site has this layer, or none.
    #[error("the site \"{site}\" has no layer \"{got}\", allowed: {allowed}")]
    Layer {
        /// The site.
        site: &'static str,
        /// The layer asked for.
        got: String,
        /// The layers that the site has.
        allowed: String,
    },
    /// The patient's mesh is of another part of the body.
    #[error("no site \"{site}\" on this part of the body")]
    Absent {
        /// The site.
        site: &'static str,
    },
}

/// A layer of a site, known by its upper surface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SiteLayer {
    /// Skin: begins at depth 0.
    Skin,
    /// Dermis: begins at the epidermis–dermis boundary.
    Dermis,
    /// Hypodermis (superficial fat): begins at the dermal–fat boundary.
    Hypodermis,
    /// SMAS: begins where the superficial fat of the face ends.
    Smas,
    /// Platysma: begins where the superficial fat of the neck ends.
    Platysma,
    /// Fascia: of pectoralis major on the chest, the dorsal fascia over the tendons on the hand; begins where the fat ends.
    Fascia,
    /// Plane of the extensor tendons: begins under the dorsal fascia.
    Tendon,
    /// Bone.
    Bone,
}

impl SiteLayer {
    /// Name in files and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["skin", "dermis", "hypodermis", "smas", "platysma", "fascia", "tendon", "bone"][self as usize]
    }

    /// Depth of the layer's upper surface below the skin, mm.
    #[must_use]
    pub fn begins_mm(self, stack: &LayerStack) -> f64 {
        match self {
            SiteLayer::Skin => 0.0,
            SiteLayer::Dermis => stack.epidermis_mm,
            SiteLayer::Hypodermis => stack.dermis_mm,
            SiteLayer::Smas | SiteLayer::Platysma | SiteLayer::Fascia => stack.fat_mm,
            SiteLayer::Tendon => stack.smas_mm,
            SiteLayer::Bone => stack.bone_mm,
        }
    }
}
