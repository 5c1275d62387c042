//! Cards and where they stand.

use super::shape::{ribbon, veiled};
use crate::game::theme::Theme;
use bevy_egui::egui::epaint::RectShape;
use bevy_egui::egui::{self, Align2, Color32, Frame, Id, Margin, Rect, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

/// Radius of a card's corners.
const RADIUS: f32 = 14.0;

fn frame(theme: &Theme, fill: Color32) -> Frame {
    let pad = theme.padding();
    Frame::new()
        .fill(fill)
        .stroke(theme.hairline())
        .corner_radius(RADIUS)
        .inner_margin(Margin::symmetric(pad as i8, (pad * 0.85) as i8))
}

/// A card's content goes over its whole width.
fn roomy(ui: &mut Ui, theme: &Theme) {
    ui.set_width(ui.available_width());
    ui.spacing_mut().item_spacing = vec2(8.0, (6.0 * theme.unit).round().max(4.0));
}

/// A card over the whole width that is left.
pub(in crate::game::panels) fn card<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let theme = Theme::of(ui.ctx());
    filled_card(ui, theme.card, content)
}

/// A card with a fill of its own.
pub(in crate::game::panels) fn filled_card<R>(ui: &mut Ui, fill: Color32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let theme = Theme::of(ui.ctx());
    let shown = frame(&theme, fill).show(ui, |ui| {
        roomy(ui, &theme);
        content(ui)
    });
    ui.data_mut(|data| {
        if let Some(cards) = data.get_temp_mut_or_default::<Option<Vec<Rect>>>(shown_cards()) {
            cards.push(shown.response.rect);
        }
    });
    shown.inner
}

/// Where the cards of what scrolls are kept while it is shown; nothing is kept of other cards.
fn shown_cards() -> Id {
    Id::new("fanline cards shown")
}

/// So many cards in columns of one width, row by row; those of a row are all as tall as the tallest.
pub(in crate::game::panels) fn cards(ui: &mut Ui, columns: usize, count: usize, content: impl FnMut(&mut Ui, usize)) {
    footed_cards(ui, columns, count, content, |_, _| ());
}

/// The same, each with a foot; those of a row stand at one height.
pub(in crate::game::panels) fn footed_cards(
    ui: &mut Ui,
    columns: usize,
    count: usize,
    mut content: impl FnMut(&mut Ui, usize),
    mut foot: impl FnMut(&mut Ui, usize),
) {
    let theme = Theme::of(ui.ctx());
    let gap = theme.gap();
    let each = (ui.available_width() - gap * (columns as f32 - 1.0)) / columns as f32;
    let bare = frame(&theme, Color32::TRANSPARENT).stroke(Stroke::NONE);
    for first in (0..count).step_by(columns.max(1)) {
        let origin = ui.cursor().min;
        let row = first..(first + columns).min(count);
        let left = |index: usize| origin.x + (index - first) as f32 * (each + gap);
        // The grounds are painted below what stands on them, once it is known how tall the row is.
        let grounds: Vec<_> = row.clone().map(|_| ui.painter().add(Shape::Noop)).collect();
        let bodies: Vec<_> = row
            .clone()
            .map(|index| {
                let part = Rect::from_min_size(pos2(left(index), origin.y), vec2(each, f32::INFINITY));
                let mut inner = ui.new_child(UiBuilder::new().max_rect(part).id_salt(index));
                let mut body = bare.begin(&mut inner);
                roomy(&mut body.content_ui, &theme);
                content(&mut body.content_ui, index);
                (inner, body)
            })
            .collect();
        let low = bodies.iter().map(|(_, body)| body.content_ui.min_rect().bottom()).fold(origin.y, f32::max);
        let mut bottom = origin.y;
        for ((mut inner, mut body), index) in bodies.into_iter().zip(row.clone()) {
            let ui = &mut body.content_ui;
            ui.add_space(low - ui.min_rect().bottom());
            foot(ui, index);
            body.end(&mut inner);
            bottom = bottom.max(inner.min_rect().bottom());
        }
        for (ground, index) in grounds.into_iter().zip(row) {
            let rect = Rect::from_min_max(pos2(left(index), origin.y), pos2(left(index) + each, bottom));
            ui.painter().set(ground, RectShape::new(rect, RADIUS, theme.page(), theme.hairline(), StrokeKind::Inside));
        }
        ui.allocate_rect(Rect::from_min_max(origin, pos2(ui.max_rect().right(), bottom)), Sense::hover());
    }
}

