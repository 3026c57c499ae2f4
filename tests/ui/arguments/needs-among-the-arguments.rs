// on: needs
use wxpay::prelude::*;

#[wxpay_object(needs("openid", "appid"))]
pub struct Thing {
    pub openid: Option<String>,
    pub appid: Option<String>,
}

fn main() {}
