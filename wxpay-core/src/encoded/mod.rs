//! A request that is ready to be signed, as a value that can be sent, sent again, compared by its fingerprint, and stored.

mod error;
pub(crate) mod fingerprint;
mod stored;
pub(crate) mod target;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderMap, Method};
use percent_encoding::percent_decode_str;

use self::fingerprint::Mark;
use crate::crypto::Backend;
use crate::echo::{self, Echo};
use crate::endpoint::{Operation, Statuses};

pub use error::EncodeError;
pub use fingerprint::{Fingerprint, FingerprintError};
pub use stored::{HeadProblem, StoredError};
pub use target::TargetProblem;

/// A request that was validated, sealed and encoded, but not signed. Each attempt signs it anew.
///
/// It can be kept and sent again ([`Client::resend`](crate::client::Client::resend)): the same number, the same parameters, the
/// same ciphertexts. It can be stored ([`to_bytes`](Self::to_bytes)), and sent by a process that has only these bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Encoded {
    method: Method,
    template: Cow<'static, str>,
    target: String,
    content: Content,
    caller: Arc<str>,
    serial: Option<String>,
    echoes: Vec<Echo>,
    statuses: Statuses,
    /// False for a request that no declaration describes, whose template may contain numbers.
    declared: bool,
    /// True if something in the request is encrypted to the key `serial`.
    sealed: bool,
    mark: Mark,
}

/// The content of a request: its own headers and its body.
#[derive(Clone, PartialEq, Eq, Default)]
pub(crate) struct Content {
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// The part of the body that is signed.
    pub(crate) signed: Range<usize>,
}

impl Content {
    /// A body without headers of its own, which is signed as a whole.
    pub(crate) fn of(body: Bytes) -> Self {
        Self { headers: HeaderMap::new(), signed: 0..body.len(), body }
    }
}

impl Encoded {
    /// A request without content, to be signed by `caller`. `template` is its name in logs, and `serial` the key with which the
    /// answer should be signed.
    pub(crate) fn new(
        method: Method,
        template: impl Into<Cow<'static, str>>,
        target: String,
        caller: Arc<str>,
        serial: Option<String>,
    ) -> Self {
        Self {
            method,
            template: template.into(),
            target,
            content: Content::default(),
            caller,
            serial,
            echoes: Vec::new(),
            statuses: Statuses::default(),
            declared: true,
            sealed: false,
            mark: Mark::Bytes,
        }
    }

    pub(crate) fn with_content(self, content: Content) -> Self {
        Self { content, ..self }
    }

    /// Sets the members that the answer has to repeat, and the meaning of statuses.
    pub(crate) fn with_rules(self, echoes: Vec<Echo>, statuses: Statuses) -> Self {
        Self { echoes, statuses, ..self }
    }

    /// Sets whether something is encrypted, and the source of the fingerprint.
    pub(crate) fn with_seals(self, sealed: bool, mark: Mark) -> Self {
        Self { sealed, mark, ..self }
    }

    /// Marks the request as one that no declaration describes: its template is its path.
    pub(crate) fn undeclared(self) -> Self {
        Self { declared: false, ..self }
    }

