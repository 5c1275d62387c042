//! Where a plane cuts a triangle mesh: the closed curves of the cut, and how long a tape around one of them is.
//!
//! **Invariant:** a curve that meets a border of the mesh is not closed and is left out.

use super::Vec3;
use super::mesh::TriMesh;
use super::polygon::Frame;
use std::collections::BTreeMap;

/// A closed curve in the plane of a frame: its corners, without repeating the first.
pub type Loop = Vec<(f64, f64)>;

/// The closed curves in which the plane z = 0 of a frame cuts a mesh, each in the frame's own coordinates.
#[must_use]
pub fn loops(mesh: &TriMesh, frame: &Frame) -> Vec<Loop> {
    // A corner on the plane counts as above it, so that every triangle is cut at two edges or at none.
    let heights: Vec<f64> = mesh.positions.iter().map(|p| (*p - frame.origin).dot(frame.n)).collect();
    let mut next: BTreeMap<(u32, u32), (u32, u32)> = BTreeMap::new();
    for t in &mesh.triangles {
        let above = t.map(|v| heights[v as usize] >= 0.0);
        let edge = |k: usize| {
            let (a, b) = (t[k], t[(k + 1) % 3]);
            (a.min(b), a.max(b))
        };
        let mut down = None;
        let mut up = None;
        for k in 0..3 {
            match (above[k], above[(k + 1) % 3]) {
                (true, false) => down = Some(edge(k)),
                (false, true) => up = Some(edge(k)),
                _ => {}
            }
        }
        if let (Some(from), Some(to)) = (down, up) {
            next.insert(from, to);
        }
    }
    let point = |(a, b): (u32, u32)| {
        let (high, low) = (heights[a as usize], heights[b as usize]);
        let p = mesh.positions[a as usize].lerp(mesh.positions[b as usize], high / (high - low));
        let (u, v, _) = frame.local(p);
        (u, v)
    };
    let mut found = Vec::new();
    while let Some((start, mut at)) = next.pop_first() {
        let mut curve = vec![point(start)];
        while at != start {
            curve.push(point(at));
            let Some(onward) = next.remove(&at) else { break };
            at = onward;
        }
        if at == start && curve.len() > 2 {
            found.push(curve);
        }
    }
    found
}

/// Length of a curve that closes on itself, mm.
#[must_use]
pub fn length(curve: &[(f64, f64)]) -> f64 {
    let step = |(i, a): (usize, &(f64, f64))| {
        let b = curve[(i + 1) % curve.len()];
        ((b.0 - a.0) * (b.0 - a.0) + (b.1 - a.1) * (b.1 - a.1)).sqrt()
    };
    curve.iter().enumerate().map(step).sum()
}

/// Length of a taut tape around a curve, mm: the girth of its convex hull, which bridges hollows as a tape does.
#[must_use]
pub fn girth(curve: &[(f64, f64)]) -> f64 {
    length(&hull(curve))
}

/// The convex hull of points of a plane (Andrew 1979, monotone chain), counter-clockwise.
#[must_use]
pub fn hull(points: &[(f64, f64)]) -> Loop {
    let mut sorted = points.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    sorted.dedup();
    if sorted.len() < 3 {
        return sorted;
    }
    let half = |points: &mut dyn Iterator<Item = &(f64, f64)>| {
        let mut chain: Loop = Vec::new();
        for p in points {
            while let [.., a, b] = chain[..]
                && (b.0 - a.0) * (p.1 - a.1) - (b.1 - a.1) * (p.0 - a.0) <= 0.0
            {
                chain.pop();
            }
            chain.push(*p);
        }
        chain.pop();
        chain
    };
    let mut all = half(&mut sorted.iter());
    all.extend(half(&mut sorted.iter().rev()));
    all
}

/// Smallest distance of a point from the corners of a curve, mm.
#[must_use]
pub fn nearest_corner(curve: &[(f64, f64)], (x, y): (f64, f64)) -> f64 {
    let squared = |p: &(f64, f64)| (p.0 - x) * (p.0 - x) + (p.1 - y) * (p.1 - y);
    curve.iter().map(squared).fold(f64::INFINITY, f64::min).sqrt()
}

/// A plane through a point, leaning about the x axis: level at 0 rad, its back (−z) up and its front down when positive.
#[must_use]
pub fn leaning(through: Vec3, lean: f64) -> Frame {
    let normal = Vec3::new(0.0, super::math::cos(lean), super::math::sin(lean));
    Frame::facing(through, normal, Vec3::NEG_Z)
}
