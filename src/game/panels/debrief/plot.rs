//! Depth along every thread, side by side, over the layers as they were under each.

use super::{Action, Model, Sample, Thread};
use crate::anatomy::Layer;
use crate::game::panels::depth::layer_id;
use crate::game::panels::widget::{Words, dashed, layout, ribbon, words};
use crate::game::theme::{LAYERS, PRODUCT, Size, State, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Color32, Galley, Id, LayerId, Order, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2};
use std::sync::Arc;

/// Where a thread stands in the plot, and how its points map there.
struct Lane<'a> {
    thread: &'a Thread,
    left: f32,
    right: f32,
    length_mm: f64,
}

impl Lane<'_> {
    fn x(&self, sample: &Sample) -> f32 {
        self.left + (self.right - self.left) * (sample.along_mm / self.length_mm.max(1e-6)).clamp(0.0, 1.0) as f32
    }
}

pub(super) fn content(ui: &mut Ui, model: &Model, lang: &Lang, room: f32) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let small = theme.size(Size::Small);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), room.max(small * 5.0)), Sense::click_and_drag());
    let title = lang.text("debrief-plot", &[]);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, said(&title, model, lang)));
    let threads: Vec<&Thread> = model.threads.iter().filter(|thread| thread.samples.len() >= 2).collect();
    if threads.is_empty() {
        let mut inner = ui.new_child(UiBuilder::new().max_rect(rect));
        words(&mut inner, &Words::new(lang.text("debrief-no-threads", &[]), Size::Body).colour(theme.muted));
        return None;
    }
    let axis = layout(ui, &Words::new(lang.text("value-mm", &[("value", Value::number(0.0, 0))]), Size::Small), f32::INFINITY).size();
    let names = names(ui, model, &theme, lang);
    let gutter = names.iter().map(|(_, galley)| galley.size().x).fold(0.0, f32::max) + 8.0;
    let top = rect.top() + small * 1.5;
    let plot = Rect::from_min_max(pos2(rect.left() + axis.x + 10.0, top), pos2(rect.right() - gutter, rect.bottom() - 3.0));
    let deepest = threads.iter().flat_map(|thread| &thread.samples).map(|sample| sample.depth_mm.max(sample.boundaries_mm[3] + 0.6));
    let floor = deepest.fold(3.0, f64::max);
    let y = |mm: f64| plot.top() + plot.height() * (mm.clamp(0.0, floor) / floor) as f32;
    let lanes = lanes(&threads, plot);
    layers(ui, &lanes, plot, &y, floor, if theme.look.dark { 0.42 } else { 0.7 });
    let painter = ui.painter_at(plot.expand2(vec2(1.0, small * 1.6)));
    target(ui, model, &lanes, plot, &y);
    for lane in &lanes {
        let points: Vec<Pos2> = lane.thread.samples.iter().map(|sample| pos2(lane.x(sample), y(sample.depth_mm))).collect();
        let colour = match lane.thread.state {
            State::Target | State::Neutral if theme.look.dark => PRODUCT,
            State::Target | State::Neutral => theme.text,
            other => theme.state(other),
        };
        let casing = if theme.look.dark { Color32::from_black_alpha(120) } else { Color32::from_white_alpha(160) };
        painter.add(Shape::line(points.clone(), Stroke::new(4.5, casing)));
        painter.add(Shape::line(points, Stroke::new(2.5, colour)));
        name(ui, lane, plot, lang, &theme);
    }
    scale(ui, rect, plot, &y, floor, lang, &theme);
    label(ui, &lanes, model, names, plot, &y, floor);
    playhead(ui, &lanes, plot, model.replay.time_s, &theme);
    if let Some(at) = response.hover_pos().filter(|at| plot.contains(*at)) {
        read(ui, &lanes, model, at, plot, &y, lang);
    }
    let pointer = response.is_pointer_button_down_on().then(|| response.interact_pointer_pos()).flatten()?;
    time_at(&lanes, pointer.x).map(Action::Seek)
}

