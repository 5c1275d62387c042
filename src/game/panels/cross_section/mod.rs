//! The cross-section along the cannula: what an ultrasound probe on the skin above it would show, with the shaft, the port
//! and the target band drawn over it.

mod echo;

pub use echo::{Echo, echo};

use super::depth::layer_id;
use super::widget::{Words, card, dashed, layout, row};
use crate::anatomy::{Layer, Site};
use crate::game::theme::{Size, State, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{
    self, Color32, Id, Pos2, Rect, Sense, Shape, Stroke, TextureHandle, TextureOptions, Ui, WidgetInfo, WidgetType, pos2, vec2,
};
use std::hash::{DefaultHasher, Hash, Hasher};

/// The tissue under one point of the skin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Point of the resting skin, mm.
    pub foot: [f32; 3],
    /// Unit outward normal there.
    pub normal: [f32; 3],
    /// How far the skin is lifted there by the shaft, mm.
    pub lift_mm: f32,
    /// Lower boundaries of epidermis, dermis, fat and SMAS, mm below the skin.
    pub boundaries_mm: [f32; 4],
    /// Depth of bone, mm.
    pub bone_mm: f32,
}

/// Product cut by the plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Blob {
    /// Along the picture, mm.
    pub along_mm: f32,
    /// Below the resting skin, mm.
    pub depth_mm: f32,
    /// Radius, mm.
    pub radius_mm: f32,
    /// How much of the volume is product, 0 to 1.
    pub share: f32,
}

/// A point in the picture: along it and below the resting skin, mm.
pub type Point = [f32; 2];

/// The plane through the cannula, its tissue and product.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Left and right edge of the picture along the plane, mm.
    pub along_mm: (f32, f32),
    /// Upper (above the skin: negative) and lower edge, mm below the resting skin.
    pub depth_mm: (f32, f32),
    /// Site that it is of; none on the nape, the shoulders and the back.
    pub site: Option<Site>,
    /// Tissue at evenly spaced points from the left to the right edge, at least two.
    pub columns: Vec<Column>,
    /// The shaft's axis, hub side first.
    pub shaft: Vec<Point>,
    /// The port.
    pub port: Option<Point>,
    /// Whether the port is where the product belongs.
    pub state: State,
    /// Product near the plane.
    pub deposits: Vec<Blob>,
    /// Target band below the dermal–fat boundary, mm; none in an exam.
    pub target_mm: Option<(f32, f32)>,
}

impl Model {
    /// The tissue at a share of the picture's width, between its neighbours.
    #[must_use]
    pub fn column(&self, share: f32) -> Column {
        let last = self.columns.len().saturating_sub(1);
        let at = share.clamp(0.0, 1.0) * last as f32;
        let left = (at as usize).min(last);
        let (Some(a), Some(b)) = (self.columns.get(left), self.columns.get((left + 1).min(last))) else {
            return Column { foot: [0.0; 3], normal: [0.0, 0.0, 1.0], lift_mm: 0.0, boundaries_mm: [0.1, 1.6, 6.0, 7.0], bone_mm: 30.0 };
        };
        let t = at - left as f32;
        let mix = |a: f32, b: f32| a + (b - a) * t;
        Column {
            foot: std::array::from_fn(|i| mix(a.foot[i], b.foot[i])),
            normal: std::array::from_fn(|i| mix(a.normal[i], b.normal[i])),
            lift_mm: mix(a.lift_mm, b.lift_mm),
            boundaries_mm: std::array::from_fn(|i| mix(a.boundaries_mm[i], b.boundaries_mm[i])),
            bone_mm: mix(a.bone_mm, b.bone_mm),
        }
    }

    /// The picture in words, for those who do not see it.
    #[must_use]
    pub fn said(&self, title: &str, lang: &Lang) -> String {
        let mm = |value: f32| Value::number(f64::from(value), 1);
        let middle = self.column(self.port.map_or(0.5, |port| self.share(port[0])));
        let (across, deep) = (self.along_mm.1 - self.along_mm.0, self.depth_mm.1);
        let [_, dermis, fat, _] = middle.boundaries_mm;
        let below = Value::text(lang.text(layer_id(Layer::Smas, self.site), &[]));
        let size = [("title", Value::text(title)), ("across", Value::number(f64::from(across), 0)), ("deep", mm(deep))];
        let layers = [("dermis", mm(dermis)), ("below", below), ("fat", mm(fat))];
        let mut parts = vec![lang.text("say-section", &[size, layers].concat())];
        if let Some(port) = self.port {
            let state = Value::text(lang.text(self.state.message(), &[]));
            parts.push(lang.text("say-section-port", &[("depth", mm(port[1])), ("state", state)]));
        }
        if let Some((from, to)) = self.target_mm {
            parts.push(lang.text("say-section-target", &[("from", mm(from)), ("to", mm(to))]));
        }
        if !self.deposits.is_empty() {
            parts.push(lang.text("say-section-deposits", &[("deposits", Value::count(self.deposits.len()))]));
        }
        parts.join(" ")
    }

