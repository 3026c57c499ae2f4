// expect: {batchId}
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/transfer/batches/batch-id/{batchId}")]
pub struct QueryBatch {
    pub batch_id: String,
    pub need_query_detail: bool,
}
