//! What lies at one place of the skin: region, depths of the layers, and the nearest hazard.

use super::super::widget::{Words, badge, caption, card, layout, row, rule, words};
use super::super::{Phrase, labels};
use crate::anatomy::{Certainty, HazardKind};
use crate::game::input::Action as Control;
use crate::game::input::names::Names;
use crate::game::theme::{LAYERS, Size, State, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{CornerRadius, Rect, Sense, Ui, lerp, pos2, vec2};

/// The hazard nearest to a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Nearest {
    /// Its name, with its side.
    pub name: Phrase,
    /// What it is.
    pub kind: HazardKind,
    /// How well its course is known.
    pub certainty: Certainty,
    /// Distance to its wall from the dermal–fat boundary below the place, mm; negative inside.
    pub away_mm: f64,
}

/// One place of the skin.
#[derive(Clone, Debug, PartialEq)]
pub struct Probe {
    /// Name of the region.
    pub region: Phrase,
    /// Product must not go there.
    pub no_go: bool,
    /// Depths of the lower boundaries of epidermis, dermis, fat and SMAS or platysma, mm.
    pub boundaries_mm: [f64; 4],
    /// Depths of the lower boundaries of dermis, fat and SMAS, and of bone, with the traits as they were, mm; none while they are.
    pub before_mm: Option<[f64; 4]>,
    /// Depth of bone, mm; none where there is none within reach.
    pub bone_mm: Option<f64>,
    /// The nearest hazard, within the 30 mm that the anatomy looks.
    pub nearest: Option<Nearest>,
}

/// Shows the place; without one, how to choose it.
pub(super) fn panel(ui: &mut Ui, model: Option<&Probe>, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    card(ui, |ui| {
        let Some(model) = model else {
            words(ui, &Words::new(lang.text("atlas-probe", &[]), Size::Heading));
            caption(ui, {
                let ring = [Control::RingLeft, Control::RingRight, Control::RingUp, Control::RingDown];
                lang.text("atlas-probe-none", &[("key", Value::text(Names::of(ui.ctx()).hint(&ring, lang)))])
            });
            return;
        };
        words(ui, &Words::new(model.region.say(lang), Size::Heading));
        if model.no_go {
            badge(ui, &lang.text("atlas-probe-no-go", &[]), State::Fault);
        }
        scale(ui, model, &theme);
        let mm = |depth: f64| lang.text("value-mm", &[("value", Value::number(depth, 1))]);
        let [_, dermis, fat, smas] = model.boundaries_mm;
        let bone = model.bone_mm.map_or_else(|| lang.text("atlas-probe-no-bone", &[]), mm);
        let rows = [("atlas-probe-dermis", mm(dermis)), ("atlas-probe-smas", mm(fat)), ("atlas-probe-deep", mm(smas)), ("atlas-probe-bone", bone)];
        for (i, (id, value)) in rows.into_iter().enumerate() {
            let name = Words::new(lang.text(id, &[]), Size::Small).colour(theme.muted);
            let boneless = i == 3 && model.bone_mm.is_none();
            let mut runs = vec![Words::new(value, Size::Small).weight(Weight::Medium)];
            if let Some(before) = model.before_mm.filter(|_| !boneless) {
                let was = lang.text("atlas-probe-was", &[("value", Value::number(before[i], 1))]);
                runs.insert(0, Words::new(format!("{was}  "), Size::Small).colour(theme.muted));
            }
            row(ui, &name, &runs);
        }
        rule(ui);
        caption(ui, lang.text("atlas-probe-nearest", &[]));
        match &model.nearest {
            None => {
                words(ui, &Words::new(lang.text("atlas-probe-nothing", &[]), Size::Small));
            }
            Some(nearest) => {
                named(ui, nearest, lang, &theme);
                let how = Words::new(lang.text(certainty_id(nearest.certainty), &[]), Size::Small).colour(theme.muted);
                let away = if nearest.away_mm <= 0.0 { lang.text("atlas-probe-inside", &[]) } else { mm(nearest.away_mm) };
                row(ui, &how, &[Words::new(away, Size::Small).weight(Weight::SemiBold)]);
            }
        }
    });
}

fn certainty_id(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Found => "certainty-found",
        Certainty::Recalled => "certainty-recalled",
        Certainty::Uncertain => "certainty-uncertain",
    }
}

/// The hazard's sign and name.
fn named(ui: &mut Ui, nearest: &Nearest, lang: &Lang, theme: &Theme) {
    let points = theme.size(Size::Small);
    let sign = points * 1.9;
    let text = Words::new(nearest.name.say(lang), Size::Small).weight(Weight::Medium);
    let galley = layout(ui, &text, ui.available_width() - sign - points * 0.4);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y), Sense::hover());
    response.widget_info(|| bevy_egui::egui::WidgetInfo::labeled(bevy_egui::egui::WidgetType::Label, true, galley.text()));
    let slot = Rect::from_min_size(rect.min, vec2(sign, points * 1.2));
    labels::sign(ui.painter(), nearest.kind, nearest.certainty == Certainty::Uncertain, slot);
    ui.painter().galley(pos2(slot.right() + points * 0.4, rect.top()), galley, theme.text);
}

/// The layers to scale, from the skin to bone or a little below the SMAS.
fn scale(ui: &mut Ui, model: &Probe, theme: &Theme) {
    let [epidermis, dermis, fat, smas] = model.boundaries_mm;
    let floor = model.bone_mm.map_or(smas * 1.6, |bone| bone * 1.08);
    let height = (13.0 * theme.unit).round().max(10.0);
    let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let x = |depth: f64| lerp(bar.left()..=bar.right(), (depth / floor).clamp(0.0, 1.0) as f32);
    let edges = [0.0, epidermis, dermis, fat, smas, model.bone_mm.unwrap_or(f64::INFINITY), f64::INFINITY];
    for (i, colour) in LAYERS.into_iter().enumerate() {
        let (from, to) = (x(edges[i]), x(edges[i + 1]));
        if to > from {
            let round = |end: bool| if end { (height * 0.4) as u8 } else { 0 };
            let (first, last) = (i == 0, to >= bar.right());
            let corners = CornerRadius { nw: round(first), sw: round(first), ne: round(last), se: round(last) };
            ui.painter().rect_filled(Rect::from_x_y_ranges(from..=to, bar.y_range()), corners, colour);
        }
    }
}
