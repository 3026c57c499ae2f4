//! The older kind of permission, which is not requested in advance (普通授权).

use crate::prelude::*;

/// Queries a user's permission for the service (查询用户授权状态), for merchants and service providers.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/payscore/user-service-state",
    response = UserServiceState,
    required = QueryUserServiceStateRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryUserServiceState {
    /// App ID, bound to the merchant number.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The user's openid under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
}

/// A user's permission for a service.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UserServiceState {
    /// The app ID.
    pub appid: String,
    /// ID of the service.
    pub service_id: String,
    /// The user's openid under `appid`.
    pub openid: Option<String>,
    /// State of the permission.
    pub use_service_state: UseServiceState,
}

/// States of a user's permission for a service (用户授权服务情况).
#[wxpay_enum]
pub enum UseServiceState {
    /// Not given (未授权).
    Unavailable,
    /// Given (已授权).
    Available,
}

/// Ends a user's permission for a service (商户解除用户授权关系), for merchants and service providers.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/users/{openid}/permissions/{service_id}/terminate",
    required = TerminateUserPermissionRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TerminateUserPermission {
    /// The user's openid under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// App ID, bound to the merchant number.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// The reason.
    #[wxpay(len = 50, label = "撤销原因")]
    pub reason: String,
}
