//! Why a request was refused, for its page.

use serde::Serialize;

/// Why a request was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Reason {
    /// The code of the answer; `None` where the answer has no body, as for a path that is none.
    pub code: Option<&'static str>,
    /// The message of the answer; the sandbox's own, where the answer has no body.
    pub message: String,
    /// The rule of the declaration that the request breaks, as a client of `wxpay` says it.
    pub rule: Option<String>,
    /// The official page about what was asked for, where that is the matter.
    pub link: Option<&'static str>,
}

impl Reason {
    /// Of an answer that says nothing.
    pub(crate) fn unanswered(message: String) -> Self {
        Self { code: None, message, rule: None, link: None }
    }

    /// Whether it is for its signature, or for what is said of it in the header.
    pub(crate) fn is_of_signature(&self) -> bool {
        self.code == Some("SIGN_ERROR")
    }
}
