// expect: GET
use wxpay::prelude::*;

#[wxpay_endpoint(method = GET, path = "/v3/bill/fundflowbill")]
pub struct FundFlowBill {
    pub bill_date: String,
}
