// on: "https://apihk.mch.weixin.qq.com"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things", host = "https://apihk.mch.weixin.qq.com")]
pub struct Find {
    pub appid: String,
}

fn main() {}
