//! Messages out of JSON whose sensitive members are plain text.

use wxpay::payload::{List, Message, Node, ObjectMut, Slot};
use wxpay::prelude::*;

/// Takes what was read as sealed for plain text: the examples of sensitive members are of what is sealed.
pub fn unseal(message: &mut dyn Message) {
    in_the_open(message.slot());
}

fn in_the_open(slot: Slot<'_>) {
    match slot {
        Slot::Secret(secret) => {
            let text = secret.ciphertext().unwrap_or_default();
            *secret = Sensitive::new(if text == EMPTY { "" } else { text });
        }
        Slot::Object(object) => each_present(object),
        Slot::Optional(optional) => in_the_open(optional.fill()),
        Slot::List(list) => each_element(list),
        _ => {}
    }
}

fn each_present(object: &mut dyn ObjectMut) {
    for index in 0..object.table().fields.len() {
        if !matches!(object.member(index), Node::Absent) {
            in_the_open(object.member_mut(index));
        }
    }
}

fn each_element(list: &mut dyn List) {
    (0..list.len()).for_each(|index| in_the_open(list.slot(index)));
}

/// What stands for a sensitive text that is empty: sealed, nothing is.
pub const EMPTY: &str = "EMPTY";
