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
    /// Language of quiz and report: one of the folders of assets/lang.
    #[arg(long, global = true, value_name = "CODE", default_value = crate::lang::ENGLISH)]
    pub(super) lang: String,
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
    /// Take pictures of a patient without a window, for handouts.
    Picture(Picture),
    /// List the patients, or make a person's own scan one.
    Patients {
        #[command(subcommand)]
        what: Option<Patients>,
    },
    /// List the installed quizzes.
    Quizzes,
    /// Check drills, courses, quizzes, exam blueprints, rubrics, products and patients; lists every problem.
    Validate {
        /// Files or folders.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// Let a synthetic operator play a drill.
    Simulate(Simulate),
    /// Does the score know skill: persons of every skill play each drill five times.
    #[command(after_long_help = VALIDITY_KEYS)]
    Validity(Validity),
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
    /// Needle metrics of a tracked trial: elapsed time, path length, path and time in tissue, tissue damage.
    #[command(after_long_help = MOTION_KEYS)]
    Motion(Motion),
    /// Write an HTML report of one attempt, of one trainee of the class, or of the class.
    Report(Report),
    /// The class: roster, assignments, verified import, reports, learning record store.
    Class {
        #[command(subcommand)]
        what: Option<super::class::Class>,
    },
    /// Play a quiz in the terminal.
    Quiz {
        /// Quiz to play.
        #[arg(long)]
        bank: Option<String>,
        /// Blueprint of an exam instead: drawn from all banks, timed, answers sealed to the end.
        #[arg(long, conflicts_with = "bank")]
        exam: Option<String>,
        /// Seed of the order of items and answers.
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Learners and all that is theirs, kept in the data folder.
    Records {
        #[command(subcommand)]
        what: Records,
    },
    /// The engine's own numbers.
    Probe {
        #[command(subcommand)]
        what: Probe,
    },
}

#[derive(Debug, Args)]
pub(super) struct Report {
    /// A sealed recording: one attempt.
    #[arg(required_unless_present_any = ["trainee", "class"], conflicts_with_all = ["trainee", "class"])]
    pub(super) file: Option<PathBuf>,
    /// A trainee of the class: name, account or code.
    #[arg(long, conflicts_with = "class")]
    pub(super) trainee: Option<String>,
    /// The whole class.
    #[arg(long)]
    pub(super) class: bool,
    /// File to write.
    #[arg(long, default_value = "report.html")]
    pub(super) out: PathBuf,
    /// Also write it as CSV: the measures of an attempt, or a line an attempt.
    #[arg(long)]
    pub(super) csv: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Patients {
    /// Make a scan of a head (OBJ, PLY, glTF or GLB) a patient.
    Import(Import),
}

#[derive(Debug, Subcommand)]
pub(super) enum Records {
    /// List the learners.
    Learners,
    /// Write the whole database to a new file.
    Backup {
        /// The file.
        file: PathBuf,
    },
    /// Write learners, attempts, answers and recordings to a new folder, for another machine or program.
    Export {
        /// The folder.
        folder: PathBuf,
        /// Only this learner: code, number or name (all if none is named).
        #[arg(long)]
        learner: Option<String>,
    },
    /// Take in an export; recordings are simulated again, what is there stays.
    Import {
        /// The folder.
        folder: PathBuf,
    },
    /// Delete a learner and all that is theirs.
    Delete {
        /// Code, number or name.
        learner: String,
    },
}

#[derive(Debug, Args)]
pub(super) struct Import {
    /// The scan.
    pub(super) scan: PathBuf,
    /// Landmarks picked on it (RON: version, unit, person, landmarks).
    #[arg(long)]
    pub(super) landmarks: PathBuf,
    /// Name in drills and on the command line (default: the scan's file name).
    #[arg(long)]
    pub(super) id: Option<String>,
    /// Title for people.
    #[arg(long)]
    pub(super) title: Option<String>,
    /// Put it in the place of a scan that has this name already.
    #[arg(long)]
    pub(super) replace: bool,
    /// Sex, where the landmarks file does not say (it shapes the layers, not the skin).
    #[arg(long, value_parser = ["female", "male"])]
    pub(super) sex: Option<String>,
    /// Age in years.
    #[arg(long, allow_negative_numbers = true)]
    pub(super) age: Option<f64>,
    /// Body mass index, kg/m².
    #[arg(long, allow_negative_numbers = true)]
    pub(super) bmi: Option<f64>,
    /// Skin laxity, 0 taut to 1 sagging.
    #[arg(long, allow_negative_numbers = true)]
    pub(super) laxity: Option<f64>,
    /// Fitzpatrick skin type, 1 to 6.
    #[arg(long, allow_negative_numbers = true)]
    pub(super) skin_type: Option<f64>,
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

#[derive(Debug, Args)]
pub(super) struct Learning {
    /// Totals in their order, as in 55,71,82! (with a critical error).
    #[arg(long, value_delimiter = ',', allow_negative_numbers = true, required = true)]
    pub(super) totals: Vec<String>,
    /// Rubric whose pass mark and learning block count.
    #[arg(long, default_value = "default")]
    pub(super) rubric: String,
    /// Attempts within which the chances of a signal are given.
    #[arg(long, default_value_t = 20)]
    pub(super) within: usize,
}

/// What `validity` does and prints.
const VALIDITY_KEYS: &str = "\
N/5 persons with skill evenly over 0 to 1 make five attempts each at a drill. A person's habits (bias, tremor, judgement of dose...) are
drawn once and kept; the noise of each attempt is its own. Novices and experts are the persons of the lowest and highest fifth.
Ends 1 when the total of a drill has an AUC under 0.96 or an ICC(1,5) under 0.8.
With --json, one object a line for the total, each score and each metric of each drill:
  drill, name, kind (total, score or metric), weight (its part of the total, in points), attempts, persons
  better        higher or lower; null for a metric that is only reported: it is taken as it is
  auc           {value, standard_error, low, high}: chance that an expert's value is better than a novice's, with the 95 % interval of
                DeLong (1988), by persons (Obuchowski 1997) or by attempts, whichever is wider
  cohen_d, spearman (with skill), icc_1, icc_3, icc_5: ICC(1,1), (1,3), (1,5) of Shrout and Fleiss (1979)
  middle        spearman, icc_1, icc_3, icc_5 again, of persons with skill 0.25 to 0.75
  ceiling, floor  share of graded attempts with all or none of the points
  discriminates   whether the AUC is 0.7 or more (reported only: or 0.3 or less)
  certain         whether the interval of the AUC lies on one side of 0.5; three persons a group are too few for that
  ok            for a total: whether it reaches both marks; else null
Statistics that have no meaning (nothing varies) are null. Keys that are there stay; more may come.";

#[derive(Debug, Args)]
pub(super) struct Validity {
    /// Drill to play (all if none is named).
    #[arg(long)]
    pub(super) drill: Option<String>,
    /// Attempts at each drill, in fives: one person each.
    #[arg(long)]
    pub(super) seeds: u64,
    /// Seed of the first attempt; each further one counts up.
    #[arg(long, default_value_t = 1)]
    pub(super) seed: u64,
    /// Threads to use (0: as many as there are cores).
    #[arg(long, default_value_t = 0)]
    pub(super) jobs: usize,
}

/// What `motion` reads and prints.
const MOTION_KEYS: &str = "\
FRAMES is CSV, one frame a line: time in s, then the pose as a 4x4 matrix row by row, in mm; a first line of words is a heading.
The tip is the pose's origin. MESH is a closed STL in the same frame, in mm, binary or ASCII.
A step from one frame to the next is in tissue when its current tip is inside the mesh (on it is outside). Damage: where both tips
are inside, the two triangles between the last and the current segment from the tip to the skin exit, which is the first hit of the
ray from the tip towards the hub within the length (the hub itself when there is none). Definitions: Perk Tutor's core metrics.
With --json, one object:
  elapsed_s, path_mm, path_in_tissue_mm, time_in_tissue_s, damage_mm2
  frames, frames_in_tissue, frames_without_exit (of those in tissue: no skin within the length)
Keys that are there stay; more may come.";

#[derive(Debug, Args)]
pub(super) struct Motion {
    /// The frames.
    pub(super) frames: PathBuf,
    /// The tissue.
    #[arg(long)]
    pub(super) tissue: PathBuf,
    /// Axis of the tracked tool that points from the tip to the hub.
    #[arg(long, default_value = "+x", allow_hyphen_values = true)]
    pub(super) axis: String,
    /// Length from the tip to the hub in mm.
    #[arg(long, default_value_t = 300.0, allow_negative_numbers = true)]
    pub(super) length: f64,
}

/// What `probe patient --json` prints.
const PATIENT_KEYS: &str = "\
With --json, one object:
  id           the ready-made patient's name, or seed-N
  phenotype    sex, age_years, bmi, skin_laxity, skin_type (Fitzpatrick 1-6), asymmetry, seed, individuality, facial_type, shape
  measures     mm: bizygomatic_mm (zy-zy), bigonial_mm (go-go), face_height_mm (nasion-gnathion), menton_nasion_mm,
               lower_face_height_mm (subnasale-menton), mouth_mm (ch-ch), nose_mm (al-al), nose_height_mm (n-sn),
               nose_protrusion_mm, intercanthal_mm, biocular_mm, bitragal_mm, head_breadth_mm, head_length_mm,
               neck_circumference_mm (a section of the skin square to the neck), submental_mm, ramus_height_mm
  asymmetry_mm root mean square of left against mirrored right over the paired landmarks of the face
  regions      one object each: region, vertices, and epidermis_mm, dermis_mm, fat_mm, smas_mm, bone_mm as {mean, min, max}:
               depth below the skin at which that layer ends (fat_mm is where SMAS or platysma begins; bone_mm is the depth of bone)
  landmarks    name: [x, y, z] in mm; +x patient's left, +y up, +z out of the face, origin between the tragi
Keys that are there stay; more may come.";

/// What `probe response` reads and prints.
const RESPONSE_KEYS: &str = "\
A dose map is a recording (*.fanline: the dose that was laid, with its nodules) or a text of lines x_mm,y_mm,mg_cm2[,below_dermis_mm],
one a cell of equal area; a first line of words is a heading. Without a depth the product lies in the subdermal plane.
Doses are mg of the product's particles a cm2: mg CaHA, or mg PLLA for a product that holds PLLA.
With --json, one object:
  illustrative  true: there is no randomised trial of hyperdilute CaHA on the face
  product, particle, dose_unit, dose_mg_cm2 (mean of one session), dermis_mm (mean), sessions (days), note
  days          one object each: day, and as {mean, low, high} with the 95 % band: diluent_ul_cm2, carrier_ul_cm2, particles_mg_cm2,
                collagen_iii, collagen_i (new / the skin's own), dermal_gain (share), dermal_mm, lift_mm;
                nodules {felt, probability} (null unless a recording says where the product lies);
                with --cells cells: x_mm, y_mm, area_mm2, dermal_mm, lift_mm, and nodules_cm2 for a recording";

#[derive(Debug, Args)]
pub(super) struct Response {
    /// Product and dilution, as in "radiesse 1:1", harmonyca, plla (a recording knows its own).
    #[arg(long)]
    pub(super) product: Option<String>,
    /// The same dose everywhere, mg of particles a cm².
    #[arg(long, allow_negative_numbers = true, conflicts_with = "dose_map", required_unless_present = "dose_map")]
    pub(super) uniform: Option<f64>,
    /// A recording or a dose map (see --help).
    #[arg(long)]
    pub(super) dose_map: Option<PathBuf>,
    /// Days to print.
    #[arg(long, value_delimiter = ',', allow_negative_numbers = true, default_value = "0,7,28,56,120,180,270,365,540")]
    pub(super) days: Vec<f64>,
    /// Days on which the dose is laid.
    #[arg(long, value_delimiter = ',', allow_negative_numbers = true, default_value = "0")]
    pub(super) sessions: Vec<f64>,
    /// Thickness of the dermis in mm (a recording knows its own).
    #[arg(long, allow_negative_numbers = true)]
    pub(super) dermis: Option<f64>,
    /// List every cell.
    #[arg(long)]
    pub(super) cells: bool,
}

/// What `probe prepare --json` prints.
const PREPARE_KEYS: &str = "\
With --json, one object:
  product, ratio (parts of diluent), diluent, strokes, wait_s, orientation, dilution_forbidden
  class                gel, gel_sol or sol
  caha_mg_per_ml       mean of what was prepared
  homogeneity_stirred  evenness after the last stroke, 0 (side by side) to 1 (even): 1 - sqrt(variance / variance of the unmixed parts)
  homogeneity          the same after the wait, what has settled included
  profile              the barrel from outlet to stopper: from_ul, caha_mg_per_ml, aloft_mg_per_ml (what is not on the wall),
                       sediment_ul, structure (0 broken to 1 rebuilt)
  outlet               delivered_ul (before this step) and caha_mg_per_ml of what leaves in it
  drawn_mg, delivered_mg
Keys that are there stay; more may come.";

#[derive(Debug, Args)]
pub(super) struct Prepare {
    /// Product, as in radiesse.
    #[arg(long)]
    pub(super) product: String,
    /// Product to diluent, as in 1:4, or neat.
    #[arg(long, default_value = "neat")]
    pub(super) ratio: String,
    /// Diluent: saline, lidocaine-saline or plasma.
    #[arg(long, default_value = "saline")]
    pub(super) diluent: String,
    /// Strokes between the two syringes, each one way.
    #[arg(long, default_value_t = 20)]
    pub(super) strokes: u32,
    /// Time of a stroke in s.
    #[arg(long, allow_negative_numbers = true)]
    pub(super) stroke_time: Option<f64>,
    /// Time that the syringe is left to stand, s.
    #[arg(long, default_value_t = 0.0, allow_negative_numbers = true)]
    pub(super) wait: f64,
    /// How it lies meanwhile: lying, outlet-down or outlet-up.
    #[arg(long, default_value = "lying")]
    pub(super) orientation: String,
}

#[derive(Debug, Args)]
pub(super) struct Picture {
    /// Installed patients and own scans, by id.
    #[arg(required = true)]
    pub(super) patients: Vec<String>,
    /// From where; may be given several times.
    #[arg(long = "view", default_value = "three-quarter",
        value_parser = ["front", "three-quarter", "three-quarter-right", "profile", "profile-right", "neck", "decolletage", "hand", "close"])]
    pub(super) views: Vec<String>,
    /// Landmark that the view `close` looks at.
    #[arg(long, default_value = "zygion_left")]
    pub(super) at: String,
    /// Height of the view `close` in mm.
    #[arg(long, default_value_t = 90, value_parser = clap::value_parser!(u16).range(20..=600))]
    pub(super) span: u16,
    /// Pixels, as in 1920x1080.
    #[arg(long, default_value = "1280x720")]
    pub(super) size: String,
    /// How finely it is drawn.
    #[arg(long, default_value = "high", value_parser = ["low", "medium", "high"])]
    pub(super) preset: String,
    /// The same person at another age, years.
    #[arg(long)]
    pub(super) age: Option<u8>,
    /// The same person with another Fitzpatrick skin type, 1 to 6.
    #[arg(long)]
    pub(super) skin_type: Option<u8>,
    /// The same person with another laxity of the skin, 0 to 100 %.
    #[arg(long)]
    pub(super) laxity: Option<u8>,
    /// Layers taken off the left cheek, 0 to 5.
    #[arg(long, default_value_t = 0.0)]
    pub(super) open: f64,
    /// Cut them straight instead of in terraces.
    #[arg(long)]
    pub(super) cut_away: bool,
    /// Show vessels, nerves and glands.
    #[arg(long)]
    pub(super) hazards: bool,
    /// The whole body down to a layer: 1 dermis, 2 fat, 3 SMAS and platysma, 4 muscle, 5 bone; with --cut-away on one side of a cut.
    #[arg(long, default_value_t = 0.0)]
    pub(super) peel: f64,
    /// Lay over it; may be given several times.
    #[arg(long = "overlay", value_parser = ["regions", "no-go", "tension", "landmarks"])]
    pub(super) overlays: Vec<String>,
    /// Also say the mean time of a frame over so many frames.
    #[arg(long)]
    pub(super) frames: Option<u32>,
    /// Folder to write to.
    #[arg(long, default_value = "out")]
    pub(super) out: PathBuf,
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
    /// Phenotype, measures, layers and landmarks of a patient.
    #[command(after_long_help = PATIENT_KEYS)]
    Patient {
        /// Ready-made patient (the first one if neither is named).
        #[arg(long, conflicts_with = "seed")]
        patient: Option<String>,
        /// The person of a seed: any whole number gives one, always the same.
        #[arg(long)]
        seed: Option<u64>,
    },
    /// The upper surface of a layer as OBJ in mm.
    Mesh {
        /// File to write.
        #[arg(long)]
        out: PathBuf,
        /// Site: face, neck, decolletage or hand (the skin of the whole head, neck and chest if none is named).
        #[arg(long)]
        site: Option<String>,
        /// Layer: skin, dermis, hypodermis, smas (face), platysma (neck), fascia (decolletage, hand), tendon (hand) or bone.
        #[arg(long, requires = "site")]
        layer: Option<String>,
        /// Ready-made patient.
        #[arg(long, conflicts_with = "seed")]
        patient: Option<String>,
        /// The person of a seed.
        #[arg(long)]
        seed: Option<u64>,
    },
    /// A tube clamped at its hub under dead loads at its tip, in air or on a lateral foundation; and where it buckles.
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
        /// Axial load at the tip in N; positive presses towards the hub.
        #[arg(long, default_value_t = 0.0, allow_negative_numbers = true)]
        axial: f64,
        /// Lateral foundation along the whole length in N/mm².
        #[arg(long, default_value_t = 0.0, allow_negative_numbers = true)]
        foundation: f64,
    },
    /// The elastica: tip deflection over length under a dead load.
    Elastica {
        /// F·L²/EI.
        #[arg(long, allow_negative_numbers = true)]
        alpha: f64,
    },
    /// Response over months to a dose that was laid: carrier, particles, collagen, dermis, lift. Illustrative.
    #[command(after_long_help = RESPONSE_KEYS)]
    Response(Response),
    /// Retrograde threads in a slab of tissue, by hands of many seeds.
    Deposit(super::probe_deposit::Deposit),
    /// A product mixed by strokes between two syringes, left to stand in a 1.5 mL syringe and delivered.
    #[command(after_long_help = PREPARE_KEYS)]
    Prepare(Prepare),
    /// The learning curve of a list of totals: rolling mean, LC-CUSUM and CUSUM by a rubric, and how sure their signals are.
    Learning(Learning),
    /// Score threads given as RON, without a session.
    Assess {
        /// The file.
        file: PathBuf,
    },
}
