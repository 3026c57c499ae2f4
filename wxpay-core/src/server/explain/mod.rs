//! Explains why a signature does not verify (验签失败): which message was signed, and by which key.
//!
//! An RSA signature tells more than yes or no. Raised to the public exponent, it gives the digest that was signed if this
//! key made it, and noise otherwise. So a wrong key can be told from a wrong message. For a wrong message, the usual mistakes
//! are tried until one gives the signed digest. That may take a second: if a body has many members, a hundred thousand
//! messages are tried. JSON that is larger than any notification, or nested beyond 128 levels, is not printed again.
//!
//! [`request`] and [`notification`] examine captured messages, [`payment`] the parameters of a front end.

mod body;
mod cause;
mod digest;
mod header;
mod how;
mod json;
mod notification;
pub mod payment;
mod print;
mod remedy;
mod request;
mod search;

pub use cause::{AuthorizationFault, Cause, EnvelopeFault};
pub use how::{Charset, Encoding, OtherBody, OtherLines, OtherTarget, V2Notice};
pub use notification::{Notified, notification};
pub use print::{Escapes, Order, Printed, Space};
pub use remedy::Party;
pub use request::{Captured, request};

/// A public key that may have made a signature, with its holder.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Signatory<'a> {
    /// The merchant's number; empty for WeChat Pay's keys.
    pub caller: &'a str,
    /// The certificate's serial, or the public key's ID.
    pub serial: &'a str,
    /// The key as SPKI in DER.
    pub spki: &'a [u8],
}

impl<'a> Signatory<'a> {
    /// The key of `caller`; the caller is empty for WeChat Pay's keys.
    #[must_use]
    pub fn new(caller: &'a str, serial: &'a str, spki: &'a [u8]) -> Self {
        Self { caller, serial, spki }
    }
}

/// The result for a signed message.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnosis {
    /// The party that should have signed, on which the remedies depend.
    pub signer: Party,
    /// True if the signature fits the captured message, under the key that the message names.
    pub holds: bool,
    /// All faults; empty if the message would be accepted. If the reason for a wrong signature is not found, this has
    /// [`Cause::OtherMessage`] or [`Cause::NoKnownKey`].
    pub causes: Vec<Cause>,
    /// The signing string (待签名串) that the receiver builds from the message; empty if it cannot.
    pub received: Vec<u8>,
    /// The signing string that was signed, if it was found and differs.
    pub signed: Option<Vec<u8>>,
}

impl Diagnosis {
    fn of(signer: Party) -> Self {
        Self { signer, holds: false, causes: Vec::new(), received: Vec::new(), signed: None }
    }

    /// Tells whether the captured message would be accepted.
    #[must_use]
    pub fn is_right(&self) -> bool {
        self.holds && self.causes.is_empty()
    }
}
