//! A car that came.

use super::{ParkingState, PlateColor};
use crate::prelude::*;

/// Registers a car at the entrance (创建停车入场), and asks whether it can be charged.
///
/// While it stands there, [`ParkingStateChange`](super::ParkingStateChange) reports if that changes. The answer's `id` goes
/// into the fee's order.
///
/// `out_parking_no` makes repeating safe.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/vehicle/parking/parkings",
    response = Parking,
    required = CreateParkingRequired,
    number = "out_parking_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012533937"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateParking {
    /// The sub-merchant. A service provider has to name it.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// The merchant's own number for the entry, unique under the merchant.
    #[wxpay(label = "商户入场id")]
    pub out_parking_no: String,
    /// The plate: province and number, without any other character.
    #[wxpay(label = "车牌号")]
    pub plate_number: String,
    /// The plate's colour.
    #[wxpay(label = "车牌颜色")]
    pub plate_color: PlateColor,
    /// Where changes of the car's state are reported.
    #[wxpay(url, label = "回调通知url")]
    pub notify_url: String,
    /// When the car came.
    #[wxpay(label = "入场时间")]
    pub start_time: DateTime,
    /// The car park's name.
    #[wxpay(label = "停车场名称")]
    pub parking_name: String,
    /// How long parking is free, in seconds.
    #[wxpay(label = "免费时长")]
    pub free_duration: i64,
}

/// A car in a car park (停车入场).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Parking {
    /// WeChat Pay's number for the entry.
    pub id: String,
    /// The merchant's own number for the entry.
    pub out_parking_no: String,
    /// The plate.
    pub plate_number: String,
    /// The plate's colour.
    pub plate_color: PlateColor,
    /// When the car came.
    pub start_time: DateTime,
    /// The car park's name.
    pub parking_name: String,
    /// How long parking is free, in seconds.
    pub free_duration: i64,
    /// Whether the car can be charged.
    pub state: ParkingState,
    /// Why it cannot.
    pub block_reason: Option<BlockReason>,
}

/// Why a car cannot be charged (不可用状态描述).
#[wxpay_enum]
pub enum BlockReason {
    /// The user paused the service (已暂停).
    Pause,
    /// The user owes an earlier fee (欠费).
    Overdue,
    /// The service is not open for this plate (未开通).
    OutService,
    /// The user's pay score is not good enough (综合评估未通过).
    EvaluationFailed,
}