/// The plot in words, for those who do not see it: each thread with its length, its depths and how it was judged.
fn said(title: &str, model: &Model, lang: &Lang) -> String {
    let thread = |thread: &Thread| {
        let along = thread.samples.iter().map(|sample| sample.along_mm).fold(0.0, f64::max);
        let depths = || thread.samples.iter().map(|sample| sample.depth_mm);
        let (low, high) = (depths().fold(f64::INFINITY, f64::min), depths().fold(f64::NEG_INFINITY, f64::max));
        let values = [
            ("number", Value::count(thread.number)),
            ("length", Value::number(along, 0)),
            ("low", Value::number(low, 1)),
            ("high", Value::number(high, 1)),
            ("state", Value::text(lang.text(thread.state.message(), &[]))),
        ];
        lang.text("say-thread", &values)
    };
    let threads = model.threads.iter().filter(|thread| thread.samples.len() >= 2).map(thread);
    std::iter::once(format!("{title}.")).chain(threads).collect::<Vec<_>>().join(" ")
}

/// Each thread gets room by its length, with a gap between.
fn lanes<'a>(threads: &[&'a Thread], plot: Rect) -> Vec<Lane<'a>> {
    let gap = (plot.width() * 0.012).clamp(4.0, 18.0);
    let length = |thread: &Thread| thread.samples.iter().map(|sample| sample.along_mm).fold(0.0, f64::max).max(1.0);
    let total: f64 = threads.iter().map(|thread| length(thread)).sum();
    let room = (plot.width() - gap * (threads.len() as f32 + 1.0)).max(plot.width() * 0.5);
    let mut left = plot.left() + gap;
    let lane = |&thread: &&'a Thread| {
        let width = room * (length(thread) / total) as f32;
        let lane = Lane { thread, left, right: left + width, length_mm: length(thread) };
        left += width + gap;
        lane
    };
    threads.iter().map(lane).collect()
}

