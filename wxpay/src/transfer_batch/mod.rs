//! Transfers to users in batches (商家转账到零钱).
//!
//! The older of the two products: it needs no user's consent, and WeChat Pay opens it for no new merchants, which have
//! [`mch_transfer`](crate::mch_transfer). A merchant that has it creates a batch ([`CreateBatch`]), asks how it stands
//! ([`QueryBatchByNumber`]), and, since a finished batch can have transfers that failed, what became of each
//! ([`QueryDetailByNumber`]). The end of the batch is notified
//! ([`notify::TransferBatch`](crate::notify::TransferBatch)).
//!
//! A batch goes by `out_batch_no`. Whatever the error was, repeat with the same number and the same parameters: another
//! number is another batch, which pays again.

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
    Shipped::of::<CreateBatch>("transfer_batch"),
    Shipped::of::<QueryBatch>("transfer_batch"),
    Shipped::of::<QueryBatchByNumber>("transfer_batch"),
    Shipped::of::<QueryDetail>("transfer_batch"),
    Shipped::of::<QueryDetailByNumber>("transfer_batch"),
];
