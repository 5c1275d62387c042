//! The skin of one patient: surface, masks for drawing, landmarks.
//!
//! **Invariants:** vertex `i` is the same anatomical spot in every patient of the built-in head, and in every [`Detail`] that has
//! a vertex `i` (there it is also at the same place: both lie on the limit surface); a person's scan has its own vertices, and
//! [`Skin::reference`] says which spots they are. The origin is the midpoint between the tragi.

use super::base::Base;
use super::phenotype::Phenotype;
use crate::geom::Vec3;
use crate::geom::mesh::TriMesh;

/// How finely the skin is tiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// Level 1, about 29,000 triangles (edges of 2–5 mm on the face): the surface of the simulation.
    Simulation,
    /// Level 2, about 117,000 triangles: portraits on a graphics card.
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
}

impl Landmark {
    /// All landmarks, in a fixed order.
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

    /// The names of all landmarks, in the order of [`Landmark::ALL`].
    pub fn names() -> [&'static str; 39] {
        Self::ALL.map(Landmark::name)
    }

    /// The name used in files.
    pub fn name(self) -> &'static str {
        const NAMES: [&str; 39] = [
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
        ];
        NAMES[self as usize]
    }

    /// The landmark of a name used in files.
    pub fn named(name: &str) -> Option<Landmark> {
        Landmark::ALL.into_iter().find(|l| l.name() == name)
    }
}

/// Where the landmarks are on one skin.
#[derive(Clone, Debug)]
pub struct Landmarks {
    pub(super) vertices: Vec<u32>,
    pub(super) positions: Vec<Vec3>,
}

impl Landmarks {
    /// Position in mm.
    pub fn get(&self, landmark: Landmark) -> Vec3 {
        self.positions[landmark as usize]
    }
    /// Vertex of the skin.
    pub fn vertex(&self, landmark: Landmark) -> u32 {
        self.vertices[landmark as usize]
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
    /// Share of the sky that neighbouring skin hides (0 open, 1 buried), for soft shading.
    Occlusion,
}

impl Mask {
    /// All masks, in a fixed order.
    pub const ALL: [Mask; 9] = [
        Mask::Lips,
        Mask::Brows,
        Mask::Lids,
        Mask::Lashes,
        Mask::Ears,
        Mask::Scalp,
        Mask::Nostrils,
        Mask::Flush,
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
    /// The surface: head, neck, upper chest; closed but for the cut below the clavicles.
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
        let origin = (at(Landmark::TragusLeft) + at(Landmark::TragusRight)) * 0.5;
        for p in &mut positions {
            *p -= origin;
        }
        let reference = refine(base, &base.cage, detail);
        let landmark_positions = vertices.iter().map(|v| positions[*v as usize]).collect();
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
