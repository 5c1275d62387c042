//! Where the program stands, in words a program can read: for assistive tools and for tests that drive the window as a person would.
//!
//! With `FANLINE_STATUS` naming a file it is replaced, at most five times a second, whenever what it says has changed. It holds what the
//! screen shows and nothing else. F12 puts a picture of the window into the data folder.

use std::path::PathBuf;

use bevy::prelude::*;
use bevy::render::view::screenshot::{Screenshot, save_to_disk};
use serde_json::{Value, json};

use super::home::replace;
use super::lesson::Lesson;
use super::mode::Mode;
use super::page::Page;
use super::{Flow, Screen, hint};
use crate::game::input::drive::Driven;
use crate::game::input::letters::Letters;
use crate::game::input::{Action, Acts};
use crate::game::panels::quiz;
use crate::game::panels::told::Told as Button;
use crate::game::scene::camera::Eye;
use crate::game::scene::stage::Frame;

/// Shortest time between two writings, s.
const EVERY_S: f32 = 0.2;

/// What was told last.
#[derive(Resource, Debug)]
pub(super) struct Told {
    file: Option<PathBuf>,
    last: Value,
    wait_s: f32,
    /// What can be pressed on the page.
    pub(super) buttons: Vec<Button>,
}

impl Told {
    /// Whether a status is written at all.
    pub(super) fn listens(&self) -> bool {
        self.file.is_some()
    }
}

impl Default for Told {
    fn default() -> Self {
        let file = std::env::var_os("FANLINE_STATUS").filter(|path| !path.is_empty()).map(PathBuf::from);
        Self { file, last: Value::Null, wait_s: 0.0, buttons: Vec::new() }
    }
}

/// Writes the status.
pub(super) fn tell(
    time: Res<Time>,
    screen: Res<State<Screen>>,
    flow: Res<Flow>,
    eye: Res<Eye>,
    frame: Res<Frame>,
    controls: (Res<Acts>, Res<Driven>, Res<Letters>),
    mut told: ResMut<Told>,
) {
    let Some(file) = told.file.clone() else { return };
    told.wait_s -= time.delta_secs();
    if told.wait_s > 0.0 {
        return;
    }
    let mut now = status(*screen.get(), &flow, &eye, &frame);
    let button = |told: &Button| json!({ "name": told.name, "rect": [told.rect.left().round(), told.rect.top().round(), told.rect.right().round(), told.rect.bottom().round()] });
    now["buttons"] = told.buttons.iter().map(button).collect();
    let (acts, driven, letters) = controls;
    now["device"] = json!(acts.device.name());
    now["focused"] = json!(driven.label);
    now["letter"] = json!(letters.0.as_ref().map(|board| crate::game::panels::letters::name(board.key(), &flow.lang)));
    if now != told.last {
        told.wait_s = EVERY_S;
        // A status that cannot be written is nobody's loss but the reader's.
        let _ = replace(&file, format!("{now}\n").as_bytes());
        told.last = now;
    }
}

