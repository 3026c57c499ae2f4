//! Broken rules.

use std::fmt;

use super::{Field, Place, Table, Unit, escaped};
use crate::host::HostProblem;
use crate::text::{escaped as shown, worded};

/// One member that breaks one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// The member's place in the request.
    pub place: Place,
    /// The JSON pointer of the member, such as `/amount/total`.
    pub pointer: String,
    /// The member's Chinese name, if the declaration gives it.
    pub label: Option<&'static str>,
    /// The rule that it breaks.
    pub problem: Problem,
}

/// A rule that a member breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// The length of a text or of a file.
    Length {
        /// The length found, in `unit`.
        length: usize,
        /// The minimum.
        min: usize,
        /// The maximum.
        max: usize,
        /// The unit of the length.
        unit: Unit,
    },
    /// The text does not match the expression.
    Pattern(&'static str),
    /// The number is out of range.
    Range {
        /// The number found.
        value: i128,
        /// The minimum.
        min: i64,
        /// The maximum.
        max: i64,
    },
    /// The array has too few or too many elements.
    Items {
        /// The number of elements found.
        count: usize,
        /// The minimum.
        min: usize,
        /// The maximum.
        max: usize,
    },
    /// It is not a URL that WeChat Pay could call.
    Url(UrlProblem),
    /// The declaration's own check refused the value, with this message.
    Check(String),
    /// The declaration's own check of several members: this member is missing, but needed for this reason.
    Needed(&'static str),
    /// The declaration's own check of several members: this member is given, but not allowed for this reason.
    NotAllowed(&'static str),
    /// A rule about several members: none of them is given.
    NoneGiven {
        /// The names of the members.
        members: Vec<&'static str>,
        /// True if exactly one is expected, false if at least one is.
        exactly_one: bool,
    },
    /// A rule about several members: this member is given together with others.
    SeveralGiven {
        /// The names of the others that are given.
        others: Vec<&'static str>,
        /// The names of all members that the rule is about.
        members: Vec<&'static str>,
        /// True if exactly one is expected, false if at most one is.
        exactly_one: bool,
    },
    /// A rule about several members: this member is missing, but the named member is given, which needs it.
    NeededBy(&'static str),
    /// The member should be the number of the merchant that signs, but has another value.
    OtherCaller {
        /// The number of the client's merchant.
        expected: String,
        /// The member's value.
        found: String,
    },
    /// An enum value that was read from an answer and is not in the list.
    UnknownValue {
        /// The list.
        allowed: &'static [&'static str],
    },
    /// The text has a character above U+FFFF.
    Supplementary,
    /// A path parameter that is empty, `.` or `..`: URL libraries rewrite such a path.
    PathSegment,
    /// A header value with control characters, or with spaces at its ends.
    Header,
    /// A file name that no form can carry.
    FileName(FileNameProblem),
    /// A file whose name has none of these extensions.
    Extension {
        /// The extensions, without the dot.
        allowed: &'static [&'static str],
    },
    /// The member does not match the request's file.
    OtherFile {
        /// The property of the file that the member states, such as its SHA-256.
        what: &'static str,
    },
    /// The member should state the file's digest and is absent, but the client cannot compute the digest.
    NoDigest,
    /// serde could not write a foreign value, for this reason.
    Unwritable(String),
    /// The type is a handwritten [`Payload`](super::Payload) whose `node` is not of its `KIND`.
    OtherKind {
        /// The JSON type that the kind stands for.
        expected: &'static str,
        /// True if the kind is encrypted.
        secret: bool,
    },
}

worded! {
    /// The problem with a file's name.
    #[non_exhaustive]
    pub enum FileNameProblem {
        Empty = "it is empty",
        QuoteOrSlash = "it has a quote or a slash",
        Control = "it has control characters",
    }
}

impl Violation {
    /// A violation that a declaration's own `check` found. `pointer` is the JSON pointer of the member, such as `/user_name`,
    /// relative to the checked object. Validation prefixes the object's own pointer, and adds place and label.
    ///
    /// ```
    /// use wxpay_core::validate::{Problem, Violation};
    ///
    /// /// A range of fen that may be open at its upper end.
    /// struct Range {
    ///     from: i64,
    ///     to: Option<i64>,
    /// }
    ///
    /// fn ascending(range: &Range) -> Result<(), Violation> {
    ///     match range.to {
    ///         Some(to) if to < range.from => Err(Violation::new("/to", Problem::Check("is less than `from`".into()))),
    ///         _ => Ok(()),
    ///     }
    /// }
    ///
    /// assert!(ascending(&Range { from: 5, to: None }).is_ok());
    /// assert_eq!(ascending(&Range { from: 5, to: Some(4) }).unwrap_err().pointer, "/to");
    /// ```
    #[must_use]
    pub fn new(pointer: impl Into<String>, problem: Problem) -> Self {
        Self { place: Place::Body, pointer: pointer.into(), label: None, problem }
    }

    /// The members on the pointer's path, from an object of `table`.
    pub(crate) fn members(&self, table: &'static Table) -> impl Iterator<Item = &'static Field> {
        let mut fields = table.fields;
        self.pointer.split('/').filter_map(move |name| {
            let field = fields.iter().find(|field| escaped(field.name) == name)?;
            fields = field.members();
            Some(field)
        })
    }
}

impl std::error::Error for Violation {}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.place.as_str(), shown(&self.pointer), shown(&self.problem))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { length, min, max, unit } => {
                let unit = match unit {
                    Unit::Characters => "characters",
                    Unit::Bytes => "bytes",
                    Unit::Plaintext => "characters before it is encrypted",
                };
                match *max {
                    usize::MAX => write!(f, "has {length} {unit}, the fewest allowed are {min}"),
                    max => write!(f, "has {length} {unit}, allowed are {min} to {max}"),
                }
            }
            Self::Pattern(pattern) => write!(f, "does not match `{pattern}`"),
            Self::Range { value, min, max: i64::MAX } => write!(f, "is {value}, the lowest allowed is {min}"),
            Self::Range { value, min, max } => write!(f, "is {value}, allowed are {min} to {max}"),
            Self::Items { count, min, max: usize::MAX } => {
                write!(f, "has {count} elements, the fewest allowed are {min}")
            }
            Self::Items { count, min, max } => write!(f, "has {count} elements, allowed are {min} to {max}"),
            Self::Url(problem) => write!(f, "is not a URL that WeChat Pay could call: {problem}"),
            Self::Check(message) => f.write_str(message),
            Self::Needed(reason) => write!(f, "is missing; {reason}"),
            Self::NotAllowed(reason) => write!(f, "is not allowed; {reason}"),
            Self::NoneGiven { members, exactly_one } => {
                let expected = if *exactly_one { "exactly one" } else { "at least one" };
                write!(f, "is missing; expected {expected} of {}", listed(members))
            }
            Self::SeveralGiven { others, members, exactly_one } => {
                let expected = if *exactly_one { "exactly one" } else { "at most one" };
                write!(f, "is there together with {}; expected {expected} of {}", listed(others), listed(members))
            }
            Self::NeededBy(member) => write!(f, "is missing; `{member}` needs it"),
            Self::OtherCaller { expected, found } => {
                write!(f, "expected `{expected}`, the merchant that signs, found `{found}`")
            }
            Self::UnknownValue { allowed } => {
                write!(f, "is not one of {}; `other(..)` makes a value that is sent anyway", allowed.join(", "))
            }
            Self::Supplementary => f.write_str("has a character above U+FFFF, which WeChat Pay refuses"),
            Self::PathSegment => f.write_str("cannot be a path segment: it is empty, `.` or `..`"),
            Self::Header => f.write_str("cannot be a header: it has control characters or spaces at its ends"),
            Self::FileName(problem) => write!(f, "has a name that no form can carry: {problem}"),
            Self::Extension { allowed } => write!(f, "has a name that does not end in one of {}", allowed.join(", ")),
            Self::OtherFile { what } => write!(f, "is not the {what} of the request's file"),
            Self::NoDigest => f.write_str("is missing, and no crypto library is compiled in to compute it"),
            Self::Unwritable(reason) => write!(f, "cannot be written: {reason}"),
            Self::OtherKind { expected, secret } => {
                let encrypted = if *secret { "encrypted " } else { "" };
                write!(f, "is not {encrypted}{expected} as its `KIND` says: its `node` gives another kind")
            }
        }
    }
}

