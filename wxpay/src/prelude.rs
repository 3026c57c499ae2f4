//! The names that declarations and calls need: `use wxpay::prelude::*;`.

pub use wxpay_core::client::Client;
pub use wxpay_core::download::Bytes;
pub use wxpay_core::endpoint::{Endpoint, FileEndpoint};
pub use wxpay_core::value::{
    CompactDate, CompactDateTime, Date, DateTime, Fen, FenText, IntText, JsonText, Sensitive, Upload,
};
pub use wxpay_macros::{wxpay_endpoint, wxpay_enum, wxpay_object};
