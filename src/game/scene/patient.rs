//! The patient's skin, cap and drape: one surface in three parts, each with as much of one shader as it needs.
//!
//! **Invariant:** a software renderer runs every branch of a shader for every pixel, so what only lips, brows or cloth have is compiled in
//! for their own triangles alone ([`Part`]).

use std::sync::Arc;

use bevy::asset::RenderAssetUsages;
use bevy::camera::visibility::NoFrustumCulling;
use bevy::mesh::{Indices, MeshVertexAttribute, MeshVertexBufferLayoutRef, PrimitiveTopology, VertexAttributeValues};
use bevy::pbr::{MaterialPipeline, MaterialPipelineKey};
use bevy::prelude::*;
use bevy::render::render_resource::{AsBindGroup, RenderPipelineDescriptor, ShaderType, SpecializedMeshPipelineError, VertexFormat};
use bevy::shader::ShaderRef;

use super::bake::bake;
use super::complexion::{complexion, flat};
use super::grain;
use super::hairline::above_hairline;
use super::layers::opening;
use super::model::{PatientShape, SceneModel, SkinField};
use super::quality::{Preset, Quality};
use super::refine::refine;
use super::skin_field::{self, Chart};
use crate::anatomy::Landmark;
use crate::game::bridge;

const PAINT: MeshVertexAttribute = MeshVertexAttribute::new("SkinPaint", 0x5eed_0001, VertexFormat::Unorm8x4);
const PAINT_2: MeshVertexAttribute = MeshVertexAttribute::new("SkinPaint2", 0x5eed_0002, VertexFormat::Unorm8x4);
const BAKED: MeshVertexAttribute = MeshVertexAttribute::new("SkinBaked", 0x5eed_0003, VertexFormat::Unorm8x4);
const REFERENCE: MeshVertexAttribute = MeshVertexAttribute::new("SkinReference", 0x5eed_0005, VertexFormat::Float32x3);
/// Most pale territories the shader can hold.
const PALE: usize = 16;
/// The cap's ramp from 0 to 1, mm; `skin.wgsl` knows it too.
const CAP_RAMP_MM: f32 = 40.0;
/// Share of the lips' colour that a nail has [design: drawing only].
const NAIL: f32 = 0.46;
/// Width of a tent in mm (Gaussian): skin of 1.5 to 2 mm over soft fat gives within two or three times its thickness [design: drawing only].
const TENT_WIDTH_MM: f64 = 4.5;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(MaterialPlugin::<SkinMaterial>::default())
        .init_resource::<Skin>()
        .init_resource::<Tiles>()
        .add_systems(Update, (rebuild, update).chain().in_set(super::SceneSystems));
}

/// Uniforms of the skin shader; see `skin.wgsl`.
#[derive(Clone, Copy, Debug, PartialEq, ShaderType, Default)]
struct SkinUniform {
    base: Vec4,
    tent: Vec4,
    tent_axis: Vec4,
    pull: Vec4,
    pulled: Vec4,
    window: Vec4,
    window_axis: Vec4,
    window_side: Vec4,
    look: Vec4,
    more: Vec3,
    field: Chart,
    pale: [Vec4; PALE],
    pallor: [Vec4; PALE / 4],
    livedo: [Vec4; PALE / 4],
}

#[derive(Asset, TypePath, AsBindGroup, Clone, Debug)]
#[bind_group_data(SkinKey)]
struct SkinMaterial {
    #[uniform(0)]
    skin: SkinUniform,
    #[texture(1)]
    #[sampler(2)]
    complexion: Handle<Image>,
    #[texture(3)]
    #[sampler(4)]
    relief: Handle<Image>,
    #[texture(5)]
    #[sampler(6)]
    hairs: Handle<Image>,
    #[texture(7)]
    #[sampler(8)]
    field: Handle<Image>,
    key: SkinKey,
}

/// Triangles with the same share of the shader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
enum Part {
    /// Nothing but skin.
    #[default]
    Bare,
    /// Lips, nails, brows, lashes, nostrils.
    Face,
    /// Cap and drape, and the skin at their edge.
    Cloth,
}

