//! The real thing: Ralph, started by `scripts/lrs`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use fanline::records::outbox::{Clock, Endpoint, Limits, pull, push};
use fanline::records::store::Store;
use fanline::records::xapi::Statement;

use super::{filled, patience};

struct Ralph {
    folder: PathBuf,
    port: u16,
}

impl Ralph {
    fn script(&self, what: &[&str]) -> std::process::Output {
        let script = crate::source_tree().join("scripts/lrs");
        Command::new(script).arg(what[0]).arg(&self.folder).args(&what[1..]).env("LRS_PORT", self.port.to_string()).output().unwrap()
    }

    fn up(&self) {
        let output = self.script(&["start"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    fn kill(&self) {
        assert!(self.script(&["kill"]).status.success());
    }

    fn endpoint(&self) -> Endpoint {
        Endpoint::new(&format!("http://127.0.0.1:{}/xAPI", self.port), Some(("trainer", "pw")), Limits::default()).unwrap()
    }

    /// Everything that is there, sorted by id; Ralph pages by 100.
    fn held(&self) -> Vec<Statement> {
        let mut all: Vec<Statement> = pull(&self.endpoint(), None).unwrap().statements.iter().map(Statement::as_sent).collect();
        all.sort_by(|a, b| a.id.cmp(&b.id));
        all
    }
}

impl Drop for Ralph {
    fn drop(&mut self) {
        let _ = self.script(&["kill"]);
    }
}

struct Real;

impl Clock for Real {
    fn now_ms(&self) -> i64 {
        std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_millis() as i64
    }

    fn wait_ms(&mut self, ms: i64) {
        std::thread::sleep(Duration::from_millis(ms as u64));
    }
}

fn start(name: &str, port: u16) -> Option<Ralph> {
    if std::env::var_os("FANLINE_LONG").is_none() {
        return None;
    }
    let folder = std::env::temp_dir().join("fanline-lrs").join(name);
    let _ = std::fs::remove_dir_all(folder.join("data"));
    let ralph = Ralph { folder, port };
    ralph.kill();
    ralph.up();
    Some(ralph)
}

fn sorted(mut statements: Vec<Statement>) -> Vec<Statement> {
    statements.sort_by(|a, b| a.id.cmp(&b.id));
    statements
}

fn strict(folder: &Path, statements: &[Statement], ralph: &Ralph) {
    let file = folder.join("statements.jsonl");
    std::fs::write(&file, statements.iter().map(|one| one.to_json() + "\n").collect::<String>()).unwrap();
    let output = ralph.script(&["check", &file.to_string_lossy()]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains(&format!("{0} of {0}", statements.len())), "{said}");
}

#[test]
fn a_thousand_statements_are_strictly_valid_and_come_back_identical() {
    let Some(ralph) = start("thousand", 8181) else { return };
    let (mut store, statements) = filled(1000);
    strict(&ralph.folder, &statements, &ralph);
    let done = push(&mut store, &mut ralph.endpoint(), &mut Real, patience(), |_| {}).unwrap();
    assert_eq!((done.sent, done.aside, done.left), (1000, 0, 0), "{done:?}");
    assert_eq!(ralph.held(), sorted(statements.clone()));
    // Sent once more, as after a lost acknowledgement: it is all there already.
    let (mut again, _) = filled(1000);
    let done = push(&mut again, &mut ralph.endpoint(), &mut Real, patience(), |_| {}).unwrap();
    assert_eq!((done.sent, done.aside), (1000, 0), "{done:?}");
    assert_eq!(ralph.held().len(), 1000);
    // The same id with another body is refused and set aside.
    let mut other = statements[3].clone();
    other.timestamp = fanline::records::xapi::Timestamp::of_unix_ms(0);
    let mut store = Store::in_memory().unwrap();
    store.queue(&[(None, other)], 0).unwrap();
    let done = push(&mut store, &mut ralph.endpoint(), &mut Real, patience(), |_| {}).unwrap();
    assert_eq!((done.sent, done.aside), (0, 1), "{done:?}");
    assert!(store.aside().unwrap()[0].reason.contains("409"));
}

#[test]
fn a_store_killed_while_it_is_sent_to_has_everything_once_in_the_end() {
    let Some(ralph) = start("killed", 8182) else { return };
    let (mut store, statements) = filled(6000);
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for life in 0..3 {
                std::thread::sleep(Duration::from_millis(700 + 400 * life));
                if over.load(Ordering::SeqCst) {
                    break;
                }
                ralph.kill();
                ralph.up();
            }
        });
        let done = push(&mut store, &mut ralph.endpoint(), &mut Real, patience(), |_| {}).unwrap();
        over.store(true, Ordering::SeqCst);
        println!("killed: {done:?}");
        assert_eq!((done.sent, done.aside, done.left), (6000, 0, 0), "{done:?}");
    });
    assert_eq!(ralph.held(), sorted(statements));
}

#[test]
fn fifty_thousand_statements_drain() {
    let Some(ralph) = start("many", 8183) else { return };
    let (mut store, _) = filled(50_000);
    // Its file backend reads all that it holds for every request: the last ones take it long.
    let limits = Limits { exchange_ms: 600_000, ..Limits::default() };
    let mut endpoint = Endpoint::new(&format!("http://127.0.0.1:{}/xAPI", ralph.port), Some(("trainer", "pw")), limits).unwrap();
    let begun = Instant::now();
    let rate = |sent: usize| sent as f64 / begun.elapsed().as_secs_f64();
    let done = push(&mut store, &mut endpoint, &mut Real, patience(), |so_far| {
        println!("Ralph: {} sent, {:.0} a second so far", so_far.sent, rate(so_far.sent));
    });
    let done = done.unwrap();
    assert_eq!((done.sent, done.aside, done.left), (50_000, 0, 0), "{done:?}");
    println!("Ralph: 50,000 in {:.0} s, {:.0} a second", begun.elapsed().as_secs_f64(), rate(50_000));
}
