//! A person's hand at work: sees the screen with a delay, aims with error, and moves hub and thumb.
//!
//! What a hand does is not what it means: it trembles, its errors of rate and force grow with the rate and force commanded
//! (signal-dependent noise, Harris & Wolpert 1998 [recalled]), and what it holds for a direction is off by a bias of the attempt.

mod bench;
mod care;
mod consult;
mod mark;
mod pass;
mod thumb;

use std::collections::VecDeque;

use rand::{RngExt, SeedableRng, rngs::Xoshiro256PlusPlus};

use crate::geom::Vec3;
use crate::instrument::{EntryPoint, HubPose};
use crate::session::{Command, Controls, DT, Finger, Hand, Phase, Session, Setup, Steer};

use super::fan::{Fan, Ray, nearest_entry, share_up_to};
use super::noise::{Drift, normal};
use super::rub::Rub;
use super::sight::{self, Sight};
use super::skill::Skill;
use super::tremor::Tremor;

/// One fault added to a hand, to see which metric owns it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    /// Aims so many mm too shallow.
    Shallow(f64),
    /// Puts its passes on one side of the zone.
    UnevenSpacing,
    /// Presses while advancing as well.
    FlowAdvancing,
}

/// What the operator is about.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Doing {
    Consult(u8, f64),
    Mark,
    Draw,
    Stroke(u32),
    LetStand,
    Fill,
    Disinfect,
    MakeEntry,
    Approach,
    Enter,
    Flatten,
    Advance,
    Wait(f64),
    Withdraw,
    Turn,
    Retreat,
    Restir(u32),
    Leave,
    Care(u8, f64),
    Massage(Rub),
    Inspect,
    Done,
}

/// A synthetic operator at one attempt.
pub struct Operator {
    skill: Skill,
    fault: Option<Fault>,
    rng: Xoshiro256PlusPlus,
    doing: Doing,
    pass: usize,
    /// Fans planned so far, each with its entry point; the last is the one under way.
    fans: Vec<(EntryPoint, Fan)>,
    hand: Option<Hand>,
    seen: VecDeque<Sight>,
    thumb_n: f64,
    known_thumb_n: f64,
    depth_error: Drift,
    speed_error: Drift,
    force_error: Drift,
    turn_error: [Drift; 2],
    tremor: Tremor,
    yaw_bias: f64,
    pitch_bias: f64,
    dose_factor: f64,
    budget_ul: f64,
    pass_share: f64,
    reach_mm: f64,
    ticks: u64,
    started_ul: f64,
    finger: Option<Finger>,
    stirred_tick: u64,
    pen: Option<mark::Pen>,
    to_stir: bool,
    bend_rad_mm: f64,
    /// Pitch on the way in, by the whole mm inserted.
    way_in: Vec<f64>,
    /// Whether a sign of an occlusion was thought about, and whether that made the operator stop.
    considered: bool,
    stopped: bool,
}

/// Pitch of the first millimetres, rad (30–45° to pierce, then flatten [recalled practice; uncertain]).
const ENTRY_PITCH: f64 = 0.55;
/// Correlation time of slow errors of belief, s [design].
const DRIFT_S: f64 = 2.5;
/// Correlation time of the error of a speed, s [design].
const SPEED_S: f64 = 0.8;
/// Correlation time of the signal-dependent error of a force or turn, s (force of a held press fluctuates below ~4 Hz [recalled]).
const MOTOR_S: f64 = 0.15;

