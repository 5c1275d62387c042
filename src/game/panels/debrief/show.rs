//! What to show on the patient: whose attempt, a map with its legend, and what else.

use super::{Action, Ghost, Legend, Map, Model, Show, Whose};
use crate::game::panels::widget::{Button, Icon, Kind, Words, bar, caption, card, dashed, layout, ribbon, toggle};
use crate::game::theme::{GHOST, Size, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Color32, Rect, Sense, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};

impl Show {
    fn parts(self) -> (&'static str, Icon) {
        match self {
            Self::HotSpots => ("debrief-show-hot-spots", Icon::HotSpots),
            Self::Layers => ("debrief-show-layers", Icon::Layers),
            Self::Cannula => ("debrief-show-cannula", Icon::Cannula),
            Self::Threads => ("debrief-show-threads", Icon::Drills),
        }
    }
}

impl Map {
    fn id(self) -> &'static str {
        match self {
            Self::Off => "debrief-map-off",
            Self::Dose => "debrief-map-dose",
            Self::Nodules => "debrief-map-nodules",
            Self::Response => "debrief-map-response",
            Self::Felt => "debrief-map-felt",
        }
    }
}

impl Ghost {
    /// What a choice of whose attempt is called.
    fn id(&self, whose: Whose) -> &'static str {
        match whose {
            Whose::Mine if self.trainee => "debrief-whose-trainee",
            Whose::Mine => "debrief-whose-mine",
            Whose::Both if self.reference => "debrief-whose-both-reference",
            Whose::Both => "debrief-whose-both",
            Whose::Other if self.reference => "debrief-whose-other-reference",
            Whose::Other => "debrief-whose-other",
        }
    }
}

pub(super) fn content(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let mut action = None;
    card(ui, |ui| {
        let theme = Theme::of(ui.ctx());
        if model.maps.len() > 1 {
            caption(ui, lang.text("debrief-map", &[]));
            action = choices(ui, &model.maps, model.map, Map::id, Action::Map, lang);
            if let Some(of) = &model.legend {
                legend(ui, of, lang);
            }
        }
        if let Some(of) = &model.ghost {
            ui.add_space(theme.gap() * 0.3);
            action = ghost(ui, of, lang).or(action.take());
        }
        if !model.show.is_empty() {
            ui.add_space(theme.gap() * 0.3);
            ui.spacing_mut().item_spacing.y = 2.0;
        }
        for &(show, on) in &model.show {
            let (id, icon) = show.parts();
            let (label, tip) = (lang.text(id, &[]), lang.text(&format!("{id}-tip"), &[]));
            if toggle(ui, Some(icon), &label, on, &tip).clicked() {
                action = Some(Action::Show(show, !on));
            }
        }
    });
    action
}

/// One of several, side by side where they fit.
fn choices<T: Copy + PartialEq>(ui: &mut Ui, all: &[T], now: T, id: impl Fn(T) -> &'static str, act: fn(T) -> Action, lang: &Lang) -> Option<Action> {
    let mut action = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for &one in all {
            let (label, tip) = (lang.text(id(one), &[]), lang.text(&format!("{}-tip", id(one)), &[]));
            if Button::new(&label, Kind::Plain, tip).size(Size::Small).on(one == now).show(ui).clicked() {
                action = Some(act(one));
            }
        }
    });
    action
}

/// Another's attempt: how far it has come, or whose is shown.
fn ghost(ui: &mut Ui, ghost: &Ghost, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let who = [("who", Value::text(ghost.who.say(lang)))];
    if ghost.failed {
        caption(ui, lang.text("debrief-ghost-failed", &who));
        return None;
    }
    if let Some(progress) = ghost.progress {
        caption(ui, lang.text("debrief-ghost-coming", &who));
        bar(ui, progress as f32, theme.info);
        return None;
    }
    caption(ui, lang.text("debrief-whose", &[]));
    let action = choices(ui, &[Whose::Mine, Whose::Both, Whose::Other], ghost.whose, |whose| ghost.id(whose), Action::Whose, lang);
    if ghost.whose == Whose::Both {
        let small = theme.size(Size::Small);
        let said = lang.text("debrief-ghost-key", &who);
        let words = layout(ui, &Words::new(&said, Size::Small).colour(theme.muted), ui.available_width() - small * 3.0);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), words.size().y), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &said));
        // On a light card the tone of the scene needs a darker edge.
        let y = rect.top() + small * 0.65;
        let ends = [pos2(rect.left(), y), pos2(rect.left() + small * 2.2, y)];
        let ink = if theme.look.dark { GHOST } else { GHOST.lerp_to_gamma(Color32::BLACK, 0.35) };
        dashed(ui.painter(), &ends, Stroke::new(3.0, ink));
        ui.painter().galley(pos2(rect.left() + small * 2.8, rect.top()), words, theme.muted);
    }
    action
}

/// A map's colours with their ends.
fn legend(ui: &mut Ui, of: &Legend, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let small = |text: String| Words::new(text, Size::Small).colour(theme.muted);
    let low = layout(ui, &small(lang.text("hud-number", &[("value", Value::number(0.0, 0))])), f32::INFINITY);
    let high = layout(ui, &small(of.most.say(lang)), f32::INFINITY);
    let name = layout(ui, &small(of.name.say(lang)), f32::INFINITY);
    // The name between the ends where it fits there, else over them.
    let beside = low.size().x + high.size().x + name.size().x + 2.0 * theme.size(Size::Small) <= ui.available_width();
    if !beside {
        caption(ui, of.name.say(lang));
    }
    let height = (9.0 * theme.unit).round().max(7.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let said = lang.text("say-map", &[("name", Value::text(of.name.say(lang))), ("most", Value::text(of.most.say(lang)))]);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &said));
    let steps = of.ramp.steps();
    ui.painter().add(ribbon(steps.iter().enumerate().map(|(i, [r, g, b])| {
        let x = rect.left() + rect.width() * i as f32 / (steps.len() - 1) as f32;
        ([pos2(x, rect.top()), pos2(x, rect.bottom())], Color32::from_rgb(*r, *g, *b))
    })));
    let (line, _) = ui.allocate_exact_size(vec2(rect.width(), low.size().y), Sense::hover());
    let right = Rect::from_min_size(pos2(line.right() - high.size().x, line.top()), high.size());
    let middle = pos2((line.left() + low.size().x + right.left()) * 0.5 - name.size().x * 0.5, line.top());
    ui.painter().galley(line.min, low, theme.muted);
    ui.painter().galley(right.min, high, theme.muted);
    if beside {
        ui.painter().galley(middle, name, theme.muted);
    }
}
