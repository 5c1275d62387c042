//! How each layer pushes back on a tube: read from `assets/tissue.ron`, where the sources stand.
//!
//! **Invariant:** nothing here knows a cannula from a needle, nor a tip by its name: what an edge meets follows from its width and
//! its radius alone.

use super::massage::MassageMechanics;
use super::perfusion::PerfusionModel;
use super::swelling::SwellingModel;
use super::traction::TractionModel;
use crate::anatomy::Layer;
use std::f64::consts::PI;
use crate::source::{self, Checker, Problems};

/// Pressure at which a cavity grows without bound in a neo-Hookean solid, in Young's moduli (Gent & Lindley 1959 [recalled]).
const CAVITY: f64 = 5.0 / 6.0;

/// Mechanics of one layer.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LayerMechanics {
    /// Lateral foundation modulus, N/mm²; larger: the track holds the shaft more firmly. Taken as the layer's Young's modulus.
    pub foundation_n_mm2: f64,
    /// Toughness: energy to tear a unit of area with an ideally sharp edge, N/mm (= kJ/m²).
    pub toughness_n_mm: f64,
    /// Work of failure: energy to stretch a unit of volume until it tears, N/mm² (= MJ/m³).
    pub failure_n_mm2: f64,
    /// Sliding friction of the shaft, N/mm.
    pub friction_n_mm: f64,
    /// Lateral load at which the shaft tears the tissue sideways, N/mm.
    pub lateral_yield_n_mm: f64,
    /// Pressure that product must overcome at the port, Pa.
    pub back_pressure_pa: f64,
    /// Where the figures come from.
    pub source: String,
}

impl LayerMechanics {
    /// Force (N) with which an edge of radius `edge_mm` opens the layer over a width of `width_mm`:
    /// F = w (J + 2ρW) + 5/6·E·πw²/4.
    ///
    /// The first term tears a slit as wide as the tip; the energy of tearing grows from the toughness J of a sharp notch with the
    /// volume that an edge of radius ρ must strain to failure, T = J + 2ρW (the notch of Thomas 1955, J Polym Sci 18:177
    /// \[recalled\]; blunt punches cost soft solids more than sharp ones: Shergold & Fleck 2004, Proc R Soc A 460:3037
    /// \[recalled\]). The second spreads the slit to a round hole against the pressure at which a cavity grows in a rubber-like
    /// solid, 5E/6 (Gent & Lindley 1959 \[recalled\]). Where J/W is large against the tip, as in fat, the shape of the tip hardly
    /// matters; where it is small, as in dermis, it decides.
    #[must_use]
    pub fn opening_n(&self, width_mm: f64, edge_mm: f64) -> f64 {
        tearing_n(self.toughness_n_mm, self.failure_n_mm2, width_mm, edge_mm)
            + CAVITY * self.foundation_n_mm2 * 0.25 * PI * width_mm * width_mm
    }
}

/// Force (N) that tears a slit of `width_mm` with an edge of radius `edge_mm`: w (J + 2ρW).
#[must_use]
pub fn tearing_n(toughness_n_mm: f64, failure_n_mm2: f64, width_mm: f64, edge_mm: f64) -> f64 {
    width_mm * (toughness_n_mm + 2.0 * edge_mm * failure_n_mm2)
}

/// The skin at an entry point, and intact skin under a tip.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SkinMechanics {
    /// Stiffness of the hole's rim in the skin's plane, N/mm: the pivot of the shaft.
    pub pivot_n_mm: f64,
    /// Stiffness of the hole's rim along the skin normal, N/mm: skin afloat on fat.
    pub pivot_normal_n_mm: f64,
    /// Stiffness of intact skin under a tip, N/mm.
    pub press_n_mm: f64,
    /// Furthest that the tip may be from a hole to slip into it, mm.
    pub reach_mm: f64,
    /// How far skin goes along with a tip that presses on it before the tip slides, mm.
    pub drag_mm: f64,
    /// Length of the channel that the pilot needle left, mm.
    pub pilot_mm: f64,
    /// Where the figures come from.
    pub source: String,
}

