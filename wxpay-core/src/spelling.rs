//! Spellings of WeChat Pay that several modules share: its hosts, Base64 and percent-encoding.

/// Base64 as WeChat Pay writes it: the standard alphabet, with padding.
pub(crate) use base64::engine::general_purpose::STANDARD as BASE64;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC};

/// All characters except RFC 3986's unreserved ones. Text that is encoded by this set is not changed by URL libraries, so that
/// the sent path is the signed one.
pub(crate) const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

// Macros, since `concat!` takes only literals.
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

/// WeChat Pay's hosts: the documented ones, and two more that official clients call
/// ([`Constant`](https://github.com/wechatpay-apiv3/wechatpay-java/blob/main/core/src/main/java/com/wechat/pay/java/core/http/Constant.java)
/// in wechatpay-java).
#[cfg(feature = "server")]
pub const HOSTS: [&str; 4] = [main_host!(), backup_host!(), "api.wechatpay.cn", "api2.wechatpay.cn"];
