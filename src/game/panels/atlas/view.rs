//! How the patient is looked at: down to which layer, where it is cut, from where.

use super::super::Phrase;
use super::super::strip::view_tip;
use super::super::widget::{Button, Icon, Kind, Words, card, layout, paint_icon, place, slider};
use super::Action;
use crate::game::input::Action as Control;
use crate::game::input::names::Names;
use crate::game::theme::{Size, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Align2, Area, Frame, Id, Margin, Rect, Sense, Ui, WidgetInfo, WidgetType, vec2};

/// A plane that cuts the body.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cut {
    /// Distance of the plane from the middle of the site, mm.
    pub at_mm: f32,
    /// Turn of the plane seen from the front, degrees: at 0 the patient's left is taken away.
    pub turn_deg: f32,
}

impl Cut {
    /// How far the plane may stand from the middle, mm.
    pub const REACH_MM: f32 = 80.0;
}

/// How the patient is looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// Down to which layer, 0 (skin) to 5 (bone).
    pub layer: f32,
    /// The cut, when there is one.
    pub cut: Option<Cut>,
    /// Names of the sites, with what they are.
    pub sites: Vec<(Phrase, Phrase)>,
    /// The site that is looked at.
    pub site: usize,
    /// Names of the views, in the order of their number keys.
    pub views: Vec<Phrase>,
    /// The view that is taken.
    pub view: Option<usize>,
}

/// Names of the layers by the slider's stops.
const STOPS: [&str; 6] = ["atlas-layer-skin", "atlas-layer-dermis", "atlas-layer-fat", "atlas-layer-smas", "atlas-layer-muscle", "atlas-layer-bone"];

/// Shows sliders and views at the bottom of a part of the window: as wide as they are, or wrapped over the part where they are wider.
pub(super) fn strip(ui: &Ui, part: Rect, model: &View, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    if theme.look.text > 1.3 {
        return place(ui, "atlas strip", part, Align2::CENTER_BOTTOM, |ui| card(ui, |ui| rows(ui, model, lang, true)));
    }
    let area = Area::new(Id::new("fanline atlas strip")).fixed_pos(part.center_bottom()).pivot(Align2::CENTER_BOTTOM);
    let shown = area.constrain(false).fade_in(false).show(ui.ctx(), |ui| {
        ui.set_max_width(part.width());
        let frame = Frame::new().fill(theme.card).stroke(theme.hairline()).corner_radius(14.0).inner_margin(Margin::symmetric(12, 8));
        frame.show(ui, |ui| rows(ui, model, lang, false)).inner
    });
    shown.inner
}

fn line<R>(ui: &mut Ui, wrapped: bool, content: impl FnOnce(&mut Ui) -> R) {
    if wrapped {
        ui.horizontal_wrapped(content);
    } else {
        ui.horizontal(content);
    }
}

fn rows(ui: &mut Ui, model: &View, lang: &Lang, wrapped: bool) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let points = theme.size(Size::Small);
    let wide = (130.0 * theme.unit).round().max(90.0);
    let mut action = None;
    ui.spacing_mut().item_spacing.y = 4.0;
    line(ui, wrapped, |ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 2.0);
        let stop = STOPS[(model.layer.round() as usize).min(STOPS.len() - 1)];
        // As wide as the longest name, so that the slider does not wander.
        let widest = STOPS.iter().map(|id| layout(ui, &named(&lang.text(id, &[])), f32::INFINITY).size().x).fold(0.0, f32::max);
        let names = Names::of(ui.ctx());
        let galley = layout(ui, &named(&lang.text(stop, &[])), f32::INFINITY);
        let (rect, response) = ui.allocate_exact_size(vec2(widest + points * 2.0, points * 1.85), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, galley.text()));
        let ink = if model.layer > 0.0 { theme.target } else { theme.muted };
        paint_icon(ui.painter(), Icon::Layers, rect.left_center() + vec2(points * 0.7, 0.0), points * 1.15, ink);
        let at = rect.left_center() + vec2(points * 1.7, -galley.size().y * 0.5);
        ui.painter().galley(at, galley, theme.text);
        let (label, tip) = (lang.text("atlas-layer", &[]), names.tip(lang.text("atlas-layer-tip", &[]), Control::Layer, lang));
        action = slider(ui, &label, model.layer, 0.0..=5.0, 0.1, wide * 1.3, &tip).1.map(Action::Layer).or(action);
        let (label, tip) = (lang.text("hud-overlay-cut-away", &[]), names.tip(lang.text("atlas-cut-tip", &[]), Control::CutAway, lang));
        if Button::new(&label, Kind::Plain, tip).icon(Icon::CutAway).size(Size::Small).on(model.cut.is_some()).show(ui).clicked() {
            action = Some(Action::CutAway);
        }
        if let Some(cut) = model.cut {
            let place = lang.text("atlas-cut-at-value", &[("value", Value::number(f64::from(cut.at_mm), 0))]);
            let turn = lang.text("atlas-cut-turn-value", &[("value", Value::number(f64::from(cut.turn_deg), 0))]);
            let reach = -Cut::REACH_MM..=Cut::REACH_MM;
            let at = small(ui, "atlas-cut-at", &place, (cut.at_mm, reach, 2.0), wide * 0.8, lang);
            action = at.map(Action::CutAt).or(action);
            ui.add_space(points * 0.6);
            let turned = small(ui, "atlas-cut-turn", &turn, (cut.turn_deg, -180.0..=180.0, 5.0), wide * 0.8, lang);
            action = turned.map(Action::CutTurn).or(action);
        }
    });
    line(ui, wrapped, |ui| {
        ui.spacing_mut().item_spacing = vec2(2.0, 2.0);
        for (i, view) in model.views.iter().enumerate() {
            let name = view.say(lang);
            let tip = view_tip(ui, &name, i, lang);
            let label = format!("{} {name}", i + 1);
            if Button::new(&label, Kind::Plain, tip).size(Size::Small).one_of(model.view == Some(i)).show(ui).clicked() {
                action = Some(Action::View(i));
            }
        }
    });
    action
}

fn named(text: &str) -> Words {
    Words::new(text, Size::Small).weight(Weight::Medium)
}

/// A value and its slider, kept together on a line.
fn small(ui: &mut Ui, id: &str, value: &str, slide: (f32, std::ops::RangeInclusive<f32>, f32), width: f32, lang: &Lang) -> Option<f32> {
    let theme = Theme::of(ui.ctx());
    let (label, tip) = (lang.text(id, &[]), lang.text(&format!("{id}-tip"), &[]));
    let points = theme.size(Size::Small);
    let galley = layout(ui, &Words::new(value, Size::Small).colour(theme.muted), f32::INFINITY);
    let room = galley.size().x.max(points * 3.2);
    if ui.layout().main_wrap() && ui.available_size_before_wrap().x < width + room + 4.0 {
        ui.end_row();
    }
    let (now, range, step) = slide;
    let moved = slider(ui, &label, now, range, step, width, &tip).1;
    let (rect, _) = ui.allocate_exact_size(vec2(room, points * 1.85), Sense::hover());
    ui.painter().galley(rect.left_center() - vec2(0.0, galley.size().y * 0.5), galley, theme.muted);
    moved
}
