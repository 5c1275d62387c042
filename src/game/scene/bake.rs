//! Light that does not change while the patient lies still, worked out once per mesh: how much of the room and of the key light each
//! vertex sees, and where the body is thin. Depth pictures from many directions are cheaper than rays and need no tree.

use bevy::math::{Mat3, Vec3};

/// Light of one vertex, each 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Baked {
    /// Share of the room that is seen.
    pub occlusion: f32,
    /// Share of the key light (a soft box) that is seen.
    pub key: f32,
    /// Thinness: 1 where light shines through (ear, nostril wing).
    pub thin: f32,
}

/// Towards the middle of the key light; the shader's `KEY_DIR`.
const KEY_DIRECTION: Vec3 = Vec3::new(0.42, 0.62, 0.66);
/// Side of a depth picture in texels.
const TEXELS: usize = 512;
/// Directions over the sphere and over the soft box.
const ROOM_DIRECTIONS: usize = 56;
const KEY_DIRECTIONS: usize = 14;

/// Bakes the light of a mesh in Bevy units.
pub(super) fn bake(positions: &[Vec3], normals: &[Vec3], triangles: &[[u32; 3]]) -> Vec<Baked> {
    let mut room = vec![(0.0_f32, 0.0_f32); positions.len()];
    let mut key = vec![(0.0_f32, 0.0_f32); positions.len()];
    let mut thickness = vec![(0.0_f32, 0.0_f32); positions.len()];
    for direction in sphere(ROOM_DIRECTIONS) {
        let depth = DepthPicture::new(positions, triangles, direction);
        for (vertex, (p, n)) in positions.iter().zip(normals).enumerate() {
            let cosine = n.dot(direction);
            if cosine > 0.02 {
                room[vertex].0 += cosine * depth.sees(*p + *n * 0.008, 0.012);
                room[vertex].1 += cosine;
            } else if cosine < -0.5 {
                // From behind: how far inside the body this vertex lies.
                let inside = (depth.above(*p) - 0.005).max(0.0);
                thickness[vertex].0 += (-inside / 0.055).exp();
                thickness[vertex].1 += 1.0;
            }
        }
    }
    let axis = KEY_DIRECTION.normalize();
    let side = axis.any_orthonormal_vector();
    let up = axis.cross(side);
    for k in 0..KEY_DIRECTIONS {
        let angle = k as f32 * 2.399_963;
        let spread = 0.30 * ((k as f32 + 0.5) / KEY_DIRECTIONS as f32).sqrt();
        let direction = (axis + (side * angle.cos() + up * angle.sin()) * spread).normalize();
        let depth = DepthPicture::new(positions, triangles, direction);
        for (vertex, (p, n)) in positions.iter().zip(normals).enumerate() {
            key[vertex].0 += depth.sees(*p + *n * 0.012, 0.016);
            key[vertex].1 += 1.0;
        }
    }
    for _ in 0..2 {
        smooth(&mut key, triangles);
        smooth(&mut room, triangles);
    }
    let share = |(sum, count): (f32, f32), otherwise: f32| if count > 0.0 { sum / count } else { otherwise };
    (0..positions.len())
        .map(|v| Baked { occlusion: share(room[v], 1.0), key: share(key[v], 1.0), thin: share(thickness[v], 0.0).powi(2).min(1.0) })
        .collect()
}

/// Evens sums out over neighbours, so that single texels leave no marks.
fn smooth(values: &mut [(f32, f32)], triangles: &[[u32; 3]]) {
    let mut sums = values.to_vec();
    for t in triangles {
        for k in 0..3 {
            let (a, b) = (t[k] as usize, t[(k + 1) % 3] as usize);
            for (to, from) in [(a, b), (b, a)] {
                sums[to].0 += 0.5 * values[from].0;
                sums[to].1 += 0.5 * values[from].1;
            }
        }
    }
    // Kept in scale: only the ratio counts.
    for (value, sum) in values.iter_mut().zip(sums) {
        *value = (sum.0 / 4.0, sum.1 / 4.0);
    }
}

