//! The strip below the field: layer slider, overlays, views.

use super::Phrase;
use super::widget::{Button, Icon, Kind, Words, layout, paint_icon, slider};
use crate::game::input::Action as Control;
use crate::game::input::names::Names;
use crate::game::theme::{Size, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Align2, Area, Frame, Id, Margin, Rect, Sense, Ui, vec2};

/// Something that can be drawn over the patient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Overlay {
    /// Dose on the skin.
    Dose,
    /// Vessels, nerves and glands.
    Hazards,
    /// Outline of the zone.
    Zone,
    /// Proposed entry points.
    Entry,
    /// A quarter cut away.
    CutAway,
    /// Borders and names of the regions.
    Regions,
    /// Where product must not go.
    NoGo,
    /// Tension lines.
    Tension,
    /// Landmarks.
    Landmarks,
}

impl Overlay {
    pub(super) fn icon(self) -> Icon {
        match self {
            Self::Dose => Icon::Dose,
            Self::Hazards => Icon::Hazards,
            Self::Zone => Icon::Zone,
            Self::Entry => Icon::Entry,
            Self::CutAway => Icon::CutAway,
            Self::Regions => Icon::Regions,
            Self::NoGo => Icon::NoGo,
            Self::Tension => Icon::Tension,
            Self::Landmarks => Icon::Landmarks,
        }
    }

    /// What it is bound to.
    pub(super) fn action(self) -> Control {
        match self {
            Self::Dose => Control::Dose,
            Self::Hazards => Control::Hazards,
            Self::Zone => Control::Zone,
            Self::Entry => Control::Proposed,
            Self::CutAway => Control::CutAway,
            Self::Regions => Control::Regions,
            Self::NoGo => Control::NoGo,
            Self::Tension => Control::Tension,
            Self::Landmarks => Control::Landmarks,
        }
    }

    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Dose => "hud-overlay-dose",
            Self::Hazards => "hud-overlay-hazards",
            Self::Zone => "hud-overlay-zone",
            Self::Entry => "hud-overlay-entry",
            Self::CutAway => "hud-overlay-cut-away",
            Self::Regions => "hud-overlay-regions",
            Self::NoGo => "hud-overlay-no-go",
            Self::Tension => "hud-overlay-tension",
            Self::Landmarks => "hud-overlay-landmarks",
        }
    }
}

/// What the strip shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// Layers taken off, 0 (the skin is whole) to 4 (down to deep tissue); none where it cannot be changed.
    pub peel: Option<f32>,
    /// Overlays that can be switched, and which are on.
    pub overlays: Vec<(Overlay, bool)>,
    /// Names of the views, in the order of their number keys.
    pub views: Vec<Phrase>,
    /// The view that is taken.
    pub view: Option<usize>,
}

impl Model {
    /// Leaves the views and the marks of the zone: what an exam does.
    pub fn exam(&mut self) {
        self.peel = None;
        self.overlays.retain(|(overlay, _)| *overlay == Overlay::Zone);
    }
}

/// What a person did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Take off so many layers.
    Peel(f32),
    /// Switch an overlay.
    Toggle(Overlay),
    /// Take a view.
    View(usize),
}

/// How much the strip says, from most to least.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    All,
    Numbers,
    /// Icons for the overlays, names for the views.
    Views,
    /// Icons for the overlays, names without numbers for the views.
    Names,
    Icons,
}

impl Detail {
    fn names_overlays(self) -> bool {
        matches!(self, Self::All | Self::Numbers)
    }
}

/// Shows the strip, centred at the bottom of a part of the window; says less where there is less room.
pub fn panel(ui: &mut Ui, part: Rect, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let inner = part.width() - 2.0 * 10.0;
    let (all, numbers, named, names, icons) = (Detail::All, Detail::Numbers, Detail::Views, Detail::Names, Detail::Icons);
    let fits = |detail: Detail, rows: u32| {
        let (over, seen) = width(ui, model, lang, detail);
        match (detail, rows) {
            (_, 1) => over + seen + 14.0 <= inner,
            // Signs may go over two lines.
            (Detail::Names, _) => seen <= inner,
            _ => over.max(seen) <= inner,
        }
    };
    // Words in two rows say more than signs in one.
    let ways = [(all, 1), (all, 2), (numbers, 1), (named, 1), (named, 2), (names, 2), (icons, 1), (icons, 2)];
    // Two rows of which one has signs alone are for large words.
    let ways = ways.into_iter().filter(|way| ![(named, 2), (names, 2)].contains(way) || theme.look.text > super::procedure::LARGE);
    let (detail, rows) = ways.into_iter().find(|(detail, rows)| fits(*detail, *rows)).unwrap_or((icons, 2));
    let area = Area::new(Id::new("fanline strip")).fixed_pos(part.center_bottom()).pivot(Align2::CENTER_BOTTOM);
    let shown = area.constrain(false).fade_in(false).show(ui.ctx(), |ui| {
        ui.set_max_width(part.width());
        let frame = Frame::new().fill(theme.card).stroke(theme.hairline()).corner_radius(14.0).inner_margin(Margin::symmetric(10, 7));
        let content = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing = vec2(2.0, 4.0);
            let mut action = None;
            if rows == 1 {
                ui.horizontal(|ui| {
                    action = action.or(overlays(ui, model, lang, detail));
                    gap(ui, &theme);
                    action = action.or(views(ui, model, lang, detail));
                });
            } else {
                ui.vertical_centered(|ui| {
                    ui.horizontal_wrapped(|ui| action = action.or(overlays(ui, model, lang, detail)));
                    ui.horizontal_wrapped(|ui| action = action.or(views(ui, model, lang, detail)));
                });
            }
            action
        };
        frame.show(ui, content).inner
    });
    shown.inner
}

