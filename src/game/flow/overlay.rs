//! What can be laid over a patient: borders and names of the regions, no-go hatching, tension lines, landmarks. Worked out once a patient.
//!
//! **Invariant:** every line is read off the anatomy (the region of each vertex, the landmarks); nothing is drawn by hand.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::anatomy::{Anatomy, Landmark, Region};
use crate::game::scene::model::{Drawing, Ink, SkinPoint};
use crate::geom::Vec3;

/// Distance between the lines of the no-go hatching, mm [design: drawing only].
const HATCH_MM: f64 = 3.2;
/// A patch of a region with fewer vertices than this has no name.
const FEW: usize = 12;
/// Times that a border is evened out: it runs between vertices, which lie 2 to 5 mm apart.
const EVEN: usize = 4;

/// A name and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Named {
    /// Id of the message.
    pub(super) id: String,
    /// Place on the skin.
    pub(super) at: SkinPoint,
}

/// All overlays of a patient.
#[derive(Clone)]
pub(super) struct Overlays {
    /// Borders of regions.
    pub(super) regions: Arc<Drawing>,
    /// Names of regions.
    pub(super) region_names: Vec<Named>,
    /// No-go regions: border and hatching.
    pub(super) no_go: Arc<Drawing>,
    /// Landmarks.
    pub(super) landmarks: Arc<Drawing>,
    /// Names of landmarks.
    pub(super) landmark_names: Vec<Named>,
    /// Tension lines, where they are known.
    pub(super) tension: Option<Arc<Drawing>>,
}

impl Overlays {
    /// Works the overlays out.
    pub(super) fn new(anatomy: &Anatomy) -> Self {
        let drawing = |ink, lines, dots| Arc::new(Drawing { ink, lines, dots });
        let mut no_go = borders(anatomy, |a, b| a.is_no_go() != b.is_no_go());
        no_go.extend(hatching(anatomy));
        let marks = landmarks(anatomy);
        Self {
            regions: drawing(Ink::Region, borders(anatomy, |a, b| a != b), vec![]),
            region_names: region_names(anatomy),
            no_go: drawing(Ink::NoGo, no_go, vec![]),
            landmarks: drawing(Ink::Landmark, vec![], marks.iter().map(|mark| mark.at).collect()),
            landmark_names: marks,
            tension: None,
        }
    }
}

/// A point of a border: the middle of an edge, or of a triangle in which three regions meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    Edge(u32, u32),
    Middle(u32),
}

/// The lines between regions for which `apart` says so.
fn borders(anatomy: &Anatomy, apart: impl Fn(Region, Region) -> bool) -> Vec<Vec<SkinPoint>> {
    let (mesh, regions) = (&anatomy.skin().mesh, anatomy.regions());
    let mut links: BTreeMap<Node, Vec<Node>> = BTreeMap::new();
    let mut link = |a: Node, b: Node| {
        links.entry(a).or_default().push(b);
        links.entry(b).or_default().push(a);
    };
    for (index, t) in mesh.triangles.iter().enumerate() {
        let sides = [(t[0], t[1]), (t[1], t[2]), (t[2], t[0])];
        let crossed: Vec<Node> = sides
            .into_iter()
            .filter(|(a, b)| apart(regions[*a as usize], regions[*b as usize]))
            .map(|(a, b)| Node::Edge(a.min(b), a.max(b)))
            .collect();
        match crossed[..] {
            [a, b] => link(a, b),
            [a, b, c] => [a, b, c].into_iter().for_each(|end| link(end, Node::Middle(index as u32))),
            _ => {}
        }
    }
    let mean = |vertices: &[u32]| {
        let sum = |of: &[Vec3]| vertices.iter().map(|v| of[*v as usize]).sum::<Vec3>();
        SkinPoint { point: sum(&mesh.positions) / vertices.len() as f64, normal: sum(&mesh.normals).normalize_or(Vec3::Z) }
    };
    let place = |node: &Node| match node {
        Node::Edge(a, b) => mean(&[*a, *b]),
        Node::Middle(t) => mean(&mesh.triangles[*t as usize]),
    };
    let even = |line: Vec<Node>| even(anatomy, line.iter().map(place).collect());
    chains(&links).into_iter().map(even).collect()
}

