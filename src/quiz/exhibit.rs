//! What an item shows beside its words: a cross-section, a replay, or what a prediction is about.

use super::section::Section;

/// What is shown beside the words.
#[derive(Clone, Debug, PartialEq)]
pub enum Exhibit {
    /// A cut through a patient with threads in it.
    Section(Section),
    /// An attempt by a synthetic operator.
    Replay(Replay),
    /// What was laid; the engine says what comes of it.
    Predict(Predict),
}

/// An attempt by a synthetic operator with one fault, to be watched. The room of quizzes does not know operators: it holds the
/// names, and whoever shows the replay plays it.
#[derive(Clone, Debug, PartialEq)]
pub struct Replay {
    /// The drill.
    pub drill: String,
    /// Skill of the operator, 0 novice to 1 expert.
    pub skill: f64,
    /// The fault.
    pub fault: ReplayFault,
    /// Seed of the attempt.
    pub seed: u64,
    /// For each option of the question, in the order of the file, the finding that it names: the attempt has the finding of the right
    /// option and none of the others'.
    pub findings: Vec<String>,
}

/// The one fault of an operator who otherwise does it well.
#[derive(Clone, Copy, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ReplayFault {
    /// Aims so many mm too shallow; too deep below 0.
    Shallow(f64),
    /// Puts the passes on one side of the zone.
    UnevenSpacing,
    /// Presses while advancing as well.
    FlowAdvancing,
}

/// Threads given to the engine, and the figure asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Predict {
    /// A figure of [`crate::scoring::Assessment`]: `nodule_probability`, `caha_mg`, `depth`, `evenness`, `nodule` or a metric's name.
    pub figure: String,
    /// What the figure is multiplied with before it is asked for, e.g. 100 for per cent.
    pub times: f64,
    /// What was laid, as for [`crate::scoring::assess`]: one text for a number; for a choice one for each option in the order of the
    /// file, of which the right one gives the greatest figure (`least`: the smallest).
    pub laid: Vec<String>,
    /// Whether the smallest figure is the right one.
    pub least: bool,
}

impl Predict {
    /// The figure for each text, times `times`.
    ///
    /// # Errors
    /// The problems of the first text that the engine refuses, or the figure that it does not give.
    pub fn figures(&self) -> Result<Vec<f64>, String> {
        let one = |text: &String| {
            let found = crate::scoring::assess("laid", text).map_err(|problems| problems.to_string())?;
            let figure = match self.figure.as_str() {
                "nodule_probability" => Some(found.nodule_probability),
                "caha_mg" => Some(found.caha_mg),
                "depth" => Some(found.depth),
                "evenness" => Some(found.evenness),
                "nodule" => Some(found.nodule),
                name => found.metric(name),
            };
            figure.map(|figure| figure * self.times).ok_or_else(|| format!("no figure \"{}\"", self.figure))
        };
        self.laid.iter().map(one).collect()
    }
}
