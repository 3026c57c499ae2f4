//! The APIv3 key, and the previous one while the key is changed.

use zeroize::Zeroizing;

use super::ApiV3Key;
use crate::crypto::Backend;
use crate::envelope::{Envelope, EnvelopeError};

/// The APIv3 keys of a merchant: one, or two while the key is changed.
#[derive(Debug, Clone)]
pub struct ApiV3Keys {
    current: ApiV3Key,
    previous: Option<ApiV3Key>,
}

impl ApiV3Keys {
    pub(crate) fn new(current: ApiV3Key, previous: Option<ApiV3Key>) -> Self {
        Self { current, previous }
    }

    /// The key that is tried first.
    #[must_use]
    pub fn current(&self) -> &ApiV3Key {
        &self.current
    }

    /// The key that is tried if the first one does not open the data.
    #[must_use]
    pub fn previous(&self) -> Option<&ApiV3Key> {
        self.previous.as_ref()
    }

    /// Decrypts with the current key, or with the previous one if the current one is wrong.
    ///
    /// # Errors
    /// As [`Envelope::open`]: [`EnvelopeError::Key`] if neither key is right.
    pub fn open(&self, envelope: &Envelope<'_>, backend: Backend) -> Result<Zeroizing<Vec<u8>>, EnvelopeError> {
        match (envelope.open(backend, &self.current), &self.previous) {
            (Err(EnvelopeError::Key), Some(previous)) => envelope.open(backend, previous),
            (opened, _) => opened,
        }
    }
}
