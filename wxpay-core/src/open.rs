//! Decrypts the sensitive values of an answer with the merchant's private key.

use base64::Engine as _;
use zeroize::Zeroizing;

use crate::crypto::Decryptor;
use crate::error::{OpenError, OpenProblem};
use crate::payload::{Message, Slot, walk_mut, walk_secrets};
use crate::spelling::BASE64;

/// Tells whether the message has a sealed value.
pub(crate) fn is_sealed(message: &dyn Message) -> bool {
    !sealed(message).is_empty()
}

/// Decrypts every sealed value of `message`, in three passes: find, decrypt, put back in the same order. The key may be remote,
/// and a slot cannot be held across an `await`.
pub(crate) async fn open(message: &mut dyn Message, key: Option<&dyn Decryptor>) -> Result<(), OpenError> {
    let found = sealed(message);
    if found.is_empty() {
        return Ok(());
    }
    let mut opened = decrypt(found, key).await?.into_iter();
    walk_mut(message, &mut |_, slot| {
        let Slot::Secret(secret) = slot else { return };
        if secret.ciphertext().is_some() {
            if let Some(plain) = opened.next() {
                secret.open(plain);
            }
        }
    });
    Ok(())
}

/// The pointer and the ciphertext of each sealed value.
fn sealed(message: &dyn Message) -> Vec<(String, String)> {
    let mut found = Vec::new();
    walk_secrets(message.node(), &mut |at, secret| {
        found.extend(secret.ciphertext().map(|text| (at.to_string(), text.to_owned())));
    });
    found
}

async fn decrypt(
    found: Vec<(String, String)>,
    key: Option<&dyn Decryptor>,
) -> Result<Vec<Zeroizing<String>>, OpenError> {
    let mut opened = Vec::with_capacity(found.len());
    for (pointer, ciphertext) in found {
        match plaintext(&ciphertext, key).await {
            Ok(text) => opened.push(text),
            Err(problem) => return Err(OpenError { pointer, problem }),
        }
    }
    Ok(opened)
}

async fn plaintext(ciphertext: &str, key: Option<&dyn Decryptor>) -> Result<Zeroizing<String>, OpenProblem> {
    let key = key.ok_or(OpenProblem::NoDecryptor)?;
    let ciphertext = BASE64.decode(ciphertext).map_err(|_| OpenProblem::Damaged)?;
    let plain = key.decrypt(&ciphertext).await.map_err(OpenProblem::Decryptor)?;
    // Copied, so that bytes that are not text are wiped too.
    let text = std::str::from_utf8(&plain).map_err(|_| OpenProblem::Damaged)?;
    Ok(Zeroizing::new(text.to_owned()))
}
