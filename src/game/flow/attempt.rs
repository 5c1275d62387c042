//! The attempt under way: the session, the hand that holds the syringe, the journal on disk.
//!
//! **Invariant:** the session moves in [`Attempt::take`] alone, one tick a call, and what it took goes into the journal.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bevy::prelude::Resource;

use super::frame::Frame;
use super::home::Home;
use super::inspection::Limits;
use super::load::Far;
use super::looks::Looks;
use super::mode::Mode;
use super::records::now_ms;
use super::other_hand::{MASSAGE_N, OtherHand};
use super::pen::Pen;
use super::plan::Plan;
use super::settings::assist_name;
use crate::drill::{Drill, attempt::header};
use crate::game::input::Hands;
use crate::game::panels::settings::Assist;
use crate::game::scene::model::SkinPoint;
use crate::geom::{Vec3, math};
use crate::instrument::{EntryPoint, HubPose};
use crate::session::recording::{Header, Journal, Recording};
use crate::session::{BenchAct, Command, Controls, DT, EventKind, Hand, Phase, Session, Setup, Steer};

/// Pitch of the shaft at which it is held out to an entry point, rad: 30–45° to pierce, then flattened [recalled practice; uncertain].
const ENTRY_PITCH: f64 = 0.5;
/// Time in which the thumb comes to its full force, s [design].
const PRESS_S: f64 = 0.3;
/// Time in which it lets go, s [design].
const RELEASE_S: f64 = 0.12;
/// Ticks between two frames of the replay.
const FRAME_TICKS: u64 = 12;
/// Ending of a finished recording's file.
const ENDING: &str = "fanline";

/// The journal and the file that it will be when it is sealed.
struct Writing {
    journal: Journal<File>,
    open: PathBuf,
    sealed: PathBuf,
}

/// An attempt under way.
#[derive(Resource)]
pub(super) struct Attempt {
    /// The drill.
    pub(super) drill: Drill,
    /// What it is for.
    pub(super) mode: Mode,
    /// Seed of the attempt.
    pub(super) seed: u64,
    /// The simulation.
    pub(super) session: Session,
    /// The hand, once there is an entry point to hold the cannula to.
    pub(super) hand: Option<Hand>,
    /// Entry point that the hand works through.
    pub(super) entry: usize,
    /// Whether the syringe is in the hand: only then the mouse moves it.
    pub(super) held: bool,
    /// Where an entry point would be made now.
    pub(super) mark: SkinPoint,
    /// Passes that the zone asks for, through the entry in use.
    pub(super) plan: Plan,
    /// The pen that marks the skin.
    pub(super) pen: Pen,
    /// Whether the skin is being looked over, where that is a step of its own.
    pub(super) inspecting: bool,
    /// What the other hand does.
    pub(super) other: OtherHand,
    /// Press of massage, N.
    pub(super) massage_n: f64,
    /// Force of a full press, N.
    pub(super) strength_n: f64,
    /// Every movement goes a part of its way, until that is ended.
    pub(super) fine: bool,
    /// Force on the plunger now, N.
    pub(super) thumb_n: f64,
    /// Shaft before and after the last tick, for drawing between ticks.
    pub(super) shafts: [Vec<Vec3>; 2],
    /// Frames of the replay so far.
    pub(super) frames: Vec<Frame>,
    /// When it began, or was gone on with, ms since 1970 UTC.
    pub(super) began_ms: i64,
    /// Looks at the skin.
    pub(super) looks: Looks,
    /// What an inspection lets pass.
    pub(super) limits: Limits,
    /// Whether the journal, if there is to be one, could be written so far.
    pub(super) saved: bool,
    writing: Option<Writing>,
}

/// What an attempt starts from.
pub(super) struct Start {
    /// The drill.
    pub(super) drill: Drill,
    /// What it is for.
    pub(super) mode: Mode,
    /// Seed.
    pub(super) seed: u64,
    /// Hash of the drill's content.
    pub(super) hash: String,
    /// The setup.
    pub(super) setup: Arc<Setup>,
    /// What an inspection lets pass.
    pub(super) limits: Limits,
    /// What the recording calls who plays; none for a guest, of whom nothing is recorded.
    pub(super) player: Option<String>,
}

impl Attempt {
    /// A new attempt, with its journal in the person's folder.
    pub(super) fn new(start: Start, home: &Home) -> Self {
        let writing = start.player.as_ref().and_then(|player| Writing::start(&start, &header(&start.drill, &start.hash, start.seed, player), home));
        let mut attempt = Self::with(start, writing);
        attempt.ready_pen();
        attempt
    }

