//! The opened patient: nested terraces (or a straight cut) through the layers, like a wedge taken out of a textbook figure.
//!
//! **Invariant:** an opening is cut in coordinates of the resting skin, so shells and walls meet exactly; a shell's opening never
//! reaches past the one above it.

use std::sync::Arc;

use bevy::asset::RenderAssetUsages;
use bevy::camera::visibility::NoFrustumCulling;
use bevy::mesh::{Indices, MeshVertexAttribute, MeshVertexBufferLayoutRef, PrimitiveTopology};
use bevy::pbr::{MaterialPipeline, MaterialPipelineKey};
use bevy::prelude::*;
use bevy::render::render_resource::{AsBindGroup, RenderPipelineDescriptor, ShaderType, SpecializedMeshPipelineError, VertexFormat};
use bevy::shader::ShaderRef;

use super::ink::srgb;
use super::model::{LayerView, PatientShape, SceneModel};
use super::palette;
use super::patient::vertex_normals;
use crate::anatomy::Layer;
use crate::game::bridge;
use crate::geom::{Vec3 as Mm, math};

const REST: MeshVertexAttribute = MeshVertexAttribute::new("SkinRest", 0x5eed_0004, VertexFormat::Float32x3);
/// How far a cut leans out per mm of depth, so that the strata on its face are seen from before it: 45° keeps them to scale
/// [design: drawing only].
const LEAN: f64 = 1.0;
/// Narrowing from one terrace to the next, as a share of the outermost radius [design: drawing only].
const STEP: f64 = 0.15;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(MaterialPlugin::<LayerMaterial>::default()).add_systems(Update, draw.in_set(super::SceneSystems));
}

/// The uniforms of an opening in the `depth`-th surface (0 = skin): middle and radius, axis, side plane (w > 0 where it cuts: its lean).
pub(super) fn opening(view: &LayerView, depth: usize) -> [Vec4; 3] {
    let radius = radius_mm(view, depth);
    match view.centre {
        Some(at) if radius > 0.0 => [
            bridge::to_units(at.point).extend(bridge::length(radius)),
            bridge::direction(at.normal).extend(0.0),
            view.cutaway.map_or(Vec4::ZERO, |side| bridge::direction(across(side, at.normal)).extend(LEAN as f32)),
        ],
        _ => [Vec4::new(0.0, 0.0, 0.0, -1.0), Vec4::new(0.0, 0.0, 1.0, 0.0), Vec4::ZERO],
    }
}

/// The normal of a cut turned square to the opening's axis.
fn across(side: Mm, axis: Mm) -> Mm {
    (side - axis * side.dot(axis)).normalize_or(axis.any_orthonormal_vector())
}

/// Radius of the opening in a surface, mm: 0 while closed.
fn radius_mm(view: &LayerView, depth: usize) -> f64 {
    let open = (view.opened - depth as f64).clamp(0.0, 1.0);
    let step = if view.cutaway.is_some() { 0.0 } else { STEP * depth as f64 };
    view.radius_mm * (1.0 - step) * open
}

#[derive(Clone, Copy, Debug, Default, ShaderType)]
struct Opening {
    window: Vec4,
    window_axis: Vec4,
    window_side: Vec4,
}

#[derive(Asset, TypePath, AsBindGroup, Clone, Debug)]
struct LayerMaterial {
    #[uniform(0)]
    opening: Opening,
}

impl Material for LayerMaterial {
    fn vertex_shader() -> ShaderRef {
        super::shaders::LAYER.into()
    }
    fn fragment_shader() -> ShaderRef {
        super::shaders::LAYER.into()
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
        _key: MaterialPipelineKey<Self>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        descriptor.vertex.buffers = vec![layout.0.get_layout(&[
            Mesh::ATTRIBUTE_POSITION.at_shader_location(0),
            Mesh::ATTRIBUTE_NORMAL.at_shader_location(1),
            REST.at_shader_location(2),
            Mesh::ATTRIBUTE_COLOR.at_shader_location(3),
        ])?];
        descriptor.primitive.cull_mode = None;
        Ok(())
    }
}

/// Number of a layer in the shader.
fn code(layer: Layer) -> f32 {
    let k = match layer {
        Layer::Outside => 0,
        Layer::Epidermis => 1,
        Layer::Dermis => 2,
        Layer::Fat => 3,
        Layer::Smas => 4,
        Layer::Deep => 5,
        Layer::Bone => 6,
    };
    k as f32 / 8.0
}

/// Colour of a layer with its number.
fn paint(layer: Layer) -> [f32; 4] {
    srgb(palette::layer(layer), code(layer))
}

#[derive(Default)]
struct Drawn {
    view: LayerView,
    shape: Option<Arc<PatientShape>>,
    entities: Vec<Entity>,
}

