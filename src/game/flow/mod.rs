//! From screen to screen: what is shown, what a person did, what follows from it.
//!
//! **Invariant:** panels return what was done and change nothing; the scene draws its model and changes nothing; what was done is
//! obeyed in one place ([`obey`]), the session moves in one place ([`attempt::Attempt`]), and both happen outside of drawing.

mod atlas;
mod attempt;
mod bench;
mod body;
mod class;
mod consult;
mod controls;
mod debrief;
mod demo;
mod desk;
mod doing;
mod draw;
mod editor;
mod exhibit;
mod frame;
mod go;
mod ground;
mod hint;
mod home;
mod hud;
mod inspection;
mod keys;
mod languages;
mod learners;
mod lesson;
mod load;
mod looks;
mod map;
mod mode;
mod moments;
mod names;
mod obey;
mod other_hand;
mod overlay;
mod page;
mod pen;
mod picture;
mod plan;
mod pointing;
mod pointer;
mod portrait;
mod practise;
mod procedure;
mod progress;
mod quiz;
mod records;
mod reload;
mod replayed;
mod results;
mod ring;
mod rumble;
mod section;
mod settings;
mod show;
mod sitting;
mod sound;
mod status;
mod traces;
mod watched;

pub use debrief::{DebriefView, debriefs};
pub use demo::{Played, demo_pictures};
pub use moments::{Moment, moments};
pub(super) use watched::{Laying, watched};

pub use portrait::{Portraits, Sitter, portraits};

use std::collections::BTreeMap;
use std::sync::Arc;

use bevy::app::RunFixedMainLoopSystems;
use bevy::asset::AssetEventSystems;
use bevy::audio::AudioPlugin;
use bevy::log::{Level, LogPlugin};
use bevy::prelude::*;
use bevy::window::{WindowResizeConstraints, WindowResolution};
use bevy_egui::{EguiPlugin, EguiPostUpdateSet, EguiPrimaryContextPass};

use self::atlas::Atlas;
use self::attempt::Attempt;
use self::class::Class;
use self::debrief::Debriefing;
use self::editor::{Drafts, Editor};
use self::home::Home;
use self::languages::Languages;
use self::lesson::Lesson;
use self::load::{Job, Shelf};
use self::page::{Act, Page};
use self::picture::Stage;
use self::desk::Desk;
use self::practise::Practise;
use self::quiz::Quizzing;
use self::reload::{Notice, Reload};
use self::results::Results;
use self::settings::Settings;
use super::audio;
use super::icon;
use super::input;
use super::offscreen;
use super::pace;
use super::panels::{Phrase, error, pause, wait};
use super::scene::{self, SceneSystems, model::PatientShape};
use crate::lang::Lang;
use crate::session::DT;

/// The screens.
#[derive(States, Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum Screen {
    /// The program is at work.
    #[default]
    Loading,
    /// Where everything begins.
    Title,
    /// Choice of a lesson.
    Learn,
    /// Choice of what to practise.
    Practise,
    /// Who plays.
    Learners,
    /// Choice of a drill.
    Drills,
    /// Choice of an exam.
    Exam,
    /// Results so far.
    Progress,
    /// Choice of a patient to look at.
    Patients,
    /// One patient, layer by layer.
    Atlas,
    /// A drill that is being made.
    Editor,
    /// An attempt under way.
    Procedure,
    /// An attempt that is over.
    Debrief,
    /// Self-assessment.
    Quiz,
    /// The instructor's view of a class.
    Class,
    /// Settings.
    Settings,
    /// What each key does.
    Controls,
    /// Credits.
    About,
    /// Something cannot go on.
    Error,
}

/// All that the screens know.
#[derive(Resource)]
struct Flow {
    home: Home,
    settings: Settings,
    controls: controls::Page,
    ground: ground::Ground,
    results: Results,
    learners: learners::Learners,
    lang: Arc<Lang>,
    languages: Languages,
    shelf: Option<Arc<Shelf>>,
    /// The shelf that the attempt, or the one that is looked back on, began with.
    begun: Option<Arc<Shelf>>,
    /// A shelf that was read anew, until the screen lets it take the other's place.
    fresh: Option<Arc<Shelf>>,
    reload: Option<Reload>,
    notice: Option<Notice>,
    /// Patients whose surfaces were built, by name.
    shapes: BTreeMap<String, Arc<PatientShape>>,
    /// Patient of the title.
    face: Option<Arc<PatientShape>>,
    /// Drill asked for on the command line, until it was opened.
    asked: Option<String>,
    attempt: Option<Attempt>,
    stage: Option<Stage>,
    desk: Desk,
    pause: Option<pause::Page>,
    /// The lesson that the attempt follows.
    lesson: Option<Lesson>,
    practise: Practise,
    /// The course that is shown among the drills, once one was chosen.
    course: Option<usize>,
    debrief: Option<Debriefing>,
    editor: Option<Box<Editor>>,
    /// The attempt tries what is in the editor.
    trying: bool,
    /// The drafts that are on disk, once somebody has looked.
    drafts: Option<Drafts>,
    /// A field of words has the keyboard.
    typing: bool,
    quiz: Quizzing,
    class: Class,
    atlas: Atlas,
    pointing: pointing::Pointing,
    replayed: replayed::Replayed,
    trouble: error::Model,
    /// Where the settings, and an error, lead back to.
    back: Screen,
    job: Option<Job>,
    /// An interrupted attempt is there.
    resumable: bool,
    page: Page,
    act: Option<Act>,
}

