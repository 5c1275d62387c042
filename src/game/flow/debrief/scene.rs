//! What the scene draws of a debrief: the replay at its tick, another's beside it, a map, the skin of a month.

use std::sync::Arc;

use super::ghost::Ghost;
use super::{Debriefing, Drawn, maps};
use crate::anatomy::TissueField;
use crate::game::flow::frame::{self, Frame};
use crate::game::flow::picture::{self, Shows};
use crate::game::panels::debrief::{Map, Quantity, Show, Whose};
use crate::game::scene::model::{DepositShape, DoseMap, SceneModel, SkinField, SkinPoint, Spot, Tone};
use crate::scoring::{Scorecard, Severity};
use crate::session::Session;

/// Radius of a hot spot's ring, mm: within it the share of the hazard is counted.
const HOT_SPOT_MM: f64 = 4.0;
/// A finding's own ring, mm.
const RING_MM: f64 = 5.0;

/// An attempt as it is watched.
struct Watched<'a> {
    session: &'a Session,
    card: &'a Scorecard,
    frames: &'a [Frame],
    skins: &'a [(u64, Arc<SkinField>)],
    tick: u64,
}

impl Watched<'_> {
    /// At its end everything lies as it lies, whatever the last tick.
    fn until(&self) -> u64 {
        if self.tick >= self.session.tick() { u64::MAX } else { self.tick }
    }
}

impl Debriefing {
    /// The map on the skin.
    pub(super) fn map(&self) -> Map {
        if self.later() { self.maps.1 } else { self.maps.0 }
    }

    /// The tick of another's attempt that is in step with the replay.
    fn in_step(&self, ghost: &Ghost) -> u64 {
        self.stations.in_step(self.tick(), &ghost.stations)
    }

    /// The attempt that is watched: one's own, or the other's alone.
    fn watched(&self) -> Watched<'_> {
        match self.ghost.as_ref().filter(|_| self.whose == Whose::Other && !self.later()) {
            Some(ghost) => Watched {
                session: &ghost.session,
                card: &ghost.scorecard,
                frames: &ghost.frames,
                skins: &ghost.skins,
                tick: self.in_step(ghost),
            },
            None => {
                Watched { session: &self.session, card: &self.scorecard, frames: &self.frames, skins: &self.skins, tick: self.tick() }
            }
        }
    }

    /// The cannula of the attempt that is watched, as it is drawn now.
    pub(super) fn moment(&self) -> Option<Frame> {
        let watched = self.watched();
        frame::at(watched.frames, watched.tick)
    }

    /// Fills the scene's model.
    pub(in crate::game::flow) fn fill(&mut self, model: &mut SceneModel) {
        let map = self.make_map();
        let skin = self.make_skin();
        let later = self.later();
        let watched = self.watched();
        let shows = Shows {
            peel: if self.shows(Show::Layers) && !later { 2.0 } else { 0.0 },
            dose: map.is_some(),
            cannula: self.shows(Show::Cannula) && !later,
            proposed: false,
            see_through: self.shows(Show::Threads) && !later,
            ..Shows::default()
        };
        let moment = frame::at(watched.frames, watched.tick).filter(|_| !later);
        picture::fill(model, &self.stage, watched.session, watched.until(), moment.as_ref(), shows);
        model.skin = skin;
        model.dose = map;
        (model.ghost, model.ghost_deposits) = (None, Vec::new());
        if let Some(ghost) = self.ghost.as_ref().filter(|_| self.whose == Whose::Both && !later) {
            let tick = self.in_step(ghost);
            model.ghost = frame::at(&ghost.frames, tick).filter(|_| shows.cannula).map(|frame| frame.cannula);
            if shows.see_through || shows.peel > 0.0 {
                let deposits = ghost.session.deposits();
                let laid = deposits.deposits().iter().enumerate().filter(|(_, bead)| bead.first_tick <= tick);
                model.ghost_deposits.extend(laid.map(|(i, bead)| DepositShape {
                    position: bead.position,
                    direction: bead.direction,
                    length_mm: bead.length_mm,
                    radius_mm: deposits.radius_mm(i),
                }));
            }
        }
        let anatomy = &self.session.setup().anatomy;
        model.hot_spots.clear();
        // In the months a ring's area is the share of its nodules that is felt by then.
        let grown = self.after.as_ref().filter(|_| later).map_or(1.0, |after| after.felt_share(watched.card.nodule.expected).sqrt());
        let told = if later { self.map() == Map::Felt } else { self.shows(Show::HotSpots) };
        if told && grown > 0.05 {
            for spot in &watched.card.nodule.hot_spots {
                let on = anatomy.project(crate::geom::Vec3::from_array(spot.at));
                model.hot_spots.push(Spot { at: SkinPoint { point: on.foot, normal: on.normal }, radius_mm: HOT_SPOT_MM * grown });
            }
        }
        let chosen = self.chosen.filter(|_| self.whose != Whose::Other && !later).and_then(|index| self.scorecard.findings.get(index));
        model.highlight = chosen.and_then(|finding| {
            let on = anatomy.sample(finding.place()?);
            let tone = match finding.severity {
                Severity::Fault => Tone::Fault,
                Severity::Attention => Tone::Attention,
                Severity::WellDone => Tone::Target,
            };
            Some((Spot { at: SkinPoint { point: on.foot, normal: on.normal }, radius_mm: RING_MM }, tone))
        });
        if let Some(place) = self.remarked().filter(|_| self.whose != Whose::Other && !later) {
            let on = anatomy.project(place);
            model.highlight = Some((Spot { at: SkinPoint { point: on.foot, normal: on.normal }, radius_mm: RING_MM }, Tone::Target));
        }
    }

    /// The map on the skin; made anew only when it is another one.
    fn make_map(&mut self) -> Option<Arc<DoseMap>> {
        let map = self.map();
        let other = self.whose == Whose::Other && self.ghost.is_some() && !self.later();
        let (month, quantity) = self.after.as_ref().filter(|_| self.later()).map_or((0.0, Quantity::Thickening), |after| (after.month, after.quantity));
        let of = Drawn { map, other, month, quantity };
        if let Some((known, drawn)) = &self.drawn
            && *known == of
        {
            return Some(Arc::clone(drawn));
        }
        let grid = &self.stage.grid;
        let made = match map {
            Map::Response | Map::Felt => self.after.as_ref()?.map(map, grid)?,
            _ => maps::laid(map, self.watched().card, grid)?,
        };
        let made = Arc::new(made);
        self.drawn = Some((of, Arc::clone(&made)));
        Some(made)
    }

    /// The skin as it is at the replay's tick, or in a month.
    fn make_skin(&mut self) -> Option<Arc<SkinField>> {
        if !self.later() {
            let watched = self.watched();
            let at = watched.skins.partition_point(|(then, _)| *then <= watched.tick).checked_sub(1)?;
            return Some(Arc::clone(&watched.skins[at].1));
        }
        let (after, (_, last)) = (self.after.as_ref()?, self.skins.last()?);
        if let Some((month, skin)) = &self.later
            && *month == after.month
        {
            return Some(Arc::clone(skin));
        }
        let skin = Arc::new(after.skin(last)?);
        self.later = Some((after.month, Arc::clone(&skin)));
        Some(skin)
    }

    /// The map that is on the skin, for its legend.
    pub(super) fn drawn(&self) -> Option<&DoseMap> {
        self.drawn.as_ref().filter(|(of, _)| of.map == self.map()).map(|(_, map)| map.as_ref())
    }
}
