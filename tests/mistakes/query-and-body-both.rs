// expect: body
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/pay/transactions/out-trade-no/{no}/close")]
pub struct CloseOrder {
    pub no: String,
    #[wxpay(query, body)]
    pub mchid: String,
}
