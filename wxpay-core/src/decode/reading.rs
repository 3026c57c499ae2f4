//! The state of reading a message: the mode, and the faults so far.

use super::{Fault, FaultKind};
use crate::payload::{Filled, Mismatch, Place, Trail};

/// The mode of reading, and the faults so far.
pub(super) struct Reading {
    how: How,
    /// The faults, up to [`MOST`] of them.
    pub(super) faults: Vec<Fault>,
    /// The number of all faults.
    count: usize,
    /// Number of leading faults that are never dropped.
    kept: usize,
    /// The faults of members that were left out, up to [`MOST`] of them.
    pub(super) dropped: Vec<Fault>,
    /// True inside of a JSON text.
    in_text: bool,
}

/// The faults so far, before a member is read.
#[derive(Clone, Copy)]
pub(super) struct Before {
    count: usize,
    listed: usize,
}

/// A mode of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// A message of WeChat Pay: optional members that do not fit are left out, and unknown members are skipped.
    Tolerant,
    /// A message that this crate stored, with all members of a request in one object.
    Stored,
    /// A client's request.
    #[cfg(feature = "server")]
    Request {
        /// Refuses unknown and repeated members.
        strict: bool,
    },
}

impl Reading {
    pub(super) fn new(how: How) -> Self {
        Self { how, faults: Vec::new(), count: 0, kept: 0, dropped: Vec::new(), in_text: false }
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

    /// Enters a JSON text, and returns the state that [`leaves_text`](Self::leaves_text) restores.
    pub(super) fn enters_text(&mut self) -> bool {
        std::mem::replace(&mut self.in_text, true)
    }

    pub(super) fn leaves_text(&mut self, before: bool) {
        self.in_text = before;
    }

    pub(super) fn is_in_text(&self) -> bool {
        self.in_text
    }

    pub(super) fn before(&self) -> Before {
        Before { count: self.count, listed: self.faults.len() }
    }

    /// Leaves out an optional member that had faults since `before`, unless the application compares it.
    pub(super) fn drops(&mut self, at: &Trail<'_>, before: Before) -> bool {
        if !self.is_tolerant() || self.count == before.count {
            return false;
        }
        if at.as_member().is_some_and(|field| field.compared) {
            self.kept = self.count;
        }
        let drops = self.kept <= before.count;
        if drops {
            self.count = before.count;
            let room = MOST.saturating_sub(self.dropped.len());
            self.dropped.extend(self.faults.drain(before.listed..).take(room));
        }
        drops
    }

    /// Skips a `null` in a list or a map, unless the application compares the member.
    pub(super) fn passes_null(&mut self, at: &Trail<'_>) {
        if at.field().is_some_and(|field| field.compared) {
            self.fault(at, FaultKind::Missing);
        } else if self.dropped.len() < MOST {
            self.dropped.push(Fault::at(at, FaultKind::Missing));
        }
    }

    pub(super) fn fault(&mut self, at: &Trail<'_>, kind: FaultKind) {
        self.count += 1;
        if self.faults.len() < MOST {
            self.faults.push(Fault::at(at, kind));
        }
    }

    pub(super) fn reads(&self, place: Place) -> bool {
        self.how == How::Stored || place == Place::Body || self.in_text
    }

    pub(super) fn filled(&mut self, at: &Trail<'_>, result: Result<Filled, Mismatch>) -> Filled {
        result.unwrap_or_else(|Mismatch { expected }| {
            self.fault(at, FaultKind::Type { expected });
            // The fault is reported; "missing" would be a second one for the same mistake.
            Filled::Present
        })
    }
}

impl Fault {
    fn at(at: &Trail<'_>, kind: FaultKind) -> Self {
        Self { pointer: at.to_string(), label: at.label(), kind }
    }
}

/// Most faults that are listed for a message: one of several megabytes can have a million.
const MOST: usize = 100;
