//! The consultation: who comes and why, questions that are opened one by one, points of the consent, the decision.

use super::Phrase;
use super::widget::{Button, Kind, Words, caption, card, layout, place, rule, tip, words};
use crate::game::theme::{Size, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Align2, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2};

/// A question of the history.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Question {
    /// What it is about.
    pub name: Phrase,
    /// How it is asked.
    pub ask: Phrase,
    /// Once it was asked: whether the answer was yes, and its words.
    pub answer: Option<(bool, Phrase)>,
}

/// A point of the consent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Point {
    /// What it is about.
    pub name: Phrase,
    /// What is said.
    pub more: Phrase,
    /// Whether it was talked over.
    pub noted: bool,
}

/// The consultation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// The patient.
    pub who: String,
    /// Why they come, in their words.
    pub indication: Phrase,
    /// What is planned, such as "Radiesse 1:3", and where.
    pub plan: (String, String),
    /// The questions.
    pub questions: Vec<Question>,
    /// The points of the consent.
    pub points: Vec<Point>,
    /// Question whose answer asks for care, if one was chosen.
    pub caution: Option<usize>,
    /// It is to be confirmed that the patient is not treated.
    pub declining: bool,
}

/// What a person did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Asked a question.
    Ask(usize),
    /// Talked a point over.
    Note(usize),
    /// Chose an answer to be careful about, or none.
    Caution(Option<usize>),
    /// Decided to treat, with the care chosen.
    Treat,
    /// Wants to decline, or does not after all.
    Declining(bool),
    /// Decided not to treat.
    Decline,
    /// The menu was asked for.
    Menu,
}

/// Shows the consultation in a part of the window.
pub fn panel(ui: &Ui, part: Rect, model: &Model, lang: &Lang) -> Option<Action> {
    place(ui, "consultation", part, Align2::LEFT_TOP, |ui| card(ui, |ui| content(ui, model, lang)))
}

fn content(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let say = |id: &str| lang.text(id, &[]);
    let mut action = head(ui, model, lang);
    rule(ui);
    let asked = model.questions.iter().filter(|question| question.answer.is_some()).count();
    let count = |done: usize, all: usize| [("done", Value::count(done)), ("planned", Value::count(all))];
    heading(ui, &say("consult-history"), &lang.text("hud-step-progress", &count(asked, model.questions.len())));
    action = columns(ui, &model.questions, |ui, i, question| question_row(ui, question, lang).clicked().then_some(Action::Ask(i))).or(action);
    ui.add_space(theme.gap() * 0.4);
    let noted = model.points.iter().filter(|point| point.noted).count();
    heading(ui, &say("consult-consent"), &lang.text("hud-step-progress", &count(noted, model.points.len())));
    action = columns(ui, &model.points, |ui, i, point| point_row(ui, point, lang).clicked().then_some(Action::Note(i))).or(action);
    rule(ui);
    decision(ui, model, lang).or(action)
}

/// Who comes, why, and what is planned; the menu at the right.
fn head(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let mut action = None;
    ui.horizontal_top(|ui| {
        let (label, tip) = (lang.text("hud-menu", &[]), lang.text("hud-menu-tip", &[]));
        let menu = Button::new(&label, Kind::Quiet, tip).icon(super::widget::Icon::Pause).size(Size::Small);
        let room = ui.available_width() - menu.width(ui) - theme.gap();
        ui.vertical(|ui| {
            ui.set_width(room.max(theme.size(Size::Body) * 6.0));
            caption(ui, lang.text("consult-title", &[]));
            words(ui, &Words::new(&model.who, Size::Heading));
            let said = lang.text("consult-said", &[("words", Value::text(model.indication.say(lang)))]);
            words(ui, &Words::new(said, Size::Body));
            let values = [("plan", Value::text(&model.plan.0)), ("site", Value::text(&model.plan.1))];
            words(ui, &Words::new(lang.text("consult-plan", &values), Size::Small).colour(theme.muted));
        });
        if menu.show(ui).clicked() {
            action = Some(Action::Menu);
        }
    });
    action
}

/// A section's name with what of it is done.
fn heading(ui: &mut Ui, name: &str, done: &str) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal(|ui| {
        words(ui, &Words::new(name, Size::Body).weight(Weight::SemiBold));
        words(ui, &Words::new(done, Size::Small).colour(theme.muted));
    });
}

/// Rows in two columns, or one where the text is large: filled downwards.
fn columns<T>(ui: &mut Ui, list: &[T], mut row: impl FnMut(&mut Ui, usize, &T) -> Option<Action>) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let many = if ui.available_width() > theme.size(Size::Body) * 36.0 { 2 } else { 1 };
    let deep = list.len().div_ceil(many);
    let mut action = None;
    ui.spacing_mut().item_spacing.x = theme.gap();
    ui.columns(many, |sides| {
        for (i, thing) in list.iter().enumerate() {
            let side = &mut sides[i / deep];
            side.spacing_mut().item_spacing.y = (theme.gap() * 0.45).round();
            action = row(side, i, thing).or(action);
        }
    });
    action
}

