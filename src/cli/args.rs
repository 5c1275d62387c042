//! The arguments, as clap reads them.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// What was typed.
#[derive(Debug, Parser)]
#[command(
    name = "fanline",
    version,
    about = "A training simulator for retrograde linear fanning of CaHA biostimulators. For training only; not a medical device."
)]
pub(super) struct Arguments {
    /// Print results as JSON.
    #[arg(long, global = true)]
    pub(super) json: bool,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Open the game (the default).
    Play {
        /// Drill to open.
        #[arg(long)]
        drill: Option<String>,
    },
    /// Without a display: an expert and a novice operator play a drill; scorecards, recordings, report and pictures are written.
    Demo {
        /// Drill to play.
        #[arg(long)]
        drill: Option<String>,
        /// Folder to write to.
        #[arg(long, default_value = "out")]
        out: PathBuf,
    },
    /// List the installed drills.
    Drills,
    /// List the ready-made patients.
    Patients,
    /// List the installed quizzes.
    Quizzes,
    /// Check drills, quizzes, rubrics, products and patients; lists every problem.
    Validate {
        /// Files or folders.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// Let a synthetic operator play a drill.
    Simulate(Simulate),
    /// Score recordings.
    Score {
        /// Sealed recordings.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Threads to use.
        #[arg(long, default_value_t = 0)]
        jobs: usize,
    },
    /// Run recordings again and name the first tick that differs.
    Verify {
        /// Sealed recordings.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Threads to use.
        #[arg(long, default_value_t = 0)]
        jobs: usize,
    },
    /// Write an HTML report of one attempt.
    Report {
        /// A sealed recording.
        file: PathBuf,
        /// File to write.
        #[arg(long, default_value = "report.html")]
        out: PathBuf,
    },
    /// Play a quiz in the terminal.
    Quiz {
        /// Quiz to play.
        #[arg(long)]
        bank: Option<String>,
        /// Seed of the order of items and answers.
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// The engine's own numbers.
    Probe {
        #[command(subcommand)]
        what: Probe,
    },
}

#[derive(Debug, Args)]
pub(super) struct Simulate {
    /// Drill to play.
    #[arg(long)]
    pub(super) drill: String,
    /// Named operator.
    #[arg(long, conflicts_with = "skill", required_unless_present = "skill",
        value_parser = ["novice", "beginner", "intermediate", "advanced", "expert"])]
    pub(super) operator: Option<String>,
    /// Skill from 0 (novice) to 1 (expert).
    #[arg(long, allow_negative_numbers = true)]
    pub(super) skill: Option<f64>,
    /// Seed of the first attempt; each further one counts up.
    #[arg(long, default_value_t = 1)]
    pub(super) seed: u64,
    /// Number of attempts.
    #[arg(long, default_value_t = 1)]
    pub(super) count: u64,
    /// Threads to use (0: as many as there are cores).
    #[arg(long, default_value_t = 0)]
    pub(super) jobs: usize,
    /// Keep the recordings in this folder.
    #[arg(long)]
    pub(super) out: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Probe {
    /// Depth, layer and region at points (CSV: x,y,z in mm, one a line).
    Depth {
        /// The points.
        #[arg(long)]
        points: PathBuf,
        /// Ready-made patient.
        #[arg(long)]
        patient: Option<String>,
    },
    /// Measures of a patient.
    Patient {
        /// Ready-made patient.
        #[arg(long)]
        patient: Option<String>,
    },
    /// The skin as OBJ in mm.
    Mesh {
        /// File to write.
        #[arg(long)]
        out: PathBuf,
        /// Ready-made patient.
        #[arg(long)]
        patient: Option<String>,
    },
    /// A free cantilever under a transverse dead load at its tip.
    Rod {
        /// Gauge, as in 25G.
        #[arg(long)]
        gauge: String,
        /// Length in mm.
        #[arg(long, allow_negative_numbers = true)]
        length: f64,
        /// Transverse load at the tip in N.
        #[arg(long, allow_negative_numbers = true)]
        load: f64,
    },
    /// The elastica: tip deflection over length under a dead load.
    Elastica {
        /// F·L²/EI.
        #[arg(long, allow_negative_numbers = true)]
        alpha: f64,
    },
    /// Score threads given as RON, without a session.
    Assess {
        /// The file.
        file: PathBuf,
    },
}
