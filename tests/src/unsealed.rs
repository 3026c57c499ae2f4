//! Makes messages from JSON whose sensitive members are plain text.

use wxpay::payload::{Message, Slot, walk_mut};
use wxpay::prelude::*;

/// Turns ciphertexts into plain text: examples give sensitive members in plain text, which was read as a ciphertext.
pub fn unseal(message: &mut dyn Message) {
    walk_mut(message, &mut |_, slot| {
        if let Slot::Secret(secret) = slot {
            let text = secret.ciphertext().unwrap_or_default();
            *secret = Sensitive::new(if text == EMPTY { "" } else { text });
        }
    });
}

/// Stands for an empty sensitive text, because a ciphertext is never empty.
pub const EMPTY: &str = "EMPTY";
