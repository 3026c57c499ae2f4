//! A user's authorization of transfers.

use crate::prelude::*;

/// A user's authorization of transfers (免确认收款授权), as its queries answer it, and as notifications report that it was
/// given or has ended (授权结果通知): `MCHTRANSFER.AUTHORIZATION.CONFIRMED` or `MCHTRANSFER.AUTHORIZATION.CLOSED`; `state`
/// says which.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Authorization {
    /// The merchant's own number.
    pub out_authorization_no: String,
    /// The app ID.
    pub appid: String,
    /// The user under the app ID.
    pub openid: String,
    /// The user's name at the merchant.
    pub user_display_name: Option<String>,
    /// WeChat Pay's number, once the user has agreed.
    pub authorization_id: Option<String>,
    /// Where it stands.
    pub state: AuthorizationState,
    /// When the user agreed.
    pub authorize_time: Option<DateTime>,
    /// How it ended.
    pub close_info: Option<AuthorizationClosing>,
    /// The occasion.
    pub transfer_scene_id: Option<String>,
    /// The occasion in the user's words.
    pub user_recv_perception: Option<String>,
    /// When it was asked for.
    pub create_time: Option<DateTime>,
    /// What the front end needs to show the user the authorization.
    pub package_info: Option<String>,
}

/// Where an authorization stands (单据状态).
#[wxpay_enum]
pub enum AuthorizationState {
    /// The user has to agree (待用户确认).
    WaitUserConfirm,
    /// In force (生效中).
    TakingEffect,
    /// Ended, or never agreed to (已关闭).
    Closed,
}

/// How an authorization ended (关闭信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AuthorizationClosing {
    /// When.
    pub close_time: Option<DateTime>,
    /// Why.
    pub close_reason: Option<AuthorizationCloseReason>,
}

/// Why an authorization ended (关闭原因).
#[wxpay_enum]
pub enum AuthorizationCloseReason {
    /// The merchant ended it.
    CloseViaMchApi,
    /// The user ended it.
    UserClose,
    /// The user did not agree in time.
    UserOverdueUnconfirmed,
    /// WeChat Pay saw a risk.
    TransferRisk,
    /// The user's account is not usable.
    UserAccountAbnormal,
}
