//! A platform's sub-merchant that joins a service.

use crate::prelude::*;

/// An application to bind a sub-merchant to a service, as its queries answer it, and as it is notified once it is decided
/// (绑定结果通知): `PAYSCORE.BIND_SERVICE_ACCOUNT`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServiceAccountApplication {
    /// The service.
    pub service_id: String,
    /// The service provider.
    pub mchid: String,
    /// The service provider's app ID.
    pub appid: String,
    /// The sub-merchant.
    pub sub_mchid: String,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The service provider's own number for the application.
    pub out_apply_no: String,
    /// Where WeChat Pay reports the outcome.
    pub result_notify_url: Option<String>,
    /// How far it got.
    pub apply_state: ApplyState,
    /// Why it was rejected, in words.
    pub reject_reason: Option<String>,
}

/// How far an application got (受理状态).
#[wxpay_enum]
pub enum ApplyState {
    /// It is being decided (处理中).
    Processing,
    /// The sub-merchant is bound (绑定成功).
    Approved,
    /// It was rejected (绑定失败).
    Rejected,
}
