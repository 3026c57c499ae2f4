//! Sensitive values into ciphertexts, before anything is written.

use std::collections::HashMap;

use base64::Engine as _;

use crate::crypto::Encryptor;
use crate::encoded::fingerprint::Blinding;
use crate::payload::{Ciphertexts, Node, Object, Trail, walk_secrets};
use crate::spelling::BASE64;
use crate::text::escaped;
use crate::validate::{Problem, sealed_length};
use crate::value::{Sensitive, State};

/// The ciphertexts of one request, by the value that each belongs to. The request is borrowed from sealing to
/// encoding, so that a value's address is its name.
#[derive(Debug, Default)]
pub(crate) struct Seals {
    texts: HashMap<*const Sensitive, String>,
    /// The plaintexts, blinded, where there is a key for that.
    blinded: HashMap<*const Sensitive, String>,
    /// True if something in the request is encrypted, here or elsewhere.
    sealed: bool,
}

impl Ciphertexts for Seals {
    /// The ciphertext of `secret`, made here or elsewhere.
    fn ciphertext<'a>(&'a self, secret: &'a Sensitive) -> Option<&'a str> {
        secret.ciphertext().or_else(|| self.texts.get(&std::ptr::from_ref(secret)).map(String::as_str))
    }
}

impl Seals {
    pub(crate) fn is_sealed(&self) -> bool {
        self.sealed
    }

    /// The same with blinded plaintexts in place of ciphertexts.
    pub(crate) fn blind(&self) -> Blinded {
        if self.texts.is_empty() {
            return Blinded::Nothing;
        }
        if self.blinded.len() < self.texts.len() {
            return Blinded::NoKey;
        }
        Blinded::Seals(Self { texts: self.blinded.clone(), ..Self::default() })
    }
}

/// Seals that are the same whenever the plaintexts are.
pub(crate) enum Blinded {
    /// Nothing was sealed here.
    Nothing,
    /// There is no key to blind with.
    NoKey,
    Seals(Seals),
}

/// A sensitive value that cannot go to WeChat Pay.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("sensitive member {}: {}", escaped(.pointer), escaped(.reason))]
#[non_exhaustive]
pub struct SealError {
    /// The JSON pointer of the member.
    pub pointer: String,
    /// The reason.
    pub reason: String,
}

/// Encrypts every plain sensitive value of `request` to `key`, which is called `serial`, and blinds it with `blinding`.
pub(crate) fn seal(
    request: &dyn Object,
    key: &dyn Encryptor,
    serial: &str,
    blinding: &Blinding<'_>,
) -> Result<Seals, SealError> {
    let mut sealing = Sealing { key, serial, blinding, seals: Seals::default() };
    let mut result = Ok(());
    walk_secrets(Node::Object(request), &mut |at, secret| {
        if result.is_ok() {
            result = sealing.secret(at, secret);
        }
    });
    result.map(|()| sealing.seals)
}

struct Sealing<'a> {
    key: &'a dyn Encryptor,
    serial: &'a str,
    blinding: &'a Blinding<'a>,
    seals: Seals,
}

impl Sealing<'_> {
    fn secret(&mut self, at: &Trail<'_>, secret: &Sensitive) -> Result<(), SealError> {
        self.seals.sealed = true;
        let error = |reason| SealError { pointer: at.to_string(), reason };
        let plain = match secret.state() {
            State::Plain(plain) => plain,
            State::Sealed { serial: Some(serial), .. } if serial == self.serial => return Ok(()),
            State::Sealed { serial: Some(serial), .. } => {
                let ours = self.serial;
                return Err(error(format!("it is sealed to {serial}, the request goes to {ours}")));
            }
            State::Sealed { serial: None, .. } => {
                let remedy =
                    "it was read from a message, so the key it is sealed to is not known; `Sensitive::sealed` names it";
                return Err(error(remedy.to_owned()));
            }
        };
        let longest = self.key.longest_plaintext();
        if plain.len() > longest {
            let length = plain.len();
            return Err(error(format!("it has {length} bytes, the key takes at most {longest}")));
        }
        let ciphertext = self.key.encrypt(plain.as_bytes()).map_err(|failed| error(failed.to_string()))?;
        let ciphertext = BASE64.encode(ciphertext);
        if let Some(Problem::Length { length, max, .. }) =
            at.field().and_then(|field| sealed_length(field, &ciphertext))
        {
            return Err(error(format!("its ciphertext has {length} characters, allowed are {max}")));
        }
        let blinded = self.blinding.blind(plain).map_err(|failed| error(failed.to_string()))?;
        self.seals.texts.insert(std::ptr::from_ref(secret), ciphertext);
        self.seals.blinded.extend(blinded.map(|blinded| (std::ptr::from_ref(secret), blinded)));
        Ok(())
    }
}
