//! Statements on their way: against a store in this process that does whatever a bad one might, and against Ralph with `FANLINE_LONG=1`.

mod ralph;
mod stub;

use std::collections::BTreeMap;
use std::net::TcpListener;

use fanline::records::outbox::{Answer, Clock, Endpoint, EndpointError, Limits, Lrs, OutboxCounts, Patience, Pushed, pull, push};
use fanline::records::store::Store;
use fanline::records::xapi::Statement;
use serde_json::Value;

use crate::long;
use crate::xapi::generated;
pub(crate) use stub::{PASSWORD, Reply, Stub, taken};

/// A clock that nobody has to wait for.
#[derive(Default)]
pub(crate) struct Quick {
    now: i64,
    waits: Vec<i64>,
}

impl Clock for Quick {
    fn now_ms(&self) -> i64 {
        self.now
    }

    fn wait_ms(&mut self, ms: i64) {
        assert!(ms > 0);
        self.now += ms;
        self.waits.push(ms);
    }
}

fn filled(count: usize) -> (Store, Vec<Statement>) {
    let mut store = Store::in_memory().unwrap();
    let statements = generated(count);
    let queue: Vec<_> = statements.iter().map(|statement| (None, statement.clone())).collect();
    assert_eq!(store.queue(&queue, 0).unwrap(), count);
    assert_eq!(store.queue(&queue, 5).unwrap(), 0, "queued once");
    (store, statements)
}

fn patience() -> Patience {
    Patience { total_ms: 3_600_000, seed: 1 }
}

fn pushed(store: &mut Store, lrs: &mut impl Lrs) -> (Pushed, Quick) {
    let mut clock = Quick::default();
    let pushed = push(store, lrs, &mut clock, patience(), |_| {}).unwrap();
    (pushed, clock)
}

fn counts(queued: u32, sent: u32, aside: u32) -> OutboxCounts {
    OutboxCounts { queued, sent, aside }
}

/// Whether a store holds exactly these statements, as they were written.
fn holds(stub: &Stub, statements: &[Statement]) -> bool {
    let mut wanted: Vec<Value> = statements.iter().map(|one| serde_json::from_str(&one.to_json()).unwrap()).collect();
    wanted.sort_by(|a, b| a["id"].as_str().cmp(&b["id"].as_str()));
    stub.held() == wanted
}

#[test]
fn what_is_queued_arrives_in_batches_and_once() {
    let stub = Stub::new(|request, n| {
        assert_eq!(request.line, "POST /xAPI/statements HTTP/1.1");
        assert_eq!(request.headers["x-experience-api-version"], "1.0.3");
        assert_eq!(request.headers["content-type"], "application/json");
        // "trainer:" and the password, in base 64 by Python.
        assert_eq!(request.headers["authorization"], "Basic dHJhaW5lcjpwNHNzLVfDtnJkOndpdGg6Y29sb25z");
        // More at a time while they are taken.
        assert_eq!(request.statements().len(), [100, 200, 50][n]);
        if n < 2 { taken(request) } else { Reply::Say(204, "", String::new()) }
    });
    let (mut store, statements) = filled(350);
    let (done, clock) = pushed(&mut store, &mut stub.endpoint());
    assert_eq!(done, Pushed { sent: 350, aside: 0, left: 0, requests: 3, stopped: None });
    assert!(clock.waits.is_empty() && holds(&stub, &statements));
    assert_eq!(store.outbox().unwrap(), counts(0, 350, 0));
    assert_eq!(pushed(&mut store, &mut stub.endpoint()).0, Pushed::default());
}

