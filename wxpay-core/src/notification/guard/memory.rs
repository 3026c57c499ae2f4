//! A guard in the memory of one process.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::{BuildHasher as _, RandomState};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::{Claim, Guard, GuardError, LEASE, Lease, sensible};
use crate::crypto::BoxFuture;

/// A guard that remembers a limited number of notifications of this process.
///
/// WeChat Pay repeats a notification for 24 hours, so the capacity should be the number that comes in a day. It also limits how
/// many can be handled at once: one more is [`Claim::Busy`] until one of them ends, since a claim that is held is never
/// forgotten.
#[derive(Debug)]
pub struct MemoryGuard {
    capacity: usize,
    lease: Duration,
    hashers: [RandomState; 2],
    taken: Mutex<Taken>,
}

/// Stands for an ID of any length: 128 bits under secret random keys.
type Fingerprint = [u64; 2];

/// `order` has the completed ones, the oldest first.
#[derive(Debug, Default)]
struct Taken {
    held: HashMap<Fingerprint, Held>,
    done: HashSet<Fingerprint>,
    order: VecDeque<Fingerprint>,
    next: u64,
}

#[derive(Debug)]
struct Held {
    token: String,
    /// `None` if the lease ends later than an `Instant` can express.
    until: Option<Instant>,
}

impl MemoryGuard {
    /// A guard that remembers the last `capacity` notifications, at least one. A claim holds for 30 seconds.
    #[must_use]
    pub fn new(capacity: usize) -> Self {
        Self { capacity: capacity.max(1), lease: LEASE, hashers: Default::default(), taken: Mutex::default() }
    }

    /// Sets the lease: the time after which a claim ends if it is neither completed nor released. The default is 30 seconds. Make
    /// it longer than any handling takes. Less than a millisecond would guard nothing, and counts as 30 seconds.
    #[must_use]
    pub fn lease(self, lease: Duration) -> Self {
        Self { lease: sensible(lease, LEASE), ..self }
    }

    fn fingerprint(&self, id: &str) -> Fingerprint {
        self.hashers.each_ref().map(|hasher| hasher.hash_one(id))
    }

    /// A panic while the lock was held has changed nothing.
    fn taken(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for MemoryGuard {
    /// Remembers the last 100 000 notifications, in about 10 MB at most.
    fn default() -> Self {
        Self::new(100_000)
    }
}

impl Guard for MemoryGuard {
    fn claim<'a>(&'a self, id: &'a str) -> BoxFuture<'a, Result<Claim, GuardError>> {
        Box::pin(async move {
            let token = self.taken().claim(self.fingerprint(id), Instant::now(), self.lease, self.capacity);
            Ok(token.map_or_else(|other| other, |token| Claim::First(Lease::new(id, token))))
        })
    }

    fn complete(&self, lease: Lease) -> BoxFuture<'_, Result<(), GuardError>> {
        Box::pin(async move {
            self.taken().complete(self.fingerprint(lease.id()), self.capacity);
            Ok(())
        })
    }

    fn release(&self, lease: Lease) -> BoxFuture<'_, Result<(), GuardError>> {
        Box::pin(async move {
            self.taken().release(self.fingerprint(lease.id()), lease.token());
            Ok(())
        })
    }
}

impl Held {
    fn is_over(&self, now: Instant) -> bool {
        self.until.is_some_and(|until| until <= now)
    }
}

impl Taken {
    /// Returns the token of the lease, or `Busy` or `Duplicate`.
    fn claim(&mut self, id: Fingerprint, now: Instant, lease: Duration, capacity: usize) -> Result<String, Claim> {
        if self.done.contains(&id) {
            return Err(Claim::Duplicate);
        }
        if self.held.get(&id).is_some_and(|held| !held.is_over(now)) {
            return Err(Claim::Busy);
        }
        if self.held.len() >= capacity && !self.held.contains_key(&id) {
            self.held.retain(|_, held| !held.is_over(now));
            if self.held.len() >= capacity {
                return Err(Claim::Busy);
            }
        }
        let token = self.next.to_string();
        self.next += 1;
        self.held.insert(id, Held { token: token.clone(), until: now.checked_add(lease) });
        Ok(token)
    }

