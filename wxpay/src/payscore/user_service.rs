//! The older permission, which users give without being asked in advance (普通授权).

use crate::prelude::*;

/// Asks whether a user has opened the service (查询用户授权状态), for merchants and service providers.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/payscore/user-service-state",
    response = UserServiceState,
    required = QueryUserServiceStateRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryUserServiceState {
    /// The app ID, bound to the merchant.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// The service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The user under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
}

/// Whether a user has opened a service.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UserServiceState {
    /// The app ID.
    pub appid: String,
    /// The service.
    pub service_id: String,
    /// The user under `appid`.
    pub openid: Option<String>,
    /// Whether it is open.
    pub use_service_state: UseServiceState,
}

/// Whether a service is open to a user (用户授权服务情况).
#[wxpay_enum]
pub enum UseServiceState {
    /// It is not (未授权).
    Unavailable,
    /// It is (已授权).
    Available,
}

/// Closes a service for a user (商户解除用户授权关系), for merchants and service providers.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/users/{openid}/permissions/{service_id}/terminate",
    required = TerminateUserPermissionRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TerminateUserPermission {
    /// The user under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// The service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The app ID, bound to the merchant.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// Why.
    #[wxpay(len = 50, label = "撤销原因")]
    pub reason: String,
}