impl Operator {
    /// An operator before an attempt.
    pub fn new(skill: Skill, fault: Option<Fault>, seed: u64) -> Self {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed ^ 0x6f70_6572_6174_6f72);
        let mut bias = || skill.angle_error_rad * normal(&mut rng);
        Self {
            skill,
            fault,
            yaw_bias: bias(),
            pitch_bias: bias(),
            rng,
            doing: Doing::Consult(0, 0.0),
            pass: 0,
            fans: Vec::new(),
            hand: None,
            seen: VecDeque::new(),
            thumb_n: 0.0,
            known_thumb_n: 6.0,
            depth_error: Drift::default(),
            speed_error: Drift::default(),
            force_error: Drift::default(),
            turn_error: [Drift::default(); 2],
            tremor: Tremor::new(skill.tremor_hz, skill.tremor_damping, DT),
            dose_factor: 1.0,
            budget_ul: 0.0,
            pass_share: 1.0,
            reach_mm: 0.0,
            ticks: 0,
            started_ul: 0.0,
            finger: None,
            stirred_tick: 0,
            pen: None,
            to_stir: false,
            bend_rad_mm: 0.0,
            way_in: Vec::new(),
            considered: false,
            stopped: false,
        }
    }

    fn normal(&mut self) -> f64 {
        normal(&mut self.rng)
    }

    /// The controls for the next tick.
    pub fn act(&mut self, session: &Session) -> Controls {
        self.ticks += 1;
        self.seen.push_back(Sight::of(session));
        let delay = (self.skill.reaction_s / DT) as usize;
        while self.seen.len() > delay + 1 {
            self.seen.pop_front();
        }
        self.depth_error.step(DRIFT_S, &mut self.rng);
        self.speed_error.step(SPEED_S, &mut self.rng);
        self.force_error.step(MOTOR_S, &mut self.rng);
        for error in &mut self.turn_error {
            error.step(MOTOR_S, &mut self.rng);
        }
        let shake = self.tremor.step(&mut self.rng).map(|x| x * self.skill.tremor_mm);
        let sight = *self.seen.front().expect("a sight was just pushed");
        let command = self.decide(session, sight);
        let pose = self.hand.map_or_else(|| resting_pose(session.setup()), |hand| {
            let mut pose = hand.pose();
            let side = pose.direction.cross(hand.normal).normalize_or_zero();
            let up = side.cross(pose.direction);
            pose.position += side * shake[0] + up * shake[1];
            pose
        });
        Controls::new(pose, self.pressed_n(), command).with_finger(self.finger)
    }

    /// The hand as it is held now, once there is an entry point.
    pub fn hand(&self) -> Option<&Hand> {
        self.hand.as_ref()
    }

    /// What the operator is about, in a word.
    pub fn doing(&self) -> String {
        match self.doing {
            Doing::Massage(_) => "massage".to_owned(),
            Doing::Consult(..) => "consult".to_owned(),
            Doing::Care(..) => "care".to_owned(),
            doing => format!("{doing:?}").to_lowercase(),
        }
    }

    fn forgets(&mut self) -> bool {
        let chance = self.skill.forget;
        self.rng.random::<f64>() < chance
    }

    fn decide(&mut self, session: &Session, sight: Sight) -> Option<Command> {
        if sight.warned && !self.considered {
            self.considered = true;
            let heed = self.skill.heed;
            if self.rng.random::<f64>() < heed {
                self.stopped = true;
                self.doing = Doing::Leave;
            }
        }
        let played = |phase| session.setup().phases.contains(&phase);
        if matches!(self.doing, Doing::Consult(..)) && !played(Phase::Consult) {
            self.doing = Doing::Mark;
        }
        if self.doing == Doing::Mark && !played(Phase::Mark) {
            self.doing = Doing::Draw;
        }
        if self.doing == Doing::Draw && !played(Phase::Prepare) {
            self.doing = Doing::Disinfect;
        }
        match self.doing {
            Doing::Consult(next, wait_s) => self.consult(session, next, wait_s),
            Doing::Mark => self.mark(session),
            Doing::Draw | Doing::Stroke(_) | Doing::LetStand | Doing::Fill | Doing::Restir(_) => self.at_bench(session),
            Doing::Disinfect => {
                self.doing = Doing::MakeEntry;
                (session.setup().phases.contains(&Phase::Disinfect) && !self.forgets()).then_some(Command::Disinfect)
            }
            Doing::MakeEntry => self.make_entry(session),
            Doing::Approach => {
                self.approach(session, sight);
                None
            }
            Doing::Enter => {
                self.enter(sight);
                None
            }
            Doing::Flatten => {
                self.flatten(sight);
                None
            }
            Doing::Advance => {
                self.advance(session, sight);
                None
            }
            Doing::Wait(left) => {
                self.wait(session, sight, left);
                None
            }
            Doing::Withdraw => {
                self.withdraw(session, sight);
                None
            }
            Doing::Turn => {
                self.turn(session, sight);
                None
            }
            Doing::Retreat => {
                self.retreat();
                None
            }
            Doing::Leave => self.leave(session, sight),
            Doing::Care(next, wait_s) => self.care(session, next, wait_s),
            Doing::Massage(rub) => self.massage(session, rub),
            Doing::Inspect => {
                self.doing = Doing::Done;
                Some(Command::Finish)
            }
            Doing::Done => None,
        }
    }

    fn make_entry(&mut self, session: &Session) -> Option<Command> {
        let setup = session.setup();
        let number = self.fans.len();
        if session.entries().len() > number {
            let entry = sight::entry(session)?;
            let (spacing, error, fault) = (self.skill.spacing_mm, self.skill.spacing_error, self.fault);
            let mut offsets: VecDeque<f64> = (0..32).map(|_| self.normal() * error).collect();
            let fan = Fan::plan_part(&setup.zone, &entry, setup.tube.length_mm, spacing, |point| nearest_entry(setup, point) == number, |at, step| {
                let at = if fault == Some(Fault::UnevenSpacing) { 0.06 + 0.34 * at } else { at };
                at + step * offsets.pop_front().unwrap_or(0.0)
            });
            self.hand = Some(Hand::new(entry.point, entry.normal, fan.ahead, setup.tube.length_mm));
            if let Some(hand) = &mut self.hand {
                hand.pitch = ENTRY_PITCH;
                hand.yaw = fan.rays.first().map_or(0.0, |ray| ray.yaw) + self.yaw_bias;
            }
            if number == 0 && !setup.phases.contains(&Phase::Prepare) {
                self.read_label(session);
            }
            self.fans.push((entry, fan));
            self.pass = 0;
            self.budget_ul = setup.planned_ml * 1e3 * share_up_to(setup, number);
            self.doing = Doing::Approach;
            return None;
        }
        let jitter = 2.0 * (1.0 - self.skill.level);
        let wanted = *setup.proposed_entries.get(number)?;
        let offset = Vec3::new(self.normal(), self.normal(), self.normal()) * (0.3 * jitter);
        Some(Command::make_entry(setup.anatomy.project(wanted + offset).foot))
    }

    fn ray(&self) -> Option<Ray> {
        self.fans.last().and_then(|(_, fan)| fan.rays.get(self.pass)).copied()
    }

    /// The next fan from the next of the proposed entry points, where there is one and something left to lay.
    fn goes_on(&self, session: &Session, sight: Sight) -> bool {
        !self.stopped && sight.left_ul > 5.0 && self.fans.len() < session.setup().proposed_entries.len()
    }

    /// Speed of the hand around a mean, with its slow error; never below a fifth of the mean.
    fn speed(&self, mean: f64) -> f64 {
        mean * (1.0 + self.skill.speed_cv * self.speed_error.now()).max(0.2)
    }

    /// Moves the hand at these rates, the turns with an error that grows with them (that of the advance is in [`Self::speed`]).
    fn steer(&mut self, rates: Steer) {
        let [yaw, pitch] = self.turn_error.map(|error| 1.0 + self.skill.turn_cv * error.now());
        if let Some(hand) = &mut self.hand {
            hand.steer(Steer { yaw_rad_s: rates.yaw_rad_s * yaw, pitch_rad_s: rates.pitch_rad_s * pitch, ..rates }, DT);
        }
    }

    fn massage(&mut self, session: &Session, mut rub: Rub) -> Option<Command> {
        let skill = self.skill;
        self.finger = rub.step(&self.fans, session, &skill);
        if self.finger.is_some() {
            self.doing = Doing::Massage(rub);
            return None;
        }
        self.end(session)
    }

    /// The last step before the end: a look at the skin, where that is asked for and not forgotten.
    fn end(&mut self, session: &Session) -> Option<Command> {
        if session.setup().phases.contains(&Phase::Inspect) && !self.forgets() {
            self.doing = Doing::Inspect;
            return Some(Command::Inspect);
        }
        self.doing = Doing::Done;
        Some(Command::Finish)
    }
}

/// Where the hub is held before there is an entry point: well in front of the zone.
fn resting_pose(setup: &Setup) -> HubPose {
    let at = setup.proposed_entries.first().copied().unwrap_or(Vec3::ZERO);
    let normal = setup.anatomy.project(at).normal;
    HubPose { position: at + normal * (setup.tube.length_mm + 40.0), direction: -normal }
}
