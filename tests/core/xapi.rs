//! Statements: what is written obeys xAPI 1.0.3, what breaks it is refused, and ids follow from what is told.

use fanline::records::xapi::{AttemptTold, Iri, LanguageTag, Mbox, RoundTold, SIMULATION, Span, Statement, Teller, Timestamp, Uuid, read_attempt};
use rand::rngs::Xoshiro256PlusPlus as Random;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};

pub(crate) fn teller() -> Teller {
    Teller {
        home_page: Iri::new("https://fanline.example/class").unwrap(),
        language: LanguageTag::new("en").unwrap(),
        platform: "Fanline test".to_owned(),
    }
}

/// Attempts and rounds of every kind, the same for the same count.
pub(crate) fn generated(count: usize) -> Vec<Statement> {
    let mut random = Random::seed_from_u64(7);
    let names = ["Ana Pérez", "李雷", "O'Neil \"<b>\"", "مريم", "a@b.example", "Zoë, the 2nd", "\u{202e}abc"];
    let drills = ["radiesse-jawline", "first-fan", "radiesse-jawline@mei+radiesse 1:2!free", "ä/ö?#"];
    let findings = ["gap", "thread-too-shallow", "spill"];
    (0..count)
        .map(|i| {
            let name = names[random.random_range(0..names.len())].to_owned();
            let account = if i % 3 == 0 { format!("trainee{}@school.example", i % 50) } else { name.clone() };
            let at_ms = 1_700_000_000_000 + 61_001 * i as i64;
            if i % 5 == 4 {
                let items = random.random_range(0..20);
                let asked = random.random_range(0..=items);
                let told = RoundTold {
                    account,
                    name,
                    bank: "basics".to_owned(),
                    title: "The basics".to_owned(),
                    seed: i as u64,
                    at_ms,
                    seconds: random.random_range(0.0..4000.0),
                    right: random.random_range(0..=asked),
                    asked,
                    items,
                    pass_share: (i % 2 == 0).then_some(0.8),
                };
                return teller().round(&told).unwrap();
            }
            let told = AttemptTold {
                account,
                name,
                drill: drills[random.random_range(0..drills.len())].to_owned(),
                title: "A drill".to_owned(),
                drill_hash: "ab".repeat(32),
                seed: random.random(),
                recording: format!("{i:064x}"),
                at_ms,
                seconds: random.random_range(0.0..4000.0),
                total: random.random_range(0.0..=100.0),
                passed: random.random_bool(0.5),
                pass_mark: random.random_bool(0.9).then_some(70.0),
                critical: if random.random_bool(0.2) { vec!["over_dose".to_owned()] } else { Vec::new() },
                scores: std::array::from_fn(|_| random.random_range(0.0..=100.0)),
                nodule_probability: random.random_range(0.0..=1.0),
                findings: findings.iter().filter(|_| i % 2 == 0).map(|id| ((*id).to_owned(), random.random_range(0.0..9.0))).collect(),
            };
            teller().attempt(&told).unwrap()
        })
        .collect()
}

#[test]
fn a_thousand_statements_are_read_back_as_they_were_written() {
    let statements = generated(1000);
    let mut ids: Vec<&str> = statements.iter().map(|statement| statement.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 1000);
    for statement in &statements {
        let text = statement.to_json();
        assert_eq!(&Statement::from_json(&text).unwrap(), statement, "{text}");
        assert!(!text.contains("null"), "{text}");
    }
    assert_eq!(generated(1000), statements, "the same is told by the same statement");
}

#[test]
fn an_attempt_carries_what_a_grade_book_reads() {
    let statement = generated(1).remove(0);
    let value: Value = serde_json::from_str(&statement.to_json()).unwrap();
    assert_eq!(value["actor"]["mbox"], "mailto:trainee0@school.example");
    assert_eq!(value["object"]["definition"]["type"], SIMULATION);
    let verb = value["verb"]["id"].as_str().unwrap();
    assert!(["passed", "failed"].iter().any(|name| verb == format!("http://adlnet.gov/expapi/verbs/{name}")));
    let result = &value["result"];
    assert!((result["score"]["scaled"].as_f64().unwrap() * 100.0 - result["score"]["raw"].as_f64().unwrap()).abs() < 1e-4);
    assert_eq!(result["completion"], true);
    assert_eq!(result["success"], verb.ends_with("passed"));
    assert!(result["duration"].as_str().unwrap().starts_with("PT"));
    assert!(result["extensions"].as_object().unwrap().keys().all(|key| Iri::new(key.as_str()).is_ok()));
    assert_eq!(value["timestamp"], "2023-11-14T22:13:20.000Z");
}