fn gap(ui: &mut Ui, theme: &Theme) {
    let (rect, _) = ui.allocate_exact_size(vec2(14.0, theme.size(Size::Body) * 1.4), Sense::hover());
    ui.painter().vline(rect.center().x.round() + 0.5, rect.y_range(), theme.hairline());
}

fn slider_width(theme: &Theme) -> f32 {
    (84.0 * theme.unit).round().max(56.0)
}

fn overlays(ui: &mut Ui, model: &Model, lang: &Lang, detail: Detail) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let names = Names::of(ui.ctx());
    let mut action = None;
    if let Some(peel) = model.peel {
        let label = lang.text("hud-layers", &[]);
        let points = theme.size(Size::Small);
        let (rect, _) = ui.allocate_exact_size(vec2(points * 1.8, points * 1.9), Sense::hover());
        let ink = if peel > 0.0 { theme.target } else { theme.muted };
        paint_icon(ui.painter(), Icon::Layers, rect.center(), points * 1.15, ink);
        if detail.names_overlays() {
            let galley = layout(ui, &Words::new(&label, Size::Small).colour(ink), f32::INFINITY);
            let (rect, _) = ui.allocate_exact_size(galley.size() + vec2(points * 0.5, 0.0), Sense::hover());
            ui.painter().galley(rect.min, galley, ink);
        }
        let tip = names.tip(lang.text("hud-layers-tip", &[]), Control::Layer, lang);
        let (_, moved) = slider(ui, &label, peel, 0.0..=4.0, 0.1, slider_width(&theme), &tip);
        action = moved.map(Action::Peel);
        ui.add_space(points * 0.4);
    }
    for &(overlay, on) in &model.overlays {
        let label = lang.text(overlay.id(), &[]);
        let tip = names.tip(lang.text(&format!("{}-tip", overlay.id()), &[]), overlay.action(), lang);
        if overlay_button(&label, tip, overlay, on, detail).show(ui).clicked() {
            action = Some(Action::Toggle(overlay));
        }
    }
    action
}

fn overlay_button(label: &str, tip: String, overlay: Overlay, on: bool, detail: Detail) -> Button<'_> {
    let button = Button::new(label, Kind::Plain, tip).icon(overlay.icon()).size(Size::Small);
    button.on(on).bare(!detail.names_overlays())
}

fn view_label(number: usize, view: &Phrase, lang: &Lang, detail: Detail) -> String {
    match detail {
        Detail::All | Detail::Views => format!("{number} {}", view.say(lang)),
        Detail::Names => view.say(lang),
        Detail::Numbers | Detail::Icons => number.to_string(),
    }
}

fn views(ui: &mut Ui, model: &Model, lang: &Lang, detail: Detail) -> Option<Action> {
    let mut action = None;
    for (i, view) in model.views.iter().enumerate() {
        let label = view_label(i + 1, view, lang, detail);
        let tip = view_tip(ui, &view.say(lang), i, lang);
        if Button::new(&label, Kind::Plain, tip).size(Size::Small).one_of(model.view == Some(i)).show(ui).clicked() {
            action = Some(Action::View(i));
        }
    }
    action
}

/// What a view's button says, with what it is bound to.
pub(super) fn view_tip(ui: &Ui, name: &str, index: usize, lang: &Lang) -> String {
    let tip = lang.text("hud-view-tip", &[("view", Value::text(name))]);
    let views = [Control::View1, Control::View2, Control::View3, Control::View4, Control::View5, Control::View6];
    views.get(index).map_or_else(|| tip.clone(), |view| Names::of(ui.ctx()).tip(tip.clone(), *view, lang))
}

/// Widths of the overlays and of the views.
fn width(ui: &Ui, model: &Model, lang: &Lang, detail: Detail) -> (f32, f32) {
    let theme = Theme::of(ui.ctx());
    let points = theme.size(Size::Small);
    let (mut width, mut views) = (0.0, 0.0);
    if model.peel.is_some() {
        let label = Words::new(lang.text("hud-layers", &[]), Size::Small);
        let label = if !detail.names_overlays() { 0.0 } else { layout(ui, &label, f32::INFINITY).size().x + points * 0.5 };
        width += points * 2.2 + label + slider_width(&theme) + 10.0;
    }
    for &(overlay, on) in &model.overlays {
        width += overlay_button(&lang.text(overlay.id(), &[]), String::new(), overlay, on, detail).width(ui) + 2.0;
    }
    for (i, view) in model.views.iter().enumerate() {
        let label = view_label(i + 1, view, lang, detail);
        views += Button::new(&label, Kind::Plain, String::new()).size(Size::Small).width(ui) + 2.0;
    }
    (width, views)
}
