//! The controls: what each key, button and stick does, and how they behave.

use std::sync::Arc;

use super::widget::{Button, Icon, Kind, Words, caption, filled_card, layout, mark, page, row, toggle, words};
use crate::game::input::options::{Amount, Switch};
use crate::game::input::{Action as Control, Binding, Bindings, Device, Group, Options};
use crate::game::theme::{Size, State, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Id, Key, Ui, UiBuilder, vec2};

/// A key that does two things at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What it was just given to.
    pub action: Control,
    /// The key.
    pub binding: Binding,
    /// What has it too.
    pub others: Vec<Control>,
}

/// The page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// What does what.
    pub bindings: Arc<Bindings>,
    /// How they behave.
    pub options: Options,
    /// The part of the list that is shown, a place in [`Group::ALL`].
    pub group: usize,
    /// What a key is being asked for.
    pub waiting: Option<(Control, Device)>,
    /// What does two things at once since the last change.
    pub notice: Option<Notice>,
    /// Whether a gamepad is connected.
    pub gamepad: bool,
    /// Whether the practice-ground can be entered from here.
    pub ground: bool,
}

/// What a person did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Another part of the list.
    Group(usize),
    /// A new key for an action.
    Ask(Control, Device),
    /// A switch.
    Switch(Switch, bool),
    /// A number.
    Amount(Amount, f64),
    /// The key that does two things shall do the newer one alone.
    OnlyHere,
    /// The last change was none.
    Undo,
    /// Everything as it was at first.
    Reset,
    /// To the practice-ground.
    Ground,
    /// Go back.
    Back,
}

/// Text size above which a row's name stands above its keys.
const LARGE: f32 = 1.3;

/// Shows the controls. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let width = theme.size(Size::Body) * 52.0;
    let (back, action) = page(ui, "controls", &lang.text("controls", &[]), width, lang, |ui| {
        caption(ui, lang.text("controls-about", &[]));
        let mut action = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(theme.gap() * 0.6, 6.0);
            let mut button = |id: &str, icon, wanted| {
                let (label, tip) = (lang.text(id, &[]), lang.text(&format!("{id}-tip"), &[]));
                if Button::new(&label, Kind::Quiet, tip).icon(icon).show(ui).clicked() {
                    action = Some(wanted);
                }
            };
            if model.ground {
                button("controls-ground", Icon::Play, Action::Ground);
            }
            button("controls-reset", Icon::Restart, Action::Reset);
        });
        if let Some(notice) = &model.notice {
            action = filled_card(ui, theme.page(), |ui| clash(ui, notice, lang)).or(action);
        }
        // The fields keep their places for the keyboard, whether or not there is something to tell above them.
        let fixed = UiBuilder::new().id(Id::new("fanline controls list"));
        action = ui.scope_builder(fixed, |ui| filled_card(ui, theme.page(), |ui| list(ui, model, lang))).inner.or(action);
        filled_card(ui, theme.page(), |ui| behaviour(ui, model, lang)).or(action)
    });
    // While a key is asked for, Escape gives that up and nothing else.
    let escape = model.waiting.is_none() && ui.input(|input| input.key_pressed(Key::Escape));
    if back || escape { Some(Action::Back) } else { action }
}

/// What does two things at once, and what can be done about it.
fn clash(ui: &mut Ui, notice: &Notice, lang: &Lang) -> Option<Action> {
    let name = |action: &Control| lang.text(&action.id(), &[]);
    let others = notice.others.iter().map(name).collect::<Vec<_>>().join(", ");
    let values = [("key", Value::text(notice.binding.say(lang))), ("action", Value::text(name(&notice.action))), ("others", Value::text(&others))];
    ui.horizontal(|ui| {
        mark(ui, State::Attention, Size::Body);
        words(ui, &Words::new(lang.text("controls-clash", &values), Size::Body));
    });
    let mut action = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        for (id, wanted) in [("controls-only-here", Action::OnlyHere), ("controls-undo", Action::Undo)] {
            let (label, tip) = (lang.text(id, &values), lang.text(&format!("{id}-tip"), &values));
            if Button::new(&label, Kind::Quiet, tip).show(ui).clicked() {
                action = Some(wanted);
            }
        }
    });
    action
}

/// The parts of the list, and the one that is chosen.
fn list(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let mut action = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme.gap() * 0.5, 6.0);
        for (index, group) in Group::ALL.into_iter().enumerate() {
            let (label, tip) = (lang.text(group.id(), &[]), lang.text(&format!("{}-tip", group.id()), &[]));
            if Button::new(&label, Kind::Quiet, tip).one_of(index == model.group).show(ui).clicked() {
                action = Some(Action::Group(index));
            }
        }
    });
    let large = theme.look.text > LARGE;
    let heads = Device::ALL.map(|device| lang.text(device.id(), &[]));
    // Beside the actions' names, or in a large text size below them.
    let named = usize::from(!large);
    ui.columns(3 + named, |columns| {
        for (column, head) in columns[named..].iter_mut().zip(heads) {
            caption(column, head);
        }
    });
    let group = Group::ALL.get(model.group).copied().unwrap_or(Group::Hand);
    for control in Control::ALL.iter().copied().filter(|control| control.group() == group) {
        action = line(ui, model, control, large, lang).or(action);
    }
    if !model.gamepad {
        caption(ui, lang.text("controls-no-gamepad", &[]));
    }
    if group == Group::Panels {
        caption(ui, lang.text("controls-fixed", &[]));
    }
    action
}