impl Part {
    const ALL: [Self; 3] = [Self::Bare, Self::Face, Self::Cloth];
}

#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
struct SkinKey {
    part: Part,
    see_through: bool,
    /// Some skin is pale: an artery is shut.
    pale: bool,
    /// For a coarse picture.
    coarse: bool,
}

impl From<&SkinMaterial> for SkinKey {
    fn from(material: &SkinMaterial) -> Self {
        material.key
    }
}

impl Material for SkinMaterial {
    fn vertex_shader() -> ShaderRef {
        super::shaders::SKIN.into()
    }
    fn fragment_shader() -> ShaderRef {
        super::shaders::SKIN.into()
    }
    fn alpha_mode(&self) -> AlphaMode {
        if self.key.see_through { AlphaMode::Blend } else { AlphaMode::Opaque }
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
            PAINT.at_shader_location(2),
            PAINT_2.at_shader_location(3),
            BAKED.at_shader_location(4),
            REFERENCE.at_shader_location(5),
        ])?];
        let SkinKey { part, see_through, pale, coarse } = key.bind_group_data;
        let defs = [("FACE", part == Part::Face), ("CLOTH", part == Part::Cloth), ("PALE", pale), ("COARSE", coarse)];
        for def in defs.iter().filter_map(|(def, on)| on.then_some(*def)) {
            descriptor.vertex.shader_defs.push(def.into());
            if let Some(fragment) = &mut descriptor.fragment {
                fragment.shader_defs.push(def.into());
            }
        }
        if let Some(depth) = &mut descriptor.depth_stencil
            && see_through
        {
            // A see-through face still hides its own far side.
            depth.depth_write_enabled = Some(true);
        }
        Ok(())
    }
}

/// Tiles that every skin shares.
#[derive(Resource)]
struct Tiles {
    relief: Handle<Image>,
    hairs: Handle<Image>,
    /// A field without anything on it.
    bare: Handle<Image>,
}

impl FromWorld for Tiles {
    fn from_world(world: &mut World) -> Self {
        let mut images = world.resource_mut::<Assets<Image>>();
        Self { relief: images.add(grain::relief()), hairs: images.add(grain::hairs()), bare: images.add(skin_field::image(None)) }
    }
}

/// The skin's parts and what they were built from.
#[derive(Resource, Default)]
struct Skin {
    parts: Vec<(Entity, Handle<SkinMaterial>)>,
    complexion: Handle<Image>,
    built_from: Option<Arc<PatientShape>>,
    level: u8,
    field: Option<Arc<SkinField>>,
}

fn rebuild(
    mut commands: Commands,
    model: Res<SceneModel>,
    quality: Res<Quality>,
    mut skin: ResMut<Skin>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<SkinMaterial>>,
    mut images: ResMut<Assets<Image>>,
    tiles: Res<Tiles>,
) {
    let same = match (&skin.built_from, &model.patient) {
        (Some(a), Some(b)) => Arc::ptr_eq(a, b),
        (None, None) => true,
        _ => false,
    };
    if same && (skin.level == quality.mesh_level() || model.patient.is_none()) {
        return;
    }
    skin.level = quality.mesh_level();
    if !same {
        skin.complexion = model.patient.as_ref().map(|shape| images.add(complexion(shape))).unwrap_or_default();
    }
    skin.built_from.clone_from(&model.patient);
    for (entity, _) in skin.parts.drain(..) {
        commands.entity(entity).despawn();
    }
    let Some(shape) = &model.patient else { return };
    // The cap's edge is found on the mesh it was painted on, before that is refined.
    let mut even = PatientShape { shells: vec![], ..shape.as_ref().clone() };
    even.paint.cap = cap(shape);
    skin.field = None;
    for (part, mesh) in skin_meshes(&if skin.level > 1 { refine(&even) } else { even }) {
        let material = materials.add(SkinMaterial {
            skin: SkinUniform::default(),
            complexion: skin.complexion.clone(),
            relief: tiles.relief.clone(),
            hairs: tiles.hairs.clone(),
            field: tiles.bare.clone(),
            key: SkinKey { part, ..default() },
        });
        let entity = commands.spawn((Name::new("Skin"), Mesh3d(meshes.add(mesh)), MeshMaterial3d(material.clone()), NoFrustumCulling)).id();
        skin.parts.push((entity, material));
    }
}

