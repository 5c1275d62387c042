//! What an attempt is for, and what follows from it: assists, menu, where its recording lies, which result counts.

use crate::game::panels::settings::Assist;

/// What an attempt is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Mode {
    /// A drill, as often as one likes; it counts for the learning curve.
    #[default]
    Drill,
    /// The guided first fan.
    Learn,
    /// Any patient, zone and preparation; it counts for nothing.
    Practise,
    /// No assists and no second try.
    Exam,
    /// The practice-ground of the controls.
    Ground,
    /// A drill that is being made.
    Trial,
}

impl Mode {
    /// All of them.
    pub(super) const ALL: [Self; 6] = [Self::Drill, Self::Learn, Self::Practise, Self::Exam, Self::Ground, Self::Trial];

    /// Its name in the records.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Drill => "drill",
            Self::Learn => "learn",
            Self::Practise => "practise",
            Self::Exam => "exam",
            Self::Ground => "ground",
            Self::Trial => "trial",
        }
    }

    /// Folder of its recordings below the person's data folder; none where nothing is recorded.
    pub(super) fn folder(self) -> Option<&'static str> {
        match self {
            Self::Drill => Some("recordings"),
            Self::Practise => Some("recordings/practise"),
            Self::Exam => Some("recordings/exam"),
            Self::Learn | Self::Ground | Self::Trial => None,
        }
    }

    /// Whether an assist may be shown. An exam leaves what a person has in life: the list of steps, the syringe, the views.
    pub(super) fn allows(self, assist: Assist) -> bool {
        self != Self::Exam || matches!(assist, Assist::Steps | Assist::Syringe | Assist::Strip)
    }

    /// Whether a notice is shown. An exam leaves out what only the simulation knows: a patient shows and says the rest.
    pub(super) fn tells(self, notice: &str) -> bool {
        const HIDDEN: [&str; 6] = ["whitening", "flow-in-vessel", "flow-in-gland", "flow-in-no-go", "backflow", "bone"];
        self != Self::Exam || !HIDDEN.iter().any(|hidden| notice.strip_prefix("notice-") == Some(hidden))
    }

    /// Whether it may be begun again from its menu.
    pub(super) fn restarts(self) -> bool {
        self != Self::Exam
    }

    /// What trying again is for: after an exam it is a drill.
    pub(super) fn again(self) -> Self {
        if self == Self::Exam { Self::Drill } else { self }
    }

    /// Whether its result is kept.
    pub(super) fn counts(self) -> bool {
        matches!(self, Self::Drill | Self::Practise | Self::Exam)
    }
}
