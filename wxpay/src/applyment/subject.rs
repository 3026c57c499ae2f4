//! Who the merchant is.

use super::{BusinessLicenseInfo, CertificateInfo, IdentityInfo, MicroBizInfo, OrganizationInfo, UboInfo};
use crate::prelude::*;

/// Who the merchant is (主体资料).
///
/// Sole traders and companies have a business licence; public bodies and other organizations a certificate of
/// registration.
#[wxpay_object(required = SubjectInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SubjectInfo {
    /// What it is in law.
    #[wxpay(label = "主体类型")]
    pub subject_type: SubjectType,
    /// Whether it is in finance; a missing one is `false`.
    #[wxpay(default = false, label = "是否是金融机构")]
    pub finance_institution: Option<bool>,
    /// What somebody without licence sells, and where.
    #[wxpay(label = "小微辅助证明材料")]
    pub micro_biz_info: Option<MicroBizInfo>,
    /// The business licence, of sole traders and companies.
    #[wxpay(label = "营业执照")]
    pub business_license_info: Option<BusinessLicenseInfo>,
    /// The certificate of registration, of public bodies and other organizations.
    #[wxpay(label = "登记证书")]
    pub certificate_info: Option<CertificateInfo>,
    /// The certificate with the organization code, where the licence does not have the unified number.
    #[wxpay(label = "组织机构代码证信息")]
    pub organization_info: Option<OrganizationInfo>,
    /// The `MediaID` of a public body's letter. With it the account need not be proved by a transfer.
    #[wxpay(label = "单位证明函照片")]
    pub certificate_letter_copy: Option<String>,
    /// The permit, of one in finance.
    #[wxpay(label = "金融机构许可证信息")]
    pub finance_institution_info: Option<FinanceInstitutionInfo>,
    /// The owner or legal representative.
    #[wxpay(label = "经营者/法人身份证件")]
    pub identity_info: IdentityInfo,
    /// Who a company belongs to in the end, besides the legal representative: up to 4.
    #[wxpay(label = "最终受益人信息列表")]
    pub ubo_info_list: Option<Vec<UboInfo>>,
}

/// What a merchant is in law (主体类型).
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
    /// An association, foundation, or another organization (社会组织).
    #[wxpay(rename = "SUBJECT_TYPE_OTHERS")]
    Others,
    /// Somebody without licence (小微).
    #[wxpay(rename = "SUBJECT_TYPE_MICRO")]
    Micro,
    /// An office of government (政府机关).
    #[wxpay(rename = "SUBJECT_TYPE_GOVERNMENT")]
    Government,
    /// A public institution, by another name.
    #[wxpay(rename = "SUBJECT_TYPE_INSTITUTIONS_CLONED")]
    InstitutionsCloned,
}

/// The permit of one in finance (金融机构许可证信息).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct FinanceInstitutionInfo {
    /// What business it is in.
    #[wxpay(label = "金融机构类型")]
    pub finance_type: Option<FinanceType>,
    /// The `MediaID` of each page.
    #[wxpay(label = "金融机构许可证图片")]
    pub finance_license_pics: Option<Vec<String>>,
}

/// What business in finance (金融机构类型).
#[wxpay_enum]
pub enum FinanceType {
    /// Banks (银行业).
    BankAgent,
    /// Payment institutions (支付机构).
    PaymentAgent,
    /// Insurance and its brokers (保险业).
    Insurance,
    /// Exchanges, registrars, clearing (交易及结算类金融机构).
    TradeAndSettle,
    /// All else, such as funds, securities, loans, leasing (其他金融机构).
    #[wxpay(rename = "OTHER")]
    OtherFinance,
}