    fn share(&self, along: f32) -> f32 {
        (along - self.along_mm.0) / (self.along_mm.1 - self.along_mm.0)
    }

    /// What the echo depends on; the shaft and the port are drawn over it.
    fn digest(&self, size: [usize; 2]) -> u64 {
        let mut hasher = DefaultHasher::new();
        size.hash(&mut hasher);
        let mut put = |values: &[f32]| values.iter().for_each(|value| value.to_bits().hash(&mut hasher));
        put(&[self.along_mm.0, self.along_mm.1, self.depth_mm.0, self.depth_mm.1]);
        for column in &self.columns {
            put(&column.foot);
            put(&column.normal);
            put(&[column.lift_mm, column.bone_mm]);
            put(&column.boundaries_mm);
        }
        for blob in &self.deposits {
            put(&[blob.along_mm, blob.depth_mm, blob.radius_mm, blob.share]);
        }
        hasher.finish()
    }
}

/// Shows the cross-section.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) {
    card(ui, |ui| {
        let theme = Theme::of(ui.ctx());
        let title = lang.text("hud-section", &[]);
        let width_mm = model.along_mm.1 - model.along_mm.0;
        let across = lang.text("value-mm", &[("value", Value::number(f64::from(width_mm), 0))]);
        let muted = |text| Words::new(text, Size::Small).colour(theme.muted);
        row(ui, &muted(title.clone()), &[muted(across)]);
        let depth_mm = model.depth_mm.1 - model.depth_mm.0;
        let width = ui.available_width();
        // To scale, unless the card would grow out of proportion.
        let height = (width * (depth_mm / width_mm).clamp(0.3, 0.75)).round();
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, model.said(&title, lang)));
        if model.columns.len() < 2 {
            ui.painter().rect_filled(rect, 8.0, Color32::BLACK);
            return;
        }
        draw(ui, rect, model, lang, &theme);
    });
}

fn draw(ui: &Ui, rect: Rect, model: &Model, lang: &Lang, theme: &Theme) {
    let texture = texture(ui, model, rect);
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    let painter = ui.painter_at(rect);
    painter.add(egui::epaint::RectShape::filled(rect, 8.0, Color32::WHITE).with_texture(texture.id(), whole));
    let (top, bottom) = model.depth_mm;
    let y = |mm: f32| rect.top() + rect.height() * (mm - top) / (bottom - top);
    let x = |share: f32| rect.left() + rect.width() * share;
    // A depth below the resting skin is drawn where the lifted tissue is now.
    let at = |point: Point| {
        let share = model.share(point[0]);
        pos2(x(share), y(point[1] - model.column(share).lift_mm))
    };
    if let Some((from, to)) = model.target_mm {
        for offset in [from, to] {
            let edge = |i: usize| {
                let share = i as f32 / 24.0;
                let column = model.column(share);
                pos2(x(share), y(column.boundaries_mm[1] + offset - column.lift_mm))
            };
            let points: Vec<Pos2> = (0..=24).map(edge).collect();
            dashed(&painter, &points, Stroke::new(1.5, Color32::from_rgb(0x4F, 0xBF, 0xA8)));
        }
    }
    if model.shaft.len() >= 2 {
        let points: Vec<Pos2> = model.shaft.iter().map(|&point| at(point)).collect();
        let width = (2.5 * theme.unit).max(2.0);
        painter.add(Shape::line(points.clone(), Stroke::new(width + 2.5, Color32::from_black_alpha(150))));
        painter.add(Shape::line(points, Stroke::new(width, Color32::from_rgb(0x9F, 0xE8, 0xFF))));
    }
    if let Some(port) = model.port {
        let (centre, radius) = (at(port), (6.0 * theme.unit).max(5.0));
        let colour = Theme::new(crate::game::theme::Look { dark: true, ..theme.look }, theme.window).state(model.state);
        painter.circle_filled(centre, radius + 2.0, Color32::from_black_alpha(150));
        painter.add(super::widget::state_shape(model.state, centre, radius, colour));
    }
    ticks(ui, rect, model, lang, y);
    names(ui, rect, model, lang, y);
    painter.rect_stroke(rect, 8.0, Stroke::new(1.0, Color32::from_white_alpha(18)), egui::StrokeKind::Inside);
}

