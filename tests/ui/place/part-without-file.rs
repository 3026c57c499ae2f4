// on: part
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(part)]
    pub item_id: i64,
}

fn main() {}
