//! Permissions of users.

use crate::prelude::*;

/// A notification that a user gave or withdrew the permission for a service (支付分授权/解除授权服务通知): `PAYSCORE.USER_OPEN_SERVICE` or
/// `PAYSCORE.USER_CLOSE_SERVICE`; `user_service_status` says which.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PayScorePermission {
    /// ID of the service.
    pub service_id: String,
    /// The app ID.
    pub appid: Option<String>,
    /// Merchant number of the merchant or service provider.
    pub mchid: Option<String>,
    /// Name of `mchid` in the service provider's form.
    pub mch_id: Option<String>,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The sub-merchant's merchant number.
    pub sub_mchid: Option<String>,
    /// Name of `sub_mchid` in the service provider's form.
    pub sub_mch_id: Option<String>,
    /// The channel's merchant number.
    pub channel_id: Option<String>,
    /// The user's openid under `appid`.
    pub openid: Option<String>,
    /// The user's openid under `sub_appid`.
    pub sub_openid: Option<String>,
    /// The merchant's own number for the request that asked for the permission.
    pub out_request_no: Option<String>,
    /// The user's action.
    pub user_service_status: Option<UserServiceStatus>,
    /// Time of the action, in Beijing time, as `yyyyMMddHHmmss`.
    pub openorclose_time: Option<String>,
    /// The merchant's own number for the permission, if it was asked for in advance (预授权).
    pub authorization_code: Option<String>,
}

impl PayScorePermission {
    /// Returns the number of the merchant or service provider, by either name.
    #[must_use]
    pub fn merchant(&self) -> Option<&str> {
        self.mchid.as_deref().or(self.mch_id.as_deref())
    }

    /// Returns the sub-merchant's number, by either name.
    #[must_use]
    pub fn sub_merchant(&self) -> Option<&str> {
        self.sub_mchid.as_deref().or(self.sub_mch_id.as_deref())
    }
}

/// Actions of a user on a permission (回调状态).
#[wxpay_enum]
pub enum UserServiceStatus {
    /// Gave the permission (授权成功).
    UserOpenService,
    /// Withdrew the permission (解除授权成功).
    UserCloseService,
}
