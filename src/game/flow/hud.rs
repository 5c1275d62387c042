//! The procedure's panels, filled from the attempt.

use super::attempt::Attempt;
use super::settings::Settings;
use super::{hint, inspection, map, section};
use crate::anatomy::{Layer, Site, TissueSample};
use crate::game::panels::settings::Assist;
use crate::game::panels::{Phrase, depth, meters, procedure, steps, strip, syringe};
use crate::game::theme::State;
use crate::lang::Value;
use crate::session::{Drug, EventKind, Phase, Refusal, TICKS_PER_SECOND};
use crate::tissue::perfusion::Sign;

/// Force at the hub to stay below, N: a blunt tip enters dermis from 2 N on [DESIGN §3].
const FORCE_N: (f64, f64) = (0.0, 2.0);
/// Withdrawal speed to stay in, mm/s [CLINICAL §4.4: uncertain, no measured value].
const WITHDRAWAL_MM_S: (f64, f64) = (3.0, 10.0);
/// How far the product per length may be from the plan, as a share [design].
const DOSE_BAND: f64 = 0.35;
/// How long a notice stays, ticks.
const NOTICE_TICKS: u64 = 4 * TICKS_PER_SECOND;
/// Distance from the target band within which depth is worth attention and no fault yet, mm [design].
const NEAR_MM: f64 = 0.5;

/// Whether a depth is where the product belongs.
pub(super) fn depth_state(attempt: &Attempt, sample: &TissueSample) -> State {
    let plane = attempt.session.setup().plane;
    let below = sample.below_dermis_mm();
    match sample.layer() {
        Layer::Outside => State::Neutral,
        Layer::Fat if (plane.from_mm..=plane.to_mm).contains(&below) => State::Target,
        Layer::Fat => State::Attention,
        Layer::Dermis if below > plane.from_mm - NEAR_MM => State::Attention,
        _ => State::Fault,
    }
}

/// The panels of the procedure screen.
pub(super) fn model(attempt: &Attempt, settings: &Settings, strip: strip::Model) -> procedure::Model {
    let on = |assist: Assist| attempt.allows(assist) && settings.assist(assist);
    let session = &attempt.session;
    let inside = session.reading().filter(|reading| reading.inserted.is_some());
    let state = inside.map_or(State::Neutral, |reading| depth_state(attempt, &reading.port_sample));
    let aim = (attempt.mark.point, attempt.plan.ahead);
    // While the skin is marked there is no depth and no flow to look at.
    let drawing = attempt.drawing();
    procedure::Model {
        steps: on(Assist::Steps).then(|| steps(attempt)),
        hint: on(Assist::Hint).then(|| hint::model(attempt)),
        section: (!drawing && on(Assist::Section)).then(|| section::model(session, aim, true, state)),
        depth: (!drawing && on(Assist::Depth)).then(|| depth(attempt, state)),
        meters: (!drawing && on(Assist::Meters)).then(|| meters(attempt)),
        inspection: on(Assist::Meters).then(|| inspection::model(attempt)).flatten(),
        map: (!drawing && on(Assist::Map)).then(|| map::model(attempt)),
        syringe: (!drawing && on(Assist::Syringe)).then(|| syringe(attempt, settings)),
        strip: on(Assist::Strip).then_some(strip),
        notice: notice(attempt).filter(|(phrase, _)| attempt.mode.tells(&phrase.id)),
        ..procedure::Model::default()
    }
}

