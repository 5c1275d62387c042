//! Things to press: buttons, toggles, answers.

use super::icon::{self, Icon};
use super::words::{Words, layout};
use crate::game::panels::told::{came, tell};
use crate::game::theme::{Size, State, Theme, Weight};
use bevy_egui::egui::{self, Color32, RectAlign, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2};

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::game::panels) enum Kind {
    /// The one thing to do next: filled teal.
    Primary,
    /// Outlined.
    Quiet,
    /// Bare until pointed at.
    Plain,
    /// Gives something up: outlined vermilion.
    Danger,
}

/// Whether Enter was pressed while nothing has the focus: then it means the first thing to do on the page. One that is held since the page
/// before means nothing here.
pub(in crate::game::panels) fn enter_alone(ui: &Ui) -> bool {
    let anew = |event: &egui::Event| matches!(event, egui::Event::Key { key: egui::Key::Enter, pressed: true, repeat: false, .. });
    ui.memory(|memory| memory.focused().is_none()) && ui.input(|input| input.events.iter().any(anew))
}

/// A button.
pub(in crate::game::panels) struct Button<'a> {
    label: &'a str,
    /// What it is called where its label alone does not say which it is.
    name: Option<&'a str>,
    kind: Kind,
    icon: Option<Icon>,
    tooltip: String,
    size: Size,
    full: bool,
    on: Option<bool>,
    one_of: bool,
    enabled: bool,
    bare: bool,
    least: f32,
}

impl<'a> Button<'a> {
    /// A button with its label and the tooltip that says what it does.
    pub(in crate::game::panels) fn new(label: &'a str, kind: Kind, tooltip: impl Into<String>) -> Self {
        let tooltip = tooltip.into();
        Self { label, name: None, kind, icon: None, tooltip, size: Size::Body, full: false, on: None, one_of: false, enabled: true, bare: false, least: 0.0 }
    }

