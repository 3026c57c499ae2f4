//! How proofs of identity went.

use crate::prelude::*;

/// Asks how a worker's proof of identity went (获取核身结果).
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
    /// The merchant's own number, that of the [`CreatePreOrder`](super::CreatePreOrder).
    #[wxpay(len = 64, pattern = "[0-9A-Za-z]+", label = "商家核身单号")]
    pub authenticate_number: String,
    /// The merchant.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
}

/// Lists a worker's successful proofs of a day (查询核身记录), 10 at a time.
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
    /// The worker.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// The service provider's app ID, if `openid` is under it. This or `sub_appid` is needed.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: Option<String>,
    /// The merchant's app ID, if `openid` is under it. This or `appid` is needed.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// The merchant.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// The day, such as `2020-12-25`; not more than 90 days ago.
    #[wxpay(label = "核身日期")]
    pub authenticate_date: Date,
    /// [`AuthenticateState::Success`]: no other proofs are listed.
    #[wxpay(label = "核身状态")]
    pub authenticate_state: Option<AuthenticateState>,
    /// How many proofs to skip; 0 if it is left out.
    #[wxpay(range = 0.., default = 0, label = "本次查询偏移量")]
    pub offset: Option<i64>,
    /// How many proofs to return: at most 10, which it is if it is left out.
    #[wxpay(range = 1..=10, default = 10, label = "本次请求最大查询条数")]
    pub limit: Option<i64>,
}

/// Proofs of identity, a page of them.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Authentications {
    /// They; nothing, if there was none.
    pub data: Option<Vec<Authentication>>,
    /// How many there are on all pages.
    pub total_count: Option<i64>,
    /// How many were skipped.
    pub offset: i64,
    /// How many the page may hold.
    pub limit: i64,
}

/// A proof of identity (核身记录).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Authentication {
    /// The service provider.
    pub mchid: String,
    /// The merchant.
    pub sub_mchid: Option<String>,
    /// The worker.
    pub openid: String,
    /// On what it was begun.
    pub authenticate_scene: AuthenticateScene,
    /// Where exactly: the app ID of the mini program, or the serial number of the device.
    pub authenticate_source: String,
    /// The project that the worker works at.
    pub project_name: String,
    /// The employer.
    pub employer_name: String,
    /// How it went.
    pub authenticate_state: AuthenticateState,
    /// When.
    pub authenticate_time: Option<DateTime>,
    /// The merchant's own number for it.
    pub authenticate_number: String,
    /// Why it failed, if it did.
    pub authenticate_failed_reason: Option<String>,
    /// What it was for.
    pub authenticate_type: Option<AuthenticateType>,
}

/// On what a proof of identity was begun (核身渠道).
#[wxpay_enum]
pub enum AuthenticateScene {
    /// In a mini program (小程序).
    FromMiniApp,
    /// On a device (硬件设备).
    FromHardware,
}

/// How a proof of identity went (核身状态).
#[wxpay_enum]
pub enum AuthenticateState {
    /// It is not over: ask again.
    #[wxpay(rename = "AUTHENTICATE_PROCESSING")]
    Processing,
    /// It is the worker.
    #[wxpay(rename = "AUTHENTICATE_SUCCESS")]
    Success,
    /// It failed.
    #[wxpay(rename = "AUTHENTICATE_FAILED")]
    Failed,
}

/// What a proof of identity is for (核身类型).
#[wxpay_enum]
pub enum AuthenticateType {
    /// Nothing in particular.
    Normal,
    /// Signing in at work (签到打卡).
    SignIn,
    /// Insuring the worker (投保).
    Insurance,
    /// Signing a contract (签约).
    Contract,
}
