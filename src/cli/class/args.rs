//! The arguments of `fanline class`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Class {
    /// List the members of the class, what they are set and how far they are (the default).
    List,
    /// Put trainees on the roster.
    Add(Add),
    /// Take a member off the roster; the learner and all that is theirs stays.
    Remove {
        /// Name, account or code.
        member: String,
    },
    /// Set a drill or a quiz, to the whole class or to single members.
    Assign(Assign),
    /// Take in the recordings (*.fanline) of a folder and of those below it: each is simulated again, and refused if it is not what
    /// the simulation gives, was handed in before, or is of nobody on the roster.
    #[command(after_long_help = IMPORT_KEYS)]
    Import {
        /// Folders or recordings.
        #[arg(required = true)]
        places: Vec<PathBuf>,
        /// Threads to use (0: as many as there are cores).
        #[arg(long, default_value_t = 0)]
        jobs: usize,
    },
    /// Write the class as CSV: attempts, trainees, items, errors; and the roster unless grading is blind.
    Export {
        /// Folder to write to.
        #[arg(long, default_value = "class")]
        out: PathBuf,
    },
    /// Write the HTML reports of the class and of each trainee.
    Report {
        /// Folder to write to.
        #[arg(long, default_value = "class")]
        out: PathBuf,
        /// From what the learning record store holds, instead of the records of this machine.
        #[arg(long)]
        lrs: bool,
    },
    /// Send what the class has done to a learning record store (xAPI 1.0.3), named by FANLINE_LRS_URL, FANLINE_LRS_USER and
    /// FANLINE_LRS_PASSWORD. What cannot be sent stays queued.
    #[command(after_long_help = PUSH_KEYS)]
    Push {
        /// Seconds to wait, all pauses together, while the store is away or busy.
        #[arg(long, default_value_t = 60)]
        wait: u32,
        /// Also send again what the store refused before.
        #[arg(long)]
        retry: bool,
    },
    /// Read back from the learning record store, and compare with what was sent.
    #[command(after_long_help = PULL_KEYS)]
    Pull {
        /// Only what was stored since then (RFC 3339).
        #[arg(long)]
        since: Option<String>,
        /// Write the attempts of everyone in the store as CSV.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Show codes instead of names in lists and reports.
    Blind,
    /// Show names again.
    Reveal,
    /// Pin a comment to a recording's time, and perhaps to a place of the patient.
    Pin(Pin),
    /// List comments, write them to a file, or take a file of them in.
    Pins(Pins),
    /// Make a recording the ghost of its drill; list them where none is named.
    Ghost(Ghost),
}

/// What `class import --json` prints.
const IMPORT_KEYS: &str = "\
With --json, one object a line, in the order of the files:
  file, ok (taken now, or known from before), outcome (taken, known or refused)
  member (code), drill, total, passed   of what was taken
  refusal (unreadable, damaged, stranger, ambiguous, unknown_drill, unfinished, doubled, tampered), reason   of what was refused
Ends 1 when any was refused. When an attempt ended is not in a recording: the file's time counts.";

/// What `class push --json` prints.
const PUSH_KEYS: &str = "\
With --json, one object: queued (new statements), sent, aside (refused now), left (still queued), requests, stopped (why something is
left, or null), refused [{id, reason}] (all that stand aside). Ends 1 when something is left or was refused.
FANLINE_LRS_HOME is the home page of accounts that are no mail address (default https://fanline.example/class).";

/// What `class pull --json` prints.
const PULL_KEYS: &str = "\
With --json, one object: read (statements), attempts (that are Fanline's), identical, different, missing (of those that were sent from
here; missing is counted without --since only), unread (statements of other shapes). Ends 1 when one differs or is missing.";

#[derive(Debug, Args)]
pub(in crate::cli) struct Add {
    /// Names.
    #[arg(required_unless_present = "file")]
    pub(super) names: Vec<String>,
    /// Mail address or account of the one that is named.
    #[arg(long)]
    pub(super) account: Option<String>,
    /// A roster as CSV with a heading: name, and perhaps account.
    #[arg(long)]
    pub(super) file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Assign {
    /// A drill or a quiz, by its id.
    pub(super) what: String,
    /// Only this member: name, account or code; may be given several times.
    #[arg(long)]
    pub(super) learner: Vec<String>,
    /// Take it back instead.
    #[arg(long)]
    pub(super) take_back: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Pin {
    /// The recording.
    pub(super) recording: PathBuf,
    /// Seconds from its beginning.
    #[arg(long)]
    pub(super) at: f64,
    /// Place in mm, as x,y,z in the patient's own frame.
    #[arg(long, allow_hyphen_values = true)]
    pub(super) place: Option<String>,
    /// Who says it.
    #[arg(long)]
    pub(super) by: String,
    /// What is said.
    #[arg(long)]
    pub(super) say: String,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Pins {
    /// Only those of this recording.
    pub(super) recording: Option<PathBuf>,
    /// Write them to this file.
    #[arg(long)]
    pub(super) out: Option<PathBuf>,
    /// Take this file of comments in.
    #[arg(long = "in", value_name = "FILE")]
    pub(super) take: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Ghost {
    /// A sealed recording.
    pub(super) recording: Option<PathBuf>,
    /// Take the ghost of this drill away.
    #[arg(long, conflicts_with = "recording")]
    pub(super) remove: Option<String>,
}
