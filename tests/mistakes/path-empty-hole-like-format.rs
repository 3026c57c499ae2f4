// expect: {}
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/payscore/serviceorder/{}")]
pub struct QueryServiceOrder {
    pub service_id: String,
}
