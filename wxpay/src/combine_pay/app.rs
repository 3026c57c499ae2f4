//! The combined order for an app.

use super::{CombinePayer, LimitPay, SceneInfo, SubOrder, SubsidyInfo, TradeScenario};
use crate::prelude::*;

/// Creates a combined order for a mobile app (合单下单-APP).
///
/// The answer's `prepay_id` is valid for 2 hours. With `contract_info`, the user is also asked to sign a deduction contract.
///
/// The user pays the total amount once; each order is paid to its own merchant. Until the orders are paid or closed, a repeated
/// request with the same numbers and parameters returns a fresh answer; other parameters or another payment method are refused.
/// After [`SystemError`](crate::error::ErrorCode::SystemError), repeat the request with the same parameters.
///
/// Errors: 400 `APPID_MCHID_NOT_MATCH`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`, `ORDER_CLOSED`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 403
/// `NO_AUTH`, `OUT_TRADE_NO_USED`, `RULE_LIMIT`, `TRADE_ERROR`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR` (if it persists, the
/// product may not be enabled, or not available to this kind of merchant).
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/combine-transactions/app",
    response = AppPrepayResponse,
    required = AppPrepayRequired,
    number = "combine_out_trade_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012556944"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AppPrepay {
    /// App ID of the combining merchant, bound to `combine_mchid`.
    #[wxpay(len = 32, label = "合单商户appid")]
    pub combine_appid: String,
    /// Merchant number of the combining merchant, service provider or platform, which is the caller.
    #[wxpay(len = 32, label = "合单商户号", caller)]
    pub combine_mchid: String,
    /// Combined order number, unique for `combine_mchid`.
    #[wxpay(len = 32, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "合单商户订单号")]
    pub combine_out_trade_no: String,
    /// Orders: 2 to 10 for a merchant, up to 50 for a service provider or platform.
    #[wxpay(items = 1..=50, label = "商品单信息")]
    pub sub_orders: Vec<SubOrder>,
    /// Scene of the payment.
    #[wxpay(label = "场景信息")]
    pub scene_info: Option<SceneInfo>,
    /// Payer, if only one user may pay.
    #[wxpay(label = "支付者")]
    pub combine_payer_info: Option<CombinePayer>,
    /// Time at which the orders were created.
    #[wxpay(label = "交易起始时间")]
    pub time_start: Option<DateTime>,
    /// Time limit of the payment; it does not close the orders.
    #[wxpay(label = "交易结束时间")]
    pub time_expire: Option<DateTime>,
    /// URL for the notification of the payment.
    #[wxpay(len = 255, url, label = "通知地址")]
    pub notify_url: String,
    /// Payment methods that are excluded or required; [`NoCredit`](LimitPay::NoCredit) is not allowed here.
    #[wxpay(label = "指定支付方式")]
    pub limit_pay: Option<Vec<LimitPay>>,
    /// Special kind of trade.
    #[wxpay(label = "交易场景")]
    pub trade_scenario: Option<TradeScenario>,
    /// Session that exists already (预支付交易会话标识). The official page names this member without further explanation.
    #[wxpay(label = "预支付交易会话标识")]
    pub prepay_id: Option<String>,
    /// Deduction contract to sign together with the payment.
    #[wxpay(label = "预签约信息")]
    pub contract_info: Option<ContractInfo>,
    /// Instalments whose interest the merchant pays.
    #[wxpay(label = "贴息信息")]
    pub subsidy_info: Option<SubsidyInfo>,
}

/// A deduction contract (委托代扣) that the user signs together with the payment (预签约信息).
#[wxpay_object(required = ContractInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ContractInfo {
    /// Merchant number of the contract.
    #[wxpay(len = 32, label = "签约商户号")]
    pub mchid: String,
    /// App ID of the contract.
    #[wxpay(len = 32, label = "签约商户AppID")]
    pub appid: String,
    /// The merchant's number of the contract.
    #[wxpay(label = "签约商户协议号")]
    pub out_contract_code: String,
    /// Template ID of the contract, as the merchant platform shows it.
    #[wxpay(label = "委托代扣协议模板ID")]
    pub plan_id: i64,
    /// The user's account with the merchant, as the page of the contract shows it.
    #[wxpay(label = "用户账户展示名称")]
    pub contract_display_account: String,
    /// URL for the notification of the contract.
    #[wxpay(url, label = "回调通知地址")]
    pub notify_url: String,
}

/// The answer to an [`AppPrepay`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AppPrepayResponse {
    /// Session of the order (预支付交易会话标识), valid for 2 hours. [`Client::app_payment`](crate::client::Client::app_payment)
    /// turns it into the payment parameters for the app.
    #[wxpay(len = 64)]
    pub prepay_id: String,
    /// Result of `contract_info`. The order is created in either case.
    pub contract_result: Option<ContractResult>,
}

/// The result of a request to sign a contract with the payment (预签约结果).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ContractResult {
    /// Code of the result, such as `INVALID_REQUEST` if the number was signed before.
    pub code: Option<String>,
    /// Result in words, in Chinese.
    pub message: Option<String>,
}
