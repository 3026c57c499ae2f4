//! A user's permission.

use crate::prelude::*;

/// A user's permission for a service that was given or taken back (支付分授权/解除授权服务通知):
/// `PAYSCORE.USER_OPEN_SERVICE` or `PAYSCORE.USER_CLOSE_SERVICE`; `user_service_status` says which.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PayScorePermission {
    /// The service.
    pub service_id: String,
    /// The app ID.
    pub appid: Option<String>,
    /// The merchant or service provider.
    pub mchid: Option<String>,
    /// The service provider's form's name for `mchid`.
    pub mch_id: Option<String>,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The sub-merchant.
    pub sub_mchid: Option<String>,
    /// The service provider's form's name for `sub_mchid`.
    pub sub_mch_id: Option<String>,
    /// The channel's merchant number.
    pub channel_id: Option<String>,
    /// The user under `appid`.
    pub openid: Option<String>,
    /// The user under `sub_appid`.
    pub sub_openid: Option<String>,
    /// The merchant's own number for the request that led to it.
    pub out_request_no: Option<String>,
    /// What the user did.
    pub user_service_status: Option<UserServiceStatus>,
    /// When, in Beijing time, as `yyyyMMddHHmmss`.
    pub openorclose_time: Option<String>,
    /// The merchant's own number for the permission, where it was asked for in advance (预授权).
    pub authorization_code: Option<String>,
}

impl PayScorePermission {
    /// The merchant or service provider, by whichever name it came.
    #[must_use]
    pub fn merchant(&self) -> Option<&str> {
        self.mchid.as_deref().or(self.mch_id.as_deref())
    }

    /// The sub-merchant, by whichever name it came.
    #[must_use]
    pub fn sub_merchant(&self) -> Option<&str> {
        self.sub_mchid.as_deref().or(self.sub_mch_id.as_deref())
    }
}

/// What a user did with a permission (回调状态).
#[wxpay_enum]
pub enum UserServiceStatus {
    /// Gave it (授权成功).
    UserOpenService,
    /// Took it back (解除授权成功).
    UserCloseService,
}
