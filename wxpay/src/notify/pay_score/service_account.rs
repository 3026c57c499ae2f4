//! Binding of a service provider's sub-merchants to a service.

use crate::prelude::*;

/// An application to bind a sub-merchant to a service, in answers to queries and in the notification of its result (绑定结果通知):
/// `PAYSCORE.BIND_SERVICE_ACCOUNT`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServiceAccountApplication {
    /// ID of the service.
    pub service_id: String,
    /// The service provider's merchant number.
    pub mchid: String,
    /// The service provider's app ID.
    pub appid: String,
    /// The sub-merchant's merchant number.
    pub sub_mchid: String,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The service provider's own number for the application.
    pub out_apply_no: String,
    /// URL that receives the notification of the result.
    pub result_notify_url: Option<String>,
    /// State of the application.
    pub apply_state: ApplyState,
    /// Reason for the rejection, in words.
    pub reject_reason: Option<String>,
}

/// States of an application (受理状态).
#[wxpay_enum]
pub enum ApplyState {
    /// Being processed (处理中).
    Processing,
    /// The sub-merchant is bound (绑定成功).
    Approved,
    /// Rejected (绑定失败).
    Rejected,
}
