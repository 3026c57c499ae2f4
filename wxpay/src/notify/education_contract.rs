//! Contracts of automatic school fees.

use crate::prelude::*;

/// A contract of automatic school fees that was signed or has ended (教育续费通签约/解约结果通知): `ENTRUST.SIGNING` or
/// `ENTRUST.RELEASE`; `contract_status` says which, where it is there.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EducationContract {
    /// The merchant's or service provider's app ID.
    pub appid: Option<String>,
    /// The user under that app ID.
    pub openid: Option<String>,
    /// The service provider; or the merchant, where it signs for itself.
    pub sp_mchid: Option<String>,
    /// The sub-merchant.
    pub sub_mchid: Option<String>,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The user under `sub_appid`.
    pub sub_openid: Option<String>,
    /// The template.
    pub plan_id: Option<String>,
    /// The contract.
    pub contract_information: EducationContractInformation,
}

/// What there is to say of a contract of automatic school fees (签约信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EducationContractInformation {
    /// WeChat Pay's number for the contract; debits go by it.
    pub contract_id: Option<String>,
    /// Whether it was signed or has ended.
    pub contract_status: Option<EducationContractStatus>,
    /// When the user signed.
    pub create_time: Option<DateTime>,
}

/// Whether a contract of automatic school fees was signed or has ended (签约状态).
#[wxpay_enum]
pub enum EducationContractStatus {
    /// Signed (签约).
    Add,
    /// Ended (解约).
    Delete,
}
