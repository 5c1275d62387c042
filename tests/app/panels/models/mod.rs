//! Models as a session would fill them, with long words on purpose.

mod atlas_screens;
mod class_screens;
mod debrief_screens;
mod editor_screens;
mod procedure_screens;
mod quiz_screens;

use bevy_egui::egui::Ui;
use fanline::anatomy::{Certainty, HazardKind, Layer, Sex, Site};
use fanline::game::input::Action;
use fanline::game::input::letters::Board;
use fanline::game::panels::{
    Phrase, about, atlas, bench, class, consult, cross_section, debrief, depth, drills, editor, error, hint, inspection, labels, learn, learners, letters, map, meters, notice, patients, pause, practise, procedure, progress, quiz, settings, steps, strip,
    syringe, title,
};
use fanline::game::ramp::Ramp;
use fanline::game::theme::State;
use fanline::lang::{Lang, Value};
pub use atlas_screens::*;
pub use class_screens::*;
pub use debrief_screens::*;
pub use editor_screens::*;
pub use procedure_screens::*;
pub use quiz_screens::*;

pub type Screen = Box<dyn Fn(&mut Ui, &Lang)>;

fn n(v: f64, d: u8) -> Value {
    Value::number(v, d)
}

pub fn drills() -> drills::Model {
    let d = |title: &str, product: &str, cannula: &str, ml, best: Option<f64>| {
        drills::Drill { title: title.into(), site: "Face, left side".into(), about: "Lay a fan of threads just below the dermis through one entry point in front of the ear. Withdraw and press; stop before the entry.".into(), product: product.into(), cannula: cannula.into(), planned_ml: ml, target_mg_cm2: 12.0, patient: "Woman, 52, thin cheek, moderate laxity".into(), best: best.map(|total| drills::Result { total, passed: true, critical: false }), last: best.map(|t| drills::Result { total: t - 30.0, passed: false, critical: false }), own: false, draft: false }
    };
    drills::Model {
        courses: vec![
            drills::Course { title: "HArmonyCa, mid and lower face".into(), about: "Ready to use, right under the dermis.".into(), drills: vec![0, 1], passed: 1 },
            drills::Course { title: "Foundations".into(), about: "Plane, pitch, one thread.".into(), drills: vec![1], passed: 0 },
        ],
        course: 0,
        drills: vec![
            d("Preauricular–lower cheek fan with HArmonyCa", "HArmonyCa, ready to use", "22G × 50 mm", 1.25, Some(81.0)),
            d("Lower-cheek and jawline fan with Radiesse 1:1", "Radiesse 1:1 with saline", "25G × 50 mm", 1.5, None),
        ],
        problems: vec!["levels/drills/mine.ron:9:14: field `patient`: got \"ana\", allowed anna, ines, mei, viktor; did you mean `anna`?".into()],
        exam: false,
        make: None,
    }
}

pub fn practise(plan: Option<Result<practise::Plan, String>>) -> practise::Model {
    let offer = |title: &str, note: &str| practise::Offer { title: title.into(), note: note.into() };
    practise::Model {
        zones: ["First fan", "Preauricular–lower cheek fan", "Lower cheek and jawline fan, 1:1"].map(|title| offer(title, "left cheek")).to_vec(),
        patients: (0..12).map(|i| offer(["Amara, 34, thick skin", "Anna, 52, thin cheek, moderate laxity"][i % 2], "The skin is thin over the jaw.")).collect(),
        products: ["HArmonyCa", "Radiesse", "Radiesse 1:1", "Radiesse 1:2"].map(|title| offer(title, "")).to_vec(),
        chosen: [2, 1, 3],
        plan,
    }
}

pub fn practise_plan() -> practise::Plan {
    practise::Plan { cannula: "25G × 50 mm".into(), planned_ml: 1.13, target_mg_cm2: 11.4 }
}

pub fn progress() -> progress::Model {
    let attempt = |total: f64| drills::Result { total, passed: total >= 70.0, critical: total < 45.0 };
    let course = |title: &str, totals: &[f64], standing: &str, state| progress::Course {
        title: title.into(),
        attempts: totals.iter().map(|total| attempt(*total)).collect(),
        means: totals.iter().map(|total| total * 0.5 + 35.0).collect(),
        error: (totals.len() > 1).then_some(3.4),
        pass_mark: 70.0,
        standing: Some((Phrase::new(standing), state)),
    };
    progress::Model {
        courses: vec![
            course("Preauricular–lower cheek fan", &[31.0, 44.5, 52.0, 71.0, 66.0, 82.0, 88.0], "menu-progress-learning", State::Neutral),
            course("Lower cheek and jawline fan, 1:1", &[64.0], "menu-progress-proficient", State::Target),
            course("Neck fan, 1:4, prepared by you", &[71.0, 88.0, 55.0], "menu-progress-relapsed", State::Attention),
        ],
        exams: vec![
            progress::Exam { title: "Neck fan, 1:4, prepared by you".into(), result: Some(attempt(83.0)) },
            progress::Exam { title: "Preauricular–lower cheek fan".into(), result: None },
        ],
    }
}

