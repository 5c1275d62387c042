//! Who is in the class, and how far each is with what is set.

use super::table::{Cell, Table};
use super::{Action, Field, Member, Roster, field};
use crate::game::panels::widget::{Button, Icon, Kind, Words, badge, caption, filled_card, words};
use crate::game::theme::{Size, State, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Key, Ui, vec2};

/// Letters of a name.
const LETTERS: usize = 80;

pub(super) fn content(ui: &mut Ui, model: &Roster, blind: bool, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let added = filled_card(ui, theme.page(), |ui| add(ui, model, lang));
    let done = filled_card(ui, theme.page(), |ui| {
        let count = [("count", Value::count(model.members.len()))];
        words(ui, &Words::new(lang.text("teach-members", &count), Size::Heading));
        if model.members.is_empty() {
            words(ui, &Words::new(lang.text("teach-members-none", &[]), Size::Body).colour(theme.muted));
            return None;
        }
        let heads = ["teach-name", "teach-code", "teach-account", "class-attempts", "class-assigned"].map(|id| lang.text(id, &[]));
        let heads: Vec<String> = heads.into_iter().enumerate().filter(|(column, _)| !blind || ![0, 2].contains(column)).map(|(_, head)| head).collect();
        let rows: Vec<Vec<Cell>> = model.members.iter().map(|member| cells(member, blind, lang)).collect();
        let tip = lang.text("teach-member-tip", &[]);
        let table = Table { heads: &heads, gives: if blind { 2 } else { 0 }, chosen: Some(model.chosen), tip: &tip };
        let (pressed, below) = table.show(ui, &rows, |ui, index| detail(ui, &model.members[index], model.removing, lang));
        pressed.map(Action::Choose).or(below)
    });
    added.or(done)
}

/// A name to add, and learners of this machine.
fn add(ui: &mut Ui, model: &Roster, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let mut action = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme.gap() * 0.6, 6.0);
        let width = (theme.size(Size::Body) * 16.0).min(ui.available_width() - 24.0);
        let (name, named) = field(ui, "class-name", &lang.text("teach-add-name", &[]), &model.name, width, LETTERS);
        let (account, accounted) = field(ui, "class-account", &lang.text("teach-add-account", &[]), &model.account, width, LETTERS);
        let entered = (name.lost_focus() || account.lost_focus()) && ui.input(|input| input.key_pressed(Key::Enter));
        let ready = !model.name.trim().is_empty();
        let (label, tip) = (lang.text("teach-add", &[]), lang.text("teach-add-tip", &[]));
        let clicked = Button::new(&label, Kind::Primary, tip).icon(Icon::Person).enabled(ready).show(ui).clicked();
        if entered {
            name.request_focus();
        }
        let typed = named.map(|text| Action::Type(Field::Name, text)).or(accounted.map(|text| Action::Type(Field::Account, text)));
        action = typed.or((ready && (clicked || entered)).then_some(Action::Enter(Field::Name)));
    });
    caption(ui, lang.text("teach-add-about", &[]));
    if !model.others.is_empty() {
        caption(ui, lang.text("teach-others", &[]));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(theme.gap() * 0.6, 6.0);
            for (index, name) in model.others.iter().enumerate() {
                let label = lang.text("teach-add-other", &[("name", Value::text(name))]);
                if Button::new(&label, Kind::Quiet, lang.text("teach-add-other-tip", &[])).size(Size::Small).show(ui).clicked() {
                    action = Some(Action::AddLearner(index));
                }
            }
        });
    }
    action
}

fn cells(member: &Member, blind: bool, lang: &Lang) -> Vec<Cell> {
    let done = member.due.iter().filter(|due| due.state == State::Target).count();
    let all = member.due.len();
    let (text, state) = if all == 0 {
        (lang.text("teach-nothing-set", &[]), None)
    } else {
        let far = lang.text("teach-done-of", &[("done", Value::count(done)), ("all", Value::count(all))]);
        let begun = member.due.iter().any(|due| due.state != State::Neutral);
        (far, Some(if done == all { State::Target } else if begun { State::Attention } else { State::Neutral }))
    };
    let due = match state {
        Some(state) => Cell::new(text).state(state),
        None => Cell::new(text),
    };
    let attempts = Cell::number(lang.text("hud-number", &[("value", Value::count(member.attempts))]));
    if blind {
        return vec![Cell::new(&member.code).strong(), attempts, due];
    }
    let account = member.account.as_deref().unwrap_or_default();
    vec![Cell::new(&member.shown).strong(), Cell::new(&member.code), Cell::new(account), attempts, due]
}

/// What one is set, and taking them off the roster.
fn detail(ui: &mut Ui, member: &Member, removing: bool, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let mut action = None;
    for due in &member.due {
        let id = match due.state {
            State::Target => "class-done",
            State::Neutral => "class-not-begun",
            _ => "class-under-way",
        };
        let mut text = format!("{}: {}", due.title, lang.text(id, &[]));
        if due.tries > 0 {
            text += &format!(" · {}", lang.text("teach-tries", &[("count", Value::count(due.tries as usize))]));
        }
        if let Some(best) = due.best {
            text += &format!(" · {} {}", lang.text("class-best", &[]), lang.number(best, 0));
        }
        badge(ui, &text, due.state);
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme.gap() * 0.6, 6.0);
        if removing {
            words(ui, &Words::new(lang.text("teach-remove-ask", &[("name", Value::text(&member.shown))]), Size::Body));
            let (label, tip) = (lang.text("teach-remove-yes", &[]), lang.text("teach-remove-tip", &[]));
            if Button::new(&label, Kind::Danger, tip).size(Size::Small).show(ui).clicked() {
                action = Some(Action::Remove);
            }
            let (label, tip) = (lang.text("teach-remove-no", &[]), lang.text("teach-remove-no-tip", &[]));
            if Button::new(&label, Kind::Quiet, tip).size(Size::Small).show(ui).clicked() {
                action = Some(Action::Removing(false));
            }
        } else {
            let (label, tip) = (lang.text("teach-remove", &[]), lang.text("teach-remove-tip", &[]));
            if Button::new(&label, Kind::Quiet, tip).size(Size::Small).show(ui).clicked() {
                action = Some(Action::Removing(true));
            }
        }
    });
    action
}
