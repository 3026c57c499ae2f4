//! Sensitive values into ciphertexts, before anything is written.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::crypto::Encryptor;
use crate::encoded::fingerprint::Blinding;
use crate::payload::{Field, Node, Object, Step, Trail};
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

impl Seals {
    /// The ciphertext of `secret`, made here or elsewhere.
    pub(crate) fn ciphertext<'a>(&'a self, secret: &'a Sensitive) -> Option<&'a str> {
        secret.ciphertext().or_else(|| self.texts.get(&std::ptr::from_ref(secret)).map(String::as_str))
    }

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
    /// Why not.
    pub reason: String,
}

/// Encrypts every plain sensitive value of `request` to `key`, which is called `serial`, and blinds it with `blinding`.
pub(crate) fn seal(
    request: &dyn Object,
    key: &dyn Encryptor,
    serial: &str,
    blinding: &Blinding<'_>,
) -> Result<Seals, SealError> {
    let mut sealing = Sealing { key, serial, blinding, trail: Trail::default(), seals: Seals::default() };
    sealing.object(request)?;
    Ok(sealing.seals)
}

struct Sealing<'a> {
    key: &'a dyn Encryptor,
    serial: &'a str,
    blinding: &'a Blinding<'a>,
    trail: Trail,
    seals: Seals,
}

impl Sealing<'_> {
    fn object(&mut self, object: &dyn Object) -> Result<(), SealError> {
        for (index, field) in object.table().fields.iter().enumerate() {
            let node = object.member(index);
            if node.is_open() {
                continue;
            }
            self.trail.push(Step::Member(field));
            self.value(field, node)?;
            self.trail.pop();
        }
        Ok(())
    }

    fn value(&mut self, field: &'static Field, node: Node<'_>) -> Result<(), SealError> {
        match node {
            Node::Secret(secret) => self.secret(field, secret),
            Node::Object(object) => self.object(object),
            Node::List(list) => (0..list.len()).try_for_each(|index| {
                self.trail.push(Step::Index(index));
                self.value(field, list.node(index))?;
                self.trail.pop();
                Ok(())
            }),
            Node::Map(map) => {
                let mut result = Ok(());
                map.each(&mut |key, node| {
                    if result.is_ok() {
                        self.trail.push(Step::Key(key.to_owned()));
                        result = self.value(field, node);
                        self.trail.pop();
                    }
                });
                result
            }
            _ => Ok(()),
        }
    }

    fn secret(&mut self, field: &'static Field, secret: &Sensitive) -> Result<(), SealError> {
        self.seals.sealed = true;
        let plain = match secret.state() {
            State::Plain(plain) => plain,
            State::Sealed { serial: Some(serial), .. } if serial == self.serial => return Ok(()),
            State::Sealed { serial: Some(serial), .. } => {
                let ours = self.serial;
                return Err(self.error(format!("it is sealed to {serial}, the request goes to {ours}")));
            }
            State::Sealed { serial: None, .. } => {
                let remedy =
                    "it was read from a message, so the key it is sealed to is not known; `Sensitive::sealed` names it";
                return Err(self.error(remedy.to_owned()));
            }
        };
        let longest = self.key.longest_plaintext();
        if plain.len() > longest {
            let length = plain.len();
            return Err(self.error(format!("it has {length} bytes, the key takes at most {longest}")));
        }
        let ciphertext = self.key.encrypt(plain.as_bytes()).map_err(|error| self.error(error.to_string()))?;
        let ciphertext = BASE64.encode(ciphertext);
        if let Some(Problem::Length { length, max, .. }) = sealed_length(field, &ciphertext) {
            return Err(self.error(format!("its ciphertext has {length} characters, allowed are {max}")));
        }
        let blinded = self.blinding.blind(plain).map_err(|error| self.error(error.to_string()))?;
        self.seals.texts.insert(std::ptr::from_ref(secret), ciphertext);
        self.seals.blinded.extend(blinded.map(|blinded| (std::ptr::from_ref(secret), blinded)));
        Ok(())
    }

    fn error(&self, reason: String) -> SealError {
        SealError { pointer: self.trail.to_string(), reason }
    }
}
