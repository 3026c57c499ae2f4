// expect: preludes
use wxpay::preludes::*;

#[wxpay_object]
pub struct Payer {
    pub openid: String,
}
