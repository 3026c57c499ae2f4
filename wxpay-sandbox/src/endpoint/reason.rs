//! The reason of a refusal, for the request's page.

use serde::Serialize;

/// The reason that a request was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Reason {
    /// The code of the answer; `None` if the answer has no body, as for an unknown path.
    pub code: Option<&'static str>,
    /// The message of the answer; if the answer has no body, the sandbox's own.
    pub message: String,
    /// The rule of the declaration that the request breaks, in the words of a client of `wxpay`.
    pub rule: Option<String>,
    /// The official page of the endpoint, if the endpoint is the problem.
    pub link: Option<&'static str>,
}

impl Reason {
    /// The reason of an answer without a body.
    pub(crate) fn unanswered(message: String) -> Self {
        Self { code: None, message, rule: None, link: None }
    }

    /// Returns true if the signature, or a parameter of `Authorization`, is the problem.
    pub(crate) fn is_of_signature(&self) -> bool {
        self.code == Some("SIGN_ERROR")
    }
}
