//! The clients of many merchants.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use wxpay::prelude::Client;

/// The clients by merchant number. Each call uses a clone, so a client may be replaced at any time: calls in flight end
/// with the keys that they began with.
#[derive(Clone, Default)]
pub(crate) struct Merchants(Arc<RwLock<HashMap<String, Client>>>);

impl Merchants {
    pub(crate) fn get(&self, mchid: &str) -> Option<Client> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(mchid).cloned()
    }

    /// Adds a client, and returns the one that it replaces.
    pub(crate) fn put(&self, client: Client) -> Option<Client> {
        let mchid = client.merchant().id().to_owned();
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(mchid, client)
    }
}
