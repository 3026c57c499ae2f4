//! What the answers require, held against every source that has the operation: a member that one of them calls optional,
//! or lacks where it has the object, is optional, unless `required.txt` says why not.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

use serde_json::{Map, Value};
use wxpay::payload::{Field, Kind};
use wxpay::{Shipped, catalogue};
use wxpay_tests::report;

use crate::compare::join;
use crate::facts::folder;
use crate::{is_wanted, name};

#[test]
fn what_a_source_leaves_out_no_answer_requires() {
    let Some(peers) = Peers::read() else { return };
    let endpoints: Vec<_> = catalogue().into_iter().filter(|shipped| is_wanted(shipped.module)).collect();
    let required: usize = endpoints.iter().map(|shipped| count(members(shipped))).sum();
    let disputed: Vec<_> = endpoints.iter().flat_map(|shipped| peers.disputed(shipped)).collect();
    let exceptions = exceptions();
    report(&format!("catalogue: {required} required members of answers, {} disputed", disputed.len()));
    let wrong: Vec<_> = disputed.iter().filter(|disputed| !exceptions.contains(&disputed.key())).collect();
    let wrong: Vec<_> = wrong.iter().map(ToString::to_string).collect();
    assert!(wrong.is_empty(), "required, though a source can do without:\n{}", wrong.join("\n"));
    let used: BTreeSet<_> = disputed.iter().map(Disputed::key).collect();
    let whole = is_wanted("no family has this name");
    let unused: Vec<_> = exceptions.difference(&used).filter(|_| whole).collect();
    assert!(unused.is_empty(), "exceptions that nothing needs: {unused:?}");
}

#[test]
fn a_source_disputes_what_it_calls_optional_or_lacks_and_nothing_else() {
    let table = r#"{"op": "GET /v3/goldplan/merchants/{}/x", "peers": {
        "site": {"answer": {"a": {"t": "string", "req": true}, "b": {"t": "string"}, "o": {"t": "object", "req": true,
            "fields": {"c": {"t": "int", "req": true}}}}},
        "java": {"answer": {"a": {"t": "string"}, "b": {"t": "string"}, "o": {"t": "object"}}},
        "skit": {"answer": {}}}}"#;
    let peers = Peers::of(table.replace('\n', " ").as_str());
    let sources = &peers.0["GET /v3/goldplan/merchants/{}/x"];
    let dispute = |sources: &Sources, member: &str| sources.dispute(member);
    assert_eq!(dispute(sources, "a"), None, "the Java SDK marks nothing as required");
    assert_eq!(dispute(sources, "b").as_deref(), Some("site: optional"));
    assert_eq!(dispute(sources, "d").as_deref(), Some("java: lacks it, site: lacks it"));
    assert_eq!(dispute(&sources.within("o"), "c"), None, "an object without its members says nothing of them");
}

/// The operations as the sources have them, by method and path without the names of its holes.
struct Peers(BTreeMap<String, Sources>);

/// The members of one object as each source has them that has the object.
struct Sources(BTreeMap<String, Map<String, Value>>);

/// A member that our answer requires, and a source does not.
struct Disputed {
    endpoint: String,
    member: String,
    said: String,
}

impl Peers {
    fn read() -> Option<Self> {
        let file = folder()?.join("peers.jsonl");
        let peers = Self::of(&std::fs::read_to_string(&file).unwrap());
        assert_eq!(peers.0.len(), 1057, "operations in {}", file.display());
        Some(peers)
    }

    fn of(lines: &str) -> Self {
        let operations = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let operation = |operation: Value| {
            let sources = operation["peers"].as_object().unwrap();
            let answers = sources.iter().map(|(source, said)| (source.clone(), object(&said["answer"])));
            // A source that shows nothing of an answer does not say that it has no members.
            let answers = answers.filter(|(_, members)| !members.is_empty());
            (operation["op"].as_str().unwrap().to_owned(), Sources(answers.collect()))
        };
        Self(operations.map(operation).collect())
    }

    fn disputed(&self, shipped: &Shipped) -> Vec<Disputed> {
        let endpoint = name(shipped);
        let mut disputed = Vec::new();
        if let Some(sources) = self.0.get(&without_names(&endpoint)) {
            sources.walk("", members(shipped), &mut |member, said| {
                disputed.push(Disputed { endpoint: endpoint.clone(), member, said });
            });
        }
        disputed
    }
}

impl Sources {
    fn walk(&self, at: &str, fields: &[Field], found: &mut impl FnMut(String, String)) {
        for field in fields {
            let path = join(at, field.name);
            if let Some(said) = self.dispute(field.name).filter(|_| field.required) {
                found(path.clone(), said);
            }
            self.within(field.name).walk(&path, field.members(), found);
        }
    }

    /// The sources that can do without the member.
    fn dispute(&self, member: &str) -> Option<String> {
        let said = self.0.iter().filter_map(|(source, members)| match members.get(member) {
            None => Some(format!("{source}: lacks it")),
            Some(said) if MARKING.contains(&source.as_str()) && said["req"] != true => {
                Some(format!("{source}: optional"))
            }
            Some(_) => None,
        });
        let said: Vec<_> = said.collect();
        (!said.is_empty()).then(|| said.join(", "))
    }

    fn within(&self, member: &str) -> Self {
        let inner = self.0.iter().filter_map(|(source, members)| {
            let mut said = members.get(member)?;
            while let Some(items) = said.get("items") {
                said = items;
            }
            Some((source.clone(), object(&said["fields"]))).filter(|(_, members)| !members.is_empty())
        });
        Self(inner.collect())
    }
}

impl Disputed {
    fn key(&self) -> (String, String) {
        (self.endpoint.clone(), self.member.clone())
    }
}

impl fmt::Display for Disputed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} | {} | {}", self.endpoint, self.member, self.said)
    }
}

/// The reviewed exceptions, endpoint and member: `ENDPOINT | MEMBERS | the reason`, members separated by commas.
fn exceptions() -> BTreeSet<(String, String)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/catalogue/required.txt");
    let text = std::fs::read_to_string(&file).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let exceptions = lines.flat_map(|line| {
        let parts: Vec<_> = line.splitn(3, " | ").collect();
        let [endpoint, members, reason] = parts[..] else { panic!("{line}: expected endpoint | members | reason") };
        assert!(!reason.trim().is_empty(), "{line}: an exception has a reason");
        members.split(',').map(move |member| (endpoint.to_owned(), member.trim().to_owned()))
    });
    exceptions.collect()
}

fn members(shipped: &Shipped) -> &'static [Field] {
    match shipped.response {
        Kind::Object(table) => table().fields,
        _ => &[],
    }
}

fn count(fields: &[Field]) -> usize {
    fields.iter().map(|field| usize::from(field.required) + count(field.members())).sum()
}

/// The holes of a path lose their names.
fn without_names(endpoint: &str) -> String {
    let segments = endpoint.split('/').map(|segment| if segment.starts_with('{') { "{}" } else { segment });
    segments.collect::<Vec<_>>().join("/")
}

fn object(value: &Value) -> Map<String, Value> {
    value.as_object().cloned().unwrap_or_default()
}

/// The sources that say of every member whether it is required.
const MARKING: [&str; 3] = ["go", "site", "skit"];
