//! What is known here of what a class has played and was asked.

use std::collections::BTreeMap;

use super::DrillAbout;
use crate::drill::Library;
use crate::lang::Lang;
use crate::quiz::Bank;
use crate::records::class::Cohort;
use crate::records::cohort::drills;
use crate::scoring::learning::LearningRules;

/// What is known of the drills and items of a class.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// Drills by id.
    pub drills: BTreeMap<String, DrillAbout>,
    /// Questions by `bank/item`.
    pub items: BTreeMap<String, String>,
}

impl About {
    /// Of the drills that a class has played or is set, and of all items; a drill that is no longer installed keeps its id for a title.
    #[must_use]
    pub fn of(cohort: &Cohort, library: &Library, banks: &[Bank], lang: &Lang) -> Self {
        let mut about = Self::default();
        let due = cohort.due.iter().flatten().map(|due| due.what.as_str());
        for id in drills(&cohort.attempts).into_iter().chain(due) {
            let Ok(drill) = library.any_drill(id) else { continue };
            let Ok(rubric) = library.rubric(&drill.rubric) else { continue };
            let known = DrillAbout { title: drill.words(lang).title, pass_mark: Some(rubric.pass_mark), rules: rubric.learning };
            about.drills.insert(id.to_owned(), known);
        }
        for bank in banks {
            about.items.extend(bank.items.iter().map(|item| (format!("{}/{}", bank.id, item.id), item.said(&bank.id, lang).ask)));
        }
        about
    }

    /// A drill's title, or its id.
    #[must_use]
    pub fn title(&self, drill: &str) -> String {
        self.drills.get(drill).map_or_else(|| drill.to_owned(), |about| about.title.clone())
    }

    /// Total that passes a drill.
    #[must_use]
    pub fn pass_mark(&self, drill: &str) -> Option<f64> {
        self.drills.get(drill).and_then(|about| about.pass_mark)
    }

    /// How proficiency at a drill is shown; the common rules where nothing is known of it.
    #[must_use]
    pub fn rules(&self, drill: &str) -> LearningRules {
        self.drills.get(drill).map_or_else(LearningRules::default, |about| about.rules)
    }
}
