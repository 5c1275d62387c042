//! Shapes drawn by vertex colours: instruments, product, marks. One material with a few ways of drawing, one entity per subject and way.

use bevy::asset::RenderAssetUsages;
use bevy::camera::visibility::NoFrustumCulling;
use bevy::mesh::{Indices, MeshVertexBufferLayoutRef, PrimitiveTopology};
use bevy::pbr::{MaterialPipeline, MaterialPipelineKey};
use bevy::prelude::*;
use bevy::render::render_resource::{AsBindGroup, CompareFunction, RenderPipelineDescriptor, SpecializedMeshPipelineError};
use bevy::shader::ShaderRef;

use crate::geom::Vec3 as Mm;
use crate::game::bridge;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(MaterialPlugin::<InkMaterial>::default());
}

/// How far a syringe may lie below the resting skin and be seen, mm [design: drawing only].
const OVER_MM: f64 = 45.0;

/// A way of drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Way {
    /// Lit and opaque (steel, plastic).
    Solid,
    /// Lit, see-through with a bright edge (barrel).
    Glass,
    /// Lit and as opaque as its colours say; it hides its own far side (a finger that fades out).
    Fading,
    /// As solid, drawn before what lies less than [`OVER_MM`] in front of it: a syringe that rests on soft skin dents it.
    Over,
    /// Unlit, over the skin, hidden by what lies in front (marks on the skin); lines keep soft edges at any distance.
    Mark,
    /// Unlit, seen through everything (what lies in the tissue, in assist mode). The number orders such shapes, later ones on top.
    Through(u8),
    /// Unlit, seen through the skin that faces the eye and not through the whole body; normals are those of the skin above.
    Sunk,
}

#[derive(Asset, TypePath, AsBindGroup, Clone, Debug)]
#[bind_group_data(InkKey)]
pub(super) struct InkMaterial {
    #[uniform(0)]
    look: Vec4,
    way: Way,
}

#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct InkKey {
    way: Way,
}

impl From<&InkMaterial> for InkKey {
    fn from(material: &InkMaterial) -> Self {
        Self { way: material.way }
    }
}

impl Material for InkMaterial {
    fn vertex_shader() -> ShaderRef {
        super::shaders::INK.into()
    }
    fn fragment_shader() -> ShaderRef {
        super::shaders::INK.into()
    }
    fn alpha_mode(&self) -> AlphaMode {
        if matches!(self.way, Way::Solid | Way::Over) { AlphaMode::Opaque } else { AlphaMode::Blend }
    }
    fn depth_bias(&self) -> f32 {
        match self.way {
            Way::Through(order) => 1000.0 + f32::from(order) * 100.0,
            Way::Sunk => 1000.0,
            Way::Glass | Way::Fading => 10.0,
            _ => 0.0,
        }
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
            Mesh::ATTRIBUTE_COLOR.at_shader_location(2),
        ])?];
        let way = key.bind_group_data.way;
        if let Some(depth) = &mut descriptor.depth_stencil {
            if matches!(way, Way::Through(_) | Way::Sunk) {
                depth.depth_compare = Some(CompareFunction::Always);
            }
            depth.depth_write_enabled = Some(matches!(way, Way::Solid | Way::Over | Way::Fading));
        }
        if way == Way::Mark {
            descriptor.primitive.cull_mode = None;
        }
        if way == Way::Sunk {
            descriptor.vertex.shader = super::shaders::SUNK;
            if let Some(fragment) = &mut descriptor.fragment {
                fragment.shader = super::shaders::SUNK;
            }
        }
        Ok(())
    }
}

/// Unit direction of a line at one of its points.
fn along(points: &[Mm], k: usize) -> Mm {
    (points[(k + 1).min(points.len() - 1)] - points[k.saturating_sub(1)]).normalize_or(Mm::Z)
}

/// Builds a mesh of tubes, balls, ribbons and discs. Points in mm; colours linear with opacity.
#[derive(Default)]
pub(super) struct Shape {
    positions: Vec<[f32; 3]>,
    normals: Vec<[f32; 3]>,
    colours: Vec<[f32; 4]>,
    indices: Vec<u32>,
}

impl Shape {
    /// Whether nothing was drawn.
    pub(super) fn is_empty(&self) -> bool {
        self.indices.is_empty()
    }

    /// Adds one vertex and gives its index.
    pub(super) fn vertex(&mut self, point: Mm, normal: Mm, colour: [f32; 4]) -> u32 {
        self.positions.push(bridge::to_units(point).to_array());
        self.normals.push(bridge::direction(normal).to_array());
        self.colours.push(colour);
        self.positions.len() as u32 - 1
    }

    /// Adds one triangle.
    pub(super) fn triangle(&mut self, t: [u32; 3]) {
        self.indices.extend(t);
    }

