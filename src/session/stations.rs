//! The stations of a session in time, so that two attempts at one drill can be watched in step: not by the clock, but pass by pass.
//!
//! **Invariant:** [`Stations::in_step`] never goes back while the time that it is given goes on, and takes the end of one attempt to the
//! end of the other.

use super::{EventKind, LayingKind, Session};

/// When each part of an attempt began.
#[derive(Clone, Debug, PartialEq)]
pub struct Stations {
    /// Tick of the entry point; none was made: the end.
    entry: u64,
    /// First tick of each pass, first tick of its thread (the end where it laid none), last tick.
    passes: Vec<[u64; 3]>,
    /// Ticks of the whole.
    end: u64,
}

impl Stations {
    /// Those of a session so far.
    #[must_use]
    pub fn of(session: &Session) -> Self {
        let end = session.tick();
        let made = session.events().iter().find(|event| matches!(event.kind, EventKind::EntryMade { .. }));
        let threads = || session.layings().iter().filter(|laying| laying.kind == LayingKind::Retrograde);
        let pass = |pass: &super::Pass| {
            let (from, to) = pass.ticks;
            let thread = threads().find(|laying| laying.pass == pass.id).map_or(to, |laying| laying.ticks.0);
            [from, thread.clamp(from, to), to]
        };
        Self { entry: made.map_or(end, |event| event.tick), passes: session.passes().iter().map(pass).collect(), end }
    }

    /// Number of passes.
    #[must_use]
    pub fn passes(&self) -> usize {
        self.passes.len()
    }

    /// First tick of the last pass that began before a tick, or of the first that begins after it: to step from pass to pass.
    #[must_use]
    pub fn neighbour(&self, tick: u64, forward: bool) -> u64 {
        let starts = || self.passes.iter().map(|pass| pass[0]);
        if forward {
            starts().find(|start| *start > tick).unwrap_or(self.end)
        } else {
            starts().rev().find(|start| *start < tick).unwrap_or(0)
        }
    }

    /// Where the other attempt is while this one is at a tick: in the same part of the same pass, as far through it. Passes that the
    /// other has not are waited for at the end of its last; those that only the other has go by with the time after this one's last.
    #[must_use]
    pub fn in_step(&self, tick: u64, other: &Self) -> u64 {
        let (mine, theirs) = self.pairs(other);
        let at = mine.partition_point(|station| *station <= tick);
        if at == mine.len() {
            return other.end;
        }
        let (from, to) = (if at == 0 { 0 } else { mine[at - 1] }, mine[at]);
        let (there, next) = (if at == 0 { 0 } else { theirs[at - 1] }, theirs[at]);
        // Whole numbers throughout: the same in every build.
        there + (next - there) * (tick - from) / (to - from).max(1)
    }

    /// The stations that both have, in step; both lists never fall.
    fn pairs(&self, other: &Self) -> (Vec<u64>, Vec<u64>) {
        let (mut mine, mut theirs) = (vec![self.entry], vec![other.entry]);
        let last = other.passes.last().map_or(other.entry, |pass| pass[2]);
        for (i, pass) in self.passes.iter().enumerate() {
            let there = other.passes.get(i).copied().unwrap_or([last; 3]);
            for (here, there) in pass.iter().zip(there) {
                mine.push((*here).max(*mine.last().unwrap_or(&0)));
                theirs.push(there.max(*theirs.last().unwrap_or(&0)));
            }
        }
        mine.push(self.end);
        theirs.push(other.end);
        (mine, theirs)
    }
}
