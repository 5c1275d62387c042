//! The practice-ground: a short list of exercises at a patient, each ticked off by what the hands brought about, whatever they held.
//!
//! **Invariant:** only the session and the eye are looked at, never a key; nothing is scored and nothing kept.

use bevy::prelude::*;

use super::Flow;
use super::attempt::Attempt;
use super::mode::Mode;
use crate::game::input::Action;
use crate::game::panels::hint::{KeyHint, Model as Hint};
use crate::game::panels::steps::{self, Standing, Step};
use crate::game::panels::Phrase;
use crate::game::scene::camera::Eye;
use crate::game::theme::State;
use crate::geom::{Vec3, math};
use crate::lang::Value;
use crate::session::{DT, Phase};

/// Turn of the view that counts as looking around, rad.
const LOOK: f64 = 0.35;
/// Depth of insertion to come to, and to come back to, mm.
const IN_MM: f64 = 20.0;
const OUT_MM: f64 = 5.0;
/// Turn and rise of the shaft to make, rad.
const TURN: f64 = 0.26;
const RISE: f64 = 0.09;
/// Way to go with fine control, mm, and the fastest that it may be, mm/s.
const FINE_MM: f64 = 4.0;
const FINE_MM_S: f64 = 2.5;
/// Time to press while withdrawing, and to massage, s.
const PRESS_S: f64 = 2.0;
const RUB_S: f64 = 2.0;
/// Slowest movement that counts as withdrawing, mm/s [as the session's].
const MOVING_MM_S: f64 = 0.5;

/// The exercises, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exercise {
    Look,
    Disinfect,
    Entry,
    Advance,
    Raise,
    Withdraw,
    Turn,
    Fine,
    Press,
    Leave,
    Massage,
}

impl Exercise {
    const ALL: [Self; 11] = [
        Self::Look,
        Self::Disinfect,
        Self::Entry,
        Self::Advance,
        Self::Raise,
        Self::Withdraw,
        Self::Turn,
        Self::Fine,
        Self::Press,
        Self::Leave,
        Self::Massage,
    ];

    fn id(self) -> &'static str {
        match self {
            Self::Look => "ground-look",
            Self::Disinfect => "ground-disinfect",
            Self::Entry => "ground-entry",
            Self::Advance => "ground-advance",
            Self::Raise => "ground-raise",
            Self::Withdraw => "ground-withdraw",
            Self::Turn => "ground-turn",
            Self::Fine => "ground-fine",
            Self::Press => "ground-press",
            Self::Leave => "ground-leave",
            Self::Massage => "ground-massage",
        }
    }

    /// What it is done with, and what that does.
    fn keys(self) -> Vec<(&'static [Action], &'static str)> {
        use Action::*;
        const LOOKS: &[Action] = &[LookLeft, LookRight, LookUp, LookDown];
        match self {
            Self::Look => vec![(LOOKS, "ground-key-look"), (&[Turn], "ground-key-drag")],
            Self::Disinfect => vec![(&[Disinfect], "hint-key-disinfect")],
            Self::Entry => vec![(&[Entry], "hint-key-entry"), (&[MarkLeft, MarkRight, MarkUp, MarkDown], "hint-key-move")],
            Self::Advance => vec![(&[Advance], "hint-key-advance")],
            Self::Raise => vec![(&[Raise], "hint-key-raise")],
            Self::Withdraw | Self::Leave => vec![(&[Withdraw], "hint-key-withdraw")],
            Self::Turn => vec![(&[TurnLeft], "hint-key-turn")],
            Self::Fine => vec![(&[Fine], "ground-key-fine"), (&[Advance], "hint-key-advance")],
            Self::Press => vec![(&[Withdraw], "hint-key-withdraw"), (&[Press], "hint-key-press")],
            Self::Massage => vec![(&[Massage], "hint-key-massage"), (&[Press], "hint-key-press-skin")],
        }
    }
}

/// How far the exercises are.
#[derive(Clone, Debug, Default)]
pub(super) struct Ground {
    /// Exercises done.
    done: usize,
    /// How far the one in hand has come, of 1.
    share: f64,
    /// Way or time that was gathered for it.
    gathered: f64,
    /// Where it began: eye, yaw, lowest pitch.
    from: Option<(Vec3, f64, f64)>,
}

impl Ground {
    /// The exercise in hand; none when all are done.
    pub(super) fn exercise(&self) -> Option<Exercise> {
        Exercise::ALL.get(self.done).copied()
    }

