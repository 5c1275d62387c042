//! The preparation bench: what is drawn, in which ratio, and two syringes between which it is moved until it is even.

use super::Phrase;
use super::widget::{Button, Kind, Words, caption, modal, row, words};
use crate::game::theme::{PRODUCT, Size, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Color32, Id, Rect, Response, Sense, Stroke, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2};

/// A cell of a barrel, from the outlet to the stopper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// Volume in mL.
    pub volume_ml: f64,
    /// `CaHA` of what is aloft, mg/mL.
    pub aloft_mg_ml: f64,
    /// Share of the volume that has settled, 0 to 1.
    pub settled: f64,
}

/// A barrel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Barrel {
    /// What it can hold, mL.
    pub capacity_ml: f64,
    /// What it holds.
    pub cells: Vec<Cell>,
}

impl Barrel {
    fn volume_ml(&self) -> f64 {
        self.cells.iter().map(|cell| cell.volume_ml).sum()
    }
}

/// What stands on the bench.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mix {
    /// Both barrels, joined at their outlets.
    pub barrels: [Barrel; 2],
    /// Evenness, 0 to 1.
    pub evenness: f64,
    /// Gel, gel/sol or sol.
    pub class: Phrase,
    /// Mean of all that is there, mg/mL.
    pub mean_mg_ml: f64,
    /// Strokes so far.
    pub strokes: u32,
    /// Whether one is under way.
    pub stroking: bool,
    /// Time since the last, s.
    pub stood_s: f64,
}

/// The bench.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// What the plan asks for, such as "Radiesse 1:4".
    pub plan: String,
    /// Products by name.
    pub products: Vec<String>,
    /// The one chosen.
    pub product: usize,
    /// Diluents by name.
    pub diluents: Vec<Phrase>,
    /// The one chosen.
    pub diluent: usize,
    /// Parts of diluent per part of product.
    pub ratio: f64,
    /// `CaHA` of the richest cell that can be, mg/mL: the top of the scale.
    pub neat_mg_ml: f64,
    /// What was drawn, if anything was.
    pub mix: Option<Mix>,
}

/// What a person did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Another product.
    Product(usize),
    /// Another diluent.
    Diluent(usize),
    /// Another ratio.
    Ratio(f64),
    /// Draw both and join the syringes.
    Draw,
    /// Push everything across in so many seconds.
    Stroke(f64),
    /// Let it stand for so many seconds.
    Stand(u16),
    /// Fill the syringe and go on.
    Fill,
}

/// The ratios to step through: neat, and 1:0.2 to 1:8 (CLINICAL 2.2, 8.3).
const RATIOS: [f64; 11] = [0.0, 0.2, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0];
/// Time of a stroke by its button, s.
const STROKE_S: f64 = 1.0;
/// Times that it can be left standing, s.
const STANDS: [(u16, &str); 2] = [(30, "bench-stand-short"), (300, "bench-stand-long")];
/// Share of the picture's width that a drag must go to be a stroke.
const DRAG: f32 = 0.2;
/// Colour of the diluent.
const LIQUID: Color32 = Color32::from_rgb(0x4C, 0x74, 0x8C);

/// Shows the bench over the scene.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let width = theme.size(Size::Body) * 46.0;
    modal(ui, "bench", width, |ui| {
        ui.spacing_mut().item_spacing.y = theme.gap();
        words(ui, &Words::new(lang.text("bench-title", &[]), Size::Heading));
        words(ui, &Words::new(lang.text("bench-plan", &[("plan", Value::text(&model.plan))]), Size::Body).colour(theme.muted));
        let choice = draw(ui, model, lang);
        let mixing = model.mix.as_ref().and_then(|mix| mixing(ui, model, mix, lang));
        choice.or(mixing)
    })
}

/// The row of buttons that choose one of a list.
fn choices(ui: &mut Ui, names: impl Iterator<Item = (String, String)>, chosen: usize) -> Option<usize> {
    let mut picked = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        for (index, (name, tip)) in names.enumerate() {
            if Button::new(&name, Kind::Quiet, tip).on(index == chosen).size(Size::Small).show(ui).clicked() {
                picked = Some(index);
            }
        }
    });
    picked
}