/// Follows links from fork to fork (or end), then round what is left: closed lines end with their first node.
fn chains(links: &BTreeMap<Node, Vec<Node>>) -> Vec<Vec<Node>> {
    let mut gone: std::collections::BTreeSet<(Node, Node)> = std::collections::BTreeSet::new();
    let mut out = vec![];
    let mut follow = |from: Node, to: Node, out: &mut Vec<Vec<Node>>| {
        if gone.contains(&(from, to)) {
            return;
        }
        let mut line = vec![from, to];
        gone.extend([(from, to), (to, from)]);
        let mut at = to;
        while links[&at].len() == 2 && at != from {
            let Some(next) = links[&at].iter().copied().find(|next| !gone.contains(&(at, *next))) else { break };
            gone.extend([(at, next), (next, at)]);
            line.push(next);
            at = next;
        }
        out.push(line);
    };
    for ends in [true, false] {
        for (from, tos) in links.iter().filter(|(_, tos)| (tos.len() != 2) == ends) {
            for to in tos {
                follow(*from, *to, &mut out);
            }
        }
    }
    out
}

/// A line evened out and laid back on the skin; its ends stay.
fn even(anatomy: &Anatomy, mut line: Vec<SkinPoint>) -> Vec<SkinPoint> {
    let count = line.len();
    if count < 3 {
        return line;
    }
    let closed = line[0].point.distance(line[count - 1].point) < 1e-6;
    for _ in 0..EVEN {
        let before = line.clone();
        for k in 0..count {
            let (a, b) = match k {
                0 if closed => (count - 2, 1),
                k if k == count - 1 && closed => (count - 2, 1),
                0 => continue,
                k if k == count - 1 => continue,
                k => (k - 1, k + 1),
            };
            line[k].point = 0.5 * before[k].point + 0.25 * (before[a].point + before[b].point);
        }
    }
    for p in &mut line {
        let on = anatomy.surface().closest(p.point);
        *p = SkinPoint { point: on.point, normal: on.normal };
    }
    line
}

/// Slanting lines over the no-go regions.
fn hatching(anatomy: &Anatomy) -> Vec<Vec<SkinPoint>> {
    let (mesh, regions) = (&anatomy.skin().mesh, anatomy.regions());
    let along = Vec3::new(1.0, 1.0, 0.0).normalize();
    let mut lines = vec![];
    for t in &mesh.triangles {
        let share = t.map(|v| f64::from(u8::from(regions[v as usize].is_no_go())));
        if share == [0.0; 3] {
            continue;
        }
        let corner = |i: usize| (mesh.positions[t[i] as usize], mesh.normals[t[i] as usize], share[i]);
        let heights: [f64; 3] = std::array::from_fn(|i| corner(i).0.dot(along) / HATCH_MM);
        let (low, high) = (heights.iter().copied().fold(f64::MAX, f64::min), heights.iter().copied().fold(f64::MIN, f64::max));
        for number in low.ceil() as i64..=high.floor() as i64 {
            let level = number as f64;
            let cross = |i: usize, j: usize| {
                let (a, b) = (heights[i] - level, heights[j] - level);
                ((a > 0.0) != (b > 0.0)).then(|| {
                    let (part, (p, m, s), (q, n, r)) = (a / (a - b), corner(i), corner(j));
                    (p.lerp(q, part), m.lerp(n, part), s + (r - s) * part)
                })
            };
            let ends: Vec<_> = [(0, 1), (1, 2), (2, 0)].into_iter().filter_map(|(i, j)| cross(i, j)).collect();
            let [mut a, mut b] = ends[..] else { continue };
            if a.2 > b.2 {
                std::mem::swap(&mut a, &mut b);
            }
            if b.2 <= 0.5 {
                continue;
            }
            // The line ends where the border runs: halfway between a vertex inside and one outside.
            let part = if a.2 < 0.5 { (0.5 - a.2) / (b.2 - a.2) } else { 0.0 };
            let point = |part: f64| SkinPoint { point: a.0.lerp(b.0, part), normal: a.1.lerp(b.1, part).normalize_or(Vec3::Z) };
            lines.push(vec![point(part), point(1.0)]);
        }
    }
    lines
}

