//! The pre-signing of a contract for a browser.

use super::DisplayName;
use crate::prelude::*;

/// Prepares a contract of automatic repayment that the user signs on a web page (H5预签约).
///
/// The answer's URL opens the contract page; its token is valid for **10 minutes**. Once the signing has started,
/// `out_contract_code` can never be used again, not even after a failure or a termination.
///
/// WeChat Pay sends a notification to `contract_notify_url` only if the user agreed. It sends none if the user declines, the
/// signing fails, or the identity does not match. If the identity does not match, neither the contract nor the order is
/// created.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/credit-repayment/partner/contracts/h5-presign",
    response = H5PresignResponse,
    required = H5PresignRequired,
    number = "out_contract_code",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4016779565"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct H5Presign {
    /// App ID of an official account or a mobile app, bound to the service provider's merchant number.
    #[wxpay(len = 32, label = "商户AppID")]
    pub appid: String,
    /// Template ID (模板ID), which WeChat Pay assigned on application.
    #[wxpay(len = 64, label = "模板ID")]
    pub plan_id: String,
    /// The service provider's number of the contract (服务商签约协议号); never to be used again.
    #[wxpay(len = 64, pattern = "[0-9A-Za-z]+", label = "服务商签约协议号")]
    pub out_contract_code: String,
    /// Name of the user, masked.
    #[wxpay(len = 64, pattern = r"\*{0,3}[^*]", label = "用户展示名称")]
    pub display_name: DisplayName,
    /// URL for the notification that the user has signed.
    #[wxpay(len = 256, url, label = "签约结果通知地址")]
    pub contract_notify_url: String,
    /// Day of the month for repayments. The page states no range, so the value is not checked.
    #[wxpay(label = "还款日")]
    pub repayment_day: Option<i64>,
    /// Highest amount of a repayment in fen.
    #[wxpay(range = 0.., label = "还款金额上限")]
    pub repayment_amount_limit: FenText,
    /// Merchant number of the sub-merchant.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// App ID that is bound to the sub-merchant.
    #[wxpay(len = 32, label = "子商户AppID")]
    pub sub_appid: Option<String>,
    /// Identity of the signer. If it differs from the user's identity at WeChat Pay, nothing is signed.
    #[wxpay(label = "用户实名信息")]
    pub real_identity: RealIdentity,
    /// First repayment, if it starts right after signing.
    #[wxpay(label = "交易信息")]
    pub trade_info: Option<TradeInfo>,
    /// Target after signing.
    #[wxpay(label = "跳转控制信息")]
    pub jump_info: Option<JumpInfo>,
}

/// The identity of the signer (用户实名信息).
#[wxpay_object(required = RealIdentityRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RealIdentity {
    /// Type of the document whose number is `identity_id`.
    #[wxpay(label = "实名验证类型")]
    pub identity_type: RealIdentityType,
    /// Number of the document. Encrypted in the request.
    #[wxpay(len = 512, label = "加密后的自然人证件号码")]
    pub identity_id: Sensitive,
    /// Name of the user. Encrypted in the request.
    #[wxpay(len = 512, label = "加密后的自然人姓名")]
    pub real_name: Sensitive,
}

/// A type of identity document (实名验证类型).
#[wxpay_enum]
pub enum RealIdentityType {
    /// The resident identity card.
    #[wxpay(rename = "REAL_IDENTITY_TYPE_ID_CARD")]
    IdCard,
}

/// The first repayment (交易信息).
#[wxpay_object(required = TradeInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TradeInfo {
    /// The merchant's number of the payment, unique for the merchant number.
    #[wxpay(pattern = "[0-9A-Za-z]+", label = "商户侧交易单号")]
    pub out_trade_no: String,
    /// Amount in fen.
    #[wxpay(range = 0.., label = "还款金额")]
    pub deduct_amount: FenText,
    /// Description of the payment, as the user's bill shows it.
    #[wxpay(label = "产品描述")]
    pub description: Option<String>,
    /// Attached data: returned by queries and notifications, shown in the trade bill.
    #[wxpay(label = "商户数据包")]
    pub attach: Option<String>,
    /// URL for the notification of the repayment.
    #[wxpay(bare_url, label = "商户回调地址")]
    pub notify_url: Option<String>,
}

/// The target after signing (跳转控制信息).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct JumpInfo {
    /// App ID of the app to return to. This needs a permission of WeChat Pay.
    #[wxpay(len = 32, label = "签约完后要跳转到的应用AppID")]
    pub jump_appid: Option<String>,
}

/// The answer to an [`H5Presign`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct H5PresignResponse {
    /// URL of the contract page, for the user's browser. It is longer than the 64 characters that the official page states.
    pub redirect_url: String,
}

impl H5PresignResponse {
    /// Returns the pre-sign code (预签约码, `presign_token`) in `redirect_url`, without decoding it. It is valid for 10 minutes.
    ///
    /// ```
    /// # let json = r#"{"redirect_url": "https://www.xxx.com/xxx?presign_token=wx12334"}"#;
    /// # let response: wxpay::credit_repayment::H5PresignResponse = serde_json::from_str(json)?;
    /// assert_eq!(response.presign_token(), Some("wx12334"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn presign_token(&self) -> Option<&str> {
        let (_, query) = self.redirect_url.split_once('?')?;
        let query = query.split_once('#').map_or(query, |(query, _)| query);
        let token = query.split('&').find_map(|pair| pair.strip_prefix("presign_token="))?;
        (!token.is_empty()).then_some(token)
    }
}
