//! Batches of transfers to users, made by a service provider for its sub-merchants (服务商批量转账), including payrolls (用工卡).
//!
//! ```
//! use wxpay::partner_transfer_batch::{AuthorizationType, CreateBatch, CreateBatchRequired, Transfer, TransferRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // This request is validated; its answer is an example, of which nothing is asserted.
//! # let client = sandbox.client()?;
//! let batch = CreateBatch::new(CreateBatchRequired {
//!     sub_mchid: "1900000109".into(),
//!     authorization_type: AuthorizationType::Fund,
//!     out_batch_no: "20260101000001".into(),
//!     batch_name: "Travel expenses".into(),
//!     batch_remark: "January".into(),
//!     total_amount: Fen::new(200),
//!     total_num: 1,
//! })
//! .sp_appid("wxd678efh567hg6787")
//! .transfer_detail_list(vec![Transfer::new(TransferRequired {
//!     out_detail_no: "20260101000001D1".into(),
//!     transfer_amount: Fen::new(200),
//!     transfer_remark: "Taxi".into(),
//!     openid: "oUpF8uN95-Ptaags6E_roPHg7AG0".into(),
//! })]);
//! let batch_id = client.send(&batch).await?.batch_id;
//! # Ok(())
//! # }
//! ```
//!
//! It works like [`transfer_batch`](crate::transfer_batch): create a batch ([`CreateBatch`]), query it ([`QueryBatchByNumber`]),
//! and query each of its transfers ([`QueryDetailByNumber`]). The sub-merchant's authorization decides which app ID the users'
//! openids belong to. There are no notifications: query.
//!
//! A batch is identified by `out_batch_no`. After any error, repeat with the same number and the same parameters: a different
//! number is another batch, which pays again.

#![doc(alias("服务商批量转账"))]

pub mod codes;
mod create;
mod detail;
mod query;
mod settle;

pub use create::{
    AuthorizationType, CreateBatch, CreateBatchRequired, CreatedBatch, Transfer, TransferPurpose, TransferRequired,
    TransferScene,
};
pub use detail::{
    AccountType, QueryDetail, QueryDetailByNumber, QueryDetailByNumberRequired, QueryDetailRequired, TransferDetail,
};
pub use query::{Batch, QueryBatch, QueryBatchByNumber, QueryBatchByNumberRequired, QueryBatchRequired};

pub use crate::notify::TransferBatchStatus;
pub use crate::transfer_batch::{BatchType, CloseReason, DetailFilter, DetailStatus, DetailSummary};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<CreateBatch>(),
    Shipped::of::<QueryBatch>(),
    Shipped::of::<QueryBatchByNumber>(),
    Shipped::of::<QueryDetail>(),
    Shipped::of::<QueryDetailByNumber>(),
];
