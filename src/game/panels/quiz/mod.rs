//! The quiz: choosing a bank, one item after the other, the result by topic.

mod choose;
mod cut;
mod item;
mod replay;
mod result;

pub use choose::{Bank, Choices, DueDrill, Exam, Review};
pub use cut::{Blob, Cut, Laid};

use super::Phrase;
use super::layout;
use super::widget::{Button, Icon, Kind, Words, begin_at_top, modal, page, place, words};
use crate::game::theme::{Size, State, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Align2, Key, Ui, vec2};

/// How an item is answered, with the answer as far as it was given.
#[derive(Clone, Debug, PartialEq)]
pub enum Answering {
    /// One option.
    Single {
        /// The options.
        options: Vec<String>,
        /// The one chosen.
        chosen: Option<usize>,
    },
    /// Several options.
    Multiple {
        /// The options, and which are chosen.
        options: Vec<(String, bool)>,
    },
    /// Steps in an order.
    Order {
        /// The steps.
        steps: Vec<String>,
        /// Those that were put in order, from the first on.
        order: Vec<usize>,
    },
    /// A number.
    Numeric {
        /// What was typed.
        text: String,
        /// Its unit.
        unit: String,
        /// Least and greatest answer that makes sense.
        range: (f64, f64),
        /// How far an answer may be off.
        tolerance: f64,
    },
    /// A place of the patient beside the question.
    Place {
        /// There is one.
        given: bool,
        /// How far it is from what was looked for, mm, once it is judged.
        off_mm: Option<f64>,
        /// The patient is not there yet.
        coming: bool,
    },
    /// A depth in a cut.
    Depth {
        /// The cut.
        cut: Cut,
        /// The depth below the skin, mm.
        mm: Option<f32>,
        /// How far it is from what was looked for, mm, once it is judged.
        off_mm: Option<f64>,
    },
    /// One of several places in words, where it could be pointed at as well.
    PlaceInWords {
        /// The places.
        options: Vec<String>,
        /// The one chosen.
        chosen: Option<usize>,
    },
}

impl Answering {
    /// Id of the message for an answer that is right in part.
    pub(super) fn partly(&self) -> &'static str {
        if matches!(self, Self::Order { .. }) { "quiz-partly-order" } else { "quiz-partly" }
    }

    /// Whether there is an answer to check.
    #[must_use]
    pub fn is_given(&self) -> bool {
        match self {
            Self::Single { chosen, .. } | Self::PlaceInWords { chosen, .. } => chosen.is_some(),
            Self::Place { given, .. } => *given,
            Self::Depth { mm, .. } => mm.is_some(),
            Self::Multiple { options } => options.iter().any(|(_, chosen)| *chosen),
            Self::Order { steps, order } => order.len() == steps.len(),
            Self::Numeric { text, .. } => number(text).is_some(),
        }
    }
}

/// The number that a person typed, with a point or a comma.
#[must_use]
pub fn number(text: &str) -> Option<f64> {
    text.trim().replace(',', ".").replace('−', "-").parse().ok().filter(|value: &f64| value.is_finite())
}

/// What the answer was worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Right, partly (attention) or not (fault).
    pub state: State,
    /// Share of it that was right, 0 to 1.
    pub partial: f64,
    /// The right options; of steps all, in their right order.
    pub right: Vec<usize>,
    /// The right number.
    pub number: Option<f64>,
    /// Why.
    pub explanation: String,
    /// Where that is published.
    pub source: String,
    /// How sure the answer is.
    pub certainty: Phrase,
    /// The literature disagrees.
    pub disputed: bool,
}

/// The clock of an exam.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Time that is left, s.
    pub left_s: u32,
    /// Whether to hand in now is being asked: how many questions have no answer.
    pub leaving: Option<usize>,
}

/// What an item shows beside its words.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    /// It is being worked out.
    Coming,
    /// A cross-section.
    Cut(Cut),
    /// It cannot be shown: why.
    Failed(String),
    /// The attempt is being played: how far that is, where it is known.
    ReplayComing(Option<f32>),
    /// An attempt to be watched beside the question.
    Replay(Replaying),
    /// The attempt cannot be played.
    NoReplay,
}

