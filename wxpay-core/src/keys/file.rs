//! Files with keys and certificates: read once. The error about another file names its kind.

use std::fs::{File, FileType};
use std::io::{self, Read as _};
use std::path::Path;

use x509_cert::der::asn1::AnyRef;
use x509_cert::der::{Decode as _, Tag, Tagged as _};
use zeroize::Zeroizing;

use super::{Binary, KeyError};
use crate::error::SharedError;
use crate::text::looks_like_a_key;

/// Reads the text of a file with a key or a certificate. It may be a regular file, or a pipe, which is read once.
///
/// # Errors
/// The path is a key itself, which the error does not repeat; or the file does not exist, cannot be read, is too large for a key,
/// or is not text.
pub fn read_key_file(path: &Path) -> Result<Zeroizing<String>, KeyError> {
    let name = path.display().to_string();
    // A path may have 32 characters, like an APIv3 key. If something exists there, the text is a path.
    if name.len() > LONGEST_PATH || looks_like_a_key(&name) && !path.exists() {
        return Err(KeyError::NoPath);
    }
    let unreadable = |error: io::Error| KeyError::Unreadable { path: name.clone(), source: SharedError::new(error) };
    // A pipe without a writer is waited for, as `cat` waits. A device is not even read.
    let metadata = std::fs::metadata(path).map_err(unreadable)?;
    let kind = metadata.file_type();
    // The files of /proc also have a length of 0, and some of them never end.
    if kind.is_file() && metadata.len() == 0 {
        return Err(KeyError::EmptyFile(name));
    }
    if let Some(found) = no_file(kind) {
        return Err(KeyError::NoFile { path: name, found });
    }
    let mut content = Zeroizing::new(Vec::with_capacity(LARGEST));
    let read = File::open(path).and_then(|file| file.take(LARGEST as u64).read_to_end(&mut content));
    match read.map_err(unreadable)? {
        LARGEST.. => Err(KeyError::LargeFile { path: name, limit: LARGEST }),
        _ => text(&content),
    }
}

/// The kind of what a path names, if it is neither a regular file nor a pipe.
fn no_file(kind: FileType) -> Option<&'static str> {
    if kind.is_dir() {
        return Some("a folder");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt as _;
        if kind.is_socket() {
            return Some("a socket");
        }
        if kind.is_block_device() || kind.is_char_device() {
            return Some("a device");
        }
    }
    None
}

fn text(content: &[u8]) -> Result<Zeroizing<String>, KeyError> {
    if let Some(binary) = binary(content) {
        return Err(KeyError::Binary(binary));
    }
    // Editors on Windows put a byte order mark before the text.
    match std::str::from_utf8(content.strip_prefix("\u{feff}".as_bytes()).unwrap_or(content)) {
        Ok(text) => Ok(Zeroizing::new(text.to_owned())),
        Err(_) => Err(KeyError::Binary(Binary::Unknown)),
    }
}

/// DER and UTF-16 are not UTF-8: in DER as long as a key, the length begins with a byte that is not ASCII.
fn binary(content: &[u8]) -> Option<Binary> {
    if matches!(content, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) {
        return Some(Binary::Utf16);
    }
    if !matches!(content, [0x30, 0x80..=0xff, ..]) {
        return None;
    }
    // Java writes PKCS#12 in BER, with indefinite lengths.
    if content.starts_with(&[0x30, 0x80, 0x02, 0x01, 0x03]) {
        return Some(Binary::Pkcs12);
    }
    Some(first_members(content).map_or(Binary::Unknown, |[first, second]| match (first, second) {
        // PFX: version 3, then its content.
        ((Tag::Integer, [3]), _) => Binary::Pkcs12,
        // PKCS#8 and PKCS#1: version 0; with a passphrase: the algorithm of its encryption, then the key.
        ((Tag::Integer, [0]), _) | ((Tag::Sequence, _), (Tag::OctetString, _)) => Binary::PrivateKey,
        // SPKI: the algorithm, then the key; PKCS#1: modulus, then exponent.
        (_, (Tag::BitString, _)) | ((Tag::Integer, _), (Tag::Integer, _)) => Binary::PublicKey,
        // The signed part, then the algorithm of the signature.
        ((Tag::Sequence, _), (Tag::Sequence, _)) => Binary::Certificate,
        _ => Binary::Unknown,
    }))
}

type Member<'a> = (Tag, &'a [u8]);

fn first_members(der: &[u8]) -> Option<[Member<'_>; 2]> {
    // Bytes after it, such as a line break, do not change its kind.
    let outer = AnyRef::decode(&mut x509_cert::der::SliceReader::new(der).ok()?).ok()?;
    let mut members = x509_cert::der::SliceReader::new(outer.value()).ok()?;
    let mut next = || AnyRef::decode(&mut members).ok().map(|member| (member.tag(), member.value()));
    Some([next()?, next()?])
}

/// In bytes; a chain of certificates of 4096 bits needs less than a third of it.
const LARGEST: usize = 64 << 10;
/// The longest path that errors show. The Base64 of an RSA-2048 private key is longer.
const LONGEST_PATH: usize = 1024;
