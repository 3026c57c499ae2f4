//! Applications of service providers to add sub-merchants (特约商户进件).
//!
//! ```
//! use wxpay::applyment::{QueryApplymentByCode, QueryApplymentByCodeRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // The sandbox validates this request; its answer is an example, so nothing is asserted about it.
//! # let client = sandbox.client()?;
//! let request = QueryApplymentByCode::new(QueryApplymentByCodeRequired {
//!     business_code: "1900013511_10000".into(),
//! });
//! let applyment = client.send(&request).await?;
//! # Ok(())
//! # }
//! ```
//!
//! The service provider uploads the pictures, submits an application ([`SubmitApplyment`]) under its own number, and queries it
//! ([`QueryApplymentByCode`]); WeChat Pay sends no notification. The answer has a page where the merchant's administrator
//! verifies the account and signs. The finished application has the number of the new sub-merchant. A rejected application says
//! which members are wrong, and is submitted again **under the same number**. Later, [`ModifySettlement`] changes the merchant's
//! bank account and [`QuerySettlement`] returns it.
//!
//! Names, document numbers, addresses, telephone numbers and account numbers are [`Sensitive`](crate::value::Sensitive).

#![doc(alias("特约商户进件"))]

pub mod codes;

mod bank;
mod business;
mod identity;
mod licence;
mod micro;
mod query;
mod settle;
mod settlement;
mod subject;
mod submit;

pub use bank::{BankAccountInfo, BankAccountInfoRequired, BankAccountType, SettlementInfo};
pub use business::{
    AppInfo, BizStoreInfo, BizStoreInfoRequired, BusinessInfo, BusinessInfoRequired, MiniProgramInfo, MpInfo,
    SalesInfo, SalesInfoRequired, SalesScene, WebInfo, WeworkInfo,
};
pub use identity::{
    IdCardInfo, IdCardInfoRequired, IdDocInfo, IdDocInfoRequired, IdentificationType, IdentityInfo, PersonRole,
    UboInfo, UboInfoRequired,
};
pub use licence::{
    BusinessLicenseInfo, BusinessLicenseInfoRequired, CertificateInfo, CertificateInfoRequired, CertificateType,
    OrganizationInfo, OrganizationInfoRequired,
};
pub use micro::{
    MicroBizInfo, MicroBizInfoRequired, MicroBizType, MicroMobileInfo, MicroMobileInfoRequired, MicroOnlineInfo,
    MicroOnlineInfoRequired, MicroStoreInfo, MicroStoreInfoRequired,
};
pub use query::{
    Applyment, ApplymentState, AuditDetail, QueryApplyment, QueryApplymentByCode, QueryApplymentByCodeRequired,
    QueryApplymentRequired,
};
pub use settlement::{
    AccountNumberRule, AccountType, ModificationResult, ModifyMode, ModifySettlement, ModifySettlementRequired,
    ModifySettlementResponse, QuerySettlement, QuerySettlementModification, QuerySettlementModificationRequired,
    QuerySettlementRequired, SettlementAccount, SettlementModification, SettlementVerification,
};
pub use subject::{FinanceInstitutionInfo, FinanceType, SubjectInfo, SubjectInfoRequired, SubjectType};
pub use submit::{
    AdditionInfo, ContactInfo, ContactInfoRequired, SubmitApplyment, SubmitApplymentRequired, SubmitApplymentResponse,
};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<SubmitApplyment>(),
    Shipped::of::<QueryApplyment>(),
    Shipped::of::<QueryApplymentByCode>(),
    Shipped::of::<ModifySettlement>(),
    Shipped::of::<QuerySettlement>(),
    Shipped::of::<QuerySettlementModification>(),
];
