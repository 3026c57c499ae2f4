//! Profit sharing for payments of an e-commerce platform's sub-merchants (收付通分账).
//!
//! ```
//! use wxpay::ecommerce_profit_sharing::{CreateSharing, CreateSharingRequired, ReceiverType, Share, ShareRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // The sandbox validates this request; its answer is an example, so nothing is asserted about it.
//! # let client = sandbox.client()?;
//! let share = Share::new(ShareRequired {
//!     r#type: ReceiverType::MerchantId,
//!     receiver_account: "1900000110".into(),
//!     amount: Fen::new(30),
//!     description: "Commission".into(),
//! });
//! let sharing = CreateSharing::new(CreateSharingRequired {
//!     sub_mchid: "1900000109".into(),
//!     transaction_id: "4200000000202601010000000001".into(),
//!     out_order_no: "20260101000001-S1".into(),
//!     receivers: vec![share],
//!     finish: true,
//! });
//! let order_id = client.send(&sharing).await?.order_id;
//! # Ok(())
//! # }
//! ```
//!
//! 1. Each receiver is added once, for all sub-merchants of the platform ([`AddReceiver`]).
//! 2. The order is created with `settle_info.profit_sharing`; the money of its payment stays frozen for 180 days.
//! 3. From one minute after the payment, [`CreateSharing`] shares it, up to 50 times an order with up to 50 receivers each. The
//!    work is done after the answer: [`QuerySharing`] returns the result, and [`notify::Sharing`](crate::notify::Sharing)
//!    notifies receivers.
//! 4. [`FinishSharing`] gives the remaining amount to the sub-merchant, or the last sharing order does so with `finish`.
//! 5. [`CreateReturn`] takes a share back before a refund.
//!
//! A finished sharing order has not always succeeded: each receiver has its own result. The bill is
//! [`profit_sharing::ApplySharingBill`](crate::profit_sharing::ApplySharingBill).

#![doc(alias("收付通分账"))]

mod after_sales;
pub mod codes;
mod create;
mod finish;
mod objects;
mod query;
mod receiver;
mod returns;
mod settle;

pub use after_sales::{
    AfterSalesResult, AfterSalesScene, AfterSalesSharing, AfterSalesType, CreateAfterSalesSharing,
    CreateAfterSalesSharingRequired, QueryAfterSalesSharing, QueryAfterSalesSharingRequired,
    RequestedAfterSalesSharing,
};
pub use create::{CreateSharing, CreateSharingRequired, Share, ShareRequired};
pub use finish::{FinishSharing, FinishSharingRequired, FinishedSharing};
pub use objects::{AbnormalClosedReason, AbnormalFundsReceiver, AbnormalFundsStatus, ShareDetail, SharingOrder};
pub use query::{QuerySharing, QuerySharingRequired, QueryUnsplitAmount, QueryUnsplitAmountRequired};
pub use receiver::{AddReceiver, AddReceiverRequired, DeleteReceiver, DeleteReceiverRequired, Receiver, RelationType};
pub use returns::{CreateReturn, CreateReturnRequired, QueryReturn, QueryReturnRequired, ReturnResult, SharingReturn};

pub use crate::notify::ReceiverType;
pub use crate::profit_sharing::{ReturnFailReason, ShareFailReason, ShareResult, SharingState, UnsplitAmount};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<CreateSharing>(),
    Shipped::of::<QuerySharing>(),
    Shipped::of::<CreateReturn>(),
    Shipped::of::<QueryReturn>(),
    Shipped::of::<FinishSharing>(),
    Shipped::of::<QueryUnsplitAmount>(),
    Shipped::of::<AddReceiver>(),
    Shipped::of::<DeleteReceiver>(),
    Shipped::of::<CreateAfterSalesSharing>(),
    Shipped::of::<QueryAfterSalesSharing>(),
];
