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
                *self = value.try_into().map_err(|_| Mismatch::new($expected))?;
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
