//! The query of a plate's service.

use super::PlateColor;
use crate::prelude::*;

/// Queries the state of the service for a user's plate (查询车牌服务开通信息).
///
/// The answer decides which page of WeChat the front end opens: the list of plates if the service is enabled or paused, or the
/// page that enables it.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/vehicle/parking/services/find",
    response = PlateService,
    required = QueryPlateServiceRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012534043"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryPlateService {
    /// App ID of an official account, mini program or app, bound to the caller.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: String,
    /// Merchant number of the sub-merchant. Required for a service provider.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// Plate number: province and number, without any other character.
    #[wxpay(label = "车牌号")]
    pub plate_number: String,
    /// Plate colour.
    #[wxpay(label = "车牌颜色")]
    pub plate_color: PlateColor,
    /// Openid of the user, under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
}

/// The service of a plate (车牌服务开通信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlateService {
    /// Plate number.
    pub plate_number: String,
    /// Plate colour.
    pub plate_color: PlateColor,
    /// Time at which the service was enabled.
    pub service_open_time: Option<DateTime>,
    /// Openid of the user, as in the request.
    pub openid: String,
    /// State of the service.
    pub service_state: PlateServiceState,
}

/// The state of a plate's service (车牌服务开通状态).
#[wxpay_enum]
pub enum PlateServiceState {
    /// Enabled (正常服务).
    Normal,
    /// Paused by the user (暂停服务).
    Pause,
    /// Not enabled (未开通).
    OutService,
}
