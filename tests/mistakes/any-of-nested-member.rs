// expect: "payer.openid"
use wxpay::prelude::*;

#[wxpay_object(any_of("payer.openid", "auth_code"))]
pub struct Pay {
    pub payer: Option<Payer>,
    pub auth_code: Option<String>,
}

#[wxpay_object]
pub struct Payer {
    pub openid: Option<String>,
}