/// How the cannula moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moves {
    /// It is outside of the patient.
    Outside,
    /// Further in.
    In,
    /// Back out.
    Out,
    /// Not along itself.
    Still,
}

/// A replay at its time.
#[derive(Clone, Debug, PartialEq)]
pub struct Replaying {
    /// Its time and its length, s.
    pub time_s: f32,
    /// Its length, s.
    pub length_s: f32,
    /// Whether it runs.
    pub playing: bool,
    /// How the cannula moves now.
    pub moves: Moves,
    /// How far below the dermal–fat boundary the tip is, mm; none outside.
    pub below_dermis_mm: Option<f64>,
    /// Whether product flows.
    pub flows: bool,
    /// Share of the product that is left in the syringe.
    pub left: f64,
}

/// An item being answered, or just answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Title of the bank.
    pub title: String,
    /// Its place in the round, from 1.
    pub position: usize,
    /// Items of the round.
    pub items: usize,
    /// Right answers so far.
    pub right: usize,
    /// Its topic.
    pub topic: Phrase,
    /// The question.
    pub ask: String,
    /// What it shows.
    pub shown: Option<Shown>,
    /// The answer so far.
    pub answering: Answering,
    /// After the answer was checked.
    pub outcome: Option<Outcome>,
    /// In an exam, whose answers are sealed.
    pub clock: Option<Clock>,
}

/// Whether an exam was passed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grading {
    /// It was.
    pub passed: bool,
    /// Right answers per hundred questions.
    pub percent: f64,
    /// Those that pass.
    pub wanted: f64,
}

/// A question of an exam that was not answered rightly.
#[derive(Clone, Debug, PartialEq)]
pub struct Missed {
    /// The question.
    pub ask: String,
    /// The right answer.
    pub answer: String,
    /// Why.
    pub explanation: String,
    /// Where that is published.
    pub source: String,
    /// The literature disagrees.
    pub disputed: bool,
}

impl Item {
    /// Whether the patient is looked at beside it.
    fn on_patient(&self) -> bool {
        matches!(self.answering, Answering::Place { coming: false, .. }) || matches!(self.shown, Some(Shown::Replay(_)))
    }
}

/// The result of a round.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcomes {
    /// Title of the bank.
    pub title: String,
    /// Right answers.
    pub right: usize,
    /// Answers given.
    pub asked: usize,
    /// Items of the round.
    pub items: usize,
    /// By topic: name, right, asked.
    pub topics: Vec<(Phrase, usize, usize)>,
    /// Of an exam.
    pub exam: Option<Grading>,
    /// What was answered wrongly in an exam.
    pub missed: Vec<Missed>,
}

/// What the quiz shows.
#[expect(clippy::large_enum_variant, reason = "there is one at a time, and it is only looked at")]
#[derive(Clone, Debug, PartialEq)]
pub enum Model {
    /// What can be done.
    Choose(Choices),
    /// An item.
    Item(Item),
    /// The result.
    Result(Outcomes),
}

impl Model {
    /// Whether to hand an exam in is being asked.
    #[must_use]
    pub fn is_leaving(&self) -> bool {
        matches!(self, Self::Item(Item { clock: Some(Clock { leaving: Some(_), .. }), .. }))
    }

    /// Whether the patient is looked at beside the question.
    #[must_use]
    pub fn on_patient(&self) -> bool {
        matches!(self, Self::Item(item) if item.on_patient())
    }
}

/// What a person did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Begin a round with the bank of this index.
    Begin(usize),
    /// Begin today's review.
    Review,
    /// Begin the exam of this index.
    Exam(usize),
    /// Play the drill of this index among those that are due.
    Drill(usize),
    /// Hand the exam in.
    HandIn,
    /// Go on with the exam.
    Stay,
    /// Choose an option, or take the choice back where several may be chosen; put a step next in order, or take it back.
    Choose(usize),
    /// Typed a number.
    Type(String),
    /// Pointed at a depth of the cut, mm.
    Deep(f32),
    /// Wants to choose among places in words, or to point again.
    InWords(bool),
    /// Run or stop the replay.
    Play(bool),
    /// Go to a time of the replay, s.
    Seek(f32),
    /// Have the answer checked.
    Check,
    /// Go on to the next item, or to the result.
    Next,
    /// The same bank again.
    Again,
    /// Go back: from an item to its result, else to the title.
    Back,
}

