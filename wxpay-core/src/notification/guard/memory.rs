//! The memory of one process.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::{Claim, Guard, GuardError, LEASE, Lease};
use crate::crypto::BoxFuture;

/// Remembers the last so many notifications of this process.
///
/// WeChat Pay repeats for 24 hours: the capacity should hold what comes in a day.
#[derive(Debug)]
pub struct MemoryGuard {
    capacity: usize,
    lease: Duration,
    taken: Mutex<Taken>,
}

/// `order` has an entry for each that was remembered, the oldest first; a released claim leaves an entry that
/// `remembered` does not know.
#[derive(Debug, Default)]
struct Taken {
    remembered: HashMap<String, Remembered>,
    order: VecDeque<(String, u64)>,
    next: u64,
}

#[derive(Debug)]
struct Remembered {
    /// That of its entry in `order`.
    number: u64,
    state: State,
}

#[derive(Debug, PartialEq, Eq)]
enum State {
    /// Without an end where the lease is longer than time can tell.
    Held {
        token: String,
        until: Option<Instant>,
    },
    Done,
}

impl MemoryGuard {
    /// A guard that remembers the last `capacity` notifications, at least one. A claim holds for 30 seconds.
    #[must_use]
    pub fn new(capacity: usize) -> Self {
        Self { capacity: capacity.max(1), lease: LEASE, taken: Mutex::default() }
    }

    /// How long a claim holds that is neither completed nor released: longer than any handling takes.
    #[must_use]
    pub fn lease(self, lease: Duration) -> Self {
        Self { lease, ..self }
    }

    /// What panicked half-way has changed nothing.
    fn taken(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for MemoryGuard {
    /// The last 100 000: about 20 MB at most.
    fn default() -> Self {
        Self::new(100_000)
    }
}

impl Guard for MemoryGuard {
    fn claim<'a>(&'a self, id: &'a str) -> BoxFuture<'a, Result<Claim, GuardError>> {
        Box::pin(async move { Ok(self.taken().claim(id, Instant::now(), self.lease, self.capacity)) })
    }

    fn complete(&self, lease: Lease) -> BoxFuture<'_, Result<(), GuardError>> {
        Box::pin(async move {
            self.taken().complete(&lease, self.capacity);
            Ok(())
        })
    }

    fn release(&self, lease: Lease) -> BoxFuture<'_, Result<(), GuardError>> {
        Box::pin(async move {
            self.taken().release(&lease);
            Ok(())
        })
    }
}

impl Taken {
    fn claim(&mut self, id: &str, now: Instant, lease: Duration, capacity: usize) -> Claim {
        match self.remembered.get(id).map(|remembered| &remembered.state) {
            Some(State::Done) => return Claim::Duplicate,
            Some(State::Held { until, .. }) if until.is_none_or(|until| now < until) => return Claim::Busy,
            Some(State::Held { .. }) | None => {}
        }
        let token = self.next.to_string();
        self.remember(id, State::Held { token: token.clone(), until: now.checked_add(lease) }, capacity);
        Claim::First(Lease::new(id, token))
    }

    fn complete(&mut self, lease: &Lease, capacity: usize) {
        self.remember(lease.id(), State::Done, capacity);
    }

    fn release(&mut self, lease: &Lease) {
        let held = self.remembered.get(lease.id()).map(|remembered| &remembered.state);
        if matches!(held, Some(State::Held { token, .. }) if token == lease.token()) {
            self.remembered.remove(lease.id());
        }
    }

    /// Makes `id` the youngest, and forgets the oldest where there are too many.
    fn remember(&mut self, id: &str, state: State, capacity: usize) {
        let number = self.next;
        self.next += 1;
        self.remembered.insert(id.to_owned(), Remembered { number, state });
        self.order.push_back((id.to_owned(), number));
        while self.order.len() > capacity.saturating_mul(2) || self.remembered.len() > capacity {
            let Some((oldest, number)) = self.order.pop_front() else { return };
            if self.remembered.get(&oldest).is_some_and(|remembered| remembered.number == number) {
                self.remembered.remove(&oldest);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn lease(claim: Claim) -> Lease {
        match claim {
            Claim::First(lease) => lease,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn busy_until_it_is_done_or_given_back_or_too_late() {
        let (mut taken, began) = (Taken::default(), Instant::now());
        let claim = |taken: &mut Taken, id, after| taken.claim(id, began + after, SECOND, 2);
        let given_back = lease(claim(&mut taken, "a", Duration::ZERO));
        assert_eq!(claim(&mut taken, "a", Duration::ZERO), Claim::Busy);
        taken.release(&given_back);
        let late = lease(claim(&mut taken, "a", Duration::ZERO));
        assert_eq!(claim(&mut taken, "a", SECOND / 2), Claim::Busy);
        let second = lease(claim(&mut taken, "a", SECOND));
        // The first one's lease has ended: it gives nothing back, but what it has done is done.
        taken.release(&late);
        assert_eq!(claim(&mut taken, "a", SECOND), Claim::Busy);
        taken.complete(&late, 2);
        assert_eq!(claim(&mut taken, "a", SECOND), Claim::Duplicate);
        taken.release(&second);
        assert_eq!(claim(&mut taken, "a", 9 * SECOND), Claim::Duplicate);
    }

    #[test]
    fn a_lease_without_end_has_none() {
        let (mut taken, now) = (Taken::default(), Instant::now());
        assert!(matches!(taken.claim("a", now, Duration::MAX, 2), Claim::First(_)));
        assert_eq!(taken.claim("a", now + SECOND, Duration::MAX, 2), Claim::Busy);
    }

    #[test]
    fn the_oldest_is_forgotten_first() {
        let (mut taken, now) = (Taken::default(), Instant::now());
        for id in ["a", "b", "a", "c"] {
            if let Claim::First(lease) = taken.claim(id, now, SECOND, 2) {
                taken.complete(&lease, 2);
            }
        }
        let claims = ["b", "c"].map(|id| taken.claim(id, now, SECOND, 2));
        assert_eq!(claims, [Claim::Duplicate, Claim::Duplicate]);
        assert!(matches!(taken.claim("a", now, SECOND, 2), Claim::First(_)));
        assert!(taken.order.len() <= 4 && taken.remembered.len() <= 2);
    }

    #[test]
    fn claims_that_are_given_back_do_not_pile_up() {
        let (mut taken, now) = (Taken::default(), Instant::now());
        for _ in 0..100 {
            let lease = lease(taken.claim("a", now, SECOND, 2));
            taken.release(&lease);
        }
        assert!(taken.order.len() <= 4 && taken.remembered.is_empty());
    }
}
