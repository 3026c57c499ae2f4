//! Paying wages in a batch.

use super::EmploymentType;
use crate::prelude::*;

/// Pays wages in a batch (发起批量转账).
///
/// The answer means that the batch was accepted, not that money was paid. A batch cannot be withdrawn. A different `out_batch_no`
/// is another batch: after any error, repeat with the same number and the same parameters.
///
/// Limited to 50 requests a second.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`, `NOT_ENOUGH`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payroll-card/transfer-batches",
    response = TransferBatch,
    required = CreateTransferBatchRequired,
    number = "out_batch_no",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012461824"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateTransferBatch {
    /// The sub-merchant's merchant number.
    #[wxpay(len = 32, label = "特约商户号")]
    pub sub_mchid: String,
    /// The sub-merchant's app ID. Required if the sub-merchant authorized the use of its information:
    /// [`Information`](AuthorizationType::Information) and [`InformationAndFund`](AuthorizationType::InformationAndFund).
    #[wxpay(len = 32, label = "特约商户AppID")]
    pub sub_appid: Option<String>,
    /// Type of the sub-merchant's authorization of the service provider.
    #[wxpay(label = "特约商户授权类型")]
    pub authorization_type: AuthorizationType,
    /// The service provider's own number for the batch, unique under the service provider.
    #[wxpay(len = 32, label = "商家批次单号")]
    pub out_batch_no: String,
    /// Name of the batch.
    #[wxpay(label = "批次名称")]
    pub batch_name: String,
    /// Remark on the batch.
    #[wxpay(len = 32, label = "批次备注")]
    pub batch_remark: String,
    /// The sum of all transfers, in fen.
    #[wxpay(range = 1.., label = "转账总金额")]
    pub total_amount: Fen,
    /// Number of transfers in `transfer_detail_list`.
    #[wxpay(range = 1..=3000, label = "转账总笔数")]
    pub total_num: i64,
    /// The transfers, at most 3000.
    #[wxpay(items = 1..=3000, label = "转账明细列表")]
    pub transfer_detail_list: Vec<TransferDetail>,
    /// The service provider's app ID. Required if the sub-merchant authorized only the use of its funds:
    /// [`Fund`](AuthorizationType::Fund).
    #[wxpay(len = 32, label = "服务商的AppID")]
    pub sp_appid: Option<String>,
    /// Type of the workers' employment.
    #[wxpay(label = "用工类型")]
    pub employment_type: Option<EmploymentType>,
    /// Line of business.
    #[wxpay(label = "用工场景")]
    pub employment_scene: Option<EmploymentScene>,
    /// System that the batch comes from.
    #[wxpay(label = "业务来源")]
    pub business_type: Option<BusinessType>,
}

/// A transfer of a batch.
#[wxpay_object(required = TransferDetailRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TransferDetail {
    /// The service provider's own number for the transfer, unique within the batch.
    #[wxpay(len = 32, label = "商家明细单号")]
    pub out_detail_no: String,
    /// Amount in fen.
    #[wxpay(range = 1.., label = "转账金额")]
    pub transfer_amount: Fen,
    /// Remark on the transfer, which the worker sees.
    #[wxpay(len = 32, label = "转账备注")]
    pub transfer_remark: String,
    /// The worker's openid: under `sub_appid` if the sub-merchant authorized the use of its information, under `sp_appid` if it
    /// authorized only the use of its funds.
    #[wxpay(len = 128, label = "收款用户OpenID")]
    pub openid: String,
    /// The worker's name, which WeChat Pay compares. Encrypted when it is sent.
    #[wxpay(label = "收款用户姓名")]
    pub user_name: Sensitive,
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
    /// The service provider may use both.
    #[wxpay(rename = "INFORMATION_AND_FUND_AUTHORIZATION_TYPE")]
    InformationAndFund,
}

/// Lines of business (用工场景).
#[wxpay_enum]
pub enum EmploymentScene {
    /// Logistics (物流).
    Logistics,
    /// Manufacturing (制造业).
    Manufacturing,
    /// Hotels (酒店).
    Hotel,
    /// Catering (餐饮业).
    Catering,
    /// Events and promotion (活动促销).
    Event,
    /// Retail (零售).
    Retail,
    /// Others (其他).
    Others,
}

/// Systems that a batch comes from (业务来源).
#[wxpay_enum]
pub enum BusinessType {
    /// Not specified.
    Undefine,
    /// Promotion.
    Promotion,
}

/// An accepted batch.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TransferBatch {
    /// The service provider's own number for the batch.
    pub out_batch_no: String,
    /// WeChat Pay's number for the batch.
    pub batch_id: String,
    /// Time of acceptance.
    pub create_time: Option<DateTime>,
    /// State of the batch, if the answer has it.
    pub batch_status: Option<String>,
}
