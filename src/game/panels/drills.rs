//! The drills that are installed, course by course, to choose one and start.

use super::error;
use super::widget::{Button, Icon, Kind, Words, badge, caption, enter_alone, filled_card, footed_cards, mark, one_of, page, row, rule, words};
use crate::game::theme::{Size, State, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Key, Ui, vec2};
use std::cmp::Ordering;

/// The result of an attempt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Result {
    /// Total, 0 to 100.
    pub total: f64,
    /// Whether it passed.
    pub passed: bool,
    /// Whether there was a critical error.
    pub critical: bool,
}

impl Result {
    /// Passed, not passed, failed by a critical error.
    #[must_use]
    pub fn state(&self) -> State {
        match (self.passed, self.critical) {
            (true, _) => State::Target,
            (false, false) => State::Attention,
            (false, true) => State::Fault,
        }
    }

    /// From the worse to the better: one that passed before one that did not, one with a critical error last, whatever their points.
    #[must_use]
    pub fn order(&self, other: &Self) -> Ordering {
        let rank = |of: &Self| (of.passed, !of.critical);
        rank(self).cmp(&rank(other)).then(self.total.total_cmp(&other.total))
    }
}

/// A drill.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drill {
    /// Its title.
    pub title: String,
    /// Site, in words.
    pub site: String,
    /// What it is about, one to three sentences.
    pub about: String,
    /// Product as prepared.
    pub product: String,
    /// Cannula.
    pub cannula: String,
    /// Volume to place, mL.
    pub planned_ml: f64,
    /// Target dose, mg `CaHA` per cm².
    pub target_mg_cm2: f64,
    /// The patient in one line.
    pub patient: String,
    /// Best attempt.
    pub best: Option<Result>,
    /// Last attempt.
    pub last: Option<Result>,
    /// One of the person's own: it can be changed.
    pub own: bool,
    /// It was changed, and the changes are not saved.
    pub draft: bool,
}

/// Drills that are learnt in an order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// Its title.
    pub title: String,
    /// What it is for.
    pub about: String,
    /// Its drills, by their index.
    pub drills: Vec<usize>,
    /// How many of them are passed.
    pub passed: usize,
}

/// The drills.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// Courses in their order; without any, all drills are shown.
    pub courses: Vec<Course>,
    /// The course that is shown.
    pub course: usize,
    /// In their order.
    pub drills: Vec<Drill>,
    /// What is wrong with the files that cannot be played, each with its place.
    pub problems: Vec<String>,
    /// They are taken as exams.
    pub exam: bool,
    /// New ones can be made.
    pub make: Option<Make>,
}

/// The making of new drills.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Make {
    /// Title of the one that was begun and is not saved.
    pub draft: Option<String>,
}

/// What a person did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Start the drill of this index.
    Start(usize),
    /// Show this course.
    Course(usize),
    /// Make a new one, or go on with the one that was begun.
    New,
    /// Change the drill of this index.
    Edit(usize),
    /// Go back.
    Back,
}

/// Shows the drills. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let points = theme.size(Size::Body);
    let room = ui.ctx().content_rect().width() - 2.0 * theme.margin();
    let fit = ((room + theme.gap()) / (points * 25.0 + theme.gap())).floor().max(1.0) as usize;
    let course = model.courses.get(model.course);
    let shown: Vec<usize> = course.map_or_else(|| (0..model.drills.len()).collect(), |course| course.drills.clone());
    // With courses the page keeps its width from one to the next.
    let columns = if course.is_some() { fit.min(3) } else { fit.min(3).min(model.drills.len().max(1)) };
    let width = columns as f32 * (points * 30.0 + theme.gap());
    let (back, started) = page(ui, "drills", &lang.text(if model.exam { "menu-exam" } else { "menu-drills" }, &[]), width, lang, |ui| {
        let mut action = None;
        if model.exam {
            words(ui, &Words::new(lang.text("menu-exam-intro", &[]), Size::Body).colour(theme.muted));
        }
        if let Some(make) = &model.make {
            action = new(ui, make, lang);
        }
        if model.drills.is_empty() {
            words(ui, &Words::new(lang.text("menu-drills-none", &[]), Size::Body));
        }
        if let Some(course) = course {
            action = if fit > 1 { courses(ui, model, lang) } else { course_of(ui, model, lang) }.map(Action::Course).or(action);
            // Whoever is examined is past it.
            if !model.exam {
                words(ui, &Words::new(&course.about, Size::Body).colour(theme.muted));
            }
        }
        let drills: Vec<(usize, &Drill)> = shown.iter().filter_map(|index| Some((*index, model.drills.get(*index)?))).collect();
        let about = |ui: &mut Ui, at: usize| about(ui, drills[at].1);
        footed_cards(ui, columns, drills.len(), about, |ui, at| {
            let (index, drill) = drills[at];
            action = match foot(ui, drill, model.exam, lang) {
                Some(Pressed::Start) => Some(Action::Start(index)),
                Some(Pressed::Edit) => Some(Action::Edit(index)),
                None => action,
            };
        });
        if !model.problems.is_empty() {
            filled_card(ui, theme.page(), |ui| {
                mark(ui, State::Fault, Size::Heading);
                words(ui, &Words::new(lang.text("menu-drills-broken", &[]), Size::Heading));
                error::list(ui, &model.problems);
            });
        }
        action
    });
    let next = || shown.iter().find(|i| model.drills.get(**i).is_some_and(|drill| !drill.best.is_some_and(|best| best.passed))).or(shown.first());
    let started = started.or_else(|| enter_alone(ui).then(next).flatten().map(|index| Action::Start(*index)));
    if back || ui.input(|input| input.key_pressed(Key::Escape)) {
        return Some(Action::Back);
    }
    started
}

