//! Product between port and tissue: nothing is lost on the way, gels stay, sols creep back and leak from short tracks.

use fanline::product::{Catalogue, HerschelBulkley};
use fanline::tissue::backflow::slot_flow_ul_s;
use fanline::tissue::{Annulus, Backflow, Hold, Portion};
use proptest::prelude::*;

const DT: f64 = 1.0 / 120.0;
const FAT: Hold = Hold { pressure_pa: 4000.0, grip_pa: 1000.0, shear_pa: 3333.0 };

fn rheology(name: &str) -> HerschelBulkley {
    Catalogue::built_in().unwrap().mixture(name).unwrap().rheology
}

fn track(way_mm: f64) -> Annulus {
    Annulus { radius_mm: 0.257, way_mm, hole_mm: 0.0, hole_radius_mm: 0.0 }
}

/// Lays a thread at 5 mm/s and 2.5 µL/mm from `way` mm below the skin over 40 mm or to the skin: laid, lost, beside (µL).
fn thread(way: f64, rheology: &HerschelBulkley, hold: &Hold) -> (f64, f64, f64) {
    let mut backflow = Backflow::default();
    let (mut laid, mut lost) = (0.0, 0.0);
    let step = 5.0 * DT;
    let out = Portion { volume_ul: 2.5 * step, caha_mg: step };
    for tick in 0..(40.0_f64.min(way) / step) as u32 {
        let split = backflow.step(step, out, 1.0, &track(way - step * f64::from(tick)), hold, rheology, DT);
        laid += split.laid.volume_ul;
        lost += split.lost.volume_ul;
    }
    (laid, lost, backflow.beside().volume_ul)
}

#[test]
fn a_newtonian_fluid_flows_in_the_gap_as_between_plates() {
    // Q = W·h³·G/12µ with G in Pa/mm and µ in Pa·s: mm³/s.
    let newtonian = HerschelBulkley { yield_pa: 0.0, consistency_pa_sn: 0.1, index: 1.0 };
    let exact = 1.6 * 0.05_f64.powi(3) * 400.0 / (12.0 * 0.1);
    assert!((slot_flow_ul_s(1.6, 0.05, 400.0, &newtonian) / exact - 1.0).abs() < 1e-12);
}

#[test]
fn a_gel_stands_still_where_its_yield_holds_the_pressure() {
    let gel = HerschelBulkley { yield_pa: 100.0, consistency_pa_sn: 1.0, index: 0.5 };
    let mut backflow = Backflow::default();
    for _ in 0..12_000 {
        backflow.step(0.0, Portion { volume_ul: 0.2, caha_mg: 0.1 }, 0.0, &track(40.0), &FAT, &gel, DT);
    }
    // Front p·h/4τ₀ with h = R·p/2G, p beyond the grip: the gap's mean height is half of h.
    let (p, gap) = (3000.0, 0.257 * 3000.0 / (2.0 * 3333.0));
    let front = p * gap / (4.0 * 100.0);
    let section = std::f64::consts::PI * 0.5 * gap * (2.0 * 0.257 + 0.5 * gap);
    let reach = backflow.beside().volume_ul / section;
    assert!((0.9..=1.0).contains(&(reach / front)), "{reach} mm against {front} mm");
}

#[test]
fn the_thinner_the_product_the_more_creeps_back_and_a_short_track_leaks() {
    let share = |name: &str, way: f64| {
        let (laid, lost, beside) = thread(way, &rheology(name), &FAT);
        lost / (laid + lost + beside)
    };
    let long = ["radiesse neat", "radiesse 1:1", "radiesse 1:4", "radiesse 1:8"].map(|name| share(name, 45.0));
    let short = ["radiesse neat", "radiesse 1:1", "radiesse 1:4", "radiesse 1:8"].map(|name| share(name, 12.0));
    assert!(long[..2].iter().all(|share| *share < 0.005), "gels that stop 5 mm short: {long:?}");
    assert!(short.windows(2).all(|pair| pair[1] > pair[0]), "{short:?}");
    assert!(short[3] > 0.1 && short.iter().zip(&long).all(|(short, long)| short > long), "{short:?} {long:?}");
}

#[test]
fn a_gripping_track_holds_product_better_than_a_cut_one() {
    let beside = |grip_pa: f64| thread(45.0, &rheology("radiesse 1:1"), &Hold { grip_pa, ..FAT }).2;
    assert!(beside(0.0) > 1.5 * beside(1000.0), "{} {}", beside(0.0), beside(1000.0));
}

#[test]
fn product_that_comes_late_fills_the_track_that_the_tip_left() {
    let mut backflow = Backflow::default();
    let gel = rheology("radiesse neat");
    for _ in 0..60 {
        backflow.step(5.0 * DT, Portion::default(), 1.0, &track(40.0), &FAT, &gel, DT);
    }
    let out = Portion { volume_ul: 0.1, caha_mg: 0.1 };
    let late = backflow.step(0.0, out, 1.0, &track(40.0), &FAT, &gel, DT);
    assert!(late.ahead_mm > 1.5, "{} mm", late.ahead_mm);
    let still = Backflow::default().step(0.0, out, 1.0, &track(40.0), &FAT, &gel, DT);
    assert_eq!(still.ahead_mm, 0.0);
}

proptest! {
    #[test]
    fn whatever_the_hand_does_nothing_is_lost_on_the_way(
        acts in prop::collection::vec((-1.0..1.0_f64, 0.0..2.0_f64, 0.0..40.0_f64), 1..200),
        pressure in 0.0..6e4_f64, grip in 0.0..3000.0_f64, name in prop::sample::select(vec!["radiesse neat", "radiesse 1:2", "radiesse 1:8"]),
    ) {
        let rheology = rheology(name);
        let mut backflow = Backflow::default();
        let (mut volume, mut mass, mut given) = (0.0, 0.0, 0.0);
        for (back, ul, way_mm) in acts {
            let annulus = Annulus { radius_mm: 0.3, way_mm, hole_mm: 8.0, hole_radius_mm: 0.36 };
            let hold = Hold { pressure_pa: pressure, grip_pa: grip, shear_pa: 3333.0 };
            let split = backflow.step(back, Portion { volume_ul: ul, caha_mg: 0.4 * ul }, 1.0, &annulus, &hold, &rheology, DT);
            given += ul;
            volume += split.laid.volume_ul + split.lost.volume_ul;
            mass += split.laid.caha_mg + split.lost.caha_mg;
            let beside = backflow.beside();
            prop_assert!(beside.volume_ul >= 0.0 && split.laid.volume_ul >= 0.0 && split.lost.volume_ul >= 0.0);
            prop_assert!((volume + beside.volume_ul - given).abs() < 1e-9 && (mass + beside.caha_mg - 0.4 * given).abs() < 1e-9);
        }
        volume += backflow.leave().volume_ul;
        prop_assert!((volume - given).abs() < 1e-9);
    }
}
