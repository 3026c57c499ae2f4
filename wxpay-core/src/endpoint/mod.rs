//! Endpoints: the request line, the members that make repeating safe, and the type of the answer. `#[wxpay_endpoint]`
//! implements them.

mod pages;

pub use pages::{End, Paged, Paging, Turn};
#[doc(hidden)]
pub use pages::{answer, has_list, has_next, has_total};

use std::borrow::Cow;
use std::fmt;

use http::StatusCode;

use crate::payload::derive::Structure;
use crate::payload::{Field, Kind, Payload};

/// A request struct that belongs to an endpoint.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a WeChat Pay request",
    label = "not an endpoint",
    note = "put `#[wxpay_endpoint(method = .., path = ..)]` on the struct",
    note = "a struct whose `response` is `Bytes` asks for a file: `client.file(&request)` makes a download of it"
)]
pub trait Endpoint: Structure + Sync {
    /// The properties of the endpoint, except its members.
    const OPERATION: Operation;

    /// The answer: an object, or `()` if the answer has no content.
    type Response: Payload + Send;

    /// The HTTP method.
    const METHOD: Method = Self::OPERATION.method;
    /// The path with its `{..}` parameters.
    const PATH: &'static str = Self::OPERATION.path;
    /// A title of one line: the endpoint's purpose.
    const TITLE: &'static str = Self::OPERATION.title;
    /// The members with their places, types and rules.
    const FIELDS: &'static [Field] = Self::TABLE.fields;
}

/// A request struct whose answer is a file without a signature. It is not sent but downloaded:
/// [`Client::file`](crate::client::Client::file) creates the download.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a request for a file of WeChat Pay",
    label = "not declared with `response = Bytes`",
    note = "put `#[wxpay_endpoint(method = \"GET\", path = .., response = Bytes)]` on the struct"
)]
pub trait FileEndpoint: Structure + Sync {
    /// The properties of the endpoint, except its members.
    const OPERATION: Operation;

    /// The HTTP method.
    const METHOD: Method = Self::OPERATION.method;
    /// The path with its `{..}` parameters.
    const PATH: &'static str = Self::OPERATION.path;
    /// A title of one line: the content of the file.
    const TITLE: &'static str = Self::OPERATION.title;
    /// The members with their places, types and rules.
    const FIELDS: &'static [Field] = Self::TABLE.fields;
}

/// The properties of an endpoint, except its members.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Operation {
    /// The HTTP method.
    pub method: Method,
    /// The path with its `{..}` parameters, as documented.
    pub path: &'static str,
    /// A title of one line: the endpoint's purpose.
    pub title: &'static str,
    /// The official page.
    pub doc: Option<&'static str>,
    /// The status that the page calls success, if it is an unusual one (202).
    pub success: Option<u16>,
    /// The member with the business number, which makes it safe to repeat the same request.
    pub number: Option<&'static str>,
    /// Statuses of refusals that leave the outcome unknown (429 for refunds).
    pub unknown_on: &'static [u16],
    /// The hosts that serve it.
    pub host: HostRole,
    /// The paging of its list, if it answers a list page by page.
    pub pages: Option<&'static Paging>,
    /// Marks an endpoint whose answer is a file, which nobody signs: it is downloaded, and not sent.
    pub file: bool,
}

impl Operation {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(method: Method, path: &'static str, title: &'static str) -> Self {
        let (host, pages) = (HostRole::Domestic, None);
        let (doc, success, number, file) = (None, None, None, false);
        Self { method, path, title, doc, success, number, unknown_on: &[], host, pages, file }
    }

    pub(crate) const fn statuses(&self) -> Statuses {
        Statuses { success: self.success, unknown_on: Cow::Borrowed(self.unknown_on) }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn doc(self, doc: &'static str) -> Self {
        Self { doc: Some(doc), ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn success(self, status: u16) -> Self {
        Self { success: Some(status), ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn number(self, member: &'static str) -> Self {
        Self { number: Some(member), ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn unknown_on(self, statuses: &'static [u16]) -> Self {
        Self { unknown_on: statuses, ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn host(self, host: HostRole) -> Self {
        Self { host, ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn pages(self, pages: &'static Paging) -> Self {
        Self { pages: Some(pages), ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn file(self) -> Self {
        Self { file: true, ..self }
    }
}

/// The group of WeChat Pay's hosts that serve an endpoint.
///
/// It matters only for a client with WeChat Pay's default hosts. A client with other hosts
/// ([`Builder::hosts`](crate::client::Builder::hosts)), such as those of a sandbox, calls only those.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum HostRole {
    /// The main host and its backup, `api.mch.weixin.qq.com` and `api2.mch.weixin.qq.com`.
    #[default]
    Domestic,
    /// The host of cross-border merchants (境外), `apihk.mch.weixin.qq.com`.
    CrossBorder,
}

impl HostRole {
    /// The word for it in a declaration: `domestic` or `cross-border`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Domestic => "domestic",
            Self::CrossBorder => "cross-border",
        }
    }
}

/// The statuses with a special meaning at an endpoint.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Statuses {
    pub(crate) success: Option<u16>,
    pub(crate) unknown_on: Cow<'static, [u16]>,
}

impl Statuses {
    /// Tells whether `status` is the unusual status that the endpoint's page calls success.
    pub(crate) fn is_success(&self, status: StatusCode) -> bool {
        self.success == Some(status.as_u16())
    }

    /// Tells whether a refusal with `status` leaves the outcome unknown.
    pub(crate) fn leave_unknown(&self, status: StatusCode) -> bool {
        self.unknown_on.contains(&status.as_u16())
    }
}

/// Fails the build if the business number is not text. The macro cannot see this through an alias.
#[doc(hidden)]
#[track_caller]
pub const fn is_business_number(member: &Field) {
    assert!(matches!(member.kind, Kind::Text | Kind::Choice(_)), "a business number must be text; this member is not");
}

/// Fails the build if an answer is neither an object nor `()`. The macro cannot see this through an alias.
#[doc(hidden)]
#[track_caller]
pub const fn is_answer<E: Endpoint>() {
    assert!(
        matches!(<E::Response as Payload>::KIND, Kind::Object(_) | Kind::Map(_) | Kind::Json | Kind::Nothing),
        "an answer must be an object; this type is not"
    );
}

/// The HTTP methods of APIv3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Method {
    /// `GET`
    Get,
    /// `POST`
    Post,
    /// `PUT`
    Put,
    /// `PATCH`
    Patch,
    /// `DELETE`
    Delete,
}

impl Method {
    /// The method's name in a request line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl From<Method> for http::Method {
    fn from(method: Method) -> Self {
        match method {
            Method::Get => Self::GET,
            Method::Post => Self::POST,
            Method::Put => Self::PUT,
            Method::Patch => Self::PATCH,
            Method::Delete => Self::DELETE,
        }
    }
}
