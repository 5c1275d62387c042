//! One item: the question, the answer, the verdict with its reason.

use super::{Action, Answering, Cut, Item, Outcome, Shown, cut, number, replay};
use crate::game::panels::widget::{Button, Icon, Kind, Words, badge, bar, caption, choice, filled_card, row, rule, slider, words};
use crate::game::theme::{Size, State, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{self, Key, Ui, vec2};

/// Time left below which an exam's clock stands out, s [design].
const HURRY_S: u32 = 120;
/// Step of the depth's slider, mm.
const DEPTH_STEP_MM: f32 = 0.1;
/// Keys of the options, in order.
const OPTION_KEYS: [[Key; 2]; 8] = [
    [Key::A, Key::Num1],
    [Key::B, Key::Num2],
    [Key::C, Key::Num3],
    [Key::D, Key::Num4],
    [Key::E, Key::Num5],
    [Key::F, Key::Num6],
    [Key::G, Key::Num7],
    [Key::H, Key::Num8],
];

pub(super) fn content(ui: &mut Ui, model: &Item, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let values = [
        ("position", Value::count(model.position)),
        ("items", Value::count(model.items)),
        ("topic", Value::text(model.topic.say(lang))),
    ];
    let place = Words::new(lang.text("quiz-item", &values), Size::Small).colour(theme.muted);
    let right = match model.clock {
        Some(clock) => Words::new(lang.text("quiz-time-left", &[("time", Value::text(minutes(clock.left_s)))]), Size::Small).weight(Weight::Medium),
        None => Words::new(lang.text("quiz-right-so-far", &[("right", Value::count(model.right))]), Size::Small),
    };
    let hurry = model.clock.is_some_and(|clock| clock.left_s < HURRY_S);
    row(ui, &place, &[right.colour(if hurry { theme.attention } else { theme.muted })]);
    let done = model.position.saturating_sub(usize::from(model.outcome.is_none()));
    bar(ui, done as f32 / model.items.max(1) as f32, theme.target);
    filled_card(ui, theme.page(), |ui| {
        words(ui, &Words::new(&model.ask, Size::Heading).weight(Weight::Medium));
        caption(ui, how(&model.answering, lang));
        let mut watched = None;
        match &model.shown {
            None => {}
            Some(Shown::Replay(replay)) => watched = replay::panel(ui, replay, lang),
            Some(Shown::ReplayComing(share)) => {
                words(ui, &Words::new(lang.text("quiz-replay-coming", &[]), Size::Body).colour(theme.muted));
                bar(ui, share.unwrap_or(0.0), theme.info);
            }
            Some(Shown::NoReplay) => drop(words(ui, &Words::new(lang.text("quiz-replay-none", &[]), Size::Body).colour(theme.muted))),
            Some(Shown::Coming) => drop(words(ui, &Words::new(lang.text("quiz-coming", &[]), Size::Body).colour(theme.muted))),
            Some(Shown::Cut(shown)) => cut::picture(ui, shown, model.outcome.is_some(), lang),
            Some(Shown::Failed(why)) => drop(words(ui, &Words::new(why, Size::Body).colour(theme.muted))),
        }
        ui.add_space(theme.gap() * 0.3);
        let chosen = match &model.answering {
            Answering::Single { options, chosen } | Answering::PlaceInWords { options, chosen } => {
                let options = options.iter().enumerate().map(|(i, text)| (text.as_str(), *chosen == Some(i)));
                choices(ui, options.collect(), false, model.outcome.as_ref())
            }
            Answering::Multiple { options } => {
                let options = options.iter().map(|(text, chosen)| (text.as_str(), *chosen));
                choices(ui, options.collect(), true, model.outcome.as_ref())
            }
            Answering::Order { steps: all, order } => steps(ui, all, order, model.outcome.as_ref(), lang),
            Answering::Numeric { text, unit, range, .. } => numeric(ui, text, unit, *range, model.outcome.is_some(), lang),
            Answering::Place { given, coming, .. } => {
                let id = if *coming { "quiz-point-coming" } else if *given { "quiz-point-given" } else { "quiz-point-none" };
                words(ui, &Words::new(lang.text(id, &[]), Size::Body).colour(theme.muted));
                None
            }
            Answering::Depth { cut, mm, .. } => depth(ui, cut, *mm, model.outcome.is_some(), lang),
        };
        let chosen = chosen.or(other_way(ui, model, lang));
        if let Some(outcome) = &model.outcome {
            rule(ui);
            verdict(ui, outcome, &model.answering, lang);
        } else {
            ui.data_mut(|data| data.insert_temp(judged(), false));
        }
        ui.add_space(theme.gap() * 0.4);
        watched.or(chosen).or(forward(ui, model, lang))
    })
}

/// Minutes and seconds, as on a clock.
fn minutes(s: u32) -> String {
    format!("{}:{:02}", s / 60, s % 60)
}

fn how(answering: &Answering, lang: &Lang) -> String {
    match answering {
        Answering::Single { .. } => lang.text("quiz-single", &[]),
        Answering::Order { .. } => lang.text("quiz-steps", &[]),
        Answering::PlaceInWords { .. } => lang.text("quiz-point", &[]),
        Answering::Place { .. } => lang.text("quiz-point-place", &[]),
        Answering::Depth { .. } => lang.text("quiz-point-depth", &[]),
        Answering::Multiple { .. } => lang.text("quiz-multiple", &[]),
        Answering::Numeric { unit, tolerance, .. } => {
            let values = [("unit", Value::text(unit)), ("tolerance", Value::text(lang.decimal(&plain(*tolerance))))];
            lang.text("quiz-numeric", &values)
        }
    }
}

/// A number as short as it is exact enough.
fn plain(value: f64) -> String {
    let text = format!("{value:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn choices(ui: &mut Ui, options: Vec<(&str, bool)>, many: bool, outcome: Option<&Outcome>) -> Option<Action> {
    let mut action = None;
    for (i, (text, chosen)) in options.into_iter().enumerate() {
        let letter = char::from(b'A' + (i % 26) as u8).to_string();
        // After the answer: the right ones, and those that were chosen wrongly.
        let mark = outcome.and_then(|outcome| match (outcome.right.contains(&i), chosen) {
            (true, _) => Some(State::Target),
            (false, true) => Some(State::Fault),
            (false, false) => None,
        });
        let clicked = choice(ui, &letter, text, chosen, many, mark, outcome.is_none()).clicked();
        let keys: &[Key] = OPTION_KEYS.get(i).map_or(&[], |keys| keys);
        let pressed = outcome.is_none() && ui.input(|input| keys.iter().any(|&key| input.key_pressed(key)));
        if clicked || pressed {
            action = Some(Action::Choose(i));
        }
    }
    action
}

/// Steps, each with its place once it has one; after the answer in their right order, with the place that they were given.
fn steps(ui: &mut Ui, steps: &[String], order: &[usize], outcome: Option<&Outcome>, lang: &Lang) -> Option<Action> {
    let mut action = None;
    if outcome.is_some() {
        words(ui, &Words::new(lang.text("quiz-steps-right", &[]), Size::Body).weight(Weight::Medium));
    }
    let place = |step: usize| order.iter().position(|own| *own == step);
    let shown: Vec<usize> = outcome.map_or_else(|| (0..steps.len()).collect(), |outcome| outcome.right.clone());
    for (row, step) in shown.into_iter().enumerate() {
        let Some(text) = steps.get(step) else { continue };
        let letter = place(step).map_or_else(|| "·".to_owned(), |place| (place + 1).to_string());
        let mark = outcome.map(|_| if place(step) == Some(row) { State::Target } else { State::Fault });
        let clicked = choice(ui, &letter, text, place(step).is_some(), true, mark, outcome.is_none()).clicked();
        let keys: &[Key] = OPTION_KEYS.get(step).map_or(&[], |keys| keys);
        let pressed = outcome.is_none() && ui.input(|input| keys.iter().any(|&key| input.key_pressed(key)));
        if clicked || pressed {
            action = Some(Action::Choose(step));
        }
    }
    action
}

fn numeric(ui: &mut Ui, text: &str, unit: &str, range: (f64, f64), checked: bool, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let mut typed = text.to_owned();
    let mut action = None;
    ui.horizontal(|ui| {
        let field = egui::TextEdit::singleline(&mut typed)
            .id_salt("quiz number")
            .font(theme.font(Size::Heading, Weight::Medium))
            .desired_width(theme.size(Size::Heading) * 6.0)
            .margin(egui::Margin::symmetric(12, 8))
            .horizontal_align(egui::Align::RIGHT);
        // Given, it stays as readable as it was.
        let response = ui.add(field.interactive(!checked));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(lang.text("quiz-slider", &[])));
        if !checked && ui.memory(|memory| memory.focused().is_none()) {
            response.request_focus();
        }
        words(ui, &Words::new(unit, Size::Heading).weight(Weight::Regular).colour(theme.muted));
    });
    if typed != text {
        action = Some(Action::Type(typed));
    }
    if !checked {
        let (low, high) = (range.0 as f32, range.1 as f32);
        let step = 10.0_f32.powf(((high - low) / 100.0).log10().floor());
        let value = number(text).map_or(low, |value| (value as f32).clamp(low, high));
        let label = lang.text("quiz-slider", &[]);
        let width = ui.available_width();
        let (_, moved) = slider(ui, &label, value, low..=high, step, width, &lang.text("quiz-slider-tip", &[]));
        if let Some(value) = moved {
            action = Some(Action::Type(lang.decimal(&plain(f64::from(value)))));
        }
        let ends = [range.0, range.1].map(|end| Words::new(lang.decimal(&plain(end)), Size::Small).colour(theme.muted));
        row(ui, &ends[0], &ends[1..]);
    }
    action
}

/// A depth in a cut: pointed at, or moved by the slider below it.
fn depth(ui: &mut Ui, cut: &Cut, mm: Option<f32>, checked: bool, lang: &Lang) -> Option<Action> {
    let (deepest, pointed) = cut::pointed(ui, cut, mm, !checked, lang);
    let mut action = pointed.map(Action::Deep);
    let value = mm.map_or_else(|| "–".to_owned(), |mm| lang.text("value-mm", &[("value", Value::number(f64::from(mm), 1))]));
    row(ui, &Words::new(lang.text("quiz-depth", &[]), Size::Body), &[Words::new(value, Size::Body).weight(Weight::Medium)]);
    if !checked {
        let (label, tip) = (lang.text("quiz-depth", &[]), lang.text("quiz-depth-tip", &[]));
        let width = ui.available_width();
        let (_, moved) = slider(ui, &label, mm.unwrap_or(0.0), 0.0..=deepest, DEPTH_STEP_MM, width, &tip);
        action = action.or(moved.map(Action::Deep));
    }
    action
}

/// Whoever cannot or does not want to point chooses in words.
fn other_way(ui: &mut Ui, model: &Item, lang: &Lang) -> Option<Action> {
    let (id, to) = match &model.answering {
        Answering::Place { .. } | Answering::Depth { .. } => ("quiz-in-words", true),
        Answering::PlaceInWords { .. } => ("quiz-by-pointing", false),
        _ => return None,
    };
    let (label, tip) = (lang.text(id, &[]), lang.text(&format!("{id}-tip"), &[]));
    let clicked = model.outcome.is_none() && ui.horizontal(|ui| Button::new(&label, Kind::Quiet, tip).show(ui).clicked()).inner;
    clicked.then_some(Action::InWords(to))
}

/// Where it is kept whether the verdict was already shown.
fn judged() -> egui::Id {
    egui::Id::new("quiz judged")
}

fn verdict(ui: &mut Ui, outcome: &Outcome, answering: &Answering, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let text = match outcome.state {
        State::Target => lang.text("quiz-right", &[]),
        State::Attention => lang.text(answering.partly(), &[("percent", Value::number(outcome.partial * 100.0, 0))]),
        State::Fault | State::Neutral => lang.text("quiz-wrong", &[]),
    };
    let from = ui.cursor().min;
    badge(ui, &text, outcome.state);
    // Where the page is longer than the window, what was asked for is seen at once.
    let line = egui::Rect::from_min_max(from, ui.cursor().min).with_max_x(ui.max_rect().right());
    if !ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default(judged()), true)) {
        ui.scroll_to_rect(line, Some(egui::Align::Center));
    }
    if let (Answering::Numeric { unit, .. }, Some(number)) = (answering, outcome.number) {
        let answer = lang.text("quiz-number", &[("number", Value::text(lang.decimal(&plain(number)))), ("unit", Value::text(unit))]);
        let answer = lang.text("quiz-right-answer", &[("answer", Value::text(answer))]);
        words(ui, &Words::new(answer, Size::Body).weight(Weight::Medium));
    }
    if let Answering::Place { off_mm: Some(off_mm), .. } | Answering::Depth { off_mm: Some(off_mm), .. } = answering
        && *off_mm > 0.0
    {
        let off = lang.text("value-mm", &[("value", Value::number(*off_mm, 1))]);
        words(ui, &Words::new(lang.text("quiz-off", &[("off", Value::text(off))]), Size::Body).weight(Weight::Medium));
    }
    words(ui, &Words::new(&outcome.explanation, Size::Body));
    if outcome.disputed {
        badge(ui, &outcome.certainty.say(lang), State::Attention);
    } else {
        words(ui, &Words::new(outcome.certainty.say(lang), Size::Small).colour(theme.muted));
    }
    let source = lang.text("quiz-source", &[("source", Value::text(&outcome.source))]);
    words(ui, &Words::new(source, Size::Small).colour(theme.muted));
}

/// Check, then next. Enter does it too.
fn forward(ui: &mut Ui, model: &Item, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let (id, does, ready) = match &model.outcome {
        None if model.clock.is_some() => ("quiz-give", Action::Check, model.answering.is_given()),
        None => ("quiz-check", Action::Check, model.answering.is_given()),
        Some(_) if model.position >= model.items => ("quiz-finish", Action::Next, true),
        Some(_) => ("word-next", Action::Next, true),
    };
    let mut clicked = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme.gap(), 0.0);
        let (label, tip) = (lang.text(id, &[]), lang.text("quiz-forward-tip", &[]));
        let icon = if does == Action::Next { Icon::TickOn } else { Icon::Check };
        clicked = Button::new(&label, Kind::Primary, tip).icon(icon).enabled(ready).show(ui).clicked();
    });
    // Enter on a focused button presses that button already.
    let entered = ui.input(|input| input.key_pressed(Key::Enter)) && !clicked;
    (ready && (clicked || entered)).then_some(does)
}