    fn with(start: Start, writing: Option<Writing>) -> Self {
        let setup = Arc::clone(&start.setup);
        let first = setup.proposed_entries.first().copied().or(setup.zone.outline.first().copied()).unwrap_or(Vec3::ZERO);
        let at = setup.anatomy.project(first);
        let plan = Plan::of(&setup, &EntryPoint { point: at.foot, normal: at.normal, gauge: setup.tube.gauge.pilot() });
        Self {
            drill: start.drill,
            mode: start.mode,
            seed: start.seed,
            session: Session::new(setup),
            hand: None,
            entry: 0,
            held: false,
            mark: SkinPoint { point: at.foot, normal: at.normal },
            pen: Pen::default(),
            inspecting: false,
            other: OtherHand::Rest,
            massage_n: MASSAGE_N,
            strength_n: plan.strength_n,
            plan,
            fine: false,
            thumb_n: 0.0,
            shafts: [Vec::new(), Vec::new()],
            frames: Vec::new(),
            began_ms: now_ms(),
            looks: Looks::default(),
            limits: start.limits,
            saved: writing.is_some() || start.mode.folder().is_none() || start.player.is_none(),
            writing,
        }
    }

    /// Goes on with an attempt that was interrupted: its ticks are taken again, into a fresh journal.
    pub(super) fn resume(start: Start, recording: &Recording, journal: &Path, home: &Home, far: &Far) -> Self {
        let writing = Writing::start(&start, &recording.header, home);
        let mut attempt = Self::with(start, writing);
        for (done, tick) in recording.ticks.iter().enumerate() {
            attempt.take(&tick.controls);
            far.set(done, recording.ticks.len());
        }
        if let (Some(hand), Some(last)) = (&mut attempt.hand, recording.ticks.last()) {
            *hand = hold(*hand, last.controls.pose());
        }
        attempt.ready_pen();
        let _ = fs::remove_file(journal);
        attempt
    }

    /// Makes the controls of the next tick from what the hands do, and takes it.
    pub(super) fn tick(&mut self, hands: &mut Hands) {
        let steer = self.steer(hands);
        if let Some(hand) = &mut self.hand {
            hand.steer(steer, DT);
        }
        let wanted = if self.hand.is_some() && !self.massaging() { self.strength_n * hands.press } else { 0.0 };
        let step = self.strength_n.max(self.thumb_n) * DT / if wanted > self.thumb_n { PRESS_S } else { RELEASE_S };
        self.thumb_n += (wanted - self.thumb_n).clamp(-step, step);
        let pose = self.hand.map_or_else(|| resting_pose(self.session.setup(), &self.mark), |hand| hand.pose());
        let finger = self.finger(if hands.touching { 1.0 } else { hands.press });
        let command = hands.take_command().or_else(|| self.pen.next());
        let controls = Controls::new(pose, self.thumb_n, command).with_finger(finger);
        self.take(&controls);
    }

    /// Rates of the hand in this tick; a way asked for by the wheel is gone at the set speed.
    fn steer(&self, hands: &mut Hands) -> Steer {
        let most = hands.speed_mm_s * DT;
        let way = hands.way_mm.clamp(-most, most);
        hands.way_mm -= way;
        Steer { advance_mm_s: (hands.steer.advance_mm_s + way / DT).clamp(-hands.speed_mm_s, hands.speed_mm_s), ..hands.steer }
    }

    /// One tick under the given controls.
    pub(super) fn take(&mut self, controls: &Controls) {
        if self.session.finished() {
            return;
        }
        let made = self.session.step(controls).iter().find_map(|event| match event.kind {
            EventKind::EntryMade { entry, .. } => Some(entry as usize),
            _ => None,
        });
        if let Some(writing) = &mut self.writing
            && writing.journal.push(controls, &self.session).is_err()
        {
            self.writing = None;
            self.saved = false;
        }
        if let Some(entry) = made {
            self.work_through(entry);
        }
        if matches!(controls.command, Some(Command::Bench(BenchAct::Take { .. }))) && self.session.entries().is_empty() {
            // Another bore asks for another thumb.
            let setup = self.session.setup();
            self.plan = Plan::of(setup, &EntryPoint { point: self.mark.point, normal: self.mark.normal, gauge: setup.tube.gauge.pilot() });
            self.strength_n = self.plan.strength_n;
        }
        self.shafts.swap(0, 1);
        self.shafts[1].clear();
        self.shafts[1].extend_from_slice(self.session.cannula().nodes());
        if self.session.tick() % FRAME_TICKS == 1 || self.session.finished() {
            self.frames.extend(Frame::of(&self.session));
        }
    }

    /// Holds the cannula out to an entry point.
    pub(super) fn work_through(&mut self, entry: usize) {
        let setup = Arc::clone(self.session.setup());
        let Some(point) = self.session.entries().get(entry).copied() else { return };
        self.plan = Plan::of(&setup, &point);
        let mut hand = Hand::new(point.point, point.normal, self.plan.ahead, setup.tube.length_mm);
        hand.pitch = ENTRY_PITCH;
        hand.yaw = self.plan.rays.first().map_or(0.0, |ray| ray.yaw);
        self.hand = Some(hand);
        self.entry = entry;
        self.other = OtherHand::Rest;
        self.held = true;
        self.mark = SkinPoint { point: point.point, normal: point.normal };
    }

