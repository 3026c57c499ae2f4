//! An answer as it arrived, with the plain text of opened members in their place.

use serde_json::Value;
use wxpay::payload::{Node, Visit, walk};

/// Puts the plain text of each opened member of `node` into `json`.
pub(super) fn into(json: &mut Value, node: Node<'_>) {
    walk(node, &mut |at, visit| {
        let Visit::Value(Node::Secret(secret)) = visit else { return };
        if let (Some(plain), Some(member)) = (secret.expose(), json.pointer_mut(&at.to_string())) {
            *member = Value::from(plain);
        }
    });
}
