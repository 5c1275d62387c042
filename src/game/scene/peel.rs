//! The whole body taken down to a layer, with the upper layer fading into the next, and cut by a plane with its section.
//!
//! **Invariant:** what is cut is judged by the resting skin above, for skin, layers and section alike, so that they meet.

use std::sync::Arc;

use bevy::asset::RenderAssetUsages;
use bevy::camera::visibility::NoFrustumCulling;
use bevy::mesh::{Indices, MeshVertexAttribute, MeshVertexBufferLayoutRef, PrimitiveTopology, VertexFormat};
use bevy::pbr::{MaterialPipeline, MaterialPipelineKey};
use bevy::prelude::*;
use bevy::render::render_resource::{AsBindGroup, RenderPipelineDescriptor, ShaderType, SpecializedMeshPipelineError};
use bevy::shader::ShaderRef;

use super::ink::srgb;
use super::model::{Cut, LayerView, PatientShape, Peel, SceneModel, SkinPoint};
use super::palette;
use super::patient::vertex_normals;
use crate::anatomy::Layer;
use crate::game::bridge;
use crate::geom::Vec3 as Mm;

const REST: MeshVertexAttribute = MeshVertexAttribute::new("SkinRest", 0x5eed_0004, VertexFormat::Float32x3);
/// Radius of a window that holds all of the body, mm.
const ALL_MM: f64 = 2000.0;
/// Less than this of a layer left is nothing.
const NOTHING: f64 = 0.004;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(MaterialPlugin::<PeelMaterial>::default()).add_systems(Update, draw.in_set(super::SceneSystems));
}

/// How the skin itself is opened for a peel.
#[must_use]
pub fn skin_view(peel: Peel) -> LayerView {
    match peel.cut.filter(|_| peel.layer > NOTHING) {
        Some(cut) => LayerView {
            opened: 1.0,
            centre: Some(SkinPoint { point: cut.at, normal: Mm::Z }),
            radius_mm: ALL_MM,
            cutaway: Some(cut.normal),
            skin_opacity: 1.0,
        },
        None if peel.cut.is_some() => LayerView::default(),
        None => LayerView { skin_opacity: (1.0 - peel.layer).clamp(0.0, 1.0), ..LayerView::default() },
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, ShaderType)]
struct Look {
    /// Normal of the cut towards the whole side; distance of the plane from the origin in units.
    cut: Vec4,
    /// Opacity, whether it is cut.
    look: Vec4,
}

#[derive(Asset, TypePath, AsBindGroup, Clone, Debug)]
#[bind_group_data(PeelKey)]
struct PeelMaterial {
    #[uniform(0)]
    look: Look,
    fading: bool,
}

#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct PeelKey {
    fading: bool,
}

impl From<&PeelMaterial> for PeelKey {
    fn from(material: &PeelMaterial) -> Self {
        Self { fading: material.fading }
    }
}

impl Material for PeelMaterial {
    fn vertex_shader() -> ShaderRef {
        super::shaders::PEEL.into()
    }
    fn fragment_shader() -> ShaderRef {
        super::shaders::PEEL.into()
    }
    fn alpha_mode(&self) -> AlphaMode {
        if self.fading { AlphaMode::Blend } else { AlphaMode::Opaque }
    }
    fn enable_prepass() -> bool {
        false
    }
    fn enable_shadows() -> bool {
        false
    }
    fn specialize(
        _pipeline: &MaterialPipeline,
        descriptor: &mut RenderPipelineDescriptor,
        layout: &MeshVertexBufferLayoutRef,
        key: MaterialPipelineKey<Self>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        descriptor.vertex.buffers = vec![layout.0.get_layout(&[
            Mesh::ATTRIBUTE_POSITION.at_shader_location(0),
            Mesh::ATTRIBUTE_NORMAL.at_shader_location(1),
            REST.at_shader_location(2),
            Mesh::ATTRIBUTE_COLOR.at_shader_location(3),
        ])?];
        descriptor.primitive.cull_mode = None;
        if let Some(depth) = &mut descriptor.depth_stencil
            && key.bind_group_data.fading
        {
            // A fading layer still hides its own far side.
            depth.depth_write_enabled = Some(true);
        }
        Ok(())
    }
}

#[derive(Default)]
struct Drawn {
    peel: Option<Peel>,
    shape: Option<Arc<PatientShape>>,
    shells: Vec<Option<Handle<Mesh>>>,
    entities: Vec<Entity>,
}

