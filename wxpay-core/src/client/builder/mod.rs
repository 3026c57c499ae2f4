//! The configuration of a client. Everything that is missing or contradictory is reported at once.

mod build;
#[cfg(feature = "reqwest")]
mod connection;
mod env;
mod fault;
mod found;
mod hosts;
mod inspect;
mod keys;
mod merchant;
mod platform;
mod problem;
mod rules;
mod sending;
mod source;
mod validity;

pub use fault::{ApiV3KeyProblem, ConfigFault};
pub use hosts::BaseUrlProblem;
pub use inspect::Inspection;
pub use problem::{ConfigError, ConfigProblem};

use std::sync::Arc;

use self::source::Source;
use super::observe::Observers;
use super::{Clock, RetryPolicy};
use crate::crypto::{Backend, Decryptor, Signer};
use crate::keys::Platform;
use crate::settle::Asking;
use crate::transport::layer::Wrap;
use crate::transport::{Timer, Transport};

/// The builder of a [`Client`](super::Client).
///
/// It needs the merchant number, the serial of its API certificate (or the certificate), its private key (or a signer), and at
/// least one key of WeChat Pay: the public key with its ID, platform certificates, or both.
#[derive(Default)]
#[must_use]
pub struct Builder {
    mchid: Option<String>,
    brand: Option<String>,
    serial: Option<String>,
    certificate: Option<Source>,
    private_key: Option<Source>,
    signer: Option<Arc<dyn Signer>>,
    decryptor: Option<Arc<dyn Decryptor>>,
    public_keys: Vec<(String, Source)>,
    platform_certificates: Vec<Source>,
    platform: Platform,
    api_v3_key: Option<Source>,
    previous_api_v3_key: Option<Source>,
    downloads: bool,
    retry: RetryPolicy,
    asking: Asking,
    timer: Option<Arc<dyn Timer>>,
    observers: Observers,
    hosts: Option<Vec<String>>,
    plain_http_to: Vec<String>,
    transport: Option<Arc<dyn Transport>>,
    layers: Vec<Wrap>,
    #[cfg(feature = "reqwest")]
    connection: connection::Connection,
    backend: Option<Backend>,
    clock: Option<Clock>,
    supplementary: bool,
    bytes: bool,
    other_callers: bool,
    notify_to: Vec<String>,
    answer_limit: Option<usize>,
    variables: env::Variables,
}
