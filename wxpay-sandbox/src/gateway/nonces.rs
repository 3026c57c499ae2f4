//! Used nonces, for a gateway that accepts none twice.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Nonces of each merchant, and their times in seconds since 1970.
#[derive(Default)]
pub(super) struct Nonces(Mutex<HashMap<(String, String), i64>>);

impl Nonces {
    /// Returns true if the merchant uses the nonce for the first time. Nonces of expired requests are forgotten.
    pub(super) fn is_fresh(&self, mchid: &str, nonce: &str, now: i64) -> bool {
        let mut nonces = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        nonces.retain(|_, time| now.saturating_sub(*time) <= WINDOW);
        nonces.insert((mchid.to_owned(), nonce.to_owned()), now).is_none()
    }
}

/// Seconds between the first and the last moment at which a timestamp is accepted.
const WINDOW: i64 = 600;
