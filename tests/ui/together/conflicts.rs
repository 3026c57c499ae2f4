// on: conflicts
use wxpay::prelude::*;

#[wxpay_object(conflicts("openid", "appid"))]
pub struct Thing {
    pub openid: Option<String>,
    pub appid: Option<String>,
}

fn main() {}
