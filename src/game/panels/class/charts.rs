//! The pictures of the results: each with its axes, their names and units, and a sentence for those who do not see it.

use super::{Boxed, Curve, Errors, Item};
use crate::game::panels::widget::{Words, caption, dashed, layout, layout_rows, state_shape};
use crate::game::theme::{Size, State, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Color32, Pos2, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};

/// Attempts drawn of a row or a curve at most: then every so manieth, or the last ones.
const POINTS: usize = 400;
const STEPS: usize = 60;

fn whole(value: f64, lang: &Lang) -> String {
    lang.text("hud-number", &[("value", Value::number(value, 0))])
}

fn small(theme: &Theme, text: impl Into<String>) -> Words {
    Words::new(text, Size::Small).colour(theme.muted)
}

/// The ground of a picture, and the words that stand for it.
fn ground(ui: &mut Ui, height: f32, said: &str) -> Rect {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, said));
    ui.painter().rect_filled(rect, 8.0, theme.well.gamma_multiply(0.5));
    rect
}

/// Words about a point: the share of their size that lies left of it and above it.
fn put(ui: &Ui, words: &Words, at: Pos2, share: (f32, f32)) {
    let galley = layout(ui, words, f32::INFINITY);
    let size = galley.size();
    ui.painter().galley(at - vec2(size.x * share.0, size.y * share.1), galley, Color32::PLACEHOLDER);
}

/// A box over the attempts themselves, drill by drill, on one scale of totals.
pub(super) fn boxes(ui: &mut Ui, rows: &[Boxed], lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let points = theme.size(Size::Small);
    let line = points * 1.3;
    let row = points * 3.0 + line;
    let foot = line * 2.3;
    let said: Vec<String> = rows
        .iter()
        .map(|row| {
            let [least, low, median, high, most] = row.five.map(|value| Value::number(value, 0));
            lang.text("teach-say-box", &[("drill", Value::text(&row.title)), ("least", least), ("low", low), ("median", median), ("high", high), ("most", most)])
        })
        .collect();
    let rect = ground(ui, row * rows.len() as f32 + foot + points, &said.join(" "));
    let plot = rect.shrink2(vec2(points * 1.4, points * 0.5));
    let bottom = plot.bottom() - foot;
    let x = |total: f64| plot.left() + plot.width() * (total / 100.0).clamp(0.0, 1.0) as f32;
    for total in (0..=100).step_by(20) {
        let total = f64::from(total);
        ui.painter().vline(x(total), plot.top()..=bottom, Stroke::new(1.0, theme.line));
        put(ui, &small(&theme, whole(total, lang)), pos2(x(total), bottom + 2.0), (0.5, 0.0));
    }
    put(ui, &small(&theme, lang.text("teach-axis-total", &[])), pos2(plot.right(), bottom + line), (1.0, 0.0));
    for (i, of) in rows.iter().enumerate() {
        let top = plot.top() + row * i as f32;
        let title = layout_rows(ui, &Words::new(&of.title, Size::Small).weight(Weight::Medium), plot.width(), 1);
        let painter = ui.painter();
        painter.galley(pos2(plot.left(), top), title, Color32::PLACEHOLDER);
        let middle = top + line + points * 1.2;
        let half = points * 0.85;
        let [least, low, median, high, most] = of.five.map(x);
        let ink = Stroke::new(1.5, theme.muted);
        painter.hline(least..=low, middle, ink);
        painter.hline(high..=most, middle, ink);
        for end in [least, most] {
            painter.vline(end, middle - half * 0.5..=middle + half * 0.5, ink);
        }
        let body = Rect::from_x_y_ranges(low..=high.max(low + 2.0), middle - half..=middle + half);
        painter.rect(body, 3.0, theme.info.gamma_multiply(0.2), Stroke::new(1.0, theme.info.gamma_multiply(0.7)), bevy_egui::egui::StrokeKind::Inside);
        let each = of.points.len().div_ceil(POINTS).max(1);
        for (k, (total, state)) in of.points.iter().enumerate().step_by(each) {
            // A fixed scatter, so that equal totals do not hide each other.
            let off = ((k / each * 7) % 9) as f32 / 4.0 - 1.0;
            painter.add(state_shape(*state, pos2(x(*total), middle + off * half * 0.8), points * 0.26, theme.state(*state)));
        }
        painter.vline(median, middle - half * 1.1..=middle + half * 1.1, Stroke::new(2.5, theme.text));
        if let Some(mark) = of.pass_mark {
            dashed(painter, &[pos2(x(mark), middle - half * 1.3), pos2(x(mark), middle + half * 1.3)], Stroke::new(1.5, theme.target));
        }
    }
}