    /// Its name for those who do not see where it stands: several buttons of a page may have one label.
    pub(in crate::game::panels) fn named(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    pub(in crate::game::panels) fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    pub(in crate::game::panels) fn size(mut self, size: Size) -> Self {
        self.size = size;
        self
    }

    /// Over the whole width, its label at the left.
    pub(in crate::game::panels) fn full(mut self) -> Self {
        self.full = true;
        self
    }

    /// A button that stays down.
    pub(in crate::game::panels) fn on(mut self, on: bool) -> Self {
        self.on = Some(on);
        self
    }

    /// One of several of which one is chosen.
    pub(in crate::game::panels) fn one_of(mut self, chosen: bool) -> Self {
        (self.on, self.one_of) = (Some(chosen), true);
        self
    }

    pub(in crate::game::panels) fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// The icon alone; the label is still read out and shown in the tooltip.
    pub(in crate::game::panels) fn bare(mut self, bare: bool) -> Self {
        self.bare = bare;
        self
    }

    /// At least so tall: as tall as what it stands beside.
    pub(in crate::game::panels) fn least(mut self, height: f32) -> Self {
        self.least = height;
        self
    }

    fn room(&self, theme: &Theme) -> (egui::Vec2, f32, f32) {
        let points = theme.size(self.size);
        let pad = match self.kind {
            Kind::Plain => vec2(points * 0.42, points * 0.34),
            _ => vec2(points * 0.95, points * 0.5),
        };
        (pad, points * 1.15, points * 0.45)
    }

    /// Height that the button wants where its label stays on one line.
    pub(in crate::game::panels) fn height(&self, ui: &Ui) -> f32 {
        let theme = Theme::of(ui.ctx());
        let (pad, icon, _) = self.room(&theme);
        layout(ui, &self.words(&theme, theme.text), f32::INFINITY).size().y.max(icon) + 2.0 * pad.y
    }

    /// Width that the button wants.
    pub(in crate::game::panels) fn width(&self, ui: &Ui) -> f32 {
        let theme = Theme::of(ui.ctx());
        let (pad, icon, gap) = self.room(&theme);
        let text = if self.bare { 0.0 } else { layout(ui, &self.words(&theme, theme.text), f32::INFINITY).size().x };
        let icon = if self.icon.is_some() { icon + if self.bare { 0.0 } else { gap } } else { 0.0 };
        text + icon + 2.0 * pad.x
    }

    fn words(&self, _: &Theme, colour: Color32) -> Words {
        let weight = if self.kind == Kind::Plain { Weight::Regular } else { Weight::Medium };
        Words::new(self.label, self.size).weight(weight).colour(colour)
    }

    pub(in crate::game::panels) fn show(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui.ctx());
        let (pad, icon_side, gap) = self.room(&theme);
        let lit = self.on == Some(true);
        let ink = match (self.kind, self.enabled) {
            (_, false) => theme.muted.gamma_multiply(0.8),
            (Kind::Primary, _) if theme.look.dark => Color32::from_rgb(0x0B, 0x1C, 0x19),
            (Kind::Primary, _) => Color32::WHITE,
            (Kind::Danger, _) => theme.fault,
            _ if lit => theme.ink(State::Target),
            (Kind::Plain, _) if self.on.is_some() => theme.muted,
            _ => theme.text,
        };
        let icon_room = match self.icon {
            Some(_) if self.bare => icon_side,
            Some(_) => icon_side + gap,
            None => 0.0,
        };
        let text_room = (ui.available_width() - icon_room - 2.0 * pad.x).max(theme.size(self.size));
        let galley = (!self.bare).then(|| layout(ui, &self.words(&theme, ink), text_room));
        let text = galley.as_ref().map_or(egui::Vec2::ZERO, |galley| galley.size());
        let natural = vec2(text.x + icon_room + 2.0 * pad.x, (text.y.max(icon_side) + 2.0 * pad.y).max(self.least));
        let size = if self.full { vec2(ui.available_width().max(natural.x), natural.y) } else { natural };
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(size, sense);
        let name = self.name.unwrap_or(self.label);
        response.widget_info(|| match self.on {
            Some(on) if self.one_of => WidgetInfo::selected(WidgetType::RadioButton, self.enabled, on, name),
            Some(on) => WidgetInfo::selected(WidgetType::Checkbox, self.enabled, on, name),
            None => WidgetInfo::labeled(WidgetType::Button, self.enabled, name),
        });
        if self.enabled {
            tell(ui, &response, name);
        }
        let near = ui.ctx().animate_bool_with_time(response.id, response.hovered() && self.enabled, theme.transition());
        let down = response.is_pointer_button_down_on();
        let (fill, outline) = match self.kind {
            Kind::Primary if self.enabled => {
                let fill = theme.target;
                (fill.lerp_to_gamma(theme.text, 0.16 * near + if down { 0.1 } else { 0.0 }), Stroke::NONE)
            }
            Kind::Danger => (theme.tint(theme.fault).gamma_multiply(near), Stroke::new(theme.outline(), theme.fault.gamma_multiply(0.6))),
            Kind::Primary | Kind::Quiet => {
                let fill = if lit { theme.tint(theme.target) } else { theme.well.gamma_multiply(0.55 + 0.9 * near) };
                // What is chosen has a stronger edge: a second sign beside the colour.
                (fill, if lit { Stroke::new(theme.outline() + 1.0, theme.target) } else { Stroke::new(theme.outline(), theme.muted.gamma_multiply(0.4)) })
            }
            Kind::Plain => (theme.well.gamma_multiply(near), Stroke::NONE),
        };
        let radius = 9.0_f32.min(rect.height() * 0.5);
        let painter = ui.painter();
        painter.rect(rect, radius, fill, outline, StrokeKind::Inside);
        focus_ring(ui, &theme, rect, radius, &response);
        let left = if self.full && self.kind != Kind::Primary {
            rect.left() + pad.x
        } else {
            rect.center().x - (text.x + icon_room) * 0.5
        };
        if let Some(icon) = self.icon {
            icon::paint(painter, icon, pos2(left + icon_side * 0.5, rect.center().y), icon_side, ink);
        }
        if lit && self.kind == Kind::Plain {
            // A second sign beside the colour.
            let y = rect.bottom() - 1.5;
            painter.hline(rect.left() + pad.x * 0.7..=rect.right() - pad.x * 0.7, y, Stroke::new(2.0, ink));
        }
        if let Some(galley) = galley {
            painter.galley(pos2(left + icon_room, rect.center().y - text.y * 0.5), galley, ink);
        }
        // What already stands on the button is not said again over its neighbours.
        let written = self.tooltip.is_empty() || self.tooltip == self.label;
        match written {
            true if self.bare => response.on_hover_text(self.label),
            true => response,
            false if self.full => tip(response, &self.tooltip),
            false => response.on_hover_text(self.tooltip),
        }
    }
}

