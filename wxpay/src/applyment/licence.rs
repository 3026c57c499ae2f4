//! Licences and certificates of a merchant.

use crate::prelude::*;

/// The business licence of a sole trader or company (营业执照).
#[wxpay_object(required = BusinessLicenseInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BusinessLicenseInfo {
    /// `MediaID` of the licence's picture.
    #[wxpay(label = "营业执照照片")]
    pub license_copy: String,
    /// Registration number, or the unified social credit code.
    #[wxpay(label = "注册号/统一社会信用代码")]
    pub license_number: String,
    /// Name on the licence. A sole trader without a business name gives `个体户` followed by the owner's name.
    #[wxpay(label = "商户名称")]
    pub merchant_name: String,
    /// Owner or legal representative on the licence.
    #[wxpay(label = "个体户经营者/法人姓名")]
    pub legal_person: String,
    /// Address on the licence.
    #[wxpay(label = "注册地址")]
    pub license_address: Option<String>,
    /// First day of validity, such as `2019-08-01`.
    #[wxpay(label = "有效期限开始日期")]
    pub period_begin: Option<Date>,
    /// Last day of validity, such as `2029-08-01`, or `长期` if the licence does not expire.
    #[wxpay(label = "有效期限结束日期")]
    pub period_end: Option<String>,
}

/// The certificate of registration of a public body or other organization (登记证书).
#[wxpay_object(required = CertificateInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CertificateInfo {
    /// `MediaID` of the certificate's picture.
    #[wxpay(label = "登记证书照片")]
    pub cert_copy: String,
    /// Kind of certificate.
    #[wxpay(label = "登记证书类型")]
    pub cert_type: CertificateType,
    /// Number on the certificate.
    #[wxpay(label = "证书号")]
    pub cert_number: String,
    /// Name on the certificate.
    #[wxpay(label = "商户名称")]
    pub merchant_name: String,
    /// Address on the certificate.
    #[wxpay(label = "注册地址")]
    pub company_address: String,
    /// Legal representative on the certificate.
    #[wxpay(label = "法人姓名")]
    pub legal_person: String,
    /// First day of validity, such as `2019-08-01`.
    #[wxpay(label = "有效期限开始日期")]
    pub period_begin: Date,
    /// Last day of validity, such as `2029-08-01`, or `长期` if the certificate does not expire.
    #[wxpay(label = "有效期限结束日期")]
    pub period_end: String,
}

/// A kind of registration certificate (登记证书类型). It has to suit the [`SubjectType`](super::SubjectType).
#[wxpay_enum]
pub enum CertificateType {
    /// Certificate of a public institution: 事业单位法人证书.
    #[wxpay(rename = "CERTIFICATE_TYPE_2388")]
    PublicInstitution,
    /// Certificate with the unified social credit code, of government offices and others: 统一社会信用代码证书.
    #[wxpay(rename = "CERTIFICATE_TYPE_2389")]
    UnifiedCode,
    /// Permit of a military hospital to offer paid services: 有偿服务许可证.
    #[wxpay(rename = "CERTIFICATE_TYPE_2390")]
    PaidServiceLicence,
    /// Licence of a military hospital to practise: 医疗机构执业许可证.
    #[wxpay(rename = "CERTIFICATE_TYPE_2391")]
    MedicalLicence,
    /// Business licence of the company that a party organization belongs to: 企业营业执照.
    #[wxpay(rename = "CERTIFICATE_TYPE_2392")]
    CompanyLicence,
    /// Organization code certificate, of government offices: 组织机构代码证.
    #[wxpay(rename = "CERTIFICATE_TYPE_2393")]
    OrganizationCode,
    /// Certificate of an association: 社会团体法人登记证书.
    #[wxpay(rename = "CERTIFICATE_TYPE_2394")]
    Association,
    /// Certificate of a private organization that is not a business: 民办非企业单位登记证书.
    #[wxpay(rename = "CERTIFICATE_TYPE_2395")]
    PrivateNonEnterprise,
    /// Certificate of a foundation: 基金会法人登记证书.
    #[wxpay(rename = "CERTIFICATE_TYPE_2396")]
    Foundation,
    /// Certificate of a place of worship: 宗教活动场所登记证.
    #[wxpay(rename = "CERTIFICATE_TYPE_2399")]
    PlaceOfWorship,
    /// Another valid document issued by a government office: 政府部门下发的其他有效证明文件.
    #[wxpay(rename = "CERTIFICATE_TYPE_2400")]
    OtherGovernmentPaper,
    /// Licence to practise: 执业许可证/执业证.
    #[wxpay(rename = "CERTIFICATE_TYPE_2520")]
    PractisingLicence,
    /// Certificate of a residents' or villagers' committee: 基层群众性自治组织特别法人统一社会信用代码证.
    #[wxpay(rename = "CERTIFICATE_TYPE_2521")]
    ResidentsCommittee,
    /// Certificate of a rural collective: 农村集体经济组织登记证.
    #[wxpay(rename = "CERTIFICATE_TYPE_2522")]
    RuralCollective,
}

/// An organization code certificate (组织机构代码证信息).
#[wxpay_object(required = OrganizationInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OrganizationInfo {
    /// `MediaID` of the certificate's picture.
    #[wxpay(label = "组织机构代码证照片")]
    pub organization_copy: String,
    /// Organization code.
    #[wxpay(label = "组织机构代码")]
    pub organization_code: String,
    /// First day of validity, such as `2019-08-01`.
    #[wxpay(label = "组织机构代码证有效期开始日期")]
    pub org_period_begin: Date,
    /// Last day of validity, such as `2029-08-01`, or `长期` if the certificate does not expire.
    #[wxpay(label = "组织机构代码证有效期结束日期")]
    pub org_period_end: String,
}
