//! The demo's pictures: the game's own scene and panels of finished attempts.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::attempt::{Attempt, Start};
use super::debrief::Debriefing;
use super::frame::Frame;
use super::home::Home;
use super::inspection::Limits;
use super::mode::Mode;
use super::page::Page;
use super::picture::{self, Shows, Stage};
use super::desk::Desk;
use super::results::Results;
use super::settings::Settings;
use super::{body, hud};
use crate::drill::Drill;
use crate::game::offscreen::{Panels, Shot, pictures};
use crate::game::panels::debrief::Show;
use crate::game::scene::camera::{Eye, View};
use crate::game::scene::model::SceneModel;
use crate::game::scene::quality::Preset;
use crate::game::theme::{self, Look, Theme};
use crate::lang::Lang;
use crate::scoring::Scorecard;
use crate::session::recording::Recording;
use crate::session::{LayingKind, Session};
use crate::source::Content;

/// An attempt that was played.
pub struct Played<'a> {
    /// Who played: part of the pictures' names.
    pub operator: &'a str,
    /// The session as it ended.
    pub session: &'a Session,
    /// Its score.
    pub scorecard: &'a Scorecard,
    /// Its sealed recording.
    pub recording: &'a [u8],
}

/// Takes pictures of played attempts: at work, opened, with the dose, in the debrief. Gives the files.
///
/// # Errors
/// When the content, the recording or a graphics driver is missing, or a file cannot be written.
pub fn demo_pictures(drill: &Drill, played: &[Played], out: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let Some(first) = played.first() else { return Ok(Vec::new()) };
    let lang = Arc::new(Lang::load(&Content::find()?, "en")?);
    let patient = Arc::new(body::patient(&first.session.setup().anatomy));
    let mut shots = Vec::new();
    for (index, one) in played.iter().enumerate() {
        let recording = Recording::read_sealed(one.recording)?;
        let stage = Stage::new(Arc::clone(&patient), one.session, None);
        if index == 0 {
            let middle = middle_of_pass(one.session);
            let work = again(drill, one.session, &recording, middle);
            shots.push(at_work(&work, &stage, &lang, (1280, 720)));
            shots.push(opened(&work, &stage));
            shots.push(dose(one.session, &stage));
        }
        let whole = again(drill, one.session, &recording, u64::MAX);
        shots.push(debrief(one, drill, whole, stage, &lang));
    }
    Ok(pictures(shots, out)?)
}

/// A tick in the middle of the thread that is laid when two thirds of the fan are done.
fn middle_of_pass(session: &Session) -> u64 {
    let threads: Vec<_> = session.layings().iter().filter(|laying| laying.kind == LayingKind::Retrograde && laying.length_mm > 8.0).collect();
    let chosen = threads.get(threads.len() * 2 / 3).or(threads.last());
    chosen.map_or(session.tick(), |laying| (laying.ticks.0 * 3 + laying.ticks.1) / 4)
}

/// The attempt of a recording, taken again up to a tick: the drawn shaft is the rod's own.
pub(super) fn again(drill: &Drill, session: &Session, recording: &Recording, until: u64) -> Attempt {
    let start = Start {
        player: None,
        drill: drill.clone(),
        seed: recording.header.seed,
        hash: recording.header.drill_hash.clone(),
        setup: Arc::clone(session.setup()),
        limits: Limits::default(),
        mode: Mode::Drill,
    };
    Attempt::watched(start, recording, until)
}

pub(super) fn shot(name: &str, size: (u32, u32), model: SceneModel, eye: Eye, page: Option<(Page, &Arc<Lang>)>) -> Shot {
    shot_as(name, size, Settings::default().look, model, eye, page)
}

