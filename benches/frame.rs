//! Frame time of the procedure screen on the low preset against a plain reference scene, each in a window of its own on the same display:
//! `cargo bench --features game --bench frame` (with a display, or under Xvfb). Only the ratio is worth saying.

use fanline::game::{Measured, frame_times};
use std::process::Command;

const FRAMES: usize = 120;
const MANY: usize = 1000;

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
    // The reference before and after: how much the machine wavers.
    let rows = [("reference", "reference"), ("procedure", "0"), ("procedure with 1,000 threads more", &many), ("reference again", "reference")];
    let times = rows.map(|(name, what)| {
        let median = measure(what);
        println!("{name}: {median:.1} ms");
        median
    });
    let reference = 0.5 * (times[0] + times[3]);
    println!("procedure / reference: {:.2}", times[1] / reference);
    println!("1,000 threads more: {:+.0} %", 100.0 * (times[2] / times[1] - 1.0));
}

/// Median of the frame times in ms, in a process of its own.
fn measure(what: &str) -> f64 {
    let program = std::env::current_exe().expect("this program");
    let output = Command::new(program).args(["--measure", what]).output().expect("it starts");
    let said = String::from_utf8_lossy(&output.stdout);
    let line = said.lines().rev().find(|line| line.starts_with('{')).unwrap_or_else(|| panic!("no figures: {said}{}", String::from_utf8_lossy(&output.stderr)));
    let value: serde_json::Value = serde_json::from_str(line).expect("JSON");
    value["median_ms"].as_f64().expect("a median")
}
