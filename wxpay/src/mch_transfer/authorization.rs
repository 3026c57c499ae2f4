//! A user's authorization of transfers.

use super::{Authorization, AuthorizationState};
use crate::prelude::*;

/// Asks a user to authorize transfers from now on (申请免确认收款授权).
///
/// With the answer's `package_info` the front end asks the user. That the user has agreed is notified, and
/// [`QueryAuthorization`] tells; then [`TransferByAuthorization`](super::TransferByAuthorization) transfers.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `ALREADY_EXISTS`; 401 `SIGN_ERROR`; 403 `NO_AUTH`, `RULE_LIMIT`; 429
/// `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/fund-app/mch-transfer/user-confirm-authorization",
    response = RequestedAuthorization,
    required = CreateAuthorizationRequired,
    number = "out_authorization_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4015901167"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateAuthorization {
    /// The merchant's own number for the authorization, unique under it.
    #[wxpay(label = "商户侧授权单号")]
    pub out_authorization_no: String,
    /// The app ID, bound to the merchant that signs.
    #[wxpay(len = 32, label = "商户AppID")]
    pub appid: String,
    /// The user under `appid`.
    #[wxpay(len = 128, label = "收款用户OpenID")]
    pub openid: String,
    /// The occasion (转账场景ID), which the merchant applies for, such as `1000` for marketing (现金营销).
    #[wxpay(label = "转账场景ID")]
    pub transfer_scene_id: String,
    /// The user's name at the merchant, for the page.
    #[wxpay(label = "用户展示名称")]
    pub user_display_name: String,
    /// The occasion in the user's words: one of the texts that the scene offers.
    #[wxpay(label = "用户收款感知")]
    pub user_recv_perception: Option<String>,
    /// Where WeChat Pay reports that the user has agreed.
    #[wxpay(len = 256, url, label = "授权结果通知地址")]
    pub authorization_notify_url: String,
    /// Where the user is.
    #[wxpay(label = "场景信息")]
    pub scene_info: Option<AuthorizationScene>,
}

/// Where the user is who is asked (场景信息).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AuthorizationScene {
    /// The user's IP address.
    #[wxpay(label = "用户终端IP")]
    pub client_ip: Option<String>,
    /// The user's device.
    #[wxpay(label = "用户设备ID")]
    pub device_id: Option<String>,
    /// What kind of device it is.
    #[wxpay(label = "用户设备类型")]
    pub device_type: Option<DeviceType>,
}

/// A user's kind of device (用户设备类型).
#[wxpay_enum]
pub enum DeviceType {
    /// iOS.
    Ios,
    /// Android.
    Android,
    /// HarmonyOS.
    Harmony,
    /// Another one.
    Other,
}

/// The answer to a [`CreateAuthorization`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RequestedAuthorization {
    /// The merchant's own number.
    pub out_authorization_no: String,
    /// [`WaitUserConfirm`](AuthorizationState::WaitUserConfirm).
    pub state: AuthorizationState,
    /// When it was asked for.
    pub create_time: Option<DateTime>,
    /// What the front end needs to ask the user.
    pub package_info: Option<String>,
}

/// Asks for an authorization by the merchant's own number (商户单号查询自动收款授权).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `NOT_FOUND`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/fund-app/mch-transfer/user-confirm-authorization/out-authorization-no/{out_authorization_no}",
    response = Authorization,
    required = QueryAuthorizationRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4014399423"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryAuthorization {
    /// The merchant's own number for the authorization.
    #[wxpay(label = "商户侧授权单号")]
    pub out_authorization_no: String,
    /// Whether `package_info` is wanted, for a page that shows the user the authorization.
    #[wxpay(label = "是否展示用户授权信息")]
    pub is_display_authorization: Option<bool>,
}

/// Ends an authorization (解除免确认收款授权).
///
/// Transfers under way go on. Ending it again is no error.
///
/// Errors: as [`QueryAuthorization`].
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/fund-app/mch-transfer/user-confirm-authorization/out-authorization-no/{out_authorization_no}/close",
    response = Authorization,
    required = CloseAuthorizationRequired,
    number = "out_authorization_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4015653811"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CloseAuthorization {
    /// The merchant's own number for the authorization.
    #[wxpay(label = "商户侧授权单号")]
    pub out_authorization_no: String,
}
