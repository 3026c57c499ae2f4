// expect: query = "mchid" | = "mchid"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/orders/{no}/close")]
pub struct CloseOrder {
    pub no: String,
    #[wxpay(query = "mchid")]
    pub mchid: String,
}