#[test]
fn what_was_told_of_an_attempt_is_read_out_of_its_statement() {
    let told = AttemptTold {
        account: "Ana".to_owned(),
        name: "Ana".to_owned(),
        drill: "radiesse-jawline@mei+radiesse 1:2!free".to_owned(),
        title: "Jawline".to_owned(),
        drill_hash: "00".to_owned(),
        seed: u64::MAX,
        recording: "ff".repeat(32),
        at_ms: 1_700_000_000_123,
        seconds: 245.25,
        total: 71.25,
        passed: true,
        pass_mark: Some(70.0),
        critical: vec!["over_dose".to_owned()],
        scores: [1.0, 2.5, 3.0, 4.0, 5.0, 100.0],
        nodule_probability: 0.041,
        findings: vec![("gap".to_owned(), 2.5)],
    };
    let statement = teller().attempt(&told).unwrap();
    assert_eq!(read_attempt(&statement), Some(told.clone()));
    let other = teller().attempt(&AttemptTold { recording: "fe".repeat(32), ..told.clone() }).unwrap();
    assert_ne!(other.id, statement.id);
    assert!(teller().attempt(&AttemptTold { account: " ".to_owned(), ..told }).is_err());
}

#[test]
fn what_the_standard_forbids_is_refused() {
    let good: Value = serde_json::from_str(&generated(1).remove(0).to_json()).unwrap();
    Statement::from_json(&good.to_string()).unwrap();
    let mut wrong: Vec<(&str, Value)> = Vec::new();
    for (path, value) in [
        ("/id", json!("not-a-uuid")),
        ("/id", json!(null)),
        ("/actor", json!({"objectType": "Agent", "name": "nobody"})),
        ("/actor", json!({"mbox": "mailto:a@b.example", "account": {"homePage": "https://x.example", "name": "a"}})),
        ("/actor", json!({"mbox": "a@b.example"})),
        ("/actor", json!({"account": {"homePage": "x.example", "name": "a"}})),
        ("/actor", json!({"account": {"homePage": "https://x.example", "name": ""}})),
        ("/actor/objectType", json!("Activity")),
        ("/verb/id", json!("passed")),
        ("/verb/display", json!({"not a language": "passed"})),
        ("/object/objectType", json!("Agent")),
        ("/object/id", json!("no scheme")),
        ("/result/score/scaled", json!(1.5)),
        ("/result/score/scaled", json!(-1.01)),
        ("/result/score/raw", json!(101)),
        ("/result/score/min", json!(100)),
        ("/result/score/raw", json!("80")),
        ("/result/success", json!("yes")),
        ("/result/success", json!(null)),
        ("/result/duration", json!("4 minutes")),
        ("/result/duration", json!("PT")),
        ("/result/duration", json!("PT1.5M2S")),
        ("/result/extensions", json!({"plain": 1})),
        ("/context/language", json!("english please")),
        ("/context/contextActivities/category/0/id", json!("")),
        ("/timestamp", json!("2026-13-01T00:00:00Z")),
        ("/timestamp", json!("2026-02-29T00:00:00Z")),
        ("/timestamp", json!("2026-05-01 10:00")),
        ("/timestamp", json!("2026-05-01T10:00:00-00:00")),
        ("/timestamp", json!("2026-05-01T10:00:00")),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(path).unwrap_or_else(|| panic!("{path}")) = value;
        wrong.push((path, bad));
    }
    for (path, key, value) in [
        ("", "grade", json!(5)),
        ("", "version", json!("0.95")),
        ("", "stored", json!("yesterday")),
        ("/actor", "mbox_sha1", json!("00")),
        ("/result", "passed", json!(true)),
        ("/result/score", "best", json!(1)),
        ("/context", "place", json!("x")),
        ("/context", "registration", json!("1")),
        ("/result", "response", json!(null)),
        ("/object/definition", "title", json!("x")),
    ] {
        let mut bad = good.clone();
        bad.pointer_mut(path).unwrap()[key] = value;
        wrong.push((key, bad));
    }
    for missing in ["id", "actor", "verb", "object", "timestamp"] {
        let mut bad = good.clone();
        bad.as_object_mut().unwrap().remove(missing);
        wrong.push((missing, bad));
    }
    for (what, bad) in wrong {
        assert!(Statement::from_json(&bad.to_string()).is_err(), "{what}: {bad}");
    }
    // What a store adds is taken, and is no part of what was sent.
    let mut there = good.clone();
    there["stored"] = json!("2026-05-01T10:00:00.123456+02:00");
    there["version"] = json!("1.0.0");
    there["authority"] = json!({"objectType": "Agent", "mbox": "mailto:lrs@example.org"});
    assert_eq!(Statement::from_json(&there.to_string()).unwrap().as_sent().to_json(), Statement::from_json(&good.to_string()).unwrap().to_json());
}

