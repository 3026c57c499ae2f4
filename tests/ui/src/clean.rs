//! Declarations under every lint, which the generated code has to pass too. The test is that this compiles, and that
//! `cargo clippy` is silent.

#![deny(warnings, missing_docs, unreachable_pub, missing_debug_implementations)]
#![deny(clippy::all, clippy::pedantic, clippy::nursery, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
#![forbid(unsafe_code)]

use wxpay::prelude::*;

/// Makes a thing.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/shops/{shop_id}/things",
    response = Thing,
    required = CreateRequired,
    number = "out_thing_no",
    success = 202,
    unknown_on = [429],
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012791856"
)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Create {
    /// The shop.
    #[wxpay(len = 32)]
    pub shop_id: String,
    /// The number.
    #[wxpay(len = 6..=32, bytes, pattern = "[0-9A-Za-z]+", label = "商户单号")]
    pub out_thing_no: String,
    /// The key.
    #[wxpay(header = "Idempotency-Key")]
    pub key: Option<String>,
    /// The mode.
    #[wxpay(query)]
    pub mode: Option<State>,
    /// The amount.
    #[wxpay(range = 1..)]
    pub total: Fen,
    /// The name.
    pub name: Option<Sensitive>,
    /// The codes.
    #[wxpay(items = 1..=50, check = not_empty, check_list = not_twice)]
    pub codes: Option<Vec<String>>,
    /// The duration.
    #[wxpay(opaque)]
    pub elapsed: Option<std::time::Duration>,
}

/// A thing, and its parts.
#[wxpay_object(required = ThingRequired)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// The state.
    pub state: State,
    /// The parts.
    #[wxpay(check_list = Self::are_few)]
    pub parts: Vec<Self>,
    /// Its page.
    #[wxpay(url)]
    pub page: Option<String>,
}

/// An object that is not sent any more.
#[deprecated = "nobody reads it"]
#[wxpay_object(required = OldRequired)]
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Old {
    /// The code.
    pub code: String,
    /// The note.
    #[deprecated = "nobody writes it"]
    pub note: Option<Maybe>,
    /// The name, perhaps.
    #[wxpay(optional)]
    pub name: Name,
}

/// A name, perhaps.
pub type Name = Option<String>;

/// Perhaps.
#[wxpay_enum]
pub enum Maybe {
    /// It is.
    Yes,
    /// It is not.
    #[deprecated = "it always is"]
    No,
}

/// Nothing at all.
#[wxpay_endpoint(method = "GET", path = "/v3/nothing", required = ())]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nothing {}

/// The state of a thing.
#[wxpay_enum]
#[derive(Default, PartialOrd, Ord)]
pub enum State {
    /// It is.
    #[default]
    Present,
    /// It is not.
    #[wxpay(rename = "gone")]
    Absent,
}

/// Private declarations.
mod inner {
    use wxpay::prelude::*;

    #[wxpay_object(required = InsideRequired)]
    #[derive(Debug)]
    pub(super) struct Inside {
        pub(super) code: String,
        note: Option<Kind>,
    }

    #[wxpay_enum]
    enum Kind {
        One,
    }

    pub(super) fn inside() -> (Inside, usize) {
        let inside = Inside::new(InsideRequired { code: "1".into() }).note(Kind::One);
        let length = inside.note.as_ref().map_or(0, |kind| kind.as_str().len());
        (inside, length)
    }
}

/// The length of what is inside.
#[must_use]
pub fn length() -> usize {
    let (inside, length) = inner::inside();
    inside.code.len() + length
}

fn not_twice(codes: &[String]) -> Result<(), String> {
    if codes.windows(2).any(|two| two.first() == two.last()) { Err("is there twice".to_owned()) } else { Ok(()) }
}

impl Thing {
    fn are_few(parts: &[Self]) -> Result<(), String> {
        if parts.len() > 9 { Err("are many".to_owned()) } else { Ok(()) }
    }
}

fn not_empty(text: &str) -> Result<(), String> {
    if text.is_empty() { Err("is empty".to_owned()) } else { Ok(()) }
}
