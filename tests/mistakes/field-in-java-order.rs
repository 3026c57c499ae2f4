// expect: private | String
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payer {
    private String openid;
}
