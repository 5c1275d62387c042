//! A person at the real program: a window on a virtual display, mouse and keys as X events, from the title to the debrief.
//!
//! The person reads the status file (what the screen shows, see `game::flow::status`) and waits for states, never for times.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use fanline::drill::Library;
use fanline::session::LayingKind;
use fanline::session::recording::{Recording, replay};
use fanline::source::Content;
use serde_json::Value;

/// Longest wait for one state: a machine without a graphics card draws a few frames a second, and may be busy besides.
const PATIENCE: Duration = Duration::from_secs(240);
const WINDOW: (u32, u32) = (1280, 720);

/// A virtual display, ended with the test.
struct Display {
    server: Child,
    name: String,
}

impl Display {
    fn open() -> Option<Self> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", &format!("{}x{}x24", WINDOW.0, WINDOW.1), "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut line = String::new();
        BufReader::new(server.stdout.take()?).read_line(&mut line).ok()?;
        Some(Self { server, name: format!(":{}", line.trim()) })
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// A person in front of the running program.
struct Person {
    program: Child,
    display: Display,
    data: tempfile::TempDir,
    pictures: PathBuf,
}

impl Drop for Person {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

impl Person {
    /// Starts the program a user gets, and looks at its window.
    fn sits_down(display: Display, pictures: &Path) -> Self {
        let data = tempfile::tempdir().unwrap();
        let program = Command::new(env!("CARGO_BIN_EXE_fanline"))
            .arg("play")
            .env("DISPLAY", &display.name)
            .env_remove("WAYLAND_DISPLAY")
            .env("FANLINE_DATA", data.path())
            .env("FANLINE_STATUS", data.path().join("status.json"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        fs::create_dir_all(pictures).unwrap();
        let mut person = Self { program, display, data, pictures: pictures.to_owned() };
        person.waits("the title", |status| status["screen"] == "title");
        person.x(&["search", "--sync", "--onlyvisible", "--name", "Fanline", "windowfocus"]);
        person
    }

    fn x(&self, arguments: &[&str]) {
        let done = Command::new("xdotool").args(arguments).env("DISPLAY", &self.display.name).stdout(Stdio::null()).status();
        assert!(done.unwrap().success(), "xdotool {arguments:?}");
    }

    /// What the screen says now.
    fn sees(&self) -> Value {
        let text = fs::read_to_string(self.data.path().join("status.json")).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or(Value::Null)
    }

    fn waits(&mut self, what: &str, until: impl Fn(&Value) -> bool) -> Value {
        let begun = Instant::now();
        loop {
            let status = self.sees();
            if until(&status) {
                return status;
            }
            assert!(self.program.try_wait().unwrap().is_none(), "the program ended while waiting for {what}");
            assert!(begun.elapsed() < PATIENCE, "waited in vain for {what}: {status}");
            sleep(Duration::from_millis(100));
        }
    }

    fn clicks(&self, x: f64, y: f64) {
        let (x, y) = (format!("{x:.0}"), format!("{y:.0}"));
        self.x(&["mousemove", &x, &y]);
        sleep(Duration::from_millis(700));
        self.x(&["mousedown", "1"]);
        sleep(Duration::from_millis(400));
        self.x(&["mouseup", "1"]);
    }

    /// Takes a picture by the game's own key and checks that it shows a scene with panels.
    fn photographs(&mut self, name: &str, is: impl Fn(&Picture)) {
        let folder = self.data.path().join("screenshots");
        let count = || fs::read_dir(&folder).map_or(0, Iterator::count);
        let before = count();
        self.x(&["key", "F12"]);
        let begun = Instant::now();
        let newest = || {
            let mut files: Vec<_> = fs::read_dir(&folder).ok()?.filter_map(|e| e.ok().map(|e| e.path())).collect();
            files.sort();
            files.pop()
        };
        let picture = loop {
            if count() > before && let Some(picture) = newest().and_then(|path| image::open(path).ok()) {
                break picture.to_rgb8();
            }
            assert!(begun.elapsed() < PATIENCE, "no picture of {name}");
            sleep(Duration::from_millis(200));
        };
        picture.save(self.pictures.join(format!("{name}.png"))).unwrap();
        is(&Picture::of(&picture));
    }
}

/// What can be said of a picture without eyes.
#[derive(Debug)]
struct Picture {
    skin: f64,
    dark: f64,
    bright: f64,
}

impl Picture {
    fn of(image: &image::RgbImage) -> Self {
        assert_eq!(image.dimensions(), WINDOW);
        let (mut skin, mut dark, mut bright) = (0, 0, 0);
        for pixel in image.pixels() {
            let [r, g, b] = pixel.0.map(i32::from);
            skin += i32::from(r > 90 && r > g + 12 && g > b + 4 && r - b > 30);
            dark += i32::from(r < 45 && g < 50 && b < 58);
            bright += i32::from(r > 200 && g > 205 && b > 205);
        }
        let all = f64::from(WINDOW.0 * WINDOW.1);
        Self { skin: f64::from(skin) / all, dark: f64::from(dark) / all, bright: f64::from(bright) / all }
    }

    /// A patient between panels: skin, dark ground and cards, some text.
    fn shows_patient_and_panels(&self) {
        assert!(self.skin > 0.06 && self.dark > 0.15 && self.bright > 0.001, "{self:?}");
    }

    /// A patient without much skin between panels.
    fn shows_a_scene(&self) {
        assert!(self.dark > 0.15 && self.dark < 0.9 && self.bright > 0.001, "{self:?}");
    }

    fn shows_a_page(&self) {
        assert!(self.dark > 0.5 && self.bright > 0.001, "{self:?}");
    }
}

fn number(status: &Value, name: &str) -> f64 {
    status["procedure"][name].as_f64().unwrap_or(0.0)
}

impl Person {
    /// Holds a key until the screen shows what was wanted.
    fn holds(&mut self, key: &str, what: &str, until: impl Fn(&Value) -> bool) {
        self.x(&["keydown", key]);
        self.waits(what, until);
        self.x(&["keyup", key]);
    }

    fn taps(&self, key: &str, ms: u64) {
        self.x(&["keydown", key]);
        sleep(Duration::from_millis(ms));
        self.x(&["keyup", key]);
    }

    /// Turns to a direction of the fan, advances under the skin with an eye on the depth, withdraws and presses.
    fn makes_a_pass(&mut self, index: usize, by_mouse: bool) {
        let status = self.sees();
        let yaw = status["procedure"]["yaws"][index].as_f64().unwrap();
        let far = status["procedure"]["far_mm"][index].as_f64().unwrap().min(34.0) - 3.0;
        for _ in 0..60 {
            let off = yaw - number(&self.sees(), "yaw");
            if off.abs() < 0.05 {
                break;
            }
            self.taps(if off > 0.0 { "a" } else { "d" }, (off.abs() * 1500.0).clamp(60.0, 900.0) as u64);
            sleep(Duration::from_millis(350));
        }
        if by_mouse {
            // The wheel carries the tip in, one notch at a time.
            for _ in 0..8 {
                self.x(&["click", "4"]);
                sleep(Duration::from_millis(120));
            }
        }
        self.holds("w", "the tip under the skin", |status| number(status, "inserted_mm") > 3.5);
        let mut still = 0;
        let mut last = 0.0;
        while number(&self.sees(), "inserted_mm") < far && still < 25 {
            let status = self.sees();
            let below = number(&status, "below_dermis_mm");
            let inserted = number(&status, "inserted_mm");
            if below < 0.7 {
                self.taps("r", 250);
            } else if below > 1.4 {
                self.taps("f", 250);
            }
            if inserted < 8.0 && below > 0.9 {
                self.taps("f", 900);
            }
            self.taps("w", 350);
            sleep(Duration::from_millis(150));
            still = if (inserted - last).abs() < 0.2 { still + 1 } else { 0 };
            last = inserted;
        }
        let press: (&[&str], &[&str]) =
            if by_mouse { (&["mousedown", "1"], &["mouseup", "1"]) } else { (&["keydown", "space"], &["keyup", "space"]) };
        self.x(&["keydown", "s"]);
        self.x(press.0);
        self.waits("the tip near the entry", |status| number(status, "inserted_mm") < 11.0);
        self.x(press.1);
        self.waits("the tip at the entry", |status| number(status, "inserted_mm") < 7.0);
        self.x(&["keyup", "s"]);
        sleep(Duration::from_millis(500));
    }
}

#[test]
#[ignore = "opens a window on a virtual display and takes minutes: scripts/test --long and .ci/run run it"]
fn a_person_plays_a_drill_from_the_title_to_the_debrief() {
    let tools = ["Xvfb", "xdotool"].map(|tool| Command::new("which").arg(tool).stdout(Stdio::null()).status());
    assert!(
        tools.iter().all(|found| found.as_ref().is_ok_and(|status| status.success())),
        "Xvfb and xdotool are needed: scripts/test installs them"
    );
    let display = Display::open().expect("Xvfb opens a display");
    let pictures = Path::new(env!("CARGO_TARGET_TMPDIR")).join("window");
    let mut person = Person::sits_down(display, &pictures);
    sleep(Duration::from_secs(2));
    person.photographs("1-title", Picture::shows_patient_and_panels);

    // Mouse: Drills, then Start of the second card.
    person.clicks(300.0, 261.0);
    person.waits("the drills", |status| status["screen"] == "drills");
    sleep(Duration::from_secs(1));
    person.photographs("2-drills", Picture::shows_a_page);
    person.clicks(496.0, 421.0);
    person.waits("the procedure", |status| status["procedure"]["tick"].as_f64().unwrap_or(0.0) > 30.0);
    let drill = person.sees()["procedure"]["drill"].as_str().unwrap().to_owned();
    assert_eq!(drill, "radiesse-jawline");

    // Key: disinfect. Mouse: the entry point, where the mark is.
    person.x(&["key", "F1"]);
    let status =
        person.waits("the disinfection", |s| s["procedure"]["done"].as_array().is_some_and(|done| !done.is_empty()));
    person.photographs("3-marked", Picture::shows_patient_and_panels);
    let mark = &status["procedure"]["mark"];
    person.clicks(mark[0].as_f64().unwrap(), mark[1].as_f64().unwrap());
    person.waits("the entry point", |status| number(status, "entries") >= 1.0);

    let planned = number(&person.sees(), "planned_passes") as usize;
    let directions: Vec<usize> = (0..4).map(|i| (planned * (2 * i + 1)) / 8).collect();
    for (turn, direction) in directions.into_iter().enumerate() {
        person.makes_a_pass(direction, turn == 0);
        if turn == 1 {
            person.photographs("4-at-work", Picture::shows_patient_and_panels);
            person.x(&["key", "m"]);
        }
    }
    person.photographs("5-dose", Picture::shows_patient_and_panels);
    person.holds("s", "the cannula out of the skin", |status| status["procedure"]["inserted_mm"].is_null());
    person.x(&["key", "F10"]);
    let status = person.waits("the debrief", |status| status["screen"] == "debrief");
    sleep(Duration::from_secs(2));
    person.photographs("6-debrief", Picture::shows_patient_and_panels);
    // A finding leads to its place.
    person.x(&["key", "2"]);
    person.waits("the findings", |status| status["debrief"]["shown"]["tab"] == "findings");
    sleep(Duration::from_secs(1));
    person.clicks(150.0, 330.0);
    person.waits("a chosen finding", |status| !status["debrief"]["chosen"].is_null());
    sleep(Duration::from_secs(1));
    person.photographs("7-finding", Picture::shows_patient_and_panels);

    // The recording tells the truth.
    let name = status["debrief"]["recording"].as_str().expect("the attempt was kept");
    let path = person.data.path().join("recordings").join(name);
    let recording = Recording::read_sealed(&fs::read(path).unwrap()).unwrap();
    let library = Library::open(&Content::find().unwrap()).unwrap();
    let setup = library.setup(library.drill(&drill).unwrap(), recording.header.seed).unwrap();
    let rerun = replay(&recording, setup);
    assert_eq!(rerun.first_differing_tick, None);
    let passes: std::collections::BTreeSet<u32> = rerun
        .session
        .layings()
        .iter()
        .filter(|laying| laying.kind == LayingKind::Retrograde && laying.length_mm >= 5.0)
        .map(|laying| laying.pass)
        .collect();
    assert!(passes.len() >= 3, "{} threads", passes.len());
}

#[test]
#[ignore = "opens a window on a virtual display and takes minutes: scripts/test --long and .ci/run run it"]
fn a_person_looks_inside_a_patient() {
    let display = Display::open().expect("Xvfb opens a display: scripts/test installs it");
    let pictures = Path::new(env!("CARGO_TARGET_TMPDIR")).join("window");
    let mut person = Person::sits_down(display, &pictures);
    sleep(Duration::from_secs(2));
    person.clicks(300.0, 315.0);
    person.waits("the patients", |status| status["screen"] == "patients");
    sleep(Duration::from_secs(1));
    // Keyboard: past the way back to the first card.
    person.x(&["key", "Tab"]);
    sleep(Duration::from_millis(500));
    person.x(&["key", "Tab"]);
    sleep(Duration::from_millis(500));
    person.x(&["key", "Return"]);
    let built = |status: &Value| status["screen"] == "atlas" && status["atlas"]["building"] == false;
    let status = person.waits("a patient", built);
    assert!(status["atlas"]["labels"].as_array().is_some_and(|names| names.iter().any(|name| name == "Lower cheek")), "{status}");
    person.photographs("8-atlas", Picture::shows_patient_and_panels);

    // Mouse: the place under the pointer is read. Its depths are those of the tables for this patient.
    person.x(&["mousemove", "640", "380"]);
    let status = person.waits("a reading", |status| status["atlas"]["region"].is_string());
    let (dermis, fat) = (status["atlas"]["dermis_mm"].as_f64().unwrap(), status["atlas"]["fat_mm"].as_f64().unwrap());
    assert!((0.5..2.5).contains(&dermis) && (dermis..12.0).contains(&fat), "{status}");
    // Keys: the ring goes on, the layers come off, the body is cut.
    person.holds("shift+Left", "another place", |now| now["atlas"]["region"] != status["atlas"]["region"]);
    for layer in 1..=3 {
        person.x(&["key", "l"]);
        person.waits("a layer less", |status| status["atlas"]["layer"] == f64::from(layer));
    }
    person.x(&["key", "c"]);
    person.waits("the cut", |status| status["atlas"]["cut"] == true);
    sleep(Duration::from_secs(1));
    person.photographs("9-atlas-cut", Picture::shows_a_scene);

    // Somebody else, and back again.
    person.x(&["key", "r"]);
    person.waits("somebody at random", |status| status["atlas"]["patient"]["seed"].is_number() && built(status));
    person.x(&["key", "Escape"]);
    person.waits("the patients again", |status| status["screen"] == "patients");
}
