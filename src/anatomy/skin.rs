//! The skin of one patient: surface, masks for drawing, landmarks.
//!
//! **Invariants:** vertex `i` is the same anatomical spot in every patient of the built-in head, and in every [`Detail`] that has
//! a vertex `i` (there it is also at the same place: both lie on the limit surface); a person's scan has its own vertices, and
//! [`Skin::reference`] says which spots they are. The origin is the midpoint between the tragi
//! (head) or the middle of the dorsum (hand).

use super::base::Base;
use super::phenotype::Phenotype;
use super::site::Part;
use crate::geom::Vec3;
use crate::geom::mesh::TriMesh;

/// How finely the skin is tiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// Level 1, about 30,000 triangles (hand: 14,000) (edges of 2–5 mm on the face): the surface of the simulation.
    Simulation,
    /// Level 2, about 121,000 triangles (hand: 54,000): portraits on a graphics card.
    Portrait,
}

/// An anatomical landmark of the soft tissue, named as Farkas (1994) names it; left and right are the patient's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the field's own")]
#[rustfmt::skip]
pub enum Landmark {
    Trichion, Glabella, Nasion, Pronasale, Subnasale, LabialeSuperius, Stomion, LabialeInferius, Sublabiale, Pogonion, Gnathion, Menton,
    CervicalPoint, Thyroid, SuprasternalNotch,
    TragusLeft, TragusRight, CheilionLeft, CheilionRight, GonionLeft, GonionRight, AntegonialNotchLeft, AntegonialNotchRight,
    AlareLeft, AlareRight, EndocanthionLeft, EndocanthionRight, ExocanthionLeft, ExocanthionRight, OrbitaleLeft, OrbitaleRight,
    ZygionLeft, ZygionRight, MastoidLeft, MastoidRight, ClavicleMidLeft, ClavicleMidRight, SubauraleLeft, SubauraleRight,
    // The hand: bones and joints on the dorsal skin unless they say otherwise; fingers are numbered from the thumb.
    WristMid, WristPalmar, StyloidRadial, StyloidUlnar, DorsumMid, PalmMid,
    MetacarpalBase2, MetacarpalBase3, MetacarpalBase4, MetacarpalBase5, MetacarpalHead1, MetacarpalHead2,
    MetacarpalHead3, MetacarpalHead4, MetacarpalHead5, Web1, Web2, Web3,
    Web4, Dactylion1, Dactylion2, Dactylion3, Dactylion4, Dactylion5,
}

impl Landmark {
    /// All landmarks of the head, neck and chest, in a fixed order.
    #[rustfmt::skip]
    pub const ALL: [Landmark; 39] = {
        use Landmark::*;
        [
            Trichion, Glabella, Nasion, Pronasale, Subnasale, LabialeSuperius, Stomion, LabialeInferius, Sublabiale, Pogonion, Gnathion, Menton,
            CervicalPoint, Thyroid, SuprasternalNotch,
            TragusLeft, TragusRight, CheilionLeft, CheilionRight, GonionLeft, GonionRight, AntegonialNotchLeft, AntegonialNotchRight,
            AlareLeft, AlareRight, EndocanthionLeft, EndocanthionRight, ExocanthionLeft, ExocanthionRight, OrbitaleLeft, OrbitaleRight,
            ZygionLeft, ZygionRight, MastoidLeft, MastoidRight, ClavicleMidLeft, ClavicleMidRight, SubauraleLeft, SubauraleRight,
        ]
    };

    /// All landmarks of the hand, in a fixed order.
    #[rustfmt::skip]
    pub const HAND: [Landmark; 24] = {
        use Landmark::*;
        [
            WristMid, WristPalmar, StyloidRadial, StyloidUlnar, DorsumMid, PalmMid,
            MetacarpalBase2, MetacarpalBase3, MetacarpalBase4, MetacarpalBase5, MetacarpalHead1, MetacarpalHead2,
            MetacarpalHead3, MetacarpalHead4, MetacarpalHead5, Web1, Web2, Web3,
            Web4, Dactylion1, Dactylion2, Dactylion3, Dactylion4, Dactylion5,
        ]
    };

