//! Progress: where a person stands at each drill after all attempts, and the exams taken.

use super::widget::{Words, badge, caption, cards, figure, filled_card, layout, mark_at, page, row, rule, states_key, words};
use super::{Phrase, drills};
use crate::game::theme::{Size, State, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Key, Pos2, Sense, Shape, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};

/// One drill's attempts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// Title of the drill.
    pub title: String,
    /// Totals, 0 to 100, oldest first, and whether each passed.
    pub attempts: Vec<drills::Result>,
    /// Mean of the last five after each attempt.
    pub means: Vec<f64>,
    /// Standard error of the last mean.
    pub error: Option<f64>,
    /// Total from which an attempt passes.
    pub pass_mark: f64,
    /// What the learning curve says, and how good that is.
    pub standing: Option<(Phrase, State)>,
}

/// One exam.
#[derive(Clone, Debug, PartialEq)]
pub struct Exam {
    /// Title of the drill.
    pub title: String,
    /// Its result; none where it was left.
    pub result: Option<drills::Result>,
}

/// All that was done.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// Drills with at least one attempt.
    pub courses: Vec<Course>,
    /// Exams, newest first.
    pub exams: Vec<Exam>,
}

/// What a person did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Go back.
    Back,
}

/// Shows the progress. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let points = theme.size(Size::Body);
    let room = ui.ctx().content_rect().width() - 2.0 * theme.margin();
    let fit = ((room + theme.gap()) / (points * 30.0 + theme.gap())).floor().max(1.0) as usize;
    let across = fit.min(3).min(model.courses.len().max(1));
    let width = across as f32 * (points * 34.0 + theme.gap());
    let (back, ()) = page(ui, "progress", &lang.text("menu-progress", &[]), width, lang, |ui| {
        if model.courses.is_empty() && model.exams.is_empty() {
            words(ui, &Words::new(lang.text("menu-progress-none", &[]), Size::Body).colour(theme.muted));
        }
        if !model.courses.is_empty() {
            states_key(ui, lang);
        }
        cards(ui, across, model.courses.len(), |ui, index| card(ui, &model.courses[index], lang));
        if !model.exams.is_empty() {
            filled_card(ui, theme.page(), |ui| exams(ui, model, lang));
        }
    });
    (back || ui.input(|input| input.key_pressed(Key::Escape))).then_some(Action::Back)
}

fn card(ui: &mut Ui, course: &Course, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    words(ui, &Words::new(&course.title, Size::Heading));
    let values = [("count", Value::count(course.attempts.len()))];
    let attempts = lang.text("menu-progress-attempts", &values);
    caption(ui, &attempts);
    if let Some(mean) = course.means.last() {
        let number = Words::new(lang.text("hud-number", &[("value", Value::number(*mean, 0))]), Size::Title);
        let unit = match course.error {
            Some(error) => lang.text("menu-progress-mean-error", &[("count", Value::count(course.attempts.len().min(5))), ("error", Value::number(error, 1))]),
            None => lang.text("menu-progress-mean", &[("count", Value::count(course.attempts.len().min(5)))]),
        };
        figure(ui, &number, &Words::new(unit, Size::Small).colour(theme.muted), &course.title);
    }
    curve(ui, course, &attempts, lang);
    rule(ui);
    let best = course.attempts.iter().max_by(|a, b| a.order(b));
    // More points may lie above it in the curve, with a critical error.
    let outdone = best.is_some_and(|best| course.attempts.iter().any(|attempt| attempt.total > best.total));
    let best_id = if outdone { "menu-progress-best-safe" } else { "menu-progress-best" };
    for (id, result) in [(best_id, best), ("menu-progress-last", course.attempts.last())] {
        if let Some(result) = result {
            let name = Words::new(lang.text(id, &[]), Size::Small).colour(theme.muted);
            let value = lang.text("hud-number", &[("value", Value::number(result.total, 0))]);
            let critical = result.critical.then(|| Words::new(format!("{}  ", lang.text("class-critical", &[])), Size::Small).colour(theme.ink(State::Fault)));
            let value = Words::new(value, Size::Small).weight(Weight::Medium);
            row(ui, &name, &critical.into_iter().chain([value]).collect::<Vec<_>>());
        }
    }
    if let Some((standing, state)) = &course.standing {
        badge(ui, &standing.say(lang), *state);
    }
}

