//! [`Payload`](super::Payload) of enums.

use super::{Filled, Kind, Mismatch, Node, Scalar, Shape, Slot};

/// An enum of strings that keeps what it does not know. `#[wxpay_enum]` implements it.
pub trait Choice: Sized {
    /// The known spellings, in the order of the variants.
    const VALUES: &'static [&'static str];

    /// The variant at that place in [`Self::VALUES`].
    fn known(index: usize) -> Option<Self>;
    /// A value that is not in the list.
    fn unknown(other: Other) -> Self;
    /// This value's place in the list, or the unknown value.
    ///
    /// # Errors
    /// The value is none of the list.
    fn index(&self) -> Result<usize, &Other>;

    /// The spelling on the wire.
    fn spelling(&self) -> &str {
        spelling(Self::VALUES, self.index())
    }

    /// The value of that spelling; unknown if it is none of the list, and then as `vouched` says.
    fn parse(text: &str, vouched: bool) -> Self {
        match Self::known(position(Self::VALUES, text)) {
            Some(known) => known,
            None => Self::unknown(Other { text: text.into(), vouched }),
        }
    }
}

// What does not need the type: see `derive` for why it stands outside of the impl.

fn spelling<'a>(values: &[&'static str], index: Result<usize, &'a Other>) -> &'a str {
    match index {
        Ok(index) => values.get(index).copied().unwrap_or_default(),
        Err(other) => &other.text,
    }
}

/// The place of `text` in the list; the end of the list if it is not there.
fn position(values: &[&str], text: &str) -> usize {
    values.iter().position(|value| *value == text).unwrap_or(values.len())
}

fn node<'a>(values: &[&'static str], index: Result<usize, &'a Other>) -> Node<'a> {
    Node::Choice { text: spelling(values, index), allowed: index.err().is_none_or(|other| other.vouched) }
}

/// The shape of every [`Choice`].
#[derive(Debug, Clone, Copy)]
pub struct OneOf;

impl<T: Choice> Shape<T> for OneOf {
    const KIND: Kind = Kind::Choice(T::VALUES);

    fn blank() -> T {
        T::parse("", false)
    }

    fn node(value: &T) -> Node<'_> {
        node(T::VALUES, value.index())
    }

    fn slot(value: &mut T) -> Slot<'_> {
        Slot::Scalar(value)
    }
}

/// A value that an enum does not list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Other {
    text: Box<str>,
    vouched: bool,
}

impl<T: Choice> Scalar for T {
    fn expected(&self) -> &'static str {
        "a string"
    }

    fn text(&mut self, text: &str) -> Result<Filled, Mismatch> {
        *self = Self::parse(text, false);
        Ok(Filled::Present)
    }
}
