//! Whether what a drill names lies on the patient's skin: a person's own scan may end before it.
//!
//! **Invariant:** what is accepted lies on the skin and not along its border; nothing is moved to the border in silence.

use super::anchor::Anchor;
use super::body::Anatomy;
use super::skin::Landmark;
use super::zone::ZoneError;
use crate::geom::Vec3;
use crate::geom::surface::SurfacePoint;

/// Furthest that landmarks beyond the skin may shift a place, mm [design: the error of picking a landmark].
const SHIFT_MM: f64 = 2.0;
/// Nearer to the skin's border than this a place is on it, mm.
const ON_BORDER_MM: f64 = 1e-3;
/// Share of a region's outline along the border of a skin with landmarks beyond it, from which on the region is cut off [design].
const CUT_SHARE: f64 = 0.05;

/// Finds what lies beyond a patient's skin.
pub(super) struct Reach<'a> {
    anatomy: &'a Anatomy,
    /// Whether each vertex lies on the skin's border.
    rim: Vec<bool>,
}

impl<'a> Reach<'a> {
    pub(super) fn new(anatomy: &'a Anatomy) -> Self {
        let mesh = &anatomy.skin().mesh;
        let mut rim = vec![false; mesh.positions.len()];
        mesh.rim_edges().iter().flatten().for_each(|v| rim[*v as usize] = true);
        Self { anatomy, rim }
    }

    fn on_border(&self, on: &SurfacePoint) -> bool {
        let mesh = &self.anatomy.skin().mesh;
        let t = mesh.triangles[on.triangle as usize];
        let inner: Vec<usize> = (0..3).filter(|k| !self.rim[t[*k] as usize]).collect();
        // A share of the height over the rim's edge; triangles are some mm high.
        let away: f64 = inner.iter().map(|k| on.barycentric[*k] * mesh.positions[t[*k] as usize].distance(on.point)).sum();
        away < ON_BORDER_MM
    }

    /// Refuses an anchor that lies beyond the skin; `what` names it.
    pub(super) fn anchor(&self, what: &str, anchor: &Anchor) -> Result<(), ZoneError> {
        let total: f64 = anchor.at.iter().map(|(_, weight)| weight.abs()).sum();
        let shift = |name: &str, weight: f64| lost_mm(self.anatomy, name).map(|off_mm| (off_mm, off_mm * weight.abs() / total.max(1e-9)));
        let lost = anchor.at.iter().filter_map(|(name, weight)| shift(name, *weight).map(|(off_mm, by)| (name, off_mm, by)));
        if let Some((name, off_mm, _)) = lost.max_by(|a, b| a.2.total_cmp(&b.2)).filter(|lost| lost.2 > SHIFT_MM) {
            return Err(ZoneError::Beyond { what: format!("{what} hangs on {name}, which lies"), off_mm });
        }
        let chart = self.anatomy.chart();
        let placed = chart.place(anchor)?;
        if self.on_border(&placed) {
            let start = chart.place(&Anchor { up_mm: 0.0, back_mm: 0.0, ..anchor.clone() })?;
            let wanted = (anchor.up_mm * anchor.up_mm + anchor.back_mm * anchor.back_mm).sqrt();
            let off_mm = (wanted - placed.point.distance(start.point)).max(0.0);
            return Err(ZoneError::Beyond { what: format!("{what} lies"), off_mm });
        }
        Ok(())
    }

    /// Refuses an outline (its points `step_mm` apart) of which a corner or a side lies beyond the skin.
    pub(super) fn outline(&self, corners: &[Anchor], outline: &[SurfacePoint], step_mm: f64) -> Result<(), ZoneError> {
        for (i, corner) in corners.iter().enumerate() {
            self.anchor(&format!("corner {} of the zone", i + 1), corner)?;
        }
        let placed = corners.iter().map(|corner| self.anatomy.chart().place(corner)).collect::<Result<Vec<_>, _>>()?;
        self.sides(&placed, outline, step_mm)
    }

    /// Refuses a polygon about a landmark of which a corner or a side lies beyond the skin.
    pub(super) fn polygon(&self, about: &str, corners: &[SurfacePoint], outline: &[SurfacePoint], step_mm: f64) -> Result<(), ZoneError> {
        if let Some(off_mm) = lost_mm(self.anatomy, about) {
            return Err(ZoneError::Beyond { what: format!("the polygon hangs on {about}, which lies"), off_mm });
        }
        if let Some((i, corner)) = corners.iter().enumerate().find(|(_, corner)| self.on_border(corner)) {
            return Err(ZoneError::Beyond { what: format!("corner {} of the zone lies", i + 1), off_mm: corner.depth_mm.abs() });
        }
        self.sides(corners, outline, step_mm)
    }

    /// Refuses an outline of which a side between corners on the skin runs along its border.
    fn sides(&self, corners: &[SurfacePoint], outline: &[SurfacePoint], step_mm: f64) -> Result<(), ZoneError> {
        let mut from = 0;
        for i in 0..corners.len() {
            let next = (i + 1) % corners.len();
            let chart = self.anatomy.chart();
            let (a, b) = (corners[i], corners[next]);
            let points = outline.get(from..from + chart.chord(&a, &b, step_mm).len()).unwrap_or_default();
            let wanted = |k: usize| a.point.lerp(b.point, k as f64 / points.len() as f64);
            let off = points.iter().enumerate().filter(|(_, on)| self.on_border(on)).map(|(k, on)| on.point.distance(wanted(k)));
            if let Some(off_mm) = off.max_by(f64::total_cmp) {
                return Err(ZoneError::Beyond { what: format!("the zone's side between corners {} and {} runs", i + 1, next + 1), off_mm });
            }
            from += points.len();
        }
        Ok(())
    }

    /// Refuses a region that the skin's border cuts off, where landmarks lie beyond it.
    pub(super) fn region(&self, name: &str, outline: &[Vec3]) -> Result<(), ZoneError> {
        let lost = Landmark::of(self.anatomy.part()).iter().filter_map(|l| lost_mm(self.anatomy, l.name()).map(|off_mm| (l.name(), off_mm)));
        let near = outline.iter().filter(|p| self.near_border(**p)).count();
        if near as f64 <= CUT_SHARE * outline.len() as f64 {
            return Ok(());
        }
        match lost.max_by(|a, b| a.1.total_cmp(&b.1)) {
            Some((landmark, off_mm)) => {
                let share = 100 * near / outline.len().max(1);
                Err(ZoneError::Beyond { what: format!("{name} is cut off ({share} % of its border is that of the skin): {landmark} lies"), off_mm })
            }
            None => Ok(()),
        }
    }

    /// Whether a place is within a cell of the border.
    fn near_border(&self, p: Vec3) -> bool {
        let on = self.anatomy.surface().closest(p);
        let mesh = &self.anatomy.skin().mesh;
        let t = mesh.triangles[on.triangle as usize];
        t.iter().any(|v| self.rim[*v as usize])
    }
}

/// How far a landmark lies beyond the skin, mm; none where it lies on it.
fn lost_mm(anatomy: &Anatomy, name: &str) -> Option<f64> {
    let landmark = Landmark::named(name)?;
    let off_mm = anatomy.chart().landmark(name)?.distance(anatomy.landmarks().get(landmark));
    (off_mm > SHIFT_MM).then_some(off_mm)
}