/// A name for every patch of a region, at the place farthest from the patch's border.
fn region_names(anatomy: &Anatomy) -> Vec<Named> {
    let (mesh, regions) = (&anatomy.skin().mesh, anatomy.regions());
    let mut near: Vec<Vec<u32>> = vec![vec![]; regions.len()];
    for t in &mesh.triangles {
        for k in 0..3 {
            near[t[k] as usize].push(t[(k + 1) % 3]);
            near[t[(k + 1) % 3] as usize].push(t[k]);
        }
    }
    // Steps to the nearest vertex of another region.
    let mut steps = vec![u32::MAX; regions.len()];
    let mut front: Vec<u32> = (0..regions.len() as u32)
        .filter(|v| near[*v as usize].iter().any(|n| regions[*n as usize] != regions[*v as usize]))
        .collect();
    let mut step = 0;
    while !front.is_empty() {
        let mut next = vec![];
        for v in front {
            if steps[v as usize] == u32::MAX {
                steps[v as usize] = step;
                next.extend(near[v as usize].iter().copied().filter(|n| steps[*n as usize] == u32::MAX));
            }
        }
        (front, step) = (next, step + 1);
    }
    let mut seen = vec![false; regions.len()];
    let mut names = vec![];
    for start in 0..regions.len() as u32 {
        let region = regions[start as usize];
        if seen[start as usize] || region == Region::Other {
            continue;
        }
        let (mut patch, mut rest) = (vec![], vec![start]);
        seen[start as usize] = true;
        while let Some(v) = rest.pop() {
            patch.push(v);
            for n in &near[v as usize] {
                if !seen[*n as usize] && regions[*n as usize] == region {
                    seen[*n as usize] = true;
                    rest.push(*n);
                }
            }
        }
        if patch.len() < FEW {
            continue;
        }
        let middle = patch.iter().map(|v| mesh.positions[*v as usize]).sum::<Vec3>() / patch.len() as f64;
        let deepest = patch.iter().map(|v| steps[*v as usize]).filter(|s| *s != u32::MAX).max().unwrap_or(0);
        let best = patch
            .iter()
            .filter(|v| steps[**v as usize] == u32::MAX || steps[**v as usize] + 1 >= deepest)
            .min_by(|a, b| {
                let away = |v: u32| mesh.positions[v as usize].distance_squared(middle);
                away(**a).total_cmp(&away(**b))
            });
        if let Some(v) = best {
            let at = SkinPoint { point: mesh.positions[*v as usize], normal: mesh.normals[*v as usize] };
            names.push(Named { id: format!("region-{}", region.name()), at });
        }
    }
    names
}

fn landmarks(anatomy: &Anatomy) -> Vec<Named> {
    let normals = &anatomy.skin().mesh.normals;
    let one = |landmark: Landmark| {
        let marks = anatomy.landmarks();
        let stem = landmark.name().trim_end_matches("_left").trim_end_matches("_right");
        let normal = normals.get(marks.vertex(landmark) as usize).copied().unwrap_or(Vec3::Z);
        Named { id: format!("landmark-{stem}"), at: SkinPoint { point: marks.get(landmark), normal } }
    };
    Landmark::ALL.map(one).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_become_lines_from_fork_to_fork_and_rings() {
        let node = |k: u32| Node::Middle(k);
        let mut links: BTreeMap<Node, Vec<Node>> = BTreeMap::new();
        for (a, b) in [(0, 1), (1, 2), (2, 3), (2, 4), (10, 11), (11, 12), (12, 10)] {
            links.entry(node(a)).or_default().push(node(b));
            links.entry(node(b)).or_default().push(node(a));
        }
        let mut lines = chains(&links);
        lines.sort();
        let of = |line: &[u32]| line.iter().map(|k| node(*k)).collect::<Vec<_>>();
        assert_eq!(lines, [of(&[0, 1, 2]), of(&[2, 3]), of(&[2, 4]), of(&[10, 11, 12, 10])]);
    }
}