/// A row of two lines: a cue in a column of its own, a name, and what stands below; framed while it can be pressed.
fn line(ui: &mut Ui, cue: Cue, name: &str, below: Option<&str>, free: bool, said: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let points = theme.size(Size::Body);
    let pad = vec2(points * 0.6, points * 0.2);
    let cue_room = points * 1.5;
    let room = ui.available_width() - 2.0 * pad.x - cue_room;
    let (name_size, ink) = if below.is_some() { (Size::Small, theme.muted) } else { (Size::Body, theme.text) };
    let first = layout(ui, &Words::new(name, name_size).colour(ink), room);
    let second = below.map(|text| layout(ui, &Words::new(text, Size::Body), room));
    // A row keeps its height when what stands below comes to it.
    let least = if cue.is_answer() { theme.size(Size::Small) * 1.25 + points * 1.3 } else { points * 1.5 };
    let height = (first.size().y + second.as_ref().map_or(0.0, |galley| galley.size().y)).max(least) + 2.0 * pad.y;
    let sense = if free { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), sense);
    let role = if free { WidgetType::Button } else { WidgetType::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, said));
    let near = ui.ctx().animate_bool_with_time(response.id.with("near"), free && response.hovered(), theme.transition());
    let painter = ui.painter();
    if free {
        painter.rect(rect, 9.0, theme.well.gamma_multiply(0.55 + 0.9 * near), Stroke::new(1.0, theme.line), StrokeKind::Inside);
        super::widget::ring_of_focus(ui, rect, 9.0, &response);
    }
    let middle = pos2(rect.left() + pad.x + points * 0.4, rect.center().y);
    let disc = points * 0.34;
    match cue {
        Cue::Open | Cue::Blank => {
            painter.circle_stroke(middle, disc, Stroke::new(1.5, theme.muted.gamma_multiply(0.6)));
        }
        Cue::No => {
            painter.circle_stroke(middle, disc, Stroke::new(1.5, theme.muted));
            painter.hline(middle.x - disc * 0.5..=middle.x + disc * 0.5, middle.y, Stroke::new(1.5, theme.muted));
        }
        Cue::Yes => {
            painter.circle_filled(middle, disc * 1.25, theme.info);
            let ink = theme.page();
            painter.hline(middle.x - disc * 0.6..=middle.x + disc * 0.6, middle.y, Stroke::new(2.0, ink));
            painter.vline(middle.x, middle.y - disc * 0.6..=middle.y + disc * 0.6, Stroke::new(2.0, ink));
        }
        Cue::Noted => {
            painter.circle_filled(middle, disc * 1.25, theme.target);
            let check = if theme.look.dark { theme.ground } else { bevy_egui::egui::Color32::WHITE };
            super::widget::paint_icon(painter, super::widget::Icon::Check, middle, disc * 2.0, check);
        }
    }
    let left = rect.left() + pad.x + cue_room;
    let tall = first.size().y + second.as_ref().map_or(0.0, |galley| galley.size().y);
    let top = rect.center().y - tall * 0.5;
    let drop = first.size().y;
    painter.galley(pos2(left, top), first, ink);
    if let Some(second) = second {
        painter.galley(pos2(left, top + drop), second, theme.text);
    }
    response
}

/// What stands before a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cue {
    /// Not asked.
    Open,
    /// Not noted.
    Blank,
    /// Asked: no.
    No,
    /// Asked: yes.
    Yes,
    /// Noted.
    Noted,
}

impl Cue {
    /// Whether an answer stands below, or will.
    fn is_answer(self) -> bool {
        matches!(self, Self::Open | Self::No | Self::Yes)
    }
}

fn question_row(ui: &mut Ui, question: &Question, lang: &Lang) -> Response {
    let (name, ask) = (question.name.say(lang), question.ask.say(lang));
    match &question.answer {
        None => tip(line(ui, Cue::Open, &name, None, true, &name), &ask),
        Some((yes, answer)) => {
            let answer = lang.text("consult-said", &[("words", Value::text(answer.say(lang)))]);
            let cue = if *yes { Cue::Yes } else { Cue::No };
            tip(line(ui, cue, &name, Some(&answer), false, &format!("{name}: {answer}")), &ask)
        }
    }
}

fn point_row(ui: &mut Ui, point: &Point, lang: &Lang) -> Response {
    let (name, more) = (point.name.say(lang), point.more.say(lang));
    if point.noted {
        let said = format!("{name}: {}", lang.text("hud-step-done", &[]));
        tip(line(ui, Cue::Noted, &name, None, false, &said), &more)
    } else {
        tip(line(ui, Cue::Blank, &name, None, true, &name), &more)
    }
}

/// The answers that may ask for care, and the two ways to go on.
fn decision(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let mut action = None;
    let heard: Vec<usize> = (0..model.questions.len()).filter(|&i| matches!(model.questions[i].answer, Some((true, _)))).collect();
    if !heard.is_empty() {
        caption(ui, lang.text("consult-caution", &[]));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
            let tip = lang.text("consult-caution-tip", &[]);
            if Button::new(&lang.text("consult-caution-none", &[]), Kind::Quiet, tip.clone()).on(model.caution.is_none()).size(Size::Small).show(ui).clicked() {
                action = Some(Action::Caution(None));
            }
            for &i in &heard {
                let name = model.questions[i].name.say(lang);
                if Button::new(&name, Kind::Quiet, tip.clone()).on(model.caution == Some(i)).size(Size::Small).show(ui).clicked() {
                    action = Some(Action::Caution(Some(i)));
                }
            }
        });
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        let mut button = |id: &str, kind| Button::new(&lang.text(id, &[]), kind, lang.text(&format!("{id}-tip"), &[])).show(ui).clicked();
        if model.declining {
            if button("consult-decline-sure", Kind::Danger) {
                action = Some(Action::Decline);
            }
            if button("consult-decline-not", Kind::Quiet) {
                action = Some(Action::Declining(false));
            }
            return;
        }
        if button(if model.caution.is_some() { "consult-treat-caution" } else { "consult-treat" }, Kind::Primary) {
            action = Some(Action::Treat);
        }
        if button("consult-decline", Kind::Quiet) {
            action = Some(Action::Declining(true));
        }
    });
    action
}
