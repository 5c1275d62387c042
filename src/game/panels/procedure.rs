//! The procedure screen: the rails, the strip and notices around the field. Every part can be off.

use super::widget::{Button, Icon, Kind, badge, card, height_of, keep_height, place};
use super::{Phrase, bench, consult, cross_section, depth, hint, inspection, labels, layout, map, meters, steps, strip, syringe};
use crate::game::input::Action as Control;
use crate::game::input::names::Names;
use crate::game::theme::{Size, State, Theme};
use crate::lang::Lang;
use bevy_egui::egui::{self, Align2, Rect, Ui, pos2, vec2};

/// Something that can be done now with a button.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// What it does.
    pub label: Phrase,
    /// More about it.
    pub tip: Phrase,
    /// What it is bound to.
    pub key: Option<Control>,
    /// Whether it is the one thing to do next.
    pub primary: bool,
}

/// What the procedure screen shows; a part that is none is off.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// Drill and steps.
    pub steps: Option<steps::Model>,
    /// What to do next.
    pub hint: Option<hint::Model>,
    /// Cross-section along the cannula.
    pub section: Option<cross_section::Model>,
    /// Depth at the port.
    pub depth: Option<depth::Model>,
    /// Force, speed, flow.
    pub meters: Option<meters::Model>,
    /// What the skin shows, while it is looked over: in the place of depth and meters.
    pub inspection: Option<inspection::Model>,
    /// The zone from above; shown where a rail has room for it.
    pub map: Option<map::Model>,
    /// What is left.
    pub syringe: Option<syringe::Model>,
    /// Layers, overlays, views.
    pub strip: Option<strip::Model>,
    /// Buttons below the hint.
    pub acts: Vec<Act>,
    /// A short notice at the top of the field, such as a whitening, while it lasts.
    pub notice: Option<(Phrase, State)>,
    /// Names over the patient.
    pub labels: Vec<labels::Label>,
    /// The preparation bench, while it is open.
    pub bench: Option<bench::Model>,
    /// The consultation, while it is open: then nothing else is shown.
    pub consult: Option<consult::Model>,
}

/// What a person did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// On the strip.
    Strip(strip::Action),
    /// At the bench.
    Bench(bench::Action),
    /// In the consultation.
    Consult(consult::Action),
    /// The act of this index.
    Act(usize),
    /// Press, speed or fine control.
    Set(syringe::Action),
    /// The menu was asked for.
    Menu,
}

/// Text size above which the rails say less.
pub(super) const LARGE: f32 = 1.3;
/// Buttons above which the steps say less in a small window.
const FEW: usize = 4;

/// Shows the procedure's panels over the scene. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    if let Some(model) = &model.consult {
        let part = layout::consult(ui.ctx().content_rect(), &theme).card;
        return consult::panel(ui, part, model, lang).map(Action::Consult);
    }
    let rails = layout::rails(ui.ctx().content_rect(), &theme);
    labels::paint(ui, rails.field, &model.labels, lang);
    // What can be done keeps its room; what is said above it scrolls where it is longer than the rest.
    let told = Rect::from_min_max(rails.left.min, pos2(rails.left.right(), rails.left.bottom() - height_of(ui, ACTS) - theme.gap()));
    let mut left = rails.left.top();
    place(ui, "left rail", told, Align2::LEFT_TOP, |ui| {
        if let Some(steps) = &model.steps {
            if theme.look.text > LARGE { steps::brief(ui, steps, lang) } else { steps::panel(ui, steps, model.acts.len() > FEW, lang) }
        }
        if let Some(hint) = &model.hint {
            hint::panel(ui, hint, lang);
        }
        left += ui.min_rect().height() + theme.gap();
    });
    left = left.min(told.bottom() + theme.gap());
    let acts = Rect::from_min_max(pos2(rails.left.left(), left), rails.left.max);
    let mut action = place(ui, ACTS, acts, Align2::LEFT_TOP, |ui| {
        let action = acts_card(ui, &model.acts, lang);
        keep_height(ui, ACTS);
        action
    });
    left += height_of(ui, ACTS) + theme.gap();
    // In the left rail where it has room, so that it keeps its place; else in the right one.
    let room = rails.left.bottom() - left;
    let beside_steps = room - 4.0 >= map::least(&theme);
    if beside_steps {
        place(ui, "map", Rect::from_min_max(pos2(rails.left.left(), left), rails.left.max), Align2::LEFT_TOP, |ui| map_below(ui, model, room, lang));
    }
    let set = place(ui, "right rail", rails.right, Align2::RIGHT_TOP, |ui| {
        let set = right(ui, model, lang, theme.look.text > LARGE);
        if !beside_steps {
            map_below(ui, model, rails.right.height(), lang);
        }
        set
    });
    action = action.or(set.map(Action::Set));
    if let Some(model) = &model.strip {
        action = strip::panel(ui, rails.strip, model, lang).map(Action::Strip).or(action);
    }
    if let Some((phrase, state)) = &model.notice {
        notice(ui, rails.field, &phrase.say(lang), *state);
    }
    if let Some(model) = &model.bench {
        return bench::panel(ui, model, lang).map(Action::Bench);
    }
    action
}

