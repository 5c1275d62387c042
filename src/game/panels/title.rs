//! The title: what this is, what one can do, and that it is for training only.

use super::told::tell;
use super::widget::{Button, Icon, Kind, Words, enter_alone, layout, paint_icon, place_on, ribbon, veiled, words};
use crate::game::theme::{Size, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Align2, Color32, Galley, Rangef, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2};
use std::sync::Arc;

/// A way on from the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Go on with the attempt that was interrupted.
    Resume,
    /// The guided first fan.
    Learn,
    /// Any patient, zone and preparation.
    Practise,
    /// Choose a drill.
    Drills,
    /// A drill without assists and without a second try.
    Exam,
    /// The patients, to look at every layer of them.
    Patients,
    /// The self-assessment quiz.
    Quiz,
    /// Results so far.
    Progress,
    /// Who plays.
    Learners,
    /// The instructor's view of a class.
    Class,
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
            Self::Learn => "menu-learn",
            Self::Practise => "menu-practise",
            Self::Drills => "menu-drills",
            Self::Exam => "menu-exam",
            Self::Progress => "menu-progress",
            Self::Patients => "menu-patients",
            Self::Quiz => "menu-quiz",
            Self::Learners => "menu-learners",
            Self::Class => "menu-class",
            Self::Settings => "menu-settings",
            Self::About => "menu-about",
            Self::Quit => "menu-quit",
        }
    }

    /// Whether it has a tile of its own; the others are buttons below.
    fn is_tile(self) -> bool {
        !matches!(self, Self::Class | Self::Patients | Self::Learners | Self::Settings | Self::About | Self::Quit)
    }

    fn icon(self) -> Icon {
        match self {
            Self::Resume => Icon::Play,
            Self::Learn => Icon::Learn,
            Self::Practise => Icon::Cannula,
            Self::Drills => Icon::Drills,
            Self::Exam => Icon::Finish,
            Self::Progress => Icon::Progress,
            Self::Patients => Icon::Person,
            Self::Learners => Icon::Learner,
            Self::Quiz => Icon::Quiz,
            Self::Class => Icon::Class,
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
    /// What is wrong with the records, as the program says it.
    pub trouble: Option<String>,
    /// Name of who plays.
    pub who: Option<String>,
}

/// What a person did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Took an entry.
    Open(Entry),
}

/// Text size above which the tiles stand one below the other.
const LARGE: f32 = 1.3;

/// Width that the title's column takes of a window: the patient stands in the rest.
#[must_use]
pub fn column(window: Rect, theme: &Theme) -> Rect {
    let width = (theme.size(Size::Body) * if theme.look.text > LARGE { 29.0 } else { 38.0 }).min(window.width() * 0.52);
    let left = window.left() + (window.width() * 0.065).max(theme.margin());
    Rect::from_min_max(pos2(left, window.top() + theme.margin()), pos2(left + width, window.bottom() - theme.margin()))
}

/// Shows the title over the scene. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let window = ui.ctx().content_rect();
    let column = column(window, &theme);
    shade(ui, window, column.right(), theme.ground);
    place_on(ui, "title", column, Align2::LEFT_CENTER, theme.ground, |ui| {
        ui.spacing_mut().item_spacing.y = theme.gap() * 0.5;
        let side = theme.size(Size::Hero);
        let (logo, _) = ui.allocate_exact_size(vec2(side * 1.1, side * 1.1), Sense::hover());
        paint_icon(ui.painter(), Icon::Drills, logo.center(), side, theme.target);
        words(ui, &Words::new(lang.text("app-title", &[]), Size::Hero));
        words(ui, &Words::new(lang.text("menu-promise", &[]), Size::Heading).weight(Weight::Regular).colour(theme.muted));
        ui.add_space(theme.gap() * 1.5);
        let mut action = None;
        if let Some(&first) = model.entries.first()
            && enter_alone(ui)
        {
            action = Some(Action::Open(first));
        }
        let tiles: Vec<Entry> = model.entries.iter().copied().filter(|entry| entry.is_tile()).collect();
        let columns = if theme.look.text > LARGE { 1 } else { 2 };
        // What was interrupted stands over the whole width.
        let (alone, rest) = tiles.split_at(usize::from(tiles.first() == Some(&Entry::Resume)));
        for line in alone.chunks(1).chain(rest.chunks(columns)) {
            let taken = tile_row(ui, line, if line == alone { 1 } else { columns }, model.entries.first().copied(), lang);
            action = taken.map(Action::Open).or(action);
        }
        ui.add_space(theme.gap() * 0.5);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(theme.gap() * 0.5, 6.0);
            for &entry in model.entries.iter().filter(|entry| !entry.is_tile()) {
                let (label, tip) = (lang.text(entry.id(), &[]), lang.text(&format!("{}-about", entry.id()), &[]));
                if Button::new(&label, Kind::Quiet, tip).icon(entry.icon()).show(ui).clicked() {
                    action = Some(Action::Open(entry));
                }
            }
        });
        if let Some(who) = &model.who
            && chip(ui, logo.y_range(), who, lang)
        {
            action = Some(Action::Open(Entry::Learners));
        }
        if let Some(trouble) = &model.trouble {
            let said = lang.text("menu-records-trouble", &[("trouble", Value::text(trouble))]);
            words(ui, &Words::new(said, Size::Small).colour(theme.attention));
        }
        ui.add_space(theme.gap() * 1.5);
        words(ui, &Words::new(lang.text("app-disclaimer", &[]), Size::Small).colour(theme.muted));
        let version = lang.text("menu-version", &[("version", Value::text(&model.version))]);
        words(ui, &Words::new(version, Size::Small).colour(theme.muted));
        action
    })
}

