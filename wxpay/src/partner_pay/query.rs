//! What became of a sub-merchant's order.

use super::{Detail, LimitPay, SceneInfo, SettleInfo};
use crate::notify::{InstallmentInfo, PaidAmount, PartnerPayer, Promotion, TradeState, TradeType};
use crate::prelude::*;

/// Asks for a sub-merchant's order by the service provider's own number (服务商商户订单号查询).
///
/// It is the only way while nobody has paid, and the way to learn what became of an order whose answer got lost.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `ORDER_NOT_EXIST`: the order never arrived, and
/// the same request can be sent again; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/pay/partner/transactions/out-trade-no/{out_trade_no}",
    response = Order,
    required = QueryOrderByNumberRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012739008"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryOrderByNumber {
    /// The service provider's own order number.
    #[wxpay(len = 6..=32, bytes, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户订单号")]
    pub out_trade_no: String,
    /// The service provider of the order; the one that signs.
    #[wxpay(len = 32, label = "服务商户号", caller)]
    pub sp_mchid: String,
    /// The sub-merchant of the order.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
}

/// Asks for a sub-merchant's paid order by WeChat Pay's number (服务商微信支付订单号查询).
///
/// Errors: as [`QueryOrderByNumber`].
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/pay/partner/transactions/id/{transaction_id}",
    response = Order,
    required = QueryOrderRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012738964"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryOrder {
    /// WeChat Pay's number for the payment.
    #[wxpay(len = 32, label = "微信支付订单号")]
    pub transaction_id: String,
    /// The service provider of the order; the one that signs.
    #[wxpay(len = 32, label = "服务商户号", caller)]
    pub sp_mchid: String,
    /// The sub-merchant of the order.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
}

/// A sub-merchant's order as it stands (订单).
///
/// `trade_state` says whether it is paid; [`check`](Self::check) says whether it is your order that is. Of the members
/// that the order gave, some come back and some do not.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Order {
    /// The service provider's app ID of the order.
    #[wxpay(compared)]
    pub sp_appid: Option<String>,
    /// The service provider.
    pub sp_mchid: String,
    /// The sub-merchant's app ID, if the order gave one.
    pub sub_appid: Option<String>,
    /// The sub-merchant.
    pub sub_mchid: String,
    /// The service provider's own order number.
    pub out_trade_no: String,
    /// WeChat Pay's number for the payment, once it is paid.
    pub transaction_id: Option<String>,
    /// How it is paid.
    pub trade_type: Option<TradeType>,
    /// What became of it.
    #[wxpay(compared)]
    pub trade_state: Option<TradeState>,
    /// The state in words, in Chinese.
    pub trade_state_desc: Option<String>,
    /// The code of the payer's bank and kind of card, such as `CMB_DEBIT`; `OTHERS` for the balance.
    pub bank_type: Option<String>,
    /// When it was paid.
    pub success_time: Option<DateTime>,
    /// Who paid.
    #[wxpay(compared)]
    pub payer: Option<PartnerPayer>,
    /// How much.
    #[wxpay(compared)]
    pub amount: Option<PaidAmount>,
    /// The coupons that were used.
    pub promotion_detail: Option<Vec<Promotion>>,
    /// The instalments, where the merchant pays their interest.
    pub installment_info: Option<InstallmentInfo>,
    /// The service provider's own data, as the order gave it.
    pub attach: Option<String>,
    /// What was sold.
    pub description: Option<String>,
    /// Where WeChat Pay reports the payment.
    pub notify_url: Option<String>,
    /// The last moment to pay.
    pub time_expire: Option<DateTime>,
    /// The coupon's tag.
    pub goods_tag: Option<String>,
    /// Ways to pay that were excluded or insisted on.
    pub limit_pay: Option<Vec<LimitPay>>,
    /// Whether there is an entry for an electronic invoice.
    pub support_fapiao: Option<bool>,
    /// What was sold in detail.
    pub detail: Option<Detail>,
    /// Where it was sold; often of this only `device_id` comes back.
    pub scene_info: Option<SceneInfo>,
    /// How it is settled.
    pub settle_info: Option<SettleInfo>,
}
