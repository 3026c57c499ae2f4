//! Searches for the signed message: tries every usual change alone, then in pairs.

use std::borrow::Cow;

use super::digest::sha256;
use super::json::orders;
use super::print::Printed;
use super::{Cause, OtherLines};
use crate::crypto::Backend;
use crate::sign::lines;

/// A possible difference between the signed message and the one that arrived.
pub(super) struct Change<C = Cause> {
    pub(super) what: What,
    pub(super) cause: C,
}

pub(super) enum What {
    /// Another text in the line with this index.
    Line(usize, Vec<u8>),
    /// The lines joined in another form.
    Form(Form),
    /// The lines in the order of these indices.
    Order(Vec<usize>),
    /// A completely different message.
    Whole(Vec<u8>),
}

/// The form in which lines are joined to a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// The documented form: a line feed after each line.
    Right,
    /// Without the last line feed, as from a program that omits the line of an empty body.
    NoLast,
    CrLf,
    /// CRLF between the lines, and none at the end.
    CrLfBetween,
    /// A backslash and an `n`, as from a text in single quotes.
    Literal,
    /// Without separators.
    Bare,
}

impl Form {
    pub(super) fn message(self, parts: &[&[u8]]) -> Vec<u8> {
        let parted = |separator: &[u8]| parts.iter().flat_map(|part| [*part, separator].concat()).collect::<Vec<u8>>();
        match self {
            Self::Right => lines(parts),
            Self::NoLast => parts.join(&b'\n'),
            Self::CrLf => parted(b"\r\n"),
            Self::CrLfBetween => parts.join(&b"\r\n"[..]),
            Self::Literal => parted(b"\\n"),
            Self::Bare => parts.concat(),
        }
    }
}

/// The wrong forms, with their causes. One line feed too many is covered by a body that ends with one.
pub(super) fn forms() -> impl Iterator<Item = Change> {
    let wrong = [
        (Form::NoLast, OtherLines::NoLast),
        (Form::CrLf, OtherLines::CrLf),
        (Form::CrLfBetween, OtherLines::CrLfBetween),
        (Form::Literal, OtherLines::Literal),
        (Form::Bare, OtherLines::Bare),
    ];
    wrong.into_iter().map(|(form, how)| Change { what: What::Form(form), cause: Cause::Lines(how) })
}

/// The signed message, and its one or two causes; `None` if no change gives the digest.
pub(super) fn search<C: Clone>(
    backend: Backend,
    digest: &[u8],
    parts: &[&[u8]],
    changes: impl Iterator<Item = Change<C>>,
) -> Option<(Vec<u8>, Vec<C>)> {
    let fits = |chosen: &[&Change<C>]| {
        let message = changed(parts, chosen);
        (sha256(backend, &message) == digest).then_some(message)
    };
    let causes = |chosen: &[&Change<C>]| chosen.iter().map(|change| change.cause.clone()).collect();
    let in_pairs = parts.iter().map(|part| part.len()).sum::<usize>() <= LONGEST_FOR_PAIRS;
    let mut tried = Vec::new();
    for change in changes {
        if let Some(message) = fits(&[&change]) {
            return Some((message, causes(&[&change])));
        }
        // A whole message leaves no room for a second change.
        if in_pairs && !matches!(change.what, What::Whole(_)) {
            tried.push(change);
        }
    }
    for (index, first) in tried.iter().enumerate() {
        for second in tried.iter().skip(index + 1).filter(|second| place(second) != place(first)) {
            if let Some(message) = fits(&[first, second]) {
                return Some((message, causes(&[first, second])));
            }
        }
    }
    None
}

/// The signed message, if it differs only by the order of the members in the body, the line with this index. Libraries with
/// hash maps print such bodies.
pub(super) fn reordered(
    backend: Backend,
    digest: &[u8],
    parts: &[&[u8]],
    line: usize,
) -> Option<(Vec<u8>, Vec<Cause>)> {
    let cause = || Cause::Reserialised(Printed::REORDERED);
    orders(parts.get(line)?).find_map(|body| {
        let change = Change { what: What::Line(line, body), cause: cause() };
        let message = changed(parts, &[&change]);
        (sha256(backend, &message) == digest).then(|| (message, vec![change.cause]))
    })
}

/// The place of a change. Two changes at once must have different places.
#[derive(PartialEq, Eq)]
enum Place {
    Line(usize),
    Form,
    Order,
    Whole,
}

fn place<C>(change: &Change<C>) -> Place {
    match change.what {
        What::Line(index, _) => Place::Line(index),
        What::Form(_) => Place::Form,
        What::Order(_) => Place::Order,
        What::Whole(_) => Place::Whole,
    }
}

fn changed<C>(parts: &[&[u8]], changes: &[&Change<C>]) -> Vec<u8> {
    let mut lines: Vec<Cow<'_, [u8]>> = parts.iter().map(|part| Cow::Borrowed(*part)).collect();
    let (mut form, mut order) = (Form::Right, None);
    for change in changes {
        match &change.what {
            What::Line(index, text) => {
                if let Some(line) = lines.get_mut(*index) {
                    *line = Cow::Borrowed(text);
                }
            }
            What::Form(other) => form = *other,
            What::Order(other) => order = Some(other),
            What::Whole(message) => return message.clone(),
        }
    }
    let parts: Vec<&[u8]> = match order {
        Some(order) => order.iter().filter_map(|index| lines.get(*index)).map(AsRef::as_ref).collect(),
        None => lines.iter().map(AsRef::as_ref).collect(),
    };
    form.message(&parts)
}

/// In bytes: there are thousands of pairs, each of which is hashed.
const LONGEST_FOR_PAIRS: usize = 16 << 10;
