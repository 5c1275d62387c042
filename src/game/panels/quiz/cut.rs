//! A cross-section that an item shows: layers as bands, product as ellipses with the thread's number, a scale in mm.

use crate::anatomy::{Layer, Site};
use crate::game::panels::depth::layer_id;
use crate::game::panels::widget::{Words, caption, layout, ribbon};
use crate::game::theme::{Size, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Color32, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};

/// How deep the picture goes below the deepest thing in it, mm.
const BELOW_MM: f32 = 2.0;
/// Epidermis, dermis, fat, SMAS or platysma, deep tissue, bone: from light to dark and back, so that they differ without colour. The same
/// in both looks: they are a picture.
const BANDS: [Color32; 6] = [
    Color32::from_rgb(0xF3, 0xD9, 0xC9),
    Color32::from_rgb(0xE5, 0xA9, 0x8E),
    Color32::from_rgb(0xF6, 0xE7, 0xB4),
    Color32::from_rgb(0xB5, 0xC7, 0xD9),
    Color32::from_rgb(0xC9, 0x8F, 0x83),
    Color32::from_rgb(0xD9, 0xD4, 0xC8),
];
/// Threads in turn (Okabe and Ito 2008); their numbers stand beside them.
const THREADS: [Color32; 4] =
    [Color32::from_rgb(0x00, 0x72, 0xB2), Color32::from_rgb(0x00, 0x9E, 0x73), Color32::from_rgb(0xD5, 0x5E, 0x00), Color32::from_rgb(0xCC, 0x79, 0xA7)];
const INK: Color32 = Color32::from_rgb(0x14, 0x1A, 0x1F);

/// A piece of product in the cut.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Blob {
    /// Its thread, from 1.
    pub thread: usize,
    /// Its middle: along the line, and below the skin, mm.
    pub at_mm: [f32; 2],
    /// Half its extent, likewise.
    pub half_mm: [f32; 2],
}

/// A cut.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cut {
    /// Length of the line on the skin, mm.
    pub length_mm: f32,
    /// Site of its middle; none on the nape, the shoulders and the back.
    pub site: Option<Site>,
    /// Where along the line, and where epidermis, dermis, fat, SMAS and deep tissue end below the skin there, mm.
    pub columns: Vec<(f32, [f32; 5])>,
    /// Product.
    pub blobs: Vec<Blob>,
    /// What each thread is of: said below the picture.
    pub threads: Vec<Laid>,
}

/// What a thread is of.
#[derive(Clone, Debug, PartialEq)]
pub struct Laid {
    /// Its number, from 1.
    pub thread: usize,
    /// Product and dilution, such as "Radiesse 1:2".
    pub product: String,
    /// Volume, µL.
    pub volume_ul: f64,
    /// Length, mm.
    pub length_mm: f64,
}

/// Shows a cut as wide as there is room, with the names of its layers once they give nothing away, and says below it what its threads are of.
pub(super) fn picture(ui: &mut Ui, cut: &Cut, named: bool, lang: &Lang) {
    let (_, field, depth) = drawn(ui, cut, Sense::hover(), lang);
    if named {
        names(ui, cut, field, depth, lang);
    }
    for laid in &cut.threads {
        let (thread, product) = (Value::count(laid.thread), Value::text(&laid.product));
        let (volume, length) = (Value::number(laid.volume_ul, 0), Value::number(laid.length_mm, 1));
        caption(ui, lang.text("quiz-cut-thread", &[("thread", thread), ("product", product), ("volume", volume), ("length", length)]));
    }
}

/// Shows a cut in which a depth is pointed at, and the mark at it; how deep the picture goes, and the depth pointed at now, mm.
pub(super) fn pointed(ui: &mut Ui, cut: &Cut, mark_mm: Option<f32>, open: bool, lang: &Lang) -> (f32, Option<f32>) {
    let (response, field, depth) = drawn(ui, cut, if open { Sense::click_and_drag() } else { Sense::hover() }, lang);
    if !open {
        names(ui, cut, field, depth, lang);
    }
    if let Some(mm) = mark_mm {
        let y = field.top() + field.height() * (mm / depth).clamp(0.0, 1.0);
        ui.painter().hline(field.x_range(), y, Stroke::new(4.0, Color32::WHITE));
        ui.painter().hline(field.x_range(), y, Stroke::new(2.0, INK));
        ui.painter().circle(pos2(field.center().x, y), 6.0, Color32::WHITE, Stroke::new(2.0, INK));
    }
    let at = response.interact_pointer_pos().filter(|_| open && (response.clicked() || response.dragged()));
    (depth, at.map(|at| depth * ((at.y - field.top()) / field.height()).clamp(0.0, 1.0)))
}

/// Names of the layers at the right, each in its band where that is high enough.
fn names(ui: &Ui, cut: &Cut, field: Rect, depth: f32, lang: &Lang) {
    let Some((_, ends)) = cut.columns.last() else { return };
    let y = |mm: f32| field.top() + field.height() * (mm / depth).clamp(0.0, 1.0);
    for (k, layer) in [Layer::Epidermis, Layer::Dermis, Layer::Fat, Layer::Smas, Layer::Deep].into_iter().enumerate() {
        let (top, bottom) = (if k == 0 { field.top() } else { y(ends[k - 1]) }, y(ends[k]));
        let name = layout(ui, &Words::new(lang.text(layer_id(layer, cut.site), &[]), Size::Small).weight(Weight::Medium).colour(INK), f32::INFINITY);
        if bottom - top >= name.size().y * 0.9 {
            ui.painter().galley(pos2(field.right() - name.size().x - 8.0, (top + bottom - name.size().y) * 0.5), name, INK);
        }
    }
}

