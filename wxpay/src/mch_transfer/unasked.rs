//! Transfers with an authorization: one requests the authorization, the other uses it.

use super::create::named;
use super::{SceneReport, TransferBill, TransferState};
use crate::prelude::*;
use crate::validate::Violation;

/// Creates a transfer and asks on the same page for an authorization of later ones (发起转账并完成自动收款授权).
///
/// The user has to accept the transfer as usual. [`QueryAuthorization`](super::QueryAuthorization) and a notification tell if the
/// user has agreed to the authorization too.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `ALREADY_EXISTS`; 401 `SIGN_ERROR`; 403 `NO_AUTH`, `NOT_ENOUGH`, `RULE_LIMIT`;
/// 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR` (query the transfer, or repeat the request with the same parameters).
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
    /// App ID, bound to the caller.
    #[wxpay(len = 32, label = "商户AppID")]
    pub appid: String,
    /// The merchant's number of the transfer, unique for the merchant.
    #[wxpay(len = 32, pattern = "[0-9A-Za-z]+", label = "商户单号")]
    pub out_bill_no: String,
    /// Openid of the user, under `appid`.
    #[wxpay(len = 128, label = "收款用户OpenID")]
    pub openid: String,
    /// Name of the user, which WeChat Pay verifies; probably required from 2000 yuan, as for other transfers. Encrypted in the
    /// request.
    #[wxpay(label = "收款用户姓名")]
    pub user_name: Option<Sensitive>,
    /// Amount in fen.
    #[wxpay(range = 1.., label = "转账金额")]
    pub transfer_amount: Fen,
    /// Remark, which the user sees.
    #[wxpay(len = 32, label = "转账备注")]
    pub transfer_remark: String,
    /// URL for the notification of the result.
    #[wxpay(len = 256, url, label = "通知地址")]
    pub notify_url: Option<String>,
    /// Occasion as the user sees it: one of the texts that the scene offers.
    #[wxpay(label = "用户收款感知")]
    pub user_recv_perception: Option<String>,
    /// Scene ID of the transfer (转账场景ID), which the merchant applies for, such as `1000` for marketing (现金营销).
    #[wxpay(label = "转账场景ID")]
    pub transfer_scene_id: String,
    /// Report information of the transfer; the scene decides which is required.
    #[wxpay(label = "转账场景报备信息")]
    pub transfer_scene_report_infos: Vec<SceneReport>,
    /// Authorization to request.
    #[wxpay(label = "自动收款授权信息")]
    pub authorization_info: Option<AuthorizationInfo>,
    /// Merchant number that pays, if another merchant does (出资商户号).
    #[wxpay(len = 32, label = "出资商户号")]
    pub sponsor_mchid: Option<String>,
}

/// An authorization that is requested together with a transfer (自动收款授权信息).
#[wxpay_object(required = AuthorizationInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AuthorizationInfo {
    /// Name of the user at the merchant, for the page.
    #[wxpay(label = "用户展示名称")]
    pub user_display_name: String,
    /// The merchant's number of the authorization, unique for the merchant.
    #[wxpay(label = "商户侧授权单号")]
    pub out_authorization_no: String,
    /// URL for the notification that the user has agreed.
    #[wxpay(len = 256, url, label = "自动收款授权结果通知地址")]
    pub authorization_notify_url: String,
}

/// The answer to a [`CreateTransferWithAuthorization`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TransferWithAuthorization {
    /// The merchant's number of the transfer.
    pub out_bill_no: String,
    /// WeChat Pay's number of the transfer.
    pub transfer_bill_no: String,
    /// Time of creation.
    pub create_time: Option<DateTime>,
    /// State of the transfer.
    pub state: TransferState,
    /// Data with which the front end asks the user, while the state is [`WaitUserConfirm`](TransferState::WaitUserConfirm).
    pub package_info: Option<String>,
    /// Name of the user at the merchant, as the request gave it.
    pub user_display_name: Option<String>,
    /// The merchant's number of the authorization.
    pub out_authorization_no: Option<String>,
}

/// Creates a transfer that the user has authorized (用户授权后转账).
///
/// The user need not confirm it. `authorization_id` or `out_authorization_no` is required. A repeated request with the same
/// number and parameters is the same transfer; other parameters are refused.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `ALREADY_EXISTS`; 401 `SIGN_ERROR`; 403 `NO_AUTH`, `NOT_ENOUGH`, `RULE_LIMIT`;
/// 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR` (query the transfer, or repeat the request with the same parameters).
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
    /// App ID, bound to the caller.
    #[wxpay(len = 32, label = "商户AppID")]
    pub appid: String,
    /// The merchant's number of the transfer, unique for the merchant.
    #[wxpay(len = 32, pattern = "[0-9A-Za-z]+", label = "商户单号")]
    pub out_bill_no: String,
    /// Name of the user, which WeChat Pay verifies; required from 2000 yuan. Encrypted in the request.
    #[wxpay(label = "收款用户姓名")]
    pub user_name: Option<Sensitive>,
    /// Amount in fen.
    #[wxpay(range = 1.., label = "转账金额")]
    pub transfer_amount: Fen,
    /// Remark, which the user sees.
    #[wxpay(len = 32, label = "转账备注")]
    pub transfer_remark: String,
    /// URL for the notification of the result.
    #[wxpay(len = 256, url, label = "通知地址")]
    pub notify_url: Option<String>,
    /// Occasion as the user sees it: one of the texts that the scene offers.
    #[wxpay(label = "用户收款感知")]
    pub user_recv_perception: Option<String>,
    /// Scene ID of the transfer (转账场景ID), which the merchant applies for, such as `1000` for marketing (现金营销).
    #[wxpay(label = "转账场景ID")]
    pub transfer_scene_id: String,
    /// Report information of the transfer; the scene decides which is required.
    #[wxpay(label = "转账场景报备信息")]
    pub transfer_scene_report_infos: Vec<SceneReport>,
    /// WeChat Pay's number of the authorization.
    #[wxpay(label = "微信免确认收款授权单号")]
    pub authorization_id: Option<String>,
    /// The merchant's number of the authorization.
    #[wxpay(label = "商户侧授权单号")]
    pub out_authorization_no: Option<String>,
    /// Merchant number that pays, if another merchant does (出资商户号).
    #[wxpay(len = 32, label = "出资商户号")]
    pub sponsor_mchid: Option<String>,
}

fn named_where_needed(transfer: &TransferByAuthorization) -> Result<(), Violation> {
    named(transfer.transfer_amount, &transfer.user_name)
}
