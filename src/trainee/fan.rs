//! The plan of a fan: which directions from the entry point, from where to where.

use crate::anatomy::Zone;
use crate::geom::{Vec3, math};
use crate::instrument::EntryPoint;
use crate::session::Setup;

/// One planned pass.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ray {
    /// Direction in the skin plane from the line ahead, rad.
    pub yaw: f64,
    /// Nearest point of the zone on this ray, mm from the entry.
    pub near_mm: f64,
    /// Furthest point of the zone on this ray that the cannula reaches, mm from the entry.
    pub far_mm: f64,
    /// Share of the zone's area that belongs to this ray.
    pub share: f64,
}

/// A planned fan.
#[derive(Clone, Debug, PartialEq)]
pub struct Fan {
    /// Direction of yaw 0 in the skin plane.
    pub ahead: Vec3,
    /// The passes, in the order of their yaw.
    pub rays: Vec<Ray>,
}

/// Width of the angular bins in which the zone is seen from the entry, rad.
const BIN: f64 = 0.035;
/// Shortest ray worth a pass, mm.
const SHORTEST_MM: f64 = 10.0;
/// What stays outside of the full length when the hub touches the skin, mm.
const HUB_GAP_MM: f64 = 5.0;

/// The zone as it is seen from an entry point: for each direction the nearest and furthest point, and the area.
struct Seen {
    ahead: Vec3,
    first: f64,
    bins: Vec<(f64, f64, f64)>,
}

fn look(zone: &Zone, entry: &EntryPoint, reach_mm: f64, mine: impl Fn(Vec3) -> bool) -> Seen {
    let inside: Vec<_> = zone.cells.iter().filter(|cell| cell.inside && mine(cell.point)).collect();
    let centre = inside.iter().fold(Vec3::ZERO, |sum, cell| sum + cell.point) / (inside.len().max(1) as f64);
    let flat = |d: Vec3| d - entry.normal * d.dot(entry.normal);
    let ahead = flat(centre - entry.point).normalize_or(entry.normal.any_orthonormal_vector());
    let side = entry.normal.cross(ahead);
    let polar: Vec<(f64, f64, f64)> = inside
        .iter()
        .map(|cell| {
            let d = cell.point - entry.point;
            (math::atan2(side.dot(d), ahead.dot(d)), d.length(), cell.area_mm2)
        })
        .filter(|(_, r, _)| *r <= reach_mm)
        .collect();
    // Points right at the entry are seen in any direction: they do not widen the fan.
    let far: Vec<f64> = polar.iter().filter(|(_, r, _)| *r > SHORTEST_MM).map(|(angle, ..)| *angle).collect();
    let first = far.iter().copied().fold(f64::INFINITY, f64::min);
    let last = far.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let count = if first < last { ((last - first) / BIN).ceil() as usize } else { 0 };
    let mut bins = vec![(f64::INFINITY, 0.0f64, 0.0); count];
    for (angle, r, area) in polar {
        if angle >= first && let Some(bin) = bins.get_mut(((angle - first) / BIN) as usize) {
            *bin = (bin.0.min(r), bin.1.max(r), bin.2 + area);
        }
    }
    Seen { ahead, first, bins }
}

impl Fan {
    /// Plans passes about `spacing_mm` apart at their far ends over the part of the zone that the cannula reaches.
    /// `place` maps the regular position of a pass in the fan (0..1) to the position taken; the identity gives an even fan.
    pub fn plan(zone: &Zone, entry: &EntryPoint, length_mm: f64, spacing_mm: f64, place: impl FnMut(f64, f64) -> f64) -> Self {
        Self::plan_part(zone, entry, length_mm, spacing_mm, |_| true, place)
    }

    /// As [`Fan::plan`], over that part of the zone alone whose points are `mine`: where several fans share a zone.
    pub fn plan_part(
        zone: &Zone,
        entry: &EntryPoint,
        length_mm: f64,
        spacing_mm: f64,
        mine: impl Fn(Vec3) -> bool,
        mut place: impl FnMut(f64, f64) -> f64,
    ) -> Self {
        let reach_mm = length_mm - HUB_GAP_MM;
        let seen = look(zone, entry, reach_mm, mine);
        let width = seen.bins.len() as f64 * BIN;
        let worth: Vec<f64> = seen.bins.iter().map(|bin| bin.1).filter(|far| *far > SHORTEST_MM).collect();
        let mean_far = worth.iter().sum::<f64>() / (worth.len().max(1) as f64);
        let count = ((width * mean_far / spacing_mm).round() as usize).clamp(2, 24);
        let area: f64 = seen.bins.iter().map(|bin| bin.2).sum();
        let rays = (0..count)
            .filter_map(|i| {
                let step = 1.0 / count as f64;
                let at = place((i as f64 + 0.5) * step, step).clamp(0.01, 0.99);
                let bin = seen.bins.get((at * seen.bins.len() as f64) as usize)?;
                let from = (i as f64 * step * seen.bins.len() as f64) as usize;
                let to = ((i + 1) as f64 * step * seen.bins.len() as f64) as usize;
                let share = seen.bins[from..to.max(from + 1).min(seen.bins.len())].iter().map(|bin| bin.2).sum::<f64>() / area;
                let ray = Ray { yaw: seen.first + at * width, near_mm: bin.0, far_mm: bin.1, share };
                (ray.far_mm - ray.near_mm > 0.5 * SHORTEST_MM).then_some(ray)
            })
            .collect();
        Self { ahead: seen.ahead, rays }
    }
}

/// Which of the proposed entry points lies nearest to a place of the zone: its fan covers it.
#[must_use]
pub fn nearest_entry(setup: &Setup, point: Vec3) -> usize {
    let far = |entry: &Vec3| entry.distance_squared(point);
    let by_way = setup.proposed_entries.iter().enumerate().min_by(|a, b| far(a.1).total_cmp(&far(b.1)));
    by_way.map_or(0, |(number, _)| number)
}

/// Share of the zone's area, 0 to 1, that belongs to the fans up to this one.
pub(super) fn share_up_to(setup: &Setup, number: usize) -> f64 {
    if number + 1 >= setup.proposed_entries.len() {
        return 1.0;
    }
    let inside = || setup.zone.cells.iter().filter(|cell| cell.inside);
    let own: f64 = inside().filter(|cell| nearest_entry(setup, cell.point) <= number).map(|cell| cell.area_mm2).sum();
    own / inside().map(|cell| cell.area_mm2).sum::<f64>().max(1e-9)
}

/// Share of the zone's area, 0 to 1, that belongs to the fan of a proposed entry point.
#[must_use]
pub fn entry_share(setup: &Setup, number: usize) -> f64 {
    share_up_to(setup, number) - number.checked_sub(1).map_or(0.0, |before| share_up_to(setup, before))
}
