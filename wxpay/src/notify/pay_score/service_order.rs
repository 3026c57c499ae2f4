//! Service orders.

use crate::notify::{AnyFen, Promotion};
use crate::prelude::*;

/// A service order (支付分订单) of a merchant or service provider, in answers to queries and in notifications that the user confirmed
/// or paid it (确认订单/支付成功通知): `PAYSCORE.USER_CONFIRM` or `PAYSCORE.USER_PAID`.
///
/// A confirmed order is `DOING` with `USER_CONFIRM`. A paid order is `DONE`; `collection` says how much was collected.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ServiceOrder {
    /// ID of the service.
    pub service_id: String,
    /// The app ID of the merchant or service provider.
    pub appid: String,
    /// Merchant number of the merchant or service provider.
    pub mchid: String,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The sub-merchant's merchant number.
    pub sub_mchid: Option<String>,
    /// The channel's merchant number.
    pub channel_id: Option<String>,
    /// The merchant's own number for the service order.
    pub out_order_no: String,
    /// The merchant's own number for the payment.
    pub out_trade_no: Option<String>,
    /// WeChat Pay's number for the service order.
    pub order_id: Option<String>,
    /// The user's openid under `appid`.
    pub openid: Option<String>,
    /// The user's openid under `sub_appid`.
    pub sub_openid: Option<String>,
    /// State of the order.
    pub state: ServiceOrderState,
    /// State in detail, while the order is [`Doing`](ServiceOrderState::Doing).
    pub state_description: Option<StateDescription>,
    /// Description of the service.
    pub service_introduction: Option<String>,
    /// Amount to pay, in fen: an integer on the official pages, a string in samples.
    pub total_amount: Option<AnyFen>,
    /// Items that the user pays for.
    pub post_payments: Option<Vec<PostItem>>,
    /// Discounts of the merchant.
    pub post_discounts: Option<Vec<PostItem>>,
    /// Risk fund: the highest amount that the user is liable for.
    pub risk_fund: Option<AgreedRiskFund>,
    /// Time of the service.
    pub time_range: Option<TimeRange>,
    /// Place of the service.
    pub location: Option<Location>,
    /// The merchant's own data, as the order gave it.
    pub attach: Option<String>,
    /// URL that receives the order's notifications. Missing in notifications.
    pub notify_url: Option<String>,
    /// Keeps the money frozen until it is shared (分账).
    pub profit_sharing: Option<bool>,
    /// Discount tag, if the order gave one.
    pub goods_tag: Option<String>,
    /// True if an amount is to be collected.
    pub need_collection: Option<bool>,
    /// Details of the collection.
    pub collection: Option<Collection>,
}

/// States of a service order (服务订单状态).
#[wxpay_enum]
pub enum ServiceOrderState {
    /// Created by the merchant (已创建).
    Created,
    /// Confirmed by the user; or completed, and waiting for payment (进行中).
    Doing,
    /// Paid, or completed without anything to pay (已完成).
    Done,
    /// Cancelled (已取消).
    Revoked,
    /// Expired (已失效).
    Expired,
}

/// States of a service order in progress (订单状态说明).
#[wxpay_enum]
pub enum StateDescription {
    /// The user has confirmed it (用户确认).
    UserConfirm,
    /// The merchant has completed it (商户完结).
    MchComplete,
}

/// An item to pay for, or a discount (后付费项目, 商户优惠), in requests and in answers.
///
/// Every member is optional, because pages disagree on what is required. Give a name, with an amount or a description. Names are
/// unique within an order, except `商品信息`.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct PostItem {
    /// The name.
    #[wxpay(len = 20, label = "付费名称/优惠名称")]
    pub name: Option<String>,
    /// Amount in fen; 0 if the item is free.
    #[wxpay(range = 0.., label = "付费金额/优惠金额")]
    pub amount: Option<Fen>,
    /// Explanation of the amount.
    #[wxpay(len = ..=30, label = "付费说明/优惠说明")]
    pub description: Option<String>,
    /// Quantity, 1 to 100; 1 if it is missing.
    #[wxpay(label = "付费数量/优惠数量")]
    pub count: Option<i64>,
}

