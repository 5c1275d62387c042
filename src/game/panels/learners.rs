//! Who plays: the learners of this machine, each with what is theirs; one is chosen, added, guarded by a PIN, or deleted with all of it.

use super::Phrase;
use super::widget::{Button, Icon, Kind, Typed, Words, badge, caption, cards, enter_alone, field, layout, mark, modal, page, words};
use crate::game::theme::{Size, State, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Key, Sense, Ui, vec2};

/// Longest name and PIN, letters.
const NAME: usize = 80;
const PIN: usize = 24;

/// A learner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Learner {
    /// What they call themselves.
    pub name: String,
    /// Code that stands for the name.
    pub code: String,
    /// Whether a PIN is asked for.
    pub pin: bool,
    /// Attempts that are kept.
    pub attempts: usize,
    /// Answers to quiz items that are kept.
    pub answers: usize,
    /// They play now.
    pub plays: bool,
}

/// A question that stands over the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// The PIN of the learner of this index, who is to play.
    Enter(usize, String),
    /// A new learner: name, and PIN or nothing.
    Add(String, String),
    /// A new PIN for the learner of this index.
    Pin(usize, String),
    /// Whether the learner of this index is to go, with the PIN where one is asked for.
    Delete(usize, Option<String>),
}

/// The learners.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// In the order in which they came.
    pub learners: Vec<Learner>,
    /// A guest plays.
    pub guest: bool,
    /// A question that stands over the page.
    pub form: Option<Form>,
    /// What came of what was done last.
    pub told: Option<(Phrase, State)>,
}

/// What a person did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Let the learner of this index play.
    Play(usize),
    /// Play as a guest.
    Guest,
    /// Begin to add a learner.
    New,
    /// Begin to set the PIN of the learner of this index.
    SetPin(usize),
    /// Take the PIN of the learner of this index away.
    RemovePin(usize),
    /// Ask whether the learner of this index is to be deleted.
    Delete(usize),
    /// Typed a name.
    Name(String),
    /// Typed a PIN.
    Type(String),
    /// Do what the question asks.
    Confirm,
    /// Leave the question.
    Cancel,
    /// Go back.
    Back,
}

/// Shows the learners. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let points = theme.size(Size::Body);
    let room = ui.ctx().content_rect().width() - 2.0 * theme.margin();
    let fit = ((room + theme.gap()) / (points * 22.0 + theme.gap())).floor().max(1.0) as usize;
    let across = fit.min(3).min(model.learners.len().max(2));
    let width = across as f32 * (points * 25.0 + theme.gap());
    if let Some(form) = &model.form {
        // The question takes all.
        ui.painter().rect_filled(ui.ctx().content_rect(), 0.0, theme.ground);
        let action = modal(ui, "learners-form", points * 24.0, |ui| question(ui, form, model, lang));
        return action.or_else(|| ui.input(|input| input.key_pressed(Key::Escape)).then_some(Action::Cancel));
    }
    let (back, action) = page(ui, "learners", &lang.text("menu-learners", &[]), width, lang, |ui| {
        words(ui, &Words::new(lang.text("menu-learners-intro", &[]), Size::Body).colour(theme.muted));
        let mut action = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(theme.gap(), 6.0);
            let mut press = |id: &str, kind, icon, does: Action| {
                let (label, tip) = (lang.text(id, &[]), lang.text(&format!("{id}-tip"), &[]));
                if Button::new(&label, kind, tip).icon(icon).show(ui).clicked() {
                    action = Some(does);
                }
            };
            press("menu-learners-add", Kind::Quiet, Icon::Learner, Action::New);
            if !model.guest {
                press("menu-learners-guest", Kind::Quiet, Icon::Play, Action::Guest);
            }
        });
        if model.guest {
            badge(ui, &lang.text("menu-learners-guest-plays", &[]), State::Attention);
        }
        told(ui, model, lang);
        cards(ui, across, model.learners.len(), |ui, index| {
            action = card(ui, index, &model.learners[index], lang).or(action.take());
        });
        action
    });
    if back || ui.input(|input| input.key_pressed(Key::Escape)) {
        return Some(Action::Back);
    }
    let plays = || model.learners.iter().position(|learner| learner.plays);
    action.or_else(|| enter_alone(ui).then(plays).flatten().map(Action::Play))
}

fn told(ui: &mut Ui, model: &Model, lang: &Lang) {
    let Some((phrase, state)) = &model.told else { return };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        mark(ui, *state, Size::Body);
        words(ui, &Words::new(phrase.say(lang), Size::Body));
    });
}

/// The first letters of the first and last word of a name.
fn initials(name: &str) -> String {
    let first = |word: &str| word.chars().next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    let mut parts = name.split_whitespace();
    let begin = parts.next().map(first).unwrap_or_default();
    begin + &parts.next_back().map(first).unwrap_or_default()
}