    /// The landmarks of a part of the body, in a fixed order.
    #[must_use]
    pub fn of(part: Part) -> &'static [Landmark] {
        match part {
            Part::Head => &Self::ALL,
            Part::Hand => &Self::HAND,
        }
    }

    /// The names of the hand's landmarks, in the order of [`Landmark::HAND`].
    #[must_use]
    pub fn hand_names() -> [&'static str; 24] {
        Self::HAND.map(Landmark::name)
    }

    /// The names of the head's landmarks, in the order of [`Landmark::ALL`].
    pub fn names() -> [&'static str; 39] {
        Self::ALL.map(Landmark::name)
    }

    /// The name used in files.
    pub fn name(self) -> &'static str {
        const NAMES: [&str; 63] = [
            "trichion",
            "glabella",
            "nasion",
            "pronasale",
            "subnasale",
            "labiale_superius",
            "stomion",
            "labiale_inferius",
            "sublabiale",
            "pogonion",
            "gnathion",
            "menton",
            "cervical_point",
            "thyroid",
            "suprasternal_notch",
            "tragus_left",
            "tragus_right",
            "cheilion_left",
            "cheilion_right",
            "gonion_left",
            "gonion_right",
            "antegonial_notch_left",
            "antegonial_notch_right",
            "alare_left",
            "alare_right",
            "endocanthion_left",
            "endocanthion_right",
            "exocanthion_left",
            "exocanthion_right",
            "orbitale_left",
            "orbitale_right",
            "zygion_left",
            "zygion_right",
            "mastoid_left",
            "mastoid_right",
            "clavicle_mid_left",
            "clavicle_mid_right",
            "subaurale_left",
            "subaurale_right",
            "wrist_mid",
            "wrist_palmar",
            "styloid_radial",
            "styloid_ulnar",
            "dorsum_mid",
            "palm_mid",
            "metacarpal_base_2",
            "metacarpal_base_3",
            "metacarpal_base_4",
            "metacarpal_base_5",
            "metacarpal_head_1",
            "metacarpal_head_2",
            "metacarpal_head_3",
            "metacarpal_head_4",
            "metacarpal_head_5",
            "web_1",
            "web_2",
            "web_3",
            "web_4",
            "dactylion_1",
            "dactylion_2",
            "dactylion_3",
            "dactylion_4",
            "dactylion_5",
        ];
        NAMES[self as usize]
    }

    /// The landmark of a name used in files.
    pub fn named(name: &str) -> Option<Landmark> {
        Landmark::ALL.into_iter().chain(Landmark::HAND).find(|l| l.name() == name)
    }
}

/// Where the landmarks are on one skin.
#[derive(Clone, Debug)]
pub struct Landmarks {
    pub(super) vertices: Vec<u32>,
    pub(super) positions: Vec<Vec3>,
}

impl Landmarks {
    /// Position in mm; the origin for a landmark of another part of the body.
    pub fn get(&self, landmark: Landmark) -> Vec3 {
        self.positions.get(landmark as usize).copied().unwrap_or(Vec3::ZERO)
    }
    /// Vertex of the skin; 0 for a landmark of another part of the body.
    pub fn vertex(&self, landmark: Landmark) -> u32 {
        self.vertices.get(landmark as usize).copied().unwrap_or(0)
    }
    /// The part of the body whose landmarks these are.
    pub fn part(&self) -> Part {
        if self.vertices.len() > Landmark::ALL.len() { Part::Hand } else { Part::Head }
    }
}

/// A part of the skin painted on the base, 0..1 per vertex.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mask {
    /// Vermilion of the lips.
    Lips,
    /// Eyebrows.
    Brows,
    /// Eyelids.
    Lids,
    /// Line of the upper lashes.
    Lashes,
    /// Auricles.
    Ears,
    /// Above the hairline, to be covered by the treatment cap: a ramp 10 mm wide, 0.5 at the hairline.
    Scalp,
    /// Inside the nostrils.
    Nostrils,
    /// Where skin is redder: cheeks, tip of the nose, ears, chin, sternum.
    Flush,
    /// Nails of the fingers.
    Nails,
    /// Share of the sky that neighbouring skin hides (0 open, 1 buried), for soft shading.
    Occlusion,
}

