//! Refunds on a platform (收付通·退款): of orders that were paid to its sub-merchants, or to individuals.
//!
//! As with the refunds of merchants, one is asked for ([`CreateRefund`]) and accepted at once; the money takes its time,
//! `notify_url` hears of the end, and [`QueryRefund`] tells. It goes by `out_refund_no`: **another number is another
//! refund**. The platform may advance the money ([`RefundSource::PartnerAdvance`]) and take it back from the sub-merchant
//! later ([`ReturnAdvance`]).

pub mod codes;

mod advance;
mod answer;
mod create;
mod query;
mod settle;

pub use advance::{
    AdvanceAccount, AdvanceResult, AdvanceReturn, QueryAdvanceReturn, QueryAdvanceReturnRequired, ReturnAdvance,
    ReturnAdvanceRequired,
};
pub use answer::{
    CreatedRefund, Refund, RefundChannel, RefundPromotion, RefundStatus, RefundedAmount, SettlementAccount,
};
pub use create::{
    Amount, AmountRequired, CreateRefund, CreateRefundRequired, FundsSource, RefundSource, SourceAccount, SourceAmount,
    SourceAmountRequired,
};
pub use query::{QueryRefund, QueryRefundByNumber, QueryRefundByNumberRequired, QueryRefundRequired};

pub use crate::notify::{PromotionScope, PromotionType};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<CreateRefund>("ecommerce_refund"),
    Shipped::of::<QueryRefund>("ecommerce_refund"),
    Shipped::of::<QueryRefundByNumber>("ecommerce_refund"),
    Shipped::of::<ReturnAdvance>("ecommerce_refund"),
    Shipped::of::<QueryAdvanceReturn>("ecommerce_refund"),
];
