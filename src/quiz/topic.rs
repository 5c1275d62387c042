//! What an item is about, and how sure its answer is.

/// What an item is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// Layers, their depths, vessels and nerves.
    Anatomy,
    /// Composition, rheology, time course.
    Product,
    /// Dilution, mixing, settling, what is made ready before the first pass.
    Preparation,
    /// Plane, fan, thread, dose.
    Technique,
    /// Nodules, vessels, signs and what follows from them.
    Complications,
    /// What was studied, how well, and how skill is assessed.
    Evidence,
}

impl Topic {
    /// All topics in the order of a result.
    pub const ALL: [Self; 6] =
        [Self::Anatomy, Self::Product, Self::Preparation, Self::Technique, Self::Complications, Self::Evidence];

    /// The topic's name in a bank file.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Anatomy => "anatomy",
            Self::Product => "product",
            Self::Preparation => "preparation",
            Self::Technique => "technique",
            Self::Complications => "complications",
            Self::Evidence => "evidence",
        }
    }

    /// The topic of that name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.id() == id)
    }

    /// The id of the message that names the topic on the screen.
    #[must_use]
    pub fn message(self) -> String {
        format!("quiz-topic-{}", self.id())
    }
}

/// How sure an item's answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// It stands in a publication.
    Found,
    /// It was worked out from published figures or by the simulation.
    Derived,
    /// Publications contradict each other; the item asks for what is reported, not for the truth.
    Disputed,
}

impl Certainty {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Found, Self::Derived, Self::Disputed];

    /// Its name in a bank file.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::Derived => "derived",
            Self::Disputed => "disputed",
        }
    }

    /// The certainty of that name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|certainty| certainty.id() == id)
    }

    /// The id of the message that says it on the screen.
    #[must_use]
    pub fn message(self) -> String {
        format!("quiz-certainty-{}", self.id())
    }
}
