//! WeChat Pay's keys that a merchant has.

pub(crate) mod credentials;
pub(crate) mod envelope;
pub(crate) mod keyring;
pub(crate) mod merchants;

use serde::{Deserialize, Serialize};

/// WeChat Pay's keys that a merchant has. They decide about answers, notifications and `GET /v3/certificates`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Keys {
    /// Only the public key (微信支付公钥), as new merchants have it. It signs everything; the serial of a certificate in
    /// `Wechatpay-Serial` is unknown, and the download of certificates is
    /// [refused](https://github.com/wechatpay-apiv3/wechatpay-java/issues/354).
    #[default]
    PublicKey,
    /// Only platform certificates (平台证书). The newest signs everything, unless a request names another; the public key's ID is
    /// unknown.
    Certificate,
    /// Both, as a merchant has while it changes from certificates to the public key (灰度切换). An answer is signed by the key that
    /// the request [names](https://pay.weixin.qq.com/doc/v3/partner/4013038589), or by the newest certificate if it names
    /// [none](https://developers.weixin.qq.com/community/personal/oCJUsww_D7fM-yG9ntSW-DlVBCU0/answer). For notifications the
    /// choice is [WeChat Pay's](https://pay.weixin.qq.com/doc/v3/partner/4013038589), whatever requests name, and the public
    /// key's share grows from day to day. Here the two take turns, the public key first, so that two notifications show both.
    Both,
}

impl Keys {
    /// The name in `sandbox.json`, and for `--keys` of `wxpay sandbox`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PublicKey => "public-key",
            Self::Certificate => "certificate",
            Self::Both => "both",
        }
    }

    /// Returns true if the public key is among them.
    #[must_use]
    pub fn has_public_key(self) -> bool {
        self != Self::Certificate
    }

    /// Returns true if certificates are among them.
    #[must_use]
    pub fn has_certificates(self) -> bool {
        self != Self::PublicKey
    }
}
