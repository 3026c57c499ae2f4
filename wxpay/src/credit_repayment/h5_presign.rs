//! The pre-sign in a browser.

use super::DisplayName;
use crate::prelude::*;

/// Prepares a contract of automatic repayment that the user signs from a web page (H5预签约).
///
/// The answer's URL opens the contract page; its token is good for **10 minutes**. Once signing was started,
/// `out_contract_code` can never be used again: not after a failure, not after termination.
///
/// `contract_notify_url` hears of the contract only if the user agreed. A user who declined, a failure, or an identity
/// that does not match is not notified; in the last case neither contract nor order comes to be.
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
    /// The app ID of an official account or a mobile app, bound to the service provider's merchant number.
    #[wxpay(len = 32, label = "商户AppID")]
    pub appid: String,
    /// The template (模板ID) that was assigned on application.
    #[wxpay(len = 64, label = "模板ID")]
    pub plan_id: String,
    /// The service provider's own number for the contract (服务商签约协议号); never to be used again.
    #[wxpay(len = 64, pattern = "[0-9A-Za-z]+", label = "服务商签约协议号")]
    pub out_contract_code: String,
    /// The user's name, masked.
    #[wxpay(len = 64, pattern = r"\*{0,3}[^*]", label = "用户展示名称")]
    pub display_name: DisplayName,
    /// Where WeChat Pay reports that the user has signed.
    #[wxpay(len = 256, url, label = "签约结果通知地址")]
    pub contract_notify_url: String,
    /// The day of the month to repay on. The page states no range, so none is checked.
    #[wxpay(label = "还款日")]
    pub repayment_day: Option<i64>,
    /// The most that one repayment may take, in fen.
    #[wxpay(range = 0.., label = "还款金额上限")]
    pub repayment_amount_limit: FenText,
    /// The sub-merchant of this service provider.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// An app ID bound to the sub-merchant.
    #[wxpay(len = 32, label = "子商户AppID")]
    pub sub_appid: Option<String>,
    /// Who is to sign; compared with the user's identity at WeChat Pay, and if they differ nothing is signed.
    #[wxpay(label = "用户实名信息")]
    pub real_identity: RealIdentity,
    /// The first repayment, if it is to start right after signing.
    #[wxpay(label = "交易信息")]
    pub trade_info: Option<TradeInfo>,
    /// Where the user goes after signing.
    #[wxpay(label = "跳转控制信息")]
    pub jump_info: Option<JumpInfo>,
}

/// Who is to sign (用户实名信息).
#[wxpay_object(required = RealIdentityRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RealIdentity {
    /// What document `identity_id` is the number of.
    #[wxpay(label = "实名验证类型")]
    pub identity_type: RealIdentityType,
    /// The document's number. Encrypted when it is sent.
    #[wxpay(len = 512, label = "加密后的自然人证件号码")]
    pub identity_id: Sensitive,
    /// The user's name. Encrypted when it is sent.
    #[wxpay(len = 512, label = "加密后的自然人姓名")]
    pub real_name: Sensitive,
}

/// A document of identity (实名验证类型).
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
    /// The merchant's own number for the payment, unique under one merchant number.
    #[wxpay(pattern = "[0-9A-Za-z]+", label = "商户侧交易单号")]
    pub out_trade_no: String,
    /// How much, in fen.
    #[wxpay(range = 0.., label = "还款金额")]
    pub deduct_amount: FenText,
    /// What is paid, as the user's bill shows it.
    #[wxpay(label = "产品描述")]
    pub description: Option<String>,
    /// The merchant's own data: returned by queries and notifications, shown in the trade bill.
    #[wxpay(label = "商户数据包")]
    pub attach: Option<String>,
    /// Where WeChat Pay reports the repayment.
    #[wxpay(bare_url, label = "商户回调地址")]
    pub notify_url: Option<String>,
}

/// Where the user goes after signing (跳转控制信息).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct JumpInfo {
    /// The app to return to. It needs a permission that WeChat Pay grants.
    #[wxpay(len = 32, label = "签约完后要跳转到的应用AppID")]
    pub jump_appid: Option<String>,
}

/// The answer to an [`H5Presign`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct H5PresignResponse {
    /// The contract page, for the user's browser. Longer than the 64 characters of the official page.
    pub redirect_url: String,
}

impl H5PresignResponse {
    /// The pre-sign code (预签约码, `presign_token`) inside `redirect_url`, as it stands there. Good for 10 minutes.
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
