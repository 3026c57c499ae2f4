// expect: strcut
use wxpay::prelude::*;

#[wxpay_object]
pub strcut Payer {
    pub openid: String,
}
