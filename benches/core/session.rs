//! A whole tick of a session in mid-fan, and how fast a recorded attempt is simulated and scored again.

use criterion::{BatchSize, Criterion, Throughput};
use fanline::drill::{Library, attempt};
use fanline::product::Catalogue;
use fanline::scoring::{Outlook, score};
use fanline::session::recording::{Recording, replay};
use fanline::session::{Session, Setup};
use fanline::source::Content;
use fanline::tissue::{ResponseModel, dermal_mg_cm2, height_mm};
use fanline::trainee::{Operator, SkillTable, play};
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

/// `session_tick`: mean over the ticks 2,000 to 7,000 of an expert's attempt (passes under way). `resimulate`: the whole attempt; its
/// throughput is in ticks, 120 of which are one second of real time. `score`: the scorecard of the finished attempt.
pub fn session(c: &mut Criterion) {
    let content = Content::find().expect("the content lies in the source tree");
    let library = Library::open(&content).expect("the content is right");
    let text = content.read_text("assets/operators.ron").expect("the operators are there");
    let table = SkillTable::parse("assets/operators.ron", &text).expect("the operators are right");
    let drill = library.drill("radiesse-jawline").expect("the drill is installed");
    let setup = library.setup(drill, 1).expect("the drill can be set up");
    let header = attempt::header(drill, "", 1, "expert");
    let played = play(Arc::clone(&setup), Operator::new(table.at(1.0), None, 1), &header).expect("memory takes every byte");
    let recording = Recording::read_sealed(&played.recording).expect("it was just sealed");
    let ticks = recording.ticks.len();

    let (from, to) = (2000.min(ticks / 3), 7000.min(ticks));
    let mut group = c.benchmark_group("session");
    group.sample_size(20).throughput(Throughput::Elements((to - from) as u64));
    group.bench_function("tick", |b| {
        b.iter_batched(
            || {
                let mut session = Session::new(Arc::clone(&setup));
                recording.ticks[..from].iter().for_each(|tick| {
                    session.step(&tick.controls);
                });
                session
            },
            |mut session| {
                for tick in &recording.ticks[from..to] {
                    black_box(session.step(&tick.controls));
                }
                session
            },
            BatchSize::LargeInput,
        );
    });
    group.throughput(Throughput::Elements(ticks as u64));
    group.bench_function("resimulate", |b| b.iter(|| black_box(replay(&recording, Arc::clone(&setup)).first_differing_tick)));
    group.finish();
    say_percentiles(&recording, &setup);
    let rubric = library.rubric(&drill.rubric).expect("the rubric is installed");
    c.bench_function("inspection", |b| b.iter(|| black_box(dermal_and_height(&played.session))));
    let catalogue = Catalogue::built_in().expect("the catalogue is right");
    let outlook = || Outlook::of_session(&played.session, rubric, &catalogue, &ResponseModel::built_in()).expect("the product is known");
    c.bench_function("outlook/of_session", |b| b.iter(|| black_box(outlook())));
    let months = outlook();
    let mut day = 0.0;
    c.bench_function("outlook/day", |b| {
        b.iter(|| {
            day = (day + 7.0) % 540.0;
            black_box(months.at(day))
        });
    });
    c.bench_function("score", |b| b.iter(|| black_box(score(&played.session, rubric).total)));
}

/// What an inspection asks the tissue, over the cells of the zone.
fn dermal_and_height(session: &Session) -> (Vec<f64>, Vec<f64>) {
    let cells = &session.setup().zone.cells;
    let points: Vec<_> = cells.iter().map(|cell| cell.point).collect();
    let normals: Vec<_> = cells.iter().map(|cell| cell.normal).collect();
    (dermal_mg_cm2(&points, &normals, session.deposits()), height_mm(&points, &normals, session.deposits()))
}

/// Mean, p99 and longest of the ticks of an attempt, each timed by itself: those without and with a finger on the skin, and the last,
/// in which the skin is inspected. Of five runs each tick counts with its shortest time, so that what else the machine does is not counted.
fn say_percentiles(recording: &Recording, setup: &Arc<Setup>) {
    let mut times = vec![f64::INFINITY; recording.ticks.len()];
    let mut asked = vec![0; recording.ticks.len()];
    for _ in 0..5 {
        let mut session = Session::new(Arc::clone(setup));
        for ((tick, time), asked) in recording.ticks.iter().zip(&mut times).zip(&mut asked) {
            let before = crate::allocations::so_far();
            let start = Instant::now();
            black_box(session.step(&tick.controls));
            *time = time.min(start.elapsed().as_secs_f64() * 1e6);
            *asked = crate::allocations::so_far() - before;
        }
    }
    let last = times.pop().unwrap_or(0.0);
    let (mut touched, mut free) = (Vec::new(), Vec::new());
    let mut memory = [(0_u64, 0_u64, 0_u64); 2];
    for ((tick, time), asked) in recording.ticks.iter().zip(times).zip(asked) {
        let finger = tick.controls.finger.is_some();
        if finger { touched.push(time) } else { free.push(time) }
        let memory = &mut memory[usize::from(finger)];
        *memory = (memory.0 + asked, memory.1 + u64::from(asked > 0), memory.2 + 1);
    }
    for (what, (asked, ticks, of)) in ["without a finger", "with a finger"].iter().zip(memory) {
        eprintln!("session/tick {what}: {asked} allocations in {ticks} of {of} ticks");
    }
    for (what, mut times) in [("without a finger", free), ("with a finger", touched)] {
        if times.is_empty() {
            continue;
        }
        let mean = times.iter().sum::<f64>() / times.len() as f64;
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
        let (median, p99, longest) = (at(0.5), at(0.99), at(1.0));
        eprintln!("session/tick {what}: mean {mean:.1} µs, median {median:.1}, p99 {p99:.1}, longest {longest:.1} ({} ticks)", times.len());
    }
    eprintln!("session/tick the last: {last:.0} µs");
}