/// The way to a new drill.
fn new(ui: &mut Ui, make: &Make, lang: &Lang) -> Option<Action> {
    let (label, tip) = match &make.draft {
        Some(title) if title.trim().is_empty() => (lang.text("menu-drills-go-on", &[]), lang.text("menu-drills-new-tip", &[])),
        Some(title) => (lang.text("menu-drills-go-on-with", &[("title", Value::text(title))]), lang.text("menu-drills-new-tip", &[])),
        None => (lang.text("menu-drills-new", &[]), lang.text("menu-drills-new-tip", &[])),
    };
    Button::new(&label, Kind::Quiet, tip).icon(Icon::Zone).show(ui).clicked().then_some(Action::New)
}

/// What was pressed on a card.
enum Pressed {
    Start,
    Edit,
}

/// The courses, each with how far one is in it.
fn courses(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<usize> {
    let chips = model.courses.iter().enumerate().map(|(i, course)| {
        let far = [("done", Value::count(course.passed)), ("planned", Value::count(course.drills.len()))];
        let label = format!("{}  {}", course.title, lang.text("hud-step-progress", &far));
        (label, course.about.clone(), i, i == model.course)
    });
    one_of(ui, &chips.collect::<Vec<_>>())
}

/// One course and the ways to its neighbours: where all of them would push the cards out of the window.
fn course_of(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<usize> {
    let gap = Theme::of(ui.ctx()).gap();
    let course = model.courses.get(model.course)?;
    let mut to = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap * 0.6;
        let last = model.courses.len() - 1;
        for (id, icon, next) in [("menu-course-previous", Icon::TickBack, model.course.checked_sub(1)), ("menu-course-next", Icon::TickOn, Some(model.course + 1).filter(|next| *next <= last))] {
            let label = lang.text(id, &[]);
            if Button::new(&label, Kind::Quiet, &label).icon(icon).bare(true).enabled(next.is_some()).show(ui).clicked() {
                to = next;
            }
        }
        let place = [("done", Value::count(model.course + 1)), ("planned", Value::count(last + 1))];
        words(ui, &Words::new(lang.text("menu-course-place", &place), Size::Small));
    });
    let far = [("done", Value::count(course.passed)), ("planned", Value::count(course.drills.len()))];
    words(ui, &Words::new(format!("{}  {}", course.title, lang.text("hud-step-progress", &far)), Size::Heading));
    to
}

/// What a drill is about.
fn about(ui: &mut Ui, drill: &Drill) {
    caption(ui, &drill.site);
    words(ui, &Words::new(&drill.title, Size::Heading));
    words(ui, &Words::new(&drill.about, Size::Body).colour(Theme::of(ui.ctx()).muted));
}

/// What it is played with, how it went, and the ways on.
fn foot(ui: &mut Ui, drill: &Drill, exam: bool, lang: &Lang) -> Option<Pressed> {
    let theme = Theme::of(ui.ctx());
    rule(ui);
    let volume = Value::number(drill.planned_ml, 2);
    let dose = [("volume", volume), ("dose", Value::number(drill.target_mg_cm2, 1))];
    let facts = [
        ("menu-drill-product", drill.product.clone()),
        ("menu-drill-cannula", drill.cannula.clone()),
        ("menu-drill-dose", lang.text("menu-drill-dose-value", &dose)),
        ("menu-drill-patient", drill.patient.clone()),
    ];
    for (id, value) in facts {
        if value.is_empty() {
            continue;
        }
        let name = Words::new(lang.text(id, &[]), Size::Small).colour(theme.muted);
        row(ui, &name, &[Words::new(value, Size::Small).weight(Weight::Medium)]);
    }
    rule(ui);
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme.gap(), 6.0);
        let (label, tip) = (lang.text(if exam { "menu-exam-begin" } else { "word-start" }, &[]), lang.text(if exam { "menu-exam-begin-tip" } else { "menu-drill-start-tip" }, &[("title", Value::text(&drill.title))]));
        if Button::new(&label, Kind::Primary, &tip).named(&tip).icon(Icon::Play).show(ui).clicked() {
            pressed = Some(Pressed::Start);
        }
        if drill.own {
            let (label, tip) = (lang.text("menu-drill-edit", &[]), lang.text("menu-drill-edit-tip", &[("title", Value::text(&drill.title))]));
            if Button::new(&label, Kind::Quiet, &tip).named(&tip).show(ui).clicked() {
                pressed = Some(Pressed::Edit);
            }
            if drill.draft {
                badge(ui, &lang.text("menu-drill-draft", &[]), State::Attention);
            }
        }
        for (id, result) in [("menu-drill-best", drill.best), ("menu-drill-last", drill.last)] {
            if let Some(result) = result {
                let text = lang.text(id, &[("total", Value::number(result.total, 0))]);
                badge(ui, &text, result.state());
            }
        }
    });
    pressed
}
