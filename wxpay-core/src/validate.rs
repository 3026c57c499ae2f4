//! What a request must satisfy before it is signed. Every violation is reported at once, each with its pointer.

mod file;
mod url;

pub(crate) use url::is_loopback;

use std::fmt;

use crate::form::{Completed, file};
use crate::payload::{Field, Kind, Node, Object, Place, Rule, Step, Trail, Unit};
use crate::text::escaped;
use crate::value::{Sensitive, Upload};

/// Where who validates makes a difference. The default is a client of WeChat Pay itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Policy {
    /// Characters above U+FFFF, such as emoji, pass. The live service refuses them.
    pub supplementary: bool,
    /// `http` URLs to this machine pass where a public `https` URL is due: for a local WeChat Pay.
    pub loopback: bool,
    /// Bytes are counted where the live service was seen to count them, as it does itself.
    pub bytes: bool,
}

/// One member that breaks one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// Where the member goes.
    pub place: Place,
    /// The JSON pointer of the member, such as `/amount/total`.
    pub pointer: String,
    /// The member's Chinese name, where the declaration gives it.
    pub label: Option<&'static str>,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a member.
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
    /// No URL that WeChat Pay could call; the text says why.
    Url(&'static str),
    /// The declaration's own check refused it, in its words.
    Check(String),
    /// An enum value that was read from an answer and is not in the list.
    UnknownValue {
        /// The list.
        allowed: &'static [&'static str],
    },
    /// A character above U+FFFF.
    Supplementary,
    /// A path parameter that is empty, `.` or `..`: URL libraries rewrite such a path.
    PathSegment,
    /// A header value with control characters, or blanks at its ends.
    Header,
    /// A file name that no form can carry; the text says why.
    FileName(&'static str),
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
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.place.as_str(), escaped(&self.pointer), escaped(&self.problem))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { length, min, max, unit } => {
                let unit = match unit {
                    Unit::Characters => "characters",
                    Unit::Bytes => "bytes",
                };
                write!(f, "has {length} {unit}, allowed are {min} to {max}")
            }
            Self::Pattern(pattern) => write!(f, "does not match `{pattern}`"),
            Self::Range { value, min, max: i64::MAX } => write!(f, "is {value}, the lowest allowed is {min}"),
            Self::Range { value, min, max } => write!(f, "is {value}, allowed are {min} to {max}"),
            Self::Items { count, min, max } => write!(f, "has {count} elements, allowed are {min} to {max}"),
            Self::Url(reason) => write!(f, "is no URL that WeChat Pay could call: {reason}"),
            Self::Check(message) => f.write_str(message),
            Self::UnknownValue { allowed } => {
                write!(f, "is none of {}; `other(..)` makes a value that is sent all the same", allowed.join(", "))
            }
            Self::Supplementary => f.write_str("has a character above U+FFFF, which WeChat Pay refuses"),
            Self::PathSegment => f.write_str("cannot be a path segment: it is empty, `.` or `..`"),
            Self::Header => f.write_str("cannot be a header: it has control characters or blanks at its ends"),
            Self::FileName(reason) => write!(f, "has a name that no form can carry: {reason}"),
            Self::Extension { allowed } => write!(f, "has a name that ends in none of {}", allowed.join(", ")),
            Self::OtherFile { what } => write!(f, "is not the {what} of the request's file"),
            Self::NoDigest => f.write_str("is missing, and no crypto library is compiled in to make it"),
            Self::Unwritable(reason) => write!(f, "cannot be written: {reason}"),
        }
    }
}

/// Everything that is wrong with `request`, in the order of its members.
#[must_use]
pub fn validate(request: &dyn Object, policy: Policy) -> Vec<Violation> {
    let file = file(request).map(|(_, file)| file);
    let request = Completed::of(request);
    let mut check = Check { policy, file, place: Place::Body, trail: Trail::default(), found: Vec::new() };
    for (index, field) in request.table().fields.iter().enumerate() {
        check.place = field.place;
        check.member(field, request.member(index));
    }
    check.found
}

struct Check<'a> {
    policy: Policy,
    file: Option<&'a Upload>,
    place: Place,
    trail: Trail,
    found: Vec<Violation>,
}

