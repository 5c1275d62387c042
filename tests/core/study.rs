//! A learner's day: answers and attempts move the schedule, survive with it, and nobody sees another's.

use fanline::quiz::{Answer, Bank, Grade, Item, Question, Round, Topic, Verdict, quizzes};
use fanline::records::class::{HOME_PAGE, RosterRow, teller};
use fanline::records::store::{Attempt, Kind, Store};
use fanline::records::study::{Study, day_of};
use fanline::records::xapi::RoundTold;
use fanline::source::Content;
use serde_json::json;

const NOON: i64 = 20_000 * 86_400_000 + 43_200_000;

fn banks() -> Vec<Bank> {
    quizzes(&Content::find().unwrap()).unwrap()
}

fn played(total: f64, passed: bool) -> Attempt {
    let lost = json!([{ "id": "too-shallow", "metric": "mean_depth", "score": "depth", "points_lost": 20.0 }, { "id": "damaged" }]);
    Attempt { left: false, total, passed, findings: lost, ended_ms: Some(NOON), ..Attempt::left("first-fan", "abc", "drill", 3, (1, 2)) }
}

fn judge(item: &Item, answer: &Answer) -> Verdict {
    item.question.judge(answer).unwrap()
}

#[test]
fn an_answer_moves_its_item_and_both_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("fanline.db");
    let banks = banks();
    let item = banks[0].items.iter().find(|item| matches!(item.question, Question::Single(_))).unwrap();
    let mut store = Store::open(&path).unwrap();
    let (anna, ben) = (store.add_learner("Anna", false, 1).unwrap().id, store.add_learner("Ben", false, 2).unwrap().id);
    let mut study = Study::of(&store, anna).unwrap();
    let (right, day) = (item.question.wanted(), day_of(NOON));
    let verdict = judge(item, &right);
    study.answered(&mut store, anna, (item, &right, &verdict), NOON).unwrap();
    let first = study.due_day(&item.name()).unwrap();
    assert!(first > day, "it was known: not today again");
    assert_eq!(study.review(&banks, day).iter().filter(|asked| asked.name() == item.name()).count(), 0);
    assert_eq!(study.review(&banks, first)[0].name(), item.name(), "when it is due it comes first");
    assert_eq!((study.today(&banks, first).due, study.today(&banks, first).fresh), (1, 8));
    // Not known on the day it is due: it comes sooner than it would have.
    let wrong = Answer::Options(vec![(0..4).find(|i| Answer::Options(vec![*i]) != right).unwrap()]);
    let verdict = judge(item, &wrong);
    study.answered(&mut store, anna, (item, &wrong, &verdict), first * 86_400_000).unwrap();
    assert!(study.due_day(&item.name()).unwrap() - first < first - day + 1);
    drop(store);
    let store = Store::open(&path).unwrap();
    assert_eq!(Study::of(&store, anna).unwrap(), study, "as it is kept");
    let reviews = store.reviews(anna).unwrap();
    assert_eq!(reviews.iter().map(|kept| (kept.review.grade, kept.review.correct)).collect::<Vec<_>>(), [(Grade::Good.number(), true), (Grade::Again.number(), false)]);
    let places: Vec<usize> = reviews.iter().map(|kept| kept.review.answer["options"][0].as_u64().unwrap() as usize).collect();
    let place = |answer: &Answer| match answer {
        Answer::Options(options) => item.question.choices()[options[0]].place,
        _ => unreachable!("a single choice"),
    };
    assert_eq!(places, [place(&right), place(&wrong)], "by the places in the file");
    assert_eq!(Study::of(&store, ben).unwrap(), Study::default(), "nobody sees another's");
}

