//! Fills absent members with their documented defaults.

use crate::payload::{DefaultValue, List, Map, Mismatch, Node, ObjectMut, Slot};

/// Sets each absent member that has a default, also in the objects of the request.
pub(super) fn take(slot: Slot<'_>) {
    match slot {
        Slot::Object(object) => members(object),
        Slot::List(list) => elements(list),
        Slot::Map(map) => entries(map),
        _ => {}
    }
}

fn members(object: &mut dyn ObjectMut) {
    for (index, field) in object.table().fields.iter().enumerate() {
        match (is_there(&object.member(index)), field.default) {
            (true, _) => inside(object.member_mut(index)),
            (false, Some(default)) => set(object.member_mut(index), default),
            (false, None) => {}
        }
    }
}

fn elements(list: &mut dyn List) {
    for index in 0..list.len() {
        if is_there(&list.node(index)) {
            inside(list.slot(index));
        }
    }
}

fn entries(map: &mut dyn Map) {
    let mut keys = Vec::new();
    map.each(&mut |key, node| keys.extend(is_there(&node).then(|| key.to_owned())));
    keys.iter().for_each(|key| inside(map.slot(key)));
}

/// Sets the defaults in a value that is present, perhaps as an option.
fn inside(slot: Slot<'_>) {
    match slot {
        Slot::Optional(optional) => inside(optional.fill()),
        slot => take(slot),
    }
}

/// Sets a default. If the type cannot read it, the member stays absent.
fn set(slot: Slot<'_>, default: DefaultValue) {
    let Slot::Optional(optional) = slot else { return };
    if read(optional.fill(), default).is_err() {
        optional.clear();
    }
}

fn read(slot: Slot<'_>, default: DefaultValue) -> Result<(), Mismatch> {
    let filled = match slot {
        Slot::Optional(optional) => return read(optional.fill(), default),
        Slot::Scalar(scalar) => match default {
            DefaultValue::Text(text) => scalar.text(text),
            DefaultValue::Boolean(value) => scalar.boolean(value),
            DefaultValue::Integer(value) => scalar.integer(value.into()).or_else(|_| scalar.text(&value.to_string())),
        },
        _ => Err(Mismatch::new("a single value")),
    };
    filled.map(drop)
}

fn is_there(node: &Node<'_>) -> bool {
    !matches!(node, Node::Absent)
}
