// on: 'a
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create<'a> {
    pub code: std::borrow::Cow<'a, str>,
}

fn main() {}
