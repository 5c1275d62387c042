//! Where cards stand in the window: rails at both sides, a strip below, and the field between that stays free.
//!
//! **Invariant:** the four parts do not overlap, and the field keeps at least two fifths of the window's width.

use crate::game::theme::Theme;
use bevy_egui::egui::{Rect, pos2};

/// The parts of the procedure screen, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rails {
    /// Steps and the next hint; 300 wide at 1080, 232 at 720. At the right for the left hand.
    pub left: Rect,
    /// Cross-section, depth, meters, syringe; 372 wide at 1080, 288 at 720.
    pub right: Rect,
    /// The strip of toggles and views, centred below the field.
    pub strip: Rect,
    /// What nothing covers: the patient.
    pub field: Rect,
}

/// Height of the strip's row in points.
fn strip_height(theme: &Theme) -> f32 {
    (theme.size(crate::game::theme::Size::Small) * 3.6).round()
}

/// How much wider than the design a rail is at a large text size: up to 1.45 at 200 %.
fn widening(theme: &Theme) -> f32 {
    1.0 + 0.45 * (theme.look.text - 1.0).max(0.0)
}

/// The parts for a window.
#[must_use]
pub fn rails(window: Rect, theme: &Theme) -> Rails {
    let inner = window.shrink(theme.margin());
    let wide = widening(theme) * theme.unit;
    let most = window.width() * 0.6 - 2.0 * (theme.margin() + theme.gap());
    let fit = (most / ((300.0 + 372.0) * wide)).min(1.0);
    let (left, right) = ((300.0 * wide * fit).round(), (372.0 * wide * fit).round());
    // Two rows, but in a small window, where the strip says less.
    let height = strip_height(theme) * if theme.look.text > 1.3 || theme.unit > 0.95 { 1.7 } else { 1.0 };
    let (left, right) = if theme.look.left_handed {
        let left = Rect::from_min_max(pos2(inner.right() - left, inner.top()), inner.max);
        (left, Rect::from_min_max(inner.min, pos2(inner.left() + right, inner.bottom())))
    } else {
        let left = Rect::from_min_max(inner.min, pos2(inner.left() + left, inner.bottom()));
        (left, Rect::from_min_max(pos2(inner.right() - right, inner.top()), inner.max))
    };
    let (first, last) = if theme.look.left_handed { (right, left) } else { (left, right) };
    let columns = first.right() + theme.gap()..=last.left() - theme.gap();
    let strip = Rect::from_x_y_ranges(columns.clone(), inner.bottom() - height..=inner.bottom());
    let field = Rect::from_x_y_ranges(columns, inner.top()..=strip.top() - theme.gap());
    Rails { left, right, strip, field }
}

/// The atlas's parts for a window: those of the procedure, with a strip of two rows.
#[must_use]
pub fn atlas(window: Rect, theme: &Theme) -> Rails {
    let Rails { left, right, strip, field } = rails(window, theme);
    let height = (theme.size(crate::game::theme::Size::Small) * if theme.look.text > 1.3 { 9.0 } else { 6.2 }).round();
    let strip = Rect::from_min_max(pos2(strip.left(), strip.bottom() - height), strip.max);
    let field = Rect::from_min_max(field.min, pos2(field.right(), strip.top() - theme.gap()));
    Rails { left, right, strip, field }
}

/// The parts of the consultation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Consult {
    /// The card, at the right.
    pub card: Rect,
    /// What nothing covers: the patient.
    pub field: Rect,
}

/// The consultation's parts for a window: the patient has a third of it at the least.
#[must_use]
pub fn consult(window: Rect, theme: &Theme) -> Consult {
    let inner = window.shrink(theme.margin());
    let wide = (theme.size(crate::game::theme::Size::Body) * 50.0).min(inner.width() * 0.64).round();
    let card = Rect::from_min_max(pos2(inner.right() - wide, inner.top()), inner.max);
    let field = Rect::from_min_max(inner.min, pos2(card.left() - theme.gap(), inner.bottom()));
    Consult { card, field }
}

/// A page beside the patient, at the side of the steps: it has two fifths of the window at the most.
#[must_use]
pub fn beside(window: Rect, theme: &Theme) -> Consult {
    let inner = window.shrink(theme.margin());
    let wide = (theme.size(crate::game::theme::Size::Body) * 32.0).min(window.width() * 0.44).round();
    let gap = theme.gap();
    if theme.look.left_handed {
        let card = Rect::from_min_max(pos2(inner.right() - wide, inner.top()), inner.max);
        return Consult { card, field: Rect::from_min_max(inner.min, pos2(card.left() - gap, inner.bottom())) };
    }
    let card = Rect::from_min_max(inner.min, pos2(inner.left() + wide, inner.bottom()));
    Consult { card, field: Rect::from_min_max(pos2(card.right() + gap, inner.top()), inner.max) }
}

/// The parts of the debrief.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Debrief {
    /// Scores and findings.
    pub left: Rect,
    /// What to show, what to do next.
    pub right: Rect,
    /// Depth along the threads and the replay.
    pub plot: Rect,
    /// What nothing covers: the patient.
    pub field: Rect,
}

/// The debrief's parts for a window.
#[must_use]
pub fn debrief(window: Rect, theme: &Theme) -> Debrief {
    let inner = window.shrink(theme.margin());
    let wide = widening(theme) * theme.unit;
    let most = window.width() * 0.62 - 2.0 * (theme.margin() + theme.gap());
    // Switches with their words need more room at a large text size than scores do.
    let narrow = 300.0 * (1.0 + 0.3 * (theme.look.text - 1.0).max(0.0));
    let fit = (most / ((520.0 + narrow) * wide)).min(1.0);
    let plot = (inner.height() * if theme.look.text > 1.3 { 0.34 } else { 0.265 }).round();
    let plot = Rect::from_min_max(pos2(inner.left(), inner.bottom() - plot), inner.max);
    let bottom = plot.top() - theme.gap();
    let left = Rect::from_min_max(inner.min, pos2(inner.left() + (520.0 * wide * fit).round(), bottom));
    let right = Rect::from_min_max(pos2(inner.right() - (narrow * wide * fit).round(), inner.top()), pos2(inner.right(), bottom));
    let field = Rect::from_x_y_ranges(left.right() + theme.gap()..=right.left() - theme.gap(), inner.top()..=bottom);
    Debrief { left, right, plot, field }
}

/// The parts of the drill editor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Editor {
    /// The drill's fields.
    pub left: Rect,
    /// What can be done, the zone, what is wrong.
    pub right: Rect,
    /// What nothing covers: the patient.
    pub field: Rect,
}

/// The editor's parts for a window.
#[must_use]
pub fn editor(window: Rect, theme: &Theme) -> Editor {
    let inner = window.shrink(theme.margin());
    let wide = widening(theme) * theme.unit;
    let most = window.width() * 0.6 - 2.0 * (theme.margin() + theme.gap());
    let fit = (most / ((440.0 + 330.0) * wide)).min(1.0);
    let left = Rect::from_min_max(inner.min, pos2(inner.left() + (440.0 * wide * fit).round(), inner.bottom()));
    let right = Rect::from_min_max(pos2(inner.right() - (330.0 * wide * fit).round(), inner.top()), inner.max);
    let field = Rect::from_x_y_ranges(left.right() + theme.gap()..=right.left() - theme.gap(), inner.y_range());
    Editor { left, right, field }
}