    fn complete(&mut self, id: Fingerprint, capacity: usize) {
        self.held.remove(&id);
        if self.done.insert(id) {
            self.order.push_back(id);
        }
        if self.order.len() > capacity {
            if let Some(oldest) = self.order.pop_front() {
                self.done.remove(&oldest);
            }
        }
    }

    fn release(&mut self, id: Fingerprint, token: &str) {
        if let Entry::Occupied(held) = self.held.entry(id) {
            if held.get().token == token {
                held.remove();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);
    const A: Fingerprint = [1, 1];
    const B: Fingerprint = [2, 2];
    const C: Fingerprint = [3, 3];

    #[test]
    fn busy_until_it_is_done_or_given_back_or_too_late() {
        let (mut taken, began) = (Taken::default(), Instant::now());
        let claim = |taken: &mut Taken, after| taken.claim(A, began + after, SECOND, 2);
        let given_back = claim(&mut taken, Duration::ZERO).unwrap();
        assert_eq!(claim(&mut taken, Duration::ZERO), Err(Claim::Busy));
        taken.release(A, &given_back);
        let late = claim(&mut taken, Duration::ZERO).unwrap();
        assert_eq!(claim(&mut taken, SECOND / 2), Err(Claim::Busy));
        let second = claim(&mut taken, SECOND).unwrap();
        // The first lease has ended: its release has no effect, but its completion counts.
        taken.release(A, &late);
        assert_eq!(claim(&mut taken, SECOND), Err(Claim::Busy));
        taken.complete(A, 2);
        assert_eq!(claim(&mut taken, SECOND), Err(Claim::Duplicate));
        taken.release(A, &second);
        assert_eq!(claim(&mut taken, 9 * SECOND), Err(Claim::Duplicate));
    }

    #[test]
    fn a_lease_without_end_has_none() {
        let (mut taken, now) = (Taken::default(), Instant::now());
        taken.claim(A, now, Duration::MAX, 2).unwrap();
        assert_eq!(taken.claim(A, now + SECOND, Duration::MAX, 2), Err(Claim::Busy));
    }

    #[test]
    fn the_oldest_that_is_done_is_forgotten_first() {
        let (mut taken, now) = (Taken::default(), Instant::now());
        for id in [A, B, A, C] {
            if taken.claim(id, now, SECOND, 2).is_ok() {
                taken.complete(id, 2);
            }
        }
        let claims = [B, C].map(|id| taken.claim(id, now, SECOND, 2));
        assert_eq!(claims, [Err(Claim::Duplicate), Err(Claim::Duplicate)]);
        assert!(taken.claim(A, now, SECOND, 2).is_ok());
    }

    #[test]
    fn a_claim_that_is_held_is_not_forgotten_for_others() {
        let (mut taken, now) = (Taken::default(), Instant::now());
        let first = taken.claim(A, now, SECOND, 2).unwrap();
        taken.claim(B, now, SECOND * 2, 2).unwrap();
        for id in [A, B, C] {
            assert_eq!(taken.claim(id, now, SECOND, 2), Err(Claim::Busy), "{id:?}");
        }
        taken.release(A, &first);
        assert!(taken.claim(C, now, SECOND, 2).is_ok());
        assert_eq!(taken.claim(A, now, SECOND, 2), Err(Claim::Busy));
        assert!(taken.claim(A, now + SECOND, SECOND, 2).is_ok(), "the lease of C has ended, which makes room");
        assert_eq!(taken.claim(B, now + SECOND, SECOND, 2), Err(Claim::Busy));
    }

    #[test]
    fn whatever_comes_the_memory_has_a_bound() {
        let (mut taken, began) = (Taken::default(), Instant::now());
        for number in 0..10_000 {
            let (id, now) = ([number % 7, number], began + SECOND * u32::try_from(number / 3).unwrap());
            if let Ok(token) = taken.claim(id, now, SECOND, 5) {
                match number % 3 {
                    0 => taken.complete(id, 5),
                    1 => taken.release(id, &token),
                    _ => {}
                }
            }
            assert!(taken.held.len() <= 5 && taken.done.len() <= 5 && taken.order.len() <= 5);
        }
        assert_eq!(taken.done.len(), 5);
    }
}
