//! Pictures of a debrief as the window shows it: for tests and documents.
//!
//! **Invariant:** what is in a picture is what the debrief makes of the attempt; only what a person would choose is chosen.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::Debriefing;
use super::act::choose;
use crate::drill::{Drill, Library};
use crate::game::flow::body;
use crate::game::flow::demo::{Played, again, shot_as};
use crate::game::flow::home::Home;
use crate::game::flow::page::Page;
use crate::game::flow::picture::Stage;
use crate::game::flow::results::Results;
use crate::game::offscreen::pictures;
use crate::game::panels::debrief::Action;
use crate::game::scene::camera::{Eye, View};
use crate::game::scene::model::SceneModel;
use crate::game::theme::Look;
use crate::lang::Lang;
use crate::session::recording::Recording;
use crate::source::Content;

/// A picture to take.
#[derive(Clone, Debug, PartialEq)]
pub struct DebriefView {
    /// Name of the file, without its ending.
    pub name: String,
    /// Pixels.
    pub size: (u32, u32),
    /// How the screen looks.
    pub look: Look,
    /// What was done since the debrief was opened, one after another.
    pub done: Vec<Action>,
}

/// Takes pictures of the debrief of a played attempt; gives the files in the order of the views.
///
/// # Errors
/// When the content, the recording or a graphics driver is missing, or a file cannot be written.
pub fn debriefs(library: &Library, drill: &Drill, played: &Played, views: &[DebriefView], out: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let lang = Arc::new(Lang::load(&Content::find()?, "en")?);
    let recording = Recording::read_sealed(played.recording)?;
    let patient = Arc::new(body::patient(&played.session.setup().anatomy));
    let stage = Stage::new(patient, played.session, None);
    let (middle, height) = (stage.marks.middle, stage.marks.radius_mm * 6.5);
    let attempt = again(drill, played.session, &recording, u64::MAX);
    let mut debrief = Debriefing::new(drill.clone(), attempt.seed, attempt.session, played.scorecard.clone(), attempt.frames, stage);
    debrief.look_ahead(library.rubric(&drill.rubric)?);
    let home = Home::nowhere();
    debrief.open(library, &Results::default(), &home);
    while debrief.waits() {
        std::thread::sleep(Duration::from_millis(20));
        debrief.tend(0.0);
    }
    let mut shots = Vec::new();
    for view in views {
        debrief.reset();
        let mut eye = Eye::of(View::Close(middle, height));
        for action in &view.done {
            eye = choose(&mut debrief, action).map_or(eye, Eye::of);
        }
        debrief.tend(0.0);
        let mut model = SceneModel::default();
        debrief.fill(&mut model);
        let page = Page::Debrief(Box::new(debrief.model(&Results::default(), &lang)));
        shots.push(shot_as(&view.name, view.size, view.look, model, eye, Some((page, &lang))));
    }
    Ok(pictures(shots, out)?)
}

impl Debriefing {
    /// Whether something is still being worked out.
    fn waits(&self) -> bool {
        self.coming.is_some() || self.after.as_ref().is_some_and(super::After::coming)
    }

    /// As it was when it was opened.
    fn reset(&mut self) {
        use crate::game::panels::debrief::{Map, Show, Tab, Whose};
        self.time_s = self.length_s();
        (self.playing, self.following, self.chosen, self.filter) = (false, false, None, None);
        (self.tab, self.whose, self.maps) = (Tab::Scores, Whose::Mine, (Map::Dose, Map::Response));
        for (show, on) in &mut self.show {
            *on = *show == Show::Threads;
        }
    }
}
