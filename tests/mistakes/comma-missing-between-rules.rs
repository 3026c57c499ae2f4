// expect: pattern
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payer {
    #[wxpay(len = 28 pattern = "[0-9a-zA-Z_-]+")]
    pub openid: String,
}
