//! The title: what this is, what one can do, and that it is for training only.

use super::widget::{Icon, Words, enter_alone, layout, paint_icon, place, words};
use crate::game::theme::{Size, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Align2, Color32, Mesh, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2};

/// A way on from the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Go on with the attempt that was interrupted.
    Resume,
    /// Choose a drill.
    Drills,
    /// The patients, to look at every layer of them.
    Patients,
    /// The self-assessment quiz.
    Quiz,
    /// Settings.
    Settings,
    /// Credits and what this is not.
    About,
    /// Leave.
    Quit,
}

impl Entry {
    fn id(self) -> &'static str {
        match self {
            Self::Resume => "menu-resume-attempt",
            Self::Drills => "menu-drills",
            Self::Patients => "menu-patients",
            Self::Quiz => "menu-quiz",
            Self::Settings => "menu-settings",
            Self::About => "menu-about",
            Self::Quit => "menu-quit",
        }
    }

    fn icon(self) -> Icon {
        match self {
            Self::Resume => Icon::Play,
            Self::Drills => Icon::Drills,
            Self::Patients => Icon::Person,
            Self::Quiz => Icon::Quiz,
            Self::Settings => Icon::Settings,
            Self::About => Icon::About,
            Self::Quit => Icon::Quit,
        }
    }
}

/// The title.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// Entries, the first is the one to take.
    pub entries: Vec<Entry>,
    /// Version of the program.
    pub version: String,
}

/// What a person did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Took an entry.
    Open(Entry),
}

/// Width that the title's column takes of a window: the patient stands in the rest.
#[must_use]
pub fn column(window: Rect, theme: &Theme) -> Rect {
    let width = (theme.size(Size::Body) * 29.0).min(window.width() * 0.52);
    let left = window.left() + (window.width() * 0.065).max(theme.margin());
    Rect::from_min_max(pos2(left, window.top() + theme.margin()), pos2(left + width, window.bottom() - theme.margin()))
}

/// Shows the title over the scene. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let window = ui.ctx().content_rect();
    let column = column(window, &theme);
    shade(ui, window, column.right(), theme.ground);
    place(ui, "title", column, Align2::LEFT_CENTER, |ui| {
        ui.spacing_mut().item_spacing.y = theme.gap() * 0.5;
        let side = theme.size(Size::Hero);
        let (logo, _) = ui.allocate_exact_size(vec2(side * 1.1, side * 1.1), Sense::hover());
        paint_icon(ui.painter(), Icon::Drills, logo.center(), side, theme.target);
        words(ui, &Words::new(lang.text("app-title", &[]), Size::Hero));
        words(ui, &Words::new(lang.text("menu-promise", &[]), Size::Heading).weight(Weight::Regular).colour(theme.muted));
        ui.add_space(theme.gap() * 1.5);
        let mut action = None;
        for (i, &entry) in model.entries.iter().enumerate() {
            if entry_row(ui, entry, i == 0, lang) || (i == 0 && enter_alone(ui)) {
                action = Some(Action::Open(entry));
            }
        }
        ui.add_space(theme.gap() * 1.5);
        words(ui, &Words::new(lang.text("app-disclaimer", &[]), Size::Small).colour(theme.muted));
        let version = lang.text("menu-version", &[("version", Value::text(&model.version))]);
        words(ui, &Words::new(version, Size::Small).colour(theme.muted.gamma_multiply(0.8)));
        action
    })
}

/// Darkens the scene towards the left, so that words stand on calm ground.
fn shade(ui: &Ui, window: Rect, right: f32, ground: Color32) {
    let steps = [(0.0, 0.94), (0.55, 0.86), (0.85, 0.45), (1.0, 0.0)];
    let end = (right + window.width() * 0.12).min(window.right());
    let mut mesh = Mesh::default();
    for (share, alpha) in steps {
        let x = window.left() + (end - window.left()) * share;
        mesh.colored_vertex(pos2(x, window.top()), ground.gamma_multiply(alpha));
        mesh.colored_vertex(pos2(x, window.bottom()), ground.gamma_multiply(alpha));
    }
    for i in 0..steps.len() as u32 - 1 {
        mesh.add_triangle(2 * i, 2 * i + 1, 2 * i + 2);
        mesh.add_triangle(2 * i + 1, 2 * i + 2, 2 * i + 3);
    }
    ui.painter().add(mesh);
}

fn entry_row(ui: &mut Ui, entry: Entry, first: bool, lang: &Lang) -> bool {
    let theme = Theme::of(ui.ctx());
    let points = theme.size(Size::Body);
    let (name, about) = (lang.text(entry.id(), &[]), lang.text(&format!("{}-about", entry.id()), &[]));
    let (pad, disc) = (points * 0.75, points * 2.3);
    let width = ui.available_width();
    let room = width - disc - 3.0 * pad;
    let title = layout(ui, &Words::new(&name, Size::Heading), room);
    let about = layout(ui, &Words::new(about, Size::Small).colour(theme.muted), room);
    let text = title.size().y + about.size().y;
    let (rect, response) = ui.allocate_exact_size(vec2(width, text.max(disc) + pad * 1.1), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &name));
    let near = ui.ctx().animate_bool_with_time(response.id, response.hovered(), theme.transition());
    let painter = ui.painter();
    painter.rect(rect, 12.0, theme.well.gamma_multiply(0.35 + near), theme.hairline(), StrokeKind::Inside);
    let centre = pos2(rect.left() + pad + disc * 0.5, rect.center().y);
    let colour = if first { theme.target } else { theme.text.lerp_to_gamma(theme.muted, 0.5 - 0.5 * near) };
    painter.circle_filled(centre, disc * 0.5, if first { theme.tint(theme.target) } else { theme.well });
    paint_icon(painter, entry.icon(), centre, disc * 0.52, colour);
    let at = pos2(centre.x + disc * 0.5 + pad, rect.center().y - text * 0.5);
    let below = at + vec2(0.0, title.size().y);
    painter.galley(at, title, theme.text);
    painter.galley(below, about, theme.muted);
    if response.has_focus() {
        painter.rect_stroke(rect, 12.0, Stroke::new(2.0, theme.info), StrokeKind::Inside);
    }
    let tip = lang.text(&format!("{}-tip", entry.id()), &[]);
    response.on_hover_text(tip).clicked()
}
