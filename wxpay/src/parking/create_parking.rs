//! The registration of a car at the entrance.

use super::{ParkingState, PlateColor};
use crate::prelude::*;

/// Registers a car at the entrance; the answer says if it can be charged (创建停车入场).
///
/// A [`ParkingStateChange`](super::ParkingStateChange) notifies the merchant if that changes later. The request for the fee needs
/// the answer's `id`.
///
/// `out_parking_no` makes a repeated request safe.
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
    /// Merchant number of the sub-merchant. Required for a service provider.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// The merchant's number of the entry, unique for the merchant.
    #[wxpay(label = "商户入场id")]
    pub out_parking_no: String,
    /// Plate number: province and number, without any other character.
    #[wxpay(label = "车牌号")]
    pub plate_number: String,
    /// Plate colour.
    #[wxpay(label = "车牌颜色")]
    pub plate_color: PlateColor,
    /// URL for the notifications of changes of the car's state.
    #[wxpay(url, label = "回调通知url")]
    pub notify_url: String,
    /// Time of entry.
    #[wxpay(label = "入场时间")]
    pub start_time: DateTime,
    /// Name of the car park.
    #[wxpay(label = "停车场名称")]
    pub parking_name: String,
    /// Free parking time in seconds.
    #[wxpay(label = "免费时长")]
    pub free_duration: i64,
}

/// An entry of a car (停车入场).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Parking {
    /// WeChat Pay's number of the entry.
    pub id: String,
    /// The merchant's number of the entry.
    pub out_parking_no: String,
    /// Plate number.
    pub plate_number: String,
    /// Plate colour.
    pub plate_color: PlateColor,
    /// Time of entry.
    pub start_time: DateTime,
    /// Name of the car park.
    pub parking_name: String,
    /// Free parking time in seconds.
    pub free_duration: i64,
    /// State of the car, which says if it can be charged.
    pub state: ParkingState,
    /// Reason why the car cannot be charged.
    pub block_reason: Option<BlockReason>,
}

/// The reason why a car cannot be charged (不可用状态描述).
#[wxpay_enum]
pub enum BlockReason {
    /// The user paused the service (已暂停).
    Pause,
    /// The user has not paid an earlier fee (欠费).
    Overdue,
    /// The service is not enabled for this plate (未开通).
    OutService,
    /// The user's pay score is not sufficient (综合评估未通过).
    EvaluationFailed,
}
