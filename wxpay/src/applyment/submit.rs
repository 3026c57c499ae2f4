//! The submission of an application.

use super::{BankAccountInfo, BusinessInfo, IdentificationType, PersonRole, SettlementInfo, SubjectInfo};
use crate::prelude::*;

/// Applies for a merchant to become a sub-merchant of the service provider (提交申请单).
///
/// `business_code` identifies an application, which leads to one merchant number. An application cannot be changed while it is
/// under review; a [`Rejected`](super::ApplymentState::Rejected) one is replaced by submitting again under the same number.
/// Banks, payment institutions and platforms cannot use this endpoint.
///
/// Pictures and videos are uploaded first; the application names their `MediaID`.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 429 `FREQUENCY_LIMITED` (more than 15 a
/// second); 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/applyment4sub/applyment/",
    response = SubmitApplymentResponse,
    required = SubmitApplymentRequired,
    number = "business_code",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012719997"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SubmitApplyment {
    /// The service provider's number of the application. It should begin with the service provider's merchant number.
    #[wxpay(len = 124, pattern = "[0-9A-Za-z_]+", label = "业务申请编号")]
    pub business_code: String,
    /// Administrator of the future merchant, who signs and is notified.
    #[wxpay(label = "超级管理员信息")]
    pub contact_info: ContactInfo,
    /// The merchant's legal entity.
    #[wxpay(label = "主体资料")]
    pub subject_info: SubjectInfo,
    /// The merchant's business and places of sale.
    #[wxpay(label = "经营资料")]
    pub business_info: BusinessInfo,
    /// The merchant's trade and rate.
    #[wxpay(label = "结算规则")]
    pub settlement_info: SettlementInfo,
    /// Bank account that receives the settlements.
    #[wxpay(label = "结算银行账户")]
    pub bank_account_info: BankAccountInfo,
    /// Further information, for example because the reviewers asked for it.
    #[wxpay(label = "补充材料")]
    pub addition_info: Option<AdditionInfo>,
}

/// The administrator of the future merchant (超级管理员信息).
///
/// An administrator who is not the legal representative needs an identity document, its pictures, its period and an authorization
/// letter.
#[wxpay_object(required = ContactInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ContactInfo {
    /// Role of the administrator.
    #[wxpay(label = "超级管理员类型")]
    pub contact_type: PersonRole,
    /// Name of the administrator. Encrypted in the request.
    #[wxpay(label = "超级管理员姓名")]
    pub contact_name: Sensitive,
    /// Kind of identity document that the next members describe.
    #[wxpay(label = "超级管理员证件类型")]
    pub contact_id_doc_type: Option<IdentificationType>,
    /// Number of the document. Encrypted in the request.
    #[wxpay(label = "超级管理员身份证件号码")]
    pub contact_id_number: Option<Sensitive>,
    /// `MediaID` of the front.
    #[wxpay(label = "超级管理员证件正面照片")]
    pub contact_id_doc_copy: Option<String>,
    /// `MediaID` of the back; not needed for a passport.
    #[wxpay(label = "超级管理员证件反面照片")]
    pub contact_id_doc_copy_back: Option<String>,
    /// First day of validity, such as `2019-06-06`.
    #[wxpay(label = "超级管理员证件有效期开始时间")]
    pub contact_period_begin: Option<Date>,
    /// Last day of validity, such as `2026-06-06`, or `长期` if the document does not expire.
    #[wxpay(label = "超级管理员证件有效期结束时间")]
    pub contact_period_end: Option<String>,
    /// `MediaID` of the letter in which the merchant authorizes this person.
    #[wxpay(label = "业务办理授权函")]
    pub business_authorization_letter: Option<String>,
    /// Openid of the administrator. If given, nobody else can sign. Encrypted in the request.
    #[wxpay(label = "超级管理员微信openid")]
    pub openid: Option<Sensitive>,
    /// Mobile telephone number for notifications and verification codes. Encrypted in the request.
    #[wxpay(label = "联系手机")]
    pub mobile_phone: Sensitive,
    /// E-mail address for notifications. Encrypted in the request.
    #[wxpay(label = "联系邮箱")]
    pub contact_email: Sensitive,
}

/// Further information (补充材料).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AdditionInfo {
    /// `MediaID` of the commitment letter that the legal representative has signed.
    #[wxpay(label = "法人开户承诺函")]
    pub legal_person_commitment: Option<String>,
    /// `MediaID` of a video in which the legal representative confirms the wish to open the account.
    #[wxpay(label = "法人开户意愿视频")]
    pub legal_person_video: Option<String>,
    /// `MediaID` of each additional picture.
    #[wxpay(label = "补充材料")]
    pub business_addition_pics: Option<Vec<String>>,
    /// Additional remarks.
    #[wxpay(label = "补充说明")]
    pub business_addition_msg: Option<String>,
}

/// The answer to a [`SubmitApplyment`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SubmitApplymentResponse {
    /// WeChat Pay's number of the application (微信支付申请单号).
    pub applyment_id: i64,
}
