// on: requires
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(requires = "appid")]
    pub openid: Option<String>,
    pub appid: Option<String>,
}

fn main() {}