/// Totals and their rolling mean; under them the sums of the two tests.
pub(super) fn curve(ui: &mut Ui, of: &Curve, pass_mark: Option<f64>, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let points = theme.size(Size::Small);
    let line = points * 1.3;
    let first = of.steps.len().saturating_sub(STEPS);
    let steps = &of.steps[first..];
    let totals: Vec<String> = steps.iter().map(|step| whole(step.result.total, lang)).collect();
    let values = [("who", Value::text(&of.who)), ("totals", Value::text(totals.join(", "))), ("standing", Value::text(of.standing.0.say(lang)))];
    let (high, low) = (points * 11.0, points * 5.0);
    let rect = ground(ui, high + low + line * 6.0, &lang.text("teach-say-curve", &values));
    let title = layout_rows(ui, &Words::new(&of.who, Size::Small).weight(Weight::SemiBold), rect.width() * 0.5, 1);
    let plot = Rect::from_min_max(pos2(rect.left() + points * 3.2, rect.top()), pos2(rect.right() - points, rect.bottom()));
    ui.painter().galley(pos2(rect.left() + points * 0.8, rect.top() + points * 0.4), title, Color32::PLACEHOLDER);
    put(ui, &small(&theme, lang.text("teach-axis-total", &[])), pos2(plot.right(), rect.top() + points * 0.4), (1.0, 0.0));
    let top = rect.top() + line * 2.1;
    let y = |total: f64| top + high * (1.0 - (total / 100.0).clamp(0.0, 1.0) as f32);
    let x = |i: usize| plot.left() + plot.width() * (i as f32 + 0.5) / steps.len().max(1) as f32;
    for total in [0.0, 50.0, 100.0] {
        ui.painter().hline(plot.x_range(), y(total), Stroke::new(1.0, theme.line));
        put(ui, &small(&theme, whole(total, lang)), pos2(plot.left() - points * 0.5, y(total)), (1.0, 0.5));
    }
    let painter = ui.painter();
    if let Some(mark) = pass_mark {
        dashed(painter, &[pos2(plot.left(), y(mark)), pos2(plot.right(), y(mark))], Stroke::new(1.5, theme.target));
    }
    for (i, step) in steps.iter().enumerate() {
        if let (mean, Some(error)) = step.mean {
            painter.vline(x(i), y(mean + error)..=y(mean - error), Stroke::new(points * 0.5, theme.info.gamma_multiply(0.22)));
        }
    }
    painter.add(Shape::line(steps.iter().enumerate().map(|(i, step)| pos2(x(i), y(step.mean.0))).collect(), Stroke::new(2.0, theme.info)));
    for (i, step) in steps.iter().enumerate() {
        let state = step.result.state();
        painter.add(state_shape(state, pos2(x(i), y(step.result.total)), points * 0.3, theme.state(state)));
    }
    // The sums of the tests, each where it is looked at.
    let under = top + high + line * 1.7;
    let level = |sum: f64| under + low * (1.0 - (sum / (1.15 * of.boundary.max(1e-9))).clamp(0.0, 1.0) as f32);
    put(ui, &small(&theme, lang.text("teach-axis-sum", &[])), pos2(plot.right(), under - line * 1.25), (1.0, 0.0));
    let painter = ui.painter();
    painter.hline(plot.x_range(), level(0.0), Stroke::new(1.0, theme.line));
    dashed(painter, &[pos2(plot.left(), level(of.boundary)), pos2(plot.right(), level(of.boundary))], Stroke::new(1.5, theme.muted));
    for (sums, ink, broken) in [
        (steps.iter().map(|step| step.learning).collect::<Vec<_>>(), theme.target, false),
        (steps.iter().map(|step| step.relapse).collect(), theme.fault, true),
    ] {
        for (i, run) in runs(&sums) {
            let way: Vec<Pos2> = run.iter().enumerate().map(|(k, sum)| pos2(x(i + k), level(*sum))).collect();
            if broken {
                dashed(ui.painter(), &way, Stroke::new(2.0, ink));
            } else {
                ui.painter().add(Shape::line(way.clone(), Stroke::new(2.0, ink)));
            }
            for at in way {
                ui.painter().circle_filled(at, points * 0.14, ink);
            }
        }
    }
    for (i, step) in steps.iter().enumerate() {
        if let Some(proficient) = step.signal {
            let state = if proficient { State::Target } else { State::Fault };
            ui.painter().add(state_shape(state, pos2(x(i), level(of.boundary)), points * 0.42, theme.state(state)));
        }
    }
    put(ui, &small(&theme, "h"), pos2(plot.left() - points * 0.5, level(of.boundary)), (1.0, 0.5));
    put(ui, &small(&theme, whole(0.0, lang)), pos2(plot.left() - points * 0.5, level(0.0)), (1.0, 0.5));
    let wide = layout(ui, &small(&theme, whole(of.steps.len() as f64, lang)), f32::INFINITY).size().x + points;
    let most = (plot.width() / wide.max(1.0)).floor().max(1.0) as usize;
    let each = steps.len().div_ceil(most).max(1);
    let foot = under + low + 3.0;
    for i in (0..steps.len()).step_by(each) {
        put(ui, &small(&theme, whole((first + i + 1) as f64, lang)), pos2(x(i), foot), (0.5, 0.0));
    }
    put(ui, &small(&theme, lang.text("teach-axis-attempt", &[])), pos2(plot.right(), foot + line), (1.0, 0.0));
}

