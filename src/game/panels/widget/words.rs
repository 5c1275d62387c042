//! Words in the five sizes; rows with a name at the left and a value at the right; key caps.

use crate::game::theme::{Size, Theme, Weight};
use bevy_egui::egui::{self, Align, Color32, Galley, Response, Sense, StrokeKind, Ui, WidgetInfo, WidgetType, vec2};
use std::borrow::Cow;
use std::sync::Arc;

/// Text with its size, weight and colour.
#[derive(Clone, Debug)]
pub(in crate::game::panels) struct Words {
    pub(in crate::game::panels) text: String,
    pub(in crate::game::panels) size: Size,
    pub(in crate::game::panels) weight: Weight,
    /// The theme's text colour where none is given.
    pub(in crate::game::panels) colour: Option<Color32>,
}

impl Words {
    pub(in crate::game::panels) fn new(text: impl Into<String>, size: Size) -> Self {
        let weight = match size {
            Size::Hero | Size::Title | Size::Heading => Weight::SemiBold,
            Size::Body | Size::Small => Weight::Regular,
        };
        Self { text: text.into(), size, weight, colour: None }
    }

    pub(in crate::game::panels) fn weight(mut self, weight: Weight) -> Self {
        self.weight = weight;
        self
    }

    pub(in crate::game::panels) fn colour(mut self, colour: Color32) -> Self {
        self.colour = Some(colour);
        self
    }
}

/// Lays words out within a width, wrapped.
pub(in crate::game::panels) fn layout(ui: &Ui, words: &Words, width: f32) -> Arc<Galley> {
    runs(ui, std::slice::from_ref(words), width)
}

/// The same in so many lines at most; what does not fit ends in an ellipsis.
pub(in crate::game::panels) fn layout_rows(ui: &Ui, words: &Words, width: f32, rows: usize) -> Arc<Galley> {
    let mut job = job(ui, std::slice::from_ref(words), width);
    job.wrap.max_rows = rows;
    ui.painter().layout_job(job)
}

/// The same in a size that fits, every line centred about the galley's origin.
pub(in crate::game::panels) fn layout_centred(ui: &Ui, words: &Words, width: f32) -> Arc<Galley> {
    let mut job = job(ui, &[fitting(ui, words, width)], width);
    job.halign = Align::Center;
    ui.painter().layout_job(job)
}

fn runs(ui: &Ui, all: &[Words], width: f32) -> Arc<Galley> {
    ui.painter().layout_job(job(ui, all, width))
}

fn job(ui: &Ui, all: &[Words], width: f32) -> egui::text::LayoutJob {
    let theme = Theme::of(ui.ctx());
    let mut job = egui::text::LayoutJob::default();
    job.wrap.max_width = width;
    for words in all {
        let format = egui::TextFormat {
            font_id: theme.font(words.size, words.weight),
            color: words.colour.unwrap_or(theme.text),
            valign: Align::BOTTOM,
            ..Default::default()
        };
        job.append(&unbroken(&words.text), 0.0, format);
    }
    job
}

/// The text with the one no-break space that the layout keeps a line together at: at the narrow one it would break.
fn unbroken(text: &str) -> Cow<'_, str> {
    if text.contains('\u{202f}') { Cow::Owned(text.replace('\u{202f}', "\u{a0}")) } else { Cow::Borrowed(text) }
}

fn put(ui: &mut Ui, galley: Arc<Galley>, height: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x, height.max(galley.size().y)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, galley.text()));
    let top = rect.center().y - galley.size().y * 0.5;
    ui.painter().galley(egui::pos2(rect.left(), top), galley, Color32::PLACEHOLDER);
    response
}

/// Shows words, wrapped at the width that is left; in a smaller size where a single word is wider than that.
pub(in crate::game::panels) fn words(ui: &mut Ui, words: &Words) -> Response {
    let galley = layout(ui, &fitting(ui, words, ui.available_width()), ui.available_width());
    put(ui, galley, 0.0)
}

/// The words in the largest size, their own or smaller, in which no single word is wider than the room.
fn fitting(ui: &Ui, words: &Words, room: f32) -> Words {
    let longest = words.text.split_whitespace().max_by_key(|word| word.chars().count()).unwrap_or_default();
    let longest = Words { text: longest.to_owned(), ..words.clone() };
    let sizes = [Size::Hero, Size::Title, Size::Heading, Size::Body, Size::Small];
    let smaller = sizes.into_iter().filter(|&size| size as usize >= words.size as usize);
    let fits = |&size: &Size| layout(ui, &Words { size, ..longest.clone() }, f32::INFINITY).size().x <= room;
    Words { size: smaller.clone().find(fits).unwrap_or(words.size), ..words.clone() }
}

