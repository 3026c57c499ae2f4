//! Reads operations from the facts, corrected by what other SDKs say.

use serde_json::Value;
use wxpay::payload::Place;

use super::members::children;
use super::text;
use crate::facts::operation::{Member, Operation};

impl Operation {
    pub(super) fn read(operation: &Value) -> Self {
        let (status, answer) = operation["responses"].as_object().unwrap().iter().next().unwrap();
        let request = &operation["request"];
        let mut members = Vec::new();
        for (place, list) in [(Place::Path, "path"), (Place::Query, "query"), (Place::Header, "header")] {
            members.extend(request[list].as_array().unwrap().iter().map(|member| Member::read(member, place)));
        }
        // The client sets this header.
        members.retain(|member| member.name != "Wechatpay-Serial");
        members.extend(children(&request["body"]));
        members.extend(request["form"].as_array().into_iter().flatten().flat_map(part));
        let response = answer.get("schema").map(children);
        let mut read = Self {
            endpoint: format!("{} {}", text(operation, "method"), text(operation, "path")),
            family: text(operation, "family").to_owned(),
            first_tier: is_first_tier(operation),
            status: status.parse().unwrap(),
            file: operation["download"] == true,
            deprecated: operation["deprecated"] == true,
            cross_border: operation["base_uri"].as_str().is_some_and(|host| host.contains("//apihk.")),
            page: None,
            request: members,
            response,
            sources: None,
        };
        for note in operation["peer_notes"].as_array().into_iter().flatten() {
            read.note(note);
        }
        read
    }

    /// Applies a correction by other SDKs.
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
                let new = other.classes.into_iter().filter(|class| !member.classes.contains(class));
                let new: Vec<_> = new.collect();
                member.classes.extend(new);
            }
            _ => {
                let said = official.or(note.get("skit")).and_then(Value::as_str).unwrap();
                let (parent, name) = match path.rsplit_once('.') {
                    Some((parent, name)) => (member(members, parent).map(|member| &mut member.members), name),
                    None => (Some(members), path),
                };
                // The parent is not an object in the facts.
                let Some(parent) = parent else { return };
                if !parent.iter().any(|other| other.name == name) {
                    parent.push(Member::of_peer(name, said, official.is_some()));
                }
            }
        }
    }
}

/// The member at a dotted path, through arrays.
fn member<'a>(members: &'a mut [Member], path: &str) -> Option<&'a mut Member> {
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    let found = members.iter_mut().find(|member| member.name == name)?;
    match rest {
        Some(rest) => member(&mut found.members, rest),
        None => Some(found),
    }
}

/// Reads a part of a form: the members of `meta`, the file, or a text beside them.
fn part(part: &Value) -> Vec<Member> {
    match (part["name"].as_str(), part["type"].as_str()) {
        (Some("meta"), _) => children(&part["json"]),
        (_, Some("file")) => vec![Member::read(part, Place::File)],
        _ => vec![Member::read(part, Place::Part)],
    }
}

fn is_first_tier(operation: &Value) -> bool {
    operation["tier"] == 1 || operation["family"].as_str().is_some_and(|family| WHOLE.contains(&family))
}

/// The families of which every operation is in the first tier.
const WHOLE: [&str; 7] =
    ["combine_pay", "applyment", "mch_transfer", "complaint", "payscore", "partner_payscore", "papay"];
