//! Refunds (退款) of a merchant's or a service provider's orders.
//!
//! ```
//! use wxpay::prelude::*;
//! use wxpay::refund::{Amount, AmountRequired, CreateRefund, CreateRefundRequired, RefundStatus};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::start().await?;
//! # let client = sandbox.client()?;
//! # use wxpay::pay::{NativePrepay, NativePrepayRequired};
//! # let mchid = client.merchant().id();
//! # let order = NativePrepay::new(NativePrepayRequired {
//! #     appid: "wxd678efh567hg6787".into(),
//! #     mchid: mchid.into(),
//! #     description: "A teapot".into(),
//! #     out_trade_no: "20260101000001".into(),
//! #     notify_url: "http://127.0.0.1:9/notify".into(),
//! #     amount: wxpay::prelude::Fen::new(100).into(),
//! # });
//! # client.send(&order).await?;
//! # sandbox.pay_order("20260101000001")?;
//!
//! let refund = CreateRefund::new(CreateRefundRequired {
//!     out_refund_no: "20260101000001-1".into(),
//!     amount: Amount::new(AmountRequired { refund: Fen::new(40), total: Fen::new(100), currency: "CNY".into() }),
//! })
//! .out_trade_no("20260101000001");
//! let accepted = client.send(&refund).await?;
//! assert_eq!(accepted.status, RefundStatus::Processing);
//! # Ok(())
//! # }
//! ```
//!
//! A refund is requested, and accepted or refused at once; paying it takes time. [`Processing`] becomes [`Success`], [`Closed`]
//! or [`Abnormal`]. The result is notified to `notify_url`, and [`QueryRefund`] returns it. A refund is identified by
//! `out_refund_no`: the same number is the same refund, even if it is sent several times, and **a different number is a different
//! refund**.
//!
//! [`Processing`]: RefundStatus::Processing
//! [`Success`]: RefundStatus::Success
//! [`Closed`]: RefundStatus::Closed
//! [`Abnormal`]: RefundStatus::Abnormal

#![doc(alias("退款"))]

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

pub(crate) const SHIPPED: &[Shipped] =
    &[Shipped::of::<CreateRefund>(), Shipped::of::<QueryRefund>(), Shipped::of::<ApplyAbnormalRefund>()];
