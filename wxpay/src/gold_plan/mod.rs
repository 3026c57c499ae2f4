//! What users see when they have paid a sub-merchant (点金计划).
//!
//! ```
//! use wxpay::gold_plan::{ChangeGoldPlanStatus, ChangeGoldPlanStatusRequired, OperationType};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // This request is validated; its answer is an example, of which nothing is asserted.
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
//! The service provider joins a sub-merchant to the plan ([`ChangeGoldPlanStatus`]). In the plan, the page after the
//! payment shows advertisements ([`OpenAdvertisingShow`], [`CloseAdvertisingShow`]) except those of competitors
//! ([`SetAdvertisingIndustryFilter`]), or a receipt of the provider's own ([`ChangeCustomPageStatus`]). Each of these sets
//! what is to be, so that it can be repeated.

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
