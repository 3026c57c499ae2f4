//! PEM blocks: which kind they are, and what to say when it is the wrong one.

use ::pem::Pem;
use zeroize::Zeroizing;

use super::{Certificate, KeyError};

/// A private key in DER; its memory is wiped when it is dropped.
pub enum PrivateKeyDer {
    /// `PRIVATE KEY`, as in `apiclient_key.pem`.
    Pkcs8(Zeroizing<Vec<u8>>),
    /// `RSA PRIVATE KEY`.
    Pkcs1(Zeroizing<Vec<u8>>),
}

/// The private key in `pem`, in PKCS#8 or PKCS#1 form.
///
/// # Errors
/// There is no such block, it is something else, or it needs a passphrase.
pub fn private_key_der(pem: &str) -> Result<PrivateKeyDer, KeyError> {
    let block = only_block(pem)?;
    let encrypted = block.headers().get("Proc-Type").is_some_and(|value| value.contains("ENCRYPTED"));
    match block.tag() {
        "PRIVATE KEY" => Ok(PrivateKeyDer::Pkcs8(Zeroizing::new(block.into_contents()))),
        "RSA PRIVATE KEY" if !encrypted => Ok(PrivateKeyDer::Pkcs1(Zeroizing::new(block.into_contents()))),
        "RSA PRIVATE KEY" | "ENCRYPTED PRIVATE KEY" => Err(KeyError::Passphrase),
        tag => Err(wrong_kind(tag, "the merchant's private key (`apiclient_key.pem`)")),
    }
}

/// The public key in `pem`, in SPKI or PKCS#1 form, or the one inside a certificate.
///
/// # Errors
/// There is no such block, or it is something else.
pub fn public_key_der(pem: &str) -> Result<Vec<u8>, KeyError> {
    let block = only_block(pem)?;
    match block.tag() {
        "PUBLIC KEY" | "RSA PUBLIC KEY" => Ok(block.into_contents()),
        "CERTIFICATE" => Ok(Certificate::from_der(block.contents())?.spki().to_vec()),
        tag => Err(wrong_kind(tag, "a public key or certificate")),
    }
}

pub(super) fn certificate_der(pem: &str) -> Result<Vec<u8>, KeyError> {
    let block = only_block(pem)?;
    match block.tag() {
        "CERTIFICATE" => Ok(block.into_contents()),
        tag => Err(wrong_kind(tag, "a certificate")),
    }
}

fn only_block(text: &str) -> Result<Pem, KeyError> {
    let blocks = ::pem::parse_many(text).map_err(|error| KeyError::Damaged(error.to_string()))?;
    let mut blocks = blocks.into_iter();
    let first = blocks.next().ok_or_else(|| KeyError::NotPem(without_block(text)))?;
    if let Some(second) = blocks.next() {
        return Err(wrong_kind(&format!("{} and {}", first.tag(), second.tag()), "one PEM block"));
    }
    Ok(first)
}

fn without_block(text: &str) -> &'static str {
    if text.trim().is_empty() {
        "found nothing"
    } else if text.contains("-----BEGIN") {
        "found a PEM block that does not end, or whose Base64 is damaged"
    } else if text.trim().bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=\r\n".contains(&byte)) {
        "found bare Base64"
    } else {
        "found something else"
    }
}

fn wrong_kind(tag: &str, needed: &'static str) -> KeyError {
    let found = match tag {
        "PRIVATE KEY" | "RSA PRIVATE KEY" => "a private key".to_owned(),
        "PUBLIC KEY" | "RSA PUBLIC KEY" => "a public key".to_owned(),
        "CERTIFICATE" => "a certificate".to_owned(),
        "CERTIFICATE REQUEST" => "a certificate request".to_owned(),
        "EC PRIVATE KEY" => "an elliptic-curve private key".to_owned(),
        other => format!("`{other}`"),
    };
    KeyError::WrongKind { found, needed }
}
