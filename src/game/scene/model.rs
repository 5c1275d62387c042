//! What the scene draws from: plain values in mm, filled each frame by the flow (or by a picture's author). The scene never asks the simulation.
//!
//! **Invariant:** all points are in space as the eye sees them, mm; a change of an `Arc` (by pointer) or of a list is what makes a mesh be built again.

use std::sync::Arc;

use bevy::prelude::Resource;

use crate::anatomy::{HazardKind, Layer};
use crate::game::ramp::Ramp;
use crate::geom::Vec3;
use crate::geom::mesh::TriMesh;

/// The patient's surfaces as the scene draws them.
#[derive(Clone, Debug, Default)]
pub struct PatientShape {
    /// The skin.
    pub skin: TriMesh,
    /// Paint on the skin.
    pub paint: SkinPaint,
    /// Upper surfaces of the inner layers, outermost first, vertex for vertex below the skin.
    pub shells: Vec<(Layer, Vec<Vec3>)>,
    /// Where no bone lies within reach, 0 to 1 for each vertex; an empty list means nowhere. What is below is drawn as deep tissue.
    pub boneless: Vec<f32>,
    /// The skin's vertices on the head without a phenotype, mm from the midpoint of its ears; empty where there is no such head.
    pub reference: Vec<Vec3>,
    /// The landmarks there, in the order of [`crate::anatomy::Landmark::ALL`].
    pub landmarks: Vec<Vec3>,
    /// Fitzpatrick skin type, 1 to 6.
    pub skin_type: u8,
    /// Age in years.
    pub age_years: f64,
    /// Laxity of the skin, 0 to 1.
    pub laxity: f64,
    /// A man's skin has the shadow of a shaven beard.
    pub bearded: bool,
    /// What shows through the back of a hand; a head has none.
    pub dorsum: Option<Dorsum>,
    /// Which person: where spots and blotches lie.
    pub seed: u64,
}

/// What shows through the skin of the back of a hand, mm on the hand without a phenotype from the middle of its dorsum.
#[derive(Clone, Debug, Default)]
pub struct Dorsum {
    /// Base and head of the second to fifth metacarpal, tip of the finger.
    pub rays: Vec<[Vec3; 3]>,
    /// Courses of the superficial veins.
    pub veins: Vec<Vec<Vec3>>,
}

/// Masks on the skin's vertices, each 0 to 1; an empty list means 0 everywhere.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs, reason = "the names are the parts of the face")]
pub struct SkinPaint {
    pub lips: Vec<f32>,
    pub brows: Vec<f32>,
    pub lashes: Vec<f32>,
    pub lids: Vec<f32>,
    pub cap: Vec<f32>,
    pub flush: Vec<f32>,
    pub nostrils: Vec<f32>,
    pub drape: Vec<f32>,
    pub nails: Vec<f32>,
}

/// A point of the skin with its outward normal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SkinPoint {
    /// Point in mm.
    pub point: Vec3,
    /// Unit outward normal.
    pub normal: Vec3,
}

/// How far the patient is opened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LayerView {
    /// 0: closed; 1: epidermis off, 2: dermis off, 3: fat off, 4: SMAS off, 5: down to bone. Fractions open the next terrace.
    pub opened: f64,
    /// Middle of the opening; without one nothing is opened.
    pub centre: Option<SkinPoint>,
    /// Radius of the outermost terrace in mm.
    pub radius_mm: f64,
    /// Cuts the opening along a plane through its middle with this normal (in the skin plane): only that side is opened, all layers alike.
    pub cutaway: Option<Vec3>,
    /// Opacity of the skin, 0 to 1.
    pub skin_opacity: f64,
}

impl Default for LayerView {
    fn default() -> Self {
        Self { opened: 0.0, centre: None, radius_mm: 32.0, cutaway: None, skin_opacity: 1.0 }
    }
}

