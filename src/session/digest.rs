//! The running digest: what a recording keeps of each tick's controls and state, so that a changed tick can be named.

use xxhash_rust::xxh64::Xxh64;

use super::{Command, Controls, Ledger, Phase, Session};

/// Chains this tick's controls and the state they led to into the session's digest.
pub(super) fn chain(session: &Session, controls: &Controls) -> u64 {
    let mut hash = Xxh64::new(session.digest());
    for x in controls.hub_um.iter().chain(&controls.direction_ppm).chain([&controls.plunger_mn]) {
        hash.update(&x.to_le_bytes());
    }
    match controls.command {
        None => hash.update(&[0]),
        Some(Command::Disinfect) => hash.update(&[1]),
        Some(Command::MakeEntry { point_um }) => {
            hash.update(&[2]);
            point_um.iter().for_each(|x| hash.update(&x.to_le_bytes()));
        }
        Some(Command::Finish) => hash.update(&[3]),
        Some(Command::Bench(act)) => {
            hash.update(&[4]);
            hash.update(&act.to_bytes());
        }
        Some(Command::Consult(act)) => {
            hash.update(&[5]);
            hash.update(&act.to_bytes());
        }
        Some(Command::Mark(act)) => {
            hash.update(&[6, act.kind()]);
            act.point_um().iter().flatten().for_each(|x| hash.update(&x.to_le_bytes()));
        }
        Some(Command::Inspect) => hash.update(&[7]),
        Some(Command::Care(act)) => hash.update(&[8, act.to_byte()]),
    }
    hash.update(&[u8::from(controls.finger.is_some())]);
    if let Some(finger) = controls.finger {
        finger.at_um.iter().chain(&finger.force_mn).for_each(|x| hash.update(&x.to_le_bytes()));
    }
    let mut number = |x: &f64| hash.update(&x.to_bits().to_le_bytes());
    for node in session.cannula().nodes() {
        node.to_array().iter().for_each(&mut number);
    }
    if let Some(reading) = session.reading() {
        reading.port_material.to_array().iter().for_each(&mut number);
        let forces = [reading.inserted_mm, reading.hub_force_n, reading.wall_force_n, reading.trauma_mj];
        forces.iter().for_each(&mut number);
    }
    session.traction().force.to_array().iter().for_each(&mut number);
    let Ledger { left_ul, dead_ul, laid_ul, intravascular_ul, spilled_ul, beside_ul, backflow_ul, .. } = session.ledger();
    [left_ul, dead_ul, laid_ul, intravascular_ul, spilled_ul, beside_ul, backflow_ul].iter().for_each(&mut number);
    let massaged = session.massaged();
    [massaged.carried_mg_mm, massaged.rubbed_mg_mm2].iter().for_each(&mut number);
    for occlusion in session.perfusion().occlusions() {
        [occlusion.volume_ul, occlusion.pallor, occlusion.livedo, occlusion.pain].iter().for_each(&mut number);
    }
    number(&session.mixture_at_port().caha_mg_per_ml);
    if let Some(bench) = session.bench() {
        [bench.homogeneity(), bench.stood_s()].iter().for_each(&mut number);
    }
    // Nothing is added where these phases are not played: digests of such sessions are what they were.
    if session.setup().phases.contains(&Phase::Consult) {
        hash.update(&[session.asked().len() as u8, session.noted().len() as u8, u8::from(session.decision().is_some())]);
    }
    if session.setup().phases.contains(&Phase::Mark) {
        hash.update(&(session.strokes().len() as u64).to_le_bytes());
        let pen = session.stroke_under_way().or(session.strokes().last()).and_then(|stroke| stroke.points.last());
        pen.map(|pen| pen.to_array()).iter().flatten().for_each(|x| hash.update(&x.to_bits().to_le_bytes()));
    }
    hash.update(&(session.events().len() as u64).to_le_bytes());
    hash.update(&[u8::from(session.finished())]);
    hash.digest()
}
