//! Compares what the client reported, what the proxies saw and what the books contain.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use wxpay::error::{Error, Outcome};

/// An entry of the books.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// An order, with its amount in fen.
    Order(String, i64),
    /// A closed order.
    Closed(String),
    /// A refund, with its amount in fen.
    Refund(String, i64),
    /// A transfer, with its amount in fen.
    Transfer(String, i64),
}

impl Entry {
    /// The kind and the number, which only one entry may have.
    fn identity(&self) -> (&'static str, &str) {
        match self {
            Self::Order(number, _) => ("order", number),
            Self::Closed(number) => ("closed order", number),
            Self::Refund(number, _) => ("refund", number),
            Self::Transfer(number, _) => ("transfer", number),
        }
    }
}

/// The outcome of a call, as the client reports it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CameTo {
    /// A success.
    Done,
    /// An error: nothing was sent.
    NotSent,
    /// An error: the request did nothing.
    Refused,
    /// An error: the outcome is unknown.
    Unknown,
}

impl CameTo {
    /// The outcome that `result` reports.
    pub fn of<T>(result: &Result<T, Error>) -> Self {
        match result.as_ref().map_err(Error::outcome) {
            Ok(_) => Self::Done,
            Err(Outcome::NotSent) => Self::NotSent,
            Err(Outcome::Refused) => Self::Refused,
            Err(Outcome::Unknown) => Self::Unknown,
        }
    }
}

/// The result of asking about an unknown outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Settled {
    /// The request was done.
    Done,
    /// The request was not done.
    NotDone,
    /// The outcome is still unknown.
    Left,
}

/// A call, as the client reports it.
#[derive(Debug, Clone)]
pub struct Call {
    /// Number of the call, which its requests carry.
    pub id: u64,
    /// The kind of call.
    pub kind: &'static str,
    /// The entry that it would make in the books; `None` for a query.
    pub entry: Option<Entry>,
    /// Its outcome.
    pub came_to: CameTo,
    /// The result of asking, if the outcome was unknown.
    pub settled: Option<Settled>,
    /// Number of attempts that were not refused a connection, as the client counts them.
    pub reached: usize,
    /// The error, in words.
    pub error: Option<String>,
}

impl Call {
    /// True if it was done, false if it was not; `None` if the client does not know even in the end.
    fn is_done(&self) -> Option<bool> {
        match (self.came_to, self.settled) {
            (CameTo::Done, _) | (CameTo::Unknown, Some(Settled::Done)) => Some(true),
            (CameTo::NotSent | CameTo::Refused, _) | (CameTo::Unknown, Some(Settled::NotDone)) => Some(false),
            (CameTo::Unknown, Some(Settled::Left) | None) => None,
        }
    }
}

/// An answer over the wire, as the proxies report it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// A success that the client can trust.
    Success,
    /// A refusal that the client can trust.
    Refusal,
    /// Nothing that the client can trust, or nothing that tells the outcome.
    Nothing,
}

/// The outcome that a call has to have, given the answers to its requests.
#[must_use]
pub fn expected(replies: &[Reply]) -> CameTo {
    if replies.is_empty() {
        CameTo::NotSent
    } else if replies.contains(&Reply::Success) {
        CameTo::Done
    } else if replies.contains(&Reply::Nothing) {
        CameTo::Unknown
    } else {
        CameTo::Refused
    }
}

/// Every contradiction, in words.
#[must_use]
pub fn contradictions(calls: &[Call], replies: &HashMap<u64, Vec<Reply>>, books: &[Entry]) -> Vec<String> {
    let told = calls.iter().flat_map(|call| {
        let replies = replies.get(&call.id).map(Vec::as_slice).unwrap_or_default();
        against_the_wire(call, replies)
    });
    told.chain(against_the_books(calls, books)).collect()
}

/// Finds outcomes that are `Unknown` without need, or that the answers do not prove.
fn against_the_wire(call: &Call, replies: &[Reply]) -> Vec<String> {
    let mut wrong = Vec::new();
    if call.came_to != expected(replies) {
        wrong.push(format!("is {:?}, but its requests got {replies:?}", call.came_to));
    }
    if call.reached != replies.len() {
        wrong.push(format!("counted {} requests, but the proxies saw {}", call.reached, replies.len()));
    }
    if call.came_to == CameTo::Unknown && call.is_done().is_none() {
        wrong.push("is unknown even after asking".to_owned());
    }
    let about = |problem| format!("{} {} {:?}: {problem}: {:?}", call.kind, call.id, call.entry, call.error);
    wrong.into_iter().map(about).collect()
}

