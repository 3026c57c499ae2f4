//! Nonces that were used, for a gateway that takes none twice.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Nonces of merchants, and when they came, in seconds since 1970.
#[derive(Default)]
pub(super) struct Nonces(Mutex<HashMap<(String, String), i64>>);

impl Nonces {
    /// Whether the merchant uses it for the first time. Those whose requests are too old by now are forgotten.
    pub(super) fn is_fresh(&self, mchid: &str, nonce: &str, now: i64) -> bool {
        let mut nonces = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        nonces.retain(|_, time| now.saturating_sub(*time) <= WINDOW);
        nonces.insert((mchid.to_owned(), nonce.to_owned()), now).is_none()
    }
}

/// From the first to the last moment at which the same timestamp is in time.
const WINDOW: i64 = 600;
