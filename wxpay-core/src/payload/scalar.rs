//! [`Payload`] of strings, integers, booleans and enums.

use std::borrow::Cow;

use super::{Filled, Kind, Mismatch, Node, Payload, Scalar, Shape, Slot};

impl Payload for String {
    type Shape = Self;
}

impl Shape for String {
    const KIND: Kind = Kind::Text;

    fn blank() -> Self {
        Self::new()
    }

    fn node(value: &Self) -> Node<'_> {
        Node::Text(Cow::Borrowed(value))
    }

    fn slot(value: &mut Self) -> Slot<'_> {
        Slot::Scalar(value)
    }
}

impl Scalar for String {
    fn expected(&self) -> &'static str {
        "a string"
    }

    fn text(&mut self, text: &str) -> Result<Filled, Mismatch> {
        self.clear();
        self.push_str(text);
        Ok(Filled::Present)
    }

    fn empty(&mut self) -> Result<Filled, Mismatch> {
        self.text("")
    }
}

impl Payload for bool {
    type Shape = Self;
}

impl Shape for bool {
    const KIND: Kind = Kind::Boolean;

    fn blank() -> Self {
        false
    }

    fn node(value: &Self) -> Node<'_> {
        Node::Boolean(*value)
    }

    fn slot(value: &mut Self) -> Slot<'_> {
        Slot::Scalar(value)
    }
}

impl Scalar for bool {
    fn expected(&self) -> &'static str {
        "a boolean"
    }

    fn boolean(&mut self, value: bool) -> Result<Filled, Mismatch> {
        *self = value;
        Ok(Filled::Present)
    }
}

macro_rules! integers {
    ($($integer:ident: $expected:literal,)*) => {$(
        impl Payload for $integer {
            type Shape = Self;
        }

        impl Shape for $integer {
            const KIND: Kind = Kind::Integer;

            fn blank() -> Self {
                0
            }

            fn node(value: &Self) -> Node<'_> {
                Node::Integer(i128::from(*value))
            }

            fn slot(value: &mut Self) -> Slot<'_> {
                Slot::Scalar(value)
            }
        }

        impl Scalar for $integer {
            fn expected(&self) -> &'static str {
                $expected
            }

            fn integer(&mut self, value: i128) -> Result<Filled, Mismatch> {
                *self = value.try_into().map_err(|_| Mismatch { expected: $expected })?;
                Ok(Filled::Present)
            }
        }
    )*};
}

integers! {
    i8: "an integer of 8 bits",
    i16: "an integer of 16 bits",
    i32: "an integer of 32 bits",
    i64: "an integer of 64 bits",
    u8: "an integer of 8 bits, not negative",
    u16: "an integer of 16 bits, not negative",
    u32: "an integer of 32 bits, not negative",
    u64: "an integer of 64 bits, not negative",
}

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

// What does not need the type stands here: there are hundreds of enums, and each would have it once more.

fn spelling<'a>(values: &[&'static str], index: Result<usize, &'a Other>) -> &'a str {
    match index {
        Ok(index) => values.get(index).copied().unwrap_or_default(),
        Err(other) => &other.text,
    }
}

/// Where `text` stands in the list; its end if it does not.
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
