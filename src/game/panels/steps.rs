//! The steps of the procedure, done, now and to come.

use super::widget::{Icon, Words, caption, card, layout, layout_rows, paint_icon, row, words};
use crate::game::theme::{Size, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Color32, Rect, Sense, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};

use super::Phrase;

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Finished.
    Done,
    /// Being done.
    Now,
    /// Still to come.
    ToCome,
}

/// A step of the procedure.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What is done, such as `hud-step-passes`.
    pub name: Phrase,
    /// Where it stands.
    pub standing: Standing,
    /// Done and planned, where it can be counted.
    pub progress: Option<(u32, u32)>,
}

/// Words that a drill's file says, or the program.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// By a file.
    Text(String),
    /// By the program.
    Phrase(Phrase),
}

impl Default for Said {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

impl From<&str> for Said {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl Said {
    /// The words.
    fn say(&self, lang: &Lang) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Phrase(phrase) => phrase.say(lang),
        }
    }
}

/// The drill and its steps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// One line above the title: course or patient.
    pub context: Said,
    /// Title of the drill.
    pub title: Said,
    /// Steps in their order.
    pub steps: Vec<Step>,
}

/// Shows the steps; `crowded` when much else stands in the rail.
pub fn panel(ui: &mut Ui, model: &Model, crowded: bool, lang: &Lang) {
    card(ui, |ui| {
        let shown = shown(&model.steps, Theme::of(ui.ctx()).unit, crowded);
        let context = model.context.say(lang);
        if !context.is_empty() {
            caption(ui, context);
        }
        words(ui, &Words::new(model.title.say(lang), Size::Heading));
        if shown.len() < model.steps.len() {
            let done = model.steps.iter().filter(|step| step.standing == Standing::Done).count();
            let values = [("done", Value::count(done)), ("planned", Value::count(model.steps.len()))];
            caption(ui, lang.text("hud-step-progress", &values));
        }
        ui.add_space(Theme::of(ui.ctx()).gap() * 0.3);
        for step in shown {
            line(ui, step, lang);
        }
    });
}

/// Most steps that a small window lists, and how many of them lie behind the one in hand.
const SMALL: (usize, usize) = (7, 2);
/// The same where much else stands in the rail.
const CROWDED: (usize, usize) = (3, 1);

/// The steps that are listed: all, or in a small window those about the one in hand.
fn shown(steps: &[Step], unit: f32, crowded: bool) -> &[Step] {
    let (most, behind) = if crowded { CROWDED } else { SMALL };
    if unit > 0.95 || steps.len() <= most + 1 {
        return steps;
    }
    let now = steps.iter().position(|step| step.standing == Standing::Now).unwrap_or(steps.len());
    let first = now.saturating_sub(behind).min(steps.len() - most);
    &steps[first..first + most]
}

fn line(ui: &mut Ui, step: &Step, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let points = theme.size(Size::Body);
    let disc = (points * 0.62).round();
    let name = step.name.say(lang);
    let (ink, weight) = match step.standing {
        Standing::Done | Standing::ToCome => (theme.muted, Weight::Regular),
        Standing::Now => (theme.text, Weight::Medium),
    };
    let progress = step.progress.map(|(done, planned)| {
        let values = [("done", Value::number(f64::from(done), 0)), ("planned", Value::number(f64::from(planned), 0))];
        lang.text("hud-step-progress", &values)
    });
    let left = disc * 2.0 + points * 0.7;
    let width = ui.available_width();
    let progress = progress.map(|text| layout(ui, &Words::new(text, Size::Body).colour(theme.muted), width));
    let room = width - left - progress.as_ref().map_or(0.0, |galley| galley.size().x + points * 0.6);
    let galley = layout(ui, &Words::new(&name, Size::Body).weight(weight).colour(ink), room.max(points * 4.0));
    let height = galley.size().y.max(disc * 2.0) + points * 0.36;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let said = format!("{name}: {}", lang.text(standing_id(step.standing), &[]));
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &said));
    let painter = ui.painter();
    let centre = pos2(rect.left() + disc, rect.center().y);
    match step.standing {
        Standing::Done => {
            painter.circle_filled(centre, disc, theme.target);
            let check = if theme.look.dark { theme.ground } else { Color32::WHITE };
            paint_icon(painter, Icon::Check, centre, disc * 1.3, check);
        }
        Standing::Now => {
            painter.circle_filled(centre, disc * 1.35, theme.tint(theme.target));
            painter.circle_stroke(centre, disc * 0.86, Stroke::new(2.0, theme.target));
        }
        Standing::ToCome => {
            painter.circle_stroke(centre, disc * 0.86, Stroke::new(1.5, theme.muted.gamma_multiply(0.55)));
        }
    }
    painter.galley(pos2(rect.left() + left, rect.center().y - galley.size().y * 0.5), galley, ink);
    if let Some(galley) = progress {
        let at = Rect::from_center_size(rect.center(), vec2(rect.width(), galley.size().y));
        painter.galley(pos2(at.right() - galley.size().x, at.top()), galley, theme.muted);
    }
}

fn standing_id(standing: Standing) -> &'static str {
    match standing {
        Standing::Done => "hud-step-done",
        Standing::Now => "hud-step-now",
        Standing::ToCome => "hud-step-to-come",
    }
}

/// The drill in brief, for rails without room: its title where there is room for all of it, and the step that is being done.
pub fn brief(ui: &mut Ui, model: &Model, lang: &Lang) {
    card(ui, |ui| {
        let lines = if Theme::of(ui.ctx()).unit > 0.95 { 2 } else { 1 };
        let title = layout_rows(ui, &Words::new(model.title.say(lang), Size::Small).weight(Weight::Medium), ui.available_width(), lines);
        if !title.elided {
            let (rect, response) = ui.allocate_exact_size(title.size(), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, model.title.say(lang)));
            ui.painter().galley(rect.min, title, Color32::PLACEHOLDER);
        }
        let at = model.steps.iter().position(|step| step.standing == Standing::Now);
        let now = at.map(|at| &model.steps[at]);
        // What can be counted in the step; where nothing can, the step's place among all.
        let place = || (at.map_or(0, |at| at as u32 + 1), model.steps.len() as u32);
        let (done, planned) = now.and_then(|step| step.progress).unwrap_or_else(place);
        let values = [("done", Value::count(done as usize)), ("planned", Value::count(planned as usize))];
        let progress = Words::new(lang.text("hud-step-progress", &values), Size::Body).colour(Theme::of(ui.ctx()).muted);
        let name = now.map(|step| step.name.say(lang)).unwrap_or_default();
        row(ui, &Words::new(name, Size::Body).weight(Weight::Medium), &[progress]);
    });
}
