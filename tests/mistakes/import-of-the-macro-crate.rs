// expect: wxpay_macros
use wxpay_macros::wxpay_object;

#[wxpay_object]
pub struct Payer {
    pub openid: String,
}