/// Letters of a name that are shown on the title.
const NAME: usize = 24;

/// Who plays, at the right of the logo; after all else in the order of the keyboard.
fn chip(ui: &mut Ui, y: Rangef, who: &str, lang: &Lang) -> bool {
    let short: String = if who.chars().count() > NAME { who.chars().take(NAME).chain(['…']).collect() } else { who.to_owned() };
    let (name, tip) = (lang.text("menu-learners-who", &[("name", Value::text(who))]), lang.text("menu-learners-about", &[]));
    let button = Button::new(&short, Kind::Quiet, tip).named(&name).icon(Icon::Learner);
    let right = ui.max_rect().right();
    let (width, height) = (button.width(ui) + 1.0, button.height(ui));
    let part = Rect::from_center_size(pos2(right - 0.5 * width, y.center()), vec2(width, height));
    let mut there = ui.new_child(UiBuilder::new().max_rect(part));
    button.show(&mut there).clicked()
}

/// Takes the scene back towards the left, so that words stand on calm ground.
fn shade(ui: &Ui, window: Rect, right: f32, ground: Color32) {
    const STEPS: u32 = 32;
    let end = (right + window.width() * 0.12).min(window.right());
    ui.painter().add(ribbon((0..=STEPS).map(|k| {
        let share = k as f32 / STEPS as f32;
        let gone = ((share - 0.45) / 0.55).max(0.0);
        let opacity = 0.94 * (1.0 - gone * gone * (3.0 - 2.0 * gone));
        let x = window.left() + (end - window.left()) * share;
        ([pos2(x, window.top()), pos2(x, window.bottom())], veiled(ground, opacity))
    })));
}

/// A tile with its words laid out.
struct Tile {
    entry: Entry,
    name: String,
    title: Arc<Galley>,
    about: Arc<Galley>,
}

impl Tile {
    fn height(&self) -> f32 {
        self.title.size().y + self.about.size().y
    }
}

/// Tiles side by side, equally tall; gives the one that was taken.
fn tile_row(ui: &mut Ui, entries: &[Entry], columns: usize, first: Option<Entry>, lang: &Lang) -> Option<Entry> {
    let theme = Theme::of(ui.ctx());
    let points = theme.size(Size::Body);
    let (pad, disc, gap) = (points * 0.75, points * 2.3, theme.gap() * 0.5);
    let each = (ui.available_width() - gap * (columns as f32 - 1.0)) / columns as f32;
    let tiles: Vec<Tile> = entries
        .iter()
        .map(|&entry| {
            let (name, about) = (lang.text(entry.id(), &[]), lang.text(&format!("{}-about", entry.id()), &[]));
            let room = each - disc - 3.0 * pad;
            let title = layout(ui, &Words::new(&name, Size::Heading), room);
            Tile { entry, name, title, about: layout(ui, &Words::new(about, Size::Small).colour(theme.muted), room) }
        })
        .collect();
    let tallest = tiles.iter().map(Tile::height).fold(disc, f32::max) + pad * 1.2;
    let mut taken = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for tile in tiles {
            let (rect, response) = ui.allocate_exact_size(vec2(each, tallest), Sense::click());
            paint_tile(ui, &tile, rect, &response, first == Some(tile.entry));
            if response.clicked() {
                taken = Some(tile.entry);
            }
        }
    });
    taken
}

fn paint_tile(ui: &Ui, tile: &Tile, rect: Rect, response: &Response, first: bool) {
    let theme = Theme::of(ui.ctx());
    let points = theme.size(Size::Body);
    let (pad, disc) = (points * 0.75, points * 2.3);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, format!("{}. {}", tile.name, tile.about.text())));
    tell(ui, response, &tile.name);
    let near = ui.ctx().animate_bool_with_time(response.id, response.hovered(), theme.transition());
    let painter = ui.painter();
    painter.rect(rect, 12.0, theme.well.gamma_multiply(0.45 + near), theme.hairline(), StrokeKind::Inside);
    let centre = pos2(rect.left() + pad + disc * 0.5, rect.center().y);
    let colour = if first { theme.target } else { theme.text.lerp_to_gamma(theme.muted, 0.5 - 0.5 * near) };
    painter.circle_filled(centre, disc * 0.5, if first { theme.tint(theme.target) } else { theme.well });
    paint_icon(painter, tile.entry.icon(), centre, disc * 0.52, colour);
    let at = pos2(centre.x + disc * 0.5 + pad, rect.center().y - tile.height() * 0.5);
    painter.galley(at, Arc::clone(&tile.title), theme.text);
    painter.galley(at + vec2(0.0, tile.title.size().y), Arc::clone(&tile.about), theme.muted);
    if super::told::came(ui, response) {
        response.scroll_to_me(None);
    }
    if response.has_focus() {
        painter.rect_stroke(rect, 12.0, Stroke::new(theme.outline() + 1.0, theme.info), StrokeKind::Inside);
    }
}
