//! The client: its configuration, the outcomes of calls, the ways to WeChat Pay, the keys of both sides.

wxpay_tests::searched!("wxpay_core::client", "reqwest::connect", "hyper_util::client", "h2::", "rustls::client");

#[cfg(feature = "sandbox")]
mod brand;
#[cfg(feature = "sandbox")]
mod configuration;
#[cfg(feature = "sandbox")]
mod doctor;
#[cfg(feature = "sandbox")]
mod end_to_end;
#[cfg(feature = "sandbox")]
mod merchants;
#[cfg(feature = "sandbox")]
mod metrics;
#[cfg(feature = "sandbox")]
mod outcomes;
#[cfg(feature = "sandbox")]
mod pages;
mod payment;
#[cfg(feature = "sandbox")]
mod platform_keys;
#[cfg(feature = "sandbox")]
mod reliability;
#[cfg(all(feature = "aws-lc", feature = "sandbox"))]
mod signers;
#[cfg(feature = "sandbox")]
mod transport;
#[cfg(feature = "sandbox")]
mod undeclared;
#[cfg(feature = "sandbox")]
mod witness;
