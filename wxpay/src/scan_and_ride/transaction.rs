//! The state of a fare.

use super::Promotion;
use crate::prelude::*;

/// A fare that was ordered (乘车扣费订单). `trade_state` is its state.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Transaction {
    /// The app ID of the order.
    pub appid: Option<String>,
    /// The sub-merchant's app ID, if the order gave one.
    pub sub_appid: Option<String>,
    /// Merchant number of the service provider, or of a merchant that signs for itself.
    pub sp_mchid: Option<String>,
    /// Merchant number of the sub-merchant that is paid.
    pub sub_mchid: Option<String>,
    /// Description of the payment, as the bill shows it.
    pub description: Option<String>,
    /// Time at which the order was accepted.
    pub create_time: Option<DateTime>,
    /// The merchant's own order number.
    pub out_trade_no: Option<String>,
    /// WeChat Pay's number for the payment, once it is paid.
    pub transaction_id: Option<String>,
    /// State of the order.
    #[wxpay(compared)]
    pub trade_state: Option<TradeState>,
    /// Description of the state in Chinese, and of the next step.
    pub trade_state_description: Option<String>,
    /// Time of payment.
    pub success_time: Option<DateTime>,
    /// Code of the payer's bank and kind of card; `BPA` if WeChat Pay advanced the money (垫资).
    pub bank_type: Option<String>,
    /// State of the repayment of money that WeChat Pay advanced. It has a meaning only if `bank_type` is `BPA` and the fare is
    /// paid.
    pub user_repay_state: Option<UserRepayState>,
    /// WeChat Pay's number for the payment with which the user repaid the money.
    pub repay_transaction_id: Option<String>,
    /// Time of the repayment.
    pub repay_time: Option<DateTime>,
    /// The merchant's own data, as the order gave it.
    pub attach: Option<String>,
    /// Number of the user's contract.
    pub contract_id: Option<String>,
    /// Type of the ride: bus or metro.
    pub trade_scene: Option<TradeScene>,
    /// Details of a [`Bus`](TradeScene::Bus) ride.
    pub bus_info: Option<BusInfo>,
    /// Details of a [`Metro`](TradeScene::Metro) ride.
    pub metro_info: Option<MetroInfo>,
    /// The amount.
    #[wxpay(compared)]
    pub amount: Option<PaidAmount>,
    /// The coupons that were used.
    pub promotion_detail: Option<Vec<Promotion>>,
}

/// States of a fare (交易状态).
#[wxpay_enum]
pub enum TradeState {
    /// Paid by the user, or advanced by WeChat Pay (支付成功).
    Success,
    /// Accepted, and collected later (已接收，等待扣款).
    Accepted,
    /// Not paid; this order will not be paid any more (支付失败).
    PayFail,
    /// Paid; a full or partial refund was requested (转入退款).
    Refund,
}

/// States of a user's repayment of advanced money (用户还款状态).
#[wxpay_enum]
pub enum UserRepayState {
    /// Not yet repaid (未还款).
    NotRepay,
    /// Repaid (已还款).
    Repaid,
    /// Nothing to repay, because the whole fare was refunded (全额退款).
    AllRefund,
}

/// Types of rides (交易场景).
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
    /// Time at which the user got on. The official Go SDK requires it.
    #[wxpay(label = "用户乘车时间")]
    pub start_time: Option<DateTime>,
    /// Name of the line. The user sees it if it is up to 10 digits and letters followed by `路`.
    #[wxpay(label = "乘车路线")]
    pub line_name: Option<String>,
    /// Plate number of the bus: province and number, without any other character.
    #[wxpay(label = "车牌号")]
    pub plate_number: Option<String>,
}

/// A ride by metro (地铁场景信息).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct MetroInfo {
    /// Time at which the user got on. The official Go SDK requires it.
    #[wxpay(label = "用户乘车时间")]
    pub start_time: Option<DateTime>,
    /// Time at which the user got off.
    #[wxpay(label = "用户下车时间")]
    pub end_time: Option<DateTime>,
    /// Station at which the user got on, which reminders of a debt show.
    #[wxpay(label = "乘车起始站")]
    pub start_station: Option<String>,
    /// Station at which the user got off, which reminders of a debt show.
    #[wxpay(label = "乘车终点站")]
    pub end_station: Option<String>,
}

/// Amount of a fare, and the part that the user paid (订单金额).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PaidAmount {
    /// Total amount of the fare, in fen.
    #[wxpay(compared)]
    pub total: Option<Fen>,
    /// Amount that the user paid, in fen.
    pub payer_total: Option<Fen>,
    /// The currency; `CNY` if it is missing.
    pub currency: Option<String>,
}
