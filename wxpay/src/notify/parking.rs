//! Parking services.

use super::Promotion;
use crate::prelude::*;

/// A parking fee, in answers to queries and in notifications of its result (停车服务扣费结果通知): `TRANSACTION.SUCCESS`,
/// `TRANSACTION.FAIL` and `TRANSACTION.PAY_BACK` with `parking_info`. `trade_state` says which state it is in.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ParkingPayment {
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
    pub out_trade_no: String,
    /// WeChat Pay's number for the payment, once it is paid.
    pub transaction_id: Option<String>,
    /// State of the order.
    pub trade_state: ParkingTradeState,
    /// Description of the state in Chinese, and of the next step.
    pub trade_state_description: Option<String>,
    /// Time of payment.
    pub success_time: Option<DateTime>,
    /// Code of the payer's bank and kind of card; `BPA` if WeChat Pay advanced the money (垫资).
    pub bank_type: Option<String>,
    /// `Y` once the user has paid back the money that WeChat Pay advanced.
    pub user_repaid: Option<YesNo>,
    /// The merchant's own data, as the order gave it.
    pub attach: Option<String>,
    /// Kind of parking.
    pub trade_scene: Option<ParkingScene>,
    /// Place, time and length of the stay.
    pub parking_info: Option<ParkingStay>,
    /// The payer.
    pub payer: Option<ParkingPayer>,
    /// The amount.
    pub amount: ParkingAmount,
    /// The coupons that were used.
    pub promotion_detail: Option<Vec<Promotion>>,
}

/// States of a parking fee (交易状态).
#[wxpay_enum]
pub enum ParkingTradeState {
    /// Paid by the user, or advanced by WeChat Pay (支付成功).
    Success,
    /// Accepted, and collected later: the car may leave (已接收，等待扣款).
    Accepted,
    /// Not paid; this order will not be paid any more (支付失败).
    PayFail,
    /// Paid; a full or partial refund was requested (转入退款).
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

/// Kinds of parking (交易场景).
#[wxpay_enum]
pub enum ParkingScene {
    /// A car park with an entrance and an exit (车场停车).
    Parking,
}

/// Place, time and length of a car's stay (停车场景信息), in an order.
#[wxpay_object(required = ParkingInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParkingInfo {
    /// WeChat Pay's number for the entry.
    #[wxpay(label = "停车入场id")]
    pub parking_id: String,
    /// Plate number: province and number, without any other character.
    #[wxpay(label = "车牌号")]
    pub plate_number: String,
    /// The plate's colour.
    #[wxpay(label = "车牌颜色")]
    pub plate_color: PlateColor,
    /// Time of the entry.
    #[wxpay(label = "入场时间")]
    pub start_time: DateTime,
    /// Time of the exit.
    #[wxpay(label = "出场时间")]
    pub end_time: DateTime,
    /// The car park's name.
    #[wxpay(label = "停车场名称")]
    pub parking_name: String,
    /// Charged time, in seconds.
    #[wxpay(label = "计费时长")]
    pub charging_duration: i64,
    /// The merchant's number for the device at the exit.
    #[wxpay(label = "停车场设备id")]
    pub device_id: String,
}

/// A car's stay in a car park (停车场景信息), in answers and notifications. Every member is optional, because sources disagree on which
/// are always there.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParkingStay {
    /// WeChat Pay's number for the entry.
    pub parking_id: Option<String>,
    /// Plate number: province and number, without any other character.
    pub plate_number: Option<String>,
    /// The plate's colour.
    pub plate_color: Option<PlateColor>,
    /// The time of the entry.
    pub start_time: Option<DateTime>,
    /// The time of the exit.
    pub end_time: Option<DateTime>,
    /// The car park's name.
    pub parking_name: Option<String>,
    /// Charged time, in seconds.
    pub charging_duration: Option<i64>,
    /// The merchant's number for the device at the exit.
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

/// The payer of a parking fee (支付者).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParkingPayer {
    /// The user's openid under the order's `appid`.
    pub openid: Option<String>,
    /// The user's openid under the order's `sub_appid`.
    pub sub_openid: Option<String>,
}

/// Amount of a parking fee, and the part that the user paid (订单金额).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParkingAmount {
    /// Total amount of the fee, in fen: the amount to compare.
    pub total: Fen,
    /// The currency; `CNY` if it is missing.
    pub currency: Option<String>,
    /// Amount that the user paid, in fen.
    pub payer_total: Option<Fen>,
    /// Amount of the discounts, in fen.
    pub discount_total: Option<Fen>,
}

/// A notification that a parked car became chargeable, or is no longer chargeable (停车入场状态变更通知): `VEHICLE.ENTRANCE_STATE_CHANGE`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParkingStateChange {
    /// Merchant number of the service provider, or of a merchant that signs for itself.
    pub sp_mchid: Option<String>,
    /// The sub-merchant's merchant number.
    pub sub_mchid: Option<String>,
    /// WeChat Pay's number for the entry.
    pub parking_id: String,
    /// The merchant's own number for the entry.
    pub out_parking_no: String,
    /// Plate number.
    pub plate_number: Option<String>,
    /// The plate's colour.
    pub plate_color: Option<PlateColor>,
    /// Time of the entry.
    pub start_time: Option<DateTime>,
    /// The car park's name.
    pub parking_name: Option<String>,
    /// Free parking time, in seconds.
    pub free_duration: Option<i64>,
    /// State of the entry: chargeable or not.
    pub parking_state: ParkingState,
    /// Reason why the car is not chargeable, if one is given.
    pub blocked_state_description: Option<String>,
    /// Time of the last change of state.
    pub state_update_time: Option<DateTime>,
}

/// States of a car's entry (停车入场状态).
#[wxpay_enum]
pub enum ParkingState {
    /// Chargeable (正常).
    Normal,
    /// Not chargeable: collect the fee in another way (不可用).
    Blocked,
}
