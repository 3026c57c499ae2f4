//! Sensitive values into ciphertexts, before anything is written.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::crypto::Encryptor;
use crate::error::{SealError, SealProblem};
use crate::payload::{Field, Node, Object, Step, Trail};
use crate::validate::{Problem, sealed_length};
use crate::value::{Sensitive, State};

/// The ciphertexts of one request, by the value that each belongs to. The request is borrowed from sealing to
/// encoding, so that a value's address is its name.
#[derive(Debug, Default)]
pub(crate) struct Seals(HashMap<*const Sensitive, String>);

impl Seals {
    /// The ciphertext of `secret`, made here or elsewhere.
    pub(crate) fn ciphertext<'a>(&'a self, secret: &'a Sensitive) -> Option<&'a str> {
        secret.ciphertext().or_else(|| self.0.get(&std::ptr::from_ref(secret)).map(String::as_str))
    }
}

/// Encrypts every plain sensitive value of `request` to `key`, which is called `serial`.
pub(crate) fn seal(request: &dyn Object, key: &dyn Encryptor, serial: &str) -> Result<Seals, SealError> {
    let mut sealing = Sealing { key, serial, trail: Trail::default(), seals: Seals::default() };
    sealing.object(request)?;
    Ok(sealing.seals)
}

struct Sealing<'a> {
    key: &'a dyn Encryptor,
    serial: &'a str,
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
        let plain = match secret.state() {
            State::Plain(plain) => plain,
            State::Sealed { serial: Some(serial), .. } if serial == self.serial => return Ok(()),
            State::Sealed { serial: Some(serial), .. } => {
                let (sealed_to, key) = (serial.to_owned(), self.serial.to_owned());
                return Err(self.error(SealProblem::OtherKey { sealed_to, key }));
            }
            State::Sealed { serial: None, .. } => return Err(self.error(SealProblem::UnknownKey)),
        };
        let longest = self.key.longest_plaintext();
        if plain.len() > longest {
            return Err(self.error(SealProblem::TooLong { length: plain.len(), longest }));
        }
        let ciphertext =
            self.key.encrypt(plain.as_bytes()).map_err(|error| self.error(SealProblem::Encryptor(error)))?;
        let ciphertext = BASE64.encode(ciphertext);
        if let Some(Problem::Length { length, max, .. }) = sealed_length(field, &ciphertext) {
            return Err(self.error(SealProblem::LongCiphertext { length, max }));
        }
        self.seals.0.insert(std::ptr::from_ref(secret), ciphertext);
        Ok(())
    }

    fn error(&self, problem: SealProblem) -> SealError {
        SealError { pointer: self.trail.to_string(), problem }
    }
}
