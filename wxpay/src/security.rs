//! The echo (签名验签／加解密测试): does everything around a call work?
//!
//! ```
//! use wxpay::prelude::*;
//! use wxpay::security::{SecurityEcho, SecurityEchoRequired};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::start().await?;
//! # let client = sandbox.client()?;
//! let request = SecurityEcho::new(SecurityEchoRequired { echo_message: "hello".into() });
//! let echo = client.send(&request.encrypted_echo_message("王小明")).await?;
//! assert_eq!(echo.echo_message, "hello");
//! # Ok(())
//! # }
//! ```

#![doc(alias("签名验签／加解密测试"))]

use crate::Shipped;
use crate::prelude::*;

/// Has WeChat Pay repeat a message (签名验签／加解密测试): one call tries signing, verifying, encrypting, decrypting, and
/// with a `notify_url` the notification too, whose event type is `SECURITY_ECHO.SUCCESS`.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/security/echo",
    response = Echo,
    required = SecurityEchoRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4014551946"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SecurityEcho {
    /// What comes back.
    #[wxpay(label = "回显信息")]
    pub echo_message: String,
    /// What comes back, encrypted on both ways.
    #[wxpay(label = "平台证书或微信支付公钥加密测试字段")]
    pub encrypted_echo_message: Option<Sensitive>,
    /// Where the same is notified.
    #[wxpay(url, label = "商户回调地址")]
    pub notify_url: Option<String>,
}

/// The answer to a [`SecurityEcho`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Echo {
    /// What was sent.
    pub echo_message: String,
    /// What was sent encrypted.
    pub encrypted_echo_message: Option<Sensitive>,
}

pub(crate) const SHIPPED: &[Shipped] = &[Shipped::of::<SecurityEcho>()];
