//! Creating a sub-merchant's batch of transfers.

use super::TransferBatchStatus;
use crate::prelude::*;

/// Transfers money to many users at once, for a sub-merchant (发起批量转账).
///
/// The answer means that the batch was accepted; nothing is transferred yet. The same number with the same parameters is the same
/// batch. After [`SystemError`](crate::error::ErrorCode::SystemError), a lack of funds or too many requests, always repeat with
/// the same number.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `APPID_MCHID_NOT_MATCH`; 401 `SIGN_ERROR`; 403 `NO_AUTH`,
/// `NOT_ENOUGH`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/partner-transfer/batches",
    response = CreatedBatch,
    required = CreateBatchRequired,
    number = "out_batch_no",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012465738"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateBatch {
    /// Merchant number of the sub-merchant that pays.
    #[wxpay(len = 32, label = "特约商户号")]
    pub sub_mchid: String,
    /// The sub-merchant's app ID, required if the sub-merchant has authorized the service provider to use its information.
    #[wxpay(len = 32, label = "特约商户appid")]
    pub sub_appid: Option<String>,
    /// Type of the sub-merchant's authorization of the service provider.
    #[wxpay(label = "特约商户授权类型")]
    pub authorization_type: AuthorizationType,
    /// The service provider's own number for the batch, unique under the service provider.
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
    /// The transfers.
    #[wxpay(items = 1..=3000, label = "转账明细列表")]
    pub transfer_detail_list: Option<Vec<Transfer>>,
    /// The service provider's app ID, required for [`Fund`](AuthorizationType::Fund).
    #[wxpay(len = 32, label = "服务商的appid")]
    pub sp_appid: Option<String>,
    /// The purpose.
    #[wxpay(label = "批量转账用途")]
    pub transfer_purpose: Option<TransferPurpose>,
    /// The transfer scene.
    #[wxpay(label = "转账场景")]
    pub transfer_scene: Option<TransferScene>,
}

/// A transfer of a batch (转账明细).
#[wxpay_object(required = TransferRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Transfer {
    /// The service provider's own number for the transfer, unique in the batch.
    #[wxpay(len = 32, pattern = "[0-9A-Za-z]+", label = "商家明细单号")]
    pub out_detail_no: String,
    /// Amount in fen.
    #[wxpay(range = 1.., label = "转账金额")]
    pub transfer_amount: Fen,
    /// Remark on the transfer, which the user sees.
    #[wxpay(len = 32, label = "转账备注")]
    pub transfer_remark: String,
    /// The user's openid: under the service provider's app ID for [`Fund`](AuthorizationType::Fund), otherwise under the
    /// sub-merchant's.
    #[wxpay(len = 128, label = "收款用户openid")]
    pub openid: String,
    /// The user's name, which WeChat Pay compares if it is given. Most pages require it. Encrypted when it is sent.
    #[wxpay(label = "收款用户姓名")]
    pub user_name: Option<Sensitive>,
    /// Number of the user's identity card, which WeChat Pay compares if it is given. Encrypted when it is sent.
    #[wxpay(label = "收款用户身份证")]
    pub user_id_card: Option<Sensitive>,
}

/// Types of a sub-merchant's authorization of its service provider (特约商户授权类型).
#[wxpay_enum]
pub enum AuthorizationType {
    /// The service provider may use the sub-merchant's information (信息授权).
    #[wxpay(rename = "INFORMATION_AUTHORIZATION_TYPE")]
    Information,
    /// The service provider may use the sub-merchant's funds (资金授权).
    #[wxpay(rename = "FUND_AUTHORIZATION_TYPE")]
    Fund,
    /// The service provider may use both (信息和资金授权).
    #[wxpay(rename = "INFORMATION_AND_FUND_AUTHORIZATION_TYPE")]
    InformationAndFund,
}

/// Purposes of a batch (批量转账用途).
#[wxpay_enum]
pub enum TransferPurpose {
    /// Payment for goods (货款).
    #[wxpay(rename = "GOODSPAYMENT")]
    GoodsPayment,
    /// Commission (佣金).
    Commission,
    /// Refund (退款).
    Refund,
    /// Reimbursement (报销).
    Reimbursement,
    /// Freight (运费).
    Freight,
    /// Other purposes (其他).
    Others,
}

/// Scenes of a batch (转账场景).
#[wxpay_enum]
pub enum TransferScene {
    /// Ordinary transfers (普通转账).
    OrdinaryTransfer,
    /// Wages to payroll cards (薪工卡转账).
    PayrollCardTransfer,
}

/// The answer to a [`CreateBatch`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreatedBatch {
    /// The service provider's own number for the batch.
    pub out_batch_no: String,
    /// WeChat Pay's number for the batch.
    pub batch_id: String,
    /// Time of acceptance.
    pub create_time: Option<DateTime>,
    /// State of the batch, if the answer has it.
    pub batch_status: Option<TransferBatchStatus>,
}
