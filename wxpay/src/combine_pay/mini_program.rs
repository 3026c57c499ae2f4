//! The combined order of individuals in a mini program.

use super::{JsapiPrepayResponse, SceneInfo, SubOrderAmount, TradeScenario};
use crate::prelude::*;

/// Creates an order that is paid to individuals in a mini program (个人收款交易下单-小程序).
///
/// A platform sells for people who are no merchants and have signed a contract with it. For merchants it is
/// [`JsapiPrepay`](super::JsapiPrepay), in mini programs as well. The answer's `prepay_id` lives 2 hours.
///
/// The user pays the whole; each of the orders is paid to its own individual. Until they are paid or closed, the same
/// numbers with the same parameters give a fresh answer; with other parameters they are refused. After
/// [`SystemError`](crate::error::ErrorCode::SystemError) call again with the same parameters.
///
/// Errors: 400 `APPID_MCHID_NOT_MATCH`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`, `ORDER_CLOSED`, `PARAM_ERROR`; 401
/// `SIGN_ERROR`; 403 `NO_AUTH`, `OUT_TRADE_NO_USED`, `RULE_LIMIT`, `TRADE_ERROR`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR` (one that stays may mean that the product is not opened, or not for this kind of merchant).
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
    /// The platform's app ID, bound to `combine_mchid`.
    #[wxpay(len = 32, label = "平台商户应用ID")]
    pub combine_appid: String,
    /// The platform; the one that signs.
    #[wxpay(len = 32, label = "平台商户号", caller)]
    pub combine_mchid: String,
    /// Its own number for the whole, unique under `combine_mchid`.
    #[wxpay(len = 32, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "交易单订单号")]
    pub combine_out_trade_no: String,
    /// The orders, up to 50.
    #[wxpay(items = 1..=50, label = "商品单信息")]
    pub sub_orders: Vec<IndividualSubOrder>,
    /// Where they are sold.
    #[wxpay(label = "场景信息")]
    pub scene_info: Option<SceneInfo>,
    /// The user, who alone can pay.
    #[wxpay(label = "支付者")]
    pub combine_payer_info: IndividualPayer,
    /// The last moment to pay; it does not close the orders.
    #[wxpay(label = "交易结束时间")]
    pub time_expire: Option<DateTime>,
    /// Where WeChat Pay reports the payment.
    #[wxpay(len = 255, url, label = "通知地址")]
    pub notify_url: Option<String>,
    /// A special kind of trade.
    #[wxpay(label = "交易场景")]
    pub trade_scenario: Option<TradeScenario>,
}

/// An order that is paid to an individual (商品单).
#[wxpay_object(required = IndividualSubOrderRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct IndividualSubOrder {
    /// The platform.
    #[wxpay(len = 32, label = "商品单发起商户号")]
    pub mchid: String,
    /// What kind of order it is.
    #[wxpay(label = "商品服务类型")]
    pub order_service_type: Option<OrderServiceType>,
    /// The contract of the individual that is paid (个人收款方受理授权ID).
    #[wxpay(label = "商品单个人收款方受理授权ID")]
    pub individual_auth_id: String,
    /// That individual's name on the platform.
    #[wxpay(label = "商品单个人收款方平台昵称")]
    pub individual_name: Option<String>,
    /// The platform's own number for this order, unique under `combine_mchid`.
    #[wxpay(len = 2..=32, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商品单商户订单号")]
    pub out_trade_no: String,
    /// What is sold, as the user's bill shows it.
    #[wxpay(len = 128, label = "商品描述")]
    pub description: String,
    /// The platform's own data: returned by queries and notifications.
    #[wxpay(len = ..=128, label = "附加数据")]
    pub attach: String,
    /// How much.
    #[wxpay(label = "商品单金额")]
    pub amount: SubOrderAmount,
}

/// The user who is to pay individuals (支付者).
#[wxpay_object(required = IndividualPayerRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct IndividualPayer {
    /// The user under `combine_appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
}

/// What kind of order is paid to an individual (商品服务类型).
#[wxpay_enum]
pub enum OrderServiceType {
    /// A trade with an individual (个人收款交易).
    #[wxpay(rename = "INDIVIDUALTRADE")]
    IndividualTrade,
}
