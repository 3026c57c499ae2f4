//! The combined order of individuals, for a mini program.

use super::{JsapiPrepayResponse, SceneInfo, SubOrderAmount, TradeScenario};
use crate::prelude::*;

/// Creates an order that pays individuals, for a mini program (个人收款交易下单-小程序).
///
/// A platform sells for individuals who are not merchants and have signed a contract with it. For merchants use
/// [`JsapiPrepay`](super::JsapiPrepay), also in mini programs. The answer's `prepay_id` is valid for 2 hours.
///
/// The user pays the total amount once; each order is paid to its own individual. Until the orders are paid or closed, a repeated
/// request with the same numbers and parameters returns a fresh answer; other parameters are refused. After
/// [`SystemError`](crate::error::ErrorCode::SystemError), repeat the request with the same parameters.
///
/// Errors: 400 `APPID_MCHID_NOT_MATCH`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`, `ORDER_CLOSED`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 403
/// `NO_AUTH`, `OUT_TRADE_NO_USED`, `RULE_LIMIT`, `TRADE_ERROR`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR` (if it persists, the
/// product may not be enabled, or not available to this kind of merchant).
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/combine-transactions/miniprogram",
    response = JsapiPrepayResponse,
    required = MiniProgramPrepayRequired,
    number = "combine_out_trade_no",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012602225"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MiniProgramPrepay {
    /// App ID of the platform, bound to `combine_mchid`.
    #[wxpay(len = 32, label = "平台商户应用ID")]
    pub combine_appid: String,
    /// Merchant number of the platform, which is the caller.
    #[wxpay(len = 32, label = "平台商户号", caller)]
    pub combine_mchid: String,
    /// Combined order number, unique for `combine_mchid`.
    #[wxpay(len = 32, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "交易单订单号")]
    pub combine_out_trade_no: String,
    /// Orders, up to 50.
    #[wxpay(items = 1..=50, label = "商品单信息")]
    pub sub_orders: Vec<IndividualSubOrder>,
    /// Scene of the payment.
    #[wxpay(label = "场景信息")]
    pub scene_info: Option<SceneInfo>,
    /// Payer. No other user can pay.
    #[wxpay(label = "支付者")]
    pub combine_payer_info: IndividualPayer,
    /// Time limit of the payment; it does not close the orders.
    #[wxpay(label = "交易结束时间")]
    pub time_expire: Option<DateTime>,
    /// URL for the notification of the payment.
    #[wxpay(len = 255, url, label = "通知地址")]
    pub notify_url: Option<String>,
    /// Special kind of trade.
    #[wxpay(label = "交易场景")]
    pub trade_scenario: Option<TradeScenario>,
}

/// An order that is paid to an individual (商品单).
#[wxpay_object(required = IndividualSubOrderRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct IndividualSubOrder {
    /// Merchant number of the platform.
    #[wxpay(len = 32, label = "商品单发起商户号")]
    pub mchid: String,
    /// Kind of order.
    #[wxpay(label = "商品服务类型")]
    pub order_service_type: Option<OrderServiceType>,
    /// Contract ID of the individual that is paid (个人收款方受理授权ID).
    #[wxpay(label = "商品单个人收款方受理授权ID")]
    pub individual_auth_id: String,
    /// Name of the individual on the platform.
    #[wxpay(label = "商品单个人收款方平台昵称")]
    pub individual_name: Option<String>,
    /// The platform's order number, unique for `combine_mchid`.
    #[wxpay(len = 2..=32, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商品单商户订单号")]
    pub out_trade_no: String,
    /// Description of the goods, as the user's bill shows it.
    #[wxpay(len = 128, label = "商品描述")]
    pub description: String,
    /// Attached data, returned by queries and notifications.
    #[wxpay(len = ..=128, label = "附加数据")]
    pub attach: String,
    /// Amount of the order.
    #[wxpay(label = "商品单金额")]
    pub amount: SubOrderAmount,
}

/// The payer of an order that pays individuals (支付者).
#[wxpay_object(required = IndividualPayerRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct IndividualPayer {
    /// Openid of the payer, under `combine_appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
}

/// A kind of order that pays an individual (商品服务类型).
#[wxpay_enum]
pub enum OrderServiceType {
    /// A trade with an individual (个人收款交易).
    #[wxpay(rename = "INDIVIDUALTRADE")]
    IndividualTrade,
}
