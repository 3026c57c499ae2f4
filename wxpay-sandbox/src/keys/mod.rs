//! WeChat Pay's keys that a merchant has.

pub(crate) mod credentials;
pub(crate) mod envelope;
pub(crate) mod keyring;
pub(crate) mod merchants;

use serde::{Deserialize, Serialize};

/// WeChat Pay's keys that a merchant has: answers, notifications and `GET /v3/certificates` go by them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Keys {
    /// The public key (微信支付公钥) alone, as new merchants have it. It signs everything; a certificate's serial in
    /// `Wechatpay-Serial` is an unknown one, and the download of certificates is
    /// [refused](https://github.com/wechatpay-apiv3/wechatpay-java/issues/354).
    #[default]
    PublicKey,
    /// Platform certificates (平台证书) alone. The newest signs everything, unless a request names another; the public
    /// key's ID is an unknown serial.
    Certificate,
    /// Both, as while a merchant changes from certificates to the public key (灰度切换). An answer is signed by the key that
    /// the request [names](https://pay.weixin.qq.com/doc/v3/partner/4013038589), and by the newest certificate if it names
    /// [none](https://developers.weixin.qq.com/community/personal/oCJUsww_D7fM-yG9ntSW-DlVBCU0/answer). Which of the two
    /// signs a notification is [WeChat Pay's choice](https://pay.weixin.qq.com/doc/v3/partner/4013038589), whatever
    /// requests name, and the public key's share grows from day to day; here each signs in its turn, the public key first,
    /// so that two notifications show both.
    Both,
}

impl Keys {
    /// The name of it in `sandbox.json`, and for `--keys` of `wxpay sandbox`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PublicKey => "public-key",
            Self::Certificate => "certificate",
            Self::Both => "both",
        }
    }

    /// Tells whether the public key is among them.
    #[must_use]
    pub fn has_public_key(self) -> bool {
        self != Self::Certificate
    }

    /// Tells whether certificates are among them.
    #[must_use]
    pub fn has_certificates(self) -> bool {
        self != Self::PublicKey
    }
}
