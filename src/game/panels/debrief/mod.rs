//! The debrief: verdict and headline scores, findings, depth along the threads with the replay, what to show, what next.

mod findings;
mod plot;
mod replay;
mod scores;
mod show;

pub use show::DOSE_RAMP;

use super::widget::{card, place};
use super::{Phrase, layout};
use crate::game::theme::{State, Theme};
use crate::lang::Lang;
use bevy_egui::egui::{Align2, Key, Rect, Ui};

/// A headline score.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// Points, 0 to 100.
    pub points: f64,
    /// What they mean in one short phrase, such as the share of mass in the plane.
    pub caption: Phrase,
    /// How good they are.
    pub state: State,
}

/// The nodule risk.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nodule {
    /// Probability of at least one palpable or visible nodule, 0 to 1: the large number.
    pub probability: f64,
    /// Its interval, 0 to 1.
    pub interval: (f64, f64),
    /// Points of nodule safety, 0 to 100: small, and what the ring is filled to.
    pub points: f64,
    /// How good it is.
    pub state: State,
}

/// What would have lowered the nodule risk.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What would have been done otherwise.
    pub what: Phrase,
    /// Probability of at least one nodule then, 0 to 1.
    pub probability: f64,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Fault, attention, or target for what was done well.
    pub state: State,
    /// What, where and how much.
    pub title: Phrase,
    /// Why it matters.
    pub why: Phrase,
    /// How to do it better.
    pub how: Option<Phrase>,
    /// Points lost, 0 or more.
    pub lost: f64,
    /// When, s; none for what concerns the whole attempt.
    pub time_s: Option<f64>,
}

/// A point of a thread.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    /// Along the thread, mm.
    pub along_mm: f64,
    /// Below the skin, mm.
    pub depth_mm: f64,
    /// Lower boundaries of epidermis, dermis, fat and SMAS there, mm.
    pub boundaries_mm: [f64; 4],
    /// When it was laid, s.
    pub time_s: f64,
}

/// A thread.
#[derive(Clone, Debug, PartialEq)]
pub struct Thread {
    /// Its number, from 1.
    pub number: usize,
    /// Its points in the order of laying.
    pub samples: Vec<Sample>,
    /// How well it lies.
    pub state: State,
}

/// The replay.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Replay {
    /// Where it is, s.
    pub time_s: f64,
    /// How long it is, s.
    pub length_s: f64,
    /// Whether it runs.
    pub playing: bool,
    /// How fast, in times of the real.
    pub speed: f64,
}

/// What can be shown on the patient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Show {
    /// Dose on the skin.
    Dose,
    /// Where nodules are likeliest.
    HotSpots,
    /// Layers, cut away.
    Layers,
    /// The cannula of the replay.
    Cannula,
}

/// The debrief.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Title of the drill, attempt and mean: one line.
    pub context: Phrase,
    /// The verdict.
    pub verdict: Phrase,
    /// How good it is.
    pub verdict_state: State,
    /// Total, 0 to 100.
    pub total: f64,
    /// Depth.
    pub depth: Score,
    /// Evenness.
    pub evenness: Score,
    /// Nodule risk.
    pub nodule: Nodule,
    /// What would have lowered the nodule risk most, best first.
    pub changes: Vec<Change>,
    /// The other scores: name and points.
    pub others: Vec<(Phrase, f64)>,
    /// Critical errors.
    pub critical: Vec<Phrase>,
    /// Findings, the costliest first; what was done well comes last whatever the order here.
    pub findings: Vec<Finding>,
    /// The finding that is being looked at.
    pub chosen: Option<usize>,
    /// Threads in the order of laying.
    pub threads: Vec<Thread>,
    /// Target band below the dermal–fat boundary, mm.
    pub target_mm: (f64, f64),
    /// The replay.
    pub replay: Replay,
    /// What can be shown, and whether it is.
    pub show: Vec<(Show, bool)>,
    /// Dose in mg/cm² at the right end of the dose map's legend; none while the map is off.
    pub dose_scale: Option<f64>,
}

/// What a person did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Look at a finding: fly to its place and time.
    JumpTo(usize),
    /// Go to a time of the replay, s.
    Seek(f64),
    /// Run (true) or stop the replay.
    Play(bool),
    /// Change its speed.
    Speed(f64),
    /// Show or hide.
    Show(Show, bool),
    /// The same drill on the same patient again.
    Again,
    /// To the drills.
    Drills,
    /// To the title.
    Title,
}

/// Shows the debrief over the scene. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let parts = layout::debrief(ui.ctx().content_rect(), &theme);
    let left = place(ui, "debrief left", parts.left, Align2::LEFT_TOP, |ui| {
        card(ui, |ui| scores::content(ui, model, lang));
        card(ui, |ui| findings::content(ui, model, lang))
    });
    let right = place(ui, "debrief right", parts.right, Align2::RIGHT_TOP, |ui| show::content(ui, model, lang));
    let below = plot_card(ui, parts.plot, model, lang);
    let keys = ui.input(|input| {
        if input.key_pressed(Key::Escape) {
            Some(Action::Title)
        } else {
            // Space belongs to the button that has the focus, where one has.
            None
        }
    });
    let free = ui.memory(|memory| memory.focused().is_none());
    let space = (free && ui.input(|input| input.key_pressed(Key::Space))).then_some(Action::Play(!model.replay.playing));
    left.or(right).or(below).or(keys).or(space)
}

fn plot_card(ui: &Ui, part: Rect, model: &Model, lang: &Lang) -> Option<Action> {
    place(ui, "debrief plot", part, Align2::LEFT_TOP, |ui| {
        card(ui, |ui| {
            let theme = Theme::of(ui.ctx());
            let head = replay::head(ui, model, lang);
            let room = part.bottom() - ui.cursor().top() - (theme.padding() * 0.85) - 3.0;
            let seek = plot::content(ui, model, lang, room);
            head.or(seek)
        })
    })
}
