//! The board: what has come in, for the instructor and, large, for the room; the shared folder that it comes from.

use super::table::{Cell, Table};
use super::{Action, Board, Field, Folder, Row, field};
use crate::game::panels::widget::{Button, Icon, Kind, Words, badge, caption, filled_card, layout, layout_rows, place, state_shape, words};
use crate::game::theme::{Size, State, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Align2, Color32, Key, Rect, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

/// Letters of a folder's name.
const LETTERS: usize = 1000;
/// Refused files that are listed.
const REFUSED: usize = 50;

pub(super) fn content(ui: &mut Ui, model: &Board, blind: bool, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let mut action = None;
    filled_card(ui, theme.page(), |ui| {
        words(ui, &Words::new(lang.text("teach-board", &[]), Size::Heading));
        let (label, tip) = (lang.text("teach-projector", &[]), lang.text("teach-projector-tip", &[]));
        if Button::new(&label, Kind::Primary, tip).icon(Icon::Picture).show(ui).clicked() {
            action = Some(Action::Projector(true));
        }
        if model.rows.is_empty() {
            words(ui, &Words::new(lang.text("teach-board-none", &[]), Size::Body).colour(theme.muted));
            return;
        }
        let who = if blind { "teach-code" } else { "teach-name" };
        let heads = [who, "class-drill", "class-verdict", "class-total", "teach-depth", "teach-evenness", "class-risk", "teach-when"].map(|id| lang.text(id, &[]));
        let rows: Vec<Vec<Cell>> = model.rows.iter().map(|row| cells(row, lang)).collect();
        let tip = lang.text("teach-watch-tip", &[]);
        let table = Table { heads: &heads, gives: 1, chosen: Some(None), tip: &tip };
        let (pressed, _) = table.show(ui, &rows, |_, _| None::<()>);
        if let Some(index) = pressed.filter(|index| model.rows[*index].can_be_opened) {
            action = Some(Action::Watch(index));
        }
    });
    let looked = filled_card(ui, theme.page(), |ui| folder(ui, &model.folder, lang));
    action.or(looked)
}

fn number(value: f64, lang: &Lang) -> String {
    lang.text("hud-number", &[("value", Value::number(value, 0))])
}

fn percent(share: f64, lang: &Lang) -> String {
    lang.text("value-percent", &[("value", Value::number(share * 100.0, u8::from(share < 0.0995)))])
}

fn cells(row: &Row, lang: &Lang) -> Vec<Cell> {
    let dash = || "–".to_owned();
    vec![
        Cell::new(&row.who).strong(),
        Cell::new(&row.drill),
        Cell::new(row.verdict.say(lang)).state(row.state),
        Cell::number(number(row.total, lang)).strong(),
        Cell::number(row.scores.map_or_else(dash, |scores| number(scores.0, lang))),
        Cell::number(row.scores.map_or_else(dash, |scores| number(scores.1, lang))),
        Cell::number(row.risk.map_or_else(dash, |risk| percent(risk, lang))),
        Cell::number(row.ago.as_ref().map_or_else(dash, |ago| ago.say(lang))),
    ]
}

fn folder(ui: &mut Ui, model: &Folder, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    words(ui, &Words::new(lang.text("teach-folder", &[]), Size::Heading));
    words(ui, &Words::new(lang.text("teach-folder-about", &[]), Size::Body).colour(theme.muted));
    let mut action = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme.gap() * 0.6, 6.0);
        let label = lang.text("teach-folder-use", &[]);
        let tip = lang.text("teach-folder-use-tip", &[]);
        let button = Button::new(&label, Kind::Quiet, tip).enabled(model.other && !model.typed.trim().is_empty());
        let beside = ui.available_width() - button.width(ui) - theme.gap() * 2.0 - 20.0;
        let least = theme.size(Size::Body) * 14.0;
        let width = if beside >= least { beside } else { (ui.available_width() - 22.0).max(60.0) };
        let (response, changed) = field(ui, "class-folder", &lang.text("teach-folder-name", &[]), &model.typed, width, LETTERS);
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let clicked = button.show(ui).clicked();
        action = changed.map(|text| Action::Type(Field::Folder, text)).or((clicked || (entered && model.other)).then_some(Action::Enter(Field::Folder)));
    });
    if let Some(state) = model.state {
        badge(ui, &model.said.say(lang), state);
    }
    if !model.refused.is_empty() {
        caption(ui, lang.text("teach-refused", &[("count", Value::count(model.refused.len()))]));
        for refused in model.refused.iter().take(REFUSED) {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                crate::game::panels::widget::mark(ui, State::Fault, Size::Small);
                words(ui, &Words::new(format!("{}: {}", refused.file, refused.why.say(lang)), Size::Small));
            });
        }
    }
    action
}

