// on: one_of
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(one_of = "number")]
    pub openid: Option<String>,
    pub appid: Option<String>,
}

fn main() {}