/// Stretches of values that are there, each with where it begins.
fn runs(of: &[Option<f64>]) -> Vec<(usize, Vec<f64>)> {
    let (mut runs, mut i) = (Vec::new(), 0);
    while i < of.len() {
        let run: Vec<f64> = of[i..].iter().map_while(|value| *value).collect();
        let length = run.len();
        if length > 0 {
            runs.push((i, run));
        }
        i += length.max(1);
    }
    runs
}

/// Items by how hard they are and how well they tell.
pub(super) fn items(ui: &mut Ui, all: &[Item], lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let points = theme.size(Size::Small);
    let line = points * 1.3;
    let known: Vec<(&Item, f64)> = all.iter().filter_map(|item| Some((item, item.discrimination?))).collect();
    let said = lang.text("teach-say-items", &[("count", Value::count(known.len()))]);
    let high = points * 11.0;
    let rect = ground(ui, high + line * 5.2, &said);
    let plot = Rect::from_min_max(pos2(rect.left() + points * 3.6, rect.top() + line * 1.7), pos2(rect.right() - points * 1.4, rect.top() + line * 1.7 + high));
    put(ui, &small(&theme, lang.text("class-discrimination", &[])), pos2(rect.left() + points * 0.8, rect.top() + points * 0.35), (0.0, 0.0));
    put(ui, &small(&theme, lang.text("teach-axis-difficulty", &[])), pos2(plot.right(), plot.bottom() + line * 1.9), (1.0, 0.0));
    let x = |p: f64| plot.left() + plot.width() * p.clamp(0.0, 1.0) as f32;
    let y = |r: f64| plot.top() + plot.height() * (0.5 - 0.5 * r.clamp(-1.0, 1.0)) as f32;
    for p in [0.0, 0.25, 0.5, 0.75, 1.0] {
        ui.painter().vline(x(p), plot.y_range(), Stroke::new(1.0, theme.line));
        put(ui, &small(&theme, lang.number(p, 2)), pos2(x(p), plot.bottom() + line * 0.7), (0.5, 0.0));
    }
    for r in [-1.0, 0.0, 1.0] {
        ui.painter().hline(plot.x_range(), y(r), Stroke::new(1.0, theme.line));
        put(ui, &small(&theme, lang.number(r, 0)), pos2(plot.left() - points * 0.5, y(r)), (1.0, 0.5));
    }
    for (item, r) in known {
        ui.painter().add(state_shape(item.state, pos2(x(item.difficulty), y(r)), points * 0.3, theme.state(item.state)));
    }
}

