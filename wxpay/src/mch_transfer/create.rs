//! The order of a transfer.

use super::{SceneReport, TransferState};
use crate::prelude::*;
use crate::together::needs;
use crate::validate::Violation;

/// Orders a transfer that the user has to accept (发起转账).
///
/// The same number with the same parameters is the same transfer, and answers how it stands; with other parameters it
/// is refused.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `ALREADY_EXISTS`; 401 `SIGN_ERROR`; 403 `NO_AUTH`, `NOT_ENOUGH`,
/// `RULE_LIMIT`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`, after which the transfer is queried, or ordered again with
/// the same parameters.
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
    /// The app ID, bound to the merchant that signs.
    #[wxpay(len = 32, label = "商户AppID")]
    pub appid: String,
    /// The merchant's own number for the transfer, unique under it.
    #[wxpay(len = 32, pattern = "[0-9A-Za-z]+", label = "商户单号")]
    pub out_bill_no: String,
    /// The user under `appid`.
    #[wxpay(len = 128, label = "收款用户OpenID")]
    pub openid: String,
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
    /// What accepting looks like.
    #[wxpay(label = "用户收款样式")]
    pub user_recv_style: Option<ReceiveStyle>,
}

/// What accepting a transfer looks like (用户收款样式).
#[wxpay_object(required = ReceiveStyleRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReceiveStyle {
    /// The style.
    #[wxpay(label = "用户收款样式类型")]
    pub r#type: ReceiveStyleType,
}

/// A way to accept a transfer (用户收款样式类型).
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
    /// The merchant's own number.
    pub out_bill_no: String,
    /// WeChat Pay's number.
    pub transfer_bill_no: String,
    /// When it was ordered.
    pub create_time: Option<DateTime>,
    /// Where it stands.
    pub state: TransferState,
    /// Why it failed, a code such as `PAYEE_ACCOUNT_ABNORMAL`. The list grows.
    pub fail_reason: Option<String>,
    /// What the front end needs to ask the user, while the state is
    /// [`WaitUserConfirm`](TransferState::WaitUserConfirm).
    pub package_info: Option<String>,
}

fn named_where_needed(transfer: &CreateTransfer) -> Result<(), Violation> {
    named(transfer.transfer_amount, &transfer.user_name)
}

/// From 2000 yuan on the pages demand the user's name.
pub(super) fn named(amount: Fen, user_name: &Option<Sensitive>) -> Result<(), Violation> {
    let reason = "a transfer of 2000 yuan (200000 fen) or more needs the user's name";
    needs(amount >= NAMED_FROM, "/user_name", user_name, reason)
}

const NAMED_FROM: Fen = Fen::new(200_000);
