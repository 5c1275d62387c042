//! Comments pinned to the replay of an attempt, and the drill's reference.
//!
//! **Invariant:** a comment that is shown is in the records; what becomes the reference was simulated again first, beside the window.

use std::sync::Arc;

use super::work::{Stand, Work};
use super::{Debriefing, NEAR_MM};
use crate::game::flow::load::Shelf;
use crate::game::flow::records::{Records, now_ms};
use crate::game::panels::debrief as panels;
use crate::game::panels::Phrase;
use crate::game::scene::camera::View;
use crate::game::scene::model::SkinPoint;
use crate::game::theme::State;
use crate::geom::Vec3;
use crate::lang::Value;
use crate::records::class::{Ghost, Pin};
use crate::records::store::Store;
use crate::records::xapi::text::shown;
use crate::session::DT;

/// Letters of a comment, and of who says it, that are shown.
const WORDS: usize = 1000;
const NAME: usize = 80;

/// The recording of an attempt, and what was said of it.
#[derive(Default)]
pub(super) struct Remarks {
    /// SHA-256 of the sealed recording and its bytes; none for an attempt without one.
    sealed: Option<([u8; 32], Arc<[u8]>)>,
    pins: Vec<Pin>,
    chosen: Option<usize>,
    /// The comment as it is typed.
    words: String,
    /// The drill's reference, and what makes this attempt one.
    reference: Option<Ghost>,
    making: Option<Work<Result<Ghost, String>>>,
    failed: Option<String>,
}

impl Debriefing {
    /// The sealed recording of the attempt.
    pub(in crate::game::flow) fn seal(&mut self, sum: [u8; 32], bytes: &[u8]) {
        self.remarks.sealed = Some((sum, bytes.into()));
    }

    /// Looks for what the records hold.
    pub(super) fn open_remarks(&mut self, records: &Records) {
        let remarks = &mut self.remarks;
        remarks.pins = remarks.sealed.as_ref().map(|(sum, _)| records.pins(*sum)).unwrap_or_default();
        remarks.reference = records.reference(&self.drill.id);
    }

    /// Whose pass is the ghost of this drill, unless it is this very attempt.
    pub(super) fn reference(&self) -> Option<&Ghost> {
        self.remarks.reference.as_ref().filter(|ghost| !self.remarks.is(ghost))
    }

    /// Whether this attempt is the reference of its drill.
    pub(super) fn is_reference(&self) -> bool {
        self.remarks.reference.as_ref().is_some_and(|ghost| self.remarks.is(ghost))
    }

    /// Types what is to be said.
    pub(super) fn say(&mut self, words: &str) {
        words.clone_into(&mut self.remarks.words);
    }

    /// Pins what was typed to the moment of the replay, and to where the cannula is in it.
    pub(super) fn pin(&mut self, author: &str, records: &mut Records) {
        let Some((sum, _)) = self.remarks.sealed else { return };
        let pin = Pin::new(sum, self.tick(), self.place_now(), author.trim(), self.remarks.words.trim(), now_ms());
        match records.add_pin(&pin) {
            Ok(()) => {
                self.remarks.words.clear();
                self.remarks.pins = records.pins(sum);
                self.remarks.chosen = self.remarks.pins.iter().position(|kept| kept.tick == pin.tick && kept.words == pin.words);
                self.tab = panels::Tab::Findings;
            }
            Err(why) => self.remarks.failed = Some(shown(&why, 200)),
        }
    }

    /// Where product leaves the port in this moment, else where the tip is; none while it is far from the skin.
    fn place_now(&self) -> Option<Vec3> {
        let cannula = self.moment()?.cannula;
        cannula.entry_arc_mm?;
        cannula.flowing_at.or(cannula.nodes.last().copied())
    }

    /// Takes a comment away.
    pub(super) fn unpin(&mut self, index: usize, records: &mut Records) {
        if let (Some(pin), Some((sum, _))) = (self.remarks.pins.get(index), &self.remarks.sealed) {
            records.remove_pin(pin);
            self.remarks.pins = records.pins(*sum);
            self.remarks.chosen = None;
        }
    }

