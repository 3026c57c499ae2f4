//! Keys that `openssl` makes, which exist for as long as a test runs, and its operations with them: it signs, verifies, encrypts
//! and decrypts independently of the backends.
//!
//! A test that cannot run `openssl` panics with its error.

use std::io::Write as _;
use std::sync::OnceLock;

use tempfile::NamedTempFile;
use wxpay::crypto::{Backend, PrivateKey};
use wxpay::keys::private_key_der;

use crate::capture::secret;
use crate::leaks::Kind;
use crate::openssl;

/// An RSA key pair.
pub struct Key {
    /// The private key as `PRIVATE KEY`.
    pub pkcs8: String,
    /// The public key as `PUBLIC KEY`.
    pub spki: String,
}

impl Key {
    /// Makes a key.
    #[must_use]
    pub fn new(bits: u32) -> Self {
        let bits = format!("rsa_keygen_bits:{bits}");
        let pkcs8 = text(&["genpkey", "-algorithm", "RSA", "-pkeyopt", &bits], b"");
        let spki = text(&["pkey", "-pubout"], pkcs8.as_bytes());
        secret(Kind::PrivateKey, &pkcs8);
        Self { pkcs8, spki }
    }

    /// The RSA-2048 key that all tests of a process share.
    pub fn shared() -> &'static Self {
        static KEY: OnceLock<Key> = OnceLock::new();
        KEY.get_or_init(|| Self::new(2048))
    }

    /// Another RSA-2048 key.
    pub fn other() -> &'static Self {
        static KEY: OnceLock<Key> = OnceLock::new();
        KEY.get_or_init(|| Self::new(2048))
    }

    /// The private key in the form of `backend`.
    #[must_use]
    pub fn private(&self, backend: Backend) -> PrivateKey {
        private(backend, &self.pkcs8)
    }

    /// The private key as `RSA PRIVATE KEY`.
    #[must_use]
    pub fn pkcs1(&self) -> String {
        text(&["rsa", "-traditional"], self.pkcs8.as_bytes())
    }

    /// The public key as `RSA PUBLIC KEY`.
    #[must_use]
    pub fn public_pkcs1(&self) -> String {
        text(&["rsa", "-RSAPublicKey_out"], self.pkcs8.as_bytes())
    }

    /// A self-signed certificate with this serial number (`0x..`).
    #[must_use]
    pub fn certificate(&self, serial: &str) -> String {
        certificate(&self.pkcs8, serial)
    }

    /// Signs with RSASSA-PKCS1-v1_5 and SHA-256.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        self.sign_as(message, &["-sha256"])
    }

    /// Signs with another scheme, given as options of `openssl dgst`.
    #[must_use]
    pub fn sign_as(&self, message: &[u8], scheme: &[&str]) -> Vec<u8> {
        let key = File::new(self.pkcs8.as_bytes());
        run(&[&["dgst", "-sign", key.path()], scheme].concat(), message)
    }

    /// Returns true if `signature` is this key's signature over `message`.
    #[must_use]
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        let (key, signature) = (File::new(self.spki.as_bytes()), File::new(signature));
        openssl(&["dgst", "-sha256", "-verify", key.path(), "-signature", signature.path()], message).is_ok()
    }

    /// Encrypts with the padding in `options`, each an argument of `-pkeyopt`.
    #[must_use]
    pub fn encrypt(&self, plain: &[u8], options: &[&str]) -> Vec<u8> {
        let key = File::new(self.spki.as_bytes());
        run(&with_options(&["pkeyutl", "-encrypt", "-pubin", "-inkey", key.path()], options), plain)
    }

    /// Decrypts with the padding in `options`, as [`Key::encrypt`].
    #[must_use]
    pub fn decrypt(&self, ciphertext: &[u8], options: &[&str]) -> Vec<u8> {
        let key = File::new(self.pkcs8.as_bytes());
        run(&with_options(&["pkeyutl", "-decrypt", "-inkey", key.path()], options), ciphertext)
    }
}

/// The padding of sensitive members.
pub const OAEP_SHA1: &[&str] = &["rsa_padding_mode:oaep", "rsa_oaep_md:sha1", "rsa_mgf1_md:sha1"];
/// OAEP with the digest that one page of WeChat Pay recommends and no code uses.
pub const OAEP_SHA256: &[&str] = &["rsa_padding_mode:oaep", "rsa_oaep_md:sha256", "rsa_mgf1_md:sha256"];
/// The older padding, PKCS#1 v1.5, whose decryption is an oracle.
pub const PKCS1_V1_5: &[&str] = &["rsa_padding_mode:pkcs1"];

/// A private key in PEM, in the form of `backend`.
///
/// # Panics
/// The text is not a private key.
#[must_use]
pub fn private(backend: Backend, pem: &str) -> PrivateKey {
    let der = private_key_der(pem).expect("a private key in PEM");
    backend.private_key(&der).expect("a private key")
}

/// A self-signed certificate for any private key.
#[must_use]
pub fn certificate(private_key: &str, serial: &str) -> String {
    let key = File::new(private_key.as_bytes());
    let subject = ["-subj", "/CN=1900000001", "-days", "30", "-set_serial", serial];
    text(&[&["req", "-x509", "-new", "-key", key.path()][..], &subject].concat(), b"")
}

/// A certificate request for a private key.
#[must_use]
pub fn certificate_request(private_key: &str) -> String {
    let key = File::new(private_key.as_bytes());
    text(&["req", "-new", "-subj", "/CN=1900000001", "-key", key.path()], b"")
}

/// Runs `openssl` with these arguments and returns its output as text.
#[must_use]
pub fn text(arguments: &[&str], input: &[u8]) -> String {
    String::from_utf8(run(arguments, input)).expect("openssl prints text")
}

/// Runs `openssl` with these arguments and this input, and returns its output.
#[must_use]
pub fn run(arguments: &[&str], input: &[u8]) -> Vec<u8> {
    openssl(arguments, input).unwrap_or_else(|error| panic!("{error}"))
}

fn with_options<'a>(arguments: &[&'a str], options: &[&'a str]) -> Vec<&'a str> {
    arguments.iter().copied().chain(options.iter().flat_map(|option| ["-pkeyopt", *option])).collect()
}

/// A file that only its owner can read and that is deleted when it is dropped.
struct File(NamedTempFile);

impl File {
    fn new(content: &[u8]) -> Self {
        let mut file = NamedTempFile::new().expect("a temporary file");
        file.write_all(content).expect("a temporary file takes a key");
        Self(file)
    }

    fn path(&self) -> &str {
        self.0.path().to_str().expect("a temporary directory with a name in UTF-8")
    }
}
