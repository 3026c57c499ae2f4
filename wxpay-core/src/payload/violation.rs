//! A rule that is broken: where, and how.

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
    /// The member's Chinese name, where the declaration gives it.
    pub label: Option<&'static str>,
    /// The rule that it breaks.
    pub problem: Problem,
}

/// A rule that a member breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// The length of a text.
    Length {
        /// How long it is, in `unit`.
        length: usize,
        /// The shortest allowed.
        min: usize,
        /// The longest allowed.
        max: usize,
        /// What was counted.
        unit: Unit,
    },
    /// The text does not match the expression.
    Pattern(&'static str),
    /// The number is out of range.
    Range {
        /// The number.
        value: i128,
        /// The lowest allowed.
        min: i64,
        /// The highest allowed.
        max: i64,
    },
    /// The array has too few or too many elements.
    Items {
        /// How many it has.
        count: usize,
        /// The fewest allowed.
        min: usize,
        /// The most allowed.
        max: usize,
    },
    /// It is not a URL that WeChat Pay could call.
    Url(UrlProblem),
    /// The declaration's own check refused it, in its words.
    Check(String),
    /// The declaration's own check of several members: this one is missing, for the reason that the text gives.
    Needed(&'static str),
    /// The declaration's own check of several members: this one is there, against the reason that the text gives.
    NotAllowed(&'static str),
    /// A rule about several members: none of them is given.
    NoneGiven {
        /// The names of the members.
        members: Vec<&'static str>,
        /// Tells whether exactly one is expected, or at least one.
        exactly_one: bool,
    },
    /// A rule about several members: this one is given together with others.
    SeveralGiven {
        /// The names of the others that are given.
        others: Vec<&'static str>,
        /// The names of all members that the rule is about.
        members: Vec<&'static str>,
        /// Tells whether exactly one is expected, or at most one.
        exactly_one: bool,
    },
    /// A rule about several members: this one is missing, and the named one is given only together with it.
    NeededBy(&'static str),
    /// The member is the number of the merchant that signs, and another was found.
    OtherCaller {
        /// The client's merchant.
        expected: String,
        /// The member's value.
        found: String,
    },
    /// An enum value that was read from an answer and is not in the list.
    UnknownValue {
        /// The list.
        allowed: &'static [&'static str],
    },
    /// A character above U+FFFF.
    Supplementary,
    /// A path parameter that is empty, `.` or `..`: URL libraries rewrite such a path.
    PathSegment,
    /// A header value with control characters, or spaces at its ends.
    Header,
    /// A file name that no form can carry.
    FileName(FileNameProblem),
    /// A file whose name does not end in one of these.
    Extension {
        /// The endings, without the dot.
        allowed: &'static [&'static str],
    },
    /// The text says something of the file that is not so: `what` should be there.
    OtherFile {
        /// What the member says of the file, such as its SHA-256.
        what: &'static str,
    },
    /// What the member says of the file is not there, and the client cannot make it.
    NoDigest,
    /// serde could not write a foreign value; the text says why.
    Unwritable(String),
    /// The type is a hand-written [`Payload`](super::Payload) that gives something else than its `KIND` says.
    OtherKind {
        /// What the kind says, in JSON's words.
        expected: &'static str,
        /// `true` if the kind says that the value is encrypted.
        secret: bool,
    },
}

worded! {
    /// What is wrong with a file's name.
    #[non_exhaustive]
    pub enum FileNameProblem {
        Empty = "it is empty",
        QuoteOrSlash = "it has a quote or a slash",
        Control = "it has control characters",
    }
}

impl Violation {
    /// A violation that a declaration's own `check` found: the JSON pointer of the member, such as `/user_name`, seen from
    /// the object that is checked, and what is wrong with it. Validation puts the object's own pointer before it, and adds
    /// place and label.
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

    /// The members that the pointer leads through, seen from an object of `table`.
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
            Self::NoDigest => f.write_str("is missing, and no crypto library is compiled in to make it"),
            Self::Unwritable(reason) => write!(f, "cannot be written: {reason}"),
            Self::OtherKind { expected, secret } => {
                let encrypted = if *secret { "encrypted " } else { "" };
                write!(f, "expected by its `KIND` as {encrypted}{expected}, its `node` gives something else")
            }
        }
    }
}

/// Names as a sentence has them.
fn listed(names: &[&str]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.as_slice() {
        [most @ .., last] if !most.is_empty() => format!("{} and {last}", most.join(", ")),
        few => few.concat(),
    }
}

/// The rule for URLs that WeChat Pay calls which one breaks. The list is complete: whoever words the rules for others
/// has a word for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[allow(clippy::exhaustive_enums)] // a rule that is added is to be worded by those who match
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
    /// It is plain `http`, to a host that was not let through.
    #[error("it is not `https`; `notify_to` lets a host of your own network be called by `http`")]
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