/// Where the keyboard is, about a thing of a panel's own.
pub(in crate::game::panels) fn ring_of_focus(ui: &Ui, rect: egui::Rect, radius: f32, response: &Response) {
    focus_ring(ui, &Theme::of(ui.ctx()), rect, radius, response);
}

/// Where the keyboard is.
pub(super) fn focus_ring(ui: &Ui, theme: &Theme, rect: egui::Rect, radius: f32, response: &Response) {
    if came(ui, response) {
        response.scroll_to_me(None);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, radius, Stroke::new(theme.outline() + 1.0, theme.info), StrokeKind::Inside);
    }
}

/// Buttons in a row, which may wrap, of which one is down: its words, what it does, its action, whether it is the one.
pub(in crate::game::panels) fn one_of<A: Copy>(ui: &mut Ui, all: &[(String, String, A, bool)]) -> Option<A> {
    let gap = Theme::of(ui.ctx()).gap() * 0.6;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(gap, 6.0);
        let pressed = |(label, tip, action, on): &(String, String, A, bool)| {
            Button::new(label, Kind::Quiet, tip).one_of(*on).show(ui).clicked().then_some(*action)
        };
        all.iter().filter_map(pressed).last()
    })
    .inner
}

/// A name with a switch at the right, over the whole width.
pub(in crate::game::panels) fn toggle(ui: &mut Ui, icon: Option<Icon>, label: &str, on: bool, tooltip: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let points = theme.size(Size::Body);
    let (pad, track) = (points * 0.4, vec2(points * 1.9, points * 1.1));
    let width = ui.available_width();
    let ink = if on { theme.text } else { theme.muted };
    let longest = label.split_whitespace().max_by_key(|word| word.chars().count()).unwrap_or_default();
    let longest = layout(ui, &Words::new(longest, Size::Body), f32::INFINITY).size().x;
    let bare = width - track.x - points * 0.6;
    // The icon gives way to the words.
    let icon = icon.filter(|_| bare - points * 1.7 >= longest);
    let icon_room = if icon.is_some() { points * 1.7 } else { 0.0 };
    let size = if longest <= bare { Size::Body } else { Size::Small };
    let galley = layout(ui, &Words::new(label, size).colour(ink), bare - icon_room);
    let size = vec2(width, galley.size().y.max(track.y) + 2.0 * pad);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::Checkbox, true, on, label));
    tell(ui, &response, label);
    let near = ui.ctx().animate_bool_with_time(response.id.with("near"), response.hovered(), theme.transition());
    let way = ui.ctx().animate_bool_with_time(response.id.with("on"), on, theme.transition());
    let painter = ui.painter();
    // Words and switch keep to the column's edges; what shows that it is pointed at stands out a little.
    let around = rect.expand2(vec2(pad, 0.0));
    painter.rect_filled(around, 8.0, theme.well.gamma_multiply(near));
    if let Some(icon) = icon {
        let colour = if on { theme.target } else { theme.muted };
        icon::paint(painter, icon, pos2(rect.left() + points * 0.6, rect.center().y), points * 1.15, colour);
    }
    painter.galley(pos2(rect.left() + icon_room, rect.center().y - galley.size().y * 0.5), galley, ink);
    let slot = egui::Rect::from_center_size(pos2(rect.right() - track.x * 0.5, rect.center().y), track);
    let off = theme.muted.gamma_multiply(0.35);
    painter.rect_filled(slot, track.y * 0.5, off.lerp_to_gamma(theme.target, way));
    let knob = pos2(egui::lerp(slot.left() + track.y * 0.5..=slot.right() - track.y * 0.5, way), slot.center().y);
    painter.circle_filled(knob, track.y * 0.36, if theme.look.dark { theme.text } else { Color32::WHITE });
    focus_ring(ui, &theme, around, 8.0, &response);
    tip(response, tooltip)
}

