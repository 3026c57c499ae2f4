//! The server's half, for a local WeChat Pay: parses a request, reads it by its table, and signs the answer.
//!
//! ```text
//! wire -> find -> content -> authorization -> verify -> receive: read, validate, open -> (handler) -> sign -> wire
//! ```

mod authorization;
mod defaults;
pub mod explain;
mod find;
mod form;
mod read;
mod receive;

pub use authorization::{Authorization, MalformedAuthorization};
pub use find::{Holes, find};
pub use form::{Content, MalformedForm, Part, content};
pub use read::{Incoming, Misread, match_path};
pub use receive::{Checks, ReceiveError, receive};

use base64::Engine as _;
use http::{HeaderMap, HeaderValue};

use crate::crypto::{CryptoError, Encryptor, Signer};
use crate::encode::whole;
use crate::encoded::fingerprint::Blinding;
use crate::error::{EncodeError, SealError, SignError};
use crate::payload::{Node, Payload};
use crate::seal::{Seals, seal};
use crate::sign::{Scheme, lines, sign};
use crate::spelling::BASE64;
pub use crate::spelling::HOSTS;
use crate::verify::{NONCE, SERIAL, SIGNATURE, SIGNATURE_TYPE, TIMESTAMP};

/// An answer that cannot be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// A sensitive member cannot be encrypted to the merchant.
    #[error("{0}")]
    Seal(#[source] SealError),
    /// A member cannot be written.
    #[error("{0}")]
    Encode(#[source] EncodeError),
}

/// The body of an answer, its sensitive members encrypted to the merchant's certificate; empty for `()`.
///
/// # Errors
/// A member that cannot be encrypted or written.
pub fn write<T: Payload>(answer: &T, merchant: &dyn Encryptor) -> Result<Vec<u8>, WriteError> {
    match answer.node() {
        Node::Absent => Ok(Vec::new()),
        Node::Object(object) => {
            // Sealing compares the key's name only with the names of values that were sealed elsewhere. An answer has none.
            let seals = seal(object, merchant, "", &Blinding::none()).map_err(WriteError::Seal)?;
            whole(Node::Object(object), &seals).map_err(WriteError::Encode)
        }
        node => whole(node, &Seals::default()).map_err(WriteError::Encode),
    }
}

/// One sensitive value, encrypted to the merchant's certificate, in Base64.
///
/// # Errors
/// The value is too long for the key.
pub fn sealed(plain: &str, merchant: &dyn Encryptor) -> Result<String, CryptoError> {
    merchant.encrypt(plain.as_bytes()).map(|ciphertext| BASE64.encode(ciphertext))
}

/// The bytes of a signature; `None` if the text is not Base64.
#[must_use]
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    BASE64.decode(text).ok()
}

/// The signature headers for an answer or a notification with this `body`, to a caller of `scheme`. `timestamp` is in seconds
/// since the Unix epoch, and `serial` names the key of `signer`.
///
/// # Errors
/// The signer's own; or nonce or serial are not valid in a header.
pub async fn signature_headers(
    scheme: Scheme,
    signer: &dyn Signer,
    serial: &str,
    timestamp: i64,
    nonce: &str,
    body: &[u8],
) -> Result<HeaderMap, SignError> {
    let timestamp = timestamp.to_string();
    let signature = sign(signer, &lines(&[timestamp.as_bytes(), nonce.as_bytes(), body])).await?;
    let mut headers = HeaderMap::new();
    let signed = [(&TIMESTAMP, &*timestamp), (&NONCE, nonce), (&SERIAL, serial), (&SIGNATURE, &*signature)];
    for (name, value) in signed {
        headers.insert(name, HeaderValue::try_from(value).map_err(|_| SignError::Header(name.as_str()))?);
    }
    headers.insert(&SIGNATURE_TYPE, HeaderValue::from_static(scheme.name));
    Ok(headers)
}
