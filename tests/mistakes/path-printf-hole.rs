// expect: %s
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/profitsharing/orders/%s")]
pub struct QuerySharing {
    pub out_order_no: String,
    pub transaction_id: String,
}