/// Name of the place of what can be done.
const ACTS: &str = "acts";

/// What can be done now, and the menu; at a large text size the menu is a sign beside the last act.
fn acts_card(ui: &mut Ui, acts: &[Act], lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let beside = theme.look.text > LARGE && !acts.is_empty();
    // Words that say what to do come before what does it.
    let size = if beside && theme.unit < 0.95 { Size::Small } else { Size::Body };
    let (label, tip) = (lang.text("hud-menu", &[]), lang.text("hud-menu-tip", &[]));
    let menu = Button::new(&label, Kind::Quiet, tip).icon(Icon::Pause).size(if beside { size } else { Size::Small }).bare(beside);
    let mut action = None;
    card(ui, |ui| {
        let room = ui.available_width() - menu.width(ui) - ui.spacing().item_spacing.x;
        let (last, before) = if beside { acts.split_last().map_or((None, acts), |(last, before)| (Some(last), before)) } else { (None, acts) };
        for (i, act) in before.iter().enumerate() {
            action = act_button(ui, act, size, lang).then_some(Action::Act(i)).or(action);
        }
        let ended = |ui: &mut Ui| {
            let high = last.map_or(0.0, |act| {
                let own = ui.scope(|ui| {
                    ui.set_max_width(room);
                    action = act_button(ui, act, size, lang).then_some(Action::Act(before.len())).or(action);
                });
                own.response.rect.height()
            });
            action = menu.least(high).show(ui).clicked().then_some(Action::Menu).or(action);
        };
        if beside { ui.horizontal_top(|ui| ended(ui)).inner } else { ended(ui) }
    });
    action
}

fn act_button(ui: &mut Ui, act: &Act, size: Size, lang: &Lang) -> bool {
    let kind = if act.primary { Kind::Primary } else { Kind::Quiet };
    let tip = act.tip.say(lang);
    let tip = act.key.map_or_else(|| tip.clone(), |key| Names::of(ui.ctx()).tip(tip.clone(), key, lang));
    Button::new(&act.label.say(lang), kind, tip).size(size).full().show(ui).clicked()
}

/// The map, where what is in a rail of a height leaves it room.
fn map_below(ui: &mut Ui, model: &Model, height: f32, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let Some(map) = &model.map else { return };
    let used = ui.min_rect().height();
    let room = height - used - 4.0 - if used > 1.0 { theme.gap() } else { 0.0 };
    if room >= map::least(&theme) {
        map::panel(ui, map, room, lang);
    }
}

/// The right rail; at a large text size what is needed at every moment comes first and the rest scrolls.
fn right(ui: &mut Ui, model: &Model, lang: &Lang, large: bool) -> Option<syringe::Action> {
    let section = |ui: &mut Ui| {
        if let Some(section) = &model.section {
            cross_section::panel(ui, section, lang);
        }
    };
    if !large {
        section(ui);
    }
    if let Some(inspection) = &model.inspection {
        inspection::panel(ui, inspection, lang);
    } else {
        if let Some(depth) = &model.depth {
            depth::panel(ui, depth, lang);
        }
        if let Some(meters) = &model.meters {
            meters::panel(ui, meters, lang);
        }
    }
    // In a large text size what is steered by comes before what is left.
    if large {
        section(ui);
    }
    model.syringe.as_ref().and_then(|syringe| syringe::panel(ui, syringe, lang))
}

fn notice(ui: &Ui, field: Rect, text: &str, state: State) {
    let theme = Theme::of(ui.ctx());
    let area = egui::Area::new(egui::Id::new("fanline notice")).fixed_pos(pos2(field.center().x, field.top())).pivot(Align2::CENTER_TOP);
    let area = area.constrain(false).fade_in(false).interactable(false).default_width(field.width());
    area.show(ui.ctx(), |ui| {
        ui.set_max_width(field.width());
        let frame = egui::Frame::new().fill(theme.page()).corner_radius(20.0).inner_margin(vec2(2.0, 2.0));
        frame.show(ui, |ui| badge(ui, text, state));
    });
}
