//! Work beside the debrief: begun when it opens, looked after at each frame, given up when it is left.
//!
//! **Invariant:** nobody waits for it, and what nobody wants any more stops at its next look.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError};

/// Steps of the progress that is told.
const WHOLE: f64 = 1000.0;

/// How far work has come, and whether it is still wanted.
#[derive(Default)]
pub(super) struct Course {
    done: AtomicU32,
    unwanted: AtomicBool,
}

impl Course {
    /// Tells how much is done, 0 to 1; whether to go on.
    pub(super) fn on(&self, share: f64) -> bool {
        self.done.store((share.clamp(0.0, 1.0) * WHOLE) as u32, Ordering::Relaxed);
        !self.unwanted.load(Ordering::Relaxed)
    }
}

/// Work under way.
pub(super) struct Work<T> {
    receiver: Mutex<Receiver<T>>,
    course: Arc<Course>,
}

/// How it stands.
pub(super) enum Stand<T> {
    /// Under way.
    Coming,
    /// Over.
    Come(T),
    /// It gave nothing, or broke off.
    Failed,
}

impl<T: Send + 'static> Work<T> {
    /// Begins.
    pub(super) fn start(work: impl FnOnce(&Course) -> Option<T> + Send + 'static) -> Self {
        let (sender, receiver) = channel();
        let course = Arc::new(Course::default());
        let told = Arc::clone(&course);
        std::thread::spawn(move || {
            if let Some(done) = work(&told) {
                // Nobody waits any more when the debrief was left.
                let _ = sender.send(done);
            }
        });
        Self { receiver: Mutex::new(receiver), course }
    }

    /// Looks after it; what it gave is given once.
    pub(super) fn look(&self) -> Stand<T> {
        match self.receiver.lock().unwrap_or_else(PoisonError::into_inner).try_recv() {
            Ok(done) => Stand::Come(done),
            Err(TryRecvError::Empty) => Stand::Coming,
            Err(TryRecvError::Disconnected) => Stand::Failed,
        }
    }

    /// How much is done, 0 to 1.
    pub(super) fn progress(&self) -> f64 {
        f64::from(self.course.done.load(Ordering::Relaxed)) / WHOLE
    }
}

impl<T> Drop for Work<T> {
    fn drop(&mut self) {
        self.course.unwanted.store(true, Ordering::Relaxed);
    }
}
