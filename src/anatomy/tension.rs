//! Tension lines: the direction in which the relaxed skin is tightest, at every point of one patient's skin.
//!
//! A line has a direction without a sign. In the tangent plane of a vertex it is kept as the double angle, a complex number
//! e^{2iθ} whose length says how far its neighbourhood agrees; next to the drawn lines it is theirs, elsewhere it is the mean
//! of the neighbours', each turned from its tangent plane into this one (the discrete Laplace equation of a 2-direction field:
//! Knöppel, Crane, Pinkall and Schröder 2013, with uniform weights).
//!
//! **Invariant:** a direction is a unit vector in the skin's tangent plane; the field has the skin's own symmetry.

use super::anchor::UnknownLandmark;
use super::body::Anatomy;
use super::region_field::sides;
use super::tension_tables::TensionTables;
use crate::geom::Vec3;
use crate::geom::mesh::TriMesh;

/// Distance between the points at which a drawn line holds the field, mm.
const STEP_MM: f64 = 2.0;
/// Rounds in which every vertex takes its neighbours' mean.
const ROUNDS: usize = 120;
/// Weight of the drawn lines at a vertex that they pass, against that of the neighbours together [design].
const HOLD: f64 = 4.0;
/// Distance from the drawn lines at which confidence has fallen to e^−½, mm [design].
const REACH_MM: f64 = 30.0;

/// The direction of the tension lines at every vertex of a skin.
#[derive(Clone, Debug)]
pub struct TensionField {
    directions: Vec<Vec3>,
    confidence: Vec<f64>,
}

/// A line field's value: the double angle in a vertex's own tangent frame.
#[derive(Clone, Copy, Debug, Default)]
struct Twice {
    cosine: f64,
    sine: f64,
}

impl Twice {
    /// Of a direction with these coordinates in the frame; nothing for none.
    fn of(x: f64, y: f64) -> Self {
        let squared = (x * x + y * y).max(1e-300);
        Self { cosine: (x * x - y * y) / squared, sine: 2.0 * x * y / squared }
    }

    fn add(&mut self, other: Self, weight: f64) {
        self.cosine += other.cosine * weight;
        self.sine += other.sine * weight;
    }

    /// The other turned by this one's angle.
    fn turned(self, by: Self) -> Self {
        Self { cosine: self.cosine * by.cosine - self.sine * by.sine, sine: self.sine * by.cosine + self.cosine * by.sine }
    }

    fn length(self) -> f64 {
        (self.cosine * self.cosine + self.sine * self.sine).sqrt()
    }

    /// Coordinates of a unit vector along the line (half the angle).
    fn half(self) -> (f64, f64) {
        let c = if self.length() > 1e-12 { self.cosine / self.length() } else { 1.0 };
        let (x, y) = ((0.5 * (1.0 + c)).max(0.0).sqrt(), (0.5 * (1.0 - c)).max(0.0).sqrt());
        (x, if self.sine < 0.0 { -y } else { y })
    }
}

/// Two unit vectors that span the tangent plane of a normal.
fn frame(normal: Vec3) -> [Vec3; 2] {
    let helper = if normal.x.abs() < 0.8 { Vec3::X } else { Vec3::Y };
    let across = (helper - normal * normal.dot(helper)).normalize_or_zero();
    [across, normal.cross(across)]
}

impl TensionField {
    /// The field of a patient from the tables of the patient's base.
    ///
    /// # Errors
    /// The first landmark named in the tables that the skin does not have.
    pub fn new(anatomy: &Anatomy, tables: &TensionTables) -> Result<Self, UnknownLandmark> {
        let mesh = &anatomy.skin().mesh;
        let frames: Vec<[Vec3; 2]> = mesh.normals.iter().map(|normal| frame(*normal)).collect();
        let held = hold(anatomy, tables, &frames)?;
        let links = Links::new(mesh, &frames);
        let (mut values, distance) = flooded(mesh, &links, &held);
        let mut next = values.clone();
        for _ in 0..ROUNDS {
            for (v, into) in next.iter_mut().enumerate() {
                let mut sum = Twice::default();
                for link in links.of(v) {
                    sum.add(values[link.to as usize].turned(link.turn), 1.0);
                }
                let count = links.of(v).len().max(1) as f64;
                let (drawn, weight) = held[v];
                let mut mean = Twice { cosine: sum.cosine / count, sine: sum.sine / count };
                if weight > 0.0 {
                    mean = Twice { cosine: (mean.cosine + HOLD * drawn.cosine) / (1.0 + HOLD), sine: (mean.sine + HOLD * drawn.sine) / (1.0 + HOLD) };
                }
                *into = mean;
            }
            core::mem::swap(&mut values, &mut next);
        }
        let directions = values.iter().zip(&frames).map(|(value, [e, f])| {
            let (x, y) = value.half();
            *e * x + *f * y
        });
        let confidence = values.iter().zip(&distance).map(|(value, distance)| {
            let away = distance / REACH_MM;
            value.length().min(1.0) * crate::geom::math::exp(-0.5 * away * away)
        });
        Ok(Self { directions: directions.collect(), confidence: confidence.collect() })
    }

    /// Unit vector along the tension line at a point of a triangle of the patient's skin, tangent to the skin; its sign
    /// means nothing.
    #[must_use]
    pub fn direction(&self, anatomy: &Anatomy, triangle: u32, barycentric: [f64; 3]) -> Vec3 {
        let mesh = &anatomy.skin().mesh;
        let normal = anatomy.surface().normal_at(triangle, barycentric);
        let [e, f] = frame(normal);
        let mut sum = Twice::default();
        for (corner, weight) in mesh.triangles[triangle as usize].iter().zip(barycentric) {
            let d = self.directions[*corner as usize];
            sum.add(Twice::of(d.dot(e), d.dot(f)), weight);
        }
        let (x, y) = sum.half();
        e * x + f * y
    }