fn draw(
    mut commands: Commands,
    model: Res<SceneModel>,
    mut drawn: Local<Drawn>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<LayerMaterial>>,
) {
    let same_shape = drawn.shape.as_ref().map(Arc::as_ptr) == model.patient.as_ref().map(Arc::as_ptr);
    if same_shape && drawn.view == model.layers {
        return;
    }
    drawn.shape.clone_from(&model.patient);
    drawn.view = model.layers;
    for entity in drawn.entities.drain(..) {
        commands.entity(entity).despawn();
    }
    let (Some(shape), Some(_)) = (&model.patient, model.layers.centre) else { return };
    if model.layers.opened <= 0.0 || shape.shells.is_empty() || model.peel.is_some() {
        return;
    }
    let patch = Patch::around(shape, &model.layers);
    let mut spawn = |name: &'static str, mesh: Mesh, window: [Vec4; 3]| {
        let [window, window_axis, window_side] = window;
        let material = materials.add(LayerMaterial { opening: Opening { window, window_axis, window_side } });
        commands.spawn((Name::new(name), Mesh3d(meshes.add(mesh)), MeshMaterial3d(material), NoFrustumCulling)).id()
    };
    let closed = opening(&LayerView::default(), 0);
    let mut entities = vec![];
    for (k, (layer, surface)) in shape.shells.iter().enumerate() {
        if radius_mm(&model.layers, k) > 0.0 {
            let mut window = opening(&model.layers, k + 1);
            window[0] = opening(&model.layers, k)[0].truncate().extend(window[0].w);
            // The shell is cut away outside the opening above it, so that nothing of it can come out of a thin fold.
            window[1] = opening(&model.layers, k)[1].truncate().extend(bridge::length(radius_mm(&model.layers, k)));
            window[2] = opening(&model.layers, k)[2];
            entities.push(spawn("Layer", patch.shell(shape, surface, *layer), window));
        }
    }
    if let Some(walls) = patch.walls(shape, &model.layers) {
        entities.push(spawn("Walls of the opening", walls, closed));
    }
    drawn.entities = entities;
}

/// The triangles of the skin near the opening.
struct Patch {
    triangles: Vec<[u32; 3]>,
}

impl Patch {
    fn around(shape: &PatientShape, view: &LayerView) -> Self {
        let Some(centre) = view.centre else { return Self { triangles: vec![] } };
        let reach = view.radius_mm + 9.0;
        let near = |v: u32| {
            let d = shape.skin.positions[v as usize] - centre.point;
            let along = d.dot(centre.normal);
            (d - centre.normal * along).length() < reach && along.abs() < reach * 1.4
        };
        Self { triangles: shape.skin.triangles.iter().filter(|t| t.iter().any(|v| near(*v))).copied().collect() }
    }

    /// One inner surface over the patch.
    fn shell(&self, shape: &PatientShape, surface: &[Mm], layer: Layer) -> Mesh {
        let mut index = std::collections::BTreeMap::new();
        let mut vertices = vec![];
        let triangles: Vec<[u32; 3]> = self
            .triangles
            .iter()
            .map(|t| {
                t.map(|v| {
                    *index.entry(v).or_insert_with(|| {
                        vertices.push(v as usize);
                        vertices.len() as u32 - 1
                    })
                })
            })
            .collect();
        let positions: Vec<Vec3> = vertices.iter().map(|v| bridge::to_units(surface[*v])).collect();
        let rest: Vec<[f32; 3]> = vertices.iter().map(|v| bridge::to_units(shape.skin.positions[*v]).to_array()).collect();
        let normals = vertex_normals(&positions, &triangles);
        build(positions.iter().map(Vec3::to_array).collect(), normals.iter().map(Vec3::to_array).collect(), rest, vec![paint(layer); vertices.len()], triangles)
    }

    /// Where the line through a point along the opening's axis meets the skin: triangle and barycentric coordinates.
    fn meet(&self, shape: &PatientShape, from: Mm, axis: Mm) -> Option<([u32; 3], [f64; 3])> {
        let mut best: Option<(f64, [u32; 3], [f64; 3])> = None;
        for t in &self.triangles {
            let [a, b, c] = t.map(|v| shape.skin.positions[v as usize] - from);
            // Volumes of the axis with the three edges tell inside from outside.
            let (u, v, w) = (axis.dot(b.cross(c)), axis.dot(c.cross(a)), axis.dot(a.cross(b)));
            let sum = u + v + w;
            // The skin that looks outwards along the axis.
            if sum <= 1e-12 || u < 0.0 || v < 0.0 || w < 0.0 {
                continue;
            }
            let weights = [u / sum, v / sum, w / sum];
            let height = (a * weights[0] + b * weights[1] + c * weights[2]).dot(axis);
            if best.is_none_or(|(h, ..)| height.abs() < h) {
                best = Some((height.abs(), *t, weights));
            }
        }
        best.map(|(_, t, w)| (t, w))
    }

