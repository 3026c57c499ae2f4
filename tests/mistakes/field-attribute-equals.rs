// expect: = "128" | wxpay = "128"
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payer {
    #[wxpay = "128"]
    pub openid: String,
}
