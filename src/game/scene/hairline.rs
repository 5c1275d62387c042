//! The edge of the treatment cap: one smooth curve around the head, fitted to the mask of the scalp.
//!
//! **Invariant:** the distance it gives is smooth over the mesh, so that the edge drawn where it is 0 has no steps.

use bevy::math::Vec3;

/// Sectors around the head, and rounds in which neighbours are evened out.
const SECTORS: usize = 96;
const ROUNDS: usize = 5;
/// Middle of the cap's sphere over the midpoint of the ears (mm), direction of its pole, and the radius by which angles become mm.
const CENTRE: Vec3 = Vec3::new(0.0, 38.0, 8.0);
const POLE: Vec3 = Vec3::new(0.0, 0.86, -0.51);
const RADIUS_MM: f32 = 88.0;

/// How far each vertex lies above the hairline in mm (negative below it); the mask is 0.5 at the hairline. `None` where the mask has
/// no edge all around.
pub(super) fn above_hairline(points: &[Vec3], triangles: &[[u32; 3]], scalp: &[f32]) -> Option<Vec<f32>> {
    if scalp.len() != points.len() {
        return None;
    }
    let across = POLE.cross(Vec3::X).normalize();
    let polar = |p: Vec3| {
        let d = (p - CENTRE).normalize_or(POLE);
        (d.dot(Vec3::X).atan2(d.dot(across)), d.dot(POLE.normalize()).clamp(-1.0, 1.0).acos())
    };
    let sector = |turn: f32| ((turn / std::f32::consts::TAU).rem_euclid(1.0) * SECTORS as f32) as usize % SECTORS;
    let mut sums = vec![(0.0_f32, 0.0_f32); SECTORS];
    for t in triangles {
        for k in 0..3 {
            let (a, b) = (t[k] as usize, t[(k + 1) % 3] as usize);
            let (low, high) = (scalp[a], scalp[b]);
            if (low < 0.5) != (high < 0.5) {
                let (turn, angle) = polar(points[a].lerp(points[b], (0.5 - low) / (high - low)));
                let sum = &mut sums[sector(turn)];
                *sum = (sum.0 + angle, sum.1 + 1.0);
            }
        }
    }
    if sums.iter().filter(|s| s.1 > 0.0).count() < SECTORS / 2 {
        return None;
    }
    // Sectors that no edge crosses take the mean of their neighbours, round by round.
    for _ in 0..SECTORS / 2 {
        let before = sums.clone();
        for (k, sum) in sums.iter_mut().enumerate() {
            if sum.1 == 0.0 {
                for near in [before[(k + 1) % SECTORS], before[(k + SECTORS - 1) % SECTORS]] {
                    *sum = (sum.0 + if near.1 > 0.0 { near.0 / near.1 } else { 0.0 }, sum.1 + f32::from(u8::from(near.1 > 0.0)));
                }
            }
        }
    }
    let mut line: Vec<f32> = sums.iter().map(|(sum, count)| sum / count.max(1.0)).collect();
    for _ in 0..ROUNDS {
        let before = line.clone();
        for k in 0..SECTORS {
            line[k] = 0.25 * before[(k + SECTORS - 1) % SECTORS] + 0.5 * before[k] + 0.25 * before[(k + 1) % SECTORS];
        }
    }
    let edge = |turn: f32| {
        let at = (turn / std::f32::consts::TAU).rem_euclid(1.0) * SECTORS as f32 - 0.5;
        let (k, t) = (at.floor().rem_euclid(SECTORS as f32) as usize % SECTORS, at - at.floor());
        line[k] * (1.0 - t) + line[(k + 1) % SECTORS] * t
    };
    Some(
        points
            .iter()
            .map(|p| {
                let (turn, angle) = polar(*p);
                (edge(turn) - angle) * RADIUS_MM
            })
            .collect(),
    )
}
