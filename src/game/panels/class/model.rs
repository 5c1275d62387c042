//! What the class's pages show, as plain values, and what a person did with them.

use crate::game::panels::{Phrase, drills};
use crate::game::theme::State;

/// A page of the class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Who is in it.
    #[default]
    Roster,
    /// What they are set.
    Assign,
    /// What has come in.
    Board,
    /// How they do.
    Results,
    /// Files.
    Export,
}

impl Tab {
    /// All of them, in their order.
    pub const ALL: [Self; 5] = [Self::Roster, Self::Assign, Self::Board, Self::Results, Self::Export];

    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Roster => "teach-tab-roster",
            Self::Assign => "teach-tab-assign",
            Self::Board => "teach-tab-board",
            Self::Results => "teach-tab-results",
            Self::Export => "teach-tab-export",
        }
    }
}

/// Something that is set, and how far a member is with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    /// Its title.
    pub title: String,
    /// Done (target), under way (attention), not begun (neutral).
    pub state: State,
    /// Attempts, or answers.
    pub tries: u32,
    /// Best total, or right answers per hundred.
    pub best: Option<f64>,
}

/// A member.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The name, or the code while grading is blind.
    pub shown: String,
    /// The code.
    pub code: String,
    /// Mail address or name elsewhere; none where it is the name itself, or grading is blind.
    pub account: Option<String>,
    /// Attempts that count.
    pub attempts: usize,
    /// What is set.
    pub due: Vec<Due>,
}

/// Who is in the class.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Roster {
    /// The name that is being typed, and the account.
    pub name: String,
    /// The account.
    pub account: String,
    /// The members.
    pub members: Vec<Member>,
    /// The one that is looked at.
    pub chosen: Option<usize>,
    /// Whether one is asked about taking that one off the roster.
    pub removing: bool,
    /// Learners of this machine who are not in it.
    pub others: Vec<String>,
}

/// Something that can be set.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Its title.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// It is set to whom it is asked for.
    pub set: bool,
    /// It is set to the whole class (told where one member is asked for).
    pub set_to_all: bool,
    /// Members who have done it, and members who are set it.
    pub done: (usize, usize),
}

/// What can be set, and to whom.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assign {
    /// The members as they are shown.
    pub members: Vec<String>,
    /// To whom: one of them, or all.
    pub to: Option<usize>,
    /// Courses, and the quizzes at the end.
    pub shelves: Vec<String>,
    /// Which is shown.
    pub shelf: usize,
    /// What is in it.
    pub offers: Vec<Offer>,
}

/// An attempt on the board.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The name, or the code.
    pub who: String,
    /// Title of the drill.
    pub drill: String,
    /// Passed (target), not passed (attention), a critical error (fault).
    pub state: State,
    /// In words.
    pub verdict: Phrase,
    /// Total, 0 to 100.
    pub total: f64,
    /// Depth and evenness, 0 to 100.
    pub scores: Option<(f64, f64)>,
    /// Probability of a nodule, 0 to 1.
    pub risk: Option<f64>,
    /// How long ago it ended; none where that is not known.
    pub ago: Option<Phrase>,
    /// It has just come in.
    pub fresh: bool,
    /// Its recording is there: it can be looked at.
    pub can_be_opened: bool,
}

/// A file that was refused.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// Its name.
    pub file: String,
    /// Why.
    pub why: Phrase,
}

/// The shared folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folder {
    /// As it is typed.
    pub typed: String,
    /// It is not the one that is looked through.
    pub other: bool,
    /// How it stands.
    pub said: Phrase,
    /// How good that is.
    pub state: Option<State>,
    /// Files that were refused.
    pub refused: Vec<Refused>,
}

/// What has come in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Board {
    /// What came last is first.
    pub rows: Vec<Row>,
    /// The shared folder.
    pub folder: Folder,
    /// For a projector: large, and nothing to press.
    pub projector: bool,
}

/// What of the results is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chart {
    /// How totals are spread, drill by drill.
    #[default]
    Spread,
    /// Learning curves.
    Curves,
    /// Quiz items.
    Items,
    /// Common errors.
    Errors,
}

impl Chart {
    pub(super) const ALL: [Self; 4] = [Self::Spread, Self::Curves, Self::Items, Self::Errors];

    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Spread => "teach-chart-spread",
            Self::Curves => "teach-chart-curves",
            Self::Items => "teach-chart-items",
            Self::Errors => "teach-chart-errors",
        }
    }
}

