//! Contracts of automatic school fees.

use crate::prelude::*;

/// A notification that a contract of automatic school fees was signed or has ended (教育续费通签约/解约结果通知): `ENTRUST.SIGNING` or
/// `ENTRUST.RELEASE`. `contract_status` says which, if it is there.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EducationContract {
    /// The merchant's or service provider's app ID.
    pub appid: Option<String>,
    /// The user's openid under that app ID.
    pub openid: Option<String>,
    /// Merchant number of the service provider, or of a merchant that signs for itself.
    pub sp_mchid: Option<String>,
    /// The sub-merchant's merchant number.
    pub sub_mchid: Option<String>,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The user's openid under `sub_appid`.
    pub sub_openid: Option<String>,
    /// Number of the contract template.
    pub plan_id: Option<String>,
    /// Details of the contract.
    pub contract_information: EducationContractInformation,
}

/// Details of a contract of automatic school fees (签约信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EducationContractInformation {
    /// WeChat Pay's number for the contract, which debits name.
    pub contract_id: Option<String>,
    /// State of the contract.
    pub contract_status: Option<EducationContractStatus>,
    /// Time at which the user signed.
    pub create_time: Option<DateTime>,
}

/// States of a contract of automatic school fees (签约状态).
#[wxpay_enum]
pub enum EducationContractStatus {
    /// Signed (签约).
    Add,
    /// Ended (解约).
    Delete,
}
