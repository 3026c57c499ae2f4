// on: "out_trade_no"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things", number = "out_trade_no")]
pub struct Create {
    pub appid: String,
}

fn main() {}