#[test]
fn one_bad_statement_is_found_and_set_aside_with_the_reason() {
    for status in [400, 409] {
        let statements = generated(150);
        let bad: Vec<String> = [17, 120].iter().map(|i: &usize| statements[*i].id.to_string()).collect();
        let guilty = bad.clone();
        let stub = Stub::new(move |request, _| {
            if guilty.iter().any(|id| request.body.contains(id.as_str())) {
                Reply::Say(status, "", "no: \u{1b}[31mred".to_owned())
            } else {
                taken(request)
            }
        });
        let (mut store, statements) = filled(150);
        let (done, _) = pushed(&mut store, &mut stub.endpoint());
        assert_eq!((done.sent, done.aside, done.left, done.stopped), (148, 2, 0, None));
        assert!(done.requests < 40, "{}", done.requests);
        let good: Vec<Statement> = statements.into_iter().filter(|one| !bad.contains(&one.id.to_string())).collect();
        assert!(holds(&stub, &good));
        let aside = store.aside().unwrap();
        assert_eq!(aside.iter().map(|one| one.id.clone()).collect::<Vec<_>>(), bad);
        assert!(aside[0].reason.contains(&status.to_string()) && aside[0].reason.contains("no: \u{fffd}[31mred"), "{}", aside[0].reason);
        assert_eq!(store.retry_aside().unwrap(), 2);
        assert_eq!(store.outbox().unwrap(), counts(2, 148, 0));
    }
}

#[test]
fn a_busy_store_is_waited_for_longer_and_longer() {
    let stub = Stub::new(|request, n| match n {
        0..4 => Reply::Say(503, "", String::new()),
        4 => Reply::Say(429, "Retry-After: 90\r\n", String::new()),
        _ => taken(request),
    });
    let (mut store, statements) = filled(120);
    let (done, clock) = pushed(&mut store, &mut stub.endpoint());
    assert_eq!((done.sent, done.left, done.stopped), (120, 0, None));
    assert!(holds(&stub, &statements));
    assert_eq!(clock.waits.len(), 5);
    assert!(clock.waits[..4].windows(2).all(|pair| pair[0] <= pair[1]) && (250..=500).contains(&clock.waits[0]), "{:?}", clock.waits);
    assert!(clock.waits[4] >= 90_000);
}

#[test]
fn a_store_that_stays_away_leaves_everything_queued() {
    let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut endpoint = Endpoint::new(&format!("http://{gone}/xAPI"), Some(("u", PASSWORD)), Limits::default()).unwrap();
    let (mut store, _) = filled(500);
    let mut clock = Quick::default();
    let done = push(&mut store, &mut endpoint, &mut clock, Patience { total_ms: 20_000, seed: 3 }, |_| {}).unwrap();
    assert_eq!((done.sent, done.aside, done.left), (0, 0, 500));
    assert!(done.stopped.is_some_and(|why| !why.contains(PASSWORD)) && clock.now <= 20_000);
    assert!(done.requests < 12, "one batch is tried, not all: {}", done.requests);
}

#[test]
fn what_arrived_unanswered_is_sent_again_and_is_there_once() {
    for silent in [0, 1] {
        let stub = Stub::new(move |request, n| match (n % 3, silent) {
            (0, 0) => Reply::Drop,
            (0, _) if n == 0 => Reply::Hang(3000),
            _ => taken(request),
        });
        let (mut store, statements) = filled(900);
        let (done, _) = pushed(&mut store, &mut stub.endpoint());
        assert_eq!((done.sent, done.left, done.stopped), (900, 0, None));
        assert!(done.requests > 3 && holds(&stub, &statements));
    }
}

#[test]
fn answers_of_no_store_acknowledge_nothing() {
    let page = || Reply::Say(200, "Content-Type: text/html\r\n", "<html>log in</html>".to_owned());
    let many = || Reply::Say(200, "", "[\"".to_owned() + &"x".repeat(2 << 20));
    let behaviours: [(&str, Box<stub::Behaviour>); 4] = [
        ("a page", Box::new(move |_, _| page())),
        ("too long", Box::new(move |_, _| many())),
        ("endless", Box::new(|_, _| Reply::Endless)),
        ("hang", Box::new(|_, _| Reply::Hang(4000))),
    ];
    for (name, behaviour) in behaviours {
        let stub = Stub::new(behaviour);
        let (mut store, _) = filled(3);
        let done = push(&mut store, &mut stub.endpoint(), &mut Quick::default(), Patience { total_ms: 600, seed: 1 }, |_| {}).unwrap();
        assert_eq!((done.sent, done.left, store.outbox().unwrap()), (0, 3, counts(3, 0, 0)), "{name}");
    }
}

