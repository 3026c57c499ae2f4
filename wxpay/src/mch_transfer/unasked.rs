//! Transfers around an authorization: the one that asks for it, and those that it allows.

use super::create::named;
use super::{SceneReport, TransferBill, TransferState};
use crate::prelude::*;
use crate::validate::Violation;

/// Orders a transfer, and asks on the same page for the authorization of later ones (发起转账并完成自动收款授权).
///
/// The user has to accept the transfer, which is one like any other. Whether the user has also agreed to the authorization,
/// [`QueryAuthorization`](super::QueryAuthorization) and a notification tell.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `ALREADY_EXISTS`; 401 `SIGN_ERROR`; 403 `NO_AUTH`, `NOT_ENOUGH`,
/// `RULE_LIMIT`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`, after which the transfer is queried, or ordered again with
/// the same parameters.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/fund-app/mch-transfer/transfer-bills/pre-transfer-with-authorization",
    response = TransferWithAuthorization,
    required = CreateTransferWithAuthorizationRequired,
    number = "out_bill_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4014399293"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateTransferWithAuthorization {
    /// The app ID, bound to the merchant that signs.
    #[wxpay(len = 32, label = "商户AppID")]
    pub appid: String,
    /// The merchant's own number for the transfer, unique under it.
    #[wxpay(len = 32, pattern = "[0-9A-Za-z]+", label = "商户单号")]
    pub out_bill_no: String,
    /// The user under `appid`.
    #[wxpay(len = 128, label = "收款用户OpenID")]
    pub openid: String,
    /// The user's name, which WeChat Pay compares; as for other transfers, probably needed from 2000 yuan on. Encrypted when
    /// it is sent.
    #[wxpay(label = "收款用户姓名")]
    pub user_name: Option<Sensitive>,
    /// How much, in fen.
    #[wxpay(range = 1.., label = "转账金额")]
    pub transfer_amount: Fen,
    /// What for, as the user sees it.
    #[wxpay(len = 32, label = "转账备注")]
    pub transfer_remark: String,
    /// Where WeChat Pay reports what became of it.
    #[wxpay(len = 256, url, label = "通知地址")]
    pub notify_url: Option<String>,
    /// The occasion in the user's words: one of the texts that the scene offers.
    #[wxpay(label = "用户收款感知")]
    pub user_recv_perception: Option<String>,
    /// The occasion (转账场景ID), which the merchant applies for, such as `1000` for marketing (现金营销).
    #[wxpay(label = "转账场景ID")]
    pub transfer_scene_id: String,
    /// What is reported about the occasion; the scene says what.
    #[wxpay(label = "转账场景报备信息")]
    pub transfer_scene_report_infos: Vec<SceneReport>,
    /// The authorization to ask for.
    #[wxpay(label = "自动收款授权信息")]
    pub authorization_info: Option<AuthorizationInfo>,
    /// The merchant that bears the money, if that is another one (出资商户号).
    #[wxpay(len = 32, label = "出资商户号")]
    pub sponsor_mchid: Option<String>,
}

/// An authorization to ask for beside a transfer (自动收款授权信息).
#[wxpay_object(required = AuthorizationInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AuthorizationInfo {
    /// The user's name at the merchant, for the page.
    #[wxpay(label = "用户展示名称")]
    pub user_display_name: String,
    /// The merchant's own number for the authorization, unique under it.
    #[wxpay(label = "商户侧授权单号")]
    pub out_authorization_no: String,
    /// Where WeChat Pay reports that the user has agreed.
    #[wxpay(len = 256, url, label = "自动收款授权结果通知地址")]
    pub authorization_notify_url: String,
}

/// The answer to a [`CreateTransferWithAuthorization`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TransferWithAuthorization {
    /// The merchant's own number.
    pub out_bill_no: String,
    /// WeChat Pay's number.
    pub transfer_bill_no: String,
    /// When it was ordered.
    pub create_time: Option<DateTime>,
    /// Where it stands.
    pub state: TransferState,
    /// What the front end needs to ask the user, while the state is
    /// [`WaitUserConfirm`](TransferState::WaitUserConfirm).
    pub package_info: Option<String>,
    /// The user's name at the merchant, as the request gave it.
    pub user_display_name: Option<String>,
    /// The merchant's own number for the authorization.
    pub out_authorization_no: Option<String>,
}

/// Orders a transfer that the user's authorization allows (用户授权后转账).
///
/// Nobody is asked. One of `authorization_id` and `out_authorization_no` has to be given. The same number with the same
/// parameters is the same transfer; with other parameters it is refused.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `ALREADY_EXISTS`; 401 `SIGN_ERROR`; 403 `NO_AUTH`, `NOT_ENOUGH`,
/// `RULE_LIMIT`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`, after which the transfer is queried, or ordered again with
/// the same parameters.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/fund-app/mch-transfer/transfer-bills/transfer",
    response = TransferBill,
    required = TransferByAuthorizationRequired,
    number = "out_bill_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4014399371",
    any_of("authorization_id", "out_authorization_no"),
    check = named_where_needed
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TransferByAuthorization {
    /// The app ID, bound to the merchant that signs.
    #[wxpay(len = 32, label = "商户AppID")]
    pub appid: String,
    /// The merchant's own number for the transfer, unique under it.
    #[wxpay(len = 32, pattern = "[0-9A-Za-z]+", label = "商户单号")]
    pub out_bill_no: String,
    /// The user's name, which WeChat Pay compares; needed from 2000 yuan on. Encrypted when it is sent.
    #[wxpay(label = "收款用户姓名")]
    pub user_name: Option<Sensitive>,
    /// How much, in fen.
    #[wxpay(range = 1.., label = "转账金额")]
    pub transfer_amount: Fen,
    /// What for, as the user sees it.
    #[wxpay(len = 32, label = "转账备注")]
    pub transfer_remark: String,
    /// Where WeChat Pay reports what became of it.
    #[wxpay(len = 256, url, label = "通知地址")]
    pub notify_url: Option<String>,
    /// The occasion in the user's words: one of the texts that the scene offers.
    #[wxpay(label = "用户收款感知")]
    pub user_recv_perception: Option<String>,
    /// The occasion (转账场景ID), which the merchant applies for, such as `1000` for marketing (现金营销).
    #[wxpay(label = "转账场景ID")]
    pub transfer_scene_id: String,
    /// What is reported about the occasion; the scene says what.
    #[wxpay(label = "转账场景报备信息")]
    pub transfer_scene_report_infos: Vec<SceneReport>,
    /// WeChat Pay's number for the authorization.
    #[wxpay(label = "微信免确认收款授权单号")]
    pub authorization_id: Option<String>,
    /// The merchant's own number for the authorization.
    #[wxpay(label = "商户侧授权单号")]
    pub out_authorization_no: Option<String>,
    /// The merchant that bears the money, if that is another one (出资商户号).
    #[wxpay(len = 32, label = "出资商户号")]
    pub sponsor_mchid: Option<String>,
}

fn named_where_needed(transfer: &TransferByAuthorization) -> Result<(), Violation> {
    named(transfer.transfer_amount, &transfer.user_name)
}
