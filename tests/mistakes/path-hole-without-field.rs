// expect: {detail_id}
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/transfer/batches/batch-id/{batch_id}/details/detail-id/{detail_id}")]
pub struct QueryDetail {
    #[wxpay(len = 1..=64)]
    pub batch_id: String,
}
