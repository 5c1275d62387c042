//! Lessons: exercises in their order, each done when the simulation (or the view) says so, never by a key alone.
//!
//! **Invariant:** an exercise that is done stays done; a lesson changes nothing of the attempt.

use super::attempt::Attempt;
use super::desk::Desk;
use super::{hint, plan};
use crate::anatomy::Layer as Tissue;
use crate::game::input::Action::{self, *};
use crate::game::panels::hint::KeyHint;
use crate::game::panels::{Phrase, steps};
use crate::game::scene::camera::{Eye, Glide};
use crate::game::theme::State;
use crate::session::{LayingKind, Phase};

/// Turn of the eye that counts as having looked around, rad [design].
const LOOKED_RAD: f64 = 0.35;
/// Layers that must have been taken off to have seen the fat: epidermis and dermis.
const TO_FAT: f64 = 1.5;
/// How far the tip is to be advanced, and how long the first thread is to be, mm [design].
const ADVANCED_MM: f64 = 25.0;
const THREAD_MM: f64 = 15.0;
/// How far above or below the target plane still counts as found, mm [design].
const NEAR_MM: f64 = 0.5;
/// Threads of the lesson's fan: the fewest that are a fan [design].
const FAN: usize = 3;

/// What an exercise looks at.
pub(super) struct Seen<'a> {
    pub(super) attempt: &'a Attempt,
    pub(super) desk: &'a Desk,
    /// How far the eye has turned since the lesson began, rad.
    pub(super) turned_rad: f64,
    /// Most layers that were taken off, and whether they lie back.
    pub(super) deepest_peel: f64,
}

/// Something to do.
pub(super) struct Exercise {
    /// Messages `learn-<id>` (what to do) and `learn-<id>-step` (its name).
    pub(super) id: &'static str,
    /// Actions that do it, with the messages of what they do.
    pub(super) keys: &'static [(&'static [Action], &'static str)],
    /// Whether it is done.
    pub(super) done: fn(&Seen) -> bool,
    /// Done and wanted, where it can be counted.
    pub(super) count: Option<fn(&Seen) -> (u32, u32)>,
}

const fn exercise(id: &'static str, keys: &'static [(&'static [Action], &'static str)], done: fn(&Seen) -> bool) -> Exercise {
    Exercise { id, keys, done, count: None }
}

/// The guided first fan.
const FIRST_FAN: [Exercise; 10] = [
    exercise("look", &[(&[LookLeft, LookRight, LookUp, LookDown], "learn-key-look")], |seen| seen.turned_rad >= LOOKED_RAD),
    exercise("layers", &[(&[Layer], "learn-key-layers")], |seen| seen.deepest_peel >= TO_FAT && seen.desk.shows.peel < 0.5),
    exercise("disinfect", &[(&[Disinfect], "hint-key-disinfect")], |seen| !seen.attempt.to_do(Phase::Disinfect)),
    exercise("entry", &[(&[Entry], "hint-key-entry"), (&[MarkLeft, MarkRight, MarkUp, MarkDown], "hint-key-move")], |seen| !seen.attempt.session.entries().is_empty()),
    exercise("insert", &[(&[Advance], "hint-key-advance"), (&[Raise, Lower], "hint-key-pitch")], |seen| {
        seen.attempt.session.reading().is_some_and(|reading| reading.inserted.is_some() && reading.port_sample.layer() == Tissue::Fat)
    }),
    exercise("advance", &[(&[Advance], "hint-key-advance"), (&[Raise, Lower], "hint-key-pitch")], |seen| {
        let plane = seen.attempt.session.setup().plane;
        seen.attempt.session.reading().is_some_and(|reading| {
            let below = reading.port_sample.below_dermis_mm();
            reading.inserted_mm >= ADVANCED_MM && below >= plane.from_mm - NEAR_MM && below <= plane.to_mm + NEAR_MM
        })
    }),
    exercise("thread", &[(&[Withdraw], "hint-key-withdraw"), (&[Press], "hint-key-press")], |seen| {
        let threads = seen.attempt.session.layings();
        threads.iter().any(|laid| laid.kind == LayingKind::Retrograde && laid.length_mm >= THREAD_MM)
            && seen.attempt.session.reading().is_none_or(|reading| reading.inserted_mm <= plan::STOP_MM)
    }),
    Exercise {
        id: "fan",
        keys: &[(&[TurnLeft, TurnRight], "hint-key-turn"), (&[Advance], "hint-key-advance"), (&[Withdraw], "hint-key-withdraw"), (&[Press], "hint-key-press")],
        done: |seen| hint::laid_passes(seen.attempt) >= FAN && !seen.attempt.inserted(),
        count: Some(|seen| (hint::laid_passes(seen.attempt).min(FAN) as u32, FAN as u32)),
    },
    exercise("massage", &[(&[Massage], "hint-key-massage"), (&[Press], "hint-key-press-skin")], |seen| {
        seen.attempt.session.massage_pieces() > 0 && !seen.attempt.massaging()
    }),
    exercise("finish", &[(&[Finish], "hint-key-finish")], |seen| seen.attempt.session.finished()),
];

