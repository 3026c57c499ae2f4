//! The user's masked name, for the contract page.

use std::borrow::Cow;
use std::fmt;

use wxpay_core::payload::{Filled, Kind, Mismatch, Node, Payload, Scalar, Shape, Slot};

/// A user's name as the contract page shows it (用户展示名称): only the last character is readable.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DisplayName(String);

impl DisplayName {
    /// Masks `name`: keeps the last character, and replaces the characters before it by `*`, three at most. A name of one
    /// character is not changed.
    ///
    /// ```
    /// use wxpay::notify::DisplayName;
    ///
    /// assert_eq!(DisplayName::masked("王小明").as_str(), "**明");
    /// assert_eq!(DisplayName::masked("买买提·艾力").as_str(), "***力");
    /// assert_eq!(DisplayName::masked("David G").as_str(), "***G");
    /// ```
    #[must_use]
    pub fn masked(name: &str) -> Self {
        let stars = name.chars().count().saturating_sub(1).min(3);
        Self("*".repeat(stars).chars().chain(name.chars().next_back()).collect())
    }

    /// Takes a name that is already masked. Sending it checks the mask.
    #[must_use]
    pub fn already_masked(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// Returns the masked name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DisplayName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[diagnostic::do_not_recommend]
impl Payload for DisplayName {
    type Shape = Self;
}

impl Shape for DisplayName {
    const KIND: Kind = Kind::Text;

    fn blank() -> Self {
        Self(String::new())
    }

    fn node(value: &Self) -> Node<'_> {
        Node::Text(Cow::Borrowed(&value.0))
    }

    fn slot(value: &mut Self) -> Slot<'_> {
        Slot::Scalar(value)
    }
}

impl Scalar for DisplayName {
    fn expected(&self) -> &'static str {
        self.0.expected()
    }

    fn text(&mut self, text: &str) -> Result<Filled, Mismatch> {
        self.0.text(text)
    }
}
