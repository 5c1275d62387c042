//! A statement and its parts (xAPI 1.0.3 part 2, "Statements"), as they are written in JSON.
//!
//! Actors are single agents, objects activities: what Fanline says, and what it reads back. Statements of other shapes (groups,
//! statements about statements, attachments) that others may keep in the same store are refused here as unknown.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

use super::text::{Iri, LanguageTag, Mbox, Uuid};
use super::time::{Span, Timestamp};

/// A text in languages.
pub type LanguageMap = BTreeMap<LanguageTag, String>;
/// Values under names of one's own.
pub type Extensions = BTreeMap<Iri, serde_json::Value>;

/// Why a text is no statement.
#[derive(Debug, thiserror::Error)]
#[error("statement: {0}")]
pub struct StatementError(#[from] serde_json::Error);

/// A property that may be left out, but not be null.
fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// Somebody did something to something, with an outcome, in a context, at a time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Its id.
    pub id: Uuid,
    /// Who.
    pub actor: Actor,
    /// Did what.
    pub verb: Verb,
    /// To what.
    pub object: Activity,
    /// What came of it.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub result: Option<Outcome>,
    /// In what context.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub context: Option<Context>,
    /// When it happened.
    pub timestamp: Timestamp,
    /// When the store took it; set by the store.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub stored: Option<Timestamp>,
    /// Who vouches for it; set by the store.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub authority: Option<Actor>,
    /// Version of the standard, 1.0 or 1.0.x; set by the store.
    #[serde(default, deserialize_with = "version", skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
}

fn version<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let text = String::deserialize(deserializer)?;
    if text == "1.0" || text.strip_prefix("1.0.").is_some_and(|patch| !patch.is_empty() && patch.bytes().all(|b| b.is_ascii_digit())) {
        Ok(Some(text))
    } else {
        Err(serde::de::Error::custom(format!("version: got {text:?}, allowed: 1.0 or 1.0.x")))
    }
}

impl Statement {
    /// Reads a statement, strictly.
    ///
    /// # Errors
    /// Whatever the standard forbids, or Fanline does not speak.
    pub fn from_json(text: &str) -> Result<Self, StatementError> {
        Ok(serde_json::from_str(text)?)
    }

    /// The statement in JSON on one line.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("a statement's keys are texts and its numbers finite")
    }

    /// The statement without what a store adds: two that are equal so are the same to xAPI ("Statement Immutability").
    #[must_use]
    pub fn as_sent(&self) -> Self {
        Self { stored: None, authority: None, version: None, ..self.clone() }
    }
}

/// An agent: who did it, named by exactly one identifier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "RawActor", into = "RawActor")]
pub struct Actor {
    /// Name to show.
    pub name: Option<String>,
    /// The identifier.
    pub who: Account,
}

/// What identifies an agent.
#[derive(Clone, Debug, PartialEq)]
pub enum Account {
    /// A mail address.
    Mail(Mbox),
    /// A name in a system.
    Of {
        /// The system.
        home_page: Iri,
        /// The name there.
        name: String,
    },
}

impl Account {
    /// The address or name by which a class knows the person.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Mail(mail) => mail.as_str().trim_start_matches("mailto:"),
            Self::Of { name, .. } => name,
        }
    }
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawActor {
    #[serde(rename = "objectType", default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    object_type: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    mbox: Option<Mbox>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    account: Option<RawAccount>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAccount {
    #[serde(rename = "homePage")]
    home_page: Iri,
    name: String,
}

impl TryFrom<RawActor> for Actor {
    type Error = String;

    fn try_from(raw: RawActor) -> Result<Self, String> {
        object_type(raw.object_type.as_deref(), "Agent")?;
        let who = match (raw.mbox, raw.account) {
            (Some(mail), None) => Account::Mail(mail),
            (None, Some(account)) if account.name.is_empty() => return Err("account name: got nothing, allowed: a name".to_owned()),
            (None, Some(account)) => Account::Of { home_page: account.home_page, name: account.name },
            (None, None) => return Err("actor: got no identifier, allowed: mbox or account".to_owned()),
            (Some(_), Some(_)) => return Err("actor: got two identifiers, allowed: mbox or account".to_owned()),
        };
        Ok(Self { name: raw.name, who })
    }
}

impl From<Actor> for RawActor {
    fn from(actor: Actor) -> Self {
        let (mbox, account) = match actor.who {
            Account::Mail(mail) => (Some(mail), None),
            Account::Of { home_page, name } => (None, Some(RawAccount { home_page, name })),
        };
        Self { object_type: Some("Agent".to_owned()), name: actor.name, mbox, account }
    }
}

