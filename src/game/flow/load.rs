//! Long work beside the window: reading the content, preparing a patient, working out a score.
//!
//! **Invariant:** the window never waits for it, and work that fails (or panics) ends in the error's page, not in silence.

use std::borrow::Cow;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use serde_json::Value;

use super::atlas::Subject;
use super::attempt::Attempt;
use super::body;
use super::debrief::Debriefing;
use super::home::Home;
use super::languages::Languages;
use super::picture::Stage;
use super::records::Turned;
use super::reload::Stamps;
use super::results::Results;
use crate::drill::{Library, LibraryError};
use crate::game::panels::{Phrase, error};
use crate::game::scene::model::PatientShape;
use crate::quiz::{Bank, Blueprint, Quizzes};
use crate::records::store::Attempt as Kept;
use crate::source::{Content, Problem, Problems};

/// All content.
pub(super) struct Shelf {
    /// Drills, patients, products.
    pub(super) library: Library,
    /// Quizzes.
    pub(super) banks: Vec<Bank>,
    /// Exams.
    pub(super) blueprints: Vec<Blueprint>,
    /// What is wrong with the files that were left out.
    pub(super) problems: Vec<String>,
    /// Credits, one a paragraph.
    pub(super) credits: Vec<String>,
    /// What of it has nothing to do with drills and quizzes.
    languages_broken: Vec<String>,
}

impl Shelf {
    /// Drills alone.
    #[cfg(test)]
    pub(super) fn of(library: Library) -> Self {
        Self { library, banks: Vec::new(), blueprints: Vec::new(), problems: Vec::new(), credits: Vec::new(), languages_broken: Vec::new() }
    }

    /// The same shelf with its drills, courses, rubrics, quizzes and blueprints read anew; what is wrong stays as it was.
    pub(super) fn reread(&self, content: &Content) -> Self {
        let (library, wrong) = match self.library.reread(content) {
            Ok((library, problems)) => (library, problems),
            Err(error) => (self.library.clone(), Problems(vec![whole(&error)])),
        };
        let had = Quizzes { banks: self.banks.clone(), blueprints: self.blueprints.clone() };
        let (Quizzes { banks, blueprints }, unread) = had.reread(content).unwrap_or_else(|error| (had, Problems(vec![whole(&error)])));
        let problems = told(&self.languages_broken, &library, &[wrong, unread]);
        Self { library, banks, blueprints, problems, credits: self.credits.clone(), languages_broken: self.languages_broken.clone() }
    }
}

/// The problem of content that cannot be read at all.
fn whole(error: &dyn std::error::Error) -> Problem {
    let (field, got, allowed) = (String::new(), error.to_string(), "levels/".to_owned());
    Problem { file: "levels".to_owned(), line: 1, column: 1, field, got, allowed }
}

/// All that is wrong, one a line.
fn told(languages: &[String], library: &Library, problems: &[Problems]) -> Vec<String> {
    let files = problems.iter().flat_map(|problems| &problems.0).chain(library.broken_drills());
    languages.iter().cloned().chain(files.map(ToString::to_string)).collect()
}

/// What the work gives.
pub(super) enum Done {
    /// The content, its languages, the patient of the title, and the files as they were before they were read; the records, and what
    /// whoever plays has set.
    Shelf(Arc<Shelf>, Languages, Option<(String, Arc<PatientShape>)>, Stamps, Box<(Results, Option<Value>)>),
    /// What was to be done with learners.
    Turned(Turned),
    /// An attempt that can begin, and its stage.
    Attempt(Box<Attempt>, Box<Stage>),
    /// A finished attempt with its score; where it counts, what the records keep of it, and its sealed recording.
    Debrief(Box<Debriefing>, Option<Box<(Kept, Option<Vec<u8>>)>>),
    /// A patient for the atlas.
    Subject(Box<Subject>),
    /// It did not work.
    Failed(error::Model),
}

/// How far work is: 0 while that is not known, else up to 1000.
#[derive(Debug, Default)]
pub(super) struct Far(AtomicU32);

impl Far {
    /// So many of so many are done.
    pub(super) fn set(&self, done: usize, all: usize) {
        self.0.store((1000 * done / all.max(1)) as u32, Ordering::Relaxed);
    }

    /// The share that is done, where it is known.
    pub(super) fn share(&self) -> Option<f32> {
        let far = self.0.load(Ordering::Relaxed);
        (far > 0).then(|| (far as f32 / 1000.0).min(1.0))
    }
}

/// Work under way.
pub(super) struct Job {
    /// What is being done, in words.
    pub(super) doing: Phrase,
    /// How far it is, where that is known.
    pub(super) far: Arc<Far>,
    receiver: Mutex<Receiver<Done>>,
}

impl Job {
    /// Starts work.
    pub(super) fn start(doing: &str, work: impl FnOnce() -> Done + Send + 'static) -> Self {
        Self::measured(doing, |_| work())
    }