    /// Looks at one tick.
    fn watch(&mut self, attempt: &Attempt, eye: Vec3) {
        let Some(exercise) = self.exercise() else { return };
        let session = &attempt.session;
        let (yaw, pitch) = attempt.hand.map_or((0.0, 0.0), |hand| (hand.yaw, hand.pitch));
        let (from_eye, from_yaw, from_pitch) = *self.from.get_or_insert((eye, yaw, pitch));
        let inside = session.reading().filter(|reading| reading.inserted.is_some());
        let inserted = inside.map_or(0.0, |reading| reading.inserted_mm);
        let rate = inside.map_or(0.0, |reading| reading.insertion_rate_mm_s);
        let yes = |done: bool| f64::from(u8::from(done));
        self.share = match exercise {
            Exercise::Look => math::acos(from_eye.dot(eye).clamp(-1.0, 1.0)) / LOOK,
            Exercise::Disinfect => yes(!attempt.to_do(Phase::Disinfect)),
            Exercise::Entry => yes(!session.entries().is_empty()),
            Exercise::Advance => inserted / IN_MM,
            Exercise::Raise => {
                // From the lowest that it was.
                self.from = Some((from_eye, from_yaw, from_pitch.min(pitch)));
                yes(inside.is_some()) * (pitch - from_pitch.min(pitch)) / RISE
            }
            Exercise::Withdraw => yes(inside.is_some()) * ((IN_MM - inserted) / (IN_MM - OUT_MM)).max(0.0),
            Exercise::Turn => (yaw - from_yaw) / TURN,
            Exercise::Fine => {
                self.gathered += if rate > 0.0 && rate <= FINE_MM_S { rate * DT } else { 0.0 };
                self.gathered / FINE_MM
            }
            Exercise::Press => {
                self.gathered += if session.flow_ul_s() > 0.0 && rate < -MOVING_MM_S { DT } else { 0.0 };
                self.gathered / PRESS_S
            }
            Exercise::Leave => yes(inside.is_none()),
            Exercise::Massage => {
                self.gathered += if attempt.massaging() && session.finger().is_some() { DT } else { 0.0 };
                self.gathered / RUB_S
            }
        }
        .clamp(0.0, 1.0);
        if self.share >= 1.0 {
            *self = Self { done: self.done + 1, ..Self::default() };
        }
    }

    /// The list in the place of a drill's steps.
    pub(super) fn steps(&self) -> steps::Model {
        let step = |(at, exercise): (usize, Exercise)| Step {
            name: phrase(exercise.id()),
            standing: match at.cmp(&self.done) {
                std::cmp::Ordering::Less => Standing::Done,
                std::cmp::Ordering::Equal => Standing::Now,
                std::cmp::Ordering::Greater => Standing::ToCome,
            },
            progress: None,
        };
        steps::Model {
            title: steps::Said::Phrase(Phrase::new("ground-title")),
            steps: Exercise::ALL.into_iter().enumerate().map(step).collect(),
            ..steps::Model::default()
        }
    }

    /// What to do now, and with what.
    pub(super) fn hint(&self) -> Hint {
        let Some(exercise) = self.exercise() else {
            let keys = vec![KeyHint { actions: vec![Action::Finish], does: Phrase::new("ground-key-leave") }];
            return Hint { text: Phrase::new("ground-over"), state: State::Target, keys };
        };
        let keys = exercise.keys().into_iter();
        Hint {
            text: phrase(&format!("{}-how", exercise.id())).with("percent", Value::number(self.share * 100.0, 0)),
            state: State::Target,
            keys: keys.map(|(actions, does)| KeyHint { actions: actions.to_vec(), does: Phrase::new(does) }).collect(),
        }
    }

    /// Names of the exercises that are done.
    pub(super) fn names(&self) -> Vec<&'static str> {
        Exercise::ALL.iter().take(self.done).map(|exercise| exercise.id().trim_start_matches("ground-")).collect()
    }
}

/// A message with all figures that an exercise may name.
fn phrase(id: &str) -> Phrase {
    Phrase::new(id)
        .with("in", Value::number(IN_MM, 0))
        .with("out", Value::number(OUT_MM, 0))
        .with("turn", Value::number(TURN.to_degrees(), 0))
        .with("rise", Value::number(RISE.to_degrees(), 0))
        .with("fine", Value::number(FINE_MM, 0))
        .with("rate", Value::number(FINE_MM_S, 1))
        .with("press", Value::number(PRESS_S, 0))
        .with("rub", Value::number(RUB_S, 0))
}

/// Looks at every tick on the ground.
pub(super) fn watch(mut flow: ResMut<Flow>, eye: Res<Eye>) {
    let flow = flow.bypass_change_detection();
    if let Some(attempt) = flow.attempt.as_ref().filter(|attempt| attempt.mode == Mode::Ground) {
        if attempt.session.tick() <= 1 {
            flow.ground = Ground::default();
        }
        flow.ground.watch(attempt, eye.outward());
    }
}
