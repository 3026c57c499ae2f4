//! The merchant's legal entity.

use super::{BusinessLicenseInfo, CertificateInfo, IdentityInfo, MicroBizInfo, OrganizationInfo, UboInfo};
use crate::prelude::*;

/// The merchant's legal entity (主体资料).
///
/// Sole traders and companies have a business licence; public bodies and other organizations have a registration certificate.
#[wxpay_object(required = SubjectInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SubjectInfo {
    /// Kind of legal entity.
    #[wxpay(label = "主体类型")]
    pub subject_type: SubjectType,
    /// True for a financial institution. If missing, it counts as `false`.
    #[wxpay(default = false, label = "是否是金融机构")]
    pub finance_institution: Option<bool>,
    /// Business of a micro merchant, which has no licence.
    #[wxpay(label = "小微辅助证明材料")]
    pub micro_biz_info: Option<MicroBizInfo>,
    /// Business licence of a sole trader or company.
    #[wxpay(label = "营业执照")]
    pub business_license_info: Option<BusinessLicenseInfo>,
    /// Registration certificate of a public body or another organization.
    #[wxpay(label = "登记证书")]
    pub certificate_info: Option<CertificateInfo>,
    /// Organization code certificate, if the licence does not have the unified social credit code.
    #[wxpay(label = "组织机构代码证信息")]
    pub organization_info: Option<OrganizationInfo>,
    /// `MediaID` of a public body's letter. With this letter, the bank account need not be verified by a transfer.
    #[wxpay(label = "单位证明函照片")]
    pub certificate_letter_copy: Option<String>,
    /// Permit of a financial institution.
    #[wxpay(label = "金融机构许可证信息")]
    pub finance_institution_info: Option<FinanceInstitutionInfo>,
    /// Identity document of the owner or legal representative.
    #[wxpay(label = "经营者/法人身份证件")]
    pub identity_info: IdentityInfo,
    /// Beneficial owners of a company, besides the legal representative: up to 4.
    #[wxpay(label = "最终受益人信息列表")]
    pub ubo_info_list: Option<Vec<UboInfo>>,
}

/// A kind of legal entity (主体类型).
#[wxpay_enum]
pub enum SubjectType {
    /// A sole trader (个体户).
    #[wxpay(rename = "SUBJECT_TYPE_INDIVIDUAL")]
    Individual,
    /// A company (企业).
    #[wxpay(rename = "SUBJECT_TYPE_ENTERPRISE")]
    Enterprise,
    /// A public institution, such as a school or hospital (事业单位).
    #[wxpay(rename = "SUBJECT_TYPE_INSTITUTIONS")]
    Institutions,
    /// An association, a foundation or another organization (社会组织).
    #[wxpay(rename = "SUBJECT_TYPE_OTHERS")]
    Others,
    /// A micro merchant: a person without a licence (小微).
    #[wxpay(rename = "SUBJECT_TYPE_MICRO")]
    Micro,
    /// A government office (政府机关).
    #[wxpay(rename = "SUBJECT_TYPE_GOVERNMENT")]
    Government,
    /// A public institution under another name.
    #[wxpay(rename = "SUBJECT_TYPE_INSTITUTIONS_CLONED")]
    InstitutionsCloned,
}

/// The permit of a financial institution (金融机构许可证信息).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct FinanceInstitutionInfo {
    /// Kind of financial business.
    #[wxpay(label = "金融机构类型")]
    pub finance_type: Option<FinanceType>,
    /// `MediaID` of each page of the permit.
    #[wxpay(label = "金融机构许可证图片")]
    pub finance_license_pics: Option<Vec<String>>,
}

/// A kind of financial business (金融机构类型).
#[wxpay_enum]
pub enum FinanceType {
    /// Banks (银行业).
    BankAgent,
    /// Payment institutions (支付机构).
    PaymentAgent,
    /// Insurance companies and insurance brokers (保险业).
    Insurance,
    /// Exchanges, registrars and clearing houses (交易及结算类金融机构).
    TradeAndSettle,
    /// Others, such as funds, securities, loans and leasing (其他金融机构).
    #[wxpay(rename = "OTHER")]
    OtherFinance,
}
