//! One field of a drill: words, a number, a choice; with what may stand there and what is wrong with what does.

use super::Action;
use crate::game::panels::quiz::number;
use crate::game::panels::told::tell;
use crate::game::panels::widget::{Button, Kind as Press, Words, caption, layout, mark, ring_of_focus, rule, slider, toggle, words};
use crate::game::theme::{Size, State, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Align, Id, Key, Layout, Response, TextEdit, Ui, vec2};

/// A field of the drill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the fields' of a drill's file")]
pub enum Name {
    Patient,
    Part,
    From,
    To,
    Reach,
    ReachOn,
    Product,
    Drawn,
    Planned,
    Maximum,
    Gauge,
    Tip,
    Length,
    Port,
    Instruments,
    Phases,
    Indication,
    History,
    Consents,
    Rubric,
    Limit,
    AssistsOn,
    Assists,
    Seeds,
    Title,
    Id,
    Site,
    Brief,
    Teaching,
}

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// What it is called.
    pub label: String,
    /// More about it; may be empty.
    pub tip: String,
    /// Whether it is chosen.
    pub on: bool,
    /// Whether that can be changed.
    pub free: bool,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// Words, in so many lines.
    Text {
        /// The words.
        value: String,
        /// Lines that are shown.
        lines: usize,
        /// Most letters.
        most: usize,
    },
    /// A number.
    Number {
        /// The number.
        value: f64,
        /// Its unit.
        unit: String,
        /// Least and greatest.
        range: (f64, f64),
        /// A step of the slider.
        step: f64,
        /// Digits behind the point.
        decimals: u8,
    },
    /// One of several, or any of them.
    Choice {
        /// What can be chosen.
        options: Vec<Offer>,
        /// Whether more than one can be.
        many: bool,
    },
    /// On or off.
    Switch(bool),
}

/// A field as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Which it is.
    pub name: Name,
    /// What it is called.
    pub label: String,
    /// What it is for; may be empty.
    pub note: String,
    /// What it holds.
    pub kind: Kind,
    /// What is wrong with it.
    pub wrong: Vec<String>,
    /// A line above it: another subject begins.
    pub apart: bool,
}

/// What became of a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Other words.
    Text(String),
    /// Another number.
    Number(f64),
    /// The option of this index was chosen, or given up.
    Choose(usize),
    /// Switched.
    Switch(bool),
}

/// Where the label of the field that is to be mended is kept until the field is shown.
fn to_mend() -> Id {
    Id::new("fanline editor mend")
}

/// The field of this label gets the keyboard when it is shown next.
pub(super) fn mend(ui: &Ui, label: &str) {
    ui.data_mut(|data| data.insert_temp(to_mend(), label.to_owned()));
}

/// Gives the keyboard to a field that is to be mended, and brings it into sight; once.
fn take(ui: &Ui, label: &str, response: &Response) {
    if ui.data(|data| data.get_temp::<String>(to_mend())).is_some_and(|wanted| wanted == label) {
        ui.data_mut(|data| data.remove::<String>(to_mend()));
        response.request_focus();
        response.scroll_to_me(Some(Align::Center));
    }
}

pub(super) fn fields(ui: &mut Ui, fields: &[Field], lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let mut action = None;
    for field in fields {
        if field.apart {
            rule(ui);
        }
        let change = ui.push_id(field.name, |ui| one(ui, field, lang)).inner;
        action = change.map(|change| Action::Set(field.name, change)).or(action);
        for wrong in &field.wrong {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                mark(ui, State::Attention, Size::Small);
                words(ui, &Words::new(wrong, Size::Small));
            });
        }
        ui.add_space((4.0 * theme.unit).round());
    }
    action
}

fn one(ui: &mut Ui, field: &Field, lang: &Lang) -> Option<Change> {
    match &field.kind {
        Kind::Text { value, lines, most } => {
            name(ui, field);
            text(ui, field, value, *lines, *most).map(Change::Text)
        }
        Kind::Number { value, unit, range, step, decimals } => figure(ui, field, (*value, unit, *range, *step, *decimals), lang).map(Change::Number),
        Kind::Choice { options, many } => {
            name(ui, field);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
                let mut chosen = None;
                for (i, option) in options.iter().enumerate() {
                    let said = format!("{}: {}", field.label, option.label);
                    let tip = if option.tip.is_empty() { &said } else { &option.tip };
                    let button = Button::new(&option.label, Press::Quiet, tip).named(&said).size(Size::Small).enabled(option.free);
                    let button = if *many { button.on(option.on) } else { button.one_of(option.on) };
                    let response = button.show(ui);
                    take(ui, &field.label, &response);
                    if response.clicked() {
                        chosen = Some(Change::Choose(i));
                    }
                }
                chosen
            })
            .inner
        }
        Kind::Switch(on) => {
            let response = toggle(ui, None, &field.label, *on, if field.note.is_empty() { &field.label } else { &field.note });
            take(ui, &field.label, &response);
            response.clicked().then_some(Change::Switch(!on))
        }
    }
}

