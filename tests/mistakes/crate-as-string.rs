// expect: "wx"
use wxpay::prelude::*;

pub use wxpay as wx;

#[wxpay_object]
#[wxpay(crate = "wx")]
pub struct Payer {
    pub openid: String,
}
