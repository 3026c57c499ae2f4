//! The reasons why a client cannot be used.

use std::error::Error as StdError;

use crate::error::SharedError;

/// The reason why a client cannot be used where it was called, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Unusable {
    /// The process is a forked child of the one that built the client.
    #[error("the client was built before this process was forked; build another one in the child")]
    Forked,
    /// There is no tokio runtime, which the ready-made transport and timer need.
    #[error("there is no tokio runtime here; call it within one, or use the client of the feature `blocking`")]
    NoRuntime,
    /// Another [`Timer`](super::Timer) cannot wait here.
    #[error("{0}")]
    Other(#[source] SharedError),
}

impl Unusable {
    /// Wraps the reason of a [`Timer`](super::Timer) of your own: an error, or a text.
    pub fn other(reason: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::Other(SharedError::new(reason))
    }
}
