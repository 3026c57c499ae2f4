// expect: Vec<SubOrder> | SubOrder>
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/combine-transactions/app")]
pub struct Combine {
    pub combine_appid: String,
    pub sub_orders: Vec<SubOrder>,
}

#[derive(Clone)]
pub struct SubOrder {
    pub mchid: String,
}
