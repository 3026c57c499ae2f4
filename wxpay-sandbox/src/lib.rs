//! A local WeChat Pay. WeChat Pay itself offers no sandbox for APIv3.
//!
//! The sandbox verifies real signatures, opens sealed members, validates bodies by the tables that the client writes from, keeps
//! its books in SQLite, and signs its answers. Refusals have the documented status and body.
//!
//! ```
//! use wxpay::pay::{AppPrepay, AppPrepayRequired};
//! use wxpay::prelude::*;
//! use wxpay_sandbox::Sandbox;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let sandbox = Sandbox::start().await?;
//! let client = sandbox.client()?;
//! let order = AppPrepay::new(AppPrepayRequired {
//!     appid: "wxd678efh567hg6787".into(),
//!     mchid: client.merchant().id().into(),
//!     description: "A teapot".into(),
//!     out_trade_no: "20260101000001".into(),
//!     notify_url: "http://127.0.0.1:8080/notify".into(),
//!     amount: Fen::new(100).into(),
//! });
//! let prepay = client.send(&order).await?;
//! assert!(prepay.prepay_id.starts_with("wx"));
//! # Ok(())
//! # }
//! ```
//!
//! [`Sandbox`] has methods for the actions of users, banks and WeChat Pay, such as [`pay_order`](Merchant::pay_order); so has
//! [`sandbox.merchant(mchid)`](Deeds::merchant), for several merchants with the same numbers. A scanned code that ends with `99`
//! leaves its payment `USERPAYING`, one that ends with `98` leads to `PAYERROR`, any other pays.
//!
//! The same actions are possible from outside, in any language: [`Sandbox::admin_url`] has a page for a browser and a JSON API
//! for scripts, which `GET /api` lists. `wxpay sandbox` runs a sandbox on the command line and writes its addresses and keys to
//! `sandbox.json`, as [`Builder::directory`] does.
//!
//! ```sh
//! curl -X POST -H "Authorization: Bearer $ADMIN_TOKEN" "$ADMIN_URL/api/orders/20260101000001/pay"
//! ```
//!
//! Keys are made when the process first needs them. They are useless anywhere else.

mod addresses;
mod admin;
mod books;
mod builder;
mod clock;
mod deeds;
mod directory;
mod endpoint;
mod error;
pub mod faults;
mod files;
mod gateway;
mod json;
mod keys;
mod notify;
mod parties;
pub mod paths;
mod products;
mod requests;
mod serving;
mod watch;
pub mod wire;

pub use books::{
    BookedOrder, BookedRefund, BookedRepayment, BookedShare, BookedTransfer, ContractKind, ContractState, Delivery,
    NotificationState, SentNotification,
};
pub use builder::{Builder, Sandbox};
pub use deeds::{Deeds, Merchant};
pub use endpoint::Reason;
pub use endpoint::example::example;
pub use error::SandboxError;
pub use keys::Keys;
pub use keys::credentials::Credentials;
pub use notify::{Flaw, Notice};
pub use products::Checkout;
pub use requests::LoggedRequest;
#[doc(hidden)]
pub use watch::{Seen, watch};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
