//! Holes closed, and the one open border kept.
//!
//! A hole is triangulated with the least area (Barequet & Sharir 1995), cut to the density of its rim and bent smoothly on from the skin
//! around it (Liepa 2003).
//!
//! **Invariant:** afterwards the surface has at most one rim.

use std::collections::BTreeSet;

use super::edges::{length, rims};
use super::repair::{Defect, Repair};
use super::soup::Soup;
use crate::geom::Vec3;

/// Longest rim of a hole that is closed, mm: about 5 cm across [design].
const CLOSED_MM: f64 = 160.0;
/// Corners of a hole triangulated with the least area; beyond, a fan about the middle.
const MOST_CORNERS: usize = 320;
/// Points added in one hole at most.
const MOST_POINTS: usize = 1500;
/// Rounds of bending.
const ROUNDS: usize = 600;

/// Closes the holes; the longest rim stays open if it is longer than a hole may be. The points of the border.
pub(super) fn close(soup: &mut Soup, repairs: &mut Vec<Repair>) -> Result<Vec<u32>, Defect> {
    let mut all: Vec<(f64, Vec<u32>)> =
        rims(&soup.triangles, soup.positions.len()).into_iter().map(|rim| (length(&rim, &soup.positions), rim)).collect();
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut border = Vec::new();
    if all.first().is_some_and(|(length_mm, _)| *length_mm > CLOSED_MM) {
        border = all.remove(0).1;
    }
    if let Some((length_mm, rim)) = all.first().filter(|(length_mm, _)| *length_mm > CLOSED_MM) {
        let at = rim.iter().map(|v| soup.positions[*v as usize]).sum::<Vec3>() / rim.len() as f64;
        let border_mm = length(&border, &soup.positions);
        return Err(Defect::Hole { length_mm: *length_mm, at, border_mm, allowed_mm: CLOSED_MM });
    }
    if let Some((longest_mm, _)) = all.first() {
        repairs.push(Repair::Holes { count: all.len(), longest_mm: *longest_mm });
    }
    let known = edge_set(&soup.triangles);
    let first = soup.positions.len() as u32;
    for (_, rim) in &all {
        patch(soup, rim, &known);
    }
    bend(soup, first);
    if !border.is_empty() {
        repairs.push(Repair::Border { length_mm: length(&border, &soup.positions) });
    }
    Ok(border)
}

fn edge_set(triangles: &[[u32; 3]]) -> BTreeSet<[u32; 2]> {
    triangles.iter().flat_map(|t| (0..3).map(|k| (t[k], t[(k + 1) % 3]))).map(|(a, b)| [a.min(b), a.max(b)]).collect()
}

fn patch(soup: &mut Soup, rim: &[u32], known: &BTreeSet<[u32; 2]>) {
    let mut patch = least_area(rim, &soup.positions, known).unwrap_or_else(|| {
        let middle = rim.iter().map(|v| soup.positions[*v as usize]).sum::<Vec3>() / rim.len() as f64;
        soup.positions.push(middle);
        let centre = soup.positions.len() as u32 - 1;
        (0..rim.len()).map(|i| [rim[i], rim[(i + 1) % rim.len()], centre]).collect()
    });
    let step = length(rim, &soup.positions) / rim.len() as f64;
    for _ in 0..MOST_POINTS {
        if !split_longest(&mut patch, &mut soup.positions, 1.5 * step) {
            break;
        }
    }
    soup.triangles.extend(patch);
}

