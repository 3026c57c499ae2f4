// expect: String; | ;
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payer {
    pub openid: String;
}
