//! Sharing a payment with others (分账), for merchants and for service providers.
//!
//! 1. Whoever receives is added once ([`AddReceiver`]).
//! 2. The order is created with `settle_info.profit_sharing`; once paid, its money stays frozen for 30 days.
//! 3. From a minute after the payment on, it is shared ([`CreateSharing`]): up to 50 times an order, with up to 50
//!    receivers each. It is worked on after the answer: [`QuerySharing`] tells what became of it, and receivers are
//!    told by [`notify::Sharing`](crate::notify::Sharing).
//! 4. What is left is given to the merchant ([`UnfreezeRest`]), or at the last sharing by `unfreeze_unsplit`.
//! 5. Before a refund a share can be taken back ([`CreateReturn`]).
//!
//! A sharing that is finished need not have succeeded: each receiver has a result of its own.

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
    Shipped::of::<CreateSharing>("profit_sharing"),
    Shipped::of::<QuerySharing>("profit_sharing"),
    Shipped::of::<CreateReturn>("profit_sharing"),
    Shipped::of::<QueryReturn>("profit_sharing"),
    Shipped::of::<UnfreezeRest>("profit_sharing"),
    Shipped::of::<QueryUnsplitAmount>("profit_sharing"),
    Shipped::of::<QueryMaxRatio>("profit_sharing"),
    Shipped::of::<AddReceiver>("profit_sharing"),
    Shipped::of::<DeleteReceiver>("profit_sharing"),
    Shipped::of::<ApplySharingBill>("profit_sharing"),
];
