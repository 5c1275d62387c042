//! An operator plays a session to its end, recorded.

use std::io;
use std::sync::Arc;

use crate::session::recording::{Header, Journal};
use crate::session::{Session, Setup};

use super::Operator;

/// A finished session and its sealed recording.
pub struct Played {
    /// The session as it ended.
    pub session: Session,
    /// The sealed recording.
    pub recording: Vec<u8>,
}

/// Lets an operator play a session to its end.
///
/// # Errors
/// Only if the header cannot be written as text.
pub fn play(setup: Arc<Setup>, mut operator: Operator, header: &Header) -> io::Result<Played> {
    let mut session = Session::new(setup);
    let mut journal = Journal::start(Vec::new(), header)?;
    while !session.finished() {
        let controls = operator.act(&session);
        session.step(&controls);
        journal.push(&controls, &session)?;
    }
    Ok(Played { session, recording: journal.seal()? })
}