pub fn title() -> title::Model {
    use title::Entry::{About, Class, Drills, Exam, Learn, Patients, Practise, Progress, Quit, Quiz, Resume, Settings};
    let entries = vec![Resume, Learn, Practise, Drills, Exam, Quiz, Progress, Class, Patients, Settings, About, Quit];
    title::Model { entries, version: "0.1.0".into(), trouble: None, who: Some("Dr. Maximiliane Wolkenstein-Hohenfeld".into()) }
}

pub fn patients() -> patients::Model {
    let one = |title: &str, note: &str| patients::Patient {
        title: title.into(),
        note: note.into(),
        sex: Sex::Female,
        age_years: 66.0,
        bmi: 27.0,
        laxity: 0.75,
        skin_type: 4,
        own_scan: title.starts_with("Mei"),
    };
    let note = "Thin, lax skin with jowls: what lies too shallow will show, and dilution matters.";
    let problems = vec!["patients/my-own-head.scan:1:1: got damaged: checksum 1f2e3d4c, the header says 5b6a7988, allowed a scan that `fanline patients import` wrote".into()];
    patients::Model { patients: ["Anna, 50", "Inês, 66", "Maximiliana-Alexandra, 70", "Viktor, 57", "Mei, 34"].map(|title| one(title, note)).to_vec(), problems }
}

pub fn settings(tab: settings::Tab) -> settings::Model {
    let language = |code: &str, name: &str| settings::Language { code: code.into(), name: name.into() };
    settings::Model {
        tab,
        languages: vec![language("en", "English"), language("es", "Español")],
        language: None,
        high_contrast: false,
        text: 1.0,
        dark: true,
        reduced_motion: false,
        preset: Some(settings::Preset::Automatic),
        scale: None,
        frame_cap: Some(60),
        volumes: Some([0.5, 1.0]),
        assists: settings::Assist::ALL.map(|assist| (assist, true)).to_vec(),
    }
}

pub fn error() -> error::Model {
    error::Model {
        title: Phrase::new("error-drill"),
        advice: Phrase::new("error-drill-advice"),
        problems: vec![
            "levels/drills/lower-cheek.ron:12:18: field `gauge` is 24G, allowed are 22G, 25G, 27G".into(),
            "levels/drills/lower-cheek.ron:19:5: unknown field `volum_ml`, allowed are planned_ml, maximum_ml".into(),
        ],
        can_go_back: true,
    }
}

/// The learners of a machine, with a question over them or none.
pub fn learners(form: Option<learners::Form>) -> learners::Model {
    let one = |name: &str, code: &str, (attempts, answers), pin, plays| learners::Learner { name: name.into(), code: code.into(), pin, attempts, answers, plays };
    let told = match &form {
        Some(learners::Form::Enter(..)) => Some((Phrase::new("menu-learners-wrong-pin"), State::Fault)),
        None => Some((
            Phrase::new("menu-learners-deleted").with("name", "Trainee").with("attempts", Value::count(3)).with("answers", Value::count(12)).with("files", Value::count(5)),
            State::Target,
        )),
        _ => None,
    };
    learners::Model {
        learners: vec![
            one("Anna Sofía Castellanos de la Fuente", "BCDFG", (128, 1404), true, true),
            one("Ben", "K4TRX", (1, 0), true, false),
            one("Dr. Maximiliane Wolkenstein-Hohenfeld", "P9M2V", (0, 1), false, false),
            one("李", "7QHXB", (0, 0), false, false),
        ],
        guest: false,
        form,
        told,
    }
}

pub fn notice_read() -> notice::Model {
    let title = Phrase::new("notice-content-read").with("count", Value::count(2)).with("files", "first-fan.ron, my-own-neck.ron");
    notice::Model { state: State::Target, title, problems: Vec::new() }
}