/// A large number with its unit on the same baseline.
pub(in crate::game::panels) fn figure(ui: &mut Ui, number: &Words, unit: &Words, name: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let gap = theme.size(unit.size) * 0.35;
    let number_galley = layout(ui, number, f32::INFINITY);
    let unit_galley = layout(ui, unit, f32::INFINITY);
    let size = vec2(number_galley.size().x + gap + unit_galley.size().x, number_galley.size().y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, format!("{name}: {} {}", number.text, unit.text)));
    // Inter's ascent is 0.97 of its size.
    let drop = 0.97 * (theme.size(number.size) - theme.size(unit.size));
    let at = rect.min + vec2(number_galley.size().x + gap, drop);
    ui.painter().galley(rect.min, number_galley, Color32::PLACEHOLDER);
    ui.painter().galley(at, unit_galley, Color32::PLACEHOLDER);
    response
}

/// Small muted words.
pub(in crate::game::panels) fn caption(ui: &mut Ui, text: impl Into<String>) -> Response {
    let muted = Theme::of(ui.ctx()).muted;
    words(ui, &Words::new(text, Size::Small).colour(muted))
}

/// A name at the left, a value (of several runs) at the right on the same line; the value goes below where both do not fit.
pub(in crate::game::panels) fn row(ui: &mut Ui, name: &Words, value: &[Words]) -> Response {
    let theme = Theme::of(ui.ctx());
    let width = ui.available_width();
    let value = runs(ui, value, width);
    let gap = theme.size(Size::Small) * 0.6;
    let single = layout(ui, name, f32::INFINITY);
    let beside = single.size().x + gap + value.size().x <= width;
    let name = if beside { single } else { layout(ui, name, width) };
    let height = if beside { name.size().y.max(value.size().y) } else { name.size().y + value.size().y };
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, format!("{} {}", name.text(), value.text())));
    let (name_y, value_y) = if beside {
        // Baselines agree when the bottoms do, less the descent's share of the size difference.
        let drop = |galley: &Galley| (height - galley.size().y) * 0.8;
        (rect.top() + drop(&name), rect.top() + drop(&value))
    } else {
        (rect.top(), rect.top() + name.size().y)
    };
    let value_x = rect.right() - value.size().x;
    ui.painter().galley(egui::pos2(rect.left(), name_y), name, Color32::PLACEHOLDER);
    ui.painter().galley(egui::pos2(value_x, value_y), value, Color32::PLACEHOLDER);
    response
}

/// The name of a key in a small frame, and what it does; both stay together on a line.
pub(in crate::game::panels) fn key_hint(ui: &mut Ui, key: &str, does: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let cap = layout(ui, &Words::new(key, Size::Small).weight(Weight::Medium), f32::INFINITY);
    let pad = vec2((7.0 * theme.unit).max(5.0), 2.0);
    let cap_size = vec2((cap.size().x + 2.0 * pad.x).max(cap.size().y + 2.0 * pad.y), cap.size().y + 2.0 * pad.y);
    let gap = theme.size(Size::Small) * 0.4;
    let room = (ui.max_rect().width() - cap_size.x - gap).max(theme.size(Size::Small) * 4.0);
    let word = layout(ui, &Words::new(does, Size::Small).colour(theme.muted), room);
    let size = vec2(cap_size.x + gap + word.size().x, cap_size.y.max(word.size().y));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, format!("{key}: {does}")));
    let frame = egui::Rect::from_min_size(egui::pos2(rect.left(), rect.center().y - cap_size.y * 0.5), cap_size);
    let outline = egui::Stroke::new(1.0, theme.muted.gamma_multiply(0.7));
    ui.painter().rect(frame, 5.0, theme.well, outline, StrokeKind::Inside);
    ui.painter().galley(frame.center() - cap.size() * 0.5, cap, Color32::PLACEHOLDER);
    let at = egui::pos2(frame.right() + gap, rect.center().y - word.size().y * 0.5);
    ui.painter().galley(at, word, theme.muted);
    response
}