    /// The request as `operation` declares it now, to be sent again by its `caller`. The declaration decides the meaning of
    /// statuses, the member that is the business number, and that the answer has to repeat the values of the path: stored bytes
    /// may have been changed, or written under another declaration.
    ///
    /// # Errors
    /// The request belongs to another endpoint, or to another merchant.
    pub(crate) fn again(&self, operation: &Operation, caller: &str) -> Result<Cow<'_, Self>, EncodeError> {
        if self.template != operation.path || self.method != Method::from(operation.method) {
            let (method, template) = (self.method.clone(), self.template.clone().into_owned());
            return Err(EncodeError::OtherEndpoint { method, template });
        }
        if *self.caller != *caller {
            let (encoded_for, client) = (self.caller.to_string().into(), caller.to_owned().into());
            return Err(EncodeError::OtherCaller { encoded_for, client });
        }
        let echoes = self.declared_echoes(operation.number);
        if self.statuses == operation.statuses() && self.echoes == echoes {
            return Ok(Cow::Borrowed(self));
        }
        Ok(Cow::Owned(self.clone().with_rules(echoes, operation.statuses())))
    }

    fn declared_echoes(&self, number: Option<&str>) -> Vec<Echo> {
        let mut echoes: Vec<_> = self.echoes.iter().map(|echo| echo.with_number(number)).collect();
        for (name, value) in target::values(&self.template, target::path(&self.target)).unwrap_or_default() {
            if echoes.iter().all(|echo| echo.member() != name) {
                let value = percent_decode_str(value).decode_utf8_lossy().into_owned();
                echoes.push(Echo::stored(name.to_owned(), value, true, false).with_number(number));
            }
        }
        echoes
    }

    /// The HTTP method.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The path as declared, with its holes, for logs and metrics.
    #[must_use]
    pub fn template(&self) -> &str {
        &self.template
    }

    /// Path and query as they are signed and sent.
    #[must_use]
    pub fn target(&self) -> &str {
        &self.target
    }

    /// The headers that the endpoint itself declares; for a file also the form's `Content-Type`.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.content.headers
    }

    /// The body; empty if the endpoint has no body.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.content.body
    }

    /// The part of the body that is signed: all of it, or for a form the text of its part `meta`.
    #[must_use]
    pub fn signed(&self) -> &[u8] {
        self.content.body.get(self.content.signed.clone()).unwrap_or_default()
    }

    /// The number of the merchant, or the brand, that the request was encoded for.
    #[must_use]
    pub fn caller(&self) -> &str {
        &self.caller
    }

    /// The `Wechatpay-Serial` of the request: the key that it is encrypted to, and with which the answer should be signed. `None`
    /// for the first certificate download.
    #[must_use]
    pub fn serial(&self) -> Option<&str> {
        self.serial.as_deref()
    }

    /// Tells whether something in the request is encrypted to the key [`serial`](Self::serial), so that only the holder of that
    /// key can read it.
    #[must_use]
    pub fn is_sealed(&self) -> bool {
        self.sealed
    }

    /// The business number that makes it safe to send the request again, if the endpoint has one.
    #[must_use]
    pub fn number(&self) -> Option<&str> {
        echo::number(&self.echoes)
    }

    /// Tells whether sending the request again does no more than sending it once: it is a `GET`, or has a business number.
    #[must_use]
    pub fn is_repeatable(&self) -> bool {
        self.method == http::Method::GET || self.number().is_some()
    }

    /// The fingerprint of the request. It is computed at each call, unless something is encrypted.
    ///
    /// # Errors
    /// A sensitive member was encrypted by a client without an APIv3 key, or no crypto library is compiled in.
    pub fn fingerprint(&self) -> Result<Fingerprint, FingerprintError> {
        match self.mark {
            Mark::Plaintexts(Some(fingerprint)) | Mark::Stored(Some(fingerprint)) => Ok(fingerprint),
            Mark::Plaintexts(None) if Backend::preferred().is_some() => Err(FingerprintError::NoKey),
            Mark::Plaintexts(None) => Err(FingerprintError::NoBackend),
            Mark::Bytes | Mark::Stored(None) => self.fingerprint_of_bytes().ok_or(FingerprintError::NoBackend),
        }
    }

    fn fingerprint_of_bytes(&self) -> Option<Fingerprint> {
        Fingerprint::of(&self.template, &self.target, &self.content)
    }

    /// The members that the answer has to repeat.
    pub(crate) fn echoes(&self) -> &[Echo] {
        &self.echoes
    }

    pub(crate) fn statuses(&self) -> &Statuses {
        &self.statuses
    }

    pub(crate) fn is_declared(&self) -> bool {
        self.declared
    }
}

/// Leaves out the body: that of a form has the file, and a log needs no body.
impl fmt::Debug for Encoded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { method, template, target, content, caller, serial, sealed, .. } = self;
        f.debug_struct("Encoded")
            .field("method", method)
            .field("template", template)
            .field("target", target)
            .field("bytes", &content.body.len())
            .field("number", &self.number())
            .field("caller", caller)
            .field("serial", serial)
            .field("sealed", sealed)
            .finish_non_exhaustive()
    }
}
