//! The papers of a merchant.

use crate::prelude::*;

/// The business licence of a sole trader or company (营业执照).
#[wxpay_object(required = BusinessLicenseInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BusinessLicenseInfo {
    /// The `MediaID` of its picture.
    #[wxpay(label = "营业执照照片")]
    pub license_copy: String,
    /// The number of registration, or the unified social credit code.
    #[wxpay(label = "注册号/统一社会信用代码")]
    pub license_number: String,
    /// The name on it. A sole trader without name is `个体户` with the owner's name.
    #[wxpay(label = "商户名称")]
    pub merchant_name: String,
    /// The owner or legal representative on it.
    #[wxpay(label = "个体户经营者/法人姓名")]
    pub legal_person: String,
    /// The address on it.
    #[wxpay(label = "注册地址")]
    pub license_address: Option<String>,
    /// Since when it is valid, such as `2019-08-01`.
    #[wxpay(label = "有效期限开始日期")]
    pub period_begin: Option<Date>,
    /// Until when, such as `2029-08-01`, or `长期` if it does not end.
    #[wxpay(label = "有效期限结束日期")]
    pub period_end: Option<String>,
}

/// The certificate of registration of a public body or other organization (登记证书).
#[wxpay_object(required = CertificateInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CertificateInfo {
    /// The `MediaID` of its picture.
    #[wxpay(label = "登记证书照片")]
    pub cert_copy: String,
    /// What certificate it is.
    #[wxpay(label = "登记证书类型")]
    pub cert_type: CertificateType,
    /// The number on it.
    #[wxpay(label = "证书号")]
    pub cert_number: String,
    /// The name on it.
    #[wxpay(label = "商户名称")]
    pub merchant_name: String,
    /// The address on it.
    #[wxpay(label = "注册地址")]
    pub company_address: String,
    /// The legal representative on it.
    #[wxpay(label = "法人姓名")]
    pub legal_person: String,
    /// Since when it is valid, such as `2019-08-01`.
    #[wxpay(label = "有效期限开始日期")]
    pub period_begin: Date,
    /// Until when, such as `2029-08-01`, or `长期` if it does not end.
    #[wxpay(label = "有效期限结束日期")]
    pub period_end: String,
}

/// A certificate of registration (登记证书类型), which has to suit the [`SubjectType`](super::SubjectType).
#[wxpay_enum]
pub enum CertificateType {
    /// Of a public institution: 事业单位法人证书.
    #[wxpay(rename = "CERTIFICATE_TYPE_2388")]
    PublicInstitution,
    /// With the unified social credit code, of offices of government and others: 统一社会信用代码证书.
    #[wxpay(rename = "CERTIFICATE_TYPE_2389")]
    UnifiedCode,
    /// A military hospital's permit to serve for money: 有偿服务许可证.
    #[wxpay(rename = "CERTIFICATE_TYPE_2390")]
    PaidServiceLicence,
    /// A military hospital's licence to practise: 医疗机构执业许可证.
    #[wxpay(rename = "CERTIFICATE_TYPE_2391")]
    MedicalLicence,
    /// The business licence of the company that a party organization belongs to: 企业营业执照.
    #[wxpay(rename = "CERTIFICATE_TYPE_2392")]
    CompanyLicence,
    /// With the organization code, of offices of government: 组织机构代码证.
    #[wxpay(rename = "CERTIFICATE_TYPE_2393")]
    OrganizationCode,
    /// Of an association: 社会团体法人登记证书.
    #[wxpay(rename = "CERTIFICATE_TYPE_2394")]
    Association,
    /// Of a private body that is no business: 民办非企业单位登记证书.
    #[wxpay(rename = "CERTIFICATE_TYPE_2395")]
    PrivateNonEnterprise,
    /// Of a foundation: 基金会法人登记证书.
    #[wxpay(rename = "CERTIFICATE_TYPE_2396")]
    Foundation,
    /// Of a place of worship: 宗教活动场所登记证.
    #[wxpay(rename = "CERTIFICATE_TYPE_2399")]
    PlaceOfWorship,
    /// Another paper that an office of government has issued: 政府部门下发的其他有效证明文件.
    #[wxpay(rename = "CERTIFICATE_TYPE_2400")]
    OtherGovernmentPaper,
    /// A licence to practise: 执业许可证/执业证.
    #[wxpay(rename = "CERTIFICATE_TYPE_2520")]
    PractisingLicence,
    /// Of a committee of residents or villagers: 基层群众性自治组织特别法人统一社会信用代码证.
    #[wxpay(rename = "CERTIFICATE_TYPE_2521")]
    ResidentsCommittee,
    /// Of a rural collective: 农村集体经济组织登记证.
    #[wxpay(rename = "CERTIFICATE_TYPE_2522")]
    RuralCollective,
}

/// The certificate with the organization code (组织机构代码证信息).
#[wxpay_object(required = OrganizationInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OrganizationInfo {
    /// The `MediaID` of its picture.
    #[wxpay(label = "组织机构代码证照片")]
    pub organization_copy: String,
    /// The code.
    #[wxpay(label = "组织机构代码")]
    pub organization_code: String,
    /// Since when it is valid, such as `2019-08-01`.
    #[wxpay(label = "组织机构代码证有效期开始日期")]
    pub org_period_begin: Date,
    /// Until when, such as `2029-08-01`, or `长期` if it does not end.
    #[wxpay(label = "组织机构代码证有效期结束日期")]
    pub org_period_end: String,
}
