//! The `fanline` program: reads the command line and opens the game. The only place that joins `cli` and `game`.

use std::process::ExitCode;

use fanline::cli::{self, Request};

fn main() -> ExitCode {
    let code = match cli::run(std::env::args_os()) {
        Request::Done(code) => code,
        Request::Play { drill } => play(drill),
        Request::Demo { drill, out, json } => demo(drill.as_deref(), &out, json),
        Request::Picture { pictures, json } => portraits(&pictures, json),
    };
    ExitCode::from(code)
}

/// Opens the game; without a display or without the game built in, says so and offers the demo.
#[cfg(feature = "game")]
fn play(drill: Option<String>) -> u8 {
    let display = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    if cfg!(target_os = "linux") && !display {
        eprintln!("error: there is no display to open a window on; `fanline demo` plays a drill without one");
        return 1;
    }
    fanline::game::run(drill)
}

#[cfg(not(feature = "game"))]
fn play(_: Option<String>) -> u8 {
    eprintln!("error: this build has no game in it; `fanline demo` plays a drill without one");
    1
}

/// Lets an expert and a novice play a drill and writes everything about it to a folder.
fn demo(drill: Option<&str>, out: &std::path::Path, json: bool) -> u8 {
    let demo = match cli::demo(drill, out) {
        Ok(demo) => demo,
        Err(error) => return cli::fail(&error),
    };
    #[cfg(feature = "game")]
    let pictures = match pictures(&demo, out) {
        Ok(pictures) => pictures,
        Err(error) => return cli::fail(error.as_ref()),
    };
    #[cfg(not(feature = "game"))]
    let pictures = {
        eprintln!("this build has no game in it: pictures are left out");
        Vec::new()
    };
    cli::say_demo(&demo, &pictures, json);
    0
}

/// The demo's pictures, by the game's own scene and panels.
#[cfg(feature = "game")]
fn pictures(demo: &cli::Demo, out: &std::path::Path) -> Result<Vec<std::path::PathBuf>, Box<dyn std::error::Error>> {
    let played: Vec<_> = demo
        .attempts
        .iter()
        .map(|attempt| fanline::game::Played {
            operator: attempt.operator,
            session: &attempt.session,
            scorecard: &attempt.scorecard,
            recording: &attempt.recording,
        })
        .collect();
    fanline::game::demo_pictures(&demo.drill, &played, out)
}

/// Takes the pictures of patients that were asked for.
#[cfg(feature = "game")]
fn portraits(asked: &cli::Pictures, json: bool) -> u8 {
    let (sitters, tension) = match cli::sitters(asked) {
        Ok(sitters) => sitters,
        Err(error) => return cli::fail(&error),
    };
    let sitters: Vec<_> =
        sitters.into_iter().map(|sitter| fanline::game::Sitter { name: sitter.name, head: sitter.head, hand: sitter.hand }).collect();
    let wish = fanline::game::Portraits {
        views: &asked.views,
        at: asked.at,
        span_mm: f64::from(asked.span_mm),
        size: asked.size,
        preset: &asked.preset,
        opened: f64::from(asked.open_tenths) / 10.0,
        cut_away: asked.cut_away,
        hazards: asked.hazards,
        peel: f64::from(asked.peel_tenths) / 10.0,
        overlays: &asked.overlays,
        tension: &tension,
        frames: asked.frames,
    };
    match fanline::game::portraits(&sitters, &wish, &asked.out) {
        Ok((files, frame_ms)) => {
            cli::say_pictures(&files, frame_ms, json);
            0
        }
        Err(error) => cli::fail(&error),
    }
}

#[cfg(not(feature = "game"))]
fn portraits(_: &cli::Pictures, _: bool) -> u8 {
    eprintln!("error: this build has no game in it: it takes no pictures");
    1
}
