// expect: wxpay_field
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payer {
    #[wxpay_field(len = 128)]
    pub openid: String,
}
