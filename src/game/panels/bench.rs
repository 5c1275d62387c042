//! The preparation bench: what is drawn, in which ratio, and two syringes between which it is moved until it is even.

use super::Phrase;
use super::widget::{Button, Kind, Words, caption, modal, row, words};
use crate::game::input::Action as Control;
use crate::game::input::names::Names;
use crate::game::theme::{PRODUCT, Size, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Color32, CursorIcon, Id, Key, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2};

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
    /// Which barrel gives in this stroke or the next, 0 (left) or 1.
    pub giver: usize,
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
/// Share of the rod's travel that a drag must go to begin a stroke.
const DRAG: f32 = 0.15;
/// Time after which a stroke that was asked for and did not begin may be asked for again, s.
const ASKED_S: f64 = 0.5;
/// Volume between two graduations of a barrel, mL.
const GRADUATION_ML: f64 = 0.1;
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
            if Button::new(&name, Kind::Quiet, tip).one_of(index == chosen).size(Size::Small).show(ui).clicked() {
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
        let names = Names::of(ui.ctx());
        let mut button = |id: &str, kind, enabled| {
            let tip = lang.text(&format!("{id}-tip"), &[]);
            let tip = if id == "bench-stroke" { names.tip(tip, Control::Stroke, lang) } else { tip };
            Button::new(&lang.text(id, &[]), kind, tip).enabled(enabled).show(ui).clicked()
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

/// The two syringes, outlets joined in the middle. A drag along them is a stroke each way, as fast as the hand goes.
fn syringes(ui: &mut Ui, model: &Model, mix: &Mix, lang: &Lang) -> Option<f64> {
    let theme = Theme::of(ui.ctx());
    let size = vec2(ui.available_width(), theme.size(Size::Body) * 6.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    let [left, right] = mix.barrels.each_ref().map(Barrel::volume_ml);
    let values = [("left", Value::number(left, 2)), ("right", Value::number(right, 2))];
    let label = lang.text("bench-syringes", &values);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Slider, true, &label));
    // The larger volume that may come to one side sets the scale; a rod is as long as its barrel, so that it can be drawn out.
    let most = (left + right).max(0.1);
    let middle = rect.center();
    let (thick, gap) = (size.y * 0.56, size.y * 0.30);
    let reach = (rect.width() * 0.5 - gap - size.y * 0.24) * 0.5;
    let painter = ui.painter();
    painter.rect_filled(Rect::from_center_size(middle, vec2(gap * 1.2, thick * 0.26)), 3.0, theme.muted);
    for (side, barrel) in [(-1.0f32, &mix.barrels[0]), (1.0, &mix.barrels[1])] {
        syringe(ui, &theme, &Drawn { nozzle: pos2(middle.x + side * gap, middle.y), side, reach, thick, most, neat: model.neat_mg_ml }, barrel);
    }
    let cursor = if response.dragged() { CursorIcon::Grabbing } else { CursorIcon::Grab };
    let mut response = response.on_hover_and_drag_cursor(cursor);
    if mix.strokes == 0 && !response.dragged() {
        response = response.on_hover_text(lang.text("bench-syringes-tip", &[]));
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, 10.0, Stroke::new(2.0, theme.info), StrokeKind::Inside);
        let entered = ui.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Space));
        if entered && !mix.stroking {
            return Some(STROKE_S);
        }
    }
    dragged(ui, &response, mix, reach)
}

/// Where and how large a syringe is drawn: its outlet, the side it points away to, the way of its stopper, its width, the volume that
/// fills it, and the richest mixture.
struct Drawn {
    nozzle: Pos2,
    side: f32,
    reach: f32,
    thick: f32,
    most: f64,
    neat: f64,
}

