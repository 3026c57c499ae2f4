//! A fare as it stands.

use super::Promotion;
use crate::prelude::*;

/// A fare that was ordered (乘车扣费订单). `trade_state` says what became of it.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Transaction {
    /// The app ID of the order.
    pub appid: Option<String>,
    /// The sub-merchant's app ID, if the order gave one.
    pub sub_appid: Option<String>,
    /// The service provider; or the merchant, where it signs for itself.
    pub sp_mchid: Option<String>,
    /// The sub-merchant that is paid.
    pub sub_mchid: Option<String>,
    /// What is paid for, as the bill shows it.
    pub description: Option<String>,
    /// When the order was accepted.
    pub create_time: Option<DateTime>,
    /// The merchant's own order number.
    pub out_trade_no: Option<String>,
    /// WeChat Pay's number for the payment, once there is one.
    pub transaction_id: Option<String>,
    /// What became of the order.
    #[wxpay(compared)]
    pub trade_state: Option<TradeState>,
    /// The state in words, in Chinese, and what to do next.
    pub trade_state_description: Option<String>,
    /// When it was paid.
    pub success_time: Option<DateTime>,
    /// The code of the payer's bank and kind of card; `BPA`, where WeChat Pay advanced the money (垫资).
    pub bank_type: Option<String>,
    /// Whether the user has paid back what WeChat Pay advanced: of a meaning where `bank_type` is `BPA` and the fare is
    /// paid.
    pub user_repay_state: Option<UserRepayState>,
    /// WeChat Pay's number for the payment with which the user paid back.
    pub repay_transaction_id: Option<String>,
    /// When the user paid back.
    pub repay_time: Option<DateTime>,
    /// The merchant's own data, as the order gave it.
    pub attach: Option<String>,
    /// The user's contract.
    pub contract_id: Option<String>,
    /// Bus or metro.
    pub trade_scene: Option<TradeScene>,
    /// The ride, by [`Bus`](TradeScene::Bus).
    pub bus_info: Option<BusInfo>,
    /// The ride, by [`Metro`](TradeScene::Metro).
    pub metro_info: Option<MetroInfo>,
    /// How much.
    #[wxpay(compared)]
    pub amount: Option<PaidAmount>,
    /// The coupons that were used.
    pub promotion_detail: Option<Vec<Promotion>>,
}

/// What became of a fare (交易状态).
#[wxpay_enum]
pub enum TradeState {
    /// Paid, by the user or by WeChat Pay in advance (支付成功).
    Success,
    /// Accepted, to be collected (已接收，等待扣款).
    Accepted,
    /// Not paid, and not going to be by this order (支付失败).
    PayFail,
    /// Paid, and a refund was asked for, perhaps of a part (转入退款).
    Refund,
}

/// Whether the user has paid back what WeChat Pay advanced (用户还款状态).
#[wxpay_enum]
pub enum UserRepayState {
    /// Not yet (未还款).
    NotRepay,
    /// Yes (已还款).
    Repaid,
    /// There is nothing to pay back: all of it was refunded (全额退款).
    AllRefund,
}

/// What a user rode (交易场景).
#[wxpay_enum]
pub enum TradeScene {
    /// A bus (公交).
    Bus,
    /// The metro (地铁).
    Metro,
}

/// A ride by bus (公交场景信息).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct BusInfo {
    /// When the user got on. The official Go SDK demands it.
    #[wxpay(label = "用户乘车时间")]
    pub start_time: Option<DateTime>,
    /// The line. The user sees it where it is up to 10 digits and letters followed by `路`.
    #[wxpay(label = "乘车路线")]
    pub line_name: Option<String>,
    /// The bus's plate: province and number, without any other character.
    #[wxpay(label = "车牌号")]
    pub plate_number: Option<String>,
}

/// A ride by metro (地铁场景信息).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct MetroInfo {
    /// When the user got on. The official Go SDK demands it.
    #[wxpay(label = "用户乘车时间")]
    pub start_time: Option<DateTime>,
    /// When the user got off.
    #[wxpay(label = "用户下车时间")]
    pub end_time: Option<DateTime>,
    /// Where the user got on; a reminder of a debt shows it.
    #[wxpay(label = "乘车起始站")]
    pub start_station: Option<String>,
    /// Where the user got off; a reminder of a debt shows it.
    #[wxpay(label = "乘车终点站")]
    pub end_station: Option<String>,
}

/// What a fare is, and what of it the user paid (订单金额).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PaidAmount {
    /// The whole fare, in fen.
    #[wxpay(compared)]
    pub total: Option<Fen>,
    /// What the user paid, in fen.
    pub payer_total: Option<Fen>,
    /// The currency; a missing one is `CNY`.
    pub currency: Option<String>,
}
