//! The query that settles a batch of unknown outcome.

use wxpay_core::settle::{Settle, Verdict};

use super::{CreateBatch, FoundBatch, QueryBatchByNumber, QueryBatchByNumberRequired};

impl Settle for CreateBatch {
    type Query = QueryBatchByNumber;

    fn query(&self) -> QueryBatchByNumber {
        let (out_batch_no, need_query_detail) = (self.out_batch_no.clone(), false);
        QueryBatchByNumber::new(QueryBatchByNumberRequired { out_batch_no, need_query_detail })
    }

    fn verdict(&self, found: &FoundBatch) -> Verdict {
        let batch = &found.transfer_batch;
        Verdict::same(&[
            ("total_amount", self.total_amount.to_string(), batch.total_amount.to_string()),
            ("total_num", self.total_num.to_string(), batch.total_num.to_string()),
        ])
    }
}