fn status(screen: Screen, flow: &Flow, eye: &Eye, frame: &Frame) -> Value {
    let mut status = json!({
        "screen": format!("{screen:?}").to_lowercase(),
        "menu": flow.pause.is_some(),
        "panels": flow.desk.panels,
        "window": [frame.size.x, frame.size.y],
    });
    if let Some(attempt) = flow.attempt.as_ref().filter(|_| screen == Screen::Procedure) {
        let session = &attempt.session;
        let reading = session.reading().filter(|reading| reading.inserted.is_some());
        status["procedure"] = json!({
            "drill": attempt.drill.id,
            "mode": attempt.mode,
            "exercise": flow.lesson.as_ref().and_then(Lesson::now),
            "tick": session.tick(),
            "done": session.phases_done(),
            "entries": session.entries().len(),
            "held": attempt.held,
            "mark": eye.project(attempt.mark.point, frame).map(|at| [at.x, at.y]),
            "inserted_mm": reading.map(|reading| reading.inserted_mm),
            "depth_mm": reading.map(|reading| reading.port_sample.depth_mm),
            "below_dermis_mm": reading.map(|reading| reading.port_sample.below_dermis_mm()),
            "target_mm": [session.setup().plane.from_mm, session.setup().plane.to_mm],
            "flow_ul_s": session.flow_ul_s(),
            "left_ml": session.ledger().left_ul * 1e-3,
            "asked": session.asked().len(),
            "noted": session.noted().len(),
            "drawing": attempt.drawing(),
            "marks": session.strokes().len(),
            "passes": hint::laid_passes(attempt),
            "planned_passes": attempt.plan.rays.len(),
            "pitch": attempt.hand.map(|hand| hand.pitch),
            "inspection": attempt.looks.last().map(|look| look.found),
            "massage_pieces": session.massage_pieces(),
            "strokes": session.bench_view().map(|bench| bench.strokes),
            "yaw": attempt.hand.map(|hand| hand.yaw),
            "yaws": attempt.plan.rays.iter().map(|ray| ray.yaw).collect::<Vec<_>>(),
            "far_mm": attempt.plan.rays.iter().map(|ray| ray.far_mm).collect::<Vec<_>>(),
        });
    }
    if flow.attempt.as_ref().is_some_and(|attempt| attempt.mode == Mode::Ground) {
        status["ground"] = json!(flow.ground.names());
    }
    if let Some(debrief) = flow.debrief.as_ref().filter(|_| screen == Screen::Debrief) {
        status["debrief"] = json!({
            "total": debrief.scorecard.total,
            "passed": debrief.scorecard.passed,
            "threads": debrief.scorecard.threads.len(),
            "recording": debrief.recording,
            "chosen": debrief.chosen,
            "time_s": debrief.time_s,
            "playing": debrief.playing,
            "shown": debrief.status(),
        });
    }
    if screen == Screen::Class {
        status["class"] = flow.class.status();
    }
    if let Some(notice) = &flow.notice {
        status["notice"] = json!({ "says": notice.model.title.say(&flow.lang), "problems": notice.model.problems });
    }
    if let Some(editor) = flow.editor.as_ref().filter(|_| screen == Screen::Editor) {
        status["editor"] = editor.status(eye, frame);
    }
    if screen == Screen::Atlas {
        status["atlas"] = flow.atlas.status(&flow.lang);
    }
    if let Page::Quiz(model) = &flow.page {
        status["quiz"] = match model.as_ref() {
            quiz::Model::Choose(_) => json!("choose"),
            quiz::Model::Item(item) => json!({ "position": item.position, "items": item.items, "ask": item.ask, "on_patient": model.on_patient(), "checked": item.outcome.is_some(), "answer": way(&item.answering), "sealed": item.clock.is_some() }),
            quiz::Model::Result(result) => json!({ "right": result.right, "asked": result.asked }),
        };
    }
    if let Page::Learners(model) = &flow.page {
        let names: Vec<&str> = model.learners.iter().map(|learner| learner.name.as_str()).collect();
        let plays = model.learners.iter().find(|learner| learner.plays).map(|learner| learner.name.as_str());
        status["learners"] = json!({ "names": names, "plays": plays, "guest": model.guest, "asks": flow.page.question() > 0, "told": model.told.as_ref().map(|(told, _)| told.say(&flow.lang)) });
    }
    status
}

/// A picture of the window, by its key or by the debrief's button.
pub(super) fn photograph(acts: Res<Acts>, mut flow: ResMut<Flow>, mut commands: Commands) {
    let flow = flow.bypass_change_detection();
    if let Some(path) = flow.debrief.as_mut().and_then(|debrief| debrief.exports.wanted.take()) {
        commands.spawn(Screenshot::primary_window()).observe(save_to_disk(path));
    }
    if !acts.just(Action::Photograph) {
        return;
    }
    let Ok(folder) = flow.home.folder("screenshots") else { return };
    let free = (1..100_000).map(|number| folder.join(format!("fanline-{number:04}.png"))).find(|path| !path.exists());
    if let Some(path) = free {
        commands.spawn(Screenshot::primary_window()).observe(save_to_disk(path));
    }
}

/// The way in which an item is answered.
fn way(answering: &quiz::Answering) -> &'static str {
    use quiz::Answering::{Depth, Multiple, Numeric, Order, Place, PlaceInWords, Single};
    match answering {
        Single { .. } | Multiple { .. } | PlaceInWords { .. } => "choice",
        Order { .. } => "order",
        Numeric { .. } => "number",
        Place { .. } | Depth { .. } => "point",
    }
}
