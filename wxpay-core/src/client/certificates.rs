//! Platform certificates (平台证书) that keep themselves: downloaded, opened, verified, then believed.
//!
//! The download is the one answer that is read before it is verified, since it brings the key that it is verified with:
//! the APIv3 key opens each certificate, which proves who made it; then the answer's signature has to be by one of them.

use http::{HeaderMap, StatusCode};
use serde_json::Value;
use tokio::sync::Mutex;

use super::exchange::request_id;
use super::{Answerless, Client};
use crate::encode::Encoded;
use crate::envelope::Envelope;
use crate::error::{ApiError, Error, ErrorKind, Outcome, SignatureState};
use crate::keys::{ApiV3Key, Certificate, Platform, PlatformKey};
use crate::verify::{SERIAL, verify};

/// When certificates were last asked for. Whoever asks holds the lock, so that there is one download at a time.
pub(super) struct Downloads {
    /// The merchant's own public key, which no platform certificate has.
    own_key: Option<Vec<u8>>,
    times: Mutex<Times>,
}

/// In seconds since 1970.
#[derive(Default)]
struct Times {
    tried: Option<i64>,
    done: Option<i64>,
}