/// An action and its three keys.
fn line(ui: &mut Ui, model: &Model, control: Control, large: bool, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let name = lang.text(&control.id(), &[]);
    let mut action = None;
    let mut cells = |columns: &mut [Ui]| {
        for (column, device) in columns.iter_mut().zip(Device::ALL) {
            let waiting = model.waiting == Some((control, device));
            let bound = model.bindings.say(control, device, lang);
            let label = match () {
                () if waiting => lang.text(match device {
                    Device::Keyboard => "controls-press-key",
                    Device::Mouse => "controls-press-mouse",
                    Device::Gamepad => "controls-press-gamepad",
                }, &[]),
                () if bound.is_empty() => lang.text("controls-nothing", &[]),
                () => bound.clone(),
            };
            let clashes = model.bindings.clashes(control, device);
            let kind = if clashes.is_empty() { Kind::Quiet } else { Kind::Danger };
            let others = clashes.iter().map(|(other, _)| lang.text(&other.id(), &[])).collect::<Vec<_>>().join(", ");
            let values = [("action", Value::text(&name)), ("device", Value::text(lang.text(device.id(), &[]))), ("others", Value::text(&others))];
            let tip = lang.text(if clashes.is_empty() { "controls-change-tip" } else { "controls-clash-tip" }, &values);
            let said = lang.text("controls-field", &[("action", Value::text(&name)), ("device", Value::text(lang.text(device.id(), &[]))), ("key", Value::text(&label))]);
            let mut button = Button::new(&label, kind, tip).named(&said).size(Size::Small).full();
            if waiting {
                button = button.on(true);
            }
            if button.show(column).clicked() {
                action = Some(Action::Ask(control, device));
            }
            if !clashes.is_empty() {
                column.horizontal(|ui| {
                    mark(ui, State::Attention, Size::Small);
                    caption(ui, lang.text("controls-also", &values));
                });
            }
        }
    };
    if large {
        words(ui, &Words::new(&name, Size::Body).weight(Weight::Medium));
        ui.columns(3, |columns| cells(columns));
    } else {
        ui.columns(4, |columns| {
            let (first, rest) = columns.split_at_mut(1);
            first[0].add_space(theme.size(Size::Small) * 0.4);
            words(&mut first[0], &Words::new(&name, Size::Body));
            cells(rest);
        });
    }
    action
}

/// Numbers and switches.
fn behaviour(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let mut action = None;
    words(ui, &Words::new(lang.text("controls-behaviour", &[]), Size::Heading));
    for amount in Amount::ALL {
        action = number(ui, model, amount, lang).or(action);
    }
    for switch in Switch::ALL {
        let id = format!("controls-{}", switch.name());
        let on = model.options.is(switch);
        if toggle(ui, None, &lang.text(&id, &[]), on, &lang.text(&format!("{id}-tip"), &[])).clicked() {
            action = Some(Action::Switch(switch, !on));
        }
    }
    action
}

/// A number with two buttons that step it.
fn number(ui: &mut Ui, model: &Model, amount: Amount, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let value = model.options.amount(amount);
    let (least, most, step) = amount.range();
    let id = format!("controls-{}", amount.name());
    let name = Words::new(lang.text(&id, &[]), Size::Body);
    let shown = Words::new(lang.text("value-percent", &[("value", Value::number(value * 100.0, 0))]), Size::Body);
    let ways = [("controls-less", -step), ("controls-more", step)].map(|(way, step)| {
        let to = (value + step).clamp(least, most);
        (lang.text(way, &[("what", Value::text(&name.text))]), (to - value).abs() > 1e-9, Action::Amount(amount, to))
    });
    let signs = ["−", "+"];
    let tip = lang.text(&format!("{id}-tip"), &[]);
    let gap = theme.gap() * 0.6;
    let buttons: f32 = signs.iter().map(|sign| Button::new(sign, Kind::Quiet, "").width(ui) + gap).sum();
    let wide = |ui: &Ui, words: &Words| layout(ui, words, f32::INFINITY).size().x;
    let beside = wide(ui, &name) + wide(ui, &shown) + buttons + 2.0 * gap <= ui.available_width();
    let press = |ui: &mut Ui| {
        let mut action = None;
        for (sign, (label, enabled, wanted)) in signs.into_iter().zip(&ways) {
            if Button::new(sign, Kind::Quiet, format!("{label}. {tip}")).named(label).enabled(*enabled).show(ui).clicked() {
                action = Some(*wanted);
            }
        }
        action
    };
    if !beside {
        row(ui, &name, &[shown]);
        return ui.horizontal(|ui| press(ui)).inner;
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        ui.set_min_height(Button::new(signs[0], Kind::Quiet, "").height(ui));
        words(ui, &name);
        let spare = ui.available_width() - buttons - wide(ui, &shown);
        ui.add_space(spare.max(0.0));
        words(ui, &shown);
        press(ui)
    })
    .inner
}
