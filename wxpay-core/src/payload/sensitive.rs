//! Names, phone numbers, bank accounts: the values that APIv3 requires to be encrypted.

use std::fmt;

use zeroize::Zeroizing;

use crate::payload::{Kind, Node, Payload, Shape, Slot};

/// A sensitive value (敏感信息). Because of its type it is encrypted to WeChat Pay in a request, and decrypted with the
/// merchant's key in an answer.
///
/// `Debug` does not show it, serialising a plain one is an error, and its memory is wiped when it is dropped.
///
/// ```
/// use wxpay_core::value::Sensitive;
///
/// let name = Sensitive::new("王小明");
/// assert_eq!(name.expose(), Some("王小明"));
/// assert_eq!(format!("{name:?}"), "Sensitive(..)");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Sensitive(State);

#[derive(Clone, PartialEq, Eq)]
pub(crate) enum State {
    Plain(Zeroizing<String>),
    Sealed { serial: Option<String>, text: String },
}

impl Sensitive {
    /// A plain value, at most 214 bytes of UTF-8 under an RSA-2048 key. It is encrypted when the request is sent.
    #[must_use]
    pub fn new(plain: impl Into<String>) -> Self {
        Self(State::Plain(Zeroizing::new(plain.into())))
    }

    /// A value that was already encrypted to the WeChat Pay key with this `serial`, in Base64.
    #[must_use]
    pub fn sealed(serial: impl Into<String>, text: impl Into<String>) -> Self {
        Self(State::Sealed { serial: Some(serial.into()), text: text.into() })
    }

    /// The plain value, or `None` if it is sealed.
    #[must_use]
    pub fn expose(&self) -> Option<&str> {
        match &self.0 {
            State::Plain(plain) => Some(plain),
            State::Sealed { .. } => None,
        }
    }

    /// The ciphertext in Base64, or `None` if the value is plain.
    #[must_use]
    pub fn ciphertext(&self) -> Option<&str> {
        match &self.0 {
            State::Plain(_) => None,
            State::Sealed { text, .. } => Some(text),
        }
    }

    pub(crate) fn state(&self) -> &State {
        &self.0
    }

    /// Takes a ciphertext that was received. Only the message names the key that it is sealed to.
    pub(crate) fn receive(&mut self, text: &str) {
        self.0 = State::Sealed { serial: None, text: text.to_owned() };
    }

    pub(crate) fn open(&mut self, plain: Zeroizing<String>) {
        self.0 = State::Plain(plain);
    }
}

impl fmt::Debug for Sensitive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            State::Plain(_) => "Sensitive(..)",
            State::Sealed { .. } => "Sensitive(sealed)",
        })
    }
}

impl From<&str> for Sensitive {
    fn from(plain: &str) -> Self {
        Self::new(plain)
    }
}

impl From<String> for Sensitive {
    fn from(plain: String) -> Self {
        Self::new(plain)
    }
}

impl Payload for Sensitive {
    type Shape = Self;
}

impl Shape for Sensitive {
    const KIND: Kind = Kind::Secret;

    fn blank() -> Self {
        Self::new("")
    }

    fn node(value: &Self) -> Node<'_> {
        Node::Secret(value)
    }

    fn slot(value: &mut Self) -> Slot<'_> {
        Slot::Secret(value)
    }
}
