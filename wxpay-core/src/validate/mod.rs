//! Checks a request before it is signed. All violations are reported at once, each with its pointer.

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

/// Settings of validation. The default is for a client of WeChat Pay itself.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Policy {
    /// Allows characters above U+FFFF, such as emoji. The live service refuses them.
    pub supplementary: bool,
    /// Allows `http` URLs to this machine where a public `https` URL is required: for a local WeChat Pay.
    pub loopback: bool,
    /// Hosts that URLs may have although they are not public, also with `http`, in the form that [`named_host`] returns.
    pub notify_to: Arc<[String]>,
    /// Counts bytes, as the live service does, for the members where it was seen to count them.
    pub bytes: bool,
    /// The merchant number that signs, which must equal the request's `mchid`, `sp_mchid` or `combine_mchid`; `None` skips the
    /// comparison.
    pub caller: Option<String>,
}

/// All violations of `request`, in the order of its members, up to a hundred.
#[must_use]
pub fn validate(request: &dyn Object, policy: &Policy) -> Vec<Violation> {
    violations(&Completed::of(request), policy)
}

/// All violations of a request whose members about its file are filled in.
pub(crate) fn violations(request: &Completed<'_>, policy: &Policy) -> Vec<Violation> {
    let mut check = Check { policy, file: request.file, found: Vec::new() };
    walk(Node::Object(request.object()), &mut |at, visit| match visit {
        Visit::Value(node) => check.value(at, node),
        Visit::End(object) => check.together(at, object),
    });
    check.found
}

/// The violations of a request's opened sensitive members: the lengths of their plain texts.
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
    /// Checks a member's value, or a value inside its arrays and maps, to which the same rules apply.
    fn value(&mut self, at: &Trail<'_>, node: &Node<'_>) {
        let Some(field) = at.field() else { return };
        if let Some(key) = at.as_key() {
            self.characters(at, key);
        }
        if let Node::Absent = node {
            return self.absent(at, field);
        }
        if !node.is_of(field.kind) {
            return self.report(at, Problem::OtherKind { expected: field.kind.as_str(), secret: field.secret() });
        }
        match node {
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

    /// Reports values that must not be absent: a required member, an element of a list, and the digest of a file, which is filled
    /// in if a crypto library is compiled in.
    fn absent(&mut self, at: &Trail<'_>, field: &Field) {
        let problem = match at.as_member() {
            _ if self.file.is_some() && field.rules.iter().any(|rule| matches!(rule, Rule::Sha256)) => {
                Problem::NoDigest
            }
            Some(member) if member.required => Problem::Needed("the declaration requires it"),
            None if at.as_key().is_none() => Problem::Needed("elements of a list cannot be absent"),
            _ => return,
        };
        self.report(at, problem);
    }

    /// Checks the rules about several members, and the declaration's check.
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

    /// Checks the text itself; the values in it are visited separately.
    fn json_text(&mut self, at: &Trail<'_>, field: &Field, inner: &Node<'_>) {
        if let Some(name) = beyond_text(field.members(), &mut Vec::new()) {
            let reason = format!("a JSON text is not encrypted, and cannot hold the sensitive member `{name}`");
            return self.report(at, Problem::Unwritable(reason));
        }
        // Most texts have no rules; those are written only when they are sent.
        if !field.rules.is_empty() {
            if let Ok(text) = json_text(inner) {
                self.rules(at, field, Subject::Text(&text));
            }
        }
    }

    /// A sealed value has the documented length; the ciphertext of a plain value gets its length only from the key that seals
    /// it. Any character is allowed, since the JSON has the ciphertext.
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

/// The name of a member in `fields`, or in their objects, that a JSON text cannot hold. Objects may contain their own type:
/// tables in `seen` are skipped.
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

/// Most violations that are listed: a request of several megabytes can have a million.
const MOST: usize = 100;

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::payload::Table;

    /// An object with one member, which gives any node that it is told to, against its table.
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
        // It would be sent in plain text.
        assert_eq!(problems(table!(Sensitive), text, &secret), other("string", true));
        assert_eq!(problems(table!(Vec<Sensitive>), text, &secret), other("array", true));
        // The rules would not examine it.
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
        // In a path it would become `null`.
        assert_eq!(problems(table!(String), absent, &secret), [Problem::Needed("the declaration requires it")]);
        assert_eq!(problems(table!(Option<String>), absent, &secret), []);
        let gap = |_: &Sensitive| {
            static GAP: std::sync::LazyLock<Vec<Option<String>>> = std::sync::LazyLock::new(|| vec![None]);
            Node::List(&*GAP)
        };
        assert_eq!(
            problems(table!(Vec<Option<String>>), gap, &secret),
            [Problem::Needed("elements of a list cannot be absent")]
        );
    }

    #[test]
    fn a_list_of_wrong_elements_is_not_a_list_of_as_many_violations() {
        static EMOJI: std::sync::LazyLock<Vec<String>> =
            std::sync::LazyLock::new(|| vec!["\u{1F600}".to_owned(); 1000]);
        let found = problems(table!(Vec<String>), |_| Node::List(&*EMOJI), &Sensitive::new("hush"));
        assert_eq!(found, vec![Problem::Supplementary; MOST]);
    }
}
