//! The next step, worked out from where the session stands: a message id of `hint.ftl`, how urgent it is, and its keys.

use super::attempt::Attempt;
use super::{bench, consult, inspection};
use super::plan::STOP_MM;
use crate::anatomy::Layer;
use crate::game::input::Action;
use crate::game::panels::Phrase;
use crate::game::panels::hint::{KeyHint, Model};
use crate::game::theme::State;
use crate::lang::Value;
use crate::session::{EventKind, LayingKind, Phase, TICKS_PER_SECOND};

/// Slowest movement that counts as advancing or withdrawing, mm/s [as the session's].
const MOVING_MM_S: f64 = 0.5;
/// Pallor or livedo, 0 to 1, from which nothing else matters [design].
const PALE: f64 = 0.25;
/// Force at the hub from which one should ease off, N: a blunt tip enters dermis from 2 N on [DESIGN §3].
const HARD_N: f64 = 2.0;
/// Pitch above which the shaft is too steep to go on in the fat, rad [design].
const STEEP: f64 = 0.2;
/// How long a whitening is spoken of, ticks.
const WHITE_TICKS: u64 = 4 * TICKS_PER_SECOND;

fn key(actions: &[Action], does: &str) -> KeyHint {
    KeyHint { actions: actions.to_vec(), does: Phrase::new(does) }
}

fn say(id: &str, state: State, keys: Vec<KeyHint>) -> Model {
    Model { text: Phrase::new(id), state, keys }
}

/// The hint for now.
pub(super) fn model(attempt: &Attempt) -> Model {
    let session = &attempt.session;
    if attempt.drawing() {
        let way = &[Action::MarkLeft, Action::MarkRight, Action::MarkUp, Action::MarkDown];
        if attempt.pen.is_down() {
            return say("hint-mark-on", State::Target, vec![key(way, "hint-key-draw"), key(&[Action::Pen], "hint-key-lift")]);
        }
        let mut keys = vec![key(&[Action::Pen], "hint-key-pen")];
        if !attempt.has_marks() {
            keys.push(key(&[Action::Tension], "hint-key-lines"));
            return say("hint-mark", State::Target, keys);
        }
        keys.extend([key(&[Action::Wipe], "hint-key-wipe"), key(&[Action::MarksDone], "hint-key-marked")]);
        return say("hint-mark-more", State::Target, keys);
    }
    if bench::open(attempt) {
        return say("hint-prepare", State::Target, vec![key(&[Action::Stroke], "hint-key-stroke")]);
    }
    if attempt.massaging() {
        let keys = vec![key(&[Action::Press], "hint-key-press-skin"), key(&[Action::Weaker, Action::Stronger], "hint-key-massage-force")];
        return match left(attempt) {
            Some(id) => say(id, State::Attention, keys),
            None if attempt.to_do(Phase::Massage) => say("hint-massage", State::Target, keys),
            None if attempt.to_do(Phase::Inspect) => say("hint-massage-then-inspect", State::Target, vec![key(&[Action::Massage], "hint-key-end-massage")]),
            None => say("hint-massage-clear", State::Target, vec![key(&[Action::Massage], "hint-key-end-massage"), key(&[Action::Finish], "hint-key-finish")]),
        };
    }
    if attempt.to_do(Phase::Disinfect) && session.entries().is_empty() {
        return say("hint-disinfect", State::Target, vec![key(&[Action::Disinfect], "hint-key-disinfect")]);
    }
    if session.entries().is_empty() {
        let keys = vec![key(&[Action::Entry], "hint-key-entry"), key(&[Action::MarkLeft, Action::MarkRight, Action::MarkUp, Action::MarkDown], "hint-key-move")];
        return say("hint-entry", State::Target, keys);
    }
    if let Some(model) = warning(attempt) {
        return model;
    }
    let plan = &attempt.plan;
    let laid = laid_passes(attempt);
    let empty = session.ledger().left_ul <= 1.0;
    let enough = laid >= plan.rays.len() || empty;
    if !attempt.inserted() {
        if has_laid_all(attempt) {
            if let Some(id) = left(attempt) {
                return say(id, State::Attention, vec![key(&[Action::Massage], "hint-key-massage")]);
            }
            if attempt.to_do(Phase::Inspect) && !attempt.to_do(Phase::Massage) {
                return say("hint-inspect", State::Target, vec![key(&[Action::Inspect], "hint-key-inspect")]);
            }
            let id = if laid < plan.rays.len() { "hint-empty" } else { "hint-finish" };
            return say(id, State::Target, vec![key(&[Action::Finish], "hint-key-finish")]);
        }
        return say("hint-insert", State::Target, vec![key(&[Action::Advance], "hint-key-advance"), key(&[Action::Raise, Action::Lower], "hint-key-pitch")]);
    }
    inside(attempt, enough)
}

/// What an inspection found that massage may still clear.
fn left(attempt: &Attempt) -> Option<&'static str> {
    inspection::seen(attempt).and_then(|found| found.left())
}

