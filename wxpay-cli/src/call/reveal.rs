//! An answer as it came, with what was opened of it in its place.

use serde_json::Value;
use wxpay::payload::Node;

/// Puts the plain text of each opened member of `node` into `json`.
pub(super) fn into(json: &mut Value, node: Node<'_>) {
    match (node, json) {
        (Node::Secret(secret), json) => {
            if let Some(plain) = secret.expose() {
                *json = Value::from(plain);
            }
        }
        (Node::Object(object), Value::Object(members)) => {
            for (index, field) in object.table().fields.iter().enumerate() {
                if let Some(member) = members.get_mut(field.name) {
                    into(member, object.member(index));
                }
            }
        }
        (Node::List(list), Value::Array(elements)) => {
            elements.iter_mut().enumerate().for_each(|(index, element)| into(element, list.node(index)));
        }
        (Node::Map(map), Value::Object(members)) => map.each(&mut |key, node| {
            if let Some(member) = members.get_mut(key) {
                into(member, node);
            }
        }),
        _ => {}
    }
}
