//! The command line: arguments in, text or JSON out, exit codes.
//!
//! **Invariant:** the only room that prints. Results go to stdout, errors to stderr with exit code 1; usage errors exit 2. With
//! `--json` every result is JSON, one value a line where there are many. This room and `game` never import each other: what needs
//! the game is handed back to `main` as a [`Request`].

mod args;
mod assess;
mod catalogue;
mod class;
mod demo;
mod error;
mod import;
mod motion;
mod picture;
mod probe;
mod probe_deposit;
mod probe_learning;
mod probe_patient;
mod probe_response;
mod probe_prepare;
mod quiz;
mod recordings;
mod records;
mod report;
mod say;
mod simulate;
mod validate;
mod validity;

use std::path::PathBuf;

use clap::Parser;

pub use demo::{Demo, DemoAttempt, demo, say_demo};
pub use error::CliError;
pub use picture::{Pictures, Sitter, say_pictures, sitters};

use args::{Arguments, Command, Patients};
use say::say;

/// What is left to do for `main` after the command line has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Everything is done; the exit code.
    Done(u8),
    /// Open the game, perhaps with a drill chosen.
    Play {
        /// Drill to open.
        drill: Option<String>,
    },
    /// Run the demo.
    Demo {
        /// Drill to play.
        drill: Option<String>,
        /// Folder for what it writes.
        out: PathBuf,
        /// Whether to print JSON.
        json: bool,
    },
    /// Take pictures of patients.
    Picture {
        /// Which.
        pictures: Box<Pictures>,
        /// Whether to print JSON.
        json: bool,
    },
}

/// Reads the arguments and carries out what needs no game.
pub fn run(arguments: impl IntoIterator<Item = std::ffi::OsString>) -> Request {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            let _ = error.print();
            return Request::Done(error.exit_code() as u8);
        }
    };
    let (json, language) = (arguments.json, arguments.lang.as_str());
    let done = match arguments.command {
        None => return Request::Play { drill: None },
        Some(Command::Play { drill }) => return Request::Play { drill },
        Some(Command::Demo { drill, out }) => return Request::Demo { drill, out, json },
        Some(Command::Picture(options)) => match picture::request(options) {
            Ok(pictures) => return Request::Picture { pictures: Box::new(pictures), json },
            Err(error) => Err(error),
        },
        Some(Command::Drills) => catalogue::drills(json),
        Some(Command::Patients { what: None }) => catalogue::patients(json),
        Some(Command::Patients { what: Some(Patients::Import(options)) }) => import::import(&options, json),
        Some(Command::Quizzes) => catalogue::quizzes(json),
        Some(Command::Validate { paths }) => validate::validate(&paths, json),
        Some(Command::Simulate(options)) => simulate::simulate(&options, json),
        Some(Command::Validity(options)) => validity::validity(&options, json),
        Some(Command::Score { files, jobs }) => recordings::score(&files, jobs, json),
        Some(Command::Verify { files, jobs }) => recordings::verify(&files, jobs, json),
        Some(Command::Motion(options)) => motion::motion(&options, json),
        Some(Command::Report(options)) => report::report(&options, language, json),
        Some(Command::Class { what }) => class::class(what.as_ref(), language, json),
        Some(Command::Quiz { bank, exam, seed }) => quiz::quiz(bank.as_deref(), exam.as_deref(), seed, language, json),
        Some(Command::Records { what }) => records::records(&what, json),
        Some(Command::Probe { what }) => probe::probe(&what, json),
    };
    Request::Done(match done {
        Ok(code) => code,
        Err(error) => fail(&error),
    })
}

/// Prints an error and gives the exit code that goes with it.
pub fn fail(error: &dyn std::error::Error) -> u8 {
    eprintln!("error: {error}");
    let mut cause = error.source();
    while let Some(inner) = cause {
        eprintln!("  because: {inner}");
        cause = inner.source();
    }
    1
}

/// Prints a value as JSON on one line.
fn print_json(value: &impl serde::Serialize) {
    match serde_json::to_string(value) {
        Ok(text) => say!("{text}"),
        Err(error) => eprintln!("error: {error}"),
    }
}
