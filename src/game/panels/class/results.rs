//! How the class does: spread, learning curves, items, errors.

use super::charts;
use super::table::{Cell, Table};
use super::{Action, Boxed, Chart, Item, Results};
use crate::game::panels::widget::{Words, caption, filled_card, one_of, states_key, words};
use crate::game::theme::{Size, State, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::Ui;

pub(super) fn content(ui: &mut Ui, model: &Results, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let charts = Chart::ALL.map(|chart| (lang.text(chart.id(), &[]), lang.text(&format!("{}-tip", chart.id()), &[]), chart, chart == model.chart));
    let chosen = one_of(ui, &charts).map(Action::Chart);
    let done = filled_card(ui, theme.page(), |ui| match model.chart {
        Chart::Spread => {
            spread(ui, &model.spread, lang);
            None
        }
        Chart::Curves => curves(ui, model, lang),
        Chart::Items => {
            items(ui, model, lang);
            None
        }
        Chart::Errors => {
            errors(ui, model, lang);
            None
        }
    });
    chosen.or(done)
}

fn none(ui: &mut Ui, id: &str, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    words(ui, &Words::new(lang.text(id, &[]), Size::Body).colour(theme.muted));
}

fn number(value: f64, decimals: u8, lang: &Lang) -> String {
    lang.text("hud-number", &[("value", Value::number(value, decimals))])
}

fn percent(share: f64, lang: &Lang) -> String {
    lang.text("value-percent", &[("value", Value::number(share * 100.0, 0))])
}

fn spread(ui: &mut Ui, rows: &[Boxed], lang: &Lang) {
    words(ui, &Words::new(lang.text("class-spread", &[]), Size::Heading));
    if rows.is_empty() {
        none(ui, "teach-results-none", lang);
        return;
    }
    charts::boxes(ui, rows, lang);
    states_key(ui, lang);
    caption(ui, lang.text("class-spread-note", &[]));
    let ids = ["class-drill", "class-attempts", "class-trainees", "class-median", "class-middle-half", "class-mean-sd", "class-passed", "class-risk-median"];
    let heads = ids.map(|id| lang.text(id, &[]));
    let dash = || "–".to_owned();
    let row = |of: &Boxed| {
        let mean = match of.mean {
            (mean, Some(sd)) => format!("{} ± {}", number(mean, 1, lang), number(sd, 1, lang)),
            (mean, None) => number(mean, 1, lang),
        };
        vec![
            Cell::new(&of.title),
            Cell::number(number(of.counts[0] as f64, 0, lang)),
            Cell::number(number(of.counts[1] as f64, 0, lang)),
            Cell::number(number(of.five[2], 0, lang)),
            Cell::number(format!("{}–{}", number(of.five[1], 0, lang), number(of.five[3], 0, lang))),
            Cell::number(mean),
            Cell::number(percent(of.counts[2] as f64 / of.counts[0].max(1) as f64, lang)),
            Cell::number(of.risk.map_or_else(dash, |risk| percent(risk, lang))),
        ]
    };
    let rows: Vec<_> = rows.iter().map(row).collect();
    Table { heads: &heads, gives: 0, chosen: None, tip: "" }.show(ui, &rows, |_, _| None::<()>);
}

fn curves(ui: &mut Ui, model: &Results, lang: &Lang) -> Option<Action> {
    words(ui, &Words::new(lang.text("class-curves", &[]), Size::Heading));
    let Some(curve) = model.curves.get(model.trainee).or(model.curves.first()) else {
        none(ui, "teach-results-none", lang);
        return None;
    };
    let tip = lang.text("teach-drill-tip", &[]);
    let drills = model.drills.iter().enumerate().map(|(i, title)| (title.clone(), tip.clone(), i, i == model.drill));
    let mut action = one_of(ui, &drills.collect::<Vec<_>>()).map(Action::Drill);
    charts::curve(ui, curve, model.pass_mark, lang);
    states_key(ui, lang);
    caption(ui, lang.text("class-curve-note", &[]));
    let heads = ["class-trainee", "class-attempts", "teach-last-five", "class-state"].map(|id| lang.text(id, &[]));
    let rows: Vec<Vec<Cell>> = model
        .curves
        .iter()
        .map(|curve| {
            let mean = curve.steps.last().map_or_else(String::new, |step| match step.mean {
                (mean, Some(error)) => format!("{} ± {}", number(mean, 0, lang), number(error, 1, lang)),
                (mean, None) => number(mean, 0, lang),
            });
            let (standing, state) = &curve.standing;
            vec![Cell::new(&curve.who).strong(), Cell::number(number(curve.steps.len() as f64, 0, lang)), Cell::number(mean), Cell::new(standing.say(lang)).state(*state)]
        })
        .collect();
    let tip = lang.text("teach-trainee-tip", &[]);
    let chosen = model.trainee.min(model.curves.len().saturating_sub(1));
    let (pressed, _) = Table { heads: &heads, gives: 0, chosen: Some(Some(chosen)), tip: &tip }.show(ui, &rows, |_, _| None::<()>);
    action = action.or(pressed.map(Action::Trainee));
    action
}

fn items(ui: &mut Ui, model: &Results, lang: &Lang) {
    words(ui, &Words::new(lang.text("class-items", &[]), Size::Heading));
    if model.items.is_empty() {
        none(ui, "teach-items-none", lang);
        return;
    }
    charts::items(ui, &model.items, lang);
    caption(ui, lang.text("class-items-note", &[]));
    let heads = ["class-question", "class-persons", "class-difficulty", "class-discrimination"].map(|id| lang.text(id, &[]));
    let row = |item: &Item| {
        let r = item.discrimination.map_or_else(|| "–".to_owned(), |r| lang.number(r, 2));
        let name = if item.ask.is_empty() { &item.item } else { &item.ask };
        let cell = Cell::new(r);
        vec![
            Cell::new(name),
            Cell::number(number(item.persons as f64, 0, lang)),
            Cell::number(lang.number(item.difficulty, 2)),
            if item.state == State::Neutral { cell } else { cell.state(item.state) },
        ]
    };
    let rows: Vec<_> = model.items.iter().map(row).collect();
    Table { heads: &heads, gives: 0, chosen: None, tip: "" }.show(ui, &rows, |_, _| None::<()>);
    if model.items_left > 0 {
        caption(ui, format!("{} {}", lang.text("class-more", &[]), number(model.items_left as f64, 0, lang)));
    }
}

fn errors(ui: &mut Ui, model: &Results, lang: &Lang) {
    words(ui, &Words::new(lang.text("class-errors", &[]), Size::Heading));
    if model.errors.rows.is_empty() {
        none(ui, "teach-results-none", lang);
        return;
    }
    caption(ui, lang.text("teach-errors-note", &[]));
    charts::errors(ui, &model.errors, lang);
}