    /// The wall of a tube along points with a radius (mm) and a colour at each, open at both ends; gives its first vertex.
    pub(super) fn sleeve(&mut self, points: &[Mm], radius: impl Fn(usize) -> f64, colour: impl Fn(usize) -> [f32; 4], sides: u32) -> u32 {
        // The frame is carried along the tube, so that it does not twist.
        let mut side = along(points, 0).any_orthonormal_vector();
        let first = self.positions.len() as u32;
        for (k, p) in points.iter().enumerate() {
            let t = along(points, k);
            side = (side - t * side.dot(t)).normalize_or(t.any_orthonormal_vector());
            let up = t.cross(side);
            for s in 0..sides {
                let angle = f64::from(s) / f64::from(sides) * std::f64::consts::TAU;
                let n = side * crate::geom::math::cos(angle) + up * crate::geom::math::sin(angle);
                self.vertex(*p + n * radius(k), n, colour(k));
            }
        }
        for k in 0..(points.len() as u32).saturating_sub(1) {
            for s in 0..sides {
                let (a, b) = (first + k * sides + s, first + k * sides + (s + 1) % sides);
                self.indices.extend([a, b, a + sides, b, b + sides, a + sides]);
            }
        }
        first
    }

    /// A tube along points with a radius (mm) and a colour at each, closed at both ends.
    pub(super) fn tube(&mut self, points: &[Mm], radius: impl Fn(usize) -> f64, colour: impl Fn(usize) -> [f32; 4], sides: u32) {
        if points.len() < 2 {
            return;
        }
        let first = self.sleeve(points, radius, &colour, sides);
        for (k, outward) in [(0, -1.0), (points.len() - 1, 1.0)] {
            let n = along(points, k) * outward;
            let middle = self.vertex(points[k], n, colour(k));
            let ring: Vec<u32> = (0..sides)
                .map(|s| {
                    let from = (first + k as u32 * sides + s) as usize;
                    let (p, c) = (self.positions[from], self.colours[from]);
                    self.positions.push(p);
                    self.normals.push(bridge::direction(n).to_array());
                    self.colours.push(c);
                    self.positions.len() as u32 - 1
                })
                .collect();
            for s in 0..sides as usize {
                let (a, b) = (ring[s], ring[(s + 1) % sides as usize]);
                self.indices.extend(if outward > 0.0 { [middle, a, b] } else { [middle, b, a] });
            }
        }
    }

    /// Gives every vertex the normal of the nearest of some points.
    pub(super) fn face(&mut self, from: usize, points: &[Mm], normals: &[Mm]) {
        let points: Vec<Vec3> = points.iter().map(|p| bridge::to_units(*p)).collect();
        for (at, normal) in self.positions[from..].iter().zip(&mut self.normals[from..]) {
            let at = Vec3::from_array(*at);
            let near = (0..points.len().min(normals.len())).min_by(|a, b| {
                points[*a].distance_squared(at).total_cmp(&points[*b].distance_squared(at))
            });
            if let Some(near) = near {
                *normal = bridge::direction(normals[near]).to_array();
            }
        }
    }

    /// Number of triangles so far.
    pub(super) fn triangles(&self) -> usize {
        self.indices.len() / 3
    }

    /// Turns the triangles from one on inside out.
    pub(super) fn turn(&mut self, from: usize) {
        self.indices[3 * from..].chunks_exact_mut(3).for_each(|triangle| triangle.swap(1, 2));
    }

    /// Number of vertices so far.
    pub(super) fn len(&self) -> usize {
        self.positions.len()
    }

    /// A ball.
    pub(super) fn ball(&mut self, middle: Mm, radius: f64, colour: [f32; 4]) {
        let rings = 8_u32;
        let axis: Vec<Mm> = (0..=rings)
            .map(|k| middle + Mm::Y * (-crate::geom::math::cos(f64::from(k) / f64::from(rings) * std::f64::consts::PI) * radius))
            .collect();
        let r = |k: usize| crate::geom::math::sin(k as f64 / f64::from(rings) * std::f64::consts::PI) * radius;
        let from = self.positions.len();
        self.tube(&axis, r, |_| colour, 14);
        let centre = bridge::to_units(middle);
        for (p, n) in self.positions[from..].iter().zip(&mut self.normals[from..]) {
            *n = (Vec3::from_array(*p) - centre).normalize_or(Vec3::Y).to_array();
        }
    }

