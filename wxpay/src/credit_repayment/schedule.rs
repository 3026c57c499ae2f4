//! Announcements of repayments.

use crate::prelude::*;

/// Announces repayments; WeChat Pay notifies the user of them (预约还款).
///
/// The request as a whole has no number. After an unknown outcome, query the single announcements ([`QueryScheduledRepayment`]),
/// and repeat the same request if they do not exist.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/credit-repayment/partner/schedule-records/batch-create",
    response = ScheduledRepayments,
    required = ScheduleRepaymentsRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4016779459"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ScheduleRepayments {
    /// WeChat Pay's number of the contract.
    #[wxpay(label = "还款协议ID")]
    pub contract_id: String,
    /// App ID of the contract.
    #[wxpay(len = 32, label = "商户AppID")]
    pub appid: String,
    /// Openid of the user, under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// Repayments to announce.
    #[wxpay(label = "预约还款项列表")]
    pub schedule_items: Vec<ScheduleItem>,
}

/// A repayment to announce (预约还款项).
#[wxpay_object(required = ScheduleItemRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ScheduleItem {
    /// The merchant's number of the announcement.
    #[wxpay(label = "商户侧预约还款单号")]
    pub out_record_id: String,
    /// Merchant number of the sub-merchant that receives the repayment.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// App ID that is bound to the sub-merchant.
    #[wxpay(len = 32, label = "子商户AppID")]
    pub sub_appid: Option<String>,
    /// Amount due in fen.
    #[wxpay(range = 0.., label = "应还款金额")]
    pub repayment_amount: FenText,
    /// Minimum amount to pay in fen.
    #[wxpay(range = 0.., label = "最低还款金额")]
    pub min_repayment_amount: Option<FenText>,
    /// Day of the repayment, such as `2025-11-18`.
    #[wxpay(label = "还款日期")]
    pub repayment_date: Date,
}

/// Queries an announcement by the merchant's number (查询预约还款记录).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS`: the announcement was never
/// accepted; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/credit-repayment/partner/schedule-records/{out_record_id}",
    response = ScheduledRepayment,
    required = QueryScheduledRepaymentRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4016779463"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryScheduledRepayment {
    /// The merchant's number of the announcement.
    #[wxpay(label = "商户侧预约还款单号")]
    pub out_record_id: String,
    /// WeChat Pay's number of the contract.
    #[wxpay(label = "还款协议ID")]
    pub contract_id: String,
}

/// The answer to a [`ScheduleRepayments`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ScheduledRepayments {
    /// Announcements.
    pub schedule_records: Option<Vec<ScheduledRepayment>>,
}

/// An announced repayment (预约还款记录).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ScheduledRepayment {
    /// The merchant's number of the announcement.
    pub out_record_id: String,
    /// App ID of the contract.
    pub appid: Option<String>,
    /// App ID of the sub-merchant.
    pub sub_appid: Option<String>,
    /// WeChat Pay's number of the contract.
    pub contract_id: Option<String>,
    /// Amount due in fen.
    pub repayment_amount: FenText,
    /// Minimum amount to pay in fen. The page requires it, but requests may omit it.
    pub min_repayment_amount: Option<FenText>,
    /// Day of the repayment, such as `2025-11-18`.
    pub repayment_date: Date,
    /// Openid of the user, under the app ID.
    pub openid: Option<String>,
}