/// The cannula and its syringe.
#[derive(Clone, Debug, PartialEq)]
pub struct CannulaPose {
    /// Nodes of the shaft from hub to tip, in space. The drawn shaft is these nodes.
    pub nodes: Vec<Vec3>,
    /// Outer diameter in mm.
    pub outer_mm: f64,
    /// Unit direction of the hub, towards the tip.
    pub direction: Vec3,
    /// Colour of the hub, sRGB (ISO 6009 code of the gauge).
    pub hub_colour: [u8; 3],
    /// Product left in the syringe, 0 to 1 of its capacity.
    pub left: f64,
    /// Capacity of the syringe in mL.
    pub capacity_ml: f64,
    /// Length along the shaft from the hub to the entry point in mm; `None` outside.
    pub entry_arc_mm: Option<f64>,
    /// Layer at the tip.
    pub tip_layer: Layer,
    /// Port, when product leaves it.
    pub flowing_at: Option<Vec3>,
    /// Skin under what is outside of the patient, from the tip's side backwards, with the height above it and the half width of what
    /// stands there, mm.
    pub shade: Vec<(SkinPoint, f64, f64)>,
}

/// A finger of the other hand on the skin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FingerPose {
    /// Where it touches.
    pub at: SkinPoint,
    /// Its force on the skin, N.
    pub force: Vec3,
}

/// Skin that goes along with a finger: all of it one way, fading with the distance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pull {
    /// Point of the resting skin under the finger, mm.
    pub at: Vec3,
    /// Movement there, mm.
    pub by: Vec3,
    /// Distance over which it falls to 1/e, mm.
    pub reach_mm: f64,
}

impl Pull {
    /// Where a point of the resting patient (mm) is drawn.
    #[must_use]
    pub fn moves(&self, point: Vec3) -> Vec3 {
        point + self.by * crate::geom::math::exp(-self.at.distance(point) / self.reach_mm)
    }
}

/// A stretch of product.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DepositShape {
    /// Middle, mm.
    pub position: Vec3,
    /// Unit direction along the thread.
    pub direction: Vec3,
    /// Length in mm.
    pub length_mm: f64,
    /// Radius in mm.
    pub radius_mm: f64,
}

/// A quantity on the zone's skin: the areal dose, or another one with its own ramp.
#[derive(Clone, Debug, Default)]
pub struct DoseMap {
    /// Points of the skin with their normals.
    pub points: Vec<SkinPoint>,
    /// Triangles over the points.
    pub triangles: Vec<[u32; 3]>,
    /// Value per point: of the dose mg/cm².
    pub mg_cm2: Vec<f32>,
    /// Value at the upper end of the ramp.
    pub full_mg_cm2: f32,
    /// Its ramp.
    pub ramp: Ramp,
}

/// What product makes of the skin over a zone, cell by cell of a flat chart: seen along the chart's normal it lies on the skin.
#[derive(Clone, Debug, PartialEq)]
pub struct SkinField {
    /// Corner of the first cell, on the chart's plane, mm.
    pub corner: Vec3,
    /// Unit axes of the chart: columns, rows, out of the skin.
    pub axes: [Vec3; 3],
    /// Side of a cell, mm.
    pub cell_mm: f64,
    /// Columns and rows.
    pub size: (usize, usize),
    /// How white the skin is, 0 to 1, row by row; none where the chart has no skin.
    pub white: Vec<Option<f32>>,
    /// How high it stands over its resting shape, mm.
    pub height_mm: Vec<f32>,
}

impl SkinField {
    /// How high the skin stands over a point of its resting shape, mm, between the middles of the cells as the skin's shader reads it.
    #[must_use]
    pub fn height_at(&self, point: Vec3) -> f64 {
        let from = point - self.corner;
        let [x, y] = [self.axes[0], self.axes[1]].map(|axis| from.dot(axis) / self.cell_mm - 0.5);
        let cell = |column: f64, row: f64| {
            let inside = column >= 0.0 && row >= 0.0 && column < self.size.0 as f64 && row < self.size.1 as f64;
            let index = inside.then(|| row as usize * self.size.0 + column as usize)?;
            self.white.get(index)?.and(self.height_mm.get(index)).map(|height| f64::from(*height))
        };
        let (column, row) = (x.floor(), y.floor());
        let (s, t) = (x - column, y - row);
        let at = |i: f64, j: f64| cell(column + i, row + j).unwrap_or(0.0);
        (at(0.0, 0.0) * (1.0 - s) + at(1.0, 0.0) * s) * (1.0 - t) + (at(0.0, 1.0) * (1.0 - s) + at(1.0, 1.0) * s) * t
    }
}

/// Skin whose artery is shut.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pale {
    /// Its territory.
    pub spot: Spot,
    /// Pallor in its middle, 0 to 1.
    pub pallor: f32,
    /// Livedo in its middle, 0 to 1.
    pub livedo: f32,
}