    /// The walls of all terraces.
    fn walls(&self, shape: &PatientShape, view: &LayerView) -> Option<Mesh> {
        let centre = view.centre?;
        let axis = centre.normal;
        let (mut positions, mut normals, mut rest, mut colours, mut triangles) = (vec![], vec![], vec![], vec![], vec![]);
        for k in 0..shape.shells.len() {
            let radius = radius_mm(view, k);
            if radius <= 0.0 {
                continue;
            }
            // The wall of surface k shows the layer below it down to the next surface.
            let top = |v: u32| if k == 0 { shape.skin.positions[v as usize] } else { shape.shells[k - 1].1[v as usize] };
            let bottom = |v: u32| shape.shells[k].1[v as usize];
            let layer = if k == 0 { Layer::Epidermis } else { shape.shells[k - 1].0 };
            let outer = view.cutaway.map(|normal| across(normal, axis));
            for line in outline(view, radius) {
                let mut last: Option<u32> = None;
                for step in line {
                    // Upper and lower end: on a cut that leans each lies over its own point of the skin.
                    let ends = [&top as &dyn Fn(u32) -> Mm, &bottom].map(|surface| {
                        let mut lean = 0.0;
                        let mut found = None;
                        for _ in 0..if step.leans { 4 } else { 1 } {
                            let place = match outer {
                                Some(normal) if step.leans => {
                                    let half = (radius * radius - lean * lean).max(0.0).sqrt();
                                    step.at * half - normal * lean
                                }
                                _ => step.at * radius,
                            };
                            let (t, w) = self.meet(shape, centre.point + place, axis)?;
                            let mix = |f: &dyn Fn(u32) -> Mm| f(t[0]) * w[0] + f(t[1]) * w[1] + f(t[2]) * w[2];
                            let end = mix(surface);
                            lean = LEAN * mix(&|v| shape.skin.positions[v as usize]).distance(end);
                            found = Some(end);
                        }
                        found
                    });
                    let [Some(high), Some(low)] = ends else {
                        last = None;
                        continue;
                    };
                    let inward = match outer {
                        Some(normal) if step.leans => (axis * LEAN - normal).normalize_or(axis),
                        _ => -step.at,
                    };
                    let first = positions.len() as u32;
                    // A wall has no opening of its own: instead of the skin above it carries how far down it a point lies, and its height.
                    for (end, share) in [(high, 0.0), (low, 1.0)] {
                        positions.push(bridge::to_units(end).to_array());
                        normals.push(bridge::direction(inward).to_array());
                        rest.push([share, bridge::length(high.distance(low)), 0.0]);
                        colours.push(paint(layer));
                    }
                    if let Some(before) = last {
                        triangles.push([before, first, before + 1]);
                        triangles.push([first, first + 1, before + 1]);
                    }
                    last = Some(first);
                }
            }
        }
        (!triangles.is_empty()).then(|| build(positions, normals, rest, colours, triangles))
    }
}

/// A step along the edge of an opening.
struct Step {
    /// Place from the middle, as a share of the radius (of the half chord at its depth, where it leans).
    at: Mm,
    /// Whether it belongs to a cut, which leans.
    leans: bool,
}

/// The edges of an opening about its middle: a circle, or a half circle and its straight cut.
fn outline(view: &LayerView, radius: f64) -> Vec<Vec<Step>> {
    let Some(centre) = view.centre else { return vec![] };
    let axis = centre.normal;
    let out = |angle: f64, side: Mm, up: Mm| side * math::cos(angle) + up * math::sin(angle);
    // Steps of about a millimetre.
    let steps = ((radius * 2.0) as i32).clamp(24, 160);
    let arc = |from: Mm, towards: Mm, turn: f64| {
        (0..=steps).map(|s| Step { at: out(f64::from(s) / f64::from(steps) * turn, from, towards), leans: false }).collect::<Vec<_>>()
    };
    match view.cutaway {
        None => {
            let side = axis.any_orthonormal_vector();
            vec![arc(side, axis.cross(side), std::f64::consts::TAU)]
        }
        Some(normal) => {
            let normal = across(normal, axis);
            let along = normal.cross(axis);
            // The open half is where the normal is negative.
            let cut = (0..=steps).map(|s| Step { at: along * (2.0 * f64::from(s) / f64::from(steps) - 1.0), leans: true }).collect();
            vec![arc(along, -normal, std::f64::consts::PI), cut]
        }
    }
}

fn build(positions: Vec<[f32; 3]>, normals: Vec<[f32; 3]>, rest: Vec<[f32; 3]>, colours: Vec<[f32; 4]>, triangles: Vec<[u32; 3]>) -> Mesh {
    Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD)
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, positions)
        .with_inserted_attribute(Mesh::ATTRIBUTE_NORMAL, normals)
        .with_inserted_attribute(REST, rest)
        .with_inserted_attribute(Mesh::ATTRIBUTE_COLOR, colours)
        .with_inserted_indices(Indices::U32(triangles.into_iter().flatten().collect()))
}
