//! A key of AES-256 that stays in one place: moving or returning a value leaves copies on the stack, which are not wiped.

use std::sync::Arc;

use zeroize::Zeroizing;

/// A key of AES-256. Clones share the bytes, which are wiped when the last clone is dropped.
#[derive(Clone)]
pub(crate) struct AesKey(Arc<Zeroizing<[u8; 32]>>);

impl AesKey {
    /// Copies the bytes to their place; `None` unless there are 32.
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
