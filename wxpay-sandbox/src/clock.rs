//! The sandbox's time: the machine's, moved.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

#[derive(Debug, Default)]
pub(crate) struct Clock(AtomicI64);

impl Clock {
    /// Seconds since 1970.
    pub(crate) fn now(&self) -> i64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let machine = i64::try_from(since.as_secs()).unwrap_or(i64::MAX);
        machine.saturating_add(self.0.load(Ordering::Relaxed))
    }

    pub(crate) fn shift(&self, seconds: i64) {
        self.0.store(seconds, Ordering::Relaxed);
    }
}
