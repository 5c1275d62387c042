//! Pictures of an attempt at chosen moments, as the window shows them: for tests and documents.
//!
//! **Invariant:** what is drawn follows from the controls alone; nothing is put into a picture.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::attempt::{Attempt, Start};
use super::body;
use super::demo::shot;
use super::desk::Desk;
use super::frame::Frame;
use super::home::Home;
use super::hud;
use super::inspection::Limits;
use super::mode::Mode;
use super::page::Page;
use super::picture::{self, Shows, Stage};
use super::settings::Settings;
use crate::drill::Drill;
use crate::game::offscreen::pictures;
use crate::game::scene::camera::{Eye, View};
use crate::game::scene::model::{SceneModel, SkinPoint};
use crate::geom::Vec3;
use crate::lang::Lang;
use crate::session::{Controls, Setup};
use crate::source::Content;

/// A picture to take.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// Name of the file, without its ending.
    pub name: String,
    /// Tick after which it is taken.
    pub tick: u64,
    /// Place that is looked at, mm.
    pub at: Vec3,
    /// Height of the picture, mm.
    pub height_mm: f64,
    /// Whether cannula and threads shine through the skin.
    pub see_through: bool,
    /// Whether the procedure's panels lie over it.
    pub panels: bool,
}

/// Takes an attempt through its controls, with pictures of so many pixels at its moments; gives the files in the moments' order.
///
/// # Errors
/// When the content or a graphics driver is missing, or a file cannot be written.
pub fn moments(
    drill: &Drill,
    setup: &Arc<Setup>,
    controls: &[Controls],
    moments: &[Moment],
    size: (u32, u32),
    out: &Path,
) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let lang = Arc::new(Lang::load(&Content::find()?, "en")?);
    let start = Start { player: None, drill: drill.clone(), seed: setup.seed, hash: String::new(), setup: Arc::clone(setup), limits: Limits::default(), mode: Mode::Drill };
    let mut attempt = Attempt::new(start, &Home::nowhere());
    attempt.saved = true;
    let stage = Stage::new(Arc::new(body::patient(&setup.anatomy)), &attempt.session, None);
    let desk = Desk::default();
    let mut shots: Vec<Option<_>> = moments.iter().map(|_| None).collect();
    for controls in controls {
        attempt.take(controls);
        let tick = attempt.session.tick();
        for (moment, shot_of) in moments.iter().zip(&mut shots).filter(|(moment, _)| moment.tick == tick) {
            let mut model = SceneModel::default();
            let shows = Shows { see_through: moment.see_through, ..desk.shows };
            picture::fill(&mut model, &stage, &attempt.session, u64::MAX, Frame::of(&attempt.session).as_ref(), shows);
            model.skin = Some(stage.look(&attempt.session).skin);
            let on = setup.anatomy.project(moment.at);
            let eye = Eye::of(View::Close(SkinPoint { point: on.foot, normal: on.normal }, moment.height_mm));
            let left = on.foot.x >= 0.0;
            let page = || Page::Procedure(Box::new(hud::model(&attempt, &Settings::default(), desk.strip(left, false))), None);
            let page = moment.panels.then(|| (page(), &lang));
            *shot_of = Some(shot(&moment.name, size, model, eye, page));
        }
    }
    Ok(pictures(shots.into_iter().flatten().collect(), out)?)
}