/// The board for the room: as large as it can be read from its back, with nothing to press but the way out.
pub(super) fn projector(ui: &mut Ui, model: &Board, blind: bool, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let window = ui.ctx().content_rect();
    ui.painter().rect_filled(window, 0.0, theme.ground);
    let part = window.shrink(theme.margin());
    let left = place(ui, "projector", part, Align2::LEFT_TOP, |ui| {
        ui.spacing_mut().item_spacing.y = theme.gap() * 0.75;
        let mut left = false;
        ui.horizontal(|ui| {
            let (label, tip) = (lang.text("teach-projector-end", &[]), lang.text("teach-projector-end-tip", &[]));
            left = Button::new(&label, Kind::Plain, tip).icon(Icon::Back).bare(true).show(ui).clicked();
            words(ui, &Words::new(lang.text("teach-board", &[]), Size::Title).colour(theme.muted));
        });
        if model.rows.is_empty() {
            words(ui, &Words::new(lang.text("teach-board-none", &[]), Size::Title).weight(Weight::Regular));
        }
        let foot = theme.size(Size::Heading) * 1.5;
        for row in &model.rows {
            let high = theme.size(Size::Hero) * 1.21 + theme.size(Size::Title) * 1.21 + theme.size(Size::Title) * 0.7;
            // Whole rows only: nobody scrolls here.
            if ui.cursor().top() + high > part.bottom() - foot {
                break;
            }
            large(ui, row, high, lang);
        }
        if blind {
            words(ui, &Words::new(lang.text("teach-blind-on", &[]), Size::Heading).weight(Weight::Regular).colour(theme.muted));
        }
        left
    });
    (left || ui.input(|input| input.key_pressed(Key::Escape))).then_some(Action::Projector(false))
}

/// A row for the room: who and the total, then the drill and the verdict with as many figures as fit.
fn large(ui: &mut Ui, row: &Row, high: f32, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let (hero, title) = (theme.size(Size::Hero), theme.size(Size::Title));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), high), Sense::hover());
    let colour = theme.state(row.state);
    let painter = ui.painter();
    painter.rect(rect, 14.0, if row.fresh { theme.tint(colour) } else { theme.page() }, theme.hairline(), bevy_egui::egui::StrokeKind::Inside);
    let pad = title * 0.6;
    let side = hero * 1.2;
    painter.add(state_shape(row.state, pos2(rect.left() + pad + side * 0.5, rect.center().y), hero * 0.42, colour));
    let inner = Rect::from_min_max(pos2(rect.left() + pad * 2.0 + side, rect.top()), pos2(rect.right() - pad, rect.bottom()));
    let total = layout(ui, &Words::new(number(row.total, lang), Size::Hero).colour(theme.ink(row.state)), f32::INFINITY);
    let out_of = layout(ui, &Words::new(lang.text("teach-of-hundred", &[]), Size::Heading).weight(Weight::Regular).colour(theme.muted), f32::INFINITY);
    let room = inner.width() - total.size().x - out_of.size().x - hero;
    let who = layout_rows(ui, &Words::new(&row.who, Size::Hero), room.max(hero), 1);
    let top = inner.top() + title * 0.35;
    // The second line: the verdict always, figures from the first to the last that fits.
    let quiet = |text: String| Words::new(text, Size::Title).weight(Weight::Regular).colour(theme.muted);
    let verdict = row.verdict.say(lang);
    let mut figures = Vec::new();
    if let Some((depth, evenness)) = row.scores {
        figures.push(format!("{} {}", lang.text("teach-depth", &[]), number(depth, lang)));
        figures.push(format!("{} {}", lang.text("teach-evenness", &[]), number(evenness, lang)));
    }
    figures.extend(row.risk.map(|risk| format!("{} {}", lang.text("class-risk", &[]), percent(risk, lang))));
    figures.extend(row.ago.as_ref().map(|ago| ago.say(lang)));
    let judged = layout(ui, &Words::new(&verdict, Size::Title).colour(theme.ink(row.state)), f32::INFINITY);
    // The drill's name has half of the line before any figure.
    let least = layout(ui, &quiet(row.drill.clone()), f32::INFINITY).size().x.min(inner.width() * 0.5);
    let mut shown = figures.len();
    let line = loop {
        let line = layout(ui, &quiet(figures[..shown].join(" · ")), f32::INFINITY);
        if shown == 0 || line.size().x + judged.size().x + title * 2.0 + least <= inner.width() {
            break line;
        }
        shown -= 1;
    };
    let right = inner.right();
    let beside = if shown == 0 { 0.0 } else { line.size().x + title };
    let room = (inner.width() - judged.size().x - beside - title).max(title);
    let drill = layout_rows(ui, &quiet(row.drill.clone()), room, 1);
    let drill = if drill.elided { layout_rows(ui, &Words { size: Size::Heading, ..quiet(row.drill.clone()) }, room, 1) } else { drill };
    let said = format!("{}: {verdict}, {} {}, {}. {}", row.who, number(row.total, lang), lang.text("teach-of-hundred", &[]), row.drill, figures.join(", "));
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &said));
    let painter = ui.painter();
    let base = top + hero * 0.97;
    painter.galley(pos2(inner.left(), top), who, Color32::PLACEHOLDER);
    painter.galley(pos2(right - out_of.size().x, base - theme.size(Size::Heading) * 0.97), std::sync::Arc::clone(&out_of), Color32::PLACEHOLDER);
    painter.galley(pos2(right - out_of.size().x - hero * 0.15 - total.size().x, top), total, Color32::PLACEHOLDER);
    let below = top + hero * 1.21;
    let drop = line.size().y.max(judged.size().y) - drill.size().y;
    painter.galley(pos2(inner.left(), below + drop * 0.5), drill, Color32::PLACEHOLDER);
    painter.galley(pos2(right - line.size().x, below), line, Color32::PLACEHOLDER);
    painter.galley(pos2(right - beside - judged.size().x, below), judged, Color32::PLACEHOLDER);
}
