//! Transfers to users in batches, by a service provider for its sub-merchants (服务商批量转账), payrolls (用工卡) among them.
//!
//! As [`transfer_batch`](crate::transfer_batch): a batch is created ([`CreateBatch`]), asked for
//! ([`QueryBatchByNumber`]), and so is each of its transfers ([`QueryDetailByNumber`]). What the sub-merchant has
//! authorized decides whose app ID the users' openids belong to. There is no address for notifications: ask.
//!
//! A batch goes by `out_batch_no`. Whatever the error was, repeat with the same number and the same parameters: another
//! number is another batch, which pays again.

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
    Shipped::of::<CreateBatch>("partner_transfer_batch"),
    Shipped::of::<QueryBatch>("partner_transfer_batch"),
    Shipped::of::<QueryBatchByNumber>("partner_transfer_batch"),
    Shipped::of::<QueryDetail>("partner_transfer_batch"),
    Shipped::of::<QueryDetailByNumber>("partner_transfer_batch"),
];
