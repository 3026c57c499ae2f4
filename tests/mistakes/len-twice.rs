// expect: len = 64 | len = 64)]
use wxpay::prelude::*;

#[wxpay_object]
pub struct App {
    #[wxpay(len = 32, len = 64)]
    pub appid: String,
}