/// The triangulation of a rim with the least area that adds no edge which the mesh has already.
fn least_area(rim: &[u32], positions: &[Vec3], known: &BTreeSet<[u32; 2]>) -> Option<Vec<[u32; 3]>> {
    let n = rim.len();
    if n > MOST_CORNERS {
        return None;
    }
    let at = |i: usize| positions[rim[i] as usize];
    let taken = |i: usize, j: usize| {
        let (a, b) = (rim[i], rim[j]);
        j != i + 1 && !(i == 0 && j == n - 1) && known.contains(&[a.min(b), a.max(b)])
    };
    let mut cost = vec![0.0; n * n];
    let mut middle = vec![0usize; n * n];
    for span in 2..n {
        for i in 0..n - span {
            let j = i + span;
            let mut best = (f64::INFINITY, 0);
            if !taken(i, j) {
                for k in i + 1..j {
                    let area = (at(k) - at(i)).cross(at(j) - at(i)).length() * 0.5;
                    let sum = cost[i * n + k] + cost[k * n + j] + area;
                    if sum < best.0 {
                        best = (sum, k);
                    }
                }
            }
            (cost[i * n + j], middle[i * n + j]) = best;
        }
    }
    if !cost[n - 1].is_finite() {
        return None;
    }
    let mut triangles = Vec::with_capacity(n - 2);
    let mut spans = vec![(0, n - 1)];
    while let Some((i, j)) = spans.pop() {
        if j > i + 1 {
            let k = middle[i * n + j];
            triangles.push([rim[i], rim[k], rim[j]]);
            spans.extend([(i, k), (k, j)]);
        }
    }
    Some(triangles)
}

/// Cuts the longest inner edge of a patch in two, if it is longer than a limit.
fn split_longest(patch: &mut Vec<[u32; 3]>, positions: &mut Vec<Vec3>, limit: f64) -> bool {
    let mut inner: Vec<([u32; 2], usize, usize)> = Vec::new();
    for (i, t) in patch.iter().enumerate() {
        for k in 0..3 {
            let (a, b) = (t[k], t[(k + 1) % 3]);
            inner.push(([a.min(b), a.max(b)], i, k));
        }
    }
    inner.sort_unstable();
    let mut best: Option<(f64, (usize, usize), (usize, usize))> = None;
    for pair in inner.windows(2) {
        if pair[0].0 == pair[1].0 {
            let [a, b] = pair[0].0.map(|v| positions[v as usize]);
            let long = (b - a).length();
            if long > limit && best.is_none_or(|(known, ..)| long > known) {
                best = Some((long, (pair[0].1, pair[0].2), (pair[1].1, pair[1].2)));
            }
        }
    }
    let Some((_, first, second)) = best else { return false };
    let (a, b) = (patch[first.0][first.1], patch[first.0][(first.1 + 1) % 3]);
    positions.push((positions[a as usize] + positions[b as usize]) * 0.5);
    let new = positions.len() as u32 - 1;
    for (i, k) in [first, second] {
        let t = patch[i];
        let mut other = t;
        patch[i][(k + 1) % 3] = new;
        other[k] = new;
        patch.push(other);
    }
    true
}

/// Moves the points from `first` on until the surface bends evenly through them.
fn bend(soup: &mut Soup, first: u32) {
    let count = soup.positions.len();
    if first as usize == count {
        return;
    }
    let mut ring: Vec<Vec<u32>> = vec![Vec::new(); count];
    for t in &soup.triangles {
        for k in 0..3 {
            for other in [t[(k + 1) % 3], t[(k + 2) % 3]] {
                if !ring[t[k] as usize].contains(&other) {
                    ring[t[k] as usize].push(other);
                }
            }
        }
    }
    let lift = |v: u32, positions: &[Vec3]| {
        let ring = &ring[v as usize];
        ring.iter().map(|w| positions[*w as usize]).sum::<Vec3>() / ring.len().max(1) as f64 - positions[v as usize]
    };
    // First as a soap film, then as a thin plate that goes on from the skin around it.
    for round in 0..2 * ROUNDS {
        let moves: Vec<Vec3> = (first..count as u32)
            .map(|v| {
                let own = lift(v, &soup.positions);
                if round < ROUNDS {
                    return own * 0.8;
                }
                let ring = &ring[v as usize];
                let around = ring.iter().map(|w| lift(*w, &soup.positions)).sum::<Vec3>() / ring.len().max(1) as f64;
                (own - around) * 0.45
            })
            .collect();
        for (p, way) in soup.positions[first as usize..].iter_mut().zip(moves) {
            *p += way;
        }
    }
}