/// Evenly spread directions (Fibonacci lattice).
fn sphere(count: usize) -> impl Iterator<Item = Vec3> {
    (0..count).map(move |k| {
        let y = 1.0 - 2.0 * (k as f32 + 0.5) / count as f32;
        let r = (1.0 - y * y).sqrt();
        let angle = k as f32 * 2.399_963;
        Vec3::new(angle.cos() * r, y, angle.sin() * r)
    })
}

/// Height of the outermost surface over a plane, seen along one direction.
struct DepthPicture {
    turn: Mat3,
    corner: Vec3,
    scale: f32,
    height: Vec<f32>,
}

impl DepthPicture {
    fn new(positions: &[Vec3], triangles: &[[u32; 3]], towards: Vec3) -> Self {
        let x = towards.any_orthonormal_vector();
        let turn = Mat3::from_cols(x, towards.cross(x), towards).transpose();
        let turned: Vec<Vec3> = positions.iter().map(|p| turn * *p).collect();
        let low = turned.iter().copied().reduce(Vec3::min).unwrap_or_default();
        let high = turned.iter().copied().reduce(Vec3::max).unwrap_or_default();
        let scale = (TEXELS as f32 - 2.0) / (high - low).truncate().max_element().max(1e-6);
        let mut picture = Self { turn, corner: low, scale, height: vec![f32::MIN; TEXELS * TEXELS] };
        for t in triangles {
            picture.draw(t.map(|v| {
                let p = turned[v as usize];
                Vec3::new((p.x - low.x) * scale, (p.y - low.y) * scale, p.z)
            }));
        }
        picture
    }

    fn draw(&mut self, [a, b, c]: [Vec3; 3]) {
        let area = (b - a).truncate().perp_dot((c - a).truncate());
        if area.abs() < 1e-9 {
            return;
        }
        let (x0, x1) = (a.x.min(b.x).min(c.x).floor() as usize, (a.x.max(b.x).max(c.x).ceil() as usize).min(TEXELS - 1));
        let (y0, y1) = (a.y.min(b.y).min(c.y).floor() as usize, (a.y.max(b.y).max(c.y).ceil() as usize).min(TEXELS - 1));
        for y in y0..=y1 {
            for x in x0..=x1 {
                let p = bevy::math::Vec2::new(x as f32, y as f32);
                let u = (c - b).truncate().perp_dot(p - b.truncate()) / area;
                let v = (a - c).truncate().perp_dot(p - c.truncate()) / area;
                let w = 1.0 - u - v;
                // Half a texel of slack closes the seams between small triangles.
                if u > -0.02 && v > -0.02 && w > -0.02 {
                    let z = u * a.z + v * b.z + w * c.z;
                    let cell = &mut self.height[y * TEXELS + x];
                    *cell = cell.max(z);
                }
            }
        }
    }

    /// How far the outermost surface lies over a point.
    fn above(&self, point: Vec3) -> f32 {
        let p = self.turn * point;
        let x = ((p.x - self.corner.x) * self.scale).round().clamp(0.0, TEXELS as f32 - 1.0) as usize;
        let y = ((p.y - self.corner.y) * self.scale).round().clamp(0.0, TEXELS as f32 - 1.0) as usize;
        self.height[y * TEXELS + x] - p.z
    }

    /// Share of the four texels around a point from which it is seen, weighted by nearness.
    fn sees(&self, point: Vec3, slack: f32) -> f32 {
        let p = self.turn * point;
        let fx = ((p.x - self.corner.x) * self.scale).clamp(0.0, TEXELS as f32 - 1.001);
        let fy = ((p.y - self.corner.y) * self.scale).clamp(0.0, TEXELS as f32 - 1.001);
        let (x, y) = (fx as usize, fy as usize);
        let (u, v) = (fx - x as f32, fy - y as f32);
        let clear = |x: usize, y: usize| f32::from(u8::from(self.height[y.min(TEXELS - 1) * TEXELS + x.min(TEXELS - 1)] <= p.z + slack));
        (clear(x, y) * (1.0 - u) + clear(x + 1, y) * u) * (1.0 - v) + (clear(x, y + 1) * (1.0 - u) + clear(x + 1, y + 1) * u) * v
    }
}
