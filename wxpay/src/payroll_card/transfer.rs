//! Wages, paid out in a batch.

use super::EmploymentType;
use crate::prelude::*;

/// Pays out wages in a batch (发起批量转账).
///
/// The answer says that the batch was accepted, not that anybody got money. A batch that was ordered cannot be taken back.
/// Whoever changes `out_batch_no` orders another batch: after an error, whichever it was, repeat with the same number and
/// the same parameters.
///
/// At most 50 requests a second.
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
    /// The merchant.
    #[wxpay(len = 32, label = "特约商户号")]
    pub sub_mchid: String,
    /// The merchant's app ID. Needed where the merchant authorized its information:
    /// [`Information`](AuthorizationType::Information) and [`InformationAndFund`](AuthorizationType::InformationAndFund).
    #[wxpay(len = 32, label = "特约商户AppID")]
    pub sub_appid: Option<String>,
    /// What the merchant authorized the service provider to use.
    #[wxpay(label = "特约商户授权类型")]
    pub authorization_type: AuthorizationType,
    /// The service provider's own number for the batch, unique under it.
    #[wxpay(len = 32, label = "商家批次单号")]
    pub out_batch_no: String,
    /// The name of the batch.
    #[wxpay(label = "批次名称")]
    pub batch_name: String,
    /// What it is for.
    #[wxpay(len = 32, label = "批次备注")]
    pub batch_remark: String,
    /// The sum of all transfers, in fen.
    #[wxpay(range = 1.., label = "转账总金额")]
    pub total_amount: Fen,
    /// How many transfers there are in `transfer_detail_list`.
    #[wxpay(range = 1..=3000, label = "转账总笔数")]
    pub total_num: i64,
    /// The transfers, at most 3000.
    #[wxpay(items = 1..=3000, label = "转账明细列表")]
    pub transfer_detail_list: Vec<TransferDetail>,
    /// The service provider's app ID. Needed where the merchant authorized its money only:
    /// [`Fund`](AuthorizationType::Fund).
    #[wxpay(len = 32, label = "服务商的AppID")]
    pub sp_appid: Option<String>,
    /// What the workers are to the merchant.
    #[wxpay(label = "用工类型")]
    pub employment_type: Option<EmploymentType>,
    /// The line of business.
    #[wxpay(label = "用工场景")]
    pub employment_scene: Option<EmploymentScene>,
    /// The system that the batch comes from.
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
    /// How much, in fen.
    #[wxpay(range = 1.., label = "转账金额")]
    pub transfer_amount: Fen,
    /// What for, as the worker sees it.
    #[wxpay(len = 32, label = "转账备注")]
    pub transfer_remark: String,
    /// The worker: under `sub_appid` where the merchant authorized its information, under `sp_appid` where it authorized
    /// its money only.
    #[wxpay(len = 128, label = "收款用户OpenID")]
    pub openid: String,
    /// The worker's name, which WeChat Pay compares. Encrypted when it is sent.
    #[wxpay(label = "收款用户姓名")]
    pub user_name: Sensitive,
}

/// What a merchant authorized its service provider to use (特约商户授权类型).
#[wxpay_enum]
pub enum AuthorizationType {
    /// Its information (信息授权).
    #[wxpay(rename = "INFORMATION_AUTHORIZATION_TYPE")]
    Information,
    /// Its money (资金授权).
    #[wxpay(rename = "FUND_AUTHORIZATION_TYPE")]
    Fund,
    /// Both.
    #[wxpay(rename = "INFORMATION_AND_FUND_AUTHORIZATION_TYPE")]
    InformationAndFund,
}

/// A line of business (用工场景).
#[wxpay_enum]
pub enum EmploymentScene {
    /// Logistics (物流).
    Logistics,
    /// Manufacturing (制造业).
    Manufacturing,
    /// Hotels (酒店).
    Hotel,
    /// Food (餐饮业).
    Catering,
    /// Events and promotion (活动促销).
    Event,
    /// Retail (零售).
    Retail,
    /// Another one (其他).
    Others,
}

/// The system that a batch comes from (业务来源).
#[wxpay_enum]
pub enum BusinessType {
    /// None in particular.
    Undefine,
    /// Promotion.
    Promotion,
}

/// An accepted batch.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TransferBatch {
    /// The service provider's own number for it.
    pub out_batch_no: String,
    /// WeChat Pay's number for it.
    pub batch_id: String,
    /// When it was accepted.
    pub create_time: Option<DateTime>,
    /// Its state, where WeChat Pay says it.
    pub batch_status: Option<String>,
}
