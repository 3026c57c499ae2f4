//! Rides by bus and metro that are paid afterwards (乘车服务): the user signs a contract once, and shows a code for each ride.
//!
//! ```
//! use wxpay::prelude::*;
//! use wxpay::scan_and_ride::{CreateTransaction, CreateTransactionRequired, TradeScene};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // This request is validated; its answer is an example, of which nothing is asserted.
//! # let client = sandbox.client()?;
//! let request = CreateTransaction::new(CreateTransactionRequired {
//!     appid: "wxd678efh567hg6787".into(),
//!     out_trade_no: "20260101000001".into(),
//!     trade_scene: TradeScene::Metro,
//!     contract_id: "Wx15463511252015071056489715".into(),
//!     amount: Fen::new(300).into(),
//! });
//! let accepted = client.send(&request).await?;
//! # Ok(())
//! # }
//! ```
//!
//! The user signs a contract of automatic debit in WeChat, whose `contract_id` then names the user. Before a code is shown,
//! [`QueryUserService`] tells if the user can ride; after the ride [`CreateTransaction`] orders the fare. WeChat Pay collects it
//! afterwards, and advances the money if the user has none; [`QueryTransaction`] returns the result. The notification shares its
//! type with others and becomes an [`notify::Event::Unknown`](crate::notify::Event::Unknown) with its JSON.
//!
//! Merchants leave out `sub_mchid` and `sub_appid`; service providers give the sub-merchant's.

#![doc(alias("乘车服务"))]

mod create_transaction;
mod query_transaction;
mod query_user_service;
mod settle;
mod transaction;

pub use create_transaction::{Amount, AmountRequired, CreateTransaction, CreateTransactionRequired};
pub use query_transaction::{QueryTransaction, QueryTransactionRequired};
pub use query_user_service::{BlockReason, QueryUserService, QueryUserServiceRequired, UserService, UserServiceState};
pub use transaction::{BusInfo, MetroInfo, PaidAmount, TradeScene, TradeState, Transaction, UserRepayState};

pub use crate::notify::{Promotion, PromotionScope, PromotionType};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] =
    &[Shipped::of::<QueryUserService>(), Shipped::of::<CreateTransaction>(), Shipped::of::<QueryTransaction>()];
