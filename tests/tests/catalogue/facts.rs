//! What third parties have written down about the endpoints, with what other SDKs know better.

use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::Value;
use wxpay::payload::{Kind, Place};
use wxpay_tests::report;

/// An endpoint.
pub(crate) struct Operation {
    /// Method and path.
    pub(crate) endpoint: String,
    pub(crate) family: String,
    /// Whether most merchants and service providers use it.
    pub(crate) first_tier: bool,
    /// The status of its success.
    pub(crate) status: u16,
    /// Whether a file comes down, which is no message of members.
    pub(crate) file: bool,
    pub(crate) request: Vec<Member>,
    /// `None` where nothing is answered.
    pub(crate) response: Option<Vec<Member>>,
}

/// A member as the facts have it.
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) place: Place,
    /// How many arrays it is in.
    pub(crate) lists: usize,
    /// More than one where the sources disagree.
    pub(crate) classes: Vec<Class>,
    /// `None` where the sources disagree.
    pub(crate) required: Option<bool>,
    pub(crate) secret: bool,
    pub(crate) time: bool,
    pub(crate) values: Vec<String>,
    pub(crate) max_length: Option<u64>,
    pub(crate) example: Option<Value>,
    /// Whether a declaration has to have it: not what only an unofficial SDK knows, nor what a newer page lacks.
    pub(crate) expected: bool,
    pub(crate) members: Vec<Member>,
}

/// What a member is on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Text,
    Integer,
    Boolean,
    Object,
    File,
}

/// Every operation, or `None` (said loudly) where the folder is not at hand.
pub(crate) fn operations() -> Option<Vec<Operation>> {
    let folder = folder()?.join("endpoints");
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let operations: Vec<_> = files.iter().flat_map(|file| family(file)).collect();
    let first_tier = operations.iter().filter(|operation| operation.first_tier).count();
    assert_eq!((operations.len(), first_tier), (992, 266), "operations, and those of the first tier");
    Some(operations)
}

pub(crate) fn folder() -> Option<PathBuf> {
    let folder = env::var_os("WXPAY_FACTS").filter(|name| !name.is_empty()).map(PathBuf::from);
    if folder.is_none() {
        assert!(env::var_os("CI").is_none(), "WXPAY_FACTS has to name the folder with the facts");
        report("catalogue: SKIPPED, the environment variable WXPAY_FACTS does not name the folder");
    }
    folder
}

fn family(file: &Path) -> Vec<Operation> {
    let text = fs::read_to_string(file).unwrap();
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| Operation::read(&serde_json::from_str(line).unwrap())).collect()
}

fn is_first_tier(operation: &Value) -> bool {
    operation["tier"] == 1 || operation["family"].as_str().is_some_and(|family| WHOLE.contains(&family))
}

impl Operation {
    fn read(operation: &Value) -> Self {
        let text = |name: &str| operation[name].as_str().unwrap().to_owned();
        let (status, answer) = operation["responses"].as_object().unwrap().iter().next().unwrap();
        let request = &operation["request"];
        let mut members = Vec::new();
        for (place, list) in [(Place::Path, "path"), (Place::Query, "query"), (Place::Header, "header")] {
            members.extend(request[list].as_array().unwrap().iter().map(|member| Member::read(member, place)));
        }
        // The client writes it.
        members.retain(|member| member.name != "Wechatpay-Serial");
        members.extend(children(&request["body"]));
        members.extend(request["form"].as_array().into_iter().flatten().flat_map(part));
        let response = answer.get("schema").map(children);
        let mut read = Self {
            endpoint: format!("{} {}", text("method"), text("path")),
            family: text("family"),
            first_tier: is_first_tier(operation),
            status: status.parse().unwrap(),
            file: operation["download"] == true,
            request: members,
            response,
        };
        for note in operation["peer_notes"].as_array().into_iter().flatten() {
            read.note(note);
        }
        read
    }

    /// Applies what other SDKs say.
    fn note(&mut self, note: &Value) {
        let (part, path) = (note["part"].as_str().unwrap(), note["member"].as_str().unwrap());
        let members = match (part, &mut self.response) {
            ("request", _) => &mut self.request,
            (_, Some(response)) => response,
            (_, None) => return,
        };
        let official = ["java", "go"].iter().find_map(|peer| note.get(*peer));
        match note["fact"].as_str().unwrap() {
            "encrypted" => member(members, path).unwrap().secret = true,
            "required" => member(members, path).unwrap().required = None,
            "type" => {
                let said = official.or(note.get("skit")).and_then(Value::as_str).unwrap();
                let other = Member::of_peer("", said, true);
                let member = member(members, path).unwrap();
                member.classes.extend(other.classes);
            }
            _ => {
                let said = official.or(note.get("skit")).and_then(Value::as_str).unwrap();
                let (parent, name) = match path.rsplit_once('.') {
                    Some((parent, name)) => (member(members, parent).map(|member| &mut member.members), name),
                    None => (Some(members), path),
                };
                // Beneath what is nowhere else an object.
                let Some(parent) = parent else { return };
                if !parent.iter().any(|other| other.name == name) {
                    parent.push(Member::of_peer(name, said, official.is_some()));
                }
            }
        }
    }
}

