//! Automatic repayment of credit (信贷还款·自动还款): the user signs once, and the service provider collects every month.
//!
//! ```
//! use wxpay::credit_repayment::{
//!     DisplayName, H5Presign, H5PresignRequired, RealIdentity, RealIdentityRequired, RealIdentityType,
//! };
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::start().await?;
//! # let client = sandbox.client()?;
//! let presign = H5Presign::new(H5PresignRequired {
//!     appid: "wxd678efh567hg6787".into(),
//!     plan_id: "WxCreditRepaymentPlan12345678".into(),
//!     out_contract_code: "20260101000001".into(),
//!     display_name: DisplayName::masked("王小明"),
//!     contract_notify_url: "https://shop.example.com/wechat/notify".into(),
//!     repayment_amount_limit: FenText::new(10_000),
//!     real_identity: RealIdentity::new(RealIdentityRequired {
//!         identity_type: RealIdentityType::IdCard,
//!         identity_id: "11010519491231002X".into(),
//!         real_name: "王小明".into(),
//!     }),
//! });
//! let page = client.send(&presign).await?.redirect_url;
//! # Ok(())
//! # }
//! ```
//!
//! A contract is prepared for a browser ([`H5Presign`]) or an app ([`AppPresign`]), and signed by the user. Repayments are
//! announced ([`ScheduleRepayments`]) and collected ([`CreateRepayment`]) until one side terminates the contract
//! ([`TerminateContract`]). Queries and notifications use the same objects for contract and repayment.

#![doc(alias("信贷还款", "自动还款"))]

mod app_presign;
mod contract;
mod h5_presign;
mod repayment;
mod schedule;
mod settle;

pub use app_presign::{AppPresign, AppPresignRequired, AppPresignResponse, AppTradeInfo, AppTradeInfoRequired};
pub use contract::{
    QueryContract, QueryContractRequired, TerminateContract, TerminateContractRequired, TerminatedContract,
};
pub use h5_presign::{
    H5Presign, H5PresignRequired, H5PresignResponse, JumpInfo, RealIdentity, RealIdentityRequired, RealIdentityType,
    TradeInfo, TradeInfoRequired,
};
pub use repayment::{CreateRepayment, CreateRepaymentRequired, QueryRepayment, QueryRepaymentRequired};
pub use schedule::{
    QueryScheduledRepayment, QueryScheduledRepaymentRequired, ScheduleItem, ScheduleItemRequired, ScheduleRepayments,
    ScheduleRepaymentsRequired, ScheduledRepayment, ScheduledRepayments,
};

pub use crate::notify::{
    DisplayName, Repayment, RepaymentContract, RepaymentContractState, RepaymentState, TerminationMode,
};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<H5Presign>(),
    Shipped::of::<AppPresign>(),
    Shipped::of::<QueryContract>(),
    Shipped::of::<TerminateContract>(),
    Shipped::of::<ScheduleRepayments>(),
    Shipped::of::<QueryScheduledRepayment>(),
    Shipped::of::<CreateRepayment>(),
    Shipped::of::<QueryRepayment>(),
];
