//! What is shown in this frame: the scene's model and the page's.

use std::sync::Arc;

use bevy::input::gamepad::Gamepad;
use bevy::prelude::*;

use super::frame::{self, Frame as Moment};
use super::editor::Drafts;
use super::mode::Mode;
use super::page::Page;
use super::{Flow, Screen, atlas, bench, consult, go, hud, inspection, picture, progress};
use crate::drill::Drill;
use crate::game::input::Controls;
use crate::game::input::capture::Capture;
use crate::game::panels::{Phrase, about, drills, pause, settings, title, wait};
use crate::game::panels::steps::Said;
use crate::game::pace::Cap;
use crate::game::scene::model::{FingerPose, SceneModel, SkinPoint};
use crate::game::scene::quality::{Preset, Quality, is_software};
use crate::lang::Value;

/// Fills the scene's model.
pub(super) fn scene(
    screen: Res<State<Screen>>,
    time: Res<Time>,
    fixed: Res<Time<Fixed>>,
    mut flow: ResMut<Flow>,
    mut model: ResMut<SceneModel>,
    (mut quality, mut cap): (ResMut<Quality>, ResMut<Cap>),
    adapter: Option<Res<bevy::render::renderer::RenderAdapterInfo>>,
) {
    let flow = flow.bypass_change_detection();
    let soft = adapter.is_some_and(|adapter| is_software(&adapter.name, &format!("{:?}", adapter.device_type)));
    let preset = match flow.settings.preset {
        settings::Preset::Automatic if soft => Preset::Low,
        settings::Preset::Automatic | settings::Preset::High => Preset::High,
        settings::Preset::Low => Preset::Low,
        settings::Preset::Medium => Preset::Medium,
    };
    quality.set_if_neq(Quality { preset, chosen: flow.settings.preset != settings::Preset::Automatic, scale: flow.settings.scale });
    cap.set_if_neq(Cap(flow.settings.frame_cap));
    match screen.get() {
        Screen::Procedure => procedure(flow, &mut model, fixed.overstep_fraction_f64(), time.delta_secs()),
        Screen::Debrief => {
            if let Some(debrief) = &mut flow.debrief {
                debrief.tend(time.delta_secs_f64());
                debrief.write(&flow.home, &mut flow.results);
                debrief.fill(&mut model);
            }
        }
        Screen::Atlas => flow.atlas.fill(&mut model),
        Screen::Quiz => {
            flow.pointing.fill(&mut model);
            flow.replayed.fill(&mut model);
        }
        Screen::Editor => {
            if let Some(editor) = &flow.editor {
                editor.fill(&mut model);
            }
        }
        Screen::Title | Screen::Patients => {
            if let Some(face) = &flow.face {
                *model = SceneModel { patient: Some(Arc::clone(face)), ..SceneModel::default() };
            }
        }
        _ => {}
    }
}

fn procedure(flow: &mut Flow, model: &mut SceneModel, part: f64, dt: f32) {
    let (Some(attempt), Some(stage)) = (&mut flow.attempt, &flow.stage) else { return };
    attempt.looks.tend(&attempt.session, &stage.grid, dt);
    let attempt = &*attempt;
    let session = &attempt.session;
    let [before, after] = &attempt.shafts;
    let mut nodes = after.clone();
    if before.len() == nodes.len() {
        for (node, before) in nodes.iter_mut().zip(before) {
            *node = before.lerp(*node, part);
        }
    }
    let cannula = attempt.hand.and_then(|_| frame::pose(session, nodes));
    let moment = cannula.map(|cannula| Moment {
        tick: session.tick(),
        cannula,
        tent: frame::tent(session),
        pull: frame::pull(session),
        entries: session.entries().len(),
    });
    let on = |assist| attempt.allows(assist) && flow.settings.assist(assist);
    let see_through = on(settings::Assist::SeeThrough);
    // For massage the syringe is laid down, out of sight.
    let shows = if attempt.mode == Mode::Exam { picture::Shows::bare(flow.desk.shows.zone) } else { flow.desk.shows };
    let shows = picture::Shows { see_through, cannula: shows.cannula && !attempt.massaging(), ..shows };
    picture::fill(model, stage, session, u64::MAX, moment.as_ref(), shows);
    model.finger = session.finger().map(|finger| {
        let on = session.setup().anatomy.project(finger.at());
        let point = model.pull.map_or(on.foot, |pull| pull.moves(on.foot));
        FingerPose { at: SkinPoint { point, normal: on.normal }, force: finger.force() }
    });
    // The mark stands where an entry point would be made.
    let marking = session.entries().is_empty() || (!attempt.held && !attempt.inserted());
    if attempt.drawing() {
        model.proposed.clear();
        model.probe = Some(attempt.mark);
    } else if attempt.massaging() {
        model.probe = Some(model.pull.map_or(attempt.mark, |pull| SkinPoint { point: pull.moves(attempt.mark.point), ..attempt.mark }));
    } else if marking && model.proposed.iter().all(|p| p.point.distance(attempt.mark.point) > 0.5) {
        model.proposed.push(attempt.mark);
    }
    model.highlight = if on(settings::Assist::Hint) { inspection::worst(attempt) } else { None };
    model.hot_spots.clear();
    let look = attempt.looks.last();
    model.skin = look.map(|look| Arc::clone(&look.skin));
    model.dose = if shows.dose { look.map(|look| Arc::clone(&look.dose)) } else { None };
}

