//! The quiz: choosing a bank, one item after the other, the result by topic.

mod cut;
mod item;
mod replay;
mod result;

pub use cut::{Blob, Cut};

use super::Phrase;
use super::layout;
use super::widget::{Button, Icon, Kind, Words, caption, columns, filled_card, page, place, words};
use crate::game::theme::{Size, State, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Align2, Key, Ui};

/// A bank to choose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bank {
    /// Its title.
    pub title: String,
    /// How many items it has.
    pub items: usize,
    /// Its topics, in words.
    pub topics: Vec<Phrase>,
}

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
}

/// What the quiz shows.
#[expect(clippy::large_enum_variant, reason = "there is one at a time, and it is only looked at")]
#[derive(Clone, Debug, PartialEq)]
pub enum Model {
    /// Banks to choose from.
    Choose(Vec<Bank>),
    /// An item.
    Item(Item),
    /// The result.
    Result(Outcomes),
}

impl Model {
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
    let theme = Theme::of(ui.ctx());
    let heading = match model {
        Model::Choose(_) => lang.text("menu-quiz", &[]),
        Model::Item(Item { title, .. }) | Model::Result(Outcomes { title, .. }) => title.clone(),
    };
    if let Model::Item(model) = model
        && model.on_patient()
    {
        return beside(ui, &heading, model, lang);
    }
    let width = theme.size(Size::Body) * 46.0;
    let (back, action) = page(ui, "quiz", &heading, width, lang, |ui| match model {
        Model::Choose(banks) => choose(ui, banks, lang),
        Model::Item(model) => item::content(ui, model, lang),
        Model::Result(model) => result::content(ui, model, lang),
    });
    if back || ui.input(|input| input.key_pressed(Key::Escape)) {
        return Some(Action::Back);
    }
    action
}

/// An item beside the patient.
fn beside(ui: &mut Ui, heading: &str, model: &Item, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let part = layout::beside(ui.ctx().content_rect(), &theme).card;
    let (back, action) = place(ui, "quiz beside", part, Align2::LEFT_TOP, |ui| {
        let (label, tip) = (lang.text("word-back", &[]), lang.text("menu-back-tip", &[]));
        let back = ui.horizontal(|ui| Button::new(&label, Kind::Plain, tip).icon(Icon::Back).show(ui).clicked()).inner;
        words(ui, &Words::new(heading, Size::Heading));
        (back, item::content(ui, model, lang))
    });
    if back || ui.input(|input| input.key_pressed(Key::Escape)) {
        return Some(Action::Back);
    }
    action
}

/// Text size above which the banks stand one below the other.
const LARGE: f32 = 1.3;

fn choose(ui: &mut Ui, banks: &[Bank], lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let mut action = None;
    if banks.is_empty() {
        words(ui, &Words::new(lang.text("menu-quiz-none", &[]), Size::Body));
    }
    let across = if theme.look.text > LARGE { 1 } else { 2 };
    columns(ui, across, banks.len(), |ui, i| {
        let bank = &banks[i];
        filled_card(ui, theme.page(), |ui| {
            words(ui, &Words::new(&bank.title, Size::Heading));
            let topics: Vec<String> = bank.topics.iter().map(|topic| topic.say(lang)).collect();
            caption(ui, topics.join(" · "));
            words(ui, &Words::new(lang.text("quiz-items", &[("items", Value::count(bank.items))]), Size::Body));
            ui.add_space(theme.gap() * 0.4);
            let (label, tip) = (lang.text("word-start", &[]), lang.text("quiz-start-tip", &[]));
            if Button::new(&label, Kind::Primary, tip).icon(Icon::Play).show(ui).clicked() {
                action = Some(Action::Begin(i));
            }
        });
    });
    action
}
