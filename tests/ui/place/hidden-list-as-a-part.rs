// on: Items
use wxpay::prelude::*;

type Items = Vec<String>;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(part)]
    pub items: Items,
    pub file: Upload,
}

fn main() {}
