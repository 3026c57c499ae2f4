// expect: 0
use wxpay::prelude::*;

#[wxpay_object]
pub struct App {
    #[wxpay(len = 0)]
    pub appid: String,
}
