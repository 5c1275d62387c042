//! Content files: found, read, and every mistake named with its place.

use fanline::source::ron_index::RonIndex;
use fanline::source::{Checker, Content, Problems, nearest, parse, read};
use proptest::prelude::*;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDrill {
    version: u32,
    id: String,
    zone: RawZone,
    target: RawTarget,
    #[serde(default)]
    limits: Vec<f64>,
    #[serde(default)]
    notes: BTreeMap<String, f64>,
    seed: Option<u64>,
    point: (f64, f64),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTarget {
    dose_mg_cm2: f64,
    plane: String,
    strict: bool,
}

#[derive(Debug, Deserialize)]
enum RawZone {
    Flat(Vec<(f64, f64)>),
    Region { name: String },
}

const GOOD: &str = r##"#![enable(implicit_some)]
// a drill
(
    version: 1,
    id: r#"a "raw" id"#, /* nested /* comment */ : ( */
    zone: Region(name: "chin"),
    target: (dose_mg_cm2: 10, plane: "subdermal", strict: true),
    limits: [1.0, 2.5,
             3],
    notes: {"a, (b": 1.0, "c": 2},
    seed: Some(7),
    point: (1, -2.5),
)
"##;

fn check(raw: &RawDrill, checker: &mut Checker) {
    checker.version(raw.version, 1);
    checker.not_empty("id", &raw.id);
    if let RawZone::Region { name } = &raw.zone {
        checker.one_of("zone.name", name, &["chin", "malar"]);
    }
    if let RawZone::Flat(points) = &raw.zone {
        checker.require(
            "zone[0]",
            points.len() >= 3,
            points.len(),
            "at least 3 points",
        );
    }
    checker.require(
        "target.strict",
        raw.target.strict,
        raw.target.strict,
        "true",
    );
    checker.range("target.dose_mg_cm2", raw.target.dose_mg_cm2, 0.5..=50.0);
    checker.one_of("target.plane", &raw.target.plane, &["subdermal", "dermal"]);
    for (i, &limit) in raw.limits.iter().enumerate() {
        checker.range(&format!("limits[{i}]"), limit, 0.0..=100.0);
    }
    for (key, &value) in &raw.notes {
        checker.range(&format!("notes.{key}"), value, 0.0..=3.0);
    }
    checker.range("point[1]", raw.point.1, -10.0..=10.0);
}

fn problems(text: &str) -> Vec<String> {
    match read("d.ron", text, check) {
        Ok(_) => Vec::new(),
        Err(Problems(list)) => list.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn a_good_file_reads_and_keeps_every_place() {
    let located = read("d.ron", GOOD, check).expect("good");
    assert_eq!(located.value.seed, Some(7));
    assert_eq!(located.at("version"), (4, 14));
    assert_eq!(located.at("zone.name"), (6, 24));
    assert_eq!(located.at("target.plane"), (7, 38));
    assert_eq!(located.at("limits[2]"), (9, 14));
    assert_eq!(located.at("notes.c"), (10, 32));
    assert_eq!(located.at("seed"), (11, 11));
    assert_eq!(located.at("point[1]"), (12, 16));
    assert_eq!(
        located.at("target.nothing.here"),
        (7, 13),
        "the nearest value around"
    );
    let problem = located.problem("limits[1]", 2.5, "0..=2");
    assert_eq!(
        problem.to_string(),
        "d.ron:8:19: field `limits[1]`: got 2.5, allowed 0..=2"
    );
}

#[test]
fn wrong_values_names_types_and_fields_are_listed_together() {
    let text = GOOD
        .replace("dose_mg_cm2: 10", "dose_mg_cm2: -3")
        .replace("\"chin\"", "\"chinn\"")
        .replace("strict: true", "stricct: true")
        .replace("2.5,\n", "\"much\",\n")
        .replace("\"c\": 2", "\"c\": 9")
        .replace("point: (1, -2.5)", "point: (1, -2.5, 3)")
        .replace("seed: Some(7)", "seed: 1.5");
    assert_eq!(
        problems(&text),
        [
            "d.ron:6:24: field `zone.name`: got \"chinn\", allowed chin, malar; did you mean `chin`?",
            "d.ron:7:13: field `target.strict`: got nothing, allowed a value: the field is required",
            "d.ron:7:27: field `target.dose_mg_cm2`: got -3, allowed 0.5..=50",
            "d.ron:7:51: field `target.stricct`: got field `stricct`, allowed dose_mg_cm2, plane, strict; did you mean `strict`?",
            "d.ron:8:19: field `limits[1]`: got \"much\", allowed a number",
            "d.ron:10:32: field `notes.c`: got 9, allowed 0..=3",
            "d.ron:11:11: field `seed`: got 1.5, allowed a whole number",
            "d.ron:12:12: field `point`: got (1, -2.5, 3), allowed fewer values in ( )",
        ]
    );
}

#[test]
fn missing_fields_of_every_type_are_each_named_once() {
    assert_eq!(
        problems("(id: \"x\", zone: Flat([]), limits: 3, seed: \"s\")"),
        [
            "d.ron:1:1: field `point`: got nothing, allowed a value: the field is required",
            "d.ron:1:1: field `target`: got nothing, allowed a value: the field is required",
            "d.ron:1:1: field `version`: got nothing, allowed a value: the field is required",
            "d.ron:1:22: field `zone[0]`: got 0, allowed at least 3 points",
            "d.ron:1:35: field `limits`: got 3, allowed a list in [ ]",
            "d.ron:1:44: field `seed`: got \"s\", allowed a whole number",
        ]
    );
}

#[test]
fn a_misspelt_variant_is_named_and_its_content_still_checked() {
    let text = GOOD.replace("Region(name: \"chin\")", "Regoin(name: \"chi\")");
    assert_eq!(
        problems(&text),
        [
            "d.ron:6:11: field `zone`: got `Regoin`, allowed Flat, Region; did you mean `Region`?",
            "d.ron:6:24: field `zone.name`: got \"chi\", allowed chin, malar; did you mean `chin`?",
        ]
    );
    let text = GOOD.replace("Region(name: \"chin\")", "Region");
    assert_eq!(problems(&text).len(), 1, "{:?}", problems(&text));
    let text = GOOD
        .replace("Region(name: \"chin\")", "Circle(4)")
        .replace("dose_mg_cm2: 10", "dose_mg_cm2: 100");
    assert_eq!(problems(&text).len(), 2, "{:?}", problems(&text));
}

#[test]
fn a_field_given_twice_is_named_where_it_stands_again() {
    let text = GOOD.replace("strict: true", "strict: true, strict: false");
    assert_eq!(
        problems(&text),
        ["d.ron:7:65: field `target.strict`: got field `strict`, allowed each field once"]
    );
}

#[test]
fn a_mistake_of_syntax_has_its_line_and_column() {
    for (from, to, place) in [
        (
            "version: 1,",
            "version: 1",
            "d.ron:5:5: got `i`, allowed `,` or `)`",
        ),
        (
            "strict: true)",
            "strict: true",
            "d.ron:3:1: got `(`, allowed a `)`",
        ),
        ("3],", "3", "d.ron:10:5: got `n`, allowed `,` or `]`"),
        ("\"chin\"", "\"chin", "d.ron:"),
        (
            "/* nested",
            "/* nested /*",
            "d.ron:5:26: got `/`, allowed `*/`",
        ),
        (
            "\n)\n",
            "\n",
            "d.ron:3:1: got `(`, allowed a `)` that closes this `(`",
        ),
    ] {
        let found = problems(&GOOD.replacen(from, to, 1));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with(place), "{found:?} is not {place}");
    }
    assert_eq!(
        problems(""),
        ["d.ron:1:1: got the end of the file, allowed a value"]
    );
}

#[test]
fn columns_count_characters_and_not_bytes() {
    let found = problems(
        &GOOD
            .replace("plane: \"subdermal\"", "plane: \"ÄÖ\", strict: \"ß\"")
            .replace(", strict: true", ""),
    );
    assert!(
        found[1].starts_with("d.ron:7:52: field `target.strict`: got \"ß\", allowed true or false"),
        "{found:?}"
    );
}

#[test]
fn every_value_of_a_nested_text_has_a_path() {
    let index = RonIndex::new(
        "(a: [(b: X(1, Y(c: 2))), Some(Z(3))], m: {'k': {1: [4]}}, e: (), u: r#\"]\"#)",
    );
    assert_eq!(index.malformed(), None);
    for path in [
        "a[0].b[0]",
        "a[0].b[1].c",
        "a[1][0]",
        "m.'k'.1[0]",
        "e",
        "u",
    ] {
        assert!(index.get(path).is_some(), "{path} is not in {index:?}");
    }
}

#[test]
fn a_misspelt_name_finds_its_nearest_and_a_foreign_one_none() {
    let regions = ["submalar", "malar", "chin", "jawline"];
    assert_eq!(nearest("submaler", &regions), Some("submalar"));
    assert_eq!(nearest("jawlien", &regions), Some("jawline"));
    assert_eq!(nearest("Chin", &regions), Some("chin"));
    assert_eq!(nearest("decolletage", &regions), None);
}

#[test]
fn built_in_content_is_found_and_a_missing_file_is_named_with_its_place() {
    let content = Content::find().expect("the content of this tree");
    assert!(content.path("assets").is_dir());
    let error = content
        .read("assets/no/such.bin")
        .expect_err("no such file")
        .to_string();
    assert!(
        error.starts_with("missing asset assets/no/such.bin: looked in "),
        "{error}"
    );
    assert!(
        error.contains(&content.root.display().to_string()),
        "{error}"
    );
    let error = Content::at(std::path::Path::new("/nowhere/at/all"))
        .expect_err("no content")
        .to_string();
    assert!(
        error.contains("/nowhere/at/all") && error.contains("FANLINE_HOME"),
        "{error}"
    );
}

#[test]
fn a_folder_lists_its_files_sorted_and_only_those_of_the_kind() {
    let home = tempfile::tempdir().expect("a folder");
    for folder in ["assets", "levels/drills/deeper"] {
        std::fs::create_dir_all(home.path().join(folder)).expect("made");
    }
    for file in ["b.ron", "a.ron", "notes.txt", ".hidden.ron", "deeper/c.ron"] {
        std::fs::write(home.path().join("levels/drills").join(file), "\u{feff}()")
            .expect("written");
    }
    let content = Content::at(home.path()).expect("content");
    assert_eq!(
        content.list("levels/drills", "ron").expect("listed"),
        ["levels/drills/a.ron", "levels/drills/b.ron"]
    );
    assert_eq!(
        content.read_text("levels/drills/a.ron").expect("text"),
        "()",
        "without the byte-order mark"
    );
    assert!(
        content
            .list("levels/none", "ron")
            .expect_err("missing")
            .to_string()
            .starts_with("missing level levels/none")
    );
    std::fs::write(home.path().join("assets/x.ftl"), b"ab\xff").expect("written");
    assert!(
        content
            .read_text("assets/x.ftl")
            .expect_err("not text")
            .to_string()
            .contains("offset 2")
    );
}

proptest! {
    #[test]
    fn random_text_never_panics(text in "\\PC{0,80}") {
        let _ = parse::<RawDrill>("d.ron", &text);
        let _ = RonIndex::new(&text);
    }

    #[test]
    fn random_ron_like_text_never_panics(text in "[()\\[\\]{}:,\"'/*#rbSome a1.\\-\n\\\\ß]{0,60}") {
        let _ = parse::<RawDrill>("d.ron", &text);
    }

    #[test]
    fn a_good_file_with_one_piece_cut_out_never_panics(from in 0..GOOD.len(), length in 1..40_usize, patch in "[()\\[\\]{}:,\"a1]{0,3}") {
        let text = format!("{}{patch}{}", &GOOD[..from], &GOOD[(from + length).min(GOOD.len())..]);
        if let Err(Problems(list)) = read("d.ron", &text, check) {
            prop_assert!(!list.is_empty());
            prop_assert!(list.iter().all(|p| p.line >= 1 && p.column >= 1 && !p.got.is_empty() && !p.allowed.is_empty()));
        }
    }

    #[test]
    fn whatever_ron_accepts_is_indexed_to_its_end(a in any::<i32>(), s in "\\PC{0,20}", list in prop::collection::vec(any::<f64>(), 0..5)) {
        let text = ron::to_string(&(a, s, list)).expect("serializes");
        let index = RonIndex::new(&text);
        prop_assert_eq!(index.malformed(), None, "{}", text);
    }
}
