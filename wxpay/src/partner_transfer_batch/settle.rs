//! The query that settles a batch of unknown outcome.

use wxpay_core::settle::{Settle, Verdict};

use super::{Batch, CreateBatch, QueryBatchByNumber, QueryBatchByNumberRequired};

impl Settle for CreateBatch {
    type Query = QueryBatchByNumber;

    fn query(&self) -> QueryBatchByNumber {
        let (out_batch_no, need_query_detail) = (self.out_batch_no.clone(), false);
        QueryBatchByNumber::new(QueryBatchByNumberRequired { out_batch_no, need_query_detail })
    }

    fn verdict(&self, batch: &Batch) -> Verdict {
        Verdict::same(&[
            ("total_amount", self.total_amount.to_string(), batch.total_amount.to_string()),
            ("sub_mchid", self.sub_mchid.clone(), batch.sub_mchid.clone()),
            ("total_num", self.total_num.to_string(), batch.total_num.to_string()),
        ])
    }
}
