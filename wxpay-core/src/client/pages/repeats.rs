//! Pages that are repeated, which would make a list endless.

use std::hash::{BuildHasher as _, Hash, RandomState};

/// Remembers two earlier pages: the last one, and one that is replaced less and less often. Every cycle comes back to that one in
/// the end (Brent's algorithm), and the memory does not grow with the list.
pub(super) struct Repeats {
    hashing: RandomState,
    last: Option<u64>,
    kept: Option<u64>,
    /// Number of pages since the one that is kept.
    since: u64,
    /// Number of pages after which another one is kept.
    until: u64,
}

impl Repeats {
    pub(super) fn new() -> Self {
        Self { hashing: RandomState::new(), last: None, kept: None, since: 0, until: 1 }
    }

    /// The hasher. It has random keys, so that an outsider cannot choose pages with the same hash.
    pub(super) fn hashing(&self) -> &RandomState {
        &self.hashing
    }

    pub(super) fn hash(&self, value: impl Hash) -> u64 {
        self.hashing.hash_one(value)
    }

    /// Tells whether the page is one of the two; remembers it if not.
    pub(super) fn has(&mut self, page: u64) -> bool {
        if [self.last, self.kept].contains(&Some(page)) {
            return true;
        }
        self.last = Some(page);
        self.since += 1;
        if self.since == self.until {
            (self.kept, self.since, self.until) = (Some(page), 0, self.until.saturating_mul(2));
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_circle_is_seen_before_it_was_run_through_four_times() {
        for (before, length) in (0..20).flat_map(|before| (1..40).map(move |length| (before, length))) {
            let mut repeats = Repeats::new();
            let pages = (0_u64..).map(|page| if page < before { page } else { before + (page - before) % length });
            let seen = pages.take_while(|page| !repeats.has(*page)).count() as u64;
            assert!(seen >= before + length, "{before} pages, then {length} again and again: after {seen}");
            assert!(seen <= 4 * (before + length), "{before} pages, then {length} again and again: after {seen}");
        }
    }

    #[test]
    fn pages_that_differ_are_never_taken_for_others() {
        let mut repeats = Repeats::new();
        assert!((0..100_000).all(|page| !repeats.has(page)));
    }
}
