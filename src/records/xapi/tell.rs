//! Statements about what a person did: one an attempt, one a quiz round.

use std::collections::BTreeMap;

use super::statement::{
    Account, Activity, Actor, Context, ContextActivities, Definition, Extensions, Grade, LanguageMap, Outcome, Statement, Verb,
};
use super::text::{Iri, LanguageTag, Mbox, NotAllowed, Uuid};
use super::time::{Span, Timestamp};
use crate::scoring::{Score, Scorecard};

/// Type of a drill, by ADL's vocabulary.
pub const SIMULATION: &str = "http://adlnet.gov/expapi/activities/simulation";
/// Type of a quiz.
const ASSESSMENT: &str = "http://adlnet.gov/expapi/activities/assessment";
const VERBS: &str = "http://adlnet.gov/expapi/verbs";
/// Our own names begin so. The domain is reserved (RFC 2606) and leads nowhere: an IRI names, it need not answer.
const OWN: &str = "https://fanline.example/xapi";
/// Namespace of our statements' ids.
const NAMESPACE: [u8; 16] = *b"fanline/xapi/1.0";

/// Who tells: the system that accounts belong to, the language, the program.
#[derive(Clone, Debug, PartialEq)]
pub struct Teller {
    /// Home page of accounts that are no mail address.
    pub home_page: Iri,
    /// Language of the words.
    pub language: LanguageTag,
    /// Program and its version.
    pub platform: String,
}

/// What is told of an attempt.
#[derive(Clone, Debug, PartialEq)]
pub struct AttemptTold {
    /// Account of who played: a mail address, or a name.
    pub account: String,
    /// Name to show.
    pub name: String,
    /// Drill that was played.
    pub drill: String,
    /// Its title.
    pub title: String,
    /// Hash of its content.
    pub drill_hash: String,
    /// Seed.
    pub seed: u64,
    /// SHA-256 of the recording, in hexadecimal digits: what the attempt is known by.
    pub recording: String,
    /// When it ended, ms since 1970.
    pub at_ms: i64,
    /// How long it took, s.
    pub seconds: f64,
    /// Total, 0 to 100.
    pub total: f64,
    /// Whether it passed.
    pub passed: bool,
    /// Total that passes, where it is known.
    pub pass_mark: Option<f64>,
    /// Names of critical errors.
    pub critical: Vec<String>,
    /// The six scores, 0 to 100 each, in the order of [`Score::ALL`].
    pub scores: [f64; 6],
    /// Probability of a nodule, 0 to 1.
    pub nodule_probability: f64,
    /// Kinds of findings with the points that each cost.
    pub findings: Vec<(String, f64)>,
}

/// What is told of a quiz round.
#[derive(Clone, Debug, PartialEq)]
pub struct RoundTold {
    /// Account of who answered.
    pub account: String,
    /// Name to show.
    pub name: String,
    /// The quiz.
    pub bank: String,
    /// Its title.
    pub title: String,
    /// Seed of the round.
    pub seed: u64,
    /// When it ended, ms since 1970.
    pub at_ms: i64,
    /// How long it took, s.
    pub seconds: f64,
    /// Right answers.
    pub right: usize,
    /// Questions answered.
    pub asked: usize,
    /// Questions there were.
    pub items: usize,
    /// Share of right answers that passes, where the round is an exam.
    pub pass_share: Option<f64>,
}

/// A number of six digits behind the point, so that it is read back as it was written by any program.
fn six(x: f64) -> f64 {
    if x.is_finite() { (x * 1e6).round() / 1e6 + 0.0 } else { 0.0 }
}

fn own(name: &str) -> Iri {
    Iri::below(OWN, name).expect("a reserved domain with a name is an IRI")
}

fn adl(verb: &str) -> Verb {
    let english = LanguageTag::new("en").expect("a tag");
    Verb { id: Iri::below(VERBS, verb).expect("ADL's verbs are IRIs"), display: LanguageMap::from([(english, verb.to_owned())]) }
}