/// Fills the page's model.
pub(super) fn panels(
    screen: Res<State<Screen>>,
    mut flow: ResMut<Flow>,
    controls: Res<Controls>,
    capture: Res<Capture>,
    pads: Query<(), With<Gamepad>>,
) {
    let flow = flow.bypass_change_detection();
    flow.class.tend();
    flow.page = match screen.get() {
        Screen::Loading => go::waiting(flow),
        Screen::Title => Page::Title(title_model(flow)),
        Screen::Learn => Page::Learn,
        Screen::Learners => Page::Learners(flow.learners.page(flow.results.records())),
        Screen::Practise => Page::Practise(practise(flow)),
        Screen::Drills => {
            flow.drafts.get_or_insert_with(|| Drafts::look(&flow.home));
            Page::Drills(drills_model(flow, false))
        }
        Screen::Exam => Page::Drills(drills_model(flow, true)),
        Screen::Progress => Page::Progress(flow.shelf.as_ref().map(|shelf| progress::page(shelf, &flow.results, &flow.lang)).unwrap_or_default()),
        Screen::Patients => Page::Patients(flow.shelf.as_ref().map(|shelf| atlas::cards(shelf, &flow.lang)).unwrap_or_default()),
        Screen::Atlas => match flow.shelf.as_ref().and_then(|shelf| flow.atlas.model(shelf, &flow.lang)) {
            Some(model) => Page::Atlas(Box::new(model)),
            None => Page::Wait(wait::Model { doing: Phrase::new("wait-patient"), share: None }),
        },
        Screen::Editor => match (&flow.editor, &flow.shelf) {
            (Some(editor), Some(shelf)) => Page::Editor(Box::new(editor.model(shelf, &flow.lang))),
            _ => go::waiting(flow),
        },
        Screen::Procedure => match procedure_page(flow) {
            Some(page) => page,
            None => go::waiting(flow),
        },
        Screen::Debrief => match &flow.debrief {
            Some(debrief) => {
                let mut model = debrief.model(&flow.results, &flow.lang);
                if let Some(pinning) = &mut model.pinning {
                    pinning.author.clone_from(&flow.settings.author);
                }
                Page::Debrief(Box::new(model))
            }
            None => go::waiting(flow),
        },
        Screen::Quiz => {
            if let Some(shelf) = flow.shelf.clone() {
                flow.quiz.tend(&shelf, &mut flow.results, &flow.lang);
                let mut model = flow.quiz.model(&shelf, &flow.results, &flow.lang);
                flow.pointing.put(&mut model);
                flow.replayed.put(&mut model);
                Page::Quiz(Box::new(model))
            } else {
                go::waiting(flow)
            }
        }
        Screen::Class => Page::Class(Box::new(flow.class_page())),
        Screen::Settings => Page::Settings(flow.settings.page(flow.languages.named())),
        Screen::Controls => Page::Controls(flow.controls_page(&controls, &capture, !pads.is_empty())),
        Screen::About => Page::About(about::Model {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            credits: flow.shelf.as_ref().map_or_else(Vec::new, |shelf| shelf.credits.clone()),
        }),
        Screen::Error => Page::Error(flow.trouble.clone()),
    };
}

fn title_model(flow: &Flow) -> title::Model {
    use title::Entry;
    let mut entries = vec![Entry::Learn, Entry::Practise, Entry::Drills, Entry::Exam, Entry::Quiz, Entry::Progress];
    entries.extend([Entry::Class, Entry::Patients, Entry::Settings, Entry::About, Entry::Quit]);
    if flow.resumable {
        entries.insert(0, Entry::Resume);
    }
    let trouble = flow.results.records().trouble().map(str::to_owned);
    let who = flow.results.records().learner().map(|learner| learner.name.clone());
    title::Model { entries, version: env!("CARGO_PKG_VERSION").to_owned(), trouble, who }
}

fn practise(flow: &mut Flow) -> crate::game::panels::practise::Model {
    let Some(shelf) = &flow.shelf else { return crate::game::panels::practise::Model::default() };
    flow.practise.tend(shelf);
    flow.practise.page(shelf, &flow.lang)
}