fn update(
    model: Res<SceneModel>,
    quality: Res<Quality>,
    mut skin: ResMut<Skin>,
    mut materials: ResMut<Assets<SkinMaterial>>,
    mut images: ResMut<Assets<Image>>,
    tiles: Res<Tiles>,
) {
    let Some(shape) = &model.patient else { return };
    let (albedo, melanin) = tone(shape.skin_type);
    let height = |landmark: Landmark| shape.landmarks.get(landmark as usize).map_or(0.0, |p| p.y as f32);
    let mut uniform = SkinUniform {
        base: albedo.extend(quality.detail_reach()),
        look: Vec4::new(model.layers.skin_opacity as f32, ((shape.age_years - 30.0) / 50.0).clamp(0.0, 1.0) as f32, grey(shape.age_years), melanin),
        more: Vec3::new(f32::from(u8::from(shape.bearded)), height(Landmark::Subnasale), height(Landmark::Menton)),
        ..default()
    };
    if let Some((foot, height_mm)) = model.tent {
        uniform.tent = bridge::to_units(foot.point).extend(bridge::length(height_mm));
        uniform.tent_axis = bridge::direction(foot.normal).extend(bridge::length(TENT_WIDTH_MM));
    }
    if let Some(pull) = model.pull {
        uniform.pull = bridge::to_units(pull.at).extend(1.0 / bridge::length(pull.reach_mm));
        uniform.pulled = bridge::to_units(pull.by).extend(0.0);
    }
    [uniform.window, uniform.window_axis, uniform.window_side] = opening(&model.layers, 0);
    for (k, pale) in model.pale.iter().take(PALE).enumerate() {
        uniform.pale[k] = bridge::to_units(pale.spot.at.point).extend(bridge::length(pale.spot.radius_mm));
        uniform.pallor[k / 4][k % 4] = pale.pallor.clamp(0.0, 1.0);
        uniform.livedo[k / 4][k % 4] = pale.livedo.clamp(0.0, 1.0);
    }
    uniform.field = model.skin.as_deref().map_or_else(Chart::default, Chart::of);
    let same_field = match (&skin.field, &model.skin) {
        (Some(a), Some(b)) => Arc::ptr_eq(a, b),
        (None, None) => true,
        _ => false,
    };
    let see_through = model.layers.skin_opacity < 0.999;
    let pale = model.pale.iter().any(|pale| pale.pallor > 0.0 || pale.livedo > 0.0);
    let coarse = quality.preset == Preset::Low;
    let field = match (&model.skin, same_field) {
        (_, true) => None,
        (Some(field), false) => Some(images.add(skin_field::image(Some(field)))),
        (None, false) => Some(tiles.bare.clone()),
    };
    for (_, material) in &skin.parts {
        let key = |part| SkinKey { part, see_through, pale, coarse };
        // A touched material is prepared again, so it is touched only when something changed.
        if field.is_none() && materials.get(material).is_some_and(|m| m.skin == uniform && m.key == key(m.key.part)) {
            continue;
        }
        if let Some(mut material) = materials.get_mut(material) {
            if let Some(field) = &field {
                material.field = field.clone();
            }
            material.skin = uniform;
            material.key = key(material.key.part);
        }
    }
    if field.is_some() {
        skin.field.clone_from(&model.skin);
    }
}

/// Albedo of the skin (linear) and melanin 0 to 1, by Fitzpatrick type; steps lie along the usual pale-to-deep line [design: drawing only].
fn tone(skin_type: u8) -> (Vec3, f32) {
    match skin_type {
        0 | 1 => (Vec3::new(0.73, 0.47, 0.365), 0.0),
        2 => (Vec3::new(0.68, 0.415, 0.305), 0.08),
        3 => (Vec3::new(0.59, 0.345, 0.235), 0.2),
        4 => (Vec3::new(0.44, 0.245, 0.155), 0.45),
        5 => (Vec3::new(0.26, 0.135, 0.080), 0.75),
        _ => (Vec3::new(0.125, 0.064, 0.040), 1.0),
    }
}