/// What the tissue just ahead of and around a tip does.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TipMechanics {
    /// Radius of an edge that is ground, mm.
    pub ground_edge_mm: f64,
    /// How deep a tip dents a boundary before the boundary begins to tear, mm: as much of the tip's curve as has come to bear then
    /// is the width of the first tear.
    pub toe_mm: f64,
    /// Axial stiffness of the tissue before the tip slides, N/mm.
    pub axial_n_mm: f64,
    /// Length over which displaced tissue ahead of the tip comes to rest, mm.
    pub lead_mm: f64,
    /// Displacement over which a wall takes up its stiffness, mm.
    pub wall_smoothing_mm: f64,
    /// Length of shaft behind the tip whose load counts as the tip's, mm.
    pub patch_mm: f64,
    /// Share of the resistance that is left in a track carved before.
    pub old_track_share: f64,
    /// Pressure with which tissue that was pushed aside grips the shaft, Pa; larger: less product creeps back along it.
    pub grip_pa: f64,
    /// Where the figures come from.
    pub source: String,
}

impl TipMechanics {
    /// Pressure with which the track grips a shaft of `radius_mm` whose tip opened it with an edge of `edge_mm`, Pa: the edge pushes
    /// tissue aside over its own width and cuts the rest \[design\].
    #[must_use]
    pub fn grip_pa(&self, edge_mm: f64, radius_mm: f64) -> f64 {
        self.grip_pa * (edge_mm / radius_mm).min(1.0)
    }
}

/// Septa in fat: one in some of the cells of a lattice.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Septa {
    /// Edge of a cell, mm.
    pub cell_mm: f64,
    /// Share of cells that hold a septum.
    pub share: f64,
    /// Toughness of a septum, N/mm.
    pub toughness_n_mm: f64,
    /// Work of failure of the weakest septum, N/mm².
    pub least_n_mm2: f64,
    /// Work of failure of the strongest septum, N/mm².
    pub most_n_mm2: f64,
    /// Advance within which it gives way, mm.
    pub thickness_mm: f64,
    /// Where the figures come from.
    pub source: String,
}

/// How all tissue pushes back.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mechanics {
    /// Version of the file.
    pub version: u32,
    /// Epidermis.
    pub epidermis: LayerMechanics,
    /// Dermis.
    pub dermis: LayerMechanics,
    /// Superficial fat.
    pub fat: LayerMechanics,
    /// SMAS or platysma.
    pub smas: LayerMechanics,
    /// Deep fat and muscle.
    pub deep: LayerMechanics,
    /// Contact stiffness of bone, N/mm².
    pub bone_n_mm2: f64,
    /// The skin.
    pub skin: SkinMechanics,
    /// At the tip.
    pub tip: TipMechanics,
    /// Septa in fat.
    pub septa: Septa,
    /// Under a finger.
    pub massage: MassageMechanics,
    /// Skin whose artery holds product.
    pub perfusion: PerfusionModel,
    /// Tissue with product in it.
    pub swelling: SwellingModel,
    /// Skin that the other hand pulls.
    pub traction: TractionModel,
}

impl Mechanics {
    /// The built-in file, below the content directory.
    pub const FILE: &'static str = "assets/tissue.ron";
    /// The version of the file that this program reads.
    pub const VERSION: u32 = 2;

    /// Reads and checks a file; `file` is the name that problems carry.
    ///
    /// # Errors
    /// All problems of shape, type and range.
    pub fn parse(file: &str, text: &str) -> Result<Self, Problems> {
        Ok(source::read(file, text, check)?.value)
    }

    /// The mechanics of a layer; none outside and in bone.
    #[must_use]
    pub fn layer(&self, layer: Layer) -> Option<&LayerMechanics> {
        match layer {
            Layer::Outside | Layer::Bone => None,
            Layer::Epidermis => Some(&self.epidermis),
            Layer::Dermis => Some(&self.dermis),
            Layer::Fat => Some(&self.fat),
            Layer::Smas => Some(&self.smas),
            Layer::Deep => Some(&self.deep),
        }
    }

    /// Pressure that product must overcome at a port in the layer, Pa; 0 outside.
    #[must_use]
    pub fn back_pressure_pa(&self, layer: Option<Layer>) -> f64 {
        layer.and_then(|layer| self.layer(layer)).map_or(0.0, |layer| layer.back_pressure_pa)
    }
}

