// expect: ?mchid={mchid}
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/pay/transactions/id/{transaction_id}?mchid={mchid}")]
pub struct QueryById {
    pub transaction_id: String,
    pub mchid: String,
}
