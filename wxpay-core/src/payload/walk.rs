//! The walk over a message: visits each value in it, in the order of the tables, with its path.

use super::{Message, Node, Object, Slot, Trail};
use crate::value::Sensitive;
use Wanted::{All, Secrets};

/// A step of [`walk`].
#[non_exhaustive]
pub enum Visit<'a> {
    /// A value, before the values inside of it. Absent members are visited too.
    Value(&'a Node<'a>),
    /// The end of an object, after all its members.
    End(&'a dyn Object),
}

/// Visits `node` and everything in it. The content of a JSON text comes right after the text, with pointers that lead
/// through it.
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
    values(&Trail::ROOT, &node, All, visit);
}

/// Visits the sensitive values of `node`. It skips members that cannot be or contain one, which are most.
pub(crate) fn walk_secrets(node: Node<'_>, visit: &mut dyn FnMut(&Trail<'_>, &Sensitive)) {
    values(&Trail::ROOT, &node, Secrets, &mut |at, stop| {
        if let Visit::Value(Node::Secret(secret)) = stop {
            visit(at, secret);
        }
    });
}

#[derive(Clone, Copy, PartialEq)]
enum Wanted {
    All,
    Secrets,
}

fn values(at: &Trail<'_>, node: &Node<'_>, wanted: Wanted, visit: &mut dyn FnMut(&Trail<'_>, Visit<'_>)) {
    visit(at, Visit::Value(node));
    match node {
        Node::Object(object) => {
            for (index, field) in object.table().fields.iter().enumerate() {
                let node = object.member(index);
                if wanted == All || !node.is_open() {
                    values(&at.member(field), &node, wanted, visit);
                }
            }
            visit(at, Visit::End(*object));
        }
        Node::List(list) => {
            (0..list.len()).for_each(|index| values(&at.index(index), &list.node(index), wanted, visit));
        }
        Node::Map(map) => map.each(&mut |key, node| values(&at.key(key), &node, wanted, visit)),
        // Nothing in a JSON text is encrypted.
        Node::JsonText(text) if wanted == All => values(at, &text.held(), wanted, visit),
        _ => {}
    }
}

/// Visits the slot of each single value of `message` that is present. It walks through objects, lists and maps, and leaves
/// absent values absent.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use wxpay_core::payload::{Slot, walk_mut};
///
/// let mut names = BTreeMap::from([("mon".to_owned(), Some("a".to_owned())), ("tue".to_owned(), None)]);
/// walk_mut(&mut names, &mut |at, slot| {
///     if let Slot::Scalar(scalar) = slot {
///         scalar.text(&at.to_string()).unwrap();
///     }
/// });
/// assert_eq!(names["mon"].as_deref(), Some("/mon"));
/// assert_eq!(names["tue"], None);
/// ```
pub fn walk_mut(message: &mut dyn Message, visit: &mut dyn FnMut(&Trail<'_>, Slot<'_>)) {
    if is_there(&message.node()) {
        places(&Trail::ROOT, message.slot(), visit);
    }
}

/// Visits the slots in `slot`, whose value is present.
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
        Slot::JsonText(inner) => places(at, *inner, visit),
        single => visit(at, single),
    }
}

fn is_there(node: &Node<'_>) -> bool {
    !matches!(node, Node::Absent)
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::super::derive::{Declared, Struct, Structure};
    use super::super::{Field, Payload, Table};
    use super::*;

    /// An object with a number, a list of objects, and an optional text.
    struct Nested {
        number: i64,
        inner: Vec<Nested>,
        text: Option<String>,
    }

    impl<P> Declared<P> for Nested {
        const DECLARED: Table = {
            const NUMBER: Field = Field { name: "number", ..<i64 as Payload>::MEMBER };
            const INNER: Field = Field { name: "in/ner", ..<Vec<Nested> as Payload>::MEMBER };
            const TEXT: Field = Field { name: "text", ..<Option<String> as Payload>::MEMBER };
            Table::new("Nested", &[NUMBER, INNER, TEXT])
        };
    }

    impl Payload for Nested {
        type Shape = Struct;
    }

    impl Structure for Nested {
        fn blank_struct() -> Self {
            Self { number: 0, inner: Vec::new(), text: None }
        }

        fn member(&self, index: usize) -> Node<'_> {
            match index {
                0 => Payload::node(&self.number),
                1 => Payload::node(&self.inner),
                _ => Payload::node(&self.text),
            }
        }

        fn member_mut(&mut self, index: usize) -> Slot<'_> {
            match index {
                0 => Payload::slot(&mut self.number),
                1 => Payload::slot(&mut self.inner),
                _ => Payload::slot(&mut self.text),
            }
        }
    }

    fn nested(numbers: Range<i64>) -> Nested {
        let leaf = |number| Nested { number, inner: Vec::new(), text: (number == 2).then(|| "x".to_owned()) };
        Nested { number: 0, inner: numbers.map(leaf).collect(), text: None }
    }

    #[test]
    fn what_holds_others_comes_before_them_and_an_object_ends_behind_them() {
        let mut seen = Vec::new();
        walk(Payload::node(&nested(1..3)), &mut |at, visit| {
            seen.push(match visit {
                Visit::Value(Node::Object(_)) => format!("{at} {{"),
                Visit::Value(Node::List(_)) => format!("{at} ["),
                Visit::Value(Node::Integer(number)) => format!("{at} {number}"),
                Visit::Value(Node::Text(text)) => format!("{at} {text}"),
                Visit::Value(_) => format!("{at} -"),
                Visit::End(_) => format!("{at} }}"),
            });
        });
        let first =
            ["/in~1ner/0 {", "/in~1ner/0/number 1", "/in~1ner/0/in~1ner [", "/in~1ner/0/text -", "/in~1ner/0 }"];
        let second =
            ["/in~1ner/1 {", "/in~1ner/1/number 2", "/in~1ner/1/in~1ner [", "/in~1ner/1/text x", "/in~1ner/1 }"];
        assert_eq!(seen, [&[" {", "/number 0", "/in~1ner ["][..], &first, &second, &["/text -", " }"]].concat());
    }

    #[test]
    fn single_values_that_are_there_are_visited_and_no_other_is_made() {
        let mut message = nested(1..3);
        let mut seen = Vec::new();
        walk_mut(&mut message, &mut |at, slot| {
            seen.push((at.to_string(), at.field().map(|field| field.name)));
            if let Slot::Scalar(scalar) = slot {
                drop(scalar.integer(7));
            }
        });
        let pointers: Vec<_> =
            seen.iter().map(|(pointer, field)| (pointer.as_str(), field.unwrap_or_default())).collect();
        assert_eq!(
            pointers,
            [
                ("/number", "number"),
                ("/in~1ner/0/number", "number"),
                ("/in~1ner/1/number", "number"),
                ("/in~1ner/1/text", "text")
            ]
        );
        assert_eq!((message.number, message.inner.len(), message.text), (7, 2, None));
        assert!(message.inner.iter().all(|inner| inner.number == 7));
    }

    #[test]
    fn an_absent_message_stays_absent() {
        let mut message: Option<Nested> = None;
        walk_mut(&mut message, &mut |at, _| panic!("{at}"));
        assert!(message.is_none());
    }
}