    /// How far the direction can be relied on at a point of a triangle, 0..=1: near 1 on the drawn lines, falling with the
    /// distance from them and where directions meet that do not agree.
    #[must_use]
    pub fn confidence(&self, anatomy: &Anatomy, triangle: u32, barycentric: [f64; 3]) -> f64 {
        let corners = anatomy.skin().mesh.triangles[triangle as usize];
        corners.iter().zip(barycentric).map(|(corner, weight)| self.confidence[*corner as usize] * weight).sum()
    }

    /// The direction at every vertex.
    #[must_use]
    pub fn directions(&self) -> &[Vec3] {
        &self.directions
    }

    /// The confidence at every vertex.
    #[must_use]
    pub fn confidences(&self) -> &[f64] {
        &self.confidence
    }
}

/// The drawn lines at the vertices that they pass: mean double angle and how much of it there is.
fn hold(anatomy: &Anatomy, tables: &TensionTables, frames: &[[Vec3; 2]]) -> Result<Vec<(Twice, f64)>, UnknownLandmark> {
    let chart = anatomy.chart();
    let triangles = &anatomy.skin().mesh.triangles;
    let mut held = vec![(Twice::default(), 0.0); frames.len()];
    for line in &tables.lines {
        for path in sides(&line.path) {
            let stops = path.iter().map(|anchor| chart.place(anchor)).collect::<Result<Vec<_>, _>>()?;
            let mut points = Vec::new();
            for pair in stops.windows(2) {
                points.extend(chart.chord(&pair[0], &pair[1], STEP_MM));
            }
            points.extend(stops.last());
            for (i, on) in points.iter().enumerate() {
                let along = points[(i + 1).min(points.len() - 1)].point - points[i.saturating_sub(1)].point;
                for (corner, weight) in triangles[on.triangle as usize].iter().zip(on.barycentric) {
                    let [e, f] = frames[*corner as usize];
                    let (into, total) = &mut held[*corner as usize];
                    into.add(Twice::of(along.dot(e), along.dot(f)), weight);
                    *total += weight;
                }
            }
        }
    }
    for (value, total) in &mut held {
        if *total > 0.02 {
            *value = Twice { cosine: value.cosine / *total, sine: value.sine / *total };
        } else {
            *total = 0.0;
        }
    }
    Ok(held)
}

/// An edge to a neighbour, and by how much its double angle must be turned to count here.
#[derive(Clone, Copy, Debug)]
struct Link {
    to: u32,
    turn: Twice,
}

/// The neighbours of every vertex.
struct Links {
    starts: Vec<u32>,
    links: Vec<Link>,
}

impl Links {
    fn new(mesh: &TriMesh, frames: &[[Vec3; 2]]) -> Self {
        let mut edges: Vec<(u32, u32)> = mesh.triangles.iter().flat_map(|[a, b, c]| [(*a, *b), (*b, *c), (*c, *a), (*b, *a), (*c, *b), (*a, *c)]).collect();
        edges.sort_unstable();
        edges.dedup();
        let mut starts = vec![0; frames.len() + 1];
        for (from, _) in &edges {
            starts[*from as usize + 1] += 1;
        }
        for v in 0..frames.len() {
            starts[v + 1] += starts[v];
        }
        let links = edges
            .iter()
            .map(|(from, to)| {
                // Where the neighbour's first axis lies in this frame.
                let ([e, f], [theirs, _]) = (frames[*from as usize], frames[*to as usize]);
                Link { to: *to, turn: Twice::of(theirs.dot(e), theirs.dot(f)) }
            })
            .collect();
        Self { starts, links }
    }

    fn of(&self, vertex: usize) -> &[Link] {
        &self.links[self.starts[vertex] as usize..self.starts[vertex + 1] as usize]
    }
}

/// A first guess, ring by ring outwards from the drawn lines, and each vertex's distance from them along edges.
fn flooded(mesh: &TriMesh, links: &Links, held: &[(Twice, f64)]) -> (Vec<Twice>, Vec<f64>) {
    let mut values: Vec<Twice> = held.iter().map(|(value, _)| *value).collect();
    let mut distance: Vec<f64> = held.iter().map(|(_, weight)| if *weight > 0.0 { 0.0 } else { f64::INFINITY }).collect();
    let mut ring: Vec<usize> = (0..held.len()).filter(|v| held[*v].1 > 0.0).collect();
    while !ring.is_empty() {
        let mut reached: Vec<usize> = ring.iter().flat_map(|v| links.of(*v)).map(|link| link.to as usize).filter(|v| distance[*v].is_infinite()).collect();
        reached.sort_unstable();
        reached.dedup();
        let known = distance.clone();
        for v in &reached {
            let mut sum = Twice::default();
            for link in links.of(*v).iter().filter(|link| known[link.to as usize].is_finite()) {
                let from = link.to as usize;
                sum.add(values[from].turned(link.turn), 1.0);
                distance[*v] = distance[*v].min(known[from] + mesh.positions[from].distance(mesh.positions[*v]));
            }
            let length = sum.length().max(1e-12);
            values[*v] = Twice { cosine: sum.cosine / length, sine: sum.sine / length };
        }
        ring = reached;
    }
    (values, distance)
}
