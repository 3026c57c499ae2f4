//! Whether a plate can be used.

use super::PlateColor;
use crate::prelude::*;

/// Asks whether a user has opened the service for a plate (查询车牌服务开通信息).
///
/// By the answer the front end opens WeChat's page: that of the plates, where the service is open or paused, or that
/// which opens it.
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
    /// The app ID of an official account, mini program or app, bound to the one that signs.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: String,
    /// The sub-merchant. A service provider has to name it.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// The plate: province and number, without any other character.
    #[wxpay(label = "车牌号")]
    pub plate_number: String,
    /// The plate's colour.
    #[wxpay(label = "车牌颜色")]
    pub plate_color: PlateColor,
    /// The user under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
}

/// Whether a plate can be used (车牌服务开通信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlateService {
    /// The plate.
    pub plate_number: String,
    /// The plate's colour.
    pub plate_color: PlateColor,
    /// When the service was opened, if it was.
    pub service_open_time: Option<DateTime>,
    /// The user, as asked.
    pub openid: String,
    /// Whether the service is open.
    pub service_state: PlateServiceState,
}

/// Whether the service is open for a plate (车牌服务开通状态).
#[wxpay_enum]
pub enum PlateServiceState {
    /// It is (正常服务).
    Normal,
    /// The user paused it (暂停服务).
    Pause,
    /// It is not (未开通).
    OutService,
}