pub fn notice_broken() -> notice::Model {
    let problem = |line: usize| {
        format!("levels/drills/radiesse-jawline.ron:{line}:17: field `cannula.gauge`: got \"24G\", allowed 22G, 23G, 25G, 27G, 28G, 29G, 30G; did you mean `22G`?")
    };
    notice::Model { state: State::Attention, title: Phrase::new("notice-content-broken").with("count", Value::count(5)), problems: (20..25).map(problem).collect() }
}

/// Every screen with its name.
pub fn screens() -> Vec<(&'static str, Screen)> {
    fn screen<M: 'static, A>(model: M, panel: fn(&mut Ui, &M, &Lang) -> Option<A>) -> Screen
    where
        A: 'static,
    {
        Box::new(move |ui, lang| {
            panel(ui, &model, lang);
        })
    }
    let ask = |page| pause::Model { page, title: "Lower-cheek fan".into(), can_finish: true, exam: false, trial: false };
    let credits = vec!["Head: MakeHuman base mesh and targets, CC0 1.0.".into(), "Inter, SIL Open Font License 1.1.".into()];
    vec![
        ("title", screen(title(), title::panel)),
        ("about", screen(about::Model { version: "0.1.0".into(), credits }, about::panel)),
        ("drills", screen(drills(), drills::panel)),
        ("exam", screen(drills::Model { exam: true, ..drills() }, drills::panel)),
        ("drills of one's own", screen(own_drills(), drills::panel)),
        ("editor, patient", screen(editor_patient(), editor::panel)),
        ("editor, product", screen(editor_product(), editor::panel)),
        ("editor, play", screen(editor_play(), editor::panel)),
        ("editor, words", screen(editor_words(), editor::panel)),
        ("notice, read anew", screen(notice_read(), notice::panel)),
        ("notice, broken", screen(notice_broken(), notice::panel)),
        ("learn", screen((), learn::panel)),
        ("practise", screen(practise(Some(Ok(practise_plan()))), practise::panel)),
        ("practise, refused", screen(practise(Some(Err("the zone lies 12 mm beyond the border of this patient's skin".into()))), practise::panel)),
        ("progress", screen(progress(), progress::panel)),
        ("progress, none", screen(progress::Model::default(), progress::panel)),
        ("patients", screen(patients(), patients::panel)),
        ("atlas", screen(atlas(), atlas::panel)),
        ("atlas, cut, somebody at random", screen(atlas_cut(), atlas::panel)),
        ("procedure", screen(procedure(), procedure::panel)),
        ("consultation", screen(consultation(false), procedure::panel)),
        ("consultation, all asked", screen(consultation(true), procedure::panel)),
        ("marking", screen(marking(), procedure::panel)),
        ("bench", screen(bench(false), bench::panel)),
        ("bench, drawn", screen(bench(true), bench::panel)),
        ("procedure outside", screen(fault(), procedure::panel)),
        ("inspection, white", screen(inspected(12.0, 1.2), procedure::panel)),
        ("inspection, clear", screen(inspected(0.0, 0.6), procedure::panel)),
        ("pause", screen(ask(pause::Page::Menu), pause::panel)),
        ("confirm leave", screen(ask(pause::Page::ConfirmLeave), pause::panel)),
        ("paused trial", screen(pause::Model { trial: true, ..ask(pause::Page::Menu) }, pause::panel)),
        ("confirm leave an exam", screen(pause::Model { exam: true, ..ask(pause::Page::ConfirmLeave) }, pause::panel)),
        ("confirm restart", screen(ask(pause::Page::ConfirmRestart), pause::panel)),
        ("confirm finish", screen(ask(pause::Page::ConfirmFinish), pause::panel)),
        ("debrief", screen(debrief(), debrief::panel)),
        ("debrief scores", screen(debrief_at(debrief::Tab::Scores, false), debrief::panel)),
        ("debrief months", screen(debrief_at(debrief::Tab::Months, false), debrief::panel)),
        ("debrief months to come", screen(debrief_at(debrief::Tab::Months, true), debrief::panel)),
        ("debrief compare", screen(debrief_at(debrief::Tab::Compare, false), debrief::panel)),
        ("debrief first attempt", screen(debrief_at(debrief::Tab::Compare, true), debrief::panel)),
        ("debrief notes", screen(debrief_at(debrief::Tab::Notes, false), debrief::panel)),
        ("debrief without notes", screen(debrief_at(debrief::Tab::Notes, true), debrief::panel)),
        ("debrief one score's findings", screen(debrief_at(debrief::Tab::Findings, true), debrief::panel)),
        ("debrief comments", screen(debrief_of_class(debrief::Tab::Findings), debrief::panel)),
        ("debrief comments, another", screen(debrief_of_class(debrief::Tab::Notes), debrief::panel)),
        ("debrief reference", screen(debrief_of_class(debrief::Tab::Compare), debrief::panel)),
        ("debrief of a failure", screen(critical(), debrief::panel)),
        ("learners", screen(learners(None), learners::panel)),
        ("letters for a gamepad", Box::new(|ui: &mut Ui, lang: &Lang| letters::paint(ui.ctx(), &Board::default(), None, lang))),
        ("learners, a guest plays", screen(learners::Model { guest: true, ..learners(None) }, learners::panel)),
        ("learners, PIN", screen(learners(Some(learners::Form::Enter(1, "12".into()))), learners::panel)),
        ("learners, add", screen(learners(Some(learners::Form::Add("Learner 5".into(), String::new()))), learners::panel)),
        ("learners, new PIN", screen(learners(Some(learners::Form::Pin(0, String::new()))), learners::panel)),
        ("learners, delete", screen(learners(Some(learners::Form::Delete(1, Some("1".into())))), learners::panel)),
        ("quiz banks", screen(quiz_choices(17, 3, false), quiz::panel)),
        ("quiz banks, nothing due", screen(quiz_choices(0, 0, false), quiz::panel)),
        ("quiz banks of a guest", screen(quiz_choices(0, 8, true), quiz::panel)),
        ("quiz exam", screen(quiz_exam(false), quiz::panel)),
        ("quiz exam, handing in", screen(quiz_exam(true), quiz::panel)),
        ("quiz exam result", screen(quiz_exam_result(), quiz::panel)),
        ("quiz single", screen(quiz_item(0), quiz::panel)),
        ("quiz multiple, answered", screen(quiz_done(1), quiz::panel)),
        ("quiz number", screen(quiz_item(2), quiz::panel)),
        ("quiz number, answered", screen(quiz_done(2), quiz::panel)),
        ("quiz place", screen(quiz_item(3), quiz::panel)),
        ("quiz place, answered", screen(quiz_done(3), quiz::panel)),
        ("quiz depth", screen(quiz_item(4), quiz::panel)),
        ("quiz order", screen(quiz_item(6), quiz::panel)),
        ("quiz order, answered", screen(quiz_ordered(), quiz::panel)),
        ("quiz replay", screen(quiz_replay(), quiz::panel)),
        ("quiz place in words", screen(quiz_item(5), quiz::panel)),
        ("quiz result", screen(quiz_result(), quiz::panel)),
        ("class", screen(class(class_roster()), class::panel)),
        ("class, blind", screen(class::Model { blind: true, ..class(class_roster()) }, class::panel)),
        ("class, nobody", screen(class::Model { said: None, ..class(class::Body::Roster(class::Roster::default())) }, class::panel)),
        ("class, coming", screen(class(class::Body::Coming), class::panel)),
        ("class, no records", screen(class(class::Body::Trouble("no folder for this person's data".into())), class::panel)),
        ("class assignments", screen(class(class_assign(None)), class::panel)),
        ("class assignments of one", screen(class(class_assign(Some(1))), class::panel)),
        ("class board", screen(class(class_board(false, class_rows())), class::panel)),
        ("class board, nothing yet", screen(class(class_board(false, Vec::new())), class::panel)),
        ("class projector", screen(class::Model { blind: true, ..class(class_board(true, class_rows())) }, class::panel)),
        ("class projector, nothing yet", screen(class(class_board(true, Vec::new())), class::panel)),
        ("class spread", screen(class(class_results(class::Chart::Spread, true)), class::panel)),
        ("class curves", screen(class(class_results(class::Chart::Curves, true)), class::panel)),
        ("class items", screen(class(class_results(class::Chart::Items, true)), class::panel)),
        ("class errors", screen(class(class_results(class::Chart::Errors, true)), class::panel)),
        ("class results, none", screen(class(class_results(class::Chart::Errors, false)), class::panel)),
        ("class export", screen(class(class_export()), class::panel)),
        ("settings", screen(settings(settings::Tab::Look), settings::panel)),
        ("settings, sound", screen(settings(settings::Tab::Sound), settings::panel)),
        ("settings, picture", screen(settings(settings::Tab::Picture), settings::panel)),
        ("settings, assists", screen(settings(settings::Tab::Assists), settings::panel)),
        ("error", screen(error(), error::panel)),
    ]
}
