//! Names and places of what can be pressed on the page, for programs that drive the window as a person would.
//!
//! Nothing is gathered until somebody listens.

use bevy_egui::egui::{Context, Id, Rect, Response, Ui};

/// Something that can be pressed, as it stands in the window.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Its name, as a screen reader says it.
    pub name: String,
    /// The part of it that is seen, in points of the window.
    pub rect: Rect,
}

fn id() -> Id {
    Id::new("fanline told")
}

/// Begins to gather, or begins anew: at the start of each frame.
pub fn listen(context: &Context) {
    context.data_mut(|data| data.insert_temp(id(), Some(Vec::<Told>::new())));
}

/// What was gathered in this frame; nothing where nobody listens.
#[must_use]
pub fn heard(context: &Context) -> Vec<Told> {
    context.data(|data| data.get_temp::<Option<Vec<Told>>>(id())).flatten().unwrap_or_default()
}

fn focus_id() -> Id {
    Id::new("fanline told focus")
}

fn came_id() -> Id {
    Id::new("fanline focus came")
}

/// What has the keyboard, and its name, where it told of itself.
#[must_use]
pub fn focused(context: &Context) -> Option<(Id, String)> {
    context.data(|data| data.get_temp(focus_id()))
}

/// Whether the keyboard has just come to something: by the arrow keys too, of which egui does not tell.
pub(super) fn came(ui: &Ui, response: &Response) -> bool {
    response.has_focus()
        && ui.data_mut(|data| {
            let before = data.get_temp::<Id>(came_id());
            data.insert_temp(came_id(), response.id);
            before != Some(response.id)
        })
}

/// Tells of something that can be pressed.
pub(super) fn tell(ui: &Ui, response: &Response, name: &str) {
    if response.has_focus() {
        ui.data_mut(|data| data.insert_temp(focus_id(), (response.id, name.to_owned())));
    }
    let rect = response.rect.intersect(ui.clip_rect());
    if rect.width() < 2.0 || rect.height() < 2.0 {
        return;
    }
    ui.data_mut(|data| {
        if let Some(all) = data.get_temp_mut_or_default::<Option<Vec<Told>>>(id()) {
            all.push(Told { name: name.to_owned(), rect });
        }
    });
}
