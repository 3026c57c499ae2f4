//! The combined order in an app.

use super::{CombinePayer, LimitPay, SceneInfo, SubOrder, SubsidyInfo, TradeScenario};
use crate::prelude::*;

/// Creates a combined order that is paid in a mobile app (合单下单-APP).
///
/// The answer's `prepay_id` lives 2 hours. With `contract_info` the user is asked to sign a deduction contract as well.
///
/// The user pays the whole; each of the orders is paid to its own merchant. Until they are paid or closed, the same
/// numbers with the same parameters give a fresh answer; with other parameters, or in another way of paying, they are
/// refused. After [`SystemError`](crate::error::ErrorCode::SystemError) call again with the same parameters.
///
/// Errors: 400 `APPID_MCHID_NOT_MATCH`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`, `ORDER_CLOSED`, `PARAM_ERROR`; 401
/// `SIGN_ERROR`; 403 `NO_AUTH`, `OUT_TRADE_NO_USED`, `RULE_LIMIT`, `TRADE_ERROR`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR` (one that stays may mean that the product is not opened, or not for this kind of merchant).
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
    /// The app ID of the one that combines the orders, bound to `combine_mchid`.
    #[wxpay(len = 32, label = "合单商户appid")]
    pub combine_appid: String,
    /// The merchant, service provider or platform that combines the orders; the one that signs.
    #[wxpay(len = 32, label = "合单商户号", caller)]
    pub combine_mchid: String,
    /// Its own number for the whole, unique under `combine_mchid`.
    #[wxpay(len = 32, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "合单商户订单号")]
    pub combine_out_trade_no: String,
    /// The orders: a merchant combines 2 to 10, a service provider or a platform up to 50.
    #[wxpay(items = 1..=50, label = "商品单信息")]
    pub sub_orders: Vec<SubOrder>,
    /// Where they are sold.
    #[wxpay(label = "场景信息")]
    pub scene_info: Option<SceneInfo>,
    /// Who has to pay, if it must not be anybody.
    #[wxpay(label = "支付者")]
    pub combine_payer_info: Option<CombinePayer>,
    /// When the orders were made.
    #[wxpay(label = "交易起始时间")]
    pub time_start: Option<DateTime>,
    /// The last moment to pay; it does not close the orders.
    #[wxpay(label = "交易结束时间")]
    pub time_expire: Option<DateTime>,
    /// Where WeChat Pay reports the payment.
    #[wxpay(len = 255, url, label = "通知地址")]
    pub notify_url: String,
    /// Ways to pay that are excluded or insisted on; [`NoCredit`](LimitPay::NoCredit) is not among them here.
    #[wxpay(label = "指定支付方式")]
    pub limit_pay: Option<Vec<LimitPay>>,
    /// A special kind of trade.
    #[wxpay(label = "交易场景")]
    pub trade_scenario: Option<TradeScenario>,
    /// A session that is there already (预支付交易会话标识). The official page names the member and says no more of it.
    #[wxpay(label = "预支付交易会话标识")]
    pub prepay_id: Option<String>,
    /// A contract of deductions to be signed while paying.
    #[wxpay(label = "预签约信息")]
    pub contract_info: Option<ContractInfo>,
    /// The instalments whose interest the merchant pays.
    #[wxpay(label = "贴息信息")]
    pub subsidy_info: Option<SubsidyInfo>,
}

/// A contract of deductions (委托代扣) that the user signs while paying (预签约信息).
#[wxpay_object(required = ContractInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ContractInfo {
    /// The merchant of the contract.
    #[wxpay(len = 32, label = "签约商户号")]
    pub mchid: String,
    /// Its app ID.
    #[wxpay(len = 32, label = "签约商户AppID")]
    pub appid: String,
    /// Its own number for the contract.
    #[wxpay(label = "签约商户协议号")]
    pub out_contract_code: String,
    /// The template of the contract, as the merchant platform numbers it.
    #[wxpay(label = "委托代扣协议模板ID")]
    pub plan_id: i64,
    /// The user's account with the merchant, as the page of the contract shows it.
    #[wxpay(label = "用户账户展示名称")]
    pub contract_display_account: String,
    /// Where WeChat Pay reports the contract.
    #[wxpay(url, label = "回调通知地址")]
    pub notify_url: String,
}

/// The answer to an [`AppPrepay`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AppPrepayResponse {
    /// The order's session (预支付交易会话标识), good for 2 hours:
    /// [`Client::app_payment`](crate::client::Client::app_payment) makes of it what the phone needs.
    #[wxpay(len = 64)]
    pub prepay_id: String,
    /// What became of `contract_info`; there is an order in either case.
    pub contract_result: Option<ContractResult>,
}

/// Whether the contract can be signed while paying (预签约结果).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ContractResult {
    /// The code of the result, such as `INVALID_REQUEST` where the number is signed already.
    pub code: Option<String>,
    /// The same in words, in Chinese.
    pub message: Option<String>,
}
