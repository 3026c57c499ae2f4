//! [`Payload`] of what holds other payloads: options, boxes, arrays, maps, free JSON, nothing.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::{Kind, List, Map, Node, Optional, Payload, Shape, Slot};

impl<T: Payload> Payload for Option<T> {
    type Shape = Self;
}

impl<T: Payload> Shape for Option<T> {
    const KIND: Kind = T::KIND;
    const REQUIRED: bool = false;

    fn blank() -> Self {
        None
    }

    fn node(value: &Self) -> Node<'_> {
        match value.as_ref().map_or(Node::Absent, T::node) {
            // An empty secret is not encrypted; where it may be left out, it is.
            Node::Secret(secret) if secret.expose() == Some("") => Node::Absent,
            node => node,
        }
    }

    fn slot(value: &mut Self) -> Slot<'_> {
        Slot::Optional(value)
    }
}

impl<T: Payload> Optional for Option<T> {
    fn fill(&mut self) -> Slot<'_> {
        self.get_or_insert_with(T::blank).slot()
    }

    fn clear(&mut self) {
        *self = None;
    }
}

impl<T: Payload> Payload for Box<T> {
    type Shape = Self;
}

impl<T: Payload> Shape for Box<T> {
    const KIND: Kind = T::KIND;
    const REQUIRED: bool = T::REQUIRED;

    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn node(value: &Self) -> Node<'_> {
        T::node(value)
    }

    fn slot(value: &mut Self) -> Slot<'_> {
        T::slot(value)
    }
}

impl<T: Payload> Payload for Vec<T> {
    type Shape = Self;
}

impl<T: Payload> Shape for Vec<T> {
    const KIND: Kind = Kind::List(&T::KIND);

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
        self.get(index).map_or(Node::Absent, T::node)
    }

    fn slot(&mut self, index: usize) -> Slot<'_> {
        self.get_mut(index).map_or(Slot::None, T::slot)
    }

    fn push(&mut self) -> Slot<'_> {
        self.push(T::blank());
        self.last_mut().map_or(Slot::None, T::slot)
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
            const KIND: Kind = Kind::Map(&T::KIND);

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
                    visit(key, value.node());
                }
            }

            fn slot(&mut self, key: &str) -> Slot<'_> {
                self.entry(key.to_owned()).or_insert_with(T::blank).slot()
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

/// The answer of an endpoint that answers nothing: whatever is there is ignored.
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