/// How grey brows are at an age [design: drawing only].
fn grey(age_years: f64) -> f32 {
    ((age_years - 48.0) / 40.0).clamp(0.0, 0.8) as f32
}

/// The cap as 0.5 + distance above the hairline ÷ 40 mm; without a hairline the mask of the scalp.
fn cap(shape: &PatientShape) -> Vec<f32> {
    let points = if shape.reference.len() == shape.skin.positions.len() { &shape.reference } else { &shape.skin.positions };
    let points: Vec<Vec3> = points.iter().map(|p| Vec3::new(p.x as f32, p.y as f32, p.z as f32)).collect();
    match above_hairline(&points, &shape.skin.triangles, &shape.paint.cap) {
        Some(line) => line.iter().map(|mm| (0.5 + mm / CAP_RAMP_MM).clamp(0.0, 1.0)).collect(),
        None => even_out(&shape.paint.cap, &shape.skin.triangles, 6),
    }
}

/// The skin's parts with their paint and baked light; cap and drape stand off the skin like cloth.
fn skin_meshes(shape: &PatientShape) -> Vec<(Part, Mesh)> {
    let paint = &shape.paint;
    let count = shape.skin.positions.len();
    let at = |mask: &[f32], v: usize| mask.get(v).copied().unwrap_or(0.0);
    let smooth = |a: f32, b: f32, x: f32| {
        let t = ((x - a) / (b - a)).clamp(0.0, 1.0);
        t * t * (3.0 - 2.0 * t)
    };
    let cap = &paint.cap;
    let brows = even_out(&paint.brows, &shape.skin.triangles, 1);
    let mut positions: Vec<Vec3> = Vec::with_capacity(count);
    for (v, (p, n)) in shape.skin.positions.iter().zip(&shape.skin.normals).enumerate() {
        let off_mm = 1.3 * smooth(0.44, 0.60, at(cap, v)) + 1.3 * smooth(0.55, 0.90, at(cap, v)) + 3.2 * smooth(0.42, 0.58, at(&paint.drape, v));
        positions.push(bridge::to_units(*p + *n * f64::from(off_mm)));
    }
    let normals = vertex_normals(&positions, &shape.skin.triangles);
    let baked = bake(&positions, &normals, &shape.skin.triangles);
    let byte = grain::byte;
    let reference = if shape.reference.len() == count { &shape.reference } else { &shape.skin.positions };
    let oil = oil(shape, reference);
    // A nail is drawn as pale lips are: rosy, smooth and bright.
    let rosy: Vec<f32> = (0..count).map(|v| at(&paint.lips, v).max(NAIL * at(&paint.nails, v))).collect();
    let reference: Vec<[f32; 3]> = match shape.dorsum {
        Some(_) => reference.iter().zip(&normals).map(|(p, n)| flat(p, n.z > 0.1)).collect(),
        None => reference.iter().map(|p| [p.x as f32, p.y as f32, p.z as f32]).collect(),
    };
    let quad = |masks: [&[f32]; 4], v: u32| masks.map(|m| byte(at(m, v as usize)));
    // The shader's own bounds, a little below.
    let part_of = |v: usize| {
        if at(cap, v) > 0.28 || at(&paint.drape, v) > 0.44 {
            Part::Cloth
        } else if rosy[v] > 0.26 || at(&brows, v) > 0.02 || at(&paint.lashes, v) > 0.40 || at(&paint.nostrils, v) > 0.18 {
            Part::Face
        } else {
            Part::Bare
        }
    };
    let parts: Vec<Part> = (0..count).map(part_of).collect();
    let of = |t: &[u32; 3]| {
        let parts = t.map(|v| parts[v as usize]);
        [Part::Cloth, Part::Face].into_iter().find(|part| parts.contains(part)).unwrap_or_default()
    };
    let mesh = |part: Part| {
        let triangles: Vec<[u32; 3]> = shape.skin.triangles.iter().filter(|t| of(t) == part).copied().collect();
        let mut place = vec![u32::MAX; count];
        let mut kept: Vec<u32> = Vec::new();
        for v in triangles.iter().flatten() {
            if place[*v as usize] == u32::MAX {
                place[*v as usize] = kept.len() as u32;
                kept.push(*v);
            }
        }
        let each = |of: &dyn Fn(u32) -> [u8; 4]| VertexAttributeValues::Unorm8x4(kept.iter().map(|v| of(*v)).collect());
        let light = |v: u32| {
            let b = &baked[v as usize];
            [byte(b.occlusion), byte(b.key), byte(b.thin), byte(oil[v as usize])]
        };
        let spots = |all: &[Vec3]| kept.iter().map(|v| all[*v as usize].to_array()).collect::<Vec<_>>();
        let mesh = Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD)
            .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, spots(&positions))
            .with_inserted_attribute(Mesh::ATTRIBUTE_NORMAL, spots(&normals))
            .with_inserted_attribute(PAINT, each(&|v| quad([&rosy, &brows, &paint.lashes, cap], v)))
            .with_inserted_attribute(PAINT_2, each(&|v| quad([&paint.flush, &paint.nostrils, &paint.drape, &paint.lids], v)))
            .with_inserted_attribute(BAKED, each(&light))
            .with_inserted_attribute(REFERENCE, kept.iter().map(|v| reference[*v as usize]).collect::<Vec<_>>())
            .with_inserted_indices(Indices::U32(triangles.iter().flatten().map(|v| place[*v as usize]).collect()));
        (!triangles.is_empty()).then_some((part, mesh))
    };
    Part::ALL.into_iter().filter_map(mesh).collect()
}

