//! The application.

use super::{BankAccountInfo, BusinessInfo, IdentificationType, PersonRole, SettlementInfo, SubjectInfo};
use crate::prelude::*;

/// Applies for a merchant to become a sub-merchant of this service provider (提交申请单).
///
/// An application goes by `business_code`, and becomes one merchant number. While it is being looked at it cannot be
/// changed; once it is [`Rejected`](super::ApplymentState::Rejected), the same number replaces it. Not for banks,
/// payment institutions and platforms.
///
/// Pictures and videos are uploaded first; their `MediaID` stands here.
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
    /// The service provider's own number for the application; it does well to begin with the provider's merchant number.
    #[wxpay(len = 124, pattern = "[0-9A-Za-z_]+", label = "业务申请编号")]
    pub business_code: String,
    /// The administrator of the future merchant, who signs and is told.
    #[wxpay(label = "超级管理员信息")]
    pub contact_info: ContactInfo,
    /// Who the merchant is.
    #[wxpay(label = "主体资料")]
    pub subject_info: SubjectInfo,
    /// What it sells, and where.
    #[wxpay(label = "经营资料")]
    pub business_info: BusinessInfo,
    /// Its trade and its rate.
    #[wxpay(label = "结算规则")]
    pub settlement_info: SettlementInfo,
    /// Where its money goes.
    #[wxpay(label = "结算银行账户")]
    pub bank_account_info: BankAccountInfo,
    /// What else there is to say, as the auditors may have asked.
    #[wxpay(label = "补充材料")]
    pub addition_info: Option<AdditionInfo>,
}

/// The administrator of the future merchant (超级管理员信息).
///
/// One who is not the legal representative has to prove who they are: document, pictures, period, letter.
#[wxpay_object(required = ContactInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ContactInfo {
    /// Whether it is the legal representative or somebody else.
    #[wxpay(label = "超级管理员类型")]
    pub contact_type: PersonRole,
    /// The name. Encrypted when it is sent.
    #[wxpay(label = "超级管理员姓名")]
    pub contact_name: Sensitive,
    /// What document the members below are of.
    #[wxpay(label = "超级管理员证件类型")]
    pub contact_id_doc_type: Option<IdentificationType>,
    /// The document's number. Encrypted when it is sent.
    #[wxpay(label = "超级管理员身份证件号码")]
    pub contact_id_number: Option<Sensitive>,
    /// The `MediaID` of its front.
    #[wxpay(label = "超级管理员证件正面照片")]
    pub contact_id_doc_copy: Option<String>,
    /// The `MediaID` of its back; a passport needs none.
    #[wxpay(label = "超级管理员证件反面照片")]
    pub contact_id_doc_copy_back: Option<String>,
    /// Since when it is valid, such as `2019-06-06`.
    #[wxpay(label = "超级管理员证件有效期开始时间")]
    pub contact_period_begin: Option<Date>,
    /// Until when, such as `2026-06-06`, or `长期` if it does not end.
    #[wxpay(label = "超级管理员证件有效期结束时间")]
    pub contact_period_end: Option<String>,
    /// The `MediaID` of the merchant's letter that lets this person act for it.
    #[wxpay(label = "业务办理授权函")]
    pub business_authorization_letter: Option<String>,
    /// The administrator's openid; if it is given, nobody else can sign. Encrypted when it is sent.
    #[wxpay(label = "超级管理员微信openid")]
    pub openid: Option<Sensitive>,
    /// A mobile telephone, for notices and codes. Encrypted when it is sent.
    #[wxpay(label = "联系手机")]
    pub mobile_phone: Sensitive,
    /// An e-mail address, for notices. Encrypted when it is sent.
    #[wxpay(label = "联系邮箱")]
    pub contact_email: Sensitive,
}

/// What else there is to say (补充材料).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AdditionInfo {
    /// The `MediaID` of the promise that the legal representative has signed.
    #[wxpay(label = "法人开户承诺函")]
    pub legal_person_commitment: Option<String>,
    /// The `MediaID` of a video in which the legal representative says that the account is wanted.
    #[wxpay(label = "法人开户意愿视频")]
    pub legal_person_video: Option<String>,
    /// The `MediaID` of each picture.
    #[wxpay(label = "补充材料")]
    pub business_addition_pics: Option<Vec<String>>,
    /// In words.
    #[wxpay(label = "补充说明")]
    pub business_addition_msg: Option<String>,
}

/// The answer to a [`SubmitApplyment`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SubmitApplymentResponse {
    /// WeChat Pay's number for the application (微信支付申请单号).
    pub applyment_id: i64,
}
