//! A service order.

use crate::notify::{AnyFen, Promotion};
use crate::prelude::*;

/// A service order (支付分订单), as its queries answer it, of merchants and of service providers, and as notifications
/// report it that the user confirmed or paid (确认订单/支付成功通知): `PAYSCORE.USER_CONFIRM` or `PAYSCORE.USER_PAID`.
///
/// Confirmed is `DOING` with `USER_CONFIRM`; paid is `DONE`, and `collection` says what of it is there.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ServiceOrder {
    /// The service.
    pub service_id: String,
    /// The app ID of the merchant or service provider.
    pub appid: String,
    /// The merchant or service provider.
    pub mchid: String,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The sub-merchant.
    pub sub_mchid: Option<String>,
    /// The channel's merchant number.
    pub channel_id: Option<String>,
    /// The merchant's own number for the service order.
    pub out_order_no: String,
    /// The merchant's own number for the payment.
    pub out_trade_no: Option<String>,
    /// WeChat Pay's number for the service order.
    pub order_id: Option<String>,
    /// The user under `appid`.
    pub openid: Option<String>,
    /// The user under `sub_appid`.
    pub sub_openid: Option<String>,
    /// How far it got.
    pub state: ServiceOrderState,
    /// How far exactly, while it is [`Doing`](ServiceOrderState::Doing).
    pub state_description: Option<StateDescription>,
    /// What the service is.
    pub service_introduction: Option<String>,
    /// What is to be paid, in fen. The official pages have an integer here, samples a string.
    pub total_amount: Option<AnyFen>,
    /// What is paid for.
    pub post_payments: Option<Vec<PostItem>>,
    /// What is taken off.
    pub post_discounts: Option<Vec<PostItem>>,
    /// What the user risks at most.
    pub risk_fund: Option<AgreedRiskFund>,
    /// When the service is.
    pub time_range: Option<TimeRange>,
    /// Where the service is.
    pub location: Option<Location>,
    /// The merchant's own data, as the order gave it.
    pub attach: Option<String>,
    /// Where WeChat Pay reports the order. Not in notifications.
    pub notify_url: Option<String>,
    /// Whether the money stays frozen until it is shared (分账).
    pub profit_sharing: Option<bool>,
    /// The tag for coupons, where the order gave one.
    pub goods_tag: Option<String>,
    /// Whether anything is to be collected.
    pub need_collection: Option<bool>,
    /// What was collected.
    pub collection: Option<Collection>,
}

/// How far a service order got (服务订单状态).
#[wxpay_enum]
pub enum ServiceOrderState {
    /// Made by the merchant (已创建).
    Created,
    /// Confirmed by the user, or completed and to be paid (进行中).
    Doing,
    /// Paid, or nothing was to be paid (已完成).
    Done,
    /// Cancelled (已取消).
    Revoked,
    /// Too old (已失效).
    Expired,
}

/// How far a service order got exactly (订单状态说明).
#[wxpay_enum]
pub enum StateDescription {
    /// The user has confirmed it (用户确认).
    UserConfirm,
    /// The merchant has completed it (商户完结).
    MchComplete,
}

/// Something that is paid for, or taken off (后付费项目, 商户优惠), in requests and in answers.
///
/// Pages disagree on what is required of it, so nothing is. Give a name, with an amount or a description. Names differ
/// within an order, except that several may be `商品信息`.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct PostItem {
    /// What.
    #[wxpay(len = 20, label = "付费名称/优惠名称")]
    pub name: Option<String>,
    /// How much, in fen; 0 where nothing is to be paid for it.
    #[wxpay(range = 0.., label = "付费金额/优惠金额")]
    pub amount: Option<Fen>,
    /// How it comes to that.
    #[wxpay(len = ..=30, label = "付费说明/优惠说明")]
    pub description: Option<String>,
    /// How many, 1 to 100; missing means 1.
    #[wxpay(label = "付费数量/优惠数量")]
    pub count: Option<i64>,
}

