// expect: Option<String>
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/profitsharing/transactions/{transaction_id}/amounts")]
pub struct UnsplitAmount {
    pub transaction_id: Option<String>,
}
