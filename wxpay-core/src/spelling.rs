//! Spellings of WeChat Pay that several modules share: its hosts, and how bytes become text.

/// Base64 as WeChat Pay writes it everywhere: the standard alphabet, padded.
pub(crate) use base64::engine::general_purpose::STANDARD as BASE64;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC};

/// All characters but RFC 3986's unreserved ones: encoded by these, what is signed is what is sent, whatever URL library
/// comes after.
pub(crate) const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

// Literals, since `concat!` takes nothing else.
macro_rules! main_host {
    () => {
        "api.mch.weixin.qq.com"
    };
}
macro_rules! backup_host {
    () => {
        "api2.mch.weixin.qq.com"
    };
}

/// WeChat Pay's main host and its backup, as base URLs.
pub(crate) const OWN: [&str; 2] = [concat!("https://", main_host!()), concat!("https://", backup_host!())];

/// WeChat Pay's host for cross-border merchants, as base URLs.
pub(crate) const CROSS_BORDER: [&str; 1] = ["https://apihk.mch.weixin.qq.com"];

/// WeChat Pay's hosts: those of the documentation, and the two that official clients call besides
/// ([`Constant`](https://github.com/wechatpay-apiv3/wechatpay-java/blob/main/core/src/main/java/com/wechat/pay/java/core/http/Constant.java)
/// in wechatpay-java).
#[cfg(feature = "server")]
pub const HOSTS: [&str; 4] = [main_host!(), backup_host!(), "api.wechatpay.cn", "api2.wechatpay.cn"];