#[test]
fn a_closed_store_is_not_knocked_at_again() {
    for status in [401, 403, 404] {
        let stub = Stub::new(move |_, _| Reply::Say(status, "", String::new()));
        let (mut store, _) = filled(300);
        let (done, clock) = pushed(&mut store, &mut stub.endpoint());
        assert_eq!((done.sent, done.aside, done.left, done.requests), (0, 0, 300, 1));
        assert!(done.stopped.is_some_and(|why| why.contains(&status.to_string())) && clock.waits.is_empty());
    }
}

#[test]
fn the_password_goes_to_no_other_host_and_into_no_file() {
    let other = Stub::new(|request, _| taken(request));
    let elsewhere = other.address.clone();
    let headers: &'static str = Box::leak(format!("Location: {elsewhere}/statements\r\n").into_boxed_str());
    let stub = Stub::new(move |_, _| Reply::Say(307, headers, String::new()));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("fanline.db");
    let mut store = Store::open(&path).unwrap();
    let queue: Vec<_> = generated(3).into_iter().map(|one| (None, one)).collect();
    store.queue(&queue, 0).unwrap();
    let (done, _) = pushed(&mut store, &mut stub.endpoint());
    assert_eq!((done.sent, done.left), (0, 3));
    assert_eq!(other.asked(), 0);
    drop(store);
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        for secret in [PASSWORD.as_bytes(), b"dHJhaW5lcjpw", b"trainer"] {
            assert!(!bytes.windows(secret.len()).any(|part| part == secret));
        }
    }
    assert!(!format!("{:?}", stub.endpoint()).contains(PASSWORD));
    let wrong = Endpoint::new(&format!("http://u:{PASSWORD}@x.example/xAPI"), None, Limits::default()).unwrap_err();
    assert!(matches!(&wrong, EndpointError::Address { .. }) && !wrong.to_string().contains("p4ss"));
    for address in ["", "x", "ftp://x.example", "http://", "file:///etc/passwd", "http://x.example/?a=b"] {
        assert!(Endpoint::new(address, None, Limits::default()).is_err(), "{address}");
    }
    assert!(Endpoint::new("http://lrs.example", Some(("a\r\nX: y", "b")), Limits::default()).is_err());
}

#[test]
fn a_statement_over_which_the_store_fails_stops_no_other() {
    let poison = generated(260)[130].id.to_string();
    let guilty = poison.clone();
    let stub = Stub::new(move |request, _| if request.body.contains(&guilty) { Reply::Say(500, "", String::new()) } else { taken(request) });
    let (mut store, _) = filled(260);
    let mut clock = Quick::default();
    let done = push(&mut store, &mut stub.endpoint(), &mut clock, Patience { total_ms: 120_000, seed: 2 }, |_| {}).unwrap();
    assert_eq!((done.sent, done.aside, done.left), (259, 0, 1), "{done:?}");
    assert!(!stub.held().iter().any(|one| one["id"] == poison.as_str()));
}

/// Dies at some of its requests: before the store has it, or after.
struct Mortal<'a> {
    inner: &'a mut BTreeMap<String, String>,
    requests: usize,
    dies_at: usize,
    after: bool,
}

impl Lrs for Mortal<'_> {
    fn post(&mut self, statements: &str) -> Answer {
        let dies = self.requests == self.dies_at;
        self.requests += 1;
        if dies && !self.after {
            panic!("killed");
        }
        for one in serde_json::from_str::<Vec<Value>>(statements).unwrap() {
            let before = self.inner.insert(one["id"].to_string(), one.to_string());
            assert!(before.is_none_or(|before| before == one.to_string()));
        }
        if dies {
            panic!("killed");
        }
        Answer::Taken
    }
}

