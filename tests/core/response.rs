//! Response over months: published time points, the laws of the model, and the outlook of a session.

use std::sync::OnceLock;

use fanline::drill::attempt;
use fanline::product::Catalogue;
use fanline::scoring::Outlook;
use fanline::tissue::{CellDose, CellResponse, Estimate, Kinetics, Particle, ResponseModel};
use fanline::trainee::{Operator, play};
use proptest::prelude::*;

use crate::drill::{library, setup, skill};

/// Dermis of a woman's zygoma, mm (Meng 2022).
const DERMIS: f64 = 0.87;

fn model() -> ResponseModel {
    ResponseModel::built_in()
}

/// The curves of a product, solved once for all tests.
fn kinetics(product: &str) -> &'static Kinetics {
    static ALL: OnceLock<Vec<(String, Kinetics)>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let catalogue = Catalogue::built_in().unwrap();
        catalogue.products().iter().map(|product| (product.id.clone(), model().kinetics(product))).collect()
    });
    &all.iter().find(|(id, _)| id == product).expect("a product").1
}

/// The response to the same dose (mg/cm², 1:ratio, in the subdermal plane) on each of these days.
fn response(product: &str, mg: f64, ratio: f64, sittings: &[f64], day: f64) -> CellResponse {
    let kinetics = kinetics(product);
    kinetics.moment(sittings, day).response(&vec![kinetics.dose(mg, ratio, 1.0); sittings.len()], DERMIS)
}

fn gain(product: &str, mg: f64, day: f64) -> f64 {
    response(product, mg, 0.0, &[0.0], day).dermal_gain.mean
}

/// First day on which the gain is half of its largest, and the day of the largest.
fn half_and_peak(product: &str, mg: f64) -> (f64, f64) {
    let gains: Vec<f64> = (0..1000).map(|day| gain(product, mg, f64::from(day))).collect();
    let peak = gains.iter().copied().fold(0.0, f64::max);
    let first = |share: f64| gains.iter().position(|gain| *gain >= share * peak).expect("a day") as f64;
    (first(0.5), first(1.0))
}

fn within(what: &str, got: f64, allowed: std::ops::RangeInclusive<f64>) {
    assert!(allowed.contains(&got), "{what}: {got}, wanted {allowed:?}");
}

#[test]
fn collagen_begins_in_weeks_4_to_8_is_half_made_by_week_12_and_full_in_months_4_to_9() {
    let of = |day: f64| gain("radiesse", 10.0, day) / gain("radiesse", 10.0, half_and_peak("radiesse", 10.0).1);
    within("week 1", of(7.0), 0.0..=0.02);
    within("week 4", of(28.0), 0.03..=0.2);
    within("week 8", of(56.0), 0.25..=0.55);
    let (half, peak) = half_and_peak("radiesse", 10.0);
    within("half made on day", half, 60.0..=84.0);
    within("largest on day", peak, 120.0..=270.0);
    for day in [150.0, 180.0, 270.0] {
        within("plateau", of(day), 0.85..=1.0);
    }
    within("month 12", of(365.0), 0.65..=0.95);
    within("month 18", of(540.0), 0.3..=0.7);
    within("month 30", of(910.0), 0.0..=0.3);
}

#[test]
fn collagen_iii_peaks_near_month_4_and_collagen_i_passes_it() {
    let of = |day: f64| response("radiesse", 10.0, 0.0, &[0.0], day);
    let iii = |day: f64| of(day).collagen_iii.mean;
    let i = |day: f64| of(day).collagen_i.mean;
    let peak = (0..540).map(f64::from).max_by(|a, b| iii(*a).total_cmp(&iii(*b))).expect("a day");
    within("III is largest on day", peak, 90.0..=150.0);
    assert!(iii(210.0) < 0.8 * iii(120.0) && iii(210.0) > 0.0, "at month 7 III declines, above baseline");
    assert!(iii(270.0) < 0.5 * iii(120.0) && i(270.0) > i(120.0), "at month 9 I has replaced much of III");
    assert!(i(28.0) / i(270.0) < iii(28.0) / iii(120.0), "III comes first");
}

