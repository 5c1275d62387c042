//! A table whose rows can be chosen; where it does not fit, each row is a block of names and values.

use crate::game::panels::told::tell;
use crate::game::panels::widget::{Words, layout, layout_rows, ring_of_focus, state_shape};
use crate::game::theme::{Size, State, Theme, Weight};
use bevy_egui::egui::{Color32, Galley, Rect, Sense, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};
use std::sync::Arc;

/// A cell: words, and perhaps the shape of a state before them.
#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    text: String,
    state: Option<State>,
    strong: bool,
    right: bool,
}

impl Cell {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A number: at the right.
    pub(super) fn number(text: impl Into<String>) -> Self {
        Self { right: true, ..Self::new(text) }
    }

    pub(super) fn strong(mut self) -> Self {
        self.strong = true;
        self
    }

    pub(super) fn state(mut self, state: State) -> Self {
        self.state = Some(state);
        self
    }

    fn words(&self, theme: &Theme) -> Words {
        let words = Words::new(&self.text, Size::Body).weight(if self.strong { Weight::SemiBold } else { Weight::Regular });
        match self.state {
            Some(state) if state != State::Neutral => words.colour(theme.ink(state)),
            _ => words,
        }
    }
}

/// What a table is made of: its heads, and the column that gives way first where it is narrow; then the names do, which come first.
pub(super) struct Table<'a> {
    pub(super) heads: &'a [String],
    pub(super) gives: usize,
    /// The row that is chosen; none where rows cannot be.
    pub(super) chosen: Option<Option<usize>>,
    /// What a press on a row does.
    pub(super) tip: &'a str,
}

/// Least width of a column that gives way, in letters.
const LEAST: f32 = 7.0;
/// Lines of a cell at most.
const ROWS: usize = 3;

