// expect: len
use wxpay::prelude::*;

#[wxpay_object]
pub struct App {
    #[wxpay(len)]
    pub appid: String,
}
