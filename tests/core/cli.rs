//! The command line, as scripts see it: keys, exit codes, messages. Everything runs from a foreign folder.

use std::fs;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

fn fanline(at: &TempDir) -> Command {
    let mut command = Command::from_std(std::process::Command::new(env!("CARGO_BIN_EXE_fanline")));
    command.current_dir(at.path()).env("FANLINE_HOME", crate::source_tree()).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    command
}

/// Output (stdout, stderr) of a command that must end with `code`.
fn run(at: &TempDir, code: i32, arguments: &[&str]) -> (String, String) {
    let output = fanline(at).args(arguments).output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    let (out, err) = (text(output.stdout), text(output.stderr));
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{out}\n{err}");
    (out, err)
}

fn json(at: &TempDir, code: i32, arguments: &[&str]) -> Vec<Value> {
    let (out, err) = run(at, code, arguments);
    let lines = out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}\n{err}")));
    lines.collect()
}

fn temporary() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn home(below: &str) -> String {
    crate::source_tree().join(below).to_string_lossy().into_owned()
}

#[test]
fn lists_have_their_keys() {
    let at = temporary();
    for (what, keys) in [
        ("drills", &["id", "title", "site"][..]),
        ("patients", &["id", "title", "sex", "age_years", "bmi"]),
        ("quizzes", &["id", "title", "items"]),
    ] {
        let [Value::Array(rows)] = &json(&at, 0, &[what, "--json"])[..] else { panic!("{what}: one list is wanted") };
        assert!(!rows.is_empty());
        for row in rows {
            assert!(keys.iter().all(|key| !row[key].is_null()), "{what}: {row}");
        }
        if what == "quizzes" {
            assert!(rows.iter().any(|row| row["items"].as_u64() >= Some(24)), "{rows:?}");
        }
        assert!(!run(&at, 0, &[what]).0.is_empty());
    }
}

#[test]
fn probes_give_their_numbers() {
    let at = temporary();
    let rod = &json(&at, 0, &["probe", "rod", "--gauge", "25G", "--length", "50", "--load", "0.1", "--json"])[0];
    let (ei, deflection) = (rod["ei_n_mm2"].as_f64().expect("EI"), rod["deflection_mm"].as_f64().expect("a deflection"));
    let beam = 0.1 * 50f64 * 50.0 * 50.0 / (3.0 * ei);
    assert!((600.0..640.0).contains(&ei), "{ei}");
    assert!(deflection < beam && deflection > 0.98 * beam, "{deflection} against Euler–Bernoulli's {beam}");
    let delta = json(&at, 0, &["probe", "elastica", "--alpha", "1", "--json"])[0]["delta"].as_f64().expect("δ/L");
    assert!((delta - 0.301_721).abs() < 1e-3 * 0.3, "{delta}");
    let pressed = |axial: &str, foundation: &str| {
        let rod = ["probe", "rod", "--gauge", "25G", "--length", "50", "--load", "0.1", "--axial", axial, "--foundation", foundation, "--json"];
        json(&at, 0, &rod)[0].clone()
    };
    let number = |object: &Value, key: &str| object[key].as_f64().expect("a number");
    assert!(number(&pressed("0.3", "0"), "deflection_mm") > 1.5 * deflection, "an axial load magnifies");
    assert!(number(&pressed("0", "0.02"), "deflection_mm") < 0.9 * deflection, "a foundation holds");
    assert!((number(&pressed("0", "0"), "buckling_pinned_n") / (20.19 * ei / 2500.0) - 1.0).abs() < 0.01);
    run(&at, 1, &["probe", "rod", "--gauge", "25G", "--length", "-5", "--load", "0.1"]);
    let (_, said) = run(&at, 1, &["probe", "rod", "--gauge", "24G", "--length", "50", "--load", "0.1"]);
    assert!(said.contains("24G") && said.contains("25G"), "{said}");
    let patient = &json(&at, 0, &["probe", "patient", "--json"])[0];
    assert!(patient["measures"]["face_height_mm"].as_f64().is_some_and(|mm| (90.0..150.0).contains(&mm)), "{patient}");
}