/// The layers as bands, muted, from one sample to the next across the whole plot.
fn layers(ui: &Ui, lanes: &[Lane<'_>], plot: Rect, y: &impl Fn(f64) -> f32, floor: f64, strength: f32) {
    let mut stops: Vec<(f32, [f64; 4])> = Vec::new();
    for lane in lanes {
        // Laid from the far end to the entry or the other way: the plot goes along the thread.
        let mut samples: Vec<&Sample> = lane.thread.samples.iter().collect();
        samples.sort_by(|a, b| a.along_mm.total_cmp(&b.along_mm));
        stops.extend(samples.iter().map(|sample| (lane.x(sample), sample.boundaries_mm)));
    }
    let (Some(&(_, first)), Some(&(_, last))) = (stops.first(), stops.last()) else { return };
    stops.insert(0, (plot.left(), first));
    stops.push((plot.right(), last));
    let painter = ui.painter_at(plot);
    for (i, colour) in LAYERS.into_iter().take(5).enumerate() {
        let colour = colour.gamma_multiply(strength);
        painter.add(ribbon(stops.iter().map(|&(x, boundaries)| {
            let top = if i == 0 { 0.0 } else { boundaries[i - 1] };
            let bottom = boundaries.get(i).copied().unwrap_or(floor);
            ([pos2(x, y(top)), pos2(x, y(bottom))], colour)
        })));
    }
}

fn target(ui: &Ui, model: &Model, lanes: &[Lane<'_>], plot: Rect, y: &impl Fn(f64) -> f32) {
    let painter = ui.painter_at(plot);
    // Told from the colour of fat in both looks.
    let ink = if Theme::of(ui.ctx()).look.dark { Color32::from_rgb(0x4F, 0xBF, 0xA8) } else { Color32::from_rgb(0x0A, 0x5F, 0x4E) };
    for offset in [model.target_mm.0, model.target_mm.1] {
        for lane in lanes {
            let mut samples: Vec<&Sample> = lane.thread.samples.iter().collect();
            samples.sort_by(|a, b| a.along_mm.total_cmp(&b.along_mm));
            let points: Vec<Pos2> = samples.iter().map(|sample| pos2(lane.x(sample), y(sample.boundaries_mm[1] + offset))).collect();
            dashed(&painter, &points, Stroke::new(1.5, ink));
        }
    }
}

/// "thread 3" over its lane, the number alone where that is too wide, nothing where even that is.
fn name(ui: &Ui, lane: &Lane<'_>, plot: Rect, lang: &Lang, theme: &Theme) {
    let number = Value::count(lane.thread.number);
    let ink = match lane.thread.state {
        State::Target | State::Neutral => theme.muted,
        other => theme.ink(other),
    };
    let shape = match lane.thread.state {
        State::Attention => "▲ ",
        State::Fault => "◆ ",
        State::Target | State::Neutral => "",
    };
    for id in ["debrief-thread", "hud-number"] {
        let name = if id == "hud-number" { "value" } else { "number" };
        let text = format!("{shape}{}", lang.text(id, &[(name, number.clone())]));
        let galley = layout(ui, &Words::new(text, Size::Small).colour(ink), f32::INFINITY);
        if galley.size().x <= lane.right - lane.left {
            ui.painter().galley(pos2(lane.left, plot.top() - galley.size().y - 2.0), galley, ink);
            return;
        }
    }
}

fn scale(ui: &Ui, rect: Rect, plot: Rect, y: &impl Fn(f64) -> f32, floor: f64, lang: &Lang, theme: &Theme) {
    let line = theme.size(Size::Small) * 1.25;
    let every = [1.0, 2.0, 5.0].into_iter().find(|&mm| y(mm) - y(0.0) >= line * 1.15).unwrap_or(5.0);
    for i in 0..=(floor / every) as usize {
        let mm = i as f64 * every;
        let id = if i == 0 { "value-mm" } else { "hud-number" };
        let text = lang.text(id, &[("value", Value::number(mm, 0))]);
        let galley = layout(ui, &Words::new(text, Size::Small).colour(theme.muted), f32::INFINITY);
        let top = (y(mm) - galley.size().y * 0.5).min(rect.bottom() - galley.size().y);
        ui.painter().galley(pos2(plot.left() - 7.0 - galley.size().x, top), galley, theme.muted);
        ui.painter().hline(plot.left() - 4.0..=plot.left(), y(mm), Stroke::new(1.0, theme.muted));
    }
}

/// Where the replay is, when it is within a thread.
fn playhead(ui: &Ui, lanes: &[Lane<'_>], plot: Rect, time: f64, theme: &Theme) {
    for lane in lanes {
        let times = lane.thread.samples.iter().map(|sample| sample.time_s);
        let (from, to) = (times.clone().fold(f64::INFINITY, f64::min), times.fold(f64::NEG_INFINITY, f64::max));
        if !(from..=to).contains(&time) {
            continue;
        }
        let nearest = lane.thread.samples.iter().min_by(|a, b| (a.time_s - time).abs().total_cmp(&(b.time_s - time).abs()));
        if let Some(sample) = nearest {
            let x = lane.x(sample);
            ui.painter().vline(x, plot.y_range(), Stroke::new(1.5, theme.info));
            ui.painter().circle_filled(pos2(x, plot.top()), 4.0, theme.info);
        }
    }
}

/// Names of the layers, and of the band that is wanted (last).
fn names(ui: &Ui, model: &Model, theme: &Theme, lang: &Lang) -> Vec<(Color32, Arc<Galley>)> {
    let layers = [Layer::Dermis, Layer::Fat, Layer::Smas, Layer::Deep].map(|layer| layer_id(layer, model.site));
    let ids = layers.into_iter().chain(["debrief-target"]);
    let ink = |i: usize| if i == 4 { theme.target } else { theme.muted };
    let one = |(i, id): (usize, &str)| (ink(i), layout(ui, &Words::new(lang.text(id, &[]), Size::Small).colour(ink(i)), f32::INFINITY));
    ids.enumerate().map(one).collect()
}

/// The names at the right end, each beside its layer where it is high enough; the target's goes first, for it is what counts.
fn label(ui: &Ui, lanes: &[Lane<'_>], model: &Model, names: Vec<(Color32, Arc<Galley>)>, plot: Rect, y: &impl Fn(f64) -> f32, floor: f64) {
    let Some(last) = lanes.last().and_then(|lane| lane.thread.samples.iter().max_by(|a, b| a.along_mm.total_cmp(&b.along_mm))) else { return };
    let [epidermis, dermis, fat, smas] = last.boundaries_mm;
    let target = (dermis + model.target_mm.0, dermis + model.target_mm.1);
    let bands = [(epidermis, dermis), (dermis, fat), (fat, smas), (smas, floor), target];
    let mut taken: Vec<(f32, f32)> = Vec::new();
    // Whichever has no room is left out: the deepest before the layer that is not to be reached.
    let mut named: Vec<_> = bands.into_iter().zip(names).collect();
    named.swap(2, 3);
    for ((from, to), (ink, galley)) in named.into_iter().rev() {
        let high = galley.size().y * 0.86;
        // In the middle of its band, or of what the target's name leaves of it.
        let middle = if (from, to) == bands[1] { (y(target.1.max(from)) + y(to)) * 0.5 } else { (y(from) + y(to)) * 0.5 };
        let (top, bottom) = (middle - high * 0.5, middle + high * 0.5);
        let free = taken.iter().all(|(a, b)| bottom <= *a || top >= *b);
        if free && bottom <= plot.bottom() + high * 0.3 {
            ui.painter().galley(pos2(plot.right() + 8.0, middle - galley.size().y * 0.5), galley, ink);
            taken.push((top, bottom));
        }
    }
}

/// What lies under the pointer: thread, way along it, depth, depth below the dermis, layer, time.
fn read(ui: &Ui, lanes: &[Lane<'_>], model: &Model, at: Pos2, plot: Rect, y: &impl Fn(f64) -> f32, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let Some((lane, sample)) = nearest(lanes, at.x) else { return };
    let [epidermis, dermis, fat, smas] = sample.boundaries_mm;
    let layer = match sample.depth_mm {
        d if d < epidermis => Layer::Epidermis,
        d if d < dermis => Layer::Dermis,
        d if d < fat => Layer::Fat,
        d if d < smas => Layer::Smas,
        _ => Layer::Deep,
    };
    let below = sample.depth_mm - dermis;
    let text = lang.text(
        if below >= 0.0 { "debrief-read-below" } else { "debrief-read-above" },
        &[
            ("thread", Value::count(lane.thread.number)),
            ("along", Value::number(sample.along_mm, 0)),
            ("depth", Value::number(sample.depth_mm, 1)),
            ("off", Value::number(below.abs(), 1)),
            ("layer", Value::text(lang.text(layer_id(layer, model.site), &[]))),
            ("time", Value::text(super::findings::clock(sample.time_s, lang))),
        ],
    );
    let inside = (model.target_mm.0..=model.target_mm.1).contains(&below);
    let galley = layout(ui, &Words::new(text, Size::Small), plot.width() * 0.9);
    let (x, pad) = (lane.x(sample), vec2(8.0, 4.0));
    let size = galley.size() + 2.0 * pad;
    // Beside the line that is read, above or below, wherever it lies on least of the threads.
    let right = if x + 14.0 + size.x <= plot.right() { x + 14.0 } else { (x - 14.0 - size.x).max(plot.left()) };
    let left = if x - 14.0 - size.x >= plot.left() { x - 14.0 - size.x } else { right };
    let places = [plot.top() + 2.0, plot.bottom() - size.y - 2.0].into_iter().flat_map(|top| [right, left].map(|left| Rect::from_min_size(pos2(left, top), size)));
    let covered = |card: &Rect| {
        let around = card.expand(4.0);
        lanes.iter().flat_map(|lane| lane.thread.samples.iter().map(move |sample| pos2(lane.x(sample), y(sample.depth_mm)))).filter(|at| around.contains(*at)).count()
    };
    let card = places.min_by_key(covered).unwrap_or(plot);
    // Where it would hide what is read, over the plot.
    let (card, painter) = if covered(&card) == 0 {
        (card, ui.painter().clone())
    } else {
        let above = card.translate(vec2(0.0, plot.top() - 2.0 - card.bottom()));
        (above, ui.ctx().layer_painter(LayerId::new(Order::Tooltip, Id::new("fanline plot read"))))
    };
    ui.painter().vline(x, plot.y_range(), Stroke::new(1.0, theme.text.gamma_multiply(0.5)));
    let tone = theme.state(if inside { State::Target } else { State::Attention });
    ui.painter().circle(pos2(x, y(sample.depth_mm)), 4.0, tone, Stroke::new(2.0, theme.page()));
    painter.rect(card, 8.0, theme.page(), theme.hairline(), StrokeKind::Inside);
    painter.galley(card.min + pad, galley, theme.text);
}

/// The sample nearest to a place across the plot.
fn nearest<'a, 'b>(lanes: &'b [Lane<'a>], x: f32) -> Option<(&'b Lane<'a>, &'a Sample)> {
    let distance = |lane: &&Lane<'_>| (lane.left - x).max(x - lane.right).max(0.0);
    let lane = lanes.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
    let off = |a: &&Sample, b: &&Sample| (lane.x(a) - x).abs().total_cmp(&(lane.x(b) - x).abs());
    lane.thread.samples.iter().min_by(off).map(|sample| (lane, sample))
}

fn time_at(lanes: &[Lane<'_>], x: f32) -> Option<f64> {
    nearest(lanes, x).map(|(_, sample)| sample.time_s)
}
