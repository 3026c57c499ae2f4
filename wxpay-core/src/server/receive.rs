//! The server's steps, in their order: read, check the rules, take the defaults, open.

use super::read::{Misread, read};
use super::{Incoming, defaults};
use crate::crypto::Decryptor;
use crate::error::OpenError;
use crate::open::open;
use crate::payload::{Message, Node, Slot};
use crate::validate::{Policy, Violation, of_opened, validate};

/// The steps after reading that a server wants: none by default.
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

    /// Lets the violations pass for which `tolerated` is true.
    pub fn tolerating(self, tolerated: &'a Tolerated<'a>) -> Self {
        Self { tolerated: Some(tolerated), ..self }
    }

    /// Takes the documented default where a member is absent, once the rules are checked.
    pub fn defaults(self) -> Self {
        Self { defaults: true, ..self }
    }

    fn refuse(&self, mut violations: Vec<Violation>) -> Result<(), ReceiveError> {
        violations.retain(|violation| !self.tolerated.is_some_and(|tolerated| tolerated(violation)));
        if violations.is_empty() { Ok(()) } else { Err(ReceiveError::Invalid(violations)) }
    }

    /// Decrypts the sensitive members with WeChat Pay's key. Without a key, a request that has any is refused.
    pub fn open(self, key: Option<&'a dyn Decryptor>) -> Self {
        Self { key: Some(key), ..self }
    }
}

/// A request that is not received, by the step that refuses it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReceiveError {
    /// What it should be received into is no object, such as an `Option` or the unit type, and has no members.
    NotAnObject,
    /// It does not fit its table.
    Misread(Misread),
    /// It breaks rules: at least one.
    Invalid(Vec<Violation>),
    /// A sensitive member does not open: it was encrypted to another key, or is damaged.
    Sealed(OpenError),
}

/// Receives a request whose signature holds, and which [`content`](super::content) has taken apart: reads it into
/// `request`, checks the rules, takes the defaults, opens what is encrypted.
///
/// The documented lengths of encrypted members are those of the ciphertext, so rules are checked before anything is opened.
/// Lengths of plaintexts are checked afterwards.
///
/// # Errors
/// The first step that refuses it. What was read before stays in `request`.
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
