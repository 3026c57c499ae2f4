// on: doc
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things", doc = "https://pay.weixin.qq.com/a", doc = "https://pay.weixin.qq.com/b")]
pub struct Find {
    pub appid: String,
}

fn main() {}
