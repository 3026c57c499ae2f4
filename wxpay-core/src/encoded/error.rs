//! Errors of encoding.

use http::Method;

use super::target::TargetProblem;
use crate::crypto::CryptoError;
use crate::payload::NOT_SEALED;
use crate::text::{Given, escaped};

/// A request, or the parameters of a front end, that cannot be encoded. Nothing was sent.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EncodeError {
    /// The request is not an object, and so has no members.
    #[error("expected an object as the request")]
    NotAnObject,
    /// The client has no key of WeChat Pay to encrypt sensitive members to.
    #[error("the client has no key of WeChat Pay: they were removed, or not downloaded yet")]
    NoPlatformKey,
    /// The declared path has a brace that is not closed.
    #[error("the path `{path}` has an open brace")]
    OpenBrace {
        /// The path as declared.
        path: &'static str,
    },
    /// The declared path has a hole that no member fills.
    #[error("the path's `{}` has no field", escaped(.hole))]
    NoField {
        /// The name in the braces.
        hole: String,
    },
    /// HTTP does not allow the name of a declared header.
    #[error("`{name}` is not a header name")]
    HeaderName {
        /// The name as declared.
        name: &'static str,
    },
    /// HTTP does not allow the value of a header.
    #[error("the value of `{name}` is not allowed in a header")]
    HeaderValue {
        /// The header's name as declared.
        name: &'static str,
    },
    /// A sensitive value is not encrypted, in a place that is not JSON.
    #[error("{NOT_SEALED}")]
    NotSealed,
    /// A value has no form in JSON, or a sensitive value is not encrypted.
    #[error("{}", escaped(.0))]
    Json(#[source] serde_json::Error),
    /// There are no random bytes for the boundary of a form.
    #[error("{0}")]
    Random(#[source] CryptoError),
    /// The target would be sent in another form than it is signed.
    #[error("{target} {problem}")]
    Target {
        /// Path and query as they were given.
        target: Given,
        /// The rule that it breaks.
        problem: TargetProblem,
    },
    /// HTTP does not allow a method, an address or a header.
    #[error("{0}")]
    Http(#[source] http::Error),
    /// The request was encoded for another endpoint.
    #[error("the request belongs to {method} {}", escaped(.template))]
    OtherEndpoint {
        /// The method of that endpoint.
        method: Method,
        /// The path of that endpoint, as declared.
        template: String,
    },
    /// The request was encoded for another merchant, whose money it is about.
    #[error("the request was encoded for {encoded_for}, but this client is {client}'s")]
    OtherCaller {
        /// The number of the merchant, or the brand, that the request was encoded for.
        encoded_for: Given,
        /// The number of the client's merchant or brand.
        client: Given,
    },
    /// The `appid` does not have 1 to 32 characters.
    #[error("expected an `appid` of 1 to 32 characters")]
    Appid,
    /// The `prepay_id` is empty, or has something around it.
    #[error("expected a `prepay_id` alone, as in the order's answer")]
    PrepayId,
    /// The order does not say in which `appid` it is paid; the text says which it names.
    #[error("{0}")]
    NoAppid(&'static str),
    /// There are too many coupons for a plug-in, or no coupons.
    #[error("expected 1 to 10 coupons for a plug-in, found {0}")]
    Coupons(usize),
    /// The client is a brand's, but the parameters name a merchant.
    #[error("the client is a brand's, but this is for merchants")]
    ForMerchants,
    /// There is no crypto library to make an HMAC with.
    #[error("no crypto library is compiled in")]
    NoBackend,
}
