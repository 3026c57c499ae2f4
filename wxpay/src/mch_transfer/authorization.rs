//! A user's authorization of future transfers.

use super::{Authorization, AuthorizationState};
use crate::prelude::*;

/// Requests a user's authorization of future transfers (申请免确认收款授权).
///
/// The front end asks the user with the answer's `package_info`. WeChat Pay sends a notification when the user has agreed, and
/// [`QueryAuthorization`] returns the state; then [`TransferByAuthorization`](super::TransferByAuthorization) can transfer.
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
    /// The merchant's number of the authorization, unique for the merchant.
    #[wxpay(label = "商户侧授权单号")]
    pub out_authorization_no: String,
    /// App ID, bound to the caller.
    #[wxpay(len = 32, label = "商户AppID")]
    pub appid: String,
    /// Openid of the user, under `appid`.
    #[wxpay(len = 128, label = "收款用户OpenID")]
    pub openid: String,
    /// Scene ID of the transfers (转账场景ID), which the merchant applies for, such as `1000` for marketing (现金营销).
    #[wxpay(label = "转账场景ID")]
    pub transfer_scene_id: String,
    /// Name of the user at the merchant, for the page.
    #[wxpay(label = "用户展示名称")]
    pub user_display_name: String,
    /// Occasion as the user sees it: one of the texts that the scene offers.
    #[wxpay(label = "用户收款感知")]
    pub user_recv_perception: Option<String>,
    /// URL for the notification that the user has agreed.
    #[wxpay(len = 256, url, label = "授权结果通知地址")]
    pub authorization_notify_url: String,
    /// Scene of the request.
    #[wxpay(label = "场景信息")]
    pub scene_info: Option<AuthorizationScene>,
}

/// The scene of the request to a user (场景信息).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AuthorizationScene {
    /// IP address of the user.
    #[wxpay(label = "用户终端IP")]
    pub client_ip: Option<String>,
    /// ID of the user's device.
    #[wxpay(label = "用户设备ID")]
    pub device_id: Option<String>,
    /// Type of the device.
    #[wxpay(label = "用户设备类型")]
    pub device_type: Option<DeviceType>,
}

/// The type of a user's device (用户设备类型).
#[wxpay_enum]
pub enum DeviceType {
    /// iOS.
    Ios,
    /// Android.
    Android,
    /// HarmonyOS.
    Harmony,
    /// Another device.
    Other,
}

/// The answer to a [`CreateAuthorization`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RequestedAuthorization {
    /// The merchant's number of the authorization.
    pub out_authorization_no: String,
    /// State: [`WaitUserConfirm`](AuthorizationState::WaitUserConfirm).
    pub state: AuthorizationState,
    /// Time of the request.
    pub create_time: Option<DateTime>,
    /// Data with which the front end asks the user.
    pub package_info: Option<String>,
}

/// Queries an authorization by the merchant's number (商户单号查询自动收款授权).
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
    /// The merchant's number of the authorization.
    #[wxpay(label = "商户侧授权单号")]
    pub out_authorization_no: String,
    /// True to get `package_info`, for a page that shows the user the authorization.
    #[wxpay(label = "是否展示用户授权信息")]
    pub is_display_authorization: Option<bool>,
}

/// Closes an authorization (解除免确认收款授权).
///
/// Transfers that are in progress continue. Closing again is not an error.
///
/// Errors: those of [`QueryAuthorization`].
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
    /// The merchant's number of the authorization.
    #[wxpay(label = "商户侧授权单号")]
    pub out_authorization_no: String,
}
