// expect: "https://api.mch.weixin.qq.com/v3/pay/transactions/id/{transaction_id}"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "https://api.mch.weixin.qq.com/v3/pay/transactions/id/{transaction_id}")]
pub struct QueryById {
    pub transaction_id: String,
    pub mchid: String,
}
