//! A request that is ready to be signed, as a value.

use std::borrow::Cow;

use bytes::Bytes;
use http::{HeaderMap, Method};

use crate::echo::{self, Echo};
use crate::endpoint::Statuses;

/// A request that was validated, sealed and encoded, but not signed: what every attempt signs anew.
///
/// It can be kept and sent again ([`Client::resend`](crate::client::Client::resend)): the same number, the same
/// parameters, the same ciphertexts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Encoded {
    pub(crate) method: Method,
    pub(crate) template: Cow<'static, str>,
    pub(crate) target: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) signed: Bytes,
    pub(crate) serial: Option<String>,
    pub(crate) echoes: Vec<Echo>,
    pub(crate) statuses: Statuses,
    /// False for a request that no declaration describes, whose template has numbers in it.
    pub(crate) declared: bool,
}

impl Encoded {
    /// A `GET` without headers of its own; `template` is its name in logs.
    pub(crate) fn get(template: &'static str, target: String, serial: Option<String>) -> Self {
        Self {
            method: Method::GET,
            template: Cow::Borrowed(template),
            target,
            headers: HeaderMap::new(),
            body: Bytes::new(),
            signed: Bytes::new(),
            serial,
            echoes: Vec::new(),
            statuses: Statuses::default(),
            declared: true,
        }
    }

    /// A request of which nothing is known but what is sent. All of its body is signed.
    pub(crate) fn raw(method: Method, target: String, body: Bytes, serial: Option<String>) -> Self {
        let template = Cow::Owned(target.split('?').next().unwrap_or_default().to_owned());
        let signed = body.clone();
        Self { method, template, body, signed, declared: false, ..Self::get("", target, serial) }
    }

    /// The HTTP method.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The path as declared, with its holes: what belongs into logs and metrics.
    #[must_use]
    pub fn template(&self) -> &str {
        &self.template
    }

    /// Path and query as they are signed and sent.
    #[must_use]
    pub fn target(&self) -> &str {
        &self.target
    }

    /// The headers that the endpoint itself declares; with a file the form's `Content-Type` too.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body; empty where the endpoint has none.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// What of the body is signed: all of it; of a form the text of its part `meta`.
    #[must_use]
    pub fn signed(&self) -> &Bytes {
        &self.signed
    }

    /// The `Wechatpay-Serial` of the request: the key that sealed it, and that the answer shall be signed with. Only
    /// the first certificate download has none.
    #[must_use]
    pub fn serial(&self) -> Option<&str> {
        self.serial.as_deref()
    }

    /// The business number that makes it safe to send this again, where the endpoint has one.
    #[must_use]
    pub fn number(&self) -> Option<&str> {
        echo::number(&self.echoes)
    }

    /// Tells if sending this again does no more than sending it once: it is a `GET`, or has a business number.
    #[must_use]
    pub fn is_repeatable(&self) -> bool {
        self.method == http::Method::GET || self.number().is_some()
    }
}
