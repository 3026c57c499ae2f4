//! Users' authorizations of transfers.

use crate::prelude::*;

/// A user's authorization of transfers (免确认收款授权), in answers to queries and in notifications that it was given or has ended
/// (授权结果通知): `MCHTRANSFER.AUTHORIZATION.CONFIRMED` or `MCHTRANSFER.AUTHORIZATION.CLOSED`; `state` says which.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Authorization {
    /// The merchant's own number for the authorization.
    pub out_authorization_no: String,
    /// The app ID.
    pub appid: String,
    /// The user's openid under the app ID.
    pub openid: String,
    /// The user's name at the merchant.
    pub user_display_name: Option<String>,
    /// WeChat Pay's number for the authorization, once the user has agreed.
    pub authorization_id: Option<String>,
    /// State of the authorization.
    pub state: AuthorizationState,
    /// Time at which the user agreed.
    pub authorize_time: Option<DateTime>,
    /// Details of the end.
    pub close_info: Option<AuthorizationClosing>,
    /// ID of the transfer scene.
    pub transfer_scene_id: Option<String>,
    /// Description of the payment that the user sees.
    pub user_recv_perception: Option<String>,
    /// Time at which the authorization was asked for.
    pub create_time: Option<DateTime>,
    /// Data with which the front end shows the authorization to the user.
    pub package_info: Option<String>,
}

/// States of an authorization (单据状态).
#[wxpay_enum]
pub enum AuthorizationState {
    /// The user has to agree (待用户确认).
    WaitUserConfirm,
    /// In force (生效中).
    TakingEffect,
    /// Ended, or the user never agreed (已关闭).
    Closed,
}

/// Details of an authorization's end (关闭信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AuthorizationClosing {
    /// Time of the end.
    pub close_time: Option<DateTime>,
    /// Reason for the end.
    pub close_reason: Option<AuthorizationCloseReason>,
}

/// Reasons for an authorization's end (关闭原因).
#[wxpay_enum]
pub enum AuthorizationCloseReason {
    /// The merchant ended it.
    CloseViaMchApi,
    /// The user ended it.
    UserClose,
    /// The user did not agree in time.
    UserOverdueUnconfirmed,
    /// WeChat Pay detected a risk.
    TransferRisk,
    /// The user's account is not usable.
    UserAccountAbnormal,
}
