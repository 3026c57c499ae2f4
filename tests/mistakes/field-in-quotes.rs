// expect: "openid"
use wxpay::prelude::*;

#[wxpay_object]
pub struct Receiver {
    "openid": String,
}
