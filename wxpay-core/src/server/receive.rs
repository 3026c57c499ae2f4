//! The server's steps in their order: read, check the rules, fill in the defaults, open.

use super::read::{Misread, read};
use super::{Incoming, defaults};
use crate::crypto::Decryptor;
use crate::error::OpenError;
use crate::open::open;
use crate::payload::{Message, Node, Slot};
use crate::validate::{Policy, Violation, of_opened, validate};

/// The optional steps after reading. The default has no steps.
#[derive(Clone, Copy, Default)]
#[must_use]
pub struct Checks<'a> {
    rules: Option<&'a Policy>,
    tolerated: Option<&'a Tolerated<'a>>,
    defaults: bool,
    key: Option<Option<&'a dyn Decryptor>>,
}

type Tolerated<'a> = dyn Fn(&Violation) -> bool + Sync + 'a;

impl<'a> Checks<'a> {
    /// Checks the rules of the declaration.
    pub fn rules(self, policy: &'a Policy) -> Self {
        Self { rules: Some(policy), ..self }
    }

    /// Accepts violations for which `tolerated` returns true.
    pub fn tolerating(self, tolerated: &'a Tolerated<'a>) -> Self {
        Self { tolerated: Some(tolerated), ..self }
    }

    /// Fills absent members with their documented defaults, after the rules are checked.
    pub fn defaults(self) -> Self {
        Self { defaults: true, ..self }
    }

    fn refuse(&self, mut violations: Vec<Violation>) -> Result<(), ReceiveError> {
        violations.retain(|violation| !self.tolerated.is_some_and(|tolerated| tolerated(violation)));
        if violations.is_empty() { Ok(()) } else { Err(ReceiveError::Invalid(violations)) }
    }

    /// Decrypts the sensitive members with WeChat Pay's key. Without a key, a request that has sensitive members is refused.
    pub fn open(self, key: Option<&'a dyn Decryptor>) -> Self {
        Self { key: Some(key), ..self }
    }
}

/// The error of the step that refuses a request.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReceiveError {
    /// The target is not an object, for example an `Option` or `()`, and has no members.
    NotAnObject,
    /// The request does not fit its table.
    Misread(Misread),
    /// The request breaks rules; at least one.
    Invalid(Vec<Violation>),
    /// A sensitive member cannot be opened: it was encrypted to another key, or is damaged.
    Sealed(OpenError),
}

/// Receives a request whose signature was verified and which [`content`](super::content) has split: reads it into
/// `request`, checks the rules, fills in the defaults, and opens sensitive members.
///
/// The documented length of an encrypted member is usually that of the ciphertext, so the rules are checked before anything is
/// opened. Rules about the length of the plain text are checked afterwards.
///
/// # Errors
/// The first step that refuses it. `request` keeps the values that were read before.
pub async fn receive(
    request: &mut dyn Message,
    incoming: &Incoming<'_>,
    checks: Checks<'_>,
) -> Result<(), ReceiveError> {
    let Slot::Object(object) = request.slot() else { return Err(ReceiveError::NotAnObject) };
    read(object, incoming).map_err(ReceiveError::Misread)?;
    if let Some(policy) = checks.rules {
        let Node::Object(object) = request.node() else { return Err(ReceiveError::NotAnObject) };
        checks.refuse(validate(object, policy))?;
    }
    if checks.defaults {
        defaults::take(request.slot());
    }
    if let Some(key) = checks.key {
        open(request, key).await.map_err(ReceiveError::Sealed)?;
        if let (Some(_), Node::Object(object)) = (checks.rules, request.node()) {
            checks.refuse(of_opened(object))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use http::HeaderMap;

    use super::*;

    #[test]
    fn what_is_no_object_receives_nothing() {
        let headers = HeaderMap::new();
        let (incoming, policy) = (Incoming::new(&headers, b"{\"a\":1}"), Policy::default());
        let messages: [&mut dyn Message; 3] = [&mut None::<String>, &mut (), &mut Vec::<String>::new()];
        for message in messages {
            let receiving = pin!(receive(message, &incoming, Checks::default().rules(&policy).open(None)));
            let received = receiving.poll(&mut Context::from_waker(Waker::noop()));
            assert_eq!(received, Poll::Ready(Err(ReceiveError::NotAnObject)));
        }
    }
}
