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
#[cfg(feature = "server")]
use crate::payload::walk_secrets;
use crate::payload::{Field, Kind, Node, Object, Place, Rule, Trail, Unit, Visit, json_text, walk};
use crate::value::{Sensitive, Upload};
use rules::{Subject, length, plain_length};

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

/// Everything that is wrong with `request`, in the order of its members; of more than a hundred violations the first.
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

/// What is wrong with the sensitive members of a request that were opened: the lengths of what was encrypted.
#[cfg(feature = "server")]
pub(crate) fn of_opened(request: &dyn Object) -> Vec<Violation> {
    let mut check = Check { policy: &Policy::default(), file: None, found: Vec::new() };
    walk_secrets(Node::Object(request), &mut |at, secret| {
        if let Some(problem) = at.field().zip(secret.expose()).and_then(|(field, plain)| plain_length(field, plain)) {
            check.report(at, problem);
        }
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
        if !node.is_of(field.kind) {
            return self.report(at, Problem::OtherKind { expected: field.kind.as_str(), secret: field.secret() });
        }
        match node {
            Node::Absent if self.file.is_some() && field.rules.iter().any(|rule| matches!(rule, Rule::Sha256)) => {
                self.report(at, Problem::NoDigest);
            }
            Node::Absent if at.as_member().is_some_and(|field| field.required) => {
                self.report(at, Problem::Needed("the declaration requires it"));
            }
            Node::Absent if at.as_member().is_none() && at.as_key().is_none() => {
                self.report(at, Problem::Needed("a list has no gaps"));
            }
            Node::Absent | Node::Boolean(_) | Node::Json(_) | Node::Object(_) | Node::Map(_) => {}
            Node::File(file) => self.content(at, field, file),
            Node::Text(text) => self.text(at, field, text),
            Node::Choice { text, allowed: true } => self.text(at, field, text),
            Node::Number { allowed: true, .. } => {}
            Node::Choice { allowed: false, .. } | Node::Number { allowed: false, .. } => {
                let allowed = match field.kind.innermost() {
                    Kind::Choice(values) | Kind::Number(values) => values,
                    _ => &[],
                };
                self.report(at, Problem::UnknownValue { allowed });
            }
            Node::Integer(value) => self.rules(at, field, Subject::Integer(*value)),
            Node::JsonText(text) => self.json_text(at, field, &text.held()),
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
        if self.found.len() == MOST {
            return;
        }
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
        if matches!(field.kind.element(), Kind::FenText | Kind::IntText) {
            if let Ok(value) = text.parse() {
                self.rules(at, field, Subject::Integer(value));
            }
        }
    }

    /// What is in the text is visited by itself.
    fn json_text(&mut self, at: &Trail<'_>, field: &Field, inner: &Node<'_>) {
        if let Some(name) = beyond_text(field.members(), &mut Vec::new()) {
            let reason = format!("a JSON text is not encrypted, and cannot hold the sensitive member `{name}`");
            return self.report(at, Problem::Unwritable(reason));
        }
        // Most have no rules, and are written only once, when they are sent.
        if !field.rules.is_empty() {
            if let Ok(text) = json_text(inner) {
                self.rules(at, field, Subject::Text(&text));
            }
        }
    }

    /// A sealed value has the documented length; a plain one gets that of its ciphertext only from the key that seals it.
    /// Its characters are free: in the JSON stands the ciphertext.
    fn secret(&mut self, at: &Trail<'_>, field: &Field, secret: &Sensitive) {
        let length = match (secret.expose(), secret.ciphertext()) {
            (Some(""), _) => length(0, 1, usize::MAX, Unit::Characters),
            (Some(plain), _) => plain_length(field, plain),
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
        if self.found.len() == MOST {
            return;
        }
        self.found.push(Violation { place: at.place(), pointer: at.to_string(), label: at.label(), problem });
    }
}

/// A member in `fields`, or in their objects, that a JSON text cannot hold. Objects may hold their like: those in `seen` are
/// not looked into again.
fn beyond_text(fields: &'static [Field], seen: &mut Vec<*const [Field]>) -> Option<&'static str> {
    if fields.is_empty() || seen.iter().any(|seen| std::ptr::eq(*seen, fields)) {
        return None;
    }
    seen.push(fields);
    fields.iter().find_map(|field| {
        if field.kind.is_beyond_text() { Some(field.name) } else { beyond_text(field.members(), seen) }
    })
}

fn header_safe(text: &str) -> bool {
    text.trim_matches([' ', '\t']) == text && !text.chars().any(|character| character.is_control())
}

/// So many violations are listed. A request of megabytes can have a million, and nobody reads them.
const MOST: usize = 100;

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::payload::Table;

    /// An object of one member, which gives what it is told to, whatever its table says.
    struct Liar<'a>(&'static Table, fn(&'a Sensitive) -> Node<'a>, &'a Sensitive);

    impl Object for Liar<'_> {
        fn table(&self) -> &'static Table {
            self.0
        }

        fn member(&self, _: usize) -> Node<'_> {
            (self.1)(self.2)
        }

        fn check(&self) -> Result<(), Violation> {
            Ok(())
        }
    }

    macro_rules! table {
        ($type:ty) => {{
            const TABLE: Table =
                Table::new("Liar", &[Field { name: "a", ..<$type as crate::payload::Payload>::MEMBER }]);
            &TABLE
        }};
    }

    fn problems<'a>(table: &'static Table, node: fn(&'a Sensitive) -> Node<'a>, secret: &'a Sensitive) -> Vec<Problem> {
        let violations = validate(&Liar(table, node, secret), &Policy::default());
        violations.into_iter().map(|violation| violation.problem).collect()
    }

    #[test]
    fn what_is_not_of_its_kind_is_not_sent() {
        let secret = Sensitive::new("hush");
        let other = |expected, secret| vec![Problem::OtherKind { expected, secret }];
        let text: fn(&Sensitive) -> Node<'_> = |_| Node::Text(Cow::Borrowed("hush"));
        // It would go out in plain text.
        assert_eq!(problems(table!(Sensitive), text, &secret), other("string", true));
        assert_eq!(problems(table!(Vec<Sensitive>), text, &secret), other("array", true));
        // Its rules would say nothing of it.
        assert_eq!(problems(table!(String), |_| Node::Integer(1), &secret), other("string", false));
        assert_eq!(problems(table!(i64), text, &secret), other("integer", false));
        assert_eq!(problems(table!(String), Node::Secret, &secret), other("string", false));
        assert_eq!(problems(table!(Upload), text, &secret), other("file", false));
        assert_eq!(problems(table!(serde_json::Value), text, &secret), []);
        assert_eq!(problems(table!(Sensitive), Node::Secret, &secret), []);
    }

    #[test]
    fn what_is_required_is_there_whoever_has_written_its_type() {
        let (secret, absent) = (Sensitive::new("hush"), (|_| Node::Absent) as fn(&Sensitive) -> Node<'_>);
        // In a path it would be `null`.
        assert_eq!(problems(table!(String), absent, &secret), [Problem::Needed("the declaration requires it")]);
        assert_eq!(problems(table!(Option<String>), absent, &secret), []);
        let gap = |_: &Sensitive| {
            static GAP: std::sync::LazyLock<Vec<Option<String>>> = std::sync::LazyLock::new(|| vec![None]);
            Node::List(&*GAP)
        };
        assert_eq!(problems(table!(Vec<Option<String>>), gap, &secret), [Problem::Needed("a list has no gaps")]);
    }

    #[test]
    fn a_list_of_wrong_elements_is_not_a_list_of_as_many_violations() {
        static EMOJI: std::sync::LazyLock<Vec<String>> =
            std::sync::LazyLock::new(|| vec!["\u{1F600}".to_owned(); 1000]);
        let found = problems(table!(Vec<String>), |_| Node::List(&*EMOJI), &Sensitive::new("hush"));
        assert_eq!(found, vec![Problem::Supplementary; MOST]);
    }
}
