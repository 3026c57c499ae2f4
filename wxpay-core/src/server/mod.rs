//! The steps mirrored, for a local WeChat Pay: take a request apart, read it by its table, answer signed.
//!
//! ```text
//! wire -> find -> content -> authorization -> verify -> receive: read, validate, open -> (handler) -> sign -> wire
//! ```

mod authorization;
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
use crate::payload::{Node, Payload};
use crate::seal::{Seals, seal};
use crate::sign::{Scheme, lines, sign};
use crate::spelling::BASE64;
pub use crate::spelling::HOSTS;
use crate::verify::{NONCE, SERIAL, SIGNATURE, SIGNATURE_TYPE, TIMESTAMP};

/// The body of an answer, its sensitive members encrypted to the merchant's certificate; empty for the unit type.
///
/// # Errors
/// A member that cannot be encrypted or written.
pub fn write<T: Payload>(answer: &T, merchant: &dyn Encryptor) -> Result<Vec<u8>, String> {
    match answer.node() {
        Node::Absent => Ok(Vec::new()),
        Node::Object(object) => {
            // Sealing compares the key's name only with that of a value sealed elsewhere, which an answer has none of.
            let seals = seal(object, merchant, "", &Blinding::none()).map_err(|error| error.to_string())?;
            whole(Node::Object(object), &seals)
        }
        node => whole(node, &Seals::default()),
    }
}

/// One sensitive value, encrypted to the merchant's certificate, in Base64.
///
/// # Errors
/// It is too long for the key.
pub fn sealed(plain: &str, merchant: &dyn Encryptor) -> Result<String, CryptoError> {
    merchant.encrypt(plain.as_bytes()).map(|ciphertext| BASE64.encode(ciphertext))
}

/// The bytes of a signature; `None` if the text is not Base64.
#[must_use]
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    BASE64.decode(text).ok()
}

/// The signature headers of an answer or a notification with that `body`, to a merchant. `timestamp` is in seconds since
/// 1970, and `serial` names the key behind `signer`.
///
/// # Errors
/// The signer's.
pub async fn signature_headers(
    signer: &dyn Signer,
    serial: &str,
    timestamp: i64,
    nonce: &str,
    body: &[u8],
) -> Result<HeaderMap, CryptoError> {
    let timestamp = timestamp.to_string();
    let signature = sign(signer, &lines(&[timestamp.as_bytes(), nonce.as_bytes(), body])).await?;
    let mut headers = HeaderMap::new();
    let signed = [(&TIMESTAMP, &*timestamp), (&NONCE, nonce), (&SERIAL, serial), (&SIGNATURE, &*signature)];
    for (name, value) in signed {
        let value = HeaderValue::try_from(value).map_err(|_| CryptoError(format!("`{name}` cannot be a header")))?;
        headers.insert(name, value);
    }
    headers.insert(&SIGNATURE_TYPE, HeaderValue::from_static(Scheme::MERCHANT.name));
    Ok(headers)
}

/// Makes signature headers those of another `scheme`: its name is no part of what is signed. Where there are none,
/// nothing happens.
pub fn set_scheme(headers: &mut HeaderMap, scheme: Scheme) {
    if let Some(name) = headers.get_mut(&SIGNATURE_TYPE) {
        *name = HeaderValue::from_static(scheme.name);
    }
}
