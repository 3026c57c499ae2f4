// expect: #[wxpay]
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payer {
    #[wxpay]
    pub openid: String,
}
