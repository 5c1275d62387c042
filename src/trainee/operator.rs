//! A person's hand at work: sees the screen with a delay, aims with error, and moves hub and thumb.

use std::collections::VecDeque;

use rand::{RngExt, SeedableRng, rngs::Xoshiro256PlusPlus};

use crate::geom::{Vec3, math};
use crate::product::bench::STROKE_S;
use crate::product::{MixtureClass, Orientation};
use crate::session::{BenchAct, Command, Controls, DT, Finger, Hand, Phase, Session, Setup, Steer};

use super::fan::{Fan, Ray};
use super::rub::Rub;
use super::sight::{self, Sight};
use super::skill::Skill;

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
    Massage(Rub),
    Done,
}

/// A synthetic operator at one attempt.
pub struct Operator {
    skill: Skill,
    fault: Option<Fault>,
    rng: Xoshiro256PlusPlus,
    doing: Doing,
    pass: usize,
    fan: Option<Fan>,
    hand: Option<Hand>,
    seen: VecDeque<Sight>,
    thumb_n: f64,
    known_thumb_n: f64,
    depth_error: f64,
    speed_error: f64,
    tremor: [f64; 2],
    dose_factor: f64,
    budget_ul: f64,
    pass_share: f64,
    reach_mm: f64,
    ticks: u64,
    started_ul: f64,
    finger: Option<Finger>,
    stirred_tick: u64,
    to_stir: bool,
    bend_rad_mm: f64,
    /// Pitch on the way in, by the whole mm inserted.
    way_in: Vec<f64>,
}

/// Tip this deep in before a turn to the next direction, mm.
const TURN_AT_MM: f64 = 9.0;
/// Pitch of the first millimetres, rad (30–45° to pierce, then flatten [recalled practice; uncertain]).
const ENTRY_PITCH: f64 = 0.55;
/// Pitch at which the way in begins, rad (0–10° [recalled practice; uncertain]).
const FLAT_PITCH: f64 = 0.12;
/// Advance of the hand beyond that of the tip at which a person stops pushing, mm.
const BOW_MM: f64 = 3.0;
/// Length over which a depth error is to be corrected, mm.
const LOOK_AHEAD_MM: f64 = 8.0;
/// Product of a hand's gain and its delay as it follows a line that it sees (crossover model of a human in a loop, McRuer
/// [recalled]: 3–5 rad/s at 0.15–0.25 s).
const CROSSOVER: f64 = 0.5;
/// Way over which a hand learns how much it has to turn as it goes, since the skin is round, mm [design].
const BEND_MM: f64 = 10.0;
/// Most that it turns so, rad/mm: skin of 30 mm radius.
const MOST_BEND_RAD_MM: f64 = 1.0 / 30.0;
/// Strongest press that is tried, N (hard limit of a thumb ~40 N [recalled; uncertain]).
const STRONGEST_N: f64 = 40.0;
/// First press of a product that is thinner than a gel, N: 1–4 N from 1:2 on [uncertain: CLINICAL §4.3].
const THIN_N: f64 = 2.5;
/// Strokes that stir a syringe again [design].
const RESTIR_STROKES: u32 = 6;
/// Time constant of slow errors, s.
const DRIFT_S: f64 = 2.5;

impl Operator {
    /// An operator before an attempt.
    pub fn new(skill: Skill, fault: Option<Fault>, seed: u64) -> Self {
        Self {
            skill,
            fault,
            rng: Xoshiro256PlusPlus::seed_from_u64(seed ^ 0x6f70_6572_6174_6f72),
            doing: Doing::Draw,
            pass: 0,
            fan: None,
            hand: None,
            seen: VecDeque::new(),
            thumb_n: 0.0,
            known_thumb_n: 6.0,
            depth_error: 0.0,
            speed_error: 0.0,
            tremor: [0.0; 2],
            dose_factor: 1.0,
            budget_ul: 0.0,
            pass_share: 1.0,
            reach_mm: 0.0,
            ticks: 0,
            started_ul: 0.0,
            finger: None,
            stirred_tick: 0,
            to_stir: false,
            bend_rad_mm: 0.0,
            way_in: Vec::new(),
        }
    }

