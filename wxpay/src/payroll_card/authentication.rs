//! Results of workers' identity checks.

use crate::prelude::*;

/// Queries the result of a worker's identity check (获取核身结果).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/payroll-card/authentications/{authenticate_number}",
    response = Authentication,
    required = QueryAuthenticationRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012461785"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryAuthentication {
    /// The merchant's own number for the check, from [`CreatePreOrder`](super::CreatePreOrder).
    #[wxpay(len = 64, pattern = "[0-9A-Za-z]+", label = "商家核身单号")]
    pub authenticate_number: String,
    /// The sub-merchant's merchant number.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
}

/// Lists a worker's successful identity checks of a day (查询核身记录), 10 at a time.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/payroll-card/authentications",
    response = Authentications,
    required = ListAuthenticationsRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012461820",
    pages(offset = "offset", limit = "limit", items = "data", total = "total_count"),
    any_of("appid", "sub_appid")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListAuthentications {
    /// The worker's openid.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// The service provider's app ID, if `openid` is under it. Either `appid` or `sub_appid` is required.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: Option<String>,
    /// The sub-merchant's app ID, if `openid` is under it. Either `sub_appid` or `appid` is required.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// The sub-merchant's merchant number.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// Day of the checks, such as `2020-12-25`; at most 90 days ago.
    #[wxpay(label = "核身日期")]
    pub authenticate_date: Date,
    /// State of the checks: [`AuthenticateState::Success`], because only successful ones are listed.
    #[wxpay(label = "核身状态")]
    pub authenticate_state: Option<AuthenticateState>,
    /// Number of checks to skip; 0 by default.
    #[wxpay(range = 0.., default = 0, label = "本次查询偏移量")]
    pub offset: Option<i64>,
    /// Number of checks to return: at most 10, which is the default.
    #[wxpay(range = 1..=10, default = 10, label = "本次请求最大查询条数")]
    pub limit: Option<i64>,
}

/// A page of identity checks.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Authentications {
    /// The checks; `None` if the list is empty.
    pub data: Option<Vec<Authentication>>,
    /// Total number on all pages.
    pub total_count: Option<i64>,
    /// Number of skipped checks.
    pub offset: i64,
    /// Highest number of checks on the page.
    pub limit: i64,
}

/// An identity check (核身记录).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Authentication {
    /// The service provider's merchant number.
    pub mchid: String,
    /// The sub-merchant's merchant number.
    pub sub_mchid: Option<String>,
    /// The worker's openid.
    pub openid: String,
    /// Channel through which the check began.
    pub authenticate_scene: AuthenticateScene,
    /// Source of the check: the app ID of the mini program, or the serial number of the device.
    pub authenticate_source: String,
    /// Name of the worker's project.
    pub project_name: String,
    /// Name of the employer.
    pub employer_name: String,
    /// State of the check.
    pub authenticate_state: AuthenticateState,
    /// Time of the check.
    pub authenticate_time: Option<DateTime>,
    /// The merchant's own number for the check.
    pub authenticate_number: String,
    /// Reason for the failure, if the check failed.
    pub authenticate_failed_reason: Option<String>,
    /// Purpose of the check.
    pub authenticate_type: Option<AuthenticateType>,
}

/// Channels through which an identity check begins (核身渠道).
#[wxpay_enum]
pub enum AuthenticateScene {
    /// A mini program (小程序).
    FromMiniApp,
    /// A device (硬件设备).
    FromHardware,
}

/// States of an identity check (核身状态).
#[wxpay_enum]
pub enum AuthenticateState {
    /// Not finished: query it again.
    #[wxpay(rename = "AUTHENTICATE_PROCESSING")]
    Processing,
    /// The person is the worker.
    #[wxpay(rename = "AUTHENTICATE_SUCCESS")]
    Success,
    /// Failed.
    #[wxpay(rename = "AUTHENTICATE_FAILED")]
    Failed,
}

/// Purposes of an identity check (核身类型).
#[wxpay_enum]
pub enum AuthenticateType {
    /// No special purpose.
    Normal,
    /// Signing in at work (签到打卡).
    SignIn,
    /// Insuring the worker (投保).
    Insurance,
    /// Signing a contract (签约).
    Contract,
}
