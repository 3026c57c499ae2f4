//! Faults of settings.

use std::borrow::Cow;

use super::hosts::BaseUrlProblem;
use crate::error::SharedError;
use crate::keys::{Binary, KeyError, SerialError};
use crate::text::{Given, escaped};
#[cfg(feature = "reqwest")]
use crate::transport::ProxyUrlError;
use crate::transport::Trouble;
use crate::validate::NotAHost;

/// A fault of a setting. Its text says what was expected; [`ConfigFault::remedy`] adds what else to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ConfigFault {
    /// The setting is missing.
    #[error("missing")]
    Missing,
    /// The APIv3 key is missing, and certificates are to be downloaded.
    #[error("missing; downloaded certificates are opened with it")]
    MissingForDownloads,
    /// No key of WeChat Pay is given, and none is to be downloaded.
    #[error("missing; give WeChat Pay's public key with its ID, or platform certificates, or have them downloaded")]
    MissingPlatformKey,
    /// Both a private key and a signer are given.
    #[error("a private key was given too; only one can sign")]
    TwoSigners,
    /// Both a merchant number and a brand ID are given.
    #[error("a merchant number was given too; a client calls as one of the two")]
    TwoCallers,
    /// The text is not the number of a merchant or a brand.
    #[error("{found} is not 1 to 32 digits")]
    NotANumber {
        /// The text.
        found: Given,
    },
    /// A key or a certificate is not usable.
    #[error("{}{error}", at(.path))]
    Key {
        /// The file of the key; `None` if it was given as text, or if the error names the file.
        path: Option<String>,
        /// The error of the key or certificate.
        #[source]
        error: KeyError,
    },
    /// A further certificate authority is not usable.
    #[error("{}{error}", at(.path))]
    Authority {
        /// The file of the certificate; `None` if it was given as text, or if the error names the file.
        path: Option<String>,
        /// The error of the certificate.
        #[source]
        error: KeyError,
    },
    /// The text is not an APIv3 key.
    #[error("{}{problem}", at(.path))]
    ApiV3Key {
        /// The file of the key; `None` if it was given as text.
        path: Option<String>,
        /// The fault of the key.
        problem: ApiV3KeyProblem,
    },
    /// The previous APIv3 key equals the current one.
    #[error("the same as `api_v3_key`")]
    SameKey,
    /// A previous APIv3 key is given without a current one.
    #[error("given without `api_v3_key`")]
    PreviousAlone,
    /// The text is not the serial of a merchant's certificate.
    #[error("{0}")]
    Serial(#[source] SerialError),
    /// The serial that is set differs from that of the certificate.
    #[error("{set} is set, but the certificate has the serial {certificate}")]
    OtherSerial {
        /// The serial that is set.
        set: Given,
        /// The serial of the certificate.
        certificate: String,
    },
    /// The serial of WeChat Pay's certificate is set as the merchant's.
    #[error("{serial} is the serial of WeChat Pay's certificate, {}", origin(.path))]
    PlatformSerial {
        /// The serial.
        serial: String,
        /// The file of WeChat Pay's certificate; `None` if it was given as text.
        path: Option<String>,
    },
    /// The text is not the ID of a public key.
    #[error("{found} is not the ID of a public key")]
    NotAnId {
        /// The text.
        found: Given,
    },
    /// A brand has no platform certificates.
    #[error("a brand has no platform certificates; give WeChat Pay's public key with its ID")]
    NotForBrands,
    /// No crypto library is compiled in.
    #[error("no crypto library is compiled in; turn on the feature `aws-lc`, or give a backend")]
    NoBackend,
    /// The list is empty, but needs an entry.
    #[error("the list is empty")]
    EmptyList,
    /// The base URL has a user name or a password. The error does not repeat it.
    #[error("a user name or password does not belong into a base URL")]
    Credentials,
    /// The text is not a base URL.
    #[error("{found} {problem}")]
    BaseUrl {
        /// The text.
        found: Given,
        /// The fault of the text.
        problem: BaseUrlProblem,
    },
    /// The text is not a host.
    #[error("{0}")]
    Host(#[source] NotAHost),
    /// The text is not the URL of a proxy.
    #[cfg(feature = "reqwest")]
    #[error("{0}")]
    Proxy(#[source] ProxyUrlError),
    /// The setting is for the ready-made transport, but another transport is given.
    #[error("this is for the ready-made transport, but another was given with `transport`")]
    OtherTransport,
    /// No transport is given, and the enabled features include none.
    #[error("the feature `reqwest` is off; give a transport")]
    NoTransport,
    /// The ready-made transport cannot be built.
    #[error("{error}")]
    Transport {
        /// The transport's error.
        #[source]
        error: SharedError,
        /// The cause, if it is a known one.
        trouble: Option<Trouble>,
    },
    /// The thread of a blocking client cannot be started.
    #[error("the thread cannot be started: {0}")]
    Thread(#[source] SharedError),
    /// A variable is not UTF-8.
    #[error("is not text in UTF-8")]
    NotUtf8,
    /// A variable is neither `true` nor `false`.
    #[error("is neither `true` nor `false`")]
    NotABoolean,
    /// Two variables for the same setting are set.
    #[error("`{one}` and `{other}` are both set; leave one of them out")]
    Both {
        /// The name of the first.
        one: String,
        /// The name of the second.
        other: String,
    },
    /// The ID of a public key is given without the key.
    #[error("the ID is set, and the key is missing")]
    IdAlone,
    /// A public key is given without its ID.
    #[error("the key is set, and its ID is missing")]
    KeyAlone,
    /// The backup URL is given without the base URL.
    #[error("the backup URL is set, and the base URL is missing")]
    BackupAlone,
}

/// A fault of a text that should be an APIv3 key. The error does not repeat the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ApiV3KeyProblem {
    /// The file is not text.
    #[error("expected 32 letters and digits, found {0}")]
    Binary(Binary),
    /// The text is a PEM block.
    #[error("expected 32 letters and digits, found a PEM block")]
    Pem,
    /// The text has the key, and something around it.
    #[error("has the key, but also something around it: spaces, quotes, a name or a byte order mark (BOM)")]
    Surrounded,
    /// The text has 32 bytes, but not all of them are letters, digits or marks.
    #[error("has characters that are not ASCII, or spaces")]
    NotAscii,
    /// The text has another length, in bytes.
    #[error("has {0} bytes, not 32 ASCII characters")]
    Length(usize),
}

impl ConfigFault {
    /// Returns what to do, if that is more than to correct the setting.
    #[must_use]
    pub fn remedy(&self) -> Option<Cow<'static, str>> {
        let remedy = match self {
            Self::NotANumber { found } if super::merchant::is_number(found.as_str().trim()) => {
                "remove the spaces around it"
            }
            Self::Key { error, .. } => error.remedy(),
            // The usual remedy points to the merchant platform, which does not provide authorities.
            Self::Authority {
                error: KeyError::NotPem(_) | KeyError::Damaged(_) | KeyError::NotCertificate(_), ..
            } => return None,
            Self::Authority { error, .. } => error.remedy(),
            Self::ApiV3Key { problem, .. } => problem.remedy(),
            Self::Serial(error) => return Some(error.remedy().into()),
            Self::OtherSerial { .. } => "leave it out, or give the certificate that belongs to the private key",
            Self::PlatformSerial { .. } => "give that of the merchant's own certificate, apiclient_cert.pem",
            Self::NotAnId { .. } => {
                "`PUB_KEY_ID_` and digits, all of it in upper case, as the merchant platform shows it"
            }
            Self::Transport { trouble: Some(Trouble::Descriptors), .. } => {
                "raise this process's limit of file descriptors (`ulimit -n`)"
            }
            Self::Transport { .. } => {
                "install ca-certificates, or give the authorities as a file with `root_certificate`"
            }
            _ => return None,
        };
        Some(remedy.into())
    }

    /// Tells whether the setting is missing.
    pub(super) fn is_missing(&self) -> bool {
        matches!(self, Self::Missing | Self::MissingForDownloads | Self::MissingPlatformKey)
    }
}

impl ApiV3KeyProblem {
    fn remedy(self) -> &'static str {
        match self {
            Self::Binary(_) | Self::Pem => {
                "no file of the merchant platform has the APIv3 key (APIv3密钥): it was typed in there (API安全)"
            }
            Self::Surrounded => "remove everything but the 32 characters",
            Self::NotAscii | Self::Length(_) => {
                "copy it again; if it is lost, set a new one on the merchant platform (API安全), for every program that uses it"
            }
        }
    }
}

/// The file and a colon, to begin an error text.
fn at(path: &Option<String>) -> String {
    path.as_ref().map_or_else(String::new, |path| format!("{}: ", escaped(path)))
}

/// The file, or that there is no file.
pub(super) fn origin(path: &Option<String>) -> String {
    path.as_ref().map_or_else(|| "given as text".to_owned(), |path| escaped(path).to_string())
}
