//! The pre-signing of a contract for an app.

use super::{DisplayName, RealIdentity};
use crate::prelude::*;

/// Prepares a contract of automatic repayment that the user signs in an app (APP预签约).
///
/// The app passes the answer's `presign_token` to the WeChat SDK, which opens the contract page. As with
/// [`H5Presign`](super::H5Presign), `out_contract_code` can never be used again once the signing has started.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/credit-repayment/partner/contracts/app-presign",
    response = AppPresignResponse,
    required = AppPresignRequired,
    number = "out_contract_code",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4016125804"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AppPresign {
    /// App ID of the mobile app, bound to the service provider's merchant number.
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
    #[wxpay(len = 256, bare_url, label = "签约结果通知地址")]
    pub contract_notify_url: String,
    /// Day of the month for repayments. No page states a range, so the value is not checked.
    #[wxpay(label = "还款日")]
    pub repayment_day: i64,
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
    pub trade_info: Option<AppTradeInfo>,
}

/// The first repayment (交易信息). The pre-signing for a browser writes the amount as a string: [`TradeInfo`](super::TradeInfo).
#[wxpay_object(required = AppTradeInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AppTradeInfo {
    /// The merchant's number of the payment, unique for the merchant number.
    #[wxpay(pattern = "[0-9A-Za-z]+", label = "商户侧交易单号")]
    pub out_trade_no: String,
    /// Amount in fen.
    #[wxpay(range = 0.., label = "还款金额")]
    pub deduct_amount: Fen,
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

/// The answer to an [`AppPresign`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AppPresignResponse {
    /// The pre-sign code (预签约码), for the WeChat SDK.
    pub presign_token: String,
    /// Service that opens the contract page.
    pub redirect_service: Option<String>,
}
