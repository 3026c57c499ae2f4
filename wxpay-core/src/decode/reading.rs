//! How a message is read, and what was wrong with it so far.

use super::{Fault, FaultKind};
use crate::payload::{Filled, Mismatch, Place, Trail};

/// What is being read, how far it got, and what was wrong with it.
pub(super) struct Reading {
    how: How,
    pub(super) trail: Trail,
    pub(super) faults: Vec<Fault>,
    /// So many of the first faults are never dropped.
    kept: usize,
    /// What was wrong with members that are left out for it.
    pub(super) dropped: Vec<Fault>,
}

/// How a message is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// As WeChat Pay's: an optional member that does not fit is left out, and unknown ones are passed over.
    Tolerant,
    /// As what was stored by this crate, with all members of a request in one object.
    Stored,
    /// As a client's request.
    #[cfg(feature = "server")]
    Request {
        /// Whether members are refused that the table does not know, or that come twice.
        strict: bool,
    },
}

impl Reading {
    pub(super) fn new(how: How) -> Self {
        Self { how, trail: Trail::default(), faults: Vec::new(), kept: 0, dropped: Vec::new() }
    }

    pub(super) fn is_tolerant(&self) -> bool {
        self.how == How::Tolerant
    }

    pub(super) fn is_strict(&self) -> bool {
        #[cfg(feature = "server")]
        return self.how == How::Request { strict: true };
        #[cfg(not(feature = "server"))]
        return false;
    }

    /// Leaves an optional member out that has had faults since there were so many, unless it is one that the
    /// application compares.
    pub(super) fn drops(&mut self, since: usize) -> bool {
        if !self.is_tolerant() || self.faults.len() == since {
            return false;
        }
        if self.trail.member().is_some_and(|field| field.compared) {
            self.kept = self.faults.len();
        }
        let drops = self.kept <= since;
        if drops {
            self.dropped.extend(self.faults.drain(since..));
        }
        drops
    }

    pub(super) fn fault(&mut self, kind: FaultKind) {
        self.faults.push(Fault { pointer: self.trail.to_string(), label: self.trail.label(), kind });
    }

    pub(super) fn reads(&self, place: Place) -> bool {
        self.how == How::Stored || place == Place::Body
    }

    pub(super) fn filled(&mut self, result: Result<Filled, Mismatch>) -> Filled {
        result.unwrap_or_else(|Mismatch { expected }| {
            self.fault(FaultKind::Type { expected });
            // The fault is reported; "missing" would be a second one for the same mistake.
            Filled::Present
        })
    }
}
