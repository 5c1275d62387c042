//! A person at the real program: a window on a virtual display, mouse and keys as X events, from the title to the debrief.
//!
//! The person finds buttons by their names and reads the status file (what the screen shows, see `game::flow::status`) and waits for states, never for times.

mod atlas;
mod class;
mod drill;
mod editor;
mod gallery;
mod gamepad;
mod newcomer;
mod pass;

use std::cell::RefCell;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;

/// Longest wait for one state: a machine without a graphics card draws a few frames a second, and may be busy besides.
const PATIENCE: Duration = Duration::from_secs(240);
const WINDOW: (u32, u32) = (1280, 720);
/// After this time a button that was pressed in vain is pressed again: a person does, on a machine that stalled.
const AGAIN: Duration = Duration::from_secs(40);

/// A virtual display, ended with the test.
struct Display {
    server: Child,
    name: String,
    size: (u32, u32),
}

impl Display {
    fn open(size: (u32, u32)) -> Option<Self> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", &format!("{}x{}x24", size.0, size.1), "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut line = String::new();
        BufReader::new(server.stdout.take()?).read_line(&mut line).ok()?;
        Some(Self { server, name: format!(":{}", line.trim()), size })
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// How the program is started.
#[derive(Default)]
struct Start {
    /// Drill to open at once.
    drill: Option<&'static str>,
    /// Other content than the project's own.
    content: Option<PathBuf>,
}

/// A person in front of the running program.
struct Person {
    program: Child,
    display: Display,
    data: tempfile::TempDir,
    pictures: PathBuf,
    /// The button that was pressed last, if nothing was done since.
    pressed: RefCell<Option<String>>,
}

/// Starts the program on a display, with a person's folder.
fn starts(display: &Display, data: &Path, how: &Start) -> Child {
    let mut program = Command::new(env!("CARGO_BIN_EXE_fanline"));
    if let Some(content) = &how.content {
        program.env("FANLINE_HOME", content);
    }
    program
        .arg("play")
        .args(how.drill.iter().flat_map(|drill| ["--drill", drill]))
        .env("DISPLAY", &display.name)
        .env_remove("WAYLAND_DISPLAY")
        .env("LANG", "en_GB.UTF-8")
        .env("FANLINE_DATA", data)
        .env("FANLINE_STATUS", data.join("status.json"))
        .env("FANLINE_GAMEPAD", data.join("gamepad"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

impl Drop for Person {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

impl Person {
    /// Starts the program a user gets, and looks at its window; pictures go to a folder of this name.
    fn sits_down(pictures: &str) -> Self {
        Self::sits_down_at(WINDOW, pictures, |_| ())
    }

    /// The same at a screen of another size, which the window fills, and with what is put into the person's folder before.
    fn sits_down_at(size: (u32, u32), pictures: &str, prepare: impl FnOnce(&Path)) -> Self {
        let tools = ["Xvfb", "xdotool"].map(|tool| Command::new("which").arg(tool).stdout(Stdio::null()).status());
        assert!(
            tools.iter().all(|found| found.as_ref().is_ok_and(|status| status.success())),
            "Xvfb and xdotool are needed: scripts/test installs them"
        );
        let display = Display::open(size).expect("Xvfb opens a display");
        let data = tempfile::tempdir().unwrap();
        let pictures = Path::new(env!("CARGO_TARGET_TMPDIR")).join(pictures);
        fs::create_dir_all(&pictures).unwrap();
        fs::write(data.path().join("gamepad"), "").unwrap();
        prepare(data.path());
        let program = starts(&display, data.path(), &Start::default());
        let mut person = Self { program, display, data, pictures, pressed: RefCell::default() };
        person.looks();
        person
    }

    /// Waits for the first screen, lets the window fill the display, and gives it the keyboard.
    fn looks(&mut self) {
        self.waits("the first screen", |status| ["title", "learners", "procedure"].iter().any(|screen| status["screen"] == *screen));
        self.x(&["search", "--sync", "--onlyvisible", "--name", "Fanline", "windowfocus"]);
        let (width, height) = self.display.size;
        if (width, height) != WINDOW {
            let size = [width.to_string(), height.to_string()];
            self.x(&["search", "--sync", "--onlyvisible", "--name", "Fanline", "windowmove", "0", "0", "windowsize", &size[0], &size[1]]);
            self.waits("the whole window", |status| status["window"] == serde_json::json!([f64::from(width), f64::from(height)]));
        }
    }

    /// The machine fails: the program is killed, and started again.
    fn loses_power(&mut self) {
        self.begins_anew(&Start::default());
    }

    /// Ends the program without a word, and starts it in some manner.
    fn begins_anew(&mut self, how: &Start) {
        self.program.kill().unwrap();
        self.program.wait().unwrap();
        fs::write(self.data.path().join("status.json"), "{}").unwrap();
        self.program = starts(&self.display, self.data.path(), how);
        self.looks();
    }

    fn x(&self, arguments: &[&str]) {
        self.pressed.take();
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
        let mut since = begun;
        loop {
            let status = self.sees();
            if until(&status) {
                return status;
            }
            assert!(self.program.try_wait().unwrap().is_none(), "the program ended while waiting for {what}");
            if since.elapsed() > AGAIN {
                since = Instant::now();
                let pressed = self.pressed.borrow().clone();
                if let Some(name) = pressed.filter(|name| rect(&status, name).is_some()) {
                    eprintln!("`{name}` is pressed again: no {what} yet");
                    self.presses(&name);
                }
            }
            assert!(begun.elapsed() < PATIENCE, "waited in vain for {what}: {status}");
            sleep(Duration::from_millis(100));
        }
    }

    /// The part of a button that is seen, once there is one of that name and it stays where it is: left, top, right, bottom. Of several
    /// the first.
    fn finds(&mut self, name: &str) -> [f64; 4] {
        let begun = Instant::now();
        loop {
            let found = rect(&self.sees(), name);
            if found.is_some() {
                sleep(Duration::from_millis(400));
            }
            let again = rect(&self.sees(), name);
            if let Some(rect) = again.filter(|_| found == again) {
                return rect;
            }
            assert!(self.program.try_wait().unwrap().is_none(), "the program ended while a button `{name}` was looked for");
            assert!(begun.elapsed() < PATIENCE, "looked in vain for a button `{name}`: {}", self.sees());
            if again.is_some() {
                continue;
            }
            sleep(Duration::from_millis(1500));
            if self.sees()["screen"] != "procedure" && rect(&self.sees(), name).is_none() {
                self.scrolls();
            }
        }
    }

    /// A page may be longer than the window: down to its end, then from its beginning.
    fn scrolls(&self) {
        let (width, height) = self.display.size;
        let before = self.sees()["buttons"].clone();
        self.x(&["mousemove", &(width / 2).to_string(), &(height * 7 / 12).to_string(), "click", "5"]);
        sleep(Duration::from_millis(700));
        if self.sees()["buttons"] == before {
            self.x(&["click", "--repeat", "40", "--delay", "40", "4"]);
        }
    }

    /// Presses a button with the mouse; whoever then [waits](Self::waits) in vain presses it again.
    fn presses(&mut self, name: &str) {
        let [left, top, right, bottom] = self.finds(name);
        self.clicks(0.5 * (left + right), 0.5 * (top + bottom));
        self.pressed.replace(Some(name.to_owned()));
    }

    fn clicks(&self, x: f64, y: f64) {
        let (x, y) = (format!("{x:.0}"), format!("{y:.0}"));
        self.x(&["mousemove", &x, &y]);
        sleep(Duration::from_millis(700));
        self.x(&["mousedown", "1"]);
        sleep(Duration::from_millis(400));
        self.x(&["mouseup", "1"]);
    }

    /// Takes a picture by the game's own key that shows what it should: a busy machine may need a while to draw it.
    fn photographs(&mut self, name: &str, is: impl Fn(&Picture) -> bool) {
        let mut seen = None;
        for _ in 0..12 {
            let picture = self.takes_a_picture(name);
            picture.save(self.pictures.join(format!("{name}.png"))).unwrap();
            let said = Picture::of(&picture);
            if is(&said) {
                return;
            }
            seen = Some(said);
            sleep(Duration::from_secs(3));
        }
        panic!("the picture {name} does not show what it should: {seen:?}");
    }

    fn takes_a_picture(&self, name: &str) -> image::RgbImage {
        let folder = self.data.path().join("screenshots");
        let files = || {
            let mut files: Vec<_> = fs::read_dir(&folder).map_or_else(|_| Vec::new(), |found| found.filter_map(|e| e.ok().map(|e| e.path())).collect());
            files.sort();
            files
        };
        let before = files().len();
        self.x(&["key", "F12"]);
        let begun = Instant::now();
        loop {
            let now = files();
            if now.len() > before
                && let Some(picture) = now.last().and_then(|path| image::open(path).ok())
            {
                return picture.to_rgb8();
            }
            assert!(begun.elapsed() < PATIENCE, "no picture of {name}");
            sleep(Duration::from_millis(200));
        }
    }
}

/// The seen part of the first button of a name.
fn rect(status: &Value, name: &str) -> Option<[f64; 4]> {
    let button = status["buttons"].as_array()?.iter().find(|button| button["name"].as_str() == Some(name))?;
    let side = |i: usize| button["rect"][i].as_f64();
    Some([side(0)?, side(1)?, side(2)?, side(3)?])
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
        let (mut skin, mut dark, mut bright) = (0, 0, 0);
        for pixel in image.pixels() {
            let [r, g, b] = pixel.0.map(i32::from);
            skin += i32::from(r > 90 && r > g + 12 && g > b + 4 && r - b > 30);
            dark += i32::from(r < 45 && g < 50 && b < 58);
            bright += i32::from(r > 200 && g > 205 && b > 205);
        }
        let all = f64::from(image.width() * image.height());
        Self { skin: f64::from(skin) / all, dark: f64::from(dark) / all, bright: f64::from(bright) / all }
    }

    /// A patient between panels: skin, dark ground and cards, some text.
    fn shows_patient_and_panels(&self) -> bool {
        self.skin > 0.06 && self.dark > 0.15 && self.bright > 0.001
    }

    /// A patient without much skin between panels.
    fn shows_a_scene(&self) -> bool {
        self.dark > 0.15 && self.dark < 0.9 && self.bright > 0.001
    }

    fn shows_a_page(&self) -> bool {
        self.dark > 0.5 && self.bright > 0.001
    }
}

