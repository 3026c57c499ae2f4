// expect: "out_detail_nos"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/transfer/batches", number = "out_detail_nos")]
pub struct Batch {
    pub out_detail_nos: Vec<String>,
}