/// A tip beside what goes over a whole column: below it, it would hide the next one. Where there is no room beside, below.
pub(in crate::game::panels) fn tip(response: Response, text: &str) -> Response {
    let (window, theme) = (response.ctx.content_rect(), Theme::of(&response.ctx));
    let left = response.rect.center().x > window.center().x + 1.0;
    // As wide as there is room there, if that is enough for a few words a line.
    let room = if left { response.rect.left() - window.left() } else { window.right() - response.rect.right() } - 24.0;
    let wide = if room > 7.0 * theme.size(Size::Body) { room } else { f32::INFINITY };
    let sides = if left { [RectAlign::LEFT, RectAlign::RIGHT] } else { [RectAlign::RIGHT, RectAlign::LEFT] };
    let else_where = [sides[1], RectAlign::BOTTOM_START, RectAlign::TOP_START];
    let mut tooltip = egui::Tooltip::for_enabled(&response);
    tooltip.popup = tooltip.popup.align(sides[0]).align_alternatives(&else_where);
    tooltip.show(|ui| {
        ui.set_max_width(ui.spacing().tooltip_width.min(wide));
        ui.label(text);
    });
    response
}

/// An answer to choose: a letter in a disc or square, and words, over the whole width. `verdict` colours it after the answer.
pub(in crate::game::panels) fn choice(
    ui: &mut Ui,
    letter: &str,
    text: &str,
    chosen: bool,
    many: bool,
    verdict: Option<State>,
    enabled: bool,
) -> Response {
    let theme = Theme::of(ui.ctx());
    let points = theme.size(Size::Body);
    let (pad, disc) = (points * 0.75, points * 1.7);
    let width = ui.available_width();
    let galley = layout(ui, &Words::new(text, Size::Body), width - 2.0 * pad - disc - points * 0.8 - points * 1.4);
    let size = vec2(width, galley.size().y.max(disc) + 1.3 * pad);
    let (rect, response) = ui.allocate_exact_size(size, if enabled { Sense::click() } else { Sense::hover() });
    let role = if many { WidgetType::Checkbox } else { WidgetType::RadioButton };
    response.widget_info(|| WidgetInfo::selected(role, enabled, chosen, text));
    if enabled {
        tell(ui, &response, text);
    }
    let colour = verdict.map_or(theme.target, |state| theme.state(state));
    let lit = chosen || verdict.is_some();
    let near = ui.ctx().animate_bool_with_time(response.id, enabled && response.hovered(), theme.transition());
    let painter = ui.painter();
    let fill = if lit { theme.tint(colour) } else { theme.well.gamma_multiply(0.5 + 0.6 * near) };
    let outline = Stroke::new(theme.outline(), if lit { colour.gamma_multiply(0.7) } else { theme.line });
    painter.rect(rect, 10.0, fill, outline, StrokeKind::Inside);
    let centre = pos2(rect.left() + pad + disc * 0.5, rect.center().y);
    let cap = egui::Rect::from_center_size(centre, egui::Vec2::splat(disc));
    let cap_radius = if many { disc * 0.25 } else { disc * 0.5 };
    let (cap_fill, ink) = if chosen { (colour, theme.page()) } else { (theme.well, theme.muted) };
    painter.rect_filled(cap, cap_radius, cap_fill);
    let letter = layout(ui, &Words::new(letter, Size::Small).weight(Weight::SemiBold).colour(ink), f32::INFINITY);
    painter.galley(centre - letter.size() * 0.5, letter, ink);
    painter.galley(pos2(cap.right() + points * 0.8, rect.center().y - galley.size().y * 0.5), galley, theme.text);
    if let Some(state) = verdict {
        let at = pos2(rect.right() - pad - points * 0.3, rect.center().y);
        super::shape::mark_at(painter, &theme, state, at, points * 0.36);
    }
    focus_ring(ui, &theme, rect, 10.0, &response);
    response
}