fn against_the_books(calls: &[Call], books: &[Entry]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut claims: BTreeMap<&Entry, Vec<&Call>> = BTreeMap::new();
    for call in calls {
        if let Some(entry) = &call.entry {
            claims.entry(entry).or_default().push(call);
        }
    }
    let booked: BTreeSet<_> = books.iter().collect();
    for (entry, calls) in &claims {
        let is_booked = booked.contains(entry);
        let done = calls.iter().any(|call| call.is_done() == Some(true));
        let denied = calls.iter().all(|call| call.is_done() == Some(false));
        if done && !is_booked || denied && is_booked {
            let word = if is_booked { "is in the books" } else { "is not in the books" };
            let calls: Vec<_> =
                calls.iter().map(|call| (call.id, call.kind, call.came_to, call.settled, &call.error)).collect();
            wrong.push(format!("{entry:?} {word}, but the client said {calls:?}"));
        }
    }
    let unasked = booked.iter().filter(|entry| !claims.contains_key(*entry));
    wrong.extend(unasked.map(|entry| format!("{entry:?} is in the books, and nobody asked for it")));
    let mut times: BTreeMap<_, usize> = BTreeMap::new();
    books.iter().for_each(|entry| *times.entry(entry.identity()).or_default() += 1);
    let twice = times.iter().filter(|(_, times)| **times > 1);
    wrong.extend(twice.map(|((kind, number), times)| format!("{kind} {number} exists {times} times")));
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(came_to: CameTo, settled: Option<Settled>, reached: usize) -> Call {
        let entry = Some(Entry::Order("O1".to_owned(), 100));
        Call { id: 1, kind: "order", entry, came_to, settled, reached, error: None }
    }

    fn wrong(call: Call, replies: &[Reply], books: &[Entry]) -> String {
        contradictions(&[call], &HashMap::from([(1, replies.to_vec())]), books).join("; ")
    }

    fn order(total: i64) -> Entry {
        Entry::Order("O1".to_owned(), total)
    }

    #[test]
    fn what_is_right_is_not_reported() {
        assert_eq!(wrong(call(CameTo::Done, None, 1), &[Reply::Success], &[order(100)]), "");
        assert_eq!(wrong(call(CameTo::NotSent, None, 0), &[], &[]), "");
        assert_eq!(wrong(call(CameTo::Refused, None, 1), &[Reply::Refusal], &[]), "");
        let found = call(CameTo::Unknown, Some(Settled::Done), 1);
        assert_eq!(wrong(found, &[Reply::Nothing], &[order(100)]), "");
        let absent = call(CameTo::Unknown, Some(Settled::NotDone), 2);
        assert_eq!(wrong(absent, &[Reply::Nothing, Reply::Refusal], &[]), "");
    }

    #[test]
    fn a_success_that_is_not_in_the_books_is_a_lie() {
        let lie = wrong(call(CameTo::Done, None, 1), &[Reply::Success], &[]);
        assert!(lie.contains(r#"Order("O1", 100) is not in the books"#), "{lie}");
        let lie = wrong(call(CameTo::Done, None, 1), &[Reply::Success], &[order(101)]);
        assert!(lie.contains("is not in the books") && lie.contains("101) is in the books, and nobody asked"), "{lie}");
        let lie = wrong(call(CameTo::Unknown, Some(Settled::Done), 1), &[Reply::Nothing], &[]);
        assert!(lie.contains("is not in the books"), "{lie}");
    }

    #[test]
    fn a_refusal_that_is_in_the_books_is_a_lie() {
        for (came_to, settled, replies) in [
            (CameTo::NotSent, None, [].as_slice()),
            (CameTo::Refused, None, &[Reply::Refusal]),
            (CameTo::Unknown, Some(Settled::NotDone), &[Reply::Nothing]),
        ] {
            let lie = wrong(call(came_to, settled, replies.len()), replies, &[order(100)]);
            assert!(lie.contains("is in the books, but the client said"), "{came_to:?}: {lie}");
        }
    }

    #[test]
    fn an_order_that_exists_twice_is_reported() {
        let lie = wrong(call(CameTo::Done, None, 1), &[Reply::Success], &[order(100), order(100)]);
        assert_eq!(lie, "order O1 exists 2 times");
    }

    #[test]
    fn unknown_is_no_refuge() {
        let settled = Some(Settled::NotDone);
        for replies in [[].as_slice(), &[Reply::Refusal]] {
            let refuge = wrong(call(CameTo::Unknown, settled, replies.len()), replies, &[]);
            assert!(refuge.contains("is Unknown, but its requests got"), "{refuge}");
        }
        let refuge = wrong(call(CameTo::Unknown, settled, 1), &[Reply::Success], &[]);
        assert!(refuge.contains("is Unknown, but its requests got [Success]"), "{refuge}");
        for settled in [None, Some(Settled::Left)] {
            let left = wrong(call(CameTo::Unknown, settled, 1), &[Reply::Nothing], &[]);
            assert!(left.contains("is unknown even after asking"), "{left}");
        }
    }

    #[test]
    fn a_guess_is_reported() {
        for came_to in [CameTo::Done, CameTo::NotSent, CameTo::Refused] {
            let books = if came_to == CameTo::Done { vec![order(100)] } else { Vec::new() };
            let guess = wrong(call(came_to, None, 1), &[Reply::Nothing], &books);
            assert!(guess.contains("but its requests got [Nothing]"), "{came_to:?}: {guess}");
        }
        let guess = wrong(call(CameTo::Refused, None, 2), &[Reply::Nothing, Reply::Refusal], &[]);
        assert!(guess.contains("is Refused, but its requests got [Nothing, Refusal]"), "{guess}");
    }

    #[test]
    fn a_request_that_nobody_counted_is_reported() {
        let lie = wrong(call(CameTo::Done, None, 1), &[Reply::Nothing, Reply::Success], &[order(100)]);
        assert!(lie.contains("counted 1 requests, but the proxies saw 2"), "{lie}");
    }
}
