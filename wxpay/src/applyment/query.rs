//! Queries of an application.

use crate::prelude::*;

/// Queries an application by WeChat Pay's number (通过申请单号查询申请状态).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/applyment4sub/applyment/applyment_id/{applyment_id}",
    response = Applyment,
    required = QueryApplymentRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012697052"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryApplyment {
    /// WeChat Pay's number of the application.
    #[wxpay(label = "微信支付申请单号")]
    pub applyment_id: i64,
}

/// Queries an application by the service provider's number (通过业务申请编号查询申请状态).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/applyment4sub/applyment/business_code/{business_code}",
    response = Applyment,
    required = QueryApplymentByCodeRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012697168"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryApplymentByCode {
    /// The service provider's number of the application.
    #[wxpay(len = 124, pattern = "[0-9A-Za-z_]+", label = "业务申请编号")]
    pub business_code: String,
}

/// An application and its state.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Applyment {
    /// The service provider's number of the application.
    pub business_code: Option<String>,
    /// WeChat Pay's number of the application.
    pub applyment_id: Option<i64>,
    /// Merchant number of the sub-merchant, once WeChat Pay has assigned it.
    pub sub_mchid: Option<String>,
    /// Page where the administrator links a WeChat account, verifies the bank account and signs. It has to be opened in WeChat.
    pub sign_url: Option<String>,
    /// State of the application.
    pub applyment_state: ApplymentState,
    /// State in Chinese.
    pub applyment_state_msg: Option<String>,
    /// Reasons of a rejection.
    pub audit_detail: Option<Vec<AuditDetail>>,
}

/// The state of an application (申请单状态). The official names are spelled as they are.
///
/// The usual order is [`Auditing`](Self::Auditing), [`ToBeConfirmed`](Self::ToBeConfirmed), [`ToBeSigned`](Self::ToBeSigned),
/// [`Signing`](Self::Signing), [`Finished`](Self::Finished).
#[wxpay_enum]
pub enum ApplymentState {
    /// Waits for review (待审核).
    #[wxpay(rename = "APPLYMENT_STATE_WAITTING_FOR_AUDIT")]
    WaitingForAudit,
    /// Waits for the administrator's confirmation (待确认联系信息).
    #[wxpay(rename = "APPLYMENT_STATE_WAITTING_FOR_CONFIRM_CONTACT")]
    WaitingForConfirmContact,
    /// Waits for the legal representative's confirmation (待账户验证).
    #[wxpay(rename = "APPLYMENT_STATE_WAITTING_FOR_CONFIRM_LEGALPERSON")]
    WaitingForConfirmLegalPerson,
    /// Review passed (审核通过).
    #[wxpay(rename = "APPLYMENT_STATE_PASSED")]
    Passed,
    /// Frozen (已冻结).
    #[wxpay(rename = "APPLYMENT_STATE_FREEZED")]
    Frozen,
    /// An error occurred during submission (编辑中): submit the application again.
    #[wxpay(rename = "APPLYMENT_STATE_EDITTING")]
    Editing,
    /// Under review (审核中).
    #[wxpay(rename = "APPLYMENT_STATE_AUDITING")]
    Auditing,
    /// Rejected (已驳回): correct the members that `audit_detail` names, and submit again under the same number.
    #[wxpay(rename = "APPLYMENT_STATE_REJECTED")]
    Rejected,
    /// The administrator has to verify the bank account on the page `sign_url` (待账户验证).
    #[wxpay(rename = "APPLYMENT_STATE_TO_BE_CONFIRMED")]
    ToBeConfirmed,
    /// The administrator has to sign on the page `sign_url` (待签约).
    #[wxpay(rename = "APPLYMENT_STATE_TO_BE_SIGNED")]
    ToBeSigned,
    /// Signed; WeChat Pay is enabling the merchant's permissions (开通权限中).
    #[wxpay(rename = "APPLYMENT_STATE_SIGNING")]
    Signing,
    /// Finished: the merchant can receive payments (已完成).
    #[wxpay(rename = "APPLYMENT_STATE_FINISHED")]
    Finished,
    /// Withdrawn (已作废).
    #[wxpay(rename = "APPLYMENT_STATE_CANCELED")]
    Canceled,
}

/// A reason why an application was rejected (驳回原因详情).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AuditDetail {
    /// Member that is wrong, such as `id_card_copy`.
    pub field: Option<String>,
    /// Chinese name of the member.
    pub field_name: Option<String>,
    /// Reason in Chinese.
    pub reject_reason: Option<String>,
}
