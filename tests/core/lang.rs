//! The words: found, complete, and safe to share.

use fanline::lang::{Lang, LangError, Value, choose};
use fanline::source::Content;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn english() -> Lang {
    Lang::load(&Content::find().expect("content"), "en").expect("English")
}

fn of(text: &str) -> Lang {
    Lang::from_texts("en", [("x.ftl".to_owned(), text.to_owned())]).expect("good messages")
}

#[test]
fn lang_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&english());
}

#[test]
fn a_message_takes_its_values_and_plural() {
    let lang = of(
        "n = { $n ->\n    [one] { $n } pass\n   *[other] { $n } passes\n }\nd = { $name }: { $mm } mm\n",
    );
    assert_eq!(lang.text("n", &[("n", Value::count(1))]), "1 pass");
    assert_eq!(lang.text("n", &[("n", Value::count(3))]), "3 passes");
    assert_eq!(
        lang.text(
            "d",
            &[("name", "Chin".into()), ("mm", Value::number(1.096, 2))]
        ),
        "Chin: 1.10 mm"
    );
    assert_eq!(
        lang.text(
            "d",
            &[("name", "x".into()), ("mm", Value::number(-0.001, 1))]
        ),
        "x: 0.0 mm"
    );
    assert_eq!(
        lang.text(
            "d",
            &[("name", "x".into()), ("mm", Value::number(f64::NAN, 1))]
        ),
        "x: – mm"
    );
    assert_eq!(
        lang.text("n", &[("n", Value::number(f64::INFINITY, 0))]),
        "– passes"
    );
}

#[test]
fn a_missing_message_shows_its_id() {
    assert_eq!(english().text("no-such-message", &[]), "⟨no-such-message⟩");
}

#[test]
fn mistakes_in_message_files_are_all_named_with_their_lines() {
    let texts = [("a.ftl", "x = 1\ny = { $\n"), ("b.ftl", "x = 2\n\nz = }\n")];
    let texts = texts.map(|(file, text)| (file.to_owned(), text.to_owned()));
    let Err(LangError::Messages(list)) = Lang::from_texts("en", texts) else {
        panic!("must fail")
    };
    assert!(
        list.iter()
            .any(|m| m.starts_with("a.ftl:2:") || m.starts_with("a.ftl:3:")),
        "{list:?}"
    );
    assert!(list.iter().any(|m| m.starts_with("b.ftl:3:")), "{list:?}");
    assert!(
        list.iter()
            .any(|m| m == "b.ftl: message `x` is given twice"),
        "{list:?}"
    );
    assert!(matches!(
        Lang::from_texts("e n", []),
        Err(LangError::Code(_))
    ));
}

/// Every id that stands in a call for words is a message of the English files.
#[test]
fn every_message_that_the_sources_ask_for_exists() {
    let lang = english();
    let mut files = Vec::new();
    rust_files(
        &crate::source_tree().join("src"),
        &mut files,
    );
    let (mut asked, mut missing) = (0, BTreeSet::new());
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a source file");
        let calls = ["lang.text(", "Phrase::new("]
            .into_iter()
            .flat_map(|call| text.match_indices(call));
        for (i, call) in calls {
            let rest = text[i + call.len()..].trim_start();
            let Some(id) = rest
                .strip_prefix('"')
                .and_then(|rest| rest.split('"').next())
            else {
                continue;
            };
            asked += 1;
            if !lang.has(id) {
                missing.insert(format!("{}: {id}", file.display()));
            }
        }
    }
    assert!(
        asked > 5,
        "only {asked} messages were found in the sources: the scan is broken"
    );
    assert!(missing.is_empty(), "missing messages: {missing:#?}");
}

#[test]
fn every_listed_message_can_be_shown() {
    let lang = english();
    let mut count = 0;
    for id in lang.ids() {
        count += 1;
        assert!(!lang.text(id, &[]).starts_with('⟨'), "{id}");
    }
    assert!(count > 30);
}

/// A language that writes a comma and lacks messages, with English behind it.
fn comma() -> Lang {
    let texts = [("x.ftl".to_owned(), "number-decimal-sign = ,\nd = { $mm } milímetros\nhazard-a = Arteria facial\nhazard-s = SMAS\n".to_owned())];
    let own = Lang::from_texts("es", texts).expect("good messages");
    own.with_behind(Arc::new(of("d = { $mm } mm\nonly = { $mm } here\nat = { $mm } from { $what }\n")))
}

#[test]
fn what_a_language_lacks_is_said_in_english() {
    let lang = comma();
    let mm = || [("mm", Value::number(1.25, 2))];
    assert_eq!(lang.text("d", &mm()), "1,25 milímetros");
    assert_eq!(lang.text("only", &mm()), "1.25 here");
    assert!(lang.has("only") && !lang.has("none"));
    assert_eq!(lang.text("none", &[]), "⟨none⟩");
}

#[test]
fn numbers_take_the_languages_decimal_sign() {
    let (lang, english) = (comma(), of("d = { $mm } mm\n"));
    assert_eq!((lang.number(0.5, 1), english.number(0.5, 1)), ("0,5".into(), "0.5".into()));
    assert_eq!((lang.number(-0.001, 1), lang.number(f64::NAN, 1)), ("0,0".into(), "–".into()));
    assert_eq!((lang.decimal("2.67"), english.decimal("2.67")), ("2,67".into(), "2.67".into()));
}

#[test]
fn a_name_stands_within_a_sentence_in_the_language_of_the_sentence() {
    let lang = of("at = near { $what }\nhazard-a = Facial artery\nhazard-s = SMAS\n");
    let at = |id: &str| lang.text("at", &[("what", Value::name("hazard", id))]);
    assert_eq!(at("a"), "near facial artery");
    assert_eq!(at("s"), "near SMAS");
    assert_eq!(at("some_vein"), "near some vein");
}

#[test]
fn a_file_is_said_in_the_words_of_the_language_or_its_own() {
    let lang = of("drill-a-title = Abanico\nin = { $drill }!\n");
    assert_eq!(lang.file_words("drill", "a", "title", "Fan"), "Abanico");
    assert_eq!(lang.file_words("drill", "a", "brief", "Lay a fan."), "Lay a fan.");
    assert_eq!(lang.text("in", &[("drill", Value::written("drill", "a", "title", "Fan"))]), "Abanico!");
    assert_eq!(lang.text("in", &[("drill", Value::written("drill", "b", "title", "Fan"))]), "Fan!");
}

#[test]
fn a_wish_is_met_by_the_nearest_language() {
    let installed = ["en", "es", "pt-BR"].map(String::from);
    for (wish, got) in [("es", "es"), ("es_MX.UTF-8", "es"), ("pt_BR", "pt-BR"), ("pt", "pt-BR"), ("C", "en"), ("", "en"), ("de_DE@euro", "en"), ("ES_es", "es")] {
        assert_eq!(choose(&installed, wish), got, "{wish}");
    }
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}