fn drills_model(flow: &Flow, exam: bool) -> drills::Model {
    let Some(shelf) = &flow.shelf else { return drills::Model::default() };
    let card = |drill: &Drill| {
        let (best, last) = if exam { flow.results.best_and_last_exam(&drill.id) } else { flow.results.best_and_last(&drill.id) };
        let who = shelf.library.patient(&drill.patient).ok();
        let words = drill.words(&flow.lang);
        drills::Drill {
            title: words.title,
            site: words.site,
            about: words.brief,
            product: drill.product_title.clone(),
            cannula: hud::cannula_name(&drill.tube),
            planned_ml: drill.planned_ml,
            target_mg_cm2: shelf.library.target_mg_cm2(drill).unwrap_or(0.0),
            patient: who.map_or_else(|| flow.lang.text("menu-drill-stranger", &[]), |who| who.words(&flow.lang).0),
            best,
            last,
            own: !exam && shelf.library.is_own(&drill.id),
            draft: flow.drafts.as_ref().is_some_and(|drafts| drafts.edited.contains(&drill.id)),
        }
    };
    let new = flow.drafts.as_ref().and_then(|drafts| drafts.new.clone());
    let make = (!exam && flow.home.path("").is_some()).then(|| drills::Make { draft: new });
    let drills: Vec<drills::Drill> = shelf.library.drills().iter().map(card).collect();
    let course = |course: &crate::drill::Course| {
        let words = course.words(&flow.lang);
        let place = |id: &str| shelf.library.drills().iter().position(|drill| drill.id == id);
        let of: Vec<usize> = course.drills().filter_map(place).collect();
        let passed = of.iter().filter(|i| drills[**i].best.is_some_and(|best| best.passed)).count();
        drills::Course { title: words.title, about: words.brief, drills: of, passed }
    };
    let mut courses: Vec<drills::Course> = shelf.library.courses().iter().map(course).collect();
    if !exam && !courses.is_empty() {
        courses.extend(own_course(flow, shelf, &drills));
    }
    // Until one is chosen, the first that is not passed.
    let unpassed = || courses.iter().position(|course| course.passed < course.drills.len()).unwrap_or(0);
    let course = flow.course.filter(|course| *course < courses.len()).unwrap_or_else(unpassed);
    drills::Model { courses, course, drills, problems: shelf.problems.clone(), exam, make }
}

/// The person's own drills, as a course after the others.
fn own_course(flow: &Flow, shelf: &super::load::Shelf, drills: &[drills::Drill]) -> Option<drills::Course> {
    let folder = flow.home.path(Drill::OWN_FOLDER)?.display().to_string();
    let of: Vec<usize> = (0..drills.len()).filter(|i| shelf.library.is_own(&shelf.library.drills()[*i].id)).collect();
    let passed = of.iter().filter(|i| drills[**i].best.is_some_and(|best| best.passed)).count();
    let about = if of.is_empty() { "menu-drills-mine-none" } else { "menu-drills-mine-about" };
    let about = flow.lang.text(about, &[("folder", Value::text(folder))]);
    Some(drills::Course { title: flow.lang.text("menu-drills-mine", &[]), about, drills: of, passed })
}

fn procedure_page(flow: &Flow) -> Option<Page> {
    let (attempt, stage) = (flow.attempt.as_ref()?, flow.stage.as_ref()?);
    let mut strip = flow.desk.strip(stage.marks.middle.point.x >= 0.0, stage.overlays.tension.is_some());
    if attempt.mode == Mode::Exam {
        strip.exam();
    }
    let mut model = hud::model(attempt, &flow.settings, strip);
    let words = attempt.drill.words(&flow.lang);
    if let Some(steps) = &mut model.steps {
        (steps.context, steps.title) = (Said::Text(words.site.clone()), Said::Text(words.title.clone()));
    }
    if let Some(lesson) = &flow.lesson {
        model.steps = Some(lesson.steps(attempt, &flow.desk));
        model.hint = Some(lesson.hint(attempt));
    }
    if attempt.mode == Mode::Ground {
        model.steps = Some(flow.ground.steps());
        model.hint = Some(flow.ground.hint());
    }
    model.labels.clone_from(&flow.desk.labels);
    let who = flow.shelf.as_ref().and_then(|shelf| shelf.library.patient(&attempt.drill.patient).ok());
    let who = who.map_or_else(|| flow.lang.text("menu-drill-stranger", &[]), |who| who.words(&flow.lang).0);
    model.consult = consult::model(attempt, flow.desk.consult, &who, &words.site);
    model.bench = bench::model(attempt, flow.desk.choice).filter(|_| flow.pause.is_none());
    let acts = flow.acts();
    model.acts = acts.iter().enumerate().map(|(i, act)| act.button(attempt, i == 0 && attempt.hand.is_none())).collect();
    let menu = flow.pause.map(|page| pause::Model { page, title: words.title.clone(), can_finish: !attempt.inserted(), exam: !attempt.mode.restarts(), trial: attempt.mode == Mode::Trial });
    Some(Page::Procedure(Box::new(model), menu))
}