/// The same in a look.
pub(super) fn shot_as(name: &str, size: (u32, u32), look: Look, model: SceneModel, eye: Eye, page: Option<(Page, &Arc<Lang>)>) -> Shot {
    let window = bevy_egui::egui::Rect::from_min_size(bevy_egui::egui::Pos2::ZERO, bevy_egui::egui::vec2(size.0 as f32, size.1 as f32));
    let theme = Theme::new(look, window.size());
    let field = page.as_ref().map_or(window, |(page, _)| page.field(window, &theme));
    let margins = [field.left(), field.top(), window.right() - field.right(), window.bottom() - field.bottom()];
    let panels = page.map(|(page, lang)| {
        let lang = Arc::clone(lang);
        let panels: Panels = Arc::new(move |ui: &mut bevy_egui::egui::Ui| {
            theme::apply(ui.ctx(), &theme);
            page.show(ui, &lang);
        });
        panels
    });
    Shot { name: name.to_owned(), size, model, eye, margins, preset: Preset::High, light: !look.dark, panels }
}

fn at_work(attempt: &Attempt, stage: &Stage, lang: &Arc<Lang>, size: (u32, u32)) -> Shot {
    let mut model = SceneModel::default();
    let desk = Desk::default();
    let moment = Frame::of(&attempt.session);
    picture::fill(&mut model, stage, &attempt.session, u64::MAX, moment.as_ref(), desk.shows);
    model.skin = Some(stage.look(&attempt.session).skin);
    let left = stage.marks.middle.point.x >= 0.0;
    let page = Page::Procedure(Box::new(hud::model(attempt, &Settings::default(), desk.strip(left, false))), None);
    let eye = Eye::of(if left { View::ThreeQuarterLeft } else { View::ThreeQuarterRight });
    let eye = Eye { distance_mm: eye.distance_mm * 0.82, ..eye };
    shot("1-at-work", size, model, eye, Some((page, lang)))
}

fn opened(attempt: &Attempt, stage: &Stage) -> Shot {
    let mut model = SceneModel::default();
    let moment = Frame::of(&attempt.session);
    let shows = Shows { peel: 2.0, proposed: false, ..Shows::default() };
    picture::fill(&mut model, stage, &attempt.session, u64::MAX, moment.as_ref(), shows);
    model.skin = Some(stage.look(&attempt.session).skin);
    let eye = Eye::of(View::Close(stage.marks.middle, stage.marks.radius_mm * 3.6));
    shot("2-layers-open", (1280, 720), model, eye, None)
}

fn dose(session: &Session, stage: &Stage) -> Shot {
    let mut model = SceneModel::default();
    let shows = Shows { dose: true, proposed: false, see_through: false, ..Shows::default() };
    picture::fill(&mut model, stage, session, u64::MAX, None, shows);
    let look = stage.look(session);
    (model.dose, model.skin) = (Some(look.dose), Some(look.skin));
    let eye = Eye::of(View::Close(stage.marks.middle, stage.marks.radius_mm * 3.2));
    shot("3-dose", (1280, 720), model, eye, None)
}

fn debrief(one: &Played, drill: &Drill, whole: Attempt, stage: Stage, lang: &Arc<Lang>) -> Shot {
    let middle = stage.marks.middle;
    let height = stage.marks.radius_mm * 5.0;
    let (frames, session) = (whole.frames, whole.session);
    let mut debrief = Debriefing::new(drill.clone(), whole.seed, session, one.scorecard.clone(), frames, stage);
    debrief.set_show(Show::HotSpots, true);
    let mut model = SceneModel::default();
    debrief.fill(&mut model);
    let page = Page::Debrief(Box::new(debrief.model(&Results::default(), lang)));
    shot(&format!("4-debrief-{}", one.operator), (1920, 1080), model, Eye::of(View::Close(middle, height)), Some((page, lang)))
}

impl Attempt {
    /// The attempt of a recording up to a tick, without a journal.
    fn watched(start: Start, recording: &Recording, until: u64) -> Self {
        let mut attempt = Self::new(start, &Home::nowhere());
        for tick in recording.ticks.iter().take(usize::try_from(until).unwrap_or(usize::MAX)) {
            attempt.take(&tick.controls);
        }
        attempt.saved = true;
        attempt
    }
}
