//! What became of an application.

use crate::prelude::*;

/// Asks for an application by WeChat Pay's number (通过申请单号查询申请状态).
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
    /// WeChat Pay's number for the application.
    #[wxpay(label = "微信支付申请单号")]
    pub applyment_id: i64,
}

/// Asks for an application by the service provider's own number (通过业务申请编号查询申请状态).
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
    /// The service provider's own number for the application.
    #[wxpay(len = 124, pattern = "[0-9A-Za-z_]+", label = "业务申请编号")]
    pub business_code: String,
}

/// An application as it stands.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Applyment {
    /// The service provider's own number for the application.
    pub business_code: Option<String>,
    /// WeChat Pay's number for it.
    pub applyment_id: Option<i64>,
    /// The sub-merchant, once it has a number.
    pub sub_mchid: Option<String>,
    /// The page where the administrator binds the WeChat account, proves the bank account, and signs: to be opened in
    /// WeChat.
    pub sign_url: Option<String>,
    /// Where it stands.
    pub applyment_state: ApplymentState,
    /// The same in Chinese.
    pub applyment_state_msg: Option<String>,
    /// What is wrong, if it was rejected.
    pub audit_detail: Option<Vec<AuditDetail>>,
}

/// Where an application stands (申请单状态). The official names are spelled as they are.
///
/// The usual way is [`Auditing`](Self::Auditing), [`ToBeConfirmed`](Self::ToBeConfirmed),
/// [`ToBeSigned`](Self::ToBeSigned), [`Signing`](Self::Signing), [`Finished`](Self::Finished).
#[wxpay_enum]
pub enum ApplymentState {
    /// Waits for being looked at (待审核).
    #[wxpay(rename = "APPLYMENT_STATE_WAITTING_FOR_AUDIT")]
    WaitingForAudit,
    /// Waits for the administrator's word (待确认联系信息).
    #[wxpay(rename = "APPLYMENT_STATE_WAITTING_FOR_CONFIRM_CONTACT")]
    WaitingForConfirmContact,
    /// Waits for the legal representative's word (待账户验证).
    #[wxpay(rename = "APPLYMENT_STATE_WAITTING_FOR_CONFIRM_LEGALPERSON")]
    WaitingForConfirmLegalPerson,
    /// Looked at and found right (审核通过).
    #[wxpay(rename = "APPLYMENT_STATE_PASSED")]
    Passed,
    /// Frozen (已冻结).
    #[wxpay(rename = "APPLYMENT_STATE_FREEZED")]
    Frozen,
    /// Something went wrong while it was submitted (编辑中): submit it again.
    #[wxpay(rename = "APPLYMENT_STATE_EDITTING")]
    Editing,
    /// Being looked at (审核中).
    #[wxpay(rename = "APPLYMENT_STATE_AUDITING")]
    Auditing,
    /// Rejected (已驳回): put right what `audit_detail` names, and submit it again under the same number.
    #[wxpay(rename = "APPLYMENT_STATE_REJECTED")]
    Rejected,
    /// The administrator has to prove the bank account, behind `sign_url` (待账户验证).
    #[wxpay(rename = "APPLYMENT_STATE_TO_BE_CONFIRMED")]
    ToBeConfirmed,
    /// The administrator has to sign, behind `sign_url` (待签约).
    #[wxpay(rename = "APPLYMENT_STATE_TO_BE_SIGNED")]
    ToBeSigned,
    /// Signed; what the merchant may do is being opened (开通权限中).
    #[wxpay(rename = "APPLYMENT_STATE_SIGNING")]
    Signing,
    /// Done: the merchant can be paid (已完成).
    #[wxpay(rename = "APPLYMENT_STATE_FINISHED")]
    Finished,
    /// Withdrawn (已作废).
    #[wxpay(rename = "APPLYMENT_STATE_CANCELED")]
    Canceled,
}

/// Something wrong with an application (驳回原因详情).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AuditDetail {
    /// The member, such as `id_card_copy`.
    pub field: Option<String>,
    /// Its Chinese name.
    pub field_name: Option<String>,
    /// What is wrong with it, in Chinese.
    pub reject_reason: Option<String>,
}
