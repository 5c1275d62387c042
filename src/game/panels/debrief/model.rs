//! What the debrief shows, as plain values, and what a person did with it.

use crate::anatomy::Site;
use crate::game::panels::Phrase;
use crate::game::ramp::Ramp;
use crate::game::theme::State;

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
    /// Which of [`Model::groups`] it belongs to; none where its score lost nothing.
    pub group: Option<usize>,
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

/// A score whose findings can be shown alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The score's name.
    pub name: Phrase,
    /// Points of the total that its findings explain.
    pub lost: f64,
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

/// A moment of the replay that has a mark on the scrubber.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// When, s.
    pub time_s: f64,
    /// What it is: a finding by its state, neutral for an event.
    pub state: State,
    /// In words.
    pub what: Phrase,
}

/// The replay.
#[derive(Clone, Debug, PartialEq)]
pub struct Replay {
    /// Where it is, s.
    pub time_s: f64,
    /// How long it is, s.
    pub length_s: f64,
    /// Whether it runs.
    pub playing: bool,
    /// How fast, in times of the real.
    pub speed: f64,
    /// Whether the eye goes with the tip.
    pub follow: bool,
    /// Moments worth a look.
    pub marks: Vec<Mark>,
    /// When product was laid: from, to, s.
    pub laid: Vec<(f64, f64)>,
    /// Comments pinned to it.
    pub pins: Vec<Mark>,
}

/// What can be switched on and off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Show {
    /// Where nodules are likeliest.
    HotSpots,
    /// Layers, cut away.
    Layers,
    /// The cannula of the replay.
    Cannula,
    /// The threads, through the skin.
    Threads,
}

/// A map on the skin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Map {
    /// None.
    Off,
    /// Dose laid.
    Dose,
    /// Nodules expected in all the months.
    Nodules,
    /// What the skin does by the month.
    Response,
    /// Nodules felt by the month.
    Felt,
}

/// What the colours of the map mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Legend {
    /// The quantity.
    pub name: Phrase,
    /// Its ramp.
    pub ramp: Ramp,
    /// At the right end; the left one is 0.
    pub most: Phrase,
}

/// Whose attempt is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// One's own.
    Mine,
    /// One's own, the other's laid over it.
    Both,
    /// The other's alone.
    Other,
}

/// Another's attempt at the same drill on the same patient.
#[derive(Clone, Debug, PartialEq)]
pub struct Ghost {
    /// Who.
    pub who: Phrase,
    /// It is an instructor's pass, not the expert operator's.
    pub reference: bool,
    /// The attempt itself is a trainee's, whom an instructor looks at.
    pub trainee: bool,
    /// Done so far, 0 to 1; none once it can be watched.
    pub progress: Option<f64>,
    /// It could not be had.
    pub failed: bool,
    /// Whose is shown.
    pub whose: Whose,
}

/// A value with its band.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Banded {
    /// Value.
    pub mean: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// What the curves over the months tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// Gain of the dermis's thickness, %.
    Thickening,
    /// How far the skin is lifted, mm.
    Lift,
}

/// A product's course over the months.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// The product, as its maker writes it.
    pub name: String,
    /// Whether it is the one that was laid.
    pub laid: bool,
    /// Mean dose of its particles, and which: "12 mg CaHA/cm²".
    pub dose: Phrase,
    /// The quantity at even steps from month 0 to the last.
    pub values: Vec<f64>,
    /// Now.
    pub now: f64,
}

/// The months after.
#[derive(Clone, Debug, PartialEq)]
pub struct Months {
    /// Month that is shown.
    pub month: f64,
    /// What the curves tell.
    pub quantity: Quantity,
    /// Gain of the dermis's thickness now, %.
    pub thickening: Banded,
    /// Lift of the skin now, mm.
    pub lift_mm: Banded,
    /// Probability of a nodule that is felt now, 0 to 1.
    pub felt: Banded,
    /// The products, what was laid first.
    pub curves: Vec<Curve>,
    /// Lower and upper end of the first one's band, at the steps of its values.
    pub band: Vec<(f64, f64)>,
}

/// What is known of the months.
#[derive(Clone, Debug, PartialEq)]
pub enum Outlook {
    /// Being worked out.
    Coming,
    /// There.
    Ready(Box<Months>),
    /// Nothing was laid, or it cannot be worked out.
    None,
}

/// An attempt beside others.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Whose: "you", "expert", "last", "best".
    pub name: Phrase,
    /// Total.
    pub total: f64,
    /// Whether it passed.
    pub passed: bool,
    /// Values in the order of [`Model::rows`], as they are shown; none where they are not known.
    pub parts: Option<Vec<Phrase>>,
    /// It can be worked out from its recording; the number stands for it in the action.
    pub work_out: Option<usize>,
    /// Being worked out.
    pub working: bool,
}