/// What the field is called and what it is for.
fn name(ui: &mut Ui, field: &Field) {
    words(ui, &Words::new(&field.label, Size::Small).weight(Weight::Medium));
    if !field.note.is_empty() {
        caption(ui, &field.note);
    }
}

fn told(ui: &Ui, response: &Response, label: &str) {
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label));
    tell(ui, response, label);
    ring_of_focus(ui, response.rect, 6.0, response);
}

fn text(ui: &mut Ui, field: &Field, value: &str, lines: usize, most: usize) -> Option<String> {
    let theme = Theme::of(ui.ctx());
    let mut typed = value.to_owned();
    // One line is wrapped where it is longer than the field.
    let edit = TextEdit::multiline(&mut typed).desired_rows(lines);
    let edit = if lines > 1 { edit } else { edit.return_key(None) };
    let edit = edit.id_salt("text").font(theme.font(Size::Body, Weight::Regular)).desired_width(f32::INFINITY).char_limit(most).margin(vec2(8.0, 6.0));
    let response = ui.add(edit);
    told(ui, &response, &field.label);
    take(ui, &field.label, &response);
    if lines == 1 {
        if response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            response.surrender_focus();
        }
        typed.retain(|letter| letter != '\n');
    }
    (typed != value).then_some(typed)
}

/// A number that is typed or slid.
fn figure(ui: &mut Ui, field: &Field, (value, unit, range, step, decimals): (f64, &str, (f64, f64), f64, u8), lang: &Lang) -> Option<f64> {
    let theme = Theme::of(ui.ctx());
    let said = |value: f64| lang.text("hud-number", &[("value", Value::number(value, decimals))]);
    let mut wanted = None;
    let high = theme.size(Size::Body) * 2.1;
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.allocate_ui_with_layout(vec2(ui.available_width(), high), Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        if !unit.is_empty() {
            words(ui, &Words::new(unit, Size::Small).colour(theme.muted));
        }
        let id = Id::new("fanline editor number").with(field.name);
        let mut typed = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_else(|| said(value));
        let width = |value: f64| layout(ui, &Words::new(said(value), Size::Body).weight(Weight::Medium), f32::INFINITY).size().x;
        let widest = [value, range.0, range.1].map(width).into_iter().fold(theme.size(Size::Body) * 2.6, f32::max);
        let edit = TextEdit::singleline(&mut typed)
            .id_salt("number")
            .font(theme.font(Size::Body, Weight::Medium))
            .desired_width(widest + 12.0)
            .horizontal_align(Align::RIGHT)
            .char_limit(12)
            .margin(vec2(8.0, 4.0));
        let response = ui.add(edit);
        let range = lang.text("editor-range", &[("from", Value::number(range.0, decimals)), ("to", Value::number(range.1, decimals))]);
        told(ui, &response, &format!("{} {range}", field.label));
        take(ui, &field.label, &response);
        if response.has_focus() {
            if response.changed() {
                wanted = number(&typed).filter(|number| number.is_finite());
            }
            ui.data_mut(|data| data.insert_temp(id, typed));
        } else {
            ui.data_mut(|data| data.remove::<String>(id));
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            ui.data_mut(|data| data.remove::<String>(id));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(6.0, 0.0);
                words(ui, &Words::new(&field.label, Size::Small).weight(Weight::Medium));
                words(ui, &Words::new(range, Size::Small).colour(theme.muted));
            });
        });
    });
    let now = value.clamp(range.0, range.1) as f32;
    let (_, slid) = slider(ui, &field.label, now, range.0 as f32..=range.1 as f32, step as f32, ui.available_width(), &field.label);
    ui.spacing_mut().item_spacing.y = (6.0 * theme.unit).round().max(4.0);
    if !field.note.is_empty() {
        caption(ui, &field.note);
    }
    let round = [1.0, 10.0, 100.0, 1000.0][usize::from(decimals.min(3))];
    let slid = slid.map(|slid| (f64::from(slid) * round).round() / round);
    wanted.or(slid).filter(|wanted| *wanted != value)
}
