//! Fingerprints: the same for the same request, though ciphertexts and boundaries are made of random bits.

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

/// The SHA-256 of what a request says: of its path as declared, its target and its body, each behind its length.
///
/// The same request has the same fingerprint whenever it is encoded. A sensitive member counts by an HMAC-SHA256 of its
/// plaintext under a key that is derived from the APIv3 key: not by its ciphertext, which is another each time, and not by a
/// hash, since names can be guessed. Whoever sees fingerprints and has not the key learns nothing of the member. After a change
/// of the APIv3 key the fingerprints of such requests are others; so they are for a member that was encrypted elsewhere
/// ([`Sensitive::sealed`](crate::value::Sensitive::sealed)) and is encrypted again. A form's boundary does not count.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint([u8; LENGTH]);

impl Fingerprint {
    /// The fingerprint's bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; LENGTH] {
        &self.0
    }

    /// That of a request whose body stands in `content`; `None` without a crypto library.
    pub(crate) fn of(template: &str, target: &str, content: &Content) -> Option<Self> {
        let mut digester = Backend::preferred()?.digester(DigestAlgorithm::Sha256);
        add(&mut *digester, template.as_bytes());
        add(&mut *digester, target.as_bytes());
        // A body that is no form is one piece; a form's pieces are those around its boundaries, each behind its length.
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

    /// Reads what `Display` has written.
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

/// Lower-case hex.
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

/// A request without a fingerprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FingerprintError {
    /// Sensitive members count by an HMAC under a key that comes from the APIv3 key, which the client did not have.
    #[error("the client that encoded it has no APIv3 key, by which its sensitive members would count")]
    NoKey,
    /// The features bring no library to make a SHA-256 with.
    #[error("no crypto library is compiled in")]
    NoBackend,
}

/// The way to a request's fingerprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// That of its bytes, since nothing was encrypted for it. It is made when somebody asks.
    Bytes,
    /// That of its bytes as it was stored, where nothing could compare it; `None` where nothing could make it.
    Stored(Option<Fingerprint>),
    /// That of its plaintexts, which was made while they were at hand; `None` where there was no key.
    Plaintexts(Option<Fingerprint>),
}

/// Makes plaintexts comparable without showing them: by an HMAC under a key that is derived when it is first wanted.
pub(crate) struct Blinding<'a> {
    from: Option<(Backend, &'a ApiV3Key)>,
    key: OnceCell<HmacKey>,
}

impl<'a> Blinding<'a> {
    pub(crate) fn new(backend: Option<Backend>, key: Option<&'a ApiV3Key>) -> Self {
        Self { from: backend.zip(key), key: OnceCell::new() }
    }

    /// Without a key nothing is blinded.
    #[cfg(feature = "server")]
    pub(crate) fn none() -> Self {
        Self::new(None, None)
    }

    /// A text that no ciphertext is, since those are Base64.
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

/// The boundary that a form's content type names, if it is as forms are written: letters and digits, and not so few that a
/// body could consist of boundaries.
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