#[test]
fn a_push_that_dies_loses_nothing_and_doubles_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("fanline.db");
    let statements = generated(2000);
    let queue: Vec<_> = statements.iter().map(|one| (None, one.clone())).collect();
    Store::open(&path).unwrap().queue(&queue, 0).unwrap();
    let mut there = BTreeMap::new();
    for life in 0..6 {
        let mut lrs = Mortal { inner: &mut there, requests: 0, dies_at: life % 3, after: life % 2 == 0 };
        let mut store = Store::open(&path).unwrap();
        let died = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| push(&mut store, &mut lrs, &mut Quick::default(), patience(), |_| {})));
        assert!(died.is_err());
        let counts = store.outbox().unwrap();
        assert_eq!(counts.queued + counts.sent, 2000);
    }
    let mut last = Mortal { inner: &mut there, requests: 0, dies_at: usize::MAX, after: false };
    let (done, _) = pushed(&mut Store::open(&path).unwrap(), &mut last);
    assert_eq!(done.left, 0);
    assert_eq!(there.len(), 2000);
}

#[test]
fn pages_are_read_to_their_end_and_lead_nowhere_else() {
    let statements = generated(120);
    let texts: Vec<String> = statements.iter().map(Statement::to_json).collect();
    let pages: Vec<String> = texts.chunks(50).map(|page| page.join(",")).collect();
    let served = pages.clone();
    let stub = Stub::new(move |request, _| {
        assert_eq!(request.headers["x-experience-api-version"], "1.0.3");
        let page = if let Some(at) = request.line.find("page=") { request.line[at + 5..].chars().next().unwrap().to_digit(10).unwrap() as usize } else { 0 };
        let more = if page + 1 < served.len() { format!(",\"more\":\"/xAPI/statements?page={}\"", page + 1) } else { String::new() };
        let foreign = if page == 1 { ",{\"id\":\"a foreign one\"}" } else { "" };
        Reply::Say(200, "", format!("{{\"statements\":[{}{foreign}]{more}}}", served[page]))
    });
    let pulled = pull(&stub.endpoint(), None).unwrap();
    assert_eq!((pulled.statements, pulled.unread), (statements, 1));
    for more in ["https://evil.example/x", "//evil.example/x", "http://127.0.0.1:1/x", "ftp:x"] {
        let page = format!("{{\"statements\":[],\"more\":\"{more}\"}}");
        let stub = Stub::new(move |_, _| Reply::Say(200, "", page.clone()));
        assert!(pull(&stub.endpoint(), None).is_err(), "{more}");
    }
    for reply in [|| Reply::Endless, || Reply::Say(200, "", "{}".to_owned()), || Reply::Say(500, "", String::new()), || Reply::Drop] {
        let stub = Stub::new(move |_, _| reply());
        assert!(pull(&stub.endpoint(), None).is_err());
    }
}

#[test]
fn statements_go_with_their_learner() {
    let mut store = Store::in_memory().unwrap();
    let learner = store.add_learner("Ana", false, 0).unwrap();
    let queue: Vec<_> = generated(4).into_iter().enumerate().map(|(i, one)| ((i < 3).then_some(learner.id), one)).collect();
    store.queue(&queue, 0).unwrap();
    store.delete_learner(learner.id).unwrap();
    assert_eq!(store.outbox().unwrap(), counts(1, 0, 0));
}

/// What this side is capable of, from a database on the disk to a store that only keeps: the rest is the store's own speed.
#[test]
fn many_statements_drain() {
    let count = long(2000, 50_000);
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("fanline.db")).unwrap();
    let queue: Vec<_> = generated(count).into_iter().map(|one| (None, one)).collect();
    store.queue(&queue, 0).unwrap();
    let stub = Stub::new(|request, _| taken(request));
    let begun = std::time::Instant::now();
    let (done, _) = pushed(&mut store, &mut stub.endpoint());
    println!("{count} statements drained at {:.0} a second", count as f64 / begun.elapsed().as_secs_f64());
    assert_eq!((done.sent, done.left, stub.held().len()), (count, 0, count));
}