impl Check<'_> {
    fn member(&mut self, field: &'static Field, node: Node<'_>) {
        self.trail.push(Step::Member(field));
        self.value(field, node);
        self.trail.pop();
    }

    /// A member's value, or one inside its arrays and maps: there the same rules hold.
    fn value(&mut self, field: &'static Field, node: Node<'_>) {
        match node {
            Node::Absent if self.file.is_some() && field.rules.iter().any(|rule| matches!(rule, Rule::Sha256)) => {
                self.report(field, Problem::NoDigest);
            }
            Node::Absent | Node::Boolean(_) | Node::Json(_) => {}
            Node::File(file) => self.content(field, file),
            Node::Text(text) => self.text(field, &text),
            Node::Choice { text, allowed: true } => self.text(field, text),
            Node::Choice { allowed: false, .. } => {
                let allowed = match field.kind.element() {
                    Kind::Choice(values) => values,
                    _ => &[],
                };
                self.report(field, Problem::UnknownValue { allowed });
            }
            Node::Integer(value) => self.integer(field, value),
            Node::Secret(secret) => self.secret(field, secret),
            Node::Object(object) => {
                for (index, member) in object.table().fields.iter().enumerate() {
                    self.member(member, object.member(index));
                }
            }
            Node::List(list) => {
                self.items(field, list.len());
                for index in 0..list.len() {
                    self.trail.push(Step::Index(index));
                    self.value(field, list.node(index));
                    self.trail.pop();
                }
            }
            Node::Map(map) => map.each(&mut |key, node| {
                self.trail.push(Step::Key(key.to_owned()));
                self.characters(field, key);
                self.value(field, node);
                self.trail.pop();
            }),
            Node::Unwritable(reason) => self.report(field, Problem::Unwritable(reason)),
        }
    }

    fn text(&mut self, field: &'static Field, text: &str) {
        self.characters(field, text);
        match self.place {
            Place::Path if matches!(text, "" | "." | "..") => return self.report(field, Problem::PathSegment),
            Place::Header if !header_safe(text) => self.report(field, Problem::Header),
            _ => {}
        }
        for rule in field.rules {
            let problem = match rule {
                Rule::Len { min, max, unit: Unit::Bytes } if self.policy.bytes => {
                    length(text.len(), *min, *max, Unit::Bytes)
                }
                Rule::Len { min, max, unit } => {
                    if *unit == Unit::Bytes && text.len() > *max {
                        tracing::warn!(pointer = %self.trail, bytes = text.len(), max, "the live service counts bytes");
                    }
                    length(text.chars().count(), *min, *max, Unit::Characters)
                }
                Rule::Pattern(pattern) if !pattern.is_match(text) => Some(Problem::Pattern(pattern.as_str())),
                Rule::Url { path } => url::check(text, *path, self.policy.loopback).err().map(Problem::Url),
                Rule::Check(check) => check(text).err().map(Problem::Check),
                Rule::FileName => self.said(|file| file.name() == text, "name"),
                Rule::Sha256 => self.said(|file| file::same_digest(file, text), "SHA-256"),
                Rule::Pattern(_) | Rule::Range { .. } | Rule::Items { .. } | Rule::Extensions(_) => None,
            };
            if let Some(problem) = problem {
                self.report(field, problem);
            }
        }
        if let (Kind::FenText, Ok(value)) = (field.kind.element(), text.parse()) {
            self.integer(field, value);
        }
    }

    fn integer(&mut self, field: &'static Field, value: i128) {
        for rule in field.rules {
            if let Rule::Range { min, max } = *rule
                && !(i128::from(min)..=i128::from(max)).contains(&value)
            {
                self.report(field, Problem::Range { value, min, max });
            }
        }
    }

    /// A sealed value has the documented length; a plain one gets its length only from the key that seals it.
    fn secret(&mut self, field: &'static Field, secret: &Sensitive) {
        let length = match (secret.expose(), secret.ciphertext()) {
            (Some(""), _) => length(0, 1, usize::MAX, Unit::Characters),
            (Some(plain), _) => return self.characters(field, plain),
            (_, text) => sealed_length(field, text.unwrap_or_default()),
        };
        if let Some(problem) = length {
            self.report(field, problem);
        }
    }

    fn items(&mut self, field: &'static Field, count: usize) {
        for rule in field.rules {
            if let Rule::Items { min, max } = *rule
                && !(min..=max).contains(&count)
            {
                self.report(field, Problem::Items { count, min, max });
            }
        }
    }

    fn characters(&mut self, field: &'static Field, text: &str) {
        if !self.policy.supplementary && text.chars().any(|character| character > '\u{FFFF}') {
            self.report(field, Problem::Supplementary);
        }
    }

    fn report(&mut self, field: &'static Field, problem: Problem) {
        let pointer = self.trail.to_string();
        self.found.push(Violation { place: self.place, pointer, label: field.label, problem });
    }
}

/// Whether the ciphertext has the length that the member documents.
pub(crate) fn sealed_length(field: &Field, text: &str) -> Option<Problem> {
    field.rules.iter().find_map(|rule| match rule {
        Rule::Len { min, max, .. } => length(text.len(), *min, *max, Unit::Characters),
        _ => None,
    })
}

fn length(length: usize, min: usize, max: usize, unit: Unit) -> Option<Problem> {
    let allowed = (min..=max).contains(&length);
    (!allowed).then_some(Problem::Length { length, min, max, unit })
}

fn header_safe(text: &str) -> bool {
    text.trim_matches([' ', '\t']) == text && !text.chars().any(|character| character.is_control())
}
