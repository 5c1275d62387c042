//! A store in this process that does whatever a bad one might.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use fanline::records::outbox::{Endpoint, Limits};
use serde_json::Value;

pub(crate) const PASSWORD: &str = "p4ss-Wörd:with:colons";

pub(crate) struct Request {
    pub(crate) line: String,
    pub(super) headers: BTreeMap<String, String>,
    pub(super) body: String,
}

impl Request {
    pub(crate) fn statements(&self) -> Vec<Value> {
        serde_json::from_str(&self.body).unwrap()
    }
}

pub(crate) enum Reply {
    /// Status, headers, body.
    Say(u16, &'static str, String),
    /// Takes the request and closes without a word.
    Drop,
    /// Takes it and says nothing for so long.
    Hang(u64),
    /// 200 and a body without end.
    Endless,
}

pub(super) type Behaviour = dyn Fn(&Request, usize) -> Reply + Send + Sync;

/// A store that holds statements by id and behaves as told.
pub(crate) struct Stub {
    pub(crate) address: String,
    pub(super) held: Arc<Mutex<BTreeMap<String, Value>>>,
    pub(super) requests: Arc<AtomicUsize>,
}

fn read_request(stream: &TcpStream) -> Option<Request> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok().filter(|n| *n > 0)?;
    let mut headers = BTreeMap::new();
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        let Some((name, value)) = header.trim_end().split_once(": ") else { break };
        headers.insert(name.to_lowercase(), value.to_owned());
    }
    let length = headers.get("content-length").and_then(|n| n.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some(Request { line: line.trim_end().to_owned(), headers, body: String::from_utf8(body).ok()? })
}

impl Stub {
    pub(crate) fn new(behaviour: impl Fn(&Request, usize) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/xAPI", listener.local_addr().unwrap());
        let (held, requests) = (Arc::new(Mutex::new(BTreeMap::new())), Arc::new(AtomicUsize::new(0)));
        let behaviour: Arc<Behaviour> = Arc::new(behaviour);
        let (inner, counter) = (Arc::clone(&held), Arc::clone(&requests));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (held, behaviour, counter) = (Arc::clone(&inner), Arc::clone(&behaviour), Arc::clone(&counter));
                std::thread::spawn(move || serve(stream, &held, &*behaviour, &counter));
            }
        });
        Self { address, held, requests }
    }

    pub(super) fn endpoint(&self) -> Endpoint {
        Endpoint::new(&self.address, Some(("trainer", PASSWORD)), Limits { connect_ms: 5000, exchange_ms: 1500, answer_bytes: 1 << 20 }).unwrap()
    }

    /// How many requests have come.
    pub(crate) fn asked(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }

    pub(crate) fn held(&self) -> Vec<Value> {
        self.held.lock().unwrap().values().cloned().collect()
    }
}

fn serve(mut stream: TcpStream, held: &Mutex<BTreeMap<String, Value>>, behaviour: &Behaviour, counter: &AtomicUsize) {
    let Some(request) = read_request(&stream) else { return };
    let reply = behaviour(&request, counter.fetch_add(1, Ordering::SeqCst));
    // What is not refused is kept, whatever is said about it.
    let keeps = request.line.starts_with("POST") && !matches!(reply, Reply::Say(status, ..) if status >= 300);
    if keeps {
        let mut held = held.lock().unwrap();
        for statement in request.statements() {
            let id = statement["id"].as_str().unwrap().to_owned();
            let before = held.insert(id, statement.clone());
            assert!(before.is_none_or(|before| before == statement), "an id with two bodies");
        }
    }
    match reply {
        Reply::Say(status, headers, body) => {
            let _ = write!(stream, "HTTP/1.1 {status} X\r\nContent-Length: {}\r\nConnection: close\r\n{headers}\r\n{body}", body.len());
        }
        Reply::Drop => {}
        Reply::Hang(ms) => std::thread::sleep(Duration::from_millis(ms)),
        Reply::Endless => {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n[");
            while stream.write_all(&[b'"'; 4096]).is_ok() {}
        }
    }
}

pub(super) fn ids(request: &Request) -> String {
    let ids: Vec<String> = request.statements().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect();
    serde_json::to_string(&ids).unwrap()
}

pub(crate) fn taken(request: &Request) -> Reply {
    Reply::Say(200, "Content-Type: application/json\r\n", ids(request))
}
