//! Errors of keys and certificates, with remedies.

use std::error::Error as StdError;
use std::fmt;

use crate::error::SharedError;
use crate::text::{Given, escaped, worded};

/// A key or certificate that cannot be used. The message says what was expected and what was found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeyError {
    /// The file cannot be read.
    #[error("{} cannot be read: {source}", escaped(.path))]
    Unreadable {
        /// The path of the file.
        path: String,
        /// The system's error.
        source: SharedError,
    },
    /// The file is empty.
    #[error("{} cannot be read: it is empty", escaped(.0))]
    EmptyFile(String),
    /// The file is too large for a key.
    #[error("{} cannot be read: it has {limit} bytes or more, too many for a key", escaped(.path))]
    LargeFile {
        /// The path of the file.
        path: String,
        /// A size in bytes that is too large for a key.
        limit: usize,
    },
    /// The path is not that of a file.
    #[error("{} is {found}, where a file is needed", escaped(.path))]
    NoFile {
        /// The path.
        path: String,
        /// The thing that the path names, such as a folder.
        found: &'static str,
    },
    /// A key was given in place of a path. The error does not repeat it.
    #[error("expected a path; give a key itself to the setting that ends in `_pem`")]
    NoPath,
    /// The file is not text.
    #[error("expected a PEM block (`-----BEGIN ..-----`), found {0}")]
    Binary(Binary),
    /// The text has no PEM block.
    #[error("expected a PEM block (`-----BEGIN ..-----`), found {0}")]
    NotPem(NotPem),
    /// The line breaks of the PEM block are written as a backslash and an `n`, as in JSON or a shell.
    #[error("expected a PEM block, found one whose line breaks are written as `\\n`, in two characters")]
    WrittenLineBreaks,
    /// The PEM block is of another kind.
    #[error("expected {needed}, found {}", escaped(.found))]
    WrongKind {
        /// The kind of the PEM block.
        found: String,
        /// The kind that is needed.
        needed: &'static str,
    },
    /// The private key is protected by a passphrase.
    #[error("the private key is protected by a passphrase")]
    Passphrase,
    /// The key is the merchant's own, such as `apiclient_cert.pem` in place of WeChat Pay's certificate.
    #[error("this is the merchant's own key, not WeChat Pay's")]
    Own,
    /// The certificate is another merchant's, or not a merchant's.
    #[error("the certificate is issued to {}, and `mchid` is {expected}", escaped(.found))]
    OtherMerchant {
        /// The merchant number that is set.
        expected: Given,
        /// The common name of the certificate.
        found: String,
    },
    /// The certificate belongs to another private key.
    #[error("does not belong to the private key that was given")]
    OtherKey,
    /// The certificate is a merchant's, in place of WeChat Pay's.
    #[error("expected a certificate of WeChat Pay, found one that is issued to merchant {}", escaped(.0))]
    Merchants(String),
    /// The PEM block cannot be parsed.
    #[error("damaged: {0}")]
    Damaged(#[source] SharedError),
    /// The PEM block's content is not an X.509 certificate.
    #[error("damaged: not an X.509 certificate: {0}")]
    NotCertificate(#[source] SharedError),
    /// The key is for another algorithm than RSA. The error names it.
    #[error("not a usable RSA key of at least 2048 bits: found {}", escaped(.0))]
    OtherAlgorithm(String),
    /// The key has another size than 2048 to 8192 bits.
    #[error("not a usable RSA key of at least 2048 bits: it has {0} bits")]
    Size(u32),
    /// The crypto library refuses the key: it is too small, or its numbers are wrong.
    #[error("not a usable RSA key of at least 2048 bits: {0}")]
    Rejected(#[source] SharedError),
    /// The crypto library cannot convert the key.
    #[error("not a usable RSA key of at least 2048 bits: it cannot be converted")]
    Unconvertible,
}

worded! {
    /// The content that is there in place of a PEM block.
    #[non_exhaustive]
    pub enum NotPem {
        Nothing = "nothing",
        Broken = "a PEM block that does not end, or whose Base64 is damaged",
        FileName = "what looks like a file's name",
        Base64 = "bare Base64",
        Other = "something else",
    }
}

/// A file that is not text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Binary {
    /// `apiclient_cert.p12`: certificate and private key together.
    Pkcs12,
    /// A private key in DER.
    PrivateKey,
    /// A public key in DER.
    PublicKey,
    /// A certificate in DER.
    Certificate,
    /// Text in UTF-16.
    Utf16,
    /// Anything else.
    Unknown,
}

impl fmt::Display for Binary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pkcs12 => "a PKCS#12 file (`apiclient_cert.p12`)",
            Self::PrivateKey => "a private key in DER",
            Self::PublicKey => "a public key in DER",
            Self::Certificate => "a certificate in DER",
            Self::Utf16 => "text in UTF-16",
            Self::Unknown => "a file that is not text",
        })
    }
}