/// Shows the quiz. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let heading = match model {
        Model::Choose(_) => lang.text("menu-quiz", &[]),
        Model::Item(Item { title, .. }) | Model::Result(Outcomes { title, .. }) => title.clone(),
    };
    if let Model::Item(Item { clock: Some(Clock { leaving: Some(open), .. }), .. }) = model {
        // The question takes all.
        ui.painter().rect_filled(ui.ctx().content_rect(), 0.0, Theme::of(ui.ctx()).ground);
        let handed = hand_in(ui, *open, lang);
        return handed.or_else(|| ui.input(|input| input.key_pressed(Key::Escape)).then_some(Action::Stay));
    }
    show(ui, &heading, model, lang)
}

fn show(ui: &mut Ui, heading: &str, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    if let Model::Item(model) = model
        && model.on_patient()
    {
        return beside(ui, heading, model, lang);
    }
    let width = theme.size(Size::Body) * if matches!(model, Model::Choose(_)) { choose::WIDTH } else { 46.0 };
    let (back, action) = page(ui, "quiz", heading, width, lang, |ui| {
        begin(ui, model);
        match model {
            Model::Choose(choices) => choose::content(ui, choices, lang),
            Model::Item(model) => item::content(ui, model, lang),
            Model::Result(model) => result::content(ui, model, lang),
        }
    });
    if back || ui.input(|input| input.key_pressed(Key::Escape)) {
        return Some(Action::Back);
    }
    action
}

/// Each question begins at its beginning.
fn begin(ui: &Ui, model: &Model) {
    match model {
        Model::Item(item) => begin_at_top(ui, "quiz", (&item.title, &item.ask, item.position)),
        Model::Choose(_) => begin_at_top(ui, "quiz", "choose"),
        Model::Result(_) => begin_at_top(ui, "quiz", "result"),
    }
}

/// An item beside the patient.
fn beside(ui: &mut Ui, heading: &str, model: &Item, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let part = layout::beside(ui.ctx().content_rect(), &theme).card;
    let (back, action) = place(ui, "quiz beside", part, Align2::LEFT_TOP, |ui| {
        let (label, tip) = (lang.text("word-back", &[]), lang.text("menu-back-tip", &[]));
        let back = ui.horizontal(|ui| Button::new(&label, Kind::Plain, tip).icon(Icon::Back).show(ui).clicked()).inner;
        words(ui, &Words::new(heading, Size::Heading));
        begin_at_top(ui, "quiz-beside", (&model.title, &model.ask, model.position));
        (back, item::content(ui, model, lang))
    });
    if back || ui.input(|input| input.key_pressed(Key::Escape)) {
        return Some(Action::Back);
    }
    action
}

/// Whether the exam is to be handed in.
fn hand_in(ui: &Ui, open: usize, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    modal(ui, "quiz-hand-in", theme.size(Size::Body) * 24.0, |ui| {
        words(ui, &Words::new(lang.text("quiz-hand-in-ask", &[]), Size::Heading));
        words(ui, &Words::new(lang.text("quiz-hand-in-open", &[("open", Value::count(open))]), Size::Body));
        ui.add_space(theme.gap() * 0.3);
        let mut action = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(theme.gap(), 6.0);
            for (id, kind, does) in [("quiz-hand-in-stay", Kind::Primary, Action::Stay), ("quiz-hand-in", Kind::Danger, Action::HandIn)] {
                let label = lang.text(id, &[]);
                if Button::new(&label, kind, &label).show(ui).clicked() {
                    action = Some(does);
                }
            }
        });
        action
    })
}