fn steps(attempt: &Attempt) -> steps::Model {
    let session = &attempt.session;
    let played = &session.setup().phases;
    let done = session.phases_done();
    // What is not a step of this drill is done within the first that comes after all that are done.
    let last = played.iter().rposition(|phase| done.contains(phase)).map_or(0, |at| at + 1);
    let now = Some(hint::phase(attempt)).filter(|phase| played.contains(phase)).or_else(|| played.get(last).copied());
    let step = |phase: &Phase| {
        let name = match phase {
            Phase::Consult => "hud-step-consult",
            Phase::Mark => "hud-step-mark",
            Phase::Prepare => "hud-step-prepare",
            Phase::Disinfect => "hud-step-disinfect",
            Phase::Entry => "hud-step-entry",
            Phase::Passes => "hud-step-passes",
            Phase::Massage => "hud-step-massage",
            Phase::Inspect => "hud-step-inspect",
            Phase::Finish => "hud-step-finish",
        };
        let laid = hint::laid_passes(attempt);
        let passes = *phase == Phase::Passes && !session.entries().is_empty();
        steps::Step {
            name: Phrase::new(name),
            standing: match () {
                () if Some(*phase) == now => steps::Standing::Now,
                () if done.contains(phase) => steps::Standing::Done,
                () => steps::Standing::ToCome,
            },
            progress: passes.then_some((laid as u32, attempt.plan.rays.len() as u32)),
        }
    };
    steps::Model {
        context: steps::Said::Text(attempt.drill.site.clone()),
        title: steps::Said::Text(attempt.drill.title.clone()),
        steps: played.iter().map(step).collect(),
    }
}

fn depth(attempt: &Attempt, state: State) -> depth::Model {
    let session = &attempt.session;
    let setup = session.setup();
    let inside = session.reading().filter(|reading| reading.inserted.is_some());
    let sample = inside.map_or_else(|| setup.anatomy.project(attempt.mark.point), |reading| reading.port_sample);
    let stack = sample.stack;
    depth::Model {
        depth_mm: inside.map(|reading| reading.port_sample.depth_mm.max(0.0)),
        layer: inside.map_or(Layer::Outside, |_| sample.layer()),
        site: Site::of(sample.region),
        state,
        boundaries_mm: [stack.epidermis_mm, stack.dermis_mm, stack.fat_mm, stack.smas_mm],
        bone_mm: stack.bone_mm,
        target_mm: Some((stack.dermis_mm + setup.plane.from_mm, stack.dermis_mm + setup.plane.to_mm)),
    }
}

fn meters(attempt: &Attempt) -> meters::Model {
    let session = &attempt.session;
    let reading = session.reading().filter(|reading| reading.inserted.is_some());
    // The speed of the last twelfth of a second: what an eye sees.
    let rate = session.motion().last().map_or(0.0, |motion| motion.rate_mm_s);
    let withdrawal = if reading.is_some() { (-rate).max(0.0) } else { 0.0 };
    let flow = session.flow_ul_s();
    let wanted = attempt.plan.ul_mm * withdrawal;
    let withdrawing = withdrawal > 0.5;
    meters::Model {
        force: meters::Reading {
            value: reading.map_or(0.0, |reading| reading.hub_force_n.abs()),
            full_scale: 5.0,
            band: Some(FORCE_N),
            active: reading.is_some(),
        },
        withdrawal: meters::Reading { value: withdrawal, full_scale: 16.0, band: Some(WITHDRAWAL_MM_S), active: withdrawing },
        flow: meters::Reading {
            value: flow,
            full_scale: (attempt.plan.ul_mm * 14.0).max(10.0),
            band: withdrawing.then_some((wanted * (1.0 - DOSE_BAND), wanted * (1.0 + DOSE_BAND))),
            active: flow > 0.0,
        },
        per_mm: (flow > 0.0 && withdrawing).then(|| flow / withdrawal),
    }
}

fn syringe(attempt: &Attempt, settings: &Settings) -> syringe::Model {
    let setup = attempt.session.setup();
    let press_n = if attempt.massaging() { attempt.massage_n } else { attempt.strength_n };
    syringe::Model {
        product: attempt.drill.product_title.clone(),
        cannula: cannula_name(&setup.tube),
        left_ml: attempt.session.ledger().left_ul * 1e-3,
        total_ml: setup.drawn_ml,
        hand: Some(syringe::Hand { press_n, speed_mm_s: settings.speed_mm_s, fine: attempt.fine }),
    }
}


/// A cannula as a colleague would say it.
pub(super) fn cannula_name(tube: &crate::instrument::Tube) -> String {
    format!("{} × {:.0} mm", tube.gauge.name(), tube.length_mm)
}

