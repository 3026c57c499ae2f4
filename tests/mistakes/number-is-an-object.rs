// expect: "order"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/orders", number = "order")]
pub struct PutOrder {
    pub order: OrderKey,
}

#[wxpay_object]
pub struct OrderKey {
    pub out_trade_no: String,
}