fn draw(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let mut action = None;
    let tip = |id: &str| lang.text(&format!("{id}-tip"), &[]);
    caption(ui, lang.text("bench-product", &[]));
    let names = model.products.iter().map(|name| (name.clone(), tip("bench-product")));
    action = choices(ui, names, model.product).map(Action::Product).or(action);
    caption(ui, lang.text("bench-ratio", &[]));
    let at = RATIOS.iter().position(|ratio| (ratio - model.ratio).abs() < 1e-9).unwrap_or(0);
    let names = RATIOS.iter().map(|ratio| (ratio_text(*ratio, lang), tip("bench-ratio")));
    action = choices(ui, names, at).map(|at| Action::Ratio(RATIOS[at])).or(action);
    if model.ratio > 0.0 {
        caption(ui, lang.text("bench-diluent", &[]));
        let names = model.diluents.iter().map(|name| (name.say(lang), tip("bench-diluent")));
        action = choices(ui, names, model.diluent).map(Action::Diluent).or(action);
    }
    let (label, kind) = match model.mix {
        None => ("bench-draw", Kind::Primary),
        Some(_) => ("bench-draw-again", Kind::Quiet),
    };
    if Button::new(&lang.text(label, &[]), kind, tip(label)).full().show(ui).clicked() {
        action = Some(Action::Draw);
    }
    action
}

fn ratio_text(ratio: f64, lang: &Lang) -> String {
    if ratio > 0.0 {
        let places = u8::from(ratio.fract() != 0.0);
        lang.text("bench-ratio-of", &[("value", Value::number(ratio, places))])
    } else {
        lang.text("bench-neat", &[])
    }
}

fn mixing(ui: &mut Ui, model: &Model, mix: &Mix, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let mut action = syringes(ui, model, mix, lang).map(Action::Stroke);
    legend(ui, model, lang);
    let number = |id: &str, value: f64, places: u8| lang.text(id, &[("value", Value::number(value, places))]);
    let plain = |text: String| [Words::new(text, Size::Body).weight(Weight::SemiBold)];
    ui.spacing_mut().item_spacing.x = 3.0 * theme.gap();
    ui.columns(2, |sides| {
        let name = |id: &str| Words::new(lang.text(id, &[]), Size::Body).colour(theme.muted);
        row(&mut sides[0], &name("bench-evenness"), &plain(number("value-percent", mix.evenness * 100.0, 0)));
        row(&mut sides[0], &name("bench-class"), &plain(mix.class.say(lang)));
        row(&mut sides[0], &name("bench-mean"), &plain(number("bench-mg-ml", mix.mean_mg_ml, 0)));
        row(&mut sides[1], &name("bench-strokes"), &plain(number("hud-number", f64::from(mix.strokes), 0)));
        let clock = [("minutes", Value::number((mix.stood_s / 60.0).floor(), 0)), ("seconds", Value::text(format!("{:02}", mix.stood_s as u64 % 60)))];
        row(&mut sides[1], &name("bench-stood"), &plain(lang.text("value-clock", &clock)));
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        let free = !mix.stroking;
        let mut button = |id: &str, kind, enabled| {
            Button::new(&lang.text(id, &[]), kind, lang.text(&format!("{id}-tip"), &[])).enabled(enabled).show(ui).clicked()
        };
        if button("bench-stroke", Kind::Primary, free) {
            action = Some(Action::Stroke(STROKE_S));
        }
        for (seconds, id) in STANDS {
            if button(id, Kind::Quiet, free) {
                action = Some(Action::Stand(seconds));
            }
        }
        if button("bench-fill", Kind::Quiet, free) {
            action = Some(Action::Fill);
        }
    });
    action
}

