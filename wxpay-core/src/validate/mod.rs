//! Checks a request before it is signed. Every violation is reported at once, each with its pointer.

mod file;
mod rules;
mod url;

pub use crate::host::{AddressClass, HostProblem};
pub use crate::payload::{FileNameProblem, Problem, UrlProblem, Violation};
pub(crate) use rules::sealed_length;
pub use url::{NotAHost, callable, callable_address, named_host};

use std::sync::Arc;

use crate::form::Completed;
use crate::payload::{Field, Kind, Node, Object, Place, Rule, Trail, Unit, Visit, walk};
use crate::value::{Sensitive, Upload};
use rules::{Subject, length};

/// Differences between those who validate. The default is a client of WeChat Pay itself.
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
    let mut check = Check { policy, file: request.file, found: Vec::new() };
    walk(Node::Object(request), &mut |at, visit| match visit {
        Visit::Value(node) => check.value(at, node),
        Visit::End(object) => check.together(at, object),
    });
    check.found
}

struct Check<'a> {
    policy: &'a Policy,
    file: Option<&'a Upload>,
    found: Vec<Violation>,
}

impl Check<'_> {
    /// A member's value, or one inside its arrays and maps: there the same rules hold.
    fn value(&mut self, at: &Trail<'_>, node: &Node<'_>) {
        let Some(field) = at.field() else { return };
        if let Some(key) = at.as_key() {
            self.characters(at, key);
        }
        match node {
            Node::Absent if self.file.is_some() && field.rules.iter().any(|rule| matches!(rule, Rule::Sha256)) => {
                self.report(at, Problem::NoDigest);
            }
            Node::Absent | Node::Boolean(_) | Node::Json(_) | Node::Object(_) | Node::Map(_) => {}
            Node::File(file) => self.content(at, field, file),
            Node::Text(text) => self.text(at, field, text),
            Node::Choice { text, allowed: true } => self.text(at, field, text),
            Node::Choice { allowed: false, .. } => {
                let allowed = match field.kind.element() {
                    Kind::Choice(values) => values,
                    _ => &[],
                };
                self.report(at, Problem::UnknownValue { allowed });
            }
            Node::Integer(value) => self.rules(at, field, Subject::Integer(*value)),
            Node::Secret(secret) => self.secret(at, field, secret),
            Node::List(list) => self.rules(at, field, Subject::Elements(list.len())),
            Node::Unwritable(reason) => self.report(at, Problem::Unwritable(reason.clone())),
        }
    }

    /// Asks the table's rules about several members, and the declaration's check.
    fn together(&mut self, at: &Trail<'_>, object: &dyn Object) {
        for rule in object.table().together {
            if let Some((field, problem)) = rule.broken(object) {
                self.report(&at.member(field), problem);
            }
        }
        let Err(violation) = object.check() else { return };
        let (mut place, mut label) = (None, None);
        for field in violation.members(object.table()) {
            place = place.or(Some(field.place));
            label = field.label.or(label);
        }
        let place = place.filter(|_| at.is_root()).unwrap_or(at.place());
        let pointer = format!("{at}{}", violation.pointer);
        self.found.push(Violation { place, pointer, label, problem: violation.problem });
    }

    fn text(&mut self, at: &Trail<'_>, field: &Field, text: &str) {
        self.characters(at, text);
        self.caller(at, field, text);
        match field.place {
            Place::Path if matches!(text, "" | "." | "..") => return self.report(at, Problem::PathSegment),
            Place::Header if !header_safe(text) => return self.report(at, Problem::Header),
            _ => {}
        }
        self.rules(at, field, Subject::Text(text));
        if matches!(field.kind.element(), Kind::FenText)
            && let Ok(value) = text.parse()
        {
            self.rules(at, field, Subject::Integer(value));
        }
    }

    /// A sealed value has the documented length; a plain one gets its length only from the key that seals it. Its
    /// characters are free: in the JSON stands the ciphertext.
    fn secret(&mut self, at: &Trail<'_>, field: &Field, secret: &Sensitive) {
        let length = match (secret.expose(), secret.ciphertext()) {
            (Some(""), _) => length(0, 1, usize::MAX, Unit::Characters),
            (Some(_), _) => return,
            (_, text) => sealed_length(field, text.unwrap_or_default()),
        };
        if let Some(problem) = length {
            self.report(at, problem);
        }
    }

    fn characters(&mut self, at: &Trail<'_>, text: &str) {
        if !self.policy.supplementary && text.chars().any(|character| character > '\u{FFFF}') {
            self.report(at, Problem::Supplementary);
        }
    }

    fn caller(&mut self, at: &Trail<'_>, field: &Field, text: &str) {
        match &self.policy.caller {
            Some(expected) if field.caller && expected != text => {
                self.report(at, Problem::OtherCaller { expected: expected.clone(), found: text.to_owned() });
            }
            _ => {}
        }
    }

    fn report(&mut self, at: &Trail<'_>, problem: Problem) {
        self.found.push(Violation { place: at.place(), pointer: at.to_string(), label: at.label(), problem });
    }
}

fn header_safe(text: &str) -> bool {
    text.trim_matches([' ', '\t']) == text && !text.chars().any(|character| character.is_control())
}
