//! Fingerprints: equal for equal requests, although ciphertexts and boundaries are random.

use std::cell::OnceCell;
use std::fmt;
use std::ops::RangeInclusive;

use http::HeaderMap;
use http::header::CONTENT_TYPE;
use memchr::memmem;
use zeroize::Zeroizing;

use crate::crypto::{Backend, CryptoError, DigestAlgorithm, Digester};
use crate::encoded::Content;
use crate::keys::{ApiV3Key, HmacKey};

/// The SHA-256 of the content of a request: of its path as declared, its target and its body, each preceded by its length.
///
/// The same request has the same fingerprint whenever it is encoded. A sensitive member is represented by an HMAC-SHA256 of its
/// plaintext under a key that is derived from the APIv3 key: not by its ciphertext, which differs each time, and not by a hash,
/// since names can be guessed. Without the key, a fingerprint reveals nothing about the member. The fingerprint of such a request
/// changes with the APIv3 key, and also if a member that was encrypted elsewhere
/// ([`Sensitive::sealed`](crate::value::Sensitive::sealed)) is encrypted again. A form's boundary does not count.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint([u8; LENGTH]);

impl Fingerprint {
    /// The fingerprint's bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; LENGTH] {
        &self.0
    }

    /// The fingerprint of a request with the body in `content`; `None` without a crypto library.
    pub(crate) fn of(template: &str, target: &str, content: &Content) -> Option<Self> {
        let mut digester = Backend::preferred()?.digester(DigestAlgorithm::Sha256);
        add(&mut *digester, template.as_bytes());
        add(&mut *digester, target.as_bytes());
        // A body that is not a form is one piece. The pieces of a form are those between its boundaries, each preceded by its
        // length.
        let body = &content.body;
        let mut rest = 0;
        if let Some(boundary) = boundary(&content.headers) {
            for place in memmem::find_iter(body, boundary) {
                add(&mut *digester, body.get(rest..place).unwrap_or_default());
                rest = place + boundary.len();
            }
        }
        add(&mut *digester, body.get(rest..).unwrap_or_default());
        digester.finish().try_into().ok().map(Self)
    }

    /// Reads the text that `Display` writes.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut bytes = [0; LENGTH];
        let hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if text.len() != 2 * LENGTH || !text.bytes().all(hex) {
            return None;
        }
        for (byte, place) in bytes.iter_mut().zip((0..).step_by(2)) {
            *byte = u8::from_str_radix(text.get(place..place + 2)?, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

/// Writes lower-case hex.
impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

/// The reason why a request has no fingerprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FingerprintError {
    /// The client had no APIv3 key, from which the key of sensitive members' HMAC is derived.
    #[error("the client that encoded the request has no APIv3 key, which a fingerprint of sensitive members needs")]
    NoKey,
    /// No enabled feature includes a crypto library for the SHA-256.
    #[error("no crypto library is compiled in")]
    NoBackend,
}

/// The source of a request's fingerprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// The bytes, since nothing in them is encrypted. The fingerprint is computed on demand.
    Bytes,
    /// A stored fingerprint of the bytes, which could not be compared with them; `None` if it was not stored.
    Stored(Option<Fingerprint>),
    /// The plaintexts. The fingerprint was computed while they were at hand; `None` if there was no key.
    Plaintexts(Option<Fingerprint>),
}

/// Makes plaintexts comparable without revealing them: by an HMAC under a key that is derived on first use.
pub(crate) struct Blinding<'a> {
    from: Option<(Backend, &'a ApiV3Key)>,
    key: OnceCell<HmacKey>,
}

impl<'a> Blinding<'a> {
    pub(crate) fn new(backend: Option<Backend>, key: Option<&'a ApiV3Key>) -> Self {
        Self { from: backend.zip(key), key: OnceCell::new() }
    }

    /// Blinds nothing, since it has no key.
    #[cfg(feature = "server")]
    pub(crate) fn none() -> Self {
        Self::new(None, None)
    }

    /// Returns a text that is never a ciphertext, since those are Base64; `None` without a key.
    pub(crate) fn blind(&self, plain: &str) -> Result<Option<String>, CryptoError> {
        let Some((backend, root)) = self.from else { return Ok(None) };
        let key = match self.key.get() {
            Some(key) => key,
            None => {
                let derived = Zeroizing::new(backend.hmac_sha256(&root.into(), PURPOSE)?);
                self.key.get_or_init(|| HmacKey::derived(derived))
            }
        };
        let tag = backend.hmac_sha256(key, plain.as_bytes())?;
        Ok(Some(tag.iter().fold(BLINDED.to_owned(), |text, byte| format!("{text}{byte:02x}"))))
    }
}

fn add(digester: &mut dyn Digester, part: &[u8]) {
    digester.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
    digester.update(part);
}

/// The boundary of a form.
fn boundary(headers: &HeaderMap) -> Option<&[u8]> {
    boundary_of(headers.get(CONTENT_TYPE)?.as_bytes())
}

/// The boundary in a form's content type, if it is like those that this crate makes: letters and digits, and long enough that no
/// body consists of boundaries.
pub(crate) fn boundary_of(content_type: &[u8]) -> Option<&[u8]> {
    let boundary = content_type.strip_prefix(FORM.as_bytes())?;
    (BOUNDARY.contains(&boundary.len()) && boundary.iter().all(u8::is_ascii_alphanumeric)).then_some(boundary)
}

/// A form's content type, up to its boundary.
pub(crate) const FORM: &str = "multipart/form-data; boundary=";
/// The lengths of boundaries; RFC 2046 allows at most 70 characters.
const BOUNDARY: RangeInclusive<usize> = 16..=70;
const LENGTH: usize = 32;
const PURPOSE: &[u8] = b"wxpay encoded fingerprint v1";
const BLINDED: &str = "hmac-sha256:";