impl Table<'_> {
    /// Shows the rows; `below` shows what is under the chosen one. Gives the row that was pressed, and what `below` gave.
    pub(super) fn show<A>(&self, ui: &mut Ui, rows: &[Vec<Cell>], mut below: impl FnMut(&mut Ui, usize) -> Option<A>) -> (Option<usize>, Option<A>) {
        let theme = Theme::of(ui.ctx());
        let points = theme.size(Size::Body);
        let gap = points * 1.1;
        let sign = points * 1.15;
        let room = ui.available_width() - 2.0 * pad(&theme);
        let wide = |words: &Words| layout(ui, words, f32::INFINITY).size().x;
        let mut widths: Vec<f32> = self.heads.iter().map(|head| wide(&heading(&theme, head))).collect();
        for cell in rows.iter().flat_map(|row| row.iter().enumerate()) {
            let (column, cell) = cell;
            let natural = wide(&cell.words(&theme)) + if cell.state.is_some() { sign } else { 0.0 };
            if let Some(width) = widths.get_mut(column) {
                *width = width.max(natural);
            }
        }
        let gaps = gap * widths.len().saturating_sub(1) as f32;
        // What is over is taken from the column that gives way, then from the names; what is left over goes to the former.
        let mut over = widths.iter().sum::<f32>() + gaps - room;
        for column in [self.gives, 0] {
            let given = over.min((widths[column] - points * LEAST).max(0.0));
            widths[column] -= given;
            over -= given;
        }
        let fits = over <= 0.5;
        if fits {
            self.heads_line(ui, &theme, &widths, rows, gap);
        }
        let (mut pressed, mut done) = (None, None);
        for (index, row) in rows.iter().enumerate() {
            let clicked = if fits { self.line(ui, &theme, &widths, index, row, gap) } else { self.block(ui, &theme, index, row) };
            if clicked {
                pressed = Some(index);
            }
            if self.chosen == Some(Some(index)) {
                done = below(ui, index).or(done);
            }
        }
        (pressed, done)
    }

    fn heads_line(&self, ui: &mut Ui, theme: &Theme, widths: &[f32], rows: &[Vec<Cell>], gap: f32) {
        let galleys: Vec<Arc<Galley>> = self.heads.iter().map(|head| layout(ui, &heading(theme, head), f32::INFINITY)).collect();
        let height = galleys.iter().map(|galley| galley.size().y).fold(0.0, f32::max);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, self.heads.join(", ")));
        let mut x = rect.left() + pad(theme);
        for ((galley, width), column) in galleys.into_iter().zip(widths).zip(0..) {
            let right = rows.first().and_then(|row| row.get(column)).is_some_and(|cell: &Cell| cell.right);
            let at = if right { x + width - galley.size().x } else { x };
            ui.painter().galley(pos2(at, rect.top()), galley, Color32::PLACEHOLDER);
            x += width + gap;
        }
    }

    /// A row's place; whether it was pressed.
    fn place(&self, ui: &mut Ui, theme: &Theme, index: usize, row: &[Cell], height: f32) -> (Rect, bool) {
        let sense = if self.chosen.is_some() { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), sense);
        let said: Vec<String> = self.heads.iter().zip(row).filter(|(_, cell)| !cell.text.is_empty()).map(|(head, cell)| format!("{head}: {}", cell.text)).collect();
        let said = said.join(", ");
        let on = self.chosen == Some(Some(index));
        let painter = ui.painter();
        if self.chosen.is_some() {
            response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, on, &said));
            tell(ui, &response, row.first().map_or("", |cell| cell.text.as_str()));
            let near = ui.ctx().animate_bool_with_time(response.id, response.hovered(), theme.transition());
            painter.rect_filled(rect, 8.0, if on { theme.tint(theme.target) } else { theme.well.gamma_multiply(near) });
            ring_of_focus(ui, rect, 8.0, &response);
        } else {
            response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &said));
        }
        painter.hline(rect.x_range(), rect.top() - 1.0, Stroke::new(theme.outline(), theme.line));
        let clicked = response.clicked();
        if self.chosen.is_some() {
            response.on_hover_text(self.tip);
        }
        (rect, clicked)
    }

    fn line(&self, ui: &mut Ui, theme: &Theme, widths: &[f32], index: usize, row: &[Cell], gap: f32) -> bool {
        let points = theme.size(Size::Body);
        let sign = |cell: &Cell| if cell.state.is_some() { points * 1.15 } else { 0.0 };
        let galleys: Vec<_> = row.iter().zip(widths).map(|(cell, width)| layout_rows(ui, &cell.words(theme), (width - sign(cell) + 0.5).max(1.0), ROWS)).collect();
        let high = galleys.iter().map(|galley| galley.size().y).fold(0.0, f32::max);
        let (rect, clicked) = self.place(ui, theme, index, row, (high + points).max(points * 2.2).round());
        let mut x = rect.left() + pad(theme);
        for ((cell, width), galley) in row.iter().zip(widths).zip(galleys) {
            let sign = sign(cell);
            let left = if cell.right { x + width - galley.size().x - sign } else { x };
            if let Some(state) = cell.state {
                ui.painter().add(state_shape(state, pos2(left + points * 0.4, rect.center().y), points * 0.34, theme.state(state)));
            }
            ui.painter().galley(pos2(left + sign, rect.center().y - galley.size().y * 0.5), galley, Color32::PLACEHOLDER);
            x += width + gap;
        }
        clicked
    }

    fn block(&self, ui: &mut Ui, theme: &Theme, index: usize, row: &[Cell]) -> bool {
        let points = theme.size(Size::Body);
        let room = ui.available_width() - 2.0 * pad(theme);
        let mut lines: Vec<(Arc<Galley>, Option<State>)> = Vec::new();
        for (column, (head, cell)) in self.heads.iter().zip(row).enumerate() {
            if cell.text.is_empty() {
                continue;
            }
            let sign = if cell.state.is_some() { points * 1.15 } else { 0.0 };
            let words = if column == 0 {
                cell.words(theme).weight(Weight::SemiBold)
            } else {
                let text = if head.is_empty() || cell.state.is_some() { cell.text.clone() } else { format!("{head}: {}", cell.text) };
                Words { text, size: Size::Small, ..cell.words(theme) }
            };
            lines.push((layout_rows(ui, &words, (room - sign).max(1.0), ROWS), cell.state));
        }
        let height = lines.iter().map(|(galley, _)| galley.size().y).sum::<f32>() + points;
        let (rect, clicked) = self.place(ui, theme, index, row, height);
        let mut y = rect.top() + points * 0.5;
        for (galley, state) in lines {
            let (x, high) = (rect.left() + pad(theme), galley.size().y);
            if let Some(state) = state {
                ui.painter().add(state_shape(state, pos2(x + points * 0.4, y + high * 0.5), points * 0.34, theme.state(state)));
            }
            ui.painter().galley(pos2(x + if state.is_some() { points * 1.15 } else { 0.0 }, y), galley, Color32::PLACEHOLDER);
            y += high;
        }
        clicked
    }
}

fn pad(theme: &Theme) -> f32 {
    theme.size(Size::Body) * 0.5
}

fn heading(theme: &Theme, text: &str) -> Words {
    Words::new(text, Size::Small).weight(Weight::Medium).colour(theme.muted)
}