/// How the class did at a drill.
#[derive(Clone, Debug, PartialEq)]
pub struct Boxed {
    /// Title of the drill.
    pub title: String,
    /// Total that passes.
    pub pass_mark: Option<f64>,
    /// Least, first quartile, median, third quartile, greatest.
    pub five: [f64; 5],
    /// Mean and, of more than one, standard deviation.
    pub mean: (f64, Option<f64>),
    /// Attempts, trainees, attempts that passed.
    pub counts: [usize; 3],
    /// Median probability of a nodule, 0 to 1.
    pub risk: Option<f64>,
    /// Totals of the attempts, and how good each is.
    pub points: Vec<(f64, State)>,
}

/// One attempt of a learning curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurveStep {
    /// Its total, and whether it passed.
    pub result: drills::Result,
    /// Mean of the last five, and its standard error.
    pub mean: (f64, Option<f64>),
    /// Sum of the LC-CUSUM, while proficiency is not shown.
    pub learning: Option<f64>,
    /// Sum of the CUSUM, since it was.
    pub relapse: Option<f64>,
    /// It has shown proficiency (true) or a relapse.
    pub signal: Option<bool>,
}

/// A trainee's learning curve at a drill.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// Who.
    pub who: String,
    /// The attempts, oldest first.
    pub steps: Vec<CurveStep>,
    /// The boundary of both sums.
    pub boundary: f64,
    /// Where the trainee stands.
    pub standing: (Phrase, State),
}

/// A quiz item's figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Which.
    pub item: String,
    /// The question.
    pub ask: String,
    /// Persons who answered it.
    pub persons: usize,
    /// Share who were right, 0 to 1.
    pub difficulty: f64,
    /// Correlation with the other items, −1 to 1.
    pub discrimination: Option<f64>,
    /// Tells (target), tells little (attention), misleads (fault), not known (neutral).
    pub state: State,
}

/// Which errors are common at which drill.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Errors {
    /// Titles of the drills and their attempts.
    pub drills: Vec<(String, usize)>,
    /// Kinds of errors; of each at each drill the share of attempts that have it, and the points it costs.
    pub rows: Vec<(String, Vec<(f64, f64)>)>,
}

/// How the class does.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// What is shown.
    pub chart: Chart,
    /// Drill by drill.
    pub spread: Vec<Boxed>,
    /// Drills with learning curves, the one that is shown, its mark that passes.
    pub drills: Vec<String>,
    /// The one that is shown.
    pub drill: usize,
    /// Its mark that passes.
    pub pass_mark: Option<f64>,
    /// The curves of that drill.
    pub curves: Vec<Curve>,
    /// The one that is shown.
    pub trainee: usize,
    /// Items, the hardest first.
    pub items: Vec<Item>,
    /// Items that are not listed.
    pub items_left: usize,
    /// Common errors.
    pub errors: Errors,
}

/// Files that were written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Export {
    /// There is somebody in the class.
    pub can: bool,
    /// Where comments would go.
    pub folder: String,
    /// How many comments there are.
    pub pins: usize,
    /// What was written, or why not.
    pub done: Vec<(String, State)>,
}

/// What is on the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Body {
    /// The records are being read.
    #[default]
    Coming,
    /// They cannot be: why.
    Trouble(String),
    /// Who is in the class.
    Roster(Roster),
    /// What they are set.
    Assign(Assign),
    /// What has come in.
    Board(Board),
    /// How they do.
    Results(Results),
    /// Files.
    Export(Export),
}

/// The class.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// The page that is open.
    pub tab: Tab,
    /// Codes stand for names.
    pub blind: bool,
    /// What came of what was done last.
    pub said: Option<(Phrase, State)>,
    /// What is on the page.
    pub body: Body,
}

/// A field to write in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// A name to add.
    Name,
    /// The account that goes with it.
    Account,
    /// The shared folder.
    Folder,
}

/// What a person did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Another page.
    Open(Tab),
    /// Codes for names (true), or names.
    Blind(bool),
    /// Typed into a field.
    Type(Field, String),
    /// Take what is in the field: add the name, look through the folder.
    Enter(Field),
    /// Add a learner of this machine.
    AddLearner(usize),
    /// Look at a member, or no longer.
    Choose(usize),
    /// Ask about taking the chosen one off the roster (true), or not.
    Removing(bool),
    /// Take the chosen one off the roster.
    Remove,
    /// Set to one, or to all.
    For(Option<usize>),
    /// Another course, or the quizzes.
    Shelf(usize),
    /// Set (true) or take back.
    Set(usize, bool),
    /// Set all of the shelf (true) or take all back.
    SetAll(bool),
    /// For a projector, or no longer.
    Projector(bool),
    /// Look at an attempt of the board.
    Watch(usize),
    /// Other results.
    Chart(Chart),
    /// Another drill's curves.
    Drill(usize),
    /// Another trainee's curve.
    Trainee(usize),
    /// Write reports and tables.
    Write,
    /// Put the comments into the shared folder.
    Comments,
    /// Go back.
    Back,
}
