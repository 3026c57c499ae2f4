// on: query
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things/{appid}")]
pub struct Create {
    #[wxpay(query)]
    pub appid: String,
}

fn main() {}