#[test]
fn the_mesh_and_depths_under_it_agree() {
    let at = temporary();
    run(&at, 0, &["probe", "mesh", "--out", "head.obj"]);
    let text = fs::read_to_string(at.path().join("head.obj")).expect("the mesh");
    let vertices: Vec<Vec<f64>> = text
        .lines()
        .filter_map(|line| line.strip_prefix("v "))
        .map(|line| line.split(' ').map(|x| x.parse().expect("a number")).collect())
        .collect();
    assert!(vertices.len() > 10_000 && text.lines().any(|line| line.starts_with("f ")));
    // Vertices lie on the skin; a point 3 mm towards the middle of the head, on a cheek that faces it, lies in the tissue.
    let points: String = vertices.iter().step_by(997).map(|v| format!("{},{},{}\n", v[0], v[1], v[2])).collect();
    fs::write(at.path().join("p.csv"), format!("x,y,z\n{points}")).expect("a file");
    let rows = json(&at, 0, &["probe", "depth", "--points", "p.csv", "--json"]);
    assert_eq!(rows.len(), points.lines().count());
    for row in &rows {
        assert!(row["depth_mm"].as_f64().is_some_and(|mm| mm.abs() < 1e-4), "{row}");
        assert!(row["layer"].is_string() && row["region"].is_string(), "{row}");
    }
    fs::write(at.path().join("bad.csv"), "1,2,3\n1,two,3\n").expect("a file");
    let (_, said) = run(&at, 1, &["probe", "depth", "--points", "bad.csv"]);
    assert!(said.contains("bad.csv:2"), "{said}");
}

#[test]
fn threads_are_assessed_without_a_session() {
    let at = temporary();
    let zone = "Flat([(0, 0), (40, 0), (40, 30), (0, 30)])";
    let thread = |y: f64, depth: f64| format!("(product: \"radiesse 1:1\", volume_ul: 100, points: [(3, {y}, {depth}), (37, {y}, {depth})])");
    let write = |name: &str, depth: f64| {
        let threads: Vec<String> = [3.0, 9.0, 15.0, 21.0, 27.0].map(|y| thread(y, depth)).into();
        let text = format!("(zone: {zone}, target_mg_cm2: 10, threads: [{}])", threads.join(", "));
        fs::write(at.path().join(name), text).expect("a file");
        json(&at, 0, &["probe", "assess", name, "--json"]).remove(0)
    };
    let (right, shallow) = (write("right.ron", 1.8), write("shallow.ron", 0.7));
    let number = |value: &Value, key: &str| value[key].as_f64().unwrap_or_else(|| panic!("{key}: {value}"));
    assert!(number(&right, "depth") > number(&shallow, "depth") + 30.0, "{right} {shallow}");
    assert!(number(&right, "nodule_probability") < number(&shallow, "nodule_probability"));
    fs::write(at.path().join("bad.ron"), format!("(zone: {zone}, target_mg_cm2: -1, threads: [{}])", thread(900.0, 1.0))).expect("a file");
    let (_, said) = run(&at, 1, &["probe", "assess", "bad.ron"]);
    assert!(said.contains("bad.ron:1:") && said.contains("target_mg_cm2") && said.contains("points"), "{said}");
}

/// Right and wrong of the installed drill: two values, a name, two references.
const MISTAKES: [(&str, &str); 5] = [
    ("\"anna\"", "\"nobody\""),
    ("\"tragus_left\"", "\"tragus_lfet\""),
    ("drawn_ml: 1.25", "drawn_ml: 99.5"),
    ("\"22G\"", "\"24G\""),
    ("limit_s: 600", "limit_s: 5"),
];

