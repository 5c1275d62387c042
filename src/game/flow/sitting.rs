//! A sitting with the quiz: a round of a bank, today's review, or an exam against the clock; what is asked, and what came of it.
//!
//! **Invariant:** the verdict on an answer in an exam goes into the records at once and to the screen only when the exam is over. An exam
//! that ran out of time, or was left, is handed in as it is: what has no answer is not right.

use std::time::Instant;

use crate::lang::Lang;
use crate::quiz::{Answer, Bank, Blueprint, Exam, ExamResult, Item, Question, Round, RoundResult, Verdict};
use crate::records::study::Study;
use crate::records::xapi::RoundTold;

/// Questions of one round of a bank.
const QUESTIONS: usize = 12;

/// What a sitting is for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Purpose {
    /// A round with the bank of this index.
    Bank(usize),
    /// What is due today.
    Review,
    /// The exam by the blueprint of this index.
    Exam(usize),
}

/// The questions, with the answers so far.
#[derive(Clone, Debug)]
enum Questions {
    Open(Round),
    Sealed(Exam),
    Over(ExamResult),
}

/// A sitting.
#[derive(Clone, Debug)]
pub(super) struct Sitting {
    /// What it is for.
    pub(super) purpose: Purpose,
    questions: Questions,
    seed: u64,
    since: Instant,
    /// Its limit, s; none where there is all the time.
    limit_s: Option<f64>,
    /// Right answers per hundred questions that pass an exam.
    pub(super) pass_percent: Option<f64>,
    told: bool,
}

impl Sitting {
    fn new(purpose: Purpose, questions: Questions, seed: u64) -> Self {
        Self { purpose, questions, seed, since: Instant::now(), limit_s: None, pass_percent: None, told: false }
    }

    /// A round of the bank of this index.
    pub(super) fn bank(index: usize, bank: &Bank, seed: u64) -> Self {
        Self::new(Purpose::Bank(index), Questions::Open(Round::new(bank, seed).limited_to(QUESTIONS)), seed)
    }

    /// Today's review; none where nothing is to be asked.
    pub(super) fn review(banks: &[Bank], study: &Study, day: i64, seed: u64) -> Option<Self> {
        let items: Vec<Item> = study.review(banks, day).into_iter().cloned().collect();
        (!items.is_empty()).then(|| Self::new(Purpose::Review, Questions::Open(Round::in_order(items, seed)), seed))
    }

    /// An exam; none where there are too few items for it.
    pub(super) fn exam(index: usize, blueprint: &Blueprint, banks: &[Bank], seed: u64) -> Option<Self> {
        let exam = blueprint.draw(banks, seed).ok()?;
        let sitting = Self::new(Purpose::Exam(index), Questions::Sealed(exam), seed);
        Some(Self { limit_s: Some(blueprint.limit_s), pass_percent: Some(blueprint.pass_percent), ..sitting })
    }

    /// The question to answer now.
    pub(super) fn current(&self) -> Option<&Item> {
        match &self.questions {
            Questions::Open(round) => round.current(),
            Questions::Sealed(exam) => exam.current(),
            Questions::Over(_) => None,
        }
    }

    /// How many questions were answered, and how many there are.
    pub(super) fn progress(&self) -> (usize, usize) {
        match &self.questions {
            Questions::Open(round) => round.progress(),
            Questions::Sealed(exam) => exam.progress(),
            Questions::Over(over) => (over.result.asked, over.result.items),
        }
    }

    /// Whether answers are sealed.
    pub(super) fn is_sealed(&self) -> bool {
        matches!(self.questions, Questions::Sealed(_))
    }

    fn elapsed_s(&self) -> f64 {
        self.since.elapsed().as_secs_f64()
    }

    /// Seconds that are left of an exam.
    pub(super) fn left_s(&self) -> Option<f64> {
        self.limit_s.filter(|_| self.is_sealed()).map(|limit_s| (limit_s - self.elapsed_s()).max(0.0))
    }

    /// Takes an answer to the question; the question as it was shown, with what the answer is worth.
    pub(super) fn answer(&mut self, answer: &Answer) -> Option<(Item, Verdict)> {
        let item = self.current()?.clone();
        let elapsed_s = self.elapsed_s();
        match &mut self.questions {
            Questions::Open(round) => round.answer(answer).ok().map(|verdict| (item, verdict)),
            Questions::Sealed(exam) => {
                let verdict = item.question.judge(answer).ok()?;
                exam.answer(answer, elapsed_s).ok().map(|()| (item, verdict))
            }
            Questions::Over(_) => None,
        }
    }

    /// Ends it where all is answered or the time is up, or at once; whether it is over.
    pub(super) fn end(&mut self, at_once: bool) -> bool {
        let over = at_once || self.current().is_none() || self.left_s().is_some_and(|left_s| left_s <= 0.0);
        if over && let Questions::Sealed(exam) = &self.questions {
            self.questions = Questions::Over(exam.clone().finish());
        }
        over
    }

