//! What a request must satisfy before it is signed. Every violation is reported at once, each with its pointer.

mod file;
mod host;
mod url;
mod violation;

pub use host::{AddressClass, HostProblem};
pub(crate) use host::{canonical, is_loopback};
pub use url::{NotAHost, UrlProblem, callable, callable_address, named_host};
pub use violation::{FileNameProblem, Problem, Violation};

use std::sync::Arc;

use crate::form::Completed;
use crate::payload::{Field, Kind, Node, Object, Place, Rule, Step, Trail, Unit};
use crate::value::{Sensitive, Upload};

/// Where who validates makes a difference. The default is a client of WeChat Pay itself.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Policy {
    /// Characters above U+FFFF, such as emoji, pass. The live service refuses them.
    pub supplementary: bool,
    /// `http` URLs to this machine pass where a public `https` URL is due: for a local WeChat Pay.
    pub loopback: bool,
    /// Hosts that may stand in a URL though they are not public, as [`named_host`] gives them; by `http` too.
    pub notify_to: Arc<[String]>,
    /// Bytes are counted where the live service was seen to count them, as it does itself.
    pub bytes: bool,
    /// The merchant number that signs, which a request's `mchid`, `sp_mchid` or `combine_mchid` has to be; `None` compares
    /// nothing.
    pub caller: Option<String>,
}

/// Everything that is wrong with `request`, in the order of its members.
#[must_use]
pub fn validate(request: &dyn Object, policy: &Policy) -> Vec<Violation> {
    violations(&Completed::of(request), policy)
}

/// The same of a request that has what its file says.
pub(crate) fn violations(request: &Completed<'_>, policy: &Policy) -> Vec<Violation> {
    let mut check =
        Check { policy, file: request.file, place: Place::Body, trail: Trail::default(), found: Vec::new() };
    for (index, field) in request.table().fields.iter().enumerate() {
        check.place = field.place;
        check.member(field, request.member(index));
    }
    check.together(request);
    check.found
}

struct Check<'a> {
    policy: &'a Policy,
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
                self.together(object);
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

    /// Asks the declaration's check about the members together.
    fn together(&mut self, object: &dyn Object) {
        let Err(violation) = object.check() else { return };
        let (mut place, mut label) = (None, None);
        for field in violation.members(object.table()) {
            place = place.or(Some(field.place));
            label = field.label.or(label);
        }
        if self.trail.is_empty() {
            self.place = place.unwrap_or(Place::Body);
        }
        let pointer = format!("{}{}", self.trail, violation.pointer);
        self.found.push(Violation { place: self.place, pointer, label, problem: violation.problem });
    }

    fn text(&mut self, field: &'static Field, text: &str) {
        self.characters(field, text);
        self.caller(field, text);
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
                Rule::Url { path } => url::check(text, *path, self.policy).err().map(Problem::Url),
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

    /// A sealed value has the documented length; a plain one gets its length only from the key that seals it. Its
    /// characters are free: in the JSON stands the ciphertext.
    fn secret(&mut self, field: &'static Field, secret: &Sensitive) {
        let length = match (secret.expose(), secret.ciphertext()) {
            (Some(""), _) => length(0, 1, usize::MAX, Unit::Characters),
            (Some(_), _) => return,
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

    fn caller(&mut self, field: &'static Field, text: &str) {
        match &self.policy.caller {
            Some(expected) if field.caller && expected != text => {
                self.report(field, Problem::OtherCaller { expected: expected.clone(), found: text.to_owned() });
            }
            _ => {}
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
