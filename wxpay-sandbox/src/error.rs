//! Errors of the sandbox.

use std::net::SocketAddr;
use std::path::PathBuf;

use wxpay::text::escaped;

/// An action that the sandbox could not do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SandboxError {
    /// It cannot listen on an address.
    #[error("cannot listen on this machine: {0}")]
    Listen(#[from] std::io::Error),
    /// Other machines could reach the address, and that was not allowed.
    #[error("other machines reach {0}: listening there has to be allowed")]
    Remote(SocketAddr),
    /// The folder, or the file of the books, cannot be read or written, or belongs to another sandbox.
    #[error("cannot use `{}`: {problem}", path.display())]
    Path {
        /// The folder or the file.
        path: PathBuf,
        /// The reason.
        problem: String,
    },
    /// The books in the file have another version.
    #[error("the books in `{}` have another version: move them away, and the sandbox begins new ones", path.display())]
    Version {
        /// The file.
        path: PathBuf,
    },
    /// Keys cannot be made.
    #[error("cannot make keys: {0}")]
    Keys(String),
    /// A notification cannot be made or sent.
    #[error("cannot make or send a notification: {}", escaped(.0))]
    Notifications(String),
    /// The books cannot be read or written.
    #[error("cannot read or write the books: {}", escaped(.0))]
    Books(#[from] rusqlite::Error),
    /// The clock would leave the years that it can show.
    #[error("the clock cannot be {seconds} seconds ahead of the machine's: it stays within the years 1970 to 8999")]
    Clock {
        /// The requested offset.
        seconds: i64,
    },
    /// The order does not exist, or its state does not allow the action.
    #[error("order `{}` {problem}", escaped(.number))]
    Order {
        /// The order's number.
        number: String,
        /// The reason.
        problem: &'static str,
    },
    /// The refund does not exist, or its state does not allow the action.
    #[error("refund `{}` {problem}", escaped(.number))]
    Refund {
        /// The refund's number.
        number: String,
        /// The reason.
        problem: &'static str,
    },
    /// The sharing or return does not exist, or its state does not allow the action.
    #[error("sharing or return `{}` {problem}", escaped(.number))]
    Sharing {
        /// The number of the sharing or the return.
        number: String,
        /// The reason.
        problem: &'static str,
    },
    /// The number is not that merchant's, or several merchants have it and none was named.
    #[error("number `{}`: {}", escaped(.number), escaped(.problem))]
    Owner {
        /// The number.
        number: String,
        /// The reason.
        problem: String,
    },
    /// A `prepay_id`, `code_url` or `h5_url` leads nowhere, or has expired.
    #[error("this link {0}")]
    Link(&'static str),
    /// The transfer does not exist, or its state does not allow the action.
    #[error("transfer `{}` {problem}", escaped(.number))]
    Transfer {
        /// The transfer's number.
        number: String,
        /// The reason.
        problem: &'static str,
    },
    /// The authorization of transfers does not exist, or its state does not allow the action.
    #[error("authorization `{}` {problem}", escaped(.number))]
    Authorization {
        /// The authorization's number.
        number: String,
        /// The reason.
        problem: &'static str,
    },
    /// The merchant cannot have these keys.
    #[error("merchant `{}` {problem}", escaped(.mchid))]
    Merchant {
        /// The merchant's number.
        mchid: String,
        /// The reason.
        problem: &'static str,
    },
    /// There is no merchant or brand with that number.
    #[error("merchant `{}` is unknown here", escaped(.mchid))]
    UnknownMerchant {
        /// The merchant's number.
        mchid: String,
    },
    /// Notifications may not go to that URL.
    #[error("notifications may not go to `{}`: {}", escaped(.url), escaped(.problem))]
    Address {
        /// The URL.
        url: String,
        /// The rule that it breaks.
        problem: String,
    },
    /// There is no notification with that ID.
    #[error("notification `{}` was never made", escaped(.id))]
    Notification {
        /// The notification's ID.
        id: String,
    },
    /// The contract does not exist, or its state does not allow the action.
    #[error("contract `{}` {problem}", escaped(.code))]
    Contract {
        /// The contract's code.
        code: String,
        /// The reason.
        problem: &'static str,
    },
}

impl SandboxError {
    /// Returns true if the sandbox itself has failed, and false if the caller asked for something impossible.
    pub(crate) fn is_own_fault(&self) -> bool {
        matches!(self, Self::Listen(_) | Self::Keys(_) | Self::Notifications(_) | Self::Books(_))
    }
}

/// A failure inside the sandbox, which no request can cause.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Failure {
    /// The system gives no random bytes.
    #[error("no random bytes")]
    Random,
    /// A value cannot be encrypted or signed.
    #[error("cannot encrypt or sign: {0}")]
    Sealing(String),
    /// An answer cannot be written.
    #[error("cannot write an answer: {0}")]
    Writing(String),
    /// A merchant that calls or is notified has no keys here.
    #[error("there is no merchant `{}`", escaped(.0))]
    Merchant(String),
}

impl Failure {
    /// A value cannot be encrypted or signed for that reason.
    pub(crate) fn sealing(reason: impl std::fmt::Display) -> Self {
        Self::Sealing(reason.to_string())
    }

    /// An answer cannot be written for that reason.
    pub(crate) fn writing(reason: impl std::fmt::Display) -> Self {
        Self::Writing(reason.to_string())
    }
}

impl From<Failure> for SandboxError {
    fn from(failure: Failure) -> Self {
        Self::Keys(failure.to_string())
    }
}

/// Code that makes keys and notifications has errors that are texts.
impl From<Failure> for String {
    fn from(failure: Failure) -> Self {
        failure.to_string()
    }
}