    /// The result so far; of an exam only when it is over.
    pub(super) fn result(&self) -> Option<RoundResult> {
        match &self.questions {
            Questions::Open(round) => Some(round.result()),
            Questions::Sealed(_) => None,
            Questions::Over(over) => Some(over.result.clone()),
        }
    }

    /// What came of an exam.
    pub(super) fn passed(&self) -> Option<&ExamResult> {
        if let Questions::Over(over) = &self.questions { Some(over) } else { None }
    }

    /// What it is called.
    pub(super) fn title(&self, (banks, blueprints): (&[Bank], &[Blueprint]), lang: &Lang) -> String {
        match self.purpose {
            Purpose::Bank(index) => banks.get(index).map_or_else(String::new, |bank| bank.said_title(lang)),
            Purpose::Review => lang.text("quiz-review", &[]),
            Purpose::Exam(index) => blueprints.get(index).map_or_else(String::new, |blueprint| blueprint.said(lang).title),
        }
    }

    /// What a class is told of it when it is over: once, and only if something was answered.
    pub(super) fn to_tell(&mut self, (banks, blueprints): (&[Bank], &[Blueprint]), lang: &Lang, now_ms: i64) -> Option<RoundTold> {
        let result = self.result().filter(|result| result.asked > 0 && !self.told)?;
        self.told = true;
        let name = match self.purpose {
            Purpose::Bank(index) => banks.get(index).map(|bank| bank.id.clone()),
            Purpose::Review => Some("review".to_owned()),
            Purpose::Exam(index) => blueprints.get(index).map(|blueprint| format!("exam-{}", blueprint.id)),
        };
        let exam = self.passed().is_some();
        Some(RoundTold {
            account: String::new(),
            name: String::new(),
            bank: name?,
            title: self.title((banks, blueprints), lang),
            seed: self.seed,
            at_ms: now_ms,
            seconds: self.elapsed_s(),
            right: result.right,
            // An exam that was handed in is whole: what has no answer is not right.
            asked: if exam { result.items } else { result.asked },
            items: result.items,
            pass_share: self.pass_percent.filter(|_| exam).map(|percent| percent / 100.0),
        })
    }
}

/// The right answer to a question, in words.
pub(super) fn right_words(item: &Item, lang: &Lang) -> String {
    match (&item.question, item.question.wanted()) {
        (Question::Numeric { unit, .. }, Answer::Number(number)) => {
            let written = format!("{number:.3}");
            let written = written.trim_end_matches('0').trim_end_matches('.');
            let values = [("number", crate::lang::Value::text(lang.decimal(written))), ("unit", crate::lang::Value::text(unit))];
            lang.text("quiz-number", &values)
        }
        (question, Answer::Options(options)) => {
            let texts: Vec<&str> = options.iter().filter_map(|i| question.choices().get(*i)).map(|choice| choice.text.as_str()).collect();
            texts.join(if matches!(question, Question::Order(_)) { " → " } else { " · " })
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::{blueprints, quizzes};
    use crate::source::Content;

    fn installed() -> (Vec<Bank>, Vec<Blueprint>) {
        let content = Content::find().unwrap();
        (quizzes(&content).unwrap(), blueprints(&content).unwrap())
    }

    #[test]
    fn an_exam_stays_sealed_until_it_is_handed_in() {
        let (banks, blueprints) = installed();
        let mut sitting = Sitting::exam(0, &blueprints[0], &banks, 7).expect("enough items");
        assert!(sitting.is_sealed() && sitting.left_s().is_some_and(|left_s| left_s > blueprints[0].limit_s - 60.0));
        for _ in 0..3 {
            let wanted = sitting.current().unwrap().question.wanted();
            let (_, verdict) = sitting.answer(&wanted).unwrap();
            assert!(verdict.right, "the records are told");
            assert!(sitting.result().is_none() && sitting.passed().is_none(), "the screen is not");
        }
        assert!(!sitting.end(false));
        assert!(sitting.end(true));
        let over = sitting.passed().unwrap();
        assert_eq!((over.result.right, over.result.asked, over.passed), (3, 3, false), "what has no answer is not right");
        let lang = Lang::load(&Content::find().unwrap(), "en").unwrap();
        let told = sitting.to_tell((&banks, &blueprints), &lang, 5).unwrap();
        assert_eq!((told.bank.as_str(), told.right, told.asked == told.items), ("exam-dangers", 3, true));
        assert!(sitting.to_tell((&banks, &blueprints), &lang, 6).is_none(), "once");
    }

    #[test]
    fn every_exam_can_be_drawn() {
        let (banks, blueprints) = installed();
        for (i, blueprint) in blueprints.iter().enumerate() {
            assert!((0..20).all(|seed| Sitting::exam(i, blueprint, &banks, seed).is_some()), "{}", blueprint.id);
        }
    }
}