    /// Whether an assist may be shown: by what the attempt is for, and by the drill, unless one practises freely.
    pub(super) fn allows(&self, assist: Assist) -> bool {
        self.mode.allows(assist) && (self.mode == Mode::Practise || self.drill.allows(assist_name(assist)))
    }

    /// Whether the cannula is in the tissue.
    pub(super) fn inserted(&self) -> bool {
        self.session.reading().is_some_and(|reading| reading.inserted.is_some())
    }

    /// Whether a phase is played and not done yet.
    pub(super) fn to_do(&self, phase: Phase) -> bool {
        self.session.setup().phases.contains(&phase) && !self.session.phases_done().contains(&phase)
    }

    /// The command that makes an entry point at the mark.
    pub(super) fn entry_command(&self) -> Command {
        Command::make_entry(self.mark.point)
    }

    /// Moves the mark along the skin by mm to the right and up as the eye sees it.
    pub(super) fn move_mark(&mut self, step: Vec3) {
        let on = self.session.setup().anatomy.project(self.mark.point + step);
        self.mark = SkinPoint { point: on.foot, normal: on.normal };
    }

    /// Seals the recording and gives its file's name and what is in it; none where it could not be written.
    pub(super) fn seal(&mut self) -> Option<(String, Vec<u8>)> {
        let Writing { journal, open, sealed } = self.writing.take()?;
        let file = journal.seal().ok()?;
        file.sync_all().ok()?;
        fs::rename(&open, &sealed).ok()?;
        Some((sealed.file_name()?.to_string_lossy().into_owned(), fs::read(&sealed).ok()?))
    }

    /// Gives the attempt up: its journal goes.
    pub(super) fn discard(&mut self) {
        if let Some(writing) = self.writing.take() {
            let _ = fs::remove_file(writing.open);
        }
    }
}

impl Writing {
    /// A journal in the next free file.
    fn start(start: &Start, header: &Header, home: &Home) -> Option<Self> {
        let folder = home.folder(start.mode.folder()?).ok()?;
        let drill: String = start.drill.id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        let free = |number: &u32| {
            let stem = format!("{drill}-{number:04}");
            ![ENDING, "journal"].iter().any(|ending| folder.join(format!("{stem}.{ending}")).exists())
        };
        let stem = format!("{drill}-{:04}", (1..10_000).find(free)?);
        let (open, sealed) = (folder.join(format!("{stem}.journal")), folder.join(format!("{stem}.{ENDING}")));
        let journal = Journal::start(File::create(&open).ok()?, header).ok()?;
        Some(Self { journal, open, sealed })
    }
}

/// An attempt that was interrupted.
pub(super) struct Interrupted {
    /// What it was for.
    pub(super) mode: Mode,
    /// Its journal.
    pub(super) path: PathBuf,
    /// What the journal holds.
    pub(super) recording: Recording,
}

/// The name of whoever played, in recordings of before there were learners.
const ANYBODY: &str = "trainee";

/// The interrupted attempt of a player whose journal was written last, if there is one with something in it.
pub(super) fn interrupted(home: &Home, player: Option<&str>) -> Option<Interrupted> {
    let player = player?;
    let mut journals = Vec::new();
    for (mode, name) in Mode::ALL.into_iter().filter_map(|mode| Some((mode, mode.folder()?))) {
        let Ok(entries) = home.folder(name).and_then(fs::read_dir) else { continue };
        let paths = entries.flatten().map(|entry| entry.path());
        for path in paths.filter(|path| path.extension().is_some_and(|ending| ending == "journal")) {
            let written = path.metadata().and_then(|about| about.modified()).ok();
            journals.push((written, path, mode));
        }
    }
    journals.sort();
    journals.into_iter().rev().find_map(|(_, path, mode)| {
        let (recording, _) = Recording::read_journal(&fs::read(&path).ok()?).ok()?;
        (!recording.ticks.is_empty() && [player, ANYBODY].contains(&recording.header.player.as_str())).then_some(Interrupted { mode, path, recording })
    })
}

/// The hand that holds the hub in a pose.
fn hold(hand: Hand, pose: HubPose) -> Hand {
    let side = hand.normal.cross(hand.ahead);
    let d = pose.direction;
    Hand {
        advance_mm: hand.length_mm - (hand.pivot - pose.position).dot(d),
        yaw: math::atan2(d.dot(side), d.dot(hand.ahead)),
        pitch: math::asin((-d.dot(hand.normal)).clamp(-1.0, 1.0)),
        ..hand
    }
}

/// Where the hub is held before there is an entry point: in front of the mark, the shaft along its normal.
fn resting_pose(setup: &Setup, mark: &SkinPoint) -> HubPose {
    HubPose { position: mark.point + mark.normal * (setup.tube.length_mm + 40.0), direction: -mark.normal }
}