    /// Starts work that says how far it is.
    pub(super) fn measured(doing: &str, work: impl FnOnce(&Far) -> Done + Send + 'static) -> Self {
        let (sender, receiver) = channel();
        let far = Arc::new(Far::default());
        let told = Arc::clone(&far);
        std::thread::spawn(move || {
            // Nobody waits any more when the window was closed.
            let _ = sender.send(work(&told));
        });
        Self { doing: Phrase::new(doing), far, receiver: Mutex::new(receiver) }
    }

    /// What came of it, once it is over.
    pub(super) fn poll(&self) -> Option<Done> {
        let receiver = self.receiver.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        match receiver.try_recv() {
            Ok(done) => Some(done),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Done::Failed(failure("error-content", &["the work stopped halfway".to_owned()], true))),
        }
    }
}

/// An error's page; its advice is the message `…-advice`.
pub(super) fn failure(id: &str, problems: &[String], can_go_back: bool) -> error::Model {
    error::Model { title: Phrase::new(id), advice: Phrase::new(format!("{id}-advice")), problems: problems.to_vec(), can_go_back }
}

/// The error's page for what the library says.
pub(super) fn library_failure(error: &LibraryError, can_go_back: bool) -> error::Model {
    let lines = |text: String| text.lines().map(str::to_owned).collect::<Vec<_>>();
    match error {
        LibraryError::Content(error) => failure("error-asset", &[error.to_string()], can_go_back),
        LibraryError::Problems(problems) => {
            let list: Vec<String> = problems.0.iter().map(ToString::to_string).collect();
            let drills = problems.0.iter().any(|problem| problem.file.contains("drills/"));
            failure(if drills { "error-drill" } else { "error-content" }, &list, can_go_back)
        }
        LibraryError::Unknown { .. } => failure("error-unknown-drill", &lines(error.to_string()), can_go_back),
        LibraryError::Zone { .. } | LibraryError::Preparation(_) => failure("error-drill", &lines(error.to_string()), can_go_back),
        other => failure("error-content", &lines(other.to_string()), can_go_back),
    }
}

/// Reads everything that is installed, and opens the person's records; `learner` is what the first learner is called.
pub(super) fn open(drill: Option<&str>, home: &Home, learner: &str) -> Done {
    let content = match Content::find() {
        Ok(content) => content,
        Err(error) => return Done::Failed(failure("error-asset", &[error.to_string()], false)),
    };
    let stamps = Stamps::of(&content);
    let (languages, broken) = match Languages::read(&content) {
        Ok(read) => read,
        Err(error) => {
            let lines: Vec<String> = error.to_string().lines().map(str::to_owned).collect();
            return Done::Failed(failure("error-content", &lines, false));
        }
    };
    let (library, problems) = match Library::open_sound(&content) {
        Ok(opened) => opened,
        Err(error) => return Done::Failed(library_failure(&error, false)),
    };
    let wanted = drill.map_or(!library.drills().is_empty(), |id| library.any_drill(id).is_ok());
    if !wanted && !problems.0.is_empty() {
        return Done::Failed(library_failure(&LibraryError::Problems(problems), false));
    }
    let (Quizzes { banks, blueprints }, unread) = match Quizzes::default().reread(&content) {
        Ok(read) => read,
        Err(error) => return Done::Failed(failure("error-asset", &[error.to_string()], false)),
    };
    let problems = told(&broken, &library, &[problems, unread]);
    let credits = content.read_text("assets/CREDITS.md").unwrap_or_default();
    // Its first line is the heading, which the page has.
    let credits = credits.split("\n\n").skip(1).map(plain).filter(|text| !text.is_empty()).collect();
    // The title shows the patient of the drill that comes first.
    let first = drill.and_then(|id| library.any_drill(id).ok().map(Cow::into_owned)).or(library.drills().first().cloned());
    let patient = first.map(|drill| drill.patient);
    let shape = patient.and_then(|id| {
        let anatomy = library.anatomy(&id).ok()?;
        Some((id, Arc::new(body::patient(&anatomy))))
    });
    let shelf = Arc::new(Shelf { library, banks, blueprints, problems, credits, languages_broken: broken });
    // The list of drills asks for the dose of each, for which its patient is built: meanwhile, so that the list need not wait.
    let ahead = Arc::clone(&shelf);
    std::thread::spawn(move || ahead.library.drills().iter().for_each(|drill| drop(ahead.library.target_mg_cm2(drill))));
    Done::Shelf(shelf, languages, shape, stamps, Box::new(Results::open(home, learner)))
}

/// A paragraph of Markdown without its marks.
fn plain(paragraph: &str) -> String {
    let lines: Vec<&str> = paragraph.lines().map(|line| line.trim_start_matches(['#', '-', '*', ' '])).collect();
    lines.join(" ").replace("**", "").replace('`', "").trim().to_owned()
}
