//! Numbers that the sources write in two ways. Refusing either would lose the notification.

use std::borrow::Cow;
use std::fmt;

use wxpay_core::payload::{Filled, Kind, Mismatch, Node, Payload, Scalar, Shape, Slot};

use crate::prelude::*;

/// An amount in fen that arrives as a JSON integer or as digits in a string: the official pages show one form, samples the other.
/// Encoding keeps the form. Two are equal if their amounts are equal.
#[derive(Debug, Clone, Copy, Eq)]
#[non_exhaustive]
pub enum AnyFen {
    /// The amount arrived as an integer.
    Integer(Fen),
    /// The amount arrived as digits in a string.
    Text(FenText),
}

impl AnyFen {
    /// Returns the amount, in either form.
    #[must_use]
    pub fn fen(self) -> Fen {
        match self {
            Self::Integer(amount) => amount,
            Self::Text(amount) => amount.into(),
        }
    }
}

impl PartialEq for AnyFen {
    fn eq(&self, other: &Self) -> bool {
        self.fen() == other.fen()
    }
}

impl From<AnyFen> for Fen {
    fn from(amount: AnyFen) -> Self {
        amount.fen()
    }
}

impl fmt::Display for AnyFen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fen().fmt(f)
    }
}

#[diagnostic::do_not_recommend]
impl Payload for AnyFen {
    type Shape = Self;
}

impl Shape for AnyFen {
    const KIND: Kind = Kind::Fen;

    fn blank() -> Self {
        Self::Integer(Fen::new(0))
    }

    fn node(value: &Self) -> Node<'_> {
        match value {
            Self::Integer(amount) => amount.node(),
            Self::Text(amount) => amount.node(),
        }
    }

    fn slot(value: &mut Self) -> Slot<'_> {
        Slot::Scalar(value)
    }
}

impl Scalar for AnyFen {
    fn expected(&self) -> &'static str {
        "an amount in fen, as an integer or as digits in a string"
    }

    fn text(&mut self, text: &str) -> Result<Filled, Mismatch> {
        let mut amount = <FenText as Payload>::blank();
        let filled = amount.text(text).map_err(|_| Mismatch::new(self.expected()))?;
        *self = Self::Text(amount);
        Ok(filled)
    }

    fn integer(&mut self, value: i128) -> Result<Filled, Mismatch> {
        let mut amount = <Fen as Payload>::blank();
        let filled = amount.integer(value).map_err(|_| Mismatch::new(self.expected()))?;
        *self = Self::Integer(amount);
        Ok(filled)
    }
}

/// The number of a contract's template (模板ID), which arrives as a string or as a JSON integer. Encoding keeps the form. Two are
/// equal if their digits are equal.
#[derive(Debug, Clone, Eq)]
pub struct PlanId {
    text: String,
    integer: bool,
}

impl PlanId {
    /// Returns the number as text, in either form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl PartialEq for PlanId {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl fmt::Display for PlanId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[diagnostic::do_not_recommend]
impl Payload for PlanId {
    type Shape = Self;
}

impl Shape for PlanId {
    const KIND: Kind = Kind::Text;

    fn blank() -> Self {
        Self { text: String::new(), integer: false }
    }

    fn node(value: &Self) -> Node<'_> {
        match value.text.parse() {
            Ok(number) if value.integer => Node::Integer(number),
            _ => Node::Text(Cow::Borrowed(&value.text)),
        }
    }

    fn slot(value: &mut Self) -> Slot<'_> {
        Slot::Scalar(value)
    }
}

impl Scalar for PlanId {
    fn expected(&self) -> &'static str {
        "a string or an integer"
    }

    fn text(&mut self, text: &str) -> Result<Filled, Mismatch> {
        *self = Self { text: text.to_owned(), integer: false };
        Ok(Filled::Present)
    }

    fn integer(&mut self, value: i128) -> Result<Filled, Mismatch> {
        *self = Self { text: value.to_string(), integer: true };
        Ok(Filled::Present)
    }
}
