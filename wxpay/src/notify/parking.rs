//! Parking, paid for without stopping.

use super::Promotion;
use crate::prelude::*;

/// A parking fee that was ordered (停车服务扣费结果通知): `TRANSACTION.SUCCESS`, `TRANSACTION.FAIL` and
/// `TRANSACTION.PAY_BACK`, with `parking_info`; queries answer the same. `trade_state` says what became of it.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ParkingPayment {
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
    pub out_trade_no: String,
    /// WeChat Pay's number for the payment, once there is one.
    pub transaction_id: Option<String>,
    /// What became of the order.
    pub trade_state: ParkingTradeState,
    /// The state in words, in Chinese, and what to do next.
    pub trade_state_description: Option<String>,
    /// When it was paid.
    pub success_time: Option<DateTime>,
    /// The code of the payer's bank and kind of card; `BPA`, where WeChat Pay advanced the money (垫资).
    pub bank_type: Option<String>,
    /// Whether the user has paid back what WeChat Pay advanced.
    pub user_repaid: Option<YesNo>,
    /// The merchant's own data, as the order gave it.
    pub attach: Option<String>,
    /// What kind of parking.
    pub trade_scene: Option<ParkingScene>,
    /// Where, when and how long the car stood.
    pub parking_info: Option<ParkingInfo>,
    /// Who pays.
    pub payer: Option<ParkingPayer>,
    /// How much.
    pub amount: ParkingAmount,
    /// The coupons that were used.
    pub promotion_detail: Option<Vec<Promotion>>,
}

/// What became of a parking fee (交易状态).
#[wxpay_enum]
pub enum ParkingTradeState {
    /// Paid, by the user or by WeChat Pay in advance (支付成功).
    Success,
    /// Accepted, to be collected: the car may go (已接收，等待扣款).
    Accepted,
    /// Not paid, and not going to be by this order (支付失败).
    PayFail,
    /// Paid, and a refund was asked for, perhaps of a part (转入退款).
    Refund,
}

/// `Y` or `N`.
#[wxpay_enum]
pub enum YesNo {
    /// `Y` (是).
    #[wxpay(rename = "Y")]
    Yes,
    /// `N` (否).
    #[wxpay(rename = "N")]
    No,
}

/// What kind of parking (交易场景).
#[wxpay_enum]
pub enum ParkingScene {
    /// A car park with an entrance and an exit (车场停车).
    Parking,
}

/// Where, when and how long a car stood (停车场景信息).
#[wxpay_object(required = ParkingInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParkingInfo {
    /// WeChat Pay's number for the entry.
    #[wxpay(label = "停车入场id")]
    pub parking_id: String,
    /// The plate: province and number, without any other character.
    #[wxpay(label = "车牌号")]
    pub plate_number: String,
    /// The plate's colour.
    #[wxpay(label = "车牌颜色")]
    pub plate_color: PlateColor,
    /// When the car came.
    #[wxpay(label = "入场时间")]
    pub start_time: DateTime,
    /// When the car went.
    #[wxpay(label = "出场时间")]
    pub end_time: DateTime,
    /// The car park's name.
    #[wxpay(label = "停车场名称")]
    pub parking_name: String,
    /// What is charged for, in seconds.
    #[wxpay(label = "计费时长")]
    pub charging_duration: i64,
    /// The merchant's number for the device at the exit.
    #[wxpay(label = "停车场设备id")]
    pub device_id: Option<String>,
}

/// A plate's colour (车牌颜色).
#[wxpay_enum]
pub enum PlateColor {
    /// Blue (蓝色).
    Blue,
    /// Green (绿色).
    Green,
    /// Yellow (黄色).
    Yellow,
    /// Black (黑色).
    Black,
    /// White (白色).
    White,
    /// Yellow and green (黄绿色).
    #[wxpay(rename = "LIMEGREEN")]
    LimeGreen,
}

/// Who pays a parking fee (支付者).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParkingPayer {
    /// The user under the order's `appid`.
    pub openid: Option<String>,
    /// The user under the order's `sub_appid`.
    pub sub_openid: Option<String>,
}

/// What a parking fee is, and what of it the user paid (订单金额).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParkingAmount {
    /// The whole fee, in fen; the amount to compare with.
    pub total: Fen,
    /// The currency; a missing one is `CNY`.
    pub currency: Option<String>,
    /// What the user paid, in fen.
    pub payer_total: Option<Fen>,
    /// What was taken off, in fen.
    pub discount_total: Option<Fen>,
}

/// A car that stands in a car park became able or unable to be charged (停车入场状态变更通知):
/// `VEHICLE.ENTRANCE_STATE_CHANGE`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParkingStateChange {
    /// The service provider; or the merchant, where it signs for itself.
    pub sp_mchid: Option<String>,
    /// The sub-merchant.
    pub sub_mchid: Option<String>,
    /// WeChat Pay's number for the entry.
    pub parking_id: String,
    /// The merchant's own number for the entry.
    pub out_parking_no: String,
    /// The plate.
    pub plate_number: Option<String>,
    /// The plate's colour.
    pub plate_color: Option<PlateColor>,
    /// When the car came.
    pub start_time: Option<DateTime>,
    /// The car park's name.
    pub parking_name: Option<String>,
    /// How long parking is free, in seconds.
    pub free_duration: Option<i64>,
    /// Whether the car can be charged now.
    pub parking_state: ParkingState,
    /// Why it cannot, where that is said.
    pub blocked_state_description: Option<String>,
    /// Since when.
    pub state_update_time: Option<DateTime>,
}

/// Whether a car can be charged (停车入场状态).
#[wxpay_enum]
pub enum ParkingState {
    /// It can (正常).
    Normal,
    /// It cannot: let the driver pay otherwise (不可用).
    Blocked,
}
