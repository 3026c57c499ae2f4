//! Sharing a payment with others (分账), for merchants and for service providers.
//!
//! ```
//! use wxpay::prelude::*;
//! use wxpay::profit_sharing::{CreateSharing, CreateSharingRequired, ReceiverType, Share, ShareRequired};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::start().await?;
//! # let client = sandbox.client()?;
//! # use wxpay::pay::{NativePrepay, NativePrepayRequired, QueryOrderByNumber, QueryOrderByNumberRequired};
//! # let mchid = client.merchant().id();
//! # let order = NativePrepay::new(NativePrepayRequired {
//! #     appid: "wxd678efh567hg6787".into(),
//! #     mchid: mchid.into(),
//! #     description: "A teapot".into(),
//! #     out_trade_no: "20260101000001".into(),
//! #     notify_url: "http://127.0.0.1:9/notify".into(),
//! #     amount: wxpay::prelude::Fen::new(100).into(),
//! # })
//! # .settle_info(wxpay::pay::SettleInfo::new().profit_sharing(true));
//! # client.send(&order).await?;
//! # sandbox.pay_order("20260101000001")?;
//! # let query = QueryOrderByNumber::new(QueryOrderByNumberRequired {
//! #     out_trade_no: "20260101000001".into(),
//! #     mchid: mchid.into(),
//! # });
//! # let transaction_id = client.send(&query).await?.transaction_id.unwrap_or_default();
//! # use wxpay::profit_sharing::{AddReceiver, AddReceiverRequired, RelationType};
//! # client.send(&AddReceiver::new(AddReceiverRequired {
//! #     appid: "wxd678efh567hg6787".into(),
//! #     r#type: ReceiverType::PersonalOpenid,
//! #     account: "oUpF8uN95-Ptaags6E_roPHg7AG0".into(),
//! #     relation_type: RelationType::Staff,
//! # })).await?;
//! # sandbox.set_clock_ahead(60)?;
//! # let client = sandbox.client_builder().clock(|| DateTime::now().unix_timestamp() + 60).build()?;
//!
//! let share = Share::new(ShareRequired {
//!     r#type: ReceiverType::PersonalOpenid,
//!     account: "oUpF8uN95-Ptaags6E_roPHg7AG0".into(),
//!     amount: Fen::new(30),
//!     description: "Commission".into(),
//! });
//! let sharing = CreateSharing::new(CreateSharingRequired {
//!     transaction_id,
//!     out_order_no: "20260101000001-S1".into(),
//!     unfreeze_unsplit: true,
//! });
//! let accepted = client.send(&sharing.receivers(vec![share])).await?;
//! # Ok(())
//! # }
//! ```
//!
//! 1. Each receiver is added once ([`AddReceiver`]).
//! 2. The order is created with `settle_info.profit_sharing`; once paid, its money stays frozen for 30 days.
//! 3. From a minute after the payment, the order can be shared ([`CreateSharing`]): up to 50 times, with up to 50 receivers each.
//!    WeChat Pay processes a sharing after its answer: [`QuerySharing`] returns the result, and receivers are notified by
//!    [`notify::Sharing`](crate::notify::Sharing).
//! 4. The rest is given to the merchant by [`UnfreezeRest`], or by `unfreeze_unsplit` of the last sharing.
//! 5. Before a refund a share can be returned ([`CreateReturn`]).
//!
//! A finished sharing has not always succeeded: each receiver has its own result.

#![doc(alias("分账"))]

mod bill;
pub mod codes;
mod create;
mod limits;
mod objects;
mod query;
mod receiver;
mod returns;
mod settle;
mod unfreeze;

pub use bill::{ApplySharingBill, ApplySharingBillRequired, HashType, SharingBill, TarType};
pub use create::{CreateSharing, CreateSharingRequired, Share, ShareRequired};
pub use limits::{
    MaxRatio, QueryMaxRatio, QueryMaxRatioRequired, QueryUnsplitAmount, QueryUnsplitAmountRequired, UnsplitAmount,
};
pub use objects::{ShareDetail, ShareFailReason, ShareResult, SharingOrder, SharingState};
pub use query::{QuerySharing, QuerySharingRequired};
pub use receiver::{
    AddReceiver, AddReceiverRequired, DeleteReceiver, DeleteReceiverRequired, DeletedReceiver, Receiver, RelationType,
};
pub use returns::{
    CreateReturn, CreateReturnRequired, QueryReturn, QueryReturnRequired, ReturnFailReason, ReturnResult, SharingReturn,
};
pub(crate) use settle::same_shares;
pub use unfreeze::{UnfreezeRest, UnfreezeRestRequired};

pub use crate::notify::ReceiverType;

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<CreateSharing>(),
    Shipped::of::<QuerySharing>(),
    Shipped::of::<CreateReturn>(),
    Shipped::of::<QueryReturn>(),
    Shipped::of::<UnfreezeRest>(),
    Shipped::of::<QueryUnsplitAmount>(),
    Shipped::of::<QueryMaxRatio>(),
    Shipped::of::<AddReceiver>(),
    Shipped::of::<DeleteReceiver>(),
    Shipped::of::<ApplySharingBill>(),
];
