//! The walk over a message: each value in it, in the order of the tables, with the way to it.

use super::{Message, Node, Object, Slot, Trail};

/// What [`walk`] comes by.
#[non_exhaustive]
pub enum Visit<'a> {
    /// A value, before what is in it. Members that are absent are values too.
    Value(&'a Node<'a>),
    /// The end of an object, whose members have been visited.
    End(&'a dyn Object),
}

/// Visits `node` and everything in it.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use wxpay_core::payload::{Node, Payload, Visit, walk};
///
/// let days = BTreeMap::from([("mon".to_owned(), vec![1, 2]), ("tue".to_owned(), vec![3])]);
/// let mut seen = Vec::new();
/// walk(days.node(), &mut |at, visit| {
///     if let Visit::Value(Node::Integer(number)) = visit {
///         seen.push(format!("{at} {number}"));
///     }
/// });
/// assert_eq!(seen, ["/mon/0 1", "/mon/1 2", "/tue/0 3"]);
/// ```
pub fn walk(node: Node<'_>, visit: &mut dyn FnMut(&Trail<'_>, Visit<'_>)) {
    values(&Trail::ROOT, &node, visit);
}

fn values(at: &Trail<'_>, node: &Node<'_>, visit: &mut dyn FnMut(&Trail<'_>, Visit<'_>)) {
    visit(at, Visit::Value(node));
    match node {
        Node::Object(object) => {
            for (index, field) in object.table().fields.iter().enumerate() {
                values(&at.member(field), &object.member(index), visit);
            }
            visit(at, Visit::End(*object));
        }
        Node::List(list) => (0..list.len()).for_each(|index| values(&at.index(index), &list.node(index), visit)),
        Node::Map(map) => map.each(&mut |key, node| values(&at.key(key), &node, visit)),
        _ => {}
    }
}

/// Visits the place of each single value of `message` that is there: what holds others is walked through, and what is
/// absent stays so.
///
/// ```
/// use wxpay_core::payload::{Slot, walk_mut};
///
/// let mut names = vec![Some("a".to_owned()), None];
/// walk_mut(&mut names, &mut |at, slot| {
///     if let Slot::Scalar(scalar) = slot {
///         scalar.text(&at.to_string()).unwrap();
///     }
/// });
/// assert_eq!(names, [Some("/0".to_owned()), None]);
/// ```
pub fn walk_mut(message: &mut dyn Message, visit: &mut dyn FnMut(&Trail<'_>, Slot<'_>)) {
    if is_there(&message.node()) {
        places(&Trail::ROOT, message.slot(), visit);
    }
}

/// The places in `slot`, whose value is there.
fn places(at: &Trail<'_>, slot: Slot<'_>, visit: &mut dyn FnMut(&Trail<'_>, Slot<'_>)) {
    match slot {
        Slot::None => {}
        Slot::Optional(present) => places(at, present.fill(), visit),
        Slot::Object(object) => {
            for (index, field) in object.table().fields.iter().enumerate() {
                if is_there(&object.member(index)) {
                    places(&at.member(field), object.member_mut(index), visit);
                }
            }
        }
        Slot::List(list) => {
            for index in 0..list.len() {
                if is_there(&list.node(index)) {
                    places(&at.index(index), list.slot(index), visit);
                }
            }
        }
        Slot::Map(map) => {
            let mut keys = Vec::new();
            map.each(&mut |key, node| keys.extend(is_there(&node).then(|| key.to_owned())));
            keys.iter().for_each(|key| places(&at.key(key), map.slot(key), visit));
        }
        single => visit(at, single),
    }
}

fn is_there(node: &Node<'_>) -> bool {
    !matches!(node, Node::Absent)
}
