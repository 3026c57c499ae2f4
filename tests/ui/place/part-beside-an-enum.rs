// on: part
use wxpay::prelude::*;

#[wxpay_enum]
pub enum Kind {
    Open,
}

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(part)]
    pub id: String,
    pub kind: Kind,
}

fn main() {}
