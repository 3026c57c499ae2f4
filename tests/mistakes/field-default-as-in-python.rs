// expect: = None | None
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payer {
    pub openid: Option<String> = None,
}