#[test]
fn the_neck_gains_what_was_published_and_what_was_not_fitted_lies_in_the_band() {
    // 1:4 on days 0 and 45, ultrasound at day 120: +15 % (8-21). The dose in mg/cm² is [design].
    let neck = response("radiesse", 10.5, 4.0, &[0.0, 45.0], 120.0).dermal_gain;
    within("neck, day 120", neck.mean, 0.145..=0.155);
    assert!(neck.low < 0.10 && neck.high > 0.21, "{neck:?}");
    // Not fitted: HArmonyCa 1.25 mL a side, +2.1 mL at day 180 (Urdiales-Galvez 2023); on 45 cm² [design].
    let ml = response("harmonyca", 1.25 * 930.0 / 45.0, 0.0, &[0.0], 180.0).lift_mm.times(45.0 * 0.1);
    assert!(ml.low < 2.1 && 2.1 < ml.high && ml.mean > 1.25, "{ml:?}");
}

#[test]
fn spheres_are_mostly_gone_at_12_months_a_trace_at_24_and_none_at_30() {
    let left = |day: f64| response("radiesse", 10.0, 0.0, &[0.0], day).particles_mg_cm2.mean / 10.0;
    within("month 1", left(30.0), 0.8..=0.95);
    within("month 9", left(270.0), 0.1..=0.35);
    within("month 12", left(365.0), 0.03..=0.2);
    within("month 24", left(730.0), 1e-6..=0.02);
    assert_eq!(left(912.0), 0.0);
}

#[test]
fn products_differ_as_published() {
    let lift = |product: &str, mg: f64, ratio: f64, day: f64| response(product, mg, ratio, &[0.0], day).lift_mm.mean;
    // At the same volume the neat gel fills; hyperdilute nearly all of it is gone within a week.
    let held = |product: &str, mg: f64, ratio: f64, day: f64| lift(product, mg, ratio, day) / lift(product, mg, ratio, 0.0);
    assert!(held("radiesse", 30.0, 0.0, 7.0) > 0.85 && held("radiesse", 10.0, 4.0, 7.0) < 0.25);
    // The HA of HArmonyCa still lifts at 6 months, when the CMC gel is gone.
    let carrier = |product: &str, day: f64| response(product, 20.0, 0.0, &[0.0], day).carrier_ul_cm2.mean;
    assert!(carrier("harmonyca", 180.0) > 0.4 * carrier("harmonyca", 0.0));
    assert!(carrier("radiesse", 180.0) < 0.02 * carrier("radiesse", 0.0));
    // PLLA: nothing but water at first, later than CaHA, ahead of it at 18 months, still there at 25.
    assert_eq!(kinetics("plla").particle(), Particle::Plla);
    assert!(held("plla", 1.25, 0.0, 7.0) < 0.1);
    let (caha, plla) = (half_and_peak("radiesse", 10.0), half_and_peak("plla", 1.25));
    assert!(plla.0 > caha.0 + 30.0 && plla.1 > caha.1 + 60.0, "{caha:?} {plla:?}");
    let of_peak = |product: &str, mg: f64, peak: f64, day: f64| gain(product, mg, day) / gain(product, mg, peak);
    within("PLLA at month 3", of_peak("plla", 1.25, plla.1, 90.0), 0.1..=0.4);
    assert!(of_peak("plla", 1.25, plla.1, 540.0) > of_peak("radiesse", 10.0, caha.1, 540.0));
    assert!(of_peak("plla", 1.25, plla.1, 760.0) > 0.3);
}