fn object_type(got: Option<&str>, allowed: &str) -> Result<(), String> {
    match got {
        Some(got) if got != allowed => Err(format!("objectType: got {got:?}, allowed: {allowed}")),
        _ => Ok(()),
    }
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verb {
    /// Its IRI.
    pub id: Iri,
    /// Its words.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub display: LanguageMap,
}

/// What it was done to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "RawActivity", into = "RawActivity")]
pub struct Activity {
    /// Its IRI.
    pub id: Iri,
    /// What it is.
    pub definition: Option<Definition>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawActivity {
    #[serde(rename = "objectType", default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    object_type: Option<String>,
    id: Iri,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    definition: Option<Definition>,
}

impl TryFrom<RawActivity> for Activity {
    type Error = String;

    fn try_from(raw: RawActivity) -> Result<Self, String> {
        object_type(raw.object_type.as_deref(), "Activity")?;
        Ok(Self { id: raw.id, definition: raw.definition })
    }
}

impl From<Activity> for RawActivity {
    fn from(activity: Activity) -> Self {
        Self { object_type: Some("Activity".to_owned()), id: activity.id, definition: activity.definition }
    }
}

/// What an activity is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// Its name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub name: LanguageMap,
    /// What it is about.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub description: LanguageMap,
    /// Its type.
    #[serde(rename = "type", default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub kind: Option<Iri>,
    /// Where more is told.
    #[serde(rename = "moreInfo", default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub more_info: Option<Iri>,
    /// More of our own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extensions: Extensions,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// The score.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub score: Option<Grade>,
    /// Whether it succeeded.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub success: Option<bool>,
    /// Whether it was done to the end.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub completion: Option<bool>,
    /// An answer.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub response: Option<String>,
    /// How long it took.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub duration: Option<Span>,
    /// More of our own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extensions: Extensions,
}

/// A score: scaled from −1 to 1, or raw between a least and a most, or both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "RawGrade", into = "RawGrade")]
pub struct Grade {
    /// −1 to 1.
    pub scaled: Option<f64>,
    /// As it was given.
    pub raw: Option<f64>,
    /// The least that could be given.
    pub min: Option<f64>,
    /// The most that could be given.
    pub max: Option<f64>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGrade {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    scaled: Option<f64>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    raw: Option<f64>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    min: Option<f64>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    max: Option<f64>,
}

impl Grade {
    /// A score, if its numbers fit each other.
    ///
    /// # Errors
    /// What does not fit.
    pub fn new(scaled: Option<f64>, raw: Option<f64>, min: Option<f64>, max: Option<f64>) -> Result<Self, String> {
        let wrong = |name: &str, got: f64, allowed: String| Err(format!("score.{name}: got {got}, allowed: {allowed}"));
        for (name, number) in [("scaled", scaled), ("raw", raw), ("min", min), ("max", max)] {
            if let Some(number) = number.filter(|number| !number.is_finite()) {
                return wrong(name, number, "a number".to_owned());
            }
        }
        if let Some(scaled) = scaled.filter(|scaled| !(-1.0..=1.0).contains(scaled)) {
            return wrong("scaled", scaled, "-1 to 1".to_owned());
        }
        if let (Some(min), Some(max)) = (min, max) && min >= max {
            return wrong("min", min, format!("below max, {max}"));
        }
        if let Some(raw) = raw {
            if let Some(min) = min.filter(|min| raw < *min) {
                return wrong("raw", raw, format!("at least {min}"));
            }
            if let Some(max) = max.filter(|max| raw > *max) {
                return wrong("raw", raw, format!("at most {max}"));
            }
        }
        Ok(Self { scaled, raw, min, max })
    }
}

impl TryFrom<RawGrade> for Grade {
    type Error = String;

    fn try_from(raw: RawGrade) -> Result<Self, String> {
        Self::new(raw.scaled, raw.raw, raw.min, raw.max)
    }
}

impl From<Grade> for RawGrade {
    fn from(Grade { scaled, raw, min, max }: Grade) -> Self {
        Self { scaled, raw, min, max }
    }
}

/// In what context it was done.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Context {
    /// What joins statements of one undertaking.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub registration: Option<Uuid>,
    /// Who taught.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub instructor: Option<Actor>,
    /// What the activity belongs to.
    #[serde(rename = "contextActivities", default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub activities: Option<ContextActivities>,
    /// Version of the activity.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub revision: Option<String>,
    /// Program it was done with.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub platform: Option<String>,
    /// Language it was done in.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub language: Option<LanguageTag>,
    /// More of our own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extensions: Extensions,
}

/// What an activity belongs to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContextActivities {
    /// What it is a part of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parent: Vec<Activity>,
    /// What it is related to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grouping: Vec<Activity>,
    /// What kind it is of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub category: Vec<Activity>,
    /// What else bears on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other: Vec<Activity>,
}