fn draw(
    mut commands: Commands,
    model: Res<SceneModel>,
    mut drawn: Local<Drawn>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<PeelMaterial>>,
) {
    let drawn = &mut *drawn;
    let same_shape = drawn.shape.as_ref().map(Arc::as_ptr) == model.patient.as_ref().map(Arc::as_ptr);
    if same_shape && drawn.peel == model.peel {
        return;
    }
    if !same_shape {
        drawn.shape.clone_from(&model.patient);
        drawn.shells = vec![None; model.patient.as_ref().map_or(0, |shape| shape.shells.len())];
    }
    drawn.peel = model.peel;
    for entity in drawn.entities.drain(..) {
        commands.entity(entity).despawn();
    }
    let (Some(shape), Some(peel)) = (&model.patient, model.peel) else { return };
    if shape.shells.is_empty() || peel.layer <= NOTHING {
        return;
    }
    let plane = peel.cut.map_or(Vec4::ZERO, |cut| bridge::direction(cut.normal).extend(bridge::length(cut.normal.dot(cut.at))));
    let cuts = if peel.cut.is_some() { 1.0 } else { 0.0 };
    let mut spawn = |name: &'static str, mesh: Handle<Mesh>, opacity: f32, cuts: f32| {
        let look = Look { cut: plane, look: Vec4::new(opacity, cuts, 0.0, 0.0) };
        let material = MeshMaterial3d(materials.add(PeelMaterial { look, fading: opacity < 1.0 }));
        drawn.entities.push(commands.spawn((Name::new(name), Mesh3d(mesh), material, NoFrustumCulling)).id());
    };
    // The lowest layer that is whole, and the one above it that fades. Shell k is the upper surface of layer k + 1.
    let whole = (peel.layer.ceil() as usize).clamp(1, shape.shells.len()) - 1;
    let left = 1.0 - (peel.layer - peel.layer.floor());
    let fading = (whole > 0 && left < 1.0 - NOTHING).then(|| (whole - 1, left as f32));
    for (k, opacity) in [Some((whole, 1.0)), fading].into_iter().flatten() {
        let mesh = drawn.shells[k].get_or_insert_with(|| meshes.add(shell(shape, k)));
        spawn("Layer of the body", mesh.clone(), opacity, cuts);
    }
    if let Some(section) = peel.cut.and_then(|cut| section(shape, &cut, whole + 1)) {
        spawn("Section", meshes.add(section), 1.0, 0.0);
    }
}

fn code(layer: Layer) -> f32 {
    f32::from(layer as u8) / 8.0
}

fn paint(layer: Layer) -> [f32; 4] {
    srgb(palette::layer(layer), code(layer))
}

/// The layer, or deep tissue where there is no bone.
fn deep(shape: &PatientShape, vertex: u32, layer: Layer) -> Layer {
    let boneless = shape.boneless.get(vertex as usize).is_some_and(|share| *share > 0.5);
    if layer == Layer::Bone && boneless { Layer::Deep } else { layer }
}

/// The upper surface of a layer over the whole body.
fn shell(shape: &PatientShape, k: usize) -> Mesh {
    let (layer, surface) = &shape.shells[k];
    let positions: Vec<Vec3> = surface.iter().map(|p| bridge::to_units(*p)).collect();
    let normals = vertex_normals(&positions, &shape.skin.triangles);
    let count = positions.len();
    build(
        positions.iter().map(Vec3::to_array).collect(),
        normals.iter().map(Vec3::to_array).collect(),
        shape.skin.positions.iter().map(|p| bridge::to_units(*p).to_array()).collect(),
        (0..count).map(|v| paint(deep(shape, v as u32, *layer))).collect(),
        shape.skin.triangles.iter().flatten().copied().collect(),
    )
}

/// The section along the plane: from the skin down through `layers` layers, each in its colour.
fn section(shape: &PatientShape, cut: &Cut, layers: usize) -> Option<Mesh> {
    let (mut positions, mut normals, mut rest, mut colours, mut indices) = (vec![], vec![], vec![], vec![], vec![]);
    let height = |v: u32| (shape.skin.positions[v as usize] - cut.at).dot(cut.normal);
    let facing = bridge::direction(-cut.normal).to_array();
    for t in &shape.skin.triangles {
        let heights = t.map(height);
        let cross = |i: usize, j: usize| {
            let (a, b) = (heights[i], heights[j]);
            ((a > 0.0) != (b > 0.0)).then(|| (t[i], t[j], a / (a - b)))
        };
        let ends: Vec<_> = [(0, 1), (1, 2), (2, 0)].into_iter().filter_map(|(i, j)| cross(i, j)).collect();
        let [one, two] = ends[..] else { continue };
        let surface = |k: usize| if k == 0 { &shape.skin.positions } else { &shape.shells[k - 1].1 };
        let at = |k: usize, (a, b, share): (u32, u32, f64)| surface(k)[a as usize].lerp(surface(k)[b as usize], share);
        for k in 0..layers.min(shape.shells.len()) {
            let layer = if k == 0 { Layer::Epidermis } else { deep(shape, one.0, shape.shells[k - 1].0) };
            let first = positions.len() as u32;
            for corner in [at(k, one), at(k, two), at(k + 1, two), at(k + 1, one)] {
                positions.push(bridge::to_units(corner).to_array());
                normals.push(facing);
                rest.push(bridge::to_units(corner).to_array());
                colours.push(paint(layer));
            }
            indices.extend([first, first + 1, first + 2, first, first + 2, first + 3]);
        }
    }
    (!indices.is_empty()).then(|| build(positions, normals, rest, colours, indices))
}

fn build(positions: Vec<[f32; 3]>, normals: Vec<[f32; 3]>, rest: Vec<[f32; 3]>, colours: Vec<[f32; 4]>, indices: Vec<u32>) -> Mesh {
    Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD)
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, positions)
        .with_inserted_attribute(Mesh::ATTRIBUTE_NORMAL, normals)
        .with_inserted_attribute(REST, rest)
        .with_inserted_attribute(Mesh::ATTRIBUTE_COLOR, colours)
        .with_inserted_indices(Indices::U32(indices))
}