#[test]
fn a_product_answers_by_its_data_and_not_by_its_name() {
    let file = "assets/products/harmonyca.ron";
    let text = crate::drill::content().read_text(file).expect("a product");
    let with = |from: &str, to: &str| {
        assert!(text.contains(from));
        let product = fanline::product::Product::read(file, &text.replace(from, to)).unwrap();
        let kinetics = model().kinetics(&product);
        let dose = kinetics.dose(20.0, 0.0, 1.0);
        kinetics.moment(&[0.0], 180.0).response(&[dose], DERMIS)
    };
    let as_it_is = response("harmonyca", 20.0, 0.0, &[0.0], 180.0);
    assert_eq!(with("id: \"harmonyca\"", "id: \"another\""), as_it_is);
    let in_gel = with("value: CrossLinkedHa(mg_per_ml: 20.0)", "value: CmcGel");
    assert!(in_gel.carrier_ul_cm2.mean < 0.1 * as_it_is.carrier_ul_cm2.mean);
    assert!(in_gel.collagen_i.mean > as_it_is.collagen_i.mean);
    assert_eq!(in_gel, response("radiesse", 20.0, 0.0, &[0.0], 180.0), "the same spheres in the same gel");
}

#[test]
fn what_is_laid_as_volume_lifts_as_volume_on_the_day_itself() {
    for (product, ratio) in [("radiesse", 0.0), ("radiesse", 1.0), ("radiesse", 6.0), ("harmonyca", 0.0), ("plla", 0.0)] {
        let kinetics = kinetics(product);
        for mg in [0.0, 3.0, 40.0] {
            let ul = mg * 1e3 * (1.0 + ratio) / kinetics.mg_per_ml();
            let lift = response(product, mg, ratio, &[0.0], 0.0).lift_mm;
            assert!((lift.mean - 0.01 * ul).abs() < 1e-12 && lift.low == lift.mean && lift.high == lift.mean, "{product} {lift:?}");
        }
        // Richer or poorer than its ratio says.
        for (mg, ul) in [(10.0, 12.0), (0.0, 12.0), (1.0, 50.0)] {
            let dose = kinetics.laid(mg, ul, ratio, 1.0);
            let sum = dose.particles_ul_cm2 + dose.carrier_ul_cm2 + dose.diluent_ul_cm2;
            assert!((sum - ul).abs() < 1e-9 && dose.carrier_ul_cm2 >= 0.0 && dose.diluent_ul_cm2 >= 0.0, "{product} {dose:?}");
        }
    }
}

#[test]
fn no_dose_and_no_day_before_the_dose_give_any_response() {
    for product in ["radiesse", "harmonyca", "plla"] {
        for day in [0.0, 28.0, 180.0, 540.0, 2000.0] {
            assert_eq!(response(product, 0.0, 1.0, &[0.0, 120.0], day), CellResponse::default(), "{product} day {day}");
        }
        assert_eq!(response(product, 10.0, 0.0, &[120.0], 119.9), CellResponse::default());
        assert!(response(product, 10.0, 0.0, &[0.0], 5000.0).lift_mm.mean < 0.1);
    }
}

#[test]
fn deep_product_lifts_but_thickens_the_dermis_less() {
    let kinetics = kinetics("radiesse");
    let at = |below: f64| {
        let dose = kinetics.dose(12.0, 1.0, model().near_dermis(below));
        kinetics.moment(&[0.0], 180.0).response(&[dose], DERMIS)
    };
    assert_eq!(at(-0.3), at(1.2), "the whole subdermal plane counts in full");
    assert!(at(5.0).dermal_mm.mean < 0.5 * at(1.2).dermal_mm.mean);
    assert!((at(5.0).lift_mm.mean - at(1.2).lift_mm.mean).abs() < 1e-12);
}

#[test]
fn a_wrong_model_is_told_all_that_is_wrong_with_it() {
    let text = crate::drill::content().read_text(ResponseModel::FILE).expect("the model");
    assert_eq!(ResponseModel::parse("f", &text).unwrap(), model(), "the built-in model is the installed one");
    let broken = text.replace("most: (value: 0.40", "most: (value: -1").replace("young_days: (value: 45.0", "young_days: (value: 0");
    let told = ResponseModel::parse("f", &broken).unwrap_err().to_string();
    assert!(told.contains("most.value") && told.contains("caha.young_days.value"), "{told}");
}

