//! The members of decrypted resources.

use std::collections::BTreeMap;

use serde_json::Value;

use super::members::classes;
use super::text;
use crate::facts::operation::{Member, lines};
use crate::facts::outline::Line;

/// The event types, each with the members of its decrypted resource.
pub(super) fn read(resources: &Value, notifications: &Value) -> Vec<Line> {
    let mut events: BTreeMap<_, _> =
        resources.as_object().expect("resources by event type").clone().into_iter().collect();
    let envelope = notifications[0]["request"]["body"]["fields"].as_array().expect("the envelope's members");
    let kinds = envelope.iter().find(|member| member["name"] == "event_type").expect("the event type");
    for event in kinds["enum"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        events.entry(event.to_owned()).or_insert(Value::Null);
    }
    events.iter().map(|(event, members)| Line::new(event, lines(&resource(members)))).collect()
}

/// The members of a decrypted resource, by name.
fn resource(members: &Value) -> Vec<Member> {
    let members: BTreeMap<_, _> = members.as_object().into_iter().flatten().collect();
    members.into_iter().map(|(name, member)| Member::of_resource(name, member)).collect()
}

impl Member {
    fn of_resource(name: &str, member: &Value) -> Self {
        let (mut lists, mut inner) = (0, member);
        while let Some(items) = inner.get("items") {
            (inner, lists) = (items, lists + 1);
        }
        let values = inner["values"].as_array().into_iter().flatten().filter_map(Value::as_str);
        Self {
            required: Some(member["req"] == true),
            secret: inner["sens"] == true || member["sens"] == true,
            values: values.map(str::to_owned).collect(),
            members: resource(&inner["fields"]),
            ..Self::new(name, lists, classes(text(inner, "t")))
        }
    }
}
