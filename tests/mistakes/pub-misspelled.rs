// expect: pbu | openid
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payer {
    pbu openid: String,
}
