//! Why a signature does not hold (验签失败): what was signed instead, or by whom.
//!
//! An RSA signature tells more than yes or no. Raised to the public exponent, it gives the digest that was signed if this
//! key made it, and noise otherwise. So a wrong key is told from a wrong message for certain; and what usually goes wrong
//! with a message is tried until its digest is that one. That may take a second: a hundred thousand messages are tried
//! where a body has many members. JSON that is larger than a
//! notification can be, or nested beyond 128 levels, is not printed anew.
//!
//! [`request`] and [`notification`] look at captured messages, [`payment`] at the parameters of a front end.

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

/// A public key that may have made a signature, and whose it is.
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
    /// The key of `caller`, which is empty for WeChat Pay's.
    #[must_use]
    pub fn new(caller: &'a str, serial: &'a str, spki: &'a [u8]) -> Self {
        Self { caller, serial, spki }
    }
}

/// What is the matter with a signed message.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnosis {
    /// Who should have signed, on which the remedies depend.
    pub signer: Party,
    /// Whether the signature fits the message as it was captured, under the key that the message names.
    pub holds: bool,
    /// Everything that is wrong; empty if the message would be accepted. Without the signature's own cause it is not
    /// known, and [`Cause::OtherMessage`] or [`Cause::NoKnownKey`] says so.
    pub causes: Vec<Cause>,
    /// The signing string (待签名串) that the receiver builds of what arrived; empty where it cannot.
    pub received: Vec<u8>,
    /// The one that was signed, where it was found and is another.
    pub signed: Option<Vec<u8>>,
}

impl Diagnosis {
    fn of(signer: Party) -> Self {
        Self { signer, holds: false, causes: Vec::new(), received: Vec::new(), signed: None }
    }

    /// Whether the message would be accepted as it was captured.
    #[must_use]
    pub fn is_right(&self) -> bool {
        self.holds && self.causes.is_empty()
    }
}