/// The highest amount that the user is liable for (服务风险金).
#[wxpay_object(required = RiskFundRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RiskFund {
    /// Name of the risk. Samples have free text here, which is kept.
    #[wxpay(label = "风险名称")]
    pub name: RiskFundName,
    /// Amount in fen, at most the one agreed on for the service.
    #[wxpay(range = 0.., label = "风险金额")]
    pub amount: Fen,
    /// Explanation of the amount.
    #[wxpay(len = ..=30, label = "风险说明")]
    pub description: Option<String>,
}

/// A risk fund (服务风险金), in answers and notifications. Every member is optional, because some sources leave one out.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AgreedRiskFund {
    /// Name of the risk. Samples have free text here, which is kept.
    pub name: Option<RiskFundName>,
    /// Amount in fen.
    pub amount: Option<Fen>,
    /// Explanation of the amount.
    pub description: Option<String>,
}

/// Names of risks (风险名称).
#[wxpay_enum]
pub enum RiskFundName {
    /// A deposit (押金).
    Deposit,
    /// An advance (预付款).
    Advance,
    /// A cash deposit (保证金).
    CashDeposit,
    /// The estimated cost of the order (预估订单费用).
    EstimateOrderCost,
}

/// Time of a service (服务时间), in Beijing time: `yyyyMMddHHmmss`, or `yyyyMMdd` if the hour does not matter.
///
/// An order is created with a start. If it was created without an end, it has to be completed with one, which must not be in the
/// future: leave some room for clocks that differ.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct TimeRange {
    /// Start of the service; `OnAccept` is the moment at which the user confirms.
    #[wxpay(pattern = "[0-9]{14}|[0-9]{8}|OnAccept", label = "服务开始时间")]
    pub start_time: Option<String>,
    /// Remark on the start.
    #[wxpay(len = ..=20, label = "服务开始时间备注")]
    pub start_time_remark: Option<String>,
    /// End of the service.
    #[wxpay(pattern = "[0-9]{14}|[0-9]{8}", label = "服务结束时间")]
    pub end_time: Option<String>,
    /// Remark on the end.
    #[wxpay(len = ..=50, label = "服务结束时间备注")]
    pub end_time_remark: Option<String>,
}

/// Place of a service (服务位置).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Location {
    /// Place where the service starts.
    #[wxpay(label = "服务开始地点")]
    pub start_location: Option<String>,
    /// Place where the service ends.
    #[wxpay(label = "服务结束地点")]
    pub end_location: Option<String>,
}

/// Details of the collection of a service order's amount (收款信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Collection {
    /// State of the collection. A sample has an empty string here, which is kept.
    pub state: Option<CollectionState>,
    /// Amount to collect, in fen.
    pub total_amount: Option<Fen>,
    /// Outstanding amount, in fen.
    pub paying_amount: Option<Fen>,
    /// Collected amount, in fen.
    pub paid_amount: Option<Fen>,
    /// The payments.
    pub details: Option<Vec<CollectionDetail>>,
    /// The code of the payer's bank and kind of card.
    pub bank_type: Option<String>,
}

/// States of a collection (收款状态).
#[wxpay_enum]
pub enum CollectionState {
    /// Not yet paid (待支付).
    UserPaying,
    /// Paid in full (已支付).
    UserPaid,
}

/// One payment of a service order (收款明细).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CollectionDetail {
    /// Sequence number of the payment.
    pub seq: Option<i64>,
    /// Amount in fen.
    pub amount: Option<Fen>,
    /// Channel of the payment.
    pub paid_type: Option<PaidType>,
    /// Time of the payment, in Beijing time, as `yyyyMMddHHmmss`.
    pub paid_time: Option<String>,
    /// WeChat Pay's number for the payment.
    pub transaction_id: Option<String>,
    /// The coupons that were used.
    pub promotion_detail: Option<Vec<Promotion>>,
}

/// Channels through which a service order is paid (收款成功渠道).
#[wxpay_enum]
pub enum PaidType {
    /// WeChat Pay (微信支付分).
    Newton,
    /// The merchant, by another channel (商户渠道).
    Mch,
}
