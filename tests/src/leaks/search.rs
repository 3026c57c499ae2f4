//! Secrets, and the search for them in a text and in everything that it decodes to, forms within forms included.

use std::collections::BTreeSet;

use aho_corasick::AhoCorasick;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use wxpay::keys::{PrivateKeyDer, private_key_der};

use super::Form;

/// A kind of secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A private key, given as PEM.
    PrivateKey,
    /// The APIv3 key.
    ApiV3Key,
    /// The value of an `Authorization` header of APIv3, and the signature in it.
    Authorization,
    /// The plaintext of a sensitive member.
    Sensitive,
    /// Personal data in a notification or an answer.
    Personal,
    /// A proxy's password.
    Password,
    /// A request's body.
    Body,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::PrivateKey,
        Self::ApiV3Key,
        Self::Authorization,
        Self::Sensitive,
        Self::Personal,
        Self::Password,
        Self::Body,
    ];

    pub(crate) fn name(self) -> String {
        format!("{self:?}")
    }

    /// The bytes to search for, which need not be the whole secret.
    fn needles(self, value: &[u8]) -> Vec<Vec<u8>> {
        match self {
            // The first quarter is the public modulus.
            Self::PrivateKey => {
                let pem = String::from_utf8_lossy(value);
                match private_key_der(&pem).expect("a key as PEM") {
                    PrivateKeyDer::Pkcs8(der) | PrivateKeyDer::Pkcs1(der) => pieces(&der[der.len() / 4..]),
                    _ => panic!("a key of another form"),
                }
            }
            // A header that has to be refused may have no signature.
            Self::Authorization => signature(value).map_or_else(Vec::new, |signature| pieces(&signature)),
            // Only the beginning, since numbers further on may be logged.
            Self::Body => value.first_chunk::<24>().map_or_else(Vec::new, |beginning| vec![beginning.to_vec()]),
            Self::ApiV3Key | Self::Sensitive | Self::Personal | Self::Password => pieces(value),
        }
    }
}

/// Splits a long secret into pieces of 16 bytes: any 31 consecutive bytes of it contain one.
fn pieces(secret: &[u8]) -> Vec<Vec<u8>> {
    if secret.len() < 2 * PIECE {
        return vec![secret.to_vec()];
    }
    secret.chunks_exact(PIECE).map(<[u8]>::to_vec).collect()
}

/// The raw signature of an `Authorization` value.
fn signature(authorization: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(authorization).ok()?;
    let (_, rest) = text.split_once("signature=\"")?;
    STANDARD.decode(rest.split_once('"')?.0).ok()
}

/// The secrets of a process.
#[derive(Default)]
pub struct Secrets(Vec<(Kind, Vec<u8>)>);

impl Secrets {
    /// Reads the secrets that a process recorded.
    ///
    /// # Panics
    /// The text does not have the form that [`secret`](crate::capture::secret) writes.
    #[must_use]
    pub fn read(kept: &str) -> Self {
        let lines: BTreeSet<_> = kept.lines().collect();
        let parsed = lines.into_iter().map(|line| {
            let (name, hex) = line.split_once(' ')?;
            let kind = Kind::ALL.into_iter().find(|kind| kind.name() == name)?;
            let byte = |at| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
            Some((kind, (0..hex.len()).step_by(2).map(byte).collect::<Option<_>>()?))
        });
        Self(parsed.collect::<Option<_>>().expect("a kind and its bytes in hex"))
    }

    /// Adds a secret.
    #[must_use]
    pub fn and(mut self, kind: Kind, value: impl AsRef<[u8]>) -> Self {
        self.0.push((kind, value.as_ref().to_vec()));
        self
    }

    /// Returns true if there are no secrets.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The secrets of a kind.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &[u8]> {
        self.0.iter().filter(move |(other, _)| *other == kind).map(|(_, value)| value.as_slice())
    }

    /// Finds every kind of secret that shows in `text`, in any form, also in forms within forms.
    ///
    /// # Panics
    /// A secret is so short that it would be found by chance.
    #[must_use]
    pub fn find(&self, text: &[u8]) -> Vec<Finding> {
        Needles::new(self).findings(text)
    }

    /// The lines of `text` in which a secret shows.
    ///
    /// # Panics
    /// As [`Secrets::find`].
    #[must_use]
    pub fn lines<'a>(&self, text: &'a str) -> Vec<&'a str> {
        let needles = Needles::new(self);
        text.lines().filter(|line| !needles.findings(line.as_bytes()).is_empty()).collect()
    }
}

/// A secret that shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The kind of secret.
    pub kind: Kind,
    /// The forms that it is in, outermost first; empty if it is plain.
    pub forms: Vec<Form>,
    /// The decoded text around it.
    pub place: String,
}

struct Needles {
    kinds: Vec<Kind>,
    automaton: AhoCorasick,
}

impl Needles {
    fn new(secrets: &Secrets) -> Self {
        let made =
            secrets.0.iter().flat_map(|(kind, value)| kind.needles(value).into_iter().map(|needle| (*kind, needle)));
        let known = MARKS.iter().map(|(kind, mark)| (*kind, mark.as_bytes().to_vec()));
        let (kinds, needles): (Vec<_>, Vec<_>) = made.chain(known).filter(|(_, needle)| !needle.is_empty()).unzip();
        for (kind, needle) in kinds.iter().zip(&needles) {
            assert!(
                needle.len() >= SHORTEST,
                "{kind:?} {:?} is too short to be searched for",
                needle.escape_ascii().to_string()
            );
        }
        Self { kinds, automaton: AhoCorasick::new(needles).expect("needles of less than a gigabyte") }
    }

    fn findings(&self, text: &[u8]) -> Vec<Finding> {
        let mut findings = Vec::new();
        self.find(text, &mut Vec::new(), &mut findings);
        findings
    }

    fn find(&self, text: &[u8], forms: &mut Vec<Form>, findings: &mut Vec<Finding>) {
        for hit in self.automaton.find_iter(text) {
            let kind = self.kinds[hit.pattern().as_usize()];
            // Text that is decoded further often contains the same secret again.
            if !findings.iter().any(|found| found.kind == kind && forms.starts_with(&found.forms)) {
                findings.push(Finding { kind, forms: forms.clone(), place: place(text, hit.start()) });
            }
        }
        if forms.len() == DEEPEST {
            return;
        }
        for form in Form::ALL {
            let decoded = form.decode(text);
            if !decoded.is_empty() {
                forms.push(form);
                self.find(&decoded, forms, findings);
                forms.pop();
            }
        }
    }
}

/// The line, or the part of it that is near.
fn place(text: &[u8], at: usize) -> String {
    let (before, after) = text.split_at(at);
    let before = before.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
    let after = after.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let near = [&before[before.len().saturating_sub(NEAR)..], &after[..after.len().min(NEAR)]].concat();
    String::from_utf8_lossy(&near).into_owned()
}

/// Texts that accompany every secret of a kind.
const MARKS: [(Kind, &str); 3] = [
    (Kind::PrivateKey, "PRIVATE KEY-----"),
    (Kind::Authorization, "WECHATPAY2-SHA256-RSA2048 mchid="),
    // Every openid of the sandbox begins with this.
    (Kind::Personal, "oUpF8uM"),
];
const PIECE: usize = 16;
const SHORTEST: usize = 6;
/// Three, for the forms around a secret that is Base64 itself.
const DEEPEST: usize = 4;
const NEAR: usize = 160;