    /// A flat ring (or disc, with inner radius 0) that faces a direction; the colours are those of its inner and outer edge.
    pub(super) fn ring(&mut self, middle: Mm, facing: Mm, inner: f64, outer: f64, colours: [[f32; 4]; 2]) {
        let side = facing.any_orthonormal_vector();
        let up = facing.cross(side);
        let steps = 40_u32;
        let way = |s: u32| {
            let angle = f64::from(s) / f64::from(steps) * std::f64::consts::TAU;
            side * crate::geom::math::cos(angle) + up * crate::geom::math::sin(angle)
        };
        if inner > 0.0 && colours[0] == colours[1] {
            let line: Vec<(Mm, Mm)> = (0..=steps).map(|s| (middle + way(s) * (0.5 * (inner + outer)), way(s))).collect();
            return self.line(&line, outer - inner, colours[0]);
        }
        let first = self.positions.len() as u32;
        for s in 0..steps {
            self.vertex(middle + way(s) * inner, facing, colours[0]);
            self.vertex(middle + way(s) * outer, facing, colours[1]);
        }
        for s in 0..steps {
            let (a, b) = (first + 2 * s, first + 2 * ((s + 1) % steps));
            self.indices.extend([a, a + 1, b, b, a + 1, b + 1]);
        }
    }

    /// A ribbon along points of the skin, lying flat on it.
    pub(super) fn ribbon(&mut self, line: &[super::model::SkinPoint], width: f64, over: f64, colour: [f32; 4]) {
        let across = |k: usize| {
            let along = line[(k + 1).min(line.len() - 1)].point - line[k.saturating_sub(1)].point;
            along.cross(line[k].normal).normalize_or(Mm::X)
        };
        let points: Vec<(Mm, Mm)> = line.iter().enumerate().map(|(k, p)| (p.point + p.normal * over, across(k))).collect();
        self.line(&points, width, colour);
    }

    /// A line of a width along points, each with the unit direction across it. `ink.wgsl` spreads it, never thinner than a pixel and with
    /// soft edges: in place of a normal a vertex carries half the width, as a vector across, and the edges a negative opacity.
    fn line(&mut self, points: &[(Mm, Mm)], width: f64, colour: [f32; 4]) {
        let [r, g, b, opacity] = colour;
        let first = self.positions.len() as u32;
        for (point, across) in points {
            for (sign, opacity) in [(-1.0, -opacity), (-1.0, opacity), (1.0, opacity), (1.0, -opacity)] {
                let half = bridge::to_units(*across * (0.5 * width * sign)).to_array();
                self.positions.push(bridge::to_units(*point).to_array());
                self.normals.push(half);
                self.colours.push([r, g, b, opacity]);
            }
        }
        for k in 0..(points.len() as u32).saturating_sub(1) {
            for strip in 0..3 {
                let a = first + 4 * k + strip;
                self.indices.extend([a, a + 1, a + 4, a + 1, a + 5, a + 4]);
            }
        }
    }

    /// The mesh.
    pub(super) fn mesh(self) -> Mesh {
        Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD)
            .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, self.positions)
            .with_inserted_attribute(Mesh::ATTRIBUTE_NORMAL, self.normals)
            .with_inserted_attribute(Mesh::ATTRIBUTE_COLOR, self.colours)
            .with_inserted_indices(Indices::U32(self.indices))
    }
}

/// An entity that shows one [`Shape`] at a time.
#[derive(Default)]
pub(super) struct Slot {
    shown: Option<Entity>,
}

impl Slot {
    /// Shows another shape, or nothing when it is empty.
    pub(super) fn show(
        &mut self,
        name: &'static str,
        shape: Shape,
        way: Way,
        commands: &mut Commands,
        meshes: &mut Assets<Mesh>,
        materials: &mut Assets<InkMaterial>,
    ) {
        if shape.is_empty() {
            if let Some(entity) = self.shown.take() {
                commands.entity(entity).despawn();
            }
            return;
        }
        let mesh = Mesh3d(meshes.add(shape.mesh()));
        match self.shown {
            Some(entity) => {
                commands.entity(entity).insert(mesh);
            }
            None => {
                let look = match way {
                    Way::Solid => Vec4::new(1.0, 0.55, 0.0, 0.0),
                    Way::Over => Vec4::new(1.0, 0.55, 0.0, bridge::length(OVER_MM)),
                    Way::Glass => Vec4::new(1.0, 0.9, 0.55, bridge::length(OVER_MM)),
                    Way::Fading => Vec4::new(1.0, 0.16, 0.0, 0.0),
                    Way::Mark | Way::Through(_) | Way::Sunk => Vec4::new(0.0, 0.0, 0.0, 0.012),
                };
                let material = MeshMaterial3d(materials.add(InkMaterial { look, way }));
                self.shown = Some(commands.spawn((Name::new(name), mesh, material, NoFrustumCulling)).id());
            }
        }
    }
}

/// An sRGB colour as linear with an opacity.
pub(super) fn srgb(colour: [u8; 3], opacity: f32) -> [f32; 4] {
    let c = Color::srgb_u8(colour[0], colour[1], colour[2]).to_linear();
    [c.red, c.green, c.blue, opacity]
}
