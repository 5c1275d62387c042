//! A learning record store over HTTP(S), met with mistrust: every wait and every answer has a bound.
//!
//! **Invariant:** the credentials are in memory only and go to the host that was named, to no other: redirections are not followed,
//! pages that lead elsewhere are refused, and no error message holds them.

use std::fmt;
use std::time::Duration;

use ureq::http::{Response, StatusCode, Uri};
use ureq::{Agent, Body};

use super::push::{Answer, Lrs};
use crate::records::xapi::text::shown;

/// Version of the standard, in the header of every request.
const VERSION: (&str, &str) = ("X-Experience-API-Version", "1.0.3");

/// Bounds of an exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Time until a connection stands, ms.
    pub connect_ms: u64,
    /// Time of a whole exchange, ms.
    pub exchange_ms: u64,
    /// Largest answer that is read, bytes.
    pub answer_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connect_ms: 10_000, exchange_ms: 60_000, answer_bytes: 64 << 20 }
    }
}

/// Why there is nothing to send to.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum EndpointError {
    /// The address cannot be used; what was given is not repeated if it holds credentials.
    #[error("address of the learning record store: got {got:?}, allowed: {allowed}")]
    Address {
        /// The address.
        got: String,
        /// What is allowed.
        allowed: &'static str,
    },
    /// A user's name that cannot be sent.
    #[error("user of the learning record store: a colon or a line's end is not allowed")]
    User,
}

/// Where a store is, and with what it is opened.
pub struct Endpoint {
    agent: Agent,
    /// Scheme and host, as in `https://lrs.example:8080`.
    origin: String,
    /// Path of the xAPI endpoint, without a slash at its end.
    path: String,
    host: String,
    authorization: Option<String>,
    answer_bytes: u64,
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.origin, self.path)
    }
}

/// Bytes in base 64 (RFC 4648).
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0u32, |bits, i| bits << 8 | u32::from(three.get(i).copied().unwrap_or(0)));
        for i in 0..4 {
            let letter = char::from(LETTERS[(bits >> (18 - 6 * i) & 63) as usize]);
            out.push(if i <= three.len() { letter } else { '=' });
        }
    }
    out
}

impl Endpoint {
    /// A store at an address, as `https://lrs.example/xAPI`, with the credentials of HTTP Basic if it wants any.
    ///
    /// # Errors
    /// [`EndpointError`].
    pub fn new(address: &str, credentials: Option<(&str, &str)>, limits: Limits) -> Result<Self, EndpointError> {
        let wrong = |allowed| {
            let got = if address.contains('@') { "an address with credentials in it".to_owned() } else { shown(address, 120) };
            Err(EndpointError::Address { got, allowed })
        };
        let Ok(uri) = address.parse::<Uri>() else { return wrong("http(s)://HOST/PATH") };
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else { return wrong("http(s)://HOST/PATH") };
        if !["http", "https"].contains(&scheme) || authority.host().is_empty() {
            return wrong("http(s)://HOST/PATH");
        }
        if authority.as_str().contains('@') {
            return wrong("the user and password apart from it");
        }
        if uri.query().is_some() {
            return wrong("an address without a question mark");
        }
        let authorization = match credentials {
            Some((user, password)) if user.contains([':', '\r', '\n']) || password.contains(['\r', '\n']) => return Err(EndpointError::User),
            Some((user, password)) => Some(format!("Basic {}", base64(format!("{user}:{password}").as_bytes()))),
            None => None,
        };
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(Some(Duration::from_millis(limits.connect_ms)))
            .timeout_global(Some(Duration::from_millis(limits.exchange_ms)))
            .user_agent(format!("Fanline/{}", env!("CARGO_PKG_VERSION")))
            .build()
            .new_agent();
        let path = uri.path().trim_end_matches('/');
        let path = path.strip_suffix("/statements").unwrap_or(path).to_owned();
        let host = authority.host().trim_matches(['[', ']']).to_owned();
        Ok(Self { agent, origin: format!("{scheme}://{authority}"), path, host, authorization, answer_bytes: limits.answer_bytes })
    }

    /// Whether what is sent can be read on the way: no encryption, and not to this machine.
    #[must_use]
    pub fn is_open_to_ears(&self) -> bool {
        let here = self.host == "localhost" || self.host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback());
        self.origin.starts_with("http:") && !here && self.authorization.is_some()
    }

    /// The address of the statements.
    pub(super) fn statements(&self) -> String {
        format!("{}{}/statements", self.origin, self.path)
    }

    /// The address of a further page, if it lies with the same host.
    pub(super) fn further(&self, more: &str) -> Option<String> {
        if more.starts_with('/') && !more.starts_with("//") {
            return Some(format!("{}{more}", self.origin));
        }
        more.strip_prefix(&self.origin).filter(|rest| rest.starts_with('/')).map(|_| more.to_owned())
    }

    /// Asks for a page: its status and text.
    pub(super) fn get(&self, address: &str) -> Result<(StatusCode, String), String> {
        let mut request = self.agent.get(address).header(VERSION.0, VERSION.1).header("Accept", "application/json");
        if let Some(authorization) = &self.authorization {
            request = request.header("Authorization", authorization);
        }
        let mut response = request.call().map_err(|error| error.to_string())?;
        let text = self.text(&mut response)?;
        Ok((response.status(), text))
    }

    fn text(&self, response: &mut Response<Body>) -> Result<String, String> {
        response.body_mut().with_config().limit(self.answer_bytes).read_to_string().map_err(|error| error.to_string())
    }
}

impl Lrs for Endpoint {
    fn post(&mut self, statements: &str) -> Answer {
        let mut request =
            self.agent.post(self.statements()).header(VERSION.0, VERSION.1).header("Content-Type", "application/json").header("Accept", "application/json");
        if let Some(authorization) = &self.authorization {
            request = request.header("Authorization", authorization);
        }
        let mut response = match request.send(statements) {
            Ok(response) => response,
            Err(error) => return Answer::Away(error.to_string(), None),
        };
        let status = response.status();
        let after = response.headers().get("Retry-After").and_then(|value| value.to_str().ok()).and_then(|text| text.trim().parse::<i64>().ok());
        let body = self.text(&mut response);
        let said = || {
            let said = body.as_deref().unwrap_or_default().trim();
            if said.is_empty() { format!("HTTP {status}") } else { format!("HTTP {status}: {}", shown(said, 300)) }
        };
        match status.as_u16() {
            204 => Answer::Taken,
            // A page that asks for a log-in or a payment also says 200: a store answers with ids.
            200 => match body.as_deref().map(serde_json::from_str::<Vec<String>>) {
                Ok(Ok(_)) => Answer::Taken,
                Ok(Err(_)) => Answer::Away("HTTP 200, but no list of ids: this is no learning record store".to_owned(), None),
                Err(error) => Answer::Away(error.clone(), None),
            },
            300..=399 | 401 | 403 | 404 | 405 | 407 | 410 => Answer::Closed(said()),
            408 | 425 | 429 | 502 | 503 | 504 => Answer::Away(said(), after.map(|s| s.saturating_mul(1000))),
            400..=499 => Answer::Refused(said()),
            _ => Answer::Failed(said()),
        }
    }
}
