//! Writing and reading: requests and answers as JSON, the rules that they keep, encrypted members.

wxpay_tests::searched!();

#[cfg(feature = "sandbox")]
mod documented;
mod enums;
#[cfg(feature = "sandbox")]
mod on_the_wire;
#[cfg(feature = "sandbox")]
mod round_trips;
#[cfg(feature = "sandbox")]
mod sensitive;
mod setters;
#[cfg(feature = "sandbox")]
mod several_members;
mod tolerance;
#[cfg(feature = "sandbox")]
mod values;
#[cfg(feature = "sandbox")]
mod words;
