//! Courses: drills in the order in which they are learnt, each with the fault that it is there to cure.
//!
//! **Invariant:** a [`Course`] that exists names at least one drill, none twice, and only drills that are installed.

use crate::lang::Lang;
use crate::scoring::{CriticalKind, METRICS};
#[cfg(not(target_arch = "wasm32"))]
use crate::source::Problem;
use crate::source::{Problems, read};

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStep {
    drill: String,
    fault: String,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCourse {
    version: u32,
    id: String,
    title: String,
    brief: String,
    order: u32,
    drills: Vec<RawStep>,
}

/// A drill of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The drill's name.
    pub drill: String,
    /// What it teaches to avoid: the name of a metric that is lost by it, or of a critical error.
    pub fault: String,
}

/// A course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// Name of the course; also its file's name.
    pub id: String,
    /// Title.
    pub title: String,
    /// What it is for, in two or three sentences.
    pub brief: String,
    /// Its place among the courses, from 1.
    pub order: u32,
    /// Its drills, in their order.
    pub steps: Vec<Step>,
}

/// What a course says to people, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseWords {
    /// Title.
    pub title: String,
    /// What it is for.
    pub brief: String,
}

impl Course {
    /// Folder of the courses.
    pub const FOLDER: &'static str = "levels/courses";

    /// Names of its drills, in their order.
    pub fn drills(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().map(|step| step.drill.as_str())
    }

    /// What is said of a course that is not named as its file is.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn misnamed(file: &str, id: &str) -> Problems {
        let (field, allowed) = ("id".to_owned(), "the file's own name".to_owned());
        Problems(vec![Problem { file: file.to_owned(), line: 1, column: 1, field, got: format!("\"{id}\""), allowed }])
    }

    /// Its words in a language: messages `course-<id>-title` and `-brief`, else as its file says.
    #[must_use]
    pub fn words(&self, lang: &Lang) -> CourseWords {
        let say = |field: &str, written: &str| lang.file_words("course", &self.id, field, written);
        CourseWords { title: say("title", &self.title), brief: say("brief", &self.brief) }
    }

    /// Reads and checks a course; `drills` are the names of the installed drills.
    ///
    /// # Errors
    /// Every problem found, each with its place in the text.
    pub fn parse(file: &str, text: &str, drills: &[String]) -> Result<Self, Problems> {
        let raw = read::<RawCourse>(file, text, |raw, checker| {
            checker.version(raw.version, 1);
            let id_ok = !raw.id.is_empty() && raw.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            checker.require("id", id_ok, format!("\"{}\"", raw.id), "small letters, digits and hyphens");
            checker.not_empty("title", &raw.title);
            checker.not_empty("brief", &raw.brief);
            checker.range("order", f64::from(raw.order), 1.0..=1000.0);
            checker.require("drills", !raw.drills.is_empty(), "no drill", "at least 1 drill");
            checker.distinct(raw.drills.iter().enumerate().map(|(i, step)| (format!("drills[{i}].drill"), step.drill.as_str())));
            let drills: Vec<&str> = drills.iter().map(String::as_str).collect();
            let faults: Vec<&str> = METRICS.iter().map(|metric| metric.name).chain(CriticalKind::NAMES).collect();
            for (i, step) in raw.drills.iter().enumerate() {
                checker.one_of(&format!("drills[{i}].drill"), &step.drill, &drills);
                checker.one_of(&format!("drills[{i}].fault"), &step.fault, &faults);
            }
        })?
        .value;
        let steps = raw.drills.into_iter().map(|step| Step { drill: step.drill, fault: step.fault }).collect();
        Ok(Self { id: raw.id, title: raw.title, brief: raw.brief, order: raw.order, steps })
    }
}