/// The two syringes, outlets joined in the middle. A drag along them is a stroke, in the time that the drag took.
fn syringes(ui: &mut Ui, model: &Model, mix: &Mix, lang: &Lang) -> Option<f64> {
    let theme = Theme::of(ui.ctx());
    let size = vec2(ui.available_width(), theme.size(Size::Body) * 6.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    let [left, right] = mix.barrels.each_ref().map(Barrel::volume_ml);
    let values = [("left", Value::number(left, 2)), ("right", Value::number(right, 2))];
    let label = lang.text("bench-syringes", &values);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Slider, true, &label));
    // The larger volume that may come to one side sets the scale.
    let most = (left + right).max(0.1);
    let middle = rect.center();
    let gap = size.y * 0.18;
    let reach = rect.width() * 0.5 - gap - size.y * 0.55;
    let painter = ui.painter();
    painter.rect_filled(Rect::from_center_size(middle, vec2(gap * 2.0, size.y * 0.12)), 2.0, theme.muted);
    for (side, barrel) in [(-1.0f32, &mix.barrels[0]), (1.0, &mix.barrels[1])] {
        let x = |ml: f64| middle.x + side * (gap + reach * (ml / most) as f32);
        let body = Rect::from_two_pos(pos2(x(0.0), middle.y - size.y * 0.26), pos2(x(most), middle.y + size.y * 0.26));
        painter.rect_filled(body, 4.0, theme.well);
        let mut from = 0.0;
        for cell in &barrel.cells {
            let to = from + cell.volume_ml;
            let part = Rect::from_two_pos(pos2(x(from), body.top()), pos2(x(to), body.bottom()));
            painter.rect_filled(part, 0.0, shade(cell.aloft_mg_ml / model.neat_mg_ml));
            let bed = part.height() * cell.settled.clamp(0.0, 1.0) as f32;
            if bed > 0.5 {
                painter.rect_filled(Rect::from_min_max(pos2(part.left(), part.bottom() - bed), part.max), 0.0, PRODUCT);
            }
            from = to;
        }
        // The stopper, its rod and its plate.
        let stopper = Rect::from_two_pos(pos2(x(from), body.top()), pos2(x(from) + side * size.y * 0.1, body.bottom()));
        painter.rect_filled(stopper, 2.0, theme.ground);
        let end = pos2(x(from) + side * (size.y * 0.45 + (x(most) - x(0.0)).abs() * 0.02), middle.y);
        painter.line_segment([stopper.center(), end], Stroke::new(size.y * 0.06, theme.muted));
        painter.rect_filled(Rect::from_center_size(end, vec2(size.y * 0.07, size.y * 0.42)), 3.0, theme.muted);
        painter.rect_stroke(body, 4.0, Stroke::new(1.5, theme.muted), bevy_egui::egui::StrokeKind::Outside);
    }
    dragged(ui, &response.on_hover_text(lang.text("bench-syringes-tip", &[])), rect.width())
}

/// How long a drag along the syringes took, once it is over and went far enough, s.
fn dragged(ui: &Ui, response: &Response, width: f32) -> Option<f64> {
    let id = Id::new("fanline bench drag");
    let now = ui.input(|input| input.time);
    if response.drag_started() {
        ui.data_mut(|data| data.insert_temp(id, (now, 0.0f32)));
    }
    let (since, mut way) = ui.data(|data| data.get_temp::<(f64, f32)>(id))?;
    way += response.drag_delta().x;
    ui.data_mut(|data| data.insert_temp(id, (since, way)));
    if !response.drag_stopped() {
        return None;
    }
    ui.data_mut(|data| data.remove::<(f64, f32)>(id));
    (way.abs() >= DRAG * width).then_some(now - since)
}

/// Between the clear diluent and the white product.
fn shade(share: f64) -> Color32 {
    LIQUID.lerp_to_gamma(PRODUCT, share.clamp(0.0, 1.0) as f32)
}

/// What the shades mean.
fn legend(ui: &mut Ui, model: &Model, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal(|ui| {
        let text = |value: f64| Words::new(lang.text("bench-mg-ml", &[("value", Value::number(value, 0))]), Size::Small).colour(theme.muted);
        words(ui, &text(0.0));
        let (rect, _) = ui.allocate_exact_size(Vec2::new(theme.size(Size::Body) * 12.0, theme.size(Size::Small) * 0.7), Sense::hover());
        for step in 0..24 {
            let x = |step: i32| rect.left() + rect.width() * step as f32 / 24.0;
            ui.painter().rect_filled(Rect::from_x_y_ranges(x(step)..=x(step + 1), rect.y_range()), 0.0, shade(f64::from(step) / 23.0));
        }
        words(ui, &text(model.neat_mg_ml));
    });
}
