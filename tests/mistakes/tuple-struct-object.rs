// expect: (pub String) | Openid
use wxpay::prelude::*;

#[wxpay_object]
pub struct Openid(pub String);
