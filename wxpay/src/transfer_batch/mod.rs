//! Transfers to users in batches (商家转账到零钱).
//!
//! ```
//! use wxpay::prelude::*;
//! use wxpay::transfer_batch::{CreateBatch, CreateBatchRequired, Transfer, TransferRequired};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // This request is validated; its answer is an example, of which nothing is asserted.
//! # let client = sandbox.client()?;
//! let batch = CreateBatch::new(CreateBatchRequired {
//!     appid: "wxd678efh567hg6787".into(),
//!     out_batch_no: "20260101000001".into(),
//!     batch_name: "Travel expenses".into(),
//!     batch_remark: "January".into(),
//!     total_amount: Fen::new(200),
//!     total_num: 1,
//!     transfer_detail_list: vec![Transfer::new(TransferRequired {
//!         out_detail_no: "20260101000001D1".into(),
//!         transfer_amount: Fen::new(200),
//!         transfer_remark: "Taxi".into(),
//!         openid: "oUpF8uN95-Ptaags6E_roPHg7AG0".into(),
//!     })],
//! });
//! let batch_id = client.send(&batch).await?.batch_id;
//! # Ok(())
//! # }
//! ```
//!
//! This is the older of two products. It needs no consent of the user. WeChat Pay does not open it for new merchants, which use
//! [`mch_transfer`](crate::mch_transfer) instead. A merchant that has it creates a batch ([`CreateBatch`]) and queries its state
//! ([`QueryBatchByNumber`]). A finished batch can have failed transfers; therefore the merchant queries each transfer too
//! ([`QueryDetailByNumber`]). The end of the batch is notified ([`notify::TransferBatch`](crate::notify::TransferBatch)).
//!
//! A batch is identified by `out_batch_no`. After any error, repeat with the same number and the same parameters: a different
//! number is another batch, which pays again.

#![doc(alias("商家转账到零钱"))]

pub mod codes;
mod create;
mod detail;
mod query;
mod settle;

pub use create::{CreateBatch, CreateBatchRequired, CreatedBatch, Transfer, TransferRequired};
pub use detail::{
    DetailStatus, QueryDetail, QueryDetailByNumber, QueryDetailByNumberRequired, QueryDetailRequired, TransferDetail,
};
pub(crate) use query::status_of_details;
pub use query::{
    Batch, BatchType, CloseReason, DetailFilter, DetailSummary, FoundBatch, QueryBatch, QueryBatchByNumber,
    QueryBatchByNumberRequired, QueryBatchRequired,
};

pub use crate::notify::TransferBatchStatus;

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<CreateBatch>(),
    Shipped::of::<QueryBatch>(),
    Shipped::of::<QueryBatchByNumber>(),
    Shipped::of::<QueryDetail>(),
    Shipped::of::<QueryDetailByNumber>(),
];
