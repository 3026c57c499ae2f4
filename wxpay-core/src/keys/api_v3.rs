//! The APIv3 key, and the one before it while it is exchanged.

use zeroize::Zeroizing;

use super::ApiV3Key;
use crate::crypto::Backend;
use crate::envelope::{Envelope, EnvelopeError};

/// The APIv3 keys of a merchant: one, or two while one is exchanged for the other.
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

    /// The key that is tried where the first does not open.
    #[must_use]
    pub fn previous(&self) -> Option<&ApiV3Key> {
        self.previous.as_ref()
    }

    /// Decrypts with whichever key opens it. The second is tried only where the first is not the right one.
    ///
    /// # Errors
    /// As [`Envelope::open`]: [`EnvelopeError::Key`] if neither opens it.
    pub fn open(&self, envelope: &Envelope<'_>, backend: Backend) -> Result<Zeroizing<Vec<u8>>, EnvelopeError> {
        match (envelope.open(backend, &self.current), &self.previous) {
            (Err(EnvelopeError::Key), Some(previous)) => envelope.open(backend, previous),
            (opened, _) => opened,
        }
    }
}