/// The names, quoted and listed as in a sentence.
fn listed(names: &[&str]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.as_slice() {
        [most @ .., last] if !most.is_empty() => format!("{} and {last}", most.join(", ")),
        few => few.concat(),
    }
}

/// The rule for URLs that WeChat Pay calls that a URL breaks. The enum is exhaustive, so that code which words the rules for
/// others covers each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[allow(clippy::exhaustive_enums)] // matching code should fail to compile when a rule is added
pub enum UrlProblem {
    /// It is not a URL.
    #[error("it does not parse")]
    Unparsable,
    /// It has no host.
    #[error("it has no host")]
    NoHost,
    /// It has another scheme than `https` and `http`.
    #[error("it is not `https`")]
    NotHttps,
    /// It is plain `http`, to a host that the policy does not allow.
    #[error("it is not `https`; `notify_to` allows `http` to a host of your own network")]
    PlainHttp,
    /// It has a user name.
    #[error("it has a user name")]
    UserName,
    /// It has a query.
    #[error("it has a query")]
    Query,
    /// It has a fragment.
    #[error("it has a fragment")]
    Fragment,
    /// It has no path.
    #[error("it has no path")]
    NoPath,
    /// Its host is not public.
    #[error("its host is {0}")]
    Host(HostProblem),
}
