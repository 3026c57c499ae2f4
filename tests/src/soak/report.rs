//! The result of a soak, in numbers.

use std::collections::BTreeMap;
use std::fmt;

use super::compare::{Call, CameTo, Entry, Settled};
use super::seen::Seen;

/// The result of a soak.
#[derive(Debug)]
pub struct Report {
    counts: BTreeMap<&'static str, [usize; 7]>,
    exchanges: usize,
    faulted: usize,
    entries: [usize; 4],
    /// The contradictions, in words; empty if the client is sound.
    pub contradictions: Vec<String>,
}

impl Report {
    pub(super) fn new(calls: &[Call], seen: &Seen, books: &[Entry], contradictions: Vec<String>) -> Self {
        let mut counts: BTreeMap<_, [usize; 7]> = BTreeMap::new();
        for call in calls {
            let columns = counts.entry(call.kind).or_default();
            columns[call.came_to as usize] += 1;
            if let Some(settled) = call.settled.filter(|_| call.entry.is_some()) {
                columns[4 + settled as usize] += 1;
            }
        }
        let mut entries = [0; 4];
        for entry in books {
            let place = match entry {
                Entry::Order(..) => 0,
                Entry::Closed(..) => 1,
                Entry::Refund(..) => 2,
                Entry::Transfer(..) => 3,
            };
            entries[place] += 1;
        }
        Self { counts, exchanges: seen.exchanges, faulted: seen.faulted, entries, contradictions }
    }

    /// Number of calls with this outcome.
    #[must_use]
    pub fn came_to(&self, came_to: CameTo) -> usize {
        self.counts.values().map(|columns| columns[came_to as usize]).sum()
    }

    /// Number of unknown outcomes that asking settled so.
    #[must_use]
    pub fn settled(&self, settled: Settled) -> usize {
        self.counts.values().map(|columns| columns[4 + settled as usize]).sum()
    }

    /// Number of calls.
    #[must_use]
    pub fn calls(&self) -> usize {
        self.counts.values().flat_map(|columns| &columns[..4]).sum()
    }

    /// Share of the exchanges that had a fault.
    #[must_use]
    pub fn faulted(&self) -> f64 {
        self.faulted as f64 / self.exchanges.max(1) as f64
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<28} {:>8} {:>8} {:>8} {:>8} -> {:>8} {:>8} {:>8}",
            "", "done", "not sent", "refused", "unknown", "done", "not done", "left"
        )?;
        let mut total = [0; 7];
        let line = |f: &mut fmt::Formatter<'_>, name: &str, columns: &[usize; 7]| {
            let [done, not_sent, refused, unknown, found, absent, left] = columns;
            writeln!(
                f,
                "{name:<28} {done:>8} {not_sent:>8} {refused:>8} {unknown:>8} -> {found:>8} {absent:>8} {left:>8}"
            )
        };
        for (kind, columns) in &self.counts {
            line(f, kind, columns)?;
            total.iter_mut().zip(columns).for_each(|(sum, count)| *sum += count);
        }
        line(f, "all", &total)?;
        let [orders, closed, refunds, transfers] = self.entries;
        writeln!(
            f,
            "{} calls, {} exchanges, {:.1} % of them with a fault",
            self.calls(),
            self.exchanges,
            self.faulted() * 100.0
        )?;
        writeln!(
            f,
            "in the books: {orders} orders, {closed} of them closed, {refunds} refunds, {transfers} transfers"
        )?;
        write!(f, "{} contradictions", self.contradictions.len())?;
        self.contradictions.iter().take(SHOWN).try_for_each(|problem| write!(f, "\n  {problem}"))
    }
}

/// Number of contradictions that are printed.
const SHOWN: usize = 50;
