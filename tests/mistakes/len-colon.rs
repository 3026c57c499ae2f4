// expect: : 32 | len
use wxpay::prelude::*;

#[wxpay_object]
pub struct App {
    #[wxpay(len: 32)]
    pub appid: String,
}
