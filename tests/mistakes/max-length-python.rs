// expect: max_length
use wxpay::prelude::*;

#[wxpay_object]
pub struct App {
    #[wxpay(max_length = 32)]
    pub appid: String,
}