impl Flow {
    fn new(drill: Option<String>, home: Home) -> Self {
        let (job, own) = (drill.clone(), home.clone());
        let (settings, languages) = (Settings::load(&home), Languages::at_start());
        let lang = languages.wanted(settings.language.as_deref());
        let first = lang.text("menu-learner-first", &[]);
        Self {
            results: Results::default(),
            learners: learners::Learners::default(),
            lang,
            languages,
            settings,
            controls: controls::Page::default(),
            ground: ground::Ground::default(),
            shelf: None,
            begun: None,
            fresh: None,
            reload: None,
            notice: None,
            shapes: BTreeMap::new(),
            face: None,
            asked: drill,
            attempt: None,
            stage: None,
            desk: Desk::default(),
            pause: None,
            lesson: None,
            practise: Practise::default(),
            course: None,
            debrief: None,
            editor: None,
            trying: false,
            drafts: None,
            typing: false,
            quiz: Quizzing::default(),
            class: Class::default(),
            atlas: Atlas::default(),
            pointing: pointing::Pointing::default(),
            replayed: replayed::Replayed::default(),
            trouble: error::Model::default(),
            back: Screen::Title,
            job: Some(Job::start("wait-content", move || load::open(job.as_deref(), &own, &first))),
            resumable: false,
            page: Page::Wait(wait::Model { doing: Phrase::new("wait-content"), share: None }),
            act: None,
            home,
        }
    }

    /// Whether the session moves.
    fn running(&self) -> bool {
        self.pause.is_none() && self.attempt.is_some()
    }
}

/// Opens the window and plays until it is closed; the exit code.
pub fn run(drill: Option<String>) -> u8 {
    if offscreen::adapter().is_none() {
        eprintln!("error: {}", offscreen::PictureError::NoAdapter);
        return 1;
    }
    let mut app = App::new();
    open(&mut app, Flow::new(drill, Home::find()));
    match app.run() {
        AppExit::Success => 0,
        AppExit::Error(code) => code.get(),
    }
}

/// The window and everything in it.
fn open(app: &mut App, flow: Flow) {
    let window = Window {
        title: "Fanline".to_owned(),
        resolution: WindowResolution::new(1280, 720),
        resize_constraints: WindowResizeConstraints { min_width: 1024.0, min_height: 600.0, ..default() },
        ..default()
    };
    let mut plugins = DefaultPlugins.build();
    if !audio::device() {
        plugins = plugins.disable::<AudioPlugin>();
    }
    app.add_plugins(
        plugins
            .set(WindowPlugin { primary_window: Some(window), ..default() })
            .set(LogPlugin { level: Level::WARN, filter: "wgpu=error,naga=error,winit=error,bevy_egui=error,bevy_render=error,fanline=info".to_owned(), ..default() }),
    );
    app.add_plugins((EguiPlugin::default(), scene::plugin, audio::plugin, icon::plugin, pace::plugin, input::plugin, plugin));
    app.insert_resource(flow);
}

fn plugin(app: &mut App) {
    // Letters that are drawn for the first time reach the window in the same frame.
    app.configure_sets(PostUpdate, EguiPostUpdateSet::PostProcessOutput.before(AssetEventSystems));
    app.init_state::<Screen>()
        .insert_resource(Time::<Fixed>::from_seconds(DT))
        .init_resource::<status::Told>();
    let playing = in_state(Screen::Procedure).and_then(|flow: Res<Flow>| flow.running());
    app.add_systems(
        RunFixedMainLoop,
        input::collect.run_if(playing.clone()).in_set(RunFixedMainLoopSystems::BeforeFixedMainLoop),
    )
    .add_systems(Startup, controls::load)
    .add_systems(OnEnter(Screen::Title), go::face)
    .add_systems(FixedUpdate, (procedure::tick, ground::watch).chain().run_if(playing.clone().and_then(not(resource_exists::<watched::Operating>))))
    .add_systems(
        Update,
        (
            (go::arrive, reload::take).chain(),
            (controls::heard, obey::obey).chain(),
            keys::keys.run_if(in_state(Screen::Procedure)),
            pointer::pointer.run_if(playing),
            procedure::over.run_if(in_state(Screen::Procedure)),
            (editor::tend, editor::keys, editor::pointer, pointer::orbit).chain(),
            procedure::learn.run_if(in_state(Screen::Procedure)),
            (atlas::tend, atlas::keys, atlas::read, pointing::tend, replayed::tend).chain(),
            (sound::tell, rumble::shake).chain(),
            show::scene,
            debrief::follow,
            show::panels,
            status::tell,
            status::photograph,
            controls::places,
        )
            .chain()
            .before(SceneSystems),
    )
    .add_systems(EguiPrimaryContextPass, draw::draw);
}
