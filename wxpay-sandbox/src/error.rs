//! What can go wrong with a sandbox.

use std::net::SocketAddr;
use std::path::PathBuf;

use wxpay::text::escaped;

/// The sandbox could not do what it was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SandboxError {
    /// It cannot listen.
    #[error("cannot listen on this machine: {0}")]
    Listen(#[from] std::io::Error),
    /// Other machines would reach it there, and nobody has allowed that.
    #[error("other machines reach {0}: listening there has to be allowed")]
    Remote(SocketAddr),
    /// Its folder, or the file of its books, cannot be read or written, or is another sandbox's.
    #[error("cannot use `{}`: {problem}", path.display())]
    Path {
        /// The folder or the file.
        path: PathBuf,
        /// Why not.
        problem: String,
    },
    /// The file of its books is another version's.
    #[error("the books in `{}` are another version's: move them away, and the sandbox begins new ones", path.display())]
    Version {
        /// The file.
        path: PathBuf,
    },
    /// Its keys cannot be made.
    #[error("cannot make keys: {0}")]
    Keys(String),
    /// Notifications cannot be made or sent.
    #[error("cannot notify: {}", escaped(.0))]
    Notifications(String),
    /// Its books cannot be kept.
    #[error("cannot keep the books: {}", escaped(.0))]
    Books(#[from] rusqlite::Error),
    /// The clock would leave the years that it can show.
    #[error("the clock cannot be {seconds} seconds ahead of the machine's: it stays within the years 1970 to 8999")]
    Clock {
        /// The seconds that it was to be ahead.
        seconds: i64,
    },
    /// There is no order of that number, or not in a state for it.
    #[error("order `{}` {problem}", escaped(.number))]
    Order {
        /// The order's number.
        number: String,
        /// Why not.
        problem: &'static str,
    },
    /// There is no refund of that number, or not in a state for it.
    #[error("refund `{}` {problem}", escaped(.number))]
    Refund {
        /// The refund's number.
        number: String,
        /// Why not.
        problem: &'static str,
    },
    /// There is no sharing or return of that number, or not in a state for it.
    #[error("sharing or return `{}` {problem}", escaped(.number))]
    Sharing {
        /// The number of the sharing or the return.
        number: String,
        /// Why not.
        problem: &'static str,
    },
    /// A number is not that merchant's, or several merchants have it and nobody said whose is meant.
    #[error("number `{}`: {}", escaped(.number), escaped(.problem))]
    Owner {
        /// The number.
        number: String,
        /// Who has it.
        problem: String,
    },
    /// A `prepay_id`, `code_url` or `h5_url` leads nowhere, or not any more.
    #[error("this link {0}")]
    Link(&'static str),
    /// There is no transfer of that number, or not in a state for it.
    #[error("transfer `{}` {problem}", escaped(.number))]
    Transfer {
        /// The transfer's number.
        number: String,
        /// Why not.
        problem: &'static str,
    },
    /// There is no authorization of transfers of that number, or not in a state for it.
    #[error("authorization `{}` {problem}", escaped(.number))]
    Authorization {
        /// The authorization's number.
        number: String,
        /// Why not.
        problem: &'static str,
    },
    /// A merchant cannot have what it is to have.
    #[error("merchant `{}` {problem}", escaped(.mchid))]
    Merchant {
        /// The merchant's number.
        mchid: String,
        /// Why not.
        problem: &'static str,
    },
    /// There is no merchant or brand of that number.
    #[error("merchant `{}` is unknown here", escaped(.mchid))]
    UnknownMerchant {
        /// The merchant's number.
        mchid: String,
    },
    /// Nothing is sent to that URL.
    #[error("nothing is sent to `{}`: {}", escaped(.url), escaped(.problem))]
    Address {
        /// The URL.
        url: String,
        /// The rule that it breaks.
        problem: String,
    },
    /// There is no notification of that ID.
    #[error("notification `{}` was never made", escaped(.id))]
    Notification {
        /// The notification's ID.
        id: String,
    },
    /// There is no contract of that code, or not in a state for it.
    #[error("contract `{}` {problem}", escaped(.code))]
    Contract {
        /// The contract's code.
        code: String,
        /// Why not.
        problem: &'static str,
    },
}

impl SandboxError {
    /// Whether the sandbox itself has failed, and not whoever wanted what cannot be done.
    pub(crate) fn is_own_fault(&self) -> bool {
        matches!(self, Self::Listen(_) | Self::Keys(_) | Self::Notifications(_) | Self::Books(_))
    }
}

/// A failure inside the sandbox, which nothing that a caller sends brings about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Failure {
    /// There are no random bytes.
    #[error("no random bytes")]
    Random,
    /// A value cannot be encrypted or signed.
    #[error("cannot encrypt or sign: {0}")]
    Sealing(String),
    /// An answer cannot be written.
    #[error("cannot write an answer: {0}")]
    Writing(String),
    /// A merchant that has called, or is told something, has no keys here.
    #[error("there is no merchant `{}`", escaped(.0))]
    Merchant(String),
}

impl Failure {
    /// A value cannot be encrypted or signed, for that reason.
    pub(crate) fn sealing(reason: impl std::fmt::Display) -> Self {
        Self::Sealing(reason.to_string())
    }

    /// An answer cannot be written, for that reason.
    pub(crate) fn writing(reason: impl std::fmt::Display) -> Self {
        Self::Writing(reason.to_string())
    }
}

impl From<Failure> for SandboxError {
    fn from(failure: Failure) -> Self {
        Self::Keys(failure.to_string())
    }
}

/// For what makes keys and notifications, which says in words why it cannot.
impl From<Failure> for String {
    fn from(failure: Failure) -> Self {
        failure.to_string()
    }
}