/// How oily the skin is, 0 to 1: forehead, nose and chin shine more than cheeks and neck (the "T zone").
fn oil(shape: &PatientShape, reference: &[crate::geom::Vec3]) -> Vec<f32> {
    let spots: Vec<(crate::geom::Vec3, f64)> =
        [(Landmark::Glabella, 24.0), (Landmark::Pronasale, 17.0), (Landmark::Nasion, 13.0), (Landmark::Pogonion, 15.0)]
            .iter()
            .filter_map(|(landmark, radius)| shape.landmarks.get(*landmark as usize).map(|p| (*p, *radius)))
            .collect();
    let share = |p: &crate::geom::Vec3| spots.iter().map(|(at, r)| 1.0 - (*p - *at).length_squared() / (4.0 * r * r)).fold(0.0, f64::max);
    reference.iter().map(|p| share(p) as f32).collect()
}

/// A mask evened out over neighbours, so that an edge drawn at one of its values runs smoothly.
fn even_out(mask: &[f32], triangles: &[[u32; 3]], times: u32) -> Vec<f32> {
    let mut mask = mask.to_vec();
    for _ in 0..times {
        let mut sums: Vec<(f32, f32)> = mask.iter().map(|m| (*m, 1.0)).collect();
        for t in triangles {
            for k in 0..3 {
                let (a, b) = (t[k] as usize, t[(k + 1) % 3] as usize);
                if a.max(b) < mask.len() {
                    sums[a] = (sums[a].0 + mask[b], sums[a].1 + 1.0);
                    sums[b] = (sums[b].0 + mask[a], sums[b].1 + 1.0);
                }
            }
        }
        mask = sums.iter().map(|(sum, count)| sum / count).collect();
    }
    mask
}

/// Area-weighted vertex normals.
pub(super) fn vertex_normals(positions: &[Vec3], triangles: &[[u32; 3]]) -> Vec<Vec3> {
    let mut normals = vec![Vec3::ZERO; positions.len()];
    for t in triangles {
        let [a, b, c] = t.map(|v| positions[v as usize]);
        let n = (b - a).cross(c - a);
        for v in t {
            normals[*v as usize] += n;
        }
    }
    normals.iter().map(|n| n.normalize_or(Vec3::Z)).collect()
}