fn check(raw: &Mechanics, checker: &mut Checker) {
    checker.version(raw.version, Mechanics::VERSION);
    for (name, layer) in [
        ("epidermis", &raw.epidermis),
        ("dermis", &raw.dermis),
        ("fat", &raw.fat),
        ("smas", &raw.smas),
        ("deep", &raw.deep),
    ] {
        for (field, value, allowed) in [
            ("foundation_n_mm2", layer.foundation_n_mm2, 1e-4..=10.0),
            ("toughness_n_mm", layer.toughness_n_mm, 1e-3..=20.0),
            ("failure_n_mm2", layer.failure_n_mm2, 0.0..=100.0),
            ("friction_n_mm", layer.friction_n_mm, 0.0..=1.0),
            ("lateral_yield_n_mm", layer.lateral_yield_n_mm, 1e-3..=50.0),
            ("back_pressure_pa", layer.back_pressure_pa, 0.0..=1e6),
        ] {
            checker.range(&format!("{name}.{field}"), value, allowed);
        }
        checker.not_empty(&format!("{name}.source"), &layer.source);
    }
    for (field, value, allowed) in [
        ("bone_n_mm2", raw.bone_n_mm2, 1.0..=100.0),
        ("skin.pivot_n_mm", raw.skin.pivot_n_mm, 0.05..=50.0),
        ("skin.pivot_normal_n_mm", raw.skin.pivot_normal_n_mm, 0.01..=50.0),
        ("skin.press_n_mm", raw.skin.press_n_mm, 0.05..=20.0),
        ("skin.reach_mm", raw.skin.reach_mm, 0.1..=5.0),
        ("skin.drag_mm", raw.skin.drag_mm, 0.0..=10.0),
        ("skin.pilot_mm", raw.skin.pilot_mm, 0.5..=12.0),
        ("tip.ground_edge_mm", raw.tip.ground_edge_mm, 1e-4..=0.1),
        ("tip.toe_mm", raw.tip.toe_mm, 1e-3..=2.0),
        ("tip.axial_n_mm", raw.tip.axial_n_mm, 0.1..=20.0),
        ("tip.lead_mm", raw.tip.lead_mm, 0.5..=50.0),
        ("tip.wall_smoothing_mm", raw.tip.wall_smoothing_mm, 0.01..=1.0),
        ("tip.patch_mm", raw.tip.patch_mm, 0.5..=20.0),
        ("tip.old_track_share", raw.tip.old_track_share, 0.0..=1.0),
        ("tip.grip_pa", raw.tip.grip_pa, 0.0..=1e5),
        ("septa.cell_mm", raw.septa.cell_mm, 1.0..=50.0),
        ("septa.share", raw.septa.share, 0.0..=1.0),
        ("septa.toughness_n_mm", raw.septa.toughness_n_mm, 0.0..=5.0),
        ("septa.least_n_mm2", raw.septa.least_n_mm2, 0.0..=50.0),
        ("septa.most_n_mm2", raw.septa.most_n_mm2, 0.0..=50.0),
        ("septa.thickness_mm", raw.septa.thickness_mm, 0.05..=2.0),
        ("perfusion.half_ul", raw.perfusion.half_ul, 0.1..=1000.0),
        ("perfusion.lasting_ul", raw.perfusion.lasting_ul, 0.1..=5000.0),
        ("perfusion.collateral_s", raw.perfusion.collateral_s, 0.1..=3600.0),
        ("perfusion.pallor_s", raw.perfusion.pallor_s, 0.1..=600.0),
        ("perfusion.livedo_s", raw.perfusion.livedo_s, 0.1..=3600.0),
        ("perfusion.pain_s", raw.perfusion.pain_s, 0.1..=600.0),
        ("perfusion.refill_s", raw.perfusion.refill_s, 0.1..=3.0),
        ("perfusion.least_mm", raw.perfusion.least_mm, 0.5..=50.0),
        ("swelling.stiffening", raw.swelling.stiffening, 0.0..=100.0),
        ("traction.stiffness_n_mm", raw.traction.stiffness_n_mm, 0.05..=50.0),
        ("traction.most_mm", raw.traction.most_mm, 0.5..=30.0),
        ("traction.reach_mm", raw.traction.reach_mm, 1.0..=100.0),
        ("traction.finger_mm", raw.traction.finger_mm, 1.0..=20.0),
        ("traction.follow_s", raw.traction.follow_s, 0.01..=2.0),
        ("perfusion.most_mm", raw.perfusion.most_mm, 0.5..=100.0),
    ] {
        checker.range(field, value, allowed);
    }
    raw.massage.check(checker);
    checker.require(
        "septa.most_n_mm2",
        raw.septa.most_n_mm2 >= raw.septa.least_n_mm2,
        raw.septa.most_n_mm2,
        format!("at least least_n_mm2 = {}", raw.septa.least_n_mm2),
    );
    for (field, text) in
        [("skin.source", &raw.skin.source), ("tip.source", &raw.tip.source), ("septa.source", &raw.septa.source), ("perfusion.source", &raw.perfusion.source), ("traction.source", &raw.traction.source), ("swelling.source", &raw.swelling.source)]
    {
        checker.not_empty(field, text);
    }
}
