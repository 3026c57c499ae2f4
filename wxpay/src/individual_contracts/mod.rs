//! C2C contracts of an e-commerce platform (收付通·个人收款): an individual lets the platform pay and collect.
//!
//! The platform pre-signs, the user signs in WeChat, the platform asks for the result: nothing is notified.

mod app_presign;
mod query;
mod settle;

pub use app_presign::{AppPresign, AppPresignRequired, AppPresignResponse};
pub use query::{AuthState, Contract, QueryContractByCode, QueryContractByCodeRequired};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] =
    &[Shipped::of::<AppPresign>("individual_contracts"), Shipped::of::<QueryContractByCode>("individual_contracts")];