    /// A standard normal deviate (sum of twelve uniforms: no transcendental functions, tails cut at six).
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.rng.random::<f64>()).sum::<f64>() - 6.0
    }

    /// One step of an Ornstein–Uhlenbeck process of unit variance.
    fn drift(&mut self, x: f64, time_s: f64) -> f64 {
        let keep = 1.0 - DT / time_s;
        x * keep + (1.0 - keep * keep).sqrt() * self.normal()
    }

    /// The controls for the next tick.
    pub fn act(&mut self, session: &Session) -> Controls {
        self.ticks += 1;
        self.seen.push_back(Sight::of(session));
        let delay = (self.skill.reaction_s / DT) as usize;
        while self.seen.len() > delay + 1 {
            self.seen.pop_front();
        }
        self.depth_error = self.drift(self.depth_error, DRIFT_S);
        self.speed_error = self.drift(self.speed_error, 0.8);
        let sight = *self.seen.front().expect("a sight was just pushed");
        let command = self.decide(session, sight);
        let pose = self.hand.map_or_else(|| resting_pose(session.setup()), |hand| {
            let mut pose = hand.pose();
            let side = pose.direction.cross(hand.normal).normalize_or_zero();
            let up = side.cross(pose.direction);
            for i in 0..2 {
                // Damped resonance near 9 Hz driven by noise would be truer; an OU process of 20 ms has the same power there.
                self.tremor[i] = self.drift(self.tremor[i], 0.02);
            }
            pose.position += (side * self.tremor[0] + up * self.tremor[1]) * self.skill.tremor_mm;
            pose
        });
        Controls::new(pose, self.thumb_n, command).with_finger(self.finger)
    }

    /// The hand as it is held now, once there is an entry point.
    pub fn hand(&self) -> Option<&Hand> {
        self.hand.as_ref()
    }

    /// What the operator is about, in a word.
    pub fn doing(&self) -> String {
        match self.doing {
            Doing::Massage(_) => "massage".to_owned(),
            doing => format!("{doing:?}").to_lowercase(),
        }
    }

    fn forgets(&mut self) -> bool {
        let chance = self.skill.forget;
        self.rng.random::<f64>() < chance
    }

    fn decide(&mut self, session: &Session, sight: Sight) -> Option<Command> {
        if self.doing == Doing::Draw && !session.setup().phases.contains(&Phase::Prepare) {
            self.doing = Doing::Disinfect;
        }
        match self.doing {
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
                self.enter(session.setup(), sight);
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
            Doing::Massage(rub) => self.massage(session, rub),
            Doing::Done => None,
        }
    }

    /// Mixes as the plan asks, by this hand's habits; later stirs what has stood.
    fn at_bench(&mut self, session: &Session) -> Option<Command> {
        if session.stroking() {
            return None;
        }
        let stroke = Some(Command::Bench(BenchAct::stroke(STROKE_S)));
        match self.doing {
            Doing::Draw => {
                let plan = &session.setup().mixture.preparation;
                let product = session.setup().shelf.products().iter().position(|product| product.id == plan.product)? as u8;
                let ratio_percent = (plan.ratio * 100.0).round() as u16;
                if session.setup().mixture.class != MixtureClass::Gel {
                    self.known_thumb_n = THIN_N;
                }
                self.doing = Doing::Stroke((self.skill.strokes.round() as u32).max(1));
                Some(Command::Bench(BenchAct::Draw { product, diluent: plan.diluent, ratio_percent }))
            }
            Doing::Stroke(left) if left > 0 => {
                self.doing = Doing::Stroke(left - 1);
                stroke
            }
            Doing::Stroke(_) => {
                self.doing = Doing::LetStand;
                None
            }
            Doing::LetStand => {
                self.doing = Doing::Fill;
                let seconds = self.skill.stand_s.round() as u16;
                Some(Command::Bench(BenchAct::Stand { seconds, orientation: Orientation::Lying }))
            }
            Doing::Fill => {
                self.doing = Doing::Disinfect;
                self.stirred_tick = self.ticks;
                Some(Command::Bench(BenchAct::Fill))
            }
            Doing::Restir(left) if left > 0 => {
                self.doing = Doing::Restir(left - 1);
                stroke
            }
            _ => {
                self.stirred_tick = self.ticks;
                self.doing = Doing::Approach;
                None
            }
        }
    }

    /// Whether what is in the syringe has stood too long for this hand; a gel holds its spheres, and people know.
    fn has_stood(&self, session: &Session) -> bool {
        let gel = session.mixture().class == MixtureClass::Gel;
        !gel && (self.ticks - self.stirred_tick) as f64 * DT > self.skill.restir_s
    }

    fn make_entry(&mut self, session: &Session) -> Option<Command> {
        if let Some(entry) = sight::entry(session) {
            let setup = session.setup();
            let (spacing, error, fault) = (self.skill.spacing_mm, self.skill.spacing_error, self.fault);
            let mut offsets: VecDeque<f64> = (0..32).map(|_| self.normal() * error).collect();
            let fan = Fan::plan(&setup.zone, &entry, setup.tube.length_mm, spacing, |at, step| {
                let at = if fault == Some(Fault::UnevenSpacing) { 0.06 + 0.34 * at } else { at };
                at + step * offsets.pop_front().unwrap_or(0.0)
            });
            self.hand = Some(Hand::new(entry.point, entry.normal, fan.ahead, setup.tube.length_mm));
            if let Some(hand) = &mut self.hand {
                hand.pitch = ENTRY_PITCH;
                hand.yaw = fan.rays.first().map_or(0.0, |ray| ray.yaw);
            }
            self.fan = Some(fan);
            self.budget_ul = setup.planned_ml * 1e3;
            self.doing = Doing::Approach;
            return None;
        }
        let jitter = 2.0 * (1.0 - self.skill.level);
        let setup = session.setup();
        let wanted = *setup.proposed_entries.first()?;
        let offset = Vec3::new(self.normal(), self.normal(), self.normal()) * (0.3 * jitter);
        Some(Command::make_entry(setup.anatomy.project(wanted + offset).foot))
    }

    fn ray(&self) -> Option<Ray> {
        self.fan.as_ref().and_then(|fan| fan.rays.get(self.pass)).copied()
    }

    /// Speed of the hand around a mean, with its slow error; never below a fifth of the mean.
    fn speed(&self, mean: f64) -> f64 {
        mean * (1.0 + self.skill.speed_cv * self.speed_error).max(0.2)
    }

    fn steer(&mut self, rates: Steer) {
        if let Some(hand) = &mut self.hand {
            hand.steer(rates, DT);
        }
    }

    fn approach(&mut self, session: &Session, sight: Sight) {
        if sight.inserted && sight.inserted_mm > 1.0 {
            self.begin_pass(session, sight);
            self.doing = Doing::Enter;
        }
        let rate = self.speed(0.6 * self.skill.advance_mm_s);
        self.steer(Steer { advance_mm_s: rate, ..Steer::default() });
    }

    fn begin_pass(&mut self, session: &Session, sight: Sight) {
        let (error, reach) = (self.normal() * self.skill.dose_error, self.normal() * self.skill.reach_error_mm);
        self.dose_factor = math::exp(error);
        let rays = self.fan.as_ref().map_or(&[][..], |fan| &fan.rays);
        let later: f64 = rays.iter().skip(self.pass).map(|ray| ray.share).sum();
        let ray = self.ray();
        self.pass_share = ray.map_or(0.0, |ray| if later > 0.0 { ray.share / later } else { 0.0 });
        let limit = session.setup().tube.length_mm - 4.0;
        self.reach_mm = ray.map_or(20.0, |ray| (ray.far_mm - 1.0 + reach).clamp(15.0, limit));
        self.started_ul = sight.left_ul;
    }

    /// The depth the operator wants the port at, as they believe it.
    fn wanted_depth(&self, sight: Sight) -> f64 {
        let fault = match self.fault {
            Some(Fault::Shallow(mm)) => -mm,
            _ => 0.0,
        };
        sight.target_mm + fault + self.skill.depth_bias_mm + self.skill.depth_noise_mm * self.depth_error
    }

    fn enter(&mut self, _setup: &Setup, sight: Sight) {
        let short = self.wanted_depth(sight) - sight.depth_mm;
        if short < 0.6 || sight.inserted_mm > 7.0 {
            self.doing = Doing::Flatten;
            return;
        }
        let rate = self.speed(0.35 * self.skill.advance_mm_s);
        self.steer(Steer { advance_mm_s: rate, ..Steer::default() });
    }

    /// Lowers the hub until the shaft lies nearly along the skin.
    fn flatten(&mut self, sight: Sight) {
        let Some(hand) = self.hand else { return };
        let pitch = FLAT_PITCH - hand.pitch;
        self.steer(Steer { pitch_rad_s: (5.0 * pitch).clamp(-0.8, 0.8), ..Steer::default() });
        if pitch.abs() < 0.02 {
            self.doing = if sight.inserted { Doing::Advance } else { Doing::Retreat };
        }
    }

    /// Takes the tip well out of the skin to begin again at the entry point.
    fn retreat(&mut self) {
        self.thumb_n = 0.0;
        let Some(hand) = self.hand else { return };
        let pitch = ENTRY_PITCH - hand.pitch;
        let rate = if hand.advance_mm > -6.0 { -self.speed(2.0 * self.skill.withdraw_mm_s) } else { 0.0 };
        self.steer(Steer { advance_mm_s: rate, pitch_rad_s: (5.0 * pitch).clamp(-0.8, 0.8), ..Steer::default() });
        if hand.advance_mm <= -6.0 && pitch.abs() < 0.02 {
            self.doing = if std::mem::take(&mut self.to_stir) { Doing::Restir(RESTIR_STROKES) } else { Doing::Approach };
        }
    }

    /// Change of depth per mm of way, from what was seen between then and now.
    fn slope(&self) -> f64 {
        match (self.seen.front(), self.seen.back()) {
            (Some(then), Some(now)) if (now.inserted_mm - then.inserted_mm).abs() > 0.4 => {
                (now.depth_mm - then.depth_mm) / (now.inserted_mm - then.inserted_mm)
            }
            _ => 0.0,
        }
    }

    fn advance(&mut self, session: &Session, sight: Sight) {
        let error = self.wanted_depth(sight) - sight.depth_mm;
        let wanted_slope = (error / LOOK_AHEAD_MM).clamp(-0.16, 0.16);
        let off = wanted_slope - self.slope();
        let gain = CROSSOVER / self.skill.reaction_s;
        let rate = self.speed(self.skill.advance_mm_s);
        self.bend_rad_mm = (self.bend_rad_mm + gain * off * DT / BEND_MM).clamp(-MOST_BEND_RAD_MM, MOST_BEND_RAD_MM);
        let pitch_rate = (gain * off + rate * self.bend_rad_mm).clamp(-0.4, 0.4);
        if let Some(hand) = self.hand {
            self.way_in.resize(sight.inserted_mm as usize + 1, hand.pitch);
        }
        let slow = if sight.hub_force_n > 3.0 { 0.4 } else { 1.0 };
        self.steer(Steer { advance_mm_s: rate * slow, pitch_rad_s: pitch_rate, ..Steer::default() });
        if self.fault == Some(Fault::FlowAdvancing) && sight.inserted_mm > self.skill.stop_mm {
            let flow = self.wanted_flow(session, sight, self.skill.advance_mm_s) * 0.5;
            self.press(sight, flow);
        } else {
            self.thumb_n = 0.0;
        }
        // A hub at the skin, or a shaft that bows instead of sliding, ends the way in.
        let hub_stop = self.hand.is_some_and(|hand| hand.advance_mm >= hand.length_mm - 2.5);
        let bow = self.hand.is_some_and(|hand| hand.advance_mm > sight.inserted_mm + BOW_MM + self.skill.reaction_s * rate);
        if !sight.inserted {
            self.doing = Doing::Retreat;
        } else if sight.inserted_mm >= self.reach_mm || hub_stop || bow {
            self.doing = Doing::Wait(0.25 + self.skill.thumb_early_s);
        }
    }

    fn wait(&mut self, session: &Session, sight: Sight, left: f64) {
        self.doing = if left > 0.0 { Doing::Wait(left - DT) } else { Doing::Withdraw };
        if left < self.skill.thumb_early_s {
            let flow = self.wanted_flow(session, sight, self.skill.withdraw_mm_s);
            self.press(sight, flow);
        }
    }

    /// Flow that lays this pass's share of what is left to lay, thinner towards the entry by the taper that the hand performs.
    fn wanted_flow(&self, session: &Session, sight: Sight, speed: f64) -> f64 {
        let Some(ray) = self.ray() else { return 0.0 };
        let spent = session.setup().drawn_ml * 1e3 - self.started_ul;
        let dose = (self.budget_ul - spent).max(0.0) * self.pass_share * self.dose_factor;
        let stop = ray.near_mm.max(self.skill.stop_mm);
        let (far, r) = (self.reach_mm, sight.inserted_mm.max(1.0));
        let length = (far - stop).max(5.0);
        let mean_r = 0.5 * (far + stop);
        let shape = 1.0 + self.skill.taper * (r / mean_r - 1.0);
        dose / length * shape * speed
    }

    /// Corrects the thumb so that the seen flow comes nearer the wanted one.
    fn press(&mut self, sight: Sight, flow: f64) {
        if flow <= 0.05 || !sight.inserted {
            self.thumb_n = 0.0;
            return;
        }
        if self.thumb_n <= 0.0 {
            self.thumb_n = self.known_thumb_n;
        }
        // Shear thinning: the force goes with about the third root of the flow, so a third of the log error is corrected.
        let ratio = (flow / sight.flow_ul_s.max(0.15 * flow)).clamp(0.25, 4.0);
        let rate = 1.1 * self.skill.thumb_gain * math::ln(ratio);
        self.thumb_n = (self.thumb_n * (1.0 + rate * DT)).clamp(0.5, STRONGEST_N);
        if (ratio - 1.0).abs() < 0.2 {
            self.known_thumb_n = self.thumb_n;
        }
    }

    fn withdraw(&mut self, session: &Session, sight: Sight) {
        let speed = self.speed(self.skill.withdraw_mm_s);
        let stop = self.ray().map_or(10.0, |ray| ray.near_mm).max(self.skill.stop_mm);
        let laying = sight.inserted_mm > stop;
        if laying {
            let flow = self.wanted_flow(session, sight, speed);
            self.press(sight, flow);
        } else {
            self.thumb_n = 0.0;
        }
        let rate = if laying { speed } else { 1.6 * speed };
        // Back along the way it came, as the hand held it there.
        let held = self.way_in.get(sight.inserted_mm as usize).copied();
        let pitch = held.zip(self.hand).map_or(0.0, |(held, hand)| held - hand.pitch);
        self.steer(Steer { advance_mm_s: -rate, pitch_rad_s: (4.0 * pitch).clamp(-0.4, 0.4), ..Steer::default() });
        if sight.inserted_mm < TURN_AT_MM || !sight.inserted {
            self.thumb_n = 0.0;
            self.pass += 1;
            self.doing = if self.ray().is_some() && sight.left_ul > 5.0 { Doing::Turn } else { Doing::Leave };
            if self.doing == Doing::Turn {
                self.begin_pass(session, sight);
            }
        }
    }

    fn turn(&mut self, session: &Session, sight: Sight) {
        let (Some(ray), Some(hand)) = (self.ray(), self.hand) else { return };
        let yaw = ray.yaw - hand.yaw;
        let down = ((self.wanted_depth(sight) - sight.depth_mm) / LOOK_AHEAD_MM).clamp(-0.16, 0.16);
        let pitch = FLAT_PITCH + down - hand.pitch;
        self.steer(Steer { yaw_rad_s: (4.0 * yaw).clamp(-0.6, 0.6), pitch_rad_s: (4.0 * pitch).clamp(-0.5, 0.5), ..Steer::default() });
        if yaw.abs() < 0.01 {
            self.to_stir = self.has_stood(session);
            self.doing = if sight.inserted && !self.to_stir { Doing::Advance } else { Doing::Retreat };
        }
    }

    fn leave(&mut self, session: &Session, sight: Sight) -> Option<Command> {
        self.thumb_n = 0.0;
        let rate = self.speed(2.0 * self.skill.withdraw_mm_s);
        self.steer(Steer { advance_mm_s: -rate, ..Steer::default() });
        let out = !sight.inserted && session.reading().is_none_or(|reading| reading.inserted.is_none());
        if out && self.hand.is_some_and(|hand| hand.advance_mm < -8.0) {
            if session.setup().phases.contains(&Phase::Massage) && !self.forgets() {
                self.doing = Doing::Massage(Rub::default());
                return None;
            }
            self.doing = Doing::Done;
            return Some(Command::Finish);
        }
        None
    }

    fn massage(&mut self, session: &Session, mut rub: Rub) -> Option<Command> {
        let skill = self.skill;
        self.finger = self.fan.as_ref().and_then(|fan| rub.step(fan, session, &skill));
        if self.finger.is_some() {
            self.doing = Doing::Massage(rub);
            return None;
        }
        self.doing = Doing::Done;
        Some(Command::Finish)
    }
}

/// Where the hub is held before there is an entry point: well in front of the zone.
fn resting_pose(setup: &Setup) -> crate::instrument::HubPose {
    let at = setup.proposed_entries.first().copied().unwrap_or(Vec3::ZERO);
    let normal = setup.anatomy.project(at).normal;
    crate::instrument::HubPose { position: at + normal * (setup.tube.length_mm + 40.0), direction: -normal }
}