    /// Looks at a comment; gives the view that shows its place.
    pub(super) fn remark(&mut self, index: usize) -> Option<View> {
        let pin = self.remarks.pins.get(index)?.clone();
        self.seek(pin.tick as f64 * DT);
        self.playing = false;
        (self.remarks.chosen, self.chosen) = (Some(index), None);
        let on = self.session.setup().anatomy.project(Vec3::from_array(pin.place?));
        Some(View::Close(SkinPoint { point: on.foot, normal: on.normal }, NEAR_MM))
    }

    /// Nothing of the comments is looked at any more.
    pub(super) fn forget_remark(&mut self) {
        self.remarks.chosen = None;
    }

    /// The place of the comment that is looked at.
    pub(super) fn remarked(&self) -> Option<Vec3> {
        self.remarks.chosen.and_then(|index| self.remarks.pins.get(index)).and_then(|pin| pin.place).map(Vec3::from_array)
    }

    /// Makes this attempt the reference of its drill: it is simulated again first.
    pub(super) fn make_reference(&mut self, shelf: &Arc<Shelf>, records: &Records) {
        let (Some((_, bytes)), Some(records)) = (self.remarks.sealed.clone(), records.path()) else { return };
        let shelf = Arc::clone(shelf);
        self.remarks.failed = None;
        self.remarks.making = Some(Work::start(move |_| {
            let made = Store::open(&records).and_then(|mut store| store.set_ghost(&shelf.library, &bytes, now_ms()));
            Some(made.map_err(|error| error.to_string()))
        }));
    }

    /// The expert operator is the ghost again.
    pub(super) fn end_reference(&mut self, records: &mut Records) {
        records.remove_ghost(&self.drill.id);
        self.remarks.reference = None;
    }

    /// Takes in what was made.
    pub(super) fn tend_remarks(&mut self) {
        let remarks = &mut self.remarks;
        match remarks.making.as_ref().map(Work::look) {
            Some(Stand::Come(made)) => {
                remarks.making = None;
                match made {
                    Ok(ghost) => remarks.reference = Some(ghost),
                    Err(why) => remarks.failed = Some(shown(&why, 200)),
                }
            }
            Some(Stand::Failed) => {
                (remarks.making, remarks.failed) = (None, Some(std::io::ErrorKind::Interrupted.to_string()));
            }
            _ => {}
        }
    }

    /// The panels' views: the comments, which is looked at, what is typed, the reference.
    pub(super) fn remarks_model(&self) -> (Vec<panels::Remark>, Option<usize>, Option<panels::Pinning>, Option<panels::Reference>) {
        let remarks = &self.remarks;
        let one = |pin: &Pin| panels::Remark {
            author: shown(&pin.author, NAME),
            words: shown(&pin.words, WORDS),
            time_s: pin.tick as f64 * DT,
            has_place: pin.place.is_some(),
        };
        let there = remarks.sealed.is_some();
        let pinning = there.then(|| panels::Pinning { author: String::new(), words: remarks.words.clone() });
        let reference = there.then(|| panels::Reference {
            is_this: self.is_reference(),
            by: self.reference().map(|ghost| (shown(&ghost.player, NAME), ghost.total)),
            working: remarks.making.is_some(),
            failed: remarks.failed.clone(),
        });
        (remarks.pins.iter().map(one).collect(), remarks.chosen, pinning, reference)
    }

    /// The comments' marks on the replay.
    pub(super) fn pinned(&self) -> Vec<panels::Mark> {
        let words = |pin: &Pin| {
            let (author, words) = (Value::text(shown(&pin.author, NAME)), Value::text(shown(&pin.words, 200)));
            Phrase::new("debrief-remark").with("author", author).with("words", words)
        };
        let one = |pin: &Pin| panels::Mark { time_s: pin.tick as f64 * DT, state: State::Neutral, what: words(pin) };
        self.remarks.pins.iter().map(one).collect()
    }
}

impl Remarks {
    /// Whether a reference is this recording.
    fn is(&self, ghost: &Ghost) -> bool {
        self.sealed.as_ref().is_some_and(|(sum, _)| sum.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}")) == ghost.recording)
    }
}