/// Words over the picture on a dark ground of their own.
fn label(ui: &Ui, rect: Rect, text: String, place: impl Fn(egui::Vec2) -> Pos2) {
    let ink = Color32::from_rgb(0xE6, 0xEC, 0xF0);
    let galley = layout(ui, &Words::new(text, Size::Small).weight(Weight::Medium).colour(ink), rect.width());
    let at = place(galley.size());
    let ground = Rect::from_min_size(at, galley.size()).expand2(vec2(3.0, 0.0));
    if rect.contains_rect(ground) {
        let painter = ui.painter_at(rect);
        painter.rect_filled(ground, 4.0, Color32::from_black_alpha(140));
        painter.galley(at, galley, ink);
    }
}

fn ticks(ui: &Ui, rect: Rect, model: &Model, lang: &Lang, y: impl Fn(f32) -> f32) {
    let painter = ui.painter_at(rect);
    let ink = Color32::from_white_alpha(190);
    let line = Theme::of(ui.ctx()).size(Size::Small) * 1.25;
    // As many figures as there is room for.
    let every = [1, 2, 5].into_iter().find(|&mm| y(mm as f32) - y(0.0) >= line * 1.5).unwrap_or(5);
    for mm in 0..=model.depth_mm.1 as i32 {
        let at = y(mm as f32);
        let long = mm % every == 0;
        painter.hline(rect.left()..=rect.left() + if long { 7.0 } else { 4.0 }, at, Stroke::new(1.0, ink));
        if long && mm > 0 {
            let text = lang.text("hud-number", &[("value", Value::number(f64::from(mm), 0))]);
            label(ui, rect, text, |size| pos2(rect.left() + 11.0, at - size.y * 0.5));
        }
    }
}

fn names(ui: &Ui, rect: Rect, model: &Model, lang: &Lang, y: impl Fn(f32) -> f32) {
    let column = model.column(1.0);
    let [epidermis, dermis, fat, smas] = column.boundaries_mm.map(|mm| mm - column.lift_mm);
    let floor = model.depth_mm.1.min(column.bone_mm - column.lift_mm);
    let line = Theme::of(ui.ctx()).size(Size::Small) * 1.25;
    let bands = [(Layer::Dermis, epidermis, dermis), (Layer::Fat, dermis, fat), (Layer::Smas, fat, smas), (Layer::Deep, smas, floor)];
    let mut free = rect.top();
    for (layer, from, to) in bands {
        // A thin layer's name may reach into its neighbours, never into another name.
        let centre = (y(from) + y(to)) * 0.5;
        let top = (centre - line * 0.5).max(free + 1.0);
        if to <= from || (top + line * 0.5 - centre).abs() > line * 0.9 {
            continue;
        }
        free = top + line;
        label(ui, rect, lang.text(layer_id(layer, model.site), &[]), |size| pos2(rect.right() - size.x - 8.0, top));
    }
}

/// The echo's picture on the graphics card, and the next one on its way there: a picture is there one frame after it was given, so the one
/// before is shown until then.
#[derive(Clone)]
struct Pictures {
    shown: (u64, TextureHandle),
    spare: TextureHandle,
    coming: Option<(u64, u64)>,
}

/// The echo as a texture, worked out when the tissue or the product in the picture has changed.
fn texture(ui: &Ui, model: &Model, rect: Rect) -> TextureHandle {
    let width = (rect.width() * 0.62).round().clamp(64.0, 320.0);
    let size = [width as usize, (width * rect.height() / rect.width()).round().max(16.0) as usize];
    let digest = model.digest(size);
    let (ctx, key) = (ui.ctx(), Id::new("fanline cross-section"));
    let frame = ctx.cumulative_frame_nr();
    let image = || {
        let echo = echo(model, size[0], size[1]);
        egui::ColorImage::from_gray([echo.width, echo.height], &echo.grey)
    };
    let load = |image| ctx.load_texture("cross-section", image, TextureOptions::LINEAR);
    let known = ctx.data(|data| data.get_temp::<Pictures>(key));
    let mut pictures = known.unwrap_or_else(|| {
        let shown = load(image());
        Pictures { shown: (digest, shown), spare: load(egui::ColorImage::filled([1, 1], Color32::BLACK)), coming: None }
    });
    if let Some((coming, since)) = pictures.coming
        && since < frame
    {
        std::mem::swap(&mut pictures.shown.1, &mut pictures.spare);
        pictures.shown.0 = coming;
        pictures.coming = None;
    }
    if pictures.coming.is_none() && pictures.shown.0 != digest {
        pictures.spare.set(image(), TextureOptions::LINEAR);
        pictures.coming = Some((digest, frame));
    }
    if pictures.coming.is_some() {
        ctx.request_repaint();
    }
    let shown = pictures.shown.1.clone();
    ctx.data_mut(|data| data.insert_temp(key, pictures));
    shown
}
