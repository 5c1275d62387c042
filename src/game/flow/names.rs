//! Names of what is seen, and where in the window they belong.

use bevy::prelude::Vec2;

use super::overlay::{Named, Overlays};
use crate::anatomy::{Anatomy, Hazard, HazardShape, Region, Side, Zone};
use crate::game::panels::Phrase;
use crate::game::panels::labels::{Kind, Label};
use crate::game::scene::camera::Eye;
use crate::game::scene::model::SkinPoint;
use crate::game::scene::stage::Frame;
use crate::geom::Vec3;
use crate::lang::{Lang, Value};

/// Nearness to the pointer at which a hazard is named, px.
const NEAR_PX: f32 = 10.0;
/// How squarely the skin must look at the eye for its name to be shown (cosine).
const FACING: f64 = 0.22;
/// Skin this much nearer to the eye hides a place, mm.
const HIDES_MM: f64 = 5.0;

/// The name of a thing by its kind and its id in files; an id without words says itself.
pub(super) fn phrase(lang: &Lang, kind: &str, id: &str) -> Phrase {
    let message = format!("{kind}-{id}");
    if lang.has(&message) { Phrase::new(message) } else { Phrase::new("named-raw").with("name", Value::text(id.replace('_', " "))) }
}

/// The name of a hazard with its side.
pub(super) fn hazard(lang: &Lang, hazard: &Hazard) -> Phrase {
    let name = phrase(lang, "hazard", &hazard.id);
    match hazard.side {
        None => name,
        Some(side) => {
            let side = lang.text(if side == Side::Left { "side-left" } else { "side-right" }, &[]);
            Phrase::new("named-side").with("name", Value::text(name.say(lang))).with("side", Value::text(side))
        }
    }
}

/// A patient as an eye sees it.
pub(super) struct Sight<'a> {
    pub(super) anatomy: &'a Anatomy,
    pub(super) eye: &'a Eye,
    pub(super) frame: &'a Frame,
    pub(super) lang: &'a Lang,
    /// Where no name stands: what is being worked on.
    pub(super) free: Option<&'a Zone>,
}

impl Sight<'_> {
    /// Where a place of the skin appears, when it is seen and a name may stand there.
    fn seen(&self, at: &SkinPoint) -> Option<Vec2> {
        if self.free.is_some_and(|zone| zone.contains(at.point)) {
            return None;
        }
        let from = self.eye.position();
        let way = at.point - from;
        let direction = way.try_normalize()?;
        if -direction.dot(at.normal) < FACING {
            return None;
        }
        let hidden = self.anatomy.hit(from, direction).is_some_and(|hit| hit.distance < way.length() - HIDES_MM);
        if hidden { None } else { self.eye.project(at.point, self.frame) }
    }

    fn named(&self, name: &Named, kind: Kind) -> Option<Label> {
        let at = self.seen(&name.at)?;
        let (family, id) = name.id.split_once('-')?;
        Some(Label { text: phrase(self.lang, family, id), kind, at: [at.x, at.y] })
    }

    /// Names of the regions (all, or those where product must not go); patches that are seen most squarely first.
    pub(super) fn regions(&self, overlays: &Overlays, all: bool, no_go: bool) -> Vec<Label> {
        let mut names: Vec<&Named> = overlays.region_names.iter().collect();
        names.sort_by(|a, b| {
            let square = |name: &Named| (self.eye.position() - name.at.point).normalize_or(Vec3::Z).dot(name.at.normal);
            square(b).total_cmp(&square(a))
        });
        let label = |name: &&Named| {
            let region = name.id.strip_prefix("region-").and_then(Region::from_name);
            let forbidden = no_go && region.is_some_and(Region::is_no_go);
            (all || forbidden).then(|| self.named(name, if forbidden { Kind::NoGo } else { Kind::Region })).flatten()
        };
        names.iter().filter_map(label).collect()
    }

    /// Names of the landmarks.
    pub(super) fn landmarks(&self, overlays: &Overlays) -> Vec<Label> {
        overlays.landmark_names.iter().filter_map(|name| self.named(name, Kind::Landmark)).collect()
    }

    /// Names of all hazards in sight, each where the skin above it looks at the eye most squarely.
    pub(super) fn hazards(&self) -> Vec<Label> {
        let one = |found: &Hazard| {
            let places: Vec<SkinPoint> = match &found.shape {
                HazardShape::Path(path) => {
                    path.iter().map(|p| SkinPoint { point: p.foot, normal: (p.foot - p.point).normalize_or(Vec3::Z) }).collect()
                }
                HazardShape::Volume(patch) => patch
                    .outline
                    .iter()
                    .step_by(4)
                    .map(|p| SkinPoint { point: *p, normal: self.anatomy.project(*p).normal })
                    .collect(),
            };
            let square = |at: &SkinPoint| (self.eye.position() - at.point).normalize_or(Vec3::Z).dot(at.normal);
            let best = places.iter().max_by(|a, b| square(a).total_cmp(&square(b)))?;
            let at = self.seen(best)?;
            Some(Label { text: phrase(self.lang, "hazard", &found.id), kind: Kind::Hazard(found.kind), at: [at.x, at.y] })
        };
        self.anatomy.hazards().iter().filter_map(one).collect()
    }

    /// The hazard under the pointer.
    pub(super) fn hazard_at(&self, cursor: Vec2) -> Option<Label> {
        let mut best: Option<(f32, usize, Vec2)> = None;
        for (index, hazard) in self.anatomy.hazards().iter().enumerate() {
            let near = |point: Vec3, outward: Vec3, best: &mut Option<(f32, usize, Vec2)>| {
                if outward.dot(self.eye.position() - point) < 0.0 {
                    return;
                }
                let Some(at) = self.eye.project(point, self.frame) else { return };
                let away = at.distance(cursor);
                if away < best.as_ref().map_or(NEAR_PX, |(known, ..)| *known) {
                    *best = Some((away, index, at));
                }
            };
            match &hazard.shape {
                HazardShape::Path(path) => {
                    for p in path {
                        near(p.point, p.foot - p.point, &mut best);
                    }
                }
                HazardShape::Volume(patch) => {
                    for p in &patch.outline {
                        near(*p, self.anatomy.project(*p).normal, &mut best);
                    }
                }
            }
        }
        let best = best.map(|(_, index, at)| (&self.anatomy.hazards()[index], at));
        best.map(|(found, at)| Label { text: hazard(self.lang, found), kind: Kind::Hazard(found.kind), at: [at.x, at.y] })
    }
}
