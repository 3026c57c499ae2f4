//! The choice of a host: by the role that the endpoint names, the preferred one first, the next one while it does not answer.

use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};

use crate::endpoint::HostRole;
pub(super) use crate::spelling::{CROSS_BORDER, OWN};

/// The hosts that a client calls.
pub(super) struct Roles {
    domestic: Hosts,
    /// `None` if the client has hosts of its own: then it calls no others, whatever role an endpoint names.
    cross_border: Option<Hosts>,
}

impl Roles {
    /// WeChat Pay's hosts.
    pub(super) fn wechat_pay() -> Self {
        let hosts = |list: &[&str]| Hosts::new(list.iter().copied().map(str::to_owned).collect());
        Self { domestic: hosts(&OWN), cross_border: Some(hosts(&CROSS_BORDER)) }
    }

    /// The hosts that the client was given. It calls no others.
    pub(super) fn given(list: Vec<String>) -> Self {
        Self { domestic: Hosts::new(list), cross_border: None }
    }

    /// The hosts of endpoints with that role.
    pub(super) fn of(&self, role: HostRole) -> &Hosts {
        match role {
            HostRole::Domestic => &self.domestic,
            HostRole::CrossBorder => self.cross_border.as_ref().unwrap_or(&self.domestic),
        }
    }

    /// The hosts of endpoints that name no role.
    pub(super) fn domestic(&self) -> &Hosts {
        &self.domestic
    }

    /// Tells whether these are WeChat Pay's hosts, and not ones that the client was given.
    pub(super) fn are_wechat_pays(&self) -> bool {
        self.cross_border.is_some()
    }
}

/// Base URLs, the preferred one first, and the current choice, which all calls of a client share.
pub(super) struct Hosts {
    list: Vec<String>,
    /// The host that answers, by its index in the list.
    current: AtomicUsize,
    /// Time at which the preferred host was last left or probed, in seconds since 1970.
    left: AtomicI64,
}

impl Hosts {
    pub(super) fn new(list: Vec<String>) -> Self {
        Self { list, current: AtomicUsize::new(0), left: AtomicI64::new(0) }
    }

    pub(super) fn url(&self, place: usize) -> &str {
        self.list.get(place).map(String::as_str).unwrap_or_default()
    }

    /// The host that answers, for requests that are sent once.
    pub(super) fn current(&self) -> &str {
        self.url(self.current.load(Ordering::Relaxed))
    }

    pub(super) fn all(&self) -> &[String] {
        &self.list
    }

    /// The number of hosts; at least one.
    pub(super) fn count(&self) -> usize {
        self.list.len().max(1)
    }

    /// The host after the one at `place`.
    pub(super) fn next(&self, place: usize) -> usize {
        (place + 1) % self.count()
    }

    /// The host for a new call. Once in a while, a call that may be repeated tries the preferred host again.
    pub(super) fn choose(&self, now: i64, repeatable: bool) -> usize {
        let current = self.current.load(Ordering::Relaxed);
        let left = self.left.load(Ordering::Relaxed);
        if current == 0 || !repeatable || (0..PROBE).contains(&now.saturating_sub(left)) {
            return current;
        }
        // One call probes; the others stay with the host that answers.
        let probes = self.left.compare_exchange(left, now, Ordering::Relaxed, Ordering::Relaxed).is_ok();
        if probes { 0 } else { current }
    }

    /// Notes that the host at `place` could not be reached or did not answer: later calls use the next one.
    pub(super) fn leave(&self, place: usize, now: i64) {
        let next = self.next(place);
        // A failed probe does not change the choice of other calls.
        if self.current.compare_exchange(place, next, Ordering::Relaxed, Ordering::Relaxed).is_ok() && place == 0 {
            self.left.store(now, Ordering::Relaxed);
        }
    }

    /// Notes that the host at `place` answered with a status below 500: if it is the preferred one, it is chosen again.
    pub(super) fn note_answer(&self, place: usize) {
        if place == 0 {
            self.current.store(0, Ordering::Relaxed);
        }
    }
}

/// Time after a failure until the preferred host is probed, in seconds.
const PROBE: i64 = 30;

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts() -> Hosts {
        Hosts::new(vec!["https://main".to_owned(), "https://backup".to_owned()])
    }

    #[test]
    fn the_choice_is_remembered_probed_by_one_repeatable_call_and_taken_back() {
        let hosts = hosts();
        assert_eq!(hosts.choose(1000, true), 0);
        hosts.leave(0, 1000);
        assert_eq!((hosts.choose(1001, true), hosts.choose(1029, true)), (1, 1));
        assert_eq!((hosts.choose(1030, false), hosts.choose(1030, true), hosts.choose(1030, true)), (1, 0, 1));
        // The probe fails: all calls stay with the backup.
        hosts.leave(0, 1030);
        assert_eq!(hosts.choose(1031, true), 1);
        assert_eq!(hosts.choose(1060, true), 0);
        hosts.note_answer(0);
        assert_eq!(hosts.choose(1061, false), 0);
    }

    #[test]
    fn the_last_host_is_followed_by_the_first() {
        let hosts = hosts();
        assert_eq!((hosts.next(0), hosts.next(1)), (1, 0));
        assert_eq!(Hosts::new(vec!["https://only".to_owned()]).next(0), 0);
    }
}