impl KeyError {
    /// The error of a key that a crypto library refuses: the library's own error, or a text.
    pub fn rejected(error: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::Rejected(SharedError::new(error))
    }

    /// Returns what to do. Commands can be run as they are, with the given file for `FILE`.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } | Self::EmptyFile(_) | Self::LargeFile { .. } => {
                "look at the path and at the mode of the file"
            }
            Self::NoFile { .. } => "give the path of a file, or of a pipe",
            Self::NoPath => "write it to a file of mode 600, and give the file's path",
            Self::Binary(binary) => binary.remedy(),
            Self::WrittenLineBreaks => "`printf '%b' \"$KEY\"` in a shell, `.replace(\"\\\\n\", \"\\n\")` in Rust",
            Self::NotPem(NotPem::FileName) => {
                "give it to the setting for a path: a method that ends in `_file`, a variable without `_PEM`"
            }
            Self::Passphrase => "`openssl pkey -in FILE -out PLAIN` writes it without one",
            Self::WrongKind { found, needed } => mixed_up(found, needed),
            Self::Own => {
                "give WeChat Pay's public key (微信支付公钥) or platform certificate (微信支付平台证书); the merchant's own key \
                 never signs what WeChat Pay sends"
            }
            Self::OtherMerchant { found, .. } if !found.starts_with(WECHAT_PAY) => {
                "give `apiclient_cert.pem` of the merchant that `mchid` names, or the number of the certificate's merchant"
            }
            Self::OtherMerchant { .. } => {
                "WeChat Pay's platform certificate goes to `platform_certificate`; give `apiclient_cert.pem` here"
            }
            Self::OtherKey => "give `apiclient_key.pem` and `apiclient_cert.pem` of one download",
            Self::Merchants(_) => "`wxpay certs --out DIR` downloads WeChat Pay's",
            Self::NotPem(_)
            | Self::Damaged(_)
            | Self::NotCertificate(_)
            | Self::OtherAlgorithm(_)
            | Self::Size(_)
            | Self::Rejected(_)
            | Self::Unconvertible => {
                "give the file as the merchant platform (商户平台, API安全) provides it, RSA of 2048 bits"
            }
        }
    }
}

impl Binary {
    fn remedy(self) -> &'static str {
        match self {
            Self::Pkcs12 => {
                "`apiclient_key.pem` and `apiclient_cert.pem` beside it have the same key and certificate; or `openssl pkcs12 \
                 -in FILE -nodes -nocerts -out apiclient_key.pem` (`-nokeys` for the certificate; the password is the \
                 merchant number; OpenSSL 3 may want `-legacy`)"
            }
            Self::PrivateKey => "`openssl pkey -inform DER -in FILE -out apiclient_key.pem`",
            Self::PublicKey => "`openssl pkey -pubin -inform DER -in FILE -out pub_key.pem`",
            Self::Certificate => "`openssl x509 -inform DER -in FILE -out CERTIFICATE.pem`",
            Self::Utf16 => "save it as UTF-8",
            Self::Unknown => "give the file as the merchant platform (商户平台, API安全) provides it",
        }
    }
}

fn mixed_up(found: &str, needed: &str) -> &'static str {
    match (found, needed) {
        (CERTIFICATE, PUBLIC_KEY) => {
            "a platform certificate goes to `platform_certificate`; the public key (微信支付公钥) comes from the merchant \
             platform (API安全), with its ID"
        }
        (PUBLIC, needed) if needed != PUBLIC_KEY => {
            "WeChat Pay's public key (微信支付公钥) goes to `platform_public_key`, with its ID"
        }
        (PRIVATE, needed) if needed != PRIVATE_KEY => {
            "the merchant's private key goes to `private_key` and to nothing else"
        }
        _ => "give the file that is named here; it is in the download of the merchant platform (商户平台, API安全)",
    }
}

pub(crate) const PRIVATE: &str = "a private key";
pub(crate) const PUBLIC: &str = "a public key";
pub(crate) const CERTIFICATE: &str = "a certificate";
pub(crate) const PRIVATE_KEY: &str = "the merchant's private key (`apiclient_key.pem`)";
pub(crate) const PUBLIC_KEY: &str = "a public key (`pub_key.pem`)";

/// The beginning of the common name of WeChat Pay's certificates.
pub(crate) const WECHAT_PAY: &str = "Tenpay.com";
