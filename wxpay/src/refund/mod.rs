//! Refunds (退款): of a merchant's orders and of a service provider's.
//!
//! A refund is asked for, and accepted or refused at once; the money takes its time. [`Processing`] becomes [`Success`],
//! [`Closed`] or [`Abnormal`]; `notify_url` hears of it, and [`QueryRefund`] tells. A refund goes by `out_refund_no`:
//! the same number is the same refund, however often it is sent, and **another number is another refund**.
//!
//! [`Processing`]: RefundStatus::Processing
//! [`Success`]: RefundStatus::Success
//! [`Closed`]: RefundStatus::Closed
//! [`Abnormal`]: RefundStatus::Abnormal

mod abnormal;
mod answer;
mod create;
mod query;
mod settle;

pub use abnormal::{AbnormalRefundType, ApplyAbnormalRefund, ApplyAbnormalRefundRequired, PayeeBank};
pub use answer::{Refund, RefundChannel, RefundPromotion, RefundedAmount, SettlementAccount};
pub use create::{
    Amount, AmountRequired, CreateRefund, CreateRefundRequired, FundsSource, RefundGoods, RefundGoodsRequired,
    RefundSource, SourceAccount, SourceAmount, SourceAmountRequired,
};
pub use query::{QueryRefund, QueryRefundRequired};

pub use crate::notify::{PromotionScope, PromotionType, RefundStatus};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<CreateRefund>("refund"),
    Shipped::of::<QueryRefund>("refund"),
    Shipped::of::<ApplyAbnormalRefund>("refund"),
];
