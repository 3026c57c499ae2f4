//! [`Payload`] of types that hold other payloads (options, boxes, arrays, maps), of free JSON and of `()`.
//!
//! The impls use the [`Shape`] of the inner type, not its [`Payload`]; [`derive`](super::derive) says why.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::{Field, Kind, List, Map, Node, Optional, Payload, Shape, Slot};

impl<T: Payload> Payload for Option<T> {
    type Shape = Self;
}

impl<T: Payload> Shape for Option<T> {
    const KIND: Kind = T::KIND;
    const REQUIRED: bool = false;
    const BEYOND_TEXT: bool = T::Shape::BEYOND_TEXT;

    fn blank() -> Self {
        None
    }

    fn node(value: &Self) -> Node<'_> {
        match value {
            Some(value) => without_empty_secret(T::Shape::node(value)),
            None => Node::Absent,
        }
    }

    fn slot(value: &mut Self) -> Slot<'_> {
        Slot::Optional(value)
    }
}

/// Leaves out an empty secret, which cannot be encrypted.
fn without_empty_secret(node: Node<'_>) -> Node<'_> {
    match node {
        Node::Secret(secret) if secret.expose() == Some("") => Node::Absent,
        node => node,
    }
}

impl<T: Payload> Optional for Option<T> {
    fn fill(&mut self) -> Slot<'_> {
        match self {
            Some(value) => T::Shape::slot(value),
            None => T::Shape::slot(self.insert(T::Shape::blank())),
        }
    }

    fn clear(&mut self) {
        *self = None;
    }
}

/// Only an object that contains itself needs a box. Such a member is optional: a required one would never end.
impl<T: Payload> Payload for Box<T> {
    type Shape = Self;

    const MEMBER: Field = Field::of(Kind::Nothing, true);
}

impl<T: Payload> Shape for Box<T> {
    const KIND: Kind = T::KIND;
    const REQUIRED: bool = T::REQUIRED;
    const BEYOND_TEXT: bool = T::Shape::BEYOND_TEXT;

    fn blank() -> Self {
        Self::new(T::Shape::blank())
    }

    fn node(value: &Self) -> Node<'_> {
        T::Shape::node(value)
    }

    fn slot(value: &mut Self) -> Slot<'_> {
        T::Shape::slot(value)
    }
}

/// The kind of an element. Elements that may be absent have [`Kind::Nothing`], since a list cannot express them.
const fn element<T: Payload>() -> &'static Kind {
    if T::REQUIRED { &T::KIND } else { &Kind::Nothing }
}

impl<T: Payload> Payload for Vec<T> {
    type Shape = Self;
}

impl<T: Payload> Shape for Vec<T> {
    const KIND: Kind = Kind::List(element::<T>());
    const BEYOND_TEXT: bool = T::Shape::BEYOND_TEXT;

    fn blank() -> Self {
        Self::new()
    }

    fn node(value: &Self) -> Node<'_> {
        Node::List(value)
    }

    fn slot(value: &mut Self) -> Slot<'_> {
        Slot::List(value)
    }
}

impl<T: Payload> List for Vec<T> {
    fn len(&self) -> usize {
        self.len()
    }

    fn node(&self, index: usize) -> Node<'_> {
        match self.get(index) {
            Some(item) => T::Shape::node(item),
            None => Node::Absent,
        }
    }

    fn slot(&mut self, index: usize) -> Slot<'_> {
        match self.get_mut(index) {
            Some(item) => T::Shape::slot(item),
            None => Slot::None,
        }
    }

    fn push(&mut self) -> Slot<'_> {
        let last = self.len();
        self.push(T::Shape::blank());
        List::slot(self, last)
    }

    fn clear(&mut self) {
        self.clear();
    }
}

macro_rules! maps {
    ($($map:ident)*) => {$(
        impl<T: Payload> Payload for $map<String, T> {
            type Shape = Self;
        }

        impl<T: Payload> Shape for $map<String, T> {
            const KIND: Kind = Kind::Map(element::<T>());
            const BEYOND_TEXT: bool = T::Shape::BEYOND_TEXT;

            fn blank() -> Self {
                Self::new()
            }

            fn node(value: &Self) -> Node<'_> {
                Node::Map(value)
            }

            fn slot(value: &mut Self) -> Slot<'_> {
                Slot::Map(value)
            }
        }

        impl<T: Payload> Map for $map<String, T> {
            fn each<'a>(&'a self, visit: &mut dyn FnMut(&'a str, Node<'a>)) {
                for (key, value) in self {
                    visit(key, T::Shape::node(value));
                }
            }

            fn slot(&mut self, key: &str) -> Slot<'_> {
                T::Shape::slot(self.entry(key.to_owned()).or_insert_with(T::Shape::blank))
            }

            fn clear(&mut self) {
                self.clear();
            }
        }
    )*};
}

maps!(BTreeMap HashMap);

impl Payload for Value {
    type Shape = Self;
}

impl Shape for Value {
    const KIND: Kind = Kind::Json;

    fn blank() -> Self {
        Self::Null
    }

    fn node(value: &Self) -> Node<'_> {
        match value {
            Self::Null => Node::Absent,
            value => Node::Json(Cow::Borrowed(value)),
        }
    }

    fn slot(value: &mut Self) -> Slot<'_> {
        Slot::Json(value)
    }
}

/// The answer of an endpoint that answers without content; a body is ignored.
impl Payload for () {
    type Shape = Self;
}

impl Shape for () {
    const KIND: Kind = Kind::Nothing;
    const REQUIRED: bool = false;

    fn blank() -> Self {}

    fn node(_: &Self) -> Node<'_> {
        Node::Absent
    }

    fn slot(_: &mut Self) -> Slot<'_> {
        Slot::None
    }
}
