//! From triangles as they come to one oriented manifold surface: welding, pieces, edges of too many triangles, winding, size.
//!
//! **Invariant:** what comes out has no unused, doubled or bow-tie point, no empty triangle, at most two triangles at an edge, which run
//! against each other there, and outward normals; every change is listed as a [`Repair`].

use super::edges::{edges, pieces, sides};
use super::repair::{Defect, Repair};
use super::soup::Soup;
use crate::geom::Vec3;

/// Points nearer than this are one, mm: below what any scanner resolves, above what a file's digits round [design].
const WELD_MM: f64 = 0.01;
/// A triangle smaller than this is empty, mm² [design].
const EMPTY_MM2: f64 = 1e-7;
/// Share of the surface that must lie in one piece [design].
const ONE_PIECE: f64 = 0.6;
/// Share of the triangles that may be taken out about bad edges [design].
const BAD_SHARE: f64 = 0.03;

pub(super) fn area_vector(positions: &[Vec3], t: [u32; 3]) -> Vec3 {
    let [a, b, c] = t.map(|v| positions[v as usize]);
    (b - a).cross(c - a) * 0.5
}

/// One surface from a soup in mm, placed so that the midpoint of the tragi is the origin.
pub(super) fn clean(soup: &mut Soup, repairs: &mut Vec<Repair>) -> Result<(), Defect> {
    weld(soup, repairs);
    let before = soup.triangles.len();
    let empty = |t: &[u32; 3]| t[0] != t[1] && t[1] != t[2] && t[2] != t[0];
    let positions = &soup.positions;
    soup.triangles.retain(|t| empty(t) && area_vector(positions, *t).length() > EMPTY_MM2);
    note(repairs, before - soup.triangles.len(), Repair::Empty);
    drop_doubles(soup, repairs);
    largest_piece(soup, repairs)?;
    let all = soup.triangles.len();
    let mut cut = 0;
    // Taking out triangles may lay bare another bad edge; each round takes some, so this ends.
    loop {
        let bad = bad_triangles(soup);
        if bad.is_empty() {
            break;
        }
        cut += bad.len();
        if cut as f64 > BAD_SHARE * all as f64 {
            return Err(Defect::Tangled { triangles: cut, of: all, at: centre(soup, bad[0]) });
        }
        remove(soup, &bad);
    }
    note(repairs, cut, Repair::Tangled);
    let turned = wind(soup);
    note(repairs, turned, Repair::Turned);
    largest_piece(soup, repairs)?;
    split_bow_ties(soup, repairs);
    let outward: f64 = soup.triangles.iter().map(|t| area_vector(&soup.positions, *t).dot(centre_of(soup, *t))).sum();
    if outward < 0.0 {
        soup.triangles.iter_mut().for_each(|t| t.swap(1, 2));
        repairs.push(Repair::Inward);
    }
    compact(soup);
    Ok(())
}

fn note(repairs: &mut Vec<Repair>, count: usize, repair: impl Fn(usize) -> Repair) {
    if count > 0 {
        repairs.push(repair(count));
    }
}

fn centre_of(soup: &Soup, t: [u32; 3]) -> Vec3 {
    t.iter().map(|v| soup.positions[*v as usize]).sum::<Vec3>() / 3.0
}

fn centre(soup: &Soup, triangle: u32) -> Vec3 {
    centre_of(soup, soup.triangles[triangle as usize])
}

fn weld(soup: &mut Soup, repairs: &mut Vec<Repair>) {
    let cell = |x: f64| (x / WELD_MM).floor() as i64;
    let mut order: Vec<([i64; 3], u32)> =
        soup.positions.iter().enumerate().map(|(i, p)| ([cell(p.x), cell(p.y), cell(p.z)], i as u32)).collect();
    order.sort_unstable();
    let mut to: Vec<u32> = (0..soup.positions.len() as u32).collect();
    for (key, i) in &order {
        if to[*i as usize] != *i {
            continue;
        }
        // Near points may lie in the next cell.
        for neighbour in 0..27 {
            let near = [key[0] + neighbour % 3 - 1, key[1] + neighbour / 3 % 3 - 1, key[2] + neighbour / 9 - 1];
            let start = order.partition_point(|(k, _)| *k < near);
            for (_, j) in order[start..].iter().take_while(|(k, _)| *k == near) {
                let apart = (soup.positions[*j as usize] - soup.positions[*i as usize]).length();
                if j > i && to[*j as usize] == *j && apart < WELD_MM {
                    to[*j as usize] = *i;
                }
            }
        }
    }
    // A point may have gone to one that went on to another.
    let last = |mut i: u32| {
        while to[i as usize] != i {
            i = to[i as usize];
        }
        i
    };
    let welded = to.iter().enumerate().filter(|(i, v)| *i as u32 != **v).count();
    for t in &mut soup.triangles {
        *t = t.map(last);
    }
    note(repairs, welded, Repair::Welded);
}

fn drop_doubles(soup: &mut Soup, repairs: &mut Vec<Repair>) {
    let mut order: Vec<([u32; 3], u32)> = Vec::with_capacity(soup.triangles.len());
    for (i, t) in soup.triangles.iter().enumerate() {
        let mut key = *t;
        key.sort_unstable();
        order.push((key, i as u32));
    }
    order.sort_unstable();
    let doubles: Vec<u32> = order.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[1].1).collect();
    remove(soup, &doubles);
    note(repairs, doubles.len(), Repair::Doubled);
}

fn remove(soup: &mut Soup, triangles: &[u32]) {
    let mut gone = vec![false; soup.triangles.len()];
    triangles.iter().for_each(|i| gone[*i as usize] = true);
    let mut at = 0;
    soup.triangles.retain(|_| {
        at += 1;
        !gone[at - 1]
    });
}

