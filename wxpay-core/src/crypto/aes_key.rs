//! A key of AES-256 in one place: a value that is moved or returned leaves copies on the stack that nobody wipes.

use std::sync::Arc;

use zeroize::Zeroizing;

/// A key of AES-256. Clones share the bytes, which are wiped with the last of them.
#[derive(Clone)]
pub(crate) struct AesKey(Arc<Zeroizing<[u8; 32]>>);

impl AesKey {
    /// Copies the bytes to where they stay; `None` unless they are 32.
    pub(crate) fn new(bytes: &[u8]) -> Option<Self> {
        let mut key = Arc::new(Zeroizing::new([0; 32]));
        let place = Arc::get_mut(&mut key)?;
        (bytes.len() == place.len()).then(|| place.copy_from_slice(bytes))?;
        Some(Self(key))
    }

    pub(crate) fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}
