//! A day of the week, which the sources write in two forms.

use wxpay_core::payload::{Filled, Kind, Mismatch, Node, Payload, Scalar, Shape, Slot};

/// A day of the week, read from a JSON integer or from digits in a string, and written as an integer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekDay(i64);

impl WeekDay {
    /// Returns the number of the day: 0 is Sunday, 6 is Saturday.
    #[must_use]
    pub fn number(self) -> i64 {
        self.0
    }
}

#[diagnostic::do_not_recommend]
impl Payload for WeekDay {
    type Shape = Self;
}

impl Shape for WeekDay {
    const KIND: Kind = Kind::Integer;

    fn blank() -> Self {
        Self(0)
    }

    fn node(value: &Self) -> Node<'_> {
        Node::Integer(value.0.into())
    }

    fn slot(value: &mut Self) -> Slot<'_> {
        Slot::Scalar(value)
    }
}

impl Scalar for WeekDay {
    fn expected(&self) -> &'static str {
        "a day of the week, as an integer or as digits in a string"
    }

    fn text(&mut self, text: &str) -> Result<Filled, Mismatch> {
        let number = text.parse().map_err(|_| Mismatch::new(self.expected()))?;
        self.integer(number)
    }

    fn integer(&mut self, value: i128) -> Result<Filled, Mismatch> {
        self.0 = value.try_into().map_err(|_| Mismatch::new(self.expected()))?;
        Ok(Filled::Present)
    }
}