/// Against Python's `uuid.uuid5`.
#[test]
fn uuids_are_those_of_rfc_4122() {
    let of = |namespace: &str, name: &str| {
        let bytes: Vec<u8> = (0..16).map(|i| u8::from_str_radix(&namespace[2 * i..2 * i + 2], 16).unwrap()).collect();
        Uuid::of(bytes.try_into().unwrap(), name).to_string()
    };
    assert_eq!(of("6ba7b8109dad11d180b400c04fd430c8", "python.org"), "886313e1-3b8a-5372-9b90-0c9aee199e5d");
    assert_eq!(of("6ba7b8119dad11d180b400c04fd430c8", &"x".repeat(200)), "cd3580b9-d244-586a-8077-74317319b48d");
}

/// Against Python's `datetime`.
#[test]
fn times_are_written_and_read_to_the_millisecond() {
    for (text, ms) in [
        ("2026-05-01T09:30:00.250Z", 1_777_627_800_250),
        ("1969-12-31T23:59:59.001Z", -999),
        ("2000-02-29T12:00:00.000Z", 951_825_600_000),
        ("2400-12-31T00:00:00.000Z", 13_601_001_600_000),
    ] {
        assert_eq!(Timestamp::of_unix_ms(ms).as_str(), text);
        assert_eq!(Timestamp::new(text).unwrap().unix_ms(), ms);
    }
    assert_eq!(Timestamp::new("2026-05-01T11:30:00.25+02:00").unwrap().unix_ms(), 1_777_627_800_250);
    for ms in (-70_000_000_000_000..200_000_000_000_000).step_by(9_876_543_211) {
        let stamp = Timestamp::of_unix_ms(ms);
        assert_eq!(Timestamp::new(stamp.as_str()).map(|stamp| stamp.unix_ms()), Ok(ms.clamp(-62_167_219_200_000, 253_402_300_799_999)));
    }
    for (seconds, text) in [(0.0, "PT0S"), (59.999, "PT1M0S"), (4000.1, "PT1H6M40.10S"), (f64::NAN, "PT0S"), (-1.0, "PT0S")] {
        assert_eq!(Span::of_seconds(seconds).as_str(), text);
    }
    assert!((Span::new("P1DT2H3M4.5S").unwrap().seconds() - 93_784.5).abs() < 1e-9);
    assert!(["", "P", "PT", "P1S", "PT1D", "PT-1S", "PT1.S", "1S", "PT1S2M"].iter().all(|text| Span::new(*text).is_err()));
}

#[test]
fn only_addresses_of_mail_are_taken_as_such() {
    assert!(["mailto:a@b.c", "mailto:a.b+c@x"].iter().all(|text| Mbox::new(*text).is_ok()));
    assert!(["a@b.c", "mailto:a", "mailto:a@", "mailto:a b@c", "mailto:a@b@c", "mailto:ä@b", "mailto:a@b..c"].iter().all(|text| Mbox::new(*text).is_err()));
}
