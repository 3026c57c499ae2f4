// expect: crate
use wxpay::prelude::*;

pub use wxpay as wx;

#[wxpay_object(crate = wx)]
pub struct Payer {
    pub openid: String,
}