/// A place to point at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Where on the skin.
    pub at: SkinPoint,
    /// Radius in mm.
    pub radius_mm: f64,
}

/// What a mark on the skin means; each has its own colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// In target.
    Target,
    /// Wants attention.
    Attention,
    /// A fault.
    Fault,
    /// Plain information.
    Info,
}

/// A vessel, nerve or gland.
#[derive(Clone, Debug, PartialEq)]
pub struct HazardShape {
    /// Course, mm.
    pub points: Vec<Vec3>,
    /// Normals of the skin above the course.
    pub outward: Vec<Vec3>,
    /// Radius in mm.
    pub radius_mm: f64,
    /// Colour, sRGB.
    pub colour: [u8; 3],
    /// What it is: each kind has its own form beside its colour.
    pub kind: HazardKind,
    /// Drawn dashed, because its course is uncertain.
    pub dashed: bool,
}

/// What a drawing on the skin says; each has its own ink.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Borders of regions.
    Region,
    /// Where product must not go: hatched.
    NoGo,
    /// Tension lines.
    Tension,
    /// Landmarks.
    Landmark,
    /// A surgical pen.
    Pen,
}

/// Lines and dots on the skin that are switched together.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// What they say.
    pub ink: Ink,
    /// Lines; a closed one ends with its first point.
    pub lines: Vec<Vec<SkinPoint>>,
    /// Dots.
    pub dots: Vec<SkinPoint>,
}

/// A plane that cuts the body: one side is taken down to the layer that is shown, the other stays whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cut {
    /// A point of the plane, mm.
    pub at: Vec3,
    /// Unit normal towards the side that stays whole; it lies in the picture's plane from the front (z = 0).
    pub normal: Vec3,
}

/// All of the body shown down to one layer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Peel {
    /// 0: skin; 1: dermis, 2: fat, 3: SMAS and platysma, 4: muscle, 5: bone. Between two the upper one fades.
    pub layer: f64,
    /// Where it is cut; without a plane both sides are taken down.
    pub cut: Option<Cut>,
}

/// All that the scene draws.
#[derive(Resource, Clone, Debug, Default)]
pub struct SceneModel {
    /// The patient.
    pub patient: Option<Arc<PatientShape>>,
    /// How far it is opened.
    pub layers: LayerView,
    /// Outline of the zone on the skin, closed.
    pub zone: Option<Arc<Vec<SkinPoint>>>,
    /// Proposed entry points.
    pub proposed: Vec<SkinPoint>,
    /// Entry points made.
    pub entries: Vec<SkinPoint>,
    /// Drawings on the skin.
    pub drawings: Vec<Arc<Drawing>>,
    /// What a pen has drawn on the skin.
    pub marks: Option<Arc<Drawing>>,
    /// The whole body down to a layer; [`SceneModel::layers`] opens no window while it is set.
    pub peel: Option<Peel>,
    /// The place of the skin that is being read.
    pub probe: Option<SkinPoint>,
    /// Cannula and syringe.
    pub cannula: Option<CannulaPose>,
    /// Cannula of an expert to compare with.
    pub ghost: Option<CannulaPose>,
    /// The other hand.
    pub finger: Option<FingerPose>,
    /// Skin that goes along with it; points elsewhere in the model lie where it has taken them.
    pub pull: Option<Pull>,
    /// Lifted skin: foot and height in mm.
    pub tent: Option<(SkinPoint, f64)>,
    /// Skin whose artery is shut.
    pub pale: Vec<Pale>,
    /// Skin that product whitens and raises.
    pub skin: Option<Arc<SkinField>>,
    /// Product in the tissue.
    pub deposits: Vec<DepositShape>,
    /// Threads of an expert to compare with.
    pub ghost_deposits: Vec<DepositShape>,
    /// Dose on the skin.
    pub dose: Option<Arc<DoseMap>>,
    /// Hot spots of nodule risk.
    pub hot_spots: Vec<Spot>,
    /// Hazards that are shown.
    pub hazards: Option<Arc<Vec<HazardShape>>>,
    /// A finding's place.
    pub highlight: Option<(Spot, Tone)>,
    /// Whether cannula and threads shine through the skin.
    pub assists: bool,
}
