//! The instructor's view of a class: who is in it, what they are set, what comes in, how they do, what is written out.
//!
//! **Invariant:** names and texts of a class come from strangers: a model has them in one line, without control characters, and a panel
//! cuts what does not fit.

mod assign;
mod board;
mod charts;
mod export;
mod model;
mod results;
mod roster;
mod table;

pub use model::{
    Action, Assign, Board, Body, Boxed, Chart, Curve, CurveStep, Due, Errors, Export, Field, Folder, Item, Member, Model, Offer, Refused, Results, Roster, Row, Tab,
};

use super::told::tell;
use super::widget::{Button, Icon, Kind, Words, badge, begin_at_top, caption, filled_card, one_of, page, words};
use crate::game::theme::{Size, State, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Id, Key, Response, TextEdit, Ui, vec2};

/// Shows the class. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    if let Body::Board(of) = &model.body
        && of.projector
    {
        return board::projector(ui, of, model.blind, lang);
    }
    let theme = Theme::of(ui.ctx());
    let typing = typing(ui);
    let width = theme.size(Size::Body) * 70.0;
    let (back, action) = page(ui, "class", &lang.text("teach-class", &[]), width, lang, |ui| {
        begin_at_top(ui, "class", model.tab.id());
        let opened = head(ui, model, lang);
        if let Some((said, state)) = &model.said {
            badge(ui, &said.say(lang), *state);
        }
        let done = match &model.body {
            Body::Coming => {
                words(ui, &Words::new(lang.text("teach-coming", &[]), Size::Body).colour(theme.muted));
                None
            }
            Body::Trouble(why) => filled_card(ui, theme.page(), |ui| {
                badge(ui, &lang.text("teach-trouble", &[]), State::Fault);
                words(ui, &Words::new(lang.text("teach-trouble-more", &[("trouble", Value::text(why))]), Size::Body));
                None
            }),
            Body::Roster(of) => roster::content(ui, of, model.blind, lang),
            Body::Assign(of) => assign::content(ui, of, lang),
            Body::Board(of) => board::content(ui, of, model.blind, lang),
            Body::Results(of) => results::content(ui, of, lang),
            Body::Export(of) => export::content(ui, of, model.blind, lang),
        };
        opened.or(done)
    });
    if back || (!typing && ui.input(|input| input.key_pressed(Key::Escape))) {
        return Some(Action::Back);
    }
    action
}

/// The tabs, and whether codes stand for names.
fn head(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let tabs = Tab::ALL.map(|tab| (lang.text(tab.id(), &[]), lang.text(&format!("{}-tip", tab.id()), &[]), tab, tab == model.tab));
    let opened = one_of(ui, &tabs).map(Action::Open);
    let (label, tip) = (lang.text("teach-blind", &[]), lang.text("teach-blind-tip", &[]));
    let id = if model.blind { "teach-blind-on" } else { "teach-blind-off" };
    let theme = Theme::of(ui.ctx());
    let mut action = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme.gap() * 0.6, 6.0);
        if Button::new(&label, Kind::Quiet, tip).icon(Icon::Person).size(Size::Small).on(model.blind).show(ui).clicked() {
            action = Some(Action::Blind(!model.blind));
        }
        caption(ui, lang.text(id, &[]));
    });
    opened.or(action)
}

/// Whether something had the keyboard before this pass: the Esc that takes it away leads nowhere else.
fn typing(ui: &Ui) -> bool {
    let id = Id::new("fanline class typing");
    let now = ui.ctx().text_edit_focused();
    ui.data_mut(|data| {
        let before = data.get_temp(id).unwrap_or(false);
        data.insert_temp(id, now);
        before || now
    })
}

/// A field for one line, over a width; gives its response and, where it was changed, its text.
fn field(ui: &mut Ui, id: &str, label: &str, text: &str, width: f32, letters: usize) -> (Response, Option<String>) {
    let theme = Theme::of(ui.ctx());
    let mut typed = text.to_owned();
    let edit = TextEdit::singleline(&mut typed)
        .id_salt(id)
        .font(theme.font(Size::Body, Weight::Regular))
        .hint_text(label)
        .desired_width(width)
        .char_limit(letters)
        // As high as a button beside it.
        .margin(vec2(10.0, (theme.size(Size::Body) * 0.5).round()));
    let response = ui.add(edit);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label));
    tell(ui, &response, label);
    let changed = (typed != text).then_some(typed);
    (response, changed)
}