/// What the user risks at most (服务风险金).
#[wxpay_object(required = RiskFundRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RiskFund {
    /// What it stands for. Samples have free text here, which is kept.
    #[wxpay(label = "风险名称")]
    pub name: RiskFundName,
    /// How much, in fen; no more than was agreed on for the service.
    #[wxpay(range = 0.., label = "风险金额")]
    pub amount: Fen,
    /// How it comes to that.
    #[wxpay(len = ..=30, label = "风险说明")]
    pub description: Option<String>,
}

/// A risk fund (服务风险金), as orders and notifications show it: some sources leave a member out.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AgreedRiskFund {
    /// The purpose. Samples have free text here, which is kept.
    pub name: Option<RiskFundName>,
    /// The amount, in fen.
    pub amount: Option<Fen>,
    /// The reason for the amount.
    pub description: Option<String>,
}

/// What a risk fund stands for (风险名称).
#[wxpay_enum]
pub enum RiskFundName {
    /// A deposit (押金).
    Deposit,
    /// An advance (预付款).
    Advance,
    /// A cash deposit (保证金).
    CashDeposit,
    /// What the order may cost (预估订单费用).
    EstimateOrderCost,
}

/// When a service is (服务时间), in Beijing time: `yyyyMMddHHmmss`, or `yyyyMMdd` where the hour does not matter.
///
/// Creating an order takes a start. An order that was created without an end has to be completed with one, which is no
/// later than that moment: leave some room for clocks that differ.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct TimeRange {
    /// When it starts; `OnAccept` is when the user confirms.
    #[wxpay(pattern = "[0-9]{14}|[0-9]{8}|OnAccept", label = "服务开始时间")]
    pub start_time: Option<String>,
    /// A remark on that.
    #[wxpay(len = ..=20, label = "服务开始时间备注")]
    pub start_time_remark: Option<String>,
    /// When it ends.
    #[wxpay(pattern = "[0-9]{14}|[0-9]{8}", label = "服务结束时间")]
    pub end_time: Option<String>,
    /// A remark on that.
    #[wxpay(len = ..=50, label = "服务结束时间备注")]
    pub end_time_remark: Option<String>,
}

/// Where a service is (服务位置).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Location {
    /// Where it starts.
    #[wxpay(label = "服务开始地点")]
    pub start_location: Option<String>,
    /// Where it ends.
    #[wxpay(label = "服务结束地点")]
    pub end_location: Option<String>,
}

/// What was collected for a service order (收款信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Collection {
    /// Whether everything is there. A sample has an empty string here, which is kept.
    pub state: Option<CollectionState>,
    /// What is to be collected, in fen.
    pub total_amount: Option<Fen>,
    /// What is missing, in fen.
    pub paying_amount: Option<Fen>,
    /// What is there, in fen.
    pub paid_amount: Option<Fen>,
    /// The single payments.
    pub details: Option<Vec<CollectionDetail>>,
    /// The code of the payer's bank and kind of card.
    pub bank_type: Option<String>,
}

/// Whether everything was collected (收款状态).
#[wxpay_enum]
pub enum CollectionState {
    /// Not yet (待支付).
    UserPaying,
    /// Everything (已支付).
    UserPaid,
}

/// One payment of a service order (收款明细).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CollectionDetail {
    /// Its place in the list.
    pub seq: Option<i64>,
    /// How much, in fen.
    pub amount: Option<Fen>,
    /// Through whom.
    pub paid_type: Option<PaidType>,
    /// When, in Beijing time, as `yyyyMMddHHmmss`.
    pub paid_time: Option<String>,
    /// WeChat Pay's number for the payment.
    pub transaction_id: Option<String>,
    /// The coupons that were used.
    pub promotion_detail: Option<Vec<Promotion>>,
}

/// Through whom a service order was paid (收款成功渠道).
#[wxpay_enum]
pub enum PaidType {
    /// WeChat Pay (微信支付分).
    Newton,
    /// The merchant, by another channel (商户渠道).
    Mch,
}
