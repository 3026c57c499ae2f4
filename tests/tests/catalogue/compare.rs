//! Compares a declaration with the facts, and names every difference.

use std::fmt;

use wxpay::Shipped;
use wxpay::payload::{Field, Kind, Rule};
use wxpay::value::Date;
use wxpay_tests::facts::{Class, Member, Operation};

use crate::exceptions::Difference;
use crate::patterns;

pub(crate) fn differences(shipped: &Shipped, facts: &Operation) -> Vec<Difference> {
    let mut found = Found { endpoint: &facts.endpoint, part: "request", differences: Vec::new() };
    if shipped.module != facts.family {
        found.note("-", "family", format!("{}, the facts have {}", shipped.module, facts.family));
    }
    found.members("", shipped.request.fields, &facts.request);
    found.part = "response";
    // The default of the gateway: 200 with an answer, 204 without.
    let usual = if facts.response.is_some() || facts.file { 200 } else { 204 };
    let status = shipped.operation.success.unwrap_or(usual);
    if status != facts.status {
        found.note("-", "status", format!("{status}, the facts have {}", facts.status));
    }
    match (shipped.response, &facts.response) {
        (Kind::Object(table), Some(members)) => found.members("", table().fields, members),
        (Kind::Nothing, None) => {}
        (Kind::File, None) if facts.file => {}
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
        // An empty string stands for an absent time, so a time in an answer may always be absent.
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
        if matches!(kind, Kind::Text) && member.example.as_deref().is_some_and(|example| Date::parse(example).is_ok()) {
            self.note(path, "day", "no `Date`, the facts' example is a day".to_owned());
        }
        self.values(path, kind, member);
        if self.part == "request" {
            self.length(path, field, member);
            self.limits(path, field, member);
        }
        // A JSON text that the declaration leaves to its user is a text.
        if !member.members.is_empty() && !matches!(kind, Kind::Text) {
            self.members(path, field.members(), &member.members);
        }
    }

    fn values(&mut self, path: &str, kind: Kind, member: &Member) {
        let missing: Vec<_> = match kind {
            Kind::Choice(ours) | Kind::Number(ours) => {
                member.values.iter().filter(|value| !ours.contains(&value.as_str())).collect()
            }
            // Any of them may be given.
            Kind::Integer => return,
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

    /// Compares the page's other limits with the declared rules. A type of its own, such as a date, needs no rule.
    fn limits(&mut self, path: &str, field: &Field, member: &Member) {
        let rule =
            |wanted: fn(&Rule) -> Option<(Limit, Limit)>| field.rules.iter().find_map(wanted).unwrap_or_default();
        let (shortest, _) = rule(|rule| match *rule {
            Rule::Len { min, max, .. } => Some((Limit::from(min), Limit::from(max))),
            _ => None,
        });
        let (lowest, highest) = rule(|rule| match *rule {
            Rule::Range { min, max } => Some((Limit::from(min), Limit::from(max))),
            _ => None,
        });
        let (fewest, most) = rule(|rule| match *rule {
            Rule::Items { min, max } => Some((Limit::from(min), Limit::from(max))),
            _ => None,
        });
        let pattern = field.rules.iter().find_map(|rule| match rule {
            Rule::Pattern(pattern) => Some(*pattern),
            _ => None,
        });
        for (limit, theirs) in &member.rules {
            let (kind, ours) = match limit.as_str() {
                "min_length" => ("len", shortest.to_string()),
                "minimum" => ("range", lowest.to_string()),
                "maximum" => ("range", highest.to_string()),
                "min_items" => ("items", fewest.to_string()),
                "max_items" => ("items", most.to_string()),
                "default" if field.required => continue,
                "default" => ("default", field.default.map_or_else(|| "none".to_owned(), |ours| ours.to_string())),
                "pattern" if !matches!(field.kind.element(), Kind::Text) => continue,
                "pattern" => {
                    if let Some(difference) = patterns::difference(pattern.as_ref(), theirs) {
                        self.note(path, "pattern", difference);
                    }
                    continue;
                }
                limit => panic!("{path}: there is no rule for `{limit}`"),
            };
            if ours != *theirs {
                self.note(path, kind, format!("{limit} {ours}, the facts have {theirs}"));
            }
        }
    }

    fn note(&mut self, member: &str, kind: &'static str, detail: String) {
        let (endpoint, member) = (self.endpoint.to_owned(), member.to_owned());
        self.differences.push(Difference { endpoint, part: self.part, member, kind, detail });
    }
}

/// One end of what a rule allows; empty without the rule.
#[derive(Clone, Copy, Default)]
struct Limit(Option<i128>);

impl From<usize> for Limit {
    fn from(limit: usize) -> Self {
        Self(i128::try_from(limit).ok())
    }
}

impl From<i64> for Limit {
    fn from(limit: i64) -> Self {
        Self(Some(limit.into()))
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(limit) => limit.fmt(f),
            None => f.write_str("none"),
        }
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
        // Free JSON only if the facts do not know the members.
        Kind::Json => member.classes.contains(&Class::Object) && member.members.is_empty(),
        kind => Class::of(kind).is_some_and(|class| member.classes.contains(&class)),
    }
}