#[test]
fn validate_lists_every_problem_with_its_place() {
    let at = temporary();
    run(&at, 0, &["validate", &home("levels"), &home("assets/products")]);
    let good = fs::read_to_string(home("levels/drills/harmonyca-cheek.ron")).expect("a drill");
    let mut bad = good;
    for (right, wrong) in MISTAKES {
        assert!(bad.contains(right), "{right}");
        bad = bad.replacen(right, wrong, 1);
    }
    fs::write(at.path().join("bad.ron"), bad).expect("a file");
    let (_, said) = run(&at, 1, &["validate", "bad.ron"]);
    let lines: Vec<&str> = said.lines().filter(|line| line.starts_with("bad.ron:")).collect();
    assert_eq!(lines.len(), 5, "{said}");
    assert!(lines.iter().all(|line| line.split(':').skip(1).take(2).all(|part| part.parse::<u32>().is_ok())), "{said}");
    let row = &json(&at, 1, &["validate", "bad.ron", "--json"])[0];
    assert_eq!(row["ok"], false);
    assert_eq!(row["problems"].as_array().map(Vec::len), Some(5));
    run(&at, 1, &["validate", "no-such.ron"]);
}

#[test]
fn usage_errors_end_2_and_unknown_names_end_1() {
    let at = temporary();
    for arguments in [&["no-such-command"][..], &["validate"], &["simulate", "--drill", "x"], &["probe", "rod"], &["drills", "--no-such"]] {
        let (_, said) = run(&at, 2, arguments);
        assert!(!said.is_empty());
    }
    let (_, said) = run(&at, 1, &["simulate", "--drill", "no-such", "--operator", "expert"]);
    assert!(said.contains("no-such") && said.contains("harmonyca-cheek"), "{said}");
    let (_, said) = run(&at, 1, &["simulate", "--drill", "harmonyca-cheek", "--skill", "1.5"]);
    assert!(said.contains("--skill") && said.contains("1.5"), "{said}");
    run(&at, 1, &["quiz", "--bank", "no-such"]);
    assert!(run(&at, 0, &["--help"]).0.contains("not a medical device"));
}

#[test]
fn a_quiz_is_played_to_its_result_through_stdin() {
    let at = temporary();
    let answers = "a\n1\nb\nc\n2.5\n".repeat(200);
    let output = fanline(&at).args(["quiz", "--json", "--seed", "3"]).write_stdin(answers).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(0));
    let result: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(result["asked"], result["items"], "{result}");
    assert!(result["items"].as_u64() >= Some(24));
    let asked: u64 = result["topics"].as_array().expect("topics").iter().filter_map(|topic| topic["asked"].as_u64()).sum();
    assert_eq!(Some(asked), result["asked"].as_u64(), "the topics add up");
}

