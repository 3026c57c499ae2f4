//! C2C contracts of an e-commerce platform (收付通·个人收款): an individual agrees to receive payments through the platform.
//!
//! ```
//! use wxpay::individual_contracts::{AppPresign, AppPresignRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::start().await?;
//! # let client = sandbox.client()?;
//! let request = AppPresign::new(AppPresignRequired {
//!     appid: "wxd678efh567hg6787".into(),
//!     out_contract_code: "20260101000001".into(),
//! });
//! let presigned = client.send(&request).await?;
//! # Ok(())
//! # }
//! ```
//!
//! The platform prepares the contract, the user signs it in WeChat, and the platform queries the result: WeChat Pay sends no
//! notification.

#![doc(alias("收付通", "个人收款"))]

mod app_presign;
mod mini_program_presign;
mod objects;
mod query;
mod settle;

pub use app_presign::{AppPresign, AppPresignRequired, NamedAppPresign, NamedAppPresignRequired};
pub use mini_program_presign::{
    MiniProgramPresign, MiniProgramPresignRequired, NamedMiniProgramPresign, NamedMiniProgramPresignRequired,
};
pub use objects::{CredentialType, PresignResponse};
pub use query::{
    AuthState, Contract, PayeeAuthorization, PermissionType, QueryContractByCode, QueryContractByCodeRequired,
    QueryContractByOpenid, QueryContractByOpenidRequired, RealNameAuthResult, RealNameScope,
};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<AppPresign>(),
    Shipped::of::<MiniProgramPresign>(),
    Shipped::of::<NamedAppPresign>(),
    Shipped::of::<NamedMiniProgramPresign>(),
    Shipped::of::<QueryContractByCode>(),
    Shipped::of::<QueryContractByOpenid>(),
];