/// Which errors are common at which drill: each cell says its share, and the more the stronger its ground.
pub(super) fn errors(ui: &mut Ui, of: &Errors, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let points = theme.size(Size::Small);
    let line = points * 1.3;
    let name = |kind: &str| Words::new(kind, Size::Small);
    let widest = of.rows.iter().map(|(kind, _)| layout(ui, &name(kind), f32::INFINITY).size().x).fold(0.0, f32::max);
    let room = ui.available_width();
    // Names beside the cells, or above them where that leaves no room.
    let cell = layout(ui, &name("100 %"), f32::INFINITY).size().x + points * 1.2;
    let beside = room - widest.min(room * 0.4) - points >= cell * 3.0;
    let names = if beside { widest.min(room * 0.4) + points } else { 0.0 };
    let across = (((room - names) / cell).floor().max(1.0) as usize).min(24);
    let row = if beside { line * 1.7 } else { line * 3.1 };
    for (part, drills) in of.drills.chunks(across).enumerate() {
        let from = part * across;
        let numbered = |(i, (title, attempts)): (usize, &(String, usize))| format!("{}\u{a0}{title}\u{a0}({attempts})", from + i + 1);
        caption(ui, drills.iter().enumerate().map(numbered).collect::<Vec<_>>().join("   "));
        let said: Vec<String> = of
            .rows
            .iter()
            .map(|(kind, cells)| {
                let of = drills.iter().zip(&cells[from..]).filter(|(_, (share, _))| *share > 0.0);
                let of: Vec<String> = of.map(|((title, _), (share, _))| format!("{title} {}", percent(*share, lang))).collect();
                format!("{kind}: {}", of.join(", "))
            })
            .collect();
        let (rect, response) = ui.allocate_exact_size(vec2(room, line * 1.4 + row * of.rows.len() as f32), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, said.join(". ")));
        let wide = ((room - names) / drills.len() as f32).min(cell * 1.6);
        let x = |column: usize| rect.left() + names + wide * column as f32;
        for column in 0..drills.len() {
            put(ui, &small(&theme, (from + column + 1).to_string()).weight(Weight::Medium), pos2(x(column) + wide * 0.5, rect.top()), (0.5, 0.0));
        }
        for (i, (kind, cells)) in of.rows.iter().enumerate() {
            let top = rect.top() + line * 1.4 + row * i as f32;
            let label = layout_rows(ui, &name(kind), if beside { names - points } else { room }, 1);
            let low = if beside { top } else { top + line * 1.3 };
            let high = row - (low - top) - 2.0;
            let at = if beside { pos2(rect.left(), low + (high - label.size().y) * 0.5) } else { pos2(rect.left(), top) };
            ui.painter().galley(at, label, Color32::PLACEHOLDER);
            for (column, (share, _)) in cells[from..].iter().take(drills.len()).enumerate() {
                let place = Rect::from_min_size(pos2(x(column), low), vec2(wide - 2.0, high));
                // A step of a tenth, as in the printed report.
                let step = (share * 10.0).ceil().clamp(0.0, 10.0) as f32 / 10.0;
                let fill = if step > 0.0 { theme.page().lerp_to_gamma(theme.attention, 0.06 + 0.40 * step) } else { theme.well.gamma_multiply(0.4) };
                ui.painter().rect_filled(place, 4.0, fill);
                let ink = if *share > 0.0 { theme.text } else { theme.muted };
                put(ui, &name(&percent(*share, lang)).colour(ink), place.center(), (0.5, 0.5));
            }
        }
    }
}

fn percent(share: f64, lang: &Lang) -> String {
    lang.text("value-percent", &[("value", Value::number(share * 100.0, 0))])
}
