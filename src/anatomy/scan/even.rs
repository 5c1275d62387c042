//! The triangles evened out and the scanner's noise taken off: layers sink along the skin's normals, and slivers, folds and noise
//! make rough normals.
//!
//! Edges are flipped to Delaunay's, points slide in the surface towards the middle of their neighbours, and what is left of the
//! noise is taken off along the normals without shrinking the head (Taubin 1995).
//!
//! **Invariants:** the border stays where it is; no point ends further than [`MOST_MM`] from the surface that came in.

use std::collections::BTreeSet;

use super::edges::{edges, sides};
use super::soup::Soup;
use crate::geom::Vec3;
use crate::geom::mesh::TriMesh;
use crate::geom::surface::Surface;

/// Rounds of flipping and sliding.
const SLIDES: usize = 6;
/// Rounds of smoothing, with Taubin's two factors.
const ROUNDS: usize = 10;
const INWARD: f64 = 0.5;
const OUTWARD: f64 = -0.526;
/// Furthest that a point may leave the surface, mm: the noise of a hand-held scanner is 0.1–0.5 mm [recalled: makers' data sheets].
const MOST_MM: f64 = 0.6;
/// Sum of the two cotangents opposite an edge below which it is flipped.
const FLIPPED: f64 = -0.05;

/// Evens a surface out; mean and longest distance of its points from the surface before, mm.
pub(super) fn even(soup: &mut Soup, border: &[u32]) -> (f64, f64) {
    let count = soup.positions.len();
    let mut held = vec![false; count];
    border.iter().for_each(|v| held[*v as usize] = true);
    let before = Surface::new(&TriMesh::new(soup.positions.clone(), soup.triangles.clone()));
    for _ in 0..SLIDES {
        flip(soup);
        let mesh = TriMesh::new(soup.positions.clone(), soup.triangles.clone());
        for (v, middle) in middles(soup).into_iter().enumerate().filter(|(v, _)| !held[*v]) {
            let way = middle - mesh.positions[v];
            let along = way - mesh.normals[v] * way.dot(mesh.normals[v]);
            soup.positions[v] = before.closest(mesh.positions[v] + along * 0.7).point;
        }
    }
    flip(soup);
    let slid = soup.positions.clone();
    for round in 0..2 * ROUNDS {
        let factor = if round % 2 == 0 { INWARD } else { OUTWARD };
        let mesh = TriMesh::new(soup.positions.clone(), soup.triangles.clone());
        for (v, middle) in middles(soup).into_iter().enumerate().filter(|(v, _)| !held[*v]) {
            let (p, n) = (mesh.positions[v], mesh.normals[v]);
            let moved = p + n * (middle - p).dot(n) * factor;
            soup.positions[v] = slid[v] + (moved - slid[v]).clamp_length_max(MOST_MM);
        }
    }
    let (sum, most) = soup.positions.iter().map(|p| before.depth(*p).abs()).fold((0.0, 0.0f64), |(sum, most), way| (sum + way, most.max(way)));
    (sum / count.max(1) as f64, most)
}

/// The middle of each point's neighbours.
fn middles(soup: &Soup) -> Vec<Vec3> {
    let mut sums = vec![(Vec3::ZERO, 0.0); soup.positions.len()];
    for t in &soup.triangles {
        for k in 0..3 {
            let sum = &mut sums[t[k] as usize];
            sum.0 += soup.positions[t[(k + 1) % 3] as usize] + soup.positions[t[(k + 2) % 3] as usize];
            sum.1 += 2.0;
        }
    }
    sums.into_iter().zip(&soup.positions).map(|((sum, near), p)| if near > 0.0 { sum / near } else { *p }).collect()
}

/// Flips edges that are not Delaunay's in the pair of their triangles, each triangle at most once.
fn flip(soup: &mut Soup) {
    let all = sides(&soup.triangles);
    let mut known: BTreeSet<[u32; 2]> = all.iter().map(|side| side.ends).collect();
    let mut touched = vec![false; soup.triangles.len()];
    for edge in edges(&all) {
        let [first, second] = edge else { continue };
        let pair = [first.triangle as usize, second.triangle as usize];
        if pair.iter().any(|t| touched[*t]) {
            continue;
        }
        let [a, b] = if first.up { first.ends } else { [first.ends[1], first.ends[0]] };
        let third = |t: usize| soup.triangles[t].into_iter().find(|v| !first.ends.contains(v));
        let (Some(c), Some(d)) = (third(pair[0]), third(pair[1])) else { continue };
        let across = [c.min(d), c.max(d)];
        if c == d || known.contains(&across) {
            continue;
        }
        let at = |v: u32| soup.positions[v as usize];
        let cotangent = |v: u32| {
            let (p, q) = (at(a) - at(v), at(b) - at(v));
            p.dot(q) / p.cross(q).length().max(1e-12)
        };
        // The first triangle runs from a to b, so the new ones are a → d → c and d → b → c.
        let normal = |t: [u32; 3]| (at(t[1]) - at(t[0])).cross(at(t[2]) - at(t[0]));
        let old = normal([a, b, c]) + normal([b, a, d]);
        let new = [[a, d, c], [d, b, c]];
        if cotangent(c) + cotangent(d) < FLIPPED && new.iter().all(|t| normal(*t).dot(old) > 0.0) {
            known.remove(&first.ends);
            known.insert(across);
            for (t, new) in pair.into_iter().zip(new) {
                soup.triangles[t] = new;
                touched[t] = true;
            }
        }
    }
}
