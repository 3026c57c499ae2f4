//! Messages out of JSON whose sensitive members are plain text.

use wxpay::payload::{Message, Slot, walk_mut};
use wxpay::prelude::*;

/// Takes what was read as sealed for plain text: the examples of sensitive members are of what is sealed.
pub fn unseal(message: &mut dyn Message) {
    walk_mut(message, &mut |_, slot| {
        if let Slot::Secret(secret) = slot {
            let text = secret.ciphertext().unwrap_or_default();
            *secret = Sensitive::new(if text == EMPTY { "" } else { text });
        }
    });
}

/// What stands for a sensitive text that is empty: sealed, nothing is.
pub const EMPTY: &str = "EMPTY";
