//! The game with an operator's hands in the place of a person's: for measuring what a person would see.

use bevy::prelude::*;

use super::attempt::Attempt;
use super::home::Home;
use super::mode::Mode;
use super::picture::Stage;
use super::{Flow, Screen, procedure, show};
use crate::game::panels::settings::Preset;
use crate::game::scene::SceneSystems;
use crate::game::scene::model::{DepositShape, SceneModel};
use crate::geom::math;
use crate::source::Content;
use crate::trainee::{Operator, SkillTable};

/// Whether threads are being laid: set with the first product that flows.
#[derive(Resource, Clone, Copy, Debug, Default)]
pub(in crate::game) struct Laying(pub(in crate::game) bool);

/// Whose hands, and how many threads lie there beside those that are laid.
#[derive(Resource)]
pub(super) struct Operating {
    operator: Operator,
    threads: usize,
    more: Vec<DepositShape>,
}

/// Ticks a call until product flows: what comes before is not watched.
const AHEAD: usize = 240;
/// Threads that are put there: length and distance of their deposits, depth, radius, mm.
const THREAD_MM: f64 = 40.0;
const STEP_MM: f64 = 2.0;
const DEPTH_MM: f64 = 2.0;
const RADIUS_MM: f64 = 0.5;

/// Makes the app a game on the low preset that an expert plays; nothing is read from or written to a person's folder.
pub(in crate::game) fn watched(app: &mut App, drill: &str, threads: usize) {
    let table = Content::find().ok().and_then(|content| SkillTable::parse("assets/operators.ron", &content.read_text("assets/operators.ron").ok()?).ok());
    let Some(table) = table else { return };
    let mut flow = Flow::new(Some(drill.to_owned()), Home::nowhere());
    flow.settings.preset = Preset::Low;
    super::open(app, flow);
    app.insert_resource(Operating { operator: Operator::new(table.at(1.0), None, 1), threads, more: Vec::new() })
        .init_resource::<Laying>()
        .add_systems(FixedUpdate, act.run_if(in_state(Screen::Procedure)).before(procedure::tick))
        .add_systems(Update, more.after(show::scene).before(SceneSystems).run_if(in_state(Screen::Procedure)));
}

fn act(mut flow: ResMut<Flow>, mut hands: ResMut<Operating>, mut laying: ResMut<Laying>) {
    let flow = flow.bypass_change_detection();
    let (Some(attempt), Some(stage)) = (&mut flow.attempt, &flow.stage) else { return };
    attempt.mode = Mode::Practise;
    if hands.more.is_empty() && hands.threads > 0 {
        hands.more = threads(stage, hands.threads);
    }
    for _ in 0..if laying.0 { 1 } else { AHEAD } {
        step(attempt, &mut hands.operator);
        laying.0 |= attempt.session.flow_ul_s() > 0.0;
        if laying.0 {
            break;
        }
    }
}

fn step(attempt: &mut Attempt, operator: &mut Operator) {
    let controls = operator.act(&attempt.session);
    attempt.take(&controls);
}

/// Straight threads under the zone, turned by the golden angle from one to the next.
fn threads(stage: &Stage, count: usize) -> Vec<DepositShape> {
    const GOLDEN_RAD: f64 = 2.399_963_229_728_653;
    let points = &stage.grid.points;
    let mut deposits = Vec::new();
    for thread in 0..count {
        let Some(at) = points.get(thread * 7919 % points.len().max(1)) else { break };
        let side = at.normal.any_orthonormal_vector();
        let angle = GOLDEN_RAD * thread as f64;
        let way = side * math::cos(angle) + at.normal.cross(side) * math::sin(angle);
        let pieces = (THREAD_MM / STEP_MM) as usize;
        deposits.extend((0..pieces).map(|piece| DepositShape {
            position: at.point - at.normal * DEPTH_MM + way * (STEP_MM * (piece as f64 + 0.5) - 0.5 * THREAD_MM),
            direction: way,
            length_mm: STEP_MM,
            radius_mm: RADIUS_MM,
        }));
    }
    deposits
}

fn more(hands: Res<Operating>, mut model: ResMut<SceneModel>) {
    model.deposits.splice(0..0, hands.more.iter().copied());
}
