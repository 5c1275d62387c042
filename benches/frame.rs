//! Frame time of the procedure screen on the low preset against a plain reference scene, each in a window of its own on the same display:
//! `cargo bench --features game --bench frame` (with a display, or under Xvfb). Only the ratio is worth saying.

use fanline::game::{Measured, frame_times};
use std::process::Command;

const FRAMES: usize = 120;
const MANY: usize = 1000;
const ROUNDS: usize = 3;

fn main() {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() == Some("--measure") {
        let what = match arguments.next().as_deref() {
            Some("reference") => Measured::Reference,
            Some(threads) => Measured::Procedure { threads: threads.parse().expect("a number of threads") },
            None => panic!("what is to be measured?"),
        };
        std::process::exit(i32::from(frame_times(what, FRAMES)));
    }
    let many = MANY.to_string();
    let rows = [("reference", "reference"), ("procedure", "0"), ("procedure with 1,000 threads more", &many)];
    // In turn, since a machine wavers: each round gives its own ratios.
    let mut rounds = Vec::new();
    for round in 1..=ROUNDS {
        let times = rows.map(|(name, what)| {
            let time = measure(what);
            println!("round {round}, {name}: {:.1} ms, {:.1} ms of processor", time[0], time[1]);
            time
        });
        rounds.push([0, 1].map(|k| [times[1][k] / times[0][k], times[2][k] / times[1][k]]));
    }
    for (k, of) in [(0, "time"), (1, "processor time")] {
        println!("{of}: procedure / reference {:.2}, 1,000 threads more {:+.0} % (medians of {ROUNDS} rounds)", median(&rounds, |r| r[k][0]), 100.0 * (median(&rounds, |r| r[k][1]) - 1.0));
    }
}

fn median(rounds: &[[[f64; 2]; 2]], of: impl Fn(&[[f64; 2]; 2]) -> f64) -> f64 {
    let mut all: Vec<f64> = rounds.iter().map(of).collect();
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

/// Median of the frame times and mean processor time of a frame in ms, in a process of its own.
fn measure(what: &str) -> [f64; 2] {
    let program = std::env::current_exe().expect("this program");
    let output = Command::new(program).args(["--measure", what]).output().expect("it starts");
    let said = String::from_utf8_lossy(&output.stdout);
    let line = said.lines().rev().find(|line| line.starts_with('{')).unwrap_or_else(|| panic!("no figures: {said}{}", String::from_utf8_lossy(&output.stderr)));
    let value: serde_json::Value = serde_json::from_str(line).expect("JSON");
    [value["median_ms"].as_f64().expect("a median"), value["processor_ms"].as_f64().unwrap_or(f64::NAN)]
}