/// A lesson under way.
pub(super) struct Lesson {
    title: &'static str,
    exercises: &'static [Exercise],
    at: usize,
    /// Where the eye came to rest at the beginning.
    eye: Option<Eye>,
    turned_rad: f64,
    deepest_peel: f64,
}

impl Lesson {
    /// Drill of the guided first fan.
    pub(super) const FIRST_FAN_DRILL: &'static str = "first-fan";

    /// The guided first fan.
    pub(super) fn first_fan() -> Self {
        Self::new("learn-title", &FIRST_FAN)
    }

    /// A lesson of exercises, with the message of its title.
    pub(super) fn new(title: &'static str, exercises: &'static [Exercise]) -> Self {
        Self { title, exercises, at: 0, eye: None, turned_rad: 0.0, deepest_peel: 0.0 }
    }

    /// Looks at what was done; says whether an exercise has just been finished.
    /// The way of the eye to the zone at the beginning is not the person's.
    pub(super) fn tend(&mut self, attempt: &Attempt, desk: &Desk, eye: &Eye, glide: &Glide) -> bool {
        if self.eye.is_none() && !glide.under_way() {
            self.eye = Some(*eye);
        }
        if let Some(before) = self.eye {
            self.turned_rad = self.turned_rad.max((eye.yaw - before.yaw).abs()).max((eye.pitch - before.pitch).abs());
        }
        self.deepest_peel = self.deepest_peel.max(desk.shows.peel);
        let seen = Seen { attempt, desk, turned_rad: self.turned_rad, deepest_peel: self.deepest_peel };
        let before = self.at;
        while self.exercises.get(self.at).is_some_and(|exercise| (exercise.done)(&seen)) {
            self.at += 1;
        }
        self.at > before
    }

    /// The exercise that is to be done, by its id.
    pub(super) fn now(&self) -> Option<&'static str> {
        self.exercises.get(self.at).map(|exercise| exercise.id)
    }

    /// The list of exercises, in the place of the steps.
    pub(super) fn steps(&self, attempt: &Attempt, desk: &Desk) -> steps::Model {
        let seen = Seen { attempt, desk, turned_rad: self.turned_rad, deepest_peel: self.deepest_peel };
        let step = |(i, exercise): (usize, &Exercise)| steps::Step {
            name: Phrase::new(format!("learn-{}-step", exercise.id)),
            standing: match i.cmp(&self.at) {
                std::cmp::Ordering::Less => steps::Standing::Done,
                std::cmp::Ordering::Equal => steps::Standing::Now,
                std::cmp::Ordering::Greater => steps::Standing::ToCome,
            },
            progress: exercise.count.filter(|_| i == self.at).map(|count| count(&seen)),
        };
        steps::Model {
            context: steps::Said::Phrase(Phrase::new("learn-context")),
            title: steps::Said::Phrase(Phrase::new(self.title)),
            steps: self.exercises.iter().enumerate().map(step).collect(),
        }
    }

    /// What to do now; where something is wrong, or the fan is under way, the procedure's own hint says more.
    pub(super) fn hint(&self, attempt: &Attempt) -> crate::game::panels::hint::Model {
        let usual = hint::model(attempt);
        let Some(exercise) = self.exercises.get(self.at) else { return usual };
        if usual.state != State::Target || exercise.count.is_some_and(|_| attempt.inserted()) {
            return usual;
        }
        let keys = exercise.keys.iter().map(|(actions, does)| KeyHint { actions: actions.to_vec(), does: Phrase::new(*does) }).collect();
        crate::game::panels::hint::Model { text: Phrase::new(format!("learn-{}", exercise.id)), state: State::Target, keys }
    }
}