#[test]
fn simulate_score_verify_and_report_belong_together() {
    let at = temporary();
    let simulate = ["simulate", "--drill", "radiesse-jawline", "--operator", "expert", "--seed", "4", "--count", "2", "--out", "rec", "--json"];
    let rows = json(&at, 0, &simulate);
    assert_eq!(rows.len(), 2);
    for (row, seed) in rows.iter().zip(4u64..) {
        assert_eq!((&row["drill"], &row["operator"], row["seed"].as_u64()), (&"radiesse-jawline".into(), &"expert".into(), Some(seed)));
        for key in ["total", "passed", "critical", "nodule_probability", "recording"] {
            assert!(!row[key].is_null(), "{key}: {row}");
        }
        for score in ["depth", "evenness", "nodule", "safety", "technique", "procedure"] {
            assert!(row["scores"][score].as_f64().is_some_and(|points| (0.0..=100.0).contains(&points)), "{score}: {row}");
        }
    }
    let files: Vec<&str> = rows.iter().map(|row| row["recording"].as_str().expect("a path")).collect();
    let scored = json(&at, 0, &["score", files[0], files[1], "--json"]);
    assert_eq!(scored, rows, "scoring a recording gives what the simulation gave");
    for verdict in json(&at, 0, &["verify", files[0], files[1], "--json"]) {
        assert_eq!(verdict["ok"], true, "{verdict}");
        assert!(verdict["first_differing_tick"].is_null() && verdict["reason"].is_null());
    }
    let mut bytes = fs::read(at.path().join(files[1])).expect("the recording");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 4;
    fs::write(at.path().join("torn.fanline"), bytes).expect("a file");
    let verdict = &json(&at, 1, &["verify", "torn.fanline", "--json"])[0];
    assert!(verdict["ok"] == false && verdict["reason"].is_string(), "{verdict}");
    run(&at, 1, &["score", "torn.fanline"]);
    run(&at, 1, &["report", "torn.fanline"]);

    run(&at, 0, &["report", files[0], "--out", "one.html"]);
    run(&at, 0, &["report", files[0], "--out", "two.html"]);
    let page = fs::read_to_string(at.path().join("one.html")).expect("the report");
    assert_eq!(page, fs::read_to_string(at.path().join("two.html")).expect("the report"), "a report is the same each time");
    assert!(page.starts_with("<!doctype html>") && page.ends_with("</html>"));
    for wanted in ["Nodule risk", "mg/cm²", "not a medical device", env!("CARGO_PKG_VERSION"), "radiesse-jawline", "25G"] {
        assert!(page.contains(wanted), "{wanted} is missing");
    }
    for unwanted in ["⟨", "NaN", ">inf", " inf ", "http://", "https://", "<script", "{{"] {
        let page = page.replace("http://www.w3.org/2000/svg", "");
        assert!(!page.contains(unwanted), "{unwanted} stands in the report");
    }
}

#[test]
fn without_a_display_play_says_so_and_offers_the_demo() {
    let at = temporary();
    for arguments in [&["play"][..], &[]] {
        let (_, said) = run(&at, 1, arguments);
        assert!(said.contains("demo"), "{said}");
    }
}

#[test]
#[cfg(not(feature = "game"))]
fn a_demo_without_the_game_leaves_the_pictures_out_and_says_so() {
    let at = temporary();
    let (out, said) = run(&at, 0, &["demo", "--out", "shown", "--json"]);
    assert!(said.contains("pictures are left out"), "{said}");
    let shown: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(shown["attempts"].as_array().map(Vec::len), Some(2));
    for file in ["expert.fanline", "novice.fanline", "expert.json", "novice.json", "report.html"] {
        assert!(at.path().join("shown").join(file).metadata().is_ok_and(|file| file.len() > 1000), "{file}");
    }
    for attempt in shown["attempts"].as_array().expect("attempts") {
        let file = attempt["files"][0].as_str().expect("a recording");
        run(&at, 0, &["verify", file]);
    }
}

