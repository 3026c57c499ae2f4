//! Codec, crypto, transport and client of `wxpay`, the SDK for WeChat Pay APIv3.
//! Applications depend on the package `wxpay-v3`, which re-exports what they need; this crate implements it.
//!
//! A call passes through the modules in this order:
//!
//! ```text
//! request  -> validate -> seal -> encode -> sign -> transport -> wire
//! response <- open <- decode <- verify <------------------------ wire
//! ```
//!
//! Every step is a pure function over [`payload`], the tables that the macros write; clock, nonce and keys are
//! arguments. Only [`client`], and `server` for the other side, know the order of the steps.

#![cfg_attr(docsrs, feature(doc_cfg))]
#![warn(clippy::exhaustive_enums, clippy::exhaustive_structs)] // types that may grow are marked; each exception has a reason

#[allow(clippy::exhaustive_enums, clippy::exhaustive_structs)] // the macros construct tables, and walk over them
pub mod payload;
pub mod value;

mod decode;
mod echo;
mod encode;
mod form;
mod hook;
mod host;
mod open;
mod seal;
mod shared;
mod spelling;
pub mod validate;

pub mod crypto;
pub mod envelope;
pub mod keys;
pub mod notification;
pub mod number;
pub mod payment;
pub mod sign;
pub mod verify;

#[cfg(feature = "blocking")]
pub mod blocking;
pub mod client;
pub mod download;
pub mod encoded;
pub mod endpoint;
pub mod error;
pub mod finding;
pub mod pages;
#[cfg(feature = "server")]
pub mod server;
pub mod settle;
pub mod text;
pub mod transport;

pub use decode::{DecodeError, Fault, FaultKind, from_json, read_json};
pub use encoded::Encoded;