#[test]
fn an_attempt_moves_its_drill_and_shows_what_is_weak() {
    let mut store = Store::in_memory().unwrap();
    let anna = store.add_learner("Anna", false, 1).unwrap().id;
    let (mut study, day) = (Study::of(&store, anna).unwrap(), day_of(NOON));
    study.attempted(&mut store, anna, &played(62.0, false), Some(&[1; 64]), NOON).unwrap();
    let again = store.schedule(anna).unwrap();
    assert_eq!((again.len(), again[0].kind, again[0].key.as_str()), (1, Kind::Drill, "first-fan"));
    assert_eq!(study.due_drills(day), []);
    assert_eq!(study.due_drills(again[0].due_day), [("first-fan", again[0].due_day)]);
    // The same drill on another patient is the same card; what was practised is none.
    let elsewhere = Attempt { drill: "first-fan@bruno".to_owned(), ..played(95.0, true) };
    study.attempted(&mut store, anna, &elsewhere, None, NOON).unwrap();
    study.attempted(&mut store, anna, &Attempt { mode: "practise".to_owned(), ..played(1.0, false) }, None, NOON).unwrap();
    study.attempted(&mut store, anna, &Attempt::left("jawline", "", "exam", 4, (1, 2)), None, NOON).unwrap();
    assert_eq!(store.schedule(anna).unwrap().len(), 1);
    assert_eq!(store.attempts(anna).unwrap().len(), 4);
    assert_eq!(study.weak().topics(), [Topic::Anatomy, Topic::Technique], "what a lack of depth rests on");
    assert_eq!(Study::of(&store, anna).unwrap(), study);
}

#[test]
fn weak_topics_come_first_among_new_items() {
    let mut store = Store::in_memory().unwrap();
    let anna = store.add_learner("Anna", false, 1).unwrap().id;
    let mut study = Study::default();
    let banks = banks();
    study.attempted(&mut store, anna, &played(62.0, false), None, NOON).unwrap();
    let asked = study.review(&banks, day_of(NOON));
    assert!(!asked.is_empty());
    assert!(asked.iter().all(|item| [Topic::Anatomy, Topic::Technique].contains(&item.topic)));
    let names: Vec<String> = asked.iter().map(|item| item.name()).collect();
    let mut round = Round::in_order(asked.into_iter().cloned().collect(), 9);
    let mut seen = Vec::new();
    while let Some(item) = round.current() {
        seen.push(item.name());
        let wanted = item.question.wanted();
        round.answer(&wanted).unwrap();
    }
    assert_eq!(seen, names, "the round keeps their order");
}

#[test]
fn what_a_member_does_is_queued_once_and_what_others_do_is_not() {
    let mut store = Store::in_memory().unwrap();
    let row = RosterRow { name: "Anna".to_owned(), account: "anna@school.example".to_owned() };
    let (member, _) = store.add_member(&row, 1).unwrap();
    let other = store.add_learner("Ben", false, 1).unwrap().id;
    let teller = teller(HOME_PAGE, "en").unwrap();
    let scored = |total| {
        let six = fanline::records::store::Six { depth: 80.0, evenness: 60.0, nodule: Some(99.0), safety: 100.0, technique: 40.0, procedure: 50.0 };
        Attempt { scores: Some(six), nodule_probability: Some(0.04), ..played(total, true) }
    };
    let mine = store.add_attempt(member.learner, &scored(81.0), Some(&[1; 64])).unwrap();
    let left = store.add_attempt(member.learner, &Attempt::left("jawline", "", "exam", 4, (1, 2)), None).unwrap();
    let others = store.add_attempt(other, &scored(82.0), Some(&[2; 64])).unwrap();
    let mut queue = |attempt| store.queue_attempt(attempt, &teller, "First fan", Some(70.0), 5).unwrap();
    assert_eq!([queue(mine), queue(mine), queue(left), queue(others)], [true, false, false, false]);
    let round = RoundTold {
        account: String::new(), name: String::new(), bank: "basics".to_owned(), title: "Fundamentals".to_owned(), seed: 1, at_ms: 6, seconds: 90.0, right: 9, asked: 12, items: 12, pass_share: None,
    };
    assert!(store.queue_round(member.learner, &teller, &round, 6).unwrap());
    assert!(!store.queue_round(other, &teller, &round, 6).unwrap());
    assert_eq!(store.outbox().unwrap().queued, 2);
    // What `class push` would queue of the same attempt is there already.
    let all = fanline::records::class::statements(&store, &teller, |_| ("First fan".to_owned(), Some(70.0))).unwrap();
    assert_eq!((all.len(), store.queue(&all, 7).unwrap()), (1, 0));
}
