//! A declaration beside the facts: every difference, named.

use wxpay::Shipped;
use wxpay::payload::{Field, Kind, Rule};
use wxpay_tests::facts::{Class, Member, Operation};

use crate::exceptions::Difference;

pub(crate) fn differences(shipped: &Shipped, facts: &Operation) -> Vec<Difference> {
    let mut found = Found { endpoint: &facts.endpoint, part: "request", differences: Vec::new() };
    if shipped.module != facts.family {
        found.note("-", "family", format!("{}, the facts have {}", shipped.module, facts.family));
    }
    found.members("", shipped.request.fields, &facts.request);
    found.part = "response";
    // The gateway's own: 200 with an answer, 204 without.
    let usual = if facts.response.is_some() { 200 } else { 204 };
    let status = shipped.operation.success.unwrap_or(usual);
    if status != facts.status {
        found.note("-", "status", format!("{status}, the facts have {}", facts.status));
    }
    match (shipped.response, &facts.response) {
        (Kind::Object(table), Some(members)) => found.members("", table().fields, members),
        (Kind::Nothing, None) => {}
        (kind, members) => {
            let answered = if members.is_some() { "an object" } else { "nothing" };
            found.note("-", "type", format!("{}, the facts have {answered}", kind.as_str()));
        }
    }
    found.differences
}

struct Found<'a> {
    endpoint: &'a str,
    part: &'static str,
    differences: Vec<Difference>,
}

impl Found<'_> {
    fn members(&mut self, at: &str, fields: &[Field], members: &[Member]) {
        for member in members {
            let path = join(at, &member.name);
            match fields.iter().find(|field| field.name == member.name) {
                Some(field) => self.member(&path, field, member),
                None if member.expected => self.note(&path, "missing", "not declared".to_owned()),
                None => {}
            }
        }
        for field in fields.iter().filter(|field| members.iter().all(|member| member.name != field.name)) {
            self.note(&join(at, field.name), "added", "the facts do not have it".to_owned());
        }
    }

    fn member(&mut self, path: &str, field: &Field, member: &Member) {
        if field.place != member.place {
            let (ours, theirs) = (field.place.as_str(), member.place.as_str());
            self.note(path, "place", format!("{ours}, the facts have {theirs}"));
        }
        let (lists, kind) = unlisted(field.kind);
        if lists != member.lists || !is_of(kind, member) {
            self.note(path, "type", format!("{kind:?} in {lists} arrays, the facts have {:?}", member.classes));
            return;
        }
        // An empty string is a time that is absent, so that an answer's time always may be.
        let absent_time = self.part == "response" && matches!(kind, Kind::Time) && !field.required;
        if member.required.is_some_and(|required| required != field.required) && !absent_time {
            self.note(path, "required", format!("{}, the facts have {}", field.required, !field.required));
        }
        if field.secret() != member.secret {
            self.note(path, "secret", format!("{}, the facts have {}", field.secret(), member.secret));
        }
        if member.time && !matches!(kind, Kind::Time) {
            self.note(path, "time", "no `DateTime`, the facts call it a time".to_owned());
        }
        self.values(path, kind, member);
        if self.part == "request" {
            self.length(path, field, member);
        }
        if !member.members.is_empty() {
            self.members(path, field.members(), &member.members);
        }
    }

    fn values(&mut self, path: &str, kind: Kind, member: &Member) {
        let missing: Vec<_> = match kind {
            Kind::Choice(ours) => member.values.iter().filter(|value| !ours.contains(&value.as_str())).collect(),
            _ => member.values.iter().collect(),
        };
        if !missing.is_empty() {
            self.note(path, "values", format!("without {missing:?}"));
        }
    }

    fn length(&mut self, path: &str, field: &Field, member: &Member) {
        let ours = field.rules.iter().find_map(|rule| match rule {
            Rule::Len { max, .. } if *max < usize::MAX => Some(*max as u64),
            _ => None,
        });
        let counted = matches!(field.kind.element(), Kind::Text | Kind::Secret);
        if counted && member.max_length.is_some() && member.max_length != ours {
            self.note(path, "len", format!("{ours:?}, the facts have {:?}", member.max_length));
        }
    }

    fn note(&mut self, member: &str, kind: &'static str, detail: String) {
        let (endpoint, member) = (self.endpoint.to_owned(), member.to_owned());
        self.differences.push(Difference { endpoint, part: self.part, member, kind, detail });
    }
}

pub(crate) fn join(at: &str, name: &str) -> String {
    if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") }
}

fn unlisted(kind: Kind) -> (usize, Kind) {
    match kind {
        Kind::List(inner) => {
            let (lists, kind) = unlisted(*inner);
            (lists + 1, kind)
        }
        kind => (0, kind),
    }
}

fn is_of(kind: Kind, member: &Member) -> bool {
    match kind {
        // Free JSON only where nobody knows the members.
        Kind::Json => member.classes.contains(&Class::Object) && member.members.is_empty(),
        kind => Class::of(kind).is_some_and(|class| member.classes.contains(&class)),
    }
}
