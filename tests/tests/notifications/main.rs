//! Notifications: which are believed, what they say, and the server that receives them.

wxpay_tests::searched!();

#[cfg(feature = "sandbox")]
mod extractor;
#[cfg(feature = "sandbox")]
mod instances;
mod received;
mod resources;