impl AttemptTold {
    /// What a scorecard says, with nobody's name yet: the other fields are the caller's.
    #[must_use]
    pub fn of_card(card: &Scorecard) -> Self {
        let mut findings: BTreeMap<&str, f64> = BTreeMap::new();
        for finding in card.findings.iter().filter(|finding| finding.points_lost > 0.0) {
            *findings.entry(&finding.id).or_default() += finding.points_lost;
        }
        Self {
            account: String::new(),
            name: String::new(),
            drill: String::new(),
            title: String::new(),
            drill_hash: String::new(),
            seed: 0,
            recording: String::new(),
            at_ms: 0,
            seconds: 0.0,
            total: card.total,
            passed: card.passed,
            pass_mark: Some(card.pass_mark),
            critical: card.critical.iter().map(|error| error.id.to_string()).collect(),
            scores: Score::ALL.map(|(score, _)| card.scores.get(score)),
            nodule_probability: card.nodule.probability,
            findings: findings.into_iter().map(|(id, points)| (id.to_owned(), points)).collect(),
        }
    }
}

impl Teller {
    fn actor(&self, account: &str, name: &str) -> Actor {
        let who = match Mbox::new(format!("mailto:{account}")) {
            Ok(mail) => Account::Mail(mail),
            Err(_) => Account::Of { home_page: self.home_page.clone(), name: account.to_owned() },
        };
        Actor { name: (!name.is_empty()).then(|| name.to_owned()), who }
    }

    fn words(&self, text: &str) -> LanguageMap {
        LanguageMap::from([(self.language.clone(), text.to_owned())])
    }

    fn context(&self, revision: Option<String>, extensions: Extensions) -> Context {
        let source = Activity { id: own("fanline"), definition: None };
        let activities = Some(ContextActivities { category: vec![source], ..ContextActivities::default() });
        Context { activities, revision, platform: Some(self.platform.clone()), language: Some(self.language.clone()), extensions, ..Context::default() }
    }

    /// The statement about an attempt.
    ///
    /// # Errors
    /// An account that is empty.
    pub fn attempt(&self, told: &AttemptTold) -> Result<Statement, NotAllowed> {
        account(&told.account)?;
        let total = six(told.total).clamp(0.0, 100.0);
        let mut extensions: Extensions = Score::ALL
            .iter()
            .zip(told.scores)
            .map(|((score, _), points)| (own(&format!("score-{}", score.name())), six(points).into()))
            .collect();
        let findings: serde_json::Map<_, _> = told.findings.iter().map(|(id, points)| (id.clone(), six(*points).into())).collect();
        extensions.insert(own("nodule-probability"), six(told.nodule_probability).into());
        if let Some(mark) = told.pass_mark {
            extensions.insert(own("pass-mark"), six(mark).into());
        }
        extensions.insert(own("critical-errors"), told.critical.clone().into());
        extensions.insert(own("findings"), findings.into());
        let about = Extensions::from([
            (own("seed"), told.seed.to_string().into()),
            (own("recording"), told.recording.clone().into()),
        ]);
        Ok(Statement {
            id: Uuid::of(NAMESPACE, &format!("attempt {} {}", told.account, told.recording)),
            actor: self.actor(&told.account, &told.name),
            verb: adl(if told.passed { "passed" } else { "failed" }),
            object: Activity {
                id: own_activity("drills", &told.drill),
                definition: Some(Definition { name: self.words(&told.title), kind: Some(fixed(SIMULATION)), ..Definition::default() }),
            },
            result: Some(Outcome {
                score: Some(Grade { scaled: Some(six(total / 100.0)), raw: Some(total), min: Some(0.0), max: Some(100.0) }),
                success: Some(told.passed),
                completion: Some(true),
                response: None,
                duration: Some(Span::of_seconds(told.seconds)),
                extensions,
            }),
            context: Some(self.context(Some(told.drill_hash.clone()), about)),
            timestamp: Timestamp::of_unix_ms(told.at_ms),
            stored: None,
            authority: None,
            version: None,
        })
    }

