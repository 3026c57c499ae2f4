//! Creating a batch of transfers.

use super::TransferBatchStatus;
use crate::prelude::*;
use crate::together::{forbids, is_given, needs};
use crate::validate::Violation;

/// Transfers money to many users at once (发起批量转账).
///
/// The answer means that the batch was accepted; nothing is transferred yet. The same number with the same parameters is the same
/// batch. After [`SystemError`](crate::error::ErrorCode::SystemError), a lack of funds or too many requests, always repeat with
/// the same number.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `APPID_MCHID_NOT_MATCH`; 401 `SIGN_ERROR`; 403 `NO_AUTH`,
/// `NOT_ENOUGH`, `ACCOUNTERROR`; 429 `FREQUENCY_LIMITED`, `QUOTA_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/transfer/batches",
    response = CreatedBatch,
    required = CreateBatchRequired,
    number = "out_batch_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012458841",
    check = all_named_or_none
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateBatch {
    /// App ID, bound to the merchant that signs the request.
    #[wxpay(len = 32, label = "直连商户的appid")]
    pub appid: String,
    /// The merchant's own number for the batch, unique under the merchant.
    #[wxpay(len = 32, pattern = "[0-9A-Za-z]+", label = "商家批次单号")]
    pub out_batch_no: String,
    /// Name of the batch.
    #[wxpay(len = 32, label = "批次名称")]
    pub batch_name: String,
    /// Remark on the batch.
    #[wxpay(len = 32, label = "批次备注")]
    pub batch_remark: String,
    /// The sum of all transfers, in fen.
    #[wxpay(range = 1.., label = "转账总金额")]
    pub total_amount: Fen,
    /// Number of transfers.
    #[wxpay(range = 1.., label = "转账总笔数")]
    pub total_num: i64,
    /// The transfers: up to 1000 by the newer pages, 3000 by the older ones.
    #[wxpay(items = 1..=3000, label = "转账明细列表")]
    pub transfer_detail_list: Vec<Transfer>,
    /// ID of the transfer scene (转账场景ID), such as `1001`. The merchant has to apply for it; by default its usual scene.
    #[wxpay(label = "转账场景ID")]
    pub transfer_scene_id: Option<String>,
    /// URL that receives the notification that the batch has ended.
    #[wxpay(url, label = "通知地址")]
    pub notify_url: Option<String>,
}

/// A transfer of a batch (转账明细).
#[wxpay_object(required = TransferRequired, check = named_where_needed)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Transfer {
    /// The merchant's own number for the transfer, unique in the batch.
    #[wxpay(len = 32, pattern = "[0-9A-Za-z]+", label = "商家明细单号")]
    pub out_detail_no: String,
    /// Amount in fen.
    #[wxpay(range = 1.., label = "转账金额")]
    pub transfer_amount: Fen,
    /// Remark on the transfer, which the user sees.
    #[wxpay(len = 32, label = "转账备注")]
    pub transfer_remark: String,
    /// The user's openid under the batch's app ID.
    #[wxpay(len = 128, label = "收款用户openid")]
    pub openid: String,
    /// The user's name, which WeChat Pay compares. Required from 2000 yuan on, not allowed below 0.30 yuan; either all transfers
    /// of a batch have a name, or none. Encrypted when it is sent.
    #[wxpay(label = "收款用户姓名")]
    pub user_name: Option<Sensitive>,
    /// Number of the user's identity card, which WeChat Pay compares if it is given. It requires `user_name`. Encrypted when it
    /// is sent.
    #[wxpay(needs = "user_name", label = "收款用户身份证")]
    pub user_id_card: Option<Sensitive>,
}

/// The answer to a [`CreateBatch`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreatedBatch {
    /// The merchant's own number for the batch.
    pub out_batch_no: String,
    /// WeChat Pay's number for the batch.
    pub batch_id: String,
    /// Time of acceptance.
    pub create_time: Option<DateTime>,
    /// State of the batch.
    pub batch_status: Option<TransferBatchStatus>,
}

fn all_named_or_none(batch: &CreateBatch) -> Result<(), Violation> {
    let names = batch.transfer_detail_list.iter().map(|transfer| &transfer.user_name);
    let any_named = names.clone().any(is_given);
    names.enumerate().try_for_each(|(index, name)| {
        let pointer = format!("/transfer_detail_list/{index}/user_name");
        needs(any_named, &pointer, name, "another transfer of the batch has a name: all have one or none has")
    })
}

fn named_where_needed(transfer: &Transfer) -> Result<(), Violation> {
    let Transfer { transfer_amount: amount, user_name: name, .. } = transfer;
    needs(
        *amount >= NAMED_FROM,
        USER_NAME,
        name,
        "a transfer of 2000 yuan (200000 fen) or more needs the user's name",
    )?;
    forbids(*amount < NAMELESS_BELOW, USER_NAME, name, "a transfer of less than 0.30 yuan (30 fen) has no name")
}

const USER_NAME: &str = "/user_name";
const NAMED_FROM: Fen = Fen::new(200_000);
const NAMELESS_BELOW: Fen = Fen::new(30);
