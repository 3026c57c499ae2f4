//! Refunds on a platform (收付通·退款), of orders that were paid to sub-merchants or individuals.
//!
//! ```
//! use wxpay::ecommerce_refund::{Amount, AmountRequired, CreateRefund, CreateRefundRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::start().await?;
//! # let client = sandbox.client()?;
//! # use wxpay::partner_pay::{NativePrepay, NativePrepayRequired};
//! # let order = NativePrepay::new(NativePrepayRequired {
//! #     sp_appid: "wxd678efh567hg6787".into(),
//! #     sp_mchid: client.merchant().id().into(),
//! #     sub_mchid: "1900000109".into(),
//! #     description: "A teapot".into(),
//! #     out_trade_no: "20260101000001".into(),
//! #     notify_url: "http://127.0.0.1:9/notify".into(),
//! #     amount: Fen::new(100).into(),
//! # });
//! # client.send(&order).await?;
//! # sandbox.pay_order("20260101000001")?;
//!
//! let refund = CreateRefund::new(CreateRefundRequired {
//!     sp_appid: "wxd678efh567hg6787".into(),
//!     out_refund_no: "20260101000001-1".into(),
//!     amount: Amount::new(AmountRequired { refund: Fen::new(40), total: Fen::new(100) }),
//! })
//! .sub_mchid("1900000109")
//! .out_trade_no("20260101000001");
//! let refund_id = client.send(&refund).await?.refund_id;
//! # Ok(())
//! # }
//! ```
//!
//! As with a merchant's refunds, a request ([`CreateRefund`]) is accepted at once and the money arrives later. WeChat Pay sends
//! a notification of the result to `notify_url`, and [`QueryRefund`] returns it. `out_refund_no` identifies the refund:
//! **another number is another refund**. The platform may advance the money ([`RefundSource::PartnerAdvance`]) and take it back
//! from the sub-merchant later ([`ReturnAdvance`]).

#![doc(alias("收付通", "退款"))]

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
    Shipped::of::<CreateRefund>(),
    Shipped::of::<QueryRefund>(),
    Shipped::of::<QueryRefundByNumber>(),
    Shipped::of::<ReturnAdvance>(),
    Shipped::of::<QueryAdvanceReturn>(),
];