    /// The statement about a quiz round: passed or failed where there is a mark, else completed, or attempted when it was left early.
    ///
    /// # Errors
    /// An account that is empty.
    pub fn round(&self, told: &RoundTold) -> Result<Statement, NotAllowed> {
        account(&told.account)?;
        let whole = told.asked == told.items;
        let share = if told.items == 0 { 0.0 } else { told.right as f64 / told.items as f64 };
        let success = told.pass_share.filter(|_| whole).map(|mark| share >= mark);
        let verb = match (success, whole) {
            (Some(true), _) => "passed",
            (Some(false), _) => "failed",
            (None, true) => "completed",
            (None, false) => "attempted",
        };
        let score = (told.items > 0).then(|| Grade {
            scaled: Some(six(share.min(1.0))),
            raw: Some(told.right.min(told.items) as f64),
            min: Some(0.0),
            max: Some(told.items as f64),
        });
        Ok(Statement {
            id: Uuid::of(NAMESPACE, &format!("round {} {} {} {}", told.account, told.bank, told.seed, told.at_ms)),
            actor: self.actor(&told.account, &told.name),
            verb: adl(verb),
            object: Activity {
                id: own_activity("quizzes", &told.bank),
                definition: Some(Definition { name: self.words(&told.title), kind: Some(fixed(ASSESSMENT)), ..Definition::default() }),
            },
            result: Some(Outcome {
                score,
                success,
                completion: Some(whole),
                response: None,
                duration: Some(Span::of_seconds(told.seconds)),
                extensions: Extensions::new(),
            }),
            context: Some(self.context(None, Extensions::from([(own("seed"), told.seed.to_string().into())]))),
            timestamp: Timestamp::of_unix_ms(told.at_ms),
            stored: None,
            authority: None,
            version: None,
        })
    }
}

fn account(account: &str) -> Result<(), NotAllowed> {
    if account.trim().is_empty() { Err(NotAllowed::new("account", account, "a mail address or a name")) } else { Ok(()) }
}

fn fixed(iri: &str) -> Iri {
    Iri::new(iri).expect("ADL's types are IRIs")
}

fn own_activity(kind: &str, id: &str) -> Iri {
    Iri::below(&format!("{OWN}/{kind}"), id).expect("a reserved domain with a name is an IRI")
}

/// What a statement says of an attempt, if it is one of ours about one.
#[must_use]
pub fn read_attempt(statement: &Statement) -> Option<AttemptTold> {
    let drill = &statement.object.id;
    drill.as_str().strip_prefix(&format!("{OWN}/drills/"))?;
    let (result, context) = (statement.result.as_ref()?, statement.context.as_ref()?);
    let number = |name: &str| result.extensions.get(&own(name)).and_then(serde_json::Value::as_f64);
    let text = |name: &str| context.extensions.get(&own(name)).and_then(serde_json::Value::as_str);
    let definition = statement.object.definition.as_ref();
    let mut scores = [0.0; 6];
    for (points, (score, _)) in scores.iter_mut().zip(Score::ALL) {
        *points = number(&format!("score-{}", score.name()))?.clamp(0.0, 100.0);
    }
    let findings = result.extensions.get(&own("findings"))?.as_object()?;
    let critical = result.extensions.get(&own("critical-errors"))?.as_array()?;
    Some(AttemptTold {
        account: statement.actor.who.id().to_owned(),
        name: statement.actor.name.clone().unwrap_or_else(|| statement.actor.who.id().to_owned()),
        drill: drill.name(),
        title: definition.and_then(|definition| definition.name.values().next().cloned()).unwrap_or_else(|| drill.name()),
        drill_hash: context.revision.clone().unwrap_or_default(),
        seed: text("seed")?.parse().ok()?,
        recording: text("recording")?.to_owned(),
        at_ms: statement.timestamp.unix_ms(),
        seconds: result.duration.as_ref().map_or(0.0, Span::seconds),
        total: result.score?.raw?.clamp(0.0, 100.0),
        passed: result.success?,
        pass_mark: number("pass-mark"),
        critical: critical.iter().filter_map(|id| id.as_str().map(str::to_owned)).collect(),
        scores,
        nodule_probability: number("nodule-probability")?,
        findings: findings.iter().filter_map(|(id, points)| Some((id.clone(), points.as_f64()?))).collect(),
    })
}
