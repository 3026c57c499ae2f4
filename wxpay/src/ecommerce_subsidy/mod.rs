//! Subsidies of a platform for a sub-merchant's order (收付通·补差): the difference between the price and the amount paid.
//!
//! ```
//! use wxpay::ecommerce_subsidy::{CreateSubsidy, CreateSubsidyRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // The sandbox validates this request; its answer is an example, so nothing is asserted about it.
//! # let client = sandbox.client()?;
//! let request = CreateSubsidy::new(CreateSubsidyRequired {
//!     sub_mchid: "1900000109".into(),
//!     transaction_id: "4200000000202601010000000001".into(),
//!     amount: Fen::new(10),
//!     description: "New Year".into(),
//! });
//! let subsidy_id = client.send(&request).await?.subsidy_id;
//! # Ok(())
//! # }
//! ```
//!
//! The order announces the amount of the subsidy when it is created (`subsidy_amount`). Once it is paid and settled, and before
//! it is shared, the platform pays the subsidy ([`CreateSubsidy`]) or cancels it ([`CancelSubsidy`]). When the order is refunded,
//! the subsidy is returned ([`ReturnSubsidy`]). There are no notifications and no queries: **repeat the same request to get its
//! result.**

#![doc(alias("收付通", "补差"))]

pub mod codes;

mod cancel;
mod create;
mod returned;

pub use cancel::{CancelResult, CancelSubsidy, CancelSubsidyRequired, CanceledSubsidy};
pub use create::{CreateSubsidy, CreateSubsidyRequired, Subsidy, SubsidyResult};
pub use returned::{ReturnAccount, ReturnSource, ReturnSubsidy, ReturnSubsidyRequired, SubsidyReturn};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] =
    &[Shipped::of::<CreateSubsidy>(), Shipped::of::<ReturnSubsidy>(), Shipped::of::<CancelSubsidy>()];