/// Totals over the attempts, each by its state: passed, not passed, a critical error; the mean of five as a line, the pass mark dashed.
fn curve(ui: &mut Ui, course: &Course, name: &str, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let small = theme.size(Size::Small);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), small * 7.5), Sense::hover());
    let said: Vec<String> = course.attempts.iter().map(|attempt| lang.text("hud-number", &[("value", Value::number(attempt.total, 0))])).collect();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, format!("{name}: {}", said.join(", "))));
    let painter = ui.painter();
    painter.rect_filled(rect, 8.0, theme.well.gamma_multiply(0.5));
    let said = |id: &str, name: &'static str, value: f64, ink| {
        layout(ui, &Words::new(lang.text(id, &[(name, Value::number(value, 0))]), Size::Small).colour(ink), f32::INFINITY)
    };
    let scale = [0.0, 50.0, 100.0].map(|total| (total, said("hud-number", "value", total, theme.muted)));
    let gutter = scale[2].1.size().x + small * 0.6;
    let plot = rect.shrink2(vec2(small * 0.8, small * 0.8)).with_min_x(rect.left() + small * 0.4 + gutter);
    let y = |total: f64| plot.bottom() - plot.height() * (total / 100.0).clamp(0.0, 1.0) as f32;
    for (total, number) in scale {
        painter.hline(plot.x_range(), y(total), theme.hairline());
        painter.galley(pos2(plot.left() - small * 0.5 - number.size().x, y(total) - number.size().y * 0.5), number, theme.muted);
    }
    let last = course.attempts.len().saturating_sub(1).max(1) as f32;
    // A mark at an end stands free of the scale's numbers.
    let inset = small * 0.7;
    let at = |i: usize, total: f64| -> Pos2 {
        let x = if course.attempts.len() == 1 { plot.center().x } else { plot.left() + inset + (plot.width() - 2.0 * inset) * i as f32 / last };
        pos2(x, y(total))
    };
    let mark = at(0, course.pass_mark).y;
    let dashes = Shape::dashed_line(&[pos2(plot.left(), mark), pos2(plot.right(), mark)], Stroke::new(1.0, theme.target.gamma_multiply(0.8)), 5.0, 4.0);
    painter.extend(dashes);
    let pass = said("menu-progress-pass", "mark", course.pass_mark, theme.target);
    painter.galley(pos2(plot.right() - pass.size().x, mark - pass.size().y - 1.0), pass, theme.target);
    let means: Vec<Pos2> = course.means.iter().enumerate().map(|(i, mean)| at(i, *mean)).collect();
    painter.add(Shape::line(means, Stroke::new(2.0, theme.info)));
    for (i, attempt) in course.attempts.iter().enumerate() {
        mark_at(painter, &theme, attempt.state(), at(i, attempt.total), small * 0.34);
    }
}

fn exams(ui: &mut Ui, model: &Model, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    words(ui, &Words::new(lang.text("menu-progress-exams", &[]), Size::Heading));
    for exam in &model.exams {
        let (text, state) = match exam.result {
            Some(result) => {
                let id = match result.state() {
                    State::Target => "menu-progress-passed",
                    State::Fault => "menu-progress-critical",
                    _ => "menu-progress-not-passed",
                };
                (lang.text(id, &[("total", Value::number(result.total, 0))]), result.state())
            }
            None => (lang.text("menu-progress-left", &[]), State::Attention),
        };
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(theme.gap(), 6.0);
            words(ui, &Words::new(&exam.title, Size::Body));
            badge(ui, &text, state);
        });
    }
}