/// Ellipses that fill their rectangles, drawn as the one shape that they make up: pieces of a thread overlap.
fn one_shape(painter: &Painter, pieces: &[Rect], fill: Color32, edge: Stroke) {
    let whole = pieces.iter().copied().reduce(Rect::union).unwrap_or(Rect::NOTHING);
    let steps = whole.width().max(0.0).ceil() as usize;
    let reach = |k: usize| {
        let x = whole.left() + whole.width() * k as f32 / steps.max(1) as f32;
        let at = pieces.iter().filter(|piece| piece.x_range().contains(x)).map(|piece| {
            let off = (x - piece.center().x) / (0.5 * piece.width());
            let half = 0.5 * piece.height() * (1.0 - off * off).max(0.0).sqrt();
            (piece.center().y - half, piece.center().y + half)
        });
        at.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).map(|(top, bottom)| [pos2(x, top), pos2(x, bottom)])
    };
    let sides: Vec<_> = (0..=steps).map(reach).collect();
    for run in sides.split(Option::is_none).filter(|run| run.len() > 1) {
        let run: Vec<[Pos2; 2]> = run.iter().flatten().copied().collect();
        painter.add(ribbon(run.iter().map(|sides| (*sides, fill))));
        let outline = run.iter().map(|[top, _]| *top).chain(run.iter().rev().map(|[_, bottom]| *bottom));
        painter.add(Shape::closed_line(outline.collect(), edge));
    }
}

/// Draws a cut; its part of the window and how deep it goes, mm.
fn drawn(ui: &mut Ui, cut: &Cut, sense: Sense, lang: &Lang) -> (Response, Rect, f32) {
    let theme = Theme::of(ui.ctx());
    let points = theme.size(Size::Small);
    let margin = points * 3.6;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), theme.size(Size::Body) * 15.0), sense);
    let threads: std::collections::BTreeSet<usize> = cut.blobs.iter().map(|blob| blob.thread).collect();
    let said = lang.text("quiz-cut", &[("length", Value::number(f64::from(cut.length_mm), 0)), ("threads", Value::count(threads.len()))]);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &said));
    let field = rect.with_min_x(rect.left() + margin);
    let deepest = cut.columns.iter().map(|(_, ends)| ends[3]).chain(cut.blobs.iter().map(|blob| blob.at_mm[1])).fold(0.0, f32::max);
    let depth = deepest + BELOW_MM;
    let x = |mm: f32| field.left() + field.width() * mm / cut.length_mm.max(1.0);
    let y = |mm: f32| field.top() + field.height() * (mm / depth).clamp(0.0, 1.0);
    let painter = ui.painter().with_clip_rect(rect);
    // Each band goes from the end of the layer above to the bottom; the next covers what is not its own.
    for (band, fill) in BANDS.iter().enumerate() {
        painter.add(ribbon(cut.columns.iter().map(|(at, ends)| {
            let top = if band == 0 { 0.0 } else { ends[band - 1] };
            ([pos2(x(*at), y(top)), pos2(x(*at), field.bottom())], *fill)
        })));
    }
    for &thread in &threads {
        let ink = THREADS[(thread.max(1) - 1) % THREADS.len()];
        let pieces = cut.blobs.iter().filter(|blob| blob.thread == thread).map(|blob| {
            let radius = vec2(x(blob.half_mm[0]) - x(0.0), y(blob.half_mm[1]) - y(0.0)).max(vec2(1.5, 1.5));
            Rect::from_center_size(pos2(x(blob.at_mm[0]), y(blob.at_mm[1])), 2.0 * radius)
        });
        one_shape(&painter, &pieces.collect::<Vec<_>>(), ink.lerp_to_gamma(Color32::WHITE, 0.2), Stroke::new(1.5, ink));
    }
    // Numbers stand apart along the line, so that those of threads above each other are all read.
    let count = threads.len();
    for (k, thread) in threads.into_iter().enumerate() {
        let own: Vec<&Blob> = cut.blobs.iter().filter(|blob| blob.thread == thread).collect();
        let blob = own[(own.len() * (k + 1) / (count + 1)).min(own.len() - 1)];
        let number = layout(ui, &Words::new(thread.to_string(), Size::Body).weight(Weight::Medium).colour(INK), f32::INFINITY);
        let (at, radius) = (pos2(x(blob.at_mm[0]), y(blob.at_mm[1])), number.size().y * 0.52);
        let at = pos2(at.x, at.y.clamp(field.top() + radius, field.bottom() - radius));
        painter.circle_filled(at, radius, Color32::from_white_alpha(225));
        painter.galley(at - number.size() * 0.5, number, INK);
    }
    // Depth at the left, a millimetre or two apart.
    let step = if depth > 9.0 { 2.0 } else { 1.0 };
    let mut mm = 0.0;
    while mm < depth - 0.4 * step {
        let number = if mm == 0.0 { lang.text("value-mm", &[("value", Value::number(0.0, 0))]) } else { lang.text("hud-number", &[("value", Value::number(f64::from(mm), 0))]) };
        let number = layout(ui, &Words::new(number, Size::Small).colour(theme.muted), f32::INFINITY);
        let at = pos2(field.left() - 6.0 - number.size().x, (y(mm) - number.size().y * 0.5).max(rect.top()));
        painter.galley(at, number, theme.muted);
        painter.line_segment([pos2(field.left() - 4.0, y(mm)), pos2(field.left(), y(mm))], Stroke::new(1.0, theme.muted));
        mm += step;
    }
    (response, field, depth)
}
