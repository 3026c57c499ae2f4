//! Encrypts sensitive values before a request is encoded.

use std::collections::HashMap;

use base64::Engine as _;

use crate::crypto::Encryptor;
use crate::encoded::fingerprint::Blinding;
use crate::error::{SealError, SealProblem};
use crate::payload::{Ciphertexts, Node, Object, Trail, walk_secrets};
use crate::spelling::BASE64;
use crate::validate::{Problem, sealed_length};
use crate::value::{Sensitive, State};

/// The ciphertexts of one request, by the address of the value that each belongs to. The request is borrowed from sealing to
/// encoding, so that the addresses stay valid.
#[derive(Debug, Default)]
pub(crate) struct Seals {
    texts: HashMap<*const Sensitive, String>,
    /// The blinded plain texts, if there is a key for blinding.
    blinded: HashMap<*const Sensitive, String>,
    /// True if the request has a sealed value, sealed here or elsewhere.
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

    /// The same seals with blinded plain texts in place of ciphertexts.
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

/// Seals that depend only on the plain texts.
pub(crate) enum Blinded {
    /// Nothing was sealed here.
    Nothing,
    /// There is no key for blinding.
    NoKey,
    Seals(Seals),
}

/// Encrypts every plain sensitive value of `request` to `key`, named `serial`, and blinds it with `blinding`.
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
        let error = |problem| SealError { pointer: at.to_string(), problem };
        let plain = match secret.state() {
            State::Plain(plain) => plain,
            State::Sealed { serial: Some(serial), .. } if serial == self.serial => return Ok(()),
            State::Sealed { serial: Some(serial), .. } => {
                let (sealed_to, key) = (serial.to_owned(), self.serial.to_owned());
                return Err(error(SealProblem::OtherKey { sealed_to, key }));
            }
            State::Sealed { serial: None, .. } => return Err(error(SealProblem::UnknownKey)),
        };
        let longest = self.key.longest_plaintext();
        if plain.len() > longest {
            return Err(error(SealProblem::TooLong { length: plain.len(), longest }));
        }
        let ciphertext = self.key.encrypt(plain.as_bytes()).map_err(|failed| error(SealProblem::Encryptor(failed)))?;
        let ciphertext = BASE64.encode(ciphertext);
        if let Some(Problem::Length { length, max, .. }) =
            at.field().and_then(|field| sealed_length(field, &ciphertext))
        {
            return Err(error(SealProblem::LongCiphertext { length, max }));
        }
        let blinded = self.blinding.blind(plain).map_err(|failed| error(SealProblem::Encryptor(failed)))?;
        self.seals.texts.insert(std::ptr::from_ref(secret), ciphertext);
        self.seals.blinded.extend(blinded.map(|blinded| (std::ptr::from_ref(secret), blinded)));
        Ok(())
    }
}
