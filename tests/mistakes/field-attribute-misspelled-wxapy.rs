// expect: wxapy
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payer {
    #[wxapy(len = 128)]
    pub openid: String,
}
