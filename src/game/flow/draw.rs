//! Draws the page and keeps what was done with it.

use std::sync::Arc;

use bevy::prelude::*;
use bevy_egui::{EguiContexts, egui};

use super::Flow;
use super::page::{Act, Page};
use super::status::Told;
use crate::game::input::drive::Driven;
use crate::game::input::letters::Letters;
use crate::game::input::names::Names;
use crate::game::input::{Acts, Controls, Device, Grip, Places};
use crate::game::panels::{letters, notice, pause, told};
use crate::game::scene::camera::Glide;
use crate::game::scene::ready::Ready;
use crate::game::scene::stage::Frame;
use crate::game::theme::{self, Theme};

/// Which page it is: a key that opened one must not act on it in the same frame.
pub(super) type Kind = (std::mem::Discriminant<Page>, Option<pause::Page>, u8);

fn kind(page: &Page) -> Kind {
    let menu = if let Page::Procedure(_, Some(menu)) = page { Some(menu.page) } else { None };
    (std::mem::discriminant(page), menu, page.question())
}

/// A page comes out of the ground's colour, within the theme's transition; at once with reduced motion.
fn veil(context: &egui::Context, theme: &Theme, since_s: f32) {
    let left = 1.0 - since_s / theme.transition().max(1e-3);
    if left > 0.0 && left <= 1.0 && !theme.look.reduced_motion {
        let layer = egui::LayerId::new(egui::Order::Foreground, "fanline veil".into());
        context.layer_painter(layer).rect_filled(context.content_rect(), 0.0, theme.ground.gamma_multiply(left));
        context.request_repaint();
    }
}

/// The bindings as the panels share them, made anew when they change.
#[derive(Default)]
pub(super) struct Shared(Names);

impl Shared {
    fn put(&mut self, context: &egui::Context, controls: &Controls, device: Device, places: Places) {
        if *self.0.bindings != controls.bindings {
            self.0.bindings = Arc::new(controls.bindings.clone());
        }
        (self.0.device, self.0.places) = (device, places);
        self.0.clone().put(context);
    }
}

/// Draws the page over the scene.
pub(super) fn draw(
    mut contexts: EguiContexts,
    mut flow: ResMut<Flow>,
    mut frame: ResMut<Frame>,
    mut grip: ResMut<Grip>,
    (mut glide, ready): (ResMut<Glide>, Res<Ready>),
    controls: (Res<Acts>, Res<Controls>, ResMut<Driven>, Res<Letters>),
    mut last: Local<(Option<Kind>, f64)>,
    mut told: ResMut<Told>,
    mut names: Local<Shared>,
) -> Result {
    let context = contexts.ctx_mut()?.clone();
    let flow = flow.bypass_change_detection();
    let window = context.content_rect();
    let (acts, controls, mut driven, board) = controls;
    flow.settings.look.left_handed = controls.options.left_handed;
    let theme = Theme::new(flow.settings.look, window.size());
    theme::apply(&context, &theme);
    glide.reduced_motion = flow.settings.look.reduced_motion;
    let now = kind(&flow.page);
    let before = last.0.replace(now);
    let fresh = before != Some(now);
    let time = context.input(|input| input.time);
    if before.is_some_and(|(page, ..)| page != now.0) {
        last.1 = time;
    }
    names.put(&context, &controls, acts.device, acts.places);
    // While the hands are on the syringe no button has the keyboard, nor does one of the page before.
    let hands_on = !flow.desk.panels && matches!(&flow.page, Page::Procedure(model, None) if model.bench.is_none() && model.consult.is_none());
    if fresh || hands_on {
        context.memory_mut(|memory| {
            if let Some(focused) = memory.focused() {
                memory.surrender_focus(focused);
            }
        });
    }
    if flow.desk.panels && context.memory(|memory| memory.focused().is_none()) {
        context.memory_mut(|memory| memory.move_focus(egui::FocusDirection::Next));
    }
    if told.listens() {
        told::listen(&context);
    }
    let act = {
        let whole = egui::UiBuilder::new().layer_id(egui::LayerId::background()).max_rect(window);
        let mut ui = egui::Ui::new(context.clone(), "fanline".into(), whole);
        // Nobody is seen in parts.
        if !ready.is_whole() {
            ui.painter().rect_filled(window, 0.0, theme.ground);
        }
        let act = flow.page.show(&mut ui, &flow.lang);
        // Nothing comes between a person and the patient.
        let quiet = matches!(flow.page, Page::Procedure(..) | Page::Wait(_));
        let notice = flow.notice.as_ref().filter(|_| !quiet).and_then(|notice| notice::panel(&mut ui, &notice.model, &flow.lang));
        act.or(notice.map(Act::Notice))
    };
    flow.typing = context.memory(|memory| memory.focused()).is_some_and(|id| egui::TextEdit::load_state(&context, id).is_some());
    if let Some(board) = board.0.as_ref().filter(|_| flow.typing) {
        let writing = context.memory(|memory| memory.focused()).and_then(|id| context.read_response(id)).map(|response| response.rect);
        letters::paint(&context, board, writing, &flow.lang);
    }
    if told.listens() {
        told.buttons = told::heard(&context);
    }
    veil(&context, &theme, (time - last.1) as f32);
    driven.acted |= fresh || act.is_some();
    if !fresh && flow.act.is_none() {
        flow.act = act;
    }
    let field = flow.page.field(window, &theme);
    let free = Rect { min: Vec2::new(field.left(), field.top()), max: Vec2::new(field.right(), field.bottom()) };
    let light = !theme.look.dark;
    if frame.free != free || frame.light != light {
        (frame.free, frame.light) = (free, light);
    }
    let pointer = context.pointer_latest_pos();
    let over = pointer.and_then(|at| context.layer_id_at(at)).is_some_and(|layer| layer.order != egui::Order::Background);
    let over_panel = over || context.egui_is_using_pointer();
    let focus = context.memory(|memory| memory.focused());
    let focused = focus.is_some();
    let same = driven.focus == focus.map(|id| id.value());
    driven.focus = focus.map(|id| id.value());
    let named = told::focused(&context).filter(|(id, _)| focus == Some(*id)).map(|(_, name)| name);
    let gained = context.output(|output| {
        output.events.iter().rev().find_map(|event| if let egui::output::OutputEvent::FocusGained(info) = event { info.label.clone() } else { None })
    });
    driven.label = named.or(gained).or(driven.label.take().filter(|_| same && focused));
    if (grip.focused, grip.writing) != (focused, flow.typing) {
        (grip.focused, grip.writing) = (focused, flow.typing);
    }
    if grip.over_panel != over_panel {
        grip.over_panel = over_panel;
    }
    Ok(())
}
