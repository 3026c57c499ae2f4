//! The page that users see after paying a sub-merchant, the Gold Plan (点金计划).
//!
//! ```
//! use wxpay::gold_plan::{ChangeGoldPlanStatus, ChangeGoldPlanStatusRequired, OperationType};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // The sandbox validates this request; its answer is an example, so nothing is asserted about it.
//! # let client = sandbox.client()?;
//! let request = ChangeGoldPlanStatus::new(ChangeGoldPlanStatusRequired {
//!     sub_mchid: "1900000109".into(),
//!     operation_type: OperationType::Open,
//! });
//! client.send(&request).await?;
//! # Ok(())
//! # }
//! ```
//!
//! The service provider adds a sub-merchant to the plan ([`ChangeGoldPlanStatus`]). The page after the payment then shows
//! advertisements ([`OpenAdvertisingShow`], [`CloseAdvertisingShow`]), except those of competitors
//! ([`SetAdvertisingIndustryFilter`]), or the service provider's own receipt ([`ChangeCustomPageStatus`]). Each request sets a
//! state, so it can be repeated.

#![doc(alias("点金计划"))]

pub mod codes;

mod advertising;
mod industry;
mod status;

pub use advertising::{
    CloseAdvertisingShow, CloseAdvertisingShowRequired, OpenAdvertisingShow, OpenAdvertisingShowRequired,
    SetAdvertisingIndustryFilter, SetAdvertisingIndustryFilterRequired,
};
pub use industry::Industry;
pub use status::{
    ChangeCustomPageStatus, ChangeCustomPageStatusRequired, ChangeCustomPageStatusResponse, ChangeGoldPlanStatus,
    ChangeGoldPlanStatusRequired, ChangeGoldPlanStatusResponse, OperationType, PayScene,
};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<ChangeGoldPlanStatus>(),
    Shipped::of::<ChangeCustomPageStatus>(),
    Shipped::of::<OpenAdvertisingShow>(),
    Shipped::of::<CloseAdvertisingShow>(),
    Shipped::of::<SetAdvertisingIndustryFilter>(),
];