fn largest_piece(soup: &mut Soup, repairs: &mut Vec<Repair>) -> Result<(), Defect> {
    let (piece, count) = pieces(&soup.triangles);
    if count == 0 {
        return Err(Defect::Nothing);
    }
    let mut areas = vec![0.0; count];
    for (t, piece) in soup.triangles.iter().zip(&piece) {
        areas[*piece as usize] += area_vector(&soup.positions, *t).length();
    }
    let best = (0..count).fold(0, |best, i| if areas[i] > areas[best] { i } else { best });
    let share = areas[best] / areas.iter().sum::<f64>();
    if share < ONE_PIECE {
        return Err(Defect::Pieces { count, share });
    }
    if count > 1 {
        let mut at = 0;
        soup.triangles.retain(|_| {
            at += 1;
            piece[at - 1] as usize == best
        });
        repairs.push(Repair::Pieces { count: count - 1, share: 1.0 - share });
    }
    Ok(())
}

/// Triangles at edges of more than two, or where the surface meets itself the wrong way round (a Möbius band).
fn bad_triangles(soup: &Soup) -> Vec<u32> {
    let all = sides(&soup.triangles);
    let mut bad: Vec<u32> = edges(&all).filter(|edge| edge.len() > 2).flatten().map(|side| side.triangle).collect();
    if bad.is_empty() {
        let flips = orientation(soup.triangles.len(), &all);
        let against = |side: &super::edges::Side| side.up != flips[side.triangle as usize];
        bad = edges(&all).filter(|edge| edge.len() == 2 && against(&edge[0]) == against(&edge[1])).map(|edge| edge[1].triangle).collect();
    }
    bad.sort_unstable();
    bad.dedup();
    bad
}

/// Which triangles must be turned so that neighbours run against each other, spreading from the first of each piece.
fn orientation(count: usize, all: &[super::edges::Side]) -> Vec<bool> {
    let mut neighbours: Vec<[(u32, bool); 3]> = vec![[(u32::MAX, false); 3]; count];
    let mut put = |from: u32, to: u32, same: bool| {
        if let Some(slot) = neighbours[from as usize].iter_mut().find(|slot| slot.0 == u32::MAX) {
            *slot = (to, same);
        }
    };
    for edge in edges(all) {
        if let [a, b] = edge {
            put(a.triangle, b.triangle, a.up == b.up);
            put(b.triangle, a.triangle, a.up == b.up);
        }
    }
    let mut flips = vec![None; count];
    let mut queue = std::collections::VecDeque::new();
    for start in 0..count {
        if flips[start].is_some() {
            continue;
        }
        flips[start] = Some(false);
        queue.push_back(start);
        while let Some(i) = queue.pop_front() {
            let own = flips[i].unwrap_or(false);
            for (to, same) in neighbours[i] {
                if to != u32::MAX && flips[to as usize].is_none() {
                    flips[to as usize] = Some(own != same);
                    queue.push_back(to as usize);
                }
            }
        }
    }
    flips.into_iter().map(|flip| flip.unwrap_or(false)).collect()
}

/// Turns triangles until all run alike; the fewer are turned. How many were.
fn wind(soup: &mut Soup) -> usize {
    let flips = orientation(soup.triangles.len(), &sides(&soup.triangles));
    let turned = flips.iter().filter(|flip| **flip).count();
    let others = turned * 2 > flips.len();
    for (t, flip) in soup.triangles.iter_mut().zip(&flips) {
        if *flip != others {
            t.swap(1, 2);
        }
    }
    turned.min(flips.len() - turned)
}

/// Gives each fan of triangles about a point a point of its own.
fn split_bow_ties(soup: &mut Soup, repairs: &mut Vec<Repair>) {
    // Corners are joined over the edges of their point; each set of corners is one fan.
    let corner = |t: u32, v: u32, triangles: &[[u32; 3]]| triangles[t as usize].iter().position(|x| *x == v).map_or(0, |k| 3 * t as usize + k);
    let mut parent: Vec<usize> = (0..3 * soup.triangles.len()).collect();
    fn root(parent: &mut [usize], mut i: usize) -> usize {
        while parent[i] != i {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }
        i
    }
    for edge in edges(&sides(&soup.triangles)) {
        if let [a, b] = edge {
            for v in a.ends {
                let (p, q) = (corner(a.triangle, v, &soup.triangles), corner(b.triangle, v, &soup.triangles));
                let (p, q) = (root(&mut parent, p), root(&mut parent, q));
                parent[p.max(q)] = p.min(q);
            }
        }
    }
    let mut first = vec![usize::MAX; soup.positions.len()];
    let mut copies: std::collections::BTreeMap<usize, u32> = std::collections::BTreeMap::new();
    for t in 0..soup.triangles.len() {
        for k in 0..3 {
            let fan = root(&mut parent, 3 * t + k);
            let v = soup.triangles[t][k] as usize;
            if first[v] == usize::MAX {
                first[v] = fan;
            } else if first[v] != fan {
                let positions = &mut soup.positions;
                soup.triangles[t][k] = *copies.entry(fan).or_insert_with(|| {
                    positions.push(positions[v]);
                    positions.len() as u32 - 1
                });
            }
        }
    }
    note(repairs, copies.len(), Repair::BowTies);
}

/// Drops the points that no triangle uses.
pub(super) fn compact(soup: &mut Soup) {
    let mut to = vec![u32::MAX; soup.positions.len()];
    let mut kept = Vec::new();
    for t in &mut soup.triangles {
        for v in t {
            let slot = &mut to[*v as usize];
            if *slot == u32::MAX {
                *slot = kept.len() as u32;
                kept.push(soup.positions[*v as usize]);
            }
            *v = *slot;
        }
    }
    soup.positions = kept;
}
