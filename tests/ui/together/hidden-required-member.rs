// on: "out_trade_no"
use wxpay::prelude::*;

type Number = String;

#[wxpay_endpoint(method = "GET", path = "/v3/payments", one_of("transaction_id", "out_trade_no"))]
pub struct Find {
    pub transaction_id: Option<String>,
    pub out_trade_no: Number,
}

fn main() {}