/// A hairline across.
pub(in crate::game::panels) fn rule(ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), (9.0 * theme.unit).round()), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y.round() + 0.5, theme.hairline());
}

/// Puts content into a part of the window, in an area of its own; scrolls where it is taller. `anchor` says which point of
/// the content lies on the same point of the part.
pub(in crate::game::panels) fn place<R>(
    ui: &Ui,
    name: &str,
    part: Rect,
    anchor: Align2,
    content: impl FnOnce(&mut Ui) -> R,
) -> R {
    placed(ui, name, part, anchor, None, content)
}

/// The same over a ground of one colour, into which all of it fades.
pub(in crate::game::panels) fn place_on<R>(
    ui: &Ui,
    name: &str,
    part: Rect,
    anchor: Align2,
    ground: Color32,
    content: impl FnOnce(&mut Ui) -> R,
) -> R {
    placed(ui, name, part, anchor, Some(ground), content)
}

fn placed<R>(
    ui: &Ui,
    name: &str,
    part: Rect,
    anchor: Align2,
    ground: Option<Color32>,
    content: impl FnOnce(&mut Ui) -> R,
) -> R {
    let theme = Theme::of(ui.ctx());
    let area = egui::Area::new(Id::new(("fanline", name)))
        .fixed_pos(anchor.pos_in_rect(&part))
        .pivot(anchor)
        .constrain(false)
        .fade_in(false)
        .default_size(part.size());
    let shown = area.show(ui.ctx(), |ui| {
        // The area remembers its size of the last pass; what is wanted now counts.
        ui.set_max_height(part.height().max(0.0));
        ui.set_width(part.width());
        let scroll = egui::ScrollArea::vertical().max_height(part.height()).auto_shrink([false, true]);
        scrolled(ui, scroll, ground, |ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, theme.gap());
            ui.set_width(part.width());
            content(ui)
        })
    });
    shown.inner
}

/// Height of what is in a place, as it was shown last.
pub(in crate::game::panels) fn height_of(ui: &Ui, name: &str) -> f32 {
    ui.data(|data| data.get_temp(Id::new(("height", name)))).unwrap_or(0.0)
}

/// Keeps the height of what is in a place; the next frame goes by it.
pub(in crate::game::panels) fn keep_height(ui: &Ui, name: &str) {
    let (before, now) = (height_of(ui, name), ui.min_rect().height());
    if (before - now).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(Id::new(("height", name)), now));
        ui.ctx().request_repaint();
    }
}

/// Content that scrolls; where it goes on above or below, its end fades into a ground. Without a ground, over the scene, what stands on the
/// cards fades into them.
pub(in crate::game::panels) fn scrolled<R>(ui: &mut Ui, scroll: egui::ScrollArea, ground: Option<Color32>, content: impl FnOnce(&mut Ui) -> R) -> R {
    let take = |ui: &Ui, cards: Option<Vec<Rect>>| ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default(shown_cards()), cards));
    let around = take(ui, Some(Vec::new()));
    let shown = scroll.show(ui, content);
    let cards = take(ui, around).unwrap_or_default();
    let seen = shown.inner_rect;
    let (above, below) = (shown.state.offset.y, shown.content_size.y - seen.height() - shown.state.offset.y);
    let page = Theme::of(ui.ctx()).page();
    let high = (Theme::of(ui.ctx()).size(crate::game::theme::Size::Body) * 1.8).min(seen.height() * 0.3);
    for (hidden, end, inwards) in [(above, seen.top(), 1.0), (below, seen.bottom(), -1.0)] {
        if hidden > 1.0 {
            let depth = inwards * high * (hidden / high).min(1.0);
            match ground {
                // A bar beside the content is part of what ends here.
                Some(ground) => {
                    let across = egui::Rangef::new(seen.left(), seen.right().max(ui.max_rect().right()));
                    ui.painter().add(fading(across, end, end + depth, ground));
                }
                None => {
                    for card in &cards {
                        let painter = ui.painter().with_clip_rect(card.shrink(1.0).intersect(seen).intersect(ui.clip_rect()));
                        painter.add(fading(card.x_range(), end, end + depth, page));
                    }
                }
            }
        }
    }
    shown.inner
}

