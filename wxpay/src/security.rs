//! The echo (签名验签／加解密测试), which tests everything around a call.
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

/// Asks WeChat Pay to repeat a message (签名验签／加解密测试). One call tests signing, verifying, encrypting and decrypting; with a
/// `notify_url` also the notification, whose event type is `SECURITY_ECHO.SUCCESS`.
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
    /// Message to be returned.
    #[wxpay(label = "回显信息")]
    pub echo_message: String,
    /// Message to be returned, encrypted in both directions.
    #[wxpay(label = "平台证书或微信支付公钥加密测试字段")]
    pub encrypted_echo_message: Option<Sensitive>,
    /// URL that receives a notification with the same messages.
    #[wxpay(url, label = "商户回调地址")]
    pub notify_url: Option<String>,
}

/// The answer to a [`SecurityEcho`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Echo {
    /// The request's message.
    pub echo_message: String,
    /// The request's encrypted message.
    pub encrypted_echo_message: Option<Sensitive>,
}

pub(crate) const SHIPPED: &[Shipped] = &[Shipped::of::<SecurityEcho>()];
