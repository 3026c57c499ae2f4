//! Notifications: which are trusted, what they contain, and the server that receives them.

wxpay_tests::searched!();

#[cfg(feature = "sandbox")]
mod extractor;
#[cfg(feature = "sandbox")]
mod instances;
mod received;
mod resources;
