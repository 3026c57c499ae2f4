//! Once, although it comes twice.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use crate::crypto::BoxFuture;

/// Remembers which notifications were taken on. One process has [`MemoryGuard`]; several share an implementation on
/// what they share.
pub trait Guard: Send + Sync {
    /// Takes `id` on, unless somebody has.
    fn claim<'a>(&'a self, id: &'a str) -> BoxFuture<'a, Result<Claim, GuardError>>;

    /// Gives `id` back after its handling has failed, so that the next repetition is taken on again.
    fn release<'a>(&'a self, id: &'a str) -> BoxFuture<'a, Result<(), GuardError>>;
}

/// What claiming came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// Nobody has taken it on: handle it, then answer with success.
    First,
    /// Somebody has: answer with success and do nothing.
    Duplicate,
}

/// The memory that is shared cannot be asked. Answer with a 5xx: it will come again.
#[derive(Debug, thiserror::Error)]
#[error("the duplicate guard cannot be asked: {0}")]
pub struct GuardError(pub Box<dyn std::error::Error + Send + Sync>);

/// Remembers the last so many notifications of this process.
///
/// WeChat Pay repeats for 24 hours: the capacity should hold what comes in a day.
#[derive(Debug)]
pub struct MemoryGuard {
    capacity: usize,
    taken: Mutex<Taken>,
}

/// `order` has an entry for each claim, the oldest first; a released claim leaves an entry that `numbers` does not know.
#[derive(Debug, Default)]
struct Taken {
    numbers: HashMap<String, u64>,
    order: VecDeque<(String, u64)>,
    next: u64,
}

impl MemoryGuard {
    /// A guard that remembers the last `capacity` notifications, at least one.
    #[must_use]
    pub fn new(capacity: usize) -> Self {
        Self { capacity: capacity.max(1), taken: Mutex::default() }
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
        Box::pin(async move { Ok(self.taken.lock().unwrap_or_else(PoisonError::into_inner).claim(id, self.capacity)) })
    }

    fn release<'a>(&'a self, id: &'a str) -> BoxFuture<'a, Result<(), GuardError>> {
        Box::pin(async move {
            self.taken.lock().unwrap_or_else(PoisonError::into_inner).numbers.remove(id);
            Ok(())
        })
    }
}

impl Taken {
    fn claim(&mut self, id: &str, capacity: usize) -> Claim {
        if self.numbers.contains_key(id) {
            return Claim::Duplicate;
        }
        self.numbers.insert(id.to_owned(), self.next);
        self.order.push_back((id.to_owned(), self.next));
        self.next += 1;
        while self.order.len() > capacity {
            if let Some((oldest, number)) = self.order.pop_front()
                && self.numbers.get(&oldest) == Some(&number)
            {
                self.numbers.remove(&oldest);
            }
        }
        Claim::First
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn once_is_once_until_it_is_given_back_or_forgotten() {
        let mut taken = Taken::default();
        assert_eq!((taken.claim("a", 2), taken.claim("a", 2)), (Claim::First, Claim::Duplicate));
        taken.numbers.remove("a");
        assert_eq!((taken.claim("a", 2), taken.claim("a", 2)), (Claim::First, Claim::Duplicate));
        // The entry that the release left is forgotten first, and does not take the new one with it.
        assert_eq!((taken.claim("b", 2), taken.claim("a", 2)), (Claim::First, Claim::Duplicate));
        assert_eq!((taken.claim("c", 2), taken.claim("a", 2)), (Claim::First, Claim::First));
        assert!(taken.order.len() <= 2 && taken.numbers.len() <= 2);
    }
}
