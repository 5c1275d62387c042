//! The pointer on the patient: the mark, the entry point, the syringe, the massaging finger; and the eye that it turns.

use bevy::input::mouse::MouseWheel;
use bevy::prelude::*;
use bevy::window::{CursorMoved, PrimaryWindow};

use super::procedure::marking;
use super::{Flow, Screen, consult, ring};
use crate::game::input::{Action, Acts, Controls, Grip, Hands, notches};
use crate::game::scene::camera::{Eye, Glide};
use crate::game::scene::stage::Frame;

/// Nearness at which a click on the mark makes the entry point, mm.
const ON_MARK_MM: f64 = 4.0;

/// Clicks on the patient: the mark, the entry point, the syringe.
pub(super) fn pointer(
    acts: Res<Acts>,
    window: Query<&Window, With<PrimaryWindow>>,
    frame: Res<Frame>,
    eye: Res<Eye>,
    mut moved: MessageReader<CursorMoved>,
    mut grip: ResMut<Grip>,
    mut flow: ResMut<Flow>,
    mut hands: ResMut<Hands>,
    mut pen_down: Local<bool>,
) {
    let flow = flow.bypass_change_detection();
    let Some(attempt) = &mut flow.attempt else { return };
    let (down, clicked) = acts.click;
    if attempt.massaging() {
        let cursor = window.single().ok().and_then(Window::cursor_position).filter(|_| !grip.over_panel || hands.touching);
        if let Some(at) = cursor.and_then(|cursor| ring::under(&attempt.session.setup().anatomy, cursor, &eye, &frame))
            && (down || moved.read().next().is_some())
        {
            attempt.mark = at;
        }
        hands.touching = down && (hands.touching || !grip.over_panel);
        *grip = Grip { held: false, ..*grip };
        return;
    }
    hands.touching = false;
    if attempt.drawing() {
        let on_skin = |cursor: Vec2| ring::under(&attempt.session.setup().anatomy, cursor, &eye, &frame);
        let way: Vec<_> = moved.read().map(|moved| on_skin(moved.position)).collect();
        let pressed = clicked && !grip.over_panel;
        let at = window.single().ok().and_then(Window::cursor_position).filter(|_| pressed).and_then(on_skin);
        if let Some(at) = at {
            attempt.draw_to(at.point);
            *pen_down = true;
        }
        // The mark goes along with the pointer: the keys draw on from where it is.
        for at in way {
            match at {
                Some(at) if *pen_down && down => attempt.draw_to(at.point),
                // Off the skin the line ends.
                None if *pen_down => attempt.lift_pen(),
                _ => {}
            }
            if let Some(at) = at.filter(|_| *pen_down || !(grip.over_panel || attempt.pen.is_down())) {
                attempt.mark = at;
            }
        }
        if *pen_down && !down {
            *pen_down = false;
            attempt.lift_pen();
        }
        *grip = Grip { held: false, ..*grip };
        return;
    }
    *pen_down = false;
    if consult::open(attempt) {
        *grip = Grip { held: false, ..*grip };
        return;
    }
    if clicked && !attempt.held && !grip.over_panel {
        let cursor = window.single().ok().and_then(Window::cursor_position);
        if !marking(attempt) {
            attempt.take_up();
        } else if let Some(at) = cursor.and_then(|cursor| ring::under(&attempt.session.setup().anatomy, cursor, &eye, &frame)) {
            if at.point.distance(attempt.mark.point) <= ON_MARK_MM {
                hands.latch(attempt.entry_command());
            } else {
                attempt.mark = at;
            }
        }
    }
    let inserted_mm = attempt.session.reading().filter(|reading| reading.inserted.is_some()).map_or(0.0, |reading| reading.inserted_mm);
    *grip = Grip { held: attempt.held, inserted_mm, ..*grip };
}

/// Turns and zooms the eye by the mouse, in the procedure, the debrief, the atlas and the quiz; and in the debrief by keys and sticks.
pub(super) fn orbit(
    screen: Res<State<Screen>>,
    acts: Res<Acts>,
    controls: Res<Controls>,
    time: Res<Time>,
    mut moved: MessageReader<CursorMoved>,
    mut wheel: MessageReader<MouseWheel>,
    grip: Res<Grip>,
    frame: Res<Frame>,
    mut flow: ResMut<Flow>,
    mut view: (ResMut<Eye>, ResMut<Glide>),
    mut turning: Local<bool>,
) {
    let drag: Vec2 = moved.read().filter_map(|moved| moved.delta).sum();
    let turned: f64 = wheel.read().map(notches).sum();
    let procedure = *screen.get() == Screen::Procedure;
    // Where no syringe is held the first button turns too.
    let debrief = matches!(screen.get(), Screen::Debrief | Screen::Atlas | Screen::Editor) || (*screen.get() == Screen::Quiz && (flow.pointing.on_patient() || flow.replayed.on_patient()));
    // A point of the drawing that is held goes along with the pointer instead.
    let holds = *screen.get() == Screen::Editor && flow.editor.as_ref().is_some_and(|editor| editor.holds());
    let (down, clicked) = acts.click;
    if debrief && clicked && !grip.over_panel && !holds {
        *turning = true;
    }
    let held = acts.held(Action::Turn);
    *turning = !holds && ((*turning && debrief && down) || (held && (procedure || debrief)));
    if *turning && drag != Vec2::ZERO {
        view.1.stop();
        let flow = flow.bypass_change_detection();
        (flow.desk.view, flow.atlas.view) = (None, None);
        let (x, y) = (f64::from(drag.x), f64::from(drag.y));
        if acts.held(Action::Fine) {
            view.0.pan(x, y, f64::from(frame.size.y));
        } else {
            view.0.orbit(x, y);
        }
    }
    let free = debrief || (procedure && (!grip.held || *turning));
    // A turn of the wheel that is bound to coming nearer is obeyed there.
    if turned != 0.0 && free && !grip.over_panel && acts.notches(Action::Nearer, Action::Farther) == 0.0 {
        view.1.stop();
        view.0.zoom(turned);
    }
    if *screen.get() == Screen::Debrief {
        super::keys::look(&acts, &controls, time.delta_secs_f64().min(0.25), &mut view.0, &mut view.1);
    }
}
