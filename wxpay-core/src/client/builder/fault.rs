//! What can be wrong with a setting.

use std::borrow::Cow;

use super::hosts::BaseUrlProblem;
use crate::error::SharedError;
use crate::keys::{Binary, KeyError, SerialError};
use crate::text::{Given, escaped};
#[cfg(feature = "reqwest")]
use crate::transport::ProxyUrlError;
use crate::transport::Trouble;
use crate::validate::NotAHost;

/// What is wrong with a setting. Its text says what was expected; [`ConfigFault::remedy`] says what else to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ConfigFault {
    /// It is not set.
    #[error("missing")]
    Missing,
    /// There is no APIv3 key, and certificates are to be downloaded.
    #[error("missing; downloaded certificates are opened with it")]
    MissingForDownloads,
    /// There is no key of WeChat Pay, and none is to be downloaded.
    #[error("missing; give WeChat Pay's public key with its ID, or platform certificates, or have them downloaded")]
    MissingPlatformKey,
    /// Both a private key and a signer are given.
    #[error("a private key was given too; only one can sign")]
    TwoSigners,
    /// Both a merchant number and a brand ID are given.
    #[error("a merchant number was given too; it calls as one of both")]
    TwoCallers,
    /// It is not the number of a merchant or a brand.
    #[error("{found} is not 1 to 32 digits")]
    NotANumber {
        /// The text.
        found: Given,
    },
    /// A key or a certificate is not usable.
    #[error("{}{error}", at(.path))]
    Key {
        /// The file that has it; `None` if it was given as text, or if the error names it.
        path: Option<String>,
        /// What is wrong with it.
        #[source]
        error: KeyError,
    },
    /// A further certificate authority is not usable.
    #[error("{}{error}", at(.path))]
    Authority {
        /// The file that has it; `None` if it was given as text, or if the error names it.
        path: Option<String>,
        /// What is wrong with it.
        #[source]
        error: KeyError,
    },
    /// An APIv3 key is something else.
    #[error("{}{problem}", at(.path))]
    ApiV3Key {
        /// The file that has it; `None` if it was given as text.
        path: Option<String>,
        /// What is wrong with it.
        problem: ApiV3KeyProblem,
    },
    /// The previous APIv3 key is the present one.
    #[error("the same as `api_v3_key`")]
    SameKey,
    /// There is a previous APIv3 key, and no present one.
    #[error("given without `api_v3_key`")]
    PreviousAlone,
    /// It is not the serial of a merchant's certificate.
    #[error("{0}")]
    Serial(#[source] SerialError),
    /// The certificate has another serial than the one that is set.
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
        /// The file that has WeChat Pay's certificate; `None` if it was given as text.
        path: Option<String>,
    },
    /// It is not the ID of a public key.
    #[error("{found} is not the ID of a public key")]
    NotAnId {
        /// The text.
        found: Given,
    },
    /// A brand has no platform certificates.
    #[error("a brand has no platform certificates; give WeChat Pay's public key with its ID")]
    NotForBrands,
    /// There is no crypto library.
    #[error("no crypto library is compiled in; turn on the feature `aws-lc`, or give a backend")]
    NoBackend,
    /// A list that should have something in it is empty.
    #[error("the list is empty")]
    EmptyList,
    /// It has a user name or a password, and is not repeated.
    #[error("a user name or password does not belong into a base URL")]
    Credentials,
    /// It is not a base URL.
    #[error("{found} {problem}")]
    BaseUrl {
        /// The text.
        found: Given,
        /// What is wrong with it.
        problem: BaseUrlProblem,
    },
    /// It does not name a host.
    #[error("{0}")]
    Host(#[source] NotAHost),
    /// It is not the URL of a proxy.
    #[cfg(feature = "reqwest")]
    #[error("{0}")]
    Proxy(#[source] ProxyUrlError),
    /// It is for the ready-made transport, and another was given.
    #[error("this is for the ready-made transport, but another was given with `transport`")]
    OtherTransport,
    /// No transport is given, and the features bring none.
    #[error("the feature `reqwest` is off, so one must be given")]
    NoTransport,
    /// The ready-made transport does not start.
    #[error("{error}")]
    Transport {
        /// Its error.
        #[source]
        error: SharedError,
        /// What usually helps.
        trouble: Option<Trouble>,
    },
    /// The thread of a blocking client does not start.
    #[error("no thread: {0}")]
    Thread(#[source] SharedError),
    /// A variable is not UTF-8.
    #[error("is not text in UTF-8")]
    NotUtf8,
    /// A variable is neither `true` nor `false`.
    #[error("is neither `true` nor `false`")]
    NotABoolean,
    /// Two variables give the same.
    #[error("`{one}` and `{other}` are both set; leave one of them out")]
    Both {
        /// The name of one.
        one: String,
        /// The name of the other.
        other: String,
    },
    /// The ID of a public key is given, and the key is not.
    #[error("the ID is set, and the key is missing")]
    IdAlone,
    /// A public key is given, and its ID is not.
    #[error("the key is set, and its ID is missing")]
    KeyAlone,
    /// The backup URL is given, and the base URL is not.
    #[error("the backup URL is set, and the base URL is missing")]
    BackupAlone,
}

/// What is wrong with a text that should be an APIv3 key. It is not repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ApiV3KeyProblem {
    /// The file is not text.
    #[error("found {0}, needed 32 letters and digits")]
    Binary(Binary),
    /// It is a PEM block.
    #[error("found a PEM block, needed 32 letters and digits")]
    Pem,
    /// The key is there, and something around it.
    #[error("has the key, and more around it: blanks, quotes, a name, or a mark of the editor's (BOM)")]
    Surrounded,
    /// Not all of its 32 bytes are letters, digits or marks.
    #[error("has characters that are not ASCII, or blanks")]
    NotAscii,
    /// It has another length, in bytes.
    #[error("has {0} bytes, not 32 ASCII characters")]
    Length(usize),
}

impl ConfigFault {
    /// What to do about it, where that is more than to set it right.
    #[must_use]
    pub fn remedy(&self) -> Option<Cow<'static, str>> {
        let remedy = match self {
            Self::NotANumber { found } if super::merchant::is_number(found.as_str().trim()) => {
                "take away the blanks around it"
            }
            Self::Key { error, .. } => error.remedy(),
            // The usual remedy tells to look at the merchant platform, which hands out no authority.
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

    /// Tells that a setting is not there.
    pub(super) fn is_missing(&self) -> bool {
        matches!(self, Self::Missing | Self::MissingForDownloads | Self::MissingPlatformKey)
    }
}

impl ApiV3KeyProblem {
    fn remedy(self) -> &'static str {
        match self {
            Self::Binary(_) | Self::Pem => {
                "the APIv3 key (APIv3密钥) is in no file of the merchant platform: it was typed in there (API安全)"
            }
            Self::Surrounded => "leave nothing but the 32 characters",
            Self::NotAscii | Self::Length(_) => {
                "copy it once more; one that is lost is set anew on the merchant platform (API安全), for all that use it"
            }
        }
    }
}

/// The file, in front of what is wrong in it.
fn at(path: &Option<String>) -> String {
    path.as_ref().map_or_else(String::new, |path| format!("{}: ", escaped(path)))
}

/// The file, or that there is none.
pub(super) fn origin(path: &Option<String>) -> String {
    path.as_ref().map_or_else(|| "given as text".to_owned(), |path| escaped(path).to_string())
}