fn holds(what: &CellResponse) -> Result<(), TestCaseError> {
    for Estimate { mean, low, high } in what.to_array() {
        prop_assert!(0.0 <= low && low <= mean && mean <= high && high.is_finite(), "{low} {mean} {high}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn more_dose_never_gives_less_and_saturates(
        mg in 0.1..80.0_f64, more in 0.0..80.0_f64, ratio in 0.0..8.0_f64, day in 0.0..900.0_f64, which in 0..3_usize,
    ) {
        let product = ["radiesse", "harmonyca", "plla"][which];
        let ratio = if which == 0 { ratio } else { 0.0 };
        let (less, more_of) = (response(product, mg, ratio, &[0.0], day), response(product, mg + more, ratio, &[0.0], day));
        holds(&less)?;
        holds(&more_of)?;
        for (a, b) in less.to_array().iter().zip(more_of.to_array()) {
            prop_assert!(b.mean >= a.mean * (1.0 - 1e-12) - 1e-12, "{a:?} {b:?}");
        }
        prop_assert!(more_of.dermal_gain.mean / (mg + more) <= less.dermal_gain.mean / mg * (1.0 + 1e-12), "each mg gives less");
        prop_assert!(more_of.dermal_gain.mean < 0.4);
    }

    #[test]
    fn sittings_superpose(
        a in 0.0..40.0_f64, b in 0.0..40.0_f64, gap in 0.0..400.0_f64, day in 0.0..900.0_f64, which in 0..3_usize,
    ) {
        let kinetics = kinetics(["radiesse", "harmonyca", "plla"][which]);
        let [first, second] = [a, b].map(|mg| kinetics.dose(mg, 0.0, 1.0));
        let none = CellDose::default();
        let both = kinetics.moment(&[0.0, gap], day);
        let drive = |doses: &[CellDose]| both.drive(doses);
        let (all, one, other) = (drive(&[first, second]), drive(&[first, none]), drive(&[none, second]));
        prop_assert!((all.0 - one.0 - other.0).abs() < 1e-12 && (all.1 - one.1 - other.1).abs() < 1e-12, "the drive adds exactly");
        let [all, one, other] = [[first, second], [first, none], [none, second]].map(|doses| both.response(&doses, DERMIS));
        holds(&all)?;
        for (sum, (a, b)) in all.to_array().iter().zip(one.to_array().iter().zip(other.to_array())).take(3) {
            prop_assert!((sum.mean - a.mean - b.mean).abs() < 1e-9, "what lies there adds exactly");
        }
        prop_assert!(all.dermal_gain.mean <= one.dermal_gain.mean + other.dermal_gain.mean + 1e-12, "the gain at most adds");
        prop_assert!(all.dermal_gain.mean >= one.dermal_gain.mean.max(other.dermal_gain.mean) - 1e-12);
        // The second alone is the first of its kind, later.
        let alone = kinetics.moment(&[0.0], day - gap).response(&[second], DERMIS);
        prop_assert!((alone.dermal_gain.mean - other.dermal_gain.mean).abs() < 1e-9);
        // On one day, two halves are one whole.
        let whole = kinetics.moment(&[0.0], day).response(&[kinetics.dose(a + b, 0.0, 1.0)], DERMIS);
        let halves = kinetics.moment(&[0.0, 0.0], day).response(&[first, second], DERMIS);
        prop_assert!((whole.lift_mm.mean - halves.lift_mm.mean).abs() < 1e-9);
    }
}

#[test]
fn small_doses_add_and_the_second_sitting_lifts_the_plateau() {
    let one = gain("radiesse", 0.05, 150.0);
    let two = response("radiesse", 0.05, 0.0, &[0.0, 0.0], 150.0).dermal_gain.mean;
    assert!((two / one - 2.0).abs() < 0.01, "{two} {one}");
    let again = |day: f64| response("radiesse", 10.0, 1.0, &[0.0, 120.0], day).dermal_gain.mean;
    assert!(again(119.0) == response("radiesse", 10.0, 1.0, &[0.0], 119.0).dermal_gain.mean);
    assert!(again(300.0) > 1.4 * gain("radiesse", 10.0, 300.0));
}

#[test]
fn the_outlook_of_a_session_holds_what_it_laid_and_its_nodules_come_and_go() {
    let drill = library().drill("radiesse-jawline").expect("an installed drill");
    let rubric = library().rubric(&drill.rubric).expect("a rubric");
    let header = attempt::header(drill, &library().hash(drill), 1, "operator");
    let session = play(setup(&drill.id, 1), Operator::new(skill(0.0), None, 1), &header).expect("memory").session;
    let outlook = Outlook::of_session(&session, rubric, library().catalogue(), &model()).expect("its product");
    let zone = outlook.zone().clone();
    let laid = |of: fn(&CellDose) -> f64| -> f64 {
        outlook.doses().iter().zip(&zone.cells).map(|(dose, cell)| of(dose) * cell.area_mm2 * 0.01).sum()
    };
    let (mg, all) = (laid(|dose| dose.particles_mg_cm2), session.deposits().total_caha_mg());
    assert!(mg > 0.75 * all && mg < 1.1 * all, "{mg} of {all} mg lie on the cells");
    let ul = laid(|dose| dose.particles_ul_cm2 + dose.carrier_ul_cm2 + dose.diluent_ul_cm2);
    assert!((ul / session.deposits().total_ul() - mg / all).abs() < 0.02, "{ul}");

    let [day_0, week_8, month_6, month_30] = [0.0, 56.0, 180.0, 910.0].map(|day| outlook.at(day));
    assert_eq!(day_0.cells.len(), zone.cells.len());
    assert!(day_0.mean.dermal_mm.mean == 0.0 && day_0.mean.lift_mm.mean > 0.0);
    assert!(week_8.mean.dermal_mm.mean > 0.0 && month_6.mean.dermal_mm.mean > week_8.mean.dermal_mm.mean);
    let densest = (0..zone.cells.len()).max_by(|&a, &b| outlook.doses()[a].particles_mg_cm2.total_cmp(&outlook.doses()[b].particles_mg_cm2)).expect("cells");
    assert!(month_6.cells[densest].dermal_gain.mean > month_6.mean.dermal_gain.mean, "it follows the dose map");

    let expected = fanline::scoring::score(&session, rubric).nodule.expected;
    assert_eq!(day_0.nodules.felt, Estimate::default());
    assert!(week_8.nodules.felt.mean > 0.7 * expected && week_8.nodules.felt.mean <= expected);
    assert!(month_30.nodules.felt.mean < 0.05 * expected);
    for day in [&day_0, &week_8, &month_6, &month_30] {
        let Estimate { mean, low, high } = day.nodules.felt;
        assert!(low <= mean && mean <= high, "{:?}", day.nodules.felt);
    }
    assert_eq!(outlook.at(180.0), month_6, "the same day is the same");
    let twice = outlook.repeated(vec![0.0, 120.0]);
    assert!(twice.at(56.0) == week_8 && twice.at(180.0).nodules.felt.mean > month_6.nodules.felt.mean);
    assert!(twice.at(365.0).mean.lift_mm.mean > 0.0);
}

#[test]
fn another_product_on_the_same_map_differs_in_its_course_and_not_in_its_places() {
    let drill = library().drill("radiesse-jawline").expect("an installed drill");
    let rubric = library().rubric(&drill.rubric).expect("a rubric");
    let header = attempt::header(drill, &library().hash(drill), 1, "operator");
    let session = play(setup(&drill.id, 1), Operator::new(skill(1.0), None, 1), &header).expect("memory").session;
    let catalogue = library().catalogue();
    let outlook = Outlook::of_session(&session, rubric, catalogue, &model()).expect("its product");
    let with = |name: &str| {
        let preparation = fanline::product::Preparation::parse(name).expect("a preparation");
        outlook.with(&preparation, catalogue, &model()).expect("a product")
    };
    let mg = outlook.response().mean_mg_cm2();
    assert!(mg > 1.0, "{mg}");
    let same = with("radiesse 1:1");
    for day in [0.0, 90.0, 400.0] {
        let (laid, again) = (outlook.at(day).mean, same.mean(day));
        // What was laid may be a little richer or poorer than its ratio says.
        assert!((again.lift_mm.mean - laid.lift_mm.mean).abs() < 0.03 * laid.lift_mm.mean.max(0.01), "day {day}");
        assert!((again.dermal_gain.mean - laid.dermal_gain.mean).abs() < 1e-9, "day {day}");
    }
    let thinner = with("radiesse 1:4");
    assert!((thinner.mean_mg_cm2() - mg).abs() < 1e-9, "the same mass");
    assert!(thinner.mean(0.0).lift_mm.mean > 1.5 * same.mean(0.0).lift_mm.mean, "in more water");
    let ha = with("harmonyca");
    assert!((ha.mean_mg_cm2() - mg).abs() < 1e-9);
    assert!(ha.mean(120.0).carrier_ul_cm2.mean > 5.0 * same.mean(120.0).carrier_ul_cm2.mean, "HA stays longer than CMC");
    let plla = with("plla");
    let per = plla.kinetics().half_dose_mg_cm2() / outlook.kinetics().half_dose_mg_cm2();
    assert!((plla.mean_mg_cm2() / mg - per).abs() < 1e-9 && plla.mean_mg_cm2() < mg, "in half-doses of its own");
    let later = |of: &fanline::scoring::ArealResponse| of.mean(60.0).dermal_gain.mean / of.mean(300.0).dermal_gain.mean;
    assert!(later(&plla) < later(&same), "PLLA comes later");
    for (one, other) in plla.doses().iter().zip(outlook.doses()) {
        assert!((one.particles_mg_cm2 - per * other.particles_mg_cm2).abs() < 1e-9 && one.near_dermis == other.near_dermis);
    }
    let unknown = fanline::product::Preparation::parse("nothing").expect("a name");
    assert!(outlook.with(&unknown, catalogue, &model()).is_err());
}

/// The figure of a name in the model's file, after `section`.
fn figure(section: &str, name: &str) -> f64 {
    let text = crate::drill::content().read_text(ResponseModel::FILE).expect("the model");
    let after = &text[text.find(section).expect("a section")..];
    let key = format!("{name}: (value: ");
    let after = &after[after.find(&key).expect("a figure") + key.len()..];
    after[..after.find(',').expect("its end")].parse().expect("a number")
}

#[test]
fn collagen_iii_follows_its_closed_form() {
    let (stage, young) = (figure("caha: (", "stage_days"), figure("caha: (", "young_days"));
    let gone = figure("// What the tissue does", "iii_days");
    // Cells come Erlang-distributed in three steps; each is young and its collagen III stays exponentially long.
    let come = |u: f64| u * u / (2.0 * stage.powi(3)) * (-u / stage).exp();
    let made = |v: f64| ((-v / young).exp() - (-v / gone).exp()) / (1.0 / gone - 1.0 / young);
    let closed = |day: f64| {
        let (n, h) = (4000, day / 4000.0);
        let weight = |k: i32| if k == 0 || k == n { 1.0 } else if k % 2 == 1 { 4.0 } else { 2.0 };
        (0..=n).map(|k| weight(k) * come(f64::from(k) * h) * made(day - f64::from(k) * h)).sum::<f64>() * h / 3.0
    };
    let kinetics = kinetics("radiesse");
    let solved = |day: f64| kinetics.moment(&[0.0], day).drive(&[kinetics.dose(10.0, 0.0, 1.0)]).0;
    for day in [14.0, 28.0, 56.0, 180.0, 365.0, 720.0] {
        let (got, wanted) = (solved(day) / solved(110.0), closed(day) / closed(110.0));
        assert!((got - wanted).abs() < 1e-6 * wanted.max(0.01), "day {day}: {got}, closed form {wanted}");
    }
}