/// A syringe with what it holds.
fn syringe(ui: &Ui, theme: &Theme, drawn: &Drawn, barrel: &Barrel) {
    let Drawn { nozzle, side, reach, thick, most, neat } = *drawn;
    let painter = ui.painter();
    let at = |way: f32| nozzle.x + side * way;
    let x = |ml: f64| at(reach * (ml / most) as f32);
    let upright = |way: f32, wide: f32, high: f32| Rect::from_center_size(pos2(at(way), nozzle.y), vec2(wide, high));
    let body = Rect::from_two_pos(pos2(at(0.0), nozzle.y - thick * 0.5), pos2(at(reach + thick * 0.25), nozzle.y + thick * 0.5));
    // Luer lock and barrel.
    let lock = Rect::from_two_pos(pos2(at(-thick * 0.26), nozzle.y - thick * 0.22), pos2(at(0.0), nozzle.y + thick * 0.22));
    painter.rect_filled(lock, 2.0, theme.muted.gamma_multiply(0.8));
    painter.rect_filled(body, 5.0, theme.well);
    let mut from = 0.0;
    for cell in &barrel.cells {
        let to = from + cell.volume_ml;
        // A hair over the next one: no seam shows between two of a shade.
        let part = Rect::from_two_pos(pos2(x(from), body.top() + 2.0), pos2(x(to) + side * 0.6, body.bottom() - 2.0));
        painter.rect_filled(part, 0.0, shade(cell.aloft_mg_ml / neat));
        let bed = part.height() * cell.settled.clamp(0.0, 1.0) as f32;
        if bed > 0.5 {
            painter.rect_filled(Rect::from_min_max(pos2(part.left(), part.bottom() - bed), part.max), 0.0, PRODUCT);
        }
        from = to;
    }
    // Stopper, rod and thumb plate: the rod goes with the stopper.
    let stop = reach * (from / most) as f32;
    let (rubber, plate) = (thick * 0.22, stop + reach + thick * 0.34);
    let rod = Rect::from_two_pos(pos2(at(stop + rubber), nozzle.y - thick * 0.09), pos2(at(plate), nozzle.y + thick * 0.09));
    painter.rect_filled(rod, 1.0, theme.muted.gamma_multiply(0.55));
    let stopper = Rect::from_two_pos(pos2(at(stop), body.top() + 1.5), pos2(at(stop + rubber), body.bottom() - 1.5));
    painter.rect_filled(stopper, 3.0, theme.text.gamma_multiply(0.28));
    painter.vline(at(stop + rubber * 0.5), stopper.y_range().shrink(2.0), Stroke::new(1.0, theme.muted));
    painter.rect_filled(upright(plate, thick * 0.13, thick * 0.86), 3.0, theme.muted);
    // Graduations, glass and flange.
    let marks = (most / GRADUATION_ML).floor() as u32;
    for mark in 1..=marks {
        let long = if mark.is_multiple_of(5) { 0.34 } else { 0.18 };
        let way = x(f64::from(mark) * GRADUATION_ML);
        painter.vline(way, body.top()..=body.top() + thick * long, Stroke::new(1.0, theme.ground.gamma_multiply(0.8)));
    }
    painter.rect_stroke(body, 5.0, Stroke::new(1.5, theme.muted), StrokeKind::Outside);
    painter.rect_filled(upright(reach + thick * 0.25, thick * 0.12, thick * 1.36), 3.0, theme.muted);
}

/// A drag along the syringes that goes on: where and when it last turned, and what its last stroke was.
#[derive(Clone, Copy)]
struct Drag {
    from: f32,
    since: f64,
    /// The barrel that gave, and when the stroke was asked for.
    gave: Option<(usize, f64)>,
}

/// Time of the stroke that a drag makes, s: it begins once the hand has gone part of the rod's way (`travel`) from the giving barrel
/// towards the other, at the hand's pace; back again makes another.
fn dragged(ui: &Ui, response: &Response, mix: &Mix, travel: f32) -> Option<f64> {
    let id = Id::new("fanline bench drag");
    let now = ui.input(|input| input.time);
    let Some(at) = response.interact_pointer_pos().filter(|_| response.is_pointer_button_down_on()) else {
        ui.data_mut(|data| data.remove::<Drag>(id));
        return None;
    };
    let mut drag = ui.data(|data| data.get_temp::<Drag>(id)).unwrap_or(Drag { from: at.x, since: now, gave: None });
    // While a stroke is under way the next goes back. One that was asked for has not begun in the same moment.
    let asked = drag.gave.is_some_and(|(giver, when)| giver == mix.giver && now < when + ASKED_S);
    let next = if mix.stroking || asked { 1 - mix.giver } else { mix.giver };
    let way = if next == 0 { 1.0 } else { -1.0 };
    let gone = (at.x - drag.from) * way;
    let mut stroke = None;
    if gone <= 0.0 {
        (drag.from, drag.since) = (at.x, now);
    } else if gone >= DRAG * travel && !mix.stroking && !asked {
        stroke = Some((now - drag.since).max(1e-3) * f64::from(travel / gone));
        drag = Drag { from: at.x, since: now, gave: Some((mix.giver, now)) };
    }
    ui.data_mut(|data| data.insert_temp(id, drag));
    stroke
}

/// Between the clear diluent and the white product: what grains hide grows fast at first, so a thin mixture is milky already.
fn shade(share: f64) -> Color32 {
    LIQUID.lerp_to_gamma(PRODUCT, (share.clamp(0.0, 1.0) as f32).sqrt())
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
