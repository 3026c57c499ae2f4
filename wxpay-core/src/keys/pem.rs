//! PEM blocks: their kinds, and the errors about a wrong kind.

use ::pem::Pem;
use x509_cert::der::asn1::{AnyRef, ObjectIdentifier};
use x509_cert::der::{self, Decode as _, Reader as _, Tag, Tagged as _};
use zeroize::Zeroizing;

use super::{KeyError, NotPem, PrivateKeyDer};
use crate::crypto::key_error::{CERTIFICATE, PRIVATE, PRIVATE_KEY, PUBLIC, PUBLIC_KEY};
use crate::error::SharedError;
use crate::text::looks_like_a_key;

/// Reads the private key in `pem`, in PKCS#8 or PKCS#1 form.
///
/// # Errors
/// The text has no such block, has something else, or the key needs a passphrase.
pub fn private_key_der(pem: &str) -> Result<PrivateKeyDer, KeyError> {
    let block = only_block(pem)?;
    let encrypted = block.headers().get("Proc-Type").is_some_and(|value| value.contains("ENCRYPTED"));
    match block.tag() {
        "PRIVATE KEY" => {
            let der = Zeroizing::new(block.into_contents());
            only_rsa(&der)?;
            Ok(PrivateKeyDer::Pkcs8(der))
        }
        "RSA PRIVATE KEY" if !encrypted => Ok(PrivateKeyDer::Pkcs1(Zeroizing::new(block.into_contents()))),
        "RSA PRIVATE KEY" | "ENCRYPTED PRIVATE KEY" => Err(KeyError::Passphrase),
        tag => Err(wrong_kind(tag, PRIVATE_KEY)),
    }
}

/// Reads the public key in `pem`, in SPKI or PKCS#1 form. A certificate is refused, although it has a public key inside, since
/// WeChat Pay never provides its public key as one.
///
/// # Errors
/// The text has no such block, or has something else.
pub fn public_key_der(pem: &str) -> Result<Vec<u8>, KeyError> {
    let block = only_block(pem)?;
    let der = match block.tag() {
        "PUBLIC KEY" | "RSA PUBLIC KEY" => block.into_contents(),
        tag => return Err(wrong_kind(tag, PUBLIC_KEY)),
    };
    only_rsa(&der)?;
    Ok(der)
}

pub(super) fn certificate_der(pem: &str) -> Result<Vec<u8>, KeyError> {
    let block = only_block(pem)?;
    match block.tag() {
        "CERTIFICATE" => Ok(block.into_contents()),
        tag => Err(wrong_kind(tag, "a certificate")),
    }
}

/// All certificates in `pem`, which must have nothing else.
#[cfg(feature = "reqwest")]
pub(crate) fn certificates_der(pem: &str) -> Result<Vec<Vec<u8>>, KeyError> {
    let blocks = blocks(pem)?.into_iter().map(|block| match block.tag() {
        "CERTIFICATE" => super::Certificate::from_der(block.contents()).map(|_| block.into_contents()),
        tag => Err(wrong_kind(tag, "certificates")),
    });
    blocks.collect()
}

fn only_block(text: &str) -> Result<Pem, KeyError> {
    let only = <[Pem; 1]>::try_from(blocks(text)?);
    only.map(|[block]| block).map_err(|blocks| {
        let tags: Vec<_> = blocks.iter().take(2).map(Pem::tag).collect();
        wrong_kind(&tags.join("` and `"), "one PEM block")
    })
}

/// All PEM blocks of the text; at least one.
fn blocks(text: &str) -> Result<Vec<Pem>, KeyError> {
    if text.contains("-----BEGIN") && text.contains("\\n") {
        return Err(KeyError::WrittenLineBreaks);
    }
    let blocks = ::pem::parse_many(text).map_err(|error| KeyError::Damaged(SharedError::new(error)))?;
    if blocks.is_empty() { Err(KeyError::NotPem(without_block(text))) } else { Ok(blocks) }
}

fn without_block(text: &str) -> NotPem {
    if text.trim().is_empty() {
        NotPem::Nothing
    } else if text.contains("-----BEGIN") {
        NotPem::Broken
    } else if text.trim().bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=\r\n".contains(&byte)) {
        if is_name(text.trim()) { NotPem::FileName } else { NotPem::Base64 }
    } else if is_name(text.trim()) {
        NotPem::FileName
    } else {
        NotPem::Other
    }
}

/// Tells whether the text looks like a file's name: with a folder or an ending.
fn is_name(text: &str) -> bool {
    let ending = text.rsplit_once('.').is_some_and(|(_, ending)| (2..=4).contains(&ending.len()));
    let folder = text.starts_with(['/', '.', '~']) || text.contains('\\');
    !looks_like_a_key(text) && (ending || folder)
}

fn wrong_kind(tag: &str, needed: &'static str) -> KeyError {
    let found = match tag {
        "PRIVATE KEY" | "RSA PRIVATE KEY" => PRIVATE.to_owned(),
        "PUBLIC KEY" | "RSA PUBLIC KEY" => PUBLIC.to_owned(),
        "CERTIFICATE" => CERTIFICATE.to_owned(),
        "CERTIFICATE REQUEST" => "a certificate request".to_owned(),
        "EC PRIVATE KEY" => "an elliptic-curve private key".to_owned(),
        other => format!("`{other}`"),
    };
    KeyError::WrongKind { found, needed }
}

/// Refuses a key for another algorithm with the name of the algorithm. A crypto library would only call the key damaged.
fn only_rsa(der: &[u8]) -> Result<(), KeyError> {
    let found = match algorithm(der) {
        None | Some(RSA) => return Ok(()),
        Some(RSA_PSS) => "an RSA-PSS key".to_owned(),
        Some(ELLIPTIC_CURVE) => "an elliptic-curve key (EC or SM2)".to_owned(),
        Some(ED25519) => "an Ed25519 key".to_owned(),
        Some(other) => format!("a key for the algorithm {other}"),
    };
    Err(KeyError::OtherAlgorithm(found))
}

/// The algorithm of a key in PKCS#8 form (a version, then the algorithm) or SPKI form (the algorithm). `None` in PKCS#1 form,
/// which has no algorithm, and if the key cannot be parsed, which the crypto library reports.
fn algorithm(der: &[u8]) -> Option<ObjectIdentifier> {
    let structure = AnyRef::from_der(der).ok()?;
    structure
        .sequence(|members| {
            let mut member = AnyRef::decode(members)?;
            if member.tag() == Tag::Integer {
                member = AnyRef::decode(members)?;
            }
            skip_rest(members)?;
            member.sequence(|algorithm| {
                let name = ObjectIdentifier::decode(algorithm)?;
                skip_rest(algorithm)?;
                Ok::<_, der::Error>(name)
            })
        })
        .ok()
}

fn skip_rest(reader: &mut der::SliceReader<'_>) -> der::Result<()> {
    reader.read_slice(reader.remaining_len()).map(|_| ())
}

const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const RSA_PSS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.10");
const ELLIPTIC_CURVE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");
