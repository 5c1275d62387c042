//! The drills, courses and rubrics read anew while the program runs.
//!
//! **Invariant:** what was right stays until something right takes its place or its file is gone: a file that is being written, or is
//! wrong, takes nothing away. Nobody's attempt is touched: it holds what it began with.

use std::collections::{BTreeMap, BTreeSet};

use super::library::{drill_file, place};
use super::{Course, Drill, Library, LibraryError, own};
use crate::scoring::Rubric;
use crate::source::{Content, ContentError, Problem, Problems};

/// Reads the files of a folder of the content; of one that is wrong gives what `last` says.
fn folder<T>(
    content: &Content,
    path: &str,
    sources: &mut BTreeMap<String, Vec<u8>>,
    problems: &mut Vec<Problem>,
    parse: impl Fn(&str, &str) -> Result<T, Problems>,
    last: impl Fn(&str, &str) -> Option<(T, Vec<u8>)>,
) -> Result<Vec<T>, ContentError> {
    let mut found = Vec::new();
    for file in content.list(path, "ron")? {
        let read = own::text(&file, &content.path(&file)).and_then(|text| Ok((parse(&file, &text)?, text.into_bytes())));
        let sound = read.map_or_else(
            |wrong| {
                problems.extend(wrong.0);
                let stem = file.rsplit('/').next().unwrap_or(&file).trim_end_matches(".ron");
                last(&file, stem)
            },
            Some,
        );
        if let Some((thing, text)) = sound {
            found.push(thing);
            sources.insert(file, text);
        }
    }
    Ok(found)
}

impl Library {
    /// The same library with its drills (the person's own too), courses and rubrics read anew, and the problems of the installed ones
    /// (those of the own drills: [`Library::broken_drills`]). Of a file that is wrong the last right content stays; what has no
    /// file any more goes. Patients, tables and products are those that were read at the start.
    ///
    /// # Errors
    /// A folder that cannot be read.
    pub fn reread(&self, content: &Content) -> Result<(Self, Problems), LibraryError> {
        let mut new = self.clone();
        let mut problems = Vec::new();
        new.sources.retain(|file, _| ["levels/drills/", "levels/rubrics/"].iter().all(|below| !file.starts_with(below)));
        let text = |file: &str| self.sources.get(file).cloned().unwrap_or_default();
        let last = |file: &str, stem: &str| self.rubric(stem).ok().map(|rubric| (rubric.clone(), text(file)));
        new.rubrics = folder(content, "levels/rubrics", &mut new.sources, &mut problems, Rubric::parse, last)?;
        let known = new.known();
        let last = |file: &str, stem: &str| Some((self.drill(stem).ok()?.clone(), text(file))).filter(|_| !self.is_own(stem));
        let parse = |file: &str, text: &str| Drill::parse(file, text, &known);
        new.drills = folder(content, "levels/drills", &mut new.sources, &mut problems, parse, last)?;
        let installed = own::stems(content)?;
        let last = |stem: &str| Some((self.drill(stem).ok()?.clone(), text(&drill_file(stem)))).filter(|_| self.is_own(stem));
        let own::Own { mut found, broken } = own::drills(content, &installed, &known, &mut new.sources, last);
        new.own = found.iter().map(|drill| drill.id.clone()).collect();
        new.broken_drills = broken;
        new.drills.append(&mut found);
        // A drill that stays as it was may be judged by a rubric whose file is gone.
        let named: BTreeSet<&str> = new.drills.iter().map(|drill| drill.rubric.as_str()).collect();
        let gone = self.rubrics.iter().filter(|rubric| named.contains(rubric.id.as_str()) && !new.rubrics.iter().any(|there| there.id == rubric.id));
        let gone: Vec<Rubric> = gone.cloned().collect();
        new.rubrics.extend(gone);
        new.courses = self.courses_anew(content, &installed, &mut problems)?;
        for course in &mut new.courses {
            course.steps.retain(|step| new.drills.iter().any(|drill| drill.id == step.drill));
        }
        new.courses.retain(|course| !course.steps.is_empty());
        new.courses.sort_by(|a, b| a.order.cmp(&b.order).then_with(|| a.id.cmp(&b.id)));
        new.drills.sort_by_key(|drill| place(&new.courses, &drill.id));
        Ok((new, Problems(problems).sorted()))
    }

    fn courses_anew(&self, content: &Content, drills: &[String], problems: &mut Vec<Problem>) -> Result<Vec<Course>, ContentError> {
        if !content.path(Course::FOLDER).is_dir() {
            return Ok(Vec::new());
        }
        let parse = |file: &str, text: &str| {
            let course = Course::parse(file, text, drills)?;
            if format!("{}/{}.ron", Course::FOLDER, course.id) == file { Ok(course) } else { Err(Course::misnamed(file, &course.id)) }
        };
        let last = |_: &str, stem: &str| Some((self.courses().iter().find(|course| course.id == stem)?.clone(), Vec::new()));
        folder(content, Course::FOLDER, &mut BTreeMap::new(), problems, parse, last)
    }
}