#[test]
fn a_reader_that_goes_away_ends_the_program_quietly() {
    let at = temporary();
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_fanline"))
        .args(["quizzes", "--json"])
        .env("FANLINE_HOME", crate::source_tree())
        .current_dir(at.path())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(program.stdout.take());
    let output = program.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_response_is_given_for_an_even_dose_a_map_and_a_recording() {
    let at = temporary();
    let days = ["--days", "0,56,365", "--json"];
    let ask = |more: &[&str]| json(&at, 0, &[&["probe", "response"][..], more, &days[..]].concat()).remove(0);
    let one = ask(&["--product", "radiesse 1:1", "--uniform", "10"]);
    assert_eq!((&one["illustrative"], one["dose_unit"].as_str()), (&Value::Bool(true), Some("mg CaHA/cm²")));
    let gain = |of: &Value, day: usize| of["days"][day]["dermal_gain"]["mean"].as_f64().expect("a gain");
    assert!(gain(&one, 0) == 0.0 && gain(&one, 1) > 0.02 && one["days"][0]["nodules"].is_null(), "{one}");
    let twice = ask(&["--product", "radiesse 1:1", "--uniform", "10", "--sessions", "0,120"]);
    assert!(gain(&twice, 1) == gain(&one, 1) && gain(&twice, 2) > gain(&one, 2));
    assert_eq!(ask(&["--product", "plla", "--uniform", "1"])["dose_unit"], "mg PLLA/cm²");

    let map = at.path().join("map.csv");
    fs::write(&map, "x_mm,y_mm,mg_cm2,below_dermis_mm\n0,0,10\n1,0,10,0.5\n2,0,0,1\n3,0,20,6\n").expect("a map");
    let map = map.to_string_lossy().into_owned();
    let mapped = ask(&["--product", "radiesse 1:1", "--dose-map", &map, "--cells"]);
    let cells = mapped["days"][1]["cells"].as_array().expect("cells");
    let mm = |k: usize| cells[k]["dermal_mm"]["mean"].as_f64().expect("a thickness");
    assert!(mm(0) == mm(1) && mm(2) == 0.0 && mm(3) < mm(0), "{cells:?}");

    let (said, _) = run(&at, 0, &["probe", "response", "--product", "harmonyca", "--uniform", "20"]);
    assert!(said.contains("Illustrative"), "{said}");
    for (wrong, told) in [
        (&["--product", "radiesse", "--uniform", "-1"][..], "0..=500"),
        (&["--product", "radiesse", "--uniform", "1", "--days", "9999"], "1095"),
        (&["--product", "sand", "--uniform", "1"], "radiesse"),
        (&["--uniform", "1"], "plla"),
    ] {
        let (_, error) = run(&at, 1, &[&["probe", "response"][..], wrong].concat());
        assert!(error.contains(told), "{wrong:?}: {error}");
    }
    fs::write(&map, "0,0,10\n1,one,10\n").expect("a map");
    assert!(run(&at, 1, &["probe", "response", "--product", "radiesse", "--dose-map", &map]).1.contains("line 2"));

    let out = at.path().join("kept").to_string_lossy().into_owned();
    let simulate = ["simulate", "--drill", "radiesse-jawline", "--operator", "expert", "--out", &out, "--json"];
    let file = json(&at, 0, &simulate)[0]["recording"].as_str().expect("a recording").to_owned();
    let file = at.path().join(file).to_string_lossy().into_owned();
    let laid = ask(&["--dose-map", &file]);
    assert!(laid["product"] == "radiesse 1:1" && laid["dose_mg_cm2"].as_f64().is_some_and(|mg| mg > 1.0), "{laid}");
    assert!(laid["days"][1]["nodules"]["probability"]["mean"].as_f64().is_some_and(|p| p > 0.0), "{laid}");
    run(&at, 1, &["probe", "response", "--dose-map", &file, "--product", "radiesse"]);
}

#[test]
fn a_tracked_trial_gives_its_metrics_and_its_mistakes() {
    let at = temporary();
    let tissue = "solid t\n".to_owned()
        + &[[[0, 0, 0], [0, 90, 0], [90, 0, 0]], [[0, 0, 0], [90, 0, 0], [0, 0, 90]], [[0, 0, 0], [0, 0, 90], [0, 90, 0]], [[90, 0, 0], [0, 90, 0], [0, 0, 90]]]
            .map(|t| format!("facet\nouter loop\n{}endloop\nendfacet\n", t.map(|[x, y, z]| format!("vertex {x} {y} {z}\n")).concat()))
            .concat()
        + "endsolid\n";
    fs::write(at.path().join("t.stl"), tissue).expect("a file");
    // Upright, 5 mm above the base of a tetrahedron whose base is its skin, from (10, 10) to (20, 10): 5 × 10 mm².
    let frame = |time: f64, x: f64| format!("{time},1,0,0,{x},0,1,0,10,0,0,1,5,0,0,0,1\n");
    fs::write(at.path().join("f.csv"), format!("t,m00\n{}{}", frame(0.0, 10.0), frame(0.5, 20.0))).expect("a file");
    let trial = &json(&at, 0, &["motion", "f.csv", "--tissue", "t.stl", "--axis", "-z", "--length", "40", "--json"])[0];
    for (key, wanted) in [("elapsed_s", 0.5), ("path_mm", 10.0), ("path_in_tissue_mm", 10.0), ("time_in_tissue_s", 0.5), ("damage_mm2", 50.0)] {
        assert!(trial[key].as_f64().is_some_and(|got| (got - wanted).abs() < 1e-9), "{key}: {trial}");
    }
    assert!(run(&at, 0, &["motion", "f.csv", "--tissue", "t.stl", "--axis=+z"]).0.contains("tissue damage"));
    fs::write(at.path().join("bad.csv"), frame(1.0, 0.0) + &frame(0.0, f64::NAN)).expect("a file");
    fs::write(at.path().join("bad.stl"), "solid\nvertex\n").expect("a file");
    let (_, said) = run(&at, 1, &["motion", "bad.csv", "--tissue", "bad.stl"]);
    assert!(said.contains("bad.csv:2") && said.contains("bad.stl:2"), "{said}");
    assert!(run(&at, 1, &["motion", "f.csv", "--tissue", "t.stl", "--axis", "w"]).1.contains("+x, -x"));
    run(&at, 1, &["motion", "f.csv", "--tissue", "t.stl", "--length", "-1"]);
    run(&at, 2, &["motion", "f.csv"]);
}

#[test]
fn validity_says_the_same_with_one_thread_and_two() {
    let at = temporary();
    let asked = |jobs| fanline(&at).args(["validity", "--drill", "radiesse-jawline", "--seeds", "10", "--json", "--jobs", jobs]).output().expect("it runs");
    let (one, two) = (asked("1"), asked("2"));
    assert_eq!((&one.stdout, one.status.code()), (&two.stdout, two.status.code()));
    let rows: Vec<Value> = String::from_utf8(one.stdout).expect("UTF-8").lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let total = &rows[0];
    assert_eq!((total["name"].as_str(), total["kind"].as_str(), total["persons"].as_u64(), total["attempts"].as_u64()), (Some("total"), Some("total"), Some(2), Some(10)));
    assert_eq!(total["ok"].as_bool().map(|ok| i32::from(!ok)), one.status.code(), "the exit code is the total's: {total}");
    for key in ["auc", "cohen_d", "spearman", "icc_1", "icc_3", "icc_5", "middle", "ceiling", "floor", "discriminates", "better", "weight"] {
        assert!(rows.iter().all(|row| row.get(key).is_some()), "{key}");
    }
    assert!(rows.iter().filter(|row| row["kind"] == "score").count() == 6 && rows.iter().filter(|row| row["kind"] == "metric").count() > 30);
    for few in ["0", "9"] {
        assert!(run(&at, 1, &["validity", "--seeds", few]).1.contains("10..="));
    }
    run(&at, 1, &["validity", "--drill", "none-such", "--seeds", "10"]);
}

#[test]
fn a_list_of_totals_has_a_learning_curve() {
    let at = temporary();
    // Nine passes show it; then two failures, one of them for a critical error, reach the CUSUM's boundary.
    let totals = "80,80,80,80,80,80,80,80,80,95!,40";
    let lines = json(&at, 0, &["probe", "learning", "--totals", totals, "--within", "9", "--json"]);
    assert_eq!(lines.len(), 12);
    assert!(lines[8]["shown"] == true && lines[8]["standing"] == "proficient" && lines[9]["passed"] == false);
    assert!(lines[10]["relapse"] == true && lines[10]["standing"] == "relapsed");
    assert!(lines[11]["proficient_at_p1"].as_f64().is_some_and(|chance| (chance - 0.7f64.powi(9)).abs() < 1e-12), "{}", lines[11]);
    assert!(run(&at, 0, &["probe", "learning", "--totals", totals]).0.contains("relapsed *"));
    assert!(run(&at, 1, &["probe", "learning", "--totals", "80,x"]).1.contains("0..=100"));
    run(&at, 1, &["probe", "learning", "--totals", "80,101"]);
    run(&at, 1, &["probe", "learning", "--totals", "80", "--within", "0"]);
    run(&at, 1, &["probe", "learning", "--totals", "80", "--rubric", "none-such"]);
}
