//! What the screen shows a person while they work, and nothing else.

use crate::geom::Vec3;
use crate::instrument::EntryPoint;
use crate::session::Session;

/// What can be read off the screen in one tick.
#[derive(Clone, Copy, Debug)]
pub struct Sight {
    /// Inserted length in mm, by the marks on the shaft; 0 outside.
    pub inserted_mm: f64,
    /// Depth at the port, mm.
    pub depth_mm: f64,
    /// Middle of the target band at the port, mm depth.
    pub target_mm: f64,
    /// Depth of the dermal–fat boundary at the port, as the layer strip shows it, mm.
    pub dermis_mm: f64,
    /// Force at the hub, N.
    pub hub_force_n: f64,
    /// Flow, µL/s.
    pub flow_ul_s: f64,
    /// Volume left in the syringe, µL.
    pub left_ul: f64,
    /// Whether the cannula is in.
    pub inserted: bool,
    /// Whether the skin has blanched or mottled, or the patient has said that it hurts.
    pub warned: bool,
    /// Way of the tip along the skin plane, as the glow through the skin shows it.
    pub tip: Vec3,
}

impl Sight {
    /// What the session shows now.
    pub fn of(session: &Session) -> Self {
        let setup = session.setup();
        let middle = 0.5 * (setup.plane.from_mm + setup.plane.to_mm);
        let left_ul = session.ledger().left_ul;
        let warned = session.is_warned();
        match session.reading() {
            Some(reading) if reading.inserted.is_some() => Self {
                inserted_mm: reading.inserted_mm,
                depth_mm: reading.port_sample.depth_mm,
                target_mm: reading.port_sample.stack.dermis_mm + middle,
                dermis_mm: reading.port_sample.stack.dermis_mm,
                hub_force_n: reading.hub_force_n,
                flow_ul_s: session.flow_ul_s(),
                left_ul,
                inserted: true,
                warned,
                tip: reading.tip,
            },
            _ => Self {
                inserted_mm: 0.0,
                depth_mm: 0.0,
                target_mm: middle + 1.1,
                dermis_mm: 1.1,
                hub_force_n: 0.0,
                flow_ul_s: session.flow_ul_s(),
                left_ul,
                inserted: false,
                warned,
                tip: session.reading().map_or(Vec3::ZERO, |reading| reading.tip),
            },
        }
    }
}

/// The entry point a person would use: the last one made.
pub(super) fn entry(session: &Session) -> Option<EntryPoint> {
    session.entries().last().copied()
}
