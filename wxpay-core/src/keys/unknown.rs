//! The name of an unknown key in a signature: its kind, and its meaning.

use std::fmt;

use super::{PUBLIC_KEY_ID_PREFIX, certificate_serial};

/// The difference between the name of a key in a message and the names that are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UnknownKey {
    /// The name is a known one in another spelling: another letter case, with colons or spaces, or without `PUB_KEY_ID_`.
    Spelling,
    /// The name is the ID of a public key of WeChat Pay (微信支付公钥ID), and no public key is known.
    PublicKey,
    /// The name is the ID of another public key than the known one.
    OtherPublicKey,
    /// The name is a certificate's serial number, and no certificate is known.
    Certificate,
    /// The name is the serial number of another certificate than the known ones.
    OtherCertificate,
    /// The name is that of the merchant's own key, in place of WeChat Pay's.
    Merchants,
    /// The name is that of a key of WeChat Pay, in place of the merchant's certificate.
    WechatPays,
    /// The name has neither the form of a serial number nor that of an ID.
    Form,
}

impl UnknownKey {
    /// Examines a name that should be that of a key of WeChat Pay. `known` are the names of its keys.
    #[must_use]
    pub fn of_platform<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let (mut public_key, mut certificate) = (false, false);
        for known in known {
            if is_same(name, known) {
                return Self::Spelling;
            }
            let is_public_key = known.starts_with(PUBLIC_KEY_ID_PREFIX);
            (public_key, certificate) = (public_key || is_public_key, certificate || !is_public_key);
        }
        match (is_public_key_id(name), is_serial(name)) {
            (true, _) if public_key => Self::OtherPublicKey,
            (true, _) => Self::PublicKey,
            (_, true) if certificate => Self::OtherCertificate,
            (_, true) => Self::Certificate,
            _ => Self::Form,
        }
    }

    /// Examines a name that should be that of a merchant's certificate. `known` are the serial numbers of merchants.
    #[must_use]
    pub fn of_merchant<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        if known.into_iter().any(|known| is_same(name, known)) {
            return Self::Spelling;
        }
        match (is_public_key_id(name), is_serial(name)) {
            (true, _) => Self::WechatPays,
            (_, true) => Self::OtherCertificate,
            _ => Self::Form,
        }
    }
}

/// Says in one clause what to do about a name that should be that of a key of WeChat Pay.
impl fmt::Display for UnknownKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Spelling => "that is a known key in another spelling: something on the way has changed the header",
            Self::PublicKey => {
                "that is WeChat Pay's public key (微信支付公钥): add the public key and its ID, which no download brings"
            }
            Self::OtherPublicKey => {
                "that is another public key of WeChat Pay (微信支付公钥): compare its ID with the merchant platform (API安全)"
            }
            Self::Certificate => {
                "that is a platform certificate (平台证书): add it, or have the certificates downloaded"
            }
            Self::OtherCertificate => {
                "that is another platform certificate (平台证书), perhaps a newer one: download them again"
            }
            Self::Merchants => "that is the merchant's own key, with which WeChat Pay never signs",
            Self::WechatPays => "that is a key of WeChat Pay, where the merchant's certificate belongs",
            Self::Form => "that is neither a serial number nor the ID of a public key: something on the way has changed it",
        })
    }
}

/// Tells whether two names are the same, except for letter case, colons, spaces, and the prefix of IDs.
pub(crate) fn is_same(name: &str, known: &str) -> bool {
    let bare = |name: &str| {
        let name: String = name.chars().filter(|c| !c.is_whitespace() && *c != ':').collect();
        let name = name.to_ascii_uppercase();
        name.strip_prefix(PUBLIC_KEY_ID_PREFIX).map_or_else(|| name.clone(), str::to_owned)
    };
    bare(name) == bare(known)
}

fn is_public_key_id(name: &str) -> bool {
    name.get(..PUBLIC_KEY_ID_PREFIX.len()).is_some_and(|prefix| prefix.eq_ignore_ascii_case(PUBLIC_KEY_ID_PREFIX))
}

/// A serial has up to 20 bytes by RFC 5280; those of WeChat Pay have 20.
fn is_serial(name: &str) -> bool {
    certificate_serial(name).is_some_and(|serial| (SHORTEST..=LONGEST).contains(&serial.len()))
}

/// In hex digits. A merchant number, which has 8 to 10 digits, is shorter.
const SHORTEST: usize = 16;
const LONGEST: usize = 40;