/// A colour that fades out from one height to another.
fn fading(across: egui::Rangef, from: f32, to: f32, colour: Color32) -> Shape {
    const STEPS: u32 = 8;
    ribbon((0..=STEPS).map(|k| {
        let share = k as f32 / STEPS as f32;
        let opacity = 1.0 - share * share * (3.0 - 2.0 * share);
        ([across.min, across.max].map(|x| pos2(x, from + (to - from) * share)), veiled(colour, opacity))
    }))
}

/// Begins at the top where something else is shown than before in the place of a name.
pub(in crate::game::panels) fn begin_at_top(ui: &Ui, name: &str, shown: impl std::hash::Hash + std::fmt::Debug) {
    let (place, now) = (Id::new(("fanline begun", name)), Id::new(shown));
    if ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or(place, now), now)) != now {
        ui.scroll_to_rect(Rect::from_min_size(ui.min_rect().min, vec2(1.0, 1.0)), Some(egui::Align::Min));
    }
}

/// Scrolls by pages of a height with Page Up and Page Down.
pub(super) fn turn_pages(ui: &Ui, height: f32) {
    let pages = ui.input(|input| input.num_presses(egui::Key::PageUp) as f32 - input.num_presses(egui::Key::PageDown) as f32);
    if pages != 0.0 && !ui.input(|input| input.modifiers.any()) {
        ui.scroll_with_delta(vec2(0.0, pages * height * 0.8));
    }
}

/// A card in the middle of the window, over a veil that takes the pointer: for a question that must be answered first.
pub(in crate::game::panels) fn modal<R>(ui: &Ui, name: &str, width: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let theme = Theme::of(ui.ctx());
    let window = ui.ctx().content_rect().shrink(theme.margin());
    let id = Id::new(("fanline", name));
    let area = egui::Modal::default_area(id).fade_in(false).default_width(width);
    let veil = theme.ground.gamma_multiply(0.72);
    let modal = egui::Modal::new(id).area(area).frame(Frame::NONE).backdrop_color(veil);
    let shown = modal.show(ui.ctx(), |ui| {
        let width = width.min(window.width());
        ui.set_max_height(window.height());
        ui.set_width(width);
        let scroll = egui::ScrollArea::vertical().max_height(window.height()).auto_shrink([false, true]);
        scrolled(ui, scroll, Some(theme.page()), |ui| {
            ui.set_width(width);
            turn_pages(ui, window.height());
            filled_card(ui, theme.page(), content)
        })
    });
    shown.inner
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(context: &egui::Context) -> usize {
        context.data(|data| data.get_temp::<Option<Vec<Rect>>>(shown_cards()).flatten().map_or(0, |cards| cards.len()))
    }

    #[test]
    fn cards_are_kept_only_while_what_scrolls_asks_for_them() {
        let context = egui::Context::default();
        let mut within = 0;
        for _ in 0..3 {
            let mut shown = context.run_ui(egui::RawInput::default(), |ui| {
                filled_card(ui, Color32::WHITE, |_| ());
                scrolled(ui, egui::ScrollArea::vertical(), None, |ui| {
                    filled_card(ui, Color32::WHITE, |_| ());
                    within = kept(ui.ctx());
                });
                filled_card(ui, Color32::WHITE, |_| ());
            });
            shown.textures_delta.clear();
            assert_eq!((within, kept(&context)), (1, 0));
        }
    }
}