/// What is wrong now, if anything is.
fn warning(attempt: &Attempt) -> Option<Model> {
    let session = &attempt.session;
    let now = session.tick();
    let reading = session.reading()?;
    if session.is_warned() && reading.inserted.is_none() {
        return Some(say("hint-occlusion-out", State::Fault, vec![key(&[Action::Finish], "hint-key-finish")]));
    }
    if session.perfusion().occlusions().iter().any(|at| at.pallor.max(at.livedo) > PALE) {
        return Some(say("hint-occlusion", State::Fault, vec![key(&[Action::Withdraw], "hint-key-withdraw")]));
    }
    let white = session.events().iter().rev().find(|event| matches!(event.kind, EventKind::Whitening { .. }));
    if white.is_some_and(|event| now < event.tick + WHITE_TICKS) {
        return Some(say("hint-whitening", State::Fault, vec![]));
    }
    reading.inserted?;
    let flowing = session.flow_ul_s() > 0.0;
    if flowing && reading.insertion_rate_mm_s > MOVING_MM_S {
        return Some(say("hint-no-flow-ahead", State::Fault, vec![key(&[Action::Withdraw], "hint-key-withdraw")]));
    }
    if flowing && reading.inserted_mm < STOP_MM {
        return Some(say("hint-stop-flow", State::Attention, vec![]));
    }
    if reading.bone_contact {
        return Some(say("hint-bone", State::Fault, vec![key(&[Action::Withdraw], "hint-key-withdraw")]));
    }
    match reading.port_sample.layer() {
        Layer::Smas | Layer::Deep | Layer::Bone => return Some(say("hint-too-deep", State::Attention, vec![key(&[Action::Lower], "hint-key-lower")])),
        Layer::Dermis if reading.inserted_mm > STOP_MM => {
            return Some(say("hint-in-dermis", State::Attention, vec![key(&[Action::Raise], "hint-key-raise")]));
        }
        _ => {}
    }
    let hard = reading.hub_force_n > HARD_N;
    hard.then(|| say("hint-hard", State::Attention, vec![key(&[Action::Withdraw], "hint-key-withdraw")]))
}

/// The cannula is in and nothing is wrong.
fn inside(attempt: &Attempt, enough: bool) -> Model {
    let session = &attempt.session;
    let Some(reading) = session.reading() else { return say("hint-insert", State::Target, vec![]) };
    let yaw = attempt.hand.map_or(0.0, |hand| hand.yaw);
    let far = attempt.plan.nearest(yaw).map_or(30.0, |ray| ray.far_mm);
    let laying = session.layings().last().is_some_and(|laying| {
        let this_pass = session.passes().last().is_some_and(|pass| pass.id == laying.pass);
        this_pass && laying.kind == LayingKind::Retrograde
    });
    let withdrawing = reading.insertion_rate_mm_s < -MOVING_MM_S;
    if laying || withdrawing || reading.inserted_mm >= far - 2.0 {
        if reading.inserted_mm <= STOP_MM && (laying || withdrawing) {
            if enough {
                return say("hint-leave", State::Target, vec![key(&[Action::Withdraw], "hint-key-withdraw")]);
            }
            return say("hint-turn", State::Target, vec![key(&[Action::TurnLeft, Action::TurnRight], "hint-key-turn"), key(&[Action::Advance], "hint-key-advance")]);
        }
        let mut model = say("hint-withdraw", State::Target, vec![key(&[Action::Withdraw], "hint-key-withdraw"), key(&[Action::Press], "hint-key-press")]);
        model.text = model.text.with("mm", Value::number(STOP_MM, 0));
        return model;
    }
    let below = reading.port_sample.below_dermis_mm();
    let plane = session.setup().plane;
    if reading.inserted_mm <= STOP_MM && below >= plane.from_mm - 0.2 && attempt.hand.is_some_and(|hand| hand.pitch > STEEP) {
        return say("hint-flatten", State::Target, vec![key(&[Action::Lower], "hint-key-lower")]);
    }
    if reading.inserted_mm > STOP_MM && below > plane.to_mm {
        return say("hint-shallower", State::Attention, vec![key(&[Action::Lower], "hint-key-lower"), key(&[Action::Advance], "hint-key-advance")]);
    }
    if below < plane.from_mm {
        return say("hint-deeper", State::Target, vec![key(&[Action::Raise], "hint-key-raise"), key(&[Action::Advance], "hint-key-advance")]);
    }
    let mut model = say("hint-advance", State::Target, vec![key(&[Action::Advance], "hint-key-advance"), key(&[Action::Raise, Action::Lower], "hint-key-pitch")]);
    model.text = model.text.with("mm", Value::number(far, 0));
    model
}

/// The phase that the hint speaks of: what the person is at, whatever was left out before.
pub(super) fn phase(attempt: &Attempt) -> Phase {
    let after = [Phase::Massage, Phase::Inspect, Phase::Finish].into_iter().find(|phase| attempt.to_do(*phase));
    match () {
        () if consult::open(attempt) => Phase::Consult,
        () if attempt.drawing() => Phase::Mark,
        () if bench::open(attempt) => Phase::Prepare,
        () if attempt.massaging() => Phase::Massage,
        () if attempt.session.entries().is_empty() && attempt.to_do(Phase::Disinfect) => Phase::Disinfect,
        () if attempt.session.entries().is_empty() => Phase::Entry,
        () if !attempt.inserted() && has_laid_all(attempt) => after.unwrap_or(Phase::Finish),
        () => Phase::Passes,
    }
}

/// Whether each planned pass has its thread, or the syringe is empty.
fn has_laid_all(attempt: &Attempt) -> bool {
    let laid = laid_passes(attempt);
    laid > 0 && (laid >= attempt.plan.rays.len() || attempt.session.ledger().left_ul <= 1.0)
}

/// Passes in which a thread was laid.
pub(super) fn laid_passes(attempt: &Attempt) -> usize {
    let mut passes: Vec<u32> = attempt
        .session
        .layings()
        .iter()
        .filter(|laying| laying.kind == LayingKind::Retrograde && laying.length_mm >= 5.0)
        .map(|laying| laying.pass)
        .collect();
    passes.dedup();
    passes.len()
}
