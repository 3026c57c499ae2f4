//! The creation of a transfer.

use super::{SceneReport, TransferState};
use crate::prelude::*;
use crate::together::needs;
use crate::validate::Violation;

/// Creates a transfer that the user has to accept (发起转账).
///
/// A repeated request with the same number and parameters is the same transfer, and returns its state; other parameters are
/// refused.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `ALREADY_EXISTS`; 401 `SIGN_ERROR`; 403 `NO_AUTH`, `NOT_ENOUGH`, `RULE_LIMIT`;
/// 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR` (query the transfer, or repeat the request with the same parameters).
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/fund-app/mch-transfer/transfer-bills",
    response = CreatedTransfer,
    required = CreateTransferRequired,
    number = "out_bill_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012716434",
    check = named_where_needed
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateTransfer {
    /// App ID, bound to the caller.
    #[wxpay(len = 32, label = "商户AppID")]
    pub appid: String,
    /// The merchant's number of the transfer, unique for the merchant.
    #[wxpay(len = 32, pattern = "[0-9A-Za-z]+", label = "商户单号")]
    pub out_bill_no: String,
    /// Openid of the user, under `appid`.
    #[wxpay(len = 128, label = "收款用户OpenID")]
    pub openid: String,
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
    /// Style in which the user accepts the transfer.
    #[wxpay(label = "用户收款样式")]
    pub user_recv_style: Option<ReceiveStyle>,
}

/// The style in which a user accepts a transfer (用户收款样式).
#[wxpay_object(required = ReceiveStyleRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReceiveStyle {
    /// Type of the style.
    #[wxpay(label = "用户收款样式类型")]
    pub r#type: ReceiveStyleType,
}

/// A type of acceptance style (用户收款样式类型).
#[wxpay_enum]
pub enum ReceiveStyleType {
    /// A page with a button.
    ConfirmPage,
    /// A red packet (红包) to open.
    RedPacket,
}

/// The answer to a [`CreateTransfer`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreatedTransfer {
    /// The merchant's number of the transfer.
    pub out_bill_no: String,
    /// WeChat Pay's number of the transfer.
    pub transfer_bill_no: String,
    /// Time of creation.
    pub create_time: Option<DateTime>,
    /// State of the transfer.
    pub state: TransferState,
    /// Reason of a failure, a code such as `PAYEE_ACCOUNT_ABNORMAL`. New codes may appear.
    pub fail_reason: Option<String>,
    /// Data with which the front end asks the user, while the state is [`WaitUserConfirm`](TransferState::WaitUserConfirm).
    pub package_info: Option<String>,
}

fn named_where_needed(transfer: &CreateTransfer) -> Result<(), Violation> {
    named(transfer.transfer_amount, &transfer.user_name)
}

/// Requires the user's name from 2000 yuan, as the pages do.
pub(super) fn named(amount: Fen, user_name: &Option<Sensitive>) -> Result<(), Violation> {
    let reason = "a transfer of 2000 yuan (200000 fen) or more needs the user's name";
    needs(amount >= NAMED_FROM, "/user_name", user_name, reason)
}

const NAMED_FROM: Fen = Fen::new(200_000);