impl Mask {
    /// All masks, in a fixed order.
    pub const ALL: [Mask; 10] = [
        Mask::Lips,
        Mask::Brows,
        Mask::Lids,
        Mask::Lashes,
        Mask::Ears,
        Mask::Scalp,
        Mask::Nostrils,
        Mask::Flush,
        Mask::Nails,
        Mask::Occlusion,
    ];
    /// The name used in the base file.
    pub fn name(self) -> &'static str {
        [
            "lips",
            "brows",
            "lids",
            "lashes",
            "ears",
            "scalp",
            "nostrils",
            "flush",
            "nails",
            "occlusion",
        ][self as usize]
    }
}

/// The masks of one skin.
#[derive(Clone, Debug)]
pub struct Masks {
    values: Vec<Vec<f32>>,
}

impl Masks {
    /// Masks in the order of [`Mask::ALL`], each with one value per vertex.
    pub(super) fn new(values: Vec<Vec<f32>>) -> Masks {
        Masks { values }
    }

    /// A mask's values, one per vertex, 0..=1.
    pub fn get(&self, mask: Mask) -> &[f32] {
        &self.values[mask as usize]
    }
}

/// The skin of one patient.
#[derive(Clone, Debug)]
pub struct Skin {
    /// The surface: head, neck, upper chest, closed but for the cut at the fourth ribs; or a hand, closed but for the cut at the forearm.
    pub mesh: TriMesh,
    /// The same vertices on the base head (no morphs), in mm: coordinates that mean the same spot in every patient, for maps and textures.
    pub reference: Vec<Vec3>,
    /// Masks for drawing and for anatomy.
    pub masks: Masks,
    /// Landmarks.
    pub landmarks: Landmarks,
    /// How finely it is tiled.
    pub detail: Detail,
}

impl Skin {
    /// The skin of a phenotype on the built-in head.
    pub fn of(phenotype: &Phenotype, detail: Detail) -> Skin {
        Skin::from_base(Base::built_in(), phenotype, detail)
    }

    /// The skin of a phenotype.
    pub fn from_base(base: &Base, phenotype: &Phenotype, detail: Detail) -> Skin {
        let cage = base.morphed(phenotype);
        let mut positions = refine(base, &cage, detail);
        let vertices = base.landmarks.clone();
        let at = |l: Landmark| positions[vertices[l as usize] as usize];
        let origin = match base.part {
            Part::Head => (at(Landmark::TragusLeft) + at(Landmark::TragusRight)) * 0.5,
            Part::Hand => at(Landmark::DorsumMid),
        };
        for p in &mut positions {
            *p -= origin;
        }
        let reference = refine(base, &base.cage, detail);
        let mut landmark_positions: Vec<Vec3> = vertices.iter().map(|v| positions[*v as usize]).collect();
        // Those before the part's own belong to another part.
        let before = Landmark::of(base.part).first().map_or(0, |first| *first as usize);
        landmark_positions[..before].fill(Vec3::ZERO);
        let count = positions.len();
        let masks = base
            .masks
            .iter()
            .map(|m| m[..count].iter().map(|b| f32::from(*b) / 255.0).collect())
            .collect();
        let triangles = base.faces[detail as usize].triangles();
        Skin {
            mesh: TriMesh::new(positions, triangles),
            reference,
            masks: Masks { values: masks },
            landmarks: Landmarks {
                vertices,
                positions: landmark_positions,
            },
            detail,
        }
    }
}

/// Limit positions of a level, with the relief.
fn refine(base: &Base, cage: &[Vec3], detail: Detail) -> Vec<Vec3> {
    let [first, second] = &base.levels;
    let level_1 = first.stencil.apply(cage);
    let mut limit = match detail {
        Detail::Simulation => first.limit.apply(&level_1),
        Detail::Portrait => second.limit.apply(&second.stencil.apply(&level_1)),
    };
    for (p, d) in limit.iter_mut().zip(&base.relief) {
        *p += *d;
    }
    limit
}
