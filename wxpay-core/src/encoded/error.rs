//! Requests that cannot be written.

use http::Method;

use super::target::TargetProblem;
use crate::crypto::CryptoError;
use crate::payload::NOT_SEALED;
use crate::text::{Given, escaped};

/// A request, or a front end's parameters, that cannot be written. Nothing was sent.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EncodeError {
    /// A request that is not an object, and so has no members.
    #[error("a request is an object")]
    NotAnObject,
    /// A client without a key of WeChat Pay, to which sensitive members would be encrypted.
    #[error("the client has no key of WeChat Pay: they were removed, or not downloaded yet")]
    NoPlatformKey,
    /// A declared path with a brace that is not closed.
    #[error("the path `{path}` has an open brace")]
    OpenBrace {
        /// The path as declared.
        path: &'static str,
    },
    /// A declared path with a hole that no member fills.
    #[error("the path's `{}` has no field", escaped(.hole))]
    NoField {
        /// The name in the braces.
        hole: String,
    },
    /// A declared header whose name HTTP does not allow.
    #[error("`{name}` is not a header name")]
    HeaderName {
        /// The name as declared.
        name: &'static str,
    },
    /// A header whose value HTTP does not allow.
    #[error("the value of `{name}` is not allowed in a header")]
    HeaderValue {
        /// The header's name as declared.
        name: &'static str,
    },
    /// A sensitive value that was not encrypted, where no JSON is written.
    #[error("{NOT_SEALED}")]
    NotSealed,
    /// JSON that cannot be written: a value that has no form in it, or a sensitive value that was not encrypted.
    #[error("{}", escaped(.0))]
    Json(#[source] serde_json::Error),
    /// No random bytes for a form's boundary.
    #[error("{0}")]
    Random(#[source] CryptoError),
    /// A target that would not be sent as it is signed.
    #[error("{target} {problem}")]
    Target {
        /// Path and query as they were given.
        target: Given,
        /// The rule that it breaks.
        problem: TargetProblem,
    },
    /// A method, an address or a header that HTTP does not know.
    #[error("{0}")]
    Http(#[source] http::Error),
    /// A request that was encoded for another endpoint.
    #[error("it belongs to {method} {}", escaped(.template))]
    OtherEndpoint {
        /// The method of the other one.
        method: Method,
        /// The path of the other one, as declared.
        template: String,
    },
    /// A request that was encoded for another merchant, whose money it is about.
    #[error("it was encoded for {encoded_for}, and this client is {client}'s")]
    OtherCaller {
        /// The number of the merchant, or the brand, that it was encoded for.
        encoded_for: Given,
        /// That of the client.
        client: Given,
    },
    /// An `appid` that is not 1 to 32 characters.
    #[error("no `appid`: that has 1 to 32 characters")]
    Appid,
    /// A `prepay_id` that is empty, or has more around it.
    #[error("no `prepay_id`: that stands alone, as the order's answer has it")]
    PrepayId,
    /// An order that does not say in which `appid` it is paid; the text says what it names.
    #[error("{0}")]
    NoAppid(&'static str),
    /// Too many coupons for a plug-in, or none.
    #[error("{0} coupons; a plug-in takes 1 to 10")]
    Coupons(usize),
    /// A brand's client, where the parameters name a merchant.
    #[error("the client is a brand's, and this is for merchants")]
    ForMerchants,
    /// No library to make an HMAC with.
    #[error("no crypto library is compiled in")]
    NoBackend,
}