/// How the notes stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// On disk as they are shown.
    Saved,
    /// Not yet.
    Writing,
    /// They cannot be written.
    Nowhere,
}

/// A file that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Export {
    /// Where it is; or, when it failed, why.
    pub text: String,
    /// How it went: neutral while it is being written.
    pub state: State,
}

/// What is in the left rail below the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// The scores, what lowers the risk.
    Scores,
    /// What cost points.
    Findings,
    /// The months after.
    Months,
    /// Beside the expert, one's last and best.
    Compare,
    /// Notes and files.
    Notes,
}

impl Tab {
    /// All of them, in their order.
    pub const ALL: [Self; 5] = [Self::Scores, Self::Findings, Self::Months, Self::Compare, Self::Notes];
}

/// A comment pinned to the replay.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// Who says it.
    pub author: String,
    /// What is said.
    pub words: String,
    /// When, s.
    pub time_s: f64,
    /// It is about a place, too.
    pub has_place: bool,
}

/// A comment that is being written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pinning {
    /// Who says it.
    pub author: String,
    /// What is said.
    pub words: String,
}

/// The drill's reference: an instructor's pass in the place of the expert operator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reference {
    /// This attempt is it.
    pub is_this: bool,
    /// Another attempt is it: whose, and its total.
    pub by: Option<(String, f64)>,
    /// This attempt is being simulated again to become it.
    pub working: bool,
    /// Why it could not.
    pub failed: Option<String>,
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
    /// A trial of a drill that is being made: what comes next is the editor.
    pub trial: bool,
    /// Which tab is open.
    pub tab: Tab,
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
    /// The scores that findings belong to.
    pub groups: Vec<Group>,
    /// The one whose findings alone are shown.
    pub filter: Option<usize>,
    /// The finding that is being looked at.
    pub chosen: Option<usize>,
    /// Threads in the order of laying.
    pub threads: Vec<Thread>,
    /// Site of the zone; none on the nape, the shoulders and the back.
    pub site: Option<Site>,
    /// Target band below the dermal–fat boundary, mm.
    pub target_mm: (f64, f64),
    /// The replay.
    pub replay: Replay,
    /// What can be shown, and whether it is.
    pub show: Vec<(Show, bool)>,
    /// Maps to choose from.
    pub maps: Vec<Map>,
    /// The map on the skin.
    pub map: Map,
    /// What its colours mean; none while there is none.
    pub legend: Option<Legend>,
    /// Another's attempt; none where there is none.
    pub ghost: Option<Ghost>,
    /// The months after.
    pub outlook: Outlook,
    /// Names of the rows of the comparison.
    pub rows: Vec<Phrase>,
    /// One's own attempt and others.
    pub columns: Vec<Column>,
    /// The notes.
    pub notes: String,
    /// How they stand.
    pub kept: Kept,
    /// The page and the picture, as far as they were asked for.
    pub exports: Vec<Export>,
    /// Comments pinned to the replay, by their time.
    pub remarks: Vec<Remark>,
    /// The one that is being looked at.
    pub remark: Option<usize>,
    /// The comment that is being written; none where none can be.
    pub pinning: Option<Pinning>,
    /// The drill's reference; none where this attempt cannot become it.
    pub reference: Option<Reference>,
    /// An instructor looks at an attempt of the class.
    pub of_class: bool,
}

/// What a person did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Open a tab.
    Open(Tab),
    /// Look at a finding: fly to its place and time.
    JumpTo(usize),
    /// Show the findings of one score alone, or all.
    Filter(Option<usize>),
    /// Go to a time of the replay, s.
    Seek(f64),
    /// Run (true) or stop the replay.
    Play(bool),
    /// Change its speed.
    Speed(f64),
    /// One tick on (true) or back.
    Tick(bool),
    /// To the beginning of the next pass (true) or of the one before.
    Pass(bool),
    /// Let the eye go with the tip.
    Follow(bool),
    /// Show or hide.
    Show(Show, bool),
    /// Put a map on the skin.
    Map(Map),
    /// Whose attempt is shown.
    Whose(Whose),
    /// Go to a month.
    Month(f64),
    /// What the curves tell.
    Quantity(Quantity),
    /// Work out the scores of an older attempt.
    WorkOut(usize),
    /// The notes as they are now.
    Note(String),
    /// Look at a comment: fly to its place and time.
    Remark(usize),
    /// Who comments.
    Author(String),
    /// The comment as it is now.
    Say(String),
    /// Pin it to the moment of the replay.
    Pin,
    /// Take a comment away.
    Unpin(usize),
    /// Make this attempt the drill's reference (true), or let the expert operator be it again.
    Reference(bool),
    /// Write the report as a page.
    Page,
    /// Write a picture of the window.
    Picture,
    /// The same drill on the same patient again.
    Again,
    /// The same drill on another patient.
    Elsewhere,
    /// To the drills.
    Drills,
    /// To the title.
    Title,
}
