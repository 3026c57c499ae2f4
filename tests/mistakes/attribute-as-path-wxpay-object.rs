// expect: wxpay::object | object
use wxpay::prelude::*;

#[wxpay::object]
pub struct Payer {
    pub openid: String,
}