/// The newest event worth a word, while it is new.
fn notice(attempt: &Attempt) -> Option<(Phrase, State)> {
    let session = &attempt.session;
    let now = session.tick();
    let new = session.events().iter().rev().take_while(|event| now < event.tick + NOTICE_TICKS);
    let word = |kind: &EventKind| {
        let (id, state) = match kind {
            EventKind::Refused(refusal) => (
                match refusal {
                    Refusal::NotOnSkin => "notice-not-on-skin",
                    Refusal::CannulaInTissue => "notice-cannula-in-tissue",
                    Refusal::Finished => "notice-finished",
                    Refusal::PhaseNotPlayed => "notice-not-played",
                    Refusal::EntryExists => "notice-entry-exists",
                    Refusal::AlreadyPrepared => "notice-already-prepared",
                    Refusal::StrokeUnderWay => "notice-stroke-under-way",
                    Refusal::CannotBePrepared => "notice-cannot-be-prepared",
                    Refusal::NothingPrepared => "notice-nothing-prepared",
                    Refusal::NotMixed => "notice-not-mixed",
                    Refusal::AlreadyDecided => "notice-already-decided",
                    Refusal::NotAsked | Refusal::NoSuchQuestion => "notice-not-asked",
                    Refusal::NoStroke => "notice-no-stroke",
                    Refusal::StrokeTooShort => "notice-stroke-too-short",
                    Refusal::PenLifted => "notice-pen-lifted",
                    Refusal::NothingToInspect => "notice-nothing-to-inspect",
                    Refusal::NothingToCareFor => "notice-nothing-to-care-for",
                    Refusal::NoSuchInstrument => "notice-no-such-instrument",
                    Refusal::InstrumentInUse => "notice-instrument-in-use",
                    Refusal::EntryNotAllowed => "notice-entry-not-allowed",
                },
                State::Attention,
            ),
            EventKind::Whitening { .. } => ("notice-whitening", State::Fault),
            EventKind::FlowInVessel { .. } => ("notice-flow-in-vessel", State::Fault),
            EventKind::FlowInGland { .. } => ("notice-flow-in-gland", State::Fault),
            EventKind::FlowInNoGo { .. } => ("notice-flow-in-no-go", State::Fault),
            EventKind::Sign { sign, .. } => match sign {
                Sign::Blanching => ("notice-blanching", State::Fault),
                Sign::SlowRefill => ("notice-slow-refill", State::Fault),
                Sign::Pain => ("notice-pain", State::Fault),
                Sign::Livedo => ("notice-livedo", State::Fault),
                Sign::Recovered => ("notice-recovered", State::Target),
            },
            EventKind::RefillSeen { .. } => ("notice-refill-seen", State::Attention),
            EventKind::DrugGiven(Drug::Hyaluronidase) => ("notice-hyaluronidase-given", State::Attention),
            EventKind::DrugGiven(Drug::Thiosulfate) => ("notice-thiosulfate-given", State::Attention),
            EventKind::Jammed => ("notice-jammed", State::Fault),
            EventKind::Backflow { .. } => ("notice-backflow", State::Attention),
            EventKind::BoneTouched { .. } => ("notice-bone", State::Attention),
            EventKind::SkinExited { .. } => ("notice-skin-exit", State::Fault),
            EventKind::Spilled => ("notice-spilled", State::Attention),
            EventKind::SyringeEmpty => ("notice-empty", State::Attention),
            EventKind::Filled { .. } => ("notice-filled", State::Target),
            EventKind::PhaseDone(Phase::Disinfect) => ("notice-disinfected", State::Target),
            EventKind::EntryMade { .. } => ("notice-entry-made", State::Target),
            _ => return None,
        };
        let phrase = Phrase::new(id);
        Some((if let EventKind::RefillSeen { seconds, .. } = kind { phrase.with("seconds", Value::number(*seconds, 1)) } else { phrase }, state))
    };
    // The worst of what is new; of equals the newest.
    let mut found: Option<(Phrase, State)> = None;
    for (phrase, state) in new.filter_map(|event| word(&event.kind)) {
        if found.as_ref().is_none_or(|(_, worst)| state > *worst) {
            found = Some((phrase, state));
        }
    }
    found.or_else(|| (!attempt.saved).then(|| (Phrase::new("notice-not-saved"), State::Attention)))
}