fn card(ui: &mut Ui, index: usize, learner: &Learner, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let name = [("name", Value::text(&learner.name))];
    let mut action = None;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme.gap();
        let side = theme.size(Size::Heading) * 2.0;
        let (rect, _) = ui.allocate_exact_size(vec2(side, side), Sense::hover());
        ui.painter().circle_filled(rect.center(), side * 0.5, if learner.plays { theme.tint(theme.target) } else { theme.well });
        let letters = layout(ui, &Words::new(initials(&learner.name), Size::Body).weight(Weight::SemiBold), f32::INFINITY);
        ui.painter().galley(rect.center() - letters.size() * 0.5, letters, theme.text);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            words(ui, &Words::new(&learner.name, Size::Heading));
            let counts = [("attempts", Value::count(learner.attempts)), ("answers", Value::count(learner.answers)), ("code", Value::text(&learner.code))];
            caption(ui, lang.text("menu-learners-counts", &counts));
        });
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme.gap() * 0.6, 6.0);
        if learner.plays {
            badge(ui, &lang.text("menu-learners-plays", &[]), State::Target);
        }
        if learner.pin {
            badge(ui, &lang.text("menu-learners-guarded", &[]), State::Neutral);
        }
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme.gap() * 0.6, 6.0);
        let mut press = |id: &str, kind, icon: Option<Icon>, does: Action| {
            let (label, tip) = (lang.text(id, &[]), lang.text(&format!("{id}-tip"), &name));
            let button = Button::new(&label, kind, &tip).named(&tip);
            if icon.map_or_else(|| Button::new(&label, kind, &tip).named(&tip), |icon| button.icon(icon)).show(ui).clicked() {
                action = Some(does);
            }
        };
        if learner.plays {
            // Who plays has shown who they are: only they change what guards them.
            press(if learner.pin { "menu-learners-change-pin" } else { "menu-learners-set-pin" }, Kind::Quiet, None, Action::SetPin(index));
            if learner.pin {
                press("menu-learners-remove-pin", Kind::Quiet, None, Action::RemovePin(index));
            }
        } else {
            press("menu-learners-play", Kind::Primary, Some(Icon::Play), Action::Play(index));
        }
        press("menu-learners-delete", Kind::Danger, None, Action::Delete(index));
    });
    action
}

fn question(ui: &mut Ui, form: &Form, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let of = |index: usize| model.learners.get(index).cloned().unwrap_or_default();
    let who = |index: usize| [("name", Value::text(of(index).name))];
    let heading = |ui: &mut Ui, text: String| drop(words(ui, &Words::new(text, Size::Heading)));
    let muted = |ui: &mut Ui, text: String| drop(words(ui, &Words::new(text, Size::Body).colour(theme.muted)));
    let mut action = None;
    let (confirm, kind, ready) = match form {
        Form::Enter(index, pin) => {
            heading(ui, lang.text("menu-learners-enter", &who(*index)));
            action = secret(ui, "menu-learners-pin", pin, true, lang);
            ("menu-learners-play", Kind::Primary, !pin.is_empty())
        }
        Form::Add(name, pin) => {
            heading(ui, lang.text("menu-learners-add", &[]));
            let typed = field(ui, &lang.text("menu-learners-name", &[]), name, (false, true), NAME);
            action = said(typed, Action::Name);
            action = secret(ui, "menu-learners-pin-or-none", pin, false, lang).or(action);
            ("menu-learners-add", Kind::Primary, !name.trim().is_empty())
        }
        Form::Pin(index, pin) => {
            heading(ui, lang.text("menu-learners-new-pin", &who(*index)));
            muted(ui, lang.text("menu-learners-pin-about", &[]));
            action = secret(ui, "menu-learners-pin", pin, true, lang);
            ("menu-learners-set-pin", Kind::Primary, !pin.is_empty())
        }
        Form::Delete(index, pin) => {
            let learner = of(*index);
            heading(ui, lang.text("menu-learners-delete-ask", &who(*index)));
            let goes = [("attempts", Value::count(learner.attempts)), ("answers", Value::count(learner.answers))];
            words(ui, &Words::new(lang.text("menu-learners-delete-goes", &goes), Size::Body));
            muted(ui, lang.text("menu-learners-delete-stays", &[]));
            if let Some(pin) = pin {
                action = secret(ui, "menu-learners-pin-theirs", pin, true, lang);
            }
            ("menu-learners-delete", Kind::Danger, pin.as_ref().is_none_or(|pin| !pin.is_empty()))
        }
    };
    told(ui, model, lang);
    ui.add_space(theme.gap() * 0.3);
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme.gap(), 6.0);
        let label = lang.text(confirm, &[]);
        if Button::new(&label, kind, &label).enabled(ready).show(ui).clicked() {
            pressed = Some(Action::Confirm);
        }
        let label = lang.text("word-cancel", &[]);
        if Button::new(&label, Kind::Quiet, &label).show(ui).clicked() {
            pressed = Some(Action::Cancel);
        }
    });
    // Enter in an empty line confirms nothing.
    pressed.or(action).filter(|action| ready || *action != Action::Confirm)
}

fn said(typed: Typed, does: impl Fn(String) -> Action) -> Option<Action> {
    typed.text.map(does).or(typed.entered.then_some(Action::Confirm))
}

/// A PIN: typed, or pressed on a pad where there is no keyboard.
fn secret(ui: &mut Ui, id: &str, pin: &str, first: bool, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let typed = field(ui, &lang.text(id, &[]), pin, (true, first), PIN);
    let mut action = said(typed, Action::Type);
    let tip = lang.text("menu-learners-pad-tip", &[]);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for digit in ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"] {
            if Button::new(digit, Kind::Quiet, &tip).size(Size::Small).show(ui).clicked() && pin.chars().count() < PIN {
                action = Some(Action::Type(format!("{pin}{digit}")));
            }
        }
        let label = lang.text("menu-learners-wipe", &[]);
        if Button::new(&label, Kind::Plain, &label).size(Size::Small).enabled(!pin.is_empty()).show(ui).clicked() {
            action = Some(Action::Type(String::new()));
        }
    });
    ui.add_space(theme.gap() * 0.2);
    action
}