impl Member {
    fn read(fact: &Value, place: Place) -> Self {
        let (mut leaf, mut lists) = (fact, 0);
        while let Some(items) = leaf.get("items") {
            (leaf, lists) = (items, lists + 1);
        }
        let kind = leaf["type"].as_str().unwrap();
        let inner = kind.trim_start_matches("array<").trim_end_matches('>');
        let on_seed = fact["not_on_seed"] != true;
        let values = leaf["enum"].as_array().into_iter().flatten();
        let required = fact["required"] == true && fact["nullable"] != true || place == Place::Path;
        let example = leaf.get("example").or(fact.get("example")).filter(|example| !example.is_null());
        Self {
            name: fact["name"].as_str().unwrap_or_default().to_owned(),
            place,
            lists: lists + usize::from(inner != kind),
            classes: Class::read(inner),
            required: Some(required),
            secret: leaf["sensitive"] == true,
            time: leaf["date_time"] == true,
            values: values.filter_map(Value::as_str).map(str::to_owned).collect(),
            max_length: leaf["max_length"].as_u64(),
            example: example.cloned(),
            expected: on_seed,
            members: children(leaf),
        }
    }

    fn of_peer(name: &str, said: &str, official: bool) -> Self {
        let inner = said.trim_start_matches("array<").trim_end_matches('>');
        Self {
            name: name.to_owned(),
            place: Place::Body,
            lists: usize::from(inner != said),
            classes: Class::read(inner),
            required: Some(false),
            secret: said.ends_with("encrypted"),
            time: said == "time",
            values: Vec::new(),
            max_length: None,
            example: None,
            expected: official,
            members: Vec::new(),
        }
    }
}

impl Class {
    /// What a declared member is on the wire; `None` for what may be anything.
    pub(crate) fn of(kind: Kind) -> Option<Self> {
        Some(match kind {
            Kind::Text | Kind::FenText | Kind::Secret | Kind::Choice(_) | Kind::Time => Self::Text,
            Kind::File => Self::File,
            Kind::Integer | Kind::Fen => Self::Integer,
            Kind::Boolean => Self::Boolean,
            Kind::Object(_) | Kind::Map(_) => Self::Object,
            _ => return None,
        })
    }

    fn read(kind: &str) -> Vec<Self> {
        match kind {
            "string" | "time" | "string encrypted" => vec![Self::Text],
            "file" => vec![Self::File],
            // One operation apart, a number is an integer.
            "integer" | "number" => vec![Self::Integer],
            "boolean" => vec![Self::Boolean],
            "object" => vec![Self::Object],
            "any" | "unknown" | "array" => vec![Self::Text, Self::Object, Self::Integer, Self::Boolean],
            other => panic!("a type that the facts did not have: {other}"),
        }
    }
}

/// A part of a form: the members of `meta`, the file, or a word beside them.
fn part(part: &Value) -> Vec<Member> {
    match (part["name"].as_str(), part["type"].as_str()) {
        (Some("meta"), _) => children(&part["json"]),
        (_, Some("file")) => vec![Member::read(part, Place::File)],
        _ => vec![Member::read(part, Place::Part)],
    }
}

/// The members of an object; those that it calls encrypted are.
fn children(object: &Value) -> Vec<Member> {
    let encrypted: Vec<_> = object["encrypted_members"].as_array().into_iter().flatten().collect();
    let fields = object["fields"].as_array().into_iter().flatten();
    let mut members: Vec<_> = fields.map(|field| Member::read(field, Place::Body)).collect();
    for member in &mut members {
        member.secret |= encrypted.iter().any(|name| *name == &member.name);
    }
    members
}

/// The member at a dotted path, through arrays.
pub(crate) fn member<'a>(members: &'a mut [Member], path: &str) -> Option<&'a mut Member> {
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    let found = members.iter_mut().find(|member| member.name == name)?;
    match rest {
        Some(rest) => member(&mut found.members, rest),
        None => Some(found),
    }
}

/// The families that are in the first tier as a whole.
const WHOLE: [&str; 7] =
    ["combine_pay", "applyment", "mch_transfer", "complaint", "payscore", "partner_payscore", "papay"];
